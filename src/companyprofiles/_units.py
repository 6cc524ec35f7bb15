"""Units that are multiples of one another: what is told per thousand or in millions of something.

A price per thousand tokens and one per million are prices of one thing, and so are the PFLOPS and
the TFLOPS of a chip.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from companyprofiles._numbers import Number
from companyprofiles._ranges import WIDE

__all__ = ["base_unit", "in_base_unit", "in_printed_unit"]

WORDS = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
"""Words before a unit, and the power of ten that each stands for."""
PREFIXES = {"k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18, "m": -3, "µ": -6, "n": -9}
"""Prefixes of the International System of Units."""
PREFIXED = ("FLOPS", "FLOP", "OPS", "B", "Wh", "W", "Hz", "m")
"""Units that are written with such prefixes."""

_WORD = re.compile(rf"({'|'.join(WORDS)}) (\S.*)")
_PREFIX = re.compile(rf"([{''.join(PREFIXES)}])({'|'.join(PREFIXED)})")


@lru_cache(maxsize=1024)
def base_unit(unit: str) -> tuple[str, int]:
    """Return the unit that a unit is a multiple of, and the power of ten between the two.

    Args:
        unit: Such as ``CNY/million tokens``, which is ``CNY/tokens`` and the power -6.
    """
    above, slash, below = unit.partition("/")
    name, power = _of_one(above)
    per, divisor = _of_one(below)
    return f"{name}{slash}{per}", power - divisor


def _of_one(unit: str) -> tuple[str, int]:
    if match := _WORD.fullmatch(unit):
        return match[2], WORDS[match[1]]
    if match := _PREFIX.fullmatch(unit):
        return match[2], PREFIXES[match[1]]
    return unit, 0


def in_base_unit(number: Number) -> Number:
    """Return a number in its base unit, with the digits that it has.

    It is no money any more, since there need not be a currency that is so called.
    """
    unit, power = base_unit(number.unit)
    return number if unit == number.unit else _scaled(number, power, unit)


def in_printed_unit(number: Number, text: str) -> Number:
    """Return a number in the multiple of its unit that a text names, such as PFLOPS for TFLOPS."""
    unit, power = base_unit(number.unit)
    if unit not in PREFIXED:
        return number
    for prefix, other in {**PREFIXES, "": 0}.items():
        if re.search(rf"(?<![A-Za-zµ]){prefix}{unit}(?![A-Za-z])", text):
            return _scaled(number, power - other, f"{prefix}{unit}")
    return number


def _scaled(number: Number, power: int, unit: str) -> Number:
    def scaled(digits: Decimal | None) -> Decimal | None:
        return None if digits is None else WIDE.scaleb(digits, power)

    return Number(
        amount=scaled(number.amount),
        unit=unit,
        lower=scaled(number.lower),
        upper=scaled(number.upper),
        lower_exclusive=number.lower_exclusive,
        upper_exclusive=number.upper_exclusive,
        approximate=number.approximate,
    )
