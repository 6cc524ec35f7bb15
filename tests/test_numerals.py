"""Numerals keep their digits, and read as the libraries that know them best write or read them."""

import re
from decimal import Decimal

import cn2an
import pytest
from babel import Locale
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st
from text_to_num import text2num

from companyprofiles._numerals import (
    COMMA_LANGUAGES,
    DIGITS,
    ENGLISH,
    MAGNITUDES,
    ONES,
    POINT_REGIONS,
    TENS,
    read_chinese,
    read_digits,
    read_english,
    uses_decimal_comma,
    worth,
)

LOCALES = "en en-IN zh ja ko de de-CH fr es es-MX it nl pt ru sv pl cs fi da nb tr uk vi id"
numbers = st.decimals(0, 10**12, places=2, allow_nan=False)


def written(number):
    """Tell the digits of a number, not only its worth."""
    return None if number is None else (number.as_tuple().digits, number.as_tuple().exponent)


def spelled(number):
    """Write a whole number below a quadrillion in English words."""
    if number < 20:
        return ONES.split()[number]
    if number < 100:
        ones = f"-{ONES.split()[number % 10]}" if number % 10 else ""
        return f"{TENS.split()[number // 10 - 2]}{ones}"
    for power, word in ((12, "trillion"), (9, "billion"), (6, "million"), (3, "thousand")):
        if number >= 10**power:
            many, rest = divmod(number, 10**power)
            return f"{spelled(many)} {word}{' and'[: 4 * (0 < rest < 100)]}{tail(rest)}"
    many, rest = divmod(number, 100)
    return f"{spelled(many)} hundred{' and'[: 4 * bool(rest)]}{tail(rest)}"


def tail(rest):
    return f" {spelled(rest)}" if rest else ""


@pytest.mark.parametrize(
    "text, english, continental",
    [
        ("941168", "941168", "941168"),
        ("1,571", "1571", "1.571"),
        ("1.571", "1.571", "1571"),
        ("12,5", "12.5", "12.5"),
        ("12.50", "12.50", "12.50"),
        ("0,123", "0.123", "0.123"),
        ("0.123", "0.123", "0.123"),
        ("1,234,567", "1234567", "1234567"),
        ("1.234.567", "1234567", "1234567"),
        ("1,234,567.8", "1234567.8", "1234567.8"),
        ("2.700.000,50", "2700000.50", "2700000.50"),
        ("2 700 000", "2700000", "2700000"),
        ("2 700,5", "2700.5", "2700.5"),
        ("1'234'567.125", "1234567.125", "1234567.125"),
        ("12,34,567", "1234567", "1234567"),
        ("1.4E9", "1.4E9", "1.4E9"),
        ("1,234e+3", "1234E3", "1.234E3"),
    ],
)
def test_a_separator_is_read_as_the_language_writes_it(text, english, continental):
    assert re.fullmatch(DIGITS, text, re.VERBOSE | re.IGNORECASE)
    assert written(read_digits(text)) == written(Decimal(english))
    assert written(read_digits(text, decimal_comma=True)) == written(Decimal(continental))


@pytest.mark.parametrize("text", ["1,2,3", "1,234,56", "2.0.1", "1'23", "1.234.5", "1,,2", ",5"])
def test_digits_parted_in_no_known_way_are_no_number(text):
    assert not re.fullmatch(DIGITS, text, re.VERBOSE)


@given(st.sampled_from(LOCALES.split()), numbers)
def test_digits_read_as_babel_writes_them(locale, number):
    text = format_decimal(number, locale=locale.replace("-", "_"))
    plain = text.translate(str.maketrans("\u00a0\u202f’", "  '"))

    assert read_digits(plain, decimal_comma=uses_decimal_comma(locale)) == number


@pytest.mark.parametrize(
    "languages, mark",
    [
        (COMMA_LANGUAGES, ","),
        (POINT_REGIONS, "."),
        ("en zh ja ko he th ms sw mt zh-Hant en-IN", "."),
    ],
)
def test_decimal_marks_are_those_of_the_locales(languages, mark):
    for lang in languages.split():
        symbols = Locale.parse(lang, sep="-").number_symbols["latn"]

        assert symbols["decimal"] == mark
        assert uses_decimal_comma(lang) == (mark == ",")


def test_a_language_is_known_in_any_case_and_with_its_region():
    assert uses_decimal_comma("DE-at")
    assert not uses_decimal_comma("DE-CH")
    assert not uses_decimal_comma("und")


