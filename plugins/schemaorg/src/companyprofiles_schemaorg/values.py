"""Values in the forms that schema.org has for them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from companyprofiles import (
    Address,
    Identifier,
    LanguageMap,
    Listing,
    Money,
    Number,
    PartialDate,
    Precision,
    Quantity,
    Text,
    Url,
)

__all__ = ["exact_date", "forms", "tagged"]

UNDETERMINED = "und"
MOST_DIGITS = 15
"""Digits that a JSON number keeps, whoever reads it."""


def tagged(text: str, language: str) -> Any:
    """Return a text with its language, or alone where that is not determined."""
    if language == UNDETERMINED:
        return text
    return {"@language": language, "@value": text}


def exact_date(date: object) -> str | None:
    """Return a date in ISO 8601, or ``None`` where that cannot say it.

    A decade, a range and a date that is marked approximate or uncertain cannot be said.
    """
    if not isinstance(date, PartialDate) or date.is_marked:
        return None
    is_plain = date.precision in (Precision.DAY, Precision.MONTH, Precision.YEAR)
    return date.text if is_plain else None


def forms(value: Any) -> list[tuple[str, Any]]:
    """Return the forms of a value, the best first, each with its type of schema.org.

    A list stands for several values. What schema.org cannot say has no form.
    """
    return _FORMS[type(value)](value) if type(value) in _FORMS else []


def _text(text: Text) -> list[tuple[str, Any]]:
    return [("Text", tagged(text.text, text.lang))]


def _texts(texts: LanguageMap) -> list[tuple[str, Any]]:
    return [("Text", [tagged(text, language) for language, text in texts.items()])]


def _date(date: PartialDate) -> list[tuple[str, Any]]:
    written = exact_date(date)
    return [("Date", written)] if written else []


def _url(url: Url) -> list[tuple[str, Any]]:
    return [("URL", str(url)), ("Text", str(url))]


def _identifier(identifier: Identifier) -> list[tuple[str, Any]]:
    page = [("URL", identifier.url)] if identifier.url else []
    return [("PropertyValue", _property_value(identifier)), ("Text", identifier.id), *page]


def _listing(listing: Listing) -> list[tuple[str, Any]]:
    return [("Text", f"{listing.exchange} {listing.ticker}")]


def _property_value(identifier: Identifier) -> dict[str, Any]:
    written = {
        "@type": "PropertyValue",
        "propertyID": identifier.scheme,
        "value": identifier.id,
        "url": identifier.url,
    }
    return {key: value for key, value in written.items() if value}


def _address(address: Address) -> list[tuple[str, Any]]:
    written = {
        "@type": "PostalAddress",
        "streetAddress": ", ".join(address.lines),
        "addressLocality": address.city,
        "addressRegion": address.region,
        "postalCode": address.postal_code,
        "addressCountry": address.country,
    }
    return [("PostalAddress", {key: value for key, value in written.items() if value})]


def _quantity(quantity: Quantity) -> list[tuple[str, Any]]:
    written = _figures(quantity)
    if not written:
        return []
    unit = {"unitText": quantity.unit} if quantity.unit else {}
    found: list[tuple[str, Any]] = [
        ("QuantitativeValue", {"@type": "QuantitativeValue", **written, **unit})
    ]
    if "value" in written and not unit:
        found.append(("Number", written["value"]))
    return found


def _money(money: Money) -> list[tuple[str, Any]]:
    written = _figures(money)
    if not written or money.unit != money.currency:  # a price per something
        return []
    currency = money.currency
    found = [("MonetaryAmount", {"@type": "MonetaryAmount", **written, "currency": currency})]
    if "value" in written:
        price = {"price": written["value"], "priceCurrency": currency}
        found.append(("Offer", {"@type": "Offer", **price}))
    return found


def _figures(number: Number) -> dict[str, int | float]:
    """Return amount and bounds, or nothing where JSON or schema.org would say something else."""
    figures = {"value": number.amount, "minValue": number.lower, "maxValue": number.upper}
    written = {term: figure for term, figure in figures.items() if figure is not None}
    if number.approximate or not all(map(_fits_json, written.values())):
        return {}
    return {term: _json_number(figure) for term, figure in written.items()}


def _fits_json(number: Decimal) -> bool:
    return _is_whole(number) or len(number.normalize().as_tuple().digits) <= MOST_DIGITS


def _is_whole(number: Decimal) -> bool:
    return number == number.to_integral_value()


def _json_number(number: Decimal) -> int | float:
    return int(number) if _is_whole(number) else float(number)


_FORMS: dict[type[Any], Callable[[Any], list[tuple[str, Any]]]] = {
    Text: _text,
    LanguageMap: _texts,
    PartialDate: _date,
    Url: _url,
    Identifier: _identifier,
    Listing: _listing,
    Address: _address,
    Quantity: _quantity,
    Money: _money,
}
