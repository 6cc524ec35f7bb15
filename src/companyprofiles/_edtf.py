"""How one date is written: the part of EDTF (ISO 8601-2) that is read, and its error messages."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum
from typing import NamedTuple

from companyprofiles.errors import InvalidValueError

__all__ = ["LONGEST_TEXT", "Precision", "Reading", "advice_on", "days_of_months", "read_date"]

LONGEST_TEXT = 64
"""Characters of the longest date that is read."""

DAYS = (
    r"(?:(?P<decade>[0-9]{3})X"
    r"|(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?)"
)
DATE = rf"{DAYS}(?P<mark>[~?%]?)"
RANGE = r"\[([0-9X-]{4,10})?\.\.([0-9X-]{4,10})?\]"

EXPECTED_DATE = (
    "an EDTF date such as '2023', '2023-04', '2023-04-11', '2023-04~' or '[2020-01..2020-04]'"
)

BETWEEN = (
    r"Write '[\1..\2]' for a day between them; all the days from one to the other are a period."
)
INSTEAD = (
    (r"([0-9]{4})([0-9]{2})([0-9]{2})", r"Write '\1-\2-\3'."),
    (r"([0-9]{4}(?:-[0-9]{2})?)-([0-9])", r"Write '\1-0\2'."),
    (r"[0-9]{1,2}[./][0-9]{1,2}[./][0-9]{4}", r"Write the year first, as in '2023-04-11'."),
    (r"([0-9]{4})-([0-9]{4})", BETWEEN),
    (r"([0-9X-]{4,10})/([0-9X-]{4,10})", BETWEEN),
    (r"([0-9]{4}-[0-9]{2}-[0-9]{2})T.*", r"Write '\1', without the time of day."),
    (r"([0-9]{3})[xu]", r"Write '\1X'."),
    (r"([0-9]{2})XX", r"Write '[\g<1>00..\g<1>99]'."),
    (r"([0-9]{4}(?:-[0-9]{2})?)(?:-XX){1,2}", r"Write '\1'."),
    (r"([0-9]{4})-?Q[1-4]", r"Write '\1-33' to '\1-36' for the quarters of the calendar year."),
    (r"([0-9]{4})-?H[12]", r"Write '\1-40' and '\1-41' for the halves of the calendar year."),
    (r"[0-9]{4}-?W.*", r"Write the days, as in '[2023-01-02..2023-01-08]'."),
    (r"[0-9]{4}S[0-9]", r"Write a decade, as in '195X', or years, as in '[1900..1999]'."),
    (r"[Y-].*", r"The years run from 0001 to 9999."),
    (r"\{.*", r"State each date on its own."),
    (
        r".*[~?%].+",
        r"Put one mark at the very end: '~' for about, '?' for uncertain, '%' for both.",
    ),
)
"""What to write instead of other forms, some of them EDTF too, by what they look like."""

INSTEAD_OF_RANGE = (
    (
        r"\[([0-9X-]+),(?:.*,)? *([0-9X-]+)\]",
        r"Write '[\1..\2]' for a day between them, or state each date on its own.",
    ),
    (r"\[([0-9X-]{4,10})\]", r"Write '\1'."),
    (r".*[~?%].*", r"Leave the marks out; choose the ends so that the day is between them."),
)
INSTEAD_OF_DAY = (
    (r"0000.*", r"Check the year."),
    (
        r"([0-9]{4})-(?:2[5-9]|3[0-2]|3[7-9])[~?%]?",
        r"Write the months that are meant, as in '[\1-03..\1-05]'.",
    ),
    (r".*", r"Check month and day."),
)


class Precision(Enum):
    """How finely a date is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    """A quarter of the calendar year, as in ``2021-33`` (the first) to ``2021-36``."""
    SEASON = "season"
    """Three months, as in ``2021-21`` (from March) to ``2021-24`` (from December)."""
    HALF = "half"
    """A half of the calendar year, as in ``2021-40`` and ``2021-41``."""
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"
    """One day between two dates, as in ``[2020-01..2020-04]``."""


MONTHS = {
    Precision.MONTH: 1,
    Precision.QUARTER: 3,
    Precision.SEASON: 3,
    Precision.HALF: 6,
    Precision.YEAR: 12,
    Precision.DECADE: 120,
}
"""How many months a date of each precision lasts."""

