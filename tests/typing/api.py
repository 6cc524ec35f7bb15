"""What type checkers see of the public names; checked by ``make types``, never run."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, assert_type

import companyprofiles
from companyprofiles import (
    Company,
    Derivation,
    Entity,
    EntityId,
    EntityView,
    Identifier,
    LanguageMap,
    Listing,
    Match,
    MatchKind,
    Money,
    Number,
    Ownership,
    PartialDate,
    Period,
    Position,
    Profile,
    Property,
    Quantity,
    Reference,
    Share,
    Source,
    Statement,
    Text,
    Url,
)
from companyprofiles.errors import Problem, ProfileDataError
from companyprofiles.hookspecs import (
    Check,
    CheckContext,
    Exporter,
    Finding,
    LoadContext,
    Section,
    Severity,
    Vocabulary,
    hookimpl,
)
from companyprofiles.vocabulary import (
    CHIEF_EXECUTIVE,
    DESCRIPTION,
    EMPLOYEES,
    HOLDING,
    INCEPTION,
    LEI,
    LISTING,
    OFFICIAL_NAME,
    PARENT,
    REVENUE,
    WEBSITE,
)

profile = companyprofiles.get("alibaba")
assert_type(profile, Profile)
assert_type(companyprofiles.load("folder"), Profile)
assert_type(companyprofiles.search("千问"), tuple[Match, ...])
assert_type(companyprofiles.search("千问")[0].kind, MatchKind)
assert_type(companyprofiles.search("千问")[0].entity, str | None)
assert_type(profile.cite("m6-10t"), str)
assert_type(profile.cite(profile.latest(REVENUE), lang="zh"), str)
assert_type(profile.to_records(), list[dict[str, Any]])
assert_type(profile.of("m6").to_records(), list[dict[str, Any]])
assert_type(format(profile.latest(REVENUE).value, "zh"), str)
assert_type(companyprofiles.load(Path("folder")), Profile)
assert_type(companyprofiles.companies(), Mapping[str, Company])
assert_type(companyprofiles.__version__, str)
assert_type(Profile.from_dict(profile.to_dict()), Profile)

# A property knows the type of its values, and so does every answer.

assert_type(REVENUE, Property[Money])
assert_type(profile[REVENUE], Statement[Money])
assert_type(profile[REVENUE].value, Money)
assert_type(profile[REVENUE].value.currency, str)
assert_type(profile[EMPLOYEES].value, Quantity)
assert_type(profile[OFFICIAL_NAME].value, Text)
assert_type(profile[DESCRIPTION].value, LanguageMap)
assert_type(profile[INCEPTION].value, PartialDate)
assert_type(profile[LEI].value, Identifier)
assert_type(profile[PARENT].value, EntityId)
assert_type(profile[WEBSITE].value, Url)
assert_type(profile[CHIEF_EXECUTIVE].value, Position)
assert_type(profile[LISTING].value, Listing)
assert_type(profile[HOLDING].value, Ownership)
assert_type(profile[HOLDING].value.share, Share | None)

assert_type(profile.latest(REVENUE), Statement[Money])
assert_type(profile.series(REVENUE, months=12), tuple[Statement[Money], ...])
assert_type(profile.all(REVENUE), tuple[Statement[Money], ...])

# A name does not.

assert_type(profile["revenue"], Statement[Any])
assert_type(profile.latest("revenue"), Statement[Any])
assert_type(profile.series("revenue"), tuple[Statement[Any], ...])

# Other questions.

assert_type(profile.where(REVENUE, rank="preferred"), tuple[Statement[Any], ...])
assert_type(profile.where(lang="zh"), tuple[Statement[Any], ...])
assert_type(profile.timeline(), tuple[Statement[Any], ...])
assert_type(profile.statements, tuple[Statement[Any], ...])
assert_type(profile.sources, tuple[Source, ...])
assert_type(profile.entity("alibaba"), Entity)
assert_type(profile.statement("key").valid, Period | None)
assert_type(profile.statement("key").derived_by, Derivation | None)
assert_type(profile.recompute(profile.statement("key")), Number | None)
assert_type(profile.of("cloud"), EntityView)
assert_type(profile.of("cloud")[REVENUE], Statement[Money])
assert_type(profile.of("cloud").latest(REVENUE), Statement[Money])
for statement in profile:
    assert_type(statement, Statement[Any])
    assert_type(statement.references, tuple[Reference, ...])

# Whoever makes a statement gives its value.

made = Statement(
    prop=REVENUE,
    value=Money.parse("5 CNY"),
    valid=Period.parse("2024"),
    references=(Reference("report"),),
)
assert_type(made, Statement[Money])
assert_type(Money.parse("5 CNY"), Money)
assert_type(Share.parse("5 %"), Share)
Statement(prop=REVENUE, references=(Reference("report"),), colour="red")  # type: ignore[call-arg]
profile.colour = "red"  # type: ignore[attr-defined]
profile.id = "other"  # type: ignore[misc]
profile[5]  # type: ignore[call-overload]
companyprofiles.get(5)  # type: ignore[arg-type]

try:
    companyprofiles.load("folder")
except ProfileDataError as error:
    assert_type(error.problems, tuple[Problem, ...])

# A hook keeps the signature of its author.


@hookimpl
def companyprofiles_profile(company_id: str, context: LoadContext) -> Path:
    """Return the folder of the data."""
    return Path(context.module, company_id)


@hookimpl
def companyprofiles_checks() -> list[Check]:
    """Offer a rule."""
    return [
        Check(
            "XX001",
            summary="A rule.",
            explanation="Why there is the rule.",
            failing="",
            passing="",
            severity=Severity.WARNING,
            run=find,
        )
    ]


def find(profile: Profile, context: CheckContext) -> list[Finding]:
    """Find something of the profile, and of every statement that has no key."""
    found = [Finding(profile.id, path="id")]
    if context.folder is None:
        found += [Finding("No key.", statement) for statement in profile if not statement.key]
    return found


@hookimpl
def companyprofiles_exporters() -> list[Exporter]:
    """Offer a format."""
    return [
        Exporter("text", summary="Text", media_type="text/plain", suffix=".txt", export=repr),
        Exporter(
            "more", summary="More", media_type="text/plain", suffix=".txt", export="more:text"
        ),
    ]


@hookimpl
def companyprofiles_vocabulary() -> tuple[Vocabulary, ...]:
    """Offer properties."""
    return (Vocabulary("names", summary="Names.", properties=(OFFICIAL_NAME,)),)


@hookimpl
def companyprofiles_sections() -> list[Section]:
    """Offer a section."""
    title = LanguageMap({"en": "Notes"})
    return [Section("notes", title=title, order=10, render="notes:render")]


assert_type(companyprofiles_profile("acme", LoadContext("module", "name", "1.0")), Path)
assert_type(companyprofiles_checks(), list[Check])