@pytest.mark.parametrize(
    "text, number",
    [
        ("十", "10"),
        ("十五", "15"),
        ("两千", "2000"),
        ("二千零五十", "2050"),
        ("一百二十三万", "123E4"),
        ("三亿五千万", "35000E4"),
        ("一万亿", "1E12"),
        ("百亿", "100E8"),
        ("万亿", "1E12"),
        ("一兆", "1E12"),
        ("一万亿二千亿", "12000E8"),
        ("三点五亿", "35E7"),
        ("十二点五", "12.5"),
        ("零点五", "0.5"),
        ("3.5万", "3.5E4"),
        ("1亿2000万", "12000E4"),
        ("一亿2,000万", "12000E4"),
        ("10万亿", "10E12"),
        ("3万5千亿", "35000E8"),
        ("5千", "5000"),
        ("三", "3"),
    ],
)
def test_chinese_numerals(text, number):
    assert written(read_chinese(text)) == written(Decimal(number))


@pytest.mark.parametrize("text", ["零一万", "亿万", "二五", "二十百", "一百千", "〇"])
def test_what_is_no_chinese_numeral_is_not_read(text):
    assert read_chinese(text) is None


@given(st.integers(1, 10**16 - 1))
def test_chinese_numerals_read_as_cn2an_writes_them(number):
    # cn2an itself refuses 万亿, 两 in its strict mode, decimals with units, and 兆.
    assert read_chinese(cn2an.an2cn(number)) == number


@given(st.integers(1, 9999), st.integers(1000, 9999))
def test_digits_with_chinese_units_read_as_cn2an_reads_them(many, few):
    # cn2an loses what is below a thousand: 1亿10万 is 1亿 to it.
    text = f"{many}亿{few}万"

    assert read_chinese(text) == cn2an.cn2an(text, "smart")


@pytest.mark.parametrize(
    "text, number",
    [
        ("zero", "0"),
        ("twenty-seven", "27"),
        ("Two Hundred", "200"),
        ("nineteen hundred", "1900"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("a trillion", "1E12"),
        ("two hundred and fifty thousand", "250E3"),
        ("one million two hundred thousand", "1200E3"),
        ("a hundred thousand million", "100E9"),
    ],
)
def test_english_number_words(text, number):
    assert re.fullmatch(ENGLISH, text, re.VERBOSE | re.IGNORECASE)
    assert written(read_english(text)) == written(Decimal(number))


@pytest.mark.parametrize(
    "text",
    [
        "twenty twenty",
        "five six",
        "one hundred two hundred",
        "ten zero",
        "one thousand two million",
        "one thousand dozen",
    ],
)
def test_words_that_make_no_number_are_not_read(text):
    assert read_english(text) is None


@given(st.integers(0, 10**15 - 1))
def test_english_number_words_read_back(number):
    words = spelled(number)

    assert re.fullmatch(ENGLISH, words, re.VERBOSE)
    assert read_english(words) == number


@given(st.integers(0, 10**12 - 1))
def test_english_number_words_read_as_text2num_reads_them(number):
    # text2num itself has no trillion, "a million", "dozen" or "half a million".
    words = spelled(number)

    assert read_english(words) == text2num(words, "en") == number


@pytest.mark.parametrize(
    "text, found",
    [
        ("one million and two million", ["one million", "two million"]),
        ("one hundred and two hundred", ["one hundred", "two hundred"]),
        ("two hundred and fifty and three", ["two hundred and fifty", "three"]),
        ("one of the ten", ["ten"]),
    ],
)
def test_and_joins_only_what_is_one_number(text, found):
    assert [match[0] for match in re.finditer(ENGLISH, text, re.VERBOSE)] == found


@pytest.mark.parametrize(
    "text, number",
    [
        ("", "1"),
        ("users", "1"),
        ("billion", "1E9"),
        ("tens of Billions", "1E10"),
        ("hundred-billion", "1E11"),
        ("several hundred million", "1E8"),
        ("dozens", "12"),
        ("Milliarden", "1E9"),
        ("bn", "1E9"),
        ("万亿", "1E12"),
    ],
)
def test_magnitudes_that_are_named_multiply(text, number):
    assert worth(text) == Decimal(number)


def test_no_word_stands_for_two_powers():
    words = " ".join(MAGNITUDES.values()).split()

    assert len(words) == len(set(words))
