"""The things that statements are about."""

from __future__ import annotations

import attrs

from companyprofiles._choices import Choice
from companyprofiles._identifiers import Identifier, as_identifier, check_slug
from companyprofiles._in_words import InWords
from companyprofiles._texts import LanguageMap

__all__ = ["Entity", "EntityKind"]


class EntityKind(Choice):
    """What kind of thing an entity is."""

    LEGAL_ENTITY = "legal_entity"
    """A company or other body that a register knows."""
    GROUP = "group"
    """Several legal entities under one control."""
    UNIT = "unit"
    """A part of an organisation without a legal personality of its own (W3C ORG)."""
    BRAND = "brand"
    """A name under which something is sold."""
    PERSON = "person"
    """A natural person."""
    PRODUCT = "product"
    """Something that is made or offered, a model or a service."""
    PLACE = "place"
    """A city, country or other place."""
    EVENT = "event"
    """Something that happened, such as a round, a deal or a launch."""


@attrs.frozen
class Entity(InWords):
    """A thing that statements are about; whatever is known of it are statements."""

    id: str = attrs.field(converter=check_slug)
    """Its id, unique in the profile."""
    kind: EntityKind = attrs.field(converter=EntityKind)
    """What kind of thing it is."""
    name: LanguageMap = attrs.field(kw_only=True, converter=LanguageMap)
    """What pages call it; its names with their sources are statements."""
    same_as: tuple[Identifier, ...] = attrs.field(default=(), kw_only=True)
    """The same thing in the lists of others."""
    profile: str | None = attrs.field(
        default=None, kw_only=True, converter=attrs.converters.optional(check_slug)
    )
    """Id of the company profile that says more about it, installed or not."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "same_as", tuple(map(as_identifier, self.same_as)))

    def __str__(self) -> str:
        return str(self.name)
