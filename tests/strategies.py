"""Builders of arbitrary values, statements and whole profiles, for Hypothesis.

Examples are the same in every run. ``HYPOTHESIS_PROFILE=explore`` looks further, at random.
"""

import os
from decimal import Decimal
from functools import cache
from string import ascii_uppercase, digits
from typing import Any

import attrs
from hypothesis import settings
from hypothesis import strategies as st
from stdnum.iso7064 import mod_97_10

from companyprofiles import (
    Address,
    AddressKind,
    Coverage,
    Derivation,
    Entity,
    EntityId,
    EntityKind,
    Identifier,
    Interest,
    LanguageMap,
    Listing,
    Modality,
    Money,
    Ownership,
    PartialDate,
    Period,
    Position,
    Profile,
    Property,
    Quantity,
    Rank,
    Reference,
    Resolution,
    SecurityKind,
    Share,
    Source,
    SourceKind,
    Statement,
    Text,
    TextKind,
    Time,
    Topic,
    Url,
    vocabulary,
)
from companyprofiles._countries import COUNTRIES
from companyprofiles._currencies import CURRENCIES
from companyprofiles._edtf import PARTS_OF_YEAR
from companyprofiles._property import VALUE_TYPES
from companyprofiles._texts import BIDIRECTIONAL, FORBIDDEN_CATEGORIES

settings.register_profile(
    "repeatable", derandomize=True, database=None, deadline=None, max_examples=60
)
settings.register_profile("explore", database=None, deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


def examples(factor: float, **options: Any) -> settings:
    """Return settings for so many times the usual number of examples."""
    return settings(max_examples=int(factor * settings.default.max_examples), **options)


MARKUP = (
    "<script>alert(1)</script>",
    "<b>&amp;</b>",
    "`x`_ |y| :role:`z` **w**",
    ".. raw:: html",
    "{{ x }} {% y %} ${z} %(w)s",
    "[link](javascript:alert(1))",
    '"; DROP TABLE statements; --',
)
"""Texts that mean something to somebody else; to us they are texts."""

# Letters and numbers as data may hold them.

slugs = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,5}){0,2}", fullmatch=True)
property_names = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True).map("own_{}".format)
characters = st.characters(
    exclude_categories=sorted(FORBIDDEN_CATEGORIES), exclude_characters=sorted(BIDIRECTIONAL)
)
sentences = st.sampled_from(MARKUP) | st.text(characters, min_size=1, max_size=30).filter(str.strip)
languages = st.sampled_from(["en", "zh", "zh-Hans", "zh-Hant-HK", "pt-BR", "es-419", "und"])
language_maps = st.dictionaries(languages, sentences, min_size=1, max_size=4).map(LanguageMap)
texts = st.builds(Text, sentences, languages, kind=st.sampled_from(TextKind))
urls = st.from_regex(
    r"https?://[a-z]{1,8}\.example(:[0-9]{2,4})?(/[a-z0-9._~%&=?-]{0,9}){0,3}", fullmatch=True
)

# Dates.

marks = st.sampled_from(["", "", "~", "?", "%"])
days = st.dates().map(str)
plain_dates = days | days.map(lambda day: day[:7]) | days.map(lambda day: day[:4])
decades = st.integers(0, 999).map("{:03}X".format)
parts_of_year = st.builds(
    "{:04}-{}".format, st.integers(1, 9999), st.sampled_from(sorted(PARTS_OF_YEAR))
)
marked_dates = st.tuples(plain_dates | decades | parts_of_year, marks).map("".join)


@st.composite
def ranges(draw: st.DrawFn) -> str:
    """Draw one of ``[2020-01..2020-04]``, ``[..2020]`` and ``[2020..]``."""
    first, last = sorted(
        [draw(plain_dates), draw(plain_dates)], key=lambda text: PartialDate.parse(text).earliest
    )
    return draw(st.sampled_from([f"[{first}..{last}]", f"[..{last}]", f"[{first}..]"]))


date_texts = marked_dates | ranges()
dates = date_texts.map(PartialDate.parse)


@st.composite
def intervals(draw: st.DrawFn, *, closed: bool = False) -> Period:
    """Draw an interval; both its ends are dates if it is to be *closed*."""
    first, last = sorted([draw(marked_dates), draw(marked_dates)], key=_earliest)
    forms = [f"{first}/{last}"]
    if not closed:
        forms += [f"{first}/..", f"{first}/", f"../{last}", f"/{last}"]
    return Period.parse(draw(st.sampled_from(forms)))


def _earliest(text: str) -> Any:
    return PartialDate.parse(text).earliest


