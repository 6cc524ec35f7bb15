"""The directive in pages that people write."""

import pytest

REST = """
Guide
=====

.. company:profile:: acme
   :sections: finance, people
   :no-index:

After
-----

Timeline
~~~~~~~~
"""

MYST = """---
orphan: true
---

# Guide

{company:company}`globex`

```{company:profile} acme
:no-index:
```
"""


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    site.settings["extensions"] = ["companyprofiles.sphinxext", "myst_parser"]
    site.write("guide.rst", ":orphan:\n" + REST)
    site.write("myst.md", MYST)
    site.write(
        "mixed.rst",
        ":orphan:\n\nMixed\n=====\n\nSays :company:cite:`acme/gazette`.\n\n"
        ".. company:profile:: acme\n   :sections: people sources\n\n"
        "After\n-----\n\n:company:value:`acme/revenue`\n",
    )
    two = "\n\n.. company:profile:: {0}\n   :no-index:\n"
    site.write("two.rst", ":orphan:\n\nTwo\n===" + two.format("acme") + two.format("globex"))
    site.build()
    return site


def ids_of(site, page):
    return [e.id for e in site.tree(page).walk() if e.id]


def test_chosen_sections_are_shown_with_the_sources_they_cite(site):
    names = [e.id for e in site.tree("guide").all("section")]

    assert names == ["guide", "people", "finance", "after", "timeline", "sources"]
    assert "Read for nothing" not in site.tree("guide").text


def test_the_list_of_sources_stands_where_it_is_asked_for(site):
    page = site.tree("mixed")
    names = [e.id for e in page.all("section")]

    assert names == ["mixed", "people", "sources", "after"]
    assert len(page.all("ol", "cp-sources")) == 1


def test_sections_cite_the_sources_that_the_rest_of_the_page_cites(site):
    page = site.tree("mixed")
    cited = [e.text for e in page.all("sup")]

    assert cited[0] == "[1]"
    assert {number for text in cited for number in text.strip("[]").split("][")} == {"1", "2"}
    assert [e.text.partition(".")[0] for e in page.all("ol", "cp-sources")[0].all("li")] == [
        "公报",
        "Annual report",
    ]


def test_links_of_chosen_sections_lead_to_the_company_s_page(site):
    guide = site.tree("guide")
    targets = [e.attributes["href"] for e in guide.all("a", "internal")]

    assert "#statement-revenue-2023" in targets
    assert {t[1:] for t in targets if t.startswith("#")} <= set(ids_of(site, "guide"))


def test_the_whole_page_can_stand_in_markdown(site):
    page = site.tree("myst")

    assert page.with_id("statement-anvil-10t")
    assert page.all("h2")[0].text.startswith("Acme")
    assert "companies/globex.html#company-globex" in [
        e.attributes["href"] for e in page.all("a", "internal")
    ]


def test_anchors_of_two_companies_on_a_page_are_apart(site):
    ids = ids_of(site, "two")

    assert len(ids) == len(set(ids))
    assert {"company-acme", "globex-company-globex", "globex-timeline"} <= set(ids)


def test_links_lead_to_the_generated_page(site):
    objects = site.app.env.get_domain("company").objects

    assert objects["company", "acme"][0] == "companies/acme"


def test_data_is_not_changed_by_typography(new_site):
    site = new_site()
    site.write(
        "guide.rst", ":orphan:\n\nGuide\n=====\n\n.. company:profile:: hostile\n   :no-index:\n"
    )
    site.build()

    assert '"A--B" \'tis' in site.tree("guide").text


def test_a_company_described_twice_is_reported(new_site):
    site = new_site()
    site.write("guide.rst", ":orphan:\n\nGuide\n=====\n\n.. company:profile:: acme\n")
    site.build("dummy", quiet=False)

    assert "the company acme is described in companies/acme too" in site.warnings
    assert "[company.duplicate]" in site.warnings


@pytest.mark.parametrize(
    "directive, message",
    [
        (".. company:profile:: acne", "guide.rst:6: WARNING: "),
        (".. company:profile:: acne", "'acme'"),
        (
            ".. company:profile:: acme\n   :sections: peeple",
            "there is no section 'peeple'. Did you mean 'people'? [company.section]",
        ),
    ],
)
def test_what_is_not_there_is_reported_with_the_nearest_name(new_site, directive, message):
    site = new_site()
    site.write("guide.rst", f":orphan:\n\nGuide\n=====\n\n{directive}\n")
    site.build("dummy", quiet=False)

    assert message in site.warnings


def test_a_profile_with_problems_is_left_out_and_reported_at_every_build(new_site):
    site = new_site()
    data = site.companies.data("globex")
    data.write_text(data.read_text("utf-8").replace('"1989"', '"19899"'), "utf-8")
    line = data.read_text("utf-8").splitlines().index('value = "19899"') + 1
    path = "inception[0].value: must be an EDTF date"
    for _ in range(2):
        site.build(quiet=False)

        assert site.warnings.count("WARNING") == 1
        assert f"globex.toml:{line}: WARNING: companyprofiles-globex 1.0: {path}" in site.warnings
        assert not (site.output / "html" / "companies" / "globex.html").exists()
    data.write_text(data.read_text("utf-8").replace('"19899"', '"1989"'), "utf-8")
    site.build()

    assert "1989" in site.page("companies/globex")


def test_problems_of_a_profile_that_only_a_directive_shows_are_told_at_every_build(new_site):
    site = new_site()
    site.settings["companyprofiles_pages"] = "none"
    site.write("index.rst", "Site\n====\n\n.. company:profile:: globex\n")
    data = site.companies.data("globex")
    data.write_text(data.read_text("utf-8").replace('"1989"', '"19899"'), "utf-8")
    for _ in range(2):
        site.build(quiet=False)

        assert "globex.toml" in site.warnings
        assert "index.rst:4: WARNING: the profile 'globex' cannot be shown" in site.warnings
        assert site.warnings.count("WARNING") == 2
