"""``companyprofiles diff``."""

from __future__ import annotations

import sys

import click

from companyprofiles._commands import PROBLEMS, print_json, profile_of

__all__ = ["diff"]


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(["text", "json", "markdown"]),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs, or Markdown for release notes.",
)
@click.option("--json", "form", flag_value="json", help="Short for --format json.")
@click.option("--exit-code", is_flag=True, help="End with 1 where the two differ.")
def diff(old: str, new: str, form: str, *, exit_code: bool) -> None:
    """Tell what changed from the profile OLD to the profile NEW, fact by fact.

    Each is a PROFILE: a company, a folder, a wheel, a source distribution or a JSON export. Only
    one version of a company is installed; name the wheel of another one. The exit code is 0
    whether or not they differ.
    """
    from companyprofiles import _diff_report, _terminal
    from companyprofiles._diff import diff as compare

    difference = compare(profile_of(old), profile_of(new))
    if form == "json":
        print_json(_diff_report.as_data(difference))
    elif form == "markdown":
        click.echo(_diff_report.as_markdown(difference), nl=False)
    else:
        _terminal.print_lines(_diff_report.as_lines(difference, old, new))
    sys.exit(PROBLEMS if exit_code and difference else 0)
