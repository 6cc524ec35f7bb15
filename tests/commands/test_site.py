"""``companyprofiles site`` builds a site of what is installed, or of a folder, and watches it."""

import http.client
import json
import os
import re
import subprocess
import sysconfig
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.samples import ACME, MADE_UP, build, write

GOOD, PROBLEMS, WRONG_USAGE = 0, 1, 2
BROKEN = ACME.replace('"868.7E9 CNY"', '"868.7E9 RMB"')
OTHER = ACME.replace('id = "acme"\nsubject', 'id = "other"\nsubject', 1)


@pytest.fixture
def here(tmp_path, monkeypatch):
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_a_folder_of_data_becomes_a_site(run, here):
    write(here / "data", ACME)
    result = run("site", "data")

    assert result.exit_code == GOOD
    assert re.fullmatch(
        r"site/index\.html: 1 company, 7 statements, 0 disputes, 0 problems, \d+\.\d seconds\.\n",
        result.stdout,
    )
    assert (here / "site/acme.html").exists()


def test_a_company_that_cannot_be_shown_is_told_and_ends_with_1(run, here):
    write(here / "data", BROKEN)
    result = run("site", "data")

    assert result.exit_code == PROBLEMS
    assert "acme.toml:44: revenue[0].value: must be an ISO 4217 currency code" in result.stderr
    assert "0 companies, 0 statements, 0 disputes, 1 problem, " in result.stdout


def test_output_title_and_language_are_a_matter_of_taste(run, here):
    write(here / "data", ACME)
    result = run("site", "data", "--output", "out", "--title", "Ours", "--lang", "zh")
    page = (here / "out/acme.html").read_text("utf-8")

    assert result.exit_code == GOOD
    assert "<title>顶点 - Ours</title>" in page


def test_what_is_installed_becomes_a_site(site, run, here, monkeypatch):
    monkeypatch.setenv("COMPANYPROFILES_PLUGINS", "made-up")
    site.company("made-up", MADE_UP)
    result = run("site")

    assert result.exit_code == GOOD
    assert [path.name for path in (here / "site").glob("made-*.html")] == ["made-up.html"]


def test_installed_companies_folders_and_files_are_shown_side_by_side(site, run, here):
    site.company("made-up", MADE_UP)
    write(here / "data", OTHER)
    wheel, _sdist = build(here / "packed", version="2.0")
    result = run("site", "made-up", "data", str(wheel))

    assert result.exit_code == GOOD
    assert "3 companies, " in result.stdout
    assert {"acme.html", "made-up.html", "other.html"} <= {
        p.name for p in (here / "site").iterdir()
    }
    assert "companyprofiles-acme 2.0" in (here / "site/acme.html").read_text("utf-8")


def test_an_export_becomes_a_page(run, here):
    write(here / "data", ACME)
    run("export", "data", "--output", "acme.json")
    result = run("site", "acme.json")

    assert result.exit_code == GOOD
    assert "1 company, 7 statements, " in result.stdout
    assert "Acme Holding Limited" in (here / "site/acme.html").read_text("utf-8")


def test_an_installed_company_comes_before_a_folder_of_its_name(site, run, here):
    site.company("made-up", MADE_UP)
    write(here / "made-up", ACME)

    assert "1 company" in run("site", "made-up", "-o", "one").stdout
    assert (here / "one/made-up.html").exists()
    assert run("site", "./made-up", "-o", "two").exit_code == GOOD
    assert (here / "two/acme.html").exists()


def test_a_company_that_is_not_installed_is_told_with_a_near_name(site, run):
    site.company("made-up", MADE_UP)
    result = run("site", "made-upp")

    assert result.exit_code == WRONG_USAGE
    assert "Did you mean 'made-up'?" in result.stderr


def test_a_company_that_two_places_bring_is_refused(run, here):
    write(here / "one", ACME)
    write(here / "two", ACME)
    result = run("site", "one", "two")

    assert result.exit_code == WRONG_USAGE
    assert "'acme' is given twice, by one and by two. Leave one of them out." in result.stderr


