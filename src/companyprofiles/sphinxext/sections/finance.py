"""Figures from accounts and reports: a row for each period, a column for each figure."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from companyprofiles._format import period_text
from companyprofiles._periods import Period
from companyprofiles._profile import Profile
from companyprofiles._property import Property, Time, Topic
from companyprofiles._statements import Statement
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._figures import chart_figures
from companyprofiles.sphinxext._nodes import anchor, paragraph, table
from companyprofiles.sphinxext._tables import by_property, grouped
from companyprofiles.sphinxext._words import _, capital

__all__ = ["render"]

MONTHS_IN_YEAR = 12
PERIOD_WIDTH = 25


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show whole years, parts of years, moments, other periods and parts in tables of their own."""
    figures = [s for s in profile.statements if s.prop.topic is Topic.FINANCE]
    figures.sort(key=lambda s: s.subject != profile.subject)
    captions = (
        _("Whole years"),
        _("Parts of years"),
        _("At a date"),
        _("Other periods"),
        _("By part, standard or purpose"),
    )
    shown: list[nodes.Node] = []
    for subject, about in grouped(figures).items():
        shown += chart_figures(context, by_property(s for s in about if not s.dimensions))
        for number, caption in enumerate(captions):
            group = [s for s in about if _kind(s) == number]
            if group:
                of = "" if subject == profile.subject else context.name(subject) + _(": ")
                shown += _matrix(of + caption, group, context)
    return shown


def _kind(statement: Statement[Any]) -> int:
    """Return which table a figure stands in: year, part of a year, moment, other period, part."""
    if statement.dimensions:
        return 4
    if statement.prop.time is Time.INSTANT:
        return 2
    months = statement.valid.months if statement.valid is not None else None
    if not months or months > MONTHS_IN_YEAR:
        return 3
    return 0 if months == MONTHS_IN_YEAR else 1


def _matrix(
    caption: str, statements: list[Statement[Any]], context: PageContext
) -> list[nodes.Node]:
    """Return a table of figures, and below it what is noted of them: a cell has no room."""
    columns: list[Property[Any]] = [group[0].prop for group in by_property(statements)]
    notes: list[nodes.Node] = []
    rows: list[list[list[nodes.Node]]] = []
    for period in _periods(statements):
        first = period_text(period, context.language, columns[0].time) if period else _("no date")
        cells = [_cell(_at(statements, period, prop), notes, context) for prop in columns]
        rows.append([[paragraph(capital(first))], *cells])
    header = (_("Period"), *(context.property_name(prop) for prop in columns))
    width = (100 - PERIOD_WIDTH) // len(columns)
    widths = (PERIOD_WIDTH, *(width for _column in columns))
    figures = table(caption, rows, header=header, widths=widths, classes=["cp-figures"])
    if not notes:
        return [figures]
    return [figures, nodes.container("", *notes, classes=["cp-notes"])]


def _cell(
    statements: list[Statement[Any]], notes: list[nodes.Node], context: PageContext
) -> list[nodes.Node]:
    """Return the figures of one cell, each with a link to what is noted of it below."""
    shown: list[nodes.Node] = []
    for statement in statements:
        figure, *details = context.fact(statement)
        if details:
            name = context.anchor("note", statement.anchor)
            link = nodes.reference("", _("note"), refid=name, internal=True)
            figure += [nodes.Text(" "), nodes.superscript("", "", link)]
            back = context.statement_link(statement)
            details[0].insert(0, [anchor(name), back, nodes.Text(". ")])
            notes += details
        shown.append(figure)
    return shown


def _periods(statements: list[Statement[Any]]) -> list[Period | None]:
    """Return the periods that figures are stated for, by their last day, the shortest first."""
    found = {s.valid.text: s.valid for s in statements if s.valid is not None}
    dated = sorted(found.values(), key=lambda p: (p.sort_key[1], -p.sort_key[0].toordinal()))
    return [*dated, *([None] if any(s.valid is None for s in statements) else [])]


def _at(
    statements: list[Statement[Any]], period: Period | None, prop: Property[Any]
) -> list[Statement[Any]]:
    found = [s for s in statements if s.valid == period and s.prop == prop]
    return sorted(found, key=lambda s: (s.is_deprecated, s.anchor))
