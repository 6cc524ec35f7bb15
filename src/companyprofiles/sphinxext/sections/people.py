"""Who leads and led the organisation, and what is stated of these people."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from companyprofiles._entities import EntityKind
from companyprofiles._profile import Profile
from companyprofiles._property import Topic
from companyprofiles._statements import Statement
from companyprofiles._values import Position
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import paragraph, table, words
from companyprofiles.sphinxext._tables import by_date, by_property, grouped, subject_table, when
from companyprofiles.sphinxext._words import _

__all__ = ["render"]


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show a table of offices for each organisation, then the rest about the people."""
    offices = [
        s
        for s in profile.statements
        if s.prop.topic is Topic.PEOPLE and s.prop.value_type is Position and not s.absent
    ]
    # The company's own offices first, then those of its parts.
    offices.sort(key=lambda s: s.subject != profile.subject)
    shown: list[nodes.Node] = [
        _offices(organisation, group, context) for organisation, group in grouped(offices).items()
    ]
    rest = [s for s in profile.statements if s not in offices and is_about_person(s, profile)]
    if rest:
        shown.append(subject_table(context, _("About these people"), rest))
    return shown


def is_about_person(statement: Statement[Any], profile: Profile) -> bool:
    """Tell whether a statement is about a person and stands here."""
    if statement.prop.topic is Topic.CLAIMS:
        return False
    is_person = profile.entity(statement.subject).kind is EntityKind.PERSON
    return is_person or statement.prop.topic is Topic.PEOPLE


def _offices(
    organisation: str, statements: list[Statement[Any]], context: PageContext
) -> nodes.Node:
    rows = []
    for group in by_property(statements):
        for statement in by_date(group):
            person = statement.value.holder
            role = statement.value.role
            office: nodes.Node = (
                words(role, context.language)
                if role is not None
                else nodes.Text(context.property_name(statement.prop))
            )
            name = paragraph(*context.entity_anchor(person), *context.names(person))
            rows.append(([name], context.fact(statement, [office]), [when(statement, context)]))
    header = (_("Person"), _("Office"), _("When"))
    caption = _("Offices: %s") % context.name(organisation)
    return table(caption, rows, header=header, widths=(26, 46, 28), classes=["cp-offices"])
