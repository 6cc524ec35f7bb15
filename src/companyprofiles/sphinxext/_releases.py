"""Earlier releases of profiles, which a site names in its configuration."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import attrs
from sphinx.config import Config
from sphinx.util import logging

from companyprofiles._places import profile_at
from companyprofiles._profile import Profile
from companyprofiles._statements import Statement
from companyprofiles.errors import CompanyProfilesError
from companyprofiles.sphinxext._stubs import Shelf, write

__all__ = ["Release", "known_releases", "note_releases", "profile_in", "withdrawn"]

logger = logging.getLogger(__name__)

MEMORY = "releases.json"


@attrs.frozen(kw_only=True)
class Release:
    """A profile in an archive or an export."""

    place: str
    """Path of the file; ``#`` and the id of a company follow where it has several."""
    digest: str
    """Digest of the file."""
    company: str
    """Id of the company."""
    version: str
    """Version of the distribution, or the name of the file where it does not say one."""
    until: str
    """Day up to which sources were read, in EDTF; empty where that is not known."""


def note_releases(config: Config, folder: Path, shelf: Shelf) -> dict[str, list[Release]]:
    """Find the releases that a site names, keep what is known of them, and return it by company.

    A file that did not change is not read; one that cannot be read is a warning.

    Args:
        config: Configuration of the site.
        folder: Folder that its paths are relative to.
        shelf: Where what is known is kept.
    """
    memory = shelf.folder / MEMORY
    known = {(r.place, r.digest): r for r in _remembered(memory)}
    found = []
    for place in _places(config.companyprofiles_releases, folder):
        path = Path(place.partition("#")[0])
        digest = blake2b(path.read_bytes(), digest_size=16).hexdigest()
        release = known.get((place, digest)) or _read(place, digest)
        if release is not None:
            found.append(release)
    found.sort(key=lambda r: (r.company, r.until, _numbers(r.version), r.place))
    write(memory, json.dumps([attrs.asdict(release) for release in found]))
    return _by_company(found)


def known_releases(shelf: Shelf) -> dict[str, list[Release]]:
    """Return what this build noted of releases, by company, the oldest first."""
    return _by_company(_remembered(shelf.folder / MEMORY))


def _by_company(releases: Iterable[Release]) -> dict[str, list[Release]]:
    found: dict[str, list[Release]] = {}
    for release in releases:
        found.setdefault(release.company, []).append(release)
    return found


def _remembered(memory: Path) -> list[Release]:
    try:
        return [Release(**fields) for fields in json.loads(memory.read_text("utf-8"))]
    except (OSError, ValueError, TypeError):
        return []


def _places(patterns: Iterable[str], folder: Path) -> Iterator[str]:
    for pattern in patterns:
        path, mark, company = pattern.partition("#")
        files = sorted(p for p in folder.glob(path) if p.is_file())
        if not files:
            message = "companyprofiles_releases names %r, and no file is called so."
            logger.warning(message, pattern, type="company", subtype="release")
        yield from (f"{file}{mark}{company}" for file in files)


def _read(place: str, digest: str) -> Release | None:
    try:
        profile = profile_in(place, digest)
    except (CompanyProfilesError, OSError) as error:
        logger.warning("%s", str(error), type="company", subtype="release")
        return None
    name = Path(place.partition("#")[0]).stem.removeprefix(f"{profile.id}-")
    return Release(
        place=place,
        digest=digest,
        company=profile.id,
        version=profile.origin.version or name,
        until=str(profile.data_cut_off or ""),
    )


@lru_cache(maxsize=8)
def profile_in(place: str, digest: str) -> Profile:
    """Return the profile of a release; none of its code is run.

    Args:
        place: Path of the file.
        digest: Digest of the file, so that a file that changed is read again.

    Raises:
        CompanyProfilesError: It cannot be read, or the data has problems.
    """
    return profile_at(place)


def _numbers(version: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", version)]


def withdrawn(
    profile: Profile, releases: Iterable[Release]
) -> Mapping[str, tuple[Statement[Any], Profile]]:
    """Return statements of earlier releases whose places a profile does not have any more.

    Returns:
        By its anchor each statement as it was last, and the profile that had it.
    """
    present = {statement.anchor for statement in profile.statements}
    gone: dict[str, tuple[Statement[Any], Profile]] = {}
    for release in releases:
        old = profile_in(release.place, release.digest)
        gone |= {s.anchor: (s, old) for s in old.statements if s.anchor not in present}
    return gone
