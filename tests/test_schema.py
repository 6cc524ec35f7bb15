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

from companyprofiles import Origin, _catalog
from companyprofiles._documents import Document
from companyprofiles._reader import Reading
from companyprofiles._schema import schema
from companyprofiles.errors import ProfileDataError
from tests.samples import ACME
from tests.strategies import VOCABULARY, examples, profiles
from tests.test_bad_data import BAD_DATA, BASE, CASES, expected

ROOT = Path(__file__).parent.parent
DATA = sorted(ROOT.glob("profiles/*/src/*/data/*.toml"))
KNOWN = {prop.name: prop for prop in VOCABULARY}

UNSEEN = {
    "what is no TOML": (
        r"must be (TOML|UTF-8|keys of at most|less deeply nested)",
        """key-too-deep nesting-too-deep not-utf-8 number-of-too-many-digits one-file-unread
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
    "check digits": (
        r"check digits do not fit",
        "cusip-check-digit isin-check-digit lei-check-digits uscc-check-digit",
    ),
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


toml_data: st.SearchStrategy[Any] = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.dates() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=8,
)
"""Anything that TOML can hold."""

SCHEMA = schema(KNOWN)
VALIDATOR = Draft202012Validator(for_python(SCHEMA))


def complaints(data: Any) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(data)]


def problems(data: Any) -> list[str]:
    """Return the problems of one file, as the reader sees them."""
    try:
        Reading(KNOWN, Origin(), []).profile([Document("a.toml", copy.deepcopy(data))])
    except ProfileDataError as error:
        return list(map(str, error.problems))
    return []


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
    """Draw the tables of a profile in which one or two things are changed."""
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
                table[key] = text[:at] + draw(st.text(max_size=2)) + text[at + 1 :]
    return data


def test_it_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert SCHEMA["$id"] == "urn:companyprofiles:profile:1"


@given(profiles())
def test_what_a_profile_says_is_allowed(profile):
    assert complaints(tables(profile)) == []


@examples(5)
@given(edited())
def test_the_schema_refuses_only_what_the_reader_refuses(data):
    if complaints(data):
        assert problems(data)


@examples(5)
@given(edited())
def test_what_only_the_reader_refuses_is_listed(data):
    found = problems(data)
    if not complaints(data):
        assert [line for line in found if not SEEN_BY_THE_READER_ALONE.search(line)] == []
