"""CP2: the same figure, given twice for what cannot be alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from companyprofiles._check_context import CheckContext, called
from companyprofiles._numbers import Money
from companyprofiles._profile import Profile
from companyprofiles._property import Time
from companyprofiles._statements import Statement
from companyprofiles.hookspecs import Check, Finding, Severity

__all__ = ["CHECKS"]

FEWEST_DIGITS = {"currency": 2, "period": 4}
"""Digits from which on two equal figures are no chance."""


def figure_repeated(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find amounts that are the same in two currencies, or in two periods (CP205)."""
    alike: dict[tuple[Any, ...], list[Statement[Any]]] = defaultdict(list)
    for statement in profile.statements:
        # Prices and capital do stay the same, and are rounded to be: 20 EUR, 20 USD.
        is_account = statement.prop.time is not Time.STATE and statement.valid is not None
        value = None if statement.absent or statement.is_deprecated else statement.value
        if is_account and isinstance(value, Money) and value.amount:
            what = statement.prop.name, statement.subject, statement.dimensions, statement.modality
            alike[*what, value.amount.normalize()].append(statement)
    for group in alike.values():
        yield from _in_two_currencies(group)
        yield from _in_two_periods(group)


def _in_two_currencies(group: list[Statement[Any]]) -> Iterator[Finding]:
    periods: dict[Any, list[Statement[Any]]] = defaultdict(list)
    for statement in group:
        periods[statement.valid.whole if statement.valid else None].append(statement)
    for statements in periods.values():
        for one, other in pairwise(sorted(statements, key=lambda s: s.value.unit)):
            if one.value.unit != other.value.unit and _is_no_chance(one, "currency"):
                message = f"is {one.value}, and {other.value} for the same ({called(other)})."
                yield Finding(f"{message} Correct the currency of one.", one, path="value")


def _in_two_periods(group: list[Statement[Any]]) -> Iterator[Finding]:
    currencies: dict[str, list[Statement[Any]]] = defaultdict(list)
    for statement in group:
        if statement.prop.time is Time.DURATION:
            currencies[statement.value.unit].append(statement)
    for statements in currencies.values():
        for one, other in pairwise(statements):
            is_other = one.valid and other.valid and one.valid.whole != other.valid.whole
            if is_other and _is_no_chance(one, "period"):
                message = f"is of {one.valid}, and of {other.valid} too ({called(other)})."
                advice = "Correct the period of one; a fiscal year has other dates than its name."
                yield Finding(f"{message} {advice}", one, path="valid")


def _is_no_chance(statement: Statement[Any], what: str) -> bool:
    amount: Decimal = statement.value.amount
    return len(amount.normalize().as_tuple().digits) >= FEWEST_DIGITS[what]


CHECKS = (
    Check(
        "CP205",
        summary="A figure of accounts is given in one currency, and for one period",
        explanation="""\
The same digits stand for the same in two currencies, or for two periods. Amounts are hardly ever
equal by chance: a currency was taken for another one, or "fiscal 2024" for the calendar year. Two
digits in common are found for two currencies, four for two periods.

Correct the one that is wrong. Where both are right after all, exempt one and say why.""",
        failing="""\
[[revenue]]
value = "812.4E6 EUR"
valid = "2022-04-01/2023-03-31"
references = [{ source = "annual-report", locator = "fiscal year 2023" }]

[[revenue]]
value = "812.4E6 EUR"
valid = "2023"
references = [{ source = "newspaper" }]
""",
        passing="""\
[[revenue]]
value = "812.4E6 EUR"
valid = "2022-04-01/2023-03-31"
references = [{ source = "annual-report", locator = "fiscal year 2023" }]

[[revenue]]
value = "774.9E6 EUR"
valid = "2023"
references = [{ source = "newspaper" }]
""",
        severity=Severity.WARNING,
        run=figure_repeated,
    ),
)
