"""The mark of a value that others contradict, where nobody has decided which is right."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from companyprofiles._disputes import DisputeStatus, find_disputes
from companyprofiles._statements import Statement
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._words import _

__all__ = ["dispute_mark"]

UNDECIDED = (DisputeStatus.OPEN, DisputeStatus.STALE, DisputeStatus.UNRESOLVED)


def dispute_mark(statement: Statement[Any], context: PageContext) -> list[nodes.Node]:
    """Return the word that stands before a disputed value; of any other value nothing."""
    profile = context.profile
    # Only what is stated of the same can contradict it.
    rivals = profile.where(statement.prop, subject=statement.subject)
    if len(rivals) == 1:
        return []
    disputes = find_disputes(rivals, profile.resolutions, {s.id: s for s in profile.sources})
    if not any(d.status in UNDECIDED and statement in d.statements for d in disputes):
        return []
    mark = nodes.emphasis("", _("disputed"), classes=["cp-mark", "cp-disputed"])
    return [mark, nodes.Text(" ")]
