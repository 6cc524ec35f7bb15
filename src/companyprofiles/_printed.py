"""Figures as sources print them: which numbers a text names, and whether it agrees with ours.

Words become bounds, so that a value is held against what the source says and no more. *v* is the
figure that stands by the word:

==========================================  =========================================
the source prints                           the value is
==========================================  =========================================
10 billion; 941,168; 3.5万                  *v*, rounded to its last digit
about, around, roughly, some; 约, 左右, ~   *v*, give or take a tenth of it
more than, over, plus, +; 超过, 逾, 多, 余  above *v*
at least, or more; 至少, 不少于, 以上       *v* or above
less than, under; 不到, 不足, 低于          below *v*
at most, up to; 不超过, 最多, 以下          *v* or below
nearly, almost, close to; 近, 将近, 接近    below *v*, and at least 0.8 *v*
several, a few; 数, 几                      from 2 *v* to below 10 *v*
tens of, hundreds of; 数十, 数百            the same: from 20 to below 100, 200 to below 1000
thousands of, billions of, multi-billion    from 2 *v* to below 1000 *v*
billion-parameter; 百亿; 千亿级; of the     an order of magnitude: from *v* to below 10 *v*,
order of 100 billion                        where *v* is a power of ten
20 to 25 billion; 5-8亿                     within that range
half, two thirds, 8 out of 10; 过半, 三成   a share in percent
==========================================  =========================================

Words are read in English and Chinese, digits in every language. What is no figure: dates, a year
that is called one (*in 2020*, 2020 年), an ordinal, digits in a name (M6, GPT-4).
"""

from __future__ import annotations

import re
from decimal import Decimal, localcontext
from typing import TypeAlias

import attrs

from companyprofiles._numbers import Number
from companyprofiles._numerals import uses_decimal_comma, worth
from companyprofiles._phrases import as_read, ends, hedge, pattern, scale, unit
from companyprofiles._readings import PERCENT, WIDE, Reading, half_of_last_digit

__all__ = ["Reading", "agrees", "readings"]

LONGEST_TEXT = 1000
"""Characters of a text within which a figure must begin to be read."""
LONGEST_FIGURE = 100
NEARLY = Decimal("0.8")
"""The least part of a figure that *nearly* stands for."""
FEWEST_DIGITS = 3
"""Digits that a figure under such a heading has at least."""
OUT_OF, RANGE, AND = {"out of", "of every"}, {"-", "~", "to", "至", "到"}, {"and", "和", "与"}
BETWEEN, FROM = ("between", "介于", "在"), ("from", "从", "由")
POINT = Decimal("0.01")
HALF_A_POINT = Decimal("0.5")
"""Rounding of a share in words: *a third* is 33 % as well as 33.3 %."""


Found: TypeAlias = tuple[re.Match[str], Reading]


def readings(text: str, lang: str = "und") -> tuple[Reading, ...]:
    """Return the figures that a text names, in the order of the text.

    Args:
        text: Any text; figures that begin after its first 1,000 characters are not read.
        lang: Language of the text (BCP 47), which tells whether ``1.571`` is above a thousand.
    """
    printed = as_read(text[: LONGEST_TEXT + LONGEST_FIGURE])
    with localcontext(WIDE):
        found = [
            (match, reading)
            for match in pattern().finditer(printed)
            if match.start() < LONGEST_TEXT
            and (reading := _read(match, decimal_comma=uses_decimal_comma(lang)))
        ]
        figures = _joined(printed, found)
    if any(scale(match) for match, _ in found):
        return tuple(attrs.evolve(figure, headed=False) for figure in figures)
    return figures


def agrees(number: Number, text: str, lang: str = "und") -> bool | None:
    """Tell whether a text prints *number*, in these digits or rounded, or with its bounds.

    A figure may stand in a table whose heading gives the scale: in a text without a scale word,
    digits that number three or more, with no hedge and no word after them, may also mean thousands,
    万, millions, 亿 or billions.

    Args:
        number: The number of a statement.
        text: What its source prints.
        lang: Language of the text, as for :func:`readings`.

    Returns:
        True if one of the figures covers the number, False if none does, None if the text names no
        figure.
    """
    found = readings(text, lang)
    return any(reading.covers(number) for reading in found) if found else None


