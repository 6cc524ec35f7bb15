"""CP2: what a profile says of a relation from one end, held against what it says from the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from companyprofiles._check_context import CheckContext, called
from companyprofiles._checks.companies import against, turned_round
from companyprofiles._profile import Profile
from companyprofiles._statements import Statement
from companyprofiles.hookspecs import Check, Finding

__all__ = ["CHECKS"]


def ends_contradict(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find relations that are told otherwise from the other end (CP204)."""
    sources = {source.id: source for source in profile.sources}
    stated = [statement for statement in profile.statements if not statement.is_deprecated]
    properties = {statement.prop.name: statement.prop for statement in stated}
    told: dict[tuple[str, str], list[Statement[Any]]] = defaultdict(list)
    for statement in stated:
        told[statement.prop.name, statement.subject].append(statement)
    seen: set[frozenset[str]] = set()
    for statement in stated:
        turned = turned_round(statement, properties.get(statement.prop.inverse))
        rivals = told.get((turned.prop.name, turned.subject), []) if turned else []
        found = against(turned, rivals, sources) if turned and rivals else None
        if found is None or frozenset((statement.id, found[1].id)) in seen:
            continue
        comparison, other = found
        seen.add(frozenset((statement.id, other.id)))
        message = f"contradicts {other.prop} of {other.subject} ({called(other)})"
        yield Finding(f"{message}: {comparison.reason} Correct one of them.", statement)


CHECKS = (
    Check(
        "CP204",
        summary="A relation is told alike from both its ends",
        explanation="""\
Some properties state the same from two ends: what one company holds (`holding`) is what the other
is held by (`owned_by`), and a `subsidiary` has a `parent`. Here the one end says otherwise than the
other, as with 80 % on the one side and 60 % on the other.

Correct or deprecate the one that is wrong. One of the two is enough: pages show a relation from
both its ends. Where both are right, they are of other times: say so with `valid`.""",
        failing="""\
[[entities]]
id = "forge"
kind = "legal_entity"
name.en = "Forge"

[[holding]]
value = { party = "forge", share = "80 %" }
valid = "2023"
references = [{ source = "annual-report" }]

[[owned_by]]
subject = "forge"
value = { party = "acme", share = "60 %" }
valid = "2023"
references = [{ source = "newspaper" }]
""",
        passing="""\
[[entities]]
id = "forge"
kind = "legal_entity"
name.en = "Forge"

[[holding]]
value = { party = "forge", share = "80 %" }
valid = "2023"
references = [{ source = "annual-report" }]

[[owned_by]]
subject = "forge"
value = { party = "acme", share = "60 %" }
valid = "2022"
references = [{ source = "newspaper" }]
""",
        run=ends_contradict,
    ),
)
