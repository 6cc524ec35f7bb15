"""Dates as they are known, and periods: Extended Date/Time Format (EDTF, ISO 8601-2)."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum
from functools import lru_cache, total_ordering

import attrs

from companyprofiles.errors import InvalidValueError

__all__ = ["End", "PartialDate", "Period", "Precision"]

LONGEST_TEXT = 64
"""Characters of the longest date or period that is read."""

DATE = (
    r"(?P<decade>[0-9]{3})X(?P<decade_mark>[~?%]?)"
    r"|(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<mark>[~?%]?)"
)
ONE_OF = r"\[([0-9X-]{4,10})?\.\.([0-9X-]{4,10})?\]"

EXPECTED_DATE = (
    "an EDTF date such as '2023', '2023-04', '2023-04-11', '2023-04~' or '[2020-01..2020-04]'"
)
EXPECTED_PERIOD = (
    "an EDTF date or interval such as '2021-05', '2023-04-01/2024-03-31' or '2015-05/..'"
)


class Precision(Enum):
    """How finely a date is known."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"
    """One day between two dates, as in ``[2020-01..2020-04]``."""


@total_ordering
@attrs.frozen(order=False)
class PartialDate:
    """A point in time, known to a day, a month, a year, a decade or a range of days.

    Made by :meth:`parse` from an EDTF string. Two dates are equal when they are written
    alike: ``1999`` and ``1999~`` differ. The order is total and serves display: by the
    earliest day, then the latest, then the text.
    """

    text: str
    """The date in EDTF, as written."""
    earliest: dt.date = attrs.field(eq=False)
    """First day that the text allows; slack for ``~`` and ``?`` is not added."""
    latest: dt.date = attrs.field(eq=False)
    """Last day that the text allows."""
    precision: Precision = attrs.field(eq=False)
    """How finely the date is known."""
    approximate: bool = attrs.field(default=False, eq=False)
    """Marked ``~``: near that date."""
    uncertain: bool = attrs.field(default=False, eq=False)
    """Marked ``?``: not sure that it is that date."""

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read one EDTF date.

        Args:
            text: Such as ``2023-04-11``, ``2023-04``, ``2023``, ``202X``, ``2023~``,
                ``2023?``, ``2023%`` (both) or ``[2020-01..2020-04]`` (one of).

        Raises:
            InvalidValueError: It is none of these, or there is no such day.
        """
        if not isinstance(text, str):
            raise InvalidValueError(EXPECTED_DATE, text, "Write it as a quoted string.")
        return _parse_date(text)

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
    if len(text) > LONGEST_TEXT:
        raise InvalidValueError(EXPECTED_DATE, text)
    if text.startswith("["):
        return _parse_one_of(text)
    match = re.fullmatch(DATE, text)
    if match is None:
        raise InvalidValueError(EXPECTED_DATE, text)
    mark = match["mark"] or match["decade_mark"] or ""
    try:
        earliest, latest, precision = _span(match)
    except ValueError:
        raise InvalidValueError(
            "a day of the calendar in the years 0001 to 9999", text, "Check month and day."
        ) from None
    return PartialDate(
        text=text,
        earliest=earliest,
        latest=latest,
        precision=precision,
        approximate=mark in ("~", "%"),
        uncertain=mark in ("?", "%"),
    )


def _span(match: re.Match[str]) -> tuple[dt.date, dt.date, Precision]:
    if match["decade"]:
        first = int(match["decade"]) * 10
        return dt.date(max(first, 1), 1, 1), dt.date(first + 9, 12, 31), Precision.DECADE
    year = int(match["year"])
    if match["month"] is None:
        return dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR
    month = int(match["month"])
    if match["day"] is None:
        first_day = dt.date(year, month, 1)
        return (
            first_day,
            _last_day(year, month),
            Precision.MONTH,
        )
    day = dt.date(year, month, int(match["day"]))
    return day, day, Precision.DAY


def _parse_one_of(text: str) -> PartialDate:
    match = re.fullmatch(ONE_OF, text)
    if match is None or not (match[1] or match[2]):
        raise InvalidValueError("a range of dates such as '[2020-01..2020-04]'", text)
    earliest = _parse_date(match[1]).earliest if match[1] else dt.date.min
    latest = _parse_date(match[2]).latest if match[2] else dt.date.max
    if latest < earliest:
        raise InvalidValueError("a range that ends after it starts", text, "Swap the two dates.")
    return PartialDate(text=text, earliest=earliest, latest=latest, precision=Precision.RANGE)


def _last_day(year: int, month: int) -> dt.date:
    # Imported late: with it comes the locale machinery, which most programs never need.
    from calendar import monthrange

    return dt.date(year, month, monthrange(year, month)[1])


class End(Enum):
    """An end of a period that is not a date."""

    OPEN = ".."
    """There is no such end, since it still holds or always has."""
    UNKNOWN = ""
    """Whether or when it ended (or began) is not known."""


@total_ordering
@attrs.frozen(order=False)
class Period:
    """A stretch of time, or one date.

    ``2020-01/2020-03`` is a stretch that lasts from January to March; ``2020-02`` is a single
    date. How a single date is to be read (some day in it, or the whole of it) is said by
    the property's :class:`~companyprofiles.Time`.
    """

    text: str
    """The period in EDTF, as written."""
    start: PartialDate | End = attrs.field(eq=False)
    """When it begins; equal to :attr:`end` for a single date."""
    end: PartialDate | End = attrs.field(eq=False)
    """When it ends, that day included."""

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read an EDTF interval or a single EDTF date.

        Args:
            text: Such as ``2023-04-01/2024-03-31``, ``2015-05/..`` (still so), ``2015-05/``
                (its end is not known) or ``2021-05``.

        Raises:
            InvalidValueError: It is neither, or it ends before it starts.
        """
        if not isinstance(text, str):
            raise InvalidValueError(EXPECTED_PERIOD, text, "Write it as a quoted string.")
        return _parse_period(text)

    @property
    def at(self) -> PartialDate | None:
        """The date, where the period is a single one; else ``None``."""
        is_date = "/" not in self.text and isinstance(self.start, PartialDate)
        return self.start if is_date and isinstance(self.start, PartialDate) else None

    @property
    def is_open(self) -> bool:
        """Whether it has not ended."""
        return self.end is End.OPEN

    @property
    def months(self) -> int | None:
        """Whole months from its first day to its last; ``None`` where it has no two ends."""
        if not isinstance(self.start, PartialDate) or not isinstance(self.end, PartialDate):
            return None
        first, after = self.start.earliest, _next_day(self.end.latest)
        months = 12 * (after.year - first.year) + after.month - first.month
        return months - (after.day < first.day)

    @property
    def is_closed(self) -> bool:
        """Whether both its ends are dates."""
        return isinstance(self.start, PartialDate) and isinstance(self.end, PartialDate)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Period({self.text!r})"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        return self.sort_key < other.sort_key

    @property
    def sort_key(self) -> tuple[dt.date, dt.date, str]:
        """The order for display, by first day, last day and text; no date is far away."""
        first = self.start.earliest if isinstance(self.start, PartialDate) else dt.date.min
        last = self.end.latest if isinstance(self.end, PartialDate) else dt.date.max
        return (first, last, self.text)


