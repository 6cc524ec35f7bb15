"""Every kind of page, asked by axe-core whether it shuts anybody out."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import PAGES

UNFOLD = "() => document.querySelectorAll('details').forEach((folded) => { folded.open = true })"

ONE_OF_EACH_STYLE = """(seen) => {
  const known = new Set(seen), found = new Map(), behind = new Map();
  const background = (element) => {
    if (!element) return "";
    if (!behind.has(element)) {
      const { backgroundColor, backgroundImage, opacity } = getComputedStyle(element);
      const own = [backgroundColor, backgroundImage, opacity].join();
      const rest = background(element.parentElement);
      behind.set(element, own === "rgba(0, 0, 0, 0),none,1" ? rest : `${own} ${rest}`);
    }
    return behind.get(element);
  };
  for (const element of document.querySelectorAll("body *")) {
    const hasText = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    if (!hasText || !element.checkVisibility()) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const style = [color, fontSize, fontWeight, background(element)].join();
    if (!known.has(style)) found.set(style, element);
  }
  const options = { runOnly: ["color-contrast"], resultTypes: ["violations"] };
  return axe.run([...found.values()], options)
    .then((results) => ({ ...results, styles: [...found.keys()] }));
}"""
"""Asks about one of all elements that have the same colours before the same background.

To ask about every single one takes minutes on a long page.
"""

ALL_BUT_CONTRAST = {
    "rules": {"color-contrast": {"enabled": False}},
    "resultTypes": ["violations"],
}


def told(results):
    """Return what is wrong, a line for each element."""
    return [
        f"{violation['id']}: {node['target']} {node['html'][:200]}: {node['failureSummary']}"
        for violation in results["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("kind", PAGES)
def test_nobody_is_shut_out(show, kind):
    page = show(PAGES[kind])
    page.evaluate(UNFOLD)

    assert told(Axe().run(page, options=ALL_BUT_CONTRAST).response) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_what_is_behind_it(show, scheme):
    axe, seen, wrong = Axe(), [], []
    for path in PAGES.values():
        page = show(path, scheme=scheme)
        page.evaluate(UNFOLD)
        page.evaluate(axe.axe_script)
        results = page.evaluate(ONE_OF_EACH_STYLE, seen)
        seen += results["styles"]
        wrong += told(results)

    assert len(seen) > len(PAGES)
    assert wrong == []
