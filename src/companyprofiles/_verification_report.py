"""What the command ``verify`` prints: results as they come, a bar on a terminal, a summary."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import click

from companyprofiles._profile import Profile
from companyprofiles._terminal import console
from companyprofiles._verification import Manners, Outcome, SourceResult, verify
from companyprofiles._verification_state import State
from companyprofiles.errors import InvalidValueError

__all__ = ["run"]

STYLES = {
    Outcome.OK: "green",
    Outcome.MOVED: "yellow",
    Outcome.CHANGED: "yellow",
    Outcome.GONE: "red",
    Outcome.REFUSED: "red",
    Outcome.UNREACHABLE: "red",
    Outcome.SKIPPED: "dim",
}


def run(
    target: str,
    profile: Profile,
    *,
    state: Path | None,
    max_age: int,
    most: int | None,
    as_json: bool,
    **manners: Any,
) -> bool:
    """Verify the sources of a profile, and print what becomes of them.

    Args:
        target: What the profile is called.
        profile: The profile.
        state: File to remember results in.
        max_age: Days after which a remembered result is asked for again.
        most: Addresses that are asked at most.
        as_json: Whether JSON is printed instead of text.
        **manners: What :class:`Manners` takes.

    Returns:
        Whether every source that was asked answers.
    """
    try:
        kept = State(state, timedelta(days=max_age)) if state else None
        results = verify(
            profile, manners=Manners(**manners), most=most, known=kept.known if kept else None
        )
    except (InvalidValueError, OSError) as error:
        raise click.UsageError(str(error)) from error
    if kept:
        # Before it is shown: what was seen is never asked for again.
        results = _kept(results, kept)
    done = list(_shown(results, len(profile.sources), is_quiet=as_json))
    if as_json:
        order = {source.id: number for number, source in enumerate(profile.sources)}
        done.sort(key=lambda result: order[result.source.id])
        click.echo(json.dumps([result.to_dict() for result in done], ensure_ascii=False, indent=2))
    else:
        click.echo(f"{target}: {_summary(done)}.")
    return not any(result.is_dead for result in done)


def _kept(results: Iterable[SourceResult], state: State) -> Iterator[SourceResult]:
    for result in results:
        state.add(result)
        yield result


def _shown(
    results: Iterable[SourceResult], total: int, *, is_quiet: bool
) -> Iterator[SourceResult]:
    """Show each result when it comes and hand it on.

    On a terminal a bar tells how far it is, and sources that are well get no line. Where standard
    output is for a program, only the bar is shown, on standard error.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    out = Console(stderr=True) if is_quiet else console()
    columns = (TextColumn("sources"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns,
        console=out,
        disable=not out.is_terminal,
        redirect_stdout=False,
        redirect_stderr=False,
        transient=True,
    ) as bar:
        task = bar.add_task("", total=total)
        for result in results:
            is_plain = out.is_terminal and result.outcome is Outcome.OK
            if not is_quiet and not is_plain:
                out.print(str(result), style=STYLES[result.outcome], soft_wrap=True)
            bar.advance(task)
            yield result


def _summary(results: Iterable[SourceResult]) -> str:
    counts = Counter(result.outcome for result in results)
    told = (f"{counts[outcome]} {outcome}" for outcome in Outcome if counts[outcome])
    return ", ".join(told) or "no sources"
