"""Who uses and buys it, at which price, and how it stands against others."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from companyprofiles._profile import Profile
from companyprofiles._property import Topic
from companyprofiles._statements import Statement
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import paragraph
from companyprofiles.sphinxext._tables import by_property, figure_table, grouped
from companyprofiles.sphinxext._words import _

__all__ = ["render"]


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show a table for each thing and each kind of figure, the company's own first.

    Figures that may be of the same, such as a share and a rank in a market, share a table.
    """
    figures = [s for s in profile.statements if s.prop.topic is Topic.MARKET]
    figures.sort(key=lambda s: s.subject != profile.subject)
    return [
        _table(subject, group, context)
        for subject, about in grouped(figures).items()
        for group in _alike(about)
    ]


def _alike(statements: list[Statement[Any]]) -> list[list[Statement[Any]]]:
    """Return statements in groups of properties that have the same dimensions."""
    groups: dict[tuple[str, ...], list[Statement[Any]]] = {}
    for group in by_property(statements):
        groups.setdefault(group[0].prop.dimensions, []).extend(group)
    return list(groups.values())


def _table(subject: str, statements: list[Statement[Any]], context: PageContext) -> nodes.Node:
    names = [context.property_name(group[0].prop) for group in by_property(statements)]
    # A service of which nothing but prices is stated has its place here.
    place = context.entity_anchor(subject)
    name = [paragraph(*place, *context.names(subject), classes=["cp-names"])] if place else []
    caption = context.name(subject) + _(": ") + _(", ").join(names)
    return nodes.container("", *name, figure_table(context, caption, statements))
