"""A site of companies is built without anybody's project, and says what came of it."""

import re
import sys

import pytest

from companyprofiles._site.build import SiteBuilder
from companyprofiles.errors import InvalidValueError, MissingLibraryError
from companyprofiles.testing import TemporaryDistributions
from tests.samples import ACME, MADE_UP, write
from tests.sphinxext.conftest import read_page

BROKEN = MADE_UP.replace('"868.7E9 CNY"', '"868.7E9 RMB"')


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build a site of a company that is well and one that is not; return it with its report."""
    folder = tmp_path_factory.mktemp("built")
    with TemporaryDistributions(folder / "installed") as made:
        made.company("acme", ACME)
        made.company("made-up", BROKEN)
        builder = SiteBuilder(output=folder / "site", companies=["acme", "made-up"], title="Two")
        progress = []
        report = builder.build(lambda *told: progress.append(told))
    return builder, report, progress


def test_every_company_has_a_page_and_the_first_page_lists_them(built):
    builder, _report, _progress = built
    index = read_page((builder.output / "index.html").read_text("utf-8"))
    links = [a.attributes["href"] for a in index.all("a")]

    assert "acme.html#company-acme" in links
    assert "Acme" in read_page((builder.output / "acme.html").read_text("utf-8")).text


def test_the_report_counts_what_is_shown(built):
    _builder, report, _progress = built

    assert (report.companies, report.statements, report.disputes) == (1, 7, 0)
    assert report.missing == ("made-up",)
    assert report.seconds > 0


def test_problems_are_told_with_file_and_line(built):
    _builder, report, _progress = built
    (problem,) = report.problems

    assert "company.toml:" in problem
    assert "must be an ISO 4217 currency code, got 'RMB'" in problem
    assert "\x1b" not in problem
    assert "WARNING" not in problem


def test_progress_is_told_of_each_page(built):
    _builder, _report, progress = built
    last = {phase: (done, total) for phase, done, total in progress}

    assert last == {"Reading": (2, 2), "Writing": (2, 2)}


def test_what_changed_is_built_again_and_what_did_not_is_not(tmp_path):
    with TemporaryDistributions(tmp_path / "installed") as made:
        made.company("acme", ACME)
        builder = SiteBuilder(output=tmp_path / "site", companies=["acme"])
        builder.build()
        progress = []
        builder.build(lambda *told: progress.append(told))
        file = made.folder / "companyprofiles_acme/data/company.toml"
        file.write_text(ACME.replace("Acme Holding Limited", "Acme Two Limited"), "utf-8")
        builder.build()

    assert ("Reading", 0, 0) in progress
    assert "Acme Two Limited" in (tmp_path / "site/acme.html").read_text("utf-8")


def test_data_that_is_checked_has_the_findings_of_checks(tmp_path):
    with TemporaryDistributions(tmp_path / "installed") as made:
        made.company("acme", ACME.replace('{ source = "report-2024" }, ', ""))
        builder = SiteBuilder(output=tmp_path / "site", companies=["acme"], checked=["acme"])
        report = builder.build()
    (problem,) = report.problems

    assert "rests on mirrors alone (repost)." in problem
    assert re.search(r"\[CP\d+\]$", problem)


def test_data_that_is_checked_tells_a_problem_once(tmp_path):
    with TemporaryDistributions(tmp_path / "installed") as made:
        made.company("made-up", BROKEN)
        builder = SiteBuilder(output=tmp_path / "site", companies=["made-up"], checked=["made-up"])
        report = builder.build()

    assert len(report.problems) == 1
    assert report.missing == ("made-up",)


def test_pages_may_be_in_chinese(tmp_path):
    with TemporaryDistributions(tmp_path / "installed") as made:
        made.company("acme", ACME)
        SiteBuilder(output=tmp_path / "site", companies=["acme"], language="zh").build()
    page = (tmp_path / "site/acme.html").read_text("utf-8")

    assert '<html class="no-js" lang="zh-CN"' in page
    assert "首席执行官" in page


def test_what_somebody_else_wrote_is_not_overwritten(tmp_path):
    write(tmp_path, "mine", name="mine.txt")

    with pytest.raises(InvalidValueError, match="must be a folder that is empty, does not exist"):
        SiteBuilder(output=tmp_path).prepare()


def test_a_site_from_here_is_built_again(built):
    builder, _report, _progress = built
    builder.prepare()

    assert (builder.output / "acme.html").exists()


def test_what_is_not_installed_is_named_with_the_extra(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "furo", None)

    with pytest.raises(MissingLibraryError, match="with its extra 'site'"):
        SiteBuilder(output=tmp_path).prepare()
