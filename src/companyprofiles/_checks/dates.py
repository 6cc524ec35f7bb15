"""CP3: dates that cannot be, and figures without one. What is not certain is not found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from companyprofiles._check_context import CheckContext
from companyprofiles._currency_dates import in_use
from companyprofiles._dates import PartialDate
from companyprofiles._entities import EntityKind
from companyprofiles._integrity import entities_in
from companyprofiles._numbers import Money
from companyprofiles._periods import Period
from companyprofiles._profile import Profile
from companyprofiles._property import Time
from companyprofiles._statements import Modality, Statement
from companyprofiles.hookspecs import Check, Finding, Severity

__all__ = ["CHECKS"]

STATED = frozenset({Modality.ASSERTED, Modality.CLAIMED})
IN_AN_EVENT = ("participant", "target")
"""Properties of an event that name who was there when it happened."""

Dates = Mapping[str, Sequence[PartialDate]]


def before_beginning(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find what is said of a time before its subject or its object began (CP301)."""
    begun, happened = _dates(profile, "inception"), _dates(profile, "occurred")
    for statement in _stated(profile):
        for entity in (statement.subject, *(name for _, name in entities_in(statement))):
            if _starts_before(statement, begun[entity]):
                message = _too_early(str(statement.valid), entity, begun[entity])
                yield Finding(message, statement, path="valid")
        if statement.prop.name in IN_AN_EVENT:
            days, entity = happened[statement.subject], statement.value
            if _all_before(days, begun[entity]):
                yield Finding(_too_early(str(days[0]), entity, begun[entity]), statement)


