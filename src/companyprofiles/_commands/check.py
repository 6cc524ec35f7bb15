"""``companyprofiles check``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from companyprofiles._commands import PLUGIN_FAILED, PROBLEMS, profile_of, stop
from companyprofiles.errors import count

if TYPE_CHECKING:
    from companyprofiles._checks.results import Result
    from companyprofiles.hookspecs import Check

__all__ = ["check", "with_progress"]

FORMATS = ("text", "json", "sarif", "github")
MANY = 5
"""Targets from which progress is shown."""


def _codes(context: click.Context, parameter: click.Parameter, given: Sequence[str]) -> list[str]:
    return [name for text in given for name in text.replace(",", " ").split()]


def _explain(context: click.Context, parameter: click.Parameter, code: str | None) -> None:
    if code is None or context.resilient_parsing:
        return
    from companyprofiles import _catalog
    from companyprofiles._checks.pages import page
    from companyprofiles.errors import UnknownNameError

    checks = _catalog.installed().host.checks()
    if code.upper() not in checks:
        raise UnknownNameError("check", code, checks)
    click.echo(page(checks[code.upper()]), nl=False)
    context.exit()


@click.command()
@click.argument("places", metavar="PROFILE…", nargs=-1, required=True)
@click.option("--select", metavar="CODES", multiple=True, callback=_codes, help="Run these alone.")
@click.option("--ignore", metavar="CODES", multiple=True, callback=_codes, help="Leave these out.")
@click.option(
    "--format",
    "name",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option("--json", "name", flag_value="json", help="Short for --format json.")
@click.option(
    "--explain",
    metavar="CODE",
    callback=_explain,
    is_eager=True,
    expose_value=False,
    help="Tell why there is a check and what to do, and end.",
)
def check(places: Sequence[str], select: list[str], ignore: list[str], name: str) -> None:
    """Check the data of each PROFILE.

    All problems are reported together, each with file, line, path, what was expected, what was
    found and what to do. Ends with 1 where there is an error; warnings alone are good; with 3 where
    a check itself failed, which the others go on without.

    CODES are separated by commas. How a code begins stands for all that begin so: CP1 for CP101,
    CP102 and so on. Where both options name a check, the longer name decides.
    """
    from companyprofiles import _catalog
    from companyprofiles._checks.reports import REPORTS
    from companyprofiles._checks.runner import run_checks
    from companyprofiles._checks.selection import selected

    host = _catalog.installed().host
    checks = host.checks()
    chosen = selected(checks, select, ignore)
    everything: list[Result] = []
    failed: list[str] = []

    def note(check: Check, error: BaseException) -> None:
        if check.name not in failed:
            failed.append(check.name)
            host.complain_of_record(check, f"the check {check.name}", error)

    for place in with_progress(places):
        results = run_checks(partial(profile_of, place), chosen, codes=checks, on_failure=note)
        everything += results
        if name == "text":
            _print(REPORTS[name](results, chosen))
            click.echo(_verdict(place, results))
    if name != "text":
        _print(REPORTS[name](everything, chosen))
    if failed:
        stop(PLUGIN_FAILED, f"Not all was checked: {', '.join(failed)} failed.")
    sys.exit(PROBLEMS if any(result.is_error for result in everything) else 0)


def _print(report: str) -> None:
    if report:
        click.echo(report)


def with_progress(places: Sequence[str]) -> Iterator[str]:
    """Yield places; on a terminal, show how far it got with many of them."""
    if len(places) < MANY or not sys.stderr.isatty():
        yield from places
        return
    with click.progressbar(places, file=sys.stderr, label="Checking") as progress:
        yield from progress


def _verdict(place: str, results: Sequence[Result]) -> str:
    errors = sum(result.is_error for result in results)
    if not results:
        return f"{place}: no problems."
    return f"{place}: {count(errors, 'problem')}, {count(len(results) - errors, 'warning')}."
