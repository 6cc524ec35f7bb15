"""A property is defined once; what follows from the definition."""

import pickle

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import (
    EntityId,
    Identifier,
    LanguageMap,
    Money,
    PartialDate,
    Position,
    Property,
    Quantity,
    Share,
    Text,
    Time,
    Topic,
    Url,
)
from companyprofiles._property import RESERVED_NAMES, VALUE_TYPES
from companyprofiles.errors import InvalidValueError
from companyprofiles.vocabulary import EMPLOYEES, LEI, REVENUE
from tests.strategies import VOCABULARY, own_properties, values

WORDS = {"label": {"en": "Size"}, "description": {"en": "How large it is."}}


def test_a_property_is_a_claim_about_a_state_unless_it_says_otherwise():
    size = Property("size", "quantity", **WORDS)

    assert size.value_type is Quantity
    assert (size.topic, size.time) == (Topic.CLAIMS, Time.STATE)
    assert not size.single
    assert not size.requires_valid
    assert str(size) == "size"


@pytest.mark.parametrize("name", sorted(VALUE_TYPES))
def test_types_of_value_have_names(name):
    kind = VALUE_TYPES[name]
    scheme = "lei" if kind is Identifier else ""

    assert Property("size", name, scheme=scheme, **WORDS).value_type is kind
    assert Property("size", kind, scheme=scheme, **WORDS).to_dict()["value_type"] == name


@pytest.mark.parametrize(
    "fields, message",
    [
        ({"name": "Size"}, "must be a property name in lower case, such as 'net_income', got"),
        ({"name": "size-of"}, "must be a property name in lower case"),
        ({"name": "1st"}, "must be a property name in lower case"),
        ({"name": "x" * 61}, "must be a property name in lower case"),
        ({"name": None}, "must be a property name in lower case"),
        ({"value_type": "number"}, "must be a type of value: text, language-map, date, quantity"),
        ({"value_type": "quantities"}, "Did you mean 'quantity'"),
        ({"value_type": str}, "must be a type of value"),
        ({"value_type": None}, "must be a type of value"),
        ({"time": "moment"}, "must be one of 'instant', 'duration', 'state', got 'moment'"),
        ({"topic": "event"}, "Did you mean 'events'"),
        ({"dimensions": ["Segment"]}, "must be a property name in lower case"),
        ({"label": "Size"}, "must be a text in at least one language"),
        ({"description": {}}, "must be a text in at least one language"),
        ({"tolerance": "1"}, "must be a part such as '0.02', got '1'"),
        ({"tolerance": 0.02}, "must be a part such as '0.02', got 0.02. Quote it"),
        ({"inverse": "Held by"}, "must be a property name in lower case"),
        ({"unit": "a\u202eb"}, r"without control and bidirectional characters.*U\+202E"),
        ({"mappings": {"schema": "x\x00"}}, r"without control and bidirectional.*U\+0000"),
        ({"mappings": {"schema": 5}}, "must be a table of strings"),
    ],
)
def test_a_bad_definition_is_refused(fields, message):
    with pytest.raises(InvalidValueError, match=message):
        Property(**{"name": "size", "value_type": "quantity", **WORDS} | fields)


@pytest.mark.parametrize("name", sorted(RESERVED_NAMES))
def test_the_names_of_tables_are_reserved(name):
    with pytest.raises(InvalidValueError, match=f"name that is not reserved, got '{name}'"):
        Property(name, "quantity", **WORDS)


def test_properties_are_equal_when_their_names_are():
    one = Property("size", "quantity", **WORDS)
    other = Property("size", "money", label={"en": "Other"}, description={"en": "Other."})

    assert one == other
    assert hash(one) == hash(other)
    assert one != Property("weight", "quantity", **WORDS)
    assert one != "size"


@given(own_properties())
def test_a_property_survives_pickle(prop):
    again = pickle.loads(pickle.dumps(prop))  # noqa: S301

    assert again.to_dict() == prop.to_dict()


@pytest.mark.parametrize(
    "kind, given_value, value",
    [
        ("text", "Acme", Text("Acme")),
        ("language-map", {"en": "Acme"}, LanguageMap({"en": "Acme"})),
        ("date", "2020~", PartialDate.parse("2020~")),
        ("quantity", ">5 users", Quantity(lower=5, lower_exclusive=True, unit="users")),
        ("money", "5 CNY", Money(amount=5, unit="CNY")),
        ("share", "36 %", Share(amount=36, unit="%")),
        ("entity", "acme", EntityId("acme")),
        ("url", "https://acme.example", Url("https://acme.example")),
    ],
)
def test_strings_become_values_by_the_grammar_of_the_type(kind, given_value, value):
    converted = Property("size", kind, **WORDS).convert(given_value)

    assert converted == value
    assert type(converted) is type(value)


@given(st.data())
def test_a_value_of_the_type_stays_as_it_is(data):
    prop = data.draw(st.sampled_from([p for p in VOCABULARY if not p.unit]))
    value = data.draw(values(prop))

    assert prop.convert(value) is value


def test_an_identifier_written_alone_is_of_the_property_s_scheme():
    lei = LEI.convert("5493001NTNQJDH60PM02")

    assert lei == Identifier("lei", "5493001NTNQJDH60PM02")
    assert LEI.convert("lei:5493001NTNQJDH60PM02") == lei


def test_an_identifier_of_another_scheme_is_refused():
    with pytest.raises(
        InvalidValueError,
        match="must be an identifier of the scheme 'lei', got 'isin:US01609W1027'",
    ):
        LEI.convert(Identifier("isin", "US01609W1027"))


def test_a_number_without_a_unit_gets_the_property_s():
    assert EMPLOYEES.convert("204891") == Quantity(amount=204891, unit="people")
    assert EMPLOYEES.convert(Quantity(amount=5)) == Quantity(amount=5, unit="people")


@pytest.mark.parametrize("value", ["5 shops", Quantity(amount=5, unit="shops")])
def test_a_number_in_another_unit_than_the_property_s_is_refused(value):
    with pytest.raises(InvalidValueError, match="must be a number of people, got '5 shops'"):
        EMPLOYEES.convert(value)


def test_identifiers_of_a_property_without_a_scheme_name_their_own():
    numbers = Property("number", "identifier", **WORDS)

    assert numbers.convert("GB-COH:01234567") == Identifier("GB-COH", "01234567")
    with pytest.raises(InvalidValueError, match="must be an identifier such as 'wikidata:Q"):
        numbers.convert("01234567")


@pytest.mark.parametrize(
    "kind, value, message",
    [
        ("text", 5, "must be a Text, got 5"),
        ("position", "ann", "must be a Position, got 'ann'"),
        ("position", {"holder": "ann"}, "must be a Position"),
        ("listing", None, "must be a Listing, got None"),
        ("ownership", Position(holder="ann"), "must be a Ownership"),
        ("money", Quantity(amount=5), "must be an amount of money such as"),
        ("date", 2020, "must be an EDTF date"),
        ("entity", Text("acme"), "must be an id of lower-case letters"),
    ],
)
def test_a_value_of_another_type_is_refused(kind, value, message):
    with pytest.raises(InvalidValueError, match=message):
        Property("size", kind, **WORDS).convert(value)


def test_plain_data_has_what_is_not_default():
    assert Property("size", "quantity", **WORDS).to_dict() == {
        "name": "size",
        "value_type": "quantity",
        **WORDS,
    }
    assert REVENUE.to_dict()["time"] == "duration"
    assert "segment" in REVENUE.to_dict()["dimensions"]


def test_a_property_cannot_be_changed():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        REVENUE.name = "sales"
