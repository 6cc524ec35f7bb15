"""What the commands share: arguments and options, exit codes, and how plain data is printed.

A command is a module of this package; the command line imports it when it is asked for.
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from companyprofiles.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Callable

    from companyprofiles._dates import PartialDate
    from companyprofiles._profile import Profile

__all__ = [
    "PLUGIN_FAILED",
    "PROBLEMS",
    "WRONG_USAGE",
    "as_json",
    "at_times",
    "count",
    "in_language",
    "one_profile",
    "print_json",
    "profile_of",
    "snapshot",
    "stop",
    "to_file",
    "write",
]

PROBLEMS, WRONG_USAGE, PLUGIN_FAILED = 1, 2, 3
"""Exit codes; 0 where all is well."""

LANGUAGE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables of the environment that name the language, the strongest first (POSIX)."""

as_json = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, for programs, instead of text."
)

to_file = click.option(
    "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="File to write."
)

one_profile = click.argument("place", metavar="PROFILE")
"""The argument that :func:`profile_of` takes."""


def _language(context: click.Context, option: click.Parameter, value: str | None) -> str:
    """Return the tag of a language; of the environment's, where none is given and it can be had."""
    from companyprofiles._format import language_tag
    from companyprofiles._texts import check_language

    try:
        if value is not None:
            return value and check_language(language_tag(value))
        tag = language_tag(next(filter(None, map(os.environ.get, LANGUAGE_VARIABLES)), ""))
        # Nobody asked for words who has none of their language, or not the library for them.
        return check_language(tag) if find_spec("babel") else ""
    except InvalidValueError as error:
        if value is None:
            return ""
        raise click.BadParameter(str(error)) from error


in_language = click.option(
    "--lang",
    metavar="TAG",
    callback=_language,
    help="Language of labels and values, such as en or zh; by default that of the environment.",
)
"""The option for the language; an empty one stands for the notation of data files."""


def _date(context: click.Context, option: click.Parameter, value: str | None) -> PartialDate | None:
    """Return a date as EDTF writes it."""
    from companyprofiles._dates import PartialDate

    try:
        return None if value is None else PartialDate.parse(value)
    except InvalidValueError as error:
        raise click.BadParameter(str(error)) from error


def at_times(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that :func:`snapshot` takes."""
    for name, text in (
        ("--certain", "With these, leave out what may or may not have been so."),
        ("--known", "Only what had been published by this day, month or year."),
        ("--at", "Only what was true on this day, in this month or year, such as 2021-06."),
    ):
        if name == "--certain":
            option = click.option(name, is_flag=True, help=text)
        else:
            option = click.option(name, metavar="DATE", callback=_date, help=text)
        command = option(command)
    return command


def snapshot(
    profile: Profile, at: PartialDate | None, known: PartialDate | None, *, certain: bool
) -> Profile:
    """Return a profile as it was true and as it was known at a time, where one is given."""
    if known is not None:
        profile = profile.known(known, certain=certain)
    if at is not None:
        profile = profile.at(at, certain=certain)
    return profile


def profile_of(place: str) -> Profile:
    """Return the profile of an installed company, in a folder, in an archive or exported."""
    from companyprofiles._places import profile_at

    try:
        return profile_at(place)
    except InvalidValueError as error:
        raise click.UsageError(str(error)) from error


def print_json(data: object) -> None:
    """Print plain data as JSON."""
    import json

    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def write(content: bytes, output: Path | None) -> None:
    """Write to a file, or to standard output where none is named."""
    if output is None:
        sys.stdout.buffer.write(content)
        return
    try:
        output.write_bytes(content)
    except OSError as error:
        raise click.BadParameter(str(error), param_hint="--output") from error


def stop(code: int, message: str) -> NoReturn:
    """End the program with an exit code, and say why."""
    click.echo(message, err=True)
    sys.exit(code)
