"""What the definition of a property means, in sentences."""

import pytest

from companyprofiles import Property
from companyprofiles._catalog import installed
from companyprofiles._property import VALUE_TYPES, type_name
from companyprofiles.sphinxext import _property_text as text
from companyprofiles.sphinxext._property_links import SYSTEMS, address_of


def made(value_type="quantity", **fields):
    words = {"label": {"en": "Stores"}, "description": {"en": "Number of stores."}}
    return Property("stores", value_type, **words, **fields)


@pytest.mark.parametrize("kind", VALUE_TYPES)
def test_every_type_of_value_has_a_grammar_of_its_own(kind):
    others = {text.grammar(made(other)) for other in VALUE_TYPES if other != kind}

    assert type_name(made(kind)) == kind
    assert text.grammar(made(kind)) not in others


@pytest.mark.parametrize(
    "scheme, last",
    [
        ("", "A code as its register writes it."),
        ("GB-COH", "A code as its register writes it."),
        ("cik", "Its form is checked."),
        ("lei", "Its form and check digits are checked."),
    ],
)
def test_what_is_checked_of_an_identifier_is_told(scheme, last):
    assert text.grammar(made("identifier", scheme=scheme)).endswith(last)


@pytest.mark.parametrize(
    "fields, sentence",
    [
        ({}, "A subject may have several values at one time."),
        ({"single": True}, "A subject has one value at a time."),
        (
            {"single": True, "dimensions": ("region",)},
            "A subject has one value at a time for each set of dimensions.",
        ),
        (
            {"single": True, "value_type": "text"},
            "A subject has one value at a time for each language.",
        ),
        (
            {"single": True, "value_type": "text", "dimensions": ("region",)},
            "A subject has one value at a time for each language and each set of dimensions.",
        ),
        (
            {"single": True, "tolerance": "0.02"},
            "A subject has one value at a time. Figures that differ by no more than 2 % agree.",
        ),
        (
            {"single": True, "tolerance": "0.1"},
            "A subject has one value at a time. Figures that differ by no more than 10 % agree.",
        ),
        (
            {"single": True, "rising": True},
            "A subject has one value at a time. Its figures never become smaller.",
        ),
    ],
)
def test_comparison_is_told_in_sentences(fields, sentence):
    assert text.comparison(made(**fields)) == sentence


@pytest.mark.parametrize("time", ["instant", "duration", "state"])
def test_time_is_told_with_whether_it_must_be_given(time):
    optional, required = (
        text.time(made(time=time, requires_valid=needed)) for needed in (False, True)
    )

    assert required == f"{optional} It means nothing without its period, which must be given."


def test_the_unit_is_told_where_the_property_has_one():
    assert text.unit(made(unit="stores")) == "stores, whether written or not; no other is read."
    assert text.unit(made()) == ""


def test_every_dimension_of_the_vocabulary_is_explained():
    used = {name for prop in installed().vocabulary.values() for name in prop.dimensions}

    assert [name for name in sorted(used) if not text.dimension(name)] == []
    assert text.dimension("constellation") == ""


@pytest.mark.parametrize(
    "system, term, address",
    [
        ("wikidata", "P2139", "https://www.wikidata.org/wiki/Property:P2139"),
        ("schema", "legalName", "https://schema.org/legalName"),
        (
            "ftm",
            "LegalEntity:leiCode",
            "https://followthemoney.tech/explorer/schemata/LegalEntity/",
        ),
        ("bods", "relationship", "https://standard.openownership.org/en/0.4.0/"),
        (
            "gleif",
            "LegalName",
            "https://www.gleif.org/en/about-lei/common-data-file-format/lei-cdf-format",
        ),
        (
            "xbrl",
            "us-gaap:Revenues",
            "https://xbrl.fasb.org/us-gaap/2024/elts/us-gaap-2024.xsd#us-gaap_Revenues",
        ),
        ("xbrl", "acme:Rockets", ""),
        ("popolo", "name", ""),
        ("schema", "a b/../<c>", "https://schema.org/a%20b/../%3Cc%3E"),
    ],
)
def test_a_term_of_another_system_has_an_address(system, term, address):
    assert address_of(system, term) == address


def test_every_mapping_of_the_vocabulary_has_an_address_and_its_system_a_name():
    for prop in installed().vocabulary.values():
        for system, term in prop.mappings.items():
            assert system in SYSTEMS
            assert address_of(system, term).startswith("https://")
