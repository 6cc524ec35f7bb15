"""What readers do on a page: follow footnotes there and back, use the keyboard, and search."""

import pytest

from tests.browser.conftest import DESK, PAGES, PHONE

REACHABLE = """() => {
  const reachable = "a[href], button, input, select, summary, [tabindex='0']";
  window.waiting = [...document.querySelectorAll(reachable)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }));
  return window.waiting.length;
}"""

REACHED = """() => {
  const focused = document.activeElement;
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const { outlineStyle, opacity } = getComputedStyle(focused);
  const isWithin = right > 0 && left < innerWidth && bottom > 0 && top < innerHeight;
  const isSeen = isWithin && outlineStyle !== "none" && opacity !== "0";
  return [window.waiting.indexOf(focused), isSeen ? "" : focused.outerHTML.slice(0, 200)];
}"""


DESCRIBED = "(numbers) => numbers.map((n) => window.waiting[n].outerHTML.slice(0, 200))"

IS_SEEN = """(id) => {
  const { top, bottom } = document.getElementById(id).getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}"""


def hash_of(page):
    return page.evaluate("decodeURIComponent(location.hash.slice(1))")


def test_a_footnote_leads_to_its_source_and_the_source_leads_back(show):
    page = show(PAGES["company"])
    number = page.locator("sup a.reference.internal[href^='#source-']").nth(20)
    place = number.get_attribute("id")
    number.click()
    source = hash_of(page)
    back = page.locator(f".cp-sources > li:has([id='{source}']) .cp-back a[href='#{place}']")
    is_source_seen = page.evaluate(IS_SEEN, source)
    back.click()

    assert source == number.get_attribute("href")[1:]
    assert is_source_seen
    assert hash_of(page) == place
    assert page.evaluate(IS_SEEN, place)


@pytest.mark.parametrize("kind", ["company", "hostile company", "Chinese company"])
def test_every_footnote_has_a_way_back(show, kind):
    page = show(PAGES[kind])
    footnotes = page.locator("sup a[href^='#source-']").evaluate_all("all => all.map((a) => a.id)")
    back = page.locator(".cp-back a").evaluate_all("all => all.map((a) => a.hash.slice(1))")

    assert footnotes
    assert sorted(footnotes) == sorted(map(str, back))


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("kind", ["companies", "hostile company", "vocabulary"])
def test_the_keyboard_alone_reaches_everything(show, kind, width):
    page = show(PAGES[kind], width)
    count = page.evaluate(REACHABLE)
    missed, unseen = set(range(count)), []
    for _press in range(2 * count):  # boxes that scroll are reached too
        page.keyboard.press("Tab")
        number, hidden = page.evaluate(REACHED)
        missed.discard(number)
        if number >= 0 and hidden:
            unseen.append(hidden)
        if not missed:
            break

    assert page.evaluate(DESCRIBED, sorted(missed)) == []
    assert unseen == []


@pytest.mark.parametrize(
    "words, company",
    [
        ("阿里巴巴", "alibaba"),
        ("阿里巴巴集团", "alibaba"),
        ("阿里", "alibaba"),
        ("月之暗面", "moonshot"),
        ("BABA", "alibaba"),
        ("الجوهرة", "jawhara"),
        ("פנינה", "jawhara"),
    ],
)
def test_search_finds_a_company_by_its_name(show, words, company):
    page = show(f"search.html?q={words}")
    found = page.locator(f"#search-results a[href*='companies/{company}.html']")
    found.first.wait_for(timeout=20_000)

    assert found.count()
