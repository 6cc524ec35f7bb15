"""Dates in an order that is total, and what can be said of the day that each stands for."""

import datetime as dt
import pickle
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import assume, given
from hypothesis import strategies as st

from companyprofiles import PartialDate, Period
from companyprofiles.errors import InvalidValueError
from tests.strategies import dates, days, decades, periods
from tests.test_edtf import day

DAYS = [dt.date(2020, 1, 1) + dt.timedelta(days=number) for number in range(366)]
"""The world of the oracle: a year's days, and dates whose slack does not reach beyond it."""
QUARTERS = {"33": (1, 2, 3), "34": (4, 5, 6), "35": (7, 8, 9), "36": (10, 11, 12)}

some_day = st.dates(dt.date(2020, 2, 1), dt.date(2020, 11, 30)).map(str)
small_dates = (
    some_day
    | st.builds("{}{}".format, some_day, st.sampled_from("~?%"))
    | st.builds("2020-{:02}{}".format, st.integers(2, 11), st.sampled_from(["", "~", "?", "%"]))
    | st.sampled_from(sorted(QUARTERS)).map("2020-{}".format)
    | st.sampled_from(["2020-34~", "2020-35?", "2020", "2020-40", "2020-41"])
    | st.tuples(some_day, some_day).map(lambda ends: f"[{min(ends)}..{max(ends)}]")
    | st.tuples(some_day, some_day).map(lambda ends: f"[{min(ends)[:7]}..{max(ends)[:7]}]")
)
"""Texts of dates within that world."""


def possible_days(text: str) -> list[dt.date]:
    """Return every day that a date may be, one by one and from its text alone."""
    if text.startswith("["):
        first, last = text.strip("[]").split("..")
        return [d for d in DAYS if first <= str(d)[: len(first)] and str(d)[: len(last)] <= last]
    plain = text.rstrip("~?%")
    if len(plain) == 10:
        reach = 0 if plain == text else 1
        return [d for d in DAYS if abs((d - dt.date.fromisoformat(plain)).days) <= reach]
    months = months_of(plain[5:])
    length = 0 if plain == text else len(months)
    return [d for d in DAYS if months[0] - length <= d.month <= months[-1] + length]


def months_of(part: str) -> tuple[int, ...]:
    """Return the months of the year that a part of it has."""
    halves = {"": tuple(range(1, 13)), "40": tuple(range(1, 7)), "41": tuple(range(7, 13))}
    return (QUARTERS | halves).get(part) or (int(part),)


def said_of(answers: Any) -> bool | None:
    """Return what is said of many cases: what holds in each of them, else None."""
    found = set(answers)
    return found.pop() if len(found) == 1 else None


@pytest.mark.parametrize("value", [2023, 20.23, dt.date(2023, 4, 11), None, True, ["2023"]])
@pytest.mark.parametrize("kind", [PartialDate, Period])
def test_only_strings_are_read(kind, value):
    with pytest.raises(InvalidValueError, match=r"Write it as a quoted string\.$"):
        kind.parse(value)


@pytest.mark.parametrize("kind", [PartialDate, Period])
def test_dates_and_periods_show_their_text(kind):
    assert str(kind.parse("2023-04~")) == "2023-04~"
    assert repr(kind.parse("2023-04~")) == f"{kind.__name__}('2023-04~')"


@given(dates)
def test_a_date_reads_back_from_its_text(date):
    assert PartialDate.parse(str(date)) == date
    assert pickle.loads(pickle.dumps(date)).slack == date.slack  # noqa: S301


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
    "text, first, last",
    [
        ("2023-04-11", "2023-04-11", "2023-04-11"),
        ("2023-04-11~", "2023-04-10", "2023-04-12"),
        ("2024-03-01?", "2024-02-29", "2024-03-02"),
        ("2023-04~", "2023-03-01", "2023-05-31"),
        ("2024-01~", "2023-12-01", "2024-02-29"),
        ("2021-33~", "2020-10-01", "2021-06-30"),
        ("2021-24~", "2021-09-01", "2022-05-31"),
        ("2021-41~", "2021-01-01", "2022-06-30"),
        ("2015~", "2014-01-01", "2016-12-31"),
        ("2015?", "2014-01-01", "2016-12-31"),
        ("2015%", "2014-01-01", "2016-12-31"),
        ("201X~", "2000-01-01", "2029-12-31"),
        ("[2020-01..2020-04]", "2020-01-01", "2020-04-30"),
        ("0001-01-01~", "0001-01-01", "0001-01-02"),
        ("0001-01~", "0001-01-01", "0001-02-28"),
        ("0001~", "0001-01-01", "0002-12-31"),
        ("000X~", "0001-01-01", "0019-12-31"),
        ("9999-12-31~", "9999-12-30", "9999-12-31"),
        ("9999-24~", "9999-09-01", "9999-12-31"),
        ("9999?", "9998-01-01", "9999-12-31"),
        ("999X?", "9980-01-01", "9999-12-31"),
    ],
)
def test_a_mark_widens_a_date_by_its_own_length(text, first, last):
    assert [str(end) for end in PartialDate.parse(text).slack] == [first, last]


