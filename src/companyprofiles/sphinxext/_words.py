"""The words of a company's page in the language of the site; values bring their own."""

from __future__ import annotations

from sphinx.locale import get_translation

from companyprofiles._words import CATALOG

__all__ = ["_", "capital"]

_translate = get_translation(CATALOG)


def _(message: str) -> str:
    """Return a message in the language of the site, at once: Sphinx's own may answer later."""
    return str(_translate(message))


def capital(text: str) -> str:
    """Return a text as the beginning of a line."""
    return text[:1].upper() + text[1:]
