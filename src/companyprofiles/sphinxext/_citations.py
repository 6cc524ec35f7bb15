"""The numbered sources of a page: every place that cites one, and the way back to it."""

from __future__ import annotations

from collections.abc import Sequence

import attrs
from docutils import nodes

from companyprofiles._footnotes import by_source
from companyprofiles._profile import Profile
from companyprofiles._sources import Reference, Source
from companyprofiles._wording import Wording
from companyprofiles.sphinxext._nodes import isolated
from companyprofiles.sphinxext._source_links import SourceLink, source_links
from companyprofiles.sphinxext._words import _

__all__ = ["Citations", "LooseCitations", "Place"]


@attrs.frozen(kw_only=True)
class Place:
    """One place on the page that cites a source."""

    source: str
    """Id of the source."""
    statement: str
    """Anchor of the statement that is shown there."""
    label: str
    """What the statement is called in the list of places."""
    where: str
    """The source in a few words, and the places in it."""
    locator: str
    """Places in the source; empty where none is given."""
    printed: str
    """The value as the source prints it; empty where that is not given."""
    section: str
    """Name of the section that the place is in."""
    home: bool = False
    """Whether it is the statement's own place, not a view of it."""
    anchor: str = ""
    """Anchor of the footnote number, to which the source leads back; given with the number."""


class Citations:
    """Numbers of sources in the order in which a page cites them first.

    Args:
        profile: The profile whose sources they are.
        wording: How the page says things.
        prefix: Prefix of the anchors, where a page shows more than one company.
    """

    def __init__(self, profile: Profile, wording: Wording, prefix: str = "") -> None:
        self.profile = profile
        self.wording = wording
        self.prefix = prefix
        self.numbers: dict[str, int] = {}
        self.places: list[Place] = []
        self._anchors: set[str] = set()

    def cite(
        self, references: Sequence[Reference], name: str, label: str, *, section: str, home: bool
    ) -> list[nodes.Node]:
        """Return the numbers that lead from anything to its sources, one for each source.

        Args:
            references: The sources, and the places in them.
            name: What is sourced: the anchor of a statement, or another name of that form.
            label: What it is called in the list of places that cite a source.
            section: Name of the section in which it is cited.
            home: Whether it has its own place there.
        """
        places = [
            Place(
                source=source,
                statement=name,
                label=isolated(label),
                where=self.where(found),
                locator=_locators(found),
                printed=", ".join(f"“{isolated(r.as_printed)}”" for r in found if r.as_printed),
                section=section,
                home=home,
            )
            for source, found in by_source(references).items()
        ]
        return [self.links(places)] if places else []

    def links(self, places: Sequence[Place]) -> source_links:
        """Note places, and return the numbers to be shown there."""
        return source_links("", links=[self.note(place) for place in places])

    def note(self, place: Place) -> SourceLink:
        """Note a place, and return its number, with what is shown for it."""
        anchor = self._new_anchor(place)
        self.places.append(attrs.evolve(place, anchor=anchor))
        number = self.numbers.setdefault(place.source, len(self.numbers) + 1)
        title = _("%(where)s: printed as %(text)s") % {"where": place.where, "text": place.printed}
        return SourceLink(
            number=number,
            source=f"{self.prefix}source-{place.source}",
            anchor=anchor,
            title=title if place.printed else place.where,
        )

    def where(self, references: Sequence[Reference]) -> str:
        """Return the name of a source, and its places that references to it name."""
        locators = _locators(references)
        name = self.source_name(self.profile.source(references[0].source))
        return f"{name}, {locators}" if locators else name

    def source_name(self, source: Source) -> str:
        """Return who published a source, or its title."""
        return isolated(source.publisher or source.title.best(self.wording.language).text)

    def of(self, source: str) -> list[Place]:
        """Return the places that cite a source, in the order of the page."""
        return [place for place in self.places if place.source == source]

    def mark(self) -> tuple[int, int]:
        """Return what :meth:`rewind` needs to forget everything noted from now on."""
        return len(self.numbers), len(self.places)

    def rewind(self, mark: tuple[int, int]) -> None:
        """Forget what was noted since *mark*: its section is not shown after all."""
        sources, places = mark
        for source in list(self.numbers)[sources:]:
            del self.numbers[source]
        for place in self.places[places:]:
            self._anchors.discard(place.anchor)
        del self.places[places:]

    def _new_anchor(self, place: Place) -> str:
        """Return an anchor for one more footnote number."""
        base = f"{self.prefix}cite-{place.section}-{place.statement}"
        name, count = base, 1
        while name in self._anchors:
            count += 1
            name = f"{base}-{count}"
        self._anchors.add(name)
        return name


class LooseCitations(Citations):
    """Citations of a page of prose, which get their numbers when the whole page has been read.

    Until then the links carry their places, so that a part of the page may be left out, moved or
    repeated.
    """

    def links(self, places: Sequence[Place]) -> source_links:
        """Return links that :func:`~companyprofiles.sphinxext._page_sources.number` numbers."""
        return source_links("", links=[], company=self.profile.id, places=places)


def _locators(references: Sequence[Reference]) -> str:
    return "; ".join(isolated(r.locator) for r in references if r.locator)
