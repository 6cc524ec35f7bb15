"""A site in a language that the package has no words , and that come from the site's catalog."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

import companyprofiles
from companyprofiles._messages import (
    HEADING,
    LABEL,
    OWN,
    TEMPLATE,
    in_catalog,
    is_translated,
    look_in,
    messages_digest,
)
from companyprofiles._texts import LanguageMap, Text
from companyprofiles.testing import IsolatedCatalog

PACKAGE = Path(companyprofiles.__file__).parent

DUTCH = """
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "property"
msgid "Revenue"
msgstr "Omzet"

msgctxt "section"
msgid "Sources"
msgstr "Bronnen"

msgid "deprecated"
msgstr "achterhaald"

msgid "parameters"
msgstr "parametérs"
"""


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    site.settings |= {"language": "nl", "locale_dirs": ["locale"]}
    site.write("locale/nl/LC_MESSAGES/companyprofiles.po", DUTCH)
    site.write("own.rst", ":orphan:\n\nOwn\n===\n\n:company:value:`acme/revenue`\n")
    site.build()
    yield site
    look_in([])


def text_of(page):
    return re.sub(r"\s+", " ", page.text)


@pytest.mark.parametrize("word", ["Omzet", "Bronnen", "achterhaald", "10 biljoen parametérs"])
def test_words_and_labels_come_from_the_catalog(site, word):
    assert word in text_of(site.tree())


@pytest.mark.parametrize("value", ["941.168 miljoen CNY", "31 maart 2024"])
def test_numbers_and_dates_need_no_catalog(site, value):
    assert value in text_of(site.tree())


def test_values_among_prose_are_in_the_language(site):
    assert "941.168 miljoen CNY" in text_of(site.tree("own"))


def test_what_the_catalog_lacks_is_in_english(site):
    assert "Chief executive" in text_of(site.tree())


@pytest.mark.parametrize("name", ["companies/acme", "companies/index"])
def test_a_page_whose_words_are_not_all_translated_says_so_in_a_known_language(site, name):
    page = site.tree(name)
    (note,) = page.all("div", "note")

    assert note.all("span")[0].attributes["lang"] == "en"
    assert "Parts of this page are not translated yet." in note.text


def test_names_of_another_language_are_marked(site):
    names = [e for e in site.tree().all("span") if e.attributes.get("lang") == "en"]

    assert "Acme Incorporated" in [e.text for e in names]


def test_documents_of_the_site_have_no_such_note(site):
    assert not site.tree("own").all("div", "note")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_language_that_is_complete_has_no_note(new_site, language):
    site = new_site()
    site.settings |= {"language": language, "companyprofiles_pages": ["acme"]}
    site.build()

    assert not site.tree().all("div", "note")


def test_a_label_of_its_own_goes_before_the_catalog_s(site):
    look_in([site.source / "locale"])

    assert in_catalog(LABEL, LanguageMap({"en": "Revenue", "nl": "Opbrengst"}), "nl") == Text(
        "Opbrengst", "nl"
    )
    assert in_catalog(LABEL, LanguageMap({"en": "Revenue"}), "nl-BE") == Text("Omzet", "nl-BE")
    assert in_catalog(LABEL, LanguageMap({"en": "Something"}), "nl") == Text("Something", "en")


def test_another_catalog_is_another_digest(tmp_path, site):
    look_in([site.source / "locale"])
    before = messages_digest("nl")
    look_in([])

    assert messages_digest("nl") != before
    assert [is_translated(tag) for tag in ("en-GB", "zh", "zh-CN", "nl")] == [
        True,
        True,
        True,
        False,
    ]


def test_the_code_words_what_it_words_in_the_same_languages():
    core = IsolatedCatalog()
    worded = [prop.label for prop in core.vocabulary.values()]
    worded += [section.title for section in core.host.sections()]

    assert {tuple(wording) for wording in worded} == {OWN}


def test_the_template_has_every_word_that_the_code_has():
    with TEMPLATE.open("rb") as file:
        ids = {(message.context, message.id) for message in read_po(file) if message.id}

    assert (None, "deprecated") in ids
    assert (LABEL, "Revenue") in ids
    assert (HEADING, "Sources") in ids
    assert {message for context, message in ids if not context} == {
        message
        for _file, _line, message, *_rest in extract_from_dir(
            PACKAGE, directory_filter=lambda _folder: True
        )
    }
