"""``companyprofiles timeline``."""

from __future__ import annotations

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
    from companyprofiles._dates import PartialDate
    from companyprofiles._statements import Statement
    from companyprofiles._wording import Wording

__all__ = ["timeline"]


@click.command()
@one_profile
@click.option("--subject", metavar="ENTITY", help="Only what happened to this entity, by its id.")
@at_times
@in_language
@as_json
def timeline(
    place: str,
    *,
    subject: str | None,
    at: PartialDate | None,
    known: PartialDate | None,
    certain: bool,
    lang: str,
    as_json: bool,
) -> None:
    """Show every dated statement of PROFILE, the earliest first.

    Deprecated and denied statements are left out; plans are there, and marked as such.
    """
    from companyprofiles import _terminal
    from companyprofiles._wording import Wording

    profile = snapshot(profile_of(place), at, known, certain=certain)
    dated = profile.timeline() if subject is None else profile.of(subject).timeline()
    if as_json:
        print_json([{"date": str(s.date), **s.to_dict()} for s in dated])
    elif not dated:
        click.echo("Nothing dated is stated.")
    else:
        wording = Wording.of(profile, lang)
        _terminal.print_table(("when", "what"), [_row(statement, wording) for statement in dated])


def _row(statement: Statement[Any], wording: Wording) -> tuple[str, str]:
    from companyprofiles._dates import PartialDate

    what = [wording.name(statement.subject), wording.property_name(statement.prop)]
    is_date = not statement.absent and isinstance(statement.value, PartialDate)
    if not is_date:
        what.append(wording.value_of(statement))
    marks = [word for _value, word in wording.marks(statement)]
    notes = ", ".join([*wording.dimensions(statement), *marks])
    told = f"{': '.join(what)}{f' ({notes})' if notes else ''}  #{statement.anchor}"
    return (wording.value_of(statement) if is_date else wording.period(statement), told)
