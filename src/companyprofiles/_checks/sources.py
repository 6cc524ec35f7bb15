"""CP1: sources, references and languages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from companyprofiles._check_context import CheckContext
from companyprofiles._checks.printed import each_reference
from companyprofiles._coverage import Coverage
from companyprofiles._integrity import entities_in
from companyprofiles._profile import Profile
from companyprofiles._statements import Statement
from companyprofiles._texts import LanguageMap
from companyprofiles._value_reasons import site
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


def published_later(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find sources that were read before they were published (CP103)."""
    for statement, number, reference, source in each_reference(profile):
        retrieved, published = reference.retrieved, source.published
        if retrieved is not None and published is not None and retrieved.before(published):
            message = f"is {retrieved}, before {source.id} was published, {published}. Correct one."
            yield Finding(message, statement, path=f"references[{number}].retrieved")


def source_unused(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find sources that nothing is taken from (CP104)."""
    parts: tuple[Statement[Any] | Coverage, ...] = (*profile.statements, *profile.coverage)
    used = {reference.source for part in parts for reference in part.references}
    used.update(name for coverage in profile.coverage for name in coverage.looked_in)
    for source in profile.sources:
        if source.id not in used:
            yield Finding("is used by no statement. Remove it, or refer to it.", source)


def document_twice(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find documents that are listed as two sources (CP106)."""
    known: dict[str, str] = {}
    for source in profile.sources:
        marks = [source.sha256, site(source.url) if source.url else None]
        twice = [known[mark] for mark in marks if mark and mark in known]
        if twice:
            message = f"is the same document as {twice[0]}, by its address or its hash."
            yield Finding(f"{message} List it once.", source)
        known |= {mark: source.id for mark in marks if mark and mark not in known}


def entity_unused(profile: Profile, context: CheckContext) -> Iterator[Finding]:
    """Find entities that nothing is said of (CP105)."""
    parts: tuple[Statement[Any] | Coverage, ...] = (*profile.statements, *profile.coverage)
    used: set[str | None] = {profile.subject, *(part.subject for part in parts)}
    used.update(reference.attributed_to for part in parts for reference in part.references)
    for statement in profile.statements:
        used.update(name for _, name in entities_in(statement))
        used.update(statement.dimensions.values())
    for entity in profile.entities:
        if entity.id not in used:
            yield Finding("is named by no statement. Remove it, or say something of it.", entity)


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
    Check(
        "CP103",
        summary="A source was published before it was read",
        explanation="""\
What was read on a day was published by then. Where the date in `retrieved` lies before that of the
source in `published`, one of them is mistyped, or the source is another edition than the one that
was read.

Correct the wrong date. Where the day of publication was inferred, mark it as uncertain, as in
`2024-06-01?`.""",
        failing="""\
[[inception]]
value = "2019"
references = [{ source = "annual-report", retrieved = "2024-05-02" }]
""",
        passing="""\
[[inception]]
value = "2019"
references = [{ source = "annual-report", retrieved = "2024-06-02" }]
""",
        run=published_later,
    ),
    Check(
        "CP104",
        summary="A source is one that something is taken from",
        explanation="""\
The list of sources tells readers what a profile rests on. A document that no statement refers to
makes it look better founded than it is.

Refer to the source, or remove it. A document that was searched in vain belongs into `looked_in` of
a table `coverage`.""",
        failing="""\
[[sources]]
id = "interview"
title.en = "Interview with Ann Lee"
kind = "press"
""",
        passing="""\
[[sources]]
id = "interview"
title.en = "Interview with Ann Lee"
kind = "press"

[[inception]]
value = "2019"
references = [{ source = "interview" }]
""",
        severity=Severity.WARNING,
        run=source_unused,
    ),
    Check(
        "CP105",
        summary="An entity is one that something is said of",
        explanation="""\
An entity that is neither the subject nor the value of a statement, nor said to have said something,
is a name without a fact: its statements were removed, or its id is mistyped somewhere.

Say something of it, or remove it.""",
        failing="""\
[[entities]]
id = "paris"
kind = "place"
name.en = "Paris"
""",
        passing="""\
[[entities]]
id = "paris"
kind = "place"
name.en = "Paris"

[[headquarters]]
value = "paris"
references = [{ source = "annual-report" }]
""",
        severity=Severity.WARNING,
        run=entity_unused,
    ),
    Check(
        "CP106",
        summary="A document is listed as one source",
        explanation="""\
Two sources have the same address, or copies of the same hash. They are one document, and whoever
reads the list takes them for two that bear each other out.

Keep one of them and let all references name it. What differs is the place in it: the `locator`.""",
        failing="""\
[[inception]]
value = "2019"
references = [{ source = "portal" }, { source = "portal-again" }]

[[sources]]
id = "portal"
title.en = "Acme's new rocket"
kind = "press"
url = "https://daily.example/rocket"

[[sources]]
id = "portal-again"
title.en = "Rocket by Acme"
kind = "press"
url = "http://www.daily.example/rocket/"
""",
        passing="""\
[[inception]]
value = "2019"
references = [{ source = "portal" }, { source = "portal-again" }]

[[sources]]
id = "portal"
title.en = "Acme's new rocket"
kind = "press"
url = "https://daily.example/rocket"

[[sources]]
id = "portal-again"
title.en = "Rocket by Acme"
kind = "press"
url = "https://daily.example/rocket-2"
""",
        run=document_twice,
    ),
)
