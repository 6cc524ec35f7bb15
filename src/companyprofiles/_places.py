"""Where a profile is found: installed, in a folder, in an archive, or exported as JSON."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from companyprofiles import _catalog
from companyprofiles._header import Origin
from companyprofiles.errors import (
    InvalidValueError,
    Problem,
    ProfileDataError,
    UndecidedError,
    UnknownNameError,
    shown,
)

if TYPE_CHECKING:
    from companyprofiles._profile import Profile

__all__ = ["LARGEST_EXPORT", "is_installed", "path_of", "profile_at"]

EXPORT = ".json"
LARGEST_EXPORT = 64 * 1024 * 1024
"""Bytes of the largest JSON export that is read."""


def is_installed(place: str) -> bool:
    """Tell whether a place is the id of an installed company; one with a separator is a path."""
    return not _is_path(place) and place in _catalog.companies()


def path_of(place: str) -> Path:
    """Return the folder or file of a place that is no id, without the ``#`` of an archive."""
    return _split(place)[0]


def profile_at(place: str) -> Profile:
    """Return the profile that is found at a place; nothing of it is installed or run.

    Args:
        place: The id of an installed company, or the path of a folder of data files, of a wheel,
            of a source distribution or of a JSON export. A name that is both a company and a
            file is the company; a path with a separator or a leading dot is a path. Where a
            wheel has the profiles of several companies, ``#`` and an id after the path tell
            which one is meant.

    Raises:
        UnknownNameError: There is no such path, or no such company in the archive.
        ProfileNotFoundError: There is neither such a company nor such a path.
        UndecidedError: The archive has several profiles.
        InvalidValueError: It is a file of another kind.
        PluginError: The company's plugin failed.
        ProfileDataError: The data has problems; every one is named.
    """
    if is_installed(place):
        return _catalog.get(place)
    path, company = _split(place)
    if path.is_dir() and not company:
        return _catalog.load(place)
    if path.exists():
        return _profile_in(path, company)
    if _is_path(place) or path.name.endswith((EXPORT, ".whl", ".gz")):
        raise UnknownNameError("file or folder", str(path) if company else place)
    return _catalog.get(place)


def _is_path(place: str) -> bool:
    return os.sep in place or place.startswith(".")


def _split(place: str) -> tuple[Path, str]:
    path, _, company = place.rpartition("#")
    if path and company and not Path(place).exists():
        return Path(path), company
    return Path(place), ""


def _profile_in(file: Path, company: str) -> Profile:
    # Unpacking and JSON are imported by those who read such a file.
    from companyprofiles._archives import SDIST, WHEEL

    is_file = file.is_file()  # A pipe would keep us waiting for ever.
    if is_file and file.name.endswith((WHEEL, SDIST)):
        return _packed(file, company)
    if is_file and file.suffix == EXPORT and not company:
        return _exported(file)
    expected = f"a folder, or a file *{WHEEL}, *{SDIST} or *{EXPORT}"
    advice = "Name the folder that it is in." if file.suffix == ".toml" else ""
    raise InvalidValueError(expected, str(file), advice)


def _packed(archive: Path, company: str) -> Profile:
    from tempfile import TemporaryDirectory

    from companyprofiles._archives import unpack

    with TemporaryDirectory() as folder:
        try:
            packed = unpack(archive, Path(folder))
        except InvalidValueError as error:
            raise _unreadable(archive, str(error)) from None
        if not company and len(packed) > 1:
            message = f"{archive.name} has {len(packed)} profiles. Name one of them:"
            raise UndecidedError(message, [f"{archive}#{name}" for name in packed])
        chosen = company or next(iter(packed))
        if chosen not in packed:
            raise UnknownNameError(f"profile in {archive.name}:", chosen, packed)
        found = packed[chosen]
        return _catalog.installed().read_folder(found.folder, found.origin, found.needed)


def _exported(file: Path) -> Profile:
    import json

    from companyprofiles._reader import read_document

    with file.open("rb") as stream:
        content = stream.read(LARGEST_EXPORT + 1)
    if len(content) > LARGEST_EXPORT:
        message = f"must be a file of at most {LARGEST_EXPORT} bytes."
        raise _unreadable(file, message)
    try:
        data = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _unreadable(file, f"must be JSON: {error}.") from None
    return read_document(data, _catalog.installed().vocabulary, Origin(str(file), "", (file,)))


def _unreadable(file: Path, message: str) -> ProfileDataError:
    name = str(file) if str(file).isprintable() else shown(str(file))
    return ProfileDataError([Problem(name, "", 0, "", message)])
