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
from decimal import Context, Decimal, localcontext
from typing import TypeAlias

import attrs

from companyprofiles._numbers import Number
from companyprofiles._numerals import uses_decimal_comma, worth
from companyprofiles._phrases import SHARED_SIGNS, as_read, ends, hedge, pattern, scale, unit

__all__ = ["Reading", "agrees", "readings"]

LONGEST_TEXT = 1000
"""Characters of a text within which a figure must begin to be read."""
LONGEST_FIGURE = 100
NEARLY = Decimal("0.8")
"""The least part of a figure that *nearly* stands for."""
ABOUT = Decimal("0.1")
"""The part of a figure by which *about* may be off, either way."""
FARTHEST = 10
"""How many times beyond a bound a value is no longer what *over* or *under* speaks of."""
HEADINGS = (3, 4, 6, 8, 9)
"""Powers of ten that the heading of a table may name: thousands, 万, millions, 亿, billions."""
FEWEST_DIGITS = 3
"""Digits that a figure under such a heading has at least."""
PERCENT = "%"
OUT_OF, RANGE, AND = {"out of", "of every"}, {"-", "~", "to", "至", "到"}, {"and", "和", "与"}
BETWEEN, FROM = ("between", "介于", "在"), ("from", "从", "由")
POINT = Decimal("0.01")
HALF_A_POINT = Decimal("0.5")
"""Rounding of a share in words: *a third* is 33 % as well as 33.3 %."""
WIDE = Context(prec=2000)
"""Digits enough for any figure of a text, whatever context the caller has set."""


@attrs.frozen(kw_only=True)
class Reading:
    """One figure of a text, as the bounds that its words set."""

    lower: Decimal
    """Smallest value; 0 where only an upper bound is printed."""
    upper: Decimal | None
    """Largest value; None where only a lower bound is printed."""
    lower_exclusive: bool = False
    """Whether the value is above :attr:`lower`, not equal to it."""
    upper_exclusive: bool = False
    """Whether the value is below :attr:`upper`, not equal to it."""
    approximate: bool = False
    """Whether a word such as *about* or *nearly* stands by the figure."""
    rounding: Decimal | None = None
    """Half of the last digit printed; None where words set the bounds, since no digit tells."""
    unit_hint: str = ""
    """``%``, an ISO 4217 code or nothing; for a shared sign, the likeliest code."""
    shared_sign: str = ""
    """The sign printed if several currencies share it: ``$`` or ``¥``."""
    headed: bool = False
    """Whether it may be a cell of a table whose heading names thousands or millions."""
    span: tuple[int, int]
    """Where it stands in the text, its words included."""

    @property
    def exact(self) -> bool:
        """Whether the text names one value, not a range and not *about*."""
        return self.lower == self.upper and not self.approximate

    def within(self, slack: Decimal = Decimal(0)) -> tuple[Decimal, Decimal | None]:
        """Return the bounds between which rounding lets the value lie.

        Args:
            slack: Half of the last digit of the number that is compared, counted if it is the
                coarser one. Bounds that words set are not rounded and stay as they are.
        """
        if self.rounding is None or self.upper is None:
            return self.lower, self.upper
        slack = max(slack, self.rounding)
        if self.approximate:
            slack = max(slack, ABOUT * max(abs(self.lower), abs(self.upper)))
        return self.lower - slack, self.upper + slack

    def covers(self, number: Number) -> bool:
        """Tell whether *number* says no other than this figure.

        Its amount must lie within the bounds, or where it has none, every bound that it has.
        Bounds beside an amount are an editor's, not the source's.
        """
        with localcontext(WIDE):
            powers = (0, *HEADINGS) if self.headed else (0,)
            return self._speaks_of(number.unit) and any(
                self._times(power)._holds(number) for power in powers
            )

    def _speaks_of(self, unit: str) -> bool:
        """Tell whether the figure may be one in *unit*; a bare figure may be in any."""
        currency = unit.partition("/")[0]
        if not self.unit_hint or self.unit_hint == unit:
            return True
        if self.unit_hint == PERCENT:
            return False
        return not unit or currency in (self.unit_hint, *SHARED_SIGNS.get(self.shared_sign, ()))

    def _is_point(self) -> bool:
        return self.rounding is not None and self.lower == self.upper

    def _times(self, power: int) -> Reading:
        """Return the figure times a power of ten."""
        return attrs.evolve(
            self,
            lower=self.lower.scaleb(power),
            upper=None if self.upper is None else self.upper.scaleb(power),
            rounding=None if self.rounding is None else self.rounding.scaleb(power),
        )

    def _holds(self, number: Number) -> bool:
        low, high = number.lower, number.upper
        if number.amount is not None:
            # A loss may be printed in brackets or told by a word.
            low = high = abs(number.amount) if self.lower >= 0 else number.amount
        said = [end for end in (low, high) if end is not None]
        if len(said) == 1 and self.rounding is not None:
            return False  # "10 billion" does not say "more than 10 billion"
        tenth = ABOUT * max(map(abs, said)) if number.approximate else Decimal(0)
        bottom, top = self.within(max(tenth, *map(_half_of_last_digit, said)))
        if self.approximate and self.rounding is None and top is not None:
            bottom, top = bottom - tenth, top + tenth
        # An exclusive bound is a hair above or below its number.
        least = (bottom, int(self.lower_exclusive))
        most = (top, -int(self.upper_exclusive)) if top is not None else None
        within = [
            least <= end and (most is None or end <= most)
            for end in ((low, int(number.lower_exclusive)), (high, -int(number.upper_exclusive)))
            if end[0] is not None
        ]
        return all(within) and self._is_near(low, high)

    def _is_near(self, low: Decimal | None, high: Decimal | None) -> bool:
        """Tell whether a value is not far beyond the only bound that is printed."""
        if self.upper is None:
            return low is not None and low <= FARTHEST * self.lower
        if self.rounding is None and not self.lower:
            return high is not None and high * FARTHEST >= self.upper
        return True


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
    rounding = _half_of_last_digit(value)
    return attrs.evolve(
        plain,
        rounding=max(rounding, HALF_A_POINT) if match["fraction"] else rounding,
        approximate=bool(kind),
        headed=not kind and _may_be_headed(match),
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


def _half_of_last_digit(number: Decimal) -> Decimal:
    return Decimal((0, (5,), int(number.as_tuple().exponent) - 1))
