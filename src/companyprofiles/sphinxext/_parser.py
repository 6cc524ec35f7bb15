"""Reads a stub: nothing in it is markup, so whatever a site does to its reST leaves it alone."""

from __future__ import annotations

from copy import copy
from typing import Any

from docutils import nodes
from docutils.parsers import Parser
from sphinx.environment import BuildEnvironment

from companyprofiles._catalog import installed
from companyprofiles._format import language_tag
from companyprofiles._messages import is_translated
from companyprofiles._texts import Text
from companyprofiles.sphinxext._changes_page import changes_nodes
from companyprofiles.sphinxext._comparison_page import comparison_nodes
from companyprofiles.sphinxext._directive import prepare
from companyprofiles.sphinxext._directives import show_company
from companyprofiles.sphinxext._index import index_nodes
from companyprofiles.sphinxext._nodes import paragraph, words
from companyprofiles.sphinxext._page import keywords
from companyprofiles.sphinxext._releases import Release
from companyprofiles.sphinxext._source_pages import source_nodes, sources_nodes
from companyprofiles.sphinxext._stubs import read_stub
from companyprofiles.sphinxext._words import _

__all__ = ["StubParser"]

INCOMPLETE = "Parts of this page are not translated yet."
"""Said of a page of ours, as of any other, and in English where not even that is translated."""


class StubParser(Parser):
    """Makes the document of a company, or another one, that a stub stands for."""

    supported = ("companyprofile",)

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Fill *document* with the page."""
        self.setup_parse(inputstring, document)
        env = document.settings.env
        # The settings are shared with every other document of the process.
        document.settings = copy(document.settings)
        document.settings.smart_quotes = False
        stub = read_stub(inputstring)
        # A page of the index need not be in anybody's table of contents.
        env.metadata[env.docname]["orphan"] = True
        document += self._nodes(stub, env, document)
        _note_words_missing(document, language_tag(env.config.language))
        self.finish_parse()

    def _nodes(
        self, stub: dict[str, Any], env: BuildEnvironment, document: nodes.document
    ) -> list[nodes.Node]:
        if "company" in stub:
            shown = show_company(
                stub["company"], env, document, shared=stub["shared"], further=stub["further"]
            )
            words = keywords(installed().get(stub["company"]))
            return [nodes.meta("", name="keywords", content=words), *shown]
        if "changes" in stub:
            releases = [Release(**fields) for fields in stub["releases"]]
            made = changes_nodes(stub["changes"], releases, env)
        elif "compare" in stub:
            made = comparison_nodes(stub["compare"], env)
        elif "source" in stub:
            made = source_nodes(stub["source"], env)
        elif "sources" in stub:
            made = sources_nodes(stub["sources"], stub["names"], env)
        else:
            made = index_nodes(stub["index"], stub["further"], env)
        for node in made:
            prepare(node, document)
        return made


def _note_words_missing(document: nodes.document, language: str) -> None:
    """Say below the title where not all words of the page are there in the site's language."""
    title = next(document.findall(nodes.title), None)
    if title is None or is_translated(language):
        return
    text = _(INCOMPLETE)
    note = Text(text, "en" if text == INCOMPLETE else language)
    below = title.parent.index(title) + 1
    title.parent.insert(below, nodes.note("", paragraph(words(note, language))))
