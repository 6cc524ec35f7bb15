"""CP4: things and their identifiers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import attrs

from companyprofiles._check_context import CheckContext
from companyprofiles._identifiers import Identifier
from companyprofiles._profile import Profile
from companyprofiles._property import Topic
from companyprofiles._statements import Modality
from companyprofiles.hookspecs import Check, Finding

__all__ = ["CHECKS"]


def identifier_shared(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find identifiers that are said to be those of two things (CP401)."""
    owners: dict[Identifier, dict[str, Finding]] = defaultdict(dict)
    for identifier, owner, finding in _identifiers(profile):
        known = owners[identifier]
        if known and owner not in known:
            message = f"is the identifier of {', '.join(known)} too."
            advice = "Correct one, or make them one entity."
            yield attrs.evolve(finding, message=f"{identifier} {message} {advice}")
        known.setdefault(owner, finding)


def _identifiers(profile: Profile) -> Iterator[tuple[Identifier, str, Finding]]:
    """Yield every identifier with its entity, and where it stands."""
    for entity in profile.entities:
        for number, identifier in enumerate(entity.same_as):
            finding = Finding("", entity, path=f"same_as[{number}]")
            yield identifier, entity.id, finding
    for statement in profile.statements:
        # A code of a legal form or an industry is shared by many.
        is_name = statement.prop.topic is Topic.IDENTIFIERS and not statement.absent
        is_said = not statement.is_deprecated and statement.modality is not Modality.DENIED
        if is_name and is_said and isinstance(statement.value, Identifier):
            finding = Finding("", statement, path="value")
            yield statement.value, statement.subject, finding


CHECKS = (
    Check(
        "CP401",
        summary="An identifier is that of one thing",
        explanation="""\
Registers give an identifier once. Two entities that share one, in `same_as` or by a statement, are
the same thing under two names, or one of the identifiers belongs to something else: a holding, its
operating company and the brand of both are three things.

Correct the identifier, or make the two entities one.""",
        failing="""\
[[entities]]
id = "acme-rockets"
kind = "brand"
name.en = "Acme Rockets"
same_as = ["wikidata:Q42"]

[[trading_name]]
subject = "acme-rockets"
value.en = "Acme Rockets"
references = [{ source = "newspaper" }]

[[wikidata_id]]
value = "Q42"
references = [{ source = "newspaper" }]
""",
        passing="""\
[[entities]]
id = "acme-rockets"
kind = "brand"
name.en = "Acme Rockets"
same_as = ["wikidata:Q42"]

[[trading_name]]
subject = "acme-rockets"
value.en = "Acme Rockets"
references = [{ source = "newspaper" }]
""",
        run=identifier_shared,
    ),
)
