"""Questions about one entity: what holds, what came last, how it went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar, overload

import attrs

from companyprofiles._dates import PartialDate
from companyprofiles._entities import Entity
from companyprofiles._periods import End, Period
from companyprofiles._property import Property, Time
from companyprofiles._resolutions import Resolution
from companyprofiles._sources import Source
from companyprofiles._statements import Modality, Rank, Statement
from companyprofiles.errors import NoStatementError, UndecidedError, UnknownNameError, count

__all__ = ["EntityView", "in_order", "property_name"]

V = TypeVar("V")

NOT_HISTORY = frozenset({Modality.PLANNED, Modality.DENIED})
"""Modalities that say what may be or is not, not what was."""


def property_name(prop: Property[Any] | str, known: Iterable[str]) -> str:
    """Return the name of *prop*, checked against *known* where it is given as a string.

    Raises:
        UnknownNameError: No statement of the profile has a property of that name.
    """
    if isinstance(prop, Property):
        return prop.name
    names = set(known)
    if prop not in names:
        raise UnknownNameError("property in this profile", prop, names)
    return prop


def counts(statement: Statement[Any]) -> bool:
    """Tell whether it may answer a question: neither deprecated nor planned nor denied."""
    return not statement.is_deprecated and statement.modality not in NOT_HISTORY


def in_order(statements: Iterable[Statement[V]]) -> tuple[Statement[V], ...]:
    """Return the dated ones of *statements*, earliest first."""
    dated = [(statement.date, statement) for statement in statements]
    return tuple(
        statement
        for _, statement in sorted(
            ((date.sort_key, statement) for date, statement in dated if date is not None),
            key=lambda pair: (pair[0], pair[1].prop.name, pair[1].anchor),
        )
    )


def _has_not_ended(statement: Statement[Any]) -> bool:
    valid = statement.valid
    if statement.prop.time is not Time.STATE or valid is None or valid.at is not None:
        return True
    return valid.end is End.OPEN


def _last_and_longest(valid: Period | None) -> tuple[dt.date, int]:
    """Order by the last day, then by length, so that a year beats its last quarter."""
    if valid is None:
        return (dt.date.min, 0)
    last = valid.end.latest if isinstance(valid.end, PartialDate) else dt.date.max
    first = valid.start.earliest if isinstance(valid.start, PartialDate) else dt.date.min
    return (last, (last - first).days)


@attrs.frozen(kw_only=True, repr=False)
class EntityView:
    """What a profile states of one entity.

    Iterating gives its statements; the questions are those of the profile itself.
    """

    entity: Entity
    """The entity."""
    statements: tuple[Statement[Any], ...]
    """Every statement about it, whatever its rank."""
    property_names: frozenset[str] = frozenset()
    """Names of the properties that the profile uses."""
    resolutions: tuple[Resolution, ...] = ()
    """What the editors decided where statements contradict each other."""
    sources: tuple[Source, ...] = ()
    """The documents that its statements are taken from."""

    def to_records(self) -> list[dict[str, Any]]:
        """Return a flat row for each statement, as data frames take them.

        Every row has the same keys: ``statement`` (its key or id), ``prop``, ``subject``; the
        value as text (``value``, ``lang``), as the id of the ``entity`` that it names, and as a
        number (``amount``, ``unit``, ``lower``, ``upper``, exact); when it held (``valid`` as
        written, ``valid_from``, ``valid_to``); ``dimensions``, ``rank``, ``modality``,
        ``absent``, ``because``, ``replaced_by``, ``derived_from``, ``derived_by``, and the
        ids of its ``sources``. What there is none of is ``None``.
        """
        from companyprofiles._records import records

        return records(self.statements)

    def _repr_html_(self) -> str:
        from companyprofiles._html import view_table

        return view_table(self)

    def __iter__(self) -> Iterator[Statement[Any]]:
        return iter(self.statements)

    def __len__(self) -> int:
        return len(self.statements)

    def __repr__(self) -> str:
        return f"<EntityView {self.entity.id}: {count(len(self), 'statement')}>"

    @overload
    def __getitem__(self, prop: Property[V]) -> Statement[V]: ...
    @overload
    def __getitem__(self, prop: str) -> Statement[Any]: ...
    def __getitem__(self, prop: Property[Any] | str) -> Statement[Any]:
        """Return the one statement that holds: preferred, not ended, not deprecated.

        Raises:
            NoStatementError: None does.
            UndecidedError: More than one does; the message names them.
            UnknownNameError: A name that no statement of the profile uses.
        """
        return self._only(prop, self._holding(prop), "holds now")

    @overload
    def all(self, prop: Property[V]) -> tuple[Statement[V], ...]: ...
    @overload
    def all(self, prop: str) -> tuple[Statement[Any], ...]: ...
    def all(self, prop: Property[Any] | str) -> tuple[Statement[Any], ...]:
        """Return every statement of *prop*, the deprecated ones too.

        Raises:
            UnknownNameError: A name that no statement of the profile uses.
        """
        name = property_name(prop, self.property_names)
        return tuple(statement for statement in self.statements if statement.prop.name == name)

    @overload
    def series(
        self, prop: Property[V], *, months: int | None = ...
    ) -> tuple[Statement[V], ...]: ...
    @overload
    def series(self, prop: str, *, months: int | None = ...) -> tuple[Statement[Any], ...]: ...
    def series(
        self, prop: Property[Any] | str, *, months: int | None = None
    ) -> tuple[Statement[Any], ...]:
        """Return how *prop* went, earliest first; empty if nothing dated is stated.

        Deprecated, planned and denied statements are left out.

        Args:
            prop: The property, or its name.
            months: Only periods of that many months, such as 12 for whole years.

        Raises:
            UnknownNameError: A name that no statement of the profile uses.
        """
        usable = in_order(s for s in self.all(prop) if counts(s))
        if months is None:
            return usable
        return tuple(s for s in usable if s.valid is not None and s.valid.months == months)

    @overload
    def latest(self, prop: Property[V]) -> Statement[V]: ...
    @overload
    def latest(self, prop: str) -> Statement[Any]: ...
    def latest(self, prop: Property[Any] | str) -> Statement[Any]:
        """Return the statement whose period ends last; of those, the one of the longest period.

        Raises:
            NoStatementError: Nothing dated is stated.
            UndecidedError: More than one statement is of that period.
            UnknownNameError: A name that no statement of the profile uses.
        """
        return self._only(prop, self._last(prop), "is the latest")

    def timeline(self) -> tuple[Statement[Any], ...]:
        """Return every dated statement that is neither deprecated nor denied, earliest first."""
        return in_order(
            s for s in self if not s.is_deprecated and s.modality is not Modality.DENIED
        )

    def _holding(self, prop: Property[Any] | str) -> list[Statement[Any]]:
        """Return what holds now; more than one statement where nothing decides between them."""
        return self._decided([s for s in self.all(prop) if counts(s) and _has_not_ended(s)])

    def _last(self, prop: Property[Any] | str) -> list[Statement[Any]]:
        """Return what is of the latest period; more than one where nothing decides."""
        series = _narrow(list(self.series(prop)), lambda s: not s.dimensions)
        last = max((_last_and_longest(s.valid) for s in series), default=None)
        candidates = [s for s in series if _last_and_longest(s.valid) == last]
        if last is not None and all(s.valid is None for s in candidates):
            day = candidates[-1].date
            candidates = [s for s in candidates if s.date == day]
        return self._decided(candidates)

    def _only(
        self, prop: Property[Any] | str, candidates: list[Statement[Any]], what: str
    ) -> Statement[Any]:
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            message = (
                f"{len(candidates)} statements of {prop} about {self.entity.id!r} could be meant; "
                f"ask for .latest, .series, .all or .where:"
            )
            raise UndecidedError(message, map(str, candidates))
        others = self.all(prop)
        if not others:
            message = f"nothing is stated of {prop} about {self.entity.id!r}."
        else:
            message = (
                f"no statement of {prop} about {self.entity.id!r} {what}; "
                f"see .all({str(prop)!r}) for {count(len(others), 'other')}."
            )
        raise NoStatementError(message)

    def _decided(self, candidates: list[Statement[Any]]) -> list[Statement[Any]]:
        """Keep what is preferred, of the whole, and neither lost a dispute nor was restated."""
        candidates = _narrow(candidates, lambda s: s.rank is Rank.PREFERRED)
        candidates = _narrow(candidates, lambda s: not s.dimensions)
        if len(candidates) < 2:  # noqa: PLR2004, nothing to decide
            return candidates
        # What compares statements costs as much to import as all the rest: only who needs it pays.
        from companyprofiles._disputes import superseded

        lost = superseded(candidates, self.resolutions, {s.id: s for s in self.sources})
        return [s for s in candidates if s not in lost] or candidates


def _narrow(
    statements: list[Statement[V]], condition: Callable[[Statement[V]], bool]
) -> list[Statement[V]]:
    """Keep the statements that fulfil *condition*, or all of them if none does."""
    return [s for s in statements if condition(s)] or statements
