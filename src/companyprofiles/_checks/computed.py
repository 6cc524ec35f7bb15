"""CP6: values held against what they are computed from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from companyprofiles._check_context import CheckContext
from companyprofiles._derived_periods import mistimed
from companyprofiles._profile import Profile
from companyprofiles._reasons import Verdict
from companyprofiles._recomputation import computation, derived_reason
from companyprofiles._statements import Modality, Statement
from companyprofiles.hookspecs import Check, Finding, Severity

__all__ = ["CHECKS"]


def does_not_follow(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find values that do not follow from what they are computed from (CP621)."""
    for statement, inputs in _computed(profile):
        if statement.derived_by is None or any(s.absent for s in inputs):
            continue
        reason = derived_reason(statement, inputs)
        said = computation(statement, inputs)
        if reason is None:
            advice = "Leave 'derived_by' out, or compute it otherwise."
            yield Finding(f"has no result: {said}. {advice}", statement, path="derived_by")
        elif reason.verdict is Verdict.CONFLICTS:
            advice = "Correct the value, or what it is computed from."
            message = f"does not follow: {said}, got {statement.value}. {advice}"
            yield Finding(message, statement, path="value")
        elif reason.verdict is Verdict.INCOMPARABLE:
            advice = "Write what follows, or leave 'derived_by' out."
            message = f"says more than follows: {said}, got {statement.value}. {advice}"
            yield Finding(message, statement, path="value")


def input_does_not_count(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find values that are computed from what is wrong, or not there (CP622)."""
    for statement, inputs in _computed(profile):
        for number, found in enumerate(inputs):
            if found.is_deprecated:
                why = "is deprecated"
                advice = f"Take {found.replaced_by}." if found.replaced_by else "Take another."
            elif found.absent:
                why, advice = f"has no value: {found.absent}", "Leave it out."
            elif found.modality is Modality.DENIED:
                why, advice = "its source denies", "Take what it says instead."
            else:
                continue
            message = f"is computed from {found.key}, which {why}. {advice}"
            yield Finding(message, statement, path=f"derived_from[{number}]")


def of_other_periods(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find values whose periods do not go with those of what they are computed from (CP623)."""
    for statement, inputs in _computed(profile):
        if wrong := mistimed(statement, inputs):
            advice = "Correct 'valid', or name other statements."
            yield Finding(f"{wrong} {advice}", statement, path="derived_from")


def _computed(profile: Profile) -> Iterator[tuple[Statement[Any], list[Statement[Any]]]]:
    """Yield what counts and is computed, with what it is computed from."""
    by_key = {statement.key: statement for statement in profile.statements}
    for statement in profile.statements:
        if statement.derived_from and not statement.is_deprecated and not statement.absent:
            yield statement, [by_key[key] for key in statement.derived_from]


QUARTERS = """\
[[revenue]]
key = "revenue-2023-first-half"
value = "310E6 EUR"
valid = "2023-01/2023-06"
references = [{ source = "annual-report" }]

[[revenue]]
key = "revenue-2023-second-half"
value = "350E6 EUR"
valid = "2023-07/2023-12"
references = [{ source = "annual-report" }]
"""

CHECKS = (
    Check(
        "CP621",
        summary="A computed value follows from what it is computed from",
        explanation="""\
A value with `derived_by` is computed again from the statements in `derived_from`, with the digits
and the bounds that they have. The result may be rounded: 2.742 % is 2.7 % as well. Where a source
prints the value in `as_printed`, the parts may have been rounded before, and the last digit may be
off by one for each two of them.

What does not follow is an error of reckoning, or one of the parts is wrong. A value says more than
follows if its bounds are narrower than those of its parts: more than 5 and 3 is more than 8, not
9. Nothing follows where the divisor may be nought, or where growth begins with a loss.""",
        failing=f"""\
[[revenue]]
value = "650E6 EUR"
valid = "2023"
derived_from = ["revenue-2023-first-half", "revenue-2023-second-half"]
derived_by = "sum"
references = [{{ source = "annual-report" }}]

{QUARTERS}""",
        passing=f"""\
[[revenue]]
value = "660E6 EUR"
valid = "2023"
derived_from = ["revenue-2023-first-half", "revenue-2023-second-half"]
derived_by = "sum"
references = [{{ source = "annual-report" }}]

{QUARTERS}""",
        run=does_not_follow,
    ),
    Check(
        "CP622",
        summary="A value is computed from what counts",
        explanation="""\
A figure that turned out wrong is deprecated, and what was computed from it is still there. Nor is
anything computed from a statement without a value, or from what its source denies.

Name the right statement in `derived_from`, and correct the value.""",
        failing=f"""\
[[revenue]]
value = "660E6 EUR"
valid = "2023"
derived_from = ["revenue-2023-first-half", "revenue-2023-second-half"]
derived_by = "sum"
references = [{{ source = "annual-report" }}]

{QUARTERS.rstrip()}
rank = "deprecated"
because.en = "The report was corrected."
""",
        passing=f"""\
[[revenue]]
value = "660E6 EUR"
valid = "2023"
derived_from = ["revenue-2023-first-half", "revenue-2023-second-half"]
derived_by = "sum"
references = [{{ source = "annual-report" }}]

{QUARTERS}""",
        run=input_does_not_count,
    ),
    Check(
        "CP623",
        summary="A value is of the periods that it is computed from",
        explanation="""\
Parts of a year add up to the year if none is missing and none is counted twice. Growth leads from
an earlier period to one of the same length, and is of the later one. What is multiplied, divided
or converted is of one time; an exchange rate may be that of a day in the period.

Correct `valid` or `derived_from`. Where accounts really are of different periods, tell so in a
`note` and exempt the statement.""",
        failing=f"""\
[[revenue]]
value = "660E6 EUR"
valid = "2022"
derived_from = ["revenue-2023-first-half", "revenue-2023-second-half"]
derived_by = "sum"
references = [{{ source = "annual-report" }}]

{QUARTERS}""",
        passing=f"""\
[[revenue]]
value = "660E6 EUR"
valid = "2023"
derived_from = ["revenue-2023-first-half", "revenue-2023-second-half"]
derived_by = "sum"
references = [{{ source = "annual-report" }}]

{QUARTERS}""",
        severity=Severity.WARNING,
        run=of_other_periods,
    ),
)
