"""Stretches of time with two ends, and what can be said of the days in them."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from functools import lru_cache, total_ordering

import attrs

from companyprofiles._dates import PartialDate, Precision, answer, as_partial_date, day_after
from companyprofiles._edtf import LONGEST_TEXT, advice_on
from companyprofiles._in_words import InWords
from companyprofiles.errors import InvalidValueError

__all__ = ["End", "Period", "as_period"]

EXPECTED_PERIOD = (
    "an EDTF date or interval such as '2021-05', '2023-04-01/2024-03-31' or '2015-05/..'"
)

INSTEAD = (
    (r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}", r"Write the year first, as in '2023-04-11'."),
    (r"([0-9X-]+[~?%]?)/(?i:open|now|today|present|ongoing)", r"Write '\1/..'."),
    (r"([0-9X-]+[~?%]?)/(?i:unknown)", r"Write '\1/'."),
    (r"([0-9]{4})-([0-9]{4})", r"Write '\1/\2'."),
    (
        r"(?i)(?:FY|fiscal|财年).*|.*财年",
        r"Write its dates, as in '2023-04-01/2024-03-31': years of accounts differ.",
    ),
    (r".*/.*/.*", r"Write one slash, between the start and the end."),
    (
        r".*[\[{].*/.*|.*/.*[\[{].*",
        r"Write one date at each end: a coarser one, such as '2020', or a marked one, '2020~'.",
    ),
)
"""What to write instead of other forms, by what they look like."""


class End(Enum):
    """An end of a period that is not a date."""

    OPEN = ".."
    """There is no such end, since it still holds or always has."""
    UNKNOWN = ""
    """Whether or when it ended (or began) is not known."""


@total_ordering
@attrs.frozen(order=False)
class Period(InWords):
    """A stretch of time, or one date.

    ``2020-01/2020-03`` is a stretch that begins in January and lasts until March; ``2020-02``
    is a single date. How a single date is to be read (some day in it, or the whole of it) is
    said by the property's :class:`~companyprofiles.Time`; :attr:`whole` reads it as the whole.

    The questions answer ``True`` or ``False`` where that holds on whichever of the days
    :attr:`starts` and :attr:`ends` it began and ended, and ``None`` where it cannot be said. A
    single date stands for one day, which may be any in it. The other period or date may be
    given as a string.
    """

    text: str
    """The period in EDTF, as written."""
    start: PartialDate | End = attrs.field(eq=False)
    """When it begins; equal to :attr:`end` for a single date."""
    end: PartialDate | End = attrs.field(eq=False)
    """When it ends, that day included."""
    starts: tuple[dt.date, dt.date] = attrs.field(init=False, eq=False)
    """First and last day on which it may have begun."""
    ends: tuple[dt.date, dt.date] = attrs.field(init=False, eq=False)
    """First and last day on which it may have ended, or may end; an open end is the last of all."""

    # It cannot begin after its end nor end before its start, which narrows either.
    @starts.default
    def _possible_starts(self) -> tuple[dt.date, dt.date]:
        first, last = _possible_days(self.start, dt.date.min)
        return first, min(last, _possible_days(self.end, dt.date.max)[1])

    @ends.default
    def _possible_ends(self) -> tuple[dt.date, dt.date]:
        first, last = _possible_days(self.end, dt.date.max)
        return max(first, self.starts[0]), last

    @classmethod
    def parse(cls, text: str) -> Period:
        """Read an EDTF interval or a single EDTF date.

        Args:
            text: Such as ``2023-04-01/2024-03-31``, ``2015-05/..`` (still so), ``2015-05/``
                (its end is not known), ``2015~/2016?`` or ``2021-05``.

        Raises:
            InvalidValueError: It is neither, or it ends before it starts.
        """
        if not isinstance(text, str):
            raise InvalidValueError(EXPECTED_PERIOD, text, "Write it as a quoted string.")
        return _parse_period(text)

    @property
    def at(self) -> PartialDate | None:
        """The date, where the period is a single one; else ``None``."""
        return self.start if "/" not in self.text and isinstance(self.start, PartialDate) else None

    @property
    def is_open(self) -> bool:
        """Whether it has not ended."""
        return self.end is End.OPEN

    @property
    def is_closed(self) -> bool:
        """Whether both its ends are dates."""
        return isinstance(self.start, PartialDate) and isinstance(self.end, PartialDate)

    @property
    def months(self) -> int | None:
        """Whole months from its first day to its last; ``None`` where it has no two ends."""
        if not isinstance(self.start, PartialDate) or not isinstance(self.end, PartialDate):
            return None
        first, after = self.start.earliest, day_after(self.end.latest)
        months = 12 * (after.year - first.year) + after.month - first.month
        return months - (after.day < first.day)

    @property
    def whole(self) -> Period:
        """The period from the first day of its start to the last day of its end.

        This is how accounts and windows are meant: ``2023`` is all of ``2023-01-01/2023-12-31``.
        Ends that are marked, open or unknown stay so, and so does a range of days.
        """
        return _whole(self)

    def covers(self, date: PartialDate | str) -> bool | None:
        """Tell whether it held on *date*, whichever day that is.

        Returns:
            True if it did for certain, False if it cannot have, None if it may have.

        Raises:
            InvalidValueError: *date* is a string and no date.
        """
        first, last = as_partial_date(date).slack
        return answer(
            certain=self.starts[1] <= first and last <= self.ends[0],
            possible=self.starts[0] <= last and first <= self.ends[1],
        )

    def overlaps(self, other: Period | str) -> bool | None:
        """Tell whether there is a day on which both held.

        Returns:
            True if there is for certain, False if there cannot be, None if there may be.

        Raises:
            InvalidValueError: *other* is a string and no period.
        """
        other = as_period(other)
        return answer(
            certain=self.starts[1] <= other.ends[0] and other.starts[1] <= self.ends[0],
            possible=self.starts[0] <= other.ends[1] and other.starts[0] <= self.ends[1],
        )

    def before(self, other: Period | str) -> bool | None:
        """Tell whether it was over before *other* began.

        Returns:
            True if it was for certain, False if it cannot have been, None if it may have been.

        Raises:
            InvalidValueError: *other* is a string and no period.
        """
        other = as_period(other)
        return answer(
            certain=self.ends[1] < other.starts[0], possible=self.ends[0] < other.starts[1]
        )

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
        date = _parse_date(text, text)
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
    if text.startswith("["):
        raise InvalidValueError(EXPECTED_PERIOD, whole, advice_on(whole, INSTEAD))
    return _parse_date(text, whole)


def _parse_date(text: str, whole: str) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except InvalidValueError as error:
        advice = advice_on(whole, INSTEAD) or error.advice
        raise InvalidValueError(EXPECTED_PERIOD, whole, advice) from None


@lru_cache(maxsize=4096)
def _whole(period: Period) -> Period:
    if period.at is not None and period.at.precision is Precision.RANGE:
        return period
    first, last = _plain_days(period.start)[0], _plain_days(period.end)[1]
    return Period.parse(f"{first}/{last}")


def _possible_days(end: PartialDate | End, open_day: dt.date) -> tuple[dt.date, dt.date]:
    if isinstance(end, PartialDate):
        return end.slack
    return (open_day, open_day) if end is End.OPEN else (dt.date.min, dt.date.max)


def _plain_days(end: PartialDate | End) -> tuple[str, str]:
    """Return the first and the last day of an end, or the end twice where that is no plain date."""
    if isinstance(end, End):
        return end.value, end.value
    if end.is_marked:
        return end.text, end.text
    return str(end.earliest), str(end.latest)


def as_period(value: Period | str) -> Period:
    """Return *value*, read first if it is a string."""
    return value if isinstance(value, Period) else Period.parse(value)
