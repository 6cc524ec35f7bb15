"""What it costs to find every dispute, and how that grows with the number of statements."""

import random
import time
from collections.abc import Callable, Sequence
from typing import Any

from _measure import MICRO, MILLI, Goal, arguments, figures, finish, interleaved, table

import companyprofiles
from companyprofiles import Ownership, Position, Reference, Statement, Text
from companyprofiles.verdicts import find_disputes
from companyprofiles.vocabulary import (
    CHIEF_EXECUTIVE,
    EMPLOYEES,
    HOLDING,
    OFFICIAL_NAME,
    REVENUE,
)

PER_SUBJECT = 40
"""Statements about one entity, as in a rich profile."""
REFERENCE = (Reference("report"),)

Statements = Sequence[Statement[Any]]


def statement(number: int, chance: random.Random) -> Statement[Any]:
    """Return one of many statements: figures, offices, stakes and names, some contradicting."""
    year = 1990 + chance.randrange(30)
    about = {"subject": f"entity-{number // PER_SUBJECT}", "references": REFERENCE}
    who = f"person-{chance.randrange(5)}"
    match number % 5:
        case 0:
            value, valid, prop = f"{900 + chance.randrange(5)}E6 CNY", f"{year}", REVENUE
        case 1:
            value, valid = Position(holder=who), f"{year}-01-01/{year + 1}-06-01"
            prop = CHIEF_EXECUTIVE
        case 2:
            value, valid, prop = str(chance.randrange(1000)), f"{year}-12-31", EMPLOYEES
        case 3:
            value = Ownership(party=who, share=f"{chance.randrange(90)} %")
            valid, prop = f"{year}/..", HOLDING
        case _:
            value, valid = Text(f"Name {chance.randrange(3)}", "en"), f"{year}/{year + 3}"
            prop = OFFICIAL_NAME
    return Statement(prop=prop, value=value, valid=valid, **about)


def varied(count: int) -> Statements:
    """Return statements as a large register may hold them."""
    chance = random.Random(1)  # noqa: S311, the same ones each time
    return [statement(number, chance) for number in range(count)]


def rivals(count: int) -> Statements:
    """Return the worst case: as many different figures of one property and one year."""
    return [
        Statement(prop=REVENUE, value=f"{number}E6 CNY", valid="2020", references=REFERENCE)
        for number in range(count)
    ]


def cpu_seconds(statements: Statements) -> Callable[[], float]:
    """Return a function that finds the disputes of statements and returns what it cost."""

    def measure() -> float:
        start = time.process_time()
        find_disputes(statements)
        return time.process_time() - start

    return measure


def main() -> None:
    quick = arguments(__doc__).parse_args().quick
    alibaba = companyprofiles.get("alibaba")
    cases: dict[str, Statements] = {
        "Alibaba": alibaba.statements,
        "2,000": varied(2_000),
        "20,000": varied(20_000),
        "200,000": varied(20_000 if quick else 200_000),
        "2,000 rivals": rivals(2_000),
        "20,000 rivals": rivals(2_000 if quick else 20_000),
    }
    taken = interleaved({n: cpu_seconds(s) for n, s in cases.items()}, 1 if quick else 5)
    least = {name: min(seconds) for name, seconds in taken.items()}
    measured = {
        name: {
            **figures(seconds),
            "us_a_statement": round(least[name] / len(cases[name]) * MICRO, 1),
            "disputes": len(find_disputes(cases[name])),
        }
        for name, seconds in taken.items()
    }
    table(
        ("CPU ms", "minimum", "median", "µs a statement", "disputes"),
        [(name, *row.values()) for name, row in measured.items()],
    )
    each = {name: least[name] / len(cases[name]) for name in cases}
    goals = [
        Goal("ms for 2,000 statements", 100, least["2,000"] * MILLI),
        Goal("a statement, 200,000 / 2,000", 2, each["200,000"] / each["2,000"]),
        Goal("a rival, 20,000 / 2,000", 2, each["20,000 rivals"] / each["2,000 rivals"]),
    ]
    finish("verdicts", {"cpu_ms": measured}, goals, kept=not quick)


if __name__ == "__main__":
    main()
