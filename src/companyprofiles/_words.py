"""The words that do not come from data, in every language that the message catalog has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import Formatter
from typing import TypeVar

from companyprofiles._derivation import Derivation
from companyprofiles._entities import EntityKind
from companyprofiles._messages import catalog_of
from companyprofiles._reasons import N_, Verdict
from companyprofiles._sources import SourceKind
from companyprofiles._statements import Absent, Modality, Rank
from companyprofiles._texts import TextKind
from companyprofiles._values import Interest, SecurityKind

__all__ = [
    "_",
    "absent",
    "aside",
    "derivation",
    "dimension",
    "entity_kind",
    "interest",
    "listed",
    "modality",
    "ngettext",
    "of",
    "rank",
    "security_kind",
    "source_kind",
    "text_kind",
    "unit",
    "verdict",
]

T = TypeVar("T")

DIMENSION_VALUES = frozenset(
    {
        N_("accuracy"),
        N_("acquirer"),
        N_("agreed"),
        N_("announced"),
        N_("announcer"),
        N_("app"),
        N_("assistant professor"),
        N_("bachelor"),
        N_("base model"),
        N_("basic"),
        N_("claimant"),
        N_("completed"),
        N_("context"),
        N_("continued pre-training"),
        N_("cornerstone"),
        N_("daily active"),
        N_("diluted"),
        N_("in use"),
        N_("input"),
        N_("investor"),
        N_("launch"),
        N_("lead"),
        N_("master"),
        N_("monthly active"),
        N_("output"),
        N_("paper"),
        N_("paying"),
        N_("PhD"),
        N_("post-money"),
        N_("pre-money"),
        N_("public"),
        N_("registered"),
        N_("reported"),
        N_("respondent"),
        N_("seller"),
        N_("service"),
        N_("technical team"),
        N_("test"),
        N_("unveiled"),
        N_("website"),
        N_("weekly active"),
        N_("weights"),
    }
)
"""Values of dimensions that many profiles have, in English."""


def _(message: str, language: str) -> str:
    """Return a message in a language; in English where the catalog lacks it."""
    return catalog_of(language).gettext(message)


def ngettext(one: str, many: str, number: int, language: str) -> str:
    """Return the form of a message that goes with a number, by the rules of a language."""
    return catalog_of(language).ngettext(one, many, number)


def listed(parts: Iterable[str | None], language: str) -> str:
    """Return texts in a row, without those that are empty, as a language separates them."""
    return _(", ", language).join(filter(None, parts))


def of(name: str, text: str, language: str) -> str:
    """Return a name and what is said of it."""
    return name + _(": ", language) + text


def aside(text: str, language: str) -> str:
    """Return what stands in brackets behind something."""
    return _(" (%s)", language) % text


def rank(value: Rank, language: str) -> str:
    """Return what a rank is called beside a value; nothing for the usual one."""
    return {
        Rank.PREFERRED: _("preferred", language),
        Rank.NORMAL: "",
        Rank.DEPRECATED: _("deprecated", language),
    }[value]


def modality(value: Modality, language: str) -> str:
    """Return what a modality is called beside a value; nothing for the usual one."""
    return {
        Modality.ASSERTED: "",
        Modality.CLAIMED: _("claimed", language),
        Modality.PLANNED: _("planned", language),
        Modality.ESTIMATED: _("estimated", language),
        Modality.OPINION: _("opinion", language),
        Modality.DENIED: _("denied", language),
    }[value]


def verdict(value: Verdict, language: str) -> str:
    """Return what a verdict is called before its reason."""
    return {
        Verdict.AGREES: _("agrees", language),
        Verdict.REFINES: _("refines", language),
        Verdict.INCOMPARABLE: _("incomparable", language),
        Verdict.RESTATES: _("restates", language),
        Verdict.CONFLICTS: _("conflicts", language),
    }[value]


def absent(value: Absent, language: str) -> str:
    """Return what stands in the place of a value that is not there."""
    return {
        Absent.UNKNOWN: _("not known", language),
        Absent.NONE: _("none", language),
        Absent.WITHHELD: _("not disclosed", language),
    }[value]


def derivation(
    value: Derivation | None, language: str, inputs: Sequence[T]
) -> list[str | Sequence[T]]:
    """Return how a value is computed: words, and among them the inputs that stand there."""
    words = {
        None: _("Computed from {0}", language),
        Derivation.SUM: _("Sum of {0}", language),
        Derivation.DIFFERENCE: _("{0} less {1}", language),
        Derivation.PRODUCT: _("Product of {0}", language),
        Derivation.QUOTIENT: _("{0} divided by {1}", language),
        Derivation.AVERAGE: _("Average of {0}", language),
        Derivation.GROWTH: _("Growth from {0} to {1}", language),
        Derivation.SHARE: _("{0} as a part of {1}", language),
        Derivation.CONVERSION: _("{0} converted at {1}", language),
    }[value]
    places = (inputs[:1], inputs[1:]) if "{1}" in words else (inputs,)
    found: list[str | Sequence[T]] = []
    for text, place, _spec, _conversion in Formatter().parse(words):
        found += [text] if text else []
        found += [places[int(place)]] if place is not None else []
    return found


def text_kind(value: TextKind, language: str) -> str:
    """Return how a text came into its language; nothing where it was written so."""
    return {
        TextKind.ORIGINAL: "",
        TextKind.TRANSLATION: _("translation", language),
        TextKind.TRANSLITERATION: _("transliteration", language),
    }[value]


def source_kind(value: SourceKind, language: str) -> str:
    """Return what a kind of source is called."""
    return {
        SourceKind.SELF_DECLARATION: _("by the company itself", language),
        SourceKind.OFFICIAL_REGISTER: _("official register", language),
        SourceKind.REGULATORY_FILING: _("regulatory filing", language),
        SourceKind.COURT: _("court", language),
        SourceKind.PRESS: _("press", language),
        SourceKind.THIRD_PARTY: _("third party", language),
        SourceKind.PRIMARY_RESEARCH: _("primary research", language),
    }[value]


def entity_kind(value: EntityKind, language: str) -> str:
    """Return what a kind of entity is called."""
    return {
        EntityKind.LEGAL_ENTITY: _("company or other legal entity", language),
        EntityKind.GROUP: _("group of companies", language),
        EntityKind.UNIT: _("part of an organisation", language),
        EntityKind.BRAND: _("brand", language),
        EntityKind.PERSON: _("person", language),
        EntityKind.PRODUCT: _("product", language),
        EntityKind.PLACE: _("place", language),
        EntityKind.EVENT: _("event", language),
    }[value]


def security_kind(value: SecurityKind, language: str) -> str:
    """Return what a kind of security is called."""
    return {
        SecurityKind.SHARE: _("shares", language),
        SecurityKind.ADS: _("American depositary shares", language),
        SecurityKind.BOND: _("bonds", language),
    }[value]


def interest(value: Interest, language: str) -> str:
    """Return what a right to a part of a company is called; nothing for the usual one."""
    return {
        Interest.SHAREHOLDING: "",
        Interest.VOTING_RIGHTS: _("voting rights", language),
        Interest.CONTRACT: _("by contract", language),
        Interest.BOARD_APPOINTMENT: _("right to appoint to the board", language),
    }[value]


def unit(name: str, language: str) -> str:
    """Return what a unit is called; a code, or a unit that the catalog lacks, stays as it is."""
    known = {
        "people": _("people", language),
        "customers": _("customers", language),
        "users": _("users", language),
        "orders": _("orders", language),
        "shares": _("shares", language),
        "parameters": _("parameters", language),
        "tokens": _("tokens", language),
        "month": _("month", language),
        "year": _("year", language),
        # English texts write the codes as well as we do.
        "CNY": _("CNY", language),
        "EUR": _("EUR", language),
        "GBP": _("GBP", language),
        "HKD": _("HKD", language),
        "JPY": _("JPY", language),
        "KRW": _("KRW", language),
        "TWD": _("TWD", language),
        "USD": _("USD", language),
    }
    return known.get(name, name)


def dimension(value: str, language: str) -> str:
    """Return what a common value of a dimension is called; any other stays as it is."""
    return _(value, language) if value in DIMENSION_VALUES else value
