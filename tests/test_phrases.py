"""Phrases are found whatever their characters, and tell their parts."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles._currencies import CURRENCIES
from companyprofiles._phrases import (
    CURRENCY_SIGNS,
    SHARED_SIGNS,
    as_read,
    hedge,
    pattern,
    percentage,
    unit,
)


@given(st.text())
def test_every_character_stays_in_its_place(text):
    assert len(as_read(text)) == len(text)


@pytest.mark.parametrize(
    "text, read",
    [
        ("１２．５％", "12.5%"),
        ("超過３萬億", "超过3万亿"),
        ("1\u2009234", "1 234"),
        ("1’234", "1'234"),
        ("5\u20138", "5-8"),
        ("￥５", "¥5"),
        ("增长５，６００万", "增长5，600万"),
    ],
)
def test_characters_of_other_shapes_are_read_alike(text, read):
    assert as_read(text) == read


@pytest.mark.parametrize(
    "kind, before, after",
    [
        ("most", "no more than|not more than|at most|a maximum of|至多|最多|≤|<=", "or less|以内"),
        ("below", "less than|fewer than|below|不足|低于|少于|未满|<|＜", ""),
        ("least", "no less than|not less than|minimum of|不下|不低于|≥|>=", "and above|及以上"),
        ("over", "exceeding|exceeds|in excess of|above|超过|超出|超|多于|突破|>", "plus|多|有余"),
        ("near", "almost|close to|just under|将近|接近|近", ""),
        ("about", "around|roughly|approx.|ca.|some|an estimated|大约|约|大概|≈|~", "or so|上下"),
        ("order", "of the order of|on the order of", "level|class|级|量级|数量级|规模"),
    ],
)
def test_a_hedge_is_known_before_and_after_a_figure(kind, before, after):
    texts = [f"{word} 30" for word in before.split("|")]
    texts += [f"30 {word}" for word in after.split("|") if word]

    for text in texts:
        phrase = pattern().fullmatch(as_read(text))

        assert phrase, text
        assert hedge(phrase) == kind, text


@pytest.mark.parametrize(
    "text", ["最近 30", "附近 30", "合约 30", "通过三十", "somewhat 30", "30, 级"]
)
def test_words_that_only_look_like_hedges_are_none(text):
    phrase = next(
        found for found in pattern().finditer(text) if "3" in found[0] or "三" in found[0]
    )

    assert hedge(phrase) == ""


@pytest.mark.parametrize("sign", CURRENCY_SIGNS)
@pytest.mark.parametrize("places", ["{} 5", "5 {}", "over {} 5", "-{} 5"])
def test_a_currency_is_known_before_and_after_a_figure(places, sign):
    code = CURRENCY_SIGNS[sign]
    phrase = pattern().fullmatch(places.format(sign))

    assert phrase
    assert unit(phrase) == ((SHARED_SIGNS[code][0], code) if code in SHARED_SIGNS else (code, ""))


@pytest.mark.parametrize(
    "text, code",
    [
        ("5 Euros", "EUR"),
        ("5 US dollars", "USD"),
        ("RMB5", "CNY"),
        ("5CHF", "CHF"),
        ("SEK 5", "SEK"),
    ],
)
def test_currencies_are_known_in_the_plural_and_as_codes(text, code):
    phrase = pattern().fullmatch(text)

    assert phrase
    assert unit(phrase) == (code, "")


def test_signs_stand_for_currencies():
    codes = {code for code in CURRENCY_SIGNS.values() if code not in SHARED_SIGNS}
    shared = {code for several in SHARED_SIGNS.values() for code in several}

    assert codes | shared <= CURRENCIES


@pytest.mark.parametrize("text", ["TOP 10", "ALL 5 models", "TRY 3"])
def test_english_words_in_capitals_are_no_currencies(text):
    phrase = pattern().search(text)

    assert phrase
    assert unit(phrase) == ("", "")


@pytest.mark.parametrize(
    "text, percent",
    [
        ("half", "50"),
        ("one-half", "50"),
        ("a quarter", "25"),
        ("three fourths", "75"),
        ("two tenths", "20"),
        ("2/3", "66.67"),
        ("24/7", None),
        ("3/3", None),
        ("0/3", None),
        ("一半", "50"),
        ("三分之一", "33.33"),
        ("二十分之一", "5"),
        ("千分之五", "0.5"),
        ("百分之36", "36"),
        ("百分之一百二十", "120"),
        ("三分之三", None),
        ("一二分之三", None),
    ],
)
def test_parts_of_a_whole_are_read_in_percent(text, percent):
    assert percentage(text) == (percent and Decimal(percent))
