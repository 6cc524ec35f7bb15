"""The values that a number may have, and arithmetic on all of them at once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

import attrs

from companyprofiles._numbers import Number

__all__ = ["FARTHEST", "NEAR", "WIDE", "Range", "half_a_digit"]

NEAR = Decimal("0.1")
"""Part of a figure by which "about" may be off."""
FARTHEST = 10
"""How many times beyond a bound a value is no longer what "over" or "under" speaks of."""

WIDE = Context(prec=400)
"""Digits enough for sums and products of figures, whatever context the caller has set."""
DOWN, UP = Context(prec=400, rounding=ROUND_FLOOR), Context(prec=400, rounding=ROUND_CEILING)
"""What has no end is rounded outwards."""

NOUGHT, INFINITE = Decimal(0), Decimal("Infinity")

End = tuple[Decimal, bool]
"""An end of a range, and whether the range itself is without it."""
Corner = Callable[[Context, End, End], End]
"""What two ends come to."""


def half_a_digit(number: Number) -> Decimal:
    """Return half of the last digit that the source wrote, which is what rounding may hide."""
    written = [n for n in (number.amount, number.lower, number.upper) if n is not None]
    exponents = [int(n.as_tuple().exponent) for n in written]
    return Decimal((0, (5,), max(exponents) - 1))


@attrs.frozen
class Range:
    """All values from one to another; infinite where there is no bound."""

    low: Decimal
    """The smallest value."""
    high: Decimal
    """The largest value."""
    above: bool = False
    """Whether the smallest is itself left out."""
    below: bool = False
    """Whether the largest is itself left out."""

    @classmethod
    def point(cls, value: Decimal) -> Range:
        """Return the range of one value."""
        return cls(value, value)

    @classmethod
    def of(cls, number: Number, *, rounded: bool = True) -> Range:
        """Return the values that a number may have.

        Args:
            number: The number.
            rounded: Whether a figure without bounds stands for all that rounds to it, and not for
                itself alone.
        """
        low, high = number.lower, number.upper
        if number.amount is not None and low is None and high is None:
            slack = half_a_digit(number) if rounded else NOUGHT
            if number.approximate:
                slack = max(slack, WIDE.multiply(number.amount.copy_abs(), NEAR))
            return cls(WIDE.subtract(number.amount, slack), WIDE.add(number.amount, slack))
        if not number.approximate:
            return cls(
                -INFINITE if low is None else low,
                INFINITE if high is None else high,
                number.lower_exclusive,
                number.upper_exclusive,
            )
        return cls(
            -INFINITE if low is None else WIDE.subtract(low, WIDE.multiply(low.copy_abs(), NEAR)),
            INFINITE if high is None else WIDE.add(high, WIDE.multiply(high.copy_abs(), NEAR)),
        )

    @property
    def first(self) -> tuple[Decimal, int]:
        """Where it begins, to be compared: a hair above its smallest value if that is left out."""
        return self.low, int(self.above)

    @property
    def last(self) -> tuple[Decimal, int]:
        """Where it ends, to be compared: a hair below its largest value if that is left out."""
        return self.high, -int(self.below)

    def contains(self, other: Range) -> bool:
        """Tell whether all values of *other* are among its own."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Range) -> bool:
        """Tell whether they have a value in common."""
        return max(self.first, other.first) <= min(self.last, other.last)

    def widened(self, below: Decimal, above: Decimal) -> Range:
        """Return it with so much more at either end."""
        low, high = DOWN.subtract(self.low, below), UP.add(self.high, above)
        return attrs.evolve(self, low=low, high=high)

    def __add__(self, other: Range) -> Range:
        return Range(
            DOWN.add(self.low, other.low),
            UP.add(self.high, other.high),
            self.above or other.above,
            self.below or other.below,
        )

    def __neg__(self) -> Range:
        return Range(self.high.copy_negate(), self.low.copy_negate(), self.below, self.above)

    def __sub__(self, other: Range) -> Range:
        return self + -other

    def __mul__(self, other: Range) -> Range:
        return _hull(self, other, _product)

    def __truediv__(self, other: Range) -> Range:
        """Divide by a range without nought.

        Raises:
            ZeroDivisionError: Nought is in it.
        """
        if other.first <= (NOUGHT, 0) <= other.last:
            raise ZeroDivisionError
        sign = 1 if other.low >= 0 else -1
        return _hull(self, other, lambda context, x, y: _quotient(context, x, y, sign))


def _hull(a: Range, b: Range, corner: Corner) -> Range:
    """Return the range between the least and the greatest that the ends of two ranges come to."""
    ends = [(x, y) for x in _ends(a) for y in _ends(b)]
    low, above = min(corner(DOWN, x, y) for x, y in ends)
    # An end that is reached counts before an equal one that is not.
    high, reached = max((value, not left_out) for value, left_out in (corner(UP, *e) for e in ends))
    return Range(low, high, above, not reached)


def _ends(of: Range) -> tuple[End, End]:
    return (of.low, of.above), (of.high, of.below)


def _product(context: Context, x: End, y: End) -> End:
    (a, a_left_out), (b, b_left_out) = x, y
    if not a or not b:
        # Nought times anything is reached as soon as nought is, and is the limit else.
        return NOUGHT, not ((not a and not a_left_out) or (not b and not b_left_out))
    return context.multiply(a, b), a_left_out or b_left_out


def _quotient(context: Context, x: End, y: End, sign: int) -> End:
    (a, a_left_out), (b, b_left_out) = x, y
    if not a:
        return NOUGHT, a_left_out
    if b.is_infinite():
        return NOUGHT, True
    if not b:
        return INFINITE.copy_sign(a * sign), True
    return context.divide(a, b), a_left_out or b_left_out
