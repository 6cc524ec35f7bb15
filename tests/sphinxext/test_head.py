"""What the head of a page says to machines, and what lies beside it for them."""

import json
import re

import pytest

import companyprofiles
from companyprofiles._formats.json import export
from tests.sphinxext.conftest import Reader

FORMATS = """
from companyprofiles.errors import MissingLibraryError
from companyprofiles.hookspecs import Exporter, hookimpl


def linked(profile):
    return '{"@id": "#entity-%s", "name": "</script><b>"}' % profile.subject


def also_json(profile):
    return "[]"


def failing(profile):
    raise ValueError("no luck")


def poor(profile):
    raise MissingLibraryError("pandas", "this", "extra", "ours")


def exporter(name, media_type, suffix, export):
    return Exporter(
        name, summary="Ours & <theirs>", media_type=media_type, suffix=suffix, export=export
    )


@hookimpl
def companyprofiles_exporters():
    return [
        exporter("linked", "application/ld+json", ".linked", linked),
        exporter("also-json", "application/json", ".json", also_json),
        exporter("failing", "text/plain", ".txt", failing),
        exporter("poor", "text/plain", ".poor", poor),
    ]
"""


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    site.companies.install_plugin("formats", FORMATS)
    site.settings |= {
        "html_baseurl": "https://site.example/docs/",
        "companyprofiles_downloads": ["json", "linked", "also-json", "failing", "poor"],
        "companyprofiles_report_url": "https://site.example/wrong?{id}+{key}+{version}",
    }
    site.write("own.rst", ":orphan:\n\nOwn\n===\n\n.. company:section:: acme/identity\n")
    site.build(quiet=False)
    return site


def tags(site, page, kind, builder="html"):
    reader = Reader()
    reader.feed((site.output / builder / f"{page}.html").read_text("utf-8"))
    return [element for element in reader.root.walk() if element.tag == kind]


def meta(site, page="companies/acme"):
    named = (element.attributes for element in tags(site, page, "meta"))
    return {a.get("name") or a.get("property"): a.get("content") for a in named}


def test_the_head_describes_the_page(site):
    found = meta(site)

    assert found["description"] == "14 statements from 3 sources, as of 1 November 2026."
    assert found["og:description"] == found["description"]
    assert found["og:title"] == "Acme"
    assert found["og:site_name"] == "Site"
    assert found["og:url"] == "https://site.example/docs/companies/acme.html"
    assert tags(site, "companies/acme", "title")[0].text.startswith("Acme")


def test_the_page_names_its_canonical_address(site):
    links = [e.attributes for e in tags(site, "companies/acme", "link")]

    assert {"rel": "canonical", "href": "https://site.example/docs/companies/acme.html"} in links


def test_texts_of_data_end_no_tag(site):
    assert "<" in meta(site, "companies/hostile")["og:title"]


def test_other_pages_are_left_alone(site):
    assert "og:title" not in meta(site, "own")
    assert "og:title" not in meta(site, "index")


def test_linked_data_of_whatever_plugin_stands_in_the_head(site):
    scripts = [e for e in tags(site, "companies/acme", "script") if "ld+json" in str(e.attributes)]
    text = re.search(r'application/ld\+json">(.*?)</script>', site.page())[1]

    assert len(scripts) == len(re.findall('application/ld.json">', site.page()))
    assert "<" not in text
    assert {"@id": "#entity-acme", "name": "</script><b>"} in [
        json.loads(t) for t in re.findall(r'ld\+json">(.*?)</script>', site.page())
    ]


def test_each_format_lies_beside_the_page_under_the_company_s_name(site):
    folder = site.output / "html" / "companies"
    site.build(quiet=False)

    assert (folder / "acme.json").read_text("utf-8") == export(companyprofiles.get("acme"))
    assert (folder / "acme.also-json.json").read_text() == "[]"
    assert (folder / "acme.linked").exists()
    assert not (folder / "acme.txt").exists()
    assert not (folder / "acme.poor").exists()


