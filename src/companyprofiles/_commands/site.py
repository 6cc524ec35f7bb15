"""``companyprofiles site``."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from companyprofiles._commands import PROBLEMS
from companyprofiles.errors import count

if TYPE_CHECKING:
    from companyprofiles._site.build import Progress, Report, SiteBuilder
    from companyprofiles._site.folders import Found

__all__ = ["site"]


def _languages(context: click.Context, option: click.Parameter, given: Sequence[str]) -> list[str]:
    """Return the tags of languages, each once."""
    from companyprofiles._format import is_language, language_tag
    from companyprofiles.errors import InvalidValueError

    tags = list(dict.fromkeys(map(language_tag, given)))
    for tag in tags if find_spec("babel") else ():
        if not is_language(tag):
            expected = "a language that Unicode has data of, such as 'en', 'zh' or 'pt-BR'"
            raise click.BadParameter(str(InvalidValueError(expected, tag)))
    return tags


def _address(context: click.Context, option: click.Parameter, given: str) -> str:
    """Return a web address that others can be made of."""
    from companyprofiles.errors import InvalidValueError

    if given and not given.startswith(("https://", "http://")):
        expected = "an address that begins with https:// or http://"
        raise click.BadParameter(str(InvalidValueError(expected, given)))
    return given


@click.command()
@click.argument("places", metavar="[PROFILE]...", nargs=-1)
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
@click.option(
    "--lang",
    "languages",
    metavar="TAG",
    multiple=True,
    default=("en",),
    callback=_languages,
    help="Language of the pages, such as en or zh; give it again for each further language.",
)
@click.option("--title", default="", help="Title of the site; by default Companies.")
@click.option(
    "--url",
    "address",
    metavar="URL",
    default="",
    callback=_address,
    help="Where the site will be published, so that search engines can be told.",
)
def site(places: Sequence[str], *, watch: bool, port: int | None, **look: Any) -> None:
    """Build a site with a page for every company.

    Shown are the companies that are installed, or each PROFILE. It may also be the path of a
    distribution with a profile, or of a folder with several of either. What is not installed is
    checked as well. Needs the extra companyprofiles[site].

    With several languages, each but the first is in a folder of its own, such as zh, and every page
    links to the same page in the others.

    With --watch the site is served to this machine alone. Open pages reload when data is saved, and
    show what is wrong with it, as the terminal does. Ends with 1 where a company cannot be shown.
    """
    if watch:
        _watch(places, port, look)
    else:
        sys.exit(PROBLEMS if _build(places, look).missing else 0)


def _build(places: Sequence[str], look: dict[str, Any]) -> Report:
    """Build the site, and tell what came of it."""
    with _companies(places) as (shown, checked), _progress(look["languages"]) as progress:
        report = _builder(shown, checked, look).build(progress)
    for problem in report.problems:
        click.echo(problem, err=True)
    parts = [
        count(report.companies, "company", "companies"),
        count(report.statements, "statement"),
        count(report.disputes, "dispute"),
        count(len(report.problems), "problem"),
    ]
    index = look["output"] / "index.html"
    click.echo(f"{index}: {', '.join(parts)}, {report.seconds:.1f} seconds.")
    sys.stdout.flush()
    return report


def _builder(shown: list[str], checked: list[str], look: dict[str, Any]) -> SiteBuilder:
    from companyprofiles._site.build import SiteBuilder
    from companyprofiles.errors import InvalidValueError

    builder = SiteBuilder(companies=shown, checked=checked, **look)
    try:
        builder.prepare()
    except InvalidValueError as error:
        raise click.BadParameter(str(error), param_hint="--output") from error
    return builder


@contextmanager
def _companies(places: Sequence[str]) -> Iterator[tuple[list[str], list[str]]]:
    """Install what is not, for a while; give the ids of all, and of those that were not."""
    from companyprofiles._distributions import MadeUpDistributions
    from companyprofiles._site.folders import install

    ids, found = _found(places)
    if not found:
        yield ids, []
        return
    with TemporaryDirectory() as name:
        made = MadeUpDistributions(Path(name))
        install(found, made)
        with made:
            yield ids, [company.id for company in found]


def _found(places: Sequence[str]) -> tuple[list[str], list[Found]]:
    """Return the ids of the companies of all places, and those that are not installed."""
    from companyprofiles._places import is_installed
    from companyprofiles._site.folders import companies_at
    from companyprofiles.errors import InvalidValueError

    givers: dict[str, str] = {}
    found: list[Found] = []
    for place in places:
        try:
            new = [] if is_installed(place) else companies_at(place)
        except InvalidValueError as error:
            raise click.BadParameter(str(error), param_hint="PROFILE") from error
        found += new
        for company in [one.id for one in new] or [place]:
            if company in givers:
                message = f"{company!r} is given twice, by {givers[company]} and by {place}."
                raise click.UsageError(f"{message} Leave one of them out.")
            givers[company] = place
    return list(givers), found


@contextmanager
def _progress(languages: Sequence[str]) -> Iterator[Progress | None]:
    """Show on a terminal how far a build got."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        tasks = {
            (language, phase): bar.add_task(phase + mark, total=None)
            for language in languages
            for mark in [f" ({language})" if len(languages) > 1 else ""]
            for phase in ("Reading", "Writing")
        }

        def show(language: str, phase: str, done: int, total: int) -> None:
            bar.update(tasks[language, phase], completed=done, total=total)

        yield show


def _watch(places: Sequence[str], port: int | None, look: dict[str, Any]) -> None:
    """Serve the site, and build it now and on every save, until somebody interrupts."""
    from companyprofiles._site.server import News, serve
    from companyprofiles._site.watch import changes
    from companyprofiles.errors import CompanyProfilesError

    news = News()
    is_served = False
    try:
        with serve(look["output"], port, news) as address:
            for _change in changes(_watched(places), look["output"]):
                try:
                    news.publish(_build(places, look).problems)
                except (click.ClickException, CompanyProfilesError) as error:
                    if not is_served:
                        raise
                    click.echo(str(error), err=True)
                    news.publish([str(error)])
                if not is_served:
                    click.echo(f"The site is served at {address} until you press Ctrl-C.")
                    sys.stdout.flush()
                    is_served = True
    except OSError as error:
        raise click.BadParameter(str(error), param_hint="--port") from error


def _watched(places: Sequence[str]) -> set[Path]:
    """Return the folders and files to watch: those given, and those of the data installed."""
    from companyprofiles import _catalog
    from companyprofiles._places import is_installed, path_of

    catalog = _catalog.installed()
    ids = [place for place in places if is_installed(place)] if places else catalog.companies
    given = {path_of(place) for place in places if not is_installed(place)}
    return given | {file.parent for name in ids for file in catalog.files(name) or ()}
