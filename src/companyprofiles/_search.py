"""Comparing a text with every name, identifier and ticker of profiles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from companyprofiles._dates import PartialDate
from companyprofiles._identifiers import Identifier
from companyprofiles._matches import Match, MatchKind
from companyprofiles._profile import Profile
from companyprofiles._property import Topic
from companyprofiles._statements import Statement
from companyprofiles._texts import LanguageMap, Text
from companyprofiles._values import Listing
from companyprofiles.errors import InvalidValueError

__all__ = ["search_profiles"]

TOPICS = frozenset({Topic.NAMES, Topic.IDENTIFIERS})
"""Topics of the properties that name something."""

LEAST_LIKENESS = 0.7
"""How alike two texts are at least, from 0 to 1, where one may be a misspelling of the other."""
LONGEST_FUZZY = 80
"""Characters of the longest text that is taken for a misspelling; longer ones take too long."""


@attrs.frozen(kw_only=True)
class Name:
    """Something that can be found."""

    company: str
    entity: str | None
    text: str
    lang: str | None
    found_in: str
    forms: tuple[str, ...] = ()
    """Other ways to write it."""
    statement: Statement[Any] | None = None

    def match(self, kind: MatchKind) -> Match:
        """Return it as what was found."""
        said = self.statement
        return Match(
            company=self.company,
            entity=self.entity,
            text=self.text,
            lang=self.lang,
            kind=kind,
            found_in=self.found_in,
            statement=said.anchor if said else None,
            former=said is not None and _has_ended(said),
            deprecated=said is not None and said.is_deprecated,
        )


def search_profiles(text: str, profiles: Iterable[Profile]) -> tuple[Match, ...]:
    """Find companies and entities in some profiles, as ``search`` does in those installed."""
    wanted = _folded(text)
    if not wanted:
        raise InvalidValueError("a text to search for", text)
    names = [name for profile in profiles for name in _names(profile)]
    found = [
        (kind, 0.0, name) for name in names if (kind := _fit(wanted, (name.text, *name.forms)))
    ] or list(_alike(wanted, names))
    kinds = list(MatchKind)

    def order(result: tuple[MatchKind, float, Name]) -> tuple[object, ...]:
        kind, likeness, name = result
        match = name.match(kind)
        return (
            kinds.index(kind),
            match.deprecated,
            match.former,
            -likeness,
            match.entity is not None,
            len(match.text),
            match.statement is None,
            (match.company, match.entity or "", match.text, match.found_in),
        )

    return _once(name.match(kind) for kind, _likeness, name in sorted(found, key=order))


def _names(profile: Profile) -> Iterator[Name]:
    """Yield every name in a profile, those that statements have last."""

    def named(entity: str, text: str, found_in: str, **fields: Any) -> Name:
        about = None if entity == profile.subject else entity
        fields.setdefault("lang", None)
        return Name(company=profile.id, entity=about, text=text, found_in=found_in, **fields)

    yield named(profile.subject, profile.id, "id")
    for entity in profile.entities:
        for lang, text in entity.name.items():
            yield named(entity.id, text, "name", lang=lang)
        for identifier in entity.same_as:
            yield named(entity.id, identifier.id, "same_as", forms=(str(identifier),))
        if entity.id not in (profile.id, profile.subject):
            yield named(entity.id, entity.id, "id")
    for statement in profile.statements:
        if statement.prop.topic in TOPICS and not statement.absent:
            for text, lang, *forms in _texts(statement.value):
                fields = {"lang": lang, "forms": tuple(forms), "statement": statement}
                yield named(statement.subject, text, statement.prop.name, **fields)


def _texts(value: object) -> Iterator[tuple[Any, ...]]:
    """Yield the texts of a value, each with its language and other ways to write it."""
    if isinstance(value, Text):
        yield value.text, value.lang
    elif isinstance(value, LanguageMap):
        yield from ((text, lang) for lang, text in value.items())
    elif isinstance(value, Identifier):
        yield value.id, None, str(value)
    elif isinstance(value, Listing):
        yield value.ticker, None, str(value)


def _has_ended(statement: Statement[Any]) -> bool:
    valid = statement.valid
    return valid is not None and valid.at is None and isinstance(valid.end, PartialDate)


def _folded(text: str) -> str:
    """Return *text* with letter case, width and runs of spaces levelled."""
    levelled = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(levelled.split())


def _fit(wanted: str, forms: Iterable[str]) -> MatchKind | None:
    """Tell how the best of some forms fits; ``None`` where none does."""
    folded = [_folded(form) for form in forms]
    if wanted in folded:
        return MatchKind.EXACT
    if any(form.startswith(wanted) for form in folded):
        return MatchKind.PREFIX
    return MatchKind.SUBSTRING if any(wanted in form for form in folded) else None


def _alike(wanted: str, names: Iterable[Name]) -> Iterator[tuple[MatchKind, float, Name]]:
    """Yield the names that are much alike as a whole or in a word, and how alike they are."""
    if len(wanted) > LONGEST_FUZZY:
        return
    from difflib import SequenceMatcher

    compared = SequenceMatcher(autojunk=False)
    compared.set_seq2(wanted)
    for name in names:
        text = _folded(name.text[:LONGEST_FUZZY])
        likeness = 0.0
        for part in {text, *re.findall(r"\w+", text)}:
            compared.set_seq1(part)
            if (
                compared.real_quick_ratio() >= LEAST_LIKENESS
                and compared.quick_ratio() >= LEAST_LIKENESS
            ):
                likeness = max(likeness, compared.ratio())
        if likeness >= LEAST_LIKENESS:
            yield MatchKind.FUZZY, likeness, name


def _once(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Return the first match of those that say the same of the same thing."""
    first: dict[tuple[object, ...], Match] = {}
    for match in matches:
        first.setdefault((match.company, match.entity, match.text, match.lang), match)
    return tuple(first.values())
