"""What a build knows of each company without reading its data: digests, summaries, stub documents.

Everything lies beside the doctrees, none of it in the source folder. A stub is the document that
stands for a company's page, a marker is what pages that show the company depend on; both hold a
digest of the data's bytes and are written only when that changes, so that Sphinx's comparison of
modification times comes out as one of contents.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any

import attrs
from sphinx.environment import BuildEnvironment
from sphinx.util import logging

import companyprofiles
from companyprofiles._catalog import Catalog, Company, installed
from companyprofiles._discovery import PLUGINS
from companyprofiles._profile import Profile
from companyprofiles.errors import CompanyProfilesError, Problem, ProfileDataError

__all__ = ["RENDER_VERSION", "SUFFIX", "Shelf", "Summary", "index_of", "read_stub", "shelf_of"]

logger = logging.getLogger(__name__)

RENDER_VERSION = 1
"""Raised whenever the same data gives another page."""

SUFFIX = ".companyprofile"
"""Suffix of stubs; Sphinx knows their parser by it."""

INDEX = "index"
"""Name of the index of companies, in the place of an id."""


@attrs.frozen(kw_only=True)
class Summary:
    """What the index and the next build need of a company, kept as long as its digest stays."""

    id: str
    digest: str
    distribution: str
    version: str
    name: Mapping[str, str] = attrs.field(factory=dict)
    statements: int = 0
    sources: int = 0
    data_cut_off: str = ""
    licence: str = ""
    problems: tuple[tuple[str, str], ...] = ()
    """Why the profile cannot be shown: message and place of each problem."""


class Shelf:
    """The folder of stubs and markers of one build.

    Args:
        folder: The folder, which is made when it is needed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def marker(self, name: str) -> Path:
        """Return the file that pages showing a company depend on."""
        return self.folder / "markers" / name

    def stub(self, name: str) -> Path:
        """Return the document that stands for a company's page."""
        return self.folder / "pages" / f"{name}{SUFFIX}"

    def refresh(self) -> dict[str, Summary]:
        """Bring markers up to date, and return what is known of each installed company.

        Only the profiles whose digest is new are read.
        """
        catalog = installed()
        known = self._remembered()
        summaries = {
            company.id: summary
            for company in catalog.companies.values()
            if (summary := _summary(company, catalog, known.get(company.id)))
        }
        self._remember(summaries)
        for name, summary in summaries.items():
            write(self.marker(name), summary.digest)
        lists = {f"_{INDEX}": list(summaries), "_vocabulary": _versions(catalog)}
        for name, lines in lists.items():
            write(self.marker(name), "\n".join(lines))
        _remove_others(self.folder / "markers", {*summaries, *lists})
        return summaries

    def write_stubs(self, stubs: Mapping[str, Mapping[str, Any]]) -> None:
        """Write the stub of each page, and remove those of pages that are gone."""
        for name, content in stubs.items():
            text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
            write(self.stub(name), text + "\n")
        _remove_others(self.folder / "pages", {f"{name}{SUFFIX}" for name in stubs})

    @property
    def _memory(self) -> Path:
        return self.folder / "summaries.json"

    def _remembered(self) -> dict[str, Summary]:
        try:
            stored = json.loads(self._memory.read_text("utf-8"))
            return {name: _restored(fields) for name, fields in stored.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _remember(self, summaries: Mapping[str, Summary]) -> None:
        stored = {name: attrs.asdict(summary) for name, summary in summaries.items()}
        write(self._memory, json.dumps(stored, ensure_ascii=False))


def shelf_of(env: BuildEnvironment) -> Shelf:
    """Return the folder of stubs and markers that belongs to a build."""
    return Shelf(Path(env.doctreedir) / "companyprofiles")


def _restored(fields: Mapping[str, Any]) -> Summary:
    problems = tuple((message, place) for message, place in fields["problems"])
    return Summary(**{**fields, "problems": problems})


def read_stub(text: str) -> dict[str, Any]:
    """Return what a stub says of its page."""
    content: dict[str, Any] = json.loads(text)
    return content


def index_of(summaries: Iterable[Summary], docnames: Mapping[str, str]) -> dict[str, Any]:
    """Return the content of the index's stub; it changes only with what the index shows."""
    shown = (
        "id",
        "name",
        "distribution",
        "version",
        "statements",
        "sources",
        "data_cut_off",
        "licence",
    )
    return {
        "index": [
            {**{field: getattr(s, field) for field in shown}, "docname": docnames.get(s.id, "")}
            for s in summaries
        ]
    }


def write(path: Path, text: str) -> None:
    """Write a file if it would change."""
    content = text.encode()
    try:
        if path.read_bytes() == content:
            return
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _remove_others(folder: Path, names: set[str]) -> None:
    for path in folder.glob("*"):
        if path.name not in names:
            path.unlink()


def _summary(company: Company, catalog: Catalog, known: Summary | None) -> Summary | None:
    """Return what is known of a company, reading its profile if the digest is new."""
    try:
        files = catalog.files(company.id)
        digest = _digest(company, catalog, files)
    except (CompanyProfilesError, OSError) as error:
        logger.warning("%s: %s", company.id, error, type="company", subtype="profile")
        return None
    if known is not None and known.digest == digest:
        return known
    told: dict[str, Any] = {
        "id": company.id,
        "digest": digest,
        "distribution": company.distribution,
        "version": company.version,
    }
    # Another build of the same process may have read an older state of the files.
    catalog._profiles.pop(company.id, None)
    try:
        return _described(catalog.get(company.id), told)
    except ProfileDataError as error:
        places = {path.name: path for path in files or ()}
        problems = tuple(_located(problem, places) for problem in error.problems)
        return Summary(**told, problems=problems)
    except CompanyProfilesError as error:
        return Summary(**told, problems=((str(error), ""),))


def _located(problem: Problem, places: Mapping[str, Path]) -> tuple[str, str]:
    """Return a problem's message and place, which Sphinx prints before it."""
    if problem.file not in places:
        return str(problem), ""
    message = ": ".join(filter(None, (problem.origin, problem.path, problem.message)))
    return message, f"{places[problem.file]}:{problem.line or 1}"


def _described(profile: Profile, told: Mapping[str, Any]) -> Summary:
    return Summary(
        **told,
        name=dict(profile.name),
        statements=len(profile.statements),
        sources=len(profile.sources),
        data_cut_off=str(profile.data_cut_off or ""),
        licence=profile.licence or "",
    )


def _digest(company: Company, catalog: Catalog, files: tuple[Path, ...] | None) -> str:
    """Return a digest of everything that a company's page is made of."""
    state = blake2b(digest_size=16)
    for part in (str(RENDER_VERSION), *_versions(catalog), company.distribution, company.version):
        state.update(part.encode() + b"\0")
    if files is None:
        content = json.dumps(catalog.get(company.id).to_dict(), sort_keys=True)
        state.update(content.encode())
    for file in files or ():
        data = file.read_bytes()
        state.update(f"{file.name}\0{len(data)}\0".encode() + data)
    return state.hexdigest()


def version() -> str:
    """Return the version of the core; empty in a checkout that is not installed."""
    try:
        return companyprofiles.__version__
    except ImportError:
        return ""


def _versions(catalog: Catalog) -> list[str]:
    """Return the versions of the core and of every plugin, which may add properties or sections."""
    plugins = (p.entry_point for p in catalog.host.plugins if p.entry_point.group == PLUGINS)
    return [version(), *sorted(f"{plugin.distribution} {plugin.version}" for plugin in plugins)]
