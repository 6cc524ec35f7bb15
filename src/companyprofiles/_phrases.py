"""The phrases in which figures are printed: one pattern of them, and what a match of it says.

A phrase is a figure with the words around it: a hedge (*over*, 约), a currency, a percent sign.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from companyprofiles._currencies import CURRENCIES
from companyprofiles._numerals import (
    CHINESE,
    CHINESE_DIGIT,
    CHINESE_UNIT,
    DIGITS,
    END,
    ENGLISH,
    MAGNITUDE,
    plain_numerals,
    read_chinese,
    read_digits,
    read_english,
    worth,
)

__all__ = ["SHARED_SIGNS", "as_read", "ends", "hedge", "pattern", "percentage", "scale", "unit"]

HEDGES = {
    "most": (
        "no more than|not more than|at most|up to|(?:a )?maximum of",
        "不超过|不多于|不高于|至多|最多(?:可达)?|≤|<=",
        "or less|or fewer|or below",
        "及?以下|以内|之内",
    ),
    "below": ("less than|fewer than|under|below", "不到|不足|低于|少于|小于|未满|<", "", ""),
    "least": (
        "no less than|no fewer than|not less than|at least|(?:a )?minimum of",
        "不少于|不低于|不下于?|至少|最少|≥|>=|上(?=[百千万亿])",
        "or more|or above|and above",
        "及?以上",
    ),
    "over": (
        "more than|over|north of|above|exceed(?:s|ed|ing)?|in excess of|upwards of|greater than",
        "超过|超出|超|逾|多于|高于|大于|突破|(?<![通经不])过(?=[半十百千万亿])|破(?=[0-9十百千万亿])|>",
        "plus",
        r"\+(?![0-9A-Za-z])|多|有?余",
    ),
    "near": (
        "nearly|almost|close to|just under|approaching",
        "将近|[接逼]近|(?<![最附邻])近",
        "",
        "",
    ),
    "about": (
        r"about|around|roughly|approximately|approx\.?|circa|ca\.|some|an estimated",
        r"大约|大概|(?<![合契预签])约|≈|(?<![0-9%万亿])(?<![0-9%万亿]\s)~",
        "or so",
        "左右|上下",
    ),
    "order": (
        "(?:of|on|in) the order of",
        "",
        "level|class|scale|order of magnitude",
        "数?量级|级|规模",
    ),
}
"""By kind: English words and other signs before a figure, then those after it."""

PRINTED = {
    "CNY": "rmb|yuan|renminbi|人民币|元",
    "USD": "us$|us dollar|美元|美金",
    "HKD": "hk$|hk dollar|hong kong dollar|港元|港币",
    "TWD": "nt$|new taiwan dollar|新台币",
    "SGD": "s$|singapore dollar|新加坡元",
    "AUD": "a$|australian dollar|澳元",
    "CAD": "c$|canadian dollar|加元",
    "EUR": "€|euro|欧元",
    "GBP": "£|pound|英镑",
    "JPY": "yen|日元|円",
    "KRW": "₩|korean won|韩元",
    "INR": "₹|rupee|卢比",
    "CHF": "swiss franc|瑞士法郎|瑞郎",
    "RUB": "₽|ruble|rouble|卢布",
    "$": "$|dollar",
    "¥": "¥",
}
CURRENCY_SIGNS = {sign: code for code, signs in PRINTED.items() for sign in signs.split("|")}
"""What is printed for a currency; signs that several share stand for themselves."""
SHARED_SIGNS = {"$": ("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD"), "¥": ("CNY", "JPY")}
"""Currencies that share a sign, the likeliest first."""
WORDS_LIKE_CODES = frozenset({"ALL", "CUP", "TOP", "TRY"})
PART_NAMES = "half third quarter fifth sixth seventh eighth ninth tenth fourth"
PARTS = dict(zip(PART_NAMES.split(), (*range(2, 11), 4), strict=True))
HALF = Decimal("0.5")

SAME = (
    {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F) if chr(full) not in "！，：；？"}
    | dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000"), ord(" "))
    | dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212"), ord("-"))
    | str.maketrans("’￥萬億兩點數幾餘級規過將約於參", "'¥万亿两点数几余级规过将约于参")
)
"""Characters that are read as others: full width, kinds of space and dash, traditional ones."""

# Parts of the pattern; letters match in either case.

START, NEVER = "(?<![A-Za-z])", "(?!)"
MONTH = (
    "(?-i:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
YEAR = "(?:19|20)[0-9]{2}(?![0-9])"
NO_FIGURE = rf"(?![0-9]|[.,][0-9]|\s?(?:%|percent|{MAGNITUDE}|[{CHINESE_UNIT}]))"
DATE = rf"""(?:
    {YEAR}\s?[财学]?年(?:\s?[0-9]{{1,2}}\s?月(?:\s?[0-9]{{1,2}}\s?[日号])?)?
  | [0-9]{{1,2}}\s?月(?:\s?[0-9]{{1,2}}\s?[日号])? | [0-9]{{1,2}}\s?[日号](?!元)
  | [{CHINESE_DIGIT}]{{4}}年 | [{CHINESE_DIGIT}十]{{1,3}}[月日号](?!元)
  | (?:19|20)[0-9]{{2}}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}}(?![0-9])
  | [0-9]{{1,2}}[-/.][0-9]{{1,2}}[-/.](?:[0-9]{{4}}|[0-9]{{2}})(?![0-9])
  | (?:19|20)[0-9]{{2}}-(?:0[1-9]|1[0-2])(?![0-9])
  | {YEAR}\s?[-/]\s?(?:(?:19|20)?[0-9]{{2}})(?![0-9])
  | {YEAR}\s(?:fiscal|financial|annual)
  | [0-9]{{1,2}}:[0-9]{{2}}
  | {MONTH}\s[0-9]{{1,2}}(?:st|[nr]d|th)?(?:,?\s{YEAR})?{NO_FIGURE} | {MONTH},?\s{YEAR}
  | [0-9]{{1,2}}(?:st|[nr]d|th)?\s(?:of\s)?{MONTH}{END}(?:,?\s{YEAR})?
  | {START}(?:in|since|by|until|till|during|before|after|early|early\sas|mid|late|fiscal|year
      |fy|q[1-4]|h[12])[\s-]{YEAR}{NO_FIGURE}
  )"""
"""Dates, and years that are called so."""

_SIGNS = "|".join(sorted(map(re.escape, CURRENCY_SIGNS), key=len, reverse=True))
_CODES = "|".join(sorted(CURRENCIES - WORDS_LIKE_CODES))
SIGN = rf"(?:{START}(?:(?:{_SIGNS})s?{END}(?![素老旦])|(?-i:{_CODES}){END}))"
SCALE = rf"(?:{MAGNITUDE}(?:s|n|en|e)?{END})"
SCALES = rf"(?:{SCALE}(?:[\s-]{SCALE}){{,3}})"
PLURAL = rf"(?:(?:ten|dozen|hundred|thousand|million|billion|trillion)s{END})"
SHORT = "(?:k|mn|mln|m|bn|bln|b|tn|trn|t)(?![A-Za-z0-9])"
UNITS = f"[{CHINESE_UNIT}]{{1,4}}"
MEASURE = "[个家款名人位次项倍种台辆座间条户件所岁股篇]"
PERCENT = rf"(?:%|(?:percent|per\scent|pct|percentage\spoints?){END}|个?百分点)"
TENTHS = "成(?![立为果本功员交都熟长])"
NAMELESS = r"""(?<![A-Za-z0-9_第])(?<![0-9][.,'])
    (?:(?<![A-Za-z]-)|(?=[0-9.]+(?-i:[BT])(?![A-Za-z0-9])))"""
"""Before digits that are no part of a name; but M6-10T names its ten trillion."""
_PARTS = "|".join(PARTS)
FRACTION = rf"""(?:
    {START}(?:two|three|four|five|six|seven|eight|nine)[\s-](?:{_PARTS})s{END}
  | {START}(?:an?|one)[\s-](?:{_PARTS}){END}(?=\sof{END}|\s*(?:[^\w\s]|$))
  | {START}(?<!first\s)(?<!second\s)half{END}(?![\s-]?(?:an?|year|hour|day){END})
  | (?<![0-9/.,])[0-9]{{1,2}}/[0-9]{{1,2}}(?![0-9/])
  | (?:一半|半数|(?<=[过近超逾])半(?![年导径天月小]))
  | (?:[百千]|[{CHINESE_DIGIT}十]{{1,3}})分之(?:{DIGITS}|{CHINESE}|[{CHINESE_DIGIT}十百]{{1,3}})
  )"""
FIGURE = rf"""(?:
    (?P<fraction>{FRACTION})
  | {START}(?P<half>half[\s-]an?[\s-](?:{SCALES}|dozen{END}))
  | {START}(?P<several>(?:several|an?\sfew|an?\scouple(?:\sof)?){END}
        (?:[\s-](?:of\s)?(?:{SCALE}|{PLURAL})){{,3}})
  | {START}(?<!in\s)(?P<many>{PLURAL}(?:[\s-]of[\s-]{PLURAL})?|multi-?{SCALES})
  | {START}(?P<english>{ENGLISH})(?P<and_half>\sand\sa\shalf{END}(?:[\s-]{SCALE})?)?
  | {START}(?<!in\s)(?P<bare>{SCALES})
  | (?(sign)|{NAMELESS})(?!{DATE})(?P<digits>{DIGITS})(?:
        (?:\s?(?P<more>[多余])(?=[{CHINESE_UNIT}]))?\s?(?P<units>{UNITS}(?:{DIGITS}{UNITS}){{,3}})
      | [\s-]?(?P<scale>{SCALES}) | (?(sign)\s?|)(?P<short>{SHORT})
      | (?![A-Za-z_]|-[A-Za-z]{END}) | (?=(?-i:[A-Z]{{3}}){END}) )
  | (?P<teens>十几[万亿兆]{{,3}})
  | (?P<several_zh>[数几]以?{UNITS})
  | (?<!第)(?P<chinese>{CHINESE}(?:{DIGITS}{UNITS}){{,3}}
        | [{CHINESE_DIGIT}]{{1,9}}(?=\s?(?:{MEASURE}|{TENTHS})))
        (?:(?P<more_zh>[多余])(?P<units_zh>[万亿兆]{{1,3}}))?
  | (?P<bare_zh>[{CHINESE_UNIT}][万亿兆]{{1,3}} | (?<=[逾近上超过破约足到少于达]){UNITS}
        | {UNITS}(?=元?级|量|个?参数|规模))
  )"""


@cache
def pattern() -> re.Pattern[str]:
    """Return the pattern of a date, to be skipped, or of a phrase."""
    before, after = _hedges("before", 0, START), _hedges("after", 2, "")
    return re.compile(
        rf"""(?P<date>{DATE})
        | (?:(?:{before})\s{{,2}})? (?P<minus>(?<![\w)%])-)? (?:(?P<sign>{SIGN})\s?)? {FIGURE}
          (?: \s?(?P<percent>{PERCENT}) | (?P<tenths>{TENTHS}) | [\s-]?(?P<unit>{SIGN}) )?
          (?: [\s-]?(?:{MEASURE}\s?)?(?:{after}) )?""",
        re.VERBOSE | re.IGNORECASE,
    )


def _hedges(place: str, n: int, start: str) -> str:
    """Return the part of the pattern for hedges before or after a figure."""
    return "|".join(
        f"(?P<{place}_{kind}>{start}(?:{words[n] or NEVER}){END}|{words[n + 1] or NEVER})"
        for kind, words in HEDGES.items()
    ).replace(" ", r"\s")


def as_read(text: str) -> str:
    """Return *text* for the pattern, every character in its place."""
    return plain_numerals(text).translate(SAME)


def hedge(phrase: re.Match[str]) -> str:
    """Return the kind of hedge by a figure, the one before it first."""
    if phrase["more"] or phrase["more_zh"]:
        return "over"
    said = phrase.groupdict()
    places = (f"{place}_{kind}" for place in ("before", "after") for kind in HEDGES)
    return next((place.partition("_")[2] for place in places if said[place]), "")


def scale(phrase: re.Match[str]) -> str:
    """Return the scale word behind digits."""
    return phrase["scale"] or phrase["short"] or phrase["units"] or ""


def unit(phrase: re.Match[str]) -> tuple[str, str]:
    """Return the unit of a figure, and the sign printed if several currencies share it."""
    if phrase["percent"] or phrase["tenths"] or phrase["fraction"]:
        return "%", ""
    printed = phrase["sign"] or phrase["unit"] or ""
    name = printed.lower()
    code = CURRENCY_SIGNS.get(name) or CURRENCY_SIGNS.get(name.removesuffix("s"), printed)
    return (SHARED_SIGNS[code][0], code) if code in SHARED_SIGNS else (code, "")


def ends(phrase: re.Match[str], *, decimal_comma: bool) -> tuple[Decimal, Decimal] | None:
    """Return the least value of a figure, and the end below which it lies.

    The two are equal where one value is printed.

    Returns:
        None if it turns out to be no figure.
    """
    order = hedge(phrase) in {"", "order"}
    if text := phrase["several"] or phrase["several_zh"]:
        return 2 * worth(text), 10 * worth(text)
    if text := phrase["many"]:
        size = 10 if text.lower().startswith(("ten", "dozen", "hundred")) else 1000
        return 2 * worth(text), size * worth(text)
    if text := phrase["teens"]:
        return worth(text) * 11 / 10, 2 * worth(text)
    if text := phrase["bare"] or phrase["bare_zh"]:
        if phrase["bare"] and phrase["sign"]:
            return None  # "RMB million" heads a table
        return worth(text), (10 if order else 1) * worth(text)
    value = _value(phrase, decimal_comma=decimal_comma)
    if value is None:
        return None
    if hedge(phrase) == "order" and value == Decimal(1).scaleb(value.adjusted()):
        return value, 10 * value
    return value, value


def _value(phrase: re.Match[str], *, decimal_comma: bool) -> Decimal | None:
    if text := phrase["fraction"]:
        return percentage(text.lower())
    if text := phrase["half"]:
        return worth(text) / 2
    if text := phrase["english"]:
        value = read_english(text)
        rest = phrase["and_half"]
        return (value + HALF) * worth(rest) if value is not None and rest else value
    if text := phrase["chinese"]:
        value = read_chinese(text, decimal_comma=decimal_comma)
        times = worth(phrase["units_zh"] or "")
    elif phrase["units"]:
        value = read_chinese(phrase["digits"] + phrase["units"], decimal_comma=decimal_comma)
        times = Decimal(1)
    else:
        value = read_digits(phrase["digits"], decimal_comma=decimal_comma)
        times = worth(scale(phrase))
    if value is None:
        return None
    if phrase["tenths"]:
        times *= 10
    return value * (-times if phrase["minus"] else times)


def percentage(fraction: str) -> Decimal | None:
    """Read a part of a whole in percent: *two thirds*, ``2/3``, 三分之二, 百分之三十六, 一半.

    Returns:
        None if it is no part of a whole, such as ``24/7``.
    """
    if "半" in fraction or fraction.endswith("half"):
        return Decimal(50)
    if "分之" in fraction:
        below, _, above = fraction.partition("分之")
        if below == "百":
            return read_chinese(above)
        part, whole = read_chinese(above), read_chinese(below)
    elif "/" in fraction:
        part, whole = map(Decimal, fraction.split("/"))
    else:
        word, name = re.split(r"[\s-]", fraction)
        part, whole = read_english(word) or Decimal(1), Decimal(PARTS[name.removesuffix("s")])
    if part is None or whole is None or not 0 < part < whole:
        return None
    return (100 * part / whole).quantize(Decimal("0.01"))
