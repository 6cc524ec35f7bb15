"""The core's own properties: named once, told in two languages, mapped to what exists."""

import csv
import json
import re

import pytest

from companyprofiles import Time, Topic, vocabulary
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


def test_every_concept_of_xbrl_but_one_is_in_use(shared_data):
    known = set()
    for file in (shared_data / "sec").glob("*.json"):
        facts = json.loads(file.read_text("utf-8")).get("facts", {})
        known |= {f"{taxonomy}:{name}" for taxonomy, names in facts.items() for name in names}
    mapped = {prop.mappings["xbrl"] for prop in VOCABULARY if "xbrl" in prop.mappings}

    # These filers call their revenue by a longer name.
    assert mapped - known == {"us-gaap:Revenues"}


@each_property
def test_the_other_end_of_a_property_leads_back(prop):
    by_name = {other.name: other for other in VOCABULARY}

    assert prop.inverse == "" or by_name[prop.inverse].inverse == prop.name


@each_property
def test_what_only_rises_is_one_value_at_a_time(prop):
    assert not prop.rising or prop.single


@each_property
def test_figures_of_accounts_and_markets_tell_when_they_held(prop):
    is_figure = prop.topic in (Topic.FINANCE, Topic.MARKET) and prop.time is not Time.STATE

    # A plan to spend may have no end yet.
    assert prop.requires_valid is (is_figure and prop.name != "capital_expenditure")


def test_totals_only_rise():
    assert {prop.name for prop in VOCABULARY if prop.rising} == {"funding_total"}
