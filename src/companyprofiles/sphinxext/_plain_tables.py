"""Tables where there is no room for columns: in plain text and manual pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from companyprofiles.sphinxext._nodes import data_table

__all__ = ["TablesAsLists"]

NAME_AND_FACTS = 2
"""Number of columns of a table that is as well a list of names and what is said of each."""


class TablesAsLists(SphinxPostTransform):
    """Makes lists of tables of two columns, where a builder runs the lines of a cell together.

    Boxes that only a style sheet shows are left out there too.
    """

    default_priority = 700
    builders = ("text", "man")

    def run(self, **kwargs: Any) -> None:
        """Replace the tables of the document."""
        for table in list(self.document.findall(data_table)):
            rows = [row for body in table.findall(nodes.tbody) for row in body.findall(nodes.row)]
            if rows and all(len(row) == NAME_AND_FACTS for row in rows):
                caption = nodes.rubric("", "", *table[0].children)
                table.replace_self([caption, _list_of(rows)])
        for box in list(self.document.findall(nodes.container)):
            # The writer of manual pages runs what begins a box into what is before it.
            if box["classes"] and box["classes"][0].startswith("cp-") and not box["ids"]:
                box.replace_self(box.children)


def _list_of(rows: Sequence[nodes.row]) -> nodes.definition_list:
    """Return what rows say as names and what stands below each."""
    items = []
    for name, facts in rows:
        first, *more = name.children or [nodes.paragraph()]
        term = nodes.term("", "", *first.children)
        definition = nodes.definition("", *more, *facts.children)
        items.append(nodes.definition_list_item("", term, definition))
    return nodes.definition_list("", *items)
