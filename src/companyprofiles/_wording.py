"""How values and statements are said in one language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import singledispatch
from typing import TYPE_CHECKING, Any, Self

import attrs

from companyprofiles import _words
from companyprofiles._dates import PartialDate
from companyprofiles._entities import Entity
from companyprofiles._format import date_text, number_text, period_text, territory
from companyprofiles._identifiers import EntityId, Identifier
from companyprofiles._messages import LABEL, in_catalog
from companyprofiles._numbers import Number
from companyprofiles._periods import Period
from companyprofiles._property import Property
from companyprofiles._reasons import RULES, Reason
from companyprofiles._statements import Absent, Modality, Statement
from companyprofiles._texts import LanguageMap, Text
from companyprofiles._values import Address, Listing, Ownership, Position, SecurityKind
from companyprofiles._words import _

if TYPE_CHECKING:
    from companyprofiles._profile import Profile

__all__ = ["Wording", "stake"]

SECURITY = "security"
"""Dimension that tells which of a company's securities an identifier is of."""

OF = "of"
"""Dimension that tells by the name of a property what a growth is of."""

LONGEST_SUMMARY = 60
"""Characters of a value in the name of a statement."""


def _is_told_by_time(statement: Statement[Any]) -> bool:
    """Tell whether a period says which statement is meant, as with figures of accounts."""
    is_dated = statement.valid is not None and not statement.absent
    return is_dated and isinstance(statement.value, Number)


@attrs.frozen(eq=False)
class Wording:
    """How values and statements are said in one language, as plain text.

    Without a language they are said in the notation of data files, and entities by their ids.
    """

    language: str = ""
    """BCP 47 tag; empty for the notation of data files."""
    name: Callable[[str], str] = attrs.field(default=str, kw_only=True)
    """Returns what an entity of that id is called."""
    property_label: Callable[[str], str] = attrs.field(default=str, kw_only=True)
    """Returns what a property of that name is called."""
    subject: str = attrs.field(default="", kw_only=True)
    """Id of the entity that goes without saying."""

    @classmethod
    def of(cls, profile: Profile, language: str) -> Self:
        """Return the wording of a profile, which calls its entities by their names."""
        names = {e.id: e.name.best(language).text for e in profile.entities} if language else {}
        props = {s.prop.name: s.prop for s in profile if language}
        labels = {n: in_catalog(LABEL, p.label, language).text for n, p in props.items()}
        return cls(
            language,
            name=lambda name: names.get(name, name),
            property_label=lambda name: labels.get(name, name),
            subject=profile.subject,
        )

    def property_name(self, prop: Property[Any]) -> str:
        """Return what a property is called."""
        return in_catalog(LABEL, prop.label, self.language).text if self.language else prop.name

    def date(self, date: PartialDate) -> str:
        """Return a date."""
        return self.value(date)

    def period(self, statement: Statement[Any]) -> str:
        """Return when a statement held; empty where nothing is said."""
        if statement.valid is None:
            return ""
        if not self.language:
            return str(statement.valid)
        return period_text(statement.valid, self.language, statement.prop.time)

    def value(self, value: Any) -> str:
        """Return a value; an entity by its name, a statement in a line."""
        return _said(value, self) if self.language else str(value)

    def value_of(self, statement: Statement[Any]) -> str:
        """Return a statement's value, or what stands in its place."""
        if statement.absent is not None:
            absent = statement.absent
            return _words.absent(absent, self.language) if self.language else f"({absent})"
        value = statement.value
        if isinstance(value, Identifier) and self.language and not statement.prop.scheme:
            # Nothing else says in which scheme it is.
            return f"{value.scheme}: {value.id}"
        return self.value(value)

    def marks(self, statement: Statement[Any]) -> list[tuple[str, str]]:
        """Return rank, modality and origin where they are not the usual, each with its word."""
        rank, modality = statement.rank, statement.modality
        pairs = (
            (rank.value, _words.rank(rank, self.language)),
            (modality.value, _words.modality(modality, self.language)),
            ("computed", _("computed", self.language) if statement.is_computed else ""),
        )
        return [(value, word) for value, word in pairs if word]

    def dimensions(self, statement: Statement[Any]) -> list[str]:
        """Return what a value is of, in the order in which its property names its dimensions."""
        return [text.text for text in self.dimension_texts(statement)]

    def dimension_texts(self, statement: Statement[Any]) -> list[Text]:
        """Return the same as texts, which know what language they are in."""
        given = statement.dimensions
        names = (name for name in statement.prop.dimensions if name in given)
        return [self.dimension_text(name, given[name]) for name in names]

    def reason(self, reason: Reason) -> str:
        """Return why two statements compare as they do, in a sentence."""
        if not self.language:
            return str(reason)
        parts = map(self._part, reason.parts)
        return _(RULES[reason.rule][1], self.language).format(*parts)

    def _part(self, part: Any) -> str:
        if isinstance(part, Absent):
            return _words.absent(part, self.language)
        if isinstance(part, Modality):
            return _words.modality(part, self.language) or _("asserted", self.language)
        # The reasons' own words are in the catalog; what the data says is not.
        is_word = isinstance(part, str) and not isinstance(part, EntityId)
        return _(part, self.language) if is_word else self.value(part)

    def dimension(self, name: str, value: str) -> str:
        """Return what a dimension's value is called: an entity by name, a security by kind.

        A property is called by its label, where a growth is of it. Other values are looked up among
        the common ones of the vocabulary, and else stay as they are written.
        """
        if name == SECURITY and value in set(SecurityKind):
            return _words.security_kind(SecurityKind(value), self.language)
        if name == OF:
            return self.property_label(value)
        called = self.name(value)
        return _words.dimension(value, self.language) if called == value else called

    def dimension_text(self, name: str, value: str) -> Text:
        """Return what a dimension's value is called; one that nobody translated is in English.

        A value that is not written in ASCII is in whatever language its author writes.
        """
        called = self.dimension(name, value)
        return Text(called, "en" if called == value and value.isascii() else "und")

    def summary(self, value: Any) -> str:
        """Return a few words that tell a value from others of its property."""
        if isinstance(value, Ownership):
            return self.name(value.party)
        if isinstance(value, Position):
            return self.name(value.holder)
        return self.value(value)

    def label(self, statement: Statement[Any], *, valued: bool = True) -> str:
        """Return a name for a statement that tells it from others, such as a link needs.

        Such as ``M6: Parameters, October 2021``, ending in ``(deprecated)`` where it is.

        Args:
            statement: The statement.
            valued: Whether to add the value, where nothing else tells it from others.
        """
        text = self.property_name(statement.prop)
        is_own = statement.subject == self.subject
        if not is_own:
            text = _words.of(self.name(statement.subject), text, self.language)
        if valued and not statement.absent and not _is_told_by_time(statement):
            known = self.summary(statement.value).rstrip(".。")
            if len(known) > LONGEST_SUMMARY:
                known = f"{known[:LONGEST_SUMMARY].rsplit(' ', 1)[0]} …"
            text = _words.of(text, known, self.language) if is_own else f"{text} {known}"
        if period := self.period(statement):
            text = _words.listed((text, period), self.language)
        if statement.is_deprecated:
            text += _words.aside(_words.rank(statement.rank, self.language), self.language)
        return text

    def named(self, statement: Statement[Any]) -> str:
        """Return a name for a statement with its value, as a link to what is elsewhere needs."""
        name = self.label(statement)
        if not _is_told_by_time(statement):
            return name
        return _words.of(name, self.summary(statement.value), self.language)

    def computation(self, statement: Statement[Any], inputs: Sequence[Statement[Any]]) -> str:
        """Return how a value is computed, such as ``Sum of 2 CNY; 3 CNY``."""
        parts = _words.derivation(
            statement.derived_by, self.language, [self.value_of(found) for found in inputs]
        )
        between = _("; ", self.language)
        return "".join(part if isinstance(part, str) else between.join(part) for part in parts)

    def statement(self, statement: Statement[Any]) -> str:
        """Return a whole statement in a line: what, of what, when, and the value."""
        parts = [self.name(statement.subject), self.property_name(statement.prop)]
        parts += self.dimensions(statement)
        parts.append(self.period(statement))
        about = _words.listed(parts, self.language)
        words = _words.listed((word for _value, word in self.marks(statement)), self.language)
        marks = _words.aside(words, self.language) if words else ""
        return _words.of(about, self.value_of(statement), self.language) + marks


