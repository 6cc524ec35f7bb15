"""CP2: statements that contradict each other, and what editors decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from companyprofiles._check_context import CheckContext, called
from companyprofiles._disputes import Dispute, DisputeStatus
from companyprofiles._profile import Profile
from companyprofiles._statements import Statement
from companyprofiles.hookspecs import Check, Finding, Severity

__all__ = ["CHECKS"]

UNRESOLVED = "CP201"
"""Code of the check of disputes that wait for an editor."""


def conflict_unresolved(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find disputes that no editor has looked at (CP201)."""
    for dispute in context.disputes():
        if dispute.status is DisputeStatus.UNRESOLVED:
            standing = _standing(dispute)
            # Any of them may be exempt, and so be the one that is told of.
            first = next((s for s in standing if UNRESOLVED in s.exempt), standing[0])
            names = ", ".join(called(s) for s in standing if s is not first)
            advice = "Deprecate what is wrong, or decide under [[resolutions]]."
            if not all(statement.key for statement in standing):
                advice += " A decision names keys: give each of them one."
            yield Finding(f"contradicts {names}: {_reasons(dispute)} {advice}", first)


def resolution_stale(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find resolutions of disputes that another statement has joined (CP202)."""
    for dispute in context.disputes():
        decided = dispute.resolution
        if dispute.status is DisputeStatus.STALE and decided is not None:
            joined = [s for s in _standing(dispute) if s.key not in decided.statements]
            names = ", ".join(map(called, joined))
            message = f"must name {names} too, which joined the dispute. Decide anew."
            yield Finding(message, decided, path="statements")


def resolution_idle(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find resolutions of statements that do not contradict each other (CP203)."""
    rivals = {s.key for dispute in context.disputes() for s in dispute.statements}
    for resolution in profile.resolutions:
        idle = [key for key in resolution.statements if key not in rivals]
        if idle:
            is_left = len(resolution.statements) - len(idle) > 1
            advice = "Remove the key." if is_left else "Remove the resolution."
            message = f"decides about {', '.join(idle)}, which nothing contradicts. {advice}"
            yield Finding(message, resolution, path="statements")


def _standing(dispute: Dispute) -> list[Statement[Any]]:
    return [statement for statement in dispute.statements if not statement.is_deprecated]


def _reasons(dispute: Dispute) -> str:
    """Return why they contradict each other, without what is deprecated."""
    return " ".join(
        str(c.reason)
        for c in dispute.comparisons
        if not c.first.is_deprecated and not c.second.is_deprecated
    )


CHECKS = (
    Check(
        UNRESOLVED,
        summary="Where statements contradict each other, an editor has decided",
        explanation="""\
Two statements of one property cannot both be right: two founding days, two figures of one year. A
reader needs to know what to make of that, and not to find it out by accident.

Where one is wrong, give it `rank = "deprecated"` with `because` and `replaced_by`. Where good
sources disagree, keep both, and write a table `resolutions` that prefers one of them or leaves the
question open, with the reason. Where both are right, they speak of different things: say so with
`valid` or `dimensions`.""",
        failing="""\
[[inception]]
key = "inception-1999"
value = "1999"
references = [{ source = "annual-report" }]

[[inception]]
key = "inception-2001"
value = "2001"
references = [{ source = "newspaper" }]
""",
        passing="""\
[[inception]]
key = "inception-1999"
value = "1999"
references = [{ source = "annual-report" }]

[[inception]]
key = "inception-2001"
value = "2001"
references = [{ source = "newspaper" }]

[[resolutions]]
statements = ["inception-1999", "inception-2001"]
preferred = "inception-1999"
because.en = "The newspaper gives no source; the report is the company's own."
on = "2024-12-31"
""",
        run=conflict_unresolved,
    ),
    Check(
        "CP202",
        summary="A decision covers every statement of its dispute",
        explanation="""\
A resolution was made before another statement came that contradicts those it names. Whoever decided
did not know of it.

Look at the new statement, add its key to `statements`, and give the day of the new decision in
`on`. Or deprecate the new statement, if it is wrong.""",
        failing="""\
[[inception]]
key = "inception-1999"
value = "1999"
references = [{ source = "annual-report" }]

[[inception]]
key = "inception-2001"
value = "2001"
references = [{ source = "newspaper" }]

[[inception]]
key = "inception-2003"
value = "2003"
references = [{ source = "newspaper" }]

[[resolutions]]
statements = ["inception-1999", "inception-2001"]
preferred = "inception-1999"
because.en = "The newspaper gives no source; the report is the company's own."
on = "2024-12-31"
""",
        passing="""\
[[inception]]
key = "inception-1999"
value = "1999"
references = [{ source = "annual-report" }]

[[inception]]
key = "inception-2001"
value = "2001"
references = [{ source = "newspaper" }]

[[inception]]
key = "inception-2003"
value = "2003"
references = [{ source = "newspaper" }]

[[resolutions]]
statements = ["inception-1999", "inception-2001", "inception-2003"]
preferred = "inception-1999"
because.en = "The newspaper contradicts itself; the report is the company's own."
on = "2024-12-31"
""",
        run=resolution_stale,
    ),
    Check(
        "CP203",
        summary="A decision is about statements that contradict each other",
        explanation="""\
A resolution names a statement that no other contradicts any more: it was corrected, or another one
was removed. What is left of the decision tells readers of a dispute that there is not.

Remove the key from `statements`, or the whole resolution.""",
        failing="""\
[[inception]]
key = "inception-year"
value = "1999"
references = [{ source = "annual-report" }]

[[inception]]
key = "inception-day"
value = "1999-04-04"
references = [{ source = "newspaper" }]

[[resolutions]]
statements = ["inception-year", "inception-day"]
preferred = "inception-day"
because.en = "The day is in the year."
on = "2024-12-31"
""",
        passing="""\
[[inception]]
key = "inception-year"
value = "1999"
references = [{ source = "annual-report" }]

[[inception]]
key = "inception-day"
value = "1999-04-04"
references = [{ source = "newspaper" }]
""",
        severity=Severity.WARNING,
        run=resolution_idle,
    ),
)
