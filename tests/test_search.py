"""Companies and what their profiles are about are found by name, identifier and ticker."""

import random
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

import companyprofiles
from companyprofiles import Entity, Listing, MatchKind, Text, _catalog
from companyprofiles._search import search_profiles
from companyprofiles.errors import InvalidValueError, PluginWarning
from companyprofiles.vocabulary import ALIAS, LEI, LISTING, OFFICIAL_NAME, REVENUE, SHORT_NAME
from tests.samples import ACME, Site, installed_site, profile, statement
from tests.strategies import examples, profiles

LEI_OF_ACME = "5493001NTNQJDH60PM02"
ENTITIES = (
    Entity("acme", "group", name={"en": "Acme", "zh": "顶点"}, same_as=["wikidata:Q42"]),
    Entity("qwen", "product", name={"en": "Tongyi Qianwen", "zh": "通义千问"}),
)
MISPRINT = {"en": "A misprint."}
NAMED = profile(
    statement(OFFICIAL_NAME, Text("Acme Holding Limited", "en")),
    statement(OFFICIAL_NAME, Text("Pinnacle Ltd", "en"), valid="2001/2010", key="old-name"),
    statement(SHORT_NAME, Text("Acmee", "en"), rank="deprecated", because=MISPRINT),
    statement(ALIAS, Text("ＱＷＥＮ", "en"), subject="qwen"),
    statement(LISTING, Listing(exchange="XNYS", ticker="ACM")),
    statement(LEI, LEI_OF_ACME),
    statement(REVENUE, "9988 CNY", valid="2020"),
    entities=ENTITIES,
)


def texts(wanted: str) -> list[str]:
    return [match.text for match in search_profiles(wanted, [NAMED])]


def first(wanted: str) -> companyprofiles.Match:
    return search_profiles(wanted, [NAMED])[0]


@pytest.mark.parametrize(
    "wanted, text, entity, kind, found_in",
    [
        ("Acme", "Acme", None, "exact", "name"),
        ("acme holding", "Acme Holding Limited", None, "prefix", "official_name"),
        ("tongyi-", "Tongyi Qianwen", "qwen", "fuzzy", "name"),
        ("QIANWEN", "Tongyi Qianwen", "qwen", "substring", "name"),
        ("qianwem", "Tongyi Qianwen", "qwen", "fuzzy", "name"),
        ("pinacle", "Pinnacle Ltd", None, "fuzzy", "official_name"),
        ("顶", "顶点", None, "prefix", "name"),
        ("千", "通义千问", "qwen", "substring", "name"),
        ("通意千问", "通义千问", "qwen", "fuzzy", "name"),
        ("qwen", "ＱＷＥＮ", "qwen", "exact", "alias"),
        ("ｑｗｅｎ", "ＱＷＥＮ", "qwen", "exact", "alias"),
        ("acm", "ACM", None, "exact", "listing"),
        ("xnys: acm", "ACM", None, "exact", "listing"),
        (LEI_OF_ACME.lower(), LEI_OF_ACME, None, "exact", "lei"),
        (f"lei:{LEI_OF_ACME}", LEI_OF_ACME, None, "exact", "lei"),
        ("q42", "Q42", None, "exact", "same_as"),
        ("wikidata:Q42", "Q42", None, "exact", "same_as"),
        ("  tongyi   qianwen ", "Tongyi Qianwen", "qwen", "exact", "name"),
    ],
)
def test_the_best_match(wanted, text, entity, kind, found_in):
    match = first(wanted)

    assert (match.text, match.entity, match.kind, match.found_in) == (text, entity, kind, found_in)
    assert match.company == "acme"


def test_matches_come_best_first():
    found = search_profiles("acm", [NAMED])

    assert [(match.text, match.kind.value) for match in found] == [
        ("ACM", "exact"),
        ("Acme", "prefix"),
        ("acme", "prefix"),
        ("Acme Holding Limited", "prefix"),
        ("Acmee", "prefix"),
    ]


def test_a_text_tells_its_language():
    assert first("顶点").lang == "zh"
    assert first("acme holding limited").lang == "en"
    assert first("ACM").lang is None


