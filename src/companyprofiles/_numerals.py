"""Numerals as people write them: digits with separators, Chinese numerals, English words.

Every number keeps the digits that were written: ``1.571 trillion`` is ``1.571E12`` and 3 亿 is
``3E8``, so that the last digit tells how far it was rounded.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

__all__ = [
    "plain_numerals",
    "read_chinese",
    "read_digits",
    "read_english",
    "uses_decimal_comma",
    "worth",
]

COMMA_LANGUAGES = (
    "az be bg bs ca cs da de el es et eu fi fr gl hr hu hy id is it ka kk lb lt lv mk nb nl nn "
    "no pl pt ro ru sk sl sq sr sv tr uk uz vi"
)
"""Languages that write a comma before the decimals, and none between thousands."""
POINT_REGIONS = (
    "de-ch de-li es-cu es-do es-gt es-hn es-mx es-ni es-pa es-pe es-pr es-sv es-us it-ch"
)
"""Regions where they write a point."""
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: n for n, word in enumerate(ONES.split())} | {
    word: 10 * n for n, word in enumerate(TENS.split(), 2)
}
MAGNITUDES = {
    1: "ten 十",
    2: "hundred 百",
    3: "thousand k 千",
    4: "万",
    5: "lakh",
    6: "million m mn mln mio",
    7: "crore",
    8: "亿",
    9: "billion milliard b bn bln mrd",
    12: "trillion t tn trn 兆",
}
POWERS = {word: power for power, words in MAGNITUDES.items() for word in words.split()}
"""Powers of ten that words stand for, in today's English and Chinese."""
HUNDRED, THOUSAND, MYRIAD = 100, 1000, 4

CHINESE_DIGIT = "零〇一二两三四五六七八九"
CHINESE_UNIT = "十百千万亿兆"
FIGURES = dict(zip(CHINESE_DIGIT, "001223456789", strict=True))
FORMAL_NUMERAL = re.compile("[壹贰貳叁肆伍陆陸柒捌玖][零壹贰貳叁肆伍陆陸柒捌玖拾佰仟万萬亿億]+")
"""A number in the characters of registers and contracts, which cannot be altered easily."""
PLAIN_DIGITS = str.maketrans("壹贰貳叁肆伍陆陸柒捌玖拾佰仟", "一二二三四五六六七八九十百千")

# Parts of verbose patterns.

DIGITS = r"""(?>(?:
    [0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?               # 1,234,567.8
  | [0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?      # 12,34,567.8
  | [0-9]{1,3}(?:[ '][0-9]{3})+(?:[.,][0-9]+)?          # 1 234 567,8
  | [0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+                    # 1.234.567,8
  | [0-9]{1,3}(?:\.[0-9]{3}){2,}                        # 1.234.567
  | [0-9]+(?:[.,][0-9]+)?                               # 1234567.8
  )(?:E[+-]?[0-9]{1,2})?)(?![0-9]|[.,'][0-9])"""
"""A number in digits, its groups parted in one way."""

MAGNITUDE = r"(?:hundred|thousand|million|billion|trillion|lakh|crore|milliard|mio|mrd)"
END = "(?![A-Za-z])"
"""End of an English word, also before a Chinese one."""
_WORD = f"(?:{'|'.join(sorted(SMALL, key=len, reverse=True))}){END}"
_AND = rf"(?:[\s-]and(?=[\s-]{_WORD}(?:[\s-]{_WORD})?(?![\s-]%s)))?"
"""Joins *two hundred and fifty*, but not *one million and two million*."""
_NEXT = rf"""(?:hundred{END}{_AND % "hundred"}|{MAGNITUDE}{END}{_AND % MAGNITUDE}
    |dozen{END}|{_WORD})"""
ENGLISH = rf"""(?:(?:an?(?=[\s-](?:{MAGNITUDE}|dozen){END})|(?!one\sof{END}){_WORD})
    (?:[\s-]{_NEXT})*)"""
CHINESE = rf"""(?:(?:[{CHINESE_DIGIT}]{{1,2}}[{CHINESE_UNIT}]|十[万亿]{{,2}}[{CHINESE_DIGIT}])
        [{CHINESE_DIGIT}{CHINESE_UNIT}]{{,30}}(?:点[{CHINESE_DIGIT}]{{1,9}}[{CHINESE_UNIT}]{{,4}})?
    | [{CHINESE_DIGIT}]点[{CHINESE_DIGIT}]{{1,9}}[{CHINESE_UNIT}]{{,4}})"""
"""A Chinese numeral with a unit or a decimal point; single digits are everywhere in a text."""


def plain_numerals(text: str) -> str:
    """Write 壹佰万, as registers and contracts do, as 一百万, each character in its place."""
    return FORMAL_NUMERAL.sub(lambda run: run[0].translate(PLAIN_DIGITS), text)


def uses_decimal_comma(lang: str) -> bool:
    """Whether a language writes the comma before the decimals."""
    tag = lang.lower()
    language = tag.partition("-")[0]
    return language in COMMA_LANGUAGES.split() and tag not in POINT_REGIONS.split()


