"""Document nodes of figures: a picture, a link to its data, and what is folded up below it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.osutil import ensuredir
from sphinx.writers.html5 import HTML5Translator
from sphinx.writers.latex import LaTeXTranslator

from companyprofiles._drawing import ON_PAGE, PDF
from companyprofiles._svg import frame, linked
from companyprofiles.sphinxext._pictures import Pictures, format_of

__all__ = ["add_nodes", "csv_link", "folded", "picture"]

Visitors = tuple[Callable[[Any, Any], None], Callable[[Any, Any], None] | None]


class picture(nodes.General, nodes.Element):  # noqa: N801, docutils names its nodes so
    """A picture by its name, with the title and the description that are read out.

    What is in it are the links of the picture, in the order of their numbers there.
    """


class csv_link(nodes.General, nodes.Inline, nodes.Element):  # noqa: N801
    """A link to data that the page itself holds; only HTML has it."""


class folded(nodes.container):  # noqa: N801
    """What HTML shows when it is asked for, and everything else at once; ``summary`` names it."""


def add_nodes(app: Sphinx) -> None:
    """Register the nodes with Sphinx, for every kind of builder."""
    _add(app, picture, (visit_picture_html, None), (visit_picture_latex, None), (_skip, None))
    _add(app, csv_link, (visit_csv_link, None), (_skip, None), (_skip, None))
    _add(app, folded, (visit_folded, depart_folded), (_pass, _pass), (_pass, _pass))


def _add(
    app: Sphinx, node: type[nodes.Element], html: Visitors, latex: Visitors, others: Visitors
) -> None:
    app.add_node(node, html=html, latex=latex, text=others, man=others, texinfo=others)


def _skip(self: Any, node: nodes.Node) -> None:
    raise nodes.SkipNode


def _pass(self: Any, node: nodes.Node) -> None:
    """Show what is in it."""


def _file(self: HTML5Translator | LaTeXTranslator, node: nodes.Element) -> Path:
    """Return the drawn picture.

    Raises:
        SkipNode: Nothing could draw it; the table tells the same.
    """
    path = Pictures(self.builder.env).path(node["picture"], format_of(self.builder))
    if not path.exists():
        raise nodes.SkipNode
    return path


def visit_picture_html(self: HTML5Translator, node: nodes.Element) -> None:
    """Put the picture into the page; a book gets it as a file, which it has to list."""
    path = _file(self, node)
    title, description = node["title"], node["description"]
    is_on_page = format_of(self.builder) == ON_PAGE
    # A file of its own does not know where the page is.
    addresses = [_address(link) if is_on_page else "" for link in node]
    drawn = linked(path.read_text("utf-8"), addresses)
    if is_on_page:
        # What is in an image is not there for those who do not see it, and links have to be.
        role = "group" if len(node) else "img"
        self.body.append(frame(drawn, title, description, role=role))
    else:
        folder = Path(self.builder.outdir) / self.builder.imagedir
        ensuredir(folder)
        (folder / path.name).write_text(frame(drawn, title, description), "utf-8")
        address = f"{self.builder.imgpath}/{path.name}"
        self.body.append(f'<img src="{address}" alt="{escape(f"{title}. {description}")}" />')
    raise nodes.SkipNode


def _address(link: nodes.Node) -> str:
    """Return the address that a link leads to; empty where nothing is known of its target."""
    if not isinstance(link, nodes.reference):
        return ""
    return str(link.get("refuri") or f"#{link['refid']}")


def visit_picture_latex(self: LaTeXTranslator, node: nodes.Element) -> None:
    """Copy the picture beside the document, and include it."""
    path = _file(self, node)
    name = f"companyprofiles-{path.name.removesuffix(PDF)}{PDF}"
    ensuredir(self.builder.outdir)
    (Path(self.builder.outdir) / name).write_bytes(path.read_bytes())
    self.body.append(rf"\noindent\sphinxincludegraphics{{{{{name.removesuffix(PDF)}}}{PDF}}}")
    raise nodes.SkipNode


def visit_csv_link(self: HTML5Translator, node: nodes.Element) -> None:
    """Link to the data, which is part of the address; books may not have such links."""
    if format_of(self.builder) == ON_PAGE:
        attributes = {
            "href": node["address"],
            "download": node["file"],
            "aria-label": node["label"],
        }
        self.body.append(self.starttag(node, "a", "", CLASS="cp-data", **attributes))
        self.body.append("CSV</a>")
    raise nodes.SkipNode


def visit_folded(self: HTML5Translator, node: nodes.Element) -> None:
    """Open what is folded up."""
    self.body.append(self.starttag(node, "details"))
    self.body.append(f"<summary>{escape(node['summary'])}</summary>")


def depart_folded(self: HTML5Translator, node: nodes.Element) -> None:
    """Close what is folded up."""
    self.body.append("</details>\n")
