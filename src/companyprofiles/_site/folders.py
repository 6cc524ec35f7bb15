"""Companies in folders and files: found by their data, and installed for one process."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from companyprofiles._discovery import PROFILES
from companyprofiles._distributions import MadeUpDistributions
from companyprofiles._header import SUFFIX
from companyprofiles._identifiers import SLUG
from companyprofiles._places import profile_at
from companyprofiles._texts import matches
from companyprofiles.errors import InvalidValueError

__all__ = ["Found", "companies_at", "companies_in", "install"]

ID = re.compile(r'^\[profile\][^\[]*?^id\s*=\s*["\']([^"\'\n]*)["\']', re.MULTILINE | re.DOTALL)
"""Where a profile says its id, also in a file that is not yet good TOML."""

MODULE = """\
from pathlib import Path

from companyprofiles.hookspecs import hookimpl


@hookimpl
def companyprofiles_profile(company_id):
    return Path({place!r})
"""

MODULE_OF_FILE = """\
from companyprofiles._places import profile_at
from companyprofiles.hookspecs import hookimpl


@hookimpl
def companyprofiles_profile(company_id):
    return profile_at({place!r})
"""


@attrs.frozen
class Found:
    """A company that is not installed."""

    id: str
    """Its id."""
    data: Path
    """Folder of its data files, or the archive, which ``#id`` may follow, or export."""
    distribution: str
    """Name of the distribution that will bring it."""
    version: str
    """Version of that distribution; empty where there is none yet."""
    requires: tuple[str, ...] = ()
    """What that distribution requires."""


def companies_at(place: str) -> list[Found]:
    """Find the companies of a place that is not the id of an installed one.

    Args:
        place: A folder as :func:`companies_in` takes it, or an archive or export as
            :func:`companyprofiles._places.profile_at` does.

    Raises:
        InvalidValueError: It is a folder or file of another kind.
        UnknownNameError: There is no such path, or no such company in the archive.
        ProfileNotFoundError: There is neither such a path nor such a company.
        UndecidedError: The archive has several profiles.
        ProfileDataError: An archive's or an export's data has problems.
    """
    if Path(place).is_dir():
        return companies_in(Path(place))
    profile = profile_at(place)
    origin = profile.origin  # An export has no version, and is called by its path.
    distribution = origin.distribution if origin.version else f"companyprofiles-{profile.id}"
    return [Found(profile.id, Path(place).resolve(), distribution, origin.version)]


def companies_in(folder: Path) -> list[Found]:
    """Find the companies of a folder.

    Args:
        folder: A folder of data files, of a distribution with a profile, or one that holds some of
            either, itself or a level below, such as a copy of the repository.

    Raises:
        InvalidValueError: It is none of these.
    """
    folder = folder.resolve()
    ways = (_data, _distribution, _data_below, _distributions_below)
    for way in ways:
        if found := {company.id: company for company in way(folder)}:
            return [found[name] for name in sorted(found)]
    expected = "a folder of data files, of a distribution with a profile, or of several"
    raise InvalidValueError(expected, str(folder), "Begin one with: companyprofiles new profile")


def install(companies: list[Found], site: MadeUpDistributions) -> None:
    """Write distributions that bring the companies, and hide what is installed of that name."""
    for company in companies:
        module = f"companyprofiles_of_a_folder_{company.id.replace('-', '_')}"
        code = MODULE if company.data.is_dir() else MODULE_OF_FILE
        site.module(module, code.format(place=str(company.data)))
        site.distribution(
            company.distribution,
            f"[{PROFILES}]\n{company.id} = {module}\n",
            version=company.version,
            requires=company.requires,
        )


def _data(folder: Path) -> Iterator[Found]:
    """Yield the company whose data files are in a folder."""
    for file in sorted(folder.glob(f"*{SUFFIX}")):
        said = ID.search(file.read_text(encoding="utf-8", errors="replace"))
        if said and matches(SLUG, said[1]):
            yield Found(said[1], folder, f"companyprofiles-{said[1]}", "")
            return


def _data_below(folder: Path) -> Iterator[Found]:
    for below in _visible(folder):
        yield from _data(below)


def _distribution(folder: Path) -> Iterator[Found]:
    """Yield the companies that a distribution brings, by its own metadata."""
    import tomli

    try:
        project: dict[str, Any] = tomli.loads((folder / "pyproject.toml").read_text("utf-8"))
        entry_points = dict(project["project"]["entry-points"][PROFILES])
    except (OSError, ValueError, LookupError, TypeError):
        return
    distribution, version = (project["project"].get(key, "") for key in ("name", "version"))
    given = project["project"].get("dependencies")
    requires = tuple(map(str, given)) if isinstance(given, list) else ()
    for company, module in entry_points.items():
        for root in (folder / "src", folder):
            data = root.joinpath(*str(module).split(".")) / "data"
            if data.is_dir():
                yield Found(company, data, str(distribution), str(version), requires)
                break


def _distributions_below(folder: Path) -> Iterator[Found]:
    for below in _visible(folder):
        yield from _distribution(below)
        for further in _visible(below):
            yield from _distribution(further)


def _visible(folder: Path) -> list[Path]:
    return [p for p in sorted(folder.iterdir()) if p.is_dir() and not p.name.startswith((".", "_"))]
