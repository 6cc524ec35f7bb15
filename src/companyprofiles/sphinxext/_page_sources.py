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
from companyprofiles.sphinxext._nodes import paragraph
from companyprofiles.sphinxext._prose import contexts, is_prose
from companyprofiles.sphinxext._source_links import source_links
from companyprofiles.sphinxext._words import _
from companyprofiles.sphinxext.sections.sources import numbered_list

__all__ = ["cited_sources", "has_list", "number"]


class cited_sources(nodes.General, nodes.Element):  # noqa: N801, docutils names its nodes so
    """Where the list of the sources that a page cites is to stand."""


def has_list(document: nodes.document) -> bool:
    """Tell whether a document has the place of its list of sources already."""
    return any(document.findall(cited_sources))


class Cited(NamedTuple):
    """Links that are to become numbers of sources."""

    links: source_links
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
    for links in list(document.findall(source_links)):
        if "places" not in links:
            continue
        around: nodes.Element = links
        while not isinstance(around, nodes.section | nodes.document | nodes.title):
            around = around.parent
        if isinstance(around, nodes.title):
            links.parent.remove(links)
        elif isinstance(around, nodes.section):
            title = around.next_node(nodes.title)
            yield Cited(links, around["ids"][0], title.astext() if title is not None else "")
        else:
            yield Cited(links, "page", _("this page"))


def _numbered(
    every: Iterable[Cited], known: dict[str, PageContext], document: nodes.document
) -> list[nodes.Node]:
    """Give the links their numbers, and return the list that they lead to."""
    made: dict[str, PageContext] = {}
    titles: dict[str, str] = {}
    listed: list[tuple[Source, PageContext]] = []
    for links, section, title in every:
        places, company = links.attributes.pop("places"), links.attributes.pop("company")
        if company not in made:
            made[company] = _listing(known[company], titles, document)
        context = made[company]
        citations = context._citations
        links["links"] = shown = []
        for place in places:
            if place.source not in citations.numbers:
                listed.append((context.profile.source(place.source), context))
                citations.numbers[place.source] = len(listed)
            label = place.label or title
            here = attrs.evolve(place, section=section, label=label, home=False)
            shown.append(citations.note(here))
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
