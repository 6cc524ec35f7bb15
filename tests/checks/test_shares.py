"""Stakes in one company that come to more than all of it."""

import pytest

from companyprofiles import Entity, Ownership
from companyprofiles._check_context import CheckContext
from companyprofiles._checks.shares import more_than_all
from companyprofiles.vocabulary import HOLDING, OWNED_BY, PARENT, SUBSIDIARY
from tests.samples import profile, statement

DAY = "2024-12-31"
WRONG = {"rank": "deprecated", "because": {"en": "Wrong."}}
NAMES = ("acme", "a", "b", "c")
FUNDS = [Entity(name, kind="legal_entity", name={"en": name}) for name in NAMES]


def stake(party, share=None, valid=DAY, *, votes=None, interest="shareholding", **fields):
    direct = fields.pop("direct", None)
    value = Ownership(party=party, share=share, votes=votes, interest=interest, direct=direct)
    return statement(OWNED_BY, value, valid=valid, **fields)


def holding(owner, asset, share):
    return statement(HOLDING, Ownership(party=asset, share=share), subject=owner, valid=DAY)


def found(*statements):
    acme = profile(*statements, entities=FUNDS)
    return [f.message for f in more_than_all(acme, CheckContext(acme))]


def test_stakes_of_one_day_come_to_no_more_than_all():
    assert found(stake("a", "60 %", key="one"), stake("b", "45.5 %", key="other")) == [
        (
            "makes 104.95 % of the shares of acme, or more: a 60 % (one), b 45.5 % (other). "
            "Correct one, end it, or say that it is held through another."
        )
    ]


@pytest.mark.parametrize(
    "stakes",
    [
        [stake("a", "60 %", "2020/.."), stake("b", "45 %", "2024/..")],
        [stake("a", "60 %", "2020/2025"), stake("b", "45 %", "2024-05-01")],
        [stake("a", "60 %", "2024"), stake("b", "45 %", "2024")],
        [stake("a", ">60 %"), stake("b", "41..50 %")],
        [stake("a", "~70 %"), stake("b", "~50 %")],
        [stake("a", votes="60 %"), stake("b", "1 %", votes="45 %", interest="voting-rights")],
        [stake("a", "40 %"), stake("b", "40 %"), stake("c", "40 %")],
        [
            stake("a", "60 %"),
            holding("b", "acme", "45 %"),
        ],
    ],
)
def test_what_is_too_much_for_certain_is_found(stakes):
    assert len(found(*stakes)) == 1
    assert len(found(*reversed(stakes))) == 1


@pytest.mark.parametrize(
    "stakes",
    [
        [stake("a", "33.4 %"), stake("b", "33.4 %"), stake("c", "33.3 %")],
        [stake("a", "60 %", "2020/2023"), stake("b", "60 %", "2024/..")],
        [stake("a", "60 %", "2024"), stake("b", "60 %", "2024-05-01")],
        [stake("a", "60 %", "2020/"), stake("b", "60 %", "2024/..")],
        [stake("a", "60 %", None), stake("b", "60 %", None)],
        [stake("a", "60 %"), stake("a", "45 %", "2024/..")],
        [stake("a", "60 %"), stake("b", "<60 %")],
        [stake("a", "~60 %"), stake("b", "~45 %")],
        [stake("a", "60 %"), stake("b", votes="60 %")],
        [stake("a", "60 %"), stake("b", "60 %", interest="contract")],
        [stake("a", "60 %"), stake("b", "60 %", direct=False)],
        [stake("a", "60 %"), stake("b", "60 %", modality="planned")],
        [stake("a", "60 %"), stake("b", "60 %", **WRONG)],
        [stake("a", "60 %"), stake("b", "60 %"), statement(PARENT, "a", subject="b")],
        [
            stake("a", "60 %"),
            stake("b", "60 %"),
            statement(SUBSIDIARY, "c", subject="a"),
            statement(SUBSIDIARY, "b", subject="c"),
        ],
        [stake("a", "60 %"), holding("acme", "c", "60 %")],
    ],
)
def test_what_may_be_right_is_not_found(stakes):
    assert found(*stakes) == []
