"""Where statements contradict each other, and what the editors made of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any

import attrs

from companyprofiles._choices import Choice
from companyprofiles._contradictions import contradictions
from companyprofiles._resolutions import Resolution
from companyprofiles._sources import Source
from companyprofiles._statements import Rank, Statement
from companyprofiles._verdicts import Comparison, compare, restatement

__all__ = ["Dispute", "DisputeStatus", "find_disputes", "superseded"]


class DisputeStatus(Choice):
    """What became of a dispute."""

    RESOLVED = "resolved"
    """A resolution names the statement that is taken to be right."""
    RANKED = "ranked"
    """The ranks tell: what is wrong is deprecated, or one statement is preferred, with a reason."""
    OPEN = "open"
    """A resolution says that nobody knows."""
    STALE = "stale"
    """A resolution was made before another statement joined the dispute."""
    UNRESOLVED = "unresolved"
    """No editor has looked at it."""


@attrs.frozen(kw_only=True)
class Dispute:
    """Statements of one property that cannot all be right."""

    statements: tuple[Statement[Any], ...]
    """All of them, the deprecated ones too, in the order of the profile."""
    comparisons: tuple[Comparison, ...]
    """Which of them contradict each other, and why."""
    status: DisputeStatus
    """What became of it."""
    resolution: Resolution | None = None
    """The editor's decision; ``None`` where there is none, or where the ranks tell."""
    preferred: Statement[Any] | None = None
    """The statement that is taken to be right; ``None`` where that is not known."""

    @property
    def is_settled(self) -> bool:
        """Whether an editor has looked at it, and at all of it."""
        return self.status not in (DisputeStatus.UNRESOLVED, DisputeStatus.STALE)

    def __str__(self) -> str:
        reasons = " ".join(str(comparison.reason) for comparison in self.comparisons)
        first = self.statements[0]
        return f"{first.prop} of {first.subject}, {self.status}: {reasons}"


def find_disputes(
    statements: Sequence[Statement[Any]],
    resolutions: Iterable[Resolution] = (),
    sources: Mapping[str, Source] | None = None,
) -> tuple[Dispute, ...]:
    """Return every dispute among statements, in the order of their first statements.

    The time grows with the number of statements, not with its square: only what can contradict
    each other is compared.

    Args:
        statements: The statements of a profile.
        resolutions: The editors' decisions.
        sources: The sources by id.
    """
    index = {id(statement): number for number, statement in enumerate(statements)}
    found: dict[tuple[int, int], Comparison] = {}
    for comparison in contradictions(statements, sources or {}):
        a, b = index[id(comparison.first)], index[id(comparison.second)]
        found.setdefault((min(a, b), max(a, b)), comparison)
    decided = {key: resolution for resolution in resolutions for key in resolution.statements}
    groups = _connected(found)
    group_of = {number: place for place, group in enumerate(groups) for number in group}
    reasons: list[list[Comparison]] = [[] for _ in groups]
    for pair in sorted(found):
        reasons[group_of[pair[0]]].append(found[pair])
    return tuple(
        _settled(tuple(statements[number] for number in group), tuple(why), decided)
        for group, why in zip(groups, reasons, strict=True)
    )


def superseded(
    candidates: Sequence[Statement[Any]],
    resolutions: Iterable[Resolution],
    sources: Mapping[str, Source],
) -> list[Statement[Any]]:
    """Return those of a few statements that do not count beside the others.

    That is what lost a dispute by an editor's decision, and what a later document of the same
    publisher states anew; the later one is taken.
    """
    keys = {s.key for s in candidates if s.key}
    lost = {
        key
        for resolution in resolutions
        if resolution.preferred in keys
        for key in resolution.statements
        if key != resolution.preferred
    }
    earlier = []
    for a, b in combinations(candidates, 2):
        restated = restatement(compare(a, b, sources), sources)
        if restated is not None:
            earlier.append(restated)
    return [s for s in candidates if s.key in lost or s in earlier]


def _connected(pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the groups of numbers that pairs connect, each sorted, in the order of the first."""
    root: dict[int, int] = {}

    def find(number: int) -> int:
        while root.setdefault(number, number) != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for a, b in pairs:
        low, high = sorted((find(a), find(b)))
        root[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for number in sorted(root):
        groups[find(number)].append(number)
    return sorted(groups.values())


def _settled(
    members: tuple[Statement[Any], ...],
    comparisons: tuple[Comparison, ...],
    decided: Mapping[str, Resolution],
) -> Dispute:
    """Tell what became of a dispute."""
    resolution = next((decided[s.key] for s in members if s.key and s.key in decided), None)
    if resolution is not None:
        named = set(resolution.statements)
        if any(s.key not in named for s in members if not s.is_deprecated):
            status, preferred = DisputeStatus.STALE, None
        else:
            preferred = next((s for s in members if s.key == resolution.preferred), None)
            is_open = resolution.preferred is None
            status = DisputeStatus.OPEN if is_open else DisputeStatus.RESOLVED
    else:
        status, preferred = _ranked(members, comparisons)
    return Dispute(
        statements=members,
        comparisons=comparisons,
        status=status,
        resolution=resolution,
        preferred=preferred,
    )


def _ranked(
    members: tuple[Statement[Any], ...], comparisons: tuple[Comparison, ...]
) -> tuple[DisputeStatus, Statement[Any] | None]:
    """Tell whether the ranks decide: nothing that counts contradicts anything that counts."""
    preferred = [s for s in members if s.rank is Rank.PREFERRED and s.because is not None]
    if len(preferred) == 1:
        return DisputeStatus.RANKED, preferred[0]
    standing = [s for s in members if not s.is_deprecated]
    if any(not c.first.is_deprecated and not c.second.is_deprecated for c in comparisons):
        return DisputeStatus.UNRESOLVED, None
    return DisputeStatus.RANKED, standing[0] if len(standing) == 1 else None
