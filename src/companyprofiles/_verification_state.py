"""What became of sources, kept in a file so that a later run goes on where one ended."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from companyprofiles._inquiry import Outcome, SourceResult
from companyprofiles._sources import Source
from companyprofiles.errors import InvalidValueError

__all__ = ["State"]

HEADER = json.dumps({"written_by": "companyprofiles verify", "version": 1})
FIELDS = ("url", "sha256", "outcome", "reason", "status", "moved_to", "asked")

Key = tuple[str | None, str | None]


class State:
    """Results in a file, a line of JSON each, written as they come.

    The last line about an address and hash counts. A line that cannot be read, such as one that
    was cut off, only means that its address is asked again.

    Args:
        path: The file; it is made where there is none.
        max_age: Age from which a result is known no more.

    Raises:
        InvalidValueError: The file was written by something else; it is left as it is.
        OSError: The file cannot be read or written.
    """

    def __init__(self, path: Path, max_age: timedelta) -> None:
        self._path = path
        self._max_age = max_age
        text = path.read_text("utf-8", errors="replace") if path.exists() else ""
        header, *lines = text.split("\n") if text else [HEADER]
        if header != HEADER:
            advice = "Name another file for the state."
            raise InvalidValueError("a file that 'verify' wrote", path, advice)
        self._entries = {_key(entry): entry for entry in map(_entry, lines) if entry}
        if not text:
            self._write(HEADER)
        elif not text.endswith("\n"):
            self._write("")

    def known(self, source: Source) -> SourceResult | None:
        """Return what is known of a source.

        A source that refused or could not be reached is never known: it may answer today.
        """
        entry = self._entries.get((source.url, source.sha256))
        if entry is None:
            return None
        fields = {name: entry[name] for name in FIELDS[2:-1]}
        asked = datetime.fromisoformat(entry["asked"])
        result = SourceResult(source=source, asked=asked, **fields)
        is_young = timedelta(0) <= datetime.now(UTC) - asked < self._max_age
        is_answer = result.outcome.answers or result.outcome is Outcome.GONE
        return result if is_young and is_answer else None

    def add(self, result: SourceResult) -> None:
        """Write down a result, unless it is written already or nothing was asked."""
        fields = result.to_dict()
        entry = {name: fields[name] for name in FIELDS}
        if result.asked is not None and self._entries.get(_key(entry)) != entry:
            self._entries[_key(entry)] = entry
            self._write(json.dumps(entry, ensure_ascii=False))

    def _write(self, line: str) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{line}\n")


def _key(entry: dict[str, Any]) -> Key:
    return entry["url"], entry["sha256"]


def _entry(line: str) -> dict[str, Any] | None:
    """Return what a line says, or ``None`` where it says nothing that can be used."""
    try:
        entry = json.loads(line)
        Outcome(entry["outcome"])
        is_dated = datetime.fromisoformat(entry["asked"]).tzinfo is not None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    texts = [entry.get(name) for name in ("url", "sha256", "reason", "moved_to")]
    is_whole = entry.keys() == set(FIELDS) and isinstance(entry["status"], int)
    is_sound = is_whole and all(isinstance(text, str | None) for text in texts)
    return entry if is_sound and is_dated else None
