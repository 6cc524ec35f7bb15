"""What happened when: events, and everything else that has a date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from docutils import nodes

from companyprofiles._chart_data import csv_text
from companyprofiles._dates import PartialDate
from companyprofiles._entities import EntityKind
from companyprofiles._profile import Profile
from companyprofiles._property import Topic
from companyprofiles._statements import Statement
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._figure_nodes import picture
from companyprofiles.sphinxext._figures import captioned
from companyprofiles.sphinxext._nodes import paragraph, table
from companyprofiles.sphinxext._timeline_picture import rows_of, timeline_specification
from companyprofiles.sphinxext._words import _, capital, ngettext

__all__ = ["belongs", "render", "timeline_figure", "timeline_table"]

WORTH_DRAWING = 5
"""Rows from which on looking at them tells more than reading them."""

MOST_ROWS = 200
"""Rows above which nobody finds anything."""

EVENT_DATE = "occurred"


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show dated statements in order, each with a link to its home.

    Figures of accounts and markets are left out, since they have tables of their own, and so are
    the parts of an event, which stand where the event is described.
    """
    events = [(s, context) for s in profile.timeline() if belongs(s, profile)]
    return [*timeline_figure(events), timeline_table(events)] if events else []


def timeline_figure(events: Sequence[tuple[Statement[Any], PageContext]]) -> list[nodes.Node]:
    """Return a picture of dated statements, if there are enough that happened or lasted.

    Args:
        events: Each statement, with the context of its company.
    """
    context = events[0][1]
    rows = rows_of(events)
    if context._pictures is None or not WORTH_DRAWING <= len(rows) <= MOST_ROWS:
        return []
    shown = [pair for row in rows for pair in row.statements]
    contexts = {context.profile.id: context for _statement, context in shown}
    names = _(", ").join(context.name(context.profile.subject) for context in contexts.values())
    title = _("Timeline: %s") % names
    first, last = (_date(*pair) for pair in (shown[0], max(shown, key=_day)))
    drawn = picture(
        "",
        *(found.statement_link(statement) for statement, found in (r.statements[0] for r in rows)),
        picture=context._pictures.note(timeline_specification(rows, _until(shown))),
        title=title,
        description=ngettext(
            "%(count)s entry, from %(first)s to %(last)s.",
            "%(count)s entries, from %(first)s to %(last)s.",
            len(rows),
        )
        % {"count": len(rows), "first": first, "last": last},
    )
    data = csv_text([(found.profile.id, statement) for statement, found in shown])
    figure = captioned(drawn, [nodes.Text(title)], data, name=f"{'-'.join(contexts)}-timeline")
    return [figure]


def _until(shown: Sequence[tuple[Statement[Any], PageContext]]) -> dt.date:
    """Return where that ends which still lasts: what is told is known up to then."""
    cut_offs = [context.profile.data_cut_off for _statement, context in shown]
    return max([date.latest for date in cut_offs if date], default=_day(max(shown, key=_day)))


def _day(pair: tuple[Statement[Any], PageContext]) -> dt.date:
    date = pair[0].date
    return date.latest if date is not None else dt.date.min


def timeline_table(
    events: Sequence[tuple[Statement[Any], PageContext]], *, named: bool = False, caption: str = ""
) -> nodes.Node:
    """Return a table of dated statements in the order in which they come.

    Args:
        events: Each statement, with the context of its company.
        named: Whether a column names the company.
        caption: What the table shows; by default a few words.
    """
    rows: list[list[list[nodes.Node]]] = []
    for statement, context in events:
        profile = context.profile
        row: list[list[nodes.Node]] = [[paragraph(_date(statement, context))]]
        if named:
            row.append([paragraph(context.entity(profile.subject))])
        rows.append([*row, [_what(statement, profile, context)]])
    return table(
        caption or _("What happened when"),
        rows,
        header=(_("Date"), *([_("Company")] if named else []), _("What")),
        widths=(24, 20, 56) if named else (24, 76),
        classes=["cp-timeline"],
    )


def belongs(statement: Statement[Any], profile: Profile) -> bool:
    """Tell whether a dated statement is an event of the timeline."""
    if statement.prop.topic in (Topic.FINANCE, Topic.MARKET):
        return False
    is_event = profile.entity(statement.subject).kind is EntityKind.EVENT
    return not is_event or statement.prop.name == EVENT_DATE


def _date(statement: Statement[Any], context: PageContext) -> str:
    return capital(context.date(statement.date)) if statement.date else ""


def _what(statement: Statement[Any], profile: Profile, context: PageContext) -> nodes.Node:
    if profile.entity(statement.subject).kind is EntityKind.EVENT:
        name = context.entity(statement.subject)
        return paragraph(*context.mention(statement, [name]))
    label = context.property_name(statement.prop)
    if statement.subject != profile.subject:
        label = context.name(statement.subject) + _(": ") + label
    link = context.statement_link(statement, label)
    if not statement.absent and isinstance(statement.value, PartialDate):
        return paragraph(*context.mention(statement, [link]))
    value = context.value(statement)
    valid = statement.valid
    if valid is not None and valid.at is None and isinstance(valid.end, PartialDate):
        until = _("until %s") % context.date(valid.end)
        value.append(nodes.Text(_(" (%s)") % until))
    return paragraph(link, " – ", *context.mention(statement, value))
