"""CP2: what several have of one company, and no more than all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Any

import attrs

from companyprofiles._check_context import CheckContext, called
from companyprofiles._periods import Period
from companyprofiles._profile import Profile
from companyprofiles._ranges import Range
from companyprofiles._statements import Modality, Statement
from companyprofiles._values import Interest, Ownership
from companyprofiles.hookspecs import Check, Finding

__all__ = ["CHECKS"]

ALL = 100
EQUITY = frozenset({Interest.SHAREHOLDING, Interest.VOTING_RIGHTS})
STATED = frozenset({Modality.ASSERTED, Modality.CLAIMED})
OF_THE_WHOLE = {"share": "shares", "votes": "votes"}
"""Parts that an ownership gives, and what they are parts of."""
UPWARDS, DOWNWARDS = ("parent", "part_of", "owned_by"), ("subsidiary", "holding")
"""Properties whose subject belongs to what they name, and the other way round."""

Relation = tuple[str, str]


@attrs.frozen
class Stake:
    """A part that somebody has in something, for a time."""

    owner: str
    least: Decimal
    """How much it is for certain, in percent."""
    valid: Period
    statement: Statement[Any]


def more_than_all(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find stakes of one time that come to more than the whole (CP206)."""
    stated = [s for s in profile.statements if _is_stated(s)]
    owners: dict[str, set[str]] = defaultdict(set)
    for part, whole in filter(None, map(_relation, stated)):
        owners[part].add(whole)
    for part, name in OF_THE_WHOLE.items():
        for asset, stakes in _stakes(stated, part).items():
            together = _too_many(stakes, owners)
            if together:
                told = ", ".join(f"{s.owner} {_part(s, part)}" for s in together)
                when = max(together, key=lambda s: s.valid.starts[1])
                percent = f"{_total(together).normalize():f} %"
                message = f"makes {percent} of the {name} of {asset}, or more: {told}"
                advice = "Correct one, end it, or say that it is held through another."
                yield Finding(f"{message}. {advice}", when.statement, path="value")


def _is_stated(statement: Statement[Any]) -> bool:
    return not (statement.absent or statement.is_deprecated) and statement.modality in STATED


def _relation(statement: Statement[Any]) -> Relation | None:
    """Return what belongs to what, as a part and its whole; ``None`` for other statements."""
    name, value = statement.prop.name, statement.value
    end = value.party if isinstance(value, Ownership) else value
    if name in UPWARDS:
        return statement.subject, str(end)
    return (str(end), statement.subject) if name in DOWNWARDS else None


def _stakes(stated: Iterable[Statement[Any]], part: str) -> Mapping[str, list[Stake]]:
    """Return the stakes of others in each thing; those held through another are among these."""
    stakes: dict[str, list[Stake]] = defaultdict(list)
    for statement in stated:
        value, relation = statement.value, _relation(statement)
        if not (isinstance(value, Ownership) and relation and statement.valid):
            continue
        number = getattr(value, part)
        if number is not None and value.interest in EQUITY and value.direct is not False:
            asset, owner = relation
            least = max(Range.of(number).low, Decimal(0))
            stakes[asset].append(Stake(owner, least, statement.valid, statement))
    return stakes


def _too_many(stakes: Iterable[Stake], owners: Mapping[str, set[str]]) -> list[Stake]:
    """Return the first stakes of one time that come to more than all; none where none do.

    Of several of one owner the smallest counts. Stakes that overlap for certain all do so when the
    last of them begins.
    """
    running: list[Stake] = []
    ordered = sorted(stakes, key=lambda s: (s.valid.starts[1], s.valid.text))
    for valid, group in groupby(ordered, key=lambda s: s.valid):
        begun = list(group)
        running = [s for s in running if s.valid.ends[0] >= valid.starts[1]]
        smallest: dict[str, Stake] = {}
        for stake in (*begun, *(s for s in running if s.valid.starts[1] <= valid.ends[0])):
            if stake.least < smallest.setdefault(stake.owner, stake).least:
                smallest[stake.owner] = stake
        if _total(smallest.values()) > ALL:
            apart = [s for s in smallest.values() if not _is_within(s.owner, smallest, owners)]
            if _total(apart) > ALL:
                return apart
        running += begun
    return []


def _total(stakes: Iterable[Stake]) -> Decimal:
    return sum((stake.least for stake in stakes), Decimal(0))


def _is_within(owner: str, others: Iterable[str], owners: Mapping[str, set[str]]) -> bool:
    """Tell whether an owner belongs to another one, near or far, whose stake has its own in it."""
    seen, ahead = {owner}, [*owners.get(owner, ())]
    while ahead:
        above = ahead.pop()
        if above not in seen:
            seen.add(above)
            ahead += owners.get(above, ())
    return not (seen - {owner}).isdisjoint(others)


def _part(stake: Stake, part: str) -> str:
    return f"{getattr(stake.statement.value, part)} ({called(stake.statement)})"


CHECKS = (
    Check(
        "CP206",
        summary="The stakes in a company come to no more than all of it",
        explanation="""\
What several owners have of one company, at one time and for certain, adds up to more than 100 %.
One figure is wrong or of another time, one stake has ended, or one is counted twice: what a
subsidiary holds is in the figure of its parent.

Correct or end the one that is wrong. Say `direct = false` of what is held through another, or
relate the two owners by `parent` or `part_of`; an office of no more than votes has `votes`, and no
`share`. Shares and votes are added up apart, and so are contracts, which are neither. "About" and
bounds count with the least that they allow.""",
        failing="""\
[[entities]]
id = "harbour-fund"
kind = "legal_entity"
name.en = "Harbour Fund"

[[entities]]
id = "ridge-fund"
kind = "legal_entity"
name.en = "Ridge Fund"

[[owned_by]]
value = { party = "harbour-fund", share = "62 %" }
valid = "2023-12-31"
references = [{ source = "annual-report" }]

[[owned_by]]
value = { party = "ridge-fund", share = ">40 %" }
valid = "2020/.."
references = [{ source = "newspaper" }]
""",
        passing="""\
[[entities]]
id = "harbour-fund"
kind = "legal_entity"
name.en = "Harbour Fund"

[[entities]]
id = "ridge-fund"
kind = "legal_entity"
name.en = "Ridge Fund"

[[owned_by]]
value = { party = "harbour-fund", share = "62 %" }
valid = "2023-12-31"
references = [{ source = "annual-report" }]

[[owned_by]]
value = { party = "ridge-fund", share = ">40 %" }
valid = "2020/2022"
references = [{ source = "newspaper" }]
""",
        run=more_than_all,
    ),
)