periods = date_texts.map(Period.parse) | intervals()
periods_of = {
    Time.STATE: periods,
    Time.INSTANT: date_texts.map(Period.parse),
    Time.DURATION: date_texts.map(Period.parse) | intervals(closed=True),
}

# Numbers.

digit_strings = st.from_regex(
    r"-?[0-9]{1,14}(\.[0-9]{1,9})?(E(-?[0-9]|[+]?[12][0-9]))?", fullmatch=True
)
percentages = st.decimals(0, 100, places=2).map("{:f}".format) | st.integers(0, 100).map(str)
units = st.sampled_from(["users", "people", "km²", "%", "CNY", "", "m/s [sic]", "人"])


@st.composite
def numbers(
    draw: st.DrawFn,
    kind: type[Any] = Quantity,
    figures: st.SearchStrategy[str] = digit_strings,
    unit: st.SearchStrategy[str] = units,
) -> Any:
    """Draw a number of any form that the grammar has."""
    low, amount, high = sorted([draw(figures) for _ in range(3)], key=Decimal)
    forms = [
        {"amount": amount},
        {"amount": amount, "lower": low, "upper": high},
        {"lower": low, "lower_exclusive": draw(st.booleans())},
        {"upper": high, "upper_exclusive": draw(st.booleans())},
        {
            "lower": low,
            "upper": high,
            "lower_exclusive": draw(st.booleans()),
            "upper_exclusive": draw(st.booleans()),
        },
    ]
    form = draw(st.sampled_from(forms))
    return kind(**form, unit=draw(unit), approximate=draw(st.booleans()))


quantities = numbers()
prices = st.tuples(st.sampled_from(sorted(CURRENCIES)), st.sampled_from(["", "/month", "/share"]))
money = numbers(Money, unit=prices.map("".join))
shares = numbers(Share, percentages, st.just("%"))

# Identifiers.

letters = st.text(digits + ascii_uppercase, min_size=18, max_size=18)
leis = letters.map(lambda text: text + mod_97_10.calc_check_digits(text))
identifiers_of = {
    "lei": leis,
    "isin": st.sampled_from(["US01609W1027", "US0378331005", "DE0007164600"]),
    "cusip": st.sampled_from(["01609W102", "037833100"]),
    "cik": st.integers(0, 10**10 - 1).map("{:010}".format),
    "uscc": st.sampled_from(["91350100M000100Y43", "91110000600037341L"]),
    "wikidata": st.integers(1, 10**9).map("Q{}".format),
    "opencorporates": st.sampled_from(["us_de/2923466", "pl/0000011687", "gb/SC129785"]),
    "elf": st.from_regex(r"[A-Z0-9]{4}", fullmatch=True),
    "figi": st.sampled_from(["BBG000B9XRY4", "BBG000BLNQ16"]),
    "GB-COH": st.from_regex(r"[!-~]([ -~]{0,10}[!-~])?", fullmatch=True),
}
identifiers = st.sampled_from(sorted(identifiers_of)).flatmap(
    lambda scheme: identifiers_of[scheme].map(lambda text: Identifier(scheme, text))
)

# Records. Those that name others are drawn for the ids that there are.

tickers = st.from_regex(r"[0-9A-Z][0-9A-Z.&/-]{0,5}", fullmatch=True)
listings = st.builds(
    Listing,
    exchange=st.from_regex(r"[A-Z0-9]{4}", fullmatch=True),
    ticker=tickers,
    security=st.none() | identifiers,
    kind=st.sampled_from(SecurityKind),
    currency=st.sampled_from(["", *sorted(CURRENCIES)]),
)
addresses = st.builds(
    Address,
    country=st.sampled_from(sorted(COUNTRIES)),
    lines=st.lists(sentences, max_size=2),
    city=st.none() | sentences,
    postal_code=st.none() | sentences,
    kind=st.sampled_from(AddressKind),
)
sources = st.builds(
    Source,
    slugs,
    title=language_maps,
    kind=st.sampled_from(SourceKind),
    publisher=st.none() | sentences,
    published=st.none() | dates,
    url=st.none() | urls,
    lang=st.none() | languages,
    mirror=st.booleans(),
)
entities = st.builds(
    Entity,
    slugs,
    st.sampled_from(EntityKind),
    name=language_maps,
    same_as=st.lists(identifiers, max_size=2),
    profile=st.none() | slugs,
)


