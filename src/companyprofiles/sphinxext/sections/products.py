"""What the company makes, and the figures of each product over time."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from companyprofiles._entities import EntityKind
from companyprofiles._numbers import Number
from companyprofiles._profile import Profile
from companyprofiles._property import Topic
from companyprofiles._statements import Statement
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import detail, paragraph, separated
from companyprofiles.sphinxext._tables import by_property, fact_table, series_table, subject_table
from companyprofiles.sphinxext._words import _

__all__ = ["render"]

KINDS = (EntityKind.PRODUCT, EntityKind.BRAND)


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show each product in a part of its own, with links to what other sections show of it."""
    products: dict[str, list[Statement[Any]]] = {
        entity.id: [] for entity in profile.entities if entity.kind in KINDS
    }
    rest = []
    elsewhere: dict[str, list[Statement[Any]]] = {}
    for statement in profile.statements:
        product = _offered(statement) or statement.subject
        if statement.prop.topic is Topic.CLAIMS:
            continue
        if statement.prop.topic is Topic.MARKET or context.has_home(statement):
            elsewhere.setdefault(product, []).append(statement)
        elif product in products:
            products[product].append(statement)
        elif statement.prop.topic is Topic.PRODUCTS:
            rest.append(statement)
    shown: list[nodes.Node] = []
    for product, about in products.items():
        if about:
            part = _product(product, about, context)
            part += _links(elsewhere.get(product, []), context)
            shown.append(part)
    if rest:
        rest.sort(key=lambda s: s.subject != profile.subject)
        shown.insert(0, subject_table(context, _("In general"), rest))
    return shown


def _offered(statement: Statement[Any]) -> str:
    """Return the id of the product that a statement says is the subject's."""
    is_offer = statement.prop.name == "product" and not statement.absent
    return str(statement.value) if is_offer else ""


def _product(entity_id: str, about: list[Statement[Any]], context: PageContext) -> nodes.section:
    name = context.name(entity_id)
    anchors = [
        identifier for node in context.entity_anchor(entity_id) for identifier in node["ids"]
    ]
    # A plugin's section may have been its place already.
    anchors = anchors or [context.anchor("product", entity_id)]
    section = nodes.section("", nodes.title("", name, translatable=False), ids=anchors)
    names = context.names(entity_id)
    if len(names) > 1:
        section += paragraph(*names[2:], classes=["cp-names"])
    offers = [s for s in about if s.subject != entity_id]
    for offer in offers:
        by = [nodes.Text(_("A product of ")), context.entity(offer.subject)]
        section += context.fact(offer, by)
    series = [group for group in by_property(about) if _is_series(group)]
    in_series = {s.anchor for group in series for s in group}
    facts = [s for s in about if s not in offers and s.anchor not in in_series]
    if facts:
        section += fact_table(context, _("About %s") % name, facts)
    for group in series:
        caption = name + _(": ") + context.property_name(group[0].prop)
        section += series_table(context, caption, group)
    return section


def _links(statements: list[Statement[Any]], context: PageContext) -> list[nodes.Node]:
    """Return links to what other sections show of a product, one for each property."""
    links = [
        context.statement_link(group[0], context.property_name(group[0].prop))
        for group in by_property(statements)
    ]
    return [detail(_("Elsewhere: "), *separated(links, _(", ")), ".")] if links else []


def _is_series(statements: list[Statement[Any]]) -> bool:
    kind = statements[0].prop.value_type
    return issubclass(kind, Number) and any(s.valid is not None for s in statements)
