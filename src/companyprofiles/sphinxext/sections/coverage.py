"""How far the profile goes: which lists are complete, and what was looked for in vain."""

from __future__ import annotations

from docutils import nodes

from companyprofiles._catalog import installed
from companyprofiles._coverage import Coverage
from companyprofiles._profile import Profile
from companyprofiles._sources import Reference
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import detail, paragraph
from companyprofiles.sphinxext._words import _

__all__ = ["render"]


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show a line for each property of which the profile says how far it goes."""
    if not profile.coverage:
        return []
    items = (nodes.list_item("", *_line(covered, context)) for covered in profile.coverage)
    return [nodes.bullet_list("", *items, classes=["cp-coverage"])]


def _line(covered: Coverage, context: PageContext) -> list[nodes.Node]:
    name = _property_name(covered.prop, context)
    if covered.subject != context.profile.subject:
        name = context.name(covered.subject) + _(": ") + name
    # Statements and coverage share no anchors: a property's name is in snake case.
    anchor = f"coverage-{covered.subject}-{covered.prop.replace('_', '-')}"
    label = _("%s: how complete") % name
    line: list[nodes.Node | str] = [name + _(": ")]
    if covered.complete_as_of is not None:
        line.append(_("complete as of %s") % context.date(covered.complete_as_of))
        line += context.cite(covered.references, anchor, label)
    if covered.looked_in:
        line.append("; " if covered.complete_as_of is not None else "")
        line.append(_("looked for and not found"))
        searched = [Reference(source) for source in covered.looked_in]
        line += context.cite(searched, anchor, label)
    lines: list[nodes.Node] = [paragraph(*line, ".")]
    if covered.note is not None:
        lines.append(detail(context.text(covered.note)))
    return lines


def _property_name(name: str, context: PageContext) -> str:
    own = {prop.name: prop for prop in context.profile.properties}
    stated = {s.prop.name: s.prop for s in context.profile.statements}
    prop = own.get(name) or stated.get(name) or installed().vocabulary.get(name)
    return context.property_name(prop) if prop is not None else name
