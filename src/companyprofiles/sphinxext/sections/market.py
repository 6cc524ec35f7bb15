"""Who uses and buys it, at which price, and how it stands against others."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from companyprofiles._profile import Profile
from companyprofiles._property import Topic
from companyprofiles._statements import Statement
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import paragraph, table
from companyprofiles.sphinxext._tables import by_date, by_property, grouped
from companyprofiles.sphinxext._words import _, capital

__all__ = ["render"]

PERIOD_WIDTH, OF_WIDTH = 22, 30

Row = tuple[str, tuple[str, ...]]
"""What the figures of one row have in common: when they held, and what they are of."""


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
    """Return a table with a row for each time and what the figures are of."""
    columns = [group[0].prop for group in by_property(statements)]
    rows: dict[Row, list[Statement[Any]]] = {}
    for statement in by_date(statements):
        rows.setdefault(_row(statement, context), []).append(statement)
    has_parts = any(parts for _when, parts in rows)
    cells = []
    for (when, parts), found in rows.items():
        of = [[paragraph(capital(", ".join(parts)))]] if has_parts else []
        figures = [
            [node for s in found if s.prop == prop for node in context.fact(s, dimensions=False)]
            for prop in columns
        ]
        cells.append(([paragraph(capital(when))], *of, *figures))
    names = [context.property_name(prop) for prop in columns]
    header = (_("When"), *([_("Of what")] if has_parts else []), *names)
    first = (PERIOD_WIDTH, *([OF_WIDTH] if has_parts else []))
    widths = (*first, *((100 - sum(first)) // len(columns) for _prop in columns))
    caption = f"{context.name(subject)}: {', '.join(names)}"
    box = table(caption, cells, header=header, widths=widths, classes=["cp-market"])
    return nodes.container("", *_place(subject, context), box)


def _row(statement: Statement[Any], context: PageContext) -> Row:
    when = context.period(statement) or _("no date")
    return when, tuple(context.dimensions(statement))


def _place(subject: str, context: PageContext) -> list[nodes.Node]:
    """Return the place of a thing that has none yet, such as a service of which only prices are."""
    place = context.entity_anchor(subject)
    return [paragraph(*place, *context.names(subject), classes=["cp-names"])] if place else []
