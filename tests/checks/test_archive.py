"""Archived texts are those that were read, and have what is quoted from them."""

from hashlib import sha256

import pytest

import companyprofiles
from companyprofiles._check_context import CheckContext
from companyprofiles._checks.archive import (
    printed_missing,
    quote_missing,
    text_changed,
    text_unreadable,
)
from tests.samples import ACME, write

TEXT = b"Acme employed 250 people. 941,168 is the revenue.\n"
REFERENCE = '"report-2024", locator = "cover" }]'


@pytest.fixture
def archived(tmp_path):
    """Return a function that reads a profile whose report has an archived text."""

    def make(reference="", *, source="", content=TEXT, file="archive/report.txt"):
        given = source or f'sha256 = "{sha256(content or b"").hexdigest()}"'
        text = ACME.replace(
            'url = "https://acme.example/report-2024"', f'text = "archive/report.txt"\n{given}'
        ).replace(REFERENCE, f'"report-2024"{reference} }}]')
        folder = write(tmp_path / "data", text)
        if content is not None:
            (folder / file).parent.mkdir(exist_ok=True)
            (folder / file).write_bytes(content)
        return companyprofiles.load(folder)

    return make


def found(check, profile):
    return [(f.path, f.message) for f in check(profile, CheckContext(profile))]


def test_a_text_that_is_there_and_unchanged_is_good(archived):
    profile = archived()

    assert profile.source("report-2024").text == "archive/report.txt"
    for check in (text_unreadable, text_changed, quote_missing, printed_missing):
        assert found(check, profile) == []


@pytest.mark.parametrize(
    "content, message",
    [
        (None, "must be a file that there is, got 'archive/report.txt'."),
        (b"\xff", "must be a file in UTF-8, got 'archive/report.txt'."),
    ],
)
def test_a_text_that_cannot_be_read_is_told_once(archived, content, message):
    profile = archived(', quote.en = "Words."', content=content, source='lang = "en"')

    assert found(text_unreadable, profile) == [("text", message)]
    for check in (text_changed, quote_missing, printed_missing):
        assert found(check, profile) == []


def test_a_text_that_changed_is_told_with_its_hash(archived):
    now = sha256(TEXT).hexdigest()
    profile = archived(source=f'sha256 = "{"0" * 64}"')

    assert found(text_changed, profile) == [
        ("sha256", f"must be the hash of archive/report.txt, which is {now}. Restore the file.")
    ]


def test_a_text_without_a_hash_is_told_what_it_is(archived):
    now = sha256(TEXT).hexdigest()

    assert found(text_changed, archived(source='lang = "en"')) == [
        ("sha256", f"must be given with text. The file's is {now}.")
    ]


def test_a_quotation_of_other_words_is_found(archived):
    profile = archived(', quote.en = "Acme employs 250 people"')
    message = "is not in archive/report.txt: 'Acme employs 250 people'. Quote word for word."

    assert found(quote_missing, profile) == [("references[0].quote", message)] * 2


def test_a_translated_quotation_is_not_looked_for(archived):
    translated = ', quote = { text = "Es waren 250.", lang = "de", kind = "translation" }'

    assert found(quote_missing, archived(translated)) == []


def test_a_printed_value_that_is_not_there_is_found(archived):
    message = "is not in archive/report.txt: '250 persons'. Give it as it is printed."
    good, bad = (archived(f', as_printed = "250 {what}"') for what in ("… revenue", "persons"))

    assert found(printed_missing, good) == []
    assert found(printed_missing, bad) == [("references[0].as_printed", message)] * 2


def test_a_profile_without_files_skips_them(archived):
    profile = archived(', quote.en = "Other words."')
    data = companyprofiles.Profile.from_dict(profile.to_dict())

    for check in (text_unreadable, text_changed, quote_missing, printed_missing):
        assert found(check, data) == []


def test_an_archived_text_is_read_once(archived, monkeypatch):
    profile = archived(', quote.en = "Acme employed"')
    context = CheckContext(profile)
    source = profile.source("report-2024")

    assert context.archived_text(source) is context.archived_text(source)
    assert context.archived_text(profile.source("repost")) is None
