"""Periods with two ends, and what can be said of the days in them."""

import datetime as dt
import pickle
from itertools import product

import pytest
from edtf import parse_edtf
from hypothesis import assume, given
from hypothesis import strategies as st

from companyprofiles import End, PartialDate, Period
from companyprofiles._edtf import LONGEST_TEXT, PARTS_OF_YEAR
from companyprofiles.errors import InvalidValueError
from tests.strategies import dates, days, intervals, periods
from tests.test_dates import said_of
from tests.test_edtf import day

FIRST, LAST = dt.date.min, dt.date.max
WINDOW = [dt.date(2020, 1, 28) + dt.timedelta(days=number) for number in range(7)]
"""The world of the oracle: a few days about the end of a month, and the ends of time."""
WORLD = [FIRST, *WINDOW, LAST]

near = st.sampled_from(WINDOW[1:-1]).map(str)
small_dates = (
    near
    | near.map("{}~".format)
    | st.tuples(near, near).map(lambda ends: f"[{min(ends)}..{max(ends)}]")
)


@st.composite
def small_periods(draw: st.DrawFn) -> str:
    """Draw a period within that world."""
    first, last = sorted([draw(near), draw(near)])
    marks = [draw(st.sampled_from(["", "?", "%"])) for _ in range(2)]
    first, last = first + marks[0], last + marks[1]
    forms = [f"{first}/{last}", f"{first}/..", f"{first}/", f"../{last}", f"/{last}"]
    return draw(st.sampled_from(forms) | small_dates)


def possible_days(text: str, open_day: dt.date) -> list[dt.date]:
    """Return the days that a date or an end may be, one by one and from its text alone."""
    if text in ("", ".."):
        return [open_day] if text else WORLD
    if text.startswith("["):
        first, last = map(dt.date.fromisoformat, text.strip("[]").split(".."))
        return [d for d in WINDOW if first <= d <= last]
    plain = dt.date.fromisoformat(text.rstrip("~?%"))
    reach = 0 if str(plain) == text else 1
    return [d for d in WINDOW if abs((d - plain).days) <= reach]


def possible_stretches(text: str) -> list[tuple[dt.date, dt.date]]:
    """Return every first and last day that a period may have."""
    start, slash, end = text.partition("/")
    if not slash:
        return [(d, d) for d in possible_days(text, FIRST)]
    ends = product(possible_days(start, FIRST), possible_days(end, LAST))
    return [(first, last) for first, last in ends if first <= last]


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
        ("2021-33/2021-41", "2021-33", "2021-41"),
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


@given(periods)
def test_a_period_reads_back_from_its_text(period):
    assert Period.parse(str(period)) == period
    assert pickle.loads(pickle.dumps(period)).ends == period.ends  # noqa: S301


@pytest.mark.parametrize("text", ["../..", "/", "../", "/.."])
def test_an_interval_without_any_date_is_refused(text):
    with pytest.raises(InvalidValueError, match="must be an interval with at least one date"):
        Period.parse(text)


@pytest.mark.parametrize("text", ["2024/2023", "2024-04-01/2023-03-31", "2020-05~/2020-04"])
def test_an_interval_that_runs_backwards_is_refused(text):
    with pytest.raises(InvalidValueError, match=r"ends after it starts.* Swap the two dates\."):
        Period.parse(text)


@pytest.mark.parametrize(
    "text, advice",
    [
        ("", ""),
        ("..", ""),
        ("soon", ""),
        ("2" * (2 * LONGEST_TEXT + 1), ""),
        ("2023-02-30/2024", "Check month and day."),
        ("2023/2024-4", "Write '2024-04'."),
        ("4/11/2023", "Write the year first, as in '2023-04-11'."),
        ("2015~/open", "Write '2015~/..'."),
        ("2015-05/Present", "Write '2015-05/..'."),
        ("2015/unknown", "Write '2015/'."),
        ("2015-2016", "Write '2015/2016'."),
        ("2015/2016/2017", "Write one slash, between the start and the end."),
        (
            "2015/[2020-01..2020-03]",
            "Write one date at each end: a coarser one, such as '2020', or a marked one, '2020~'.",
        ),
        ("{2015,2016}/2020", "Write one date at each end:"),
    ],
)
def test_what_is_no_period_is_shown_whole_and_the_message_says_what_to_write(text, advice):
    with pytest.raises(
        InvalidValueError, match=r"^must be an EDTF date or interval such as '2021-05'"
    ) as refused:
        Period.parse(text)

    assert refused.value.found == text
    assert refused.value.advice.startswith(advice)
    assert bool(refused.value.advice) == bool(advice)


