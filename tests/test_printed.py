"""Figures read as sources print them, and agree with a number or do not."""

import re
import sys
from decimal import ROUND_UP, Context, Decimal, Inexact, Overflow, Rounded, localcontext
from pathlib import Path
from subprocess import run

import attrs
import cn2an
import pytest
from babel.numbers import format_compact_decimal, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import Money, Number, Quantity, Share
from companyprofiles._printed import LONGEST_TEXT, Reading, agrees, readings
from tests.strategies import money, quantities, shares

FIGURES = Path(__file__).parents[1] / "docs" / "explanation" / "figures.md"
ANY_NUMBER = quantities | money | shares

ENGLISH = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}
SHORT = {"k": 3, "m": 6, "M": 6, "mn": 6, "b": 9, "bn": 9, "B": 9, "tn": 12, "T": 12}
CHINESE = {"万": 4, "亿": 8, "万亿": 12, "百万": 6, "千亿": 11}
scales = st.sampled_from(
    [(f" {word}", power) for word, power in ENGLISH.items()]
    + [(f"-{word}", power) for word, power in ENGLISH.items()]
    + list(SHORT.items())
    + [(space + word, power) for word, power in CHINESE.items() for space in ("", " ")]
)
few_digits = st.decimals(1, 9999, places=2) | st.integers(1, 99999).map(Decimal)
SEPARATORS = [",", " ", "\u00a0", "\u202f", "\u2009", "'", "’"]

FRAGMENTS = (
    "over |nearly |about |no more than |several |tens of |billions|hundred|and |a |half |two "
    "|thirds| of |third|million|-| |,|.|'|/|%|$|RMB|US$|1|27|1,234|2.500|1.4E9|E|2023|May |in "
    "|12:30|(|)|~|<=|+|数|几|十|百|千|万|亿|兆|两|〇|点|三|分之|半|成|近|逾|超过|不到|多|余|以上|左右|级|年|月"
    "|日|元|美元|家|\u3000|１２|％|\ud800|\x00|İ|²|٣"
)
texts = st.lists(st.sampled_from(FRAGMENTS.split("|")), max_size=40).map("".join) | st.text(
    max_size=60
)


def rows(heading):
    """Return the rows of a table in the page on figures, without marks."""
    table = (
        FIGURES.read_text(encoding="utf-8").partition(f"| {heading} |\n")[2].partition("\n\n")[0]
    )
    return [
        [cell.strip().strip("`") for cell in row.strip("|").split("|")]
        for row in table.splitlines()[1:]
    ]


def number(text):
    """Read a number, as the kind that its unit tells."""
    if text.endswith("%"):
        return Share.parse(text)
    return (Money if re.search(" [A-Z]{3}(/|$)", text) else Quantity).parse(text)


def bounds(figure):
    """Tell what a reading or a number says, whatever its digits."""
    if isinstance(figure, Number):
        lower, upper, unit = figure.least, figure.most, figure.unit
    else:
        lower, upper, unit = figure.lower, figure.upper, figure.unit_hint
    exclusive = (
        getattr(figure, "lower_exclusive", False),
        getattr(figure, "upper_exclusive", False),
    )
    return lower, upper, exclusive, figure.approximate, unit


def only(text, lang="und"):
    (reading,) = readings(text, lang)
    return reading


@pytest.mark.parametrize("printed, read_as", rows("printed | read as"))
def test_the_page_on_figures_tells_how_they_are_read(printed, read_as):
    assert bounds(readings(printed)[-1]) == bounds(number(read_as))


@pytest.mark.parametrize("told, printed, answer", rows("number | printed | agrees"))
def test_the_page_on_figures_tells_what_agrees(told, printed, answer):
    assert agrees(number(told), printed) is {"yes": True, "no": False, "unknown": None}[answer]


