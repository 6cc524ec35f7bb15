"""Computing a value again from what it was computed from, and holding it against what is stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext
from functools import reduce
from operator import add, mul
from typing import Any

import attrs

from companyprofiles._derivation import PERCENT, Derivation, converted, misfit
from companyprofiles._numbers import Number, Quantity, Share
from companyprofiles._ranges import NEAR, WIDE, Range
from companyprofiles._reasons import Reason
from companyprofiles._statements import Statement
from companyprofiles.errors import InvalidValueError

__all__ = ["computation", "derived_reason", "recompute"]

BY_PLACE = (Derivation.SUM, Derivation.DIFFERENCE, Derivation.AVERAGE)
"""Those in which the last digit of the coarsest input is the last of the result."""
HUNDRED, NOUGHT = Range.point(Decimal(100)), Range.point(Decimal(0))

Inputs = Sequence[Statement[Any]]


def recompute(statement: Statement[Any], inputs: Inputs) -> Number | None:
    """Return the value of a statement, computed from other statements.

    Bounds and "about" are carried through, so that the exact result is among the values that the
    number may have. It is written with no more digits than those of its inputs justify.

    Args:
        statement: A statement that says how it is computed.
        inputs: The statements that it is computed from, in its order.

    Returns:
        The number; ``None`` where there is none: the statement does not say how, an input has no
        value, the units do not fit, something is divided by what may be nought, growth starts from
        nought or less, or there are more digits than a number can have.
    """
    result = _result(statement, inputs)
    return None if result is None else result.number


def derived_reason(statement: Statement[Any], inputs: Inputs) -> Reason | None:
    """Return how the value that is stated compares with the one computed from other statements.

    What is stated follows if it covers what the inputs allow: the same figure, as far as it is
    rounded, or bounds that are no narrower. Where a source prints the value, the inputs may be
    rounded too. Bounds that are narrower may be true, and do not follow.

    Args:
        statement: A statement that says how it is computed.
        inputs: The statements that it is computed from, in its order.

    Returns:
        A reason of the verdict ``agrees`` or ``refines`` where it follows, of ``incomparable``
        where it says more than they do, and of ``conflicts`` where it cannot be so; ``None``
        where nothing can be computed.
    """
    result = _result(statement, inputs)
    if result is None:
        return None
    parts = (statement.value, result.number)
    if str(statement.value) == str(result.number):
        return Reason("same", parts)
    exact, widest = result.exact, result.widest
    with localcontext(WIDE):
        # Who prints it may have added up what was rounded for print; others have only the print.
        slack = [
            abs(a - b) if a.is_finite() and not statement.is_computed else Decimal(0)
            for a, b in ((exact.low, widest.low), (exact.high, widest.high))
        ]
        for said, allowed in _claims(statement.value, result):
            if not said.widened(*slack).contains(allowed):
                return Reason("partly" if said.meets(widest) else "other-value", parts)
    has_bounds = _is_bounded(statement.value) or _is_bounded(result.number)
    return Reason("within-bounds" if has_bounds else "rounded", parts)


def computation(statement: Statement[Any], inputs: Inputs) -> str:
    """Return a computation in the notation of data files, such as ``2 CNY + 3 CNY = 5 CNY``."""
    said = [f"({s.absent})" if s.absent else str(s.value) for s in inputs]
    formulas = {
        Derivation.SUM: " + ".join(said),
        Derivation.DIFFERENCE: " - ".join(said),
        Derivation.PRODUCT: " * ".join(said),
        Derivation.QUOTIENT: " / ".join(said),
        Derivation.AVERAGE: f"the average of {' and '.join(said)}",
        Derivation.GROWTH: f"growth from {' to '.join(said)}",
        Derivation.SHARE: " as a part of ".join(said),
        Derivation.CONVERSION: " at ".join(said),
    }
    formula = formulas[statement.derived_by] if statement.derived_by else ", ".join(said)
    number = recompute(statement, inputs)
    return formula if number is None else f"{formula} = {number}"


@attrs.frozen
class _Result:
    number: Number
    """The result as it is written."""
    amount: Decimal | None
    """What the figures alone come to, unrounded, where every input has one."""
    exact: Range
    """The result, where every figure is exactly what is written."""
    widest: Range
    """The result, where every figure is anything that rounds to it."""


def _result(statement: Statement[Any], inputs: Inputs) -> _Result | None:
    numbers = [s.value for s in inputs if not s.absent]
    if statement.derived_by is None or len(numbers) != len(statement.derived_from):
        return None
    if not all(isinstance(number, Number) for number in numbers):
        return None
    if misfit(statement.derived_by, statement.value.unit, [n.unit for n in numbers]):
        return None
    with localcontext(WIDE):
        try:
            exact = _computed(statement, numbers, rounded=False)
            if exact.low.is_infinite() and exact.high.is_infinite():
                return None
            widest = _computed(statement, numbers, rounded=True)
            amount = _amount(statement, numbers)
            return _Result(_written(statement, numbers, exact, amount), amount, exact, widest)
        except (ZeroDivisionError, InvalidValueError):
            return None


def _computed(statement: Statement[Any], numbers: Sequence[Number], *, rounded: bool) -> Range:
    """Return every value that the computation may give.

    Raises:
        ZeroDivisionError: Something is divided by what may be nought, or growth starts from there.
    """
    ranges = [Range.of(number, rounded=rounded) for number in numbers]
    first, second = ranges[:2]
    match statement.derived_by:
        case Derivation.SUM:
            return reduce(add, ranges)
        case Derivation.AVERAGE:
            return reduce(add, ranges) / Range.point(Decimal(len(ranges)))
        case Derivation.DIFFERENCE:
            return first - reduce(add, ranges[1:])
        case Derivation.GROWTH if first.first <= NOUGHT.last:
            raise ZeroDivisionError
        case Derivation.GROWTH:
            return HUNDRED * second / first - HUNDRED
        case Derivation.SHARE:
            return HUNDRED * first / second
    units = [number.unit for number in numbers]
    if statement.derived_by is Derivation.CONVERSION:
        change = converted(*units)
        return first * second if change is not None and change[1] else first / second
    if statement.derived_by is Derivation.QUOTIENT:
        return first / second * _percent(statement.value.unit, units[1], under=units[0])
    return reduce(mul, ranges) * _percent(statement.value.unit, under="".join(units))


def _percent(*over: str, under: str) -> Range:
    """Return the factor by which percentages make a product or quotient larger or smaller."""
    power = 2 * (over.count(PERCENT) - under.count(PERCENT))
    return Range.point(Decimal(1).scaleb(power))


def _amount(statement: Statement[Any], numbers: Sequence[Number]) -> Decimal | None:
    if any(number.amount is None for number in numbers):
        return None
    figures = [attrs.evolve(n, lower=None, upper=None, approximate=False) for n in numbers]
    return _computed(statement, figures, rounded=False).low


# -- writing ---------------------------------------------------------------------------------


def _written(
    statement: Statement[Any], numbers: Sequence[Number], exact: Range, amount: Decimal | None
) -> Number:
    """Return a result with the digits that its inputs justify: a figure, else its bounds.

    Raises:
        InvalidValueError: It has no bounds, or more digits than a number can have.
    """
    # The formula may give what no share can be, such as more than all.
    kind = Quantity if isinstance(statement.value, Share) else type(statement.value)
    unit, place = statement.value.unit, _place(statement, numbers, exact, amount)
    figure = None if amount is None else _rounded(amount, place, ROUND_HALF_UP)
    if figure is not None and amount is not None and not any(map(_is_bounded, numbers)):
        is_about = any(n.approximate for n in numbers)
        reach = Decimal((0, (5,), place - 1)) + abs(amount) * NEAR
        if not is_about or Range.point(amount).widened(reach, reach).contains(exact):
            return kind(figure, unit, approximate=is_about)
    low = _rounded(exact.low, place, ROUND_FLOOR) if exact.low.is_finite() else None
    high = _rounded(exact.high, place, ROUND_CEILING) if exact.high.is_finite() else None
    if figure is not None and low is not None and high is not None:
        return kind(figure, unit, lower=low, upper=high)
    return kind(
        None,
        unit,
        lower=low,
        upper=high,
        lower_exclusive=exact.above and low is not None,
        upper_exclusive=exact.below and high is not None,
    )


def _is_bounded(number: Number) -> bool:
    return number.lower is not None or number.upper is not None


def _rounded(number: Decimal, place: int, rounding: str) -> Decimal:
    found = number.quantize(Decimal((0, (1,), place)), rounding=rounding)
    return found or abs(found)  # nought has a sign


def _place(
    statement: Statement[Any], numbers: Sequence[Number], exact: Range, amount: Decimal | None
) -> int:
    """Return the power of ten of the last digit that a result is written with."""
    # Bounds are no roundings: only where there is nothing else their digits tell how many.
    amounts = [n.amount for n in numbers if n.amount is not None]
    bounds = [end for n in numbers for end in (n.lower, n.upper) if end is not None]
    if statement.derived_by in BY_PLACE:
        return max(map(_exponent, amounts)) if amounts else min(map(_exponent, bounds))
    fewest = min(map(_digits, amounts)) if amounts else max(map(_digits, bounds))
    ends = [end for end in (exact.low, exact.high) if end.is_finite()]
    size = max(map(abs, ends)) if amount is None else amount
    if statement.derived_by is Derivation.GROWTH:
        size += 100
    return size.adjusted() - fewest + 1


def _digits(figure: Decimal) -> int:
    return len(figure.as_tuple().digits)


def _exponent(figure: Decimal) -> int:
    return int(figure.as_tuple().exponent)


# -- comparing -------------------------------------------------------------------------------


def _claims(stated: Number, result: _Result) -> Iterator[tuple[Range, Range]]:
    """Yield what is stated as ranges, each with what must lie within it."""
    if _is_bounded(stated):
        yield Range.of(stated), result.exact
    if stated.amount is not None:
        # "About" is said of the figure, and so are bounds beside it.
        allowed = result.exact
        if result.amount is not None and (_is_bounded(stated) or stated.approximate):
            allowed = Range.point(result.amount)
        yield Range.of(attrs.evolve(stated, lower=None, upper=None)), allowed
