"""Maps of strings are values: immutable, hashable, equal when they say the same."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import Dimensions, LanguageMap, StringMap
from companyprofiles._maps import MOST_KEYS
from companyprofiles.errors import InvalidValueError

string_dicts = st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=5)


@given(string_dicts)
def test_a_map_is_the_dictionary_that_it_was_made_of(pairs):
    made = StringMap(pairs)

    assert made == pairs
    assert dict(made) == pairs
    assert len(made) == len(pairs)
    assert list(made) == sorted(pairs)


@given(string_dicts)
def test_the_order_of_the_keys_does_not_matter(pairs):
    a, b = StringMap(pairs), StringMap(dict(reversed(pairs.items())))

    assert a == b
    assert hash(a) == hash(b)


@given(string_dicts, string_dicts)
def test_maps_that_say_something_else_differ(a, b):
    assert (StringMap(a) == StringMap(b)) == (a == b)


@given(string_dicts)
def test_a_map_survives_pickle_and_copy(pairs):
    made = StringMap(pairs)

    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301
    assert copy.deepcopy(made) == made


@given(string_dicts, st.text())
def test_a_key_that_is_not_there_is_a_key_error(pairs, key):
    if key not in pairs:
        with pytest.raises(KeyError):
            StringMap(pairs)[key]


def test_a_map_cannot_be_changed():
    with pytest.raises(AttributeError, match="a StringMap is immutable: extra"):
        StringMap({"a": "b"}).extra = 1


def test_a_map_shows_what_it_holds():
    assert repr(LanguageMap({"zh": "顶点", "en": "Acme"})) == (
        "LanguageMap({'en': 'Acme', 'zh': '顶点'})"
    )


def test_a_map_is_nothing_else():
    assert StringMap({"a": "b"}) != "a"
    assert StringMap() != []


@pytest.mark.parametrize("value", [["a"], "a", 5])
def test_only_tables_are_maps(value):
    with pytest.raises(InvalidValueError, match="must be a table, got"):
        StringMap(value)


@pytest.mark.parametrize("pairs", [{"a": 5}, {5: "a"}, {"a": None}])
def test_only_strings_are_mapped(pairs):
    with pytest.raises(
        InvalidValueError, match=r"must be a table of strings, got .* Quote the value\."
    ):
        StringMap(pairs)


@pytest.mark.parametrize("kind", [StringMap, Dimensions])
def test_size_is_bounded(kind):
    pairs = {f"k{number}": "v" for number in range(MOST_KEYS)}
    assert len(kind(pairs)) == MOST_KEYS

    pairs["more"] = "v"
    with pytest.raises(InvalidValueError, match="must be a table of at most 100 keys"):
        kind(pairs)


def test_dimensions_hold_texts():
    with pytest.raises(InvalidValueError, match=r"Remove U\+202E"):
        Dimensions({"segment": "cloud\u202e"})
    with pytest.raises(InvalidValueError, match="must be a string"):
        Dimensions({"segment": 5})
