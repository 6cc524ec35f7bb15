"""``companyprofiles new``."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companyprofiles._scaffold import Kind, Scaffold
from companyprofiles.errors import count

__all__ = ["new"]

KINDS = ("exporter", "check", "section", "vocabulary")
PREFIX = "companyprofiles-"

in_folder = click.option(
    "--folder",
    type=click.Path(path_type=Path),
    help="Folder to make. By default profiles/NAME or plugins/NAME in a copy of the repository of "
    "companyprofiles, else companyprofiles-NAME in the current folder.",
)


@click.group()
def new() -> None:
    """Begin a distribution: the profile of a company, or a plugin.

    What is written is complete: metadata, an example that works, tests that pass, documentation.
    """


@new.command("profile")
@click.argument("name")
@in_folder
def new_profile(name: str, folder: Path | None) -> None:
    """Begin the profile of a company.

    NAME is the id that the company will have: lower-case letters, digits and single hyphens, such
    as tencent.
    """
    _write(["profile"], name, folder)


@new.command("plugin")
@click.argument("name")
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(KINDS),
    multiple=True,
    required=True,
    help="What the plugin brings; give it again for each further kind.",
)
@in_folder
def new_plugin(name: str, kinds: tuple[str, ...], folder: Path | None) -> None:
    """Begin a plugin: a format, a check, a section of pages, a vocabulary, or several of them.

    NAME is what the plugin will be called: lower-case letters, digits and single hyphens, such as
    market-shares.
    """
    _write(kinds, name, folder)


def _write(kind_names: Iterable[str], name: str, folder: Path | None) -> None:
    from companyprofiles._scaffold import Kind, Scaffold, find_workspace
    from companyprofiles.errors import InvalidValueError

    kinds = tuple(map(Kind, kind_names))
    kind = kinds[0]  # All others have the same folder and the same form of names.
    _check_name(kind, name)
    here = Path.cwd()
    workspace = find_workspace(here if folder is None else here / folder)
    if folder is not None:
        target = Path(os.path.abspath(folder))  # noqa: PTH100, it also removes ".."
        if workspace is not None and target.parent != workspace / kind.folder:
            workspace = None  # It is not among those that the workspace takes for its own.
    elif workspace is not None:
        target = workspace / kind.folder / name
    else:
        target = here / f"{PREFIX}{name}"
    scaffold = Scaffold(kinds=kinds, name=name, folder=target, workspace=workspace)
    _refuse_what_is_taken(scaffold)
    try:
        scaffold.write()
    except (InvalidValueError, OSError) as error:
        raise click.BadParameter(str(error), param_hint="--folder") from error
    _tell(scaffold)


def _check_name(kind: Kind, name: str) -> None:
    from companyprofiles._scaffold import LONGEST_NAME, Kind
    from companyprofiles._texts import matches
    from companyprofiles.errors import InvalidValueError

    is_good = matches(kind.grammar, name) and len(name) <= LONGEST_NAME
    if is_good and not name.startswith(PREFIX):
        return
    expected = (
        f"a name of lower-case letters, digits and single hyphens, at most {LONGEST_NAME} long, "
        f"without the prefix {PREFIX!r}{', a letter first' * (kind is not Kind.PROFILE)}"
    )
    near = re.sub("([a-z0-9])([A-Z])", r"\1-\2", name).lower().removeprefix(PREFIX)
    near = re.sub(r"[^a-z0-9]+", "-", near).strip("-")
    advice = f"Did you mean {near!r}?" if matches(kind.grammar, near) and near != name else ""
    error = InvalidValueError(expected, name, advice)
    raise click.BadParameter(str(error), param_hint="NAME")


def _refuse_what_is_taken(scaffold: Scaffold) -> None:
    """Refuse a name that is taken; of one that is much alike, only tell."""
    from companyprofiles._scaffold import taken_names
    from companyprofiles.errors import near_names, shown

    taken = taken_names(scaffold)
    for name in (scaffold.name, *scaffold.records):
        if name in taken:
            message = f"{shown(name)} is taken by {taken[name]}. Take another name."
            raise click.BadParameter(message, param_hint="NAME")
    near = near_names(scaffold.name, taken)
    if near:
        click.echo(f"note: much alike and taken: {near}. Go on with that if you mean it.", err=True)


def _tell(scaffold: Scaffold) -> None:
    click.echo(f"{scaffold.place}: {count(len(scaffold.files()), 'file')}. Go on with:")
    if scaffold.workspace is None:
        click.echo(f"  pip install -e {shlex.quote(scaffold.place)}")
    else:
        click.echo(f"  {scaffold.install}")
    if scaffold.is_profile:
        click.echo(f"  companyprofiles check {scaffold.name}")
    else:
        click.echo(f"  pytest {shlex.quote(scaffold.place)}")
