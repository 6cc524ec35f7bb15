"""Tables of statements that several sections share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from typing import Any

from docutils import nodes

from companyprofiles._property import Property, Topic
from companyprofiles._statements import Statement
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import paragraph, separated, table
from companyprofiles.sphinxext._words import _, capital

__all__ = [
    "by_date",
    "by_property",
    "fact_table",
    "figure_table",
    "grouped",
    "series_table",
    "subject_table",
    "when",
]

Statements = Sequence[Statement[Any]]

FACT_WIDTHS = (24, 76)
WHEN_WIDTH, PARTS_WIDTH = 22, 30


@cache
def _order() -> dict[str, tuple[int, int]]:
    """Place of each of the core's properties: its topic, then its place in the topic."""
    return {
        prop.name: (number, place)
        for number, topic in enumerate(Topic)
        for place, prop in enumerate(_properties(topic))
    }


def _properties(topic: Topic) -> Sequence[Property[Any]]:
    found: Sequence[Property[Any]] = import_module(
        f"companyprofiles.vocabulary.{topic.value}"
    ).PROPERTIES
    return found


def property_key(prop: Property[Any]) -> tuple[int, int, str]:
    """Return the order of properties on pages: by topic, the core's own first."""
    topic = list(Topic).index(prop.topic)
    return (topic, _order().get(prop.name, (topic, len(_order())))[1], prop.name)


def date_key(statement: Statement[Any]) -> tuple[bool, tuple[dt.date, dt.date, str], str]:
    """Return the order of statements in time; those without a date come first."""
    date = statement.date
    if date is None:
        return (False, (dt.date.min, dt.date.min, ""), statement.anchor)
    return (True, date.sort_key, statement.anchor)


def when(statement: Statement[Any], context: PageContext) -> nodes.Node:
    """Return a cell's paragraph that says when a statement held."""
    return paragraph(capital(context.period(statement) or _("no date")))


def by_date(statements: Iterable[Statement[Any]]) -> list[Statement[Any]]:
    """Return statements in the order of their dates, the deprecated ones in their place too."""
    return sorted(statements, key=date_key)


def by_property(statements: Iterable[Statement[Any]]) -> list[list[Statement[Any]]]:
    """Return statements in groups of one property, in the order of pages."""
    groups: dict[Property[Any], list[Statement[Any]]] = {}
    for statement in statements:
        groups.setdefault(statement.prop, []).append(statement)
    return [groups[prop] for prop in sorted(groups, key=property_key)]


def grouped(statements: Iterable[Statement[Any]]) -> dict[str, list[Statement[Any]]]:
    """Return statements by the entity that they are about, in the order of their first."""
    groups: dict[str, list[Statement[Any]]] = {}
    for statement in statements:
        groups.setdefault(statement.subject, []).append(statement)
    return groups


def fact_table(context: PageContext, caption: str, statements: Statements) -> nodes.Node:
    """Return a table with a row for each property of one subject."""
    rows = [
        (
            [paragraph(context.property_name(group[0].prop))],
            [node for s in current_first(group) for node in context.fact(s, dated=True)],
        )
        for group in by_property(statements)
    ]
    return table(caption, rows, widths=FACT_WIDTHS, classes=["cp-facts"])


def current_first(statements: Statements) -> list[Statement[Any]]:
    """Return statements in time, with the deprecated ones after those that stand.

    Those without a date keep their authors' order, and come first.
    """
    return sorted(statements, key=lambda s: (s.is_deprecated, date_key(s)[:2]))


def series_table(context: PageContext, caption: str, statements: Statements) -> nodes.Node:
    """Return a table of one figure over time, with every value in its place, wrong ones marked."""
    rows = [([when(s, context)], context.fact(s)) for s in by_date(statements)]
    return table(
        caption, rows, header=(_("When"), _("Value")), widths=FACT_WIDTHS, classes=["cp-series"]
    )


def figure_table(context: PageContext, caption: str, statements: Statements) -> nodes.Node:
    """Return a table of figures: a column for each property, a row for each time and what it is of.

    The columns come in the order of the statements' first of each property, the rows in time; what
    the figures are of are the values of their dimensions.
    """
    columns = list(dict.fromkeys(s.prop for s in statements))
    rows: dict[tuple[str, tuple[str, ...]], list[Statement[Any]]] = {}
    for statement in sorted(statements, key=lambda s: date_key(s)[:2]):
        parts = tuple(context.wording.dimensions(statement))
        rows.setdefault((context.period(statement), parts), []).append(statement)
    has_parts = any(parts for _period, parts in rows)
    has_periods = not has_parts or any(period for period, _parts in rows)
    keys = [(_("When"), WHEN_WIDTH)] * has_periods + [(_("Of what"), PARTS_WIDTH)] * has_parts
    cells = []
    for (period, _parts), found in rows.items():
        key: list[list[nodes.Node]] = [[nodes.Text(capital(period or _("no date")))]] * has_periods
        key += [_of_what(found[0], context)] * has_parts
        figures = (
            [node for s in found if s.prop == prop for node in context.fact(s, dimensions=False)]
            for prop in columns
        )
        cells.append([*([paragraph(*shown)] for shown in key), *figures])
    width = (100 - sum(width for _name, width in keys)) // len(columns)
    return table(
        caption,
        cells,
        header=[*(name for name, _width in keys), *map(context.property_name, columns)],
        widths=[*(width for _name, width in keys), *(width for _prop in columns)],
        classes=["cp-figures"],
    )


def _of_what(statement: Statement[Any], context: PageContext) -> list[nodes.Node]:
    """Return what a figure is of as the beginning of a line, as far as it is in its language."""
    parts = context.dimensions(statement)
    if parts and isinstance(parts[0], nodes.Text):
        parts[0] = nodes.Text(capital(parts[0]))
    return separated(parts, _(", "))


def subject_table(
    context: PageContext, caption: str, statements: Statements, header: Sequence[str] = ()
) -> nodes.Node:
    """Return a table with a row for each entity, and all that is stated of it in the other cell."""
    rows = []
    for entity_id, about in grouped(statements).items():
        name = paragraph(*context.entity_anchor(entity_id), *context.names(entity_id))
        facts = [
            node
            for group in by_property(about)
            for s in current_first(group)
            for node in context.fact(s, lead=context.property_name(s.prop), dated=True)
        ]
        rows.append(([name], facts))
    return table(caption, rows, header=header, widths=FACT_WIDTHS, classes=["cp-subjects"])
