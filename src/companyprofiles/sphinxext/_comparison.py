"""Companies side by side: a row for each property, a column for each company."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from docutils import nodes

from companyprofiles._numbers import Number
from companyprofiles._property import Property, Topic
from companyprofiles._statements import Statement
from companyprofiles.errors import NoStatementError, UnknownNameError
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._dispute_mark import dispute_mark
from companyprofiles.sphinxext._nodes import detail, optional_link, paragraph, table
from companyprofiles.sphinxext._tables import property_key
from companyprofiles.sphinxext._target import Target
from companyprofiles.sphinxext._words import _

__all__ = ["common_properties", "comparison_table", "current_cell", "own_properties"]

MOST_VALUES = 5
"""Values of one property that a cell shows; the company's page has them all."""

NAME_WIDTH = 22
NOT_COMPARED = (Topic.EVENTS, Topic.CLAIMS)
"""Topics whose statements are many, and of their company alone."""


def own_properties(context: PageContext) -> dict[str, Property[Any]]:
    """Return the properties that a profile states of the company itself, by name."""
    return {s.prop.name: s.prop for s in context.profile.of(context.profile.subject)}


def common_properties(contexts: Sequence[PageContext]) -> list[str]:
    """Return the names of properties that at least two companies state, in the order of pages."""
    stated = [own_properties(context) for context in contexts]
    every = {name: prop for known in stated for name, prop in known.items()}
    shared = [
        prop
        for name, prop in every.items()
        if sum(name in known for known in stated) > 1 and prop.topic not in NOT_COMPARED
    ]
    return [prop.name for prop in sorted(shared, key=property_key)]


def comparison_table(
    contexts: Sequence[PageContext], names: Iterable[str], caption: str = ""
) -> nodes.Node:
    """Return a table of what holds now, or of figures the latest with the time that they are of.

    Args:
        contexts: What pages say things with, one for each company.
        names: Names of the properties, in the order of the rows.
        caption: What the table shows; by default a few words.
    """
    every = {name: prop for context in contexts for name, prop in own_properties(context).items()}
    first = contexts[0]
    rows: list[list[list[nodes.Node]]] = [
        [
            [paragraph(first.property_name(every[name]) if name in every else name)],
            *(current_cell(context, name) for context in contexts),
        ]
        for name in names
    ]
    width = (100 - NAME_WIDTH) // len(contexts)
    shown = table(
        caption or _("Companies compared"),
        rows,
        header=[_("Property"), *(context.name(context.profile.subject) for context in contexts)],
        widths=[NAME_WIDTH, *(width for _context in contexts)],
        classes=["cp-comparison"],
    )
    for context in contexts:
        context.finish()
    return shown


def current_cell(context: PageContext, name: str) -> list[nodes.Node]:
    """Return what a company's own value of a property is now, or that nothing is stated."""
    try:
        found = Target(context.profile.id, "", name).answers(context.profile, context.language)
    except (NoStatementError, UnknownNameError):
        return [detail(_("not stated"))]
    shown: list[nodes.Node] = [
        paragraph(*dispute_mark(s, context), *context.mention(s, dated=_is_of_time(s)))
        for s in found[:MOST_VALUES]
    ]
    if (more := len(found) - MOST_VALUES) > 0:
        link = optional_link("company", context.profile.id, context.docname)
        shown.append(detail(_("and %s more: ") % more, link))
    return shown


def _is_of_time(statement: Statement[Any]) -> bool:
    return issubclass(statement.prop.value_type, Number)
