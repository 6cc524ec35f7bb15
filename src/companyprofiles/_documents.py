"""The files of a profile's data: found, bounded, decoded and parsed; also those in a zip file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import tomli

from companyprofiles._header import SUFFIX
from companyprofiles._positions import Positions
from companyprofiles.errors import InvalidValueError, Problem, sentence, shown

__all__ = [
    "LARGEST_FILE",
    "MOST_FILES",
    "Document",
    "archive_around",
    "data_files",
    "parse",
    "read_documents",
    "unzipped",
]

LARGEST_FILE = 1024 * 1024
"""Bytes of the largest file that is read."""
MOST_FILES = 2000
"""Files of the largest folder that is read."""
MOST_KEY_PARTS = 40
"""Parts of the longest dotted key that is read, about."""

NOTHING_THERE = (
    f"Put the *{SUFFIX} files of a profile there; if it is installed, its distribution lacks them."
)
"""What to do where there should be data files."""

_PART = r"""(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')"""
DEEP_KEY = re.compile(rf"(?<![A-Za-z0-9_-])(?:{_PART}[ \t]*+\.[ \t]*+){{{MOST_KEY_PARTS}}}")


class Document:
    """One parsed file, or plain data that came from no file.

    Args:
        name: Name of the file; empty for plain data.
        data: What was parsed.
        text: The text, from which lines are found when there is something to report.
        folder: The folder that the file is in.
    """

    def __init__(
        self, name: str, data: Mapping[str, Any], text: str = "", folder: str = ""
    ) -> None:
        self.name = name
        self.data = data
        self.text = text
        self.folder = folder

    @property
    def is_plain_data(self) -> bool:
        """Whether it is :meth:`Profile.to_dict` data, not a file."""
        return not self.name

    def line(self, path: str) -> int:
        """Return the line of *path*, counted from 1; 0 where there is no text."""
        return 0 if self.is_plain_data else self._positions.line(path)

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.text)


def data_files(folder: Path) -> list[Path]:
    """Return the data files of a folder in the order of reading.

    Raises:
        InvalidValueError: It is no folder, cannot be listed, or holds none or too many.
    """
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix == SUFFIX)
    except (OSError, ValueError) as error:
        reason = f"{getattr(error, 'strerror', None) or error}."
        if isinstance(error, FileNotFoundError):
            reason += f" {NOTHING_THERE}"
        elif isinstance(error, NotADirectoryError):
            reason += " Name the folder that it is in."
        raise InvalidValueError("a folder that can be read", folder, reason) from None
    if not found:
        expected = f"a folder with *{SUFFIX} files"
        raise InvalidValueError(expected, folder, f"It has none. {NOTHING_THERE}")
    if len(found) > MOST_FILES:
        raise InvalidValueError(f"a folder of at most {MOST_FILES} files", folder)
    return found


def read_documents(folder: Path, origin: str) -> tuple[list[Document], list[Problem]]:
    """Parse every data file of a folder; a bad one becomes a problem and leaves the rest."""
    try:
        files = data_files(folder)
    except InvalidValueError as error:
        return [], [Problem(origin, "", 0, "", str(error))]
    documents: list[Document] = []
    problems: list[Problem] = []
    for file in files:
        name = file.name if file.name.isprintable() else shown(file.name)
        try:
            text = _text(file)
            documents.append(Document(name, parse(text), text, str(folder)))
        except UnreadableError as error:
            problems.append(Problem(origin, name, error.line, "", str(error), str(folder)))
    return documents, problems


class UnreadableError(Exception):
    """A file cannot be parsed; whoever reads it makes a problem of that."""

    def __init__(self, message: str, line: int = 1) -> None:
        super().__init__(message)
        self.line = line


def _text(file: Path) -> str:
    expected = "a file that can be read"
    try:
        if not file.is_file():  # A pipe would keep us waiting for ever.
            raise UnreadableError(sentence(expected, file.name, "It is no file."))
        with file.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise UnreadableError(sentence(expected, file.name, f"{error.strerror}.")) from None
    if len(content) > LARGEST_FILE:
        advice = "Split it into several files."
        expected = f"a file of at most {LARGEST_FILE} bytes"
        raise UnreadableError(sentence(expected, file.name, advice))
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        decoded, start = error.object, error.start  # without the byte order mark
        line = decoded.count(b"\n", 0, start) + 1
        raise UnreadableError(sentence("UTF-8", decoded[start : start + 4]), line) from None


def parse(text: str) -> dict[str, Any]:
    """Parse the text of a TOML file.

    Raises:
        UnreadableError: It is no TOML, or goes beyond the bounds.
    """
    deep = DEEP_KEY.search(text)
    if deep:  # The parser's time grows with the square of a key's parts.
        line = text.count("\n", 0, deep.start()) + 1
        raise UnreadableError(sentence(f"keys of at most {MOST_KEY_PARTS} parts", deep[0]), line)
    try:
        return tomli.loads(text)
    except RecursionError as error:
        raise UnreadableError(f"must be less deeply nested: {error}.") from None
    except tomli.TOMLDecodeError as error:
        message = f"must be TOML: {error.msg} (column {error.colno})."
        raise UnreadableError(message, error.lineno) from None
    except ValueError:
        # Python refuses to read an integer of more than 4300 digits.
        raise UnreadableError("must be TOML: a number has too many digits. Quote it.") from None


def archive_around(folder: Path) -> Path | None:
    """Return the zip file that a folder is in; ``None`` where it is an ordinary folder, or none."""
    if os.path.exists(folder):  # noqa: PTH110, unlike a Path's method it never raises
        return None
    import zipfile

    files = (parent for parent in folder.parents if os.path.isfile(parent))  # noqa: PTH113
    return next(filter(zipfile.is_zipfile, files), None)


@contextmanager
def unzipped(archive: Path, folder: Path) -> Iterator[Path]:
    """Yield a copy of the data files of a folder in a zip file, for as long as they are read.

    Args:
        archive: The zip file.
        folder: Path of the folder, which begins with that of the archive.
    """
    import zipfile
    from tempfile import TemporaryDirectory

    prefix = f"{folder.relative_to(archive).as_posix()}/"
    with TemporaryDirectory() as copy, zipfile.ZipFile(archive) as opened:
        for member in opened.namelist():
            name = member.removeprefix(prefix)
            if name != member and name.endswith(SUFFIX) and "/" not in name and "\\" not in name:
                Path(copy, name).write_bytes(opened.read(member))
        yield Path(copy)
