"""What things can be to each other."""

import pytest

from companyprofiles import Entity, Ownership, Position
from companyprofiles._check_context import CheckContext
from companyprofiles._checks.relations import relation_impossible
from companyprofiles.vocabulary import (
    BOARD_MEMBER,
    CHIEF_EXECUTIVE,
    COMPETITOR,
    FOUNDER,
    HEADQUARTERS,
    HOLDING,
    OWNED_BY,
    PARENT,
    PRODUCT,
    SUBSIDIARY,
)
from tests.samples import profile, statement

WRONG = {"rank": "deprecated", "because": {"en": "Wrong."}}
KINDS = {
    "acme": "group",
    "forge": "legal_entity",
    "ann-lee": "person",
    "rocket": "product",
    "harbour": "place",
}
ENTITIES = [Entity(name, kind, name={"en": name}) for name, kind in KINDS.items()]


def found(*statements):
    acme = profile(*statements, entities=ENTITIES)
    return [(f.path, f.message) for f in relation_impossible(acme, CheckContext(acme))]


def held(holder, prop=CHIEF_EXECUTIVE, **fields):
    return statement(prop, Position(holder=holder), **fields)


def test_a_thing_is_nothing_to_itself():
    assert found(statement(COMPETITOR, "acme")) == [
        ("value", "relates acme to itself. Name what is meant.")
    ]


def test_an_office_is_held_by_somebody():
    assert found(held("rocket")) == [
        (
            "value.holder",
            (
                "names rocket, which is a product. "
                "Name what is meant, or correct the kind of rocket."
            ),
        )
    ]


def test_two_companies_are_not_each_the_parent_of_the_other():
    assert found(statement(PARENT, "forge"), statement(SUBSIDIARY, "forge")) == [
        ("value", "makes acme the parent of forge, which is its parent too. Turn one round.")
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        statement(FOUNDER, "rocket"),
        statement(HEADQUARTERS, "forge"),
        statement(SUBSIDIARY, "ann-lee"),
        statement(PARENT, "rocket"),
        statement(PRODUCT, "ann-lee"),
        statement(HOLDING, Ownership(party="harbour", share="5 %")),
        statement(OWNED_BY, Ownership(party="rocket", share="5 %")),
        held("harbour", BOARD_MEMBER),
    ],
)
def test_a_kind_that_cannot_be_meant_is_found(wrong):
    assert len(found(wrong)) == 1


@pytest.mark.parametrize(
    "right",
    [
        [held("ann-lee")],
        [held("forge", BOARD_MEMBER)],
        [held("rocket", **WRONG)],
        [held("rocket", modality="denied")],
        [statement(OWNED_BY, Ownership(party="acme", share="3 %"))],
        [statement(OWNED_BY, Ownership(party="harbour", share="51 %"))],
        [statement(SUBSIDIARY, "forge"), statement(PARENT, "acme", subject="forge")],
        [
            statement(PARENT, "forge", valid="2001/2008"),
            statement(SUBSIDIARY, "forge", valid="2010/.."),
        ],
        [statement(PARENT, "forge", valid="2001/2008"), statement(SUBSIDIARY, "forge")],
    ],
)
def test_what_can_be_is_not_found(right):
    assert found(*right) == []
