"""The sources, numbered as the page cites them, each with the way back to where it is cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from docutils import nodes

from companyprofiles import _words
from companyprofiles._dates import PartialDate
from companyprofiles._footnotes import published
from companyprofiles._profile import Profile
from companyprofiles._sources import Source
from companyprofiles.sphinxext._citations import Place
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import (
    anchor,
    detail,
    external_link,
    isolated,
    optional_link,
    paragraph,
    words,
)
from companyprofiles.sphinxext._source_links import back_links
from companyprofiles.sphinxext._words import _

__all__ = ["numbered_list", "render", "source_list", "source_paragraphs"]


def render(profile: Profile, context: PageContext) -> list[nodes.Node]:
    """Show the cited sources in a numbered list, then those that nothing cites."""
    numbers = context._citations.numbers
    cited = [profile.source(name) for name in sorted(numbers, key=lambda name: numbers[name])]
    shown: list[nodes.Node] = []
    if cited:
        shown.append(numbered_list([(source, context) for source in cited]))
    rest = [source for source in profile.sources if source.id not in numbers]
    if rest and context.complete:
        shown.append(paragraph(_("Read, but not cited on this page:")))
        shown.append(source_list(rest, context))
    return shown


def numbered_list(cited: Sequence[tuple[Source, PageContext]]) -> nodes.enumerated_list:
    """Return cited sources in the order of their numbers, each with the context that cites it."""
    profiles = {context.profile.id: context.profile for _source, context in cited}
    dates = {name: _retrieved(profile) for name, profile in profiles.items()}
    entries = (_entry(source, dates[about.profile.id], about) for source, about in cited)
    return nodes.enumerated_list("", *entries, enumtype="arabic", classes=["cp-sources"])


def source_list(sources: Iterable[Source], context: PageContext) -> nodes.bullet_list:
    """Return sources in a list without numbers."""
    dates = _retrieved(context.profile)
    entries = (_entry(source, dates, context) for source in sources)
    return nodes.bullet_list("", *entries, classes=["cp-sources"])


def _entry(
    source: Source, dates: Mapping[str, PartialDate], context: PageContext
) -> nodes.list_item:
    title = words(source.title, context.language)
    if source.url:
        title = external_link(source.url, title)
    place = [anchor(context.anchor("source", source.id))] if context.places else []
    about = _told(source, dates.get(source.id), context)
    item = nodes.list_item("", paragraph(*place, title, f". {about}"))
    if source.archive_url:
        item += detail(_copy(source.archive_url))
    if docname := context.shared.get(source.id):
        text = nodes.Text(_("Who else relies on it"))
        item += detail(optional_link("std:doc", f"/{docname}", context.docname, text))
    if places := context._citations.of(source.id):
        item += _back(places, context)
    return item


def source_paragraphs(source: Source, context: PageContext) -> list[nodes.Node]:
    """Return what there is to say of a source below a heading that is its title."""
    told = [paragraph(_told(source, _retrieved(context.profile).get(source.id), context))]
    if source.url:
        told.append(paragraph(external_link(source.url)))
    if source.archive_url:
        told.append(detail(_copy(source.archive_url)))
    return list(told)


def _copy(address: str) -> nodes.Node:
    return external_link(address, nodes.Text(_("Archived copy")))


def _told(source: Source, retrieved: PartialDate | None, context: PageContext) -> str:
    parts = (part.rstrip(".") for part in _about(source, retrieved, context))
    return f"{'. '.join(parts)}."


def _retrieved(profile: Profile) -> dict[str, PartialDate]:
    """Return when each source was last read."""
    last: dict[str, PartialDate] = {}
    for statement in profile.statements:
        for reference in statement.references:
            date, known = reference.retrieved, last.get(reference.source)
            if date is not None and (known is None or known < date):
                last[reference.source] = date
    return last


def _about(source: Source, retrieved: PartialDate | None, context: PageContext) -> Iterator[str]:
    """Yield what there is to say of a source, in the order of a bibliography."""
    yield from map(isolated, published(source, context.wording))
    kind = _words.source_kind(source.kind, context.language)
    yield kind[0].upper() + kind[1:]
    if source.mirror:
        yield _("Mirror: a copy of somebody else’s publication")
    if not source.url:
        yield _("No public address")
    if retrieved is not None:
        yield _("Retrieved %s") % context.date(retrieved)
    if source.licence:
        yield _("Licence: %s") % source.licence


def _back(places: list[Place], context: PageContext) -> back_links:
    """Return links to every place that cites a source, those of one statement together."""
    statements: dict[str, list[Place]] = {}
    for place in places:
        statements.setdefault(place.statement, []).append(place)
    parts: list[str | tuple[str, str]] = [_("Cited for: ")]
    for number, group in enumerate(statements.values()):
        # The statement's own place first, then views of it by the names of their sections.
        group.sort(key=lambda place: not place.home)
        first, *views = group
        where = ": ".join(part for part in (first.locator, first.printed) if part)
        parts += ["; "] if number else []
        parts += [(first.anchor, first.label), f" ({where})" if where else ""]
        for view in views:
            parts += [", ", (view.anchor, _section_name(view, context))]
    return back_links("", parts=parts, classes=["cp-back"])


def _section_name(place: Place, context: PageContext) -> str:
    return context.titles.get(place.section) or _("head of the page")
