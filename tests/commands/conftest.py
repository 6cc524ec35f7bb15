"""Commands run in this process, with what a test installs and what is installed besides."""

import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from companyprofiles import _catalog
from companyprofiles._cli import main
from tests.samples import Site, installed_site
from tests.terminals import shown_on_terminal

LANGUAGE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture
def site(tmp_path, monkeypatch) -> Iterator[Site]:
    """Return a folder on the path, so that what is installed in it is found besides the rest."""
    with installed_site(tmp_path / "site", monkeypatch) as made:
        _catalog.installed.cache_clear()
        yield made
        _catalog.installed.cache_clear()


@pytest.fixture
def run(site, monkeypatch) -> Callable[..., Result]:
    """Return a function that runs a command without a language of its own."""
    for name in LANGUAGE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    return lambda *arguments, **options: CliRunner().invoke(
        main, arguments, catch_exceptions=False, **options
    )


@pytest.fixture
def on_terminal(site) -> Callable[..., str]:
    """Return a function that runs the installed command on a terminal of some columns."""
    script = str(Path(sysconfig.get_path("scripts"), "companyprofiles"))
    found = {"PYTHONPATH": str(site.folder)}
    return lambda columns, *arguments, **variables: shown_on_terminal(
        [script, *arguments], columns, found | variables
    )
