"""What nobody can have said at that time, or of that time."""

import pytest

from companyprofiles import Entity, Reference, Source
from companyprofiles._check_context import CheckContext
from companyprofiles._checks.times import after_end, told_before
from companyprofiles.vocabulary import (
    DISSOLUTION,
    EMPLOYEES,
    PRODUCT,
    REVENUE,
    SUCCESSOR,
)
from tests.samples import profile, statement

PRESS = {"title": {"en": "News"}, "kind": "press", "publisher": "Paper"}
ENTITIES = tuple(
    Entity(name, kind, name={"en": name})
    for name, kind in (("acme", "group"), ("zeta", "group"), ("rocket", "product"))
)
SOURCES = (
    Source("report", title={"en": "Report"}, kind="press"),
    Source("news", **PRESS, published="2024-05-12"),
    Source("later-news", **PRESS, published="2025-02-01"),
    Source("undated", **PRESS),
    Source("page", title={"en": "Page"}, kind="third_party", published="2024-05-12"),
)


def found(check, *statements):
    acme = profile(*statements, sources=SOURCES, entities=ENTITIES)
    return [f.message for f in check(acme, CheckContext(acme))]


def by(*references):
    return {"references": [Reference(r) if isinstance(r, str) else r for r in references]}


def staff(valid, *references, **fields):
    return statement(EMPLOYEES, "40", valid=valid, **by(*references or ["news"]), **fields)


def revenue(valid, *references, **fields):
    return statement(REVENUE, "5.2E6 EUR", valid=valid, **by(*references or ["news"]), **fields)


ENDED = statement(DISSOLUTION, "2023-06", subject="acme")


def test_what_comes_after_the_end_is_found():
    late = staff("2023-12-31", subject="acme")

    assert found(after_end, ENDED, late) == [
        "is 2023-12-31, after acme ended, 2023-06. Correct one of the dates."
    ]


@pytest.mark.parametrize(
    "later",
    [
        staff("2023-06-30", subject="acme"),
        staff("2023-12-31", subject="acme", modality="planned"),
        staff("2023-12-31", subject="zeta"),
        statement(SUCCESSOR, "zeta", subject="acme"),
    ],
)
def test_what_may_be_before_the_end_is_not_found(later):
    assert found(after_end, ENDED, later) == []


@pytest.mark.parametrize("early", [revenue("2024-07/2025-06"), staff("2024-06")])
def test_a_figure_that_was_still_to_come_is_found(early):
    (message,) = found(told_before, early)

    assert message == (
        f"is {early.valid}, after its source appeared, 2024-05-12. "
        "Correct a date, or call it planned or estimated."
    )


@pytest.mark.parametrize(
    "figure",
    [
        revenue("2023"),
        revenue("2023-04/2024-03"),
        revenue("2025", modality="planned"),
        revenue("2024"),
        revenue("2025", "news", "later-news"),
        revenue("2025", "undated"),
        revenue("2025", Reference("page", retrieved="2025-03-01")),
        staff("2024-05"),
        staff("2024"),
        statement(PRODUCT, "rocket", valid="2025/..", **by("news")),
    ],
)
def test_what_may_have_been_known_is_not_found(figure):
    assert found(told_before, figure) == []
