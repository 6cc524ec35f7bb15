"""How two values of one property compare, whoever says them and whenever they hold."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import singledispatch
from typing import Any

import attrs

from companyprofiles._dates import PartialDate
from companyprofiles._identifiers import Identifier, Url
from companyprofiles._numbers import Number
from companyprofiles._ranges import FARTHEST, WIDE, Range, half_a_digit
from companyprofiles._reasons import N_, Reason
from companyprofiles._texts import LanguageMap, Text
from companyprofiles._units import base_unit, in_base_unit
from companyprofiles._values import Address, Listing, Ownership, Position

__all__ = ["compare_values", "identity", "implies", "site"]

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

UNSAID: tuple[Any, ...] = (None, "", ())
"""What stands for a part of a value that is left out."""
PERCENT = "%"
VOWELS = frozenset("aeiou")


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


def implies(fine: Any, coarse: Any) -> bool:
    """Tell whether whoever says one value says another too, of which it is a finer one.

    A stake of 8 % in a company is a stake in it, and not the other way round.
    """
    if isinstance(fine, Number) and isinstance(coarse, Number):
        return Range.of(in_base_unit(coarse)).contains(_exactly(in_base_unit(fine)))
    if isinstance(fine, PartialDate) and isinstance(coarse, PartialDate):
        return coarse.earliest <= fine.earliest and fine.latest <= coarse.latest
    if isinstance(fine, Ownership | Position | Listing | Address):
        if type(coarse) is not type(fine):  # it has none: denied was that nothing is known
            return False
        pairs = ((getattr(x, f.name) for x in (fine, coarse)) for f in attrs.fields(type(fine)))
        return all(part in UNSAID or implies(said, part) for said, part in pairs)
    return compare_values(fine, coarse).verdict in ("agrees", "refines")


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
    parts = (a.text, b.text)
    if a.text != b.text and _plainly(a.text) == _plainly(b.text):
        return Reason("wording", parts)
    if a.text != b.text and _differ_in_abbreviations(a.text, b.text):
        return Reason("abbreviated", parts)
    return _equal(*parts)


def _differ_in_abbreviations(a: str, b: str) -> bool:
    """Tell whether texts are alike word by word, but for abbreviations such as "Co., Ltd."."""
    words, others = (
        re.findall(r"\w+", unicodedata.normalize("NFKC", x).casefold()) for x in (a, b)
    )
    return len(words) == len(others) and all(
        one == other or _abbreviates(*sorted((one, other), key=len))
        for one, other in zip(words, others, strict=True)
    )


def _abbreviates(short: str, long: str) -> bool:
    """Tell whether a word is cut off after some letters, or stripped of its vowels."""
    if not 1 < len(short) < len(long) or not (short + long).isascii() or not short.isalpha():
        return False
    if long.startswith(short):
        return True
    is_contraction = short[0] == long[0] and short[-1] == long[-1] and not VOWELS & set(short[1:])
    letters = iter(long)
    return is_contraction and all(letter in letters for letter in short)


@compare_values.register(LanguageMap)
def _wordings(a: LanguageMap, b: LanguageMap, tolerance: Decimal = Decimal(0)) -> Reason:
    shared = [lang for lang in a if lang in b]
    if shared and all(_plainly(a[lang]) == _plainly(b[lang]) for lang in shared):
        return Reason("same", (a,))
    return Reason("free-wording")


@compare_values.register(Url)
def _addresses_of_sites(a: Url, b: Url, tolerance: Decimal = Decimal(0)) -> Reason:
    if a != b and site(a) == site(b):
        return Reason("wording", (a, b))
    return _equal(a, b)


def site(url: str) -> str:
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
    if base_unit(a.unit)[0] != base_unit(b.unit)[0]:
        return Reason("other-unit", (a.unit or N_("no unit"), b.unit or N_("no unit")))
    parts = (a, b)
    if a == b:
        return Reason("same", parts)
    if a.unit != b.unit:
        a, b = in_base_unit(a), in_base_unit(b)
    reason = _figures(a, b, parts) if _is_figure(a) and _is_figure(b) else _ranges(a, b, parts)
    if reason.rule == "other-value" and 0 < _distance(a, b) <= tolerance * _size(a, b):
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
    is_within = of_b.contains(_exactly(a)) or of_a.contains(_exactly(b))
    if _is_far(a, _exactly(b)) or _is_far(b, _exactly(a)) or not (is_within or of_a.meets(of_b)):
        return Reason("other-value", parts)
    return Reason("within-bounds" if is_within else "partly", parts)


def _is_far(bound: Number, other: Range) -> bool:
    """Tell whether a range lies beyond the order of magnitude of a bound that stands alone.

    "Over 45 million" and "over 450 million" may both be true, and nobody says both: a factor of
    ten was lost. A part of a whole has an end anyway, so "over 5 %" may well be half.
    """
    if bound.amount is not None or bound.unit == PERCENT:
        return False
    if bound.upper is None and bound.lower is not None and bound.lower > 0:
        return other.low >= WIDE.multiply(bound.lower, FARTHEST)
    if bound.lower is None and bound.upper is not None and other.low.is_infinite():
        return 0 < WIDE.multiply(other.high, FARTHEST) <= bound.upper
    return False


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
    if a in UNSAID or b in UNSAID:
        return None
    if isinstance(a, str) and _plainly(a) == _plainly(b):
        return None
    return compare_values(a, b, tolerance)