def test_the_page_and_its_head_link_to_the_formats(site):
    in_head = {
        e.attributes["href"]
        for e in tags(site, "companies/acme", "link")
        if e.attributes["rel"] == "alternate" and e.attributes["type"] != "application/atom+xml"
    }
    in_page = {e.attributes["href"]: e for e in site.tree().all("a") if "download" in e.attributes}

    assert set(in_page) == in_head == {"acme.json", "acme.also-json.json", "acme.linked"}
    assert in_page["acme.linked"].attributes["title"] == "Ours & <theirs>"


def test_a_format_that_fails_is_told_once_and_one_without_its_library_is_none(new_site):
    site = new_site()
    site.companies.install_plugin("formats", FORMATS)
    site.settings["companyprofiles_pages"] = ["acme"]
    site.build(quiet=False)

    assert site.warnings.count("WARNING") == 1
    assert "the format 'failing' of formats" in site.warnings
    assert "[company.exporter]" in site.warnings


def test_what_did_not_change_is_not_written_again(site):
    path = site.output / "html" / "companies" / "acme.json"
    before = path.stat().st_mtime_ns
    site.settings["html_title"] = "Another"
    site.build(quiet=False)

    assert path.stat().st_mtime_ns == before


def test_other_builders_have_the_page_without_files(site):
    output = site.build("epub", to="epub", quiet=False)
    page = (output / "companies" / "acme.xhtml").read_text("utf-8")

    assert not list(output.glob("**/acme.json"))
    assert "og:title" not in page
    assert "cp-tools" not in page
    assert 'class="headerlink"' not in page


def test_folders_for_pages_do_not_hide_the_files(site):
    output = site.build("dirhtml", to="dirhtml", quiet=False)
    page = (output / "companies" / "acme" / "index.html").read_text("utf-8")

    assert (output / "companies" / "acme.json").exists()
    assert 'href="../acme.json"' in page


def test_the_page_says_how_to_cite_it(site):
    box = site.tree().all("details", "cp-cite-page")[0]

    assert "Acme. companyprofiles-acme 1.0, data as of 1 November 2026." in box.text
    assert "https://site.example/docs/companies/acme.html" in box.all("p")[0].text
    assert "title = {Acme}" in box.all("pre")[0].text
    assert "@misc{acme-1.0," in box.all("pre")[0].text


def test_every_statement_links_to_itself_and_to_where_its_errors_are_reported(site):
    place = site.tree().with_id("statement-revenue-2023")
    own, report = place.all("a")

    assert own.attributes["href"] == "#statement-revenue-2023"
    assert report.attributes["href"] == "https://site.example/wrong?acme+revenue-2023+1.0"
    assert "revenue-2023" in report.attributes["aria-label"]


def test_the_page_as_a_whole_can_be_reported_too(site):
    links = [e.attributes["href"] for e in site.tree().all("div", "cp-tools")[0].all("a")]

    assert "https://site.example/wrong?acme++1.0" in links


def test_nothing_is_offered_that_the_site_does_not_want(new_site):
    site = new_site()
    site.settings |= {"companyprofiles_downloads": [], "html_permalinks": False}
    site.build()
    tools = site.tree().all("div", "cp-tools")[0]

    assert "Download" not in tools.text
    assert not tools.all("a")
    assert not site.tree().with_id("statement-revenue-2023").all("a")
    assert not list((site.output / "html").glob("**/acme.json"))


def test_files_of_a_company_that_is_gone_are_removed(new_site):
    site = new_site()
    site.build()
    folder = site.output / "html" / "companies"
    assert (folder / "globex.json").exists()

    site.settings["companyprofiles_pages"] = ["acme", "hostile"]
    site.build()

    assert not (folder / "globex.json").exists()
    assert (folder / "acme.json").exists()
