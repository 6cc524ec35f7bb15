"""Dates and periods read as EDTF does, in an order that is total."""

import datetime as dt
import math
import pickle
from typing import Any

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import End, PartialDate, Period, Precision
from companyprofiles._dates import LONGEST_TEXT
from companyprofiles.errors import InvalidValueError
from tests.strategies import date_texts, dates, intervals, periods

KNOWN_TO_EDTF = date_texts.filter(lambda text: not text.startswith("[") or alike(text))
"""python-edtf wants both ends of a range written alike; the standard does not."""
ALMOST_DATES = st.from_regex(r"[0-9]{3}[0-9X](-[01][0-9](-[0-3][0-9])?)?[~?%]?", fullmatch=True)


def alike(text: str) -> bool:
    """Tell whether the ends of a range are of one precision, or there is one end."""
    first, last = text.strip("[]").split("..")
    return len(first) == len(last) or not (first and last)


def day(reached: Any) -> dt.date:
    """Return a date as python-edtf gives it, which counts beyond our years too."""
    if reached in (math.inf, -math.inf):
        return dt.date.max if reached > 0 else dt.date.min
    return dt.date(max(reached.tm_year, 1), reached.tm_mon, reached.tm_mday)


@pytest.mark.parametrize(
    "text, earliest, latest, precision",
    [
        ("2023-04-11", "2023-04-11", "2023-04-11", Precision.DAY),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.MONTH),
        ("1900-02", "1900-02-01", "1900-02-28", Precision.MONTH),
        ("2023", "2023-01-01", "2023-12-31", Precision.YEAR),
        ("201X", "2010-01-01", "2019-12-31", Precision.DECADE),
        ("[2020-01..2020-04]", "2020-01-01", "2020-04-30", Precision.RANGE),
        ("[2020-01-15..2020]", "2020-01-15", "2020-12-31", Precision.RANGE),
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
        ("201X~", True, False),
    ],
)
def test_marks_tell_approximate_and_uncertain(text, approximate, uncertain):
    date = PartialDate.parse(text)

    assert (date.approximate, date.uncertain) == (approximate, uncertain)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 2023",
        "2023\n",
        "23",
        "2023-4",
        "2023-04-1",
        "11.04.2023",
        "2023-04-11T10:00",
        "Y12023",
        "-0044",
        "20XX",
        "2023-XX",
        "2023~?",
        "2023/2024",
        "20２3",
        "2023" * 20,
    ],
)
def test_what_is_no_date_is_refused(text):
    with pytest.raises(InvalidValueError, match=r"^must be an EDTF date such as '2023', '2023-04'"):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "text", ["2023-02-29", "2023-13", "2023-00", "2023-04-31", "0000", "2023-21"]
)
def test_a_day_that_no_calendar_has_is_refused(text):
    with pytest.raises(
        InvalidValueError, match=r"in the years 0001 to 9999.* Check month and day\."
    ):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["[]", "[..]", "[2020]", "[2020,2021]", "[2020..2021", "[20..21]"])
def test_what_is_no_range_is_refused(text):
    with pytest.raises(InvalidValueError, match=r"must be a range of dates such as"):
        PartialDate.parse(text)


def test_a_range_that_runs_backwards_is_refused():
    with pytest.raises(
        InvalidValueError, match=r"a range that ends after it starts.* Swap the two"
    ):
        PartialDate.parse("[2021..2020]")


@pytest.mark.parametrize("value", [2023, 20.23, dt.date(2023, 4, 11), None, True, ["2023"]])
@pytest.mark.parametrize("kind", [PartialDate, Period])
def test_only_strings_are_read(kind, value):
    with pytest.raises(InvalidValueError, match=r"Write it as a quoted string\.$"):
        kind.parse(value)


def test_length_is_bounded():
    with pytest.raises(InvalidValueError, match="must be an EDTF date or interval"):
        Period.parse("2" * (2 * LONGEST_TEXT + 1))


@given(KNOWN_TO_EDTF)
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

    # Beyond ours, EDTF has seasons (months from 21 on), the year 0, and unknown parts elsewhere.
    is_more_than_ours = text[5:7] > "20" or text.startswith("0000") or "X-" in text
    assert (ours is None) == (theirs is None or is_more_than_ours)


# python-edtf knows decades in closed intervals only.
@given(intervals().filter(lambda period: "X" not in period.text))
def test_edtf_finds_the_same_ends_of_an_interval(period):
    theirs = parse_edtf(period.text)

    if isinstance(period.start, PartialDate):
        assert period.start.earliest == day(theirs.lower_strict())
    if isinstance(period.end, PartialDate):
        assert period.end.latest == day(theirs.upper_strict())