@pytest.mark.parametrize(
    "text, read_as",
    [
        ("941,168", "941168"),
        ("36%", "36 %"),
        ("1.571 trillion", "1.571E12"),
        ("¥59.9/月", "59.9 CNY"),
        ("过半", ">50 %"),
        ("过半数", ">50 %"),
        ("twenty-seven", "27"),
        ("2 700 000", "2700000"),
        ("2.700.000,50", "2700000.50"),
        ("$1bn", "1E9 USD"),
        ("US$0.8 bn", "0.8E9 USD"),
        ("700m", "700E6"),
        ("$700 m", "700E6 USD"),
        ("1.4E9", "1.4E9"),
        ("several tens of billions", "20E9..<100E9"),
        ("a few hundred", "200..<1000"),
        ("dozens of companies", "24..<120"),
        ("几十家", "20..<100"),
        ("数百万", "2E6..<10E6"),
        ("multi-billion", "2E9..<1E12"),
        ("万亿参数规模", "1E12..<10E12"),
        ("hundred-billion-parameter", "100E9..<1E12"),
        ("100-billion class", "100E9..<1E12"),
        ("1000 亿级", "100E9..<1E12"),
        ("30亿级", "~30E8"),
        ("two and a half billion", "2.5E9"),
        ("a dozen", "12"),
        ("一亿2000万", "12000E4"),
        ("三十多亿", ">30E8"),
        ("10余万", ">10E4"),
        ("1.2万多名", ">1.2E4"),
        ("上百亿", ">=10E9"),
        ("过亿", ">1E8"),
        ("近千家", "~800..<1000"),
        ("40%+", ">40 %"),
        ("1,000+", ">1000"),
        ("not more than 5", "0..5"),
        ("fewer than 100", "0..<100"),
        ("30 people or more", None),
        ("30 or more", ">=30"),
        ("30 or fewer", "0..30"),
        ("at most 3 or so", "0..3"),
        ("between 20 and 25 billion", "20E9..25E9"),
        ("about 20 to 25 billion", "~20E9..25E9"),
        ("10–15%", "10..15 %"),
        ("5~8亿", "5E8..8E8"),
        ("$10 billion to $12 billion", "10E9..12E9 USD"),
        ("2000-2500 stores", "2000..2500"),
        ("half", "50 %"),
        ("一半", "50 %"),
        ("one half", "50 %"),
        ("three-quarters", "75 %"),
        ("about a third of the shares", "~33.33 %"),
        ("三分之二", "66.67 %"),
        ("百分之三点五", "3.5 %"),
        ("百分之百", "100 %"),
        ("2/3", "66.67 %"),
        ("36 percent", "36 %"),
        ("3 个百分点", "3 %"),
        ("不到三成", "0..<30 %"),
        ("-5.2%", None),
        ("HK$4.8 billion", "4.8E9 HKD"),
        ("港币48亿元", "48E8 HKD"),
        ("5 亿美元", "5E8 USD"),
        ("€3.5 million", "3.5E6 EUR"),
        ("EUR 3.5 million", "3.5E6 EUR"),
        ("3.5 million CHF", "3.5E6 CHF"),
        ("10 million pounds", "10E6 GBP"),
        ("1.5 crore", "1.5E7"),
        ("10 Milliarden Euro", "10E9 EUR"),
        ("１０億", "10E8"),
        ("３．５萬", "3.5E4"),
        ("約 5 億", "~5E8"),
        ("超過３０％", ">30 %"),
        ("Qwen-72B", "72E9"),
        ("M6-10T", "10E12"),
        ("三家公司", "3"),
        ("一点五亿", "15E7"),
    ],
)
def test_a_figure_reads_as_bounds(text, read_as):
    reading = only(text)

    if read_as is None:
        assert (reading.lower, reading.upper) in {(30, 30), (Decimal("-5.2"), Decimal("-5.2"))}
    else:
        assert bounds(reading) == bounds(number(read_as))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Tmall",
        "2019-11-26",
        "23.08.03",
        "2024.02.05",
        "3/4/2024",
        "April 2023",
        "On Tuesday, April 11",
        "March 31, 2024",
        "2023 年 4 月",
        "4月 7 日",
        "二〇二三年",
        "十月",
        "2020 年初",
        "as early as 2015",
        "In 2020",
        "fiscal year 2024",
        "FY2024",
        "Q3 2024",
        "2015-2020",
        "2015–20",
        "12:30",
        "M6",
        "GPT-4",
        "GPT-3.5",
        "COVID-19",
        "A22B",
        "5G",
        "1st",
        "2nd",
        "第3",
        "第一",
        "v2.0.1",
        "1,2,3",
        "in millions",
        "RMB million",
        "one of the largest",
        "the first half",
        "half-year",
        "零一万物",
        "百川智能",
        "阿里云百炼",
        "统一的一站式平台",
        "更多",
        "a third party",
        "twenty twenty",
        "24/7",
        "通过",
    ],
)
def test_what_is_no_figure_is_not_read(text):
    assert readings(text) == ()
    assert agrees(Quantity.parse("2020"), text) is None


