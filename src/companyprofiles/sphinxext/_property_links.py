"""Where other systems describe the same property."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

__all__ = ["SYSTEMS", "address_of"]

SYSTEMS: Mapping[str, str] = {
    "wikidata": "Wikidata",
    "schema": "schema.org",
    "ftm": "FollowTheMoney",
    "bods": "BODS",
    "gleif": "GLEIF",
    "xbrl": "XBRL",
}
"""What the systems are called that a property's mappings name."""


def _follow_the_money(term: str) -> str:
    return f"https://followthemoney.tech/explorer/schemata/{term.partition(':')[0]}/"


def _xbrl(term: str) -> str:
    taxonomies = {
        "us-gaap": "https://xbrl.fasb.org/us-gaap/2024/elts/us-gaap-2024.xsd",
        "dei": "https://xbrl.sec.gov/dei/2024/dei-2024.xsd",
    }
    taxonomy, _colon, _element = term.partition(":")
    return f"{taxonomies[taxonomy]}#{term.replace(':', '_')}" if taxonomy in taxonomies else ""


ADDRESSES: Mapping[str, Callable[[str], str]] = {
    "wikidata": "https://www.wikidata.org/wiki/Property:{}".format,
    "schema": "https://schema.org/{}".format,
    "ftm": _follow_the_money,
    # These two describe all their terms on one page.
    "bods": lambda _term: "https://standard.openownership.org/en/0.4.0/",
    "gleif": lambda _term: (
        "https://www.gleif.org/en/about-lei/common-data-file-format/lei-cdf-format"
    ),
    "xbrl": _xbrl,
}


def address_of(system: str, term: str) -> str:
    """Return the address of a term's description; empty where none is known.

    Args:
        system: Name of the system, as a property's mappings have it.
        term: What the system calls the property.
    """
    find = ADDRESSES.get(system)
    return find(quote(term, safe=":/")) if find else ""
