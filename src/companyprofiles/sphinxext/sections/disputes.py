"""Where the sources disagree: what is wrong beside what is right, decisions, what is undecided."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from companyprofiles._profile import Profile
from companyprofiles._resolutions import Resolution
from companyprofiles._statements import Modality, Statement
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import detail, paragraph, table, words
from companyprofiles.sphinxext._tables import by_property
from companyprofiles.sphinxext._words import _

__all__ = ["render"]


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show deprecated statements with what replaces them, then decisions, then what is open."""
    wrong = [s for group in by_property(profile) for s in group if s.is_deprecated]
    open_ones = undecided(profile)
    shown: list[nodes.Node] = []
    if wrong:
        rows = [_decided(statement, profile, context) for statement in wrong]
        shown.append(_table(_("Decided"), rows, (_("Wrong"), _("Right, and why")), (48, 52)))
    if profile.resolutions:
        rows = [_resolved(resolution, context) for resolution in profile.resolutions]
        columns = (_("What is stated"), _("Decision, and why"))
        shown.append(_table(_("Decisions of the editors"), rows, columns, (48, 52)))
    if open_ones:
        rows = [_open(group, context) for group in open_ones]
        header = (_("What"), _("One says"), _("Another says"))
        shown.append(_table(_("Undecided"), rows, header, (30, 35, 35)))
    return shown


def _table(
    caption: str,
    rows: list[tuple[list[nodes.Node], ...]],
    header: tuple[str, ...],
    widths: tuple[int, ...],
) -> nodes.Node:
    return table(caption, rows, header=header, widths=widths, classes=["cp-disputes"])


def _decided(
    statement: Statement[Any], profile: Profile, context: PageContext
) -> tuple[list[nodes.Node], ...]:
    wrong = [_heading(statement, context), *_said(statement, profile, context)]
    right: list[nodes.Node] = [paragraph(_("Not known."))]
    if statement.replaced_by is not None:
        replacement = context.by_key(statement.replaced_by)
        right = [_heading(replacement, context), *_said(replacement, profile, context)]
    if statement.because is not None:
        right.append(detail(_("Why: "), context.text(statement.because)))
    return (wrong, right)


def _heading(statement: Statement[Any], context: PageContext) -> nodes.Node:
    name = context.property_name(statement.prop)
    if statement.subject != context.profile.subject:
        name = f"{context.name(statement.subject)}: {name}"
    return paragraph(context.statement_link(statement, name), classes=["cp-heading"])


def _said(statement: Statement[Any], profile: Profile, context: PageContext) -> list[nodes.Node]:
    lines: list[nodes.Node] = [paragraph(*context.mention(statement, dated=True))]
    printed = [
        words(f"“{reference.as_printed}”", profile.source(reference.source).lang or "und")
        for reference in statement.references
        if reference.as_printed
    ]
    return lines if not printed else [*lines, detail(_("Printed: "), *printed[:1])]


def _resolved(resolution: Resolution, context: PageContext) -> tuple[list[nodes.Node], ...]:
    """Put a decision beside all statements that it names, the chosen one first."""
    keys = sorted(resolution.statements, key=lambda key: key != resolution.preferred)
    named = [context.by_key(key) for key in keys]
    stated: list[nodes.Node] = [_heading(named[0], context)]
    stated += [paragraph(*context.mention(statement, dated=True)) for statement in named]
    decided: list[nodes.Node] = [paragraph(_("Left open."))]
    if resolution.preferred is not None:
        chosen = context.by_key(resolution.preferred)
        link = context.statement_link(chosen, context.wording.value_of(chosen))
        decided = [paragraph(_("Taken to be right: "), link)]
    decided.append(detail(_("Why: "), context.text(resolution.because)))
    when = _("Decided: %s") % context.date(resolution.on)
    decided.append(detail(f"{when}, {resolution.by}." if resolution.by else f"{when}."))
    return (stated, decided)


def undecided(profile: Profile) -> list[list[Statement[Any]]]:
    """Return groups of values of which only one can hold, and nothing tells which."""
    decided = [set(resolution.statements) for resolution in profile.resolutions]
    groups: dict[tuple[object, ...], list[Statement[Any]]] = {}
    for statement in profile.statements:
        stands = not statement.is_deprecated and statement.modality is not Modality.DENIED
        if statement.prop.single and stands and not statement.absent:
            lang = getattr(statement.value, "lang", None)
            valid = statement.valid.text if statement.valid else ""
            key = (statement.subject, statement.prop.name, statement.dimensions, valid, lang)
            groups.setdefault(key, []).append(statement)
    return [
        group
        for group in groups.values()
        if len(group) > 1
        and len({s.rank for s in group}) == 1
        and not any({s.key for s in group} <= keys for keys in decided)
    ]


def _open(group: list[Statement[Any]], context: PageContext) -> tuple[list[nodes.Node], ...]:
    first, *others = group
    return (
        [_heading(first, context)],
        [paragraph(*context.mention(first))],
        [paragraph(*context.mention(other)) for other in others],
    )
