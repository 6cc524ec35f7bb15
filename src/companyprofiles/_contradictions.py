"""Finding statements that contradict each other, without comparing each with each."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from companyprofiles._numbers import Number
from companyprofiles._property import Time
from companyprofiles._reasons import Reason, Verdict
from companyprofiles._sources import Source
from companyprofiles._statements import Statement
from companyprofiles._units import base_unit, in_base_unit
from companyprofiles._value_reasons import identity
from companyprofiles._verdicts import Comparison, as_of, compare, modality_group, restatement

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
        pairs = _states(group) if is_state else _figures(group)
        compared = [compare(a, b, sources) for a, b in pairs]
        corrections = Corrections(compared, sources)
        for comparison in compared:
            a, b = comparison.first, comparison.second
            is_rival = comparison.verdict is Verdict.CONFLICTS
            is_input = _rests_on(a, b, inputs) or _rests_on(b, a, inputs)
            if is_rival and not is_input and not corrections.account_for(comparison):
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


class Corrections:
    """What publishers restated, and who repeats them.

    A newspaper that rounds the new figure contradicts the old one, and one that repeated the old
    figure contradicts the new one; the publisher of both has told which counts.

    Args:
        compared: Pairs of statements that were compared.
        sources: The sources by id.
    """

    def __init__(self, compared: Iterable[Comparison], sources: Mapping[str, Source]) -> None:
        self._sources = sources
        self._pairs: dict[Any, list[Pair]] = defaultdict(list)
        for comparison in compared:
            old = restatement(comparison, sources)
            if old is not None:
                new = comparison.second if old is comparison.first else comparison.first
                for time in {_time(old), _time(new)}:
                    self._pairs[time].append((old, new))

    def account_for(self, conflict: Comparison) -> bool:
        """Tell whether one of two repeats what was said first, the other what replaced it."""
        a, b = conflict.first, conflict.second
        pairs = (pair for time in {_time(a), _time(b)} for pair in self._pairs.get(time, ()))
        return any(
            self._says_old(one, old, new) and self._says(other, new)
            for old, new in islice(pairs, MOST_RIVALS)
            for one, other in ((a, b), (b, a))
        )

    def _says_old(self, one: Statement[Any], old: Statement[Any], new: Statement[Any]) -> bool:
        """Tell whether one statement repeats another, from before that was replaced."""
        before, after = as_of(one, self._sources), as_of(new, self._sources)
        return one is old or bool(
            before and after and before.before(after) and self._says(one, old)
        )

    def _says(self, one: Statement[Any], other: Statement[Any]) -> bool:
        verdict = compare(one, other, self._sources).verdict
        return one is other or verdict is Verdict.AGREES or verdict is Verdict.REFINES


def _time(statement: Statement[Any]) -> Any:
    return statement.valid.whole.sort_key[:2] if statement.valid else None


Pair = tuple[Statement[Any], Statement[Any]]


def _figures(group: list[Statement[Any]]) -> Iterator[Pair]:
    """Yield pairs of figures of one period, and of figures whose period nobody gives."""
    periods: dict[Any, list[Statement[Any]]] = defaultdict(list)
    for statement in group:
        periods[_time(statement)].append(statement)
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
