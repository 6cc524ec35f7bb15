"""Dates read as EDTF does, with python-edtf as the second opinion, and what to write instead."""

import datetime as dt
import math
import re
from typing import Any

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import PartialDate, Precision
from companyprofiles._edtf import LONGEST_TEXT, PARTS_OF_YEAR
from companyprofiles.errors import InvalidValueError
from tests.strategies import date_texts

NOT_READ = {str(number) for number in (*range(25, 33), *range(37, 40))}
ALMOST_DATES = st.from_regex(r"[0-9]{3}[0-9X](-[0-4][0-9](-[0-3][0-9])?)?[~?%]?", fullmatch=True)


def day(reached: Any) -> dt.date:
    """Return a date as python-edtf gives it, which counts beyond our years too."""
    if reached in (math.inf, -math.inf):
        return dt.date.max if reached > 0 else dt.date.min
    if not dt.MINYEAR <= reached.tm_year <= dt.MAXYEAR:
        return dt.date.max if reached.tm_year > 1 else dt.date.min
    return dt.date(reached.tm_year, reached.tm_mon, reached.tm_mday)


def known_to_edtf(text: str) -> bool:
    """Tell whether python-edtf reads a date that we read, and to the same days."""
    if text.startswith("["):
        first, last = text.strip("[]").split("..")
        # It wants both ends written alike, and of years, months and days; the standard does not.
        return len(first) == len(last) or not (first and last)
    # It takes no mark after a part of a year; ISO 8601-2 lets any date be marked. It ends a winter
    # with the year, where ours lasts three months like the other seasons.
    return not (text[5:7] in PARTS_OF_YEAR and (text[7:] or text[5:7] == "24"))


@pytest.mark.parametrize(
    "text, earliest, latest, precision",
    [
        ("2023-04-11", "2023-04-11", "2023-04-11", Precision.DAY),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("1900-02", "1900-02-01", "1900-02-28", Precision.MONTH),
        ("2021-33", "2021-01-01", "2021-03-31", Precision.QUARTER),
        ("2021-34", "2021-04-01", "2021-06-30", Precision.QUARTER),
        ("2021-35", "2021-07-01", "2021-09-30", Precision.QUARTER),
        ("2021-36", "2021-10-01", "2021-12-31", Precision.QUARTER),
        ("2021-21", "2021-03-01", "2021-05-31", Precision.SEASON),
        ("2021-22", "2021-06-01", "2021-08-31", Precision.SEASON),
        ("2021-23", "2021-09-01", "2021-11-30", Precision.SEASON),
        ("2023-24", "2023-12-01", "2024-02-29", Precision.SEASON),
        ("9999-24", "9999-12-01", "9999-12-31", Precision.SEASON),
        ("2021-40", "2021-01-01", "2021-06-30", Precision.HALF),
        ("2021-41", "2021-07-01", "2021-12-31", Precision.HALF),
        ("2023", "2023-01-01", "2023-12-31", Precision.YEAR),
        ("201X", "2010-01-01", "2019-12-31", Precision.DECADE),
        ("[2020-01..2020-04]", "2020-01-01", "2020-04-30", Precision.RANGE),
        ("[2020-01-15..2020]", "2020-01-15", "2020-12-31", Precision.RANGE),
        ("[2020-33..2021]", "2020-01-01", "2021-12-31", Precision.RANGE),
        ("[199X..2020]", "1990-01-01", "2020-12-31", Precision.RANGE),
        ("[..2020]", "0001-01-01", "2020-12-31", Precision.RANGE),
        ("[2020..]", "2020-01-01", "9999-12-31", Precision.RANGE),
        ("0001", "0001-01-01", "0001-12-31", Precision.YEAR),
        ("000X", "0001-01-01", "0009-12-31", Precision.DECADE),
        ("9999", "9999-01-01", "9999-12-31", Precision.YEAR),
        ("9999-12", "9999-12-01", "9999-12-31", Precision.MONTH),
    ],
)
def test_a_date_has_a_first_and_a_last_day(text, earliest, latest, precision):
    date = PartialDate.parse(text)

    assert (str(date.earliest), str(date.latest)) == (earliest, latest)
    assert date.precision is precision


@pytest.mark.parametrize(
    "text, approximate, uncertain",
    [
        ("2015", False, False),
        ("2015~", True, False),
        ("2015-05?", False, True),
        ("2015-05-01%", True, True),
        ("2015-33~", True, False),
        ("201X~", True, False),
    ],
)
def test_marks_tell_approximate_and_uncertain(text, approximate, uncertain):
    date = PartialDate.parse(text)

    assert (date.approximate, date.uncertain) == (approximate, uncertain)
    assert date.is_marked == (approximate or uncertain)


