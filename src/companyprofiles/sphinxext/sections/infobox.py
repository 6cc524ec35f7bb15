"""At a glance: what holds now, in a box beside the beginning of the page."""

from __future__ import annotations

from typing import Any

from docutils import nodes

from companyprofiles._disputes import superseded
from companyprofiles._numbers import Number
from companyprofiles._periods import End
from companyprofiles._profile import Profile
from companyprofiles._property import Time
from companyprofiles._statements import Modality, Rank, Statement
from companyprofiles.errors import CompanyProfilesError
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import detail, paragraph, table

__all__ = ["render"]

PROPERTIES = (
    "inception",
    "headquarters",
    "revenue",
    "net_income",
    "employees",
    "users",
    "founder",
    "chair",
    "chief_executive",
    "listing",
    "official_name",
    "jurisdiction",
    "lei",
    "website",
)
"""What a reader looks for first, in this order."""

MOST_VALUES = 4
"""Values of one property in the box; the rest stands in the section on identity."""


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show the present values of the best-known properties."""
    rows = []
    for name in PROPERTIES:
        if found := current(profile, name):
            label = context.property_name(found[0].prop)
            lines = [line for s in found[:MOST_VALUES] for line in _lines(s, context)]
            rows.append(([paragraph(label)], lines))
    if not rows:
        return []
    caption = context.titles.get("infobox", "")
    box = table(caption, rows, widths=(33, 67), classes=["cp-infobox"])
    return [box]


def _lines(statement: Statement[Any], context: PageContext) -> list[nodes.Node]:
    """Return a value, and below a figure the time that it is of."""
    value = paragraph(*context.mention(statement))
    is_figure = issubclass(statement.prop.value_type, Number)
    time = context.period(statement) if is_figure else ""
    return [value, detail(time)] if time else [value]


def current(profile: Profile, name: str) -> list[Statement[Any]]:
    """Return what counts now of one property: the latest figure, or every value that holds."""
    stated = [s for s in profile.where(subject=profile.subject) if s.prop.name == name]
    if stated and issubclass(stated[0].prop.value_type, Number):
        try:
            return [profile.latest(name)]
        except CompanyProfilesError:
            return []
    holding = [s for s in stated if holds(s)]
    lost = superseded(holding, profile.resolutions, {s.id: s for s in profile.sources})
    holding = [s for s in holding if s not in lost]
    return [s for s in holding if s.rank is Rank.PREFERRED] or holding


def holds(statement: Statement[Any]) -> bool:
    """Tell whether a statement is asserted, has a value and has not ended."""
    if statement.absent or statement.is_deprecated or statement.modality is not Modality.ASSERTED:
        return False
    valid = statement.valid
    if statement.prop.time is not Time.STATE or valid is None or valid.at is not None:
        return True
    return valid.end is End.OPEN
