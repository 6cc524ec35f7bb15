"""Numbers and dates in words."""

import pytest

from companyprofiles import Money, PartialDate, Period, Quantity, Share, Time
from companyprofiles._format import date_text, language_tag, number_text, period_text, territory


@pytest.mark.parametrize(
    "text, expected",
    [
        ("941168E6", "941,168 million"),
        ("717.28E9", "717.28 billion"),
        ("10E9", "10 billion"),
        ("1E13", "10 trillion"),
        ("10E12", "10 trillion"),
        ("300E6", "300 million"),
        ("1.20E9", "1.20 billion"),
        ("1000E6", "1,000 million"),
        ("124E3", "124,000"),
        ("235216", "235,216"),
        ("-1170E6", "−1,170 million"),
        ("0", "0"),
        ("0.50", "0.50"),
        (">45E6 users", "more than 45 million users"),
        (">=600E6", "at least 600 million"),
        ("<1E9", "less than 1 billion"),
        ("<=1E9", "at most 1 billion"),
        ("~30E9", "about 30 billion"),
        ("20E9..90E9", "20–90 billion"),
        ("900E6..1.2E9", "900 million – 1.2 billion"),
        (">100E9..<1000E9", "more than 100 billion and less than 1,000 billion"),
        ("30E9 [20E9..40E9]", "30 billion (20–40 billion)"),
    ],
)
def test_a_number_keeps_its_digits(text, expected):
    assert number_text(Quantity.parse(text), "en") == expected


@pytest.mark.parametrize(
    "number, language, expected",
    [
        (Money.parse("941168E6 CNY"), "en", "941,168 million CNY"),
        (Money.parse("59.9 CNY/month"), "en", "59.9 CNY per month"),
        (Money.parse("59.9 CNY/month"), "zh", "59.9元人民币/月"),
        (Quantity.parse("~10E12 parameters"), "zh", "约10万亿参数"),
        (Quantity.parse("20E9..90E9 CNY"), "zh", "200–900亿元人民币"),
        (Share.parse("~36 %"), "en", "about 36%"),
        (Quantity.parse("10E9"), "zh-CN", "100亿"),
        (Quantity.parse("300E6"), "zh", "3亿"),
        (Quantity.parse("1023670E6"), "zh", "10,236.70亿"),
        (Quantity.parse("717.28E9"), "zh", "7,172.8亿"),
        (Quantity.parse("941168E6"), "nl", "941.168 miljoen"),
        (Quantity.parse("1E9"), "de", "1 Milliarde"),
        (Quantity.parse("1.5E9"), "de", "1,5 Milliarden"),
        (Quantity.parse("2E6"), "ru", "2 миллиона"),
        (Quantity.parse("5E6"), "ru", "5 миллионов"),
        (Quantity.parse("20E9..90E9"), "ja", "200–900億"),
        (Quantity.parse("45000"), "nl", "45.000"),
        (Quantity.parse("1E6"), "sw", "1,000,000"),  # which puts the word first
        (Quantity.parse("0.5"), "de", "0,5"),
        (Quantity.parse("1000"), "xx", "1,000"),
    ],
)
def test_units_and_languages(number, language, expected):
    assert number_text(number, language) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2023-04-11", "11 April 2023"),
        ("2023-04", "April 2023"),
        ("2023", "2023"),
        ("201X", "2010s"),
        ("2021-34", "2nd quarter 2021"),
        ("2021-21", "spring 2021"),
        ("2021-22", "summer 2021"),
        ("2021-23?", "autumn 2021 (date uncertain)"),
        ("1999-24", "winter 1999/00"),
        ("2021-40", "first half of 2021"),
        ("2021-41~", "about second half of 2021"),
        ("[2021-33..2021-34]", "between 1st quarter 2021 and 2nd quarter 2021"),
        ("2015~", "about 2015"),
        ("2015?", "2015 (date uncertain)"),
        ("2015-05%", "about May 2015 (date uncertain)"),
        ("[2020-01..2020-04]", "between January 2020 and April 2020"),
        ("[..2020]", "2020 or earlier"),
        ("[2020..]", "2020 or later"),
    ],
)
def test_a_date_is_no_finer_than_it_is_known(text, expected):
    assert date_text(PartialDate.parse(text), "en") == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2023-04-11", "2023年4月11日"),
        ("2023-04", "2023年4月"),
        ("201X", "2010年代"),
        ("2015-05%", "约2015年5月（日期不确定）"),
        ("[2020-01..2020-04]", "2020年1月至2020年4月之间"),
        ("[..2020]", "2020年或更早"),
    ],
)
def test_a_date_in_chinese(text, expected):
    assert date_text(PartialDate.parse(text), "zh") == expected


@pytest.mark.parametrize(
    "text, time, expected",
    [
        ("2021-10", Time.INSTANT, "October 2021"),
        ("2015-05/2023-09-10", Time.STATE, "May 2015 – 10 September 2023"),
        ("2015/..", Time.STATE, "2015 – today"),
        ("2015/", Time.STATE, "from 2015, end not known"),
        ("../2013", Time.STATE, "until 2013"),
        ("2023-04-01/2024-03-31", Time.DURATION, "year to 31 March 2024"),
        ("2023-01-01/2023-12-31", Time.DURATION, "2023"),
        ("2024-10-01/2024-12-31", Time.DURATION, "three months to 31 December 2024"),
        ("2024-04-01/2024-12-31", Time.DURATION, "nine months to 31 December 2024"),
        ("2023-04-01/2024-03-31", Time.STATE, "1 April 2023 – 31 March 2024"),
        ("2023-04-02/2024-04-01", Time.DURATION, "2 April 2023 – 1 April 2024"),
        ("9999-01-01/9999-12-31", Time.DURATION, "1 January 9999 – 31 December 9999"),
    ],
)
def test_a_period_in_words(text, time, expected):
    assert period_text(Period.parse(text), "en", time) == expected


@pytest.mark.parametrize(
    "text, time, expected",
    [
        ("2015/..", Time.STATE, "2015年至今"),
        ("2015/", Time.STATE, "自2015年起，终止时间不详"),
        ("../2013", Time.STATE, "至2013年"),
        ("2023-04-01/2024-03-31", Time.DURATION, "截至2024年3月31日的一年"),
        ("2024-10-01/2024-12-31", Time.DURATION, "截至2024年12月31日的三个月"),
    ],
)
def test_a_period_in_chinese(text, time, expected):
    assert period_text(Period.parse(text), "zh", time) == expected


def test_a_territory_is_called_by_its_name():
    assert territory("CN", "en") == "China"
    assert territory("CN", "zh") == "中国"


@pytest.mark.parametrize("code", ["zh_CN", "zh_CN.UTF-8", "zh_CN.UTF-8@x", "zh_CN@x", "zh-CN"])
def test_a_language_code_becomes_a_tag(code):
    assert language_tag(code) == "zh-CN"
