"""Document nodes that pages are built of: texts, tables, links to other places.

They are docutils' own nodes, or kinds of them that builders need not know.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from docutils import nodes
from sphinx import addnodes
from sphinx.writers.html5 import HTML5Translator

from companyprofiles._texts import LanguageMap, Text
from companyprofiles.errors import shown

__all__ = [
    "DATA_LINK",
    "anchor",
    "check_nodes",
    "column_name",
    "detail",
    "external_link",
    "fields",
    "isolated",
    "optional_link",
    "paragraph",
    "table",
    "words",
]

DATA_LINK = "cp-link"
"""Class of links whose addresses come from data."""

SCHEMES = ("http", "https")
"""Schemes of addresses that become links; any other address stays a text."""

LETTERS = r"\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
"""Letters of Hebrew, Arabic and other scripts that are written from right to left."""
RIGHT_TO_LEFT = re.compile(f"[{LETTERS}]")

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
"""Marks of Unicode around a text that has its own direction, for where there is no element."""

Block = Sequence[nodes.Node]
"""What a cell of a table holds."""


class isolated_words(nodes.inline):  # noqa: N801, docutils names its nodes so
    """Words written from right to left, which must not reorder what stands around them."""


class column_name(nodes.comment):  # noqa: N801
    """The name of a cell's column, for where a small screen shows the cells of a row as a list.

    To builders that do not know it it is a comment, and so nothing at all.
    """


class data_table(nodes.table):  # noqa: N801
    """A table of data: one that Sphinx neither numbers nor gives an anchor by its position."""

    tagname = "table"


def visit_column_name(self: HTML5Translator, node: column_name) -> None:
    """Put the name where the style shows it, and no search in the table finds it."""
    attributes = {"data-name": node["name"]}
    self.body.append(self.starttag(node, "span", "", CLASS="cp-column", **attributes) + "</span>")
    raise nodes.SkipNode


def visit_isolated_words(self: HTML5Translator, node: isolated_words) -> None:
    """Open the words in HTML."""
    self.body.append(self.starttag(node, "bdi", ""))


def depart_isolated_words(self: HTML5Translator, node: isolated_words) -> None:
    """Close the words in HTML."""
    self.body.append("</bdi>")


def isolated(text: str) -> str:
    """Return a text that, where it is written from right to left, reorders nothing around it."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if RIGHT_TO_LEFT.search(text) else text


def words(text: Text | LanguageMap | str, language: str) -> nodes.Node:
    """Return a text of the data as a node; never parsed, and marked where in another language.

    Args:
        text: A text, or a wording in several languages, of which the page's own is taken.
        language: BCP 47 tag of the page.
    """
    if isinstance(text, LanguageMap):
        text = text.best(language)
    if isinstance(text, str):
        return nodes.Text(text)
    is_own = text.lang == "und" or text.lang.partition("-")[0] == language.partition("-")[0]
    # docutils turns the class into HTML's lang attribute.
    classes = [] if is_own else [f"language-{text.lang}"]
    if RIGHT_TO_LEFT.search(text.text):
        return isolated_words("", text.text, classes=classes)
    return nodes.inline("", text.text, classes=classes) if classes else nodes.Text(text.text)


def anchor(name: str) -> nodes.target:
    """Return a place to link to, which every builder knows."""
    return nodes.target("", "", ids=[name])


def external_link(address: str, *content: nodes.Node) -> nodes.Element:
    """Return a link to a web address; any other address stays the text that it is."""
    shown = content or (nodes.Text(address),)
    try:
        scheme = urlsplit(address).scheme.lower()
    except ValueError:
        scheme = ""
    if scheme not in SCHEMES:
        return nodes.inline("", "", *shown)
    return nodes.reference("", "", *shown, refuri=address, internal=False, classes=[DATA_LINK])


