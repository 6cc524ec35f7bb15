"""How a value is computed from others: of how many, and of which units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from companyprofiles._choices import Choice
from companyprofiles._currencies import CURRENCIES
from companyprofiles._numbers import Number
from companyprofiles.errors import sentence

__all__ = ["PERCENT", "Derivation", "converted", "misfit", "misused"]

PERCENT = "%"


class Derivation(Choice):
    """How a value is computed from those of other statements, in the order that they are named."""

    SUM = "sum"
    """All of them together."""
    DIFFERENCE = "difference"
    """The first less all others."""
    PRODUCT = "product"
    """All of them multiplied; a percentage is a part, and a price meets what it is the price of."""
    QUOTIENT = "quotient"
    """The first divided by the second."""
    AVERAGE = "average"
    """Their mean."""
    GROWTH = "growth"
    """By how much the second is above the first, in percent of the first."""
    SHARE = "share"
    """The first as a part of the second, in percent."""
    CONVERSION = "conversion"
    """The first, an amount of money, at the second, a rate such as ``7.25 CNY/USD``."""


PAIRS = (Derivation.QUOTIENT, Derivation.GROWTH, Derivation.SHARE, Derivation.CONVERSION)
"""Those that take two values; the others take two or more."""
IN_PERCENT = (Derivation.GROWTH, Derivation.SHARE)
"""Those whose value is in percent, and whose inputs are of one unit."""


def misused(
    how: Derivation | None, keys: Sequence[str], value: object
) -> Iterator[tuple[str, str]]:
    """Yield what does not fit in a statement's own account of how it was computed.

    Args:
        how: How it is computed; ``None`` where that is not said.
        keys: Keys of what it is computed from.
        value: Its value; ``None`` where it has none.
    """
    for number, key in enumerate(keys):
        if key in keys[:number]:
            yield f"derived_from[{number}]", sentence("a key that is named once", key)
    if how is None:
        return
    if not keys:
        advice = "Name there what it is computed from."
        yield "derived_by", sentence("left out without 'derived_from'", how.value, advice)
        return
    if not isinstance(value, Number):
        yield "derived_by", sentence("left out where the value is no number", how.value)
        return
    if len(keys) != 2 if how in PAIRS else len(keys) < 2:  # noqa: PLR2004
        expected = "two keys" if how in PAIRS else "two keys or more"
        yield "derived_from", sentence(f"{expected} for a value by '{how}'", list(keys))
    if how in IN_PERCENT and value.unit != PERCENT:
        advice = "Write it as in '2.74 %'."
        yield "value", sentence(f"in percent where it is computed by '{how}'", str(value), advice)


def misfit(how: Derivation, unit: str, units: Sequence[str]) -> str:
    """Return what is wrong with the units of a computation; nothing where they fit.

    Args:
        how: How it is computed.
        unit: Unit of the value.
        units: Units of what it is computed from, as many as *how* takes.
    """
    found = ", ".join(unit or "no unit" for unit in units)
    if how in IN_PERCENT:
        fits, expected = units[0] == units[1], "numbers of one unit"
    elif how is Derivation.PRODUCT:
        fits, expected = _multiply_to(units, unit), f"numbers whose product is {_in(unit)}"
    elif how is Derivation.QUOTIENT:
        fits = _multiply_to((unit, units[1]), units[0])
        expected = f"numbers whose quotient is {_in(unit)}"
    elif how is Derivation.CONVERSION:
        fits = (change := converted(*units)) is not None and change[0] == unit
        expected = f"an amount and an exchange rate, such as 7.25 CNY/USD, that give {unit}"
    else:
        fits, expected = set(units) == {unit}, f"numbers {_in(unit)}, as the value is"
    return "" if fits else sentence(expected, found)


def converted(unit: str, rate: str) -> tuple[str, bool] | None:
    """Return what a unit of money becomes at an exchange rate.

    Args:
        unit: Such as ``USD`` or ``USD/month``.
        rate: Unit of the rate, such as ``CNY/USD``, which is CNY for one USD.

    Returns:
        The unit that it becomes, and whether the amount is multiplied by the rate and not divided;
        ``None`` where the rate is of other currencies, or no rate.
    """
    currency, slash, per = unit.partition("/")
    price, _, of = rate.partition("/")
    if price not in CURRENCIES or of not in CURRENCIES or currency not in (price, of):
        return None
    return (f"{price}{slash}{per}", True) if currency == of else (f"{of}{slash}{per}", False)


def _multiply_to(units: Sequence[str], whole: str) -> bool:
    """Tell whether numbers in *units* multiply to one in *whole*."""
    named = [unit for unit in units if unit not in ("", PERCENT)]
    if not named:
        return whole in ("", PERCENT)
    if len(named) == 1:
        return named[0] == whole
    if len(named) > 2:  # noqa: PLR2004
        return False
    first, second = named
    return _amounts_to(first, second, whole) or _amounts_to(second, first, whole)


def _amounts_to(price: str, count: str, whole: str) -> bool:
    """Tell whether a price, such as ``CNY/share``, times a count of ``shares`` is in *whole*."""
    amount, _, per = price.partition("/")
    return amount == whole and bool(per) and count in (per, f"{per}s")


def _in(unit: str) -> str:
    return f"in {unit}" if unit else "without a unit"
