"""The command line: finds the command that is asked for, and turns errors into exit codes."""

from __future__ import annotations

import os
import sys
import warnings
from typing import Any

import click

from companyprofiles._commands import PLUGIN_FAILED, PROBLEMS, WRONG_USAGE, stop
from companyprofiles._installation import names_in
from companyprofiles.errors import (
    CompanyProfilesError,
    MissingLibraryError,
    PluginError,
    PluginWarning,
    ProfileDataError,
    count,
)
from companyprofiles.hookspecs import resolve

__all__ = ["main"]

COMMANDS = {
    "list": "companyprofiles._commands.list:list_companies",
    "show": "companyprofiles._commands.show:show",
    "timeline": "companyprofiles._commands.timeline:timeline",
    "why": "companyprofiles._commands.why:why",
    "search": "companyprofiles._commands.search:search",
    "check": "companyprofiles._commands.check:check",
    "export": "companyprofiles._commands.export:export",
    "diff": "companyprofiles._commands.diff:diff",
    "schema": "companyprofiles._commands.schema:schema",
    "verify": "companyprofiles._commands.verify:verify",
    "new": "companyprofiles._commands.new:new",
    "site": "companyprofiles._commands.site:site",
    "plugins": "companyprofiles._commands.plugins:plugins",
}
"""The commands in the order of the help, each imported when it is asked for."""

EPILOG = """\b
Exit codes:
  0  all is well
  1  problems were found in the data
  2  the command was used wrongly, or names something that does not exist
  3  a plugin failed"""


class Commands(click.Group):
    """The commands; every error of ours ends in its message and its exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or nothing where there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = resolve(COMMANDS[cmd_name])
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command."""
        warnings.showwarning = _show_warning
        if not sys.warnoptions:
            warnings.simplefilter("always", PluginWarning)
        try:
            return super().invoke(ctx)
        except (PluginError, PluginWarning) as error:  # a warning where the user wants errors
            stop(PLUGIN_FAILED, str(error))
        except ProfileDataError as error:
            stop(PROBLEMS, f"{error}\n{count(len(error.problems), 'problem')}.")
        except (LookupError, MissingLibraryError) as error:
            if not isinstance(error, CompanyProfilesError):
                raise
            stop(WRONG_USAGE, str(error))
        except CompanyProfilesError as error:
            stop(PROBLEMS, str(error))
        except BrokenPipeError:
            # Whoever read the output has had enough; nothing is left to say.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--plugins",
    metavar="NAMES",
    help="Have these plugins alone, named by themselves or by their distributions.",
)
@click.option(
    "--disable",
    metavar="NAMES",
    help="Leave these plugins out, named by themselves or by their distributions.",
)
@click.option("--safe-mode", is_flag=True, help="Have no plugin, hence no company either.")
@click.option("--strict", is_flag=True, help="End at the first failure of any plugin.")
@click.version_option(package_name="companyprofiles")
@click.pass_context
def main(
    ctx: click.Context, plugins: str | None, disable: str | None, *, safe_mode: bool, strict: bool
) -> None:
    """Company facts that can be checked.

    Every fact says who said it, where, when it held and how sure it is. Companies are installed
    as plugins with pip.

    A PROFILE is the id of an installed company, or the path of a folder of data files, of a wheel
    (.whl), of a source distribution (.tar.gz) or of a JSON export (.json); a file is read, and
    nothing of it is installed or run. A name that is both is the company; write ./NAME for the
    path. Where a wheel has several companies, write FILE#COMPANY.

    What is switched off is never imported. NAMES are separated by commas; the variables
    COMPANYPROFILES_PLUGINS and COMPANYPROFILES_DISABLE of the environment take the same.
    """
    options: dict[str, Any] = {"strict": True} if strict else {}
    if safe_mode or plugins is not None:
        options["plugins"] = () if safe_mode else names_in(plugins or "")
    if disable is not None:
        options["disable"] = names_in(disable)
    if options:
        from companyprofiles._catalog import installed_with

        ctx.with_resource(installed_with(**options))


def _show_warning(message: Warning | str, *_: object, **__: object) -> None:
    click.echo(f"warning: {message}", err=True)
