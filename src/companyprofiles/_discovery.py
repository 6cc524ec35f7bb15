"""Which plugins are installed, by their metadata alone: nothing is imported.

The standard library's ``entry_points()`` reads every distribution's entry points and raises for
everybody when one stranger's are malformed; this scan opens only the files it needs and takes
strangers' faults in its stride.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

import attrs

__all__ = [
    "GROUPS",
    "PLUGINS",
    "PROFILES",
    "EntryPoint",
    "Fault",
    "Found",
    "Hidden",
    "normalised",
    "scan",
]

PROFILES = "companyprofiles.profiles"
"""Entry-point group of company profiles; the name is the company's id."""
PLUGINS = "companyprofiles.plugins"
"""Entry-point group of everything else."""
GROUPS = (PROFILES, PLUGINS)

METADATA_FOLDER = re.compile(r"(?P<name>[^~].*?)(-[^-]*)?\.(dist|egg)-info")
SECTION = re.compile(r"\s*\[(.+)\]\s*")


class Folder(Protocol):
    """A folder on disk or in a zip file, as :class:`pathlib.Path` and :class:`zipfile.Path` are."""

    def __truediv__(self, name: str, /) -> Folder:
        """Return what is called so in it."""

    def read_bytes(self) -> bytes:
        """Return the content of a file."""


@attrs.frozen(order=True)
class EntryPoint:
    """One line of a distribution's ``entry_points.txt``."""

    group: str
    """Entry-point group."""
    name: str
    """Name of the entry point."""
    distribution: str
    """Name of the distribution that brings it."""
    target: str
    """Module, or ``module:object``, that it names."""
    metadata: Folder = attrs.field(order=False)
    """Folder of the distribution's metadata."""

    @property
    def version(self) -> str:
        """Version of the distribution; empty where its metadata has none."""
        return _header(self.metadata, "Version")

    @property
    def summary(self) -> str:
        """What the distribution says of itself, in a line."""
        return _header(self.metadata, "Summary")

    def headers(self, field: str) -> list[str]:
        """Return a field of the distribution's core metadata as often as it is given."""
        return _headers(self.metadata, field)

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}".strip()


@attrs.frozen
class Fault:
    """A distribution whose entry points are meant for us and cannot be read."""

    distribution: str
    """Name of the distribution."""
    metadata: Folder
    """Folder of its metadata."""
    reason: str
    """What is wrong with them."""

    def __str__(self) -> str:
        return f"{self.metadata}: the entry points cannot be read: {self.reason}"


@attrs.frozen
class Hidden:
    """An entry point of a distribution of which another version comes first on the path."""

    entry_point: EntryPoint
    """The entry point."""
    metadata: Folder
    """Folder of the metadata of the version that comes first."""
    version: str
    """That version."""


@attrs.frozen
class Found:
    """What a scan found."""

    entry_points: tuple[EntryPoint, ...]
    """Entry points of our groups, sorted by group, name and distribution."""
    faults: tuple[Fault, ...] = ()
    """Distributions whose entry points could not be read."""
    hidden: tuple[Hidden, ...] = ()
    """Entry points that other versions of the same distributions stand before."""


def normalised(name: str) -> str:
    """Return the one form of a distribution's name in which all its spellings are equal."""
    return re.sub(r"[-_.]+", "-", name).lower()


def scan(path: Iterable[str | os.PathLike[str]] | None = None) -> Found:
    """Find the entry points of our groups.

    Args:
        path: Folders and zip files to look in, in order of precedence; ``sys.path`` by default.
    """
    found: list[EntryPoint] = []
    faults: list[Fault] = []
    hidden: list[Hidden] = []
    first: dict[str, tuple[Folder, str]] = {}
    for folder in dict.fromkeys(_folders(path)):
        for metadata, name in _distributions(folder):
            if normalised(name) in first:  # Shadowed, as an import of it would be.
                hidden += _hidden(metadata, name, *first[normalised(name)])
                continue
            first[normalised(name)] = (metadata, name)
            try:
                found += _entry_points(metadata, name)
            except (OSError, ValueError) as error:
                faults.append(Fault(_name(metadata, name), metadata, _printable(str(error))))
    return Found(tuple(sorted(found)), tuple(faults), tuple(hidden))


