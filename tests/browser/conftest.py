"""The site of this project, with made-up companies besides, built once and seen in a browser.

In a folder of it is what ``companyprofiles site`` makes of the same companies, in Chinese.
"""

import os
import subprocess
import sysconfig
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, Route, sync_playwright

from companyprofiles.testing import TemporaryDistributions
from tests.samples import EMPTY, HOSTILE, RIGHT_TO_LEFT

REPOSITORY = Path(__file__).parent.parent.parent

PHONE, TABLET, DESK = 400, 768, 1400
"""Widths in pixels."""

ADDRESS = "http://site.test"
"""Where the browser finds the site; requests are answered from files, so no server is needed."""

AT_ONCE = "* { scroll-behavior: auto !important; transition: none !important; }"
"""Style of no movement, so that a test need not wait for its end."""

CHINESE = "made-by-the-command"

PAGES = {
    "home": "index.html",
    "companies": "companies/index.html",
    "company": "companies/alibaba.html",
    "hostile company": "companies/hostile.html",
    "company written from right to left": "companies/jawhara.html",
    "company without statements": "companies/blank.html",
    "how-to": "how-to/show-companies-in-your-docs.html",
    "explanation": "explanation/charts.html",
    "command line": "reference/command-line.html",
    "extension": "reference/sphinx.html",
    "Python API": "reference/api/values.html",
    "vocabulary": "reference/vocabulary/finance.html",
    "checks": "reference/checks.html",
    "general index": "genindex.html",
    "search": "search.html?q=revenue",
    "Chinese companies": f"{CHINESE}/index.html",
    "Chinese company": f"{CHINESE}/alibaba.html",
}
"""A page of each kind."""

Show = Callable[..., Page]


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """Folder of the built site; processes that test side by side share one."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    output = folder / "site-of-the-project"
    with FileLock(folder / "site-of-the-project.lock"):
        if not output.exists():
            _build(folder / "made-up", folder / "doctrees-of-the-project", output)
    return output


def _build(companies: Path, doctrees: Path, output: Path) -> None:
    made_up = TemporaryDistributions(companies)
    for name, text in {"hostile": HOSTILE, "jawhara": RIGHT_TO_LEFT, "blank": EMPTY}.items():
        made_up.module(f"companyprofiles_{name}", company=text)
        made_up.distribution(
            f"companyprofiles-{name}",
            f"[companyprofiles.profiles]\n{name} = companyprofiles_{name}\n",
        )
    environment = os.environ | {"PYTHONPATH": str(companies)}
    strictly = ("-q", "-n", "-W", "--keep-going", "-d", str(doctrees))
    scripts = Path(sysconfig.get_path("scripts"))
    in_chinese = ("site", "--lang", "zh", "--output", str(output / CHINESE))
    for command in (
        [scripts / "sphinx-build", *strictly, str(REPOSITORY / "docs"), str(output)],
        [scripts / "companyprofiles", *in_chinese],
    ):
        built = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=False
        )
        assert built.returncode == 0, built.stderr


@pytest.fixture(scope="module")
def opened_browser(browser) -> Iterator[Browser]:
    """A browser without a window, for the tests of one file."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def requests() -> list[str]:
    """Addresses of all that the page shown last asked for."""
    return []


@pytest.fixture(scope="module")
def show(opened_browser, site, requests) -> Show:
    """Show a page of the site in a window of a width, light or dark."""
    pages: dict[str, Page] = {}

    def answer(route: Route) -> None:
        address = urlsplit(route.request.url)
        requests.append(route.request.url)
        file = site / unquote(address.path).lstrip("/")
        is_ours = f"{address.scheme}://{address.netloc}" == ADDRESS
        if is_ours and file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(status=404)

    def show_page(path: str, width: int = DESK, scheme: str = "light") -> Page:
        if scheme not in pages:
            pages[scheme] = opened_browser.new_page(color_scheme=scheme)
            pages[scheme].route("**/*", answer)
        page = pages[scheme]
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("about:blank")
        requests.clear()
        page.goto(f"{ADDRESS}/{path}")
        page.add_style_tag(content=AT_ONCE)
        return page

    return show_page
