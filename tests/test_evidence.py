"""Archived texts are read within bounds, and quotations are found whatever their typography."""

import os
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles._evidence import LARGEST_TEXT, comparable, decoded, occurs, read_archived
from companyprofiles.errors import InvalidValueError

TEXT = """\
“We have doubled our output\nin two years,” says Ann\xa0Lee.
收入为 8,687 亿元，
同比增长2％。 The ﬁgure of Zürich is 5 km².
"""


@pytest.mark.parametrize(
    "quoted",
    [
        '"We have doubled our output in two years," says Ann Lee',
        "« We have »".strip("« »"),
        "says Ann Lee",
        "收入为8,687亿元,同比增长2%",
        "收入为 8,687 亿元，同比增长 2 %。".replace(" %", "%"),
        "The figure of Zu\u0308rich",
        "5 km2",
        "We have … in two years",
        "We have [...] Ann Lee",
        "We have doubled… 同比增长",
        "dou\u00adbled",
    ],
)
def test_a_quotation_is_found_whatever_its_typography(quoted):
    assert occurs(quoted, comparable(TEXT))


@pytest.mark.parametrize(
    "quoted",
    [
        "We have tripled our output",
        "in two years … We have doubled",
        "Ann Lee … Ann Lee",
        "收入为 8,678 亿元",
        "we have doubled",
    ],
)
def test_other_words_are_not(quoted):
    assert not occurs(quoted, comparable(TEXT))


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30))
def test_any_part_of_a_text_occurs_in_it_in_any_unicode_form(text):
    whole = comparable(f"before {text} after")

    for form in ("NFC", "NFD"):
        assert comparable(unicodedata.normalize(form, text)) == comparable(text)
    assert comparable(text) in whole
    assert comparable(comparable(text)) == comparable(text)


def test_a_file_is_read(tmp_path):
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "report.txt").write_bytes(b"\xef\xbb\xbfR\xc3\xa9sum\xc3\xa9")
    content = read_archived(tmp_path, "archive/report.txt")

    assert decoded(content, "archive/report.txt") == "Résumé"


def test_a_file_that_is_not_there_or_no_file_is_told(tmp_path):
    (tmp_path / "archive").mkdir()
    os.mkfifo(tmp_path / "pipe")

    for name in ("report.txt", "archive", "pipe", "archive/report.txt"):
        with pytest.raises(InvalidValueError, match=f"must be a file that there is, got '{name}'"):
            read_archived(tmp_path, name)


def test_a_file_elsewhere_is_not_read(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")

    with pytest.raises(InvalidValueError, match="must be a file below the folder of the data"):
        read_archived(folder, "link.txt")


def test_a_file_that_is_too_large_is_told(tmp_path):
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(LARGEST_TEXT + 1)

    with pytest.raises(InvalidValueError, match=f"must be a file of at most {LARGEST_TEXT} bytes"):
        read_archived(tmp_path, "large.txt")


def test_a_file_that_is_not_utf_8_is_told():
    with pytest.raises(InvalidValueError, match=r"must be a file in UTF-8, got 'a.txt'"):
        decoded("Résumé".encode("latin-1"), "a.txt")
