"""The list of sources of a page of prose, numbered once all of it has been read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import attrs
from docutils import nodes
from sphinx.application import Sphinx

from companyprofiles._sources import Source
from companyprofiles.sphinxext._citations import Citations
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import paragraph, source_link
from companyprofiles.sphinxext._prose import contexts, is_prose
from companyprofiles.sphinxext._words import _
from companyprofiles.sphinxext.sections.sources import numbered_list

__all__ = ["cited_sources", "has_list", "number"]


class cited_sources(nodes.General, nodes.Element):  # noqa: N801, docutils names its nodes so
    """Where the list of the sources that a page cites is to stand."""


def has_list(document: nodes.document) -> bool:
    """Tell whether a document has the place of its list of sources already."""
    return any(document.findall(cited_sources))


class Cited(NamedTuple):
    """A link that is to become the number of a source."""

    link: source_link
    section: str
    """Anchor of the section that it is in."""
    title: str
    """Heading of that section."""


def number(app: Sphinx, document: nodes.document) -> None:
    """Number the sources that a page cites in the order of the page, and list them.

    The list stands where the page says so, else at its end.
    """
    if not is_prose(app.env):
        return
    places = list(document.findall(cited_sources))
    listed = _numbered(list(_cited(document)), contexts(app.env), document)
    if places:
        places[0].replace_self(listed or [paragraph(_("No source is cited on this page."))])
        for place in places[1:]:
            place.parent.remove(place)
    elif listed:
        _append(listed, document)


def _cited(document: nodes.document) -> Iterator[Cited]:
    """Yield the links that are to get a number; a heading gets none, since menus repeat it."""
    for link in list(document.findall(source_link)):
        if "place" not in link:
            continue
        around: nodes.Element = link
        while not isinstance(around, nodes.section | nodes.document | nodes.title):
            around = around.parent
        if isinstance(around, nodes.title):
            group = link.parent
            group.remove(link)
            if not group.children:
                group.parent.remove(group)
        elif isinstance(around, nodes.section):
            title = around.next_node(nodes.title)
            yield Cited(link, around["ids"][0], title.astext() if title is not None else "")
        else:
            yield Cited(link, "page", _("this page"))


def _numbered(
    every: Iterable[Cited], known: dict[str, PageContext], document: nodes.document
) -> list[nodes.Node]:
    """Give each link its number, and return the list that they lead to."""
    made: dict[str, PageContext] = {}
    titles: dict[str, str] = {}
    listed: list[tuple[Source, PageContext]] = []
    for link, section, title in every:
        place, company = link.attributes.pop("place"), link.attributes.pop("company")
        if company not in made:
            made[company] = _listing(known[company], titles, document)
        context = made[company]
        citations = context._citations
        if place.source not in citations.numbers:
            listed.append((context.profile.source(place.source), context))
            citations.numbers[place.source] = len(listed)
        citations.fill(
            link, attrs.evolve(place, section=section, label=place.label or title, home=False)
        )
        titles[section] = title
    return [numbered_list(listed)] if listed else []


def _listing(context: PageContext, titles: dict[str, str], document: nodes.document) -> PageContext:
    """Return the context that lists the sources of a company, with anchors that are free."""
    prefix = context.prefix
    while any(name.startswith((f"{prefix}source-", f"{prefix}cite-")) for name in document.ids):
        prefix = f"page-{prefix}"
    citations = Citations(context.profile, context.wording, prefix)
    return attrs.evolve(context, prefix=prefix, places=True, titles=titles, citations=citations)


def _append(listed: list[nodes.Node], document: nodes.document) -> None:
    """Add the list to the end of a page: as its last section, where it has any."""
    sections = [node for node in document.children if isinstance(node, nodes.section)]
    name, count = "sources", 1
    while name in document.ids:
        count += 1
        name = f"sources-{count}"
    if sections:
        title = nodes.title("", _("Sources"), translatable=False)
        sections[-1] += nodes.section("", title, *listed, ids=[name])
    else:
        document += [nodes.rubric("", _("Sources"), translatable=False), *listed]
