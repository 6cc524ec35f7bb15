"""CP6: values held against the words that their sources print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from companyprofiles._check_context import CheckContext
from companyprofiles._dates import PartialDate
from companyprofiles._numbers import Number
from companyprofiles._printed import agrees
from companyprofiles._printed_dates import agrees_with_printed
from companyprofiles._profile import Profile
from companyprofiles._sources import Reference, Source
from companyprofiles._statements import Statement
from companyprofiles._units import in_printed_unit
from companyprofiles._values import Ownership
from companyprofiles.errors import shown
from companyprofiles.hookspecs import Check, Finding

__all__ = ["CHECKS", "each_reference"]


def number_not_as_printed(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find figures that are not what their source prints (CP605)."""
    for statement, number, reference, source in each_reference(profile):
        figures = _figures(statement)
        if not figures or reference.as_printed is None:
            continue
        lang = source.lang or "und"
        printed = reference.as_printed
        answers = {agrees(in_printed_unit(f, printed), printed, lang) for f in figures}
        if answers == {False}:
            figure = " and ".join(map(str, figures))
            message = f"prints {shown(reference.as_printed)}, which is not {figure}. Correct one."
            yield Finding(message, statement, path=f"references[{number}].as_printed")


def date_not_as_printed(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find dates that are not what their source prints (CP606)."""
    for statement, number, reference, _ in each_reference(profile):
        date = None if statement.absent else statement.value
        if not isinstance(date, PartialDate) or reference.as_printed is None:
            continue
        if agrees_with_printed(date, reference.as_printed) is False:
            message = f"prints {shown(reference.as_printed)}, which is not {date}. Correct one."
            yield Finding(message, statement, path=f"references[{number}].as_printed")


def each_reference(
    profile: Profile,
) -> Iterator[tuple[Statement[Any], int, Reference, Source]]:
    """Yield every reference of every statement, with its place there and its source."""
    sources = {source.id: source for source in profile.sources}
    for statement in profile.statements:
        for number, reference in enumerate(statement.references):
            yield statement, number, reference, sources[reference.source]


def _figures(statement: Statement[Any]) -> list[Number]:
    """Return the figures of a statement's value."""
    value = None if statement.absent else statement.value
    if isinstance(value, Ownership):
        return [figure for figure in (value.share, value.votes) if figure is not None]
    return [value] if isinstance(value, Number) else []


CHECKS = (
    Check(
        "CP605",
        summary="A figure is what its source prints",
        explanation="""\
The value is compared with `as_printed`, as the words around a figure want it: `1.2 billion` is
1,200 million as well as 1,249 million, `more than 45 million` is no 45 million. No figure that is
printed is the value: a digit was mistyped, or a thousand got lost. What cannot be read as a figure
is not found.

Correct the value, or what is printed.""",
        failing="""\
[[revenue]]
value = "5.2E6 EUR"
valid = "2023"
references = [{ source = "annual-report", as_printed = "5.2 billion euros" }]
""",
        passing="""\
[[revenue]]
value = "5.2E9 EUR"
valid = "2023"
references = [{ source = "annual-report", as_printed = "5.2 billion euros" }]
""",
        run=number_not_as_printed,
    ),
    Check(
        "CP606",
        summary="A date is what its source prints",
        explanation="""\
The value is compared with the dates in `as_printed` that can be read in one way only, such as
`11 April 2023`, `April 11`, `2023年4月` or `2023-04-11`. The value cannot be any of them.

Correct the value, or what is printed.""",
        failing="""\
[[release]]
subject = "rocket"
value = "2024-04-02"
references = [{ source = "newspaper", as_printed = "on 4 February 2024" }]
""",
        passing="""\
[[release]]
subject = "rocket"
value = "2024-02-04"
references = [{ source = "newspaper", as_printed = "on 4 February 2024" }]
""",
        run=date_not_as_printed,
    ),
)
