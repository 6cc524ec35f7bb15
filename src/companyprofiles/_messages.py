"""The message catalogs: the package's own, and those that a site brings besides."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from companyprofiles._texts import LanguageMap, Text

if TYPE_CHECKING:
    from gettext import NullTranslations

    from babel.messages.catalog import Message

__all__ = [
    "CATALOG",
    "CATALOG_FOLDER",
    "DEFINITION",
    "HEADING",
    "LABEL",
    "TEMPLATE",
    "catalog_of",
    "in_catalog",
    "is_translated",
    "look_in",
    "messages_digest",
]

CATALOG = "companyprofiles"
"""Name of the message catalogs."""
CATALOG_FOLDER = Path(__file__).with_name("locale")
"""Folder of the package's own."""
TEMPLATE = CATALOG_FOLDER / f"{CATALOG}.pot"
"""Every message there is, for a new catalog to begin with."""
LABEL, DEFINITION, HEADING = "property", "definition", "section"
"""Contexts of messages that the code words in several languages: of properties, and of sections."""
OWN = ("en", "zh")
"""Languages in which the code words these itself."""

_further: list[Path] = []


def look_in(folders: Iterable[Path]) -> None:
    """Look for catalogs in these folders too, before the package's own."""
    _further[:] = folders
    for answer in (catalog_of, is_translated, messages_digest):
        answer.cache_clear()


@cache
def catalog_of(language: str) -> NullTranslations:
    """Return the messages in a language, out of all folders; none where no folder has any."""
    from gettext import NullTranslations, translation

    found = NullTranslations()
    for folder in reversed((*_further, CATALOG_FOLDER)):
        catalog = translation(CATALOG, folder, [_locale(language)], fallback=True)
        catalog.add_fallback(found)
        found = catalog
    return found


def in_catalog(context: str, wording: LanguageMap, language: str) -> Text:
    """Return what code words in several languages: its own, the catalog's, or else in English."""
    own = wording.best(language)
    if not language or _is_in(own.lang, language):
        return own
    english = wording.best("en").text
    # The very same comes back where the catalog lacks it.
    translated = catalog_of(language).pgettext(context, english)
    return own if translated is english else Text(translated, language)


@cache
def is_translated(language: str) -> bool:
    """Tell whether all that the package itself says is there in a language."""
    if _is_in(language, "en"):
        return True
    from babel.messages.pofile import read_po

    with TEMPLATE.open("rb") as file:
        messages = [message for message in read_po(file) if message.id]
    is_own = any(_is_in(language, own) for own in OWN)
    needed = (None,) if is_own else (None, LABEL, HEADING)
    return all(_is_known(m, catalog_of(language)) for m in messages if m.context in needed)


def _is_known(message: Message, catalog: NullTranslations) -> bool:
    """Tell whether a catalog has a message: it returns the very same text where it does not."""
    if not isinstance(message.id, str):
        one, many = message.id
        return catalog.ngettext(one, many, 2) is not many
    if message.context:
        return catalog.pgettext(message.context, message.id) is not message.id
    return catalog.gettext(message.id) is not message.id


@cache
def messages_digest(language: str) -> str:
    """Return a digest of the catalogs in a language."""
    from gettext import find
    from hashlib import blake2b

    digest = blake2b(digest_size=16)
    for folder in (*_further, CATALOG_FOLDER):
        for file in find(CATALOG, folder, [_locale(language)], all=True):
            digest.update(Path(file).read_bytes())
    return digest.hexdigest()


def _locale(language: str) -> str:
    return language.replace("-", "_")


def _is_in(tag: str, language: str) -> bool:
    """Tell whether a text of one language can be read as one of another."""
    return tag.partition("-")[0] == language.partition("-")[0]
