"""The vocabularies of the core and of plugins, as the reference of properties shows them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import attrs
from docutils import nodes
from sphinx.util import logging

from companyprofiles._catalog import installed
from companyprofiles._messages import DEFINITION, LABEL, in_catalog
from companyprofiles._plugin import FATAL
from companyprofiles._property import Property, type_name
from companyprofiles.errors import cause_of
from companyprofiles.hookspecs import Vocabulary
from companyprofiles.sphinxext._nodes import detail, optional_link, paragraph, table, words
from companyprofiles.sphinxext._words import _, capital

__all__ = ["KnownVocabulary", "overview", "vocabularies"]

logger = logging.getLogger(__name__)


@attrs.frozen(kw_only=True)
class KnownVocabulary:
    """A vocabulary, and its properties with their names in Python."""

    record: Vocabulary
    """What its plugin says of it."""
    properties: Mapping[Property[Any], str]
    """Its properties in their author's order, each with where to import it from, if anywhere."""


def vocabularies() -> dict[str, KnownVocabulary]:
    """Return every vocabulary by name, the core's first; one that fails is left out, loudly."""
    catalog = installed()
    found = {}
    for name, record in catalog.host.vocabularies().items():
        usable = catalog.properties(name)
        if not usable:
            continue
        try:
            used = {prop: _python_name(prop, record) for prop in usable}
        except FATAL:
            raise
        except BaseException as error:  # noqa: BLE001, a plugin may raise anything
            message = "the vocabulary %r is left out: %s"
            logger.warning(message, name, cause_of(error), type="company", subtype="vocabulary")
            continue
        found[name] = KnownVocabulary(record=record, properties=used)
    return found


def _python_name(prop: Property[Any], record: Vocabulary) -> str:
    """Return the shortest name that a property has in the package that brings it."""
    if not isinstance(record.properties, str):
        return ""
    module_name = record.properties.partition(":")[0]
    parts = module_name.split(".")
    for count in range(1, len(parts) + 1):
        module = import_module(".".join(parts[:count]))
        for name in getattr(module, "__all__", ()):
            if getattr(module, name, None) is prop:
                return f"{module.__name__}.{name}"
    return ""


def overview(language: str, docname: str) -> list[nodes.Node]:
    """Return a table of properties for each vocabulary.

    Args:
        language: BCP 47 tag of the page's language.
        docname: Name of the document that the tables go into.
    """
    return [
        table(
            f"{capital(name)}: {known.record.summary}",
            [_row(prop, language, docname) for prop in known.properties],
            header=(_("Property"), _("What it states"), _("Value")),
            widths=(30, 54, 16),
        )
        for name, known in vocabularies().items()
        if known.properties
    ]


def _row(prop: Property[Any], language: str, docname: str) -> tuple[list[nodes.Node], ...]:
    name = optional_link("property", prop.name, docname, nodes.literal("", prop.name))
    return (
        [paragraph(name), detail(words(in_catalog(LABEL, prop.label, language), language))],
        [paragraph(words(in_catalog(DEFINITION, prop.description, language), language))],
        [paragraph(type_name(prop))],
    )
