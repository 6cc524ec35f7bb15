"""How many publishers stand behind a statement independently of each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from companyprofiles._sources import Reference, Source, SourceKind
from companyprofiles._statements import Statement

__all__ = ["publishers"]

ITSELF = ""
"""What stands for the company, whoever prints what it says of itself."""


def publishers(
    statement: Statement[Any], source: Callable[[str], Source], company: str = ""
) -> frozenset[str]:
    """Return the publishers that vouch for a statement, one for each independent voice.

    What the company says of itself counts once, in however many documents and whoever reports it:
    self-declarations, and references attributed to the company or to the statement's subject. A
    mirror repeats somebody else and counts as nobody. Several documents of one publisher count
    once, and so do all documents without a publisher.

    Args:
        statement: The statement.
        source: Returns the source of an id.
        company: Id of the entity that the profile is about.

    Returns:
        Names of publishers in lower case; the empty string stands for the company itself.
    """
    speakers = {company, statement.subject}
    found = {_voice(reference, source, speakers) for reference in statement.references}
    return frozenset(voice for voice in found if voice is not None)


def _voice(reference: Reference, source: Callable[[str], Source], itself: set[str]) -> str | None:
    document = source(reference.source)
    if document.mirror:
        return None
    if document.kind is SourceKind.SELF_DECLARATION or reference.attributed_to in itself:
        return ITSELF
    return " ".join((document.publisher or "a publisher that is not named").casefold().split())
