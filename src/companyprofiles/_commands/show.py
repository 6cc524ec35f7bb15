"""``companyprofiles show``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from companyprofiles._commands import (
    as_json,
    at_times,
    in_language,
    one_profile,
    print_json,
    profile_of,
    snapshot,
)

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from companyprofiles._dates import PartialDate
    from companyprofiles._entities import Entity
    from companyprofiles._profile import Profile
    from companyprofiles._statements import Statement
    from companyprofiles._terminal import Line
    from companyprofiles._wording import Wording

__all__ = ["show"]


@click.command()
@one_profile
@click.argument("prop", metavar="[PROPERTY]", required=False)
@click.option("--subject", metavar="ENTITY", help="Only what is stated of this entity, by its id.")
@at_times
@in_language
@as_json
def show(
    place: str,
    prop: str | None,
    *,
    subject: str | None,
    at: PartialDate | None,
    known: PartialDate | None,
    certain: bool,
    lang: str,
    as_json: bool,
) -> None:
    """Show the statements of PROFILE, with their ranks, modalities and sources.

    With PROPERTY, such as revenue, only those of that property. With --at and --known, only what
    was true at one time, and what had been published by another; "perhaps" marks what may or may
    not have been. What follows the sign # is what the command why takes after the profile and a
    slash.
    """
    from companyprofiles._terminal import print_lines
    from companyprofiles._wording import Wording

    whole = profile_of(place)
    profile = snapshot(whole, at, known, certain=certain)
    sure = {s.id for s in snapshot(whole, at, known, certain=True).statements}
    # Asked of the whole, which knows the properties of what was not true or known too.
    asked = {s.id for s in whole.where(prop, subject=subject)}
    is_whole = prop is None and subject is None
    statements = [s for s in profile.statements if s.id in asked]
    if as_json:
        print_json(profile.to_dict() if is_whole else [s.to_dict() for s in statements])
        return
    if is_whole:
        print_lines(_head(profile, at, known, lang))
    elif not statements:
        click.echo("Nothing is stated of it.")
    print_lines(_lines(statements, profile, sure, Wording.of(profile, lang)))


def _head(
    profile: Profile, at: PartialDate | None, known: PartialDate | None, lang: str
) -> Iterator[Line]:
    from companyprofiles._terminal import Line
    from companyprofiles._wording import Wording
    from companyprofiles._words import _

    yield Line(f"{profile.name.best(lang or 'en')}  ({profile.id})", "bold")
    yield Line(repr(profile)[1:-1])
    if str(profile.origin):
        yield Line(f"from {profile.origin}, licence {profile.licence or 'not stated'}")
    wording = Wording.of(profile, lang)
    if at is not None:
        yield Line(_("as it was true: %s", lang) % wording.date(at))
    if known is not None:
        yield Line(_("as it was known: %s", lang) % wording.date(known))
    yield Line()


def _lines(
    statements: Iterable[Statement[Any]],
    profile: Profile,
    sure: AbstractSet[str],
    wording: Wording,
) -> Iterator[Line]:
    """Yield a line for each statement, below its entity and its property."""
    from companyprofiles._terminal import Line

    about: dict[str, list[Statement[Any]]] = {profile.subject: []}
    about.update({entity.id: [] for entity in profile.entities})
    for statement in statements:
        about[statement.subject].append(statement)
    groups = [(name, stated) for name, stated in about.items() if stated]
    for number, (name, stated) in enumerate(groups):
        if number:
            yield Line()
        yield Line(_heading(profile.entity(name), wording), "bold")
        for prop, group in groupby(stated, key=lambda s: s.prop):
            label = wording.property_name(prop)
            yield Line(label if label == prop.name else f"{label}  [{prop.name}]", indent=2)
            for statement in group:
                style = "dim" if statement.is_deprecated else ""
                line = _line(statement, wording, is_sure=statement.id in sure)
                yield Line(line, style, indent=4)


def _heading(entity: Entity, wording: Wording) -> str:
    from companyprofiles import _words

    names = " · ".join(dict.fromkeys(entity.name.values()))
    if not wording.language:
        return f"{names}  [{entity.kind}, {entity.id}]"
    return f"{names}  [{_words.entity_kind(entity.kind, wording.language)}, {entity.id}]"


def _line(statement: Statement[Any], wording: Wording, *, is_sure: bool) -> str:
    from companyprofiles._words import _

    marks = [word for _value, word in wording.marks(statement)]
    if not is_sure:
        marks.insert(0, _("perhaps", wording.language))
    valid = wording.period(statement)
    dimensions = wording.dimensions(statement)
    because = statement.because.best(wording.language or "en") if statement.because else ""
    parts = (
        f"[{', '.join(marks)}] " if marks else "",
        f"{valid}: " if valid else "",
        wording.value_of(statement),
        f" ({', '.join(dimensions)})" if dimensions else "",
        f" – {because}" if because else "",
        f"  <{'; '.join(map(str, statement.references))}>",
        f"  #{statement.anchor}",
    )
    return "".join(parts)
