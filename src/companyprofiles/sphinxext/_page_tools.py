"""What can be done with a company's page: take the data, cite it, report what is wrong.

The line is made when HTML is written, for it names files of the output; other builders have none.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from html import escape

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.util.osutil import relative_uri
from sphinx.util.texescape import escape as escape_tex
from sphinx.writers.html5 import HTML5Translator

from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._exports import downloads, is_website
from companyprofiles.sphinxext._report import report_address
from companyprofiles.sphinxext._words import _, capital

__all__ = ["page_tools", "tools_of", "visit_page_tools"]


class page_tools(nodes.comment):  # noqa: N801, docutils names its nodes so
    """The place of the line; a comment, and so nothing at all, for builders that do not know it."""


def tools_of(context: PageContext) -> page_tools:
    """Return the place of the line on a company's page."""
    profile = context.profile
    until = profile.data_cut_off
    return page_tools(
        "",
        "",
        company=profile.id,
        name=context.name(profile.subject),
        distribution=profile.origin.distribution,
        version=profile.origin.version,
        until="" if until is None else context.date(until),
        licence=profile.licence or "",
        further=context.further,
    )


def visit_page_tools(self: HTML5Translator, node: page_tools) -> None:
    """Write the line in HTML."""
    builder = self.builder
    if is_website(builder):
        parts = "\n".join(_parts(node, builder))
        self.body.append(f'<div class="cp-tools">\n{parts}\n</div>\n')
    raise nodes.SkipNode


def _parts(node: page_tools, builder: StandaloneHTMLBuilder) -> Iterator[str]:
    docname = builder.current_docname
    here = builder.get_target_uri(docname)
    links = [
        f'<a href="{relative_uri(here, download.address)}" type="{escape(download.media_type)}"'
        f' title="{escape(download.summary)}" download>{escape(download.label)}</a>'
        for download in downloads(builder, docname, node["company"])
    ]
    if links:
        words = escape(_("Download: "))
        yield f"<p>{words}{escape(_(', ')).join(links)}</p>"
    if report := report_address(builder.config, node["company"]):
        words = escape(_("Report an error"))
        yield f'<p><a href="{escape(report)}">{words}</a></p>'
    titles = builder.env.titles
    further = [
        f'<a href="{builder.get_relative_uri(docname, name)}">{escape(titles[name].astext())}</a>'
        for name in node["further"]
        if name in titles
    ]
    if further:
        words = escape(_("See also: "))
        yield f"<p>{words}{escape(_(', ')).join(further)}</p>"
    sentence, entry = _citation(node, _address(docname, builder))
    words = escape(_("Cite this page"))
    yield f'<details class="cp-cite-page"><summary>{words}</summary>'
    yield f"<p>{escape(sentence)}</p>\n<pre>{escape(entry)}</pre>\n</details>"


def _address(docname: str, builder: StandaloneHTMLBuilder) -> str:
    """Return the address of a page; empty where the site has none."""
    site: str = builder.config.html_baseurl
    return posixpath.join(site, builder.get_target_uri(docname)) if site else ""


def _citation(node: page_tools, address: str) -> tuple[str, str]:
    """Return a sentence that cites the page, and an entry for BibTeX."""
    data = f"{node['distribution']} {node['version']}".strip()
    until = _("data as of %s") % node["until"] if node["until"] else ""
    about = _(", ").join(filter(None, [data, until]))
    fields = {
        "title": node["name"],
        "howpublished": data,
        "version": node["version"],
        "note": ". ".join(filter(None, [capital(until), node["licence"]])),
    }
    written = [f"{name} = {{{escape_tex(value)}}}" for name, value in fields.items() if value]
    if address:
        written.append(f"url = {{{address}}}")
    key = "-".join(filter(None, [node["company"], node["version"]]))
    entry = ",\n  ".join([f"@misc{{{key}", *written])
    return ". ".join(filter(None, [node["name"], about, address])) + ".", f"{entry}\n}}"
