"""Plain data becomes typed records; every problem is told with its path, and nothing is coerced."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given

from companyprofiles import (
    Entity,
    Identifier,
    Listing,
    Ownership,
    Property,
    Reference,
    Source,
    Statement,
    Text,
    TextKind,
)
from companyprofiles._header import Header
from companyprofiles._plain import plain
from companyprofiles._structure import BadRecordError, structure, structure_statement
from companyprofiles.vocabulary import (
    CHIEF_EXECUTIVE,
    HOLDING,
    INCEPTION,
    LISTING,
    OFFICIAL_NAME,
    REVENUE,
)
from tests.strategies import entities, json_data, own_properties, sources

REFERENCES = [{"source": "report", "locator": "p. 1"}]
SOURCE = {"id": "report", "title": {"en": "Report"}, "kind": "press"}
KEYS_OF_A_SOURCE = (
    "id, title, kind, publisher, author, published, url, archive_url, licence, lang, sha256, text, "
    "mirror"
)


def problems(raw, kind):
    with pytest.raises(BadRecordError) as caught:
        structure(raw, kind)
    return caught.value.problems


def problems_of_statement(raw, prop):
    with pytest.raises(BadRecordError) as caught:
        structure_statement(raw, prop)
    return caught.value.problems


def test_tables_become_records():
    source = structure(SOURCE | {"published": "2024-05", "mirror": True}, Source)

    assert source == Source(
        "report", title={"en": "Report"}, kind="press", published="2024-05", mirror=True
    )


def test_lists_become_tuples_of_records():
    made = structure_statement({"value": "1999", "references": REFERENCES * 2}, INCEPTION)

    assert made.references == (Reference("report", "p. 1"),) * 2


@pytest.mark.parametrize(
    "prop, value, made",
    [
        (OFFICIAL_NAME, {"zh": "顶点"}, Text("顶点", "zh")),
        (
            OFFICIAL_NAME,
            {"text": "Zenith", "lang": "en", "kind": "translation"},
            Text("Zenith", "en", kind=TextKind.TRANSLATION),
        ),
        (OFFICIAL_NAME, {"text": "Zenith"}, Text("Zenith")),
        (
            LISTING,
            {"exchange": "XNYS", "ticker": "BABA", "security": "isin:US01609W1027"},
            Listing(exchange="XNYS", ticker="BABA", security="isin:US01609W1027"),
        ),
        (
            HOLDING,
            {"party": "ant", "share": "33 %", "direct": False},
            Ownership(party="ant", share="33 %", direct=False),
        ),
    ],
)
def test_values_of_several_parts_are_tables(prop, value, made):
    assert structure_statement({"value": value, "references": REFERENCES}, prop).value == made


@given(entities)
def test_an_entity_reads_back_from_plain_data(entity):
    assert structure(plain(entity), Entity) == entity


@given(sources)
def test_a_source_reads_back_from_plain_data(source):
    assert structure(plain(source), Source) == source


@given(own_properties())
def test_a_property_reads_back_from_plain_data(prop):
    assert structure(prop.to_dict(), Property[Any]).to_dict() == prop.to_dict()


@pytest.mark.parametrize(
    "change, path, message",
    [
        ({"id": 5}, "id", "must be an id of lower-case letters"),
        ({"mirror": "true"}, "mirror", "must be true or false, got 'true'."),
        ({"mirror": 1}, "mirror", "must be true or false, got 1."),
        ({"published": 2024}, "published", "must be an EDTF date"),
        ({"published": dt.date(2024, 5, 1)}, "published", "must be an EDTF date"),
        ({"title": "Report"}, "title", "must be a text in at least one language"),
        (
            {"titles": "x"},
            "titles",
            f"must be one of the keys {KEYS_OF_A_SOURCE}, got 'titles'. Did y",
        ),
        ({"zzz": 1}, "zzz", f"must be one of the keys {KEYS_OF_A_SOURCE}, got 'zzz'. Remove it."),
        ({"a b": 1}, "'a b'", "must be one of the keys"),
        ({1: 2}, "1", "must be one of the keys"),
    ],
)
def test_a_bad_field_is_told_with_its_path(change, path, message):
    ((where, what),) = problems(SOURCE | change, Source)

    assert where == path
    assert what.startswith(message)


def test_a_missing_field_is_told():
    assert problems({}, Source) == [
        ("id", "must be given."),
        ("title", "must be given."),
        ("kind", "must be given."),
    ]


@pytest.mark.parametrize("raw", [None, 5, "report", [], [SOURCE]])
def test_a_record_is_a_table(raw):
    ((path, message),) = problems(raw, Source)

    assert path == ""
    assert message.startswith("must be a table, got ")


@pytest.mark.parametrize("raw", [None, 5, "x", [], ["value"]])
def test_a_statement_is_a_table(raw):
    ((path, message),) = problems_of_statement(raw, REVENUE)

    assert (path, message.partition(",")[0]) == ("", "must be a table")


@pytest.mark.parametrize(
    "change, path, message",
    [
        ({"references": "report"}, "references", "must be a list, got 'report'. Put it in [ ]."),
        ({"references": REFERENCES[0]}, "references", "must be a list, got {"),
        ({"references": ["report"]}, "references[0]", "must be a table, got 'report'. Write it as"),
        ({"references": [{}]}, "references[0].source", "must be given."),
        (
            {"references": [{"source": "r", "page": 1}]},
            "references[0].page",
            "must be one of the k",
        ),
        (
            {"references": [{"source": "r", "locator": 88}]},
            "references[0].locator",
            "must be a str",
        ),
        (
            {"references": [{"source": "r", "quote": "x"}]},
            "references[0].quote",
            "must be a text by its language, got 'x'. Write it as in { en = \"…\" }.",
        ),
        ({"derived_from": "a"}, "derived_from", "must be a list, got 'a'. Put it in [ ]."),
        ({"derived_from": [5]}, "derived_from[0]", "must be a string, got 5. Quote it."),
        ({"value": 1999}, "value", "must be an EDTF date"),
        ({"value": ["1999"]}, "value", "must be an EDTF date"),
        ({"valid": 1999}, "valid", "must be an EDTF date or interval"),
        ({"dimensions": []}, "dimensions", "must be a table, got []."),
    ],
)
def test_a_bad_part_of_a_statement_is_told_with_its_path(change, path, message):
    ((where, what),) = problems_of_statement(
        {"value": "1999", "references": REFERENCES} | change, INCEPTION
    )

    assert where == path
    assert what.startswith(message)


def test_all_problems_of_a_record_are_told_together():
    raw = {
        "value": {"holder": "Ann Lee", "rol": {"en": "x"}, "role": "x"},
        "valid": 2015,
        "rank": "best",
        "colour": "red",
        "references": [{"sources": "report"}, 5],
    }

    assert sorted(path for path, _ in problems_of_statement(raw, CHIEF_EXECUTIVE)) == [
        "colour",
        "rank",
        "references[0].source",
        "references[0].sources",
        "references[1]",
        "valid",
        "value.holder",
        "value.rol",
        "value.role",
    ]


def test_what_does_not_fit_together_is_told_once_every_part_is_good():
    raw = {"value": "5 CNY", "references": REFERENCES, "replaced_by": "x"}

    assert [path for path, _ in problems_of_statement(raw, REVENUE)] == ["replaced_by", "valid"]


def test_values_that_cannot_even_be_written_down_are_problems():
    deep = "best"
    for _ in range(100_000):
        deep = [deep]

    for rank, message in [(10**5000, "must be valid: Exceeds the limit"), (deep, "must be less")]:
        raw = {"value": "1999", "references": REFERENCES, "rank": rank}
        ((path, what),) = problems_of_statement(raw, INCEPTION)
        assert path == "rank"
        assert what.startswith(message)


@pytest.mark.parametrize(
    "value",
    [{}, {"text": "x", "language": "en"}, {"en": "x", "zh": "y"}, "x", None, {"text": 5}],
)
def test_a_text_has_one_language(value):
    ((path, message),) = problems_of_statement(
        {"value": value, "references": REFERENCES}, OFFICIAL_NAME
    )

    assert path == "value"
    assert message.startswith(
        ("must be a text by its language", "must be text, lang and kind only", "must be a string")
    )


@pytest.mark.parametrize("kind", [Source, Entity, Property[Any], Header], ids=str)
@given(raw=json_data)
def test_any_data_is_a_record_or_problems(kind, raw):
    try:
        record = structure(raw, kind)
    except BadRecordError as error:
        assert error.problems  # noqa: PT017
    else:
        assert record == structure(raw, kind)


def test_values_that_are_records_already_stay():
    made = structure_statement({"value": Text("x", "en"), "references": REFERENCES}, OFFICIAL_NAME)

    assert isinstance(made, Statement)
    assert made.value == Text("x", "en")
    assert structure(SOURCE | {}, Source).id == "report"
    assert structure(
        {"id": "x", "kind": "group", "name": {"en": "X"}, "same_as": [Identifier("cik", "0" * 10)]},
        Entity,
    ).same_as == (Identifier("cik", "0" * 10),)
