"""What a company's page shows, as a reader finds it."""

import re

import pytest

import companyprofiles

ANCHORS = [
    "claims",
    "claims-claim",
    "claims-plan",
    "company-acme",
    "disputes",
    "entity-acme",
    "entity-anvil",
    "entity-coy",
    "entity-globex",
    "entity-round-a",
    "finance",
    "holdings",
    "identity",
    "people",
    "products",
    "source-annual-report",
    "source-gazette",
    "source-unused",
    "sources",
    "statement-anvil-10t",
    "statement-anvil-10t-wrong",
    "statement-best",
    "statement-ceo",
    "statement-moon",
    "statement-name-en",
    "statement-name-zh",
    "statement-revenue-2023",
    "statement-revenue-2023-wrong",
    "statement-stake",
    "timeline",
]
"""Published once, they stay: others link to them."""


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    site.build()
    return site


@pytest.fixture(scope="module")
def acme(site):
    return site.tree()


@pytest.fixture(scope="module")
def profile(site):
    site.build()
    return companyprofiles.get("acme")


def cell_text(element):
    return re.sub(r"\s+", " ", element.text).strip()


def test_anchors_stay(acme):
    ids = {e.id for e in acme.walk() if e.id}
    hashed = {name for name in ids if re.fullmatch(r"statement-[0-9a-f]{16}", name)}
    lasting = {name for name in ids - hashed if not name.startswith(("cite-", "note-"))}

    assert sorted(lasting) == ANCHORS
    assert all(name.isascii() for name in ids)


def test_no_anchor_is_there_twice(acme):
    ids = [e.id for e in acme.walk() if e.id]

    assert len(ids) == len(set(ids))


def test_every_statement_is_on_the_page_once(acme, profile):
    for statement in profile:
        acme.with_id(f"statement-{statement.anchor}")


def test_every_footnote_leads_to_its_source_and_back(acme, profile):
    numbers = [e for e in acme.all("a") if e.id.startswith("cite-")]
    back = [e.attributes["href"] for p in acme.all("p", "cp-back") for e in p.all("a")]

    assert len(numbers) > sum(len(s.references) for s in profile)
    for number in numbers:
        entry = acme.with_id(number.attributes["href"][1:]).around("li")
        own = [e.attributes["href"] for p in entry.all("p", "cp-back") for e in p.all("a")]
        assert f"#{number.id}" in own
    assert sorted(back) == sorted(f"#{number.id}" for number in numbers)


def test_every_statement_with_a_place_carries_footnotes(acme, profile):
    for statement in profile:
        place = acme.with_id(f"statement-{statement.anchor}").around("p")
        assert len([e for e in place.all("a") if e.id.startswith("cite-")]) == len(
            {reference.source for reference in statement.references}
        )


def test_every_link_on_the_page_leads_somewhere(acme):
    ids = {e.id for e in acme.walk()}
    targets = [e.attributes.get("href") or "" for e in acme.all("a", "internal")]

    assert {t[1:] for t in targets if t.startswith("#")} <= ids


def test_a_footnote_has_a_name_to_be_read_out(acme):
    number = next(e for e in acme.all("a") if e.id == "cite-finance-revenue-2023-wrong")

    assert number.attributes["aria-label"] == f"Source {number.text[1:-1]}"
    assert number.attributes["title"] == "Gazette, page 1: printed as “717.28 billion”"


def test_a_source_says_all_that_is_known_of_it(acme):
    report = cell_text(acme.with_id("source-annual-report").around("li"))
    gazette = cell_text(acme.with_id("source-gazette").around("li"))

    assert report.startswith(
        "Annual report. Jane Doe. Acme Inc. June 2024 (date uncertain). By the company itself."
    )
    assert "Licence: CC0-1.0" in report
    assert "Mirror: a copy of somebody else’s publication. No public address" in gazette
    assert acme.with_id("source-gazette").around("li").all("a", "external") == []


