"""The directive for charts in pages that people write."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.environment import BuildEnvironment

from companyprofiles._chart import Chart
from companyprofiles._chart_lines import Line, draw_up
from companyprofiles.errors import InvalidValueError, NoStatementError
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._directive import ShowingDirective
from companyprofiles.sphinxext._figure_nodes import folded
from companyprofiles.sphinxext._figures import chart_table, figure_of
from companyprofiles.sphinxext._pictures import Pictures
from companyprofiles.sphinxext._prose import prose_context
from companyprofiles.sphinxext._target import Target
from companyprofiles.sphinxext._words import _

__all__ = ["FigureDirective", "drawn"]


class FigureDirective(ShowingDirective):
    """Shows a chart of figures over time: ``company:figure:: alibaba/revenue``.

    Each name is a series: a property of a company, or of another entity of its profile, as in
    ``alibaba/m6/parameters``. Several are drawn over one another.

    ``:caption:``
        What stands below the picture; by default what it shows.
    ``:months:``
        Length of the periods to show; whole years by default, if there are two.
    ``:name:``
        Name by which ``:ref:`` finds the figure.
    """

    subtype = "figure"
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {
        "caption": directives.unchanged_required,
        "months": directives.positive_int,
        "name": directives.unchanged,
    }

    def content_nodes(self) -> list[nodes.Node]:
        """Return the figure, and its figures as a table."""
        targets = list(map(Target.parse, self.arguments[0].split()))
        contexts = {
            target.company: prose_context(self.profile(target.company), self.env)
            for target in targets
        }
        caption = self.options.get("caption", "")
        box = drawn(targets, contexts, self.env, self.options.get("months"), caption)
        self.add_name(next(box.findall(nodes.figure)))
        return [box]


def drawn(
    targets: Sequence[Target],
    contexts: dict[str, PageContext],
    env: BuildEnvironment,
    months: int | None = None,
    caption: str = "",
) -> nodes.container:
    """Return a chart of one or more series, and its figures as a table.

    Args:
        targets: The series.
        contexts: The context of each company.
        env: Environment of the build.
        months: Length of the periods to show.
        caption: What stands below the picture; by default what it shows.

    Raises:
        InvalidValueError: A target has a time, or the figures cannot be compared.
        NoStatementError: Nothing is stated.
        UnknownNameError: A profile has no such entity, or no such property.
    """
    lines = [_line(target, contexts[target.company]) for target in targets]
    chart = draw_up(lines, months=months)
    name = "-".join(map(str, targets)).replace("/", "-").replace("_", "-")
    figure = figure_of(
        chart, Pictures(env), _sources(chart, contexts, name), name=name, caption=caption
    )
    data = folded("", chart_table(chart, contexts), summary=_("Figures"))
    for context in contexts.values():
        context.finish()
    return nodes.container("", figure, data, classes=["cp-chart"])


def _line(target: Target, context: PageContext) -> Line:
    """Return what a series is of.

    Raises:
        InvalidValueError: The target has a time.
        NoStatementError: Nothing is stated.
        UnknownNameError: The profile has no such entity, or no such property.
    """
    if target.when:
        raise InvalidValueError("a property without a time", str(target))
    stated = target.all(context.profile)
    if not stated:
        raise NoStatementError(f"nothing is stated for {str(target)!r}.")
    return Line(
        profile=context.profile,
        subject=target.entity or context.profile.subject,
        prop=stated[0].prop,
        statements=stated,
        wording=context.wording,
    )


def _sources(chart: Chart, contexts: dict[str, PageContext], name: str) -> list[nodes.Node]:
    """Return the numbers of the sources of a chart, company by company."""
    label = _("Chart: %s") % chart.title
    cited: list[nodes.Node] = []
    for company, context in contexts.items():
        points = [point for point in chart.points if point.company == company]
        references = [r for point in points for r in point.statement.references]
        cited += context.cite(references, f"chart-{name}", label) if references else []
    return cited
