"""The place of a statement on a page: what links to it lead to, and what leads from it."""

from __future__ import annotations

from html import escape

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator
from sphinx.writers.latex import LaTeXTranslator

from companyprofiles.sphinxext._exports import is_website
from companyprofiles.sphinxext._report import report_address
from companyprofiles.sphinxext._words import _

__all__ = ["fact_place", "visit_fact_place", "visit_fact_place_latex"]


class fact_place(nodes.target):  # noqa: N801, docutils names its nodes so
    """An anchor, which on a site has a link to itself, and one to report an error."""


def visit_fact_place(self: HTML5Translator, node: fact_place) -> None:
    """Write the anchor and its links in HTML; the words of the links are no part of the page."""
    links = []
    if is_website(self.builder):
        anchor, company, key = node["ids"][0], node["company"], node["key"]
        if self.config.html_permalinks and self.builder.add_permalinks:
            title = escape(_("Link to this statement"))
            icon = self.config.html_permalinks_icon
            links.append(f'<a class="headerlink" href="#{anchor}" title="{title}">{icon}</a>')
        if report := report_address(self.config, company, key):
            title = escape(_("Report an error in this statement: %s") % key)
            name = f'title="{title}" aria-label="{title}"'
            links.append(f'<a class="headerlink cp-report" href="{escape(report)}" {name}>!</a>')
    self.body.append(self.starttag(node, "span", "".join(links), CLASS="cp-place"))
    self.body.append("</span>")
    raise nodes.SkipNode


def visit_fact_place_latex(self: LaTeXTranslator, node: fact_place) -> None:
    """Write the anchor in LaTeX, where Sphinx would leave out one before a table or a section."""
    self.body.extend(self.hypertarget(name) for name in node["ids"])
    raise nodes.SkipNode
