"""``companyprofiles check``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from companyprofiles._commands import PROBLEMS, as_json, count, one_profile, print_json, profile_of

if TYPE_CHECKING:
    from companyprofiles._checks import Result

__all__ = ["check"]


@click.command()
@one_profile
@as_json
def check(place: str, *, as_json: bool) -> None:
    """Check the data of PROFILE.

    All problems are reported together, each with file, line, path, what was expected, what was
    found and what to do.
    """
    import attrs

    from companyprofiles import _catalog
    from companyprofiles._checks import run_checks

    results = run_checks(lambda: profile_of(place), _catalog.installed().host.checks())
    if as_json:
        print_json([attrs.asdict(result) for result in results])
    else:
        for result in results:
            click.echo(result.line)
        click.echo(_verdict(place, results))
    sys.exit(PROBLEMS if any(result.is_error for result in results) else 0)


def _verdict(place: str, results: list[Result]) -> str:
    errors = sum(result.is_error for result in results)
    if not results:
        return f"{place}: no problems."
    return f"{place}: {count(errors, 'problem')}, {count(len(results) - errors, 'warning')}."