def test_every_figure_of_a_text_is_read_with_its_place():
    text = "about US$0.8 billion (約５９億元) in May 2024, for 36% of 1,571 shares"

    assert [text[slice(*reading.span)] for reading in readings(text)] == [
        "about US$0.8 billion",
        "約５９億元",
        "36%",
        "1,571",
    ]


def test_a_share_of_a_number_stands_beside_its_figures():
    assert [bounds(reading)[0] for reading in readings("eight out of 10")] == [8, 10, 80]


def test_the_ends_of_a_rise_are_figures_of_their_own():
    assert [reading.lower for reading in readings("from 10 billion to 1 trillion")] == [
        10**10,
        10**12,
    ]
    assert agrees(Quantity.parse("10E9..12E9"), "from 10 to 12 billion")
    assert agrees(Quantity.parse("10E9"), "from 10 to 12 billion")


@pytest.mark.parametrize(
    "text", ["10% to 5 billion", "30 to 20 billion", "$3 to €5", "over 3 to 5", "3 and 5 billion"]
)
def test_figures_that_make_no_range_stay_apart(text):
    assert len(readings(text)) == 2


@pytest.mark.parametrize(
    "text, lang, lower",
    [
        ("1.571", "und", "1.571"),
        ("1.571", "en", "1.571"),
        ("1.571", "de", "1571"),
        ("1.571", "de-CH", "1.571"),
        ("1,571", "zh", "1571"),
        ("1,571 Mrd", "de", "1.571E9"),
        ("1,571亿", "zh", "1571E8"),
    ],
)
def test_a_language_tells_what_a_single_separator_means(text, lang, lower):
    assert only(text, lang).lower == Decimal(lower)
    assert agrees(Number(amount=lower), text, lang)


@pytest.mark.parametrize(
    "text, exact, rounding",
    [
        ("10 billion", True, "5E8"),
        ("1.571 trillion", True, "5E8"),
        ("941,168", True, "0.5"),
        ("三百二十亿", True, "5E7"),
        ("about 36%", False, "0.5"),
        ("20 to 25 billion", False, "5E8"),
        ("10 to 12.5 billion", False, "5E8"),
        ("a third", True, "0.5"),
        ("over 45 million", False, None),
        ("千亿级", False, None),
    ],
)
def test_the_last_digit_tells_the_rounding(text, exact, rounding):
    reading = only(text)

    assert reading.exact == exact
    assert reading.rounding == (rounding and Decimal(rounding))


@pytest.mark.parametrize(
    "text, slack, within",
    [
        ("10 billion", "0", ("9.5E9", "10.5E9")),
        ("10 billion", "1E9", ("9E9", "11E9")),
        ("about 20 billion", "0", ("18E9", "22E9")),
        ("20 to 25 billion", "0", ("19.5E9", "25.5E9")),
        ("at most 5 million", "1E6", ("0", "5E6")),
        ("billion-parameter", "5E9", ("1E9", "1E10")),
        ("over 45 million", "1E6", ("45E6", None)),
    ],
)
def test_rounding_widens_figures_but_no_bounds_of_words(text, slack, within):
    assert only(text).within(Decimal(slack)) == tuple(end and Decimal(end) for end in within)


