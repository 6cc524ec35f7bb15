"""``companyprofiles show``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from companyprofiles._commands import as_json, in_language, one_profile, print_json, profile_of

if TYPE_CHECKING:
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
@in_language
@as_json
def show(place: str, prop: str | None, *, subject: str | None, lang: str, as_json: bool) -> None:
    """Show the statements of PROFILE, with their ranks, modalities and sources.

    With PROPERTY, such as revenue, only those of that property. What follows the sign # is what
    the command why takes after the profile and a slash.
    """
    from companyprofiles._terminal import print_lines
    from companyprofiles._wording import Wording

    profile = profile_of(place)
    is_whole = prop is None and subject is None
    statements = profile.where(prop, subject=subject)
    if as_json:
        print_json(profile.to_dict() if is_whole else [s.to_dict() for s in statements])
        return
    if is_whole:
        print_lines(_head(profile, lang))
    elif not statements:
        click.echo("Nothing is stated of it.")
    print_lines(_lines(statements, profile, Wording.of(profile, lang)))


def _head(profile: Profile, lang: str) -> Iterator[Line]:
    from companyprofiles._terminal import Line

    yield Line(f"{profile.name.best(lang or 'en')}  ({profile.id})", "bold")
    yield Line(repr(profile)[1:-1])
    if str(profile.origin):
        yield Line(f"from {profile.origin}, licence {profile.licence or 'not stated'}")
    yield Line()


def _lines(
    statements: Iterable[Statement[Any]], profile: Profile, wording: Wording
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
                yield Line(_line(statement, wording), style, indent=4)


def _heading(entity: Entity, wording: Wording) -> str:
    from companyprofiles import _words

    names = " · ".join(dict.fromkeys(entity.name.values()))
    if not wording.language:
        return f"{names}  [{entity.kind}, {entity.id}]"
    return f"{names}  [{_words.entity_kind(entity.kind, wording.language)}, {entity.id}]"


def _line(statement: Statement[Any], wording: Wording) -> str:
    marks = [word for _value, word in wording.marks(statement)]
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
