"""All that a profile knows of one statement: who says so, what it stands against, what decided."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs

from companyprofiles._entities import Entity
from companyprofiles._plain import record
from companyprofiles._reasons import Verdict
from companyprofiles._resolutions import Resolution
from companyprofiles._sources import Reference, Source
from companyprofiles._statements import Statement
from companyprofiles._verdicts import Comparison

if TYPE_CHECKING:
    from companyprofiles._profile import Profile

__all__ = ["Evidence", "Explanation", "Rival", "explain"]

GRAVEST_FIRST = tuple(reversed(Verdict))
"""The order in which rivals are told."""


@attrs.frozen
class Evidence:
    """One reference of a statement, with what it refers to."""

    reference: Reference
    """The reference."""
    source: Source
    """The document."""
    speaker: Entity | None
    """Who says it there; ``None`` where that is the publisher, or somebody without a name."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {**record(self.reference), "source": record(self.source)}


@attrs.frozen
class Rival:
    """Another statement of the same property and subject."""

    statement: Statement[Any]
    """The other statement."""
    comparison: Comparison
    """How the two stand to each other."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "verdict": self.comparison.verdict.value,
            "reason": str(self.comparison.reason),
            "statement": self.statement.to_dict(),
        }


@attrs.frozen(kw_only=True)
class Explanation:
    """All that a profile knows of one statement."""

    profile: Profile
    """The profile."""
    statement: Statement[Any]
    """The statement."""
    evidence: tuple[Evidence, ...]
    """Its references, in order."""
    publishers: int
    """How many independent publishers stand behind it."""
    replaced_by: Statement[Any] | None
    """What is right instead."""
    replaces: tuple[Statement[Any], ...]
    """What it is right instead of."""
    derived_from: tuple[Statement[Any], ...]
    """What its value is computed from."""
    derives: tuple[Statement[Any], ...]
    """What is computed from its value."""
    rivals: tuple[Rival, ...]
    """Other statements of the same property and subject, contradictions first."""
    resolutions: tuple[Resolution, ...]
    """The editors' decisions that name it."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {
            "company": self.profile.id,
            "statement": self.statement.to_dict(),
            "references": [evidence.to_dict() for evidence in self.evidence],
            "publishers": self.publishers,
            "replaced_by": self.replaced_by and self.replaced_by.to_dict(),
            "replaces": _plain(self.replaces),
            "derived_from": _plain(self.derived_from),
            "derives": _plain(self.derives),
            "rivals": _plain(self.rivals),
            "resolutions": _plain(self.resolutions),
        }


def explain(profile: Profile, name: str) -> Explanation:
    """Return all that is known of the statement with that key or id.

    Raises:
        UnknownNameError: The profile has none; near keys are suggested.
    """
    statement = profile.statement(name)
    key = statement.key
    speakers = {entity.id: entity for entity in profile.entities}
    return Explanation(
        profile=profile,
        statement=statement,
        evidence=tuple(
            Evidence(r, profile.source(r.source), speakers.get(r.attributed_to or ""))
            for r in statement.references
        ),
        publishers=profile.corroboration(statement),
        replaced_by=profile.statement(statement.replaced_by) if statement.replaced_by else None,
        replaces=tuple(s for s in profile if key and s.replaced_by == key),
        derived_from=tuple(map(profile.statement, statement.derived_from)),
        derives=tuple(s for s in profile if key in s.derived_from),
        rivals=_rivals(profile, statement),
        resolutions=tuple(r for r in profile.resolutions if key in r.statements),
    )


def _rivals(profile: Profile, statement: Statement[Any]) -> tuple[Rival, ...]:
    found = [
        Rival(other, profile.compare(statement, other))
        for other in profile.where(statement.prop, subject=statement.subject)
        if other is not statement
        and other.dimensions == statement.dimensions
        and _may_be_compared(other, statement)
    ]
    return tuple(sorted(found, key=lambda r: GRAVEST_FIRST.index(r.comparison.verdict)))


def _may_be_compared(a: Statement[Any], b: Statement[Any]) -> bool:
    """Tell whether two statements are not of texts in different languages."""
    if a.absent or b.absent:
        return True
    return getattr(a.value, "lang", None) == getattr(b.value, "lang", None)


def _plain(things: Iterable[Statement[Any] | Rival | Resolution]) -> list[dict[str, Any]]:
    return [thing.to_dict() for thing in things]
