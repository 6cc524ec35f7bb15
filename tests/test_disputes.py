"""Which statements of a profile contradict each other, and what became of it."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import Position, Property, Reference, Resolution, Source
from companyprofiles._contradictions import MOST_RIVALS
from companyprofiles.verdicts import DisputeStatus, Verdict, compare, find_disputes
from companyprofiles.vocabulary import CHIEF_EXECUTIVE, HOLDING, INCEPTION, REVENUE
from tests.samples import profile, statement
from tests.strategies import profiles, statements

YEAR = "2023-04-01/2024-03-31"
WORDS = {"label": {"en": "Members"}, "description": {"en": "Who ever joined."}}
MEMBERS = Property("members", "quantity", **WORDS, time="instant", rising=True, single=True)
REASON = {"en": "Because."}


def revenue(value, key, **fields):
    return statement(REVENUE, value, valid=YEAR, key=key, **fields)


def members(value, valid, key, **fields):
    return statement(MEMBERS, value, valid=valid, key=key, **fields)


def keys(disputes):
    return [[s.key for s in dispute.statements] for dispute in disputes]


def resolution(*statements, preferred=None):
    return Resolution(statements=statements, preferred=preferred, because=REASON, on="2026-11-23")


def test_what_agrees_is_no_dispute():
    assert find_disputes([revenue("941168E6 CNY", "a"), revenue("941.2E9 CNY", "b")]) == ()


def test_what_conflicts_is_a_dispute_of_all_that_are_in_it():
    stated = [
        revenue("1E9 CNY", "one"),
        statement(INCEPTION, "1999", key="founded"),
        revenue("2E9 CNY", "two"),
        revenue("3E9 CNY", "three"),
        statement(INCEPTION, "2001", key="founded-later"),
    ]
    found = find_disputes(stated)

    assert keys(found) == [["one", "two", "three"], ["founded", "founded-later"]]
    assert {dispute.status for dispute in found} == {DisputeStatus.UNRESOLVED}
    assert [str(c.reason) for c in found[1].comparisons] == ["One says 1999, the other 2001."]
    assert str(found[1]) == "inception of , unresolved: One says 1999, the other 2001."
    assert not found[0].is_settled


@pytest.mark.parametrize(
    "resolutions, status, preferred",
    [
        ([resolution("a", "b", preferred="b")], "resolved", "b"),
        ([resolution("a", "b")], "open", None),
        ([resolution("a", "b", "c", preferred="c")], "resolved", None),
        ([resolution("x", "y", preferred="x")], "unresolved", None),
    ],
)
def test_a_resolution_settles_the_dispute_that_it_names(resolutions, status, preferred):
    (found,) = find_disputes([revenue("1E9 CNY", "a"), revenue("2E9 CNY", "b")], resolutions)

    assert found.status is DisputeStatus(status)
    assert getattr(found.preferred, "key", None) == preferred
    assert found.is_settled == (status != "unresolved")


def test_a_resolution_goes_stale_when_another_statement_joins():
    stated = [revenue("1E9 CNY", "a"), revenue("2E9 CNY", "b"), revenue("3E9 CNY", "c")]
    (found,) = find_disputes(stated, [resolution("a", "b", preferred="b")])

    assert found.status is DisputeStatus.STALE
    assert found.preferred is None
    assert not found.is_settled


def test_a_resolution_holds_when_what_joins_is_deprecated():
    wrong = revenue("3E9 CNY", "c", rank="deprecated", because=REASON)
    stated = [revenue("1E9 CNY", "a"), revenue("2E9 CNY", "b"), wrong]
    (found,) = find_disputes(stated, [resolution("a", "b", preferred="b")])

    assert found.status is DisputeStatus.RESOLVED


def test_ranks_settle_what_is_wrong_with_a_reason():
    stated = [
        revenue("1E9 CNY", "right"),
        revenue("2E9 CNY", "wrong", rank="deprecated", because=REASON),
    ]
    (found,) = find_disputes(stated)

    assert found.status is DisputeStatus.RANKED
    assert found.preferred is stated[0]


@pytest.mark.parametrize("because, status", [(REASON, "ranked"), (None, "unresolved")])
def test_a_preferred_statement_settles_a_dispute_if_it_says_why(because, status):
    stated = [
        revenue("1E9 CNY", "one", rank="preferred", because=because),
        revenue("2E9 CNY", "two"),
    ]
    (found,) = find_disputes(stated)

    assert found.status is DisputeStatus(status)


def test_what_can_only_rise_is_checked_as_a_series():
    stated = [
        members("300E6", "2020-06", "m1"),
        members("10E9", "2021-01", "m2"),
        members("1E12", "2021-05", "m3"),
        members("10E12", "2020-10", "m0", rank="deprecated", because=REASON),
        members(">10E12", "2021-10", "m4"),
    ]
    (found,) = find_disputes(stated)

    assert [s.key for s in found.statements] == ["m2", "m3", "m0"]
    assert found.status is DisputeStatus.RANKED
    assert str(found.comparisons[0].reason) == (
        "It cannot fall: 10E12 (2020-10) is followed by 10E9 (2021-01)."
    )


def test_two_at_the_head_of_an_office_are_a_dispute_only_if_they_overlap():
    def head(holder, valid):
        return statement(CHIEF_EXECUTIVE, Position(holder=holder), valid=valid, key=holder)

    stated = [
        head("ann", "2007/2013-05-10"),
        head("bob", "2013-05-10/2015-05-10"),
        head("cid", "2015-05-10/2023-09-10"),
        head("dan", "2020-01-01/2020-12-31"),
        head("eve", "2023-09-10/.."),
    ]

    assert keys(find_disputes(stated)) == [["cid", "dan"]]


def test_what_is_computed_is_no_rival_of_what_it_is_computed_from():
    stated = [
        revenue("5E9 CNY", "whole", derived_from=["half", "quarter"], derived_by="sum"),
        revenue("3E9 CNY", "half", derived_from=["quarter"]),
        revenue("1E9 CNY", "quarter"),
    ]

    assert find_disputes(stated) == ()


def test_a_profile_knows_its_disputes():
    made = profile(
        statement(INCEPTION, "1999", key="a"),
        statement(INCEPTION, "2001", key="b"),
        resolutions=(resolution("a", "b", preferred="a"),),
    )
    (found,) = made.disputes()

    assert found.preferred is made.statement("a")
    assert found.resolution is made.resolutions[0]
    assert made.compare(*found.statements).verdict is Verdict.CONFLICTS


# Laws.


def contradicting(stated):
    return {frozenset(s.id for s in dispute.statements) for dispute in find_disputes(stated)}


@given(profiles(), st.randoms(use_true_random=False))
def test_the_order_of_statements_makes_no_difference(one, rng):
    shuffled = list(one.statements)
    rng.shuffle(shuffled)

    assert contradicting(shuffled) == contradicting(one.statements)


@given(st.lists(statements((REVENUE, CHIEF_EXECUTIVE, HOLDING, INCEPTION)), max_size=12))
def test_nothing_is_missed_that_comparing_each_with_each_would_find(stated):
    unique = list({s.id: s for s in stated}.values())
    found = {s.id for dispute in find_disputes(unique) for s in dispute.statements}
    pairs = [(a, b) for number, a in enumerate(unique) for b in unique[:number] if a.prop == b.prop]
    expected = {s.id for p in pairs if compare(*p).verdict is Verdict.CONFLICTS for s in p}

    assert found == expected


@pytest.mark.parametrize("count", [2, MOST_RIVALS, MOST_RIVALS + 1, 5 * MOST_RIVALS])
def test_many_rivals_are_one_dispute(count):
    figures = [revenue(f"{number}E9 CNY", f"r{number}") for number in range(count)]
    heads = [
        statement(CHIEF_EXECUTIVE, Position(holder=f"p{number}"), valid=f"{1900 + number}/..")
        for number in range(count)
    ]
    random.Random(1).shuffle(figures)  # noqa: S311, it decides nothing
    found = find_disputes([*figures, *heads])

    assert [len(dispute.statements) for dispute in found] == [count, count]


REPORT = {"title": {"en": "Report"}, "kind": "regulatory_filing", "publisher": "Acme"}
PAPER = {"title": {"en": "Paper"}, "kind": "press", "publisher": "Paper"}
SOURCES = {
    source.id: source
    for source in (
        Source("report-2023", **REPORT, published="2023-05-21"),
        Source("report-2024", **REPORT, published="2024-05-23"),
        Source("paper-2023", **PAPER, published="2023-06-01"),
        Source("paper-2024", **PAPER, published="2024-06-01"),
    )
}
RESTATED = [
    revenue("941.2E9 CNY", "old", references=[Reference("report-2023")]),
    revenue("935.1E9 CNY", "new", references=[Reference("report-2024")]),
]


@pytest.mark.parametrize(
    "value, paper, disputed",
    [
        ("935E9 CNY", "paper-2024", []),
        ("941E9 CNY", "paper-2023", []),
        ("941E9 CNY", "paper-2024", [["new", "told"]]),
        ("900E9 CNY", "paper-2024", [["old", "new", "told"]]),
    ],
)
def test_whoever_repeats_what_was_restated_contradicts_nobody(value, paper, disputed):
    told = revenue(value, "told", references=[Reference(paper)])

    assert keys(find_disputes([*RESTATED, told], sources=SOURCES)) == disputed


def test_two_who_repeat_either_figure_contradict_each_other_no_more_than_the_company():
    before = revenue("941E9 CNY", "before", references=[Reference("paper-2023")])
    after = revenue("935E9 CNY", "after", references=[Reference("other-2024")])
    other = Source("other-2024", **PAPER | {"publisher": "Other"}, published="2024-06-01")

    assert find_disputes([*RESTATED, before, after], sources=SOURCES | {other.id: other}) == ()
    assert len(find_disputes([before, after], sources=SOURCES | {other.id: other})) == 1
