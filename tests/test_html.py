"""Tables for notebooks: well-formed, escaped, complete and without anything from elsewhere."""

from html.parser import HTMLParser

import pytest
from hypothesis import given

from companyprofiles import Text
from companyprofiles._html import MOST_ROWS
from companyprofiles.vocabulary import CLAIM, INCEPTION, OFFICIAL_NAME, REVENUE
from tests.samples import profile, statement
from tests.strategies import examples, profiles

EVIL = "</td><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;\""


class Page(HTMLParser):
    """What a table holds: its elements, its attributes, the texts of its cells."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.cells: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.struck = ""
        self.langs: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _value in attrs)
        self.langs += [value or "" for name, value in attrs if name == "lang"]
        self.open.append(tag)
        if tag == "td":
            self.cells.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if "td" in self.open:
            self.cells[-1] += data
        if "s" in self.open:
            self.struck += data


def tables(made) -> list[Page]:
    shown = [made, made.of(made.subject), *made]
    return [Page(thing._repr_html_()) for thing in shown]


@given(drawn=profiles())
@examples(0.25)
def test_every_table_is_well_formed_and_brings_nothing_from_elsewhere(drawn):
    for page in tables(drawn):
        assert page.open == []
        assert page.tags <= {
            "caption", "i", "p", "s", "span", "table", "tbody", "td", "th", "thead", "tr"
        }  # fmt: skip
        assert page.attributes <= {"lang", "scope"}


def test_what_looks_like_markup_is_shown_as_text():
    made = profile(
        statement(OFFICIAL_NAME, Text(EVIL)),
        statement(REVENUE, "5 CNY", valid="2020", dimensions={"segment": EVIL}, note={"en": EVIL}),
        statement(CLAIM, {"zh": EVIL}, rank="deprecated", because={"en": EVIL}),
    )
    pages = tables(made)

    assert sum(page.text.count(EVIL) for page in pages) >= 8
    assert not any(page.tags & {"script", "img"} for page in pages)


def test_a_row_has_property_period_value_and_sources():
    made = profile(statement(REVENUE, "5 CNY", valid="2020", modality="estimated"))

    assert Page(made._repr_html_()).cells == ["revenue", "2020", "5 CNY (estimated)", "report"]


def test_what_is_deprecated_is_struck_and_said_to_be():
    wrong = statement(REVENUE, "6 CNY", valid="2020", rank="deprecated", because={"en": "Wrong."})
    made = profile(statement(REVENUE, "5 CNY", valid="2020"), wrong)
    page = Page(made._repr_html_())
    alone = Page(wrong._repr_html_())

    assert page.struck == alone.struck == "6 CNY"
    assert "6 CNY (deprecated)" in page.cells
    assert "5 CNY" in page.cells
    assert "Wrong." in alone.cells


def test_a_missing_value_is_said_to_be_missing():
    made = statement(INCEPTION, absent="unknown", because={"en": "Nobody said."})

    assert "(unknown)" in Page(made._repr_html_()).cells


def test_a_text_in_another_language_is_marked_for_those_who_hear_it():
    made = profile(statement(OFFICIAL_NAME, Text("顶点", "zh")))

    assert Page(made._repr_html_()).langs == ["zh"]


def test_a_statement_tells_all_its_fields_but_no_empty_ones():
    made = statement(
        REVENUE, "5 CNY", valid="2020", dimensions={"segment": "cloud"}, note={"en": "Audited."}
    )
    html = made._repr_html_()

    assert Page(html).cells == [
        "5 CNY (cloud)",
        "2020",
        "cloud",
        "normal",
        "asserted",
        "Audited.",
        "report",
    ]
    assert "because" not in html


def test_the_caption_tells_what_it_is_about():
    made = profile(data_cut_off="2026-11-23")

    assert "Acme (acme): 0 statements from 1 source, as of 2026-11-23" in made._repr_html_()
    assert "Ann Lee (ann-lee, person)" in made.of("ann-lee")._repr_html_()


@pytest.mark.parametrize("more", [0, 1, 5])
def test_a_long_table_is_cut_and_says_so(more):
    made = profile(*(statement(CLAIM, {"en": f"{n}"}) for n in range(MOST_ROWS + more)))
    page = Page(made._repr_html_())

    assert page.text.count("report") == MOST_ROWS
    assert (f"{more} more." in page.text) == bool(more)


def test_a_profile_says_how_much_is_about_others():
    made = profile(statement(OFFICIAL_NAME, "Ann", subject="ann-lee"))

    assert made._repr_html_().endswith("<p>1 about other entities.</p>")
