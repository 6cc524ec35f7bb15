"""Times of a value and of what it is computed from belong together, or do not."""

import pytest

from companyprofiles import Property
from companyprofiles._derived_periods import mistimed
from companyprofiles.vocabulary import (
    EMPLOYEES,
    EXCHANGE_RATE,
    FUNDING_TOTAL,
    GROWTH,
    NET_INCOME,
    RAISED,
    REVENUE,
)
from tests.samples import statement

WORDS = {"label": {"en": "Figure"}, "description": {"en": "Any figure."}}
PLAIN = Property("plain", "quantity", **WORDS, time="duration")
UNITS = {REVENUE: " CNY", NET_INCOME: " CNY", RAISED: " CNY", FUNDING_TOTAL: " CNY", GROWTH: " %"}


def figure(prop, valid, **fields):
    return statement(prop, f"5{UNITS.get(prop, '')}", valid=valid, **fields)


def wrong(how, valid, *periods, prop=REVENUE, of=None, **fields):
    """Return what is wrong with a value of a period that is computed from values of others."""
    inputs = [figure(of or prop, period, key=f"k{n}") for n, period in enumerate(periods)]
    keys = [found.key for found in inputs]
    return mistimed(figure(prop, valid, derived_by=how, derived_from=keys, **fields), inputs)


@pytest.mark.parametrize(
    "valid, parts",
    [
        ("2024-04-01/2025-03-31", ["2024-04-01/2024-12-31", "2025-01-01/2025-03-31"]),
        ("2024-04-01/2025-03-31", ["2025-01-01/2025-03-31", "2024-04-01/2024-12-31"]),
        ("2024", ["2024-01/2024-06", "2024-07/2024-12"]),
        ("2024", ["2024-33", "2024-34", "2024-35", "2024-36"]),
        ("2023/2024", ["2023", "2024"]),
        # What is not known for certain may be right.
        ("2024~", ["2024-01/2024-06", "2024-08/2024-12"]),
        ("2024", ["2024-01/2024-06", "2024-07~/2024-12"]),
        ("2024", ["2024-01/2024-06", None]),
    ],
)
def test_periods_that_add_up(valid, parts):
    prop = REVENUE if None not in parts else PLAIN

    assert wrong("sum", valid, *parts, prop=prop) == ""


@pytest.mark.parametrize(
    "valid, parts",
    [
        ("2024-04-01/2025-03-31", ["2024-04-01/2024-12-31", "2025-01-01/2025-03-30"]),
        ("2024", ["2024-01/2024-06", "2024-08/2024-12"]),
        ("2024", ["2024-01/2024-07", "2024-07/2024-12"]),
        ("2024", ["2024-01/2024-06", "2024-07/2025-01"]),
        ("2024", ["2024", "2024"]),
        ("2024", ["2023-01/2023-06", "2023-07/2023-12"]),
    ],
)
def test_periods_with_a_gap_or_an_overlap(valid, parts):
    found = ", ".join(parts)

    assert wrong("sum", valid, *parts) == (
        f"must add up to {valid} without gap or overlap, got {found}."
    )


def test_parts_of_one_period_are_of_it_each():
    parts = [
        figure(REVENUE, period, key=key, dimensions={"segment": segment})
        for key, segment, period in (
            ("a", "cloud", "2024"),
            ("b", "shops", "2024-01/2024-06"),
            ("c", "shops", "2024-07/2024-12"),
        )
    ]

    def total(*found):
        keys = [part.key for part in found]
        return mistimed(figure(REVENUE, "2024", derived_by="sum", derived_from=keys), found)

    assert total(*parts) == ""
    assert total(*parts[:2]) == ("must add up to 2024 without gap or overlap, got 2024-01/2024-06.")


@pytest.mark.parametrize(
    "valid, periods, is_right",
    [
        ("2025-01-01/2025-03-31", ["2024-04-01/2025-03-31", "2024-04-01/2024-12-31"], True),
        ("2024-36", ["2024", "2024-33", "2024-34", "2024-35"], True),
        ("2024-36", ["2024", "2024-33", "2024-34"], False),
        ("2024-04-01/2025-03-31", ["2024-04-01/2025-03-31", "2024-04-01/2024-12-31"], False),
        # How much it rose since the year before.
        ("2024", ["2024", "2023"], True),
        ("2022", ["2024", "2023"], False),
    ],
)
def test_a_difference_is_what_is_left_or_what_has_changed(valid, periods, is_right):
    assert (wrong("difference", valid, *periods) == "") is is_right


