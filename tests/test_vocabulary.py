"""The core's own properties: named once, told in two languages, mapped to what exists."""

import csv
import re

import pytest

from companyprofiles import Topic, vocabulary
from companyprofiles._builtin import TOPICS
from companyprofiles._identifiers import SCHEMES
from companyprofiles.hookspecs import resolve
from tests.strategies import VOCABULARY

each_property = pytest.mark.parametrize("prop", VOCABULARY, ids=str)


def test_names_are_unique_and_those_of_the_constants():
    names = [prop.name for prop in VOCABULARY]

    assert len(names) == len(set(names))
    assert names == [name.lower() for name in vocabulary.__all__]


def test_every_property_of_a_topic_is_public():
    offered = [
        prop for name in TOPICS for prop in resolve(f"companyprofiles.vocabulary.{name}:PROPERTIES")
    ]

    assert len(offered) == len(VOCABULARY)
    assert set(offered) == set(VOCABULARY)


def test_every_topic_has_a_module_and_a_property():
    assert set(TOPICS) == {topic.value for topic in Topic}
    for name in TOPICS:
        properties = resolve(f"companyprofiles.vocabulary.{name}:PROPERTIES")
        assert {prop.topic for prop in properties} == {Topic(name)}


@each_property
def test_labels_and_descriptions_are_in_english_and_chinese(prop):
    assert list(prop.label) == ["en", "zh"]
    assert list(prop.description) == ["en", "zh"]
    # Abbreviations are the same in both.
    assert re.search(r"[\u4e00-\u9fff]|^[A-Z]+$", prop.label["zh"])


@each_property
def test_a_description_is_a_sentence(prop):
    assert re.fullmatch(r"[A-Z].*\.", prop.description["en"])
    assert prop.description["zh"].endswith("。")


def test_labels_are_unique_within_a_language():
    for lang in ("en", "zh"):
        labels = [prop.label[lang] for prop in VOCABULARY]
        assert [label for label in labels if labels.count(label) > 1] == []


@each_property
def test_identifiers_are_of_a_scheme_that_is_checked(prop):
    assert prop.scheme == "" or prop.scheme in SCHEMES


@each_property
def test_mappings_are_written_as_their_systems_do(prop):
    forms = {
        "wikidata": r"P[1-9][0-9]*",
        "schema": r"[a-z][A-Za-z]+",
        "ftm": r"[A-Z][A-Za-z]+:[a-z][A-Za-z]+",
        "bods": r"[a-z]+",
        "gleif": r"[A-Z][A-Za-z]+",
        "xbrl": r"[a-z-]+:[A-Z][A-Za-z]+",
    }

    for system, term in prop.mappings.items():
        assert re.fullmatch(forms[system], term)


def test_every_term_of_schema_org_exists(shared_data):
    file = shared_data / "schemaorg" / "schemaorg-all-https-properties.csv"
    with file.open(encoding="utf-8", newline="") as stream:
        known = {row["label"] for row in csv.DictReader(stream)}
    mapped = {prop.mappings["schema"] for prop in VOCABULARY if "schema" in prop.mappings}

    assert len(mapped) > 20
    assert mapped - known == set()


def test_every_relationship_mapped_to_bods_is_a_record_type(shared_data):
    file = shared_data / "bods" / "schema" / "codelists" / "recordType.csv"
    with file.open(encoding="utf-8", newline="") as stream:
        known = {row["code"] for row in csv.DictReader(stream)}

    assert {prop.mappings["bods"] for prop in VOCABULARY if "bods" in prop.mappings} <= known
