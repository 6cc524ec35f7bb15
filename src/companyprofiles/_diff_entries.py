"""What is said of each change between two versions of a profile, whatever it is printed as."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from importlib.util import find_spec
from typing import Any, TypeVar

import attrs

from companyprofiles import _words
from companyprofiles._coverage import Coverage
from companyprofiles._dates import PartialDate
from companyprofiles._difference import Changes, Difference, Kind, StatementChange
from companyprofiles._entities import Entity
from companyprofiles._plain import plain, record
from companyprofiles._property import Property
from companyprofiles._resolutions import Resolution
from companyprofiles._sources import Reference, Source
from companyprofiles._statements import Statement
from companyprofiles._texts import Text
from companyprofiles._wording import Wording

__all__ = ["Detail", "Entry", "Piece", "Section", "sections"]

T = TypeVar("T")
Data = dict[str, Any]

LANGUAGE = "en"
ARROW = " → "


@attrs.frozen
class Piece:
    """A piece of text, perhaps with an address."""

    text: str
    """What it says."""
    url: str | None = None
    """Address of what it names; ``None`` where there is none."""
    after: str = ""
    """What follows outside the link."""


@attrs.frozen
class Detail:
    """What is to be known of a change besides what it is."""

    label: str
    """What it is."""
    pieces: tuple[Piece, ...]
    """What it says."""


@attrs.frozen
class Entry:
    """One change."""

    title: str
    """What changed."""
    text: str
    """How it changed."""
    details: tuple[Detail, ...] = ()
    """Reasons, sources and the like."""
    url: str | None = None
    """Address of what the text names."""


@attrs.frozen
class Section:
    """Changes of one kind."""

    title: str
    """What became of them."""
    entries: tuple[Entry, ...]
    """The changes."""
    kind: Kind | None = None
    """What became of the statements; ``None`` where it is about something else."""


def sections(difference: Difference) -> tuple[Section, ...]:
    """Return everything that changed by kind, without empty sections.

    A new claim that replaces a corrected one is told with the correction, not a second time.
    """
    return tuple(section for section in _Words(difference).sections() if section.entries)


class _Words:
    """The words for one difference.

    Args:
        difference: The difference.
    """

    def __init__(self, difference: Difference) -> None:
        self.difference = difference
        profiles = (difference.old, difference.new)
        self.names = {entity.id: str(entity) for profile in profiles for entity in profile.entities}
        self.sources = {source.id: source for profile in profiles for source in profile.sources}
        # Values are in words where Babel is there, else in the notation of data files.
        self.wording = Wording(
            LANGUAGE if find_spec("babel") else "",
            name=lambda name: self.names.get(name, name),
            subject=difference.new.subject,
        )

    def sections(self) -> Iterator[Section]:
        """Yield every section."""
        found = self.difference
        header = [
            Entry(
                _label(change.name).capitalize(),
                ARROW.join((self._header_value(change.old), self._header_value(change.new))),
            )
            for change in found.header
        ]
        yield Section("Profile", tuple(header))
        for kind in Kind:
            told = [change for change in found.of(kind) if not change.replaces]
            yield Section(kind.value.capitalize(), tuple(map(self._statement, told)), kind)
        yield Section("Entities", tuple(_entries(found.entities, _entity)))
        yield Section("Sources", tuple(_entries(found.sources, _source)))
        yield Section("Coverage", tuple(_entries(found.coverage, self._coverage)))
        yield Section("Decisions", tuple(_entries(found.resolutions, _resolution)))
        yield Section(
            "Properties", tuple(_entries(found.properties, _property, lambda p: p.to_dict()))
        )

    def _header_value(self, value: Any) -> str:
        is_date = isinstance(value, PartialDate)
        return self.wording.date(value) if is_date else _full(plain(value))

    def _statement(self, change: StatementChange) -> Entry:
        if change.kind is Kind.CORRECTED and change.old and change.instead:
            return self._correction(change, change.old, change.instead)
        statement = change.statement
        details = tuple(self._details(change))
        return Entry(self._title(statement), self._value(statement), details)

    def _correction(
        self, change: StatementChange, old: Statement[Any], instead: Statement[Any]
    ) -> Entry:
        before, after = self._context(old), self._context(instead)
        shared = [text for name, text in before.items() if text and after[name] == text]
        texts = self._side(old, before, after), self._side(instead, after, before)
        if texts[0] == texts[1]:
            text = _versus(plain(old.absent or old.value), plain(instead.absent or instead.value))
        else:
            text = ARROW.join(texts)
        return Entry(", ".join(shared) or f"key {old.key}", text, tuple(self._details(change)))

    def _side(
        self, statement: Statement[Any], context: dict[str, str], other: dict[str, str]
    ) -> str:
        """Return a value, with what it belongs to as far as the other one does not."""
        own = [text for name, text in context.items() if text and other[name] != text]
        return self._value(statement) + (f" ({', '.join(own)})" if own else "")

    def _title(self, statement: Statement[Any]) -> str:
        return ", ".join(filter(None, self._context(statement).values()))

    def _context(self, statement: Statement[Any]) -> dict[str, str]:
        """Return what a value belongs to, in words, empty where it says nothing."""
        return {
            "subject": self.names[statement.subject],
            "prop": str(statement.prop.label),
            "dimensions": ", ".join(self.wording.dimensions(statement)),
            "valid": self.wording.period(statement),
            "modality": _words.modality(statement.modality, ""),
            "rank": _words.rank(statement.rank, "") if statement.is_deprecated else "",
        }

    def _value(self, statement: Statement[Any]) -> str:
        text = self.wording.value_of(statement)
        if not statement.absent and isinstance(statement.value, Text):
            return f"{text} ({statement.value.lang})"
        return text

    def _details(self, change: StatementChange) -> Iterator[Detail]:
        kind, old, new = change.kind, change.old, change.new
        told = {"references"}
        if change.because and (
            kind in (Kind.ADDED, Kind.CORRECTED)
            or (kind is Kind.RERANKED and old is not None and not old.because)
        ):
            yield _detail("reason", str(change.because))
            told.add("because")
        if kind is Kind.CORRECTED:
            told |= {"rank", "because", "replaced_by"}
        if old and new and change.instead is not new:
            yield from self._differences(change, old, new, told)
        if kind is not Kind.RESOURCED:
            instead = change.instead if kind is Kind.CORRECTED else None
            yield self._cited(instead or change.statement)
        if kind is Kind.WITHDRAWN and change.instead:
            text = f"{self._title(change.instead)}: {self._value(change.instead)}"
            yield _detail(f"the key {change.statement.key} is now of", text)

    def _differences(
        self,
        change: StatementChange,
        old: Statement[Any],
        new: Statement[Any],
        told: Container[str],
    ) -> Iterator[Detail]:
        """Tell what differs between two statements of one claim, but for what is told already."""
        for name in change.fields:
            if name not in told:
                texts = _versus(plain(getattr(old, name)), plain(getattr(new, name)))
                yield _detail(_label(name), texts)
        found = change.references
        for label, references in (("added", found.added), ("removed", found.removed)):
            if references:
                yield Detail(f"source {label}", tuple(map(self._reference, references)))
        for before, after in found.changed:
            piece = self._reference(after)
            found_fields = _field_changes(record(before), record(after))
            texts = "; ".join(map(": ".join, found_fields))
            piece = attrs.evolve(piece, after=f"{piece.after} ({texts})")
            yield Detail("source changed", (piece,))

    def _cited(self, statement: Statement[Any]) -> Detail:
        return Detail("source", tuple(map(self._reference, statement.references)))

    def _reference(self, reference: Reference) -> Piece:
        source = self.sources[reference.source]
        place = f", {reference.locator}" if reference.locator else ""
        return Piece(str(source.title), source.url, place)

    def _coverage(self, coverage: Coverage) -> Entry:
        text = str(coverage).partition(": ")[2]
        return Entry("", f"{self.names[coverage.subject]}, {coverage.prop}: {text}")


def _entity(entity: Entity) -> Entry:
    return Entry("", f"{entity} ({entity.kind.value}, {entity.id})")


def _source(source: Source) -> Entry:
    parts = (str(source.title), source.publisher, str(source.published or ""))
    text = ", ".join(filter(None, parts))
    return Entry("", f"{text} ({source.id})", url=source.url)


def _resolution(resolution: Resolution) -> Entry:
    return Entry("", str(resolution))


def _property(prop: Property[Any]) -> Entry:
    return Entry("", f"{prop.label} ({prop.name})")


def _entries(
    changes: Changes[T], said: Callable[[T], Entry], fields: Callable[[T], Data] = record
) -> Iterator[Entry]:
    for title, records in (("Added", changes.added), ("Removed", changes.removed)):
        for one in records:
            yield attrs.evolve(said(one), title=title)
    for old, new in changes.changed:
        found = _field_changes(fields(old), fields(new))
        details = tuple(_detail(label, text) for label, text in found)
        yield attrs.evolve(said(new), title="Changed", details=details)


def _detail(label: str, text: str) -> Detail:
    return Detail(label, (Piece(text),))


def _field_changes(old: Data, new: Data) -> Iterator[tuple[str, str]]:
    """Yield what each field of a record is called, and how it changed."""
    for name in {**old, **new}:
        if old.get(name) != new.get(name):
            yield _label(name), _versus(old.get(name), new.get(name))


def _versus(old: Any, new: Any) -> str:
    """Write old and new plain data on one line; of two tables, what differs."""
    if isinstance(old, dict) and isinstance(new, dict):
        names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
        old, new = ({name: data[name] for name in names if name in data} for data in (old, new))
    return f"{_full(old)}{ARROW}{_full(new)}"


def _full(value: Any) -> str:
    """Write plain data on one line; of a text in several languages, the English."""
    if value is None or value in ("", [], {}):
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict) and LANGUAGE in value:
        return _full(value[LANGUAGE])
    if isinstance(value, dict):
        return "; ".join(f"{name}: {_full(item)}" for name, item in value.items())
    if isinstance(value, list):
        return ", ".join(map(_full, value))
    return str(value)


def _label(name: str) -> str:
    return name.replace("_", " ")
