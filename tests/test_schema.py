"""The JSON Schema and the reader agree on what a data file may say.

What only the reader sees is listed here with the reason, and nothing else may be.
"""

import copy
import re
from pathlib import Path
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from companyprofiles import Origin, Property, Rank, _catalog
from companyprofiles._documents import Document
from companyprofiles._reader import Reading
from companyprofiles._schema import schema
from companyprofiles.errors import ProfileDataError
from companyprofiles.vocabulary import REVENUE
from tests.samples import ACME
from tests.strategies import VOCABULARY, examples, profiles
from tests.test_bad_data import BASE, CASES, expected

ROOT = Path(__file__).parent.parent
DATA = sorted(ROOT.glob("profiles/*/src/*/data/*.toml"))
WORDS = {"label": {"en": "Of ours"}, "description": {"en": "Made up for a test."}}
KNOWN = {prop.name: prop for prop in VOCABULARY}

UNSEEN = {
    "what is no TOML": (
        r"must be (TOML|UTF-8|less deeply nested)",
        """nesting-too-deep not-utf-8 number-of-too-many-digits one-file-unread
        syntax-error syntax-key-twice syntax-nothing-after-equals""",
    ),
    "whether a name is known, for that may be said in another file": (
        r"must be (the (id|key) of|one of the statements' keys|a known property)",
        """coverage-unknown-property coverage-unknown-source coverage-unknown-subject
        profile-subject-unknown property-unknown property-unknown-far-from-any replaced-by-itself
        resolution-prefers-another resolution-unknown-key unknown-entity unknown-holder
        unknown-key-derived-from unknown-key-replaced-by unknown-party unknown-source
        unknown-speaker unknown-subject""",
    ),
    "how often something is said, for that may be in another file": (
        r"that occurs once|be given once|no other property has|a claim of its own|have one \[prof",
        """claim-twice entity-twice key-twice key-twice-in-two-files profile-missing profile-twice
        profile-twice-in-two-files property-twice source-twice""",
    ),
    "where a chain of keys leads": (
        r"must be a chain that ends",
        "derived-from-in-a-circle replaced-by-in-a-circle",
    ),
    "the calendar": (
        r"must be a day of the calendar|\. (Check|Write the months)",
        "date-no-such-day date-season-of-a-hemisphere date-year-zero period-no-such-day",
    ),
    "which of two dates or numbers is larger": (
        r"ends after it starts|from the smaller to the larger|between its bounds",
        """date-range-backwards number-outside-its-bounds number-range-backwards
        period-backwards""",
    ),
    "how large a number is that a string holds": (
        r"must be (a number of at most|a share from 0 to 100)",
        """number-exponent-too-large number-too-long share-over-100 share-over-100-in-a-bound""",
    ),
    "which numbers others are computed from, and in which units": (
        r"must be (numbers|an amount and an exchange rate|the key of a number|in percent)",
        """derived-at-a-rate-of-another-currency derived-from-no-number
        derived-from-units-that-multiply-to-another derived-growth-not-in-percent
        derived-in-another-unit""",
    ),
    "check digits": (
        r"check digits do not fit",
        "cusip-check-digit isin-check-digit lei-check-digits uscc-check-digit",
    ),
    "which codes of exchanges there are": (r"Use 'XNYS'", "exchange-by-name"),
}
"""What a schema does not see: the messages of the reader, and the files of bad data."""

SEEN_BY_THE_READER_ALONE = re.compile("|".join(messages for messages, _ in UNSEEN.values()))


def for_python(node: Any) -> Any:
    """Return a schema whose patterns mean in Python what they mean in ECMA-262.

    Python's ``$`` is also before a line break at the end.
    """
    if isinstance(node, list):
        return [for_python(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        end(key) if key.startswith("^") else key: end(value)
        if key == "pattern" and isinstance(value, str)
        else for_python(value)
        for key, value in node.items()
    }


def end(pattern: str) -> str:
    return re.sub(r"(?<!\\)\$", r"\\Z", pattern)


# What no Unicode has yet, the next one may have: no pattern can say which that is.
characters = st.characters(exclude_categories=["Cn", "Co", "Cs"])
toml_data: st.SearchStrategy[Any] = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.dates() | st.text(characters, max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)
"""Anything that TOML can hold."""

SCHEMA = schema(KNOWN)
VALIDATOR = Draft202012Validator(for_python(SCHEMA))


def complaints(data: Any, validator: Draft202012Validator = VALIDATOR) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(data)]


def sees(case: Path) -> bool:
    """Tell whether the schema refuses one of the files of a case that are TOML."""
    files = case.glob("*.toml") if case.is_dir() else [case]
    return any(complaints(parsed(file)) for file in files)


def parsed(file: Path) -> dict[str, Any]:
    """Return what a file says; nothing where it is no TOML, which no schema gets to see."""
    try:
        return tomli.loads(file.read_text(encoding="utf-8"))
    except (ValueError, RecursionError):
        return {}


def problems(data: Any) -> list[str]:
    """Return the problems of one file, as the reader sees them."""
    try:
        Reading(KNOWN, Origin(), []).profile([Document("a.toml", copy.deepcopy(data))])
    except ProfileDataError as error:
        return list(map(str, error.problems))
    return []


def differences(data: Any) -> list[str]:
    """Return what only the schema refuses, or what only the reader does and is not listed."""
    told, found = complaints(data), problems(data)
    if told:
        return [] if found else told
    return [line for line in found if not SEEN_BY_THE_READER_ALONE.search(line)]


def tables(profile) -> dict[str, Any]:
    """Return what the TOML file of a profile says."""
    data = profile.to_dict()
    for statement in data.pop("statements"):
        del statement["id"]
        data.setdefault(statement.pop("prop"), []).append(statement)
    return data