@st.composite
def own_properties(draw: st.DrawFn) -> Property[Any]:
    """Draw a property as a profile may define it for itself."""
    kind = draw(st.sampled_from(sorted(VALUE_TYPES)))
    return Property(
        draw(property_names),
        kind,
        label=draw(language_maps),
        description=draw(language_maps),
        topic=draw(st.sampled_from(Topic)),
        time=draw(st.sampled_from(Time)),
        single=draw(st.booleans()),
        requires_valid=draw(st.booleans()),
        dimensions=tuple(draw(st.lists(property_names, max_size=2, unique=True))),
        unit=draw(st.sampled_from(["", "parameters"])) if kind == "quantity" else "",
        scheme=draw(st.sampled_from(["", *identifiers_of])) if kind == "identifier" else "",
        rising=draw(st.booleans()),
        tolerance=draw(st.sampled_from([Decimal(0), Decimal("0.02")])),
        inverse=draw(st.sampled_from(["", "owned_by"])),
    )


@cache
def references(
    source_ids: tuple[str, ...], entity_ids: tuple[str, ...]
) -> st.SearchStrategy[tuple[Reference, ...]]:
    """Return a strategy for one or two references to some of the sources."""
    reference = st.builds(
        Reference,
        st.sampled_from(source_ids),
        st.none() | sentences,
        quote=st.none() | texts,
        as_printed=st.none() | sentences,
        retrieved=st.none() | dates,
        attributed_to=st.none() | st.sampled_from(entity_ids),
        anonymous=st.booleans(),
    )
    return st.lists(reference, min_size=1, max_size=2).map(tuple)


def values(prop: Property[Any], entity_ids: tuple[str, ...] = ("acme",)) -> st.SearchStrategy[Any]:
    """Return a strategy for values that *prop* may have."""
    if prop.value_type is Identifier:
        if not prop.scheme:
            return identifiers
        return identifiers_of[prop.scheme].map(lambda text: Identifier(prop.scheme, text))
    if prop.value_type is Quantity and prop.unit:
        return numbers(unit=st.just(prop.unit))
    return values_of_types(entity_ids)[prop.value_type]


@cache
def values_of_types(entity_ids: tuple[str, ...]) -> dict[type[Any], st.SearchStrategy[Any]]:
    """Return a strategy for the values of each type but identifiers."""
    ids = st.sampled_from(entity_ids).map(EntityId)
    return {
        Text: texts,
        LanguageMap: language_maps,
        PartialDate: dates,
        Quantity: quantities,
        Money: money,
        Share: shares,
        EntityId: ids,
        Url: urls.map(Url),
        Position: st.builds(Position, holder=ids, role=st.none() | language_maps),
        Listing: listings,
        Ownership: st.builds(
            Ownership,
            party=ids,
            share=st.none() | shares,
            votes=st.none() | shares,
            interest=st.sampled_from(Interest),
            direct=st.none() | st.booleans(),
        ),
        Address: addresses,
    }


VOCABULARY = tuple(getattr(vocabulary, name) for name in vocabulary.__all__)


@st.composite
def statements(
    draw: st.DrawFn,
    props: tuple[Property[Any], ...] = VOCABULARY,
    source_ids: tuple[str, ...] = ("report",),
    entity_ids: tuple[str, ...] = ("acme",),
) -> Statement[Any]:
    """Draw a statement of one of *props*, by default of the whole vocabulary."""
    prop = draw(st.sampled_from(props))
    absent = draw(st.sampled_from([None, None, None, "unknown", "none", "withheld"]))
    rank = draw(st.sampled_from(Rank))
    is_explained = absent is not None or rank is Rank.DEPRECATED
    has_period = prop.requires_valid or draw(st.booleans())
    segments = draw(st.lists(sentences, max_size=len(prop.dimensions)))
    return Statement(
        prop=prop,
        value=None if absent else draw(values(prop, entity_ids)),
        absent=absent,
        subject=draw(st.sampled_from(["", *entity_ids])),
        valid=draw(periods_of[prop.time]) if has_period else None,
        dimensions=dict(zip(prop.dimensions, segments, strict=False)),
        rank=rank,
        modality=draw(st.sampled_from(Modality)),
        because=draw(language_maps) if is_explained else None,
        note=draw(st.none() | language_maps),
        key=draw(st.none() | slugs),
        references=draw(references(source_ids, entity_ids)),
    )


MONEY, PERCENT = (vocabulary.REVENUE, "CNY"), (vocabulary.GROWTH, "%")
COMPUTED = {
    Derivation.PRODUCT: (MONEY, (vocabulary.MARKET_SHARE, "%"), MONEY),
    Derivation.QUOTIENT: (
        (vocabulary.LIST_PRICE, "CNY/share"),
        MONEY,
        (vocabulary.SHARES_OUTSTANDING, "shares"),
    ),
    Derivation.GROWTH: (PERCENT, MONEY, MONEY),
    Derivation.SHARE: (PERCENT, MONEY, MONEY),
    Derivation.CONVERSION: (
        MONEY,
        (vocabulary.REVENUE, "USD"),
        (vocabulary.EXCHANGE_RATE, "CNY/USD"),
    ),
}
"""A value and what it is computed from, where that is not money alone."""
FIGURES = {Money: digit_strings, Quantity: digit_strings, Share: percentages}


