"""CP7: what one company's profile says of another, held against that company's own profile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import attrs

from companyprofiles._check_context import CheckContext
from companyprofiles._entities import Entity
from companyprofiles._identifiers import EntityId
from companyprofiles._integrity import entities_in
from companyprofiles._profile import Profile
from companyprofiles._property import Property
from companyprofiles._reasons import Verdict
from companyprofiles._sources import Source
from companyprofiles._statements import Statement
from companyprofiles._values import Ownership, Position
from companyprofiles._verdicts import Comparison, compare
from companyprofiles.errors import ProfileDataError
from companyprofiles.hookspecs import Check, Finding

__all__ = ["CHECKS", "against", "turned_round"]

BEAR_OUT = frozenset({Verdict.AGREES, Verdict.REFINES, Verdict.RESTATES})

Name = Callable[[str], str | None]


def contradicts_other_profile(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find what the profile of another company contradicts (CP701)."""
    companies = {entity.profile for entity in profile.entities} - {None, profile.id}
    for company in sorted(filter(None, companies)):
        other = context.other_profile(company)
        if other is not None:
            yield from _contradictions(profile, other)


def _contradictions(profile: Profile, other: Profile) -> Iterator[Finding]:
    sources = {source.id: source for source in profile.sources}
    theirs = _their_statements(other, sources)
    properties = {group[0].prop.name: group[0].prop for group in theirs.values()}
    name = partial(_name_there, profile, other)
    for statement in profile.statements:
        if statement.is_deprecated:
            continue
        for said in _as_they_would(statement, properties, name):
            group = theirs.get(said.prop.name, []) if said.subject == other.subject else []
            found = against(said, group, sources)
            if found is not None:
                yield _finding(statement, other, *found)


def against(
    said: Statement[Any], theirs: list[Statement[Any]], sources: Mapping[str, Source]
) -> tuple[Comparison, Statement[Any]] | None:
    """Return what contradicts a statement, unless they contradict that themselves.

    A vaguer statement, such as one that names a shareholder and no share, bears out each of two
    that contradict each other, so it settles nothing.
    """
    found = [(compare(said, their, sources), their) for their in theirs]
    borne_out_by = [their for comparison, their in found if comparison.verdict in BEAR_OUT]
    for comparison, their in found:
        if comparison.verdict is Verdict.CONFLICTS and not any(
            compare(one, their, sources).verdict is Verdict.CONFLICTS for one in borne_out_by
        ):
            return comparison, their
    return None


def _finding(
    statement: Statement[Any], other: Profile, comparison: Comparison, their: Statement[Any]
) -> Finding:
    place = f"the profile of {other.id} ({their.prop} {their.key or their.absent or their.value})"
    message = f"contradicts {place}: {comparison.reason} Find out who is right."
    return Finding(message, statement, path="value")


def _their_statements(
    other: Profile, sources: dict[str, Source]
) -> Mapping[str, list[Statement[Any]]]:
    """Return what another profile says of its company, by property; its sources join *sources*."""
    names = {}
    for number, source in enumerate(other.sources):
        names[source.id] = f"{number}-of-the-other-profile"
        sources[names[source.id]] = source
    groups: dict[str, list[Statement[Any]]] = defaultdict(list)
    for statement in other.statements:
        if statement.subject == other.subject and not statement.is_deprecated:
            references = tuple(
                attrs.evolve(reference, source=names[reference.source])
                for reference in statement.references
            )
            groups[statement.prop.name].append(attrs.evolve(statement, references=references))
    return groups


def _as_they_would(
    statement: Statement[Any], properties: Mapping[str, Property[Any]], name: Name
) -> Iterator[Statement[Any]]:
    """Yield a statement in the words of the other profile, and turned round."""
    subject = name(statement.subject)
    value = None if statement.absent else statement.value
    ends = [name(entity) for _, entity in entities_in(statement)]
    if subject is None or None in ends:
        return
    end = ends[0] if ends else None
    # Keys are each profile's own.
    told = attrs.evolve(statement, key=None, derived_from=(), derived_by=None)
    if _is_alike(statement.prop, properties.get(statement.prop.name)):
        yield attrs.evolve(told, subject=subject, value=_with_end(value, end))
    turned = turned_round(told, properties.get(statement.prop.inverse))
    if turned is not None and end is not None:
        yield attrs.evolve(turned, subject=end, value=_with_end(turned.value, subject))


def turned_round(statement: Statement[Any], inverse: Property[Any] | None) -> Statement[Any] | None:
    """Return what a statement says from the other end; ``None`` where it has no such.

    Args:
        statement: A statement.
        inverse: The property that states the same from the other end.
    """
    ends = [entity for _, entity in entities_in(statement)]
    if inverse is None or not ends or not _is_alike(statement.prop, inverse):
        return None
    value = _with_end(statement.value, statement.subject)
    try:
        return attrs.evolve(statement, prop=inverse, subject=ends[0], value=value)
    except ProfileDataError:
        return None  # The inverse property has other dimensions, or is read otherwise.


def _is_alike(prop: Property[Any], other: Property[Any] | None) -> bool:
    """Tell whether values of one property can be those of another; profiles have their own too."""
    return other is not None and other.value_type is prop.value_type


def _with_end(value: Any, end: str | None) -> Any:
    """Return a value that names another thing."""
    if end is None:
        return value
    if isinstance(value, Ownership):
        return attrs.evolve(value, party=EntityId(end))
    if isinstance(value, Position):
        return attrs.evolve(value, holder=EntityId(end))
    return EntityId(end)


def _name_there(profile: Profile, other: Profile, entity_id: str) -> str | None:
    """Return what the other profile calls an entity; ``None`` where that is not certain."""
    entity = profile.entity(entity_id)
    company = profile.id if entity_id == profile.subject else entity.profile
    if company == other.id:
        return other.subject
    same = [one.id for one in other.entities if _is_same(entity, company, one)]
    return same[0] if len(same) == 1 else None


def _is_same(entity: Entity, company: str | None, other: Entity) -> bool:
    is_that_company = company is not None and other.profile == company
    return is_that_company or not set(entity.same_as).isdisjoint(other.same_as)


CHECKS = (
    Check(
        "CP701",
        summary="What is said of another company does not contradict its own profile",
        explanation="""\
An entity with `profile` is a company that has a profile of its own. What is said of it here, and
what is said of a share or an office from the other end, is compared with that profile where it is
installed. Two profiles contradict each other; a reader of both must wonder.

Find out who is right, and correct it here or there. Where that stays open, exempt the statement and
say so. That the other profile says nothing of it is no finding, nor that it has both versions.""",
        failing="""\
[[entities]]
id = "beta-limited"
kind = "legal_entity"
name.en = "Beta"
profile = "beta"

[[holding]]
value = { party = "beta-limited", share = "30 %" }
valid = "2024-06-30"
references = [{ source = "annual-report" }]
""",
        passing="""\
[[entities]]
id = "beta-limited"
kind = "legal_entity"
name.en = "Beta"
profile = "beta"

[[holding]]
value = { party = "beta-limited", share = "20 %" }
valid = "2024-06-30"
references = [{ source = "annual-report" }]
""",
        run=contradicts_other_profile,
    ),
)