@pytest.mark.parametrize(
    "text, advice",
    [
        ("", ""),
        (" 2023", ""),
        ("2023\n", ""),
        ("23", ""),
        ("20２3", ""),
        ("2023" * 20, ""),
        ("20230411", "Write '2023-04-11'."),
        ("2023-4", "Write '2023-04'."),
        ("2023-04-1", "Write '2023-04-01'."),
        ("11.04.2023", "Write the year first, as in '2023-04-11'."),
        ("4/11/2023", "Write the year first, as in '2023-04-11'."),
        ("2023-2024", "Write '[2023..2024]' for a day between them; all the days "),
        ("2023/2024-03", "Write '[2023..2024-03]' for a day between them; all the days "),
        ("2023-04-11T10:00", "Write '2023-04-11', without the time of day."),
        ("199u", "Write '199X'."),
        ("199x", "Write '199X'."),
        ("20XX", "Write '[2000..2099]'."),
        ("2023-XX", "Write '2023'."),
        ("2023-XX-XX", "Write '2023'."),
        ("2023-04-XX", "Write '2023-04'."),
        ("2023-Q3", "Write '2023-33' to '2023-36' for the quarters of the calendar year."),
        ("2023H1", "Write '2023-40' and '2023-41' for the halves of the calendar year."),
        ("2023-W05", "Write the days, as in '[2023-01-02..2023-01-08]'."),
        ("1950S2", "Write a decade, as in '195X', or years, as in '[1900..1999]'."),
        ("Y12023", "The years run from 0001 to 9999."),
        ("-0044", "The years run from 0001 to 9999."),
        ("{1999,2000}", "State each date on its own."),
        ("2023~?", "Put one mark at the very end: '~' for about, '?' for uncertain, '%' for both."),
        ("2023~-04", "Put one mark at the very end:"),
        ("~2023", "Put one mark at the very end:"),
    ],
)
def test_what_is_no_date_is_refused_and_the_message_says_what_to_write(text, advice):
    with pytest.raises(
        InvalidValueError, match=r"^must be an EDTF date such as '2023', '2023-04'"
    ) as refused:
        PartialDate.parse(text)

    assert refused.value.advice.startswith(advice)
    assert bool(refused.value.advice) == bool(advice)


@pytest.mark.parametrize(
    "text, advice",
    [
        ("2023-02-29", "Check month and day."),
        ("2023-13", "Check month and day."),
        ("2023-00", "Check month and day."),
        ("2023-04-31", "Check month and day."),
        ("2023-21-05", "Check month and day."),
        ("2023-42", "Check month and day."),
        ("0000", "Check the year."),
        ("0000-33", "Check the year."),
        ("2023-25", "Write the months that are meant, as in '[2023-03..2023-05]'."),
        ("2023-32~", "Write the months that are meant, as in '[2023-03..2023-05]'."),
        ("2023-38", "Write the months that are meant, as in '[2023-03..2023-05]'."),
    ],
)
def test_a_day_that_no_calendar_has_is_refused(text, advice):
    with pytest.raises(InvalidValueError, match=r"in the years 0001 to 9999") as refused:
        PartialDate.parse(text)

    assert refused.value.advice == advice


@pytest.mark.parametrize(
    "text, advice",
    [
        ("[]", ""),
        ("[..]", ""),
        ("[2020..2021", ""),
        ("[20..21]", ""),
        ("[2020]", "Write '2020'."),
        ("[2020,2022]", "Write '[2020..2022]' for a day between them, or state each date on its "),
        ("[2018, 2020,2022]", "Write '[2018..2022]' for a day between them, or state each "),
        ("[2020~..2021]", "Leave the marks out; choose the ends so that the day is between them."),
        ("[2020..2021]?", "Leave the marks out; choose the ends so that the day is between them."),
    ],
)
def test_what_is_no_range_is_refused_and_the_message_says_what_to_write(text, advice):
    with pytest.raises(InvalidValueError, match=r"must be a range of dates such as") as refused:
        PartialDate.parse(text)

    assert refused.value.advice.startswith(advice)
    assert bool(refused.value.advice) == bool(advice)


def test_a_range_that_runs_backwards_is_refused():
    with pytest.raises(
        InvalidValueError, match=r"a range that ends after it starts.* Swap the two"
    ):
        PartialDate.parse("[2021..2020]")


def test_length_is_bounded():
    with pytest.raises(InvalidValueError, match="must be an EDTF date") as refused:
        PartialDate.parse("[" + "2" * LONGEST_TEXT)

    assert "range" not in refused.value.expected


@given(date_texts.filter(known_to_edtf))
def test_edtf_finds_the_same_first_and_last_day(text):
    ours, theirs = PartialDate.parse(text), parse_edtf(text)

    assert ours.earliest == day(theirs.lower_strict())
    assert ours.latest == day(theirs.upper_strict())


@given(ALMOST_DATES)
def test_edtf_reads_what_we_read(text):
    try:
        ours = PartialDate.parse(text)
    except InvalidValueError:
        ours = None
    try:
        theirs = parse_edtf(text)
    except EDTFParseException:
        theirs = None

    # Beyond ours, EDTF has the year 0, unknown parts elsewhere, seasons by hemisphere and thirds
    # of a year. Beyond python-edtf, ISO 8601-2 lets a part of a year be marked.
    is_more_than_ours = text.startswith("0000") or "X-" in text or text[5:] in NOT_READ
    is_marked_part = re.fullmatch(r"(?!0000)[0-9]{4}-(2[1-4]|3[3-6]|4[01])[~?%]", text)
    assert (ours is not None) == bool(is_marked_part or (theirs and not is_more_than_ours))
