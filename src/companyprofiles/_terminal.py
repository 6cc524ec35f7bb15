"""What commands print for people: tables and lines that fit the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs
import click

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["Line", "console", "print_lines", "print_table"]

PIPE_WIDTH = 4000
"""Columns where no terminal sets a limit, so that programs get whole lines."""
HANGING = 4
"""Columns by which a line that is wrapped is moved in."""


@attrs.frozen
class Line:
    """A line of text; on a terminal one that is too long goes on below, moved in."""

    text: str = ""
    """The text."""
    style: str = ""
    """Style of rich, such as ``bold``."""
    indent: int = 0
    """Columns by which it is moved in."""


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
    if out.is_terminal:
        out.print(table)
        return
    with out.capture() as captured:
        out.print(table)
    for line in captured.get().splitlines():
        click.echo(line.rstrip())


def print_lines(lines: Iterable[Line]) -> None:
    """Print lines; those that are too long for the terminal are wrapped between words."""
    from rich.text import Text

    out = console()
    for line in lines:
        text = Text(line.text, style=line.style, overflow="fold")
        if not out.is_terminal:
            click.echo(f"{' ' * line.indent}{line.text}")
            continue
        room = max(out.width - line.indent - HANGING, 1)
        first, *rest = text.wrap(out, room) or [text]
        out.print(Text(" " * line.indent).append_text(first))
        for part in rest:
            out.print(Text(" " * (line.indent + HANGING)).append_text(part))
