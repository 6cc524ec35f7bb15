"""The one number type, with its bounds and its digits as written; money, quantities, shares."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import ClassVar, Self

import attrs

from companyprofiles._currencies import CURRENCIES
from companyprofiles._in_words import InWords
from companyprofiles.errors import InvalidValueError

__all__ = ["Money", "Number", "Quantity", "Share"]

MOST_DIGITS = 40
"""Digits of the longest number that is read."""
LARGEST_EXPONENT = 30
"""Largest power of ten, either way."""
LONGEST_TEXT = 200
LONGEST_UNIT = 40
LONGEST_FRACTION = 20
"""Decimals that are written out; smaller numbers get an exponent."""

_DECIMAL = r"-?[0-9]{1,40}(?:\.[0-9]{1,40})?(?:E[+-]?[0-9]{1,2})?"
FIGURE = (
    r"(?P<approximate>~)?"
    rf"(?:(?P<sign>[<>]=?)(?P<bound>{_DECIMAL})"
    rf"|(?P<amount>{_DECIMAL})(?: \[(?P<low>{_DECIMAL})\.\.(?P<high>{_DECIMAL})\])?"
    rf"|(?P<above>>)?(?P<lower>{_DECIMAL})\.\.(?P<below><)?(?P<upper>{_DECIMAL}))"
)
UNIT = r"\S(?:.*\S)?"
GRAMMAR = rf"{FIGURE}(?: (?P<unit>{UNIT}))?"
PER = r"[a-z][a-z0-9 -]{0,39}"
EXPECTED = "a number such as '941168E6', '>45E6', '~30E9', '20E9..90E9' or '30E9 [20E9..40E9]'"

ANY_UNIT = "A unit follows after one space."
INSTEAD = (
    (r"[0-9],[0-9]{3}", "Leave out the signs between the digits."),
    (
        r"(?i)(?:hundred|thousand|million|billion|trillion)\b|[0-9](?:k|m|bn)\b|[百千万亿]",
        "Write the scale as an exponent, as in '45E6', and words such as 'over' as '>'.",
    ),
    (
        r"(?i)over|under|about|nearly|[超逾近约]",
        "Write '>' for over, '<' for under, '~' for about.",
    ),
)
"""What to write instead, by what stands in the text."""


def _written(number: Decimal | None) -> object:
    """What equality compares: the digits as the source wrote them, not only their worth."""
    return None if number is None else number.as_tuple()


def _read_decimal(value: Decimal | int | str | None) -> Decimal | None:
    """Turn digits into a Decimal within the bounds; a float has lost them already."""
    if value is None:
        return None
    if isinstance(value, bool | float) or not isinstance(value, Decimal | int | str):
        raise InvalidValueError("digits", value, "Quote the number, so that its digits are kept.")
    if isinstance(value, str) and not re.fullmatch(_DECIMAL, value):
        raise InvalidValueError("digits such as '941168E6'", value)
    number = Decimal(value)
    if not number.is_finite():
        raise InvalidValueError("a finite number", str(value))
    digits, exponent = len(number.as_tuple().digits), int(number.as_tuple().exponent)
    if digits > MOST_DIGITS or abs(exponent) > LARGEST_EXPONENT + MOST_DIGITS * (exponent < 0):
        raise InvalidValueError(
            f"a number of at most {MOST_DIGITS} digits and exponent {LARGEST_EXPONENT}", str(value)
        )
    return number


def _advice(text: str) -> str:
    """Return what to write instead of a text that is no number."""
    return next((words for form, words in INSTEAD if re.search(form, text)), ANY_UNIT)


@attrs.frozen(order=False, repr=False)
class Number(InWords):
    """A number as a source gives it: exact, rounded, bounded, approximate, with a unit.

    Equality keeps the digits as written, since they tell how far the figure was rounded:
    ``941168E6`` and ``941.2E9`` differ, and so do ``1E9`` and ``1000E6``.
    """

    amount: Decimal | None = attrs.field(default=None, converter=_read_decimal, eq=_written)
    """The figure in single units, never in thousands; missing where only bounds are known."""
    unit: str = ""
    """Unit of amount and bounds."""
    lower: Decimal | None = attrs.field(default=None, converter=_read_decimal, eq=_written)
    """Smallest value that it may have."""
    upper: Decimal | None = attrs.field(default=None, converter=_read_decimal, eq=_written)
    """Largest value that it may have."""
    lower_exclusive: bool = False
    """Whether it is above :attr:`lower`, not equal to it."""
    upper_exclusive: bool = False
    """Whether it is below :attr:`upper`, not equal to it."""
    approximate: bool = False
    """Whether the source says "about"."""

    noun: ClassVar[str] = "a number"

    def __attrs_post_init__(self) -> None:
        low, high = self.lower, self.upper
        if self.amount is None and low is None and high is None:
            raise InvalidValueError(EXPECTED, "")
        if self.amount is not None and (low is None) != (high is None):
            raise InvalidValueError("an amount with both bounds or with none", str(self))
        if (self.lower_exclusive and (low is None or self.amount is not None)) or (
            self.upper_exclusive and (high is None or self.amount is not None)
        ):
            raise InvalidValueError("an exclusive bound that is there", str(self))
        if low is not None and high is not None and low > high:
            raise InvalidValueError("a range from the smaller to the larger number", str(self))
        if self.amount is not None and (
            (low is not None and self.amount < low) or (high is not None and self.amount > high)
        ):
            raise InvalidValueError("an amount between its bounds", str(self))
        self._check_unit()

    def _check_unit(self) -> None:
        if len(self.unit) > LONGEST_UNIT or not self.unit.isprintable():
            raise InvalidValueError(
                f"a printable unit of at most {LONGEST_UNIT} characters", self.unit
            )
        if self.unit != self.unit.strip():
            raise InvalidValueError("a unit without spaces around it", self.unit)
        if self.unit.startswith("["):  # as bounds do
            raise InvalidValueError("a unit that does not begin with a bracket", self.unit)

    @classmethod
    def parse(cls, text: str, unit: str = "") -> Self:
        """Read a number in the one grammar.

        Args:
            text: Such as ``941168E6 CNY``, ``>45E6 users``, ``>=600E6 USD``, ``~30E9``,
                ``20E9..90E9 USD``, ``30E9 [20E9..40E9]`` (an amount with its bounds) or
                ``59.9 CNY/month``.
            unit: Unit to take where *text* has none.

        Raises:
            InvalidValueError: It does not follow the grammar, or the unit does not fit.
        """
        if not isinstance(text, str):
            raise InvalidValueError(
                f"{cls.noun} as a string", text, "Quote it, so that its digits are kept."
            )
        match = re.fullmatch(GRAMMAR, text) if len(text) <= LONGEST_TEXT else None
        if match is None:
            raise InvalidValueError(EXPECTED, text, _advice(text))
        sign, bound = match["sign"] or "", match["bound"]
        return cls(
            amount=match["amount"],
            unit=match["unit"] or unit,
            lower=bound if sign.startswith(">") else (match["low"] or match["lower"]),
            upper=bound if sign.startswith("<") else (match["high"] or match["upper"]),
            lower_exclusive=sign == ">" or bool(match["above"]),
            upper_exclusive=sign == "<" or bool(match["below"]),
            approximate=bool(match["approximate"]),
        )

    @property
    def least(self) -> Decimal | None:
        """The smallest value it may have, which is the amount where it is exact."""
        return self.lower if self.lower is not None or self.upper is not None else self.amount

    @property
    def most(self) -> Decimal | None:
        """The largest value it may have."""
        return self.upper if self.lower is not None or self.upper is not None else self.amount

    @property
    def sort_key(self) -> tuple[str, Decimal, str]:
        """An order for display, by unit and size."""
        size = next(n for n in (self.amount, self.lower, self.upper) if n is not None)
        return (self.unit, size, str(self))

    def __str__(self) -> str:
        mark = "~" if self.approximate else ""
        return f"{mark}{self._figures()}{' ' if self.unit else ''}{self.unit}"

    def _figures(self) -> str:
        if self.amount is not None:
            if self.lower is None and self.upper is None:
                return _digits(self.amount)
            low = self.lower if self.lower is not None else self.amount
            high = self.upper if self.upper is not None else self.amount
            return f"{_digits(self.amount)} [{_digits(low)}..{_digits(high)}]"
        if self.upper is None:
            return f"{'>' if self.lower_exclusive else '>='}{_digits(self.lower)}"
        if self.lower is None:
            return f"{'<' if self.upper_exclusive else '<='}{_digits(self.upper)}"
        above, below = ">" * self.lower_exclusive, "<" * self.upper_exclusive
        return f"{above}{_digits(self.lower)}..{below}{_digits(self.upper)}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


class Money(Number):
    """An amount of money; its unit is an ISO 4217 code, or a price such as ``CNY/month``."""

    __slots__ = ()
    noun: ClassVar[str] = "an amount of money such as '941168E6 CNY'"

    def _check_unit(self) -> None:
        super()._check_unit()
        currency, slash, per = self.unit.partition("/")
        if currency not in CURRENCIES:
            advice = "Use 'CNY' for renminbi." if currency == "RMB" else "Use a code such as 'CNY'."
            raise InvalidValueError("an ISO 4217 currency code", currency, advice)
        if slash and not re.fullmatch(PER, per):
            raise InvalidValueError("a price per something, such as 'CNY/month'", self.unit)

    @property
    def currency(self) -> str:
        """ISO 4217 code of the currency."""
        return self.unit.partition("/")[0]


class Quantity(Number):
    """A number of something, such as people or parameters."""

    __slots__ = ()
    noun: ClassVar[str] = "a quantity such as '10E9' or '>45E6 users'"


class Share(Number):
    """A part of a whole, in percent."""

    __slots__ = ()
    noun: ClassVar[str] = "a share such as '36 %' or '20..25 %'"

    def _check_unit(self) -> None:
        if self.unit != "%":
            raise InvalidValueError("a share in percent", str(self), "Write it as in '36 %'.")
        for bound in (self.amount, self.lower, self.upper):
            if bound is not None and not 0 <= bound <= 100:  # noqa: PLR2004
                raise InvalidValueError("a share from 0 to 100 %", str(self))


def _digits(number: Decimal | None) -> str:
    """Write a number with the digits that it was made of, by powers of a thousand if it can be.

    ``941168E6``, ``2.4E12`` and ``59.9`` come out as they went in.
    """
    if number is None:
        return ""
    sign, digits, exponent = number.as_tuple()
    if not isinstance(exponent, int) or -LONGEST_FRACTION <= exponent <= 0:
        return f"{number:f}"
    figures, point = "".join(map(str, digits)), -exponent % 3
    if exponent > 0 and 0 < point < len(figures):
        figures, exponent = f"{figures[:-point]}.{figures[-point:]}", exponent + point
    return f"{'-' * sign}{figures}E{exponent}"


def as_share(value: Share | str) -> Share:
    """Return *value*, read first if it is a string."""
    return value if isinstance(value, Share) else Share.parse(value)
