"""Whatever no other section shows, so that every statement and every entity is on the page."""

from __future__ import annotations

from docutils import nodes

from companyprofiles import _words
from companyprofiles._entities import EntityKind
from companyprofiles._profile import Profile
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import external_link, paragraph, separated, table
from companyprofiles.sphinxext._tables import FACT_WIDTHS, subject_table
from companyprofiles.sphinxext._words import _, capital

__all__ = ["render"]


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show the statements that have no home yet, then who and what else is named."""
    shown: list[nodes.Node] = []
    rest = [s for s in profile.statements if not context.has_home(s)]
    if rest:
        shown.append(subject_table(context, _("Also stated"), rest))
    if glossary := _glossary(profile, context):
        shown.append(glossary)
    return shown


def _glossary(profile: Profile, context: PageContext) -> nodes.Node | None:
    """Give every entity that has no place yet one, in a row for each kind."""
    kinds: dict[EntityKind, list[nodes.Node]] = {}
    for entity in profile.entities:
        if place := context.entity_anchor(entity.id):
            same = [
                external_link(identifier.url, nodes.Text(str(identifier)))
                for identifier in entity.same_as
            ]
            more = [nodes.Text(" ("), *separated(same, ", "), nodes.Text(")")] if same else []
            name = nodes.inline("", "", *place, *context.names(entity.id), *more)
            kinds.setdefault(entity.kind, []).append(name)
    rows = [
        (
            [paragraph(capital(_words.entity_kind(kind, context.language)))],
            [paragraph(*separated(names, "; "))],
        )
        for kind, names in kinds.items()
    ]
    if not rows:
        return None
    return table(_("Also named"), rows, widths=FACT_WIDTHS, classes=["cp-glossary"])
