"""The numbered sources of a page: every place that cites one, and the way back to it."""

from __future__ import annotations

import attrs
from docutils import nodes

from companyprofiles.sphinxext._nodes import source_link

__all__ = ["Citations", "Place"]


@attrs.frozen
class Place:
    """One place on the page that cites a source."""

    source: str
    """Id of the source."""
    anchor: str
    """Anchor of the footnote number, to which the source leads back."""
    statement: str
    """Anchor of the statement that is shown there."""
    label: str
    """What the statement is called in the list of places."""
    locator: str
    """Places in the source; empty where none is given."""
    printed: str
    """The value as the source prints it; empty where that is not given."""
    section: str
    """Name of the section that the place is in."""
    home: bool
    """Whether it is the statement's own place, not a view of it."""


class Citations:
    """Numbers of sources in the order in which a page cites them first.

    Args:
        prefix: Prefix of the anchors, where a page shows more than one company.
    """

    def __init__(self, prefix: str = "") -> None:
        self.prefix = prefix
        self.numbers: dict[str, int] = {}
        self.places: list[Place] = []
        self._anchors: set[str] = set()

    def number(self, source: str) -> int:
        """Return the number of a source, giving it the next one at first."""
        return self.numbers.setdefault(source, len(self.numbers) + 1)

    def new_anchor(self, section: str, statement: str) -> str:
        """Return an anchor for one more footnote number."""
        base = f"{self.prefix}cite-{section}-{statement}"
        name, count = base, 1
        while name in self._anchors:
            count += 1
            name = f"{base}-{count}"
        self._anchors.add(name)
        return name

    def link(self, place: Place, *, title: str, label: str) -> nodes.Node:
        """Note a place, and return the number to be shown there.

        Args:
            place: The place.
            title: What is shown when pointing at the number.
            label: What the number is called when read out.
        """
        self.places.append(place)
        number = self.number(place.source)
        link = source_link(
            "", f"[{number}]", refid=f"{self.prefix}source-{place.source}", internal=True
        )
        link["ids"].append(place.anchor)
        link["reftitle"] = title
        link["label"] = label
        return link

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