# To python-edtf "%" means twice as far. To us it means two doubts about one date, no larger one.
@given(days.map(lambda text: text[:4]) | decades, st.sampled_from("~?"))
def test_edtf_widens_years_and_decades_as_far(text, mark):
    theirs = parse_edtf(text + mark)
    reached = day(theirs.lower_fuzzy()), day(theirs.upper_fuzzy())

    assert PartialDate.parse(text + mark).slack == reached


# Python-edtf widens each part of a date, so that a month in doubt may lie a year away. To us the
# year of "2023-04~" is not in doubt: a source that means the year can be read as "2023~".
@given(days | days.map(lambda text: text[:7]), st.sampled_from("~?%"))
def test_edtf_widens_months_and_days_further(text, mark):
    (first, last), theirs = PartialDate.parse(text + mark).slack, parse_edtf(text + mark)

    assert day(theirs.lower_fuzzy()) <= first
    assert last <= day(theirs.upper_fuzzy())


@given(small_dates)
def test_slack_is_every_day_that_the_date_may_be(text):
    possible = possible_days(text)

    assert PartialDate.parse(text).slack == (possible[0], possible[-1])


@given(dates)
def test_slack_holds_the_date(date):
    first, last = date.slack

    assert first <= date.earliest <= date.latest <= last
    assert date.is_marked or (first, last) == (date.earliest, date.latest)


@pytest.mark.parametrize(
    "a, b, expected",
    [
        ("1999-04-04", "1999-06-28", True),
        ("1999-06-28", "1999-04-04", False),
        ("1999-04-04", "1999-04-04", False),
        ("1999", "2000", True),
        ("1999", "1999", None),
        ("1999", "1999-01-01", False),
        ("1999", "1999-01-02", None),
        ("1999~", "2000", None),
        ("1999~", "2001", True),
        ("[..2019]", "2020", True),
        ("[2019..]", "2020", None),
        ("[2020..]", "2020-01-01", False),
    ],
)
def test_before_is_answered_where_it_is_certain(a, b, expected):
    assert PartialDate.parse(a).before(b) is expected
    assert PartialDate.parse(b).after(a) is expected


@given(small_dates, small_dates)
def test_before_holds_for_every_pair_of_days_or_none_or_cannot_be_said(a, b):
    pairs = (d < e for d in possible_days(a) for e in possible_days(b))

    assert PartialDate.parse(a).before(b) is said_of(pairs)


@given(dates, dates)
def test_of_two_dates_one_at_most_is_before_the_other(a, b):
    assert a.after(b) is b.before(a)
    assert not (a.before(b) and b.before(a))
    assert not (a.before(b) is True and b.before(a) is not False)


@given(dates, dates, dates)
def test_before_is_transitive(a, b, c):
    assert not (a.before(b) and b.before(c)) or a.before(c) is True


@given(dates, dates)
def test_what_is_certainly_before_is_shown_before(a, b):
    assert not a.before(b) or a < b


@pytest.mark.parametrize(
    "a, b, expected",
    [
        ("1999", "1999-04-04", True),
        ("1999-06-28", "1999-04-04", False),
        ("1999~", "2000-02", True),
        ("1999~", "2000~", True),
        ("1999~", "2001~", None),
        ("1999~", "2001", False),
        ("1999", "2000~", True),
        ("2000-12~", "1999~", True),
        ("2021-33", "2021-02", True),
        ("2021-33", "2021-21", None),
        ("[2020-01..2020-03]", "[2020-03..2020-05]", None),
        ("[2020-01-01..2020-01-05]", "[2020-01-05..2020-01-09]", None),
        ("[..2020]", "2020-05", True),
        ("[..2020]", "2021", False),
        ("[..2020]", "[2019..]", None),
    ],
)
def test_dates_agree_where_one_lies_within_the_other_or_its_slack(a, b, expected):
    assert PartialDate.parse(a).agrees(b) is expected
    assert PartialDate.parse(b).agrees(a) is expected


