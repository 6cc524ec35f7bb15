"""Footnotes as plain text."""

import pytest

from companyprofiles import Reference, Source
from companyprofiles.errors import UnknownNameError
from companyprofiles.vocabulary import REVENUE
from tests.samples import profile, statement

SOURCES = (
    Source(
        "daily",
        title={"en": "Rocket, a history.", "zh": "火箭简史"},
        kind="press",
        author="Ann Author",
        publisher="The Daily Ltd.",
        published="2021-03-02",
        url="https://daily.example/rocket.",
        lang="zh",
    ),
    Source("leaflet", title={"en": "Leaflet"}, kind="self_declaration"),
)


def cited(*references: Reference, lang: str = "") -> str:
    made = statement(REVENUE, "5 CNY", valid="2020", key="five", references=references)
    return profile(made, sources=SOURCES).cite("five", lang=lang)


@pytest.mark.parametrize(
    "lang, footnote",
    [
        ("", "火箭简史. Ann Author. The Daily Ltd. 2021-03-02. p. 3. https://"),
        ("en", "Rocket, a history. Ann Author. The Daily Ltd. 2 March 2021. p. 3. https://"),
        ("zh", "火箭简史. Ann Author. The Daily Ltd. 2021年3月2日. p. 3. https://"),
    ],
)
def test_a_footnote_names_title_author_publisher_date_place_and_address(lang, footnote):
    assert cited(Reference("daily", "p. 3"), lang=lang) == f"{footnote}daily.example/rocket."


def test_what_is_not_known_is_left_out_but_a_missing_date_is_told():
    assert cited(Reference("leaflet")) == "Leaflet. No date"
    assert cited(Reference("leaflet"), lang="zh") == "Leaflet. 无日期"


def test_each_source_is_named_once_with_all_its_places():
    references = [
        Reference("leaflet", "front"),
        Reference("daily", "p. 3"),
        Reference("leaflet", "back"),
        Reference("leaflet", "front"),
    ]

    assert cited(*references).startswith("Leaflet. No date. front; back; 火箭简史. ")


def test_a_statement_is_cited_itself_or_by_its_name():
    made = statement(REVENUE, "5 CNY", valid="2020", key="five")
    cited_in = profile(made)
    (kept,) = cited_in

    assert cited_in.cite(kept) == cited_in.cite("five") == cited_in.cite(kept.id)
    with pytest.raises(UnknownNameError, match="there is no statement 'fife'"):
        cited_in.cite("fife")
