"""The documents of a site that lie in no folder: which there are, and what each is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import attrs
from sphinx.config import Config

from companyprofiles.sphinxext._releases import Release
from companyprofiles.sphinxext._source_pages import shared_sources
from companyprofiles.sphinxext._stubs import INDEX, index_of
from companyprofiles.sphinxext._summary import Summary

__all__ = ["Document", "documents"]

MOST_COMPARED = 4
"""Companies that are compared on one page without being asked for."""

LEAST = {"shared": 2, "all": 1}
"""Companies that list a source from which on it has a page."""


@attrs.frozen
class Document:
    """A document that is generated."""

    stub: str
    """Name of its stub."""
    docname: str
    """Name of the document."""
    content: Mapping[str, Any]
    """What its stub says; the page is read again when that changes."""


def documents(
    config: Config,
    summaries: Mapping[str, Summary],
    releases: Mapping[str, Sequence[Release]],
) -> list[Document]:
    """Return the documents of a site.

    Args:
        config: Configuration of the site.
        summaries: What is known of the companies that have a page.
        releases: Earlier releases by company.
    """
    site = _Site(config, summaries, releases)
    made = [document for name in summaries for document in site.of_company(name)]
    if config.companyprofiles_pages != "none" and INDEX not in summaries:
        made.append(site.index())
    return [*made, *site.comparisons(), *site.sources()]


class _Site:
    """What the documents of a site are made of.

    Args:
        config: Configuration of the site.
        summaries: What is known of the companies that have a page.
        releases: Earlier releases by company.
    """

    def __init__(
        self,
        config: Config,
        summaries: Mapping[str, Summary],
        releases: Mapping[str, Sequence[Release]],
    ) -> None:
        self.pattern: str = config.companyprofiles_docname
        self.summaries = summaries
        self.releases = releases
        self.compared = self._compared(config.companyprofiles_comparisons)
        least = LEAST.get(config.companyprofiles_source_pages)
        self.shared = shared_sources(summaries.values(), least) if least else {}
        # Each company's sources that have a page of their own.
        self.pages: dict[str, dict[str, str]] = {name: {} for name in summaries}
        for address, relying in self.shared.items():
            for company, source in relying.items():
                self.pages[company][source] = self._named(f"sources/{address}")

    def _named(self, name: str) -> str:
        return self.pattern.format(id=name)

    def _compared(self, chosen: Any) -> dict[str, list[str]]:
        """Return the companies of each comparison by its document."""
        if chosen != "auto":
            known = [list(ids) for ids in chosen if all(name in self.summaries for name in ids)]
            return {self._named(f"compare/{'-'.join(ids)}"): ids for ids in known}
        if 1 < len(self.summaries) <= MOST_COMPARED:
            return {self._named("compare/all"): sorted(self.summaries)}
        return {}

    def _digests(self, names: Iterable[str]) -> list[str]:
        return [self.summaries[name].digest for name in names]

    def of_company(self, name: str) -> Iterator[Document]:
        """Yield the page of a company, and that of its changes."""
        earlier = [attrs.asdict(release) for release in self.releases.get(name, ())]
        changes = [self._named(f"{name}/changes")] if earlier else []
        digest = self.summaries[name].digest
        content: dict[str, Any] = {
            "company": name,
            "digest": digest,
            "shared": self.pages[name],
            "further": [*changes, *(doc for doc, ids in self.compared.items() if name in ids)],
            "releases": [release["digest"] for release in earlier],
        }
        yield Document(name, self._named(name), content)
        for docname in changes:
            content = {"changes": name, "digest": digest, "releases": earlier}
            yield Document(f"_changes-{name}", docname, content)

    def index(self) -> Document:
        """Return the overview of companies."""
        docnames = {name: self._named(name) for name in self.summaries}
        further = [*self.compared, *([self._named("sources/index")] if self.shared else [])]
        content = {**index_of(self.summaries.values(), docnames), "further": further}
        return Document(INDEX, self._named(INDEX), content)

    def comparisons(self) -> Iterator[Document]:
        """Yield the comparisons."""
        for docname, ids in self.compared.items():
            content = {"compare": ids, "digests": self._digests(ids)}
            yield Document(f"_compare-{'-'.join(ids)}", docname, content)

    def sources(self) -> Iterator[Document]:
        """Yield the pages of sources, and their list."""
        listed = []
        for address, relying in sorted(self.shared.items()):
            docname = self._named(f"sources/{address}")
            listed.append((docname, list(relying)))
            content: dict[str, Any] = {"source": relying, "digests": self._digests(relying)}
            yield Document(f"_source-{address}", docname, content)
        if listed:
            listed.sort(key=lambda source: (-len(source[1]), source[0]))
            names = {name: dict(summary.name) for name, summary in self.summaries.items()}
            content = {"sources": listed, "names": names}
            yield Document("_sources", self._named("sources/index"), content)
