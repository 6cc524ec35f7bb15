"""The words of a company's page in the language of the site; values bring their own."""

from __future__ import annotations

from sphinx.locale import get_translation, get_translator

from companyprofiles._words import CATALOG

__all__ = ["_", "capital", "count_of_sources", "count_of_statements", "ngettext"]

_translate = get_translation(CATALOG)


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
