"""Where the parts of a profile stand in its files, looked up when there is something to report."""

from __future__ import annotations

from functools import cached_property
from typing import Any, TypeAlias

from companyprofiles._contents import with_subject
from companyprofiles._coverage import Coverage
from companyprofiles._documents import read_documents
from companyprofiles._entities import Entity
from companyprofiles._header import Origin
from companyprofiles._profile import Profile
from companyprofiles._property import Property
from companyprofiles._reader import Reading, Record
from companyprofiles._resolutions import Resolution
from companyprofiles._sources import Source
from companyprofiles._statements import Statement
from companyprofiles.errors import Problem

__all__ = ["Locations", "Part"]

Part: TypeAlias = Statement[Any] | Entity | Source | Property[Any] | Coverage | Resolution | None
"""A part of a profile; ``None`` for the profile as a whole."""


class Locations:
    """The files of a profile, read again when the first place is asked for.

    Parts are found by their ids, keys and claims, so that a place is right or missing where a file
    changed meanwhile.

    Args:
        profile: The profile; without files, places are named by ids and keys.
    """

    def __init__(self, profile: Profile) -> None:
        self._profile = profile

    def problem(self, part: Part, path: str, message: str) -> Problem:
        """Return a problem of a part of the profile, as the reader tells those of the data.

        Args:
            part: What it is about.
            path: Place in it, such as ``references[0].quote``.
            message: What is wrong.
        """
        record = self._records.get(_key(part))
        if record is not None:
            return record.problem(self._profile.origin, path, message)
        whole = ".".join(text for text in (*_name(part), path) if text)
        return Problem(str(self._profile.origin) or self._profile.id, "", 0, whole, message)

    @cached_property
    def _records(self) -> dict[object, Record]:
        folder = self._profile.origin.folder
        documents, problems = read_documents(folder, "") if folder else ([], [])
        if not documents:
            return {}
        own = {prop.name for prop in self._profile.properties}
        used = {statement.prop.name: statement.prop for statement in self._profile}
        known = {name: prop for name, prop in used.items() if name not in own}
        header, lists = Reading(known, Origin(), problems).parts(documents)
        records: dict[object, Record] = {_key(None): header[0]} if header else {}
        for pairs in lists.values():
            for record, part in pairs:
                records.setdefault(_key(self._complete(part)), record)
        return records

    def _complete(self, part: Any) -> Any:
        is_about = isinstance(part, Statement | Coverage)
        return with_subject([part], self._profile.subject)[0] if is_about else part


def _key(part: Part) -> object:
    """Return what a part is told by: its name, or all it says where it has none."""
    if isinstance(part, Coverage | Resolution):
        return part
    return _name(part)


def _name(part: Part) -> tuple[str, str]:
    """Return the list that a part is in, and what it is called there."""
    if part is None:
        return "profile", ""
    if isinstance(part, Statement):
        return "statements", part.anchor
    if isinstance(part, Entity):
        return "entities", part.id
    if isinstance(part, Source):
        return "sources", part.id
    if isinstance(part, Property):
        return "properties", part.name
    if isinstance(part, Coverage):
        return "coverage", f"{part.subject}.{part.prop}"
    return "resolutions", part.statements[0]
