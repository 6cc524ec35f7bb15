"""The numbers that lead from a value to its sources, and what leads back from a source.

A page has thousands of them, and what a page costs is its number of nodes. So each group of them
is one node, which HTML shows whole; other formats are given nodes that they know.
"""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.writers.html5 import HTML5Translator

from companyprofiles.sphinxext._nodes import paragraph
from companyprofiles.sphinxext._words import _

__all__ = [
    "SourceLink",
    "back_links",
    "show_plainly",
    "source_links",
    "visit_back_links",
    "visit_source_links",
]


class SourceLink(NamedTuple):
    """A number that leads to a source."""

    number: int
    """Number of the source on the page."""
    source: str
    """Anchor of the source in the list of sources."""
    anchor: str
    """Anchor of the number itself, to which the source leads back."""
    title: str
    """What is shown when the number is pointed at, and read out after its name."""

    @property
    def text(self) -> str:
        """The number as it is shown."""
        return f"[{self.number}]"


class source_links(nodes.Inline, nodes.Element):  # noqa: N801, docutils names its nodes so
    """Superscript numbers of sources: its ``links``, each a :class:`SourceLink`."""

    def astext(self) -> str:
        """Return the numbers."""
        return "".join(link.text for link in self["links"])


class back_links(nodes.Body, nodes.Element):  # noqa: N801
    """A paragraph of its ``parts``: texts, and links as pairs of an anchor and a text."""

    def astext(self) -> str:
        """Return the text of the paragraph."""
        return "".join(part if isinstance(part, str) else part[1] for part in self["parts"])


def visit_source_links(self: HTML5Translator, node: source_links) -> None:
    """Write the numbers in HTML."""
    name = escape(_("Source %s"))
    links = [
        f'<a class="reference internal" href="#{escape(link.source)}" id="{escape(link.anchor)}"'
        f' title="{escape(link.title)}" aria-label="{name % link.number}">{link.text}</a>'
        for link in node["links"]
    ]
    self.body.append(f"<sup>{''.join(links)}</sup>")
    raise nodes.SkipNode


def visit_back_links(self: HTML5Translator, node: back_links) -> None:
    """Write the paragraph in HTML."""
    self.body.append(self.starttag(node, "p", ""))
    for part in node["parts"]:
        if isinstance(part, str):
            self.body.append(escape(part, quote=False))
        else:
            target, text = (escape(field) for field in part)
            self.body.append(f'<a class="reference internal" href="#{target}">{text}</a>')
    self.body.append("</p>\n")
    raise nodes.SkipNode


def show_plainly(app: Sphinx, document: nodes.document, docname: str) -> None:
    """Make ordinary nodes of the links of a document, for builders of other formats than HTML."""
    if app.builder.format == "html":
        return
    for links in list(document.findall(source_links)):
        numbers = [_reference(link.source, link.text, ids=[link.anchor]) for link in links["links"]]
        links.replace_self(nodes.superscript("", "", *numbers))
    for back in list(document.findall(back_links)):
        parts = [part if isinstance(part, str) else _reference(*part) for part in back["parts"]]
        back.replace_self(paragraph(*parts, classes=back["classes"]))


def _reference(anchor: str, text: str, **attributes: list[str]) -> nodes.reference:
    return nodes.reference("", text, refid=anchor, internal=True, **attributes)
