"""Reads a stub: nothing in it is markup, so whatever a site does to its reST leaves it alone."""

from __future__ import annotations

from copy import copy

from docutils import nodes
from docutils.parsers import Parser

from companyprofiles._catalog import installed
from companyprofiles.sphinxext._directives import show_company
from companyprofiles.sphinxext._index import index_nodes
from companyprofiles.sphinxext._page import keywords
from companyprofiles.sphinxext._stubs import read_stub

__all__ = ["StubParser"]


class StubParser(Parser):
    """Makes the document of a company, or the index, that a stub stands for."""

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
        if "index" in stub:
            document += index_nodes(stub["index"], env)
        else:
            shown = show_company(stub["company"], env, document)
            words = keywords(installed().get(stub["company"]))
            document += [nodes.meta("", name="keywords", content=words), *shown]
        self.finish_parse()
