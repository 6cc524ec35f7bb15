"""Which plugins are installed, by their metadata alone: nothing is imported.

The standard library's ``entry_points()`` reads every distribution's entry points and raises for
everybody when one stranger's are malformed; this scan opens only the files it needs and takes
strangers' faults in its stride.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import Any

import attrs

from companyprofiles._distribution import Distribution, printable

__all__ = ["GROUPS", "PLUGINS", "PROFILES", "EntryPoint", "Fault", "Found", "Hidden", "scan"]

PROFILES = "companyprofiles.profiles"
"""Entry-point group of company profiles; the name is the company's id."""
PLUGINS = "companyprofiles.plugins"
"""Entry-point group of everything else."""
GROUPS = (PROFILES, PLUGINS)
GROUP_NAMES = tuple(group.encode() for group in GROUPS)

METADATA_FOLDER = re.compile(r"(?P<name>[^~].*?)(-[^-]*)?\.(dist|egg)-info")
SECTION = re.compile(r"\s*\[(.+)\]\s*")


@attrs.frozen
class EntryPoint:
    """One line of a distribution's ``entry_points.txt``."""

    group: str
    """Entry-point group; empty for one that stands for a distribution that cannot be read."""
    name: str
    """Name of the entry point."""
    target: str
    """Module, or ``module:object``, that it names."""
    source: Distribution = attrs.field(eq=False)
    """The distribution that brings it."""

    @property
    def distribution(self) -> str:
        """Name of the distribution that brings it."""
        return self.source.name

    @property
    def version(self) -> str:
        """Version of the distribution; empty where its metadata has none."""
        return self.source.version

    @property
    def sorting_key(self) -> tuple[str, str, str]:
        """What entry points are sorted by: group, name and distribution."""
        return (self.group, self.name, self.source.key)

    def __str__(self) -> str:
        return str(self.source)


@attrs.frozen
class Fault:
    """A distribution whose entry points are meant for us and cannot be read."""

    source: Distribution
    """The distribution."""
    reason: str
    """What is wrong with them."""

    def __str__(self) -> str:
        return f"{self.source.folder}: the entry points cannot be read: {self.reason}"


@attrs.frozen
class Hidden:
    """An entry point of a distribution of which another version comes first on the path."""

    entry_point: EntryPoint
    """The entry point."""
    first: Distribution
    """The version that comes first."""


@attrs.frozen
class Found:
    """What a scan found."""

    entry_points: tuple[EntryPoint, ...]
    """Entry points of our groups, sorted by group, name and distribution."""
    faults: tuple[Fault, ...] = ()
    """Distributions whose entry points could not be read."""
    hidden: tuple[Hidden, ...] = ()
    """Entry points that other versions of the same distributions stand before."""


def scan(path: Iterable[str | os.PathLike[str]] | None = None) -> Found:
    """Find the entry points of our groups.

    Args:
        path: Folders and zip files to look in, in order of precedence; ``sys.path`` by default.
    """
    found: list[EntryPoint] = []
    faults: list[Fault] = []
    hidden: list[Hidden] = []
    first: dict[str, Distribution] = {}
    for folder in dict.fromkeys(_folders(path)):
        for distribution in _distributions(folder):
            before = first.setdefault(distribution.key, distribution)
            if before is not distribution:  # Shadowed, as an import of it would be.
                hidden += _hidden(distribution, before)
                continue
            try:
                found += _entry_points(distribution)
            except (OSError, ValueError) as error:
                faults.append(Fault(distribution, printable(str(error))))
    found.sort(key=attrgetter("sorting_key"))
    return Found(tuple(found), tuple(faults), tuple(hidden))


def _folders(path: Iterable[str | os.PathLike[str]] | None) -> list[str]:
    # Python itself passes over whatever else is on its path.
    given: Iterable[Any] = sys.path if path is None else path
    return [os.fspath(e) or "." for e in given if isinstance(e, str | os.PathLike)]


def _distributions(folder: str) -> Iterator[Distribution]:
    """Yield what is installed in a folder or zip file; from what is neither, nothing."""
    try:
        names, archive = os.listdir(folder), None  # noqa: PTH208, a Path for each would be slow
    except NotADirectoryError:
        names, archive = _zipped(folder)
    except (OSError, ValueError):
        return  # A missing folder, or no path at all.
    for name in sorted(names):
        match = METADATA_FOLDER.fullmatch(name) if name.endswith("-info") else None
        if match:
            yield Distribution(f"{folder}/{name}", match["name"], archive and archive / name)


def _zipped(file: str) -> tuple[list[str], Any]:
    """Return the names in a zip file, and the file as a folder."""
    import zipfile

    try:
        with zipfile.ZipFile(file) as archive:
            names = {name.partition("/")[0] for name in archive.namelist()}
        return list(names), zipfile.Path(file)
    except (OSError, ValueError, zipfile.BadZipFile):
        return [], None


def _entry_points(distribution: Distribution) -> list[EntryPoint]:
    try:
        content = distribution.read("entry_points.txt")
    except (FileNotFoundError, NotADirectoryError):
        return []
    if not any(name in content for name in GROUP_NAMES):
        return []
    found = []
    group = ""
    for line in content.decode().splitlines():
        text = line.strip()
        if not text or text.startswith(("#", ";")):
            continue
        if section := SECTION.fullmatch(text):
            group = section[1]
        elif group in GROUPS:
            name, equals, target = (part.strip() for part in text.partition("="))
            if not (name and equals and target and text.isprintable()):
                message = f"expected 'name = module' below [{group}], got {line!r}"
                raise ValueError(message)
            found.append(EntryPoint(group, name, target.partition("[")[0].strip(), distribution))
    return found


def _hidden(distribution: Distribution, first: Distribution) -> list[Hidden]:
    """Return what a version says that is not said by the one before it on the path.

    An editable installation may be described twice: beside its sources, and where it is installed.
    """
    try:
        behind, before = _entry_points(distribution), _entry_points(first)
    except (OSError, ValueError):
        return []
    same = distribution.version == first.version
    return [Hidden(point, first) for point in behind if not (same and point in before)]
