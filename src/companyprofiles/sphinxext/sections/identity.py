"""What the company is called, what it is, and how registers name it."""

from __future__ import annotations

from docutils import nodes

from companyprofiles._profile import Profile
from companyprofiles._property import Topic
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._tables import fact_table
from companyprofiles.sphinxext._words import _

__all__ = ["render"]


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show everything on the names, the organisation and the identifiers of the company itself."""
    captions = {
        Topic.NAMES: _("Names"),
        Topic.ORGANISATION: _("Organisation"),
        Topic.IDENTIFIERS: _("Identifiers and listings"),
    }
    shown: list[nodes.Node] = []
    for topic, caption in captions.items():
        about = [s for s in profile.where(subject=profile.subject) if s.prop.topic is topic]
        if about:
            shown.append(fact_table(context, caption, about))
    return shown
