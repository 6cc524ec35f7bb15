"""What is to be seen in the picture of a chart."""

import json
import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest

from companyprofiles import Entity, _drawing
from companyprofiles._vega_lite import in_print, specification
from companyprofiles.errors import MissingLibraryError
from companyprofiles.vocabulary import EMPLOYEES, REVENUE
from tests.samples import profile, statement

SVG = "{http://www.w3.org/2000/svg}"

REASON = {"en": "Misprinted."}


def revenue(year, value, **fields):
    return statement(REVENUE, value, valid=f"{year}", **fields)


STATED = (
    revenue(2019, "0.5E9 CNY"),
    revenue(2020, "1E9 CNY"),
    revenue(2021, "2E9 [1.5E9..2.5E9] CNY"),
    revenue(2022, ">3E9 CNY"),
    revenue(2023, "4E9..5E9 CNY"),
    revenue(2024, "900E9 CNY", rank="deprecated", because=REASON),
)


@pytest.fixture(scope="module")
def chart():
    return profile(*STATED).chart(REVENUE)


def parsed(svg):
    return ET.fromstring(svg)  # noqa: S314, our own


@pytest.fixture(scope="module")
def picture(chart):
    return parsed(chart.to_svg())


def marks(picture, name):
    """Return the shapes of a layer."""
    groups = [g for g in picture.iter(f"{SVG}g") if g.get("class") == f"cp-{name}"]
    return [shape for group in groups for shape in group if shape.tag != f"{SVG}g"]


def texts(picture):
    return ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]


def inherited(picture, name, attribute):
    """Return what the shapes of a layer have of an attribute, be it from what they are in."""
    parents = {child: parent for parent in picture.iter() for child in parent}

    def value(element):
        if element is None or attribute in element.attrib:
            return element.get(attribute) if element is not None else None
        return value(parents.get(element))

    return {value(shape) for shape in marks(picture, name)}


def test_every_figure_has_its_mark(picture):
    counts = {name: len(marks(picture, name)) for name in ("exact", "above", "deprecated", "line")}

    assert counts == {"exact": 3, "above": 1, "deprecated": 1, "line": 1}


def test_bounds_are_drawn_with_their_ends(picture):
    assert [len(marks(picture, name)) for name in ("bounds", "lower", "upper")] == [
        2,
        2,
        2,
    ]


def test_what_is_known_to_be_wrong_is_hollow_and_labelled(picture):
    (group,) = [g for g in picture.iter(f"{SVG}g") if g.get("class") == "cp-deprecated"]
    (wrong,) = group

    assert {wrong.get("fill", "none"), group.get("fill", "none")} <= {"none", "transparent"}
    assert wrong.get("stroke") or group.get("stroke")
    assert texts(picture).count("deprecated") == 1


def test_lines_have_no_filling_and_dots_have(picture):
    assert inherited(picture, "line", "fill") == {"none"}
    assert inherited(picture, "deprecated", "fill") <= {"none", "transparent"}
    assert inherited(picture, "exact", "fill").isdisjoint({None, "none"})


def test_marks_say_what_they_show(picture):
    titles = [shape.findtext(f"{SVG}title") for shape in marks(picture, "exact")]

    assert titles[0] == "2019: 500 million CNY"
    assert marks(picture, "deprecated")[0].findtext(f"{SVG}title") == (
        "2024: 900 billion CNY (deprecated)"
    )


def test_the_picture_has_a_title_and_a_description(picture, chart):
    assert picture.get("role") == "img"
    assert picture.get("aria-label") == chart.title == picture.findtext(f"{SVG}title")
    assert picture.findtext(f"{SVG}desc") == chart.description


def test_powers_of_ten_are_written_in_words(picture):
    assert {"100 million", "1 billion", "100 billion", "CNY"} <= set(texts(picture))


