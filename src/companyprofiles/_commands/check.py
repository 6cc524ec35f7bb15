"""``companyprofiles check``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from companyprofiles._commands import PROBLEMS, as_json, count, print_json, profile_of

if TYPE_CHECKING:
    from companyprofiles._checks import Result

__all__ = ["check"]


@click.command()
@click.argument("target", metavar="COMPANY|FOLDER")
@as_json
def check(target: str, *, as_json: bool) -> None:
    """Check the data of an installed COMPANY, or of a FOLDER of data files.

    All problems are reported together, each with file, line, path, what was expected, what was
    found and what to do. A name that is both is the company; write ./NAME for the folder.
    """
    import attrs

    from companyprofiles import _catalog
    from companyprofiles._checks import run_checks

    results = run_checks(lambda: profile_of(target), _catalog.installed().host.checks())
    if as_json:
        print_json([attrs.asdict(result) for result in results])
    else:
        for result in results:
            click.echo(result.line)
        click.echo(_verdict(target, results))
    sys.exit(PROBLEMS if any(result.is_error for result in results) else 0)


def _verdict(target: str, results: list[Result]) -> str:
    errors = sum(result.is_error for result in results)
    if not results:
        return f"{target}: no problems."
    return f"{target}: {count(errors, 'problem')}, {count(len(results) - errors, 'warning')}."
