"""Numbers and dates in words: as precise as the data, and no more.

Every function is pure: the same value in the same language always gives the same text.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from companyprofiles import _words
from companyprofiles._dates import PartialDate, Precision
from companyprofiles._numbers import Number
from companyprofiles._periods import End, Period
from companyprofiles._property import Time
from companyprofiles._words import _
from companyprofiles.errors import MissingLibraryError

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["date_text", "language_tag", "number_text", "period_text", "territory"]

LOCALES = {"en": "en_GB"}
"""Locale of a language that is given without a country: 11 April 2023, not April 11, 2023."""

SCALES = {
    "en": ((12, " trillion"), (9, " billion"), (6, " million")),
    "zh": ((12, "万亿"), (8, "亿"), (4, "万")),
}
"""Words for powers of ten, largest first; those of other languages are Unicode's."""

SCALE = re.compile(r"0(\s?[^\W\d].*)")
"""What Unicode writes for a number of one figure before a word; after it, none is taken."""
SMALLEST_SCALE = 4
"""Power of ten from which a word may stand for it."""

MONTHS_IN_YEAR = 12

SINOGRAMS = "\u2e80"
"""Where the blocks of Chinese characters begin."""


def language_tag(language: str) -> str:
    """Return a language code of Sphinx or POSIX as a BCP 47 tag: ``zh_CN.UTF-8`` is ``zh-CN``."""
    return language.partition(".")[0].partition("@")[0].replace("_", "-")


def is_language(tag: str) -> bool:
    """Tell whether a BCP 47 tag is of a language whose dates and numbers can be written.

    Raises:
        MissingLibraryError: Babel is not installed.
    """
    return _known(tag) is not None


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    return _known(language) or _locale("en-GB")


