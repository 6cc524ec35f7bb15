"""What a profile holds: its entities, sources and statements, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

import attrs

from companyprofiles._coverage import Coverage
from companyprofiles._entities import Entity
from companyprofiles._header import Header, Origin
from companyprofiles._integrity import flaws
from companyprofiles._plain import plain, record
from companyprofiles._property import Property
from companyprofiles._resolutions import Resolution
from companyprofiles._sources import Source
from companyprofiles._statements import Statement
from companyprofiles._texts import LanguageMap
from companyprofiles.errors import Problem, ProfileDataError, UnknownNameError

__all__ = ["Contents"]


def _definitions(properties: Iterable[Property[Any]]) -> tuple[object, ...]:
    """Return what equality compares: a property alone is equal to any other of its name."""
    return tuple(attrs.astuple(prop, recurse=False) for prop in properties)


@attrs.frozen(kw_only=True, repr=False)
class Contents(Header):
    """What a profile holds, checked to fit together.

    Statements keep their authors' order within a property; properties come in the order of
    their names.

    Raises:
        ProfileDataError: Its parts do not fit together; every problem is named.
    """

    properties: tuple[Property[Any], ...] = attrs.field(default=(), eq=_definitions)
    """Properties that only this profile has."""
    entities: tuple[Entity, ...] = ()
    """The things that its statements are about."""
    sources: tuple[Source, ...] = ()
    """The documents that its statements are taken from."""
    statements: tuple[Statement[Any], ...] = ()
    """Every statement, whatever its rank and modality."""
    coverage: tuple[Coverage, ...] = ()
    """What is complete, and what was looked for in vain."""
    resolutions: tuple[Resolution, ...] = ()
    """What the editors decided where statements contradict each other."""
    origin: Origin = attrs.field(default=Origin(), eq=False)
    """Where it came from."""

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        for field in ("properties", "entities", "sources", "resolutions"):
            object.__setattr__(self, field, tuple(getattr(self, field)))
        own = with_subject(self.statements, self.subject)
        object.__setattr__(self, "statements", tuple(sorted(own, key=lambda s: s.prop.name)))
        object.__setattr__(self, "coverage", with_subject(self.coverage, self.subject))
        found = flaws(
            self.subject,
            self.entities,
            self.sources,
            self.statements,
            coverage=self.coverage,
            resolutions=self.resolutions,
        )
        origin = str(self.origin) or self.id
        problems = [
            Problem(origin, "", 0, _path(collection, index, path), message)
            for collection, index, path, message in found
        ]
        if problems:
            raise ProfileDataError(problems)

    @property
    def name(self) -> LanguageMap:
        """What pages call the company."""
        return self.entity(self.subject).name

    def entity(self, entity_id: str) -> Entity:
        """Return the entity with that id.

        Raises:
            UnknownNameError: The profile has none.
        """
        return _by_id("entity", entity_id, self.entities)

    def source(self, source_id: str) -> Source:
        """Return the source with that id.

        Raises:
            UnknownNameError: The profile has none.
        """
        return _by_id("source", source_id, self.sources)

    def statement(self, name: str) -> Statement[Any]:
        """Return the statement with that key or id.

        Raises:
            UnknownNameError: The profile has none.
        """
        keys = {statement.key: statement for statement in self.statements if statement.key}
        if name in keys:
            return keys[name]
        for statement in self.statements:
            if statement.id == name:
                return statement
        raise UnknownNameError("statement", name, keys)

    def to_dict(self) -> dict[str, Any]:
        """Return the profile as plain data, from which :meth:`Profile.from_dict` makes it again."""
        return {
            "profile": {**record(self, Header), "schema_version": self.schema_version},
            "properties": [prop.to_dict() for prop in self.properties],
            "entities": plain(self.entities),
            "sources": plain(self.sources),
            "statements": [statement.to_dict() for statement in self.statements],
            "coverage": [coverage.to_dict() for coverage in self.coverage],
            "resolutions": [resolution.to_dict() for resolution in self.resolutions],
        }

    def _sources_by_id(self) -> dict[str, Source]:
        return {source.id: source for source in self.sources}

    def __iter__(self) -> Iterator[Statement[Any]]:
        return iter(self.statements)

    def __len__(self) -> int:
        return len(self.statements)


Identified = TypeVar("Identified", Entity, Source)
About = TypeVar("About", Statement[Any], Coverage)


def with_subject(records: Iterable[About], subject: str) -> tuple[About, ...]:
    """Return records with *subject* where they name none."""
    return tuple(r if r.subject else attrs.evolve(r, subject=subject) for r in records)


def _by_id(kind: str, name: str, things: tuple[Identified, ...]) -> Identified:
    for thing in things:
        if thing.id == name:
            return thing
    raise UnknownNameError(kind, name, [thing.id for thing in things])


def _path(collection: str, index: int, path: str) -> str:
    place = collection if collection == "profile" else f"{collection}[{index}]"
    return f"{place}.{path}" if path else place
