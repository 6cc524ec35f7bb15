"""Names from right to left, nothing stated, one language: companies that are not as most are."""

import re

import pytest

from tests.samples import EMPTY, IN_CHINESE_ALONE, RIGHT_TO_LEFT

ISOLATE, POP = "\u2068", "\u2069"


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    for name, text in {
        "jawhara": RIGHT_TO_LEFT,
        "blank": EMPTY,
        "yueliang": IN_CHINESE_ALONE,
    }.items():
        site.companies.install(name, text)
    site.settings["companyprofiles_pages"] = ["blank", "hostile", "jawhara", "yueliang"]
    site.build()
    return site


def test_names_from_right_to_left_are_set_apart_from_what_surrounds_them(site):
    names = {
        (element.text, element.attributes.get("lang"))
        for element in site.tree("companies/jawhara").all("bdi")
    }

    assert ("شركة الجوهرة (قابضة)", "ar") in names
    assert ('פנינה בע"מ', "he") in names


def test_what_is_read_out_sets_them_apart_too(site):
    links = site.tree("companies/jawhara").with_id("cite-finance-revenue-2024").attributes

    assert links["title"] == f"{ISOLATE}هيئة السوق{POP}, {ISOLATE}ص 12{POP}"
    assert links["aria-label"] == "Source 1"


def test_every_text_that_is_set_apart_ends(site):
    page = site.page("companies/jawhara")

    assert page.count(ISOLATE) == page.count(POP) > 0
    assert not re.search(f'{ISOLATE}[^{POP}]*[<"]', page)


def test_nothing_is_set_apart_where_all_runs_one_way(site):
    page = site.page("companies/hostile") + site.page("companies/yueliang")

    assert "<bdi" not in page
    assert ISOLATE not in page


def test_a_company_without_statements_has_a_page_that_says_so(site):
    page = site.tree("companies/blank")

    assert "0 statements from 0 sources." in page.text
    assert page.all("h1")[0].text.startswith("Blank")
    assert page.all("table") == []


def test_a_company_in_one_language_is_shown_in_it_and_marked_so(site):
    page = site.tree("companies/yueliang")
    (heading,) = page.all("h1")

    assert heading.text.startswith("月亮")
    assert "月亮股份有限公司" in [
        e.text for e in page.all("span") if e.attributes.get("lang") == "zh"
    ]


def test_one_is_not_told_in_the_plural(site):
    """The page of a company with one statement, the overview, and what others are told of it."""
    pages = {file: file.read_text("utf-8") for file in (site.output / "html").rglob("*.html")}
    plural = r"\b1 (?:statements|sources|others|disputes|figures|entries|relations|lines)\b"

    assert "1 statement from 1 source." in site.tree("companies/yueliang").text
    assert "1 statement, 1 source" in site.tree("companies/index").text
    assert {file.name: re.findall(plural, page) for file, page in pages.items()} == {
        file.name: [] for file in pages
    }