@pytest.mark.parametrize(
    "prop, of, valid, periods, message",
    [
        (EMPLOYEES, None, "2024-03-31", ["2024-03-31", "2024-03"], ""),
        (
            EMPLOYEES,
            None,
            "2024-03-31",
            ["2024-03-31", "2023-03-31"],
            "must be of the time of the value, got 2023-03-31 for 2024-03-31.",
        ),
        (FUNDING_TOTAL, RAISED, "2024", ["2020-05", "2024-02"], ""),
        (
            FUNDING_TOTAL,
            RAISED,
            "2024-01",
            ["2020-05", "2024-02"],
            "must not be later than the value, got 2024-02 for 2024-01.",
        ),
        (REVENUE, RAISED, "2024", ["2024-02", "2024-05"], ""),
        (
            REVENUE,
            RAISED,
            "2024",
            ["2024-02", "2025-05"],
            "must be of the time of the value, got 2025-05 for 2024.",
        ),
    ],
)
def test_figures_of_a_moment_are_of_its_time_or_rise_to_it(prop, of, valid, periods, message):
    assert wrong("sum", valid, *periods, prop=prop, of=of) == message


@pytest.mark.parametrize(
    "valid, periods, message",
    [
        ("2024", ["2023", "2024"], ""),
        ("2024-01-01/2024-12-31", ["2023", "2024"], ""),
        ("2024", ["2023~", "2024"], ""),
        ("2024", ["2024", "2023"], "must name the earlier first, got 2024 and 2023."),
        ("2024", ["2024", "2024"], "must name the earlier first, got 2024 and 2024."),
        (
            "2024",
            ["2023-04/2023-12", "2024"],
            "must compare periods of one length, got 2023-04/2023-12 and 2024.",
        ),
        ("2023", ["2023", "2024"], "must be of the later of them, got 2024 for 2023."),
    ],
)
def test_growth_leads_from_an_earlier_period_to_its_own(valid, periods, message):
    assert wrong("growth", valid, *periods, prop=GROWTH, of=REVENUE) == message


def test_growth_is_of_one_figure():
    inputs = [figure(REVENUE, "2023", key="a"), figure(NET_INCOME, "2024", key="b")]
    stated = figure(GROWTH, "2024", derived_by="growth", derived_from=["a", "b"])

    assert mistimed(stated, inputs) == "must be one figure at two times, got a and b."


@pytest.mark.parametrize(
    "how, valid, others, message",
    [
        ("quotient", "2024", [(REVENUE, "2024"), (EMPLOYEES, "2024-12-31")], ""),
        ("share", "2024", [(NET_INCOME, "2024"), (REVENUE, "2024-01/2024-12")], ""),
        (
            "share",
            "2024",
            [(NET_INCOME, "2024"), (REVENUE, "2024-01/2024-06")],
            "must be of one period, got 2024 from 2024-01/2024-06.",
        ),
        (
            "quotient",
            "2024",
            [(REVENUE, "2024"), (EMPLOYEES, "2025-03-31")],
            "must be of one period, got 2024 from 2025-03-31.",
        ),
        ("conversion", "2024", [(REVENUE, "2024"), (EXCHANGE_RATE, "2024-12-31")], ""),
        (
            "conversion",
            "2024",
            [(REVENUE, "2024"), (EXCHANGE_RATE, "2025-01-02")],
            "must be of one period, got 2024 from 2025-01-02.",
        ),
        ("product", "2024~", [(REVENUE, "2024"), (PLAIN, "2024-06")], ""),
    ],
)
def test_what_is_multiplied_or_divided_is_of_one_time(how, valid, others, message):
    prop = GROWTH if how == "share" else PLAIN
    inputs = [figure(other, period, key=f"k{n}") for n, (other, period) in enumerate(others)]
    stated = figure(prop, valid, derived_by=how, derived_from=["k0", "k1"])

    assert mistimed(stated, inputs) == message


def test_nothing_is_asked_of_an_average():
    assert wrong("average", "2024", "2023-12-31", "2024-12-31", prop=EMPLOYEES) == ""


@pytest.mark.parametrize("how", ["sum", "growth", "share"])
def test_a_value_without_a_period_may_be_right(how):
    prop = Property("part", "quantity", **WORDS, unit="%" if how != "sum" else "")

    assert wrong(how, None, "2024", "2023", prop=prop, of=PLAIN) == ""
