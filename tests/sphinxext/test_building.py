"""What a build reads again, writes and removes."""

import os
import re
import time

import pytest

from companyprofiles._catalog import installed
from companyprofiles.errors import count


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    site.write(
        "guide.rst",
        ":orphan:\n\nGuide\n=====\n\n.. company:profile:: globex\n   :sections: identity\n",
    )
    site.build()
    return site


def test_companies_have_pages_and_an_index(site):
    assert {"companies/acme", "companies/globex", "companies/hostile", "companies/index"} <= set(
        site.app.env.found_docs
    )
    index = site.page("companies/index")

    assert "艾克米" in index
    assert "companyprofiles-acme 1.0" in index
    assert 'href="acme.html"' in index or "acme.html#company-acme" in index
    assert "1 November 2026" in index


def test_a_line_at_the_end_tells_what_there_is(site):
    site.build()
    profiles = [installed().get(name) for name in ("acme", "globex", "hostile")]
    statements = sum(len(profile.statements) for profile in profiles)
    disputes = sum(len(profile.disputes()) for profile in profiles)

    told = f"companies: 3 companies, {statements} statements, {count(disputes, 'dispute')}, "
    assert re.search(f"^{told}0 warnings, \\d+\\.\\d seconds$", site.status, re.MULTILINE)


def test_nothing_is_written_into_the_source_folder(site):
    assert sorted(path.name for path in site.source.rglob("*")) == [
        "conf.py",
        "guide.rst",
        "index.rst",
    ]


def test_no_path_of_the_machine_is_in_the_output(site):
    needles = (str(site.source.parent), str(site.companies.folder))
    files = [path for path in (site.output / "html").rglob("*") if path.is_file()]

    assert files
    for path in files:
        content = path.read_bytes()
        assert not any(needle.encode() in content for needle in needles), path


def test_generated_pages_offer_no_source(site):
    assert "_sources/companies" not in site.page()
    assert not (site.output / "html" / "_sources" / "companies").exists()


def test_the_style_sheet_is_on_pages_with_companies_only(site):
    assert "companyprofiles.css" in site.page()
    assert "companyprofiles.css" in site.page("guide")
    assert "companyprofiles.css" not in site.page("index")


def test_a_second_build_reads_nothing(site):
    site.build()

    assert site.read == []


def test_a_touched_file_is_not_read_again(site):
    later = time.time() + 10
    os.utime(site.companies.data("acme"), (later, later))
    site.build()

    assert site.read == []


def test_changed_data_reads_its_page_alone_whatever_its_date(site):
    data = site.companies.data("acme")
    data.write_text(
        data.read_text("utf-8").replace("Out of order.", "Quite out of order."), "utf-8"
    )
    os.utime(data, (1, 1))
    site.build()

    assert site.read == ["companies/acme"]
    assert "Quite out of order." in site.page()


def test_a_page_that_shows_a_company_follows_its_data(site):
    data = site.companies.data("globex")
    data.write_text(data.read_text("utf-8").replace('"1989"', '"1990"'), "utf-8")
    site.build()

    assert sorted(site.read) == ["companies/globex", "companies/index", "guide"]
    assert "1990" in site.page("guide")


def test_another_builder_on_the_same_doctrees_is_not_left_behind(site):
    data = site.companies.data("globex")
    data.write_text(data.read_text("utf-8").replace('"1990"', '"1991"'), "utf-8")
    site.build("text")
    site.build("html")

    assert "1991" in site.page("guide")
    assert "1991" in site.page("companies/globex")
    site.build("html")
    assert site.read == []


def test_the_page_of_a_removed_company_disappears(site):
    site.companies.uninstall("hostile")
    site.settings["companyprofiles_pages"] = "all"
    site.build()

    assert not (site.output / "html" / "companies" / "hostile.html").exists()
    assert "hostile" not in site.page("companies/index")
    assert ("company", "hostile") not in site.app.env.get_domain("company").objects


def test_a_document_of_the_source_folder_takes_the_place_of_ours(new_site):
    site = new_site()
    site.write("companies/acme.rst", "My own page\n===========\n\n.. company:profile:: acme\n")
    site.build()

    assert "My own page" in site.page()
    assert site.app.env.get_domain("company").objects["company", "acme"][0] == "companies/acme"


def test_parts_in_a_document_of_that_name_are_what_links_lead_to(new_site):
    site = new_site()
    site.settings["companyprofiles_pages"] = ["acme"]
    site.write(
        "companies/acme.rst", "Mine\n====\n\n.. company:profile:: acme\n   :sections: finance\n"
    )
    site.write(
        "guide.rst", ":orphan:\n\nGuide\n=====\n\n:company:company:`acme` :ref:`x <company-acme>`\n"
    )
    site.build()

    objects = site.app.env.get_domain("company").objects
    assert objects["company", "acme"] == ("companies/acme", "company-acme", "Acme")
    for docname, name, _shown in objects.values():
        if docname == "companies/acme":
            site.tree(docname).with_id(name)
    assert 'href="companies/acme.html#company-acme"' in site.page("guide")


def test_the_project_is_stored_as_sphinx_knows_it(site):
    import pickle

    from sphinx.project import Project

    restored = pickle.loads(pickle.dumps(site.app.project))  # noqa: S301, our own

    assert type(restored) is Project
    assert restored.docnames == site.app.project.docnames


def test_no_profile_is_read_to_learn_that_nothing_changed(site):
    site.build()

    assert installed()._profiles == {}


def test_no_profile_is_read_that_no_page_shows(new_site):
    site = new_site()
    site.settings["companyprofiles_pages"] = "none"
    site.write("index.rst", "Site\n====\n\n.. company:profile:: globex\n   :sections: identity\n")
    site.build()

    assert list(installed()._profiles) == ["globex"]
