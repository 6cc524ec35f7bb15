"""An identifier is that of one thing."""

import pytest

from companyprofiles import Entity
from companyprofiles._check_context import CheckContext
from companyprofiles._checks.identity import identifier_shared
from companyprofiles.vocabulary import LEGAL_FORM_CODE, WIKIDATA_ID
from tests.samples import profile, statement

ITEM = "wikidata:Q42"
WRONG = {"rank": "deprecated", "because": {"en": "Wrong."}}
SHARED = f"{ITEM} is the identifier of acme too. Correct one, or make them one entity."


def found(*statements, acme=(), other=()):
    entities = (
        Entity("acme", "group", name={"en": "Acme"}, same_as=acme),
        Entity("other", "brand", name={"en": "Other"}, same_as=other),
    )
    made = profile(*statements, entities=entities)
    return [
        (getattr(f.about, "id", ""), f.path, f.message)
        for f in identifier_shared(made, CheckContext(made))
    ]


def test_two_entities_of_one_identifier_are_found():
    assert found(acme=[ITEM], other=["wikidata:Q1", ITEM]) == [("other", "same_as[1]", SHARED)]


def test_a_statement_may_give_the_identifier_of_another():
    item = statement(WIKIDATA_ID, "Q42")
    ((_, path, message),) = found(item, other=[ITEM])

    assert (path, message) == ("value", SHARED.replace("of acme", "of other"))
    assert found(item, acme=[ITEM]) == []


def test_two_statements_may_share_an_identifier():
    one, other = statement(WIKIDATA_ID, "Q42"), statement(WIKIDATA_ID, "Q42", subject="other")

    assert [message for *_, message in found(one, other)] == [SHARED]


@pytest.mark.parametrize(
    "fields", [WRONG, {"modality": "denied"}, {"absent": "none", "because": {"en": "No item."}}]
)
def test_what_is_not_said_to_be_so_shares_nothing(fields):
    value = None if "absent" in fields else "Q42"

    assert found(statement(WIKIDATA_ID, value, **fields), other=[ITEM]) == []


def test_a_code_that_classifies_is_shared_by_many():
    forms = [statement(LEGAL_FORM_CODE, "CDOV", subject=name) for name in ("acme", "other")]

    assert found(*forms) == []