def test_a_way_back_says_what_it_leads_back_to(acme):
    gazette = cell_text(acme.with_id("source-gazette").around("li"))

    assert "Anvil: Parameters, October 2020 (deprecated) (paragraph 5)" in gazette
    assert "Where the sources disagree" in gazette


def test_values_are_as_precise_as_the_data(acme):
    assert "941,168 million CNY" in acme.text
    assert "717.28 billion CNY" in acme.text
    assert "10 trillion parameters" in acme.text
    assert "more than 1 billion USD" in acme.text
    assert "About 36%, held by Acme" in acme.text
    assert "not disclosed" in acme.text


def test_a_deprecated_value_is_marked_in_words_and_leads_to_the_right_one(acme):
    place = acme.with_id("statement-anvil-10t-wrong").around("p")
    row = place.around("tr")

    assert [e.text for e in place.all("em", "cp-mark")] == ["deprecated"]
    assert place.all("span", "cp-struck")
    assert "Deprecated: Out of order." in row.text
    assert "#statement-anvil-10t" in [e.attributes["href"] for e in row.all("a")]


def test_every_place_of_a_deprecated_statement_says_so(acme, profile):
    wrong = {s.anchor for s in profile if s.is_deprecated}
    places = [e for e in acme.all("a") if e.id.startswith("cite-")]
    shown = [e for e in places if any(e.id.endswith(f"-{anchor}") for anchor in wrong)]

    assert shown
    assert all("deprecated" in e.around("p").text for e in shown)


def test_a_series_keeps_a_wrong_value_in_its_place_in_time(acme):
    series = acme.with_id("statement-anvil-10t").around("table")

    assert [cell_text(e) for e in series.all("th", "stub")] == [
        "When",
        "October 2020",
        "October 2021",
    ]


def test_nothing_deprecated_is_at_a_glance_or_in_the_timeline(acme):
    glance = acme.all("div", "cp-infobox")[0]
    timeline = acme.with_id("timeline")

    assert "717.28" not in glance.text
    assert "941,168" in glance.text
    assert "October 2020" not in timeline.text
    assert not timeline.all("em", "cp-deprecated")


def test_what_the_company_is_comes_before_what_the_page_is(acme):
    blocks = [
        name
        for element in acme.all("div", "cp-head")[0].all("div")
        for name in ("cp-intro", "cp-infobox", "cp-about")
        if name in element.classes
    ]

    assert blocks == ["cp-intro", "cp-infobox", "cp-about"]


def test_a_figure_at_a_glance_says_of_which_time_it_is(acme):
    row = next(e for e in acme.all("div", "cp-infobox")[0].all("tr") if "941,168" in e.text)

    assert [e.text for e in row.all("p", "cp-detail")] == ["year to 31 March 2024"]


def test_the_note_of_a_profile_is_folded_up(acme):
    folds = {e.all("summary")[0].text: e.text for e in acme.all("details", "cp-legend")}

    assert "Made up for tests." in folds["About this profile"]


def test_modality_and_speaker_are_said(acme):
    claim = acme.with_id("statement-best").around("li")
    plan = acme.with_id("statement-moon").around("li")

    assert [e.text for e in claim.all("em", "cp-mark")] == ["claimed"]
    assert "Said by Coy Ote, reported by Gazette, paragraph 7." in claim.text
    assert [e.text for e in plan.all("em", "cp-mark")] == ["planned"]


def test_a_quotation_is_shown_in_its_language(acme):
    plan = acme.with_id("statement-moon").around("li")

    assert "“月球” – Gazette, p. 2" in plan.text
    assert "月球" in [e.text for e in plan.walk() if e.attributes.get("lang") == "zh"]


def test_an_entity_leads_to_the_page_of_its_own_profile(acme):
    cell = acme.with_id("entity-globex").around("th")

    assert [e.attributes["href"] for e in cell.all("a")] == ["globex.html#company-globex"]


