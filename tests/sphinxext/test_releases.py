"""Earlier releases of a profile: what changed, and what became of what is gone."""

import json
from xml.etree import ElementTree as ET

import pytest

from companyprofiles.sphinxext._feed import ATOM
from tests.sphinxext.conftest import ACME

OLDER = (
    ACME.replace("2026-11-01", "2026-09-01")
    .replace('value = "941168E6 CNY"', 'value = "941000E6 CNY"')
    .replace('key = "moon"', 'key = "to-the-moon"')
    .replace('[[claim]]\nkey = "best"', '[[claim]]\nkey = "former"')
    .replace('value.en = "The best of all anvils."', 'value.en = "The only anvil."')
)
OLDEST = OLDER.replace("2026-09-01", "2026-03-01").replace(
    'references = [{ source = "gazette", locator = "page 1"', 'references = [{ source = "gazette"'
)


@pytest.fixture(scope="module")
def site(new_site, tmp_path_factory):
    import companyprofiles

    site = new_site()
    for name, text in (("2026.9.0", OLDER), ("2026.3.0", OLDEST)):
        folder = tmp_path_factory.mktemp("old")
        (folder / "acme.toml").write_text(text, "utf-8")
        profile = companyprofiles.load(folder)
        site.write(f"releases/acme-{name}.json", json.dumps(profile.to_dict()))
    site.settings |= {
        "companyprofiles_releases": ["releases/*.json"],
        "html_baseurl": "https://site.example/",
    }
    site.write("guide.rst", ":orphan:\n\nGuide\n=====\n\n:company:statement:`acme/to-the-moon`\n")
    site.build()
    return site


def test_the_page_of_changes_begins_with_the_newest(site):
    page = site.tree("companies/acme/changes")
    headings = [e.text.rstrip("¶") for e in page.all("h2")]

    assert headings == ["1.0, after 2026.9.0", "2026.9.0, after 2026.3.0"]


def test_it_tells_what_became_of_each_statement(site):
    newest, older = site.tree("companies/acme/changes").all("section")[1:]

    assert "Added: 1, Corrected: 1, Withdrawn: 1, Worded otherwise: 1." in newest.text
    assert "941,000 million CNY → 941,168 million CNY" in newest.text
    assert "The only anvil." in newest.text
    assert newest.all("span", "cp-struck")
    assert "Sourced otherwise: 1." in older.text


def test_its_links_lead_to_the_statements(site):
    links = [e.attributes["href"] for e in site.tree("companies/acme/changes").all("a")]

    assert "../acme.html#statement-revenue-2023" in links


def test_links_to_what_was_withdrawn_lead_to_where_it_is_told(site):
    page = site.tree()
    gone = page.with_id("statement-former").around("li")
    renamed = page.with_id("statement-to-the-moon").around("li")

    assert "The only anvil." in gone.text
    assert [e.attributes["href"] for e in renamed.all("a")] == ["#statement-moon"]


def test_roles_still_find_what_was_withdrawn(site):
    assert "companies/acme.html#statement-to-the-moon" in site.page("guide")


def test_the_page_of_the_company_leads_to_its_changes(site):
    assert 'href="acme/changes.html"' in site.page()


def test_the_feed_tells_of_every_version(site):
    root = ET.parse(site.output / "html" / "companies" / "changes.atom").getroot()  # noqa: S314, our own
    entries = [
        (e.findtext(f"{{{ATOM}}}title"), e.findtext(f"{{{ATOM}}}updated"))
        for e in root.iter(f"{{{ATOM}}}entry")
    ]

    assert entries == [
        ("Acme 1.0", "2026-11-01T00:00:00Z"),
        ("Acme 2026.9.0", "2026-09-01T00:00:00Z"),
    ]
    ids = [e.text for e in root.iter(f"{{{ATOM}}}id")]
    assert len(ids) == len(set(ids))
    assert all(str(name).startswith("https://site.example/companies/") for name in ids)
    assert root.findtext(f"{{{ATOM}}}updated") == "2026-11-01T00:00:00Z"
    assert 'type="application/atom+xml"' in site.page()


def test_a_site_without_an_address_has_no_feed(new_site):
    site = new_site()
    site.build()

    assert not list((site.output / "html").glob("**/*.atom"))
    assert "atom+xml" not in site.page()


def test_nothing_is_read_again_until_a_release_comes(site):
    site.build()
    assert site.read == []

    path = site.source / "releases" / "acme-2026.9.0.json"
    old = json.loads(path.read_text("utf-8"))
    old["profile"]["data_cut_off"] = "2026-09-02"
    path.write_text(json.dumps(old))
    site.build()

    assert sorted(site.read) == ["companies/acme", "companies/acme/changes"]


@pytest.mark.parametrize(
    "releases, text, message",
    [
        (["none/*.whl"], "", "companyprofiles_releases names 'none/*.whl', and no file is called"),
        (["bad.json"], "{", "must be JSON"),
        (["bad.json"], "{}", "bad.json"),
    ],
)
def test_a_release_that_cannot_be_read_is_a_warning(new_site, releases, text, message):
    site = new_site()
    site.settings |= {"companyprofiles_pages": ["acme"], "companyprofiles_releases": releases}
    site.write("bad.json", text)
    site.build("dummy", quiet=False)

    assert message in site.warnings
    assert "[company.release]" in site.warnings
