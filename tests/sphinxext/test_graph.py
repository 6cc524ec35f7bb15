"""The graph of holdings and relations: across profiles, each relation once, with links."""

import pytest

FIRM = """
[profile]
id = "{id}"
subject = "self"
languages = ["en"]

[[entities]]
id = "self"
kind = "legal_entity"
name.en = "{name}"

[[sources]]
id = "report"
title.en = "Report of {name}"
kind = "press"

{more}
"""

OWNER = r"""
[[entities]]
id = "held"
kind = "legal_entity"
name.en = "Held, as its owner calls it"
profile = "held"

[[entities]]
id = "shop"
kind = "legal_entity"
name.en = "<b>Shop & \\N</b>"

[[entities]]
id = "ann"
kind = "person"
name.en = "Ann"

[[holding]]
value = { party = "held", share = "10 %" }
valid = "2020"
references = [{ source = "report" }]

[[holding]]
value = { party = "shop", share = "30 %" }
valid = "2015/2019"
references = [{ source = "report" }]

[[founder]]
value = "ann"
references = [{ source = "report" }]
"""

HELD = """
[[entities]]
id = "owner"
kind = "legal_entity"
name.en = "Owner"
profile = "owner"

[[entities]]
id = "elsewhere"
kind = "legal_entity"
name.en = "Elsewhere"
profile = "not-installed"

[[entities]]
id = "child"
kind = "legal_entity"
name.en = "Child"

[[owned_by]]
value = { party = "owner", share = "12 %" }
valid = "2023"
references = [{ source = "report" }]

[[owned_by]]
value = { party = "elsewhere" }
references = [{ source = "report" }]

[[parent]]
subject = "child"
value = "self"
references = [{ source = "report" }]
"""

GUIDE = """
Guide
=====

.. company:graph:: owner
   :name: near

.. company:graph:: owner
   :depth: 2
   :kinds: holding subsidiary founder
   :caption: Far
"""


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    site.companies.install("owner", FIRM.format(id="owner", name="Owner", more=OWNER))
    site.companies.install("held", FIRM.format(id="held", name="Held", more=HELD))
    site.settings["companyprofiles_pages"] = ["owner", "held"]
    site.settings["man_pages"] = []
    site.write("index.rst", "Site\n====\n\n.. toctree::\n\n   companies/index\n   guide\n")
    site.write("guide.rst", GUIDE)
    site.build()
    return site


def graphs(site):
    return site.tree("guide").all("figure")


def words(graph):
    return {text.text.strip() for text in graph.all("text")}


def test_what_two_profiles_state_is_one_relation_with_the_latest_figure(site):
    near = graphs(site)[0]

    assert words(near) == {"Owner", "Held", "<b>Shop & \\N</b>", "12%", "30%"}
    assert len(near.all("polygon")) == 2


def test_further_steps_and_other_kinds_are_followed_on_demand(site):
    far = graphs(site)[1]

    assert {"Elsewhere", "Child", "Ann", "Founder"} <= words(far)
    assert far.all("figcaption")[0].text.strip().startswith("Far")


def test_what_is_over_is_dashed(site):
    dashed = [path for path in graphs(site)[0].all("path") if "stroke-dasharray" in path.attributes]

    assert len(dashed) == 1


def test_names_lead_to_where_they_are_described(site):
    links = {a.text.strip(): a.attributes["href"] for a in graphs(site)[1].all("svg")[0].all("a")}

    assert links["Owner"] == "companies/owner.html#company-owner"
    assert links["Held"] == "companies/held.html#company-held"
    assert links["<b>Shop & \\N</b>"] == "companies/owner.html#entity-shop"
    assert "Elsewhere" not in links  # nothing on this site describes it


def test_colours_are_the_page_s(site):
    svg = graphs(site)[0].all("svg")[0]
    colours = {
        element.attributes[name]
        for element in svg.walk()
        for name in ("fill", "stroke")
        if name in element.attributes
    }

    assert colours <= {"currentColor", "none", "transparent"}
    assert svg.attributes["role"] == "group"
    assert svg.attributes["aria-label"] == "Holdings and relations"
    assert "2 relations between 3" in svg.all("desc")[0].text


def test_every_relation_is_in_the_table_with_its_sources(site):
    table = graphs(site)[0].parent.all("table")[0]
    (both, shop) = table.all("tbody")[0].all("tr")

    assert "10%" in both.text
    assert "12%" in both.text
    assert "until" not in shop.text
    assert "2015" in shop.text
    assert len(both.all("sup")) == 2


def test_a_company_without_relations_is_a_warning(site):
    site.write(
        "guide.rst", ":orphan:\n\nGuide\n=====\n\n.. company:graph:: held\n   :kinds: founder\n"
    )
    site.build(quiet=False)

    assert "guide.rst:6: WARNING: no relation of held is stated." in site.warnings


@pytest.mark.parametrize("builder", ["latex", "epub", "text"])
def test_other_builders_have_the_graph_or_the_table(site, builder):
    site.write("guide.rst", GUIDE)
    output = site.build(builder, to=builder)
    names = [path.name for path in output.rglob("*") if path.suffix in (".pdf", ".svg")]

    assert len(names) == (0 if builder == "text" else 2)