@given(dates)
def test_a_date_reads_back_from_its_text(date):
    assert PartialDate.parse(str(date)) == date
    assert date.earliest <= date.latest


@given(periods)
def test_a_period_reads_back_from_its_text(period):
    assert Period.parse(str(period)) == period
    assert pickle.loads(pickle.dumps(period)) == period  # noqa: S301


@given(dates, dates)
def test_dates_are_equal_when_they_are_written_alike(a, b):
    assert (a == b) == (a.text == b.text)
    assert a != b or hash(a) == hash(b)


@pytest.mark.parametrize("kind", ["date", "period"])
@given(data=st.data())
def test_the_order_is_total_and_transitive(kind, data):
    some = dates if kind == "date" else periods
    a, b, c = data.draw(some), data.draw(some), data.draw(some)

    assert (a < b) + (b < a) + (a == b) == 1
    assert (a <= b) == (a < b or a == b)
    assert not (a < b < c) or a < c


def test_dates_are_not_compared_with_anything_else():
    with pytest.raises(TypeError, match="'<' not supported between"):
        PartialDate.parse("2023") < "2024"  # noqa: B015
    with pytest.raises(TypeError, match="'<' not supported between"):
        Period.parse("2023") < PartialDate.parse("2024")  # noqa: B015


@pytest.mark.parametrize(
    "text, start, end",
    [
        ("2023-04-01/2024-03-31", "2023-04-01", "2024-03-31"),
        ("2015-05/2023-09-10", "2015-05", "2023-09-10"),
        ("2015/..", "2015", End.OPEN),
        ("2015/", "2015", End.UNKNOWN),
        ("../2015", End.OPEN, "2015"),
        ("/2015", End.UNKNOWN, "2015"),
        ("2015~/2016?", "2015~", "2016?"),
    ],
)
def test_an_interval_has_two_ends(text, start, end):
    period = Period.parse(text)
    expected = [PartialDate.parse(e) if isinstance(e, str) else e for e in (start, end)]

    assert [period.start, period.end] == expected
    assert period.at is None
    assert period.is_open == (end is End.OPEN)
    assert period.is_closed == (End not in {type(start), type(end)})


def test_a_single_date_is_a_period_of_one_date():
    period = Period.parse("2021-05")

    assert period.at == period.start == period.end == PartialDate.parse("2021-05")
    assert period.is_closed
    assert not period.is_open


def test_an_interval_is_no_single_date_even_if_both_ends_are_the_same():
    assert Period.parse("2021-05/2021-05").at is None


@pytest.mark.parametrize("text", ["../..", "/", "../", "/.."])
def test_an_interval_without_any_date_is_refused(text):
    with pytest.raises(InvalidValueError, match="must be an interval with at least one date"):
        Period.parse(text)


@pytest.mark.parametrize("text", ["2024/2023", "2024-04-01/2023-03-31", "2020-05/2020-04"])
def test_an_interval_that_runs_backwards_is_refused(text):
    with pytest.raises(InvalidValueError, match=r"ends after it starts.* Swap the two dates\."):
        Period.parse(text)


def test_a_bad_end_is_shown_with_the_whole_interval_and_the_advice_of_the_date():
    with pytest.raises(
        InvalidValueError,
        match=r"^must be an EDTF date or interval .*'2023-02-30/2024'.*month and day",
    ):
        Period.parse("2023-02-30/2024")


@pytest.mark.parametrize(
    "text, months",
    [
        ("2023-04-01/2024-03-31", 12),
        ("2023-04/2024-03", 12),
        ("2023", 12),
        ("2023-10/2023-12", 3),
        ("2024-02", 1),
        ("2024-02-10/2024-03-08", 0),
        ("2024-02-10/2024-03-09", 1),
        ("2015/..", None),
        ("../2015", None),
    ],
)
def test_months_are_counted_whole(text, months):
    assert Period.parse(text).months == months


@given(st.integers(1, 9998), st.integers(1, 12), st.integers(1, 600))
def test_a_period_of_whole_months_has_as_many(year, month, count):
    last = 12 * year + month - 1 + count - 1
    if last // 12 > 9998:
        return
    period = Period.parse(f"{year:04}-{month:02}/{last // 12:04}-{last % 12 + 1:02}")

    assert period.months == count


@pytest.mark.parametrize("kind", [PartialDate, Period])
def test_dates_and_periods_show_their_text(kind):
    assert str(kind.parse("2023-04~")) == "2023-04~"
    assert repr(kind.parse("2023-04~")) == f"{kind.__name__}('2023-04~')"
