"""The links of a page to what has its place on the same page, if it turns out to be there."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import attrs
from docutils import nodes

from companyprofiles.sphinxext._nodes import optional_link

__all__ = ["Links"]


@attrs.frozen(eq=False)
class Links:
    """Links that are made before it is known what the page shows."""

    company: str
    """Id of the company whose entities and statements they lead to."""
    docname: str
    """Name of the document that they are in."""
    made: list[tuple[nodes.reference, str, str]] = attrs.field(factory=list)
    """Each link, the type of what it leads to, and its name."""

    def link(self, kind: str, name: str, shown: nodes.Node, anchor: str) -> nodes.Node:
        """Return a link to an anchor of the page.

        Args:
            kind: ``entity`` or ``statement``.
            name: Id of the entity, or anchor of the statement.
            shown: What the link shows.
            anchor: The anchor that it has if its place is on this page.
        """
        link = nodes.reference("", "", shown, refid=anchor, internal=True)
        self.made.append((link, kind, name))
        return link

    def finish(self, places: Mapping[str, Collection[str]]) -> None:
        """Turn the links to what is not shown here into cross references to where it is.

        Args:
            places: Names of what is shown here, by type.
        """
        for link, kind, name in self.made:
            if name not in places[kind] and link.parent is not None:
                target = f"{self.company}/{name}"
                link.replace_self(optional_link(kind, target, self.docname, *link.children))
        self.made.clear()
