"""The command line: parses and prints, computes nothing."""

from __future__ import annotations

import json
import os
import sys
import warnings
from pathlib import Path
from typing import Any, NoReturn

import attrs
import click

from companyprofiles import _catalog, _terminal
from companyprofiles._checks import Result, run_checks
from companyprofiles._profile import Profile
from companyprofiles.errors import (
    CompanyProfilesError,
    PluginError,
    PluginWarning,
    ProfileDataError,
    UnknownNameError,
    shown,
)
from companyprofiles.hookspecs import Exporter, resolve

__all__ = ["main"]

PROBLEMS, WRONG_USAGE, PLUGIN_FAILED = 1, 2, 3

EPILOG = """\b
Exit codes:
  0  all is well
  1  problems were found in the data
  2  the command was used wrongly, or names something that does not exist
  3  a plugin failed"""


class Commands(click.Group):
    """The commands; every error of ours ends in its message and its exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        warnings.showwarning = _show_warning
        warnings.simplefilter("always", PluginWarning)
        try:
            return super().invoke(ctx)
        except PluginError as error:
            _stop(PLUGIN_FAILED, str(error))
        except ProfileDataError as error:
            _stop(PROBLEMS, f"{error}\n{_count(len(error.problems), 'problem')}.")
        except LookupError as error:
            if not isinstance(error, CompanyProfilesError):
                raise
            _stop(WRONG_USAGE, str(error))
        except CompanyProfilesError as error:
            _stop(PROBLEMS, str(error))
        except BrokenPipeError:
            # Whoever read the output has had enough; nothing is left to say.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


as_json = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, for programs, instead of text."
)


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="companyprofiles")
def main() -> None:
    """Company facts that can be checked.

    Every fact says who said it, where, when it held and how sure it is. Companies are installed
    as plugins with pip.
    """


@main.command("list")
@as_json
def list_companies(*, as_json: bool) -> None:
    """List the companies whose profiles are installed."""
    companies = _catalog.companies().values()
    if as_json:
        _print_json([attrs.asdict(company) for company in companies])
    elif not companies:
        click.echo(
            "No company is installed. A profile is a package such as companyprofiles-alibaba."
        )
    else:
        headings = ("company", "distribution", "version", "summary")
        _terminal.print_table(headings, [attrs.astuple(company) for company in companies])


@main.command()
@click.argument("company")
@as_json
def show(company: str, *, as_json: bool) -> None:
    """Show every statement of COMPANY, with its rank, modality and sources."""
    profile = _catalog.get(company)
    if as_json:
        _print_json(profile.to_dict())
    else:
        _terminal.print_profile(profile)


@main.command()
@click.argument("target", metavar="COMPANY|FOLDER")
@as_json
def check(target: str, *, as_json: bool) -> None:
    """Check the data of an installed COMPANY, or of a FOLDER of data files.

    All problems are reported together, each with file, line, path, what was expected, what was
    found and what to do. A name that is both is the company; write ./NAME for the folder.
    """
    results = run_checks(lambda: _profile_of(target), _catalog.installed().host.checks())
    if as_json:
        _print_json([attrs.asdict(result) for result in results])
    else:
        for result in results:
            click.echo(result.line)
        click.echo(_verdict(target, results))
    sys.exit(PROBLEMS if any(result.is_error for result in results) else 0)


@main.command()
@click.argument("company")
@click.option(
    "--format", "-f", "name", default="json", show_default=True, help="Name of the format."
)
@click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write."
)
def export(company: str, name: str, output: Path | None) -> None:
    """Write the profile of COMPANY in a format, to standard output or a file."""
    exporters = _catalog.installed().host.exporters()
    if name not in exporters:
        raise UnknownNameError("format", name, exporters)
    content = _exported(exporters[name], _catalog.get(company))
    if output is None:
        sys.stdout.buffer.write(content)
    else:
        try:
            output.write_bytes(content)
        except OSError as error:
            raise click.BadParameter(str(error), param_hint="--output") from error


@main.command(context_settings={"show_default": True})
@click.argument("target", metavar="COMPANY|FOLDER")
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
def verify(target: str, *, network: bool, **options: Any) -> None:
    """Ask whether the sources of COMPANY or FOLDER still answer at their addresses.

    Every server is asked slowly, one request at a time. Where an address is dead, the archived
    copy is named; the data stays as it is. With --state an interrupted run can be gone on with.
    Ends with 1 when a source that was asked does not answer.
    """
    if not network:
        _stop(WRONG_USAGE, "This asks the servers of the sources. Give --network to allow it.")
    from companyprofiles import _verification_report

    is_well = _verification_report.run(target, _profile_of(target), **options)
    sys.exit(0 if is_well else PROBLEMS)


@main.group()
def plugins() -> None:
    """Tell about installed plugins."""


@plugins.command("list")
@as_json
def list_plugins(*, as_json: bool) -> None:
    """List every installed plugin, what it is and what became of it.

    Nothing is loaded for it but what offers exporters, checks, sections or properties.
    """
    host = _catalog.installed().host
    host.exporters()
    rows = [
        {
            "name": plugin.name,
            "group": plugin.entry_point.group,
            "state": plugin.state.value,
            "distribution": plugin.entry_point.distribution,
            "version": plugin.entry_point.version,
            "reason": plugin.reason,
        }
        for plugin in host.plugins
    ]
    if as_json:
        _print_json(rows)
    elif not rows:
        click.echo("No plugin is installed.")
    else:
        _terminal.print_table(tuple(rows[0]), [tuple(row.values()) for row in rows])
    for fault in host.faults:
        click.echo(f"warning: {fault}", err=True)


def _exported(exporter: Exporter, profile: Profile) -> bytes:
    try:
        return _as_bytes(resolve(exporter.export)(profile))
    except (Exception, SystemExit) as error:  # an exporter may be anybody's
        message = f"the format {exporter.name!r} failed: {type(error).__name__}: {error}"
        raise PluginError(message) from error


def _as_bytes(written: object) -> bytes:
    if isinstance(written, str):
        return written.encode()
    if isinstance(written, bytes):
        return written
    message = f"expected str or bytes, got {shown(written)}"
    raise TypeError(message)


def _profile_of(target: str) -> Profile:
    is_path = os.sep in target or target.startswith(".")
    if not is_path and target in _catalog.companies():
        return _catalog.get(target)
    if is_path and not Path(target).is_dir():
        message = f"there is no folder {target!r}."
        raise click.UsageError(message)
    if is_path or Path(target).is_dir():
        return _catalog.load(target)
    return _catalog.get(target)


def _verdict(target: str, results: list[Result]) -> str:
    errors = sum(result.is_error for result in results)
    if not results:
        return f"{target}: no problems."
    return f"{target}: {_count(errors, 'problem')}, {_count(len(results) - errors, 'warning')}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def _show_warning(message: Warning | str, *_: object, **__: object) -> None:
    click.echo(f"warning: {message}", err=True)


def _stop(code: int, message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)
