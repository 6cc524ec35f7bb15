"""Charts on pages: what is drawn, what stands beside it, and that a rebuild draws nothing again."""

import csv
import io
import re
import sys
from urllib.parse import unquote

import pytest

from companyprofiles.sphinxext import _pictures

YEARS = "".join(
    f"""
[[revenue]]
key = "revenue-{year}"
value = "{year - 2000}E9 CNY"
valid = "{year}"
references = [{{ source = "report", locator = "p. {year}" }}]
"""
    for year in range(2019, 2024)
)

WRONG = """
[[revenue]]
key = "wrong"
value = "70E9 CNY"
valid = "2022"
rank = "deprecated"
because.en = "Misprinted."
references = [{ source = "report" }]
"""

SOLD = """
[[entities]]
id = "{name}"
kind = "legal_entity"
name.en = "{title} & <Sons>"

[[entities]]
id = "sled"
kind = "product"
name.en = "Sled"

[[sources]]
id = "report"
title.en = "Report of {title}"
kind = "self_declaration"

[[official_name]]
value.en = "{title} & <Sons>"
references = [{{ source = "report" }}]

[[employees]]
value = "10 people"
valid = "2021"
references = [{{ source = "report" }}]

[[employees]]
value = "20 people"
valid = "2022"
references = [{{ source = "report" }}]

[[price]]
subject = "sled"
value = "59.9 CNY/month"
valid = "2022"
references = [{{ source = "report" }}]
"""


def company(name):
    header = f'[profile]\nid = "{name}"\nsubject = "{name}"\nlanguages = ["en"]\n'
    return header + SOLD.format(name=name, title=name.capitalize()) + YEARS + WRONG


GUIDE = """
Guide
=====

.. company:figure:: initech/revenue
   :name: our-figure

.. company:figure:: initech/revenue umbrella/revenue
   :caption: Two of a kind

.. company:figure:: initech/sled/price
"""


@pytest.fixture(scope="module")
def new(new_site):
    def make():
        site = new_site()
        for name in ("initech", "umbrella"):
            site.companies.install(name, company(name))
        site.settings["companyprofiles_pages"] = ["initech", "umbrella"]
        del site.settings["man_pages"]
        site.write("guide.rst", ":orphan:\n" + GUIDE)
        return site

    return make


@pytest.fixture(scope="module")
def site(new):
    site = new()
    site.build()
    return site


def pictures(site, suffix=".svg", to=""):
    folder = site.output / f"doctrees-{to}" / "companyprofiles" / "pictures"
    return sorted(path for path in folder.iterdir() if path.suffix == suffix)


def test_a_series_that_is_worth_it_is_drawn_on_the_company_s_page(site):
    finance = site.tree("companies/initech").with_id("finance")
    (figure,) = finance.all("figure")

    assert figure.id == "chart-revenue"
    assert len(figure.all("g", "cp-exact")[0].children) == 5
    assert len(figure.all("g", "cp-deprecated")[0].children) == 1
    assert caption_of(figure).startswith("Initech & <Sons>: Revenue")


def test_a_picture_has_a_name_and_a_description(site):
    svg = site.tree("companies/initech").with_id("finance").all("svg")[0]

    assert svg.attributes["role"] == "img"
    assert svg.attributes["aria-label"] == "Initech & <Sons>: Revenue"
    assert svg.all("title")[0].text == "Initech & <Sons>: Revenue"
    assert "Hollow, since known to be wrong: 1." in svg.all("desc")[0].text


def test_the_caption_leads_to_the_sources_and_they_lead_back(site):
    page = site.tree("companies/initech")
    caption = page.with_id("chart-revenue").all("figcaption")[0]
    (number,) = caption.all("sup")[0].all("a")
    source = page.with_id(number.attributes["href"].removeprefix("#")).around("li")

    assert "Report of Initech" in source.text
    assert "Chart: Initech & <Sons>: Revenue" in source.text


def caption_of(figure):
    return figure.all("figcaption")[0].text.strip()


def data_of(element):
    """Return the rows of the data that an element links to."""
    (link,) = element.all("a", "cp-data")
    text = unquote(link.attributes["href"].removeprefix("data:text/csv;charset=utf-8,"))
    return link, list(csv.DictReader(io.StringIO(text)))


