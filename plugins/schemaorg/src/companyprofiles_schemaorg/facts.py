"""Which statements of a profile may be told without their sources, ranks and doubts beside them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from companyprofiles import EntityView, Modality, Profile, Rank, Statement, Text, Time
from companyprofiles.errors import NoStatementError, UndecidedError

__all__ = ["facts"]


def facts(profile: Profile, entity_id: str) -> Iterator[Statement[Any]]:
    """Yield what is asserted of an entity as a whole, holds now, and is not in dispute.

    Of a property with one value at a time that is the statement that the profile itself answers
    with, for texts one in each language; where it cannot decide, none. Of the others those of the
    best rank.
    """
    view = profile.of(entity_id)
    groups: dict[tuple[str, str], list[Statement[Any]]] = {}
    for statement in filter(_is_plain, view):
        language = statement.value.lang if isinstance(statement.value, Text) else ""
        groups.setdefault((statement.prop.name, language), []).append(statement)
    for statements in groups.values():
        if statements[0].prop.single:
            yield from _the_one(view, statements)
        else:
            preferred = [s for s in statements if s.rank is Rank.PREFERRED]
            yield from preferred or statements


def _is_plain(statement: Statement[Any]) -> bool:
    if statement.absent or statement.is_deprecated or statement.dimensions:
        return False
    if statement.modality is not Modality.ASSERTED:
        return False
    valid = statement.valid
    return valid is None or valid.is_open or statement.prop.time is not Time.STATE


def _the_one(view: EntityView, statements: list[Statement[Any]]) -> Iterator[Statement[Any]]:
    prop = statements[0].prop
    rivals = EntityView(
        entity=view.entity,
        statements=tuple(statements),
        resolutions=view.resolutions,
        sources=view.sources,
    )
    try:
        dated = prop.time is not Time.STATE and rivals.series(prop)
        yield rivals.latest(prop) if dated else rivals[prop]
    except (NoStatementError, UndecidedError):
        return
