"""Which plugins are installed, by their metadata alone: nothing is imported.

The standard library's ``entry_points()`` reads every distribution's entry points and raises for
everybody when one stranger's are malformed; this scan opens only the files it needs and takes
strangers' faults in its stride.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import attrs

__all__ = ["PLUGINS", "PROFILES", "EntryPoint", "scan"]

PROFILES = "companyprofiles.profiles"
"""Entry-point group of company profiles; the name is the company's id."""
PLUGINS = "companyprofiles.plugins"
"""Entry-point group of everything else."""
GROUPS = (PROFILES, PLUGINS)

METADATA_FOLDER = re.compile(r"(?P<name>[^~].*?)(-[^-]*)?\.(dist|egg)-info")
SECTION = re.compile(r"\s*\[(.+)\]\s*")


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
    metadata: Path
    """Folder of the distribution's metadata."""

    @property
    def version(self) -> str:
        """Version of the distribution; empty where its metadata has none."""
        return self.header("Version")

    @property
    def summary(self) -> str:
        """What the distribution says of itself, in a line."""
        return self.header("Summary")

    def header(self, field: str) -> str:
        """Return one field of the distribution's core metadata, or an empty string."""
        for file in ("METADATA", "PKG-INFO"):
            try:
                text = (self.metadata / file).read_text("utf-8", "replace")
            except OSError:
                continue
            head = text.partition("\n\n")[0]
            found = re.search(rf"^{field}:[ \t]*(.*)$", head, re.MULTILINE | re.IGNORECASE)
            return found[1].strip() if found else ""
        return ""


def scan(path: list[str] | None = None) -> tuple[list[EntryPoint], list[str]]:
    """Find the entry points of our groups.

    Args:
        path: Folders to look in, in order of precedence; ``sys.path`` by default.

    Returns:
        The entry points sorted by group, name and distribution, and a line for each
        distribution whose entry points could not be read.
    """
    found: list[EntryPoint] = []
    faults: list[str] = []
    seen: set[str] = set()
    for folder in dict.fromkeys(sys.path if path is None else path):
        for name, metadata in _distributions(folder or "."):
            normalised = re.sub(r"[-_.]+", "-", name).lower()
            if normalised in seen:
                continue  # Shadowed, as an import of it would be.
            seen.add(normalised)
            try:
                found += _entry_points(metadata, name)
            except (OSError, ValueError) as error:
                faults.append(f"{metadata}: the entry points cannot be read: {error}")
    return sorted(found), faults


def _distributions(folder: str) -> list[tuple[str, Path]]:
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208, a Path for each would be slow
    except (OSError, ValueError):
        return []  # A missing folder, a zip file on the path, or no path at all.
    matches = ((METADATA_FOLDER.fullmatch(name), name) for name in names if name.endswith("-info"))
    return [(match["name"], Path(folder, name)) for match, name in matches if match]


def _entry_points(metadata: Path, folder_name: str) -> list[EntryPoint]:
    try:
        content = (metadata / "entry_points.txt").read_bytes()
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
            if not (name and equals and target):
                message = f"expected 'name = module' below [{group}], got {line!r}"
                raise ValueError(message)
            target = target.partition("[")[0].strip()
            found.append(EntryPoint(group, name, folder_name, target, metadata))
    return [attrs.evolve(e, distribution=e.header("Name") or folder_name) for e in found]
