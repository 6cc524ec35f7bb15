"""CP1: what a profile says of its own completeness."""

from __future__ import annotations

from collections.abc import Iterator

from companyprofiles._check_context import CheckContext
from companyprofiles._profile import Profile
from companyprofiles.hookspecs import Check, Finding

__all__ = ["CHECKS"]


def found_after_all(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find sources that were searched in vain, and have it (CP107)."""
    cited = {
        (statement.prop.name, statement.subject or profile.subject, reference.source)
        for statement in profile.statements
        for reference in statement.references
        if not statement.is_deprecated
    }
    for coverage in profile.coverage:
        about = coverage.prop, coverage.subject or profile.subject
        if coverage.note is not None:
            continue  # It tells what was looked for, which is less than the whole property.
        for number, source in enumerate(coverage.looked_in):
            if (*about, source) in cited:
                message = f"must have nothing, but {coverage.prop} is taken from {source}."
                path = f"looked_in[{number}]"
                yield Finding(f"{message} Remove it here.", coverage, path=path)


CHECKS = (
    Check(
        "CP107",
        summary="What was looked for in vain in a source is not taken from it",
        explanation="""\
The table `coverage` says that sources were searched and had no such statement (`looked_in`). A
statement of that property names one of them all the same, so it was found there later.

Remove the source from `looked_in`, or the reference. Where something narrower was looked for, such
as the share of one owner, say so in a `note`; then nothing is found.""",
        failing="""\
[[coverage]]
prop = "product"
looked_in = ["newspaper"]
""",
        passing="""\
[[coverage]]
prop = "product"
looked_in = ["annual-report"]
""",
        run=found_after_all,
    ),
)
