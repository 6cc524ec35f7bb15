"""Dates as sources print them, where they can be read in one way only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from companyprofiles._dates import PartialDate
from companyprofiles._numerals import read_chinese
from companyprofiles.errors import InvalidValueError

__all__ = ["PrintedDate", "agrees_with_printed", "printed_dates"]

LONGEST_TEXT = 1000
"""Characters of a text within which dates are read."""

LEAP_YEAR = 2000

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
ABBREVIATED = {name[:3]: number for number, name in enumerate(MONTHS, start=1)} | {"Sept": 9}
NUMBER_OF = {name: number for number, name in enumerate(MONTHS, start=1)} | ABBREVIATED

MONTH = rf"(?P<name>{'|'.join(sorted(NUMBER_OF, key=len, reverse=True))})\.?"
DAY = r"(?P<day>[0-3]?[0-9])(?:st|[nr]d|th)?"
YEAR = r"(?P<year>(?:1[89]|20)[0-9]{2})"
FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?<![\d/.-]){YEAR}(?P<by>[-/.])(?P<month>[01]?[0-9])(?P=by)(?P<day>[0-3]?[0-9])(?![\d/-])",
        rf"(?<!\d){YEAR}\s*年\s*(?:(?P<month>[01]?[0-9])\s*月\s*(?:(?P<day>[0-3]?[0-9])\s*[日号號])?)?",
        r"(?<![\d年历曆])(?P<month>[01]?[0-9])\s*月\s*(?P<day>[0-3]?[0-9])\s*[日号號]",
        rf"\b{DAY}(?:\s+of)?\s+{MONTH}(?:,?\s+{YEAR}\b)?(?!\w)",
        rf"\b{MONTH}\s+{DAY}(?:,?\s+{YEAR}\b)?(?![\w:])",
        rf"\b{MONTH},?\s+{YEAR}\b",
        rf"(?i:\bin|\bduring|\b(?:early|mid|late|spring|summer|autumn)(?:\s+of|-)?)\s*{YEAR}\b",
    )
)
"""The forms of dates, the fuller ones first; 4/7/2023 is none, since it may be read two ways."""
CHINESE_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
CHINESE_PART = re.compile(
    "(?P<year>[一二][〇零○一二三四五六七八九]{3})(?=年)|[一二三四五六七八九十]{1,3}(?=[月日号號])"
)
"""The parts of a date in Chinese numerals."""


@attrs.frozen
class PrintedDate:
    """A date as finely as a text prints it."""

    year: int | None
    """The year; ``None`` where the text leaves it to be understood."""
    month: int | None = None
    """The month, from 1."""
    day: int | None = None
    """The day of the month."""

    def may_be(self, date: PartialDate) -> bool:
        """Tell whether *date* may be the day, month or year that is printed."""
        years: Iterable[int] = (self.year,) if self.year is not None else _years(date)
        read = (self._in(year) for year in years)
        return any(printed is not None and printed.agrees(date) is not False for printed in read)

    def _in(self, year: int) -> PartialDate | None:
        """Return the date in a year; ``None`` where the year has no such day."""
        parts = (f"{year:04}", *(f"{part:02}" for part in (self.month, self.day) if part))
        try:
            return PartialDate.parse("-".join(parts))
        except InvalidValueError:
            return None


def _years(date: PartialDate) -> range:
    """Return the years that a date may be in; four have every day of a calendar."""
    first, last = date.slack
    return range(first.year, min(last.year, first.year + 4) + 1)


def printed_dates(text: str) -> tuple[PrintedDate, ...]:
    """Return the dates that a text prints, in the order of the text.

    Args:
        text: Any text in English or Chinese, or with dates such as 2023-04-11.
    """
    found = _found(_in_digits(text[:LONGEST_TEXT]))
    return tuple(date for _, date in sorted(found, key=lambda pair: pair[0]))


def agrees_with_printed(date: PartialDate, text: str) -> bool | None:
    """Tell whether a text prints *date*, as finely or not.

    Returns:
        True if a date that is printed may be that one, False if none may, None if the text prints
        no date that can be read in one way only.
    """
    found = printed_dates(text)
    return any(printed.may_be(date) for printed in found) if found else None


def _in_digits(text: str) -> str:
    """Write 二〇二三年四月十一日 as 2023年4月11日."""

    def digits(match: re.Match[str]) -> str:
        written = match[0]
        if match["year"]:
            return written.translate(CHINESE_DIGITS)
        number = read_chinese(written)
        return written if number is None else str(number)

    return CHINESE_PART.sub(digits, text)


def _found(text: str) -> Iterator[tuple[int, PrintedDate]]:
    taken: list[tuple[int, int]] = []
    for form in FORMS:
        for match in form.finditer(text):
            start, end = match.span()
            if any(start < other_end and other_start < end for other_start, other_end in taken):
                continue
            taken.append((start, end))
            date = _date(match.groupdict())
            if date is not None:
                yield start, date


def _date(parts: dict[str, str | None]) -> PrintedDate | None:
    """Return a date that is printed; ``None`` where no calendar has it."""
    name, month, day, year = (parts.get(key) for key in ("name", "month", "day", "year"))
    number = NUMBER_OF[name] if name else int(month) if month else None
    date = PrintedDate(int(year) if year else None, number, int(day) if day else None)
    if 0 in (date.month, date.day) or date._in(date.year or LEAP_YEAR) is None:
        return None
    return date
