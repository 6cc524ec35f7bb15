"""The feed of changes of a site, in Atom."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config

from companyprofiles._dates import PartialDate
from companyprofiles.errors import InvalidValueError
from companyprofiles.sphinxext._exports import is_website
from companyprofiles.sphinxext._stubs import shelf_of, write
from companyprofiles.sphinxext._uses import pages_of
from companyprofiles.sphinxext._words import _

__all__ = ["ATOM", "feed_name", "page_address", "write_feed"]

ATOM = "http://www.w3.org/2005/Atom"


@attrs.frozen(kw_only=True)
class News:
    """A version of a profile that a feed tells of."""

    company: str
    """Id of the company."""
    title: str
    """What it is."""
    summary: str
    """What changed, or what there is."""
    day: str
    """Day up to which its sources were read, in ISO 8601."""
    docname: str
    """Document that tells more."""


def feed_name(config: Config) -> str:
    """Return the name of the feed in the output; empty where the site has no address."""
    if not config.html_baseurl or config.companyprofiles_pages == "none":
        return ""
    return posixpath.join(posixpath.dirname(config.companyprofiles_docname), "changes.atom")


def write_feed(app: Sphinx, exception: Exception | None) -> None:
    """Write the feed of a site, if it would change."""
    builder = app.builder
    if exception is not None or not is_website(builder):
        return
    if name := feed_name(app.config):
        write(Path(app.outdir, name), _feed(name, sorted(_news(builder), key=_newest), builder))


def _newest(news: News) -> tuple[int, ...]:
    return tuple(-int(part) for part in news.day.split("-"))


def page_address(docname: str, builder: StandaloneHTMLBuilder) -> str:
    """Return the address of a page; without an address of the site, the end of it."""
    return posixpath.join(builder.config.html_baseurl, builder.get_target_uri(docname))


def _news(builder: StandaloneHTMLBuilder) -> Iterator[News]:
    """Yield every version that the site knows of, the present one of each company at least."""
    pages = pages_of(builder.env)
    summaries = shelf_of(builder.env).summaries()
    told = {p["changes"]["company"]: name for name, p in pages.items() if "changes" in p}
    for docname, page in sorted(pages.items()):
        for company in page["companies"]:
            title = builder.env.titles[docname].astext()
            versions = [(summaries[company].version, summaries[company].data_cut_off, "")]
            place = told.get(company, docname)
            if company in told:
                versions = pages[place]["changes"]["versions"]
            for version, until, changed in versions:
                if day := _day(until):
                    yield News(
                        company=company,
                        title=f"{title} {version}".strip(),
                        summary=changed or page["description"],
                        day=day,
                        docname=place,
                    )


def _day(text: str) -> str:
    try:
        return PartialDate.parse(text).latest.isoformat() if text else ""
    except InvalidValueError:
        return ""


def _feed(name: str, news: list[News], builder: StandaloneHTMLBuilder) -> bytes:
    """Return the feed in Atom (RFC 4287); its dates are those of the data, not of the build."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed")
    own = posixpath.join(builder.config.html_baseurl, name)

    def add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> None:
        element = ET.SubElement(parent, f"{{{ATOM}}}{tag}", attributes)
        element.text = text or None

    add(root, "title", _("%s: changes") % builder.config.project)
    add(root, "id", own)
    add(root, "link", href=own, rel="self")
    add(root, "updated", f"{news[0].day if news else '1970-01-01'}T00:00:00Z")
    author = ET.SubElement(root, f"{{{ATOM}}}author")
    add(author, "name", builder.config.author or builder.config.project)
    for one in news:
        entry = ET.SubElement(root, f"{{{ATOM}}}entry")
        address = page_address(one.docname, builder)
        add(entry, "title", one.title)
        add(entry, "id", f"{address}#{one.company}-{one.title.rpartition(' ')[2]}-{one.day}")
        add(entry, "link", href=address)
        add(entry, "updated", f"{one.day}T00:00:00Z")
        add(entry, "summary", one.summary)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"
