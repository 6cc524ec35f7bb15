"""``companyprofiles site``."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from companyprofiles._commands import PROBLEMS, count

if TYPE_CHECKING:
    from companyprofiles._site.build import Progress, Report, SiteBuilder
    from companyprofiles._site.folders import Found

__all__ = ["site"]


@click.command()
@click.argument(
    "folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option(
    "--output",
    "-o",
    type=click.Path(file_okay=False, path_type=Path),
    default="site",
    show_default=True,
    help="Folder for the pages.",
)
@click.option("--watch", is_flag=True, help="Serve the site, and build it again on every save.")
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Port to serve at; by default one that is free."
)
@click.option("--lang", default="en", show_default=True, help="Language of the pages: en or zh.")
@click.option("--title", default="Companies", show_default=True, help="Title of the site.")
def site(folder: Path | None, output: Path, *, watch: bool, port: int | None, **look: str) -> None:
    """Build a site with a page for every company.

    Shown are the companies that are installed, or those of FOLDER: a folder of data files, a
    distribution with a profile, or a folder with several of either. The data in a FOLDER is checked
    as well. Needs the extra companyprofiles[site].

    With --watch the site is served to this machine alone. Open pages reload when data is saved, and
    show what is wrong with it, as the terminal does. Ends with 1 where a company cannot be shown.
    """
    if watch:
        _watch(folder, output, port, look)
    else:
        sys.exit(PROBLEMS if _build(folder, output, look).missing else 0)


def _build(folder: Path | None, output: Path, look: dict[str, str]) -> Report:
    """Build the site, and tell what came of it."""
    with _companies(folder) as found, _progress() as progress:
        report = _builder(found, output, look).build(progress)
    for problem in report.problems:
        click.echo(problem, err=True)
    parts = [
        "1 company" if report.companies == 1 else f"{report.companies} companies",
        count(report.statements, "statement"),
        count(report.disputes, "dispute"),
        count(len(report.problems), "problem"),
    ]
    index = output / "index.html"
    click.echo(f"{index}: {', '.join(parts)}, {report.seconds:.1f} seconds.")
    sys.stdout.flush()
    return report


def _builder(found: list[Found], output: Path, look: dict[str, str]) -> SiteBuilder:
    from companyprofiles._site.build import SiteBuilder
    from companyprofiles.errors import InvalidValueError

    ids = [company.id for company in found]
    builder = SiteBuilder(
        output=output, companies=ids, checked=ids, title=look["title"], language=look["lang"]
    )
    try:
        builder.prepare()
    except InvalidValueError as error:
        raise click.BadParameter(str(error), param_hint="--output") from error
    return builder


@contextmanager
def _companies(folder: Path | None) -> Iterator[list[Found]]:
    """Install the companies of a folder for a while, if one is given."""
    if folder is None:
        yield []
        return
    from companyprofiles._distributions import MadeUpDistributions
    from companyprofiles._site.folders import companies_in, install
    from companyprofiles.errors import InvalidValueError

    try:
        found = companies_in(folder)
    except InvalidValueError as error:
        raise click.BadParameter(str(error), param_hint="FOLDER") from error
    with TemporaryDirectory() as name:
        made = MadeUpDistributions(Path(name))
        install(found, made)
        with made:
            yield found


@contextmanager
def _progress() -> Iterator[Progress | None]:
    """Show on a terminal how far a build got."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        tasks = {phase: bar.add_task(phase, total=None) for phase in ("Reading", "Writing")}
        yield lambda phase, done, total: bar.update(tasks[phase], completed=done, total=total)


def _watch(folder: Path | None, output: Path, port: int | None, look: dict[str, str]) -> None:
    """Serve the site, and build it now and on every save, until somebody interrupts."""
    from companyprofiles._site.server import News, serve
    from companyprofiles._site.watch import changes

    news = News()
    is_served = False
    try:
        with serve(output, port, news) as address:
            for _change in changes(_folders(folder), output):
                try:
                    news.publish(_build(folder, output, look).problems)
                except click.ClickException as error:
                    if not is_served:
                        raise
                    error.show()
                    news.publish([error.format_message()])
                if not is_served:
                    click.echo(f"The site is served at {address} until you press Ctrl-C.")
                    sys.stdout.flush()
                    is_served = True
    except OSError as error:
        raise click.BadParameter(str(error), param_hint="--port") from error


def _folders(folder: Path | None) -> set[Path]:
    """Return the folders to watch: the one given, or those of the data of what is installed."""
    from companyprofiles import _catalog

    if folder is not None:
        return {folder}
    catalog = _catalog.installed()
    return {file.parent for name in catalog.companies for file in catalog.files(name) or ()}
