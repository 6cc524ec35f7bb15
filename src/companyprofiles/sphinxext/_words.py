"""The words of a company's page in the language of the site; values bring their own."""

from __future__ import annotations

from pathlib import Path

from sphinx.application import Sphinx
from sphinx.locale import get_translation, get_translator
from sphinx.util.i18n import CatalogRepository

from companyprofiles._messages import CATALOG, CATALOG_FOLDER, look_in

__all__ = [
    "_",
    "add_catalogs",
    "capital",
    "count_of_sources",
    "count_of_statements",
    "ngettext",
]

_translate = get_translation(CATALOG)


def add_catalogs(app: Sphinx) -> None:
    """Find the words of the site's language: in its own ``locale_dirs``, then in the package."""
    config = app.config
    found = CatalogRepository(
        app.srcdir, config.locale_dirs, config.language, config.source_encoding
    )
    for catalog in found.catalogs:
        # Sphinx compiles catalogs later, when words have been asked for.
        if catalog.domain == CATALOG and catalog.is_outdated():
            catalog.write_mo(config.language, config.gettext_allow_fuzzy_translations)
    folders = list(map(Path, found.locale_dirs))
    look_in(folders)
    for folder in (*folders, CATALOG_FOLDER):
        app.add_message_catalog(CATALOG, str(folder))


def _(message: str) -> str:
    """Return a message in the language of the site, at once: Sphinx's own may answer later."""
    return str(_translate(message))


def ngettext(one: str, many: str, number: int) -> str:
    """Return the form of a message that goes with a number, in the language of the site."""
    return get_translator(CATALOG).ngettext(one, many, number)


def count_of_statements(number: int) -> str:
    """Return how many statements there are."""
    return ngettext("%s statement", "%s statements", number) % number


def count_of_sources(number: int) -> str:
    """Return how many sources there are."""
    return ngettext("%s source", "%s sources", number) % number


def capital(text: str) -> str:
    """Return a text as the beginning of a line."""
    return text[:1].upper() + text[1:]