def _known(language: str) -> Locale | None:
    try:
        from babel import Locale, UnknownLocaleError
    except ImportError as error:
        raise MissingLibraryError("Babel", "writing values in a language", "languages") from error
    try:
        return Locale.parse(LOCALES.get(language, language).replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        return None


def number_text(number: Number, language: str) -> str:
    """Return a number with its bounds and its unit, such as ``more than 45 million users``."""
    text = _figures(number, language)
    if number.approximate:
        text = _("about %s", language) % text
    unit, slash, per = number.unit.partition("/")
    if unit == "%":
        return f"{text}%"
    unit = _words.unit(unit, language)
    if slash:
        parts = {"unit": unit, "what": _words.unit(per, language)}
        unit = _("%(unit)s per %(what)s", language) % parts
    # Chinese puts no space before a word that is Chinese too.
    return f"{text}{'' if unit[:1] > SINOGRAMS else ' '}{unit}".rstrip()


def _figures(number: Number, language: str) -> str:
    low, high = number.lower, number.upper
    if number.amount is not None:
        text = "".join(_scaled(number.amount, language))
        return f"{text} ({_range(low, high, language)})" if low is not None else text
    if high is None:
        words = (
            _("more than %s", language) if number.lower_exclusive else _("at least %s", language)
        )
        return words % "".join(_scaled(low, language))
    if low is None:
        words = _("less than %s", language) if number.upper_exclusive else _("at most %s", language)
        return words % "".join(_scaled(high, language))
    if not number.lower_exclusive and not number.upper_exclusive:
        return _range(low, high, language)
    least = _("more than %s", language) if number.lower_exclusive else _("at least %s", language)
    most = _("less than %s", language) if number.upper_exclusive else _("at most %s", language)
    return _("%(least)s and %(most)s", language) % {
        "least": least % "".join(_scaled(low, language)),
        "most": most % "".join(_scaled(high, language)),
    }


def _range(low: Decimal | None, high: Decimal | None, language: str) -> str:
    (least, small), (most, large) = _scaled(low, language), _scaled(high, language)
    return f"{least}–{most}{large}" if small == large else f"{least}{small} – {most}{large}"


def _scaled(amount: Decimal | None, language: str) -> tuple[str, str]:
    """Write an amount with the digits it was given in: a figure, and a word for its scale.

    ``941168E6`` is 941,168 million and ``717.28E9`` is 717.28 billion: the word is chosen so that
    no digit is lost and no zero is added that the source did not print.
    """
    if amount is None:
        return "", ""
    exponent = int(amount.as_tuple().exponent)
    scales = (*_scales(language), (0, ""))
    fitting = [scale for scale in scales if abs(amount) >= Decimal(10) ** scale[0]] or [(0, "")]
    exact = [scale for scale in fitting if scale[0] >= exponent]
    power, word = exact[-1] if exact else fitting[0]
    figure = amount.scaleb(-power)
    if power > exponent and exponent % 3 == 0 and figure == figure.to_integral_value():
        # Written as 300 million: in 亿 its zeros would turn into decimals that nobody printed.
        figure = figure.to_integral_value()
    return _digits(figure, language), _inflected(power, word, figure, language)


def _scales(language: str) -> tuple[tuple[int, str], ...]:
    """Return words for powers of ten, largest first, as they stand beside most numbers."""
    own = SCALES.get(language.partition("-")[0])
    return _unicode_scales(language, "other") if own is None else own


def _inflected(power: int, word: str, figure: Decimal, language: str) -> str:
    """Return the word for a power of ten in the form that it has beside a number."""
    if not word or language.partition("-")[0] in SCALES:
        return word
    form = _locale(language).plural_form(abs(figure))
    return dict(_unicode_scales(language, form)).get(power, word)


@lru_cache(maxsize=64)
def _unicode_scales(language: str, form: str) -> tuple[tuple[int, str], ...]:
    formats = _locale(language).compact_decimal_formats
    patterns = (formats.get("long") or formats["short"]).get(form, {})
    found = {
        len(power) - 1: match[1]
        for power, pattern in patterns.items()
        if (match := SCALE.fullmatch(pattern.pattern)) and len(power) > SMALLEST_SCALE
    }
    return tuple(sorted(found.items(), reverse=True))


def _digits(number: Decimal, language: str) -> str:
    text = f"{number:,f}".replace("-", "−")
    locale = _locale(language)
    from babel.numbers import get_decimal_symbol, get_group_symbol

    group, decimal = get_group_symbol(locale), get_decimal_symbol(locale)
    return text.translate({ord(","): group, ord("."): decimal})


@lru_cache(maxsize=4096)
def date_text(date: PartialDate, language: str) -> str:
    """Return a date as finely as it is known, such as ``about April 2023``."""
    if date.precision is Precision.RANGE:
        text = _date_range(date, language)
    elif date.precision is Precision.DECADE:
        text = _("%ss", language) % date.earliest.year
    elif date.precision in (Precision.SEASON, Precision.HALF):
        text = _part_of_year(date, language)
    else:
        text = _day(date.earliest, date.precision, language)
    if date.approximate:
        text = _("about %s", language) % text
    return _("%s (date uncertain)", language) % text if date.uncertain else text


def _day(day: dt.date, precision: Precision, language: str) -> str:
    locale = _locale(language)
    from babel.dates import format_date, format_skeleton

    if precision is Precision.DAY:
        return str(format_date(day, "long", locale=locale))
    skeleton = {Precision.MONTH: "yMMMM", Precision.QUARTER: "yQQQQ"}.get(precision, "y")
    return str(format_skeleton(skeleton, day, locale=locale))


def _part_of_year(date: PartialDate, language: str) -> str:
    """Name a season or a half of a year, for which locales have no words."""
    year = date.earliest.year
    words = {
        (Precision.SEASON, 3): _("spring %s", language),
        (Precision.SEASON, 6): _("summer %s", language),
        (Precision.SEASON, 9): _("autumn %s", language),
        (Precision.SEASON, 12): _("winter %s", language),
        (Precision.HALF, 1): _("first half of %s", language),
        (Precision.HALF, 7): _("second half of %s", language),
    }[date.precision, date.earliest.month]
    # A winter goes on into the next year.
    return words % (
        year if date.earliest.month < MONTHS_IN_YEAR else f"{year}/{(year + 1) % 100:02}"
    )


def _date_range(date: PartialDate, language: str) -> str:
    """Read ``[2020-01..2020-04]`` out: one day between two dates; either may be missing."""
    start, _dots, end = date.text.strip("[]").partition("..")
    first = date_text(PartialDate.parse(start), language) if start else ""
    last = date_text(PartialDate.parse(end), language) if end else ""
    if not first:
        return _("%s or earlier", language) % last
    if not last:
        return _("%s or later", language) % first
    return _("between %(first)s and %(last)s", language) % {"first": first, "last": last}


@lru_cache(maxsize=4096)
def period_text(period: Period, language: str, time: Time = Time.STATE) -> str:
    """Return a period, such as ``2015 – today`` or, for accounts, ``year to 31 March 2024``."""
    if period.at is not None:
        return date_text(period.at, language)
    if time is Time.DURATION and (named := _accounting_period(period, language)):
        return named
    start = date_text(period.start, language) if isinstance(period.start, PartialDate) else ""
    end = date_text(period.end, language) if isinstance(period.end, PartialDate) else ""
    if not start:
        return _("until %s", language) % end
    if period.end is End.OPEN:
        return _("%s – today", language) % start
    if not end:
        return _("from %s, end not known", language) % start
    return f"{start} – {end}"


def _accounting_period(period: Period, language: str) -> str:
    """Name a period of whole months by its last day, which is how accounts do."""
    start, end = period.start, period.end
    if not isinstance(start, PartialDate) or not isinstance(end, PartialDate):
        return ""
    day_after = end.latest + dt.timedelta(days=1) if end.latest < dt.date.max else end.latest
    if start.earliest.day != 1 or day_after.day != 1 or start.uncertain or end.uncertain:
        return ""
    if period.months == MONTHS_IN_YEAR and day_after.month == 1:
        return date_text(PartialDate.parse(f"{end.latest.year:04}"), language)
    words = {
        3: _("three months to %s", language),
        6: _("six months to %s", language),
        9: _("nine months to %s", language),
        12: _("year to %s", language),
    }.get(period.months or 0)
    return words % _day(end.latest, Precision.DAY, language) if words else ""


def territory(code: str, language: str) -> str:
    """Return what a country or territory is called, by its ISO 3166-1 code."""
    return str(_locale(language).territories.get(code, code))
