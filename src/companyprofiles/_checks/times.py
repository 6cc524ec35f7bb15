"""CP3: what nobody can have said at that time, or of that time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from companyprofiles._check_context import CheckContext
from companyprofiles._dates import PartialDate
from companyprofiles._profile import Profile
from companyprofiles._property import Time
from companyprofiles._sources import Source
from companyprofiles._statements import Modality, Statement
from companyprofiles.hookspecs import Check, Finding, Severity

__all__ = ["CHECKS"]

STATED = frozenset({Modality.ASSERTED, Modality.CLAIMED})


def after_end(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find what is said of a time after its subject had ceased to exist (CP306)."""
    ended: dict[str, list[PartialDate]] = defaultdict(list)
    for statement in _stated(profile):
        if statement.prop.name == "dissolution":
            ended[statement.subject].append(statement.value)
    for statement in _stated(profile):
        days = ended[statement.subject]
        start = statement.valid.start if statement.valid else None
        if isinstance(start, PartialDate) and days and all(day.before(start) for day in days):
            when = " or ".join(map(str, days))
            message = f"is {statement.valid}, after {statement.subject or 'the company'} ended"
            yield Finding(f"{message}, {when}. Correct one of the dates.", statement, path="valid")


def told_before(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find figures of a time that was still to come when their sources appeared (CP307)."""
    sources = {source.id: source for source in profile.sources}
    for statement in _stated(profile):
        start = statement.valid.start if statement.valid else None
        told = [_told(statement, sources[r.source], r.retrieved) for r in statement.references]
        if statement.prop.time is Time.STATE or not isinstance(start, PartialDate):
            continue
        if all(day is not None and day.before(start) for day in told):
            message = f"is {statement.valid}, after its source appeared, {max(filter(None, told))}."
            advice = "Correct a date, or call it planned or estimated."
            yield Finding(f"{message} {advice}", statement, path="valid")


def _told(
    statement: Statement[Any], source: Source, retrieved: PartialDate | None
) -> PartialDate | None:
    """Return when a source told something; of a page that changes, when it was read."""
    is_printed = source.kind in ("regulatory_filing", "court", "press")
    return source.published if is_printed or retrieved is None else retrieved


def _stated(profile: Profile) -> Iterator[Statement[Any]]:
    """Yield what is said to be so: nothing deprecated, planned, denied or absent."""
    for statement in profile.statements:
        if not statement.absent and not statement.is_deprecated and statement.modality in STATED:
            yield statement


CHECKS = (
    Check(
        "CP306",
        summary="What is said of a thing is of a time before it ended",
        explanation="""\
A company that has ceased to exist (`dissolution`) has no staff, no officers and no accounts. Here a
period (`valid`) begins after the end.

Correct the date, or the subject: often its successor is meant.""",
        failing="""\
[[dissolution]]
value = "2023-06-30"
references = [{ source = "annual-report" }]

[[employees]]
value = "40"
valid = "2023-12-31"
references = [{ source = "newspaper" }]
""",
        passing="""\
[[dissolution]]
value = "2023-06-30"
references = [{ source = "annual-report" }]

[[employees]]
value = "40"
valid = "2022-12-31"
references = [{ source = "newspaper" }]
""",
        run=after_end,
    ),
    Check(
        "CP307",
        summary="A figure is of a time that had begun when its source appeared",
        explanation="""\
A source of May does not know how many people are employed in June, nor the revenue of next year. It
tells a plan or an estimate, or one of the dates is wrong. A page that may have changed since is
taken to tell it on the day on which it was read (`retrieved`).

Correct the period (`valid`) or the date of the source, or give the `modality`.""",
        failing="""\
[[revenue]]
value = "5.2E6 EUR"
valid = "2025"
references = [{ source = "newspaper" }]
""",
        passing="""\
[[revenue]]
value = "5.2E6 EUR"
valid = "2025"
modality = "planned"
references = [{ source = "newspaper" }]
""",
        severity=Severity.WARNING,
        run=told_before,
    ),
)
