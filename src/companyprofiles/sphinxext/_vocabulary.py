"""The reference of properties, made from their definitions."""

from __future__ import annotations

from collections.abc import Mapping

from docutils import nodes
from sphinx.environment import BuildEnvironment

from companyprofiles._catalog import installed
from companyprofiles._format import language_tag
from companyprofiles._property import VALUE_TYPES, Property, Topic
from companyprofiles.sphinxext._nodes import anchor, detail, paragraph, table, words
from companyprofiles.sphinxext._tables import property_key
from companyprofiles.sphinxext._words import _

__all__ = ["property_tables"]


def property_tables(
    env: BuildEnvironment,
) -> tuple[list[nodes.Node], Mapping[str, tuple[str, str]]]:
    """Return a table of properties for each topic, and the anchor and label of each property."""
    language = language_tag(env.config.language)
    known = sorted(installed().vocabulary.values(), key=property_key)
    shown: list[nodes.Node] = []
    for topic in Topic:
        rows = [_row(prop, language) for prop in known if prop.topic is topic]
        if rows:
            header = (_("Property"), _("What it states"), _("Value"))
            caption = topic.value.capitalize()
            shown.append(table(caption, rows, header=header, widths=(26, 48, 26)))
    places = {prop.name: (_anchor(prop), prop.label.best(language).text) for prop in known}
    return shown, places


def _anchor(prop: Property[object]) -> str:
    return f"property-{prop.name.replace('_', '-')}"


def _row(prop: Property[object], language: str) -> tuple[list[nodes.Node], ...]:
    kind = next(name for name, cls in VALUE_TYPES.items() if cls is prop.value_type)
    name: list[nodes.Node] = [
        paragraph(anchor(_anchor(prop)), nodes.literal("", prop.name)),
        detail(words(prop.label, language)),
    ]
    about: list[nodes.Node] = [paragraph(words(prop.description, language))]
    if prop.mappings:
        same = ", ".join(f"{where}: {name}" for where, name in prop.mappings.items())
        about.append(detail(_("The same elsewhere: %s") % same))
    value: list[nodes.Node] = [paragraph(kind), detail(_("Time: %s") % prop.time.value)]
    rules = {
        _("In %s") % prop.unit: prop.unit,
        _("Scheme: %s") % prop.scheme: prop.scheme,
        _("One at a time"): prop.single,
        _("Only rises"): prop.rising,
        _("Within %s") % prop.tolerance: prop.tolerance,
        _("The other end: %s") % prop.inverse: prop.inverse,
    }
    if stated := [rule for rule, applies in rules.items() if applies]:
        value.append(detail(". ".join(stated)))
    if prop.dimensions:
        value.append(detail(_("Dimensions: %s") % ", ".join(prop.dimensions)))
    return (name, about, value)