def test_what_is_deprecated_is_found_last_of_its_kind_and_marked():
    last = search_profiles("acm", [NAMED])[-1]

    assert last.deprecated
    assert not any(match.deprecated for match in search_profiles("holding", [NAMED]))


def test_a_former_name_is_marked_and_leads_to_its_statement():
    match = first("pinnacle")

    assert match.former
    assert match.statement == "old-name"
    assert first("tongyi").statement is None


def test_a_misspelling_is_looked_for_only_where_nothing_fits():
    assert "Acme" not in texts("acmee")
    assert {match.kind for match in search_profiles("acmw", [NAMED])} == {MatchKind.FUZZY}


def test_figures_are_not_searched():
    assert texts("9988 CNY") == []


@pytest.mark.parametrize("wanted", ["zzzzzz", "z" * 10_000, "\x00", "🙂"])
def test_what_is_unlike_anything_is_not_found(wanted):
    assert texts(wanted) == []


@pytest.mark.parametrize("wanted", ["", " ", "\n\t", "\u3000"])
def test_there_must_be_something_to_search_for(wanted):
    with pytest.raises(InvalidValueError, match="must be a text to search for, got"):
        search_profiles(wanted, [NAMED])


@given(drawn=profiles(), data=st.data())
@examples(0.25)
def test_whatever_is_called_something_is_found_by_it(drawn, data):
    entity = data.draw(st.sampled_from(drawn.entities))
    lang, text = data.draw(st.sampled_from(sorted(entity.name.items())))
    about = None if entity.id == drawn.subject else entity.id
    found = search_profiles(text.swapcase(), [drawn])

    assert (about, lang, text) in [(match.entity, match.lang, match.text) for match in found]


@given(drawn=profiles())
@examples(0.25)
def test_no_text_of_a_thing_is_found_twice(drawn):
    for entity in drawn.entities:
        found = search_profiles(str(entity.name), [drawn])
        told = [(match.entity, match.text, match.lang) for match in found]

        assert len(set(told)) == len(told)


def test_the_order_does_not_depend_on_the_order_of_the_profiles():
    many = [
        companyprofiles.Profile(
            id=f"acme-{number}",
            subject="acme",
            entities=(Entity("acme", "group", name={"en": "Acme"}),),
        )
        for number in range(9)
    ]
    found = search_profiles("acm", many)
    random.Random(1).shuffle(many)  # noqa: S311, any order will do

    assert search_profiles("acm", many) == found


# In what is installed.

COUNTING = """
from pathlib import Path
from companyprofiles.hookspecs import hookimpl

@hookimpl
def companyprofiles_profile(company_id, context):
    folder = Path(__file__).parent
    with (folder / "asked").open("a") as file:
        file.write("x")
    return folder / "data"
"""


@pytest.fixture
def site(tmp_path, monkeypatch) -> Iterator[Site]:
    with installed_site(tmp_path, monkeypatch) as made:
        _catalog.installed.cache_clear()
        yield made
        _catalog.installed.cache_clear()


def named(company_id: str) -> str:
    return ACME.replace('"acme"\nsubject', f'"{company_id}"\nsubject', 1)


def test_every_installed_company_is_searched(site):
    site.company("one", named("one"))
    site.company("two", named("two"))
    found = companyprofiles.search("火箭")

    assert [(match.company, match.entity) for match in found] == [
        ("one", "rocket"),
        ("two", "rocket"),
    ]


def test_a_profile_is_read_once(site):
    site.company("one", named("one"), code=COUNTING)
    for wanted in ("rocket", "acme", "nothing"):
        companyprofiles.search(wanted)

    assert (site.folder / "companyprofiles_one" / "asked").read_text() == "x"


def test_a_profile_that_cannot_be_read_is_left_out_with_a_warning(site):
    site.company("good", named("good"))
    site.company("bad", named("bad").replace("868.7E9 CNY", "868.7E9 RMB"))
    with pytest.warns(PluginWarning, match="the company 'bad' is not searched: .*RMB"):
        found = companyprofiles.search("rocket")

    assert {match.company for match in found} == {"good"}