def optional_link(
    kind: str, target: str, docname: str, *content: nodes.Node
) -> addnodes.pending_xref:
    """Return a link to something that no page of the site may show: then it is a text.

    Args:
        kind: Type of the object in the domain ``company``, or in another, as in ``py:class``.
        target: Name of the object.
        docname: Document that the link is in.
        content: What the link shows; by default what the object is called where it is described.
    """
    domain, _colon, name = kind.rpartition(":")
    return addnodes.pending_xref(
        "",
        nodes.inline("", "", *(content or (nodes.Text(target),))),
        refdomain=domain or "company",
        reftype=name,
        reftarget=target,
        refdoc=docname,
        refexplicit=bool(content),
        optional=True,
    )


def check_nodes(made: Iterable[object]) -> None:
    """Check that builders, and the cache of pages that they keep, can do with what was made.

    Raises:
        TypeError: Something is no node.
        Exception: Whatever keeps a node from being pickled.
    """
    for node in made:
        if not isinstance(node, nodes.Node):
            message = f"expected document nodes, got {shown(node)}"
            raise TypeError(message)
    pickle.dumps(made)


def paragraph(*content: nodes.Node | str, classes: Sequence[str] = ()) -> nodes.paragraph:
    """Return a paragraph of nodes and plain texts."""
    return nodes.paragraph("", "", *_merged(content), classes=list(classes))


def _merged(content: Iterable[nodes.Node | str]) -> list[nodes.Node]:
    """Return nodes with adjacent texts made one: what a page costs is its number of nodes."""
    merged: list[nodes.Node] = []
    for part in content:
        if not isinstance(part, str):  # a text node is a string too
            merged.append(part)
        elif merged and isinstance(merged[-1], nodes.Text):
            merged[-1] = nodes.Text(merged[-1] + part)
        else:
            merged.append(part if isinstance(part, nodes.Text) else nodes.Text(part))
    return merged


def detail(*content: nodes.Node | str) -> nodes.paragraph:
    """Return a line of smaller print, such as a note below a value."""
    return paragraph(*content, classes=["cp-detail"])


def separated(parts: Iterable[nodes.Node], separator: str) -> list[nodes.Node]:
    """Return nodes with a separator between them."""
    joined: list[nodes.Node] = []
    for part in parts:
        if joined:
            joined.append(nodes.Text(separator))
        joined.append(part)
    return joined


def fields(pairs: Iterable[tuple[str, Iterable[nodes.Node]]]) -> nodes.field_list:
    """Return a list of names and what stands behind each, in a line."""
    return nodes.field_list(
        "",
        *(
            nodes.field(
                "",
                nodes.field_name("", name, translatable=False),
                nodes.field_body("", paragraph(*content)),
            )
            for name, content in pairs
        ),
        classes=["cp-fields"],
    )


def table(
    caption: str,
    rows: Iterable[Sequence[Block]],
    *,
    header: Sequence[str] = (),
    widths: Sequence[int],
    classes: Sequence[str] = (),
) -> nodes.container:
    """Return a table whose first column names its rows, in a box that scrolls when it is wide.

    Args:
        caption: What the table shows.
        rows: Cells of each row, each a list of block nodes.
        header: Names of the columns; none leaves the header row out.
        widths: Relative widths of the columns.
        classes: Further classes of the box.
    """
    group = nodes.tgroup(cols=len(widths))
    for number, width in enumerate(widths):
        column = nodes.colspec(colwidth=width)
        if number == 0:
            column["stub"] = 1
        group += column
    if header:
        group += nodes.thead("", _row([[paragraph(name)] for name in header]))
    group += nodes.tbody("", *map(_row, rows))
    title = nodes.title("", caption, translatable=False)
    inner = data_table("", title, group, classes=["colwidths-given"], align="default")
    return nodes.container("", inner, classes=["cp-table", *classes])


def _row(cells: Sequence[Block]) -> nodes.row:
    return nodes.row("", *(nodes.entry("", *cell) for cell in cells))
