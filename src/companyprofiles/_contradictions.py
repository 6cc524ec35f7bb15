"""Finding statements that contradict each other, without comparing each with each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from companyprofiles._numbers import Number
from companyprofiles._property import Time
from companyprofiles._reasons import Reason, Verdict
from companyprofiles._sources import Source
from companyprofiles._statements import Statement
from companyprofiles._units import base_unit, in_base_unit
from companyprofiles._value_reasons import identity
from companyprofiles._verdicts import Comparison, compare, modality_group

__all__ = ["MOST_RIVALS", "contradictions"]

MOST_RIVALS = 16
"""Values of one time that a further one is compared with; they are in one dispute anyway."""


def contradictions(
    statements: Sequence[Statement[Any]], sources: Mapping[str, Source]
) -> Iterator[Comparison]:
    """Yield pairs that conflict; each such statement is in at least one pair.

    Args:
        statements: The statements of a profile.
        sources: The sources by id.
    """
    inputs = {s.key: s.derived_from for s in statements if s.key and s.derived_from}
    for group in _comparable(statements):
        is_state = group[0].prop.time is Time.STATE
        for a, b in _states(group) if is_state else _figures(group):
            comparison = compare(a, b, sources)
            is_rival = comparison.verdict is Verdict.CONFLICTS
            if is_rival and not _rests_on(a, b, inputs) and not _rests_on(b, a, inputs):
                yield comparison
        if group[0].prop.rising:
            yield from _falls(group)


def _comparable(statements: Iterable[Statement[Any]]) -> Iterable[list[Statement[Any]]]:
    """Group what may be rivals: of one subject and property, in one language and unit."""
    groups: dict[tuple[Any, ...], list[Statement[Any]]] = defaultdict(list)
    for statement in statements:
        key = (
            statement.prop.name,
            statement.subject,
            statement.dimensions,
            modality_group(statement),
        )
        groups[key].append(statement)
    for group in groups.values():
        if len(group) > 1:
            yield from _alike(group)


def _alike(group: list[Statement[Any]]) -> Iterable[list[Statement[Any]]]:
    parts: dict[Any, list[Statement[Any]]] = defaultdict(list)
    absent = [s for s in group if s.absent]
    for statement in group:
        if not statement.absent:
            parts[_kind(statement)].append(statement)
    for part in parts.values() or ([],):
        whole = [*part, *absent]
        if len(whole) > 1:
            yield whole


def _kind(statement: Statement[Any]) -> Any:
    """Return what values must share to be rivals."""
    value = statement.value
    unit = base_unit(value.unit)[0] if isinstance(value, Number) else None
    shared = getattr(value, "lang", None) or unit
    return shared if statement.prop.single else (shared, identity(value))


Pair = tuple[Statement[Any], Statement[Any]]


def _figures(group: list[Statement[Any]]) -> Iterator[Pair]:
    """Yield pairs of figures of one period, and of figures whose period nobody gives."""
    periods: dict[Any, list[Statement[Any]]] = defaultdict(list)
    for statement in group:
        valid = statement.valid.whole.sort_key[:2] if statement.valid else None
        periods[valid].append(statement)
    undated = periods.pop(None, [])
    yield from _neighbours(undated)
    for dated in periods.values():
        yield from _neighbours(dated)
        yield from ((one, other) for one in dated for other in undated[:MOST_RIVALS])


def _states(group: list[Statement[Any]]) -> Iterator[Pair]:
    """Yield pairs of states of which the earlier may still hold when the later begins."""
    undated = [s for s in group if s.valid is None]
    yield from _neighbours(undated)
    running: list[Statement[Any]] = undated[:MOST_RIVALS]
    for statement in sorted((s for s in group if s.valid), key=_began):
        running = [s for s in running if _ended(s) >= _began(statement)]
        yield from ((other, statement) for other in running)
        running.append(statement)
        if len(running) > MOST_RIVALS:
            # Those that hold longest overlap most.
            running.remove(min(running, key=_ended))


def _began(statement: Statement[Any]) -> dt.date:
    return statement.valid.starts[0] if statement.valid else dt.date.min


def _ended(statement: Statement[Any]) -> dt.date:
    return statement.valid.ends[1] if statement.valid else dt.date.max


def _neighbours(group: list[Statement[Any]]) -> Iterator[Pair]:
    """Yield pairs of statements of one time: each with those whose values are nearest."""
    ordered = group if len(group) <= MOST_RIVALS else sorted(group, key=_size)
    for number, statement in enumerate(ordered):
        for other in ordered[max(0, number - MOST_RIVALS) : number]:
            yield other, statement


def _size(statement: Statement[Any]) -> tuple[bool, Any]:
    value = None if statement.absent else statement.value
    return (True, value.sort_key) if isinstance(value, Number) else (False, str(value))


def _falls(group: list[Statement[Any]]) -> Iterator[Comparison]:
    """Find figures that are followed by smaller ones although they can only rise."""
    dated = [s for s in group if s.valid and not s.absent and isinstance(s.value, Number)]
    dated.sort(key=lambda s: s.valid.sort_key if s.valid else ())
    highest: Statement[Any] | None = None
    for statement in dated:
        if highest is not None and _is_fall(highest, statement):
            parts = (highest, statement)
            told = [part for s in parts for part in (s.value, s.valid)]
            yield Comparison(highest, statement, Reason("falls", tuple(told)))
        elif highest is None or (_least(statement) or 0) > (_least(highest) or 0):
            highest = statement


def _is_fall(earlier: Statement[Any], later: Statement[Any]) -> bool:
    least, most = _least(earlier), in_base_unit(later.value).most
    if least is None or most is None or earlier.valid is None or later.valid is None:
        return False
    return bool(least > most) and earlier.valid.before(later.valid) is True


def _least(statement: Statement[Any]) -> Any:
    return in_base_unit(statement.value).least


def _rests_on(
    derived: Statement[Any], other: Statement[Any], inputs: Mapping[str, tuple[str, ...]]
) -> bool:
    """Tell whether a statement is computed from another one, near or far."""
    seen: set[str] = set()
    ahead = list(derived.derived_from)
    while ahead:
        key = ahead.pop()
        if key == other.key:
            return True
        if key not in seen:
            seen.add(key)
            ahead += inputs.get(key, ())
    return False
