"""The sources that a profile cites, with what its statements tell of each."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from companyprofiles import PartialDate, Profile, Source

__all__ = ["Citation", "citations"]


class Citation(NamedTuple):
    """A source as a profile cites it."""

    key: str
    """Key of its entry: the id of the profile, a colon, and the id of the source."""
    source: Source
    statements: int
    """How many statements refer to it."""
    retrieved: PartialDate | None
    """When it was last read; ``None`` where no reference says."""

    @property
    def remark(self) -> str:
        """What the profile makes of it, in a sentence or two."""
        number = f"{self.statements} statement{'s' * (self.statements != 1)}"
        profile = self.key.partition(":")[0]
        remark = f"Cited by {number} of the company profile {profile}."
        copy = " A copy of somebody else's publication."
        return remark + copy * self.source.mirror


def citations(profile: Profile) -> list[Citation]:
    """Return the sources to which statements or accounts of coverage refer, in their own order."""
    counts: Counter[str] = Counter()
    read: dict[str, list[PartialDate]] = {}
    for statement in profile.statements:
        counts.update({reference.source for reference in statement.references})
    references = [r for statement in profile.statements for r in statement.references]
    for coverage in profile.coverage:
        references += coverage.references
        counts.update(dict.fromkeys(coverage.looked_in, 0))
    for reference in references:
        counts[reference.source] += 0
        if reference.retrieved is not None:
            read.setdefault(reference.source, []).append(reference.retrieved)
    return [
        Citation(
            f"{profile.id}:{source.id}",
            source,
            counts[source.id],
            max(read.get(source.id, ()), default=None),
        )
        for source in profile.sources
        if source.id in counts
    ]
