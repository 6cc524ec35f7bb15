"""What commands print: tables and profiles as text, for people."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from companyprofiles._entities import Entity
from companyprofiles._profile import Profile
from companyprofiles._statements import Modality, Rank, Statement

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["print_profile", "print_table", "profile_lines"]

PIPE_WIDTH = 4000
"""Columns where no terminal sets a limit, so that programs get whole lines."""


def console() -> Console:
    """Return a console on standard output; colours and wrapping only on a terminal."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else PIPE_WIDTH
    return Console(width=width, markup=False, highlight=False, emoji=False)


def print_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under headings, columns aligned by what they take on the screen."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    out = console()
    table = Table(box=SIMPLE_HEAD if out.is_terminal else None, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*row)
    out.print(table)


def print_profile(profile: Profile) -> None:
    """Print every statement of a profile, entity by entity."""
    out = console()
    for line, style in profile_lines(profile):
        out.print(line, style=style or None, soft_wrap=True)


def profile_lines(profile: Profile) -> Iterator[tuple[str, str]]:
    """Yield the lines of a profile as text, each with a style."""
    yield f"{profile.name}  ({profile.id})", "bold"
    yield repr(profile)[1:-1], ""
    if str(profile.origin):
        yield f"from {profile.origin}, licence {profile.licence or 'not stated'}", ""
    own_first = sorted(profile.entities, key=lambda entity: entity.id != profile.subject)
    for entity in own_first:
        about = profile.of(entity)
        if about:
            yield "", ""
            yield _heading(entity), "bold"
            for name, statements in groupby(about, key=lambda s: s.prop.name):
                yield f"  {name}", ""
                for statement in statements:
                    yield f"    {_line(statement)}", "dim" if statement.is_deprecated else ""


def _heading(entity: Entity) -> str:
    names = " · ".join(dict.fromkeys(entity.name.values()))
    return f"{names}  [{entity.kind.value}, {entity.id}]"


def _line(statement: Statement[Any]) -> str:
    marks = []
    if statement.rank is not Rank.NORMAL:
        marks.append(statement.rank.value.upper())
    if statement.modality is not Modality.ASSERTED:
        marks.append(statement.modality.value)
    value = f"({statement.absent})" if statement.absent else str(statement.value)
    valid = f"{statement.valid}: " if statement.valid else ""
    dimensions = ", ".join(f"{name} {value}" for name, value in statement.dimensions.items())
    because = f" – {statement.because}" if statement.because else ""
    sources = "; ".join(map(str, statement.references))
    return (
        f"{f'[{chr(44).join(marks)}] ' if marks else ''}{valid}{value}"
        f"{f' ({dimensions})' if dimensions else ''}{because}  <{sources}>"
    )
