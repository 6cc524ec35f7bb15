"""``companyprofiles verify``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from companyprofiles._commands import (
    PROBLEMS,
    WRONG_USAGE,
    as_json,
    one_profile,
    profile_of,
    stop,
)

__all__ = ["verify"]


@click.command(context_settings={"show_default": True})
@one_profile
@click.option("--network", is_flag=True, help="Allow to ask the servers of the sources.")
@click.option("--timeout", default=30.0, metavar="SECONDS", help="Longest time of one request.")
@click.option("--delay", default=1.0, metavar="SECONDS", help="Pause between requests to a host.")
@click.option("--jobs", default=8, metavar="N", help="Hosts that are asked at the same time.")
@click.option("--retries", default=1, metavar="N", help="Repetitions where a failure may pass.")
@click.option("--private", is_flag=True, help="Ask addresses as well that are not public.")
@click.option("--max", "most", metavar="N", type=click.IntRange(0), help="Most addresses to ask.")
@click.option(
    "--state", type=click.Path(dir_okay=False, path_type=Path), help="File to keep results in."
)
@click.option(
    "--max-age",
    default=7,
    metavar="DAYS",
    type=click.IntRange(0, 36500),
    help="Age from which a result that was kept is asked for again.",
)
@as_json
def verify(place: str, *, network: bool, **options: Any) -> None:
    """Ask whether the sources of PROFILE still answer at their addresses.

    Every server is asked slowly, one request at a time. Where an address is dead, the archived
    copy is named; the data stays as it is. With --state an interrupted run can be gone on with.
    Ends with 1 when a source that was asked does not answer.
    """
    if not network:
        stop(WRONG_USAGE, "This asks the servers of the sources. Give --network to allow it.")
    from companyprofiles import _verification_report

    is_well = _verification_report.run(place, profile_of(place), **options)
    sys.exit(0 if is_well else PROBLEMS)