def places(node: Any) -> list[tuple[Any, Any]]:
    """Return every table and list with each of its keys."""
    keys = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    return [(node, key) for key in keys] + [place for key in keys for place in places(node[key])]


@st.composite
def edited(draw: st.DrawFn) -> dict[str, Any]:
    """Draw the tables of a profile in which one or two things are changed.

    Lists without a table are left out: they say nothing, whatever their name.
    """
    data = tables(draw(profiles()))
    for _ in range(draw(st.integers(1, 2))):
        table, key = draw(st.sampled_from(places(data)))
        others = [copy.deepcopy(node[name]) for node, name in places(data)]
        match draw(st.sampled_from(["remove", "other", "anything", "rename", "letter"])):
            case "remove":
                del table[key]
            case "other":
                table[key] = draw(st.sampled_from(others))
            case "anything":
                table[key] = draw(toml_data)
            case "rename" if isinstance(table, dict):
                names = [name for _, name in places(data) if isinstance(name, str)]
                table[draw(st.sampled_from(names) | st.text(max_size=5))] = table.pop(key)
            case "letter" if isinstance(table[key], str):
                text = table[key]
                at = draw(st.integers(0, len(text)))
                table[key] = text[:at] + draw(st.text(characters, max_size=2)) + text[at + 1 :]
    return {name: value for name, value in data.items() if value != []}


def test_it_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)

    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert SCHEMA["$id"] == "urn:companyprofiles:profile:1"


def test_its_patterns_have_only_groups_that_ecma_262_knows():
    patterns = [value for node, key in places(SCHEMA) if isinstance(value := node[key], str)]
    groups = {found for pattern in patterns for found in re.findall(r"\(\?[^:!]", pattern)}

    assert groups == set()


@pytest.fixture(scope="module")
def installed() -> Draft202012Validator:
    """Return the schema with the properties of installed plugins, which profiles may use."""
    return Draft202012Validator(for_python(schema(_catalog.installed().vocabulary)))


@pytest.mark.parametrize("file", DATA, ids=lambda file: f"{file.parent.parent.name}-{file.stem}")
def test_the_data_of_the_repository_is_allowed(file, installed):
    assert complaints(parsed(file), installed) == []


@pytest.mark.parametrize("text", [ACME, BASE.read_text(encoding="utf-8"), ""])
def test_good_files_are_allowed(text):
    assert complaints(tomli.loads(text)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_bad_data_is_refused_or_listed(case):
    unseen = [messages for messages, cases in UNSEEN.values() if case.stem in cases.split()]
    listed = [line for line in expected(case) if re.search("|".join(unseen) or "^$", line)]

    assert sees(case) is (unseen == [])
    assert listed == ([] if not unseen else expected(case))


def test_only_bad_data_that_exists_is_listed():
    listed = [stem for _, cases in UNSEEN.values() for stem in cases.split()]

    assert set(listed) <= {case.stem for case in CASES}
    assert len(listed) == len(set(listed))


@given(profiles())
def test_what_a_profile_says_is_allowed(profile):
    assert complaints(tables(profile)) == []


@examples(2)
@given(edited())
def test_schema_and_reader_differ_only_in_what_is_listed(data):
    assert differences(data) == []


def test_a_property_says_how_its_statements_are_written():
    revenue = SCHEMA["properties"]["revenue"]
    keys = revenue["items"]["properties"]

    assert revenue["title"] == "Revenue"
    assert revenue["description"] == REVENUE.description["en"]
    assert list(keys["dimensions"]["properties"]) == list(REVENUE.dimensions)
    assert "valid" in revenue["items"]["required"]
    assert keys["valid"]["description"].startswith("When it held; ")
    assert keys["rank"] == {"$ref": "#/$defs/Statement/properties/rank"}


def test_descriptions_are_the_docstrings_of_the_fields():
    source = SCHEMA["$defs"]["Source"]
    rank = SCHEMA["$defs"]["Statement"]["properties"]["rank"]

    assert source["description"] == "A document that statements are taken from, listed once."
    assert source["properties"]["url"]["description"] == (
        "Its public address; left out where it has none."
    )
    assert rank["enum"] == list(Rank)
    assert rank["x-taplo"]["docs"]["enumValues"][:2] == [None, None]
    assert all("description" in keys for keys in source["properties"].values())


@pytest.mark.parametrize(
    "prop, good, bad",
    [
        (Property("size", "quantity", unit="m/s [sic]", **WORDS), "5 m/s [sic]", "5 m/s s"),
        (Property("size", "quantity", unit="%", **WORDS), "5", "5 % of it"),
        (Property("part", "share", **WORDS), "5..6 %", "5"),
        (Property("number", "identifier", scheme="GB-COH", **WORDS), "GB-COH:1 2", "1 "),
        (Property("number", "identifier", scheme="cik", **WORDS), "0001577552", "1577552"),
        (Property("number", "identifier", **WORDS), "GB-COH:1", "cik:1"),
        (Property("number", "identifier", **WORDS), "wikidata:Q1", "wikidata:P1"),
        (Property("price", "money", **WORDS), "59.9 CNY/month", "59.9 RMB"),
        (Property("price", "money", unit="CNY", **WORDS), "59.9", "59.9 USD"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_value_has_the_form_that_its_property_asks_for(prop, good, bad):
    validator = Draft202012Validator(for_python(schema({prop.name: prop})))
    allowed = [
        value
        for value in (good, bad)
        if validator.is_valid({prop.name: [{"value": value, "references": [{"source": "s"}]}]})
    ]

    assert allowed == [good]