@pytest.mark.parametrize(
    "told, text, answer",
    [
        ("941168E6 CNY", "RMB941.2 billion", True),
        ("941168E6 CNY", "RMB943.0 billion", False),
        ("941.2E9 CNY", "RMB941,168 million", True),
        ("1023670E6 CNY", "RMB1,023,670 million (US$148,401 million)", True),
        ("148401E6 USD", "RMB1,023,670 million (US$148,401 million)", True),
        ("148401E6 CNY", "RMB1,023,670 million (US$148,401 million)", False),
        ("300E6 HKD", "$300 million", True),
        ("300E6 HKD", "US$300 million", False),
        ("300E6 JPY", "¥300 million", True),
        ("300E6 EUR", "¥300 million", False),
        ("59.9 CNY/month", "¥59.9/月", True),
        ("300E6", "$300 million", True),
        ("300E6 parameters", "$300 million", False),
        ("36 users", "36%", False),
        ("36", "36%", False),
        ("36 %", "36", True),
        ("67 %", "two thirds", True),
        ("66 %", "two thirds", False),
        (">50 %", "过半", True),
        ("~1E9", "billion-parameter model", True),
        ("10E9", "billion-parameter model", False),
        ("100E9..999E9", "千亿级参数", True),
        ("100E9..999E9", "billion-parameter model", False),
        ("20E9..<100E9", "数百亿", True),
        (">20E9", "数百亿", True),
        (">=100E9", "数百亿", False),
        ("<20E9", "数百亿", False),
        (">1E12", "over 1 billion", False),
        (">1.2E9", "over 1 billion", True),
        (">=1E9", "over 1 billion", False),
        (">1E9", "at least 1 billion", True),
        ("<1E9", "over 1 billion", False),
        (">1E9", "under 1 billion", False),
        ("<1E9", "under 1 billion", True),
        ("<=1E9", "under 1 billion", False),
        ("1E6", "under 1 billion", False),
        ("0.2E9", "under 1 billion", True),
        ("20E9..90E9", "over 10 billion", True),
        ("5E9..90E9", "over 10 billion", False),
        ("20E9..25E9", "20 to 25 billion", True),
        ("20E9", "20 to 25 billion", True),
        ("27E9", "20 to 25 billion", False),
        ("20E9..30E9", "20 to 25 billion", False),
        ("30E9 [20E9..40E9]", "30 billion", True),
        ("6E9", "about 5.9 billion", True),
        ("7E9", "about 5.9 billion", False),
        ("~6.4E9", "5.9 billion", True),
        ("500E9 CNY", "近 5000 亿元", False),
        ("480E9 CNY", "近 5000 亿元", True),
        ("300E9 CNY", "近 5000 亿元", False),
        ("-1234E6 CNY", "(1,234)", True),
        ("-5.2", "-5.2", True),
        ("5.2", "-5.2", False),
        ("8", "8 out of 10", True),
        ("80 %", "8 out of 10", True),
        ("2020", "In October 2020 … 10 trillion", False),
        ("10E12", "2020 年 10 月，M6 的参数规模扩展到 10 万亿", True),
        (">450E6", "over 45 million", False),
        (">60E6", "over 45 million", True),
        (">2E9 USD", "north of $2 billion", True),
        ("600 TOPS", "最多可达 600 TOPS", True),
        ("100E4 CNY", "壹佰万元", True),
        ("100E3 CNY", "壹佰万元", False),
        ("2000E4 CNY", "人民币贰仟萬元整", True),
        ("1E8..<1E9 CNY", "亿元级", True),
        ("1E9..<1E10 CNY", "亿元级", False),
        ("5.5E9 HKD", "5.5 billion Hong Kong dollars", True),
        ("5.5E9 CNY", "5.5 billion Hong Kong dollars", False),
        ("3.2E9 USD", "3.2 billion New Taiwan dollars", False),
        ("2.5E9 USD", "2.5 billion rubles", False),
        ("12.5E6 CHF", "1250万瑞士法郎", True),
    ],
)
def test_a_number_agrees_with_what_is_printed_or_not(told, text, answer):
    assert agrees(number(told), text) is answer


@pytest.mark.parametrize("power", [0, 3, 4, 6, 8, 9])
@pytest.mark.parametrize(
    "text", ["941,168", "RMB941,168", "(941,168)", "Revenue 941,168 1,023,670"]
)
def test_the_heading_of_a_table_may_give_the_scale(text, power):
    assert agrees(Money.parse(f"941168E{power} CNY"), text) is True


@pytest.mark.parametrize(
    "text",
    [
        "941,168 thousand",
        "941,168 employees",
        "941,168家",
        "over 941,168",
        "941,168%",
        "941,168 (941 thousand)",
        "1.1 billion in 2023; 941,168",
    ],
)
def test_a_scale_word_or_prose_leaves_no_heading_to_give_one(text):
    assert agrees(Quantity.parse("941168E6"), text) is False


@pytest.mark.parametrize("text", ["94", "9.4", "94E0"])
def test_short_figures_stand_under_no_heading(text):
    assert agrees(Quantity.parse("94E6"), text) is False
    assert agrees(Quantity.parse("9.4E6"), text) is False


@pytest.mark.parametrize(
    "told, text, answer",
    [
        ("34E6 USD", "34", True),
        ("-34E6 USD", "(34)", True),
        ("9.7E9 USD", "9.7", True),
        ("34E6 USD", "43", False),
        ("34E6 USD", "34 in 2023", False),
        ("34E6 USD", "34 thousand", False),
    ],
)
def test_a_cell_of_accounts_may_have_few_digits(told, text, answer):
    assert agrees(Money.parse(told), text) is answer