@pytest.mark.parametrize(
    "figures, lang, title",
    [
        (("20E9", "90E9"), "en", "billion CNY"),
        (("20E8", "90E8"), "zh", "亿元人民币"),
        (("20", "90"), "en", "CNY"),
    ],
)
def test_a_linear_axis_names_its_scale_once(figures, lang, title):
    stated = [revenue(2020 + n, f"{text} CNY") for n, text in enumerate(figures)]
    drawn = parsed(profile(*stated).chart(REVENUE, lang=lang).to_svg())

    assert title in texts(drawn)
    assert "80" in texts(drawn)


def test_series_have_colours_shapes_and_a_legend_of_their_own():
    stated = [
        statement(EMPLOYEES, "5 people", valid="2020"),
        statement(EMPLOYEES, "9 people", valid="2020", subject="ann-lee"),
    ]
    chart = profile(*stated).chart(EMPLOYEES, subject=["acme", "ann-lee"])
    drawn = parsed(chart.to_svg())
    one, two = marks(drawn, "exact")

    assert {"Acme", "Ann Lee"} <= set(texts(drawn))
    assert one.get("fill") != two.get("fill")
    assert one.get("d") != two.get("d")


def test_nothing_comes_from_elsewhere_and_nothing_runs(chart):
    drawn = chart.to_svg()
    addresses = set(re.findall(r"https?://[^\"' ]+", drawn))

    assert addresses == {"http://www.w3.org/2000/svg"}
    assert "<script" not in drawn
    assert "<style" not in drawn
    assert " id=" not in drawn
    assert "aria-roledescription" not in drawn


def test_colours_are_the_page_s_and_on_paper_they_are_there(chart):
    printed = json.dumps(in_print(specification(chart)))

    assert "currentColor" in chart.to_svg()
    assert "var(--cp-series-1" in chart.to_svg()
    assert "var(" not in printed
    assert "currentColor" not in printed
    assert chart.to_vega_lite() == json.loads(printed)


def test_the_same_chart_gives_the_same_bytes(chart):
    assert chart.to_svg() == profile(*STATED).chart(REVENUE).to_svg()


def test_names_are_no_markup():
    name = "</title><script>alert(1)</script>\" onload='x' 2.50"
    acme = Entity("acme", "group", name={"en": name})
    drawn = profile(*STATED, entities=(acme,)).chart(REVENUE)
    picture = parsed(drawn.to_svg())

    assert picture.get("aria-label") == f"{name}: Revenue"
    assert not list(picture.iter(f"{SVG}script"))
    assert "<script" not in drawn._repr_html_()


def test_a_notebook_gets_the_picture_and_the_figures(chart):
    html = chart._repr_html_()

    assert "<svg" in html
    assert html.count("<tr>") == len(chart.points)
    assert "<s>900 billion CNY</s> (deprecated)" in html
    assert "Sources: Report." in html


@pytest.fixture
def nothing_draws(monkeypatch):
    monkeypatch.setitem(sys.modules, "vl_convert", None)


def test_without_the_library_a_line_says_what_to_install(chart, nothing_draws):
    with pytest.raises(MissingLibraryError, match="Install vl-convert-python, or companyprofiles"):
        chart.to_svg()

    html = chart._repr_html_()

    assert "with its extra &#x27;charts&#x27;" in html
    assert html.count("<tr>") == len(chart.points)


@pytest.mark.parametrize(
    "suffix, start",
    [(_drawing.ON_PAGE, b"<svg"), (_drawing.ON_PAPER, b"<svg"), (_drawing.PDF, b"%PDF")],
)
def test_a_process_of_its_own_draws_files(tmp_path, chart, suffix, start):
    (tmp_path / "a.json").write_text(json.dumps(specification(chart)), "utf-8")
    command = [sys.executable, "-m", "companyprofiles._drawing", tmp_path, suffix]
    subprocess.run(command, input="a", text=True, check=True)

    assert (tmp_path / f"a{suffix}").read_bytes().startswith(start)
    assert len(list(tmp_path.iterdir())) == 2
