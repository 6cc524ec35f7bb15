"""The entry of one property: everything that its definition says, and who states it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from docutils import nodes

from companyprofiles._identifiers import SCHEMES
from companyprofiles._messages import DEFINITION, LABEL, in_catalog
from companyprofiles._property import Property, type_name
from companyprofiles._property_example import example
from companyprofiles.sphinxext import _property_text
from companyprofiles.sphinxext._nodes import (
    external_link,
    fields,
    optional_link,
    paragraph,
    separated,
    words,
)
from companyprofiles.sphinxext._property_links import SYSTEMS, address_of
from companyprofiles.sphinxext._words import _, count_of_statements

__all__ = ["Stated", "property_anchor", "property_entry"]

Stated = Mapping[str, tuple[int, str]]
"""How many statements each company has of a property, and the anchor of the first, by its id."""


MOST_COMPANIES = 20
"""Companies that an entry names, those that state the property most often."""


def property_anchor(prop: Property[Any]) -> str:
    """Return the anchor of a property's entry."""
    return f"property-{prop.name.replace('_', '-')}"


def property_entry(
    prop: Property[Any], *, language: str, docname: str, python: str, stated: Stated
) -> nodes.section:
    """Return the entry of a property.

    Args:
        prop: The property.
        language: BCP 47 tag of the page's language.
        docname: Name of the document that the entry goes into.
        python: What the property is called in Python; empty where nobody may import it.
        stated: How often companies state it.
    """
    own = in_catalog(LABEL, prop.label, language)
    others = dict.fromkeys(prop.label.best(tag) for tag in prop.label)
    names = [nodes.literal("", prop.name), *(words(t, language) for t in others if t != own)]
    entry = nodes.section("", ids=[property_anchor(prop)], classes=["cp-property"])
    entry += nodes.title("", "", words(own, language), translatable=False)
    entry += paragraph(*separated(names, " · "), classes=["cp-names"])
    entry += paragraph(words(in_catalog(DEFINITION, prop.description, language), language))
    entry += fields([*_meaning(prop, docname), *_elsewhere(prop, python, stated, docname)])
    text = example(prop)
    entry += nodes.literal_block(text, text, language="toml")
    return entry


Field = tuple[str, list[nodes.Node]]


def _meaning(prop: Property[Any], docname: str) -> Iterator[Field]:
    """Yield what the definition says of values, time and comparison."""
    kind = nodes.literal("", type_name(prop))
    written = nodes.Text(f" – {_property_text.grammar(prop)}")
    name = f"companyprofiles.{prop.value_type.__name__}"
    yield _("Value"), [optional_link("py:class", name, docname, kind), written]
    if prop.scheme:
        yield _("Scheme"), _scheme(prop)
    if prop.unit:
        yield _("Unit"), [nodes.Text(_property_text.unit(prop))]
    time = nodes.Text(f" – {_property_text.time(prop)}")
    yield _("Time"), [nodes.emphasis("", prop.time.value), time]
    if prop.dimensions:
        yield _("Dimensions"), separated(map(_dimension, prop.dimensions), "; ")
    yield _("Comparison"), [nodes.Text(_property_text.comparison(prop))]
    if prop.inverse:
        shown = nodes.literal("", prop.inverse)
        link = optional_link("property", prop.inverse, docname, shown)
        yield _("From the other end"), [link]


def _scheme(prop: Property[Any]) -> list[nodes.Node]:
    shown: list[nodes.Node] = [nodes.literal("", prop.scheme)]
    scheme = SCHEMES.get(prop.scheme)
    if scheme is not None:
        shown += [nodes.Text(f" – {scheme.label}, "), nodes.literal("", scheme.example)]
    return shown


def _dimension(name: str) -> nodes.Node:
    meaning = _property_text.dimension(name)
    shown = nodes.inline("", "", nodes.literal("", name))
    if meaning:
        shown += nodes.Text(f" – {meaning}")
    return shown


def _elsewhere(prop: Property[Any], python: str, stated: Stated, docname: str) -> Iterator[Field]:
    """Yield what the property is called elsewhere, and who states it."""
    if python:
        yield _("In Python"), [nodes.literal("", python)]
    if prop.mappings:
        links = (_mapping(system, term) for system, term in prop.mappings.items())
        yield _("The same elsewhere"), separated(links, "; ")
    if stated:
        most = sorted(stated.items(), key=lambda item: (-item[1][0], item[0]))[:MOST_COMPANIES]
        companies = [_stating(company, *of, docname) for company, of in most]
        if more := len(stated) - len(most):
            companies.append(nodes.Text(_("and %s more") % more))
        yield _("Stated by"), separated(companies, "; ")


def _mapping(system: str, term: str) -> nodes.Node:
    shown = nodes.literal("", term)
    address = address_of(system, term)
    link = external_link(address, shown) if address else shown
    return nodes.inline("", "", nodes.Text(f"{SYSTEMS.get(system, system)} "), link)


def _stating(company: str, count: int, anchor: str, docname: str) -> nodes.Node:
    """Return a company, and a link to the first of its statements."""
    number = count_of_statements(count)
    return nodes.inline(
        "",
        "",
        # Called by what its page calls it, whatever that is when links are made.
        optional_link("company", company, docname),
        nodes.Text(": "),
        optional_link("statement", f"{company}/{anchor}", docname, nodes.Text(number)),
    )