@lru_cache(maxsize=4096)
def _parse_period(text: str) -> Period:
    if len(text) > 2 * LONGEST_TEXT:
        raise InvalidValueError(EXPECTED_PERIOD, text)
    start_text, slash, end_text = text.partition("/")
    if not slash:
        try:
            date = _parse_date(text)
        except InvalidValueError as error:
            advice = error.advice
            raise InvalidValueError(EXPECTED_PERIOD, text, advice) from None
        return Period(text=text, start=date, end=date)
    start, end = _parse_end(start_text, text), _parse_end(end_text, text)
    if isinstance(start, End) and isinstance(end, End):
        raise InvalidValueError("an interval with at least one date", text)
    if (
        isinstance(start, PartialDate)
        and isinstance(end, PartialDate)
        and end.latest < start.earliest
    ):
        raise InvalidValueError(
            "an interval that ends after it starts", text, "Swap the two dates."
        )
    return Period(text=text, start=start, end=end)


def _parse_end(text: str, whole: str) -> PartialDate | End:
    if text in ("", ".."):
        return End(text)
    try:
        return _parse_date(text)
    except InvalidValueError as error:
        raise InvalidValueError(EXPECTED_PERIOD, whole, error.advice) from None


def _next_day(day: dt.date) -> dt.date:
    return day if day == dt.date.max else day + dt.timedelta(days=1)


def as_partial_date(value: PartialDate | str) -> PartialDate:
    """Return *value*, read first if it is a string."""
    return value if isinstance(value, PartialDate) else PartialDate.parse(value)


def as_period(value: Period | str) -> Period:
    """Return *value*, read first if it is a string."""
    return value if isinstance(value, Period) else Period.parse(value)
