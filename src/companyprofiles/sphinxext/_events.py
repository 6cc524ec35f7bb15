"""What happens when: the extension's part in Sphinx's phases."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any, cast

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import logging

from companyprofiles._catalog import installed
from companyprofiles._format import language_tag
from companyprofiles.errors import near_names
from companyprofiles.sphinxext._config import has_page
from companyprofiles.sphinxext._documents import documents
from companyprofiles.sphinxext._domain import CompanyDomain
from companyprofiles.sphinxext._nodes import DATA_LINK
from companyprofiles.sphinxext._project import VirtualDocuments, add_documents
from companyprofiles.sphinxext._releases import note_releases
from companyprofiles.sphinxext._stubs import Shelf, shelf_of, write
from companyprofiles.sphinxext._summary import report

__all__ = ["KeywordsUntranslated", "SourcesUnchecked", "add_style", "outdated", "prepare"]

logger = logging.getLogger(__name__)

STATIC = Path(__file__).parent / "static"
STYLE, SCRIPT = "companyprofiles.css", "companyprofiles.js"


def prepare(app: Sphinx) -> None:
    """Find out which companies there are and which changed, and add their documents."""
    installed().host.tell = _warn_of_plugin
    shelf = shelf_of(app.env)
    pages = app.config.companyprofiles_pages
    releases = note_releases(app.config, Path(app.confdir), shelf)
    summaries = shelf.refresh(
        lambda name: has_page(name, pages), language_tag(app.config.language), releases
    )
    chosen = {name: s for name, s in summaries.items() if has_page(name, pages)}
    _warn_of_unknown("companyprofiles_pages", pages, summaries)
    for name, summary in chosen.items():
        report(name, summary.problems)
    shown = {name: s for name, s in chosen.items() if not s.problems}
    comparisons = app.config.companyprofiles_comparisons
    for ids in [] if comparisons == "auto" else comparisons:
        _warn_of_unknown("companyprofiles_comparisons", ids, shown)
    made = list(documents(app.config, shown, releases))
    shelf.write_stubs({document.stub: document.content for document in made})
    paths = {document.docname: shelf.stub(document.stub) for document in made}
    add_documents(app.project, shelf.folder, paths)
    if str(STATIC) not in app.config.html_static_path:
        app.config.html_static_path.append(str(STATIC))


def _warn_of_plugin(message: str) -> None:
    logger.warning("%s", message, type="company", subtype="plugin")


def _warn_of_unknown(value: str, named: str | Collection[str], known: Collection[str]) -> None:
    for name in () if isinstance(named, str) else named:
        if name not in known:
            near = near_names(name, known)
            logger.warning(
                "%s names %r, which no installed profile is.%s",
                value,
                name,
                f" Did you mean {near}?" if near else "",
                type="company",
                subtype="profile",
            )


def outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Remove the output of pages that are gone, and return what this builder has not shown yet."""
    _remove_output(app, shelf_of(env))
    domain = cast("CompanyDomain", env.get_domain("company"))
    return sorted(
        docname
        for docname, companies in domain.uses.items()
        if docname in env.found_docs
        and docname not in changed
        and _is_newer(shelf_of(env), companies, _output(app, docname))
    )


def _is_newer(shelf: Shelf, companies: Iterable[str], output: Path | None) -> bool:
    """Tell whether the data changed after a page was written, which another builder may have read.

    Sphinx compares a page's output with its source file alone.
    """
    if output is None or not output.exists():
        return False
    written = output.stat().st_mtime_ns
    markers = (shelf.marker(company) for company in companies)
    return any(marker.exists() and marker.stat().st_mtime_ns > written for marker in markers)


def _output(app: Sphinx, docname: str) -> Path | None:
    """Return the file that a builder writes a document to; ``None`` where there is not one each."""
    builder = app.builder
    if hasattr(builder, "get_outfilename"):
        return Path(builder.get_outfilename(docname))
    suffix = getattr(builder, "out_suffix", "")
    return Path(app.outdir) / f"{docname}{suffix}" if suffix else None


def _remove_output(app: Sphinx, shelf: Shelf) -> None:
    """Delete what this builder once wrote of documents that are gone; Sphinx leaves them."""
    project = app.project
    ours = sorted(getattr(project, "virtual_documents", {}))
    memory = shelf.folder / f"written-{app.builder.name}.json"
    try:
        before = json.loads(memory.read_text("utf-8"))
    except (OSError, ValueError):
        before = []
    for docname in before:
        if docname not in project.docnames and (output := _output(app, docname)):
            output.unlink(missing_ok=True)
    write(memory, json.dumps(ours))


def add_style(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add the style sheet to pages that show companies, and no link to a source there is not."""
    project = app.project
    is_ours = isinstance(project, VirtualDocuments) and pagename in project.virtual_documents
    if is_ours:
        context["sourcename"] = ""
        context["has_source"] = False
    domain = cast("CompanyDomain", app.env.get_domain("company"))
    if is_ours or pagename in domain.uses:
        app.add_css_file(STYLE)
    if domain.pages.get(pagename, {}).get("is_overview"):
        app.add_js_file(SCRIPT, loading_method="defer")


class DocumentsByTitle(SphinxPostTransform):
    """Calls documents by their titles also where a book lacks them, and nothing can be linked."""

    default_priority = 5  # before Sphinx resolves links

    def run(self, **kwargs: Any) -> None:
        """Change the words of links to documents, which are the documents' names."""
        for link in self.document.findall(addnodes.pending_xref):
            is_ours = link.get("optional") and link["reftype"] == "doc" and not link["refexplicit"]
            title = self.env.titles.get(link["reftarget"].lstrip("/")) if is_ours else None
            if title is not None:
                link.children = [nodes.inline("", title.astext())]


class SourcesUnchecked(SphinxPostTransform):
    """Keeps the addresses of sources from ``linkcheck``: a profile's own tests look after them."""

    default_priority = 700  # before the builder collects addresses
    builders = ("linkcheck",)

    def run(self, **kwargs: Any) -> None:
        """Take the addresses of sources away."""
        if self.config.companyprofiles_linkcheck_sources:
            return
        for link in self.document.findall(nodes.reference):
            if DATA_LINK in link["classes"]:
                link.attributes.pop("refuri", None)


class KeywordsUntranslated(SphinxPostTransform):
    """Keeps names out of message catalogs: Sphinx extracts keywords whatever they are marked as."""

    default_priority = 700
    builders = ("gettext",)

    def run(self, **kwargs: Any) -> None:
        """Take the keywords of generated pages away."""
        documents = getattr(self.env.project, "virtual_documents", {})
        if self.env.docname in documents:
            for node in list(self.document.findall(nodes.meta)):
                node.parent.remove(node)
