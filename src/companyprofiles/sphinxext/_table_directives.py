"""The directives that show properties in tables: one over time, or companies side by side."""

from __future__ import annotations

from typing import Any, ClassVar

import attrs
from docutils import nodes
from docutils.parsers.rst import directives

from companyprofiles._catalog import installed
from companyprofiles._periods import Period
from companyprofiles._statements import Statement
from companyprofiles.errors import InvalidValueError, NoStatementError, UnknownNameError
from companyprofiles.sphinxext._comparison import (
    common_properties,
    comparison_table,
    own_properties,
)
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._directive import ShowingDirective
from companyprofiles.sphinxext._nodes import paragraph, table
from companyprofiles.sphinxext._prose import prose_context
from companyprofiles.sphinxext._tables import series_table
from companyprofiles.sphinxext._target import Target
from companyprofiles.sphinxext._words import _, capital

__all__ = ["CompareDirective", "TableDirective"]

Column = tuple[list[Statement[Any]], PageContext]
"""The statements of one target, and what says them."""

WHEN_WIDTH = 24


class TableDirective(ShowingDirective):
    """Shows how a property went, or several beside each other: ``company:table:: alibaba/revenue``.

    Each target is a property of a company or of an entity, as in ``alibaba/m6/parameters``.

    ``:from:``, ``:until:``
        First and last date, in EDTF, such as ``2021``; what has no date is left out then.
    ``:months:``
        Only periods of that many months, such as 12 for whole years.
    ``:standing:``
        Leave out what is known to be wrong.
    ``:caption:``
        Caption of the table.
    """

    subtype = "table"
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {
        "from": directives.unchanged_required,
        "until": directives.unchanged_required,
        "months": directives.positive_int,
        "standing": directives.flag,
        "caption": directives.unchanged_required,
    }

    def content_nodes(self) -> list[nodes.Node]:
        """Return the table."""
        targets = [Target.parse(text) for text in self.arguments[0].split()]
        columns = [self._column(target) for target in targets]
        if len(columns) == 1:
            statements, context = columns[0]
            caption = self.options.get("caption", "") or _name(statements[0], context)
            shown: nodes.Node = series_table(context, caption, statements)
        else:
            shown = _side_by_side(columns, self.options.get("caption", ""))
        for _statements, context in columns:
            context.finish()
        return [shown]

    def _column(self, target: Target) -> Column:
        if target.when:
            raise InvalidValueError(
                "a property without a time, for which there is :from:", str(target)
            )
        profile = self.profile(target.company)
        statements = [s for s in target.all(profile) if self._is_shown(s)]
        if not statements:
            raise NoStatementError(f"nothing is stated for {str(target)!r} that is to be shown.")
        return statements, prose_context(profile, self.env)

    def _is_shown(self, statement: Statement[Any]) -> bool:
        if "standing" in self.options and statement.is_deprecated:
            return False
        valid, months = statement.valid, self.options.get("months")
        if months is not None and (valid is None or valid.months != months):
            return False
        first, last = (self.options.get(name) for name in ("from", "until"))
        if (first or last) and valid is None:
            return False
        after = not first or not valid or valid.ends[1] >= Period.parse(first).starts[0]
        return after and (not last or not valid or valid.starts[0] <= Period.parse(last).ends[1])


def _name(statement: Statement[Any], context: PageContext) -> str:
    return context.name(statement.subject) + _(": ") + context.property_name(statement.prop)


def _side_by_side(columns: list[Column], caption: str) -> nodes.Node:
    """Return a table with a row for each time and a column for each target."""
    firsts = [(statements[0], context) for statements, context in columns]
    properties = {context.property_name(s.prop) for s, context in firsts}
    header = [_name(s, context) for s, context in firsts]
    if len(properties) == 1:
        # The caption names the property, and the columns what it is of.
        caption = caption or next(iter(properties))
        header = [context.name(s.subject) for s, context in firsts]
    times = {s.valid.text if s.valid else "": s for found, _context in columns for s in found}
    rows = []
    for text in sorted(times, key=lambda text: _moment(times[text])):
        cells = [
            [
                node
                for s in statements
                if (s.valid.text if s.valid else "") == text
                for node in context.fact(s)
            ]
            for statements, context in columns
        ]
        when = firsts[0][1].period(times[text]) or _("no date")
        rows.append([[paragraph(capital(when))], *cells])
    width = (100 - WHEN_WIDTH) // len(columns)
    return table(
        caption or ", ".join(dict.fromkeys(header)),
        rows,
        header=[_("When"), *header],
        widths=[WHEN_WIDTH, *(width for _column in columns)],
        classes=["cp-figures"],
    )


def _moment(statement: Statement[Any]) -> tuple[bool, Any]:
    """Return the order of times: by their last day, and of those the shorter first."""
    valid = statement.valid
    if valid is None:
        return (False, ())
    first, last, text = valid.sort_key
    return (True, (last, -first.toordinal(), text))


class CompareDirective(ShowingDirective):
    """Compares companies, property by property: ``company:compare:: alibaba moonshot``.

    ``:properties:``
        Names of the properties, in the order of the rows; by default those that at least two of
        the companies state.
    ``:at:``
        A date in EDTF: what was true then, instead of now.
    ``:caption:``
        Caption of the table.
    """

    subtype = "compare"
    required_arguments = 1
    final_argument_whitespace = True
    option_spec: ClassVar[dict[str, Any]] = {
        "properties": directives.unchanged_required,
        "at": directives.unchanged_required,
        "caption": directives.unchanged_required,
    }

    def content_nodes(self) -> list[nodes.Node]:
        """Return the table."""
        contexts = [self._context(name) for name in self.arguments[0].split()]
        text = self.options.get("properties", "")
        names = text.replace(",", " ").split() or common_properties(contexts)
        stated = {name for context in contexts for name in own_properties(context)}
        for name in names:
            if name not in stated and name not in installed().vocabulary:
                raise UnknownNameError("property", name, {*stated, *installed().vocabulary})
        if not names:
            raise NoStatementError("no property is stated by two of these companies.")
        return [comparison_table(contexts, names, self.options.get("caption", ""))]

    def _context(self, company_id: str) -> PageContext:
        context = prose_context(self.profile(company_id), self.env)
        at = self.options.get("at")
        return attrs.evolve(context, profile=context.profile.at(at)) if at else context
