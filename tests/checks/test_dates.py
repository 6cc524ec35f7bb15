"""Dates that cannot be are found, and nothing that may be."""

import pytest

from companyprofiles import Entity, Modality, Ownership, Position
from companyprofiles._check_context import CheckContext
from companyprofiles._checks.dates import (
    before_beginning,
    currency_not_in_use,
    ended_before_beginning,
    figure_undated,
    released_before_maker,
)
from companyprofiles.vocabulary import (
    CAPITAL_EXPENDITURE,
    CHAIR,
    DEVELOPER,
    DISSOLUTION,
    EMPLOYEES,
    HOLDING,
    INCEPTION,
    OCCURRED,
    PARTICIPANT,
    RAISED,
    RELEASE,
    REVENUE,
    TARGET,
)
from tests.samples import profile, statement

ENTITIES = tuple(
    Entity(name, kind, name={"en": name})
    for name, kind in (
        ("acme", "group"),
        ("ann-lee", "person"),
        ("other", "legal_entity"),
        ("rocket", "product"),
        ("round", "event"),
    )
)
WRONG = {"rank": "deprecated", "because": {"en": "Wrong."}}


def found(check, *statements):
    acme = profile(*statements, entities=ENTITIES)
    return [f.message for f in check(acme, CheckContext(acme))]


def founded(date, subject="acme", **fields):
    return statement(INCEPTION, date, subject=subject, **fields)


def chair(valid):
    return statement(CHAIR, Position(holder="ann-lee"), valid=valid)


@pytest.mark.parametrize(
    "early",
    [
        chair("1998/.."),
        chair("1998/2005"),
        chair("../1998"),
        chair("1998"),
        statement(EMPLOYEES, "5", valid="1998-12-31"),
        statement(REVENUE, "5 CNY", valid="1998"),
        statement(REVENUE, "5 CNY", valid="1997-07-01/1998-06-30"),
        statement(EMPLOYEES, "5", valid="1998", modality="claimed"),
    ],
)
def test_what_holds_before_the_beginning_is_found(early):
    message = f"is {early.valid}, before acme began, 1999. Correct one of the dates."

    assert found(before_beginning, founded("1999"), early) == [message]


@pytest.mark.parametrize(
    "possible",
    [
        chair("1999/.."),
        chair("/2005"),
        chair("1998~/.."),
        statement(REVENUE, "5 CNY", valid="1998-07-01/1999-06-30"),
        statement(EMPLOYEES, "5", valid="1999"),
        statement(CHAIR, Position(holder="ann-lee")),
        statement(EMPLOYEES, "5", valid="1998", **WRONG),
        statement(EMPLOYEES, "5", valid="1998", modality=Modality.PLANNED),
    ],
)
def test_what_may_be_is_not_found(possible):
    assert found(before_beginning, founded("1999"), possible) == []


def test_where_the_beginning_is_disputed_the_earliest_counts():
    early = statement(EMPLOYEES, "5", valid="1998")

    assert found(before_beginning, founded("1999"), founded("1997"), early) == []
    assert found(before_beginning, founded("1999"), founded("1997", **WRONG), early) != []


def test_a_share_is_held_after_the_other_company_began():
    share = statement(HOLDING, Ownership(party="other", share="5 %"), valid="2019/..")

    assert found(before_beginning, founded("2020", "other"), share) == [
        "is 2019/.., before other began, 2020. Correct one of the dates."
    ]


@pytest.mark.parametrize("prop", [PARTICIPANT, TARGET])
def test_who_takes_part_in_an_event_had_begun(prop):
    event = [
        statement(OCCURRED, "2019-05", subject="round"),
        statement(prop, "other", subject="round"),
    ]

    assert found(before_beginning, founded("2020", "other"), *event) == [
        "is 2019-05, before other began, 2020. Correct one of the dates."
    ]
    assert found(before_beginning, founded("2019", "other"), *event) == []
    assert found(before_beginning, *event) == []


def test_the_end_comes_after_the_beginning():
    assert found(ended_before_beginning, founded("2020"), statement(DISSOLUTION, "2019")) == [
        "is 2019, before acme began, 2020. Correct one of the dates."
    ]
    assert found(ended_before_beginning, founded("2020"), statement(DISSOLUTION, "2020")) == []
    assert found(ended_before_beginning, statement(DISSOLUTION, "2019")) == []


def test_a_product_is_released_after_it_and_its_maker_began():
    release = statement(RELEASE, "2019-05", subject="rocket")
    made = statement(DEVELOPER, "other", subject="rocket")
    later = statement(DEVELOPER, "other", subject="rocket", valid="2021/..")
    maker, product = founded("2020", "other"), founded("2019-06", "rocket")

    assert found(released_before_maker, maker, release, made) == [
        "is 2019-05, before other began, 2020. Correct one of the dates."
    ]
    assert found(released_before_maker, product, release) == [
        "is 2019-05, before rocket began, 2019-06. Correct one of the dates."
    ]
    assert found(released_before_maker, maker, release, later) == []
    assert found(released_before_maker, founded("2019", "other"), release, made) == []


def test_a_figure_without_its_time_is_found():
    message = "must be given: capital_expenditure means little without its time. Add valid."
    undated = statement(CAPITAL_EXPENDITURE, "5 CNY")

    assert found(figure_undated, undated) == [message]
    for dated in (
        statement(CAPITAL_EXPENDITURE, "5 CNY", valid="2020"),
        statement(CAPITAL_EXPENDITURE, "5 CNY", **WRONG),
        statement(CAPITAL_EXPENDITURE, absent="unknown", because={"en": "Secret."}),
        statement(RAISED, "5 CNY", subject="round"),
        chair(None),
    ):
        assert found(figure_undated, dated) == []


@pytest.mark.parametrize(
    "amount, valid, use",
    [
        ("5 DEM", "2010", "DEM, which was in use until 2002-05-15, not in 2010"),
        ("5 EUR", "1990", "EUR, which was in use from 1999-01-01, not in 1990"),
        ("5 EUR/month", "1990", "EUR, which was in use from 1999-01-01, not in 1990"),
        ("5 LTL", "2015", "LTL, which was in use from 1993-06-25 until 2014-12-31, not in 2015"),
    ],
)
def test_an_amount_in_a_currency_of_another_time_is_found(amount, valid, use):
    assert found(currency_not_in_use, statement(CAPITAL_EXPENDITURE, amount, valid=valid)) == [
        f"is in {use}. Give the amount as reported."
    ]


@pytest.mark.parametrize(
    "amount, valid",
    [
        ("5 DEM", "2001"),
        ("5 EUR", "1998/1999"),
        ("5 USD", "1850"),
        ("5 XDR", "1950"),
        ("5 EUR", None),
        ("5 EUR", "1998~"),
    ],
)
def test_an_amount_that_may_be_of_its_time_is_not_found(amount, valid):
    assert found(currency_not_in_use, statement(CAPITAL_EXPENDITURE, amount, valid=valid)) == []


def test_an_amount_of_an_event_is_of_its_date():
    raised = statement(RAISED, "5 EUR", subject="round")
    dates = [statement(OCCURRED, day, subject="round") for day in ("1990", "1998-12")]
    later = statement(OCCURRED, "1999-02", subject="round")

    assert len(found(currency_not_in_use, raised, *dates)) == 1
    assert found(currency_not_in_use, raised, *dates, later) == []
