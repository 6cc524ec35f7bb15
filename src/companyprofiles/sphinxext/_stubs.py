"""Stub documents that stand for companies' pages, and markers that pages depend on.

Everything lies beside the doctrees, none of it in the source folder. Stubs and markers hold a
digest of the data's bytes and are written only when that changes, so that Sphinx's comparison of
modification times comes out as one of contents.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from sphinx.environment import BuildEnvironment

from companyprofiles._catalog import installed
from companyprofiles._property import Topic
from companyprofiles.sphinxext._code import code_digest
from companyprofiles.sphinxext._summary import Summary, summary_of

if TYPE_CHECKING:
    from companyprofiles.sphinxext._releases import Release

__all__ = [
    "CODE",
    "INDEX",
    "LISTED",
    "SUFFIX",
    "Shelf",
    "index_of",
    "read_stub",
    "shelf_of",
    "stated_in",
    "write",
]

SUFFIX = ".companyprofile"
"""Suffix of stubs; Sphinx knows their parser by it."""

INDEX = "index"
"""Name of the index of companies, in the place of an id."""

CODE = "_code"
"""Marker that pages depend on which are made from the code of the core and of plugins."""


LISTED = "_listed"
"""Marker that pages depend on which list companies: what they may be filtered and sorted by."""


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

    def export(self, name: str, form: str) -> Path:
        """Return the file that keeps a company's profile in a format."""
        return self.folder / "exports" / name / form

    def refresh(
        self,
        has_page: Callable[[str], bool],
        language: str,
        releases: Mapping[str, Sequence[Release]],
    ) -> dict[str, Summary]:
        """Bring markers up to date, and return what is known of each installed company.

        Args:
            has_page: Tells by its id whether a company is to have a page; only then is its profile
                read, if its digest is new.
            language: BCP 47 tag of the site's language.
            releases: Earlier releases by company, of which pages tell too.
        """
        catalog = installed()
        known = self.summaries()
        summaries = {
            company.id: summary
            for company in catalog.companies.values()
            if (
                summary := summary_of(
                    company,
                    catalog,
                    known.get(company.id),
                    read=has_page(company.id),
                    language=language,
                )
            )
        }
        self._remember(summaries)
        for name, summary in summaries.items():
            earlier = [release.digest for release in releases.get(name, ())]
            write(self.marker(name), "\n".join([summary.digest, *earlier]))
        lists = {f"_{INDEX}": "\n".join(summaries), CODE: code_digest(catalog)}
        shown = {name: summary for name, summary in summaries.items() if has_page(name)}
        lists[LISTED] = _listed(shown)
        lists |= {stated_in(topic): _stated(topic, shown) for topic in Topic}
        for name, text in lists.items():
            write(self.marker(name), text)
        _remove_others(self.folder / "markers", {*summaries, *lists})
        return summaries

    def stated(self, topic: Topic) -> dict[str, dict[str, tuple[int, str]]]:
        """Return what companies with a page state: number and first anchor, by property and id."""
        content = json.loads(self.marker(stated_in(topic)).read_text("utf-8"))
        return {
            name: {company: (count, anchor) for company, (count, anchor) in found.items()}
            for name, found in content.items()
        }

    def write_stubs(self, stubs: Mapping[str, Mapping[str, Any]]) -> None:
        """Write the stub of each page, and remove those of pages that are gone."""
        for name, content in stubs.items():
            text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
            write(self.stub(name), text + "\n")
        _remove_others(self.folder / "pages", {f"{name}{SUFFIX}" for name in stubs})

    @property
    def _memory(self) -> Path:
        return self.folder / "summaries.json"

    def summaries(self) -> dict[str, Summary]:
        """Return what the build knows of each installed company."""
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


def stated_in(topic: Topic) -> str:
    """Return the marker that pages depend on which tell who states properties of a topic."""
    return f"_stated-{topic.value}"


def _stated(topic: Topic, summaries: Mapping[str, Summary]) -> str:
    stated: dict[str, dict[str, tuple[int, str]]] = {}
    for company, summary in summaries.items():
        for name, found in summary.stated.get(topic.value, {}).items():
            stated.setdefault(name, {})[company] = found
    return json.dumps(stated, indent=1, sort_keys=True)


def _listed(summaries: Mapping[str, Summary]) -> str:
    """Return a digest of all that a list of companies may depend on, without their pages."""
    facts = {
        name: [
            dict(s.name),
            s.statements,
            s.sources,
            s.facts,
            sorted(map(sorted, s.stated.values())),
        ]
        for name, s in summaries.items()
    }
    return blake2b(json.dumps(facts, sort_keys=True).encode(), digest_size=16).hexdigest()


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
        "overview",
    )
    return {
        "index": [
            {**{field: getattr(s, field) for field in shown}, "docname": docnames.get(s.id, "")}
            for s in summaries
        ]
    }


def write(path: Path, content: str | bytes) -> None:
    """Write a file if it would change."""
    content = content.encode() if isinstance(content, str) else content
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
