"""Profiles inside wheels and source distributions: unpacked within bounds, nothing is run."""

from __future__ import annotations

import gzip
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import attrs

from companyprofiles._discovery import PROFILES, EntryPoint, scan
from companyprofiles._documents import LARGEST_FILE, MOST_FILES, parse
from companyprofiles._header import Origin
from companyprofiles._identifiers import check_slug
from companyprofiles._texts import matches
from companyprofiles.errors import InvalidValueError

__all__ = ["LARGEST_ARCHIVE", "LARGEST_CONTENT", "SDIST", "WHEEL", "Packed", "unpack"]

WHEEL, SDIST = ".whl", ".tar.gz"
"""How the names of the two kinds of archive end."""

LARGEST_ARCHIVE = 16 * 1024 * 1024
"""Bytes of the largest archive that is read."""
LARGEST_CONTENT = 64 * 1024 * 1024
"""Bytes that are unpacked at most; of a source distribution, all its files count."""

NAME = r"[^/\\:\x00]+"
DATA_FILE = rf"({NAME}/)*data/{NAME}\.toml"
METADATA_FILE = rf"{NAME}\.(dist|egg)-info/(METADATA|PKG-INFO|entry_points\.txt)"
PROJECT, PROJECT_METADATA = "pyproject.toml", "PKG-INFO"
MODULE = r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*"


@attrs.frozen
class Packed:
    """A profile that was unpacked from an archive."""

    folder: Path
    """The folder of its data."""
    origin: Origin
    """The distribution, with the archive as the file that is read."""
    needed: frozenset[str]
    """Names of the distributions that it requires, and its own."""


def unpack(archive: Path, folder: Path) -> dict[str, Packed]:
    """Unpack the profiles' data of a wheel or source distribution; no code is imported or built.

    Args:
        archive: The archive.
        folder: An empty folder to unpack into.

    Returns:
        The profiles by the id of their company.

    Raises:
        InvalidValueError: It is no such archive, has no profile, or exceeds the bounds.
    """
    try:
        _check_size(archive)
        members = _wheel if archive.name.endswith(WHEEL) else _sdist
        _write(members(archive), folder, archive.name)
        if (folder / PROJECT).exists():
            _declare(folder)
        installed = scan([folder])
        found = {
            check_slug(point.name): _packed(point, archive, folder)
            for point in installed.entry_points
            if point.group == PROFILES
        }
    except InvalidValueError:
        raise
    except Exception as error:  # noqa: BLE001, whatever an archive provokes is a problem of it
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        advice = f"{reason.rstrip('.')}."
        raise InvalidValueError("an archive that can be read", archive.name, advice) from None
    if not found:
        faults = [f"{fault}." for fault in installed.faults]
        advice = next(iter(faults), f"It has no entry point {PROFILES}.")
        raise InvalidValueError("an archive with the profile of a company", archive.name, advice)
    return found


def _check_size(archive: Path) -> None:
    if archive.stat().st_size > LARGEST_ARCHIVE:
        raise InvalidValueError(f"an archive of at most {LARGEST_ARCHIVE} bytes", archive.name)


def _wheel(archive: Path) -> Iterator[tuple[str, IO[bytes]]]:
    with zipfile.ZipFile(archive) as opened:
        for member in opened.infolist():
            if _is_wanted(member.filename):
                if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
                    raise InvalidValueError("stored or deflated, as in any wheel", member.filename)
                with opened.open(member) as stream:
                    yield member.filename, stream


def _sdist(archive: Path) -> Iterator[tuple[str, IO[bytes]]]:
    with (
        gzip.open(archive) as content,
        tarfile.open(fileobj=_Bounded(content, archive.name), mode="r|") as opened,  # type: ignore[call-overload]
    ):
        for member in opened:
            name = member.name.partition("/")[2].removeprefix("src/")
            is_wanted = _is_wanted(name) or name in (PROJECT, PROJECT_METADATA)
            stream = opened.extractfile(member) if member.isreg() and is_wanted else None
            if stream is not None:
                yield name, stream


def _is_wanted(name: str) -> bool:
    return matches(f"{DATA_FILE}|{METADATA_FILE}", name) and ".." not in name.split("/")


class _Bounded:
    """A stream that ends in an error where it is longer than any honest one."""

    def __init__(self, stream: gzip.GzipFile, archive: str) -> None:
        self._stream = stream
        self._archive = archive
        self._left = LARGEST_CONTENT

    def read(self, size: int) -> bytes:
        content = self._stream.read(size)
        self._left -= len(content)
        if self._left < 0:
            raise _too_large(self._archive)
        return content


def _too_large(archive: str) -> InvalidValueError:
    return InvalidValueError(f"an archive of at most {LARGEST_CONTENT} bytes unpacked", archive)


def _write(members: Iterable[tuple[str, IO[bytes]]], folder: Path, archive: str) -> None:
    left = LARGEST_CONTENT
    for number, (name, stream) in enumerate(members):
        # One byte more than is allowed: who reads the file says that it is too large.
        content = stream.read(LARGEST_FILE + 1)
        left -= len(content)
        if left < 0:
            raise _too_large(archive)
        if number >= MOST_FILES:
            raise InvalidValueError(f"an archive of at most {MOST_FILES} data files", archive)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _declare(folder: Path) -> None:
    """Give the entry points of a source distribution's project the form they have in a wheel."""
    project = parse((folder / PROJECT).read_text("utf-8"))["project"]
    profiles = project.get("entry-points", {}).get(PROFILES, {})
    metadata = folder / "project.egg-info"
    metadata.mkdir(exist_ok=True)
    lines = [f"[{PROFILES}]", *(f"{name} = {target}" for name, target in profiles.items())]
    (metadata / "entry_points.txt").write_text("\n".join(lines), "utf-8")
    if (folder / PROJECT_METADATA).exists():
        (folder / PROJECT_METADATA).rename(metadata / PROJECT_METADATA)


def _packed(point: EntryPoint, archive: Path, folder: Path) -> Packed:
    module = point.target.partition(":")[0].strip()
    if not matches(MODULE, module):
        raise InvalidValueError("the name of a package", module)
    data = folder.joinpath(*module.split("."), "data")
    if not data.is_dir():
        advice = "A profile that is made by code is read from where it is installed."
        raise InvalidValueError("a package with a folder 'data'", module, advice)
    origin = Origin(point.distribution, point.version, (archive,))
    return Packed(data, origin, point.source.needed)
