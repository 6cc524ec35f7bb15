"""Words come from the message catalog, which has every one of the code's in Chinese."""

import ast
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from companyprofiles import EntityKind, Interest, Modality, Rank, SecurityKind, SourceKind, TextKind
from companyprofiles import _words as words
from companyprofiles._messages import CATALOG, CATALOG_FOLDER

CHINESE = CATALOG_FOLDER / "zh" / "LC_MESSAGES" / f"{CATALOG}.po"
PLACE = re.compile(r"%(?:\(\w+\))?[srd]|\{\d\}")


Forms = str | tuple[str, ...]
"""A message, or its forms by number."""


def messages(catalog) -> dict[Forms, Forms]:
    return {_forms(message.id): _forms(message.string) for message in catalog if message.id}


def _forms(words: str | Sequence[str]) -> Forms:
    """Return a message, or its forms; a compiled catalog is read into lists."""
    return words if isinstance(words, str) else tuple(words)


@pytest.fixture(scope="module")
def chinese() -> dict[Forms, Forms]:
    with CHINESE.open("rb") as file:
        return messages(read_po(file))


def test_every_word_of_the_code_is_in_the_catalog_and_no_other(chinese):
    package = Path(words.__file__).parent
    found = extract_from_dir(package, directory_filter=lambda _folder: True)

    assert {message for _file, _line, message, *_ in found} == set(chinese)


def single(chinese) -> set[str]:
    return {message if isinstance(message, str) else message[0] for message in chinese}


def test_no_word_stands_where_it_is_not_extracted_from(chinese):
    """Babel does not look into the braces of an f-string."""
    marked = {
        node.args[0].value
        for file in Path(words.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("_", "ngettext")
        and isinstance(node.args[0], ast.Constant)
    }

    assert len(marked) > 100
    assert marked <= single(chinese)


def test_every_word_has_a_translation_with_the_same_places_for_values(chinese):
    for message, translation in chinese.items():
        many = message if isinstance(message, str) else message[-1]
        forms = [translation] if isinstance(translation, str) else translation
        assert all(forms)
        assert all(sorted(PLACE.findall(form)) == sorted(PLACE.findall(many)) for form in forms)


def test_the_compiled_catalog_is_the_written_one(chinese):
    with CHINESE.with_suffix(".mo").open("rb") as file:
        assert messages(read_mo(file)) == chinese


@pytest.mark.parametrize("language", ["zh", "zh-CN", "zh-Hans", "zh-Hans-CN"])
def test_a_language_stands_for_its_regions_and_scripts(language):
    assert words.rank(Rank.DEPRECATED, language) == "已弃用"


@pytest.mark.parametrize("language", ["en", "en-GB", "de", "xx", ""])
def test_what_the_catalog_lacks_is_in_english(language):
    assert words.rank(Rank.DEPRECATED, language) == "deprecated"


@pytest.mark.parametrize(
    "name, kinds",
    [
        (words.rank, Rank),
        (words.modality, Modality),
        (words.text_kind, TextKind),
        (words.source_kind, SourceKind),
        (words.entity_kind, EntityKind),
        (words.security_kind, SecurityKind),
        (words.interest, Interest),
    ],
    ids=lambda value: value.__name__,
)
def test_every_kind_is_called_something_of_its_own(name, kinds):
    for language in ("en", "zh"):
        called = [name(kind, language) for kind in kinds]

        assert len(set(called)) == len(called)


def test_only_what_is_usual_has_no_mark():
    assert words.rank(Rank.NORMAL, "en") == ""
    assert words.modality(Modality.ASSERTED, "en") == ""


def test_units_without_a_translation_stay():
    assert words.unit("people", "zh") == "人"
    assert words.unit("CNY", "zh") == "元人民币"
    assert words.unit("CHF", "zh") == "CHF"
    assert words.unit("parsecs", "zh") == "parsecs"


@pytest.mark.parametrize(
    "number, language, words_of_it",
    [
        (0, "en", "0 sources"),
        (1, "en", "1 source"),
        (2, "en", "2 sources"),
        (1, "zh", "1个来源"),
        (2, "zh-CN", "2个来源"),
        (1, "xx", "1 source"),
    ],
)
def test_a_number_governs_its_noun(number, language, words_of_it):
    assert words.ngettext("%s source", "%s sources", number, language) % number == words_of_it
