"""Where things stand in a TOML text: a line for every path, made only to report a problem."""

from __future__ import annotations

import re
from bisect import bisect_right
from contextlib import suppress

import tomli

from companyprofiles.errors import LONGEST_SHOWN_VALUE, shown

__all__ = ["Positions", "join"]

BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
SPACE = re.compile(r"[ \t]*")
STRING = re.compile(
    r'"""(?:\\.|[^\\])*?"{3,5}|'
    r"'''(?:.|\n)*?'{3,5}|"
    r'"(?:\\.|[^"\\\n])*"|'
    r"'[^'\n]*'",
    re.DOTALL,
)
SCALAR = re.compile(r"[^,\]}\n#]*")
LONGEST_PATH = 1000
"""Characters of the longest path whose line is remembered; what is deeper has the line above it."""
LAST_PART = re.compile(r"(\.?[^.\[\]]+|\[[0-9]+\])$")


def join(path: str, key: str | int) -> str:
    """Return the path of *key* below *path*, as messages write it: ``revenue[2].valid``."""
    if isinstance(key, int):
        return f"{path}[{key}]"
    is_plain = len(key) <= LONGEST_SHOWN_VALUE and BARE_KEY.fullmatch(key)
    name = key if is_plain else shown(key)
    return f"{path}.{name}" if path else name


class Positions:
    """The lines of a TOML text that has been parsed without error.

    Args:
        text: The text, as the parser got it.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._line_starts = [match.end() for match in re.finditer("\n", text)]
        self._lines: dict[str, int] = {}
        self._arrays: dict[str, int] = {}
        with suppress(RecursionError, IndexError, ValueError):  # What was found so far serves.
            self._document()

    def line(self, path: str) -> int:
        """Return the line of *path*, or of what is nearest above it; 1 where nothing is."""
        while path:
            if path in self._lines:
                return self._lines[path]
            path = LAST_PART.sub("", path) if LAST_PART.search(path) else ""
        return 1

    def _document(self) -> None:
        table = ""
        while self._skip(BLANK) < len(self._text):
            line = self._line()
            if self._text.startswith("[[", self._at):
                self._at += 2
                table = self._array_element(self._key())
                self._remember(table, line)
            elif self._text[self._at] == "[":
                self._at += 1
                table = self._resolve("", self._key())
                self._remember(table, line)
            else:
                self._pair(table)
                continue
            self._at = self._text.index("]", self._at)
            while self._text.startswith("]", self._at):
                self._at += 1

    def _array_element(self, parts: list[str]) -> str:
        path = join(self._resolve("", parts[:-1]), parts[-1])
        number = self._arrays[path] = self._arrays.get(path, -1) + 1
        self._remember(path, self._line())
        return join(path, number)

    def _resolve(self, path: str, parts: list[str]) -> str:
        for part in parts:
            path = join(path, part)
            if path in self._arrays:
                path = join(path, self._arrays[path])
        return path

    def _pair(self, table: str) -> None:
        line = self._line()
        for part in self._key():
            table = join(table, part)
            self._remember(table, line)
        self._at = self._text.index("=", self._at) + 1
        self._value(table)

    def _key(self) -> list[str]:
        parts: list[str] = []
        while True:
            self._skip(SPACE)
            match = STRING.match(self._text, self._at) or BARE_KEY.match(self._text, self._at)
            if match is None:
                return parts
            self._at = match.end()
            quoted = match[0][0] in "\"'"
            parts.append(tomli.loads(f"key = {match[0]}")["key"] if quoted else match[0])
            self._skip(SPACE)
            if not self._text.startswith(".", self._at):
                return parts
            self._at += 1

    def _value(self, path: str) -> None:
        self._skip(SPACE)
        opening = self._text[self._at]
        if opening in "[{":
            self._at += 1
            self._members(path, "]" if opening == "[" else "}")
        else:
            match = STRING.match(self._text, self._at) or SCALAR.match(self._text, self._at)
            self._at = match.end() if match else len(self._text)

    def _members(self, path: str, closing: str) -> None:
        number = 0
        while True:
            self._skip(BLANK)
            if self._text[self._at] == closing:
                self._at += 1
                return
            if self._text[self._at] == ",":
                self._at += 1
            elif closing == "]":
                member = join(path, number)
                self._remember(member, self._line())
                self._value(member)
                number += 1
            else:
                self._pair(path)

    def _remember(self, path: str, line: int) -> None:
        if len(path) <= LONGEST_PATH:
            self._lines.setdefault(path, line)

    def _line(self) -> int:
        return bisect_right(self._line_starts, self._at) + 1

    def _skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._at
