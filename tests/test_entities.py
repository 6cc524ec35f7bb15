"""Entities are things with an id, a kind and a name; facts about them are statements."""

import pickle

import pytest
from hypothesis import given

from companyprofiles import Entity, EntityKind, Identifier
from companyprofiles.errors import InvalidValueError
from tests.strategies import entities


def test_an_entity_has_an_id_a_kind_and_a_name():
    entity = Entity("acme", "group", name={"en": "Acme", "zh": "顶点"})

    assert (entity.id, entity.kind, str(entity)) == ("acme", EntityKind.GROUP, "Acme")
    assert (entity.same_as, entity.profile) == ((), None)


def test_the_same_thing_elsewhere_is_named_by_identifiers():
    entity = Entity("acme", "group", name={"en": "Acme"}, same_as=["wikidata:Q1359568"])

    assert entity.same_as == (Identifier("wikidata", "Q1359568"),)


@pytest.mark.parametrize(
    "fields, message",
    [
        ({"id": "Acme"}, "must be an id of lower-case letters"),
        ({"kind": "company"}, "must be one of 'legal_entity', 'group', 'unit', 'brand', 'person'"),
        ({"kind": "groups"}, "Did you mean 'group'"),
        ({"kind": None}, "must be one of 'legal_entity'"),
        ({"name": "Acme"}, "must be a text in at least one language, got 'Acme'"),
        ({"same_as": ["Q1359568"]}, "must be an identifier such as 'wikidata:Q1359568'"),
        ({"profile": "../other"}, "must be an id of lower-case letters"),
    ],
)
def test_a_bad_field_is_refused(fields, message):
    with pytest.raises(InvalidValueError, match=message):
        Entity(**{"id": "acme", "kind": "group", "name": {"en": "Acme"}} | fields)


@given(entities)
def test_entities_are_values(entity):
    again = pickle.loads(pickle.dumps(entity))  # noqa: S301

    assert again == entity
    assert hash(again) == hash(entity)
