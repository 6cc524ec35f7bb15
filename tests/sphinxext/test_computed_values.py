"""What a reader is told of a value that is computed from others."""

import pytest

COUNTED = """
[profile]
id = "counted"
subject = "counted"
languages = ["en"]

[[entities]]
id = "counted"
kind = "legal_entity"
name.en = "Counted"

[[sources]]
id = "one"
title.en = "One"
kind = "press"

[[revenue]]
key = "revenue-2023"
value = "200E6 CNY"
valid = "2023"
references = [{ source = "one" }]

[[revenue]]
key = "revenue-2024"
value = "210E6 CNY"
valid = "2024"
references = [{ source = "one" }]

[[revenue]]
key = "revenue-both"
value = "410E6 CNY"
valid = "2023/2024"
derived_from = ["revenue-2023", "revenue-2024"]
derived_by = "sum"
references = [{ source = "one", as_printed = "410 million" }]

[[growth]]
key = "growth-2024"
value = "5.0 %"
valid = "2024"
dimensions = { of = "revenue" }
derived_from = ["revenue-2023", "revenue-2024"]
derived_by = "growth"
references = [{ source = "one" }]
"""


@pytest.fixture(scope="module")
def page(new_site):
    site = new_site()
    site.companies.install("counted", COUNTED)
    site.settings["companyprofiles_pages"] = ["counted"]
    site.build()
    return site.tree("companies/counted")


def told(page, anchor):
    """Return what is noted of a statement, and where the links in it lead."""
    note = page.with_id(f"note-{anchor}").around("p")
    links = [link.attributes["href"] for link in note.all("a")]
    return " ".join(note.text.split()), links


def test_a_value_that_no_source_prints_is_marked_by_a_word(page):
    cell = page.with_id("statement-growth-2024").around("p")

    assert [mark.text for mark in cell.all("em", "cp-mark")] == ["computed"]
    assert "computed 5.0% (Revenue)" in cell.text
    assert "computed follows from other statements, and no source prints it" in page.text


def test_a_value_that_a_source_prints_is_not_marked(page):
    cell = page.with_id("statement-revenue-both").around("p")

    assert cell.all("em", "cp-mark") == []


def test_it_is_said_how_a_value_is_computed_with_links_to_what_from(page):
    text, links = told(page, "growth-2024")

    assert text.endswith(
        "Growth from Revenue, 2023: 200 million CNY to Revenue, 2024: 210 million CNY"
    )
    assert links[-2:] == ["#statement-revenue-2023", "#statement-revenue-2024"]
    text, links = told(page, "revenue-both")
    assert text.endswith("Sum of Revenue, 2023: 200 million CNY; Revenue, 2024: 210 million CNY")
    assert links[-2:] == ["#statement-revenue-2023", "#statement-revenue-2024"]