def ended_before_beginning(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find ends before the beginning (CP302)."""
    begun = _dates(profile, "inception")
    for statement in _stated(profile):
        if statement.prop.name == "dissolution":
            subject = statement.subject
            if _all_before([statement.value], begun[subject]):
                message = _too_early(str(statement.value), subject, begun[subject])
                yield Finding(message, statement, path="value")


def released_before_maker(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find products that were there before they or their makers began (CP303)."""
    begun = _dates(profile, "inception")
    makers: dict[str, list[str]] = defaultdict(list)
    for statement in _stated(profile):
        # A maker of a time is one of several; the first of them may have released it.
        if statement.prop.name == "developer" and statement.valid is None:
            makers[statement.subject].append(statement.value)
    for statement in _stated(profile):
        if statement.prop.name == "release":
            for entity in (statement.subject, *makers[statement.subject]):
                if _all_before([statement.value], begun[entity]):
                    message = _too_early(str(statement.value), entity, begun[entity])
                    yield Finding(message, statement, path="value")


def figure_undated(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find figures of which nobody knows when they held (CP304)."""
    events = {entity.id for entity in profile.entities if entity.kind is EntityKind.EVENT}
    for statement in profile.statements:
        is_figure = statement.prop.time is not Time.STATE and not statement.absent
        is_dated = statement.valid is not None or statement.subject in events
        if is_figure and not is_dated and not statement.is_deprecated:
            message = f"must be given: {statement.prop} means little without its time. Add valid."
            yield Finding(message, statement, path="valid")


def currency_not_in_use(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find amounts in a currency that was not in use at the time (CP305)."""
    happened = _dates(profile, "occurred")
    for statement in profile.statements:
        value = None if statement.absent else statement.value
        if not isinstance(value, Money) or statement.is_deprecated:
            continue
        code = value.unit.partition("/")[0]
        used = in_use(code)
        days = happened[statement.subject]
        times = [statement.valid] if statement.valid else [Period.parse(day.text) for day in days]
        if used and times and all(time.before(used) or used.before(time) for time in times):
            message = f"is in {code}, which was in use {_in_words(used)}, not in {times[0]}."
            yield Finding(f"{message} Give the amount as reported.", statement, path="value")


def _stated(profile: Profile) -> Iterator[Statement[Any]]:
    """Yield what is said to be so: nothing deprecated, planned, denied or absent."""
    for statement in profile.statements:
        if not statement.absent and not statement.is_deprecated and statement.modality in STATED:
            yield statement


def _dates(profile: Profile, prop: str) -> Dates:
    """Return the dates of each entity that statements of a property give."""
    found: dict[str, list[PartialDate]] = defaultdict(list)
    for statement in _stated(profile):
        if statement.prop.name == prop:
            found[statement.subject].append(statement.value)
    return found


def _all_before(days: Iterable[PartialDate], begun: Sequence[PartialDate]) -> bool:
    """Tell whether all of some days are before all of some others, and there are any."""
    pairs = [(day, beginning) for day in days for beginning in begun]
    return bool(pairs) and all(day.before(beginning) for day, beginning in pairs)


def _starts_before(statement: Statement[Any], begun: Sequence[PartialDate]) -> bool:
    """Tell whether a statement begins to hold before its subject began, whatever the days.

    A figure of a period counts from the beginning on; only one of an earlier period is wrong.
    """
    valid = statement.valid
    if valid is None or not begun:
        return False
    if isinstance(valid.start, PartialDate) and statement.prop.time is not Time.DURATION:
        return _all_before([valid.start], begun)
    return all(valid.before(beginning.text) for beginning in begun)


def _too_early(when: str, entity: str, begun: Sequence[PartialDate]) -> str:
    beginning = " or ".join(date.text for date in begun)
    return f"is {when}, before {entity} began, {beginning}. Correct one of the dates."


def _in_words(used: Period) -> str:
    first, last = used.text.split("/")
    return " ".join(text for text in (f"from {first}" if first else "", _until(last)) if text)


def _until(last: str) -> str:
    return "" if last == ".." else f"until {last}"


CHECKS = (
    Check(
        "CP301",
        summary="What is said of a thing is of a time after it began",
        explanation="""\
Nobody held an office in a company that was not founded, no figure of it was reported, no round was
about it. Here a period (`valid`), or the date of an event, lies before the beginning (`inception`)
of the subject, or of what the value names. Dates that are not known finely enough are not found.

Correct the date, or the subject: often an older company is meant.""",
        failing="""\
[[inception]]
value = "2019"
references = [{ source = "annual-report" }]

[[employees]]
value = "40"
valid = "2018-12-31"
references = [{ source = "newspaper" }]
""",
        passing="""\
[[inception]]
value = "2019"
references = [{ source = "annual-report" }]

[[employees]]
value = "40"
valid = "2019-12-31"
references = [{ source = "newspaper" }]
""",
        run=before_beginning,
    ),
    Check(
        "CP302",
        summary="What ended had begun before",
        explanation="""\
A thing ceases to exist (`dissolution`) after it began (`inception`). One of the dates is mistyped,
or they are of two things, such as a company and the one that followed it.

Correct the date, or the subject.""",
        failing="""\
[[inception]]
subject = "rocket"
value = "2021"
references = [{ source = "annual-report" }]

[[dissolution]]
subject = "rocket"
value = "2020"
references = [{ source = "newspaper" }]
""",
        passing="""\
[[inception]]
subject = "rocket"
value = "2019"
references = [{ source = "annual-report" }]

[[dissolution]]
subject = "rocket"
value = "2024"
references = [{ source = "newspaper" }]
""",
        run=ended_before_beginning,
    ),
    Check(
        "CP303",
        summary="A product is released after it and its maker began",
        explanation="""\
A product cannot be there before work on it began (`inception`), nor before its `developer` was
founded. The date of one of them is wrong, or somebody else made it first.

Correct the date. Where makers followed one another, give each its period (`valid`).""",
        failing="""\
[[developer]]
subject = "rocket"
value = "acme"
references = [{ source = "newspaper" }]

[[inception]]
value = "2019"
references = [{ source = "annual-report" }]

[[release]]
subject = "rocket"
value = "2018-05"
references = [{ source = "newspaper" }]
""",
        passing="""\
[[developer]]
subject = "rocket"
value = "acme"
references = [{ source = "newspaper" }]

[[inception]]
value = "2019"
references = [{ source = "annual-report" }]

[[release]]
subject = "rocket"
value = "2020-05"
references = [{ source = "newspaper" }]
""",
        run=released_before_maker,
    ),
    Check(
        "CP304",
        summary="A figure says when it held",
        explanation="""\
A number of users or the sum of an investment belongs to a time. Without its period, readers take it
for that of today, and it can neither be compared with another figure nor drawn.

Add `valid`: the day or month for which the source gives it, or else the day of the source. Figures
of an event take its date.""",
        failing="""\
[[capital_expenditure]]
value = "40E6 EUR"
references = [{ source = "newspaper" }]
""",
        passing="""\
[[capital_expenditure]]
value = "40E6 EUR"
valid = "2022/2023"
references = [{ source = "newspaper" }]
""",
        severity=Severity.WARNING,
        run=figure_undated,
    ),
    Check(
        "CP305",
        summary="An amount is in a currency of its time",
        explanation="""\
The period of an amount lies before the first or after the last day on which its currency was in use
in any country: German marks of 2010, or euros of 1990. Often the code is mistyped, or a year.

Give the amount as it was reported then. Where a later report restated it in the new currency,
exempt the statement and say so.""",
        failing="""\
[[revenue]]
value = "12E6 DEM"
valid = "2023"
references = [{ source = "annual-report" }]
""",
        passing="""\
[[revenue]]
value = "12E6 EUR"
valid = "2023"
references = [{ source = "annual-report" }]
""",
        severity=Severity.WARNING,
        run=currency_not_in_use,
    ),
)