def test_several_languages_make_an_edition_of_each(run, here):
    write(here / "data", ACME)
    result = run("site", "data", "--lang", "en", "--lang", "zh_CN", "--lang", "en")
    pages = [here / "site/acme.html", here / "site/zh-CN/acme.html"]

    assert result.exit_code == GOOD
    assert "1 company, 7 statements, " in result.stdout
    assert ['hreflang="zh-CN"' in page.read_text("utf-8") for page in pages] == [True, True]


@pytest.mark.parametrize("tag", ["xx", "chinese", "../zh"])
def test_a_language_that_nobody_speaks_is_refused(run, here, tag):
    write(here / "data", ACME)
    result = run("site", "data", "--lang", tag)

    assert result.exit_code == WRONG_USAGE
    assert "Invalid value for '--lang': must be a language that Unicode has data of" in " ".join(
        result.stderr.split()
    )


def test_an_address_without_a_scheme_is_refused(run, here):
    result = run("site", "--url", "companies.example")

    assert result.exit_code == WRONG_USAGE
    assert "must be an address that begins with https:// or http://" in result.stderr


def test_a_folder_without_a_company_is_refused(run, here):
    result = run("site", ".")

    assert result.exit_code == WRONG_USAGE
    assert "must be a folder of data files, of a distribution with a profile" in result.stderr


def test_a_folder_with_something_else_is_no_place_for_a_site(run, here):
    write(here / "data", ACME)
    result = run("site", "data", "--output", "data")

    assert result.exit_code == WRONG_USAGE
    assert (
        "must be a folder that is empty, does not exist, or has a site from here" in result.stderr
    )
    assert [path.name for path in (here / "data").iterdir()] == ["acme.toml"]


class Watching:
    """The command as it watches a folder, and a page that is open."""

    def __init__(self, folder: Path) -> None:
        script = Path(sysconfig.get_path("scripts"), "companyprofiles")
        self.process = subprocess.Popen(
            [script, "site", "data", "--lang=en", "--lang=zh", "--watch", "--port=0"],
            cwd=folder,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.built = self.line()
        self.address = urlsplit(re.search(r"http://\S+/", self.line())[0]).netloc
        self.open_page = http.client.HTTPConnection(self.address, timeout=60)
        self.open_page.request("GET", "/-/events")
        self.events = self.open_page.getresponse()
        self.first = self.news()

    def line(self) -> str:
        return self.process.stdout.readline()

    def news(self) -> dict:
        while not (line := self.events.readline().decode()).startswith("data: "):
            assert line
        return json.loads(line.removeprefix("data: "))

    def page(self, path: str) -> tuple[int, str]:
        with closing(http.client.HTTPConnection(self.address, timeout=60)) as connection:
            connection.request("GET", path)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def end(self) -> None:
        self.events.close()
        self.open_page.close()
        self.process.terminate()
        self.process.communicate(timeout=30)


@pytest.fixture
def watching(here):
    write(here / "data", ACME)
    watching = Watching(here)
    yield watching
    watching.end()


@pytest.mark.slow
def test_a_folder_that_is_watched_is_built_again_on_every_save(watching, here):
    assert "1 company, 7 statements" in watching.built
    assert watching.first == {"built": 1, "problems": []}
    assert "Acme Holding Limited" in watching.page("/acme.html")[1]
    assert "首席执行官" in watching.page("/zh/acme.html")[1]

    write(here / "data", BROKEN)
    (problem,) = watching.news()["problems"]
    told = watching.line()

    assert "acme.toml:44: revenue[0].value: must be an ISO 4217 currency code" in problem
    assert told == f"{problem}\n"
    assert watching.page("/acme.html")[0] == 404

    write(here / "data", ACME.replace("Acme Holding Limited", "Acme Two Limited"))

    assert watching.news()["problems"] == []
    assert "Acme Two Limited" in watching.page("/acme.html")[1]
    assert "Acme Two Limited" in watching.page("/zh/acme.html")[1]
