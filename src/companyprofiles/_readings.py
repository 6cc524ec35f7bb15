"""One figure that a text prints, as bounds, and whether a number says no other than it."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext

import attrs

from companyprofiles._numbers import Money, Number
from companyprofiles._phrases import SHARED_SIGNS
from companyprofiles._ranges import FARTHEST

__all__ = ["PERCENT", "WIDE", "Reading", "half_of_last_digit"]

ABOUT = Decimal("0.1")
"""The part of a figure by which *about* may be off, either way."""
HEADINGS = (3, 4, 6, 8, 9)
"""Powers of ten that the heading of a table may name: thousands, 万, millions, 亿, billions."""
PERCENT = "%"
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
    alone: bool = False
    """Whether nothing else is printed, so that few digits may be a cell of accounts too."""
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
            is_cell = self.headed or (self.alone and isinstance(number, Money))
            powers = (0, *HEADINGS) if is_cell else (0,)
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
        bottom, top = self.within(max(tenth, *map(half_of_last_digit, said)))
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
            return low is not None and low < FARTHEST * self.lower
        if self.rounding is None and not self.lower:
            return high is not None and high * FARTHEST > self.upper
        return True


def half_of_last_digit(number: Decimal) -> Decimal:
    """Return half of the last digit that a number is written with."""
    return Decimal((0, (5,), int(number.as_tuple().exponent) - 1))
