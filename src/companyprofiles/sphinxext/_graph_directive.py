"""The directive for the graph of holdings and relations between companies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives

from companyprofiles._catalog import installed
from companyprofiles._chart_data import csv_text
from companyprofiles._svg import link_address
from companyprofiles.errors import NoStatementError
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._directive import ShowingDirective
from companyprofiles.sphinxext._figure_nodes import folded, picture
from companyprofiles.sphinxext._figures import captioned
from companyprofiles.sphinxext._nodes import optional_link, paragraph, table
from companyprofiles.sphinxext._pictures import Pictures
from companyprofiles.sphinxext._prose import prose_context
from companyprofiles.sphinxext._relations import KINDS, Relation, Thing, relations
from companyprofiles.sphinxext._stubs import INDEX
from companyprofiles.sphinxext._words import _, ngettext

__all__ = ["GraphDirective"]

MOST_THINGS = 80
"""Things above which a graph is no picture any more."""


class GraphDirective(ShowingDirective):
    """Shows who holds whom: ``company:graph:: alibaba moonshot``; without names, of all companies.

    ``:depth:``
        How many steps to go from the companies; 1 by default.
    ``:kinds:``
        Names of the properties to follow, as stated from above: ``holding subsidiary`` by default.
    ``:caption:``
        What stands below the picture.
    ``:name:``
        Name by which ``:ref:`` finds the figure.
    """

    subtype = "graph"
    optional_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {
        "depth": directives.positive_int,
        "kinds": directives.unchanged_required,
        "caption": directives.unchanged_required,
        "name": directives.unchanged,
    }

    def content_nodes(self) -> list[nodes.Node]:
        """Return the picture, and the relations as a table."""
        # What other companies state of these counts too.
        self.depend_on(f"_{INDEX}")
        names = self.arguments[0].split() if self.arguments else list(installed().companies)
        contexts = {name: self._context(name) for name in [*names, *installed().companies]}
        start = [(name, contexts[name].profile.subject) for name in names]
        kinds = self.options.get("kinds", "").replace(",", " ").split() or KINDS
        found = relations(contexts, start, self.options.get("depth", 1), kinds)
        if not found:
            raise NoStatementError(f"no relation of {', '.join(names)} is stated.")
        shown = _Graph(found, contexts, self.env.docname)
        title = self.options.get("caption") or _("Holdings and relations")
        data = folded("", shown.table(title), summary=_("Relations"))
        content: list[nodes.Node] = [data]
        if len(shown.things) <= MOST_THINGS:
            figure = shown.figure(title, Pictures(self.env), start)
            self.add_name(figure)
            content.insert(0, figure)
        for context in contexts.values():
            context.finish()
        return [nodes.container("", *content, classes=["cp-chart"])]

    def _context(self, company: str) -> PageContext:
        return prose_context(self.profile(company), self.env)


class _Graph:
    """The relations that are shown, and what their ends are called."""

    def __init__(
        self, found: Sequence[Relation], contexts: dict[str, PageContext], docname: str
    ) -> None:
        self.relations = found
        self.contexts = contexts
        self.docname = docname
        ends = (thing for relation in found for thing in (relation.above, relation.below))
        self.things = list(dict.fromkeys(ends))
        self.names = {thing: self._name(thing) for thing in self.things}

    def figure(self, title: str, pictures: Pictures, start: Sequence[Thing]) -> nodes.figure:
        numbers = {thing: number for number, thing in enumerate(self.things)}
        specification = {
            "nodes": [
                {
                    "name": str(numbers[thing]),
                    "label": self.names[thing],
                    "class": "cp-start" if thing in start else "cp-thing",
                    "address": link_address(numbers[thing]),
                }
                for thing in self.things
            ],
            "edges": [
                {
                    "from": str(numbers[relation.above]),
                    "to": str(numbers[relation.below]),
                    "label": relation.label,
                    "dashed": relation.is_over,
                }
                for relation in self.relations
            ],
        }
        words = ngettext(
            "%(relations)s relation between %(things)s; dashed where it ended.",
            "%(relations)s relations between %(things)s; dashed where they ended.",
            len(self.relations),
        )
        description = words % {"relations": len(self.relations), "things": len(self.things)}
        drawn = picture(
            "",
            *map(self._link, self.things),
            picture=pictures.note(specification),
            title=title,
            description=description,
        )
        data = csv_text([(of.profile.id, s) for r in self.relations for s, of in r.statements])
        return captioned(drawn, [nodes.Text(title)], data, name="relations")

    def table(self, title: str) -> nodes.Node:
        rows = [
            (
                [paragraph(self._link(relation.above))],
                [
                    paragraph(
                        context.property_name(statement.prop),
                        ": ",
                        *context.mention(statement, dated=True),
                    )
                    for statement, context in relation.statements
                ],
                [paragraph(self._link(relation.below))],
            )
            for relation in self.relations
        ]
        header = (_("From"), _("What is stated"), _("To"))
        return table(title, rows, header=header, widths=(25, 50, 25))

    def _name(self, thing: Thing) -> str:
        company, entity = thing
        if entity:
            return self.contexts[company].name(entity)
        # Its profile is not installed: what another calls it.
        return next(
            (
                context.name(other.id)
                for context in self.contexts.values()
                for other in context.profile.entities
                if other.profile == company
            ),
            company,
        )

    def _link(self, thing: Thing) -> nodes.Node:
        company, entity = thing
        known = self.contexts.get(company)
        is_company = known is None or entity == known.profile.subject
        kind, target = ("company", company) if is_company else ("entity", f"{company}/{entity}")
        return optional_link(kind, target, self.docname, nodes.Text(self.names[thing]))
