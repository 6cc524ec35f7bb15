"""CP4: things, and what they can be to each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from companyprofiles._check_context import CheckContext
from companyprofiles._entities import EntityKind
from companyprofiles._integrity import entities_in
from companyprofiles._periods import Period
from companyprofiles._profile import Profile
from companyprofiles._statements import Modality, Statement
from companyprofiles._values import Ownership, Position
from companyprofiles.hookspecs import Check, Finding

__all__ = ["CHECKS"]

BODIES = frozenset({EntityKind.LEGAL_ENTITY, EntityKind.GROUP, EntityKind.UNIT, EntityKind.BRAND})
"""What may act as a company does; a company that is known by its brand alone is one."""
PERSONS = frozenset({EntityKind.PERSON})
THINGS = frozenset({EntityKind.PRODUCT})
PLACES = frozenset({EntityKind.PLACE})
"""What may act as a state or a city does, too."""

MAY_BE = {
    "founder": PERSONS | BODIES,
    "headquarters": PLACES,
    "holding": BODIES | THINGS,
    "jurisdiction": PLACES,
    "owned_by": PERSONS | BODIES | PLACES,
    "parent": BODIES | PLACES,
    "product": BODIES | THINGS | PLACES,
    "subsidiary": BODIES,
}
"""Kinds of thing that a property can name."""
OFFICERS = PERSONS | BODIES
UPWARDS, DOWNWARDS = "parent", "subsidiary"

Times = dict[tuple[str, str], list[Period | None]]


def relation_impossible(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find what things cannot be to each other (CP402)."""
    kinds = {entity.id: entity.kind for entity in profile.entities}
    above: Times = defaultdict(list)
    for statement in profile.statements:
        if statement.is_deprecated or statement.modality is Modality.DENIED:
            continue
        for path, end in entities_in(statement):
            # A company does hold shares of its own.
            if end == statement.subject and not isinstance(statement.value, Ownership):
                message = f"relates {end} to itself. Name what is meant."
                yield Finding(message, statement, path=path)
            elif kinds[end] not in _may_be(statement):
                message = f"names {end}, which is a {kinds[end]}. Name what is meant, or correct"
                yield Finding(f"{message} the kind of {end}.", statement, path=path)
            elif statement.prop.name in (UPWARDS, DOWNWARDS):
                is_upwards = statement.prop.name == UPWARDS
                whole, part = (end, statement.subject) if is_upwards else (statement.subject, end)
                if any(_is_of_one_time(statement.valid, time) for time in above[part, whole]):
                    message = f"makes {whole} the parent of {part}, which is its parent too."
                    yield Finding(f"{message} Turn one round.", statement, path=path)
                above[whole, part].append(statement.valid)


def _may_be(statement: Statement[Any]) -> frozenset[EntityKind]:
    if isinstance(statement.value, Position):
        return OFFICERS
    return MAY_BE.get(statement.prop.name, frozenset(EntityKind))


def _is_of_one_time(one: Period | None, other: Period | None) -> bool:
    return one == other or (one is not None and other is not None and one.overlaps(other) is True)


CHECKS = (
    Check(
        "CP402",
        summary="A relation is between two things that can have it",
        explanation="""\
A statement relates a thing to itself, names a thing of a kind that cannot be meant, such as a
product as the chief executive, or makes each of two companies the parent of the other at one time.
Mostly the id of a neighbour was written, or a relation was turned round.

Name the entity that is meant, or correct its `kind`.""",
        failing="""\
[[entities]]
id = "forge"
kind = "product"
name.en = "Forge"

[[subsidiary]]
value = "forge"
references = [{ source = "annual-report" }]
""",
        passing="""\
[[entities]]
id = "forge"
kind = "legal_entity"
name.en = "Forge"

[[subsidiary]]
value = "forge"
references = [{ source = "annual-report" }]
""",
        run=relation_impossible,
    ),
)
