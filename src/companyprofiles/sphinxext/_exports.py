"""Profiles in every format that is installed, kept beside the doctrees and put beside pages."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeGuard
from urllib.parse import quote

import attrs
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.config import Config
from sphinx.util import logging

from companyprofiles._catalog import installed
from companyprofiles._export import exported
from companyprofiles._offers import Offer
from companyprofiles.errors import CompanyProfilesError, MissingLibraryError
from companyprofiles.sphinxext._stubs import CODE, Shelf, shelf_of, write
from companyprofiles.sphinxext._uses import pages_of

__all__ = ["Download", "downloads", "is_website", "made", "remove_old"]

logger = logging.getLogger(__name__)

NO_WEBSITES = ("singlehtml", "json", "pickle")
"""Builders of HTML that make one page of all, or leave the head of a page to another program."""


@attrs.frozen
class Download:
    """A file beside a page that has a company's profile in a format."""

    label: str
    """Name of the format."""
    summary: str
    """What the format has, in a line."""
    media_type: str
    """Media type of the file."""
    name: str
    """Name of the file in the output, with ``/`` between folders."""

    @property
    def address(self) -> str:
        """Address of the file, relative to that of the site."""
        return quote(self.name)


def is_website(builder: Builder) -> TypeGuard[StandaloneHTMLBuilder]:
    """Tell whether a builder makes a site, with a file for each page."""
    if not isinstance(builder, StandaloneHTMLBuilder):
        return False
    return not builder.embedded and builder.name not in NO_WEBSITES


def made(company: str, shelf: Shelf) -> dict[str, Path]:
    """Return the files of a company's exports by format, made anew where data or code is newer.

    A format whose exporter fails is left out; that is a warning, unless it needs a library that is
    not installed.

    Args:
        company: Id of the company.
        shelf: Where they are kept.
    """
    markers = (shelf.marker(company), shelf.marker(CODE))
    changed = max(marker.stat().st_mtime_ns for marker in markers if marker.exists())
    found = {}
    for name, offer in installed().host.offers("exporter").by_name.items():
        path = shelf.export(company, _plain(name))
        if not path.exists() or path.stat().st_mtime_ns < changed:
            content = _written(offer, company)
            if content is None:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        found[name] = path
    return found


def _plain(name: str) -> str:
    """Return the name of a format as a part of a file name."""
    return re.sub(r"[^a-z0-9]+", "-", name)


def _written(offer: Offer, company: str) -> bytes | None:
    try:
        return exported(offer, installed().get(company))
    except CompanyProfilesError as error:
        if isinstance(error.__cause__, MissingLibraryError):
            logger.info("companyprofiles: no download %s: %s", offer.name, error.__cause__)
        else:
            logger.warning("%s", str(error), type="company", subtype="exporter", once=True)
        return None


def _names_of_downloads(docname: str, company: str, config: Config) -> dict[str, str]:
    """Return the name of each format's file in the output, whether or not it can be made.

    Files are called after the company; where two formats have one suffix, the second has its name
    in it.

    Args:
        docname: Document of the company.
        company: Id of the company.
        config: Configuration of the site.
    """
    chosen = config.companyprofiles_downloads
    taken = {".html"}
    names = {}
    for name, offer in installed().host.offers("exporter").by_name.items():
        suffix = offer.record.suffix
        if suffix in taken:
            suffix = f".{_plain(name)}{suffix}"
        taken.add(suffix)
        if chosen == "all" or name in chosen:
            names[name] = posixpath.join(posixpath.dirname(docname), company + suffix)
    return names


def downloads(builder: Builder, docname: str, company: str) -> list[Download]:
    """Put a company's exports beside its page, and return what there is.

    Args:
        builder: Builder of a site.
        docname: Document of the company.
        company: Id of the company.
    """
    return list(_downloads(builder, docname, company, made(company, shelf_of(builder.env))))


def _downloads(
    builder: Builder, docname: str, company: str, files: Mapping[str, Path]
) -> Iterator[Download]:
    offers = installed().host.offers("exporter").by_name
    for name, target in _names_of_downloads(docname, company, builder.config).items():
        path = Path(builder.outdir, target)
        if name in files:
            write(path, files[name].read_bytes())
            record = offers[name].record
            yield Download(name, record.summary, record.media_type, target)
        else:
            path.unlink(missing_ok=True)


def remove_old(app: Sphinx, exception: Exception | None) -> None:
    """Delete the files of companies and formats that the site does not offer any more."""
    if exception is not None or not is_website(app.builder):
        return
    memory = shelf_of(app.env).folder / f"downloads-{app.builder.name}.json"
    try:
        before = json.loads(memory.read_text("utf-8"))
    except (OSError, ValueError):
        before = []
    names = sorted(
        name
        for docname, page in pages_of(app.env).items()
        for company in page["companies"]
        for name in _names_of_downloads(docname, company, app.config).values()
    )
    for name in set(before).difference(names):
        Path(app.outdir, name).unlink(missing_ok=True)
    write(memory, json.dumps(names))