def worth(text: str) -> Decimal:
    """Multiply the magnitudes named: *hundreds of billions* is ``1E11``, 万亿 ``1E12``."""
    product = Decimal(1)
    for word in _magnitudes().findall(text.lower()):
        product *= 12 if word == "dozen" else Decimal(f"1E{POWERS[word]}")
    return product


def read_digits(text: str, *, decimal_comma: bool = False) -> Decimal:
    """Read digits with separators.

    A separator that comes twice, or before another kind, parts groups. One that comes once, before
    three digits, does so too if it is the language's own: the comma, or with *decimal_comma* the
    point.

    Args:
        text: What :data:`DIGITS` matches.
        decimal_comma: Whether the language writes ``1,5`` for one and a half.
    """
    digits, mark, exponent = text.upper().partition("E")
    figures = digits.replace(" ", "").replace("'", "")
    if "," in figures and "." in figures:
        group = min(",.", key=figures.index)
    elif figures.count(",") > 1 or figures.count(".") > 1:
        group = "," if "," in figures else "."
    else:
        group = "." if decimal_comma else ","
        before, _, after = figures.partition(group)
        if figures != digits or len(after) != 3 or before == "0":  # noqa: PLR2004
            group = " "
    return Decimal(figures.replace(group, "").replace(",", ".") + mark + exponent)


def read_chinese(text: str, *, decimal_comma: bool = False) -> Decimal | None:
    """Read a Chinese numeral, which may have digits in it, as in ``1亿2000万``.

    Returns:
        None if it is no numeral.
    """
    if "点" in text:
        return _read_point(text)
    total, section, number = Decimal(0), Decimal(0), Decimal(0)
    last_power, room = 0, MYRIAD
    for token in _chinese_tokens().findall(text):
        power = POWERS.get(token, 0)
        if power >= MYRIAD:
            section = _add(section, number)
            if power > last_power:  # 一万亿, 3万5千亿: times all that stands before
                total = (_add(total, section) or Decimal(1)).scaleb(power)
            elif section:  # 1亿2000万
                total = _add(total, section.scaleb(power))
            else:
                return None
            section, number, last_power, room = Decimal(0), Decimal(0), power, MYRIAD
        elif power:
            if power >= room:
                return None
            section = _add(section, (number or 1) * Decimal(10**power))
            number, room = Decimal(0), power
        elif token[0] not in FIGURES:
            number = read_digits(token, decimal_comma=decimal_comma)
        else:
            figure = token.lstrip("零〇")
            if len(figure) != 1 or (figure != token and not total + section):
                return None
            number = Decimal(FIGURES[figure])
    return _add(total, _add(section, number))


def _read_point(text: str) -> Decimal | None:
    """Read a numeral with 点 before its decimals, as in 三点五亿."""
    head, _, tail = text.partition("点")
    decimals = tail.rstrip(CHINESE_UNIT)
    whole = Decimal(FIGURES[head]) if head in FIGURES else read_chinese(head)
    if whole is None:
        return None
    fraction = "".join(FIGURES[figure] for figure in decimals)
    return Decimal(f"{whole:f}.{fraction}") * worth(tail)


def read_english(text: str) -> Decimal | None:
    """Read English number words: *twenty-seven*, *two hundred and fifty thousand*, *a dozen*.

    Returns:
        None if the words do not make one number, as in *twenty twenty*.
    """
    total, section, room, last_power = Decimal(0), 0, THOUSAND, 99
    for word in re.split(r"[\s-]", text.lower()):
        if word in SMALL:
            small = SMALL[word]
            if small >= room or (section and not small):
                return None
            section, room = section + small, 10 if small >= 20 else 1  # noqa: PLR2004
        elif word in {"hundred", "dozen"}:
            if section >= HUNDRED or (word == "dozen" and total):
                return None
            size = HUNDRED if word == "hundred" else 12
            section, room = (section or 1) * size, size
        elif word in POWERS:
            if not section and total:  # a hundred thousand million
                total = total.scaleb(POWERS[word])
            elif POWERS[word] < last_power:
                total = _add(total, Decimal(section or 1).scaleb(POWERS[word]))
            else:
                return None
            section, room, last_power = 0, THOUSAND, POWERS[word]
    return _add(total, Decimal(section))


def _add(a: Decimal, b: Decimal) -> Decimal:
    """Add, but let a zero take no digits away from ``3E8``."""
    return a + b if a and b else a or b


@cache
def _magnitudes() -> re.Pattern[str]:
    words = "|".join(sorted([*POWERS, "dozen"], key=len, reverse=True))
    return re.compile(rf"(?<![a-z])({words})(?:s|n|en|e)?(?![a-z])")


@cache
def _chinese_tokens() -> re.Pattern[str]:
    return re.compile(rf"{DIGITS}|[{CHINESE_DIGIT}]+|[{CHINESE_UNIT}]", re.VERBOSE)
