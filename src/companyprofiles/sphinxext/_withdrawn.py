"""What earlier releases of a profile stated and this one does not: their places stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docutils import nodes

from companyprofiles._profile import Profile
from companyprofiles._statements import Statement
from companyprofiles._wording import Wording
from companyprofiles.sphinxext._context import PageContext
from companyprofiles.sphinxext._nodes import anchor, paragraph
from companyprofiles.sphinxext._words import _

__all__ = ["withdrawn_section"]


def withdrawn_section(
    context: PageContext, gone: Mapping[str, tuple[Statement[Any], Profile]]
) -> nodes.section:
    """Return the last section of a company's page, with a place for each statement that is gone.

    Args:
        context: What the sections of the page are given.
        gone: Each statement by its anchor, and the profile that had it last.
    """
    present = {statement.id: statement for statement in context.profile.statements}
    items = []
    for name, (statement, old) in gone.items():
        wording = Wording.of(old, context.language)
        context.statements[name] = "withdrawn"
        line: list[nodes.Node | str] = [
            anchor(context.anchor("statement", name)),
            f"{wording.label(statement)}: ",
            nodes.inline("", wording.value_of(statement), classes=["cp-struck"]),
        ]
        if old.origin.version:
            line.append(". " + _("Last in version %s") % old.origin.version)
        if statement.id in present:
            line += [". ", _("Now: "), context.statement_link(present[statement.id])]
        items.append(nodes.list_item("", paragraph(*line, ".")))
    context.finish()
    title = nodes.title("", _("Withdrawn"), translatable=False)
    intro = paragraph(_("Earlier versions stated this; links to it lead here."))
    listed = nodes.bullet_list("", *items, classes=["cp-withdrawn"])
    return nodes.section("", title, intro, listed, ids=[f"{context.prefix}withdrawn"])
