"""What is said, thought and planned: by whom, and when."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from companyprofiles._profile import Profile
from companyprofiles._property import Topic
from companyprofiles._statements import Statement
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._tables import by_date, by_property, grouped

__all__ = ["render"]


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show each kind of claim in a part of its own, grouped by what it is about."""
    claims = [s for s in profile.statements if s.prop.topic is Topic.CLAIMS]
    return [_part(group, context) for group in by_property(claims)]


def _part(claims: list[Statement[Any]], context: PageContext) -> nodes.Node:
    """List the claims of one kind; lists, since a cell of a table cannot break across pages."""
    prop = claims[0].prop
    title = nodes.title("", context.property_name(prop), translatable=False)
    name = f"{context.prefix}claims-{prop.name.replace('_', '-')}"
    subjects = [
        nodes.definition_list_item(
            "",
            nodes.term(
                "",
                "",
                *context.entity_anchor(subject),
                *context.names(subject),
                translatable=False,
            ),
            nodes.definition("", _list(about, context)),
        )
        for subject, about in grouped(claims).items()
    ]
    listed = nodes.definition_list("", *subjects, classes=["cp-claims", "simple"])
    return nodes.section("", title, listed, ids=[name])


def _list(statements: list[Statement[Any]], context: PageContext) -> nodes.Node:
    items = (nodes.list_item("", *context.fact(s, dated=True)) for s in by_date(statements))
    return nodes.bullet_list("", *items)
