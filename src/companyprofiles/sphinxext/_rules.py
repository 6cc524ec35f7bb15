"""The rules by which statements are compared, as a table for each verdict."""

from __future__ import annotations

from docutils import nodes

from companyprofiles.sphinxext._nodes import paragraph, table
from companyprofiles.sphinxext._words import _, capital
from companyprofiles.verdicts import RULES, Verdict

__all__ = ["rule_tables"]

STANDING_FOR_PARTS = "ABCDEFGH"
"""What stands in a rule's sentence for what it is about."""


def rule_tables() -> list[nodes.Node]:
    """Return a table of rules for each verdict; letters stand for what a rule is about."""
    return [_table(verdict) for verdict in Verdict]


def _table(verdict: Verdict) -> nodes.Node:
    meaning = {
        Verdict.AGREES: _("both say the same"),
        Verdict.REFINES: _("both say the same, one of them more precisely"),
        Verdict.INCOMPARABLE: _("neither bears on the other"),
        Verdict.RESTATES: _("the later document of one publisher counts"),
        Verdict.CONFLICTS: _("at most one of them is right"),
    }[verdict]
    rows = [
        (
            [paragraph(nodes.literal("", name))],
            [paragraph(_(sentence).format(*STANDING_FOR_PARTS))],
        )
        for name, (leads_to, sentence) in RULES.items()
        if leads_to is verdict
    ]
    return table(
        f"{capital(verdict.value)}: {meaning}",
        rows,
        header=(_("Rule"), _("What it says")),
        widths=(28, 72),
    )
