"""Who has a part in whom, the deals that led to it, and what the others are called."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from companyprofiles._dates import PartialDate
from companyprofiles._entities import EntityKind
from companyprofiles._identifiers import EntityId
from companyprofiles._profile import Profile
from companyprofiles._property import Topic
from companyprofiles._statements import Statement
from companyprofiles._values import Ownership
from companyprofiles._wording import stake
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import detail, paragraph, table
from companyprofiles.sphinxext._tables import (
    by_date,
    by_property,
    current_first,
    grouped,
    subject_table,
    when,
)
from companyprofiles.sphinxext._words import _, capital

__all__ = ["render"]

HOLDING, OWNED_BY = "holding", "owned_by"


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show holdings, then deals, then what is no event, then the names of the other companies."""
    of_topic = [s for s in profile.statements if s.prop.topic is Topic.HOLDINGS]
    parts = (
        _holdings(profile, [s for s in of_topic if s.prop.name == HOLDING], context),
        _holders(profile, [s for s in of_topic if s.prop.name == OWNED_BY], context),
        _deals(profile, context),
        _beside_events(profile, context),
        _names(profile, context),
    )
    return [part for part in parts if part is not None]


def _holdings(
    profile: Profile, statements: list[Statement[Any]], context: PageContext
) -> nodes.Node | None:
    """One row a holding, by the company held; a company's holdings stand together."""
    order = {entity.id: number for number, entity in enumerate(profile.entities)}
    rows = []
    for held, group in _by_party(statements, order):
        for statement in by_date(group):
            company = paragraph(*context.entity_anchor(held), *context.names(held))
            rows.append(([company], _part(statement, context), [when(statement, context)]))
    if not rows:
        return None
    header = (_("Company"), _("Holding"), _("When"))
    return table(_("Holdings"), rows, header=header, widths=(26, 50, 24), classes=["cp-holdings"])


def _holders(
    profile: Profile, statements: list[Statement[Any]], context: PageContext
) -> nodes.Node | None:
    rows = [
        (
            [paragraph(*context.entity_anchor(holder), *context.names(holder))],
            _part(statement, context),
            [when(statement, context)],
        )
        for holder, group in _by_party(statements, {})
        for statement in by_date(group)
    ]
    if not rows:
        return None
    header = (_("Holder"), _("Part"), _("When"))
    return table(_("Holders"), rows, header=header, widths=(26, 50, 24), classes=["cp-holdings"])


def _by_party(
    statements: list[Statement[Any]], order: dict[str, int]
) -> list[tuple[str, list[Statement[Any]]]]:
    groups: dict[str, list[Statement[Any]]] = {}
    for statement in statements:
        if not statement.absent and isinstance(statement.value, Ownership):
            groups.setdefault(statement.value.party, []).append(statement)
    return sorted(groups.items(), key=lambda pair: order.get(pair[0], 0))


def _part(statement: Statement[Any], context: PageContext) -> list[nodes.paragraph]:
    """Say how much is held, and who holds it or what it is a part of."""
    size = stake(statement.value, context.language)
    if statement.prop.name == OWNED_BY:
        words = _("%s of ") % size if size else _("a part of ")
    else:
        words = _("%s, held by ") % size if size else _("held by ")
    shown = [nodes.Text(capital(words)), context.entity(statement.subject)]
    return context.fact(statement, shown)


def _deals(profile: Profile, context: PageContext) -> nodes.Node | None:
    """One row an event, in the order of dates."""
    events = grouped(
        s
        for s in profile.statements
        if profile.entity(s.subject).kind is EntityKind.EVENT and s.prop.topic is not Topic.CLAIMS
    )
    rows = []
    for event_id in sorted(events, key=lambda name: _first_date(events[name])):
        name = paragraph(*context.entity_anchor(event_id), *context.names(event_id))
        facts = [
            node
            for group in by_property(events[event_id])
            for s in current_first(group)
            for node in context.fact(s, lead=context.property_name(s.prop), dated=True)
        ]
        dates = [s.value for s in events[event_id] if _is_date(s)]
        first = [detail(context.date(dates[0]))] if dates else []
        rows.append(([name, *first], facts))
    if not rows:
        return None
    header = (_("Event"), _("What is stated"))
    return table(_("Deals and events"), rows, header=header, widths=(30, 70), classes=["cp-deals"])


def _beside_events(profile: Profile, context: PageContext) -> nodes.Node | None:
    """What is stated of a company as of an event, such as a valuation without a deal."""
    found = [
        s
        for s in profile.statements
        if s.prop.topic is Topic.EVENTS and profile.entity(s.subject).kind is not EntityKind.EVENT
    ]
    if not found:
        return None
    found.sort(key=lambda s: s.subject != profile.subject)
    return subject_table(context, _("Valuations, measures and the like"), found)


def _is_date(statement: Statement[Any]) -> bool:
    stands = not statement.absent and not statement.is_deprecated
    return stands and isinstance(statement.value, PartialDate)


def _first_date(statements: list[Statement[Any]]) -> tuple[str, str]:
    dates = [s.date.earliest.isoformat() for s in statements if s.date and not s.is_deprecated]
    return (min(dates, default="9999"), statements[0].subject)


def _names(profile: Profile, context: PageContext) -> nodes.Node | None:
    """What the companies of these holdings and deals are called, and are called wrongly."""
    parties = _parties(profile)
    names = [s for s in profile.statements if s.prop.topic is Topic.NAMES and s.subject in parties]
    if not names:
        return None
    names.sort(key=lambda s: list(parties).index(s.subject))
    return subject_table(context, _("Names of these companies"), names)


def _parties(profile: Profile) -> dict[str, None]:
    """Return the ids of the companies that holdings and events name, but not the company's own."""
    named: dict[str, None] = {}
    for statement in profile.statements:
        if statement.prop.topic not in (Topic.HOLDINGS, Topic.EVENTS) or statement.absent:
            continue
        value = statement.value
        if isinstance(value, Ownership):
            named |= {statement.subject: None, value.party: None}
        elif isinstance(value, EntityId):
            named[value] = None
    companies = (EntityKind.LEGAL_ENTITY, EntityKind.GROUP)
    return {
        name: None
        for name in named
        if name != profile.subject and profile.entity(name).kind in companies
    }
