"""What one profile says of another company does not contradict that company's own."""

import pytest

from companyprofiles import Entity, Ownership, Position, Profile, Source
from companyprofiles._check_context import CheckContext
from companyprofiles._checks.companies import contradicts_other_profile
from companyprofiles.vocabulary import (
    CHAIR,
    HOLDING,
    INCEPTION,
    OFFICIAL_NAME,
    OWNED_BY,
    PARENT,
    REVENUE,
    SUBSIDIARY,
)
from tests.samples import profile, statement

WRONG = {"rank": "deprecated", "because": {"en": "Wrong."}}
ANN = ["wikidata:Q42"]


def entity(name, kind="legal_entity", **fields):
    return Entity(name, kind, name={"en": name}, **fields)


def acme(*statements):
    entities = (
        entity("acme", "group"),
        entity("beta-limited", profile="beta"),
        entity("ann", "person", same_as=ANN),
        entity("bob", "person"),
    )
    return profile(*statements, entities=entities)


def beta(*statements, published=None):
    source = Source("report", title={"en": "R"}, kind="press", publisher="B", published=published)
    return Profile(
        id="beta",
        subject="beta-group",
        entities=(
            entity("beta-group"),
            entity("acme-holding", profile="acme"),
            entity("ann-lee", "person", same_as=ANN),
            entity("bob", "person"),
        ),
        sources=(source,),
        statements=statements,
    )


def found(mine, theirs):
    context = CheckContext(mine, other_profile=lambda name: theirs if name == "beta" else None)
    return [f.message for f in contradicts_other_profile(mine, context)]


def held(share, prop=HOLDING, party="beta-limited", **fields):
    value = Ownership(party=party, share=share)
    return statement(prop, value, **{"valid": "2024-06-30", **fields})


def of_beta(prop, value, **fields):
    return statement(prop, value, subject="beta-limited", **fields)


def test_a_share_is_compared_from_the_other_end():
    theirs = beta(held("20 %", OWNED_BY, "acme-holding", key="acme"))

    assert found(acme(held("20 %")), theirs) == []
    (message,) = found(acme(held("30 %")), theirs)
    assert message == (
        "contradicts the profile of beta (owned_by acme): For the share of acme-holding, "
        "one says 20 %, the other 30 %. Find out who is right."
    )


def test_a_vaguer_statement_hides_no_contradiction():
    theirs = beta(
        held(None, OWNED_BY, "acme-holding", valid="2020/..", key="at-all"),
        held("20 %", OWNED_BY, "acme-holding", key="how-much"),
    )

    assert found(acme(held("20 %")), theirs) == []
    (message,) = found(acme(held("30 %")), theirs)
    assert message.startswith("contradicts the profile of beta (owned_by how-much): ")


def test_what_is_said_of_the_other_company_is_compared():
    theirs = beta(statement(INCEPTION, "2001"))

    assert found(acme(of_beta(INCEPTION, "2001-05")), theirs) == []
    (message,) = found(acme(of_beta(INCEPTION, "1999")), theirs)
    assert message == (
        "contradicts the profile of beta (inception 2001): One says 1999, the other 2001. "
        "Find out who is right."
    )


@pytest.mark.parametrize(
    "mine, theirs",
    [
        (held("30 %"), []),
        (held("30 %"), [held("20 %", OWNED_BY, "ann-lee")]),
        (held("30 %"), [held("20 %", OWNED_BY, "acme-holding", valid="2020")]),
        (held("30 %"), [held("20 %", OWNED_BY, "acme-holding", **WRONG)]),
        (held("30 %", **WRONG), [held("20 %", OWNED_BY, "acme-holding")]),
        (
            held("30 %"),
            [
                held("20 %", OWNED_BY, "acme-holding", key="one"),
                held("30 %", OWNED_BY, "acme-holding", key="other"),
            ],
        ),
        (statement(INCEPTION, "1999"), [statement(INCEPTION, "2001")]),
        (of_beta(OFFICIAL_NAME, "Beta"), [statement(INCEPTION, "2001")]),
        (of_beta(REVENUE, "5 CNY", valid="2020"), [statement(REVENUE, "6 CNY", valid="2021")]),
        (statement(SUBSIDIARY, "beta-limited"), [statement(PARENT, "acme-holding")]),
        (
            of_beta(CHAIR, Position(holder="bob"), valid="2020"),
            [statement(CHAIR, Position(holder="ann-lee"), valid="2020")],
        ),
        (
            of_beta(INCEPTION, None, absent="unknown", because={"en": "Not told."}),
            [statement(INCEPTION, "2001")],
        ),
    ],
)
def test_what_is_missing_or_not_certain_is_no_contradiction(mine, theirs):
    assert found(acme(mine), beta(*theirs)) == []


def test_what_only_one_can_be_is_compared_from_the_other_end():
    theirs = beta(statement(PARENT, "ann-lee"))

    assert len(found(acme(statement(SUBSIDIARY, "beta-limited")), theirs)) == 1


def test_people_are_known_by_their_identifiers():
    mine = acme(of_beta(CHAIR, Position(holder="ann"), valid="2020"))

    assert found(mine, beta(statement(CHAIR, Position(holder="ann-lee"), valid="2020"))) == []
    assert len(found(mine, beta(statement(CHAIR, Position(holder="bob"), valid="2020")))) == 1


def test_a_known_none_contradicts_a_value():
    nobody = statement(INCEPTION, None, absent="none", because={"en": "Never founded."})

    assert len(found(acme(of_beta(INCEPTION, "1999")), beta(nobody))) == 1


def test_a_profile_that_is_not_installed_says_nothing():
    assert found(acme(held("30 %")), None) == []


def test_a_profile_that_names_its_own_company_compares_with_no_other():
    mine = profile(
        statement(INCEPTION, "1999"), entities=(entity("acme", "group", profile="acme"),)
    )

    assert found(mine, beta()) == []
