"""What holds now, what came last and how it went: one entity's statements, asked."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import Position, Reference, Resolution, Source
from companyprofiles._views import in_order
from companyprofiles.errors import NoStatementError, UndecidedError
from companyprofiles.vocabulary import (
    CAPITAL_EXPENDITURE,
    CHIEF_EXECUTIVE,
    CLAIM,
    EMPLOYEES,
    INCEPTION,
    MARKET_CAP,
    PARENT,
    RELEASE,
    REVENUE,
)
from tests.samples import profile, statement
from tests.strategies import statements

REASON = {"en": "Wrong."}
ANN = Position(holder="ann-lee")


def view(*stated):
    return profile(*stated).of("acme")


def chief(valid, key, **fields):
    return statement(CHIEF_EXECUTIVE, ANN, valid=valid, key=key, **fields)


def revenue(valid, key, **fields):
    return statement(REVENUE, "5 CNY", valid=valid, key=key, **fields)


@pytest.mark.parametrize(
    "stated, key",
    [
        # A state that has ended does not hold.
        ([chief("2015/2020", "old"), chief("2020/..", "new")], "new"),
        # Nobody knows when an office of unknown end ended, but it did.
        ([chief("2015/", "old"), chief("2020/..", "new")], "new"),
        # A single date says that it held then, and no more.
        ([chief("2015/2020", "old"), chief("2021", "new")], "new"),
        # A statement without a period holds.
        ([chief("2015/2020", "old"), chief(None, "new")], "new"),
        # The deprecated, the planned and the denied do not.
        (
            [chief("2015/..", "old", rank="deprecated", because=REASON), chief("2020/..", "new")],
            "new",
        ),
        ([chief("2030/..", "old", modality="planned"), chief("2020/..", "new")], "new"),
        ([chief("2015/..", "old", modality="denied"), chief("2020/..", "new")], "new"),
        # Claims and estimates do.
        ([chief("2020/..", "new", modality="claimed")], "new"),
        # The preferred goes first.
        ([chief("2015/..", "old"), chief("2020/..", "new", rank="preferred")], "new"),
        # The whole goes before its parts.
        (
            [
                revenue("2024", "part", dimensions={"segment": "cloud"}),
                revenue("2024", "new"),
            ],
            "new",
        ),
        # A part alone is better than nothing.
        ([revenue("2024", "new", dimensions={"segment": "cloud"})], "new"),
        # Figures of a period hold after it.
        ([revenue("2020/2021", "new")], "new"),
    ],
)
def test_the_current_statement(stated, key):
    prop = stated[0].prop

    assert view(*stated)[prop].key == key


def test_what_has_ended_or_was_only_planned_is_not_current_but_told_of():
    with pytest.raises(
        NoStatementError,
        match=r"no statement of chief_executive about 'acme' holds now; "
        r"see \.all\('chief_executive'\) for 2 others\.",
    ):
        view(chief("2015/2020", "a"), chief("2030/..", "b", modality="planned"))[CHIEF_EXECUTIVE]


def test_nothing_stated_is_told():
    with pytest.raises(NoStatementError, match=r"^nothing is stated of parent about 'acme'\.$"):
        view()[PARENT]


def test_two_that_hold_are_undecided():
    with pytest.raises(UndecidedError, match="2 statements of chief_executive about 'acme' could"):
        view(chief("2015/..", "a"), chief("2016/..", "b"))[CHIEF_EXECUTIVE]


@pytest.mark.parametrize(
    "stated, key",
    [
        # By the end of the period.
        ([revenue("2023", "old"), revenue("2024", "new")], "new"),
        ([revenue("2024", "new"), revenue("2023", "old")], "new"),
        # A year beats its last quarter, a later quarter beats the year.
        ([revenue("2024-10/2024-12", "old"), revenue("2024", "new")], "new"),
        ([revenue("2025-01/2025-03", "new"), revenue("2024", "old")], "new"),
        # The open end is the last.
        ([chief("2015/..", "new"), chief("2016/2024", "old")], "new"),
        # Of one period the preferred, and the whole.
        ([revenue("2024", "old"), revenue("2024-01/2024-12", "new", rank="preferred")], "new"),
        (
            [
                revenue("2024", "old", dimensions={"segment": "cloud"}),
                revenue("2023", "new"),
            ],
            "new",
        ),
        # A plan is not the latest.
        ([revenue("2030", "old", modality="planned"), revenue("2024", "new")], "new"),
        # Dates as values count where no period is given.
        (
            [statement(RELEASE, "2020-06", key="old"), statement(RELEASE, "2021", key="new")],
            "new",
        ),
    ],
)
def test_the_latest_statement(stated, key):
    assert view(*stated).latest(stated[0].prop).key == key


def test_two_of_the_last_period_are_undecided():
    with pytest.raises(UndecidedError, match=r"ask for \.latest, \.series, \.all or \.where:"):
        view(revenue("2024", "a"), revenue("2024-01/2024-12", "b")).latest(REVENUE)


@pytest.mark.parametrize("stated", [[], [statement(CLAIM, {"en": "It flies."})]])
def test_without_a_date_there_is_no_latest(stated):
    with pytest.raises(NoStatementError, match=r"claim about 'acme'"):
        view(*stated).latest(CLAIM)


def test_a_series_leaves_out_what_was_not():
    stated = [
        statement(EMPLOYEES, "3", valid="2023", modality="estimated"),
        statement(EMPLOYEES, "1", valid="2021"),
        statement(EMPLOYEES, "9", valid="2022", rank="deprecated", because=REASON),
        statement(EMPLOYEES, "8", valid="2030", modality="planned"),
        statement(EMPLOYEES, "7", valid="2020", modality="denied"),
    ]

    assert [str(s.value) for s in view(*stated).series(EMPLOYEES)] == ["1 people", "3 people"]


def test_a_series_of_what_is_not_stated_is_empty():
    assert view().series(MARKET_CAP) == ()
    assert view().series(CAPITAL_EXPENDITURE, months=12) == ()


def test_a_view_is_its_statements():
    founded = statement(INCEPTION, "1999")
    acme = view(founded, statement(PARENT, "acme", subject="ann-lee"))

    assert [s.prop for s in acme] == [INCEPTION]
    assert len(acme) == 1
    assert repr(acme) == "<EntityView acme: 1 statement>"
    assert acme.timeline() == tuple(acme)


@given(st.lists(statements(), max_size=6))
def test_order_is_by_date_and_leaves_out_what_has_none(drawn):
    ordered = in_order(drawn)
    keys = [s.date.sort_key for s in ordered]

    assert keys == sorted(keys)
    assert len(ordered) == sum(s.date is not None for s in drawn)
    assert in_order(reversed(drawn)) == ordered or len(set(keys)) < len(keys)


# What counts where statements contradict each other.

REPORTS = tuple(
    Source(
        f"report-{year}",
        title={"en": "Report"},
        kind="regulatory_filing",
        publisher="Acme",
        published=f"{year}",
    )
    for year in (2023, 2024)
)


def restated(*, publisher="Acme"):
    later = attrs.evolve(REPORTS[1], publisher=publisher)
    period = "2022-04-01/2023-03-31"
    return profile(
        statement(
            REVENUE,
            "868687E6 CNY",
            valid=period,
            key="first",
            references=[Reference("report-2023")],
        ),
        statement(
            REVENUE,
            "870000E6 CNY",
            valid=period,
            key="again",
            references=[Reference("report-2024")],
        ),
        sources=(REPORTS[0], later),
    )


def test_the_later_document_of_one_publisher_counts():
    assert restated().latest(REVENUE).key == "again"


def test_two_publishers_leave_it_undecided():
    with pytest.raises(UndecidedError, match="2 statements of revenue"):
        restated(publisher="Another").latest(REVENUE)


def test_an_editor_s_decision_counts():
    decision = Resolution(
        statements=("first", "again"), preferred="first", because={"en": "Seen."}, on="2026"
    )
    decided = attrs.evolve(restated(publisher="Another"), resolutions=(decision,))

    assert decided.latest(REVENUE).key == "first"