def _read(match: re.Match[str], *, decimal_comma: bool) -> Reading | None:
    """Turn a phrase into the bounds that its words set."""
    bounds = None if match["date"] else ends(match, decimal_comma=decimal_comma)
    if bounds is None:
        return None
    value, end = bounds
    hint, sign = unit(match)
    plain = Reading(lower=value, upper=end, unit_hint=hint, shared_sign=sign, span=match.span())
    kind = hedge(match)
    if value != end:
        return attrs.evolve(plain, upper_exclusive=True)
    if kind in {"over", "least"}:
        return attrs.evolve(plain, upper=None, lower_exclusive=kind == "over")
    if kind in {"below", "most"}:
        return attrs.evolve(plain, lower=Decimal(0), upper_exclusive=kind == "below")
    if kind == "near":
        return attrs.evolve(plain, lower=NEARLY * value, upper_exclusive=True, approximate=True)
    rounding = half_of_last_digit(value)
    return attrs.evolve(
        plain,
        rounding=max(rounding, HALF_A_POINT) if match["fraction"] else rounding,
        approximate=bool(kind),
        headed=not kind and _may_be_headed(match),
        alone=not kind and _is_alone(match),
    )


def _may_be_headed(match: re.Match[str]) -> bool:
    """Tell whether a figure may be a cell of a table: digits with nothing that makes it prose."""
    digits = match["digits"] or ""
    return (
        not (scale(match) or match["percent"] or match["tenths"])
        and "E" not in digits.upper()
        and sum(map(str.isdigit, digits)) >= FEWEST_DIGITS
        and bool(re.match(r"\s*(?:[^\w\s]|[0-9(]|$)", match.string[match.end() : match.end() + 9]))
    )


def _is_alone(match: re.Match[str]) -> bool:
    """Tell whether a text is a figure in digits and nothing else, but for brackets and a sign."""
    around = match.string[: match.start()] + match.string[match.end() :]
    return bool(match["digits"]) and not scale(match) and not set(around) - set("() -+")


def _joined(text: str, found: list[Found]) -> tuple[Reading, ...]:
    """Join neighbours: *20 to 25 billion* is one range, *8 out of 10* is a share as well."""
    figures: list[Reading] = []
    while found:
        pair = _pair(text, *found[:2]) if len(found) > 1 else ()
        figures += pair or [found[0][1]]
        found = found[2 if pair else 1 :]
    return tuple(figures)


def _pair(text: str, one: Found, other: Found) -> tuple[Reading, ...]:
    """Return what two neighbours say together, or nothing if they are apart."""
    (first, low), (second, high) = one, other
    if not (low._is_point() and high._is_point()):
        return ()
    gap = text[first.end() : second.start()].strip().lower()
    before = text[max(0, first.start() - 10) : first.start()].rstrip().lower()
    span = (first.start(), second.end())
    if gap in OUT_OF and 0 < low.lower < high.lower:
        part = (100 * low.lower / high.lower).quantize(POINT)
        share = Reading(lower=part, upper=part, rounding=HALF_A_POINT, unit_hint=PERCENT, span=span)
        return low, high, share
    if gap not in RANGE and not (gap in AND and before.endswith(BETWEEN)):
        return ()
    shared = "" if scale(first) else scale(second)
    low = low._times(worth(shared).adjusted())
    units = {low.unit_hint, high.unit_hint} - {""}
    if low.lower >= high.lower or len(units) > 1 or low.unit_hint == PERCENT != high.unit_hint:
        return ()
    between = attrs.evolve(
        high,
        lower=low.lower,
        rounding=max(low.rounding or POINT, high.rounding or POINT),
        approximate=low.approximate,
        unit_hint=low.unit_hint or high.unit_hint,
        shared_sign=low.shared_sign or high.shared_sign,
        headed=low.headed and high.headed,
        span=span,
    )
    if before.endswith(FROM):  # "from 1 to 3 billion" may tell of a rise
        return (low, high, between) if shared else ()
    return (between,)
