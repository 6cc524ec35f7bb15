"""How a value of each type is shown: inline nodes, from plain text and links only."""

from __future__ import annotations

from functools import singledispatch
from typing import TYPE_CHECKING, Any

from docutils import nodes

from companyprofiles import _words
from companyprofiles._identifiers import EntityId, Identifier, Url
from companyprofiles._texts import LanguageMap, Text
from companyprofiles._values import Ownership, Position
from companyprofiles._wording import stake
from companyprofiles.sphinxext._nodes import external_link, words
from companyprofiles.sphinxext._words import _

if TYPE_CHECKING:
    from companyprofiles.sphinxext._context import PageContext

__all__ = ["value_nodes"]


@singledispatch
def value_nodes(value: Any, context: PageContext) -> list[nodes.Node]:
    """Return inline nodes that show a value; one that has neither links nor languages, its text."""
    return [nodes.Text(context.wording.value(value))]


@value_nodes.register(Text)
def _text(value: Text, context: PageContext) -> list[nodes.Node]:
    shown: list[nodes.Node] = [words(value, context.language)]
    if kind := _words.text_kind(value.kind, context.language):
        shown.append(nodes.Text(_words.aside(kind, context.language)))
    return shown


@value_nodes.register(LanguageMap)
def _wording(value: LanguageMap, context: PageContext) -> list[nodes.Node]:
    return [words(value, context.language)]


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
        shown += [nodes.Text(_(", ")), words(value.role, context.language)]
    return shown


@value_nodes.register(Ownership)
def _ownership(value: Ownership, context: PageContext) -> list[nodes.Node]:
    parts = stake(value, context.language)
    return [context.entity(value.party), nodes.Text(_(", ") + parts if parts else "")]
