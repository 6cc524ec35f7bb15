"""The words of a company's page that do not come from its data, in one place for translators."""

from __future__ import annotations

from sphinx.locale import get_translation

from companyprofiles._entities import EntityKind
from companyprofiles._statements import Absent, Modality, Rank, SourceKind
from companyprofiles._texts import TextKind

__all__ = ["CATALOG", "_", "absent", "entity_kind", "modality", "rank", "source_kind", "text_kind"]

CATALOG = "companyprofiles"
"""Name of the message catalog."""

_translate = get_translation(CATALOG)


def _(message: str) -> str:
    """Return a message in the language of the site, at once: Sphinx's own may answer later."""
    return str(_translate(message))


def capital(text: str) -> str:
    """Return a text as the beginning of a line."""
    return text[:1].upper() + text[1:]


def rank(value: Rank) -> str:
    """Return what a rank is called beside a value; nothing for the usual one."""
    return {
        Rank.PREFERRED: _("preferred"),
        Rank.NORMAL: "",
        Rank.DEPRECATED: _("deprecated"),
    }[value]


def modality(value: Modality) -> str:
    """Return what a modality is called beside a value; nothing for the usual one."""
    return {
        Modality.ASSERTED: "",
        Modality.CLAIMED: _("claimed"),
        Modality.PLANNED: _("planned"),
        Modality.ESTIMATED: _("estimated"),
        Modality.OPINION: _("opinion"),
        Modality.DENIED: _("denied"),
    }[value]


def absent(value: Absent) -> str:
    """Return what stands in the place of a value that is not there."""
    return {
        Absent.UNKNOWN: _("not known"),
        Absent.NONE: _("none"),
        Absent.WITHHELD: _("not disclosed"),
    }[value]


def text_kind(value: TextKind) -> str:
    """Return how a text came into its language; nothing where it was written so."""
    return {
        TextKind.ORIGINAL: "",
        TextKind.TRANSLATION: _("translation"),
        TextKind.TRANSLITERATION: _("transliteration"),
    }[value]


def source_kind(value: SourceKind) -> str:
    """Return what a kind of source is called."""
    return {
        SourceKind.SELF_DECLARATION: _("by the company itself"),
        SourceKind.OFFICIAL_REGISTER: _("official register"),
        SourceKind.REGULATORY_FILING: _("regulatory filing"),
        SourceKind.COURT: _("court"),
        SourceKind.PRESS: _("press"),
        SourceKind.THIRD_PARTY: _("third party"),
        SourceKind.PRIMARY_RESEARCH: _("primary research"),
    }[value]


def entity_kind(value: EntityKind) -> str:
    """Return what a kind of entity is called."""
    return {
        EntityKind.LEGAL_ENTITY: _("company or other legal entity"),
        EntityKind.GROUP: _("group of companies"),
        EntityKind.UNIT: _("part of an organisation"),
        EntityKind.BRAND: _("brand"),
        EntityKind.PERSON: _("person"),
        EntityKind.PRODUCT: _("product"),
        EntityKind.PLACE: _("place"),
        EntityKind.EVENT: _("event"),
    }[value]
