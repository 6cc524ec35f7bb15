"""Data files to a profile, or every problem of them, each with file, line and path."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import attrs

from companyprofiles import vocabulary as core
from companyprofiles._contents import with_subject
from companyprofiles._coverage import Coverage
from companyprofiles._documents import Document, read_documents
from companyprofiles._entities import Entity
from companyprofiles._header import UPGRADE, Header, Origin
from companyprofiles._integrity import Names, flaws, names_in, unknown
from companyprofiles._maps import MOST_KEYS
from companyprofiles._positions import join
from companyprofiles._profile import Profile
from companyprofiles._property import RESERVED_NAMES, Property
from companyprofiles._resolutions import Resolution
from companyprofiles._sources import Source
from companyprofiles._statements import Statement
from companyprofiles._structure import BadRecordError, structure, structure_statement
from companyprofiles._texts import Text
from companyprofiles.errors import Problem, ProfileDataError, sentence

__all__ = ["read_document", "read_folder"]

T = TypeVar("T")

NOWHERE = Origin()

LISTS: Mapping[str, Any] = {
    "properties": Property[Any],
    "entities": Entity,
    "sources": Source,
    "coverage": Coverage,
    "resolutions": Resolution,
}


def read_folder(folder: Path, vocabulary: Mapping[str, Property[Any]], origin: Origin) -> Profile:
    """Read the ``*.toml`` files of a folder as one profile.

    Args:
        folder: The folder; its subfolders are not read.
        vocabulary: The properties that statements may have, besides the profile's own.
        origin: Where the folder comes from, for messages and for the profile. Where it names
            files already, such as the archive that the folder was unpacked from, they stay.

    Raises:
        ProfileDataError: The data has problems; every one is named.
    """
    documents, problems = read_documents(folder, str(origin))
    if problems and not documents:
        raise ProfileDataError(problems)
    files = origin.files or tuple(folder / document.name for document in documents)
    reading = Reading(vocabulary, attrs.evolve(origin, files=files), problems)
    return reading.profile(documents)


def read_document(
    data: Mapping[str, Any], vocabulary: Mapping[str, Property[Any]], origin: Origin = NOWHERE
) -> Profile:
    """Read plain data such as :meth:`Profile.to_dict` returns.

    Args:
        data: The data.
        vocabulary: The properties that statements may have, besides the profile's own.
        origin: Where the data comes from, for messages and for the profile.

    Raises:
        ProfileDataError: The data has problems; every one is named.
    """
    if not isinstance(data, Mapping):
        raise ProfileDataError([Problem(str(origin), "", 0, "", sentence("a table", data))])
    return Reading(vocabulary, origin, []).profile([Document("", data)])


@attrs.frozen
class Record:
    """One table of the data, and where it stands."""

    document: Document
    path: str
    raw: Any

    def problem(self, origin: Origin, path: str, message: str) -> Problem:
        """Return a problem at a path below this table."""
        below = path if not path or path.startswith("[") else f".{path}"
        whole = f"{self.path}{below}".removeprefix(".")
        line, folder = self.document.line(whole), self.document.folder
        return Problem(str(origin), self.document.name, line, whole, message, folder)


class Reading:
    """One profile on its way from documents; collects problems until the end.

    Args:
        vocabulary: The properties that statements may have, besides the profile's own.
        origin: Where the data comes from.
        problems: Those already found.
    """

    def __init__(
        self, vocabulary: Mapping[str, Property[Any]], origin: Origin, problems: list[Problem]
    ) -> None:
        self.vocabulary = vocabulary
        self.origin = origin
        self.problems = problems
        self.unread = bool(problems)
        self.known: Names | None = None
        self.spared: set[str] = set()
        self.broken: list[Record] = []

    def profile(self, documents: list[Document]) -> Profile:
        """Return the profile of all documents together.

        Raises:
            ProfileDataError: There are problems; every one is named.
        """
        header, lists = self.parts(documents)
        if header is not None and not self.unread:
            self._fit(header, lists)
        if self.problems or header is None:
            # What else seems wrong in data of a later version may be right.
            newer = [problem for problem in self.problems if problem.message.endswith(UPGRADE)]
            found = dict.fromkeys(newer or self.problems)
            raise ProfileDataError(sorted(found, key=lambda p: (p.file, p.line)))
        things = {name: tuple(thing for _, thing in pairs) for name, pairs in lists.items()}
        return Profile(
            **attrs.asdict(header[1], recurse=False),
            **things,  # type: ignore[arg-type]
            origin=self.origin,
        )

    def parts(
        self, documents: list[Document]
    ) -> tuple[tuple[Record, Header] | None, dict[str, list[tuple[Record, Any]]]]:
        """Return the header and the lists of the profile, each part with the table it stands in."""
        tables: dict[str, list[Record]] = defaultdict(list)
        for document in documents:
            for name, record in self._tables(document):
                tables[name].append(record)
        header = self._header(documents, tables.pop("profile", []))
        lists = {name: self._list(kind, tables.pop(name, [])) for name, kind in LISTS.items()}
        lists["statements"] = list(self._statements(tables, lists["properties"]))
        return header, lists

    def _report(self, record: Record, path: str, message: str) -> None:
        self.problems.append(record.problem(self.origin, path, message))

    def _tables(self, document: Document) -> Iterator[tuple[str, Record]]:
        """Yield every table with the name of its list; a statement's list is its property."""
        for name, value in document.data.items():
            if not isinstance(name, str):
                self._report(Record(document, "", value), "", sentence("a string as key", name))
                continue
            path = join("", name)
            whole = Record(document, path, value)
            if name == "profile":
                yield name, whole
            elif name == "statements" and document.is_plain_data:
                yield from self._plain_statements(whole)
            elif name == "statements":
                message = "must be left out: a table is named after the property of its statements."
                self._report(whole, "", message)
            elif not isinstance(value, list):
                message = sentence("a list of tables", value, f"Write [[{path}]] above each.")
                self._report(whole, "", message)
            else:
                for number, raw in enumerate(value):
                    yield name, Record(document, join(path, number), raw)

    def _plain_statements(self, whole: Record) -> Iterator[tuple[str, Record]]:
        if not isinstance(whole.raw, list):
            self._report(whole, "", sentence("a list of tables", whole.raw))
            return
        for number, raw in enumerate(whole.raw):
            record = Record(whole.document, join(whole.path, number), raw)
            name = raw.get("prop") if isinstance(raw, Mapping) else None
            if isinstance(name, str) and name not in RESERVED_NAMES:
                fields = {key: value for key, value in raw.items() if key != "prop"}
                yield name, attrs.evolve(record, raw=fields)
            else:
                self._report(record, "", "must be a table with the name of its property, prop.")

    def _header(
        self, documents: list[Document], found: list[Record]
    ) -> tuple[Record, Header] | None:
        if not found:
            # It may stand in a file that could not be read.
            if not self.unread:
                self._report(Record(documents[0], "", None), "", "must have one [profile] table.")
            return None
        for record in found[1:]:
            first = found[0].document
            place = f"{first.name}:{first.line('profile')}"
            message = f"must be given once, got a second [profile] table besides {place}."
            self._report(record, "", message)
        return next(iter(self._list(Header, found[:1])), None)

    def _list(self, kind: Any, records: list[Record]) -> list[tuple[Record, Any]]:
        read = []
        for record in records:
            try:
                read.append((record, structure(record.raw, kind)))
            except BadRecordError as error:
                self._bad(record, error)
        return read

    def _bad(self, record: Record, error: BadRecordError) -> None:
        for path, message in error.problems:
            self._report(record, path, message)
        names = (record.raw.get(name) for name in ("id", "key")) if _is_table(record.raw) else ()
        self.spared.update(name for name in names if isinstance(name, str))

    def _statements(
        self, tables: Mapping[str, list[Record]], own: list[tuple[Record, Property[Any]]]
    ) -> Iterator[tuple[Record, Statement[Any]]]:
        properties = {}
        for record, local in own:
            # A plugin's property of that name gives way: what is installed breaks no profile.
            if local.name in properties or local.name.upper() in core.__all__:
                message = sentence("a name that no other property has", local.name, "Rename it.")
                self._report(record, "name", message)
            properties[local.name] = local
        for name, records in sorted(tables.items()):
            prop: Property[Any] | None = properties.get(name) or self.vocabulary.get(name)
            if prop is None:
                if not self.unread:
                    self._unknown_property(records[0], "", name, properties)
                continue
            for record in records:
                yield from self._statement(record, prop)

    def _unknown_property(self, record: Record, path: str, name: str, own: Collection[str]) -> None:
        if self.known is None:
            self.known = Names([*self.vocabulary, *own])
        near = self.known.near(name)
        advice = "Define it under [[properties]], or install the distribution that brings it."
        if near:
            advice = f"Did you mean {near}? If not: {advice}"
        self._report(record, path, sentence("a known property", name, advice))

    def _statement(
        self, record: Record, prop: Property[Any]
    ) -> Iterator[tuple[Record, Statement[Any]]]:
        for raw in _one_a_language(record.raw, prop):
            if isinstance(raw, dict) and record.document.is_plain_data:
                raw.pop("id", None)
            if isinstance(raw, dict) and "prop" in raw:
                message = sentence("left out: the table is named after the property", raw["prop"])
                self._report(record, "prop", message)
            try:
                yield record, structure_statement(raw, prop)
            except BadRecordError as error:
                self._bad(attrs.evolve(record, raw=raw), error)
                self.broken.append(record)

    def _fit(
        self, header: tuple[Record, Header], lists: dict[str, list[tuple[Record, Any]]]
    ) -> None:
        """Report what does not fit together, and give every statement its subject."""
        subject = header[1].subject
        things = {name: tuple(thing for _, thing in pairs) for name, pairs in lists.items()}
        for name in ("statements", "coverage"):
            things[name] = with_subject(things[name], subject)
        records = {name: [record for record, _ in pairs] for name, pairs in lists.items()}
        records["profile"] = [header[0]]
        for record, statement in zip(records["statements"], things["statements"], strict=True):
            claim = record.raw.get("id") if record.document.is_plain_data else None
            if claim is not None and claim != statement.id:
                advice = "Leave it out; it is computed."
                self._report(
                    record, "id", sentence(f"the claim's hash {statement.id}", claim, advice)
                )
        known = {
            "the id of an entity": Names(
                {entity.id for entity in things["entities"]} | self.spared
            ),
            "the id of a source": Names({source.id for source in things["sources"]} | self.spared),
        }
        own = [prop.name for _, prop in lists["properties"]]
        for record, coverage in lists["coverage"]:
            if coverage.prop not in self.vocabulary and coverage.prop not in own:
                self._unknown_property(record, "prop", coverage.prop, own)
        for record in self.broken:
            for path, expected, name in names_in(record.raw):
                if name not in known[expected]:
                    self._report(record, path, unknown(expected, name, known[expected]))
        del things["properties"]
        for name, index, path, message in flaws(subject, **things, spared=self.spared):
            self._report(records[name][index], path, message)


def _is_table(raw: object) -> bool:
    return isinstance(raw, Mapping)


def _one_a_language(raw: Any, prop: Property[Any]) -> list[Any]:
    """Split a text in several languages into a table a language, each key with its language."""
    if not isinstance(raw, Mapping):
        return [raw]
    value, key = raw.get("value"), raw.get("key")
    if prop.value_type is not Text or not isinstance(value, Mapping) or "text" in value:
        return [dict(raw)]
    if not 2 <= len(value) <= MOST_KEYS:  # noqa: PLR2004
        return [dict(raw)]
    return [
        {
            **raw,
            "value": {lang: text},
            **({"key": f"{key}-{str(lang).lower()}"} if isinstance(key, str) else {}),
        }
        for lang, text in value.items()
    ]