@given(small_dates, small_dates)
def test_dates_agree_as_their_days_do(a, b):
    named = possible_days(a.rstrip("~?%")), possible_days(b.rstrip("~?%"))
    possible = possible_days(a), possible_days(b)
    agree = PartialDate.parse(a).agrees(b)

    assert (agree is False) == set(possible[0]).isdisjoint(possible[1])
    assert (agree is True) == (
        set(named[0]) <= set(possible[1]) or set(named[1]) <= set(possible[0])
    )


@given(dates, dates)
def test_agreement_is_mutual_and_no_day_agrees_with_one_before_it(a, b):
    assert a.agrees(b) is b.agrees(a)
    assert a.agrees(a) is True
    assert a.before(b) is not True or a.agrees(b) is False


@pytest.mark.parametrize(
    "a, b, expected",
    [
        ("1999-04-04", "1999", True),
        ("1999", "1999-04-04", False),
        ("1999", "1999", False),
        ("1999", "[1999-01..1999-12]", False),
        ("1999", "1999~", True),
        ("2000-02", "1999~", True),
        ("2000-12~", "1999~", None),
        ("1999~", "2000~", None),
        ("2001", "1999~", False),
        ("2021-02", "2021-33", True),
        ("2021-33", "2021-40", True),
        ("2021-21", "2021-40", True),
        ("2021-33", "2021-21", None),
        ("[2020-01-01..2020-01-05]", "[2020-01-05..2020-01-09]", None),
    ],
)
def test_a_finer_date_refines_a_coarser_one(a, b, expected):
    assert PartialDate.parse(a).refines(b) is expected


@given(small_dates, small_dates)
def test_a_date_refines_another_as_its_days_are_among_those(a, b):
    mine, others = set(possible_days(a)), set(possible_days(b))
    refines = PartialDate.parse(a).refines(b)

    assert (refines is True) == (mine < others)
    assert (refines is False) == (mine.isdisjoint(others) or mine >= others)


@given(dates, dates, dates)
def test_refining_is_a_strict_partial_order_among_dates_that_agree(a, b, c):
    assert a.refines(a) is False
    assert not (a.refines(b) and b.refines(a))
    assert not (a.refines(b) and b.refines(c)) or a.refines(c) is True
    assert not a.refines(b) or a.agrees(b) is True
    assert a.agrees(b) is not False or a.refines(b) is False


@pytest.mark.parametrize(
    "date, period, expected",
    [
        ("2020-05", "2020", True),
        ("2020", "2020-05", None),
        ("2020", "2021", False),
        ("2020-05-10", "2020-05/2020-08", True),
        ("2023-12", "2023-04-01/2024-03-31", True),
        ("2023", "2023-04-01/2024-03-31", None),
        ("2020-12~", "2020", None),
        ("2020-05~", "2020", True),
        ("2020-05", "2020~", None),
        ("2016", "2015/..", True),
        ("2016", "2015/", None),
        ("2014", "2015/", False),
        ("2020-02", "[2020-01..2020-03]", None),
    ],
)
def test_a_date_falls_within_a_period_from_its_first_day_to_its_last(date, period, expected):
    asked = PartialDate.parse(date)

    assert asked.within(period) is expected
    assert asked.within(Period.parse(period)) is expected
    if "/" not in period:
        assert asked.within(PartialDate.parse(period)) is expected


@given(small_dates, small_dates)
def test_a_date_is_within_another_as_its_days_are(a, b):
    assume(b.rstrip("~?%") == b and not b.startswith("["))
    window = possible_days(b)

    assert PartialDate.parse(a).within(b) is said_of(d in window for d in possible_days(a))


@pytest.mark.parametrize("question", ["before", "after", "agrees", "refines"])
def test_a_question_about_no_date_is_refused(question):
    with pytest.raises(InvalidValueError, match=r"must be an EDTF date such as"):
        getattr(PartialDate.parse("2020"), question)("soon")
    with pytest.raises(InvalidValueError, match=r"Write it as a quoted string"):
        getattr(PartialDate.parse("2020"), question)(2020)


def test_a_question_about_no_period_is_refused():
    with pytest.raises(InvalidValueError, match=r"must be an EDTF date or interval such as"):
        PartialDate.parse("2020").within("soon")
