"""How two values of one property compare, whoever says them and whenever they hold."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from functools import singledispatch
from typing import Any

import attrs

from companyprofiles._dates import PartialDate
from companyprofiles._identifiers import Identifier, Url
from companyprofiles._numbers import Number
from companyprofiles._ranges import Range, half_a_digit
from companyprofiles._reasons import N_, Reason
from companyprofiles._texts import LanguageMap, Text
from companyprofiles._values import Address, Listing, Ownership, Position

__all__ = ["compare_values", "identity"]

PARTS = {
    "share": N_("share"),
    "votes": N_("votes"),
    "direct": N_("directness"),
    "security": N_("security"),
    "kind": N_("kind"),
    "currency": N_("currency"),
    "country": N_("country"),
    "city": N_("city"),
    "region": N_("region"),
    "postal_code": N_("postal code"),
}
"""Words for the parts of values that two statements may give differently."""


@singledispatch
def compare_values(a: Any, b: Any, tolerance: Decimal = Decimal(0)) -> Reason:
    """Return how two values of one type compare.

    Args:
        a: A value.
        b: Another value of the same property.
        tolerance: Part of a figure by which two sources may differ and still agree.
    """
    return _equal(a, b)


def identity(value: Any) -> Any:
    """Return what makes a value another one where there may be several.

    A stake is another one when it is in another party, whatever its size; of a listing, exchange
    and ticker tell which is meant.
    """
    if isinstance(value, Ownership):
        return (value.party, value.interest)
    if isinstance(value, Position):
        return (value.holder, value.role)
    if isinstance(value, Listing):
        return (value.exchange, value.ticker)
    return _plainly(str(value)) if isinstance(value, Text | Url) else value


def _equal(a: Any, b: Any) -> Reason:
    if a == b:
        return Reason("same", (a,))
    return Reason("other-value", (a, b))


def _plainly(text: str) -> str:
    """Return a text without letter case, width, spaces and signs, which sources write at will."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(c for c in folded if c.isalnum()) or folded


@compare_values.register(Text)
def _texts(a: Text, b: Text, tolerance: Decimal = Decimal(0)) -> Reason:
    if a.lang != b.lang:
        return Reason("other-language", (a.lang, b.lang))
    if a.text != b.text and _plainly(a.text) == _plainly(b.text):
        return Reason("wording", (a.text, b.text))
    return _equal(a.text, b.text)


@compare_values.register(LanguageMap)
def _wordings(a: LanguageMap, b: LanguageMap, tolerance: Decimal = Decimal(0)) -> Reason:
    shared = [lang for lang in a if lang in b]
    if shared and all(_plainly(a[lang]) == _plainly(b[lang]) for lang in shared):
        return Reason("same", (a,))
    return Reason("free-wording")


@compare_values.register(Url)
def _addresses_of_sites(a: Url, b: Url, tolerance: Decimal = Decimal(0)) -> Reason:
    if a != b and _site(a) == _site(b):
        return Reason("wording", (a, b))
    return _equal(a, b)


def _site(url: str) -> str:
    """Return a web address without scheme, ``www.`` and closing slash."""
    rest = url.partition("://")[2].rstrip("/")
    host, slash, path = rest.partition("/")
    return f"{host.lower().removeprefix('www.')}{slash}{path}"


@compare_values.register(Identifier)
def _identifiers(a: Identifier, b: Identifier, tolerance: Decimal = Decimal(0)) -> Reason:
    if a.scheme != b.scheme:
        return Reason("other-scheme", (a.scheme, b.scheme))
    return _equal(a.id, b.id)


@compare_values.register(PartialDate)
def _dates(a: PartialDate, b: PartialDate, tolerance: Decimal = Decimal(0)) -> Reason:
    parts = (a, b)
    if a == b or (a.slack == b.slack and not a.is_marked and not b.is_marked):
        return Reason("same", parts)
    answers = {True: "finer-date", None: "partly", False: "other-value"}
    return Reason(answers[a.agrees(b)], parts)


@compare_values.register(Number)
def _numbers(a: Number, b: Number, tolerance: Decimal = Decimal(0)) -> Reason:
    if a.unit != b.unit:
        return Reason("other-unit", (a.unit or N_("no unit"), b.unit or N_("no unit")))
    parts = (a, b)
    if a == b:
        return Reason("same", parts)
    reason = _figures(a, b, parts) if _is_figure(a) and _is_figure(b) else _ranges(a, b, parts)
    if reason.rule == "other-value" and _distance(a, b) <= tolerance * _size(a, b):
        return Reason("within-tolerance", parts)
    return reason


def _is_figure(number: Number) -> bool:
    return number.lower is None and number.upper is None and not number.approximate


def _figures(a: Number, b: Number, parts: tuple[Number, Number]) -> Reason:
    """Compare two figures by the digits that their sources wrote."""
    if a.amount is None or b.amount is None:
        return Reason("partly", parts)
    coarser = max(half_a_digit(a), half_a_digit(b))
    return Reason("rounded" if abs(a.amount - b.amount) <= coarser else "other-value", parts)


def _ranges(a: Number, b: Number, parts: tuple[Number, Number]) -> Reason:
    of_a, of_b = Range.of(a), Range.of(b)
    if of_a == of_b:
        return Reason("same", parts)
    # A figure may lie at the edge of a range that was rounded as it was.
    if of_b.contains(_exactly(a)) or of_a.contains(_exactly(b)):
        return Reason("within-bounds", parts)
    return Reason("partly" if of_a.meets(of_b) else "other-value", parts)


def _exactly(number: Number) -> Range:
    return Range.of(number, rounded=number.approximate)


def _distance(a: Number, b: Number) -> Decimal:
    x, y = _exactly(a), _exactly(b)
    return max(x.low - y.high, y.low - x.high, Decimal(0))


def _size(a: Number, b: Number) -> Decimal:
    found = [abs(n) for x in (a, b) for n in (x.amount, x.lower, x.upper) if n is not None]
    return max(found)


@compare_values.register(Position)
def _positions(a: Position, b: Position, tolerance: Decimal = Decimal(0)) -> Reason:
    # How an office is called differs between sources that mean the same.
    if a.holder == b.holder and a.role != b.role:
        return Reason("more-parts", (a.holder,))
    return _equal(a.holder, b.holder)


@compare_values.register(Ownership)
@compare_values.register(Listing)
@compare_values.register(Address)
def _records(a: Any, b: Any, tolerance: Decimal = Decimal(0)) -> Reason:
    """Compare values of several parts: what only one of them gives is no contradiction."""
    if a == b:
        return Reason("same", (a,))
    name = _name(a)
    unsure = None
    for field in attrs.fields(type(a)):
        reason = _parts(getattr(a, field.name), getattr(b, field.name), tolerance)
        if reason is None or reason.verdict in ("agrees", "refines"):
            continue
        if reason.rule == "other-value" and field.name != "lines":
            return Reason("other-part", (PARTS.get(field.name, field.name), name, *reason.parts))
        unsure = unsure or Reason("partly", (a, b))
    return unsure or Reason("more-parts", (name,))


def _name(value: Ownership | Listing | Address) -> Any:
    """Return what a value of several parts is about."""
    if isinstance(value, Ownership):
        return value.party
    return f"{value.exchange}: {value.ticker}" if isinstance(value, Listing) else N_("the address")


def _parts(a: Any, b: Any, tolerance: Decimal) -> Reason | None:
    if a in (None, "", ()) or b in (None, "", ()):
        return None
    if isinstance(a, str) and _plainly(a) == _plainly(b):
        return None
    return compare_values(a, b, tolerance)
