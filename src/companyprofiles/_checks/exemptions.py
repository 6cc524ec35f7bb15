"""CP0: checks that are switched off for a statement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from companyprofiles._check_context import CheckContext
from companyprofiles._profile import Profile
from companyprofiles._statements import Statement
from companyprofiles.errors import near_names, sentence
from companyprofiles.hookspecs import Check, Finding, Severity

__all__ = ["CHECKS", "UNUSED"]

UNUSED = "CP002"
"""Code of the check that has to run after all others."""


def unknown_code(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find exemptions from checks that nobody offers (CP001)."""
    for statement in profile.statements:
        for code in statement.exempt:
            if code not in context.codes:
                near = near_names(code, context.codes)
                advice = f"Did you mean {near}?" if near else "Remove it, or install the plugin."
                message = sentence("the code of a check", code, advice)
                yield Finding(message, statement, path=f"exempt.{code}")


def exempts_nothing(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find exemptions from checks that find nothing there (CP002)."""
    tables: dict[tuple[Any, ...], list[Statement[Any]]] = defaultdict(list)
    for statement in profile.statements:
        if statement.exempt:
            tables[_table(statement)].append(statement)
    for statements in tables.values():
        first = statements[0]
        for code in first.exempt:
            served = any((s.anchor, code) in context.exempted for s in statements)
            if code in context.ran and not served:
                message = f"exempts from nothing: {code} finds nothing here. Remove it."
                yield Finding(message, first, path=f"exempt.{code}")


def _table(statement: Statement[Any]) -> tuple[Any, ...]:
    """Return what the statements share that one table with a text in several languages makes."""
    return (
        statement.prop.name,
        statement.subject,
        statement.valid,
        statement.dimensions,
        statement.references,
        statement.exempt,
    )


CHECKS = (
    Check(
        "CP001",
        summary="An exemption names a check that there is",
        explanation="""\
The table `exempt` of a statement switches checks off for it, by their codes. A code that no check
has switches off nothing: it is mistyped, or the check belongs to a plugin that is not installed.

Correct the code, or remove the exemption.""",
        failing="""\
[[claim]]
value.en = "Acme has built rockets since 2020."
references = [{ source = "newspaper" }]
exempt = { CP999 = "The newspaper tells no more." }
""",
        passing="""\
[[claim]]
value.en = "Acme has built rockets since 2020."
references = [{ source = "newspaper" }]
""",
        severity=Severity.WARNING,
        run=unknown_code,
    ),
    Check(
        UNUSED,
        summary="An exemption exempts from something",
        explanation="""\
An exemption tells readers that a statement breaks a rule, and why that is right. Where the check
finds nothing, the statement was changed since, or never broke the rule; the exemption would hide
the next fault.

Remove it. An exemption is only looked at when its check has run.""",
        failing="""\
[[claim]]
value.en = "Acme has built rockets since 2020."
references = [{ source = "newspaper" }]
exempt = { CP101 = "Nobody else tells." }
""",
        passing="""\
[[claim]]
value.en = "Acme has built rockets since 2020."
references = [{ source = "repost" }]
exempt = { CP101 = "The newspaper's own page is gone; the repost is complete." }

[[sources]]
id = "repost"
title.en = "Acme's new rocket, copied"
kind = "third_party"
mirror = true
""",
        severity=Severity.WARNING,
        run=exempts_nothing,
    ),
)