def _folders(path: Iterable[str | os.PathLike[str]] | None) -> list[str]:
    # Python itself passes over whatever else is on its path.
    given: Iterable[Any] = sys.path if path is None else path
    return [os.fspath(e) or "." for e in given if isinstance(e, str | os.PathLike)]


def _distributions(folder: str) -> list[tuple[Folder, str]]:
    root: Folder = Path(folder)
    try:
        names = os.listdir(folder)  # noqa: PTH208, a Path for each would be slow
    except NotADirectoryError:
        zipped = _zipped(folder)
        if zipped is None:
            return []
        root, names = zipped
    except (OSError, ValueError):
        return []  # A missing folder, or no path at all.
    matches = (
        (METADATA_FOLDER.fullmatch(name), name) for name in sorted(names) if name.endswith("-info")
    )
    return [(root / name, match["name"]) for match, name in matches if match]


def _zipped(file: str) -> tuple[Folder, list[str]] | None:
    """Return a zip file as a folder, and the names in it; nothing where it is no zip file."""
    import zipfile

    try:
        with zipfile.ZipFile(file) as archive:
            names = {name.partition("/")[0] for name in archive.namelist()}
        return zipfile.Path(file), list(names)
    except (OSError, ValueError, zipfile.BadZipFile):
        return None


def _read(folder: Folder, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except (OSError, ValueError):
        raise
    except Exception as error:  # a zip file may be damaged in many ways
        message = f"{type(error).__name__}: {error}"
        raise OSError(message) from error


def _entry_points(metadata: Folder, folder_name: str) -> list[EntryPoint]:
    try:
        content = _read(metadata, "entry_points.txt")
    except (FileNotFoundError, NotADirectoryError):
        return []
    if not any(group.encode() in content for group in GROUPS):
        return []
    found = []
    group = ""
    for line in content.decode().splitlines():
        section = SECTION.fullmatch(line)
        if section:
            group = section[1]
        elif group in GROUPS and line.strip() and not line.lstrip().startswith(("#", ";")):
            name, equals, target = (part.strip() for part in line.partition("="))
            if not (name and equals and target and line.strip().isprintable()):
                message = f"expected 'name = module' below [{group}], got {line!r}"
                raise ValueError(message)
            target = target.partition("[")[0].strip()
            found.append(EntryPoint(group, name, folder_name, target, metadata))
    name = _name(metadata, folder_name) if found else ""
    return [attrs.evolve(entry_point, distribution=name) for entry_point in found]


def _hidden(metadata: Folder, name: str, first: Folder, first_name: str) -> list[Hidden]:
    """Return what a version says that is not said by the one before it on the path.

    An editable installation may be described twice: beside its sources, and where it is installed.
    """
    try:
        behind, before = _entry_points(metadata, name), _entry_points(first, first_name)
    except (OSError, ValueError):
        return []
    said = {(point.group, point.name, point.target, point.version) for point in before}
    return [
        Hidden(point, first, _header(first, "Version"))
        for point in behind
        if (point.group, point.name, point.target, point.version) not in said
    ]


def _name(metadata: Folder, folder_name: str) -> str:
    return _header(metadata, "Name") or _printable(folder_name)


def _header(metadata: Folder, field: str) -> str:
    """Return one field of core metadata, or an empty string."""
    return next(iter(_headers(metadata, field)), "")


def _headers(metadata: Folder, field: str) -> list[str]:
    for file in ("METADATA", "PKG-INFO"):
        try:
            text = _read(metadata, file).decode("utf-8", "replace")
        except (OSError, ValueError):
            continue
        head = text.replace("\r\n", "\n").partition("\n\n")[0]
        found = re.findall(rf"^{field}:[ \t]*(.*)$", head, re.MULTILINE | re.IGNORECASE)
        return [_printable(value.strip()) for value in found]
    return []


def _printable(text: str) -> str:
    return text if text.isprintable() else ascii(text)[1:-1]
