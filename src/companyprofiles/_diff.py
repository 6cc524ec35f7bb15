"""What changed from one version of a profile to another, fact by fact."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

import attrs

from companyprofiles._difference import Changes, Difference, FieldChange, Kind, StatementChange
from companyprofiles._header import Header
from companyprofiles._profile import Profile
from companyprofiles._sources import Reference
from companyprofiles._statements import Statement

__all__ = ["diff"]

T = TypeVar("T")

Fields = dict[str, Callable[[Statement[Any]], Any]]

CLAIM: Fields = {
    "prop": lambda s: s.prop,
    "subject": lambda s: s.subject,
    "value": lambda s: None if s.absent else s.value,
    "absent": lambda s: s.absent,
    "valid": lambda s: s.valid,
    "dimensions": lambda s: s.dimensions,
    "modality": lambda s: s.modality,
}
"""What a statement claims, of which its id is made."""
BESIDES: Fields = {
    "rank": lambda s: s.rank,
    "because": lambda s: s.because,
    "replaced_by": lambda s: s.replaced_by,
    "derived_from": lambda s: s.derived_from,
    "derived_by": lambda s: s.derived_by,
    "note": lambda s: s.note,
    "exempt": lambda s: s.exempt,
    "key": lambda s: s.key,
    "references": lambda s: Counter(s.references),
}
"""What it says besides; the order of references says nothing."""


def diff(old: Profile, new: Profile) -> Difference:
    """Compare two versions of a profile by what they say.

    The order of files, statements and references says nothing, and nothing is guessed: without a
    key in common, an old and a new claim are a withdrawal and an addition.

    Args:
        old: The version that was there first.
        new: The version that came after it.
    """
    versions = _Versions(old, new)
    changes = versions.changes()
    return Difference(
        old=old,
        new=new,
        header=tuple(
            FieldChange(field.name, getattr(old, field.name), getattr(new, field.name))
            for field in attrs.fields(Header)
            if getattr(old, field.name) != getattr(new, field.name)
        ),
        statements=changes,
        unchanged=tuple(versions.unchanged),
        entities=_changes(old.entities, new.entities, lambda e: e.id),
        sources=_changes(old.sources, new.sources, lambda s: s.id),
        coverage=_changes(old.coverage, new.coverage, lambda c: (c.prop, c.subject)),
        resolutions=_changes(old.resolutions, new.resolutions, lambda r: frozenset(r.statements)),
        properties=_changes(
            old.properties, new.properties, lambda p: p.name, content=lambda p: str(p.to_dict())
        ),
    )


class _Versions:
    """The statements of two versions, by claim and by key.

    Args:
        old: The version that was there first.
        new: The version that came after it.
    """

    def __init__(self, old: Profile, new: Profile) -> None:
        self.subject = new.subject
        # An id costs a hash: each is asked for once.
        self.old = {statement.id: statement for statement in old.statements}
        self.new = {statement.id: statement for statement in new.statements}
        self.old_keys = {s.key: claim for claim, s in self.old.items() if s.key}
        self.new_keys = {s.key: claim for claim, s in self.new.items() if s.key}
        self.unchanged: list[Statement[Any]] = []

    def changes(self) -> tuple[StatementChange, ...]:
        """Return what became of every statement that is not as it was, in order."""
        found: list[tuple[str, StatementChange]] = []
        accounted: set[str] = set()
        replaced: dict[str, list[Statement[Any]]] = defaultdict(list)
        for claim, old in self.old.items():
            new = self.new.get(claim)
            change = self._kept(old, new) if new else self._gone(old)
            if change is None:
                self.unchanged.append(self.new[claim])
                continue
            found.append((claim, change))
            if change.kind is Kind.CORRECTED and change.instead and change.instead.key:
                instead = self.new_keys[change.instead.key]
                replaced[instead].append(old)
                accounted.update(() if new else (instead,))
        for claim, new in self.new.items():
            if claim not in self.old and claim not in accounted:
                added = StatementChange(kind=Kind.ADDED, new=new, replaces=tuple(replaced[claim]))
                found.append((claim, added))
        return tuple(change for _, change in sorted(found, key=self._place))

    def _gone(self, old: Statement[Any]) -> StatementChange:
        """Say what became of a claim that the new version does not have."""
        claim = self.new_keys.get(old.key or "")
        if claim is None:
            return StatementChange(kind=Kind.WITHDRAWN, old=old)
        instead = self.new[claim]
        if claim in self.old:  # The key went to a claim that was there already.
            return StatementChange(kind=Kind.WITHDRAWN, old=old, instead=instead)
        return StatementChange(
            kind=Kind.CORRECTED,
            old=old,
            new=instead,
            instead=instead,
            fields=_differing(old, instead, CLAIM | BESIDES),
            references=_reference_changes(old, instead),
        )

    def _kept(self, old: Statement[Any], new: Statement[Any]) -> StatementChange | None:
        """Say what became of a claim that both versions have; ``None`` where it is as it was."""
        fields = () if old == new else _differing(old, new, BESIDES)
        if not fields:
            return None
        kind = self._kind(old, new, fields)
        return StatementChange(
            kind=kind,
            old=old,
            new=new,
            instead=self._replacement(new) if kind is Kind.CORRECTED else None,
            fields=fields,
            references=_reference_changes(old, new),
        )

    def _replacement(self, new: Statement[Any]) -> Statement[Any] | None:
        return self.new[self.new_keys[new.replaced_by]] if new.replaced_by else None

    def _kind(self, old: Statement[Any], new: Statement[Any], fields: tuple[str, ...]) -> Kind:
        if old.is_deprecated != new.is_deprecated:
            return Kind.CORRECTED if new.is_deprecated else Kind.REINSTATED
        if (
            "rank" in fields
            or (old.because is None) != (new.because is None)
            or self._lead_elsewhere(_keys(old.replaced_by), _keys(new.replaced_by))
        ):
            return Kind.RERANKED
        if (
            "references" in fields
            or "derived_by" in fields
            or self._lead_elsewhere(old.derived_from, new.derived_from)
        ):
            return Kind.RESOURCED
        return Kind.REWORDED

    def _lead_elsewhere(self, old: tuple[str, ...], new: tuple[str, ...]) -> bool:
        """Tell whether keys stand for other claims, and are not merely called otherwise."""
        return len(old) != len(new) or any(
            before != after and self.old_keys[before] != self.new_keys[after]
            for before, after in zip(old, new, strict=True)
        )

    def _place(self, found: tuple[str, StatementChange]) -> tuple[Any, ...]:
        claim, change = found
        statement = change.statement
        return (
            statement.subject != self.subject,
            statement.subject,
            statement.prop.name,
            statement.valid.sort_key[:2] if statement.valid else (),
            claim,
        )


def _keys(key: str | None) -> tuple[str, ...]:
    return (key,) if key else ()


def _differing(old: Statement[Any], new: Statement[Any], fields: Fields) -> tuple[str, ...]:
    return tuple(name for name, get in fields.items() if get(old) != get(new))


def _reference_changes(old: Statement[Any], new: Statement[Any]) -> Changes[Reference]:
    if old.references == new.references:
        return Changes()
    return _changes(
        old.references,
        new.references,
        lambda reference: (reference.source, reference.locator),
        lambda reference: reference.source,
    )


def _same(record: Any) -> Hashable:
    return record  # type: ignore[no-any-return]


def _changes(
    old: Sequence[T],
    new: Sequence[T],
    *keys: Callable[[T], Hashable],
    content: Callable[[T], Hashable] = _same,
) -> Changes[T]:
    """Compare two lists of records.

    Args:
        old: The records as they were.
        new: The records as they are.
        *keys: What makes two records versions of one, the surest first.
        content: What a record says.
    """
    _, old, new = _paired(old, new, content)
    changed: list[tuple[T, T]] = []
    for key in keys:
        pairs, old, new = _paired(old, new, key)
        changed += pairs
    return Changes(added=tuple(new), removed=tuple(old), changed=tuple(changed))


def _paired(
    old: Sequence[T], new: Sequence[T], key: Callable[[T], Hashable]
) -> tuple[list[tuple[T, T]], list[T], list[T]]:
    """Pair records with equal keys, in order; return the pairs and what is left of each list."""
    places: dict[Hashable, deque[int]] = defaultdict(deque)
    for place, record in enumerate(new):
        places[key(record)].append(place)
    pairs, left, taken = [], [], set()
    for record in old:
        waiting = places.get(key(record))
        if waiting:
            taken.add(waiting[0])
            pairs.append((record, new[waiting.popleft()]))
        else:
            left.append(record)
    return pairs, left, [record for place, record in enumerate(new) if place not in taken]
