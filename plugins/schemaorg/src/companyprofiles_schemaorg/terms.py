"""The terms of schema.org that facts can be written in, with what each is of and what it takes.

As release 30.0 has them: of the settled terms, not the pending ones, those that a company, a
person, a product, a place or a brand has and that values of ours can fill.
"""

from __future__ import annotations

__all__ = ["INVERSES", "OF_OFFERS", "TERMS", "fits", "is_a"]

TERMS: dict[str, tuple[str, str]] = {
    "acceptedPaymentMethod": ("Organization", "Text"),
    "additionalName": ("Person", "Text"),
    "address": ("Organization Person Place", "Text PostalAddress"),
    "affiliation": ("Person", "Organization"),
    "alternateName": ("Thing", "Text"),
    "alumni": ("Organization", "Person"),
    "alumniOf": ("Person", "Organization"),
    "areaServed": ("Organization", "Text Place"),
    "award": ("Organization Person Product", "Text"),
    "birthDate": ("Person", "Date"),
    "birthPlace": ("Person", "Place"),
    "branchCode": ("Place", "Text"),
    "brand": ("Organization Person Product", "Organization Brand"),
    "category": ("Product", "Text URL Thing"),
    "children": ("Person", "Person"),
    "colleague": ("Person", "URL Person"),
    "color": ("Product", "Text"),
    "containedInPlace": ("Place", "Place"),
    "containsPlace": ("Place", "Place"),
    "countryOfOrigin": ("Product", "Country"),
    "deathDate": ("Person", "Date"),
    "deathPlace": ("Person", "Place"),
    "department": ("Organization", "Organization"),
    "depth": ("Product", "QuantitativeValue"),
    "description": ("Thing", "Text"),
    "disambiguatingDescription": ("Thing", "Text"),
    "dissolutionDate": ("Organization", "Date"),
    "duns": ("Organization Person", "Text"),
    "email": ("Organization Person", "Text"),
    "employee": ("Organization", "Person"),
    "familyName": ("Person", "Text"),
    "faxNumber": ("Organization Person Place", "Text"),
    "follows": ("Person", "Person"),
    "founder": ("Organization", "Organization Person"),
    "foundingDate": ("Organization", "Date"),
    "foundingLocation": ("Organization", "Place"),
    "funder": ("Organization Person", "Organization Person"),
    "givenName": ("Person", "Text"),
    "globalLocationNumber": ("Organization Person Place", "Text"),
    "gtin12": ("Product", "Text"),
    "gtin13": ("Product", "Text"),
    "gtin14": ("Product", "Text"),
    "gtin8": ("Product", "Text"),
    "hasMap": ("Place", "URL"),
    "hasPOS": ("Organization Person", "Place"),
    "height": ("Person Product", "QuantitativeValue"),
    "homeLocation": ("Person", "Place"),
    "honorificPrefix": ("Person", "Text"),
    "honorificSuffix": ("Person", "Text"),
    "identifier": ("Thing", "Text URL PropertyValue"),
    "image": ("Thing", "URL"),
    "isAccessoryOrSparePartFor": ("Product", "Product"),
    "isConsumableFor": ("Product", "Product"),
    "isRelatedTo": ("Product", "Product"),
    "isSimilarTo": ("Product", "Product"),
    "isVariantOf": ("Product ProductModel", "ProductModel"),
    "isicV4": ("Organization Person Place", "Text"),
    "keywords": ("Organization Product Place", "Text URL"),
    "knows": ("Person", "Person"),
    "latitude": ("Place", "Text Number"),
    "legalAddress": ("Organization", "PostalAddress"),
    "legalName": ("Organization", "Text"),
    "legalRepresentative": ("Organization", "Person"),
    "leiCode": ("Organization", "Text"),
    "location": ("Organization", "Text PostalAddress Place"),
    "logo": ("Organization Product Place Brand", "URL"),
    "longitude": ("Place", "Text Number"),
    "mainEntityOfPage": ("Thing", "URL"),
    "makesOffer": ("Organization Person", "Offer"),
    "manufacturer": ("Product", "Organization"),
    "material": ("Product", "Text URL Product"),
    "member": ("Organization", "Organization Person"),
    "memberOf": ("Organization Person", "Organization"),
    "model": ("Product", "Text ProductModel"),
    "mpn": ("Product", "Text"),
    "naics": ("Organization Person", "Text"),
    "nationality": ("Person", "Country"),
    "netWorth": ("Person", "MonetaryAmount"),
    "numberOfEmployees": ("Organization", "QuantitativeValue"),
    "offers": ("Product", "Offer"),
    "owner": ("Thing", "Organization Person"),
    "owns": ("Organization Person", "Thing"),
    "parent": ("Person", "Person"),
    "parentOrganization": ("Organization", "Organization"),
    "predecessorOf": ("ProductModel", "ProductModel"),
    "productID": ("Product", "Text"),
    "productionDate": ("Product", "Date"),
    "publishingPrinciples": ("Organization Person", "URL"),
    "purchaseDate": ("Product", "Date"),
    "relatedTo": ("Person", "Person"),
    "releaseDate": ("Product", "Date"),
    "sameAs": ("Thing", "URL"),
    "sibling": ("Person", "Person"),
    "skills": ("Organization Person", "Text"),
    "sku": ("Product", "Text"),
    "slogan": ("Organization Product Place Brand", "Text"),
    "sponsor": ("Organization Person", "Organization Person"),
    "spouse": ("Person", "Person"),
    "subOrganization": ("Organization", "Organization"),
    "successorOf": ("ProductModel", "ProductModel"),
    "taxID": ("Organization Person", "Text"),
    "telephone": ("Organization Person Place", "Text"),
    "tickerSymbol": ("Corporation", "Text"),
    "url": ("Thing", "URL"),
    "vatID": ("Organization Person", "Text"),
    "weight": ("Person Product", "QuantitativeValue"),
    "width": ("Product", "QuantitativeValue"),
    "workLocation": ("Person", "Place"),
    "worksFor": ("Person", "Organization"),
}
"""The types of things that have a term, and the types of values that it takes."""

OF_OFFERS = {"price": "offers"}
"""The terms of an offer, and the term with which a product has its offers."""

INVERSES = {
    "alumni": "alumniOf",
    "alumniOf": "alumni",
    "containedInPlace": "containsPlace",
    "containsPlace": "containedInPlace",
    "member": "memberOf",
    "memberOf": "member",
    "owner": "owns",
    "owns": "owner",
    "parentOrganization": "subOrganization",
    "subOrganization": "parentOrganization",
}
"""The terms that say the same from the other end."""

NARROWER = {"Organization": "Corporation", "Product": "ProductModel", "Place": "Country"}
"""The narrower type that a thing is of where one of its terms demands it."""

WIDER = {
    "Corporation": "Organization",
    "ProductModel": "Product",
    "Country": "Place",
    "Organization": "Thing",
    "Person": "Thing",
    "Product": "Thing",
    "Place": "Thing",
    "Brand": "Thing",
    "Offer": "Thing",
}


def is_a(kind: str, other: str) -> bool:
    """Tell whether things of the type *kind* are of the type *other*."""
    return kind == other or (kind in WIDER and is_a(WIDER[kind], other))


def fits(kind: str, types: str) -> str | None:
    """Return the type with which a thing of the type *kind* is one of *types*.

    Args:
        kind: A type.
        types: Types, with spaces between them.

    Returns:
        The type itself, the narrower one where only that is among them, or ``None``.
    """
    for candidate in (kind, NARROWER.get(kind)):
        if candidate and any(is_a(candidate, other) for other in types.split()):
            return candidate
    return None
