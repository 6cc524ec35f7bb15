"""Computed values follow from what they are computed from, which counts and is of their time."""

import pytest

from companyprofiles import Reference
from companyprofiles._check_context import CheckContext
from companyprofiles._checks.computed import (
    does_not_follow,
    input_does_not_count,
    of_other_periods,
)
from companyprofiles.vocabulary import CLAIM, GROWTH, REVENUE
from tests.samples import profile, statement

REASON = {"en": "Because."}
NINE_MONTHS, QUARTER, YEAR = (
    "2024-04-01/2024-12-31",
    "2025-01-01/2025-03-31",
    "2024-04-01/2025-03-31",
)
PARTS = ("nine-months", "quarter")


def revenue(value, valid, key, **fields):
    return statement(REVENUE, value, valid=valid, key=key, **fields)


def year(value, **fields):
    fields = {"derived_from": PARTS, "derived_by": "sum"} | fields
    return revenue(value, fields.pop("valid", YEAR), "year", **fields)


def parts(first="759893E6 CNY", second="236454E6 CNY", **fields):
    return [revenue(first, NINE_MONTHS, PARTS[0]), revenue(second, QUARTER, PARTS[1], **fields)]


def growth(value, first="200E6 CNY"):
    named = {"derived_by": "growth", "derived_from": ("before", "after")}
    return [
        revenue(first, "2023", "before"),
        revenue("210E6 CNY", "2024", "after"),
        statement(GROWTH, value, valid="2024", key="growth", **named),
    ]


def found(check, *statements):
    acme = profile(*statements)
    return [(f.about.key, f.path, f.message) for f in check(acme, CheckContext(acme))]


@pytest.mark.parametrize("value", ["996347E6 CNY", "996.3E9 CNY", "~1E12 CNY", ">990E9 CNY"])
def test_what_follows_is_good(value):
    assert found(does_not_follow, year(value), *parts()) == []


def test_what_does_not_follow_is_told_with_its_computation():
    assert found(does_not_follow, year("996374E6 CNY"), *parts()) == [
        (
            "year",
            "value",
            (
                "does not follow: 759893E6 CNY + 236454E6 CNY = 996347E6 CNY, got 996374E6 CNY. "
                "Correct the value, or what it is computed from."
            ),
        )
    ]


def test_what_says_more_than_follows_is_told_so():
    assert found(does_not_follow, year("996E9 CNY"), *parts(first=">759E9 CNY")) == [
        (
            "year",
            "value",
            (
                "says more than follows: >759E9 CNY + 236454E6 CNY = >995454E6 CNY, got 996E9 CNY. "
                "Write what follows, or leave 'derived_by' out."
            ),
        )
    ]


def test_what_a_source_prints_may_be_off_by_a_last_digit():
    printed = (Reference("report", as_printed="996,348"),)

    assert found(does_not_follow, year("996348E6 CNY", references=printed), *parts()) == []
    assert len(found(does_not_follow, year("996348E6 CNY"), *parts())) == 1


def test_what_has_no_result_is_told():
    assert found(does_not_follow, *growth("5 %")) == []
    assert found(does_not_follow, *growth("5 %", first="-200E6 CNY")) == [
        (
            "growth",
            "derived_by",
            (
                "has no result: growth from -200E6 CNY to 210E6 CNY. "
                "Leave 'derived_by' out, or compute it otherwise."
            ),
        )
    ]


@pytest.mark.parametrize(
    "fields",
    [
        {"rank": "deprecated", "because": REASON},
        {"derived_by": None},
        {"derived_from": (), "derived_by": None},
    ],
)
def test_what_does_not_count_or_is_not_computed_need_not_follow(fields):
    assert found(does_not_follow, year("1 CNY", **fields), *parts()) == []


@pytest.mark.parametrize(
    "fields, message",
    [
        (
            {"rank": "deprecated", "because": REASON},
            "is computed from quarter, which is deprecated. Take another.",
        ),
        (
            {"rank": "deprecated", "because": REASON, "replaced_by": "nine-months"},
            "is computed from quarter, which is deprecated. Take nine-months.",
        ),
        (
            {"second": None, "absent": "withheld", "because": REASON},
            "is computed from quarter, which has no value: withheld. Leave it out.",
        ),
        (
            {"modality": "denied"},
            "is computed from quarter, which its source denies. Take what it says instead.",
        ),
    ],
)
def test_an_input_that_does_not_count_is_found(fields, message):
    stated = [year("996347E6 CNY"), *parts(**fields)]

    assert found(input_does_not_count, *stated) == [("year", "derived_from[1]", message)]


def test_an_input_without_a_value_is_told_once():
    stated = [year("996347E6 CNY"), *parts(second=None, absent="withheld", because=REASON)]

    assert found(does_not_follow, *stated) == []


def test_inputs_count_whatever_they_are_used_for():
    wrong = statement(CLAIM, REASON, key="a", rank="deprecated", because=REASON)
    stated = [wrong, statement(CLAIM, {"en": "So."}, key="b", derived_from=("a",))]

    assert len(found(input_does_not_count, *stated)) == 1
    assert found(input_does_not_count, year("996347E6 CNY"), *parts()) == []


def test_periods_that_do_not_add_up_are_found():
    assert found(of_other_periods, year("996347E6 CNY"), *parts()) == []
    assert found(of_other_periods, year("996347E6 CNY", valid="2024"), *parts()) == [
        (
            "year",
            "derived_from",
            (
                "must add up to 2024 without gap or overlap, "
                "got 2024-04-01/2024-12-31, 2025-01-01/2025-03-31. "
                "Correct 'valid', or name other statements."
            ),
        )
    ]
