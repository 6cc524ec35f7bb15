"""The page of Alibaba, asked in a real browser what a reader would see."""

import json
import re
import subprocess
from html import unescape

import pytest
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

PHONE, DESK = 400, 1400
"""Widths in pixels."""

FRAME = """
<script>
window.addEventListener("message", (event) => {
  const out = document.createElement("script");
  out.type = "application/json";
  out.id = "answers";
  out.textContent = event.data;
  document.body.append(out);
});
</script>
<iframe width="%d" height="2000" style="border: 0" src="%s"></iframe>
"""
"""A window of its own for the page: headless Chromium makes none as narrow as a phone."""

QUESTIONS = """
<script>
window.addEventListener("load", () => {
  document.body.dataset.theme = "THEME";
  const doc = document;
  const contrast = (element) => {
    const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => {
      const [r, g, b] = numbers(colour).slice(0, 3)
        .map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    let behind = element;
    while (behind && numbers(getComputedStyle(behind).backgroundColor)[3] === 0) {
      behind = behind.parentElement;
    }
    const a = light(getComputedStyle(element).color);
    const b = light(behind ? getComputedStyle(behind).backgroundColor : "rgb(255, 255, 255)");
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  const article = doc.querySelector("article");
  const shown = [...article.querySelectorAll("td p, th p, em, dt, li p, a, .cp-detail")]
    .filter((element) => element.textContent.trim() && element.getClientRects().length);
  const answers = {
    overflow: doc.documentElement.scrollWidth - doc.documentElement.clientWidth,
    contrast: Math.min(...shown.map(contrast)),
    background: getComputedStyle(doc.body).backgroundColor,
    struck: [...article.querySelectorAll(".cp-struck")]
      .map((element) => getComputedStyle(element).textDecorationLine),
    marks: [...article.querySelectorAll("em.cp-deprecated")].map((element) => element.textContent),
    scripts: [...doc.scripts].filter((script) => article.contains(script)).length,
    requests: performance.getEntriesByType("resource").map((entry) => entry.name),
    dead: [...article.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href"))
      .filter((href) => href !== "#" && !doc.getElementById(decodeURIComponent(href.slice(1)))),
  };
  parent.postMessage(JSON.stringify(answers), "*");
});
</script>
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A built site with the page of Alibaba."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "index.md").write_text("# Site\n\n```{toctree}\ncompanies/index\n```\n")
    settings = {
        "extensions": ["companyprofiles.sphinxext", "myst_parser"],
        "companyprofiles_pages": "all",
        "html_theme": "furo",
    }
    with patch_docutils(), docutils_namespace():
        app = Sphinx(
            folder,
            None,
            folder / "html",
            folder / "doctrees",
            "html",
            settings,
            status=None,
            warningiserror=True,
        )
        app.build()
    return folder / "html"


@pytest.fixture(scope="module")
def ask(browser, site, tmp_path_factory):
    """Open the page in a window of a width, light or dark, and return the answers."""

    def ask_page(width, theme):
        text = (site / "companies" / "alibaba.html").read_text()
        page = site / "companies" / f"asked-{width}-{theme}.html"
        page.write_text(text.replace("</head>", f"{QUESTIONS.replace('THEME', theme)}</head>"))
        frame = page.with_name(f"frame-{page.name}")
        frame.write_text(FRAME % (width, page.name))
        finished = subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                f"--user-data-dir={tmp_path_factory.mktemp('browser')}",
                "--window-size=1600,2000",
                "--virtual-time-budget=4000",
                "--dump-dom",
                frame.as_uri(),
            ],
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        found = re.search(r'id="answers">(.*?)</script>', finished.stdout, re.DOTALL)
        assert found, finished.stderr[-2000:]
        return json.loads(unescape(found[1]))

    answers = {}

    def ask_once(width, theme="light"):
        if (width, theme) not in answers:
            answers[width, theme] = ask_page(width, theme)
        return answers[width, theme]

    return ask_once


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_page_never_scrolls_sideways(ask, width):
    assert ask(width)["overflow"] <= 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_stands_out_from_what_is_behind_it(ask, theme):
    assert ask(DESK, theme)["contrast"] >= 4.5


def test_dark_is_dark(ask):
    light, dark = ask(DESK, "light")["background"], ask(DESK, "dark")["background"]

    assert light != dark


def test_what_is_deprecated_is_struck_through_and_says_so_in_words(ask):
    answers = ask(DESK)

    assert answers["struck"]
    assert set(answers["struck"]) == {"line-through"}
    assert set(answers["marks"]) == {"deprecated"}


def test_nothing_is_loaded_from_other_hosts(ask):
    assert all(address.startswith("file:") for address in ask(DESK)["requests"])


def test_data_brings_no_script(ask):
    assert ask(DESK)["scripts"] == 0


def test_no_link_within_the_page_is_dead(ask):
    assert ask(DESK)["dead"] == []
