"""One site in two languages, each a build of its own, with a way from each page to the other."""

import pytest

from tests.sphinxext.conftest import Reader

LANGUAGES = {"en": "", "zh_CN": "zh"}
PROSE = "Ours\n====\n\nWritten by hand.\n"
PO = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgid "Written by hand."
msgstr "手写。"
"""


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    site.settings |= {
        "companyprofiles_languages": LANGUAGES,
        "companyprofiles_prose_language": "en",
        "companyprofiles_pages": ["acme"],
        "locale_dirs": ["locale"],
        "gettext_compact": False,
        "html_sidebars": {"**": ["companyprofiles-languages.html"]},
        "html_theme": "alabaster",
        "html_baseurl": "https://companies.example/",
    }
    site.write("index.rst", "Site\n====\n\n.. toctree::\n\n   companies/index\n   ours/page\n")
    site.write("ours/page.rst", PROSE)
    site.write("locale/zh_CN/LC_MESSAGES/ours/page.po", PO)
    site.settings["language"] = "en"
    site.build(to="html")
    site.settings |= {"language": "zh_CN", "html_baseurl": "https://companies.example/zh/"}
    site.build(to="html/zh")
    return site


def page(site, name):
    reader = Reader()
    reader.feed(site.page(name))
    return reader.root


@pytest.mark.parametrize(
    "name, address",
    [
        ("companies/acme", "../zh/companies/acme.html"),
        ("zh/companies/acme", "../../companies/acme.html"),
        ("index", "zh/index.html"),
        ("zh/index", "../index.html"),
        ("genindex", "zh/genindex.html"),
    ],
)
def test_the_switch_leads_to_the_same_page(site, name, address):
    (switch,) = page(site, name).all("nav", "cp-languages")
    (link,) = switch.all("a")

    assert link.attributes["href"] == address
    assert (site.output / "html" / name).parent.joinpath(address).resolve().is_file()


def test_languages_are_called_by_their_own_names(site):
    (switch,) = page(site, "index").all("nav", "cp-languages")

    assert [item.text.strip() for item in switch.all("li")] == ["English", "中文"]
    assert [e.attributes["lang"] for e in switch.walk() if "lang" in e.attributes] == [
        "en",
        "zh-CN",
    ]


@pytest.mark.parametrize("name", ["companies/acme", "zh/companies/acme"])
def test_search_engines_are_told_of_every_language(site, name):
    links = [e.attributes for e in page(site, name).all("link") if "hreflang" in e.attributes]

    assert {link["hreflang"]: link["href"] for link in links} == {
        "en": "https://companies.example/companies/acme.html",
        "zh-CN": "https://companies.example/zh/companies/acme.html",
        "x-default": "https://companies.example/companies/acme.html",
    }


def test_what_a_page_shows_of_a_company_is_in_its_language(site):
    assert "收入" in site.page("zh/companies/acme")
    assert "9,411.68亿" in site.page("zh/companies/acme")
    assert "941,168 million" in site.page("companies/acme")


def test_prose_that_nobody_translated_says_so(site):
    (note,) = page(site, "zh/index").all("div", "cp-untranslated")

    assert note.text.strip() == "本页尚未翻译。"
    assert [e.tag for e in page(site, "zh/index").walk() if e.attributes.get("lang") == "en"]


def test_prose_that_is_translated_in_part_says_so(site):
    (note,) = page(site, "zh/ours/page").all("div", "cp-untranslated")

    assert note.text.strip() == "本页有一部分尚未翻译。"
    assert "手写。" in site.page("zh/ours/page")


@pytest.mark.parametrize("name", ["index", "ours/page", "companies/acme", "zh/companies/acme"])
def test_a_page_in_its_own_language_has_no_such_note(site, name):
    assert not page(site, name).all("div", "cp-untranslated")


def test_pages_have_no_switch_where_nothing_is_set(new_site):
    site = new_site()
    site.settings["html_sidebars"] = {"**": ["companyprofiles-languages.html"]}
    site.build()

    assert "cp-languages" not in site.page()
    assert "hreflang" not in site.page()
