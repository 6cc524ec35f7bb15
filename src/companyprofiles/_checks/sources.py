"""CP1: sources, references and languages."""

from __future__ import annotations

from collections.abc import Iterator

from companyprofiles._check_context import CheckContext
from companyprofiles._profile import Profile
from companyprofiles._texts import LanguageMap
from companyprofiles.hookspecs import Check, Finding, Severity

__all__ = ["CHECKS"]


def mirror_alone(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find statements that count and rest on copies of other publications alone (CP101)."""
    mirrors = {source.id for source in profile.sources if source.mirror}
    for statement in profile.statements:
        if not statement.is_deprecated and all(r.source in mirrors for r in statement.references):
            names = ", ".join(reference.source for reference in statement.references)
            message = f"rests on mirrors alone ({names}). Name the original, or another source."
            yield Finding(message, statement, path="references")


def translation_missing(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find names and reasons that lack one of the profile's languages (CP102)."""
    for entity in profile.entities:
        for message in _missing(profile, entity.name):
            yield Finding(message, entity, path="name")
    for statement in profile.statements:
        for field in ("because", "note"):
            for message in _missing(profile, getattr(statement, field)):
                yield Finding(message, statement, path=field)


def _missing(profile: Profile, text: LanguageMap | None) -> Iterator[str]:
    missing = [lang for lang in profile.languages if text is not None and lang not in text]
    if missing:
        yield f"is not given in {', '.join(missing)}. Add the translation."


CHECKS = (
    Check(
        "CP101",
        summary="A mirror or repost is never the only source of a statement that counts",
        explanation="""\
A copy of somebody else's publication (`mirror = true`) tells that the publication exists, not that
it was copied whole and unchanged. A statement that rests on copies alone rests on nobody who
answers for it.

Name the original, or another source. Where all other copies are gone, exempt the statement and say
so. Deprecated statements may rest on a mirror.""",
        failing="""\
[[inception]]
value = "2019"
references = [{ source = "repost" }]

[[sources]]
id = "repost"
title.en = "Annual report, copied"
kind = "third_party"
mirror = true
""",
        passing="""\
[[inception]]
value = "2019"
references = [{ source = "repost" }, { source = "annual-report", locator = "page 1" }]

[[sources]]
id = "repost"
title.en = "Annual report, copied"
kind = "third_party"
mirror = true
""",
        run=mirror_alone,
    ),
    Check(
        "CP102",
        summary="A statement names its entities and reasons in every language of the profile",
        explanation="""\
The languages of the table `profile` promise readers of each of them a whole page. Where the name of
an entity, a reason (`because`) or a `note` lacks one, they read it in another language.

Add the translation, or take the language out of `languages`.""",
        failing="""\
[[entities]]
id = "paris"
kind = "place"
name.fr = "Paris"

[[headquarters]]
value = "paris"
references = [{ source = "annual-report" }]
""",
        passing="""\
[[entities]]
id = "paris"
kind = "place"
name = { en = "Paris", fr = "Paris" }

[[headquarters]]
value = "paris"
references = [{ source = "annual-report" }]
""",
        severity=Severity.WARNING,
        run=translation_missing,
    ),
)
