"""``companyprofiles search``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from companyprofiles._commands import as_json, print_json

if TYPE_CHECKING:
    from companyprofiles._matches import Match

__all__ = ["search"]


@click.command()
@click.argument("text")
@click.option(
    "--limit",
    default=20,
    show_default=True,
    metavar="N",
    type=click.IntRange(1),
    help="Most lines to print; JSON has all.",
)
@as_json
def search(text: str, *, limit: int, as_json: bool) -> None:
    """Find companies, and what their profiles are about, by TEXT.

    TEXT is a name in any language, an identifier, a ticker symbol, or a part of one. Where nothing
    fits, what is spelt much alike is found.
    """
    import attrs

    from companyprofiles import _matches, _terminal
    from companyprofiles.errors import InvalidValueError

    try:
        matches = _matches.search(text)
    except InvalidValueError as error:
        raise click.BadParameter(str(error), param_hint="TEXT") from error
    if as_json:
        print_json([attrs.asdict(match) for match in matches])
    elif not matches:
        click.echo("Nothing is called so, or much alike.")
    else:
        headings = ("company", "entity", "text", "match", "found in")
        _terminal.print_table(headings, [_row(match) for match in matches[:limit]])
        if len(matches) > limit:
            click.echo(f"{len(matches) - limit} more; raise --limit to see them.")


def _row(match: Match) -> tuple[str, ...]:
    marks = [mark for mark in ("former", "deprecated") if getattr(match, mark)]
    found_in = f"{match.found_in} ({', '.join(marks)})" if marks else match.found_in
    return (match.company, match.entity or "", match.text, match.kind.value, found_in)
