"""A profile as it was true on a day, and as it was known on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import attrs

from companyprofiles._dates import PartialDate
from companyprofiles._property import Time
from companyprofiles._resolutions import Resolution
from companyprofiles._sources import Reference, Source
from companyprofiles._statements import Statement

if TYPE_CHECKING:
    from companyprofiles._profile import Profile

__all__ = ["as_known", "as_of", "held", "was_known"]


def held(statement: Statement[Any], date: PartialDate) -> bool | None:
    """Tell whether a statement was true on a day, or had come to be true by then.

    A state must hold on that day. A figure of a moment or of a period, and an event such as a
    release, must not be later than the day: what had happened stays true.

    Returns:
        True if it was for certain, False if it cannot have been, None if it may have been.
    """
    value = None if statement.absent else statement.value
    if isinstance(value, PartialDate) and statement.valid is None:
        return _negated(date.before(value))
    if statement.valid is None:
        return None
    if statement.prop.time is Time.STATE:
        return statement.valid.covers(date)
    last = statement.valid.end
    return _negated(date.before(last)) if isinstance(last, PartialDate) else None


def was_known(
    statement: Statement[Any], date: PartialDate, source: Callable[[str], Source]
) -> bool | None:
    """Tell whether a source had published a statement by a day.

    Returns:
        True if one had for certain, False if none can have, None if one may have.
    """
    answers = {_published(reference, date, source) for reference in statement.references}
    if True in answers:
        return True
    return None if None in answers else False


def as_of(profile: Profile, date: PartialDate, *, certain: bool) -> Profile:
    """Return a profile with the statements that were true on a day."""
    kept = [s for s in profile.statements if _counts(held(s, date), certain=certain)]
    return _reduced(profile, kept)


def as_known(profile: Profile, date: PartialDate, *, certain: bool) -> Profile:
    """Return a profile with the statements, and their references, that had been published."""
    kept = []
    for statement in profile.statements:
        references = tuple(
            reference
            for reference in statement.references
            if _counts(_published(reference, date, profile.source), certain=certain)
        )
        if references:
            kept.append(attrs.evolve(statement, references=references))
    return _reduced(profile, kept)


def _published(
    reference: Reference, date: PartialDate, source: Callable[[str], Source]
) -> bool | None:
    published = source(reference.source).published
    if published is not None:
        return _negated(date.before(published))
    # Whoever read it, read what was there: it was published by then, perhaps long before.
    read = reference.retrieved
    return True if read is not None and date.before(read) is False else None


def _negated(answer: bool | None) -> bool | None:  # noqa: FBT001, it is an answer
    return None if answer is None else not answer


def _counts(answer: bool | None, *, certain: bool) -> bool:  # noqa: FBT001, it is an answer
    return answer is True or (answer is None and not certain)


def _reduced(profile: Profile, kept: list[Statement[Any]]) -> Profile:
    """Return a profile of some statements and their sources, none of which speaks of what is gone.

    How far the profile goes is said of the whole and left out; decisions stay where they still
    have two statements to decide between.
    """
    keys = {s.key for s in kept if s.key}
    used = {reference.source for statement in kept for reference in statement.references}
    return attrs.evolve(
        profile,
        sources=tuple(source for source in profile.sources if source.id in used),
        statements=tuple(_without_links(statement, keys) for statement in kept),
        coverage=(),
        resolutions=tuple(_remaining(profile.resolutions, keys)),
    )


def _without_links(statement: Statement[Any], keys: set[str]) -> Statement[Any]:
    changes: dict[str, Any] = {}
    if statement.replaced_by is not None and statement.replaced_by not in keys:
        changes["replaced_by"] = None
    if not keys.issuperset(statement.derived_from):
        changes["derived_from"] = tuple(key for key in statement.derived_from if key in keys)
        # What is left does not make the value.
        changes["derived_by"] = None
    return attrs.evolve(statement, **changes) if changes else statement


def _remaining(resolutions: Iterable[Resolution], keys: set[str]) -> Iterable[Resolution]:
    for resolution in resolutions:
        left = tuple(key for key in resolution.statements if key in keys)
        if len(left) > 1 and (resolution.preferred is None or resolution.preferred in left):
            yield attrs.evolve(resolution, statements=left)
