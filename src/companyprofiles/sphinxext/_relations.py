"""Who holds whom and is related to whom, followed from company to company."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

import attrs

from companyprofiles._dates import PartialDate
from companyprofiles._format import number_text
from companyprofiles._identifiers import EntityId
from companyprofiles._statements import Statement
from companyprofiles._values import Ownership
from companyprofiles._views import counts
from companyprofiles.sphinxext._context import PageContext

__all__ = ["KINDS", "Relation", "Thing", "relations"]

KINDS = ("holding", "subsidiary")
"""Kinds of relations that are followed unless others are asked for."""

TOLD_FROM_BELOW = {"owned_by": "holding", "parent": "subsidiary"}
"""Properties that state a relation from its other end, and what it is called from above."""

Thing = tuple[str, str]
"""Id of a profile and of an entity in it; a company is called by its own profile if it has one."""


@attrs.frozen(kw_only=True)
class Relation:
    """A relation between two things, whoever states it."""

    kind: str
    """Name of the property that states it from above."""
    above: Thing
    """Who holds, founded, developed or the like."""
    below: Thing
    """Who or what is held or the like."""
    statements: tuple[tuple[Statement[Any], PageContext], ...]
    """What is stated of it, earliest first, each with the context of its company."""

    @property
    def is_over(self) -> bool:
        """Whether the last that is known of it is that it ended."""
        valid = self.statements[-1][0].valid
        return valid is not None and valid.at is None and isinstance(valid.end, PartialDate)

    @property
    def label(self) -> str:
        """What stands beside it: how much is held, if that is known; else what it is."""
        statement, context = self.statements[-1]
        if self.kind == "subsidiary":
            return ""
        if not isinstance(statement.value, Ownership):
            return context.property_name(statement.prop)
        shares = [
            (found.value.share, of)
            for found, of in self.statements
            if isinstance(found.value, Ownership) and found.value.share is not None
        ]
        return number_text(shares[-1][0], shares[-1][1].language) if shares else ""


def relations(
    contexts: Mapping[str, PageContext], start: Iterable[Thing], depth: int, kinds: Collection[str]
) -> list[Relation]:
    """Return the relations that are at most so many steps away.

    Args:
        contexts: What is used of each company, by id.
        start: Where to begin.
        depth: How many steps to go.
        kinds: Names of properties, told from above, such as ``holding``.
    """
    every = list(_every(contexts, kinds))
    reached = set(start)
    chosen: dict[tuple[Thing, Thing, str], Relation] = {}
    for _step in range(depth):
        touching = [r for r in every if r.above in reached or r.below in reached]
        chosen |= {(r.above, r.below, r.kind): r for r in touching}
        reached |= {thing for r in touching for thing in (r.above, r.below)}
    return list(chosen.values())


def _every(contexts: Mapping[str, PageContext], kinds: Collection[str]) -> Iterator[Relation]:
    found: dict[tuple[Thing, Thing, str], dict[str, tuple[Statement[Any], PageContext]]] = {}
    for context in contexts.values():
        for statement in context.profile.statements:
            kind = TOLD_FROM_BELOW.get(statement.prop.name, statement.prop.name)
            if kind not in kinds or not counts(statement) or statement.absent:
                continue
            other = _other(statement.value)
            if other:
                ends = [_thing(name, context, contexts) for name in (statement.subject, other)]
                if kind != statement.prop.name:
                    ends.reverse()
                same = found.setdefault((ends[0], ends[1], kind), {})
                same[f"{context.profile.id}/{statement.anchor}"] = (statement, context)
    for (above, below, kind), stated in found.items():
        pairs = tuple(sorted(stated.values(), key=_date))
        yield Relation(kind=kind, above=above, below=below, statements=pairs)


def _date(pair: tuple[Statement[Any], PageContext]) -> tuple[dt.date, dt.date, str]:
    date = pair[0].date
    return date.sort_key if date is not None else (dt.date.min, dt.date.min, "")


def _other(value: object) -> str:
    if isinstance(value, Ownership):
        return str(value.party)
    return str(value) if isinstance(value, EntityId) else ""


def _thing(name: str, context: PageContext, contexts: Mapping[str, PageContext]) -> Thing:
    profile = context.profile.entity(name).profile
    if profile is None or profile == context.profile.id:
        return (context.profile.id, name)
    known = contexts.get(profile)
    return (profile, known.profile.subject if known else "")