def known_to_edtf(period: Period) -> bool:
    """Tell whether python-edtf reads its ends: decades and parts of years only in some places."""
    ends = period.text.split("/")
    return "X" not in period.text and not any(end[5:7] in PARTS_OF_YEAR for end in ends)


@given(intervals().filter(known_to_edtf))
def test_edtf_finds_the_same_ends_of_an_interval(period):
    theirs = parse_edtf(period.text)

    if isinstance(period.start, PartialDate):
        assert period.start.earliest == day(theirs.lower_strict())
    if isinstance(period.end, PartialDate):
        assert period.end.latest == day(theirs.upper_strict())


@pytest.mark.parametrize(
    "text, months",
    [
        ("2023-04-01/2024-03-31", 12),
        ("2023-04/2024-03", 12),
        ("2023", 12),
        ("2023-34", 3),
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


@pytest.mark.parametrize(
    "text, starts, ends",
    [
        ("2020-05-01/2020-06-30", "2020-05-01 2020-05-01", "2020-06-30 2020-06-30"),
        ("2015-05/2023", "2015-05-01 2015-05-31", "2023-01-01 2023-12-31"),
        ("2015~/2023-04-11?", "2014-01-01 2016-12-31", "2023-04-10 2023-04-12"),
        ("2020/2020-03", "2020-01-01 2020-03-31", "2020-03-01 2020-03-31"),
        ("2020-03/2020", "2020-03-01 2020-03-31", "2020-03-01 2020-12-31"),
        ("2015/..", "2015-01-01 2015-12-31", "9999-12-31 9999-12-31"),
        ("2015/", "2015-01-01 2015-12-31", "2015-01-01 9999-12-31"),
        ("../2015", "0001-01-01 0001-01-01", "2015-01-01 2015-12-31"),
        ("/2015", "0001-01-01 2015-12-31", "2015-01-01 2015-12-31"),
        ("2020-02", "2020-02-01 2020-02-29", "2020-02-01 2020-02-29"),
    ],
)
def test_either_end_may_be_any_of_some_days(text, starts, ends):
    period = Period.parse(text)

    assert [*map(str, period.starts)] == starts.split()
    assert [*map(str, period.ends)] == ends.split()


@given(small_periods())
def test_the_days_of_its_ends_are_those_of_the_stretches_that_it_may_be(text):
    period, stretches = Period.parse(text), possible_stretches(text)
    firsts, lasts = zip(*stretches, strict=True)

    assert period.starts == (min(firsts), max(firsts))
    assert period.ends == (min(lasts), max(lasts))


@given(periods)
def test_no_period_begins_after_all_its_ends(period):
    assert period.starts[0] <= period.starts[1] <= period.ends[1]
    assert period.starts[0] <= period.ends[0] <= period.ends[1]


@pytest.mark.parametrize(
    "text, date, expected",
    [
        ("2023-04-01/2024-03-31", "2023-04-01", True),
        ("2023-04-01/2024-03-31", "2024-03-31", True),
        ("2023-04-01/2024-03-31", "2023-03-31", False),
        ("2023-04-01/2024-03-31", "2023", None),
        ("2023-04-01/2024-03-31", "2023-05", True),
        ("2015-05/2023-09-10", "2015-05-20", None),
        ("2015-05/2023-09-10", "2015-06-01", True),
        ("2015/2023~", "2022-05", None),
        ("2015/2023~", "2024-05", None),
        ("2015/2023~", "2025", False),
        ("2015/..", "2015-07", None),
        ("2015/..", "2090", True),
        ("2015/", "2014", False),
        ("2015/", "2090", None),
        ("2015-05-01/", "2015-05-01", True),
        ("2015-05-01/", "2015-05-02", None),
        ("../2015", "1801", True),
        ("/2015", "1801", None),
        ("/2015", "2016", False),
        ("2021-05", "2021-05-10", None),
        ("2021-05", "2021-06", False),
        ("2021-05-10", "2021-05-10", True),
        ("2021-05-10~", "2021-05-10", None),
    ],
)
def test_a_day_is_covered_where_that_is_certain(text, date, expected):
    assert Period.parse(text).covers(date) is expected
    assert Period.parse(text).covers(PartialDate.parse(date)) is expected


@given(small_periods(), small_dates)
def test_a_date_is_covered_as_each_of_its_days_is_by_each_stretch(text, date):
    stretches, asked = possible_stretches(text), possible_days(date, FIRST)
    held = (first <= d <= last for first, last in stretches for d in asked)

    assert Period.parse(text).covers(date) is said_of(held)


@pytest.mark.parametrize(
    "a, b, expected",
    [
        ("2023-04-01/2024-03-31", "2024-04-01/2025-03-31", False),
        ("2023-04-01/2024-03-31", "2024-03-31/2025-03-31", True),
        ("2023-04/2024-03", "2024-03/2025-03", None),
        ("2015/2018", "2017/..", True),
        ("2015/2018", "2018/..", None),
        ("2015/2018", "2019/..", False),
        ("2015/2018~", "2019/..", None),
        ("2015/", "2016/..", None),
        ("2015/", "2015/..", None),
        ("2015/", "2010/2014", False),
        ("../2015", "/2014", True),
        ("2020/..", "2021-05", True),
        ("2021-05", "2021-05", None),
        ("2021-05-10", "2021-05-10", True),
    ],
)
def test_periods_overlap_where_that_is_certain(a, b, expected):
    assert Period.parse(a).overlaps(b) is expected
    assert Period.parse(b).overlaps(Period.parse(a)) is expected


@given(small_periods(), small_periods())
def test_periods_overlap_as_each_two_stretches_do(a, b):
    pairs = product(possible_stretches(a), possible_stretches(b))
    shared = (max(one[0], two[0]) <= min(one[1], two[1]) for one, two in pairs)

    assert Period.parse(a).overlaps(b) is said_of(shared)


@pytest.mark.parametrize(
    "a, b, expected",
    [
        ("2023-04-01/2024-03-31", "2024-04-01/2025-03-31", True),
        ("2024-04-01/2025-03-31", "2023-04-01/2024-03-31", False),
        ("2015/2018", "2018/..", None),
        ("2015/2018", "2019", True),
        ("2015/", "2019", None),
        ("2015/", "2014", False),
        ("2015/..", "2019", False),
        ("2014", "../2019", False),
        ("2014", "/2019", None),
    ],
)
def test_a_period_is_before_another_where_that_is_certain(a, b, expected):
    assert Period.parse(a).before(b) is expected
    assert Period.parse(a).before(Period.parse(b)) is expected


@given(small_periods(), small_periods())
def test_a_period_is_before_another_as_each_two_stretches_are(a, b):
    pairs = product(possible_stretches(a), possible_stretches(b))

    assert Period.parse(a).before(b) is said_of(one[1] < two[0] for one, two in pairs)


@given(periods, periods)
def test_two_periods_overlap_or_one_is_before_the_other(a, b):
    assert a.overlaps(b) is b.overlaps(a)
    assert not (a.before(b) and b.before(a))
    assert (a.overlaps(b) is False) == (a.before(b) is True or b.before(a) is True)
    assert (a.overlaps(b) is True) == (a.before(b) is False and b.before(a) is False)


@given(periods, dates)
def test_a_period_covers_no_day_without_overlapping_it(period, date):
    asked = Period.parse(date.text)

    assert period.covers(date) is not True or period.overlaps(asked) is True
    assert (period.covers(date) is False) == (period.overlaps(asked) is False)


@given(dates, dates)
def test_single_dates_are_compared_as_dates_are(a, b):
    assert Period.parse(a.text).before(b.text) is a.before(b)


@pytest.mark.parametrize(
    "text, whole",
    [
        ("2023", "2023-01-01/2023-12-31"),
        ("2023-02", "2023-02-01/2023-02-28"),
        ("2023-02-05", "2023-02-05/2023-02-05"),
        ("2021-33", "2021-01-01/2021-03-31"),
        ("2023-04/2024-03", "2023-04-01/2024-03-31"),
        ("2015/..", "2015-01-01/.."),
        ("/2015-05", "/2015-05-31"),
        ("2015~/2016", "2015~/2016-12-31"),
        ("2015?", "2015?/2015?"),
        ("[2020-01..2020-03]", "[2020-01..2020-03]"),
    ],
)
def test_a_whole_period_runs_from_its_first_day_to_its_last(text, whole):
    assert Period.parse(text).whole == Period.parse(whole)


@given(periods, dates)
def test_a_whole_period_says_what_the_period_says_and_more(period, date):
    whole, said = period.whole, period.covers(date)

    assert whole.whole == whole
    assert said is None or whole.covers(date) is said
    assert whole.months == period.months


@given(days, days, st.data())
def test_of_a_whole_period_every_day_is_certain(first, last, data):
    assume(first <= last)
    asked = data.draw(st.dates(dt.date.fromisoformat(first), dt.date.fromisoformat(last)))
    whole = Period.parse(f"{first[:4]}/{last[:7]}").whole

    assert whole.covers(str(asked)) is True


@pytest.mark.parametrize("question", ["overlaps", "before"])
def test_a_question_about_no_period_is_refused(question):
    with pytest.raises(InvalidValueError, match=r"must be an EDTF date or interval such as"):
        getattr(Period.parse("2020"), question)("soon")


def test_a_question_about_no_date_is_refused():
    with pytest.raises(InvalidValueError, match=r"must be an EDTF date such as"):
        Period.parse("2020").covers("2020/2021")