def test_the_data_are_in_the_page_as_csv(site):
    link, rows = data_of(site.tree("companies/initech").with_id("chart-revenue"))

    assert link.attributes["download"] == "initech-revenue.csv"
    assert link.attributes["aria-label"] == "Data of Initech & <Sons>: Revenue"
    assert [row["statement"] for row in rows if row["rank"] == "deprecated"] == ["wrong"]
    assert len(rows) == 6


def test_two_figures_are_not_worth_a_chart(site):
    assert "Employees" in site.tree("companies/initech").text
    assert len(site.tree("companies/initech").all("svg", "cp-picture")) == 1


def test_a_directive_shows_a_chart_with_its_figures_as_a_table(site):
    figure = site.tree("guide").with_id("our-figure")
    (details,) = figure.parent.all("details")
    (table,) = details.all("table")

    assert caption_of(figure).startswith("Initech & <Sons>: Revenue[1]")
    assert len(table.all("tbody")[0].all("tr")) == 6
    assert details.all("summary")[0].text == "Figures"


def test_links_of_a_figure_lead_to_the_company_s_page(site):
    box = site.tree("guide").with_id("our-figure").parent
    targets = {a.attributes["href"] for a in box.all("a", "internal")}

    assert "#initech-source-report" in targets
    assert "companies/initech.html#statement-revenue-2019" in targets
    assert "companies/initech.html#statement-wrong" in targets


def test_companies_are_drawn_over_one_another(site):
    figure = site.tree("guide").all("figure")[1]
    words = [text.text for text in figure.all("text")]

    assert caption_of(figure).startswith("Two of a kind")
    assert {"Initech & <Sons>", "Umbrella & <Sons>"} <= set(words)
    assert len(data_of(figure)[1]) == 12


def test_an_entity_of_a_company_has_charts_too(site):
    figure = site.tree("guide").all("figure")[2]

    assert caption_of(figure).startswith("Sled: Price")


def test_pages_load_nothing_from_elsewhere(site):
    for page in ("guide", "companies/initech"):
        svg = "".join(re.findall(r"<svg.*?</svg>", site.page(page), re.DOTALL))

        assert not re.search(r"(href|src|url\()", svg)
        assert "<script" not in svg


def test_a_figure_that_cannot_be_shown_is_a_warning(new):
    site = new()
    site.write(
        "guide.rst",
        ":orphan:\n\nGuide\n=====\n\n.. company:figure:: initech/revenu\n\n"
        ".. company:figure:: initch/revenue\n\n.. company:figure:: initech/official_name\n\n"
        ".. company:figure:: initech/revenue@2020\n",
    )
    site.build(quiet=False)

    assert "guide.rst:6: WARNING: " in site.warnings
    assert "'initech': 'revenu'. Did you mean 'revenue'" in site.warnings
    assert "Did you mean 'initech'?" in site.warnings
    assert "a property without a time, got 'initech/revenue@2020'" in site.warnings
    assert "there is no dated figure of official_name of initech" in site.warnings
    assert site.warnings.count("[company.figure]") == 4
    assert "This cannot be shown: initech/revenu" in site.tree("guide").text


def test_a_rebuild_draws_nothing_again(new, monkeypatch):
    site = new()
    site.build()
    before = {path: path.stat().st_mtime_ns for path in pictures(site)}
    monkeypatch.setattr(_pictures.subprocess, "run", None)  # nothing may be started
    site.build()
    site.write("guide.rst", ":orphan:\n" + GUIDE + "\nMore.\n")
    site.build()

    assert len(before) == 4
    assert {path: path.stat().st_mtime_ns for path in pictures(site)} == before


def test_changed_data_draw_what_changed_and_forget_what_is_gone(new):
    site = new()
    site.build()
    before = {path.name: path.stat().st_mtime_ns for path in pictures(site)}
    site.companies.install("umbrella", company("umbrella").replace("22E9", "220E9"))
    site.build()
    after = {path.name: path.stat().st_mtime_ns for path in pictures(site)}

    # Its own, and that of both.
    assert len(after) == len(before)
    assert len(after.keys() - before.keys()) == 2
    assert all(after[name] == before[name] for name in before.keys() & after.keys())
    assert "220 billion CNY" in site.page("companies/umbrella")


