"""What a comparison of two versions of a profile finds."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import attrs

from companyprofiles._choices import Choice
from companyprofiles._coverage import Coverage
from companyprofiles._entities import Entity
from companyprofiles._profile import Profile
from companyprofiles._property import Property
from companyprofiles._resolutions import Resolution
from companyprofiles._sources import Reference, Source
from companyprofiles._statements import Statement
from companyprofiles._texts import LanguageMap

__all__ = ["Changes", "Difference", "FieldChange", "Kind", "StatementChange"]

T = TypeVar("T")


class Kind(Choice):
    """What became of a statement; of several, the first that holds."""

    ADDED = "added"
    """A claim that is new."""
    CORRECTED = "corrected"
    """A claim that is known to be wrong now, or whose key now stands for another claim."""
    REINSTATED = "reinstated"
    """A claim that was known to be wrong and counts again."""
    WITHDRAWN = "withdrawn"
    """A claim that is gone, and whose key does not stand for a new one."""
    RERANKED = "re-ranked"
    """The same claim with another rank, with or without a reason, or replaced by another one."""
    RESOURCED = "re-sourced"
    """The same claim taken from other places, or derived otherwise."""
    REWORDED = "reworded"
    """The same claim with another note, key, exemption or wording of the reason."""


@attrs.frozen(kw_only=True)
class Changes(Generic[T]):
    """What became of a list of records; their order says nothing."""

    added: tuple[T, ...] = ()
    """Those that only the new list has."""
    removed: tuple[T, ...] = ()
    """Those that only the old list has."""
    changed: tuple[tuple[T, T], ...] = ()
    """Those that say something else now, as they were and as they are."""

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)


@attrs.frozen
class FieldChange:
    """A field of the ``[profile]`` table that says something else."""

    name: str
    """Name of the field."""
    old: Any
    """What it said."""
    new: Any
    """What it says."""


@attrs.frozen(kw_only=True)
class StatementChange:
    """What became of one statement."""

    kind: Kind
    """What became of it."""
    old: Statement[Any] | None = None
    """The statement as it was; ``None`` where it is new."""
    new: Statement[Any] | None = None
    """The statement as it is, with the same claim or key; ``None`` where it is gone."""
    fields: tuple[str, ...] = ()
    """Names of the fields that differ between the two."""
    references: Changes[Reference] = Changes()
    """What became of its references."""
    instead: Statement[Any] | None = None
    """What the new profile has instead: the claim that replaces a corrected one (``None`` where
    there is none), or the one that carries the key of a withdrawn one."""
    replaces: tuple[Statement[Any], ...] = ()
    """For a new claim: the old ones that are corrected to it."""

    @property
    def statement(self) -> Statement[Any]:
        """The statement as it is; as it was, where it is gone."""
        found = self.new or self.old
        assert found is not None  # noqa: S101, one of them is always given
        return found

    @property
    def because(self) -> LanguageMap | None:
        """The editor's reason, as the new profile gives it."""
        return self.new.because if self.new else None


@attrs.frozen(kw_only=True)
class Difference:
    """Everything that differs between two versions of a profile; false where nothing does."""

    old: Profile = attrs.field(repr=False)
    """The old version."""
    new: Profile = attrs.field(repr=False)
    """The new version."""
    header: tuple[FieldChange, ...]
    """Fields of the ``[profile]`` table."""
    statements: tuple[StatementChange, ...]
    """Statements: those about the company itself first, by subject, property and period."""
    unchanged: tuple[Statement[Any], ...] = attrs.field(repr=False)
    """Statements of the new version that are as they were."""
    entities: Changes[Entity]
    """Entities."""
    sources: Changes[Source]
    """Sources."""
    coverage: Changes[Coverage]
    """How far the profile goes."""
    resolutions: Changes[Resolution]
    """Editors' decisions."""
    properties: Changes[Property[Any]]
    """Properties of the profile's own."""

    def __bool__(self) -> bool:
        return any(
            (
                self.header,
                self.statements,
                self.entities,
                self.sources,
                self.coverage,
                self.resolutions,
                self.properties,
            )
        )

    def of(self, kind: Kind | str) -> tuple[StatementChange, ...]:
        """Return the statements of which that became."""
        return tuple(change for change in self.statements if change.kind is Kind(kind))
