"""What the commands share: arguments and options, exit codes, and how plain data is printed.

A command is a module of this package; the command line imports it when it is asked for.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from companyprofiles._profile import Profile

__all__ = [
    "PLUGIN_FAILED",
    "PROBLEMS",
    "WRONG_USAGE",
    "as_json",
    "count",
    "print_json",
    "profile_of",
    "stop",
]

PROBLEMS, WRONG_USAGE, PLUGIN_FAILED = 1, 2, 3
"""Exit codes; 0 where all is well."""

as_json = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON, for programs, instead of text."
)


def profile_of(target: str) -> Profile:
    """Return the profile of an installed company, or of a folder of data files.

    A name that is both is the company; a path with a separator or a dot is a folder.
    """
    from companyprofiles import _catalog

    is_path = os.sep in target or target.startswith(".")
    if not is_path and target in _catalog.companies():
        return _catalog.get(target)
    if is_path and not Path(target).is_dir():
        message = f"there is no folder {target!r}."
        raise click.UsageError(message)
    if is_path or Path(target).is_dir():
        return _catalog.load(target)
    return _catalog.get(target)


def print_json(data: object) -> None:
    """Print plain data as JSON."""
    import json

    click.echo(json.dumps(data, ensure_ascii=False, indent=2))


def count(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it needs one."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def stop(code: int, message: str) -> NoReturn:
    """End the program with an exit code, and say why."""
    click.echo(message, err=True)
    sys.exit(code)
