"""What the head of a page says of it: to search engines, to previews of links, and to programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape, unescape
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging

from companyprofiles._catalog import installed
from companyprofiles.sphinxext._exports import downloads, is_website, made
from companyprofiles.sphinxext._feed import feed_name
from companyprofiles.sphinxext._stubs import shelf_of
from companyprofiles.sphinxext._uses import pages_of

__all__ = ["add_head", "keep_exports"]

logger = logging.getLogger(__name__)

LINKED_DATA = "application/ld+json"
"""Media type of formats that stand in the head of a company's page."""

TAG = re.compile(r"<[^>]*>")


def keep_exports(app: Sphinx, document: nodes.document) -> None:
    """Write the exports of a company while its profile is at hand: other processes lack it."""
    page = pages_of(app.env).get(app.env.docname)
    if page and is_website(app.builder):
        for company in page["companies"]:
            made(company, shelf_of(app.env))


def add_head(
    app: Sphinx,
    pagename: str,
    template: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add the tags of a page about companies, where the builder makes a site."""
    page = pages_of(app.env).get(pagename)
    if page and is_website(app.builder):
        context["metatags"] += "".join(f"\n{tag}" for tag in _tags(app, pagename, page, context))


def _tags(
    app: Sphinx, pagename: str, page: dict[str, Any], context: dict[str, Any]
) -> Iterator[str]:
    description = page["description"]
    yield _meta("name", "description", description)
    # That extension makes them of any page, also of ours.
    if "sphinxext.opengraph" not in app.extensions:
        yield _meta("property", "og:title", _text(context["title"]))
        yield _meta("property", "og:description", description)
        yield _meta("property", "og:type", "article" if page["companies"] else "website")
        yield _meta("property", "og:site_name", app.config.project)
        if context["pageurl"]:
            yield _meta("property", "og:url", context["pageurl"])
        yield _meta("name", "twitter:card", "summary")
    if feed := feed_name(app.config):
        address, title = context["pathto"](feed, resource=True), escape(app.config.project)
        yield f'<link rel="alternate" type="application/atom+xml" title="{title}" href="{address}">'
    for company in page["companies"]:
        for download in downloads(app.builder, pagename, company):
            address = context["pathto"](download.address, resource=True)
            kind, name = escape(download.media_type), escape(download.label)
            yield f'<link rel="alternate" type="{kind}" title="{name}" href="{address}">'
        yield from _linked_data(app, company)


def _meta(kind: str, name: str, content: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(content)}">'


def _linked_data(app: Sphinx, company: str) -> Iterator[str]:
    offers = installed().host.offers("exporter").by_name
    for name, path in made(company, shelf_of(app.env)).items():
        if offers[name].record.media_type != LINKED_DATA:
            continue
        try:
            data = json.dumps(json.loads(path.read_bytes()), ensure_ascii=False)
        except ValueError as error:
            message = "the format %r of %s is no JSON: %s"
            logger.warning(message, name, company, error, type="company", subtype="exporter")
            continue
        # No text of the data may end the element; in JSON the escape means the same.
        data = data.replace("<", "\\u003c")
        yield f'<script type="{LINKED_DATA}">{data}</script>'


def _text(html: str) -> str:
    """Return the text of a title, which Sphinx has as HTML."""
    return unescape(TAG.sub("", html))
