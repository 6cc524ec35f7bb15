"""Where the sources disagree: what is wrong beside what is right, decisions, what is undecided."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docutils import nodes

from companyprofiles._disputes import Dispute, DisputeStatus
from companyprofiles._profile import Profile
from companyprofiles._resolutions import Resolution
from companyprofiles._statements import Statement
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import detail, paragraph, table, words
from companyprofiles.sphinxext._tables import by_property
from companyprofiles.sphinxext._words import _

__all__ = ["render"]

Row = tuple[list[nodes.Node], ...]
"""The cells of a row."""


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show what is wrong with what replaces it, then decisions, then what nobody has decided."""
    wrong = [s for group in by_property(profile) for s in group if s.is_deprecated]
    disputes = profile.disputes()
    chosen = [d for d in disputes if d.status is DisputeStatus.RANKED and _is_by_preference(d)]
    undecided = [d for d in disputes if not d.is_settled]
    shown: list[nodes.Node] = []
    if wrong:
        rows = [_decided(statement, profile, context) for statement in wrong]
        header = (_("Wrong"), _("Right, and why"))
        shown.append(_table(_("Known to be wrong"), rows, header, "cp-wrong"))
    if profile.resolutions or chosen:
        reasons = {d.resolution: d for d in disputes if d.resolution is not None}
        rows = [_resolved(r, reasons.get(r), context) for r in profile.resolutions]
        rows += [_preferred(dispute, context) for dispute in chosen]
        header = (_("What the sources say"), _("What the editors decided, and why"))
        shown.append(_table(_("Decisions of the editors"), rows, header))
    if undecided:
        rows = [_undecided(dispute, context) for dispute in undecided]
        header = (_("What the sources say"), _("Why they cannot all be right"))
        shown.append(_table(_("Undecided"), rows, header))
    if shown:
        intro = _(
            "Sources do not always agree, and nothing that they say is left out here. What is known"
            " to be wrong stands beside what is right, with the reason."
        )
        shown.insert(0, paragraph(intro))
    return shown


def _is_by_preference(dispute: Dispute) -> bool:
    """Tell whether one statement is preferred to others that are not called wrong."""
    return not any(statement.is_deprecated for statement in dispute.statements)


def _table(caption: str, rows: list[Row], header: tuple[str, ...], *classes: str) -> nodes.Node:
    return table(caption, rows, header=header, widths=(48, 52), classes=["cp-disputes", *classes])


def _decided(statement: Statement[Any], profile: Profile, context: PageContext) -> Row:
    wrong = [_heading(statement, context), *_said(statement, profile, context)]
    right: list[nodes.Node] = [paragraph(_("What is right is not known."))]
    if statement.replaced_by is not None:
        replacement = context.by_key(statement.replaced_by)
        right = [_heading(replacement, context), *_said(replacement, profile, context)]
    if statement.because is not None:
        right.append(detail(_("Why: "), context.text(statement.because)))
    return (wrong, right)


def _heading(statement: Statement[Any], context: PageContext) -> nodes.Node:
    name = context.property_name(statement.prop)
    if statement.subject != context.profile.subject:
        name = context.name(statement.subject) + _(": ") + name
    return paragraph(context.statement_link(statement, name), classes=["cp-heading"])


def _said(statement: Statement[Any], profile: Profile, context: PageContext) -> list[nodes.Node]:
    lines: list[nodes.Node] = [paragraph(*context.mention(statement, dated=True))]
    known = {context.wording.value_of(statement)}
    if not statement.absent:
        known.add(str(statement.value))
    printed = [
        words(f"“{reference.as_printed}”", profile.source(reference.source).lang or "und")
        for reference in statement.references
        if reference.as_printed and reference.as_printed not in known
    ]
    return lines if not printed else [*lines, detail(_("Printed: "), *printed[:1])]


def _all_of(statements: Sequence[Statement[Any]], context: PageContext) -> list[nodes.Node]:
    """Return all statements of a dispute, each in a line, below what they are about."""
    lines = [paragraph(*context.mention(statement, dated=True)) for statement in statements]
    return [_heading(statements[0], context), *lines]


def _why(dispute: Dispute, context: PageContext) -> nodes.Node:
    """Return in what the statements contradict each other."""
    reasons = dict.fromkeys(context.wording.reason(c.reason) for c in dispute.comparisons)
    return detail(" ".join(reasons))


def _resolved(resolution: Resolution, dispute: Dispute | None, context: PageContext) -> Row:
    """Put a decision beside all statements that it names, the chosen one first."""
    keys = sorted(resolution.statements, key=lambda key: key != resolution.preferred)
    stated = _all_of([context.by_key(key) for key in keys], context)
    if dispute is not None:
        stated.append(_why(dispute, context))
    decided: list[nodes.Node] = [paragraph(_("Left open: it is not known which is right."))]
    if resolution.preferred is not None:
        decided = [_taken(context.by_key(resolution.preferred), context)]
    decided.append(detail(_("Why: "), context.text(resolution.because)))
    when = _("Decided: %s") % context.date(resolution.on)
    decided.append(detail(f"{when}, {resolution.by}." if resolution.by else f"{when}."))
    return (stated, decided)


def _preferred(dispute: Dispute, context: PageContext) -> Row:
    """Put what is preferred beside all that contradict each other."""
    stated = [*_all_of(dispute.statements, context), _why(dispute, context)]
    decided: list[nodes.Node] = []
    if dispute.preferred is not None:
        decided.append(_taken(dispute.preferred, context))
        if dispute.preferred.because is not None:
            decided.append(detail(_("Why: "), context.text(dispute.preferred.because)))
    return (stated, decided)


def _taken(statement: Statement[Any], context: PageContext) -> nodes.Node:
    link = context.statement_link(statement, context.wording.value_of(statement))
    return paragraph(_("Taken to be right: "), link)


def _undecided(dispute: Dispute, context: PageContext) -> Row:
    """Put what contradicts each other beside the reasons, and say what is to be done."""
    reasons: list[nodes.Node] = [_why(dispute, context)]
    if dispute.resolution is not None:
        date = context.date(dispute.resolution.on)
        text = _("Open again: one of them was not known when this was decided on %s.") % date
        reasons.append(detail(text))
    return (_all_of(dispute.statements, context), reasons)
