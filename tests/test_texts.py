"""Texts can be shown as they are; language maps answer in the best language they have."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import LanguageMap, Text, TextKind
from companyprofiles._texts import BIDIRECTIONAL, LONGEST_TEXT, check_language, check_text
from companyprofiles.errors import InvalidValueError
from tests.strategies import MARKUP, language_maps, languages, sentences, texts


@pytest.mark.parametrize("text", MARKUP)
def test_markup_is_a_text_like_any_other(text):
    assert str(Text(text, "en")) == text


@pytest.mark.parametrize(
    "text", ["阿里巴巴集团", "Ünïcödé", "👩‍💻", "e\u0301", "مجموعة", "M6-10T™"]
)
def test_texts_of_all_scripts_are_taken(text):
    assert check_text(text) == text


@pytest.mark.parametrize("text", ["", " ", "\u3000", "\u00a0 "])
def test_an_empty_text_is_refused(text):
    with pytest.raises(
        InvalidValueError, match=r"must be a text that is not empty, .* Leave the key out instead\."
    ):
        check_text(text)


@pytest.mark.parametrize("value", [5, None, True, b"x", ["x"]])
def test_only_strings_are_texts(value):
    with pytest.raises(InvalidValueError, match=r"must be a string, got .*\. Quote it\."):
        check_text(value)


@pytest.mark.parametrize(
    "char",
    [
        *("\x00", "\t", "\n", "\r", "\x1b", "\x7f", "\x85"),
        *("\u2028", "\u2029", "\ud800", "\ue000"),
        *sorted(BIDIRECTIONAL),
    ],
)
def test_control_and_bidirectional_characters_are_refused_by_name(char):
    with pytest.raises(
        InvalidValueError,
        match=rf"without control and bidirectional characters, .* Remove U\+{ord(char):04X}\.",
    ):
        check_text(f"safe{char}gnp.exe")


@given(st.characters())
def test_no_text_that_is_taken_steers_a_terminal_or_a_page(char):
    try:
        check_text(f"x{char}x")
    except InvalidValueError:
        return

    assert unicodedata.category(char) not in {"Cc", "Zl", "Zp"}
    assert unicodedata.bidirectional(char) not in {
        *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"),
    }


def test_every_bidirectional_control_of_unicode_is_known():
    controls = {
        char
        for char in map(chr, range(0x110000))
        if unicodedata.bidirectional(char)
        in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    }

    assert controls <= BIDIRECTIONAL


def test_length_is_bounded():
    assert check_text("x" * LONGEST_TEXT)
    with pytest.raises(InvalidValueError, match="must be a text of at most 10000 characters"):
        check_text("x" * (LONGEST_TEXT + 1))


@pytest.mark.parametrize(
    "tag", ["en", "zh", "zh-Hans", "zh-Hant-HK", "pt-BR", "es-419", "und", "yue"]
)
def test_language_tags(tag):
    assert check_language(tag) == tag


@pytest.mark.parametrize(
    "tag", ["", "EN", "english", "en_US", "en-us", "zh-hans", "e", "en-", "en\n", None, 5, "x-own"]
)
def test_what_is_no_language_tag_is_refused(tag):
    with pytest.raises(InvalidValueError, match="must be a language tag such as 'en', 'zh' or"):
        check_language(tag)


def test_a_text_has_a_language_and_a_kind():
    text = Text("Zero One Everything", "en", kind="translation")

    assert (text.text, text.lang, text.kind) == (
        "Zero One Everything",
        "en",
        TextKind.TRANSLATION,
    )
    assert repr(text) == "Text('Zero One Everything', 'en', kind='translation')"
    assert repr(Text("Alibaba", "en")) == "Text('Alibaba', 'en')"


def test_an_unknown_kind_suggests_a_near_one():
    with pytest.raises(
        InvalidValueError,
        match=r"must be one of 'original', 'translation', 'transliteration', got 'translated'\. "
        "Did you mean 'translation'",
    ):
        Text("x", "en", kind="translated")


@given(texts, texts)
def test_texts_are_equal_when_wording_language_and_kind_are(a, b):
    assert (a == b) == ((a.text, a.lang, a.kind) == (b.text, b.lang, b.kind))
    assert a != b or hash(a) == hash(b)


@given(st.dictionaries(languages, sentences, min_size=1))
def test_a_language_map_keeps_every_text_and_sorts_the_languages(given_texts):
    names = LanguageMap(given_texts)

    assert dict(names) == given_texts
    assert list(names) == sorted(given_texts)
    assert names == LanguageMap(dict(reversed(given_texts.items())))


@given(language_maps, st.lists(languages))
def test_the_best_text_is_one_of_the_map_in_the_language_it_says(names, wanted):
    best = names.best(*wanted)

    assert names[best.lang] == best.text


@given(language_maps, languages)
def test_a_language_that_there_is_is_the_best(names, wanted):
    assert wanted not in names or names.best(wanted) == Text(names[wanted], wanted)


@pytest.mark.parametrize(
    "wanted, found",
    [
        ((), "en"),
        (("zh",), "zh"),
        (("zh-Hans",), "zh"),
        (("fr", "zh"), "zh"),
        (("fr",), "en"),
        (("pt",), "pt-BR"),
    ],
)
def test_a_language_that_is_missing_falls_back(wanted, found):
    names = LanguageMap({"en": "Acme", "zh": "顶点", "pt-BR": "Ápice"})

    assert names.best(*wanted).lang == found


def test_without_english_any_language_serves():
    assert LanguageMap({"zh": "顶点", "de": "Gipfel"}).best("fr") == Text("Gipfel", "de")
    assert str(LanguageMap({"zh": "顶点"})) == "顶点"


@pytest.mark.parametrize("value", [{}, None, "Acme", ["en"], 5])
def test_a_language_map_is_a_table_and_not_empty(value):
    with pytest.raises(
        InvalidValueError, match=r"must be a text in at least one language, got .*Write it as in"
    ):
        LanguageMap(value)


@pytest.mark.parametrize(
    "value, message",
    [
        ({"english": "x"}, "must be a language tag"),
        ({"en": 5}, "must be a string"),
        ({"en": ""}, "must be a text that is not empty"),
        ({5: "x"}, "must be a language tag"),
        ({"en": {"en": "x"}}, "must be a string"),
    ],
)
def test_a_language_map_holds_texts_by_language(value, message):
    with pytest.raises(InvalidValueError, match=message):
        LanguageMap(value)