def test_disputes_show_both_sides_and_the_reason(acme):
    row = next(e for e in acme.with_id("disputes").all("tr") if "717.28 billion" in e.text)

    assert "941,168 million CNY" in row.text
    assert "Cut off, not rounded." in row.text
    assert "Printed: “717.28 billion”" in row.text
    assert len([e for e in row.all("a") if e.id.startswith("cite-disputes-")]) == 3


def test_tables_have_captions_and_named_rows(acme):
    for table in acme.all("table"):
        assert table.all("caption")[0].text.strip()
        rows = [e for body in table.all("tbody") for e in body.all("tr")]
        assert all(len(row.all("th", "stub")) == 1 for row in rows)


def test_the_head_says_what_the_data_is(acme):
    head = cell_text(acme.all("div", "cp-about")[0])

    assert re.search(r"\d+ statements from 3 sources, as of 1 November 2026\.", head)
    assert "Data: companyprofiles-acme 1.0. Licence: CC-BY-4.0." in head
    assert "Made up for tests." in head
    assert "deprecated known to be wrong" in head


def test_a_text_in_another_language_is_marked(acme):
    marked = [e.text for e in acme.walk() if e.attributes.get("lang") == "zh"]

    assert "艾克米" in marked
    assert "公报" in marked


def test_a_name_can_be_searched_for_in_chinese(site):
    index = (site.output / "html" / "searchindex.js").read_text("utf-8")

    assert "艾克米" in index.encode().decode("unicode_escape")


def test_hostile_texts_are_shown_as_they_are(site):
    page = site.page("companies/hostile")
    main = site.tree("companies/hostile")

    name = """<script>alert(1)</script> "A--B" 'tis :ref:`x` |sub| **b** `c`_ _target: &amp;"""
    assert main.all("h1")[0].text.startswith(name)
    assert "</td></table><b>bold</b> :company:company:`acme` .. include:: /etc/passwd" in main.text
    assert "<img src=x onerror=alert(2)> .. raw:: html" in main.text
    assert main.all("script") == main.all("img") == main.all("style") == main.all("b") == []
    assert "root:" not in main.text
    assert not [e for e in main.walk() if any(name.startswith("on") for name in e.attributes)]
    assert "alert(4)" in page
    assert "<script>alert" not in page


def test_only_web_addresses_become_links(site):
    from companyprofiles.sphinxext._nodes import external_link

    for address in (
        "javascript:alert(1)",
        " javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "http://[",
    ):
        assert "refuri" not in external_link(address).attributes
    links = [e.attributes.get("href") or "" for e in site.tree("companies/hostile").all("a")]
    assert all(link.startswith(("#", "https://", "http://", "../", "hostile.")) for link in links)


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\u200f", "\x07", "\x1b"])
def test_characters_that_would_disguise_a_text_are_refused(new_site, character):
    site = new_site()
    globex = site.companies.data("globex")
    escaped = f"\\u{ord(character):04X}"
    globex.write_text(
        globex.read_text("utf-8").replace('"Web site"', f'"Web{escaped} site"'), "utf-8"
    )
    site.settings["companyprofiles_pages"] = ["globex"]
    site.build("dummy", quiet=False)

    assert "control and bidirectional" in site.warnings
    assert f"U+{ord(character):04X}" in site.warnings
    assert re.search(r"globex\.toml:\d+: WARNING", site.warnings)


def test_the_words_of_a_page_are_in_the_language_of_the_site(new_site):
    site = new_site()
    site.settings["language"] = "zh_CN"
    site.build("text")
    text = (site.output / "text" / "companies" / "acme.txt").read_text("utf-8")

    assert "*已弃用* 7,172.8亿元人民币^[" in text
    assert "Annual report. Jane Doe." in text
    assert "无日期. 新闻媒体. 无公开网址." in text
    assert "deprecated" not in text
