"""What must fit together in a profile: ids that are unique, references that lead somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from companyprofiles._coverage import Coverage
from companyprofiles._derivation import misfit
from companyprofiles._entities import Entity
from companyprofiles._identifiers import SLUG, EntityId
from companyprofiles._numbers import Number
from companyprofiles._resolutions import Resolution
from companyprofiles._sources import Reference, Source
from companyprofiles._statements import Statement
from companyprofiles._texts import matches
from companyprofiles._values import Ownership, Position
from companyprofiles.errors import near_names, sentence

__all__ = ["MOST_COMPARED", "Flaw", "Names", "entities_in", "flaws", "names_in", "unknown"]

MOST_COMPARED = 500_000
"""Letters that are compared to find near names; a file may have thousands of unknown ones."""


class Names:
    """Names that exist; to the first unknown ones a near one is found."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = frozenset(names)
        self._compared = 0

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def near(self, name: str) -> str:
        """Return the names nearest to *name*, quoted, or an empty string."""
        self._compared += len(self._names) * len(name)
        return near_names(name, self._names) if self._compared <= MOST_COMPARED else ""


Flaw = tuple[str, int, str, str]
"""One thing that does not fit: list of the profile (``profile``, ``entities``, ``sources``,
``statements``, ``coverage`` or ``resolutions``), place in that list, path in the record, and
message."""


def flaws(
    subject: str,
    entities: Sequence[Entity],
    sources: Sequence[Source],
    statements: Sequence[Statement[Any]],
    *,
    coverage: Sequence[Coverage] = (),
    resolutions: Sequence[Resolution] = (),
    spared: Collection[str] = (),
) -> Iterator[Flaw]:
    """Yield everything that does not fit together.

    Args:
        subject: Id of the entity that the profile is about.
        entities: The profile's entities.
        sources: The profile's sources.
        statements: The profile's statements.
        coverage: What the profile says of its own completeness.
        resolutions: The editor's decisions.
        spared: Ids and keys of records that have problems of their own; names that lead to
            them are no further problem.
    """
    entity_ids = Names({entity.id for entity in entities} | set(spared))
    source_ids = Names({source.id for source in sources} | set(spared))
    keys = Names({statement.key for statement in statements if statement.key} | set(spared))
    if subject not in entity_ids:
        yield "profile", 0, "subject", unknown("the id of an entity", subject, entity_ids)
    yield from _repeated("entities", "id", [entity.id for entity in entities])
    yield from _repeated("sources", "id", [source.id for source in sources])
    yield from _repeated("statements", "key", [s.key or "" for s in statements])
    yield from _equal_claims(statements)
    for index, statement in enumerate(statements):
        for path, message in _dangling(statement, entity_ids, source_ids, keys):
            yield "statements", index, path, message
    yield from _circles(statements)
    yield from _miscomputed(statements)
    for index, covered in enumerate(coverage):
        for path, message in _dangling_coverage(covered, entity_ids, source_ids):
            yield "coverage", index, path, message
    for index, resolution in enumerate(resolutions):
        for number, key in enumerate(resolution.statements):
            if key not in keys:
                message = unknown("the key of a statement", key, keys)
                yield "resolutions", index, f"statements[{number}]", message


def names_in(raw: Any) -> Iterator[tuple[str, str, str]]:
    """Yield path, expectation and name of what a statement's plain data refers to.

    For a statement that could not be made: what it refers to can still be looked up.
    """
    if not isinstance(raw, Mapping):
        return
    places = [("subject", "the id of an entity", raw.get("subject"))]
    references = raw.get("references")
    for number, reference in enumerate(references if isinstance(references, list) else ()):
        if isinstance(reference, Mapping):
            at = f"references[{number}]"
            places.append((f"{at}.source", "the id of a source", reference.get("source")))
            places.append(
                (f"{at}.attributed_to", "the id of an entity", reference.get("attributed_to"))
            )
    for path, expected, name in places:
        if isinstance(name, str) and matches(SLUG, name):
            yield path, expected, name


def unknown(expected: str, name: str, known: Names) -> str:
    """Return the message for a name that leads nowhere."""
    near = known.near(name)
    return sentence(f"{expected} of this profile", name, f"Did you mean {near}?" if near else "")


def _repeated(collection: str, field: str, names: Iterable[str]) -> Iterator[Flaw]:
    seen: set[str] = set()
    for index, name in enumerate(names):
        if name and name in seen:
            what = f"{'an' if field == 'id' else 'a'} {field} that occurs once"
            message = sentence(what, name, "Rename or remove one of them.")
            yield collection, index, field, message
        seen.add(name)


