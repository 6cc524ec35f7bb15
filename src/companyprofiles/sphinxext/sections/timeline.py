"""What happened when: events, and everything else that has a date."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from companyprofiles._dates import PartialDate
from companyprofiles._entities import EntityKind
from companyprofiles._profile import Profile
from companyprofiles._property import Topic
from companyprofiles._statements import Statement
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import paragraph, table
from companyprofiles.sphinxext._words import _, capital

__all__ = ["render"]

EVENT_DATE = "occurred"


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show dated statements in order, each with a link to its home.

    Figures of accounts and markets are left out, since they have tables of their own, and so are
    the parts of an event, which stand where the event is described.
    """
    rows = [
        ([paragraph(_date(statement, context))], [_what(statement, profile, context)])
        for statement in profile.timeline()
        if belongs(statement, profile)
    ]
    if not rows:
        return []
    caption = _("What happened when")
    header = (_("Date"), _("What"))
    return [table(caption, rows, header=header, widths=(24, 76), classes=["cp-timeline"])]


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
        label = f"{context.name(statement.subject)}: {label}"
    link = context.statement_link(statement, label)
    if not statement.absent and isinstance(statement.value, PartialDate):
        return paragraph(*context.mention(statement, [link]))
    value = context.value(statement)
    valid = statement.valid
    if valid is not None and valid.at is None and isinstance(valid.end, PartialDate):
        value.append(nodes.Text(f" ({_('until %s') % context.date(valid.end)})"))
    return paragraph(link, " – ", *context.mention(statement, value))