PARTS_OF_YEAR = {
    "21": (Precision.SEASON, 3),
    "22": (Precision.SEASON, 6),
    "23": (Precision.SEASON, 9),
    "24": (Precision.SEASON, 12),
    "33": (Precision.QUARTER, 1),
    "34": (Precision.QUARTER, 4),
    "35": (Precision.QUARTER, 7),
    "36": (Precision.QUARTER, 10),
    "40": (Precision.HALF, 1),
    "41": (Precision.HALF, 7),
}
"""What stands in place of a month, and the month that it begins with."""

FIRST_MONTH = 12 * dt.MINYEAR
MONTH_AFTER_LAST = 12 * (dt.MAXYEAR + 1)
ONE_DAY = dt.timedelta(days=1)


class Reading(NamedTuple):
    """What a date's text says."""

    earliest: dt.date
    latest: dt.date
    precision: Precision
    mark: str


def read_date(text: str) -> Reading:
    """Read one date.

    Raises:
        InvalidValueError: It is none that is read, or there is no such day.
    """
    if len(text) > LONGEST_TEXT:
        raise InvalidValueError(EXPECTED_DATE, text)
    if text.startswith("["):
        return _read_range(text)
    match = re.fullmatch(DATE, text)
    if match is None:
        raise InvalidValueError(EXPECTED_DATE, text, advice_on(text, INSTEAD))
    try:
        earliest, latest, precision = _read_days(match)
    except ValueError:
        expected = "a day of the calendar in the years 0001 to 9999"
        raise InvalidValueError(expected, text, advice_on(text, INSTEAD_OF_DAY)) from None
    return Reading(earliest, latest, precision, match["mark"])


def advice_on(text: str, instead: tuple[tuple[str, str], ...]) -> str:
    """Return what to write instead of *text*; empty where it looks like nothing known."""
    for pattern, advice in instead:
        if match := re.fullmatch(pattern, text):
            return match.expand(advice)
    return ""


def month_of(day: dt.date) -> int:
    """Return the month of *day*, counted from January of the year 0."""
    return 12 * day.year + day.month - 1


def days_of_months(first: int, after: int) -> tuple[dt.date, dt.date]:
    """Return the first and the last day of a run of months.

    Args:
        first: Its first month, counted from January of the year 0.
        after: The month after its last one. Months before the year 1 or after 9999 are cut off.
    """
    first, after = max(first, FIRST_MONTH), min(after, MONTH_AFTER_LAST)
    earliest = dt.date(first // 12, first % 12 + 1, 1)
    if after == MONTH_AFTER_LAST:
        return earliest, dt.date.max
    return earliest, dt.date(after // 12, after % 12 + 1, 1) - ONE_DAY


def _read_days(match: re.Match[str]) -> tuple[dt.date, dt.date, Precision]:
    decade, year, month, day = match.group("decade", "year", "month", "day")
    if decade:
        first = MONTHS[Precision.DECADE] * int(decade)
        return *days_of_months(first, first + MONTHS[Precision.DECADE]), Precision.DECADE
    if day:
        only = dt.date(int(year), int(month), int(day))
        return only, only, Precision.DAY
    if month is None:
        precision, number = Precision.YEAR, 1
    else:
        precision, number = PARTS_OF_YEAR.get(month) or (Precision.MONTH, int(month))
    first = month_of(dt.date(int(year), number, 1))
    return *days_of_months(first, first + MONTHS[precision]), precision


def _read_range(text: str) -> Reading:
    match = re.fullmatch(RANGE, text)
    if match is None or not (match[1] or match[2]):
        expected = "a range of dates such as '[2020-01..2020-04]'"
        raise InvalidValueError(expected, text, advice_on(text, INSTEAD_OF_RANGE))
    earliest = read_date(match[1]).earliest if match[1] else dt.date.min
    latest = read_date(match[2]).latest if match[2] else dt.date.max
    if latest < earliest:
        raise InvalidValueError("a range that ends after it starts", text, "Swap the two dates.")
    return Reading(earliest, latest, Precision.RANGE, "")