@st.composite
def computations(
    draw: st.DrawFn,
    subject: str = "acme",
    source_ids: tuple[str, ...] = ("report",),
    entity_ids: tuple[str, ...] = ("acme",),
) -> list[Statement[Any]]:
    """Draw figures with keys, and at the end one that says how it is computed from them.

    Whether it follows from them is left to chance.
    """
    how = draw(st.sampled_from(Derivation))
    kinds = COMPUTED.get(how, (MONEY,) * draw(st.integers(3, 5)))
    keys = tuple(f"input-{number}" for number in range(1, len(kinds)))
    computed: Any = {"key": "computed", "derived_from": keys, "derived_by": how}
    return [
        Statement(
            prop=prop,
            value=draw(numbers(prop.value_type, FIGURES[prop.value_type], st.just(unit))),
            subject=subject,
            valid=str(2000 + number),
            references=draw(references(source_ids, entity_ids)),
            **({"key": f"input-{number}"} if number else computed),
        )
        for number, (prop, unit) in reversed(list(enumerate(kinds)))
    ]


@st.composite
def coverages(
    draw: st.DrawFn,
    props: tuple[Property[Any], ...],
    source_ids: tuple[str, ...],
    entity_ids: tuple[str, ...],
) -> Coverage:
    """Draw how far a profile goes with one of *props*."""
    is_complete = draw(st.booleans())
    searched = st.lists(st.sampled_from(source_ids), min_size=not is_complete, max_size=2)
    return Coverage(
        prop=draw(st.sampled_from(props)).name,
        subject=draw(st.sampled_from(["", *entity_ids])),
        complete_as_of=draw(dates) if is_complete else None,
        references=draw(references(source_ids, entity_ids)) if is_complete else (),
        looked_in=draw(searched),
        note=draw(st.none() | language_maps),
    )


@st.composite
def resolutions(draw: st.DrawFn, keys: tuple[str, ...]) -> Resolution:
    """Draw a decision between statements of at least two of *keys*."""
    chosen = draw(st.lists(st.sampled_from(keys), min_size=2, max_size=3, unique=True))
    return Resolution(
        statements=chosen,
        preferred=draw(st.none() | st.sampled_from(chosen)),
        because=draw(language_maps),
        on=draw(dates),
        by=draw(st.none() | sentences),
    )


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Draw a profile in which everything fits together."""
    things = draw(st.lists(entities, min_size=1, max_size=3, unique_by=lambda e: e.id))
    documents = draw(st.lists(sources, min_size=1, max_size=3, unique_by=lambda s: s.id))
    own = draw(st.lists(own_properties(), max_size=2, unique_by=lambda p: p.name))
    subject = things[0].id
    names = (
        (*VOCABULARY, *own),
        tuple(source.id for source in documents),
        tuple(entity.id for entity in things),
    )
    stated = draw(
        st.lists(
            statements(*names),
            max_size=6,
            unique_by=(
                lambda s: attrs.evolve(s, subject=s.subject or subject).id,
                lambda s: s.key or object(),
            ),
        )
    )
    taken = {attrs.evolve(s, subject=s.subject or subject).id for s in stated}
    taken |= {s.key for s in stated if s.key}
    figures = draw(st.just([]) | computations(subject, *names[1:]))
    if taken.isdisjoint(name for s in figures for name in (s.id, s.key)):
        stated += figures
    keys = tuple(s.key for s in stated if s.key)
    return Profile(
        id=draw(slugs),
        subject=subject,
        data_cut_off=draw(st.none() | dates),
        licence=draw(st.none() | sentences),
        languages=tuple(draw(st.lists(languages, max_size=2))),
        maintainers=tuple(draw(st.lists(sentences, max_size=2))),
        fiscal_year_end=draw(st.sampled_from([None, "--03-31", "--12-31"])),
        note=draw(st.none() | language_maps),
        properties=tuple(own),
        entities=tuple(things),
        sources=tuple(documents),
        statements=tuple(stated),
        coverage=tuple(draw(st.lists(coverages(*names), max_size=2))),
        resolutions=tuple(draw(st.lists(resolutions(keys), max_size=1)) if len(keys) > 1 else ()),
    )


json_data: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=12,
)
"""Anything that JSON can hold, and NaN."""