@singledispatch
def _said(value: Any, wording: Wording) -> str:
    """Return a value in a language; of a type that is not known, its text."""
    return str(value)


@_said.register
def _text(value: Text, wording: Wording) -> str:
    kind = _words.text_kind(value.kind, wording.language)
    return value.text + _words.aside(kind, wording.language) if kind else value.text


@_said.register
def _language_map(value: LanguageMap, wording: Wording) -> str:
    return value.best(wording.language).text


@_said.register
def _date(value: PartialDate, wording: Wording) -> str:
    return date_text(value, wording.language)


@_said.register
def _period(value: Period, wording: Wording) -> str:
    return period_text(value, wording.language)


@_said.register
def _number(value: Number, wording: Wording) -> str:
    return number_text(value, wording.language)


@_said.register
def _identifier(value: Identifier, wording: Wording) -> str:
    return value.id


@_said.register
def _entity(value: EntityId, wording: Wording) -> str:
    return wording.name(value)


@_said.register
def _thing(value: Entity, wording: Wording) -> str:
    return value.name.best(wording.language).text


@_said.register
def _statement(value: Statement, wording: Wording) -> str:  # type: ignore[type-arg]
    return wording.statement(value)


@_said.register
def _position(value: Position, wording: Wording) -> str:
    role = value.role.best(wording.language).text if value.role else ""
    return _words.listed((wording.name(value.holder), role), wording.language)


@_said.register
def _ownership(value: Ownership, wording: Wording) -> str:
    parts = (wording.name(value.party), stake(value, wording.language))
    return _words.listed(parts, wording.language)


@_said.register
def _listing(value: Listing, wording: Wording) -> str:
    security = value.security.id if value.security else ""
    parts = (_words.security_kind(value.kind, wording.language), value.currency, security)
    about = _words.aside(_words.listed(parts, wording.language), wording.language)
    return f"{value.exchange}: {value.ticker}{about}"


@_said.register
def _address(value: Address, wording: Wording) -> str:
    country = territory(value.country, wording.language)
    parts = (*value.lines, value.city, value.region, value.postal_code, country)
    # Mostly lines of an address as it is written, in whatever language that is.
    return ", ".join(part for part in parts if part)


def stake(value: Ownership, language: str) -> str:
    """Return how large a part is and by what right it is held; empty where nothing is said."""
    parts = []
    if value.share is not None:
        parts.append(number_text(value.share, language))
    if value.votes is not None:
        parts.append(_("%s of the votes", language) % number_text(value.votes, language))
    if right := _words.interest(value.interest, language):
        parts.append(right)
    if value.direct is not None:
        parts.append(
            _("held directly", language) if value.direct else _("held indirectly", language)
        )
    return _words.listed(parts, language)
