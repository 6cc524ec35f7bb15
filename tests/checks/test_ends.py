"""A relation is told alike from both its ends."""

import pytest

from companyprofiles import Entity, Ownership
from companyprofiles._check_context import CheckContext
from companyprofiles._checks.ends import ends_contradict
from companyprofiles.vocabulary import HOLDING, OWNED_BY, PARENT, SUBSIDIARY
from tests.samples import profile, statement

ENTITIES = tuple(Entity(name, "group", name={"en": name}) for name in ("acme", "forge", "zeta"))
WRONG = {"rank": "deprecated", "because": {"en": "Wrong."}}


def found(*statements):
    acme = profile(*statements, entities=ENTITIES)
    return [f.message for f in ends_contradict(acme, CheckContext(acme))]


def holds(share, **fields):
    return statement(HOLDING, Ownership(party="forge", share=share), subject="acme", **fields)


def held(share, **fields):
    return statement(OWNED_BY, Ownership(party="acme", share=share), subject="forge", **fields)


def test_a_share_that_is_another_from_the_other_end_is_found_once():
    (message,) = found(holds("80 %", key="from-acme"), held("60 %", key="from-forge"))

    assert message == (
        "contradicts owned_by of forge (from-forge): For the share of acme, one says 60 %, "
        "the other 80 %. Correct one of them."
    )


def test_a_subsidiary_of_two_is_found():
    one, other = (
        statement(SUBSIDIARY, "forge", subject="acme"),
        statement(PARENT, "zeta", subject="forge", key="of-zeta"),
    )

    assert found(one, other) == [
        "contradicts parent of forge (of-zeta): One says acme, the other zeta. Correct one of them."
    ]


@pytest.mark.parametrize(
    "one, other",
    [
        (holds("80 %"), held("80.0 %")),
        (holds("80 %"), held(None)),
        (holds("80 %", valid="2023"), held("60 %", valid="2024")),
        (holds("80 %"), held("60 %", modality="planned")),
        (holds("80 %"), held("60 %", **WRONG)),
        (holds("80 %"), statement(PARENT, "zeta", subject="forge")),
    ],
)
def test_what_may_be_so_is_not_found(one, other):
    assert found(one, other) == []