def test_another_version_of_what_draws_draws_anew(new, monkeypatch):
    site = new()
    site.build()
    for path in pictures(site):
        path.write_text("<svg>old</svg>", "utf-8")
    site.build()
    kept = {path.read_text("utf-8") for path in pictures(site)}
    monkeypatch.setattr(_pictures, "drawing_version", lambda: "next")
    site.build()

    assert kept == {"<svg>old</svg>"}
    assert "<svg>old</svg>" not in {path.read_text("utf-8") for path in pictures(site)}
    assert "old</svg>" not in site.page("companies/initech")


def test_without_the_library_pages_have_tables_and_get_pictures_once_it_is_there(new, monkeypatch):
    site = new()
    with monkeypatch.context() as patch:
        patch.setattr(_pictures, "drawing_version", lambda: "")
        site.build()
    without = site.tree("companies/initech")
    site.build()

    assert not without.all("svg", "cp-picture")
    assert without.with_id("chart-revenue").all("a", "cp-data")
    assert site.tree("companies/initech").all("svg", "cp-picture")
    assert site.tree("guide").all("svg", "cp-picture")


def test_an_engine_that_fails_is_a_warning_and_pages_have_tables(new, monkeypatch):
    site = new()
    monkeypatch.setenv("PYTHONSAFEPATH", "1")
    monkeypatch.setattr(sys, "executable", "/bin/false")
    site.build(quiet=False)

    assert "charts could not be drawn" in site.warnings
    assert site.tree("guide").all("table")


def test_two_processes_write_the_same_bytes(new):
    site = new()
    one, two = site.build(to="one"), site.build(to="two", parallel=2)
    names = sorted(path.relative_to(one) for path in one.rglob("*.html"))

    assert len(pictures(site, to="two")) == 4
    for name in names:
        assert (one / name).read_bytes() == (two / name).read_bytes(), name


@pytest.mark.parametrize("builder", ["text", "man", "texinfo", "xml", "gettext"])
def test_other_builders_show_the_table(new, builder):
    site = new()
    output = site.build(builder, to=builder)
    text = "".join(path.read_text("utf-8") for path in output.rglob("guide.*"))

    assert builder in ("man", "texinfo", "gettext") or "23 billion CNY" in text


def test_a_book_has_pictures_as_files(new):
    site = new()
    output = site.build("epub", to="epub")
    page = (output / "guide.xhtml").read_text("utf-8")
    (image, *_others) = re.findall(r'<img src="([^"]+\.svg)" alt="([^"]+)"', page)
    drawn = (output / image[0]).read_text("utf-8")

    assert image[1].startswith("Initech &amp; &lt;Sons&gt;: Revenue. 6 figures, from 2019")
    assert "var(" not in drawn
    assert image[0] in (output / "content.opf").read_text("utf-8")
    assert "data:" not in page


def test_paper_has_pictures_as_pdf(new):
    site = new()
    output = site.build("latex", to="latex")
    tex = "".join(path.read_text("utf-8") for path in output.glob("*.tex"))
    names = {
        name.replace("}", "").replace("{", "")
        for name in re.findall(r"\\sphinxincludegraphics\{(.*pdf)\}", tex)
    }

    assert names
    assert all((output / name).read_bytes().startswith(b"%PDF") for name in names)


LAUNCHES = "".join(
    f"""
[[entities]]
id = "sled-{year}"
kind = "product"
name.en = "Sled {year}"

[[release]]
key = "release-{year}"
subject = "sled-{year}"
value = "{year}"
references = [{{ source = "report" }}]
"""
    for year in range(2018, 2023)
)


def test_a_timeline_is_drawn_with_links_to_what_it_names(new):
    site = new()
    site.companies.install("initech", company("initech") + LAUNCHES)
    site.write("guide.rst", ":orphan:\n\nGuide\n=====\n\n.. company:timeline:: initech\n")
    site.build()
    svg = site.tree("companies/initech").with_id("timeline").all("svg", "cp-picture")[0]
    elsewhere = site.tree("guide").all("svg", "cp-picture")[0]

    assert svg.attributes["role"] == "group"
    assert svg.attributes["aria-label"] == "Timeline: Initech & <Sons>"
    assert len(svg.all("g", "cp-points")[0].children) == 5
    assert {a.attributes["href"] for a in svg.all("a")} == {
        f"#statement-release-{year}" for year in range(2018, 2023)
    }
    assert {a.attributes["href"] for a in elsewhere.all("a")} == {
        f"companies/initech.html#statement-release-{year}" for year in range(2018, 2023)
    }