@given(few_digits, scales, st.sampled_from(["", "RMB", "US$", "¥"]))
def test_a_number_agrees_with_its_digits_before_a_scale_word(digits, scale, sign):
    word, power = scale
    printed = Number(amount=digits.scaleb(power))
    text = f"{sign}{digits:f}{word}"

    assert [reading.covers(printed) for reading in readings(text)] == [True]
    assert agrees(printed, text) is True
    assert agrees(Number(amount=digits.scaleb(power + 3)), text) is False
    assert agrees(Number(amount=digits.scaleb(power - 3)), text) is False


@given(few_digits, scales, st.sampled_from([("over", ">"), ("at least", ">="), ("under", "<")]))
def test_a_bound_agrees_with_its_word_and_with_no_factor_lost(digits, scale, hedge):
    (word, power), (said, sign) = scale, hedge
    text = f"{said} {digits:f}{word}"

    assert agrees(Quantity.parse(f"{sign}{digits.scaleb(power):f}"), text) is True
    assert agrees(Quantity.parse(f"{sign}{digits.scaleb(power + 3):f}"), text) is False
    assert agrees(Number(amount=digits.scaleb(power)), text) is (said == "at least")


@given(st.integers(1, 10**12), st.sampled_from(SEPARATORS), st.sampled_from(["", "RMB", "$ "]))
def test_a_number_agrees_with_its_digits_in_groups(amount, separator, sign):
    text = f"{sign}{amount:,}".replace(",", separator)

    assert only(text).lower == amount
    assert agrees(Number(amount=amount), text) is True


@given(st.integers(1, 10**15), st.sampled_from(["en", "zh", "zh_Hant", "de"]))
def test_a_number_agrees_with_what_babel_writes(amount, locale):
    lang = locale.replace("_", "-")
    compact = format_compact_decimal(amount, locale=locale, fraction_digits=2)

    assert agrees(Number(amount=amount), format_decimal(amount, locale=locale), lang) is True
    if lang != "de":  # where a Billion is a million millions
        assert agrees(Number(amount=amount), compact, lang) is True
        assert amount < 10**6 or agrees(Number(amount=1000 * amount), compact, lang) is False


@given(st.integers(11, 10**15))
def test_a_number_agrees_with_its_chinese_numeral(amount):
    assert agrees(Number(amount=amount), cn2an.an2cn(amount)) is True


@given(texts, st.sampled_from(["und", "en", "zh", "de", "", "x" * 99]))
def test_any_text_is_read(text, lang):
    for reading in readings(text, lang):
        start, end = reading.span

        assert 0 <= start < end <= len(text)
        assert reading.upper is None or reading.lower <= reading.upper


@given(ANY_NUMBER, texts)
def test_any_number_agrees_or_not_or_cannot_be_told(told, text):
    assert (agrees(told, text) is None) == (not readings(text))


@given(ANY_NUMBER, texts)
def test_the_callers_decimal_context_does_not_matter(told, text):
    answer = agrees(told, text)

    with localcontext(Context(prec=1, rounding=ROUND_UP, traps=[Inexact, Rounded, Overflow])):
        assert agrees(told, text) is answer


@pytest.mark.parametrize(
    "text",
    [
        "1",
        "1,",
        "1 234 ",
        "1/",
        "-",
        "$",
        "a ",
        "over ",
        "百",
        "一",
        "数百亿",
        "hundred ",
        "½",
        "~1",
    ],
)
def test_a_text_is_read_up_to_its_bound(text):
    found = readings(text * 5000)

    assert all(reading.span[0] < LONGEST_TEXT for reading in found)


def test_a_figure_at_the_bound_is_read_whole_or_not_at_all():
    inside, outside = " " * (LONGEST_TEXT - 1), " " * LONGEST_TEXT

    assert only(f"{inside}10 billion").lower == 10**10
    assert readings(f"{outside}10 billion") == ()


def test_a_reading_is_frozen():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        only("10 billion").lower = Decimal(1)


def test_readings_of_the_same_words_are_equal():
    assert readings("10 billion") == readings("10 billion")
    assert isinstance(only("10 billion"), Reading)


def test_the_package_does_not_read_figures_before_it_is_asked():
    code = (
        "import sys, companyprofiles; "
        "print([name for name in sys.modules if name.endswith(('_printed', '_phrases'))])"
    )
    finished = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert finished.stdout.strip() == "[]"
