"""How a value of each type is shown: inline nodes, from plain text and links only."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Any

from docutils import nodes

from companyprofiles._dates import PartialDate
from companyprofiles._identifiers import EntityId, Identifier, Url
from companyprofiles._numbers import Number
from companyprofiles._texts import LanguageMap, Text
from companyprofiles._values import Interest, Listing, Ownership, Position, SecurityKind
from companyprofiles.sphinxext import _words
from companyprofiles.sphinxext._format import date_text, number_text
from companyprofiles.sphinxext._nodes import external_link, words
from companyprofiles.sphinxext._words import _

if TYPE_CHECKING:
    from companyprofiles.sphinxext._context import PageContext

__all__ = ["summary", "value_nodes"]


@singledispatch
def value_nodes(value: Any, context: PageContext) -> list[nodes.Node]:
    """Return inline nodes that show a value; a type that is not known shows its text."""
    return [nodes.Text(str(value))]


@value_nodes.register(Text)
def _text(value: Text, context: PageContext) -> list[nodes.Node]:
    shown: list[nodes.Node] = [words(value, context.language)]
    if kind := _words.text_kind(value.kind):
        shown.append(nodes.Text(f" ({kind})"))
    return shown


@value_nodes.register(LanguageMap)
def _wording(value: LanguageMap, context: PageContext) -> list[nodes.Node]:
    return [words(value, context.language)]


@value_nodes.register(PartialDate)
def _date(value: PartialDate, context: PageContext) -> list[nodes.Node]:
    return [nodes.Text(date_text(value, context.language))]


@value_nodes.register(Number)
def _number(value: Number, context: PageContext) -> list[nodes.Node]:
    return [nodes.Text(number_text(value, context.language))]


@value_nodes.register(Identifier)
def _identifier(value: Identifier, context: PageContext) -> list[nodes.Node]:
    if value.url:
        return [external_link(value.url, nodes.Text(value.id))]
    return [nodes.Text(value.id)]


@value_nodes.register(Url)
def _url(value: Url, context: PageContext) -> list[nodes.Node]:
    return [external_link(str(value))]


@value_nodes.register(EntityId)
def _entity(value: EntityId, context: PageContext) -> list[nodes.Node]:
    return [context.entity(value)]


@value_nodes.register(Position)
def _position(value: Position, context: PageContext) -> list[nodes.Node]:
    shown: list[nodes.Node] = [context.entity(value.holder)]
    if value.role is not None:
        shown += [nodes.Text(", "), words(value.role, context.language)]
    return shown


@value_nodes.register(Listing)
def _listing(value: Listing, context: PageContext) -> list[nodes.Node]:
    parts = [security_kind(value.kind), value.currency, value.security.id if value.security else ""]
    more = ", ".join(part for part in parts if part)
    return [nodes.Text(f"{value.exchange}: {value.ticker} ({more})")]


@value_nodes.register(Ownership)
def _ownership(value: Ownership, context: PageContext) -> list[nodes.Node]:
    parts = stake(value, context.language)
    return [context.entity(value.party), nodes.Text(f", {parts}" if parts else "")]


def stake(value: Ownership, language: str) -> str:
    """Return how large a part is and by what right it is held; empty where nothing is said."""
    parts = []
    if value.share is not None:
        parts.append(number_text(value.share, language))
    if value.votes is not None:
        parts.append(_("%s of the votes") % number_text(value.votes, language))
    if value.interest is not Interest.SHAREHOLDING:
        rights = {
            Interest.VOTING_RIGHTS: _("voting rights"),
            Interest.CONTRACT: _("by contract"),
            Interest.BOARD_APPOINTMENT: _("right to appoint to the board"),
        }
        parts.append(rights[value.interest])
    if value.direct is not None:
        parts.append(_("held directly") if value.direct else _("held indirectly"))
    return ", ".join(parts)


def security_kind(kind: SecurityKind) -> str:
    """Return what a kind of security is called."""
    return {
        SecurityKind.SHARE: _("shares"),
        SecurityKind.ADS: _("American depositary shares"),
        SecurityKind.BOND: _("bonds"),
    }[kind]


def summary(value: Any, context: PageContext) -> str:
    """Return a few words that tell a value from others of its property."""
    if isinstance(value, Ownership):
        return context.name(value.party)
    if isinstance(value, Position):
        return context.name(value.holder)
    return "".join(node.astext() for node in value_nodes(value, context))
