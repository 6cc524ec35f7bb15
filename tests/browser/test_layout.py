"""Every kind of page in windows from a phone's to a desk's, and pictures to be looked at."""

import pytest

from tests.browser.conftest import ADDRESS, DESK, PAGES, PHONE, REPOSITORY, TABLET

PICTURES = REPOSITORY / "build" / "pictures"
"""Folder of the pictures that each run leaves behind."""

SHARE = """(line) => {
  const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  while (!texts.nextNode().data.includes("40%"));
  const range = document.createRange();
  const at = texts.currentNode.data.indexOf("40%");
  range.setStart(texts.currentNode, at);
  range.setEnd(texts.currentNode, at + 3);
  return range.getBoundingClientRect().left;
}"""
"""Asks where a share begins."""

SHOWN = [
    "home",
    "companies",
    "company",
    "company written from right to left",
    "Chinese company",
    "vocabulary",
    "checks",
    "search",
]
"""Kinds of page that pictures are taken of."""

TOO_WIDE = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > width)
    .map((element) => element.outerHTML.slice(0, 200));
}"""


@pytest.mark.parametrize("kind", PAGES)
def test_no_page_scrolls_sideways(show, kind):
    page = show(PAGES[kind])
    wide = {}
    for width in (PHONE, TABLET, DESK):
        page.set_viewport_size({"width": width, "height": 900})
        wide[width] = page.evaluate(TOO_WIDE)

    assert wide == {PHONE: [], TABLET: [], DESK: []}


def test_dark_is_dark(show):
    lightness = "getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)[0]"

    assert show(PAGES["company"]).evaluate(lightness) > 200
    assert show(PAGES["company"], scheme="dark").evaluate(lightness) < 60


def test_what_is_deprecated_is_struck_through_and_says_so_in_words(show):
    page = show(PAGES["company"])
    lines = page.locator(".cp-struck").evaluate_all(
        "struck => struck.map((element) => getComputedStyle(element).textDecorationLine)"
    )
    marks = page.locator("em.cp-deprecated").all_text_contents()

    assert lines
    assert set(lines) == {"line-through"}
    assert set(marks) == {"deprecated"}


def test_a_name_from_right_to_left_moves_nothing_around_it(show):
    page = show(PAGES["company written from right to left"])
    name = page.locator("#timeline td bdi", has_text="פנינה")
    right_of_name = name.evaluate("(name) => name.getBoundingClientRect().right")
    share = page.locator("#timeline td p", has_text="40%").evaluate(SHARE)

    assert share >= right_of_name


def test_the_overview_is_a_list_of_cards_on_a_phone(show):
    table = show(PAGES["companies"], PHONE).locator(".cp-index")
    names = table.locator(".cp-column:visible").evaluate_all(
        "names => names.map((name) => getComputedStyle(name, '::before').content)"
    )

    assert table.evaluate("(box) => box.scrollWidth <= box.clientWidth")
    assert {'"Headquarters"', '"Founded"', '"Data"'} <= set(names)
    assert table.locator("thead button").first.is_visible()
    assert table.locator("td:visible:not(:has(p))").count() == 0


def test_the_overview_is_a_table_where_there_is_room(show):
    table = show(PAGES["companies"], DESK).locator(".cp-index")

    assert table.locator("thead th").first.is_visible()
    assert not table.locator(".cp-column").first.is_visible()


def test_what_the_heading_of_a_column_says_is_not_said_in_every_row(show):
    mark = show(PAGES["company"]).locator(".cp-wrong tbody th em.cp-deprecated").first

    assert mark.text_content() == "deprecated"
    assert mark.bounding_box()["width"] <= 1


def test_no_full_line_has_an_empty_one_below(show):
    """What leads from a statement takes no room until somebody looks at it."""
    page = show(PAGES["company"])
    line = page.locator("#holdings td p", has=page.locator(".cp-place")).first
    link = line.locator(".cp-place > a").first
    widths = [link.bounding_box()["width"]]
    line.hover()
    widths.append(link.bounding_box()["width"])

    assert widths[0] <= 1 < widths[1]


def test_the_switch_between_languages_keeps_away_from_the_search(show):
    page = show(PAGES["home"])
    search = page.locator(".sidebar-search-container").bounding_box()
    switch = page.locator(".cp-languages li").first.bounding_box()

    assert switch["y"] - (search["y"] + search["height"]) >= 8


@pytest.mark.parametrize("kind", ["home", "company", "search", "Chinese company"])
def test_nothing_is_loaded_from_other_hosts(show, requests, kind):
    show(PAGES[kind])

    assert requests
    assert [address for address in requests if not address.startswith(ADDRESS)] == []


@pytest.mark.parametrize("kind", ["company", "hostile company"])
def test_data_brings_no_script(show, kind):
    assert show(PAGES[kind]).locator("article script").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [PHONE, TABLET, DESK])
@pytest.mark.parametrize("kind", SHOWN)
def test_a_picture_of_each_main_page_is_kept(show, kind, width, scheme):
    page = show(PAGES[kind], width, scheme)
    page.set_viewport_size({"width": width, "height": 1600})
    file = PICTURES / f"{kind.replace(' ', '-')}-{width}-{scheme}.png"
    page.screenshot(path=file)

    assert file.stat().st_size