def _equal_claims(statements: Sequence[Statement[Any]]) -> Iterator[Flaw]:
    seen: dict[str, Statement[Any]] = {}
    for index, statement in enumerate(statements):
        first = seen.setdefault(statement.id, statement)
        if first is not statement:
            name = f"the statement {first.key!r}" if first.key else "another statement"
            message = (
                f"must be a claim of its own, got the same claim as {name}. Merge the references."
            )
            yield "statements", index, "", message


def _dangling(
    statement: Statement[Any],
    entity_ids: Names,
    source_ids: Names,
    keys: Names,
) -> Iterator[tuple[str, str]]:
    if statement.subject not in entity_ids:
        yield "subject", unknown("the id of an entity", statement.subject, entity_ids)
    for path, name in entities_in(statement):
        if name not in entity_ids:
            yield path, unknown("the id of an entity", name, entity_ids)
    for path, key in _keys_in(statement):
        if key not in keys:
            yield path, unknown("the key of a statement", key, keys)
        elif key == statement.key:
            yield path, sentence("the key of another statement", key)
    yield from _dangling_references(statement.references, entity_ids, source_ids)


def _dangling_coverage(
    coverage: Coverage, entity_ids: Names, source_ids: Names
) -> Iterator[tuple[str, str]]:
    if coverage.subject not in entity_ids:
        yield "subject", unknown("the id of an entity", coverage.subject, entity_ids)
    for number, name in enumerate(coverage.looked_in):
        if name not in source_ids:
            yield f"looked_in[{number}]", unknown("the id of a source", name, source_ids)
    yield from _dangling_references(coverage.references, entity_ids, source_ids)


def _dangling_references(
    references: Sequence[Reference], entity_ids: Names, source_ids: Names
) -> Iterator[tuple[str, str]]:
    for number, reference in enumerate(references):
        at = f"references[{number}]"
        if reference.source not in source_ids:
            yield f"{at}.source", unknown("the id of a source", reference.source, source_ids)
        speaker = reference.attributed_to
        if speaker is not None and speaker not in entity_ids:
            yield f"{at}.attributed_to", unknown("the id of an entity", speaker, entity_ids)


def entities_in(statement: Statement[Any]) -> Iterator[tuple[str, str]]:
    """Yield the entities that a statement's value names, each with its path."""
    value = None if statement.absent else statement.value
    if isinstance(value, EntityId):
        yield "value", value
    elif isinstance(value, Ownership):
        yield "value.party", value.party
    elif isinstance(value, Position):
        yield "value.holder", value.holder


def _keys_in(statement: Statement[Any]) -> Iterator[tuple[str, str]]:
    if statement.replaced_by is not None:
        yield "replaced_by", statement.replaced_by
    for number, key in enumerate(statement.derived_from):
        yield f"derived_from[{number}]", key


def _circles(statements: Sequence[Statement[Any]]) -> Iterator[Flaw]:
    """Find a chain of ``replaced_by`` or of ``derived_from`` that leads back to its start."""
    from graphlib import CycleError, TopologicalSorter

    index_of = {s.key: index for index, s in enumerate(statements) if s.key}
    for field in ("replaced_by", "derived_from"):
        following = {key: _keys(getattr(statements[i], field)) for key, i in index_of.items()}
        graph = {key: [k for k in keys if k != key] for key, keys in following.items()}
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = error.args[1]
            index = min(index_of[key] for key in circle if key in index_of)
            chain = " > ".join(reversed(circle))
            message = sentence("a chain that ends", chain, "It leads back to itself.")
            yield "statements", index, field, message


def _miscomputed(statements: Sequence[Statement[Any]]) -> Iterator[Flaw]:
    """Find values that cannot be computed from what they name: from no number, of other units."""
    by_key = {s.key: s for s in statements if s.key}
    for index, statement in enumerate(statements):
        if statement.derived_by is None:
            continue
        inputs = [by_key[key] for key in statement.derived_from if key in by_key]
        for number, found in enumerate(inputs):
            if not issubclass(found.prop.value_type, Number):
                expected = f"the key of a number where derived_by = '{statement.derived_by}'"
                path = f"derived_from[{number}]"
                yield "statements", index, path, sentence(expected, found.key)
        values = [s.value for s in inputs if not s.absent]
        if len(values) == len(statement.derived_from) and all(
            isinstance(value, Number) for value in values
        ):
            units = [value.unit for value in values]
            if message := misfit(statement.derived_by, statement.value.unit, units):
                yield "statements", index, "derived_from", message


def _keys(value: str | tuple[str, ...] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else value
