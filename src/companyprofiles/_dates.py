"""A date as finely as it is known, and the questions that it answers."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache, total_ordering
from typing import TYPE_CHECKING

import attrs

from companyprofiles._edtf import (
    EXPECTED_DATE,
    MONTHS,
    ONE_DAY,
    Precision,
    days_of_months,
    month_of,
    read_date,
)
from companyprofiles._in_words import InWords
from companyprofiles.errors import InvalidValueError

if TYPE_CHECKING:
    from companyprofiles._periods import Period

__all__ = ["PartialDate", "Precision", "answer", "as_partial_date", "day_after", "day_before"]


@total_ordering
@attrs.frozen(order=False)
class PartialDate(InWords):
    """A point in time, known to a day, a part of a year, a year, a decade or a range of days.

    Made by :meth:`parse` from an EDTF string. Two dates are equal when they are written
    alike: ``1999`` and ``1999~`` differ. The order is total and serves display: by the
    earliest day, then the latest, then the text.

    The questions are about the one day that the date stands for, which may be any day of
    :attr:`slack`. They answer ``True`` or ``False`` where that holds whichever day it is, and
    ``None`` where it cannot be said. The other date may be given as a string.
    """

    text: str
    """The date in EDTF, as written."""
    earliest: dt.date = attrs.field(eq=False)
    """First day that the text names; slack for ``~`` and ``?`` is not added."""
    latest: dt.date = attrs.field(eq=False)
    """Last day that the text names."""
    precision: Precision = attrs.field(eq=False)
    """How finely the date is known."""
    approximate: bool = attrs.field(default=False, eq=False)
    """Marked ``~``: near that date."""
    uncertain: bool = attrs.field(default=False, eq=False)
    """Marked ``?``: not sure that it is that date."""
    slack: tuple[dt.date, dt.date] = attrs.field(init=False, eq=False)
    """First and last day that it may be; a marked date reaches its own length further each way."""

    @slack.default
    def _widened(self) -> tuple[dt.date, dt.date]:
        if not self.is_marked:
            return self.earliest, self.latest
        if self.precision is Precision.DAY:
            return day_before(self.earliest), day_after(self.latest)
        months = MONTHS[self.precision]
        return days_of_months(month_of(self.earliest) - months, month_of(self.latest) + 1 + months)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read one EDTF date.

        Args:
            text: Such as ``2023-04-11``, ``2023-04``, ``2023-33`` (a quarter), ``2023-21`` (a
                season), ``2023-40`` (a half), ``2023``, ``202X``, ``2023~``, ``2023?``, ``2023%``
                (both) or ``[2020-01..2020-04]`` (one of).

        Raises:
            InvalidValueError: It is none of these, or there is no such day.
        """
        if not isinstance(text, str):
            raise InvalidValueError(EXPECTED_DATE, text, "Write it as a quoted string.")
        return _parse_date(text)

    @property
    def is_marked(self) -> bool:
        """Whether it is approximate or uncertain, so that it may be a day outside of it."""
        return self.approximate or self.uncertain

    def before(self, other: PartialDate | str) -> bool | None:
        """Tell whether it came before *other*.

        Returns:
            True if it did, False if it cannot have, None if that cannot be said.

        Raises:
            InvalidValueError: *other* is a string and no date.
        """
        (first, last), (other_first, other_last) = self.slack, as_partial_date(other).slack
        return answer(certain=last < other_first, possible=first < other_last)

    def after(self, other: PartialDate | str) -> bool | None:
        """Tell whether it came after *other*: the same as ``other.before(self)``.

        Returns:
            True if it did, False if it cannot have, None if that cannot be said.

        Raises:
            InvalidValueError: *other* is a string and no date.
        """
        return as_partial_date(other).before(self)

    def within(self, period: Period | PartialDate | str) -> bool | None:
        """Tell whether it falls within *period*, from its first day to its last.

        Returns:
            True if it does, False if it cannot, None if that cannot be said.

        Raises:
            InvalidValueError: *period* is a string and neither a date nor a period.
        """
        # Periods are made of dates, so the import has to wait.
        from companyprofiles._periods import Period

        text = period if isinstance(period, str) else period.text
        return Period.parse(text).whole.covers(self)

    def agrees(self, other: PartialDate | str) -> bool | None:
        """Tell whether both may be about the same day, one of them perhaps less finely.

        Returns:
            True if one lies within the other, or within its slack; False if they cannot be the
            same day; None if they overlap in part, so that neither bears the other out.

        Raises:
            InvalidValueError: *other* is a string and no date.
        """
        other = as_partial_date(other)
        (first, last), (other_first, other_last) = self.slack, other.slack
        return answer(
            certain=(other_first <= self.earliest and self.latest <= other_last)
            or (first <= other.earliest and other.latest <= last),
            possible=first <= other_last and other_first <= last,
        )

    def refines(self, other: PartialDate | str) -> bool | None:
        """Tell whether it says the same as *other* more finely.

        Returns:
            True if *other* allows every day that this date does, and more; False if they cannot
            be the same day, or *other* is as fine or finer; None if they overlap in part.

        Raises:
            InvalidValueError: *other* is a string and no date.
        """
        (first, last), (other_first, other_last) = self.slack, as_partial_date(other).slack
        lies_within = other_first <= first and last <= other_last
        holds = first <= other_first and other_last <= last
        return answer(
            certain=lies_within and not holds,
            possible=not holds and first <= other_last and other_first <= last,
        )

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"PartialDate({self.text!r})"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, PartialDate):
            return NotImplemented
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[dt.date, dt.date, str]:
        """The order for display, by earliest day, latest day and text."""
        return (self.earliest, self.latest, self.text)


@lru_cache(maxsize=4096)
def _parse_date(text: str) -> PartialDate:
    earliest, latest, precision, mark = read_date(text)
    return PartialDate(
        text=text,
        earliest=earliest,
        latest=latest,
        precision=precision,
        approximate=mark in ("~", "%"),
        uncertain=mark in ("?", "%"),
    )


def as_partial_date(value: PartialDate | str) -> PartialDate:
    """Return *value*, read first if it is a string."""
    return value if isinstance(value, PartialDate) else PartialDate.parse(value)


def answer(*, certain: bool, possible: bool) -> bool | None:
    """Return what can be said: True if *certain*, False if not even *possible*, else None."""
    if certain:
        return True
    return None if possible else False


def day_before(day: dt.date) -> dt.date:
    """Return the day before, or the first of all days itself."""
    return max(day, dt.date.min + ONE_DAY) - ONE_DAY


def day_after(day: dt.date) -> dt.date:
    """Return the day after, or the last of all days itself."""
    return min(day, dt.date.max - ONE_DAY) + ONE_DAY
