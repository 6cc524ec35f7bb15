"""What is known of a statement besides its value: why, who says so, in which words, from what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from docutils import nodes

from companyprofiles import _words
from companyprofiles._statements import Rank, Statement
from companyprofiles.sphinxext._nodes import detail, separated, words
from companyprofiles.sphinxext._words import _, capital

if TYPE_CHECKING:
    from companyprofiles.sphinxext._context import PageContext

__all__ = ["details"]


def details(statement: Statement[Any], context: PageContext) -> list[nodes.paragraph]:
    """Return a line for each thing that is known of a statement besides its value."""
    lines: list[nodes.paragraph] = []
    if statement.because is not None:
        lines.append(detail(*_reason(statement, context)))
    if said := list(_speakers(statement, context)):
        lines.append(detail(*separated(said, " ")))
    lines += [
        detail("“", words(reference.quote, context.language), "” – ", context.where([reference]))
        for reference in statement.references
        if reference.quote is not None
    ]
    if statement.note is not None:
        lines.append(detail(context.text(statement.note)))
    if statement.derived_from:
        lines.append(detail(*_derivation(statement, context)))
    return lines


def _reason(statement: Statement[Any], context: PageContext) -> Iterator[nodes.Node | str]:
    """Yield why a statement has its rank or no value, and what stands in its place."""
    if statement.rank is not Rank.NORMAL:
        yield capital(_words.rank(statement.rank, context.language)) + _(": ")
    if statement.because is not None:
        yield context.text(statement.because)
    if statement.replaced_by is not None:
        right = context.by_key(statement.replaced_by)
        yield " " + _("Instead: ")
        yield context.statement_link(right, context.wording.named(right))


def _derivation(statement: Statement[Any], context: PageContext) -> Iterator[nodes.Node | str]:
    """Yield how a value is computed, with links to what it is computed from."""
    inputs = [
        context.statement_link(found, context.wording.named(found))
        for found in map(context.by_key, statement.derived_from)
    ]
    for part in _words.derivation(statement.derived_by, context.language, inputs):
        if isinstance(part, str):
            yield part
        else:
            yield from separated(part, _("; "))


def _speakers(statement: Statement[Any], context: PageContext) -> Iterator[nodes.Node]:
    """Yield who says it, where that is not the publisher; the same words once."""
    said = dict.fromkeys(
        (r.attributed_to, context.where([r]))
        for r in statement.references
        if r.attributed_to is not None or r.anonymous
    )
    for speaker, where in said:
        who = (
            context.entity(speaker)
            if speaker is not None
            else nodes.Text(_("somebody whom the source does not name"))
        )
        line = nodes.inline("", _("Said by "), who)
        line += nodes.Text(_(", reported by %s") % f"{where}.")
        yield line
