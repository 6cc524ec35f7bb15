"""A site of companies is built without anybody's project, and says what came of it."""

import re
import sys
from importlib import metadata

import pytest
from sphinx import theming

from companyprofiles._site.build import SiteBuilder
from companyprofiles._site.strangers import unreadable_passed_over
from companyprofiles.errors import InvalidValueError, MissingLibraryError
from companyprofiles.testing import TemporaryDistributions
from tests.samples import ACME, MADE_UP, write
from tests.sphinxext.conftest import Reader, read_page

BROKEN = MADE_UP.replace('"868.7E9 CNY"', '"868.7E9 RMB"')


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Build a site of a company that is well and one that is not; return it with its report."""
    folder = tmp_path_factory.mktemp("built")
    with TemporaryDistributions(folder / "installed") as made:
        made.company("acme", ACME)
        made.company("made-up", BROKEN)
        made.distribution("stranger", "[of_a_stranger]\nnot an entry point\n")
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


def test_entry_points_that_cannot_be_read_end_no_build(tmp_path):
    asked = metadata.entry_points
    with TemporaryDistributions(tmp_path) as made, unreadable_passed_over():
        made.distribution("stranger", "[of_a_stranger]\nnot an entry point\n")
        made.distribution("other", "[sphinx.html_themes]\nother = other\n")
        themes = theming.entry_points(group="sphinx.html_themes").names

        assert {"other", "furo"} <= themes
        assert metadata.entry_points().select(group="sphinx.html_themes").names == themes
    assert metadata.entry_points is theming.entry_points is asked


def test_progress_is_told_of_each_page(built):
    _builder, _report, progress = built
    last = {(language, phase): (done, total) for language, phase, done, total in progress}

    assert last == {("en", "Reading"): (2, 2), ("en", "Writing"): (2, 2)}


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

    assert ("en", "Reading", 0, 0) in progress
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
        SiteBuilder(output=tmp_path / "site", companies=["acme"], languages=["zh"]).build()
    page = (tmp_path / "site/acme.html").read_text("utf-8")

    assert '<html class="no-js" lang="zh-CN"' in page
    assert "回到顶部" in page
    assert "Back to top" not in page
    assert "首席执行官" in page


@pytest.fixture(scope="module")
def editions(tmp_path_factory):
    """Build a site in three languages; return it with its report."""
    folder = tmp_path_factory.mktemp("editions")
    with TemporaryDistributions(folder / "installed") as made:
        made.company("acme", ACME)
        made.company("made-up", BROKEN)
        builder = SiteBuilder(
            output=folder / "site",
            companies=["acme", "made-up"],
            languages=["en", "zh", "pt-BR"],
            address="https://companies.example/all/",
        )
        report = builder.build()
    return builder.output, report


@pytest.mark.parametrize(
    "page, lang, title, to_others",
    [
        ("acme.html", "en", "Acme - Companies", ["zh/acme.html", "pt-BR/acme.html"]),
        ("zh/acme.html", "zh-CN", "顶点 - 公司", ["../acme.html", "../pt-BR/acme.html"]),
        ("pt-BR/acme.html", "pt-BR", "Acme - Companies", ["../acme.html", "../zh/acme.html"]),
        ("zh/index.html", "zh-CN", "公司", ["../index.html", "../pt-BR/index.html"]),
    ],
)
def test_each_language_has_its_pages_with_links_to_the_others(
    editions, page, lang, title, to_others
):
    reader = Reader()
    reader.feed((editions[0] / page).read_text("utf-8"))
    tree = reader.root
    (switch,) = tree.all("nav", "cp-languages")

    assert tree.all("html")[0].attributes["lang"] == lang
    assert tree.all("title")[0].text == title
    assert [a.attributes["href"] for a in switch.all("a")] == to_others


def test_search_engines_are_told_of_every_language(editions):
    page = (editions[0] / "zh/acme.html").read_text("utf-8")
    alternates = re.findall(r'<link rel="alternate" hreflang="(.*?)" href="(.*?)">', page)

    assert dict(alternates) == {
        "en": "https://companies.example/all/acme.html",
        "zh-CN": "https://companies.example/all/zh/acme.html",
        "pt-BR": "https://companies.example/all/pt-BR/acme.html",
        "x-default": "https://companies.example/all/acme.html",
    }
    assert '<link rel="canonical" href="https://companies.example/all/zh/acme.html"' in page


def test_the_report_counts_companies_and_problems_once_for_all_languages(editions):
    _output, report = editions

    assert (report.companies, report.statements, len(report.problems)) == (1, 7, 1)
    assert report.missing == ("made-up",)


def test_a_site_in_one_language_has_no_switch(built):
    page = (built[0].output / "acme.html").read_text("utf-8")

    assert "cp-languages" not in page
    assert "hreflang" not in page


def test_a_language_may_change_its_place_or_go(tmp_path):
    with TemporaryDistributions(tmp_path / "installed") as made:
        made.company("acme", ACME)
        output = tmp_path / "site"
        for languages in (["en", "zh"], ["zh", "en"], ["en"]):
            SiteBuilder(output=output, companies=["acme"], languages=languages).build()
    page = (output / "acme.html").read_text("utf-8")

    assert '<html class="no-js" lang="en"' in page
    assert "首席执行官" not in page
    assert not (output / "zh").exists()


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
