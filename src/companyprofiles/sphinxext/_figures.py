"""Figures on pages: a chart with its caption, its sources, and its data to download."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import quote

from docutils import nodes

from companyprofiles._chart import Chart
from companyprofiles._chart_lines import Line, draw_up
from companyprofiles._property import Property
from companyprofiles._statements import Statement
from companyprofiles._vega_lite import specification
from companyprofiles.errors import NoStatementError
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._figure_nodes import csv_link, picture
from companyprofiles.sphinxext._nodes import paragraph, table
from companyprofiles.sphinxext._pictures import Pictures
from companyprofiles.sphinxext._words import _, capital

__all__ = ["captioned", "chart_figure", "chart_figures", "chart_table", "figure_of"]

WORTH_DRAWING = 3
"""Figures of a series from which on looking at them tells more than reading them."""


def chart_figures(
    context: PageContext, groups: Iterable[Sequence[Statement[Any]]]
) -> list[nodes.Node]:
    """Return the charts of some properties side by side; none where there is nothing to see.

    Args:
        context: What the section is given.
        groups: Statements of one property each, about one entity or several.
    """
    figures = [node for statements in groups for node in chart_figure(context, statements)]
    return [nodes.container("", *figures, classes=["cp-charts"])] if figures else []


def chart_figure(context: PageContext, statements: Sequence[Statement[Any]]) -> list[nodes.Node]:
    """Return a chart of figures over time, if they make a series that is worth drawing.

    The section has to show the same figures as a table too.

    Args:
        context: What the section is given.
        statements: Statements of one property; those about each entity become a series.
    """
    if context._pictures is None or len(statements) < WORTH_DRAWING:
        return []
    subjects = dict.fromkeys(s.subject for s in statements)
    lines = [
        Line(
            profile=context.profile,
            subject=subject,
            prop=statements[0].prop,
            statements=tuple(s for s in statements if s.subject == subject),
            wording=context.wording,
        )
        for subject in subjects
    ]
    try:
        chart = draw_up(lines)
    except NoStatementError:
        return []
    if sum(not point.statement.is_deprecated for point in chart.points) < WORTH_DRAWING:
        return []
    prop = statements[0].prop
    return [_on_page(context, context._pictures, chart, prop, subjects)]


def _on_page(
    context: PageContext,
    pictures: Pictures,
    chart: Chart,
    prop: Property[Any],
    subjects: Iterable[str],
) -> nodes.figure:
    about = [subject for subject in subjects if subject != context.profile.subject]
    name = "-".join([*about[:1], prop.name.replace("_", "-")])
    references = [r for point in chart.points for r in point.statement.references]
    label = _("Chart: %s") % chart.title
    cited = context.cite(references, f"chart-{name}", label)
    figure = figure_of(chart, pictures, cited, name=f"{context.profile.id}-{name}")
    figure["ids"] = [context.anchor("chart", name)]
    return figure


def figure_of(
    chart: Chart, pictures: Pictures, sources: Sequence[nodes.Node], *, name: str, caption: str = ""
) -> nodes.figure:
    """Return a chart with its caption.

    Args:
        chart: The chart.
        pictures: The pictures of the build.
        sources: What stands for its sources in the caption.
        name: Name of the file of its data.
        caption: What stands below it; by default what it shows.
    """
    drawn = picture(
        "",
        picture=pictures.note(specification(chart)),
        title=chart.title,
        description=chart.description,
    )
    words = [nodes.Text(caption or chart.title), *sources]
    return captioned(drawn, words, chart.to_csv(), name=name)


def captioned(drawn: picture, words: Sequence[nodes.Node], data: str, *, name: str) -> nodes.figure:
    """Return a picture with what stands below it, and a link to its data.

    Args:
        drawn: The picture.
        words: What stands below it.
        data: Its data as CSV.
        name: Name of the file of the data.
    """
    address = f"data:text/csv;charset=utf-8,{quote(data)}"
    link = csv_link("", address=address, file=f"{name}.csv", label=_("Data of %s") % drawn["title"])
    below = nodes.caption("", "", *words, nodes.Text(" "), link, translatable=False)
    return nodes.figure("", drawn, below, classes=["cp-figure"])


def chart_table(chart: Chart, contexts: Mapping[str, PageContext]) -> nodes.Node:
    """Return the figures of a chart as a table.

    Args:
        chart: The chart.
        contexts: What is used of each company, by id.
    """
    several = len(chart.series) > 1
    rows = []
    for point in chart.points:
        context, statement = contexts[point.company], point.statement
        of = [[paragraph(point.series)]] if several else []
        when = capital(", ".join(filter(None, (point.when, point.of))))
        link = context.statement_link(statement, point.value)
        value = context.mention(statement, [link], dimensions=False)
        rows.append([*of, [paragraph(when)], [paragraph(*value)]])
    header, widths = [_("When"), _("Value")], [40, 60]
    if several:
        header, widths = [_("Of what"), *header], [30, 30, 40]
    return table(chart.title, rows, header=header, widths=widths, classes=["cp-series"])
