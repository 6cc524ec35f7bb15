"""Tables, timelines, comparisons and lists of companies in pages that people write."""

import re

import pytest

from tests.sphinxext.conftest import ACME, GLOBEX

MORE_OF_ACME = """
[[revenue]]
key = "revenue-2022"
value = "853062E6 CNY"
valid = "2022-04-01/2023-03-31"
references = [{ source = "annual-report" }]

[[employees]]
key = "employees-2023"
value = "~200E3"
valid = "2023-12"
references = [{ source = "annual-report", locator = "p. 5" }]

[[jurisdiction]]
value = "globex-land"
references = [{ source = "annual-report" }]

[[entities]]
id = "globex-land"
kind = "place"
name = { en = "Globexland", zh = "格国" }

[[industry]]
value = { en = "Anvils", zh = "铁砧" }
references = [{ source = "annual-report" }]

[[inception]]
value = "1949"
references = [{ source = "annual-report" }]
"""

MORE_OF_GLOBEX = """
[[revenue]]
key = "revenue-2022"
value = "12E9 USD"
valid = "2022-04-01/2023-03-31"
references = [{ source = "site", locator = "figures" }]

[[employees]]
value = "1234"
valid = "2024-06"
references = [{ source = "site" }]

[[founder]]
key = "founder"
value = "hank"
references = [{ source = "site" }]

[[entities]]
id = "hank"
kind = "person"
name.en = "Hank"
"""


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    site.companies.install("acme", ACME + MORE_OF_ACME)
    site.companies.install("globex", GLOBEX + MORE_OF_GLOBEX)
    pages = {
        "table": ".. company:table:: acme/revenue\n",
        "standing": ".. company:table:: acme/revenue\n   :standing:\n   :from: 2023-05\n"
        "   :caption: Lately\n",
        "beside": ".. company:table:: acme/revenue globex/revenue\n   :months: 12\n",
        "apart": ".. company:table:: acme/revenue acme/anvil/parameters\n   :from: 2021\n"
        "   :standing:\n",
        "timeline": ".. company:timeline:: acme globex\n   :until: 2021-12\n",
        "anvil": ".. company:timeline:: acme/anvil\n",
        "compare": ".. company:compare:: acme globex\n",
        "chosen": ".. company:compare:: globex acme\n   :properties: employees, founder\n"
        "   :at: 2023-12-31\n",
        "section": "One\n---\n\n.. company:section:: acme/products\n\n"
        "Two\n---\n\n.. company:section:: acme/products\n",
        "list": ".. company:list::\n",
        "industry": ".. company:list::\n   :industry: 铁砧\n   :sort: inception\n",
        "glance": ".. company:section:: acme/infobox\n",
        "country": ".. company:list::\n   :country: globexland\n",
        "old": ".. company:list::\n   :sort: -employees\n   :columns: employees revenue\n"
        "   :states: employees\n   :companies: globex, acme\n   :limit: 5\n",
    }
    for name, text in pages.items():
        site.write(f"{name}.rst", f":orphan:\n\n{name}\n{'=' * 20}\n\n{text}")
    site.build()
    return site


def rows(site, page):
    """The texts of a page's first table, row by row."""
    first = site.tree(page).all("table")[0]
    return [
        [re.sub(r"\s+", " ", cell.text.strip()) for cell in row.walk() if cell.tag in ("th", "td")]
        for row in first.all("tr")
    ]


def links(site, page):
    return [e.attributes["href"] for e in site.tree(page).all("a", "internal")]


def test_a_table_shows_a_property_over_time_with_what_is_wrong(site):
    wrong = "deprecated 717.28 billion CNY[2] Deprecated: Cut off, not rounded. Instead: Revenue, "
    assert rows(site, "table")[:3] == [
        ["When", "Value"],
        ["Year to 31 March 2023", "853,062 million CNY[1]"],
        ["Year to 31 March 2024", "941,168 million CNY[1][2]"],
    ]
    assert rows(site, "table")[3][1].startswith(wrong)
    assert site.tree("table").all("caption")[0].text.rstrip("¶") == "Acme: Revenue"
    assert "companies/acme.html#statement-revenue-2023" in links(site, "table")


def test_a_table_can_be_narrowed_and_named(site):
    assert rows(site, "standing") == [
        ["When", "Value"],
        ["Year to 31 March 2024", "941,168 million CNY[1][2]"],
    ]
    assert site.tree("standing").all("caption")[0].text.rstrip("¶") == "Lately"


def test_several_properties_stand_beside_each_other(site):
    assert rows(site, "beside")[:2] == [
        ["When", "Acme", "Globex"],
        ["Year to 31 March 2023", "853,062 million CNY[1]", "12 billion USD[2]"],
    ]
    assert rows(site, "beside")[2][2] == ""


def test_different_properties_are_named_in_the_columns(site):
    assert rows(site, "apart") == [
        ["When", "Acme: Revenue", "Anvil: Parameters"],
        ["October 2021", "", "10 trillion parameters[1]"],
        ["Year to 31 March 2023", "853,062 million CNY[1]", ""],
        ["Year to 31 March 2024", "941,168 million CNY[1][2]", ""],
    ]


def test_sources_of_several_companies_are_numbered_together(site):
    listed = [e.text.partition(".")[0] for e in site.tree("beside").all("ol")[0].all("li")]

    assert listed == ["Annual report", "Web site", "公报"]


def test_a_timeline_names_the_companies_of_what_happened(site):
    assert rows(site, "timeline")[:4] == [
        ["Date", "Company", "What"],
        ["1949", "Acme", "Founded[1]"],
        ["1989", "Globex", "Founded[2]"],
        ["May 2015", "Acme", "Chief executive – Coy Ote, Chief executive officer[1]"],
    ]
    assert all("2024" not in row[0] for row in rows(site, "timeline"))


def test_a_timeline_may_be_that_of_one_entity(site):
    assert rows(site, "anvil") == [
        ["Date", "What"],
        ["October 2021", "Anvil: Parameters – 10 trillion parameters[1]"],
    ]


def test_companies_are_compared_by_what_two_of_them_state(site):
    shown = {row[0]: row[1:] for row in rows(site, "compare")}

    assert list(shown) == ["Property", "Founded", "Revenue", "Employees"]
    assert shown["Property"] == ["Acme", "Globex"]
    assert shown["Founded"] == ["1949[1]", "1989[2]"]
    assert shown["Employees"][1] == "1,234 people (June 2024)[2]"


def test_a_comparison_may_be_of_another_day_and_of_chosen_properties(site):
    assert rows(site, "chosen") == [
        ["Property", "Globex", "Acme"],
        ["Employees", "not stated", "about 200,000 people (December 2023)[1]"],
        ["Founder", "Hank[2]", "not stated"],
    ]


def test_a_section_stands_below_the_author_s_own_heading(site):
    page = site.tree("section")
    ids = [e.id for e in page.walk() if e.id]

    assert [e.text.rstrip("¶") for e in page.all("h2")] == ["One", "Two", "Sources"]
    assert len(page.all("table")) == 2
    assert len(ids) == len(set(ids))


def test_companies_are_listed_by_name_with_links(site):
    items = [e.text.strip() for e in site.tree("list").all("ul", "cp-list")[0].all("li")]

    assert items[1:] == ["Acme 艾克米", "Globex"]  # after one with a hostile name
    assert "companies/acme.html#company-acme" in links(site, "list")


def test_a_section_without_a_heading_of_its_own_keeps_its_caption(site):
    assert site.tree("glance").all("caption")[0].text.rstrip("¶") == "At a glance"


@pytest.mark.parametrize("page", ["country", "industry"])
def test_companies_are_listed_by_country_and_industry(site, page):
    items = [e.text.strip() for e in site.tree(page).all("ul", "cp-list")[0].all("li")]

    assert items == ["Acme 艾克米"]


def test_a_list_with_columns_is_a_table_in_the_order_of_a_figure(site):
    assert [row[:2] for row in rows(site, "old")] == [
        ["Company", "Employees"],
        ["Globex", "1,234 people (June 2024)[1]"],
        ["Acme 艾克米", "not disclosed (2024)[2]"],
    ]


@pytest.mark.parametrize(
    "directive, message",
    [
        (".. company:table:: acme/revenu", "'revenu'. Did you mean 'revenue'"),
        (".. company:table:: acne/revenue", "'acne'. Did you mean 'acme'? [company.table]"),
        (".. company:table:: acme/revenue@2023", "the target must be a property without a time"),
        (".. company:table:: acme", "the target must be a company and a property"),
        (
            ".. company:table:: acme/revenue\n   :from: 2030",
            "nothing is stated for 'acme/revenue' that is to be shown. [company.table]",
        ),
        (".. company:timeline:: acne", "'acne'. Did you mean 'acme'? [company.timeline]"),
        (".. company:timeline:: acme/anvill", "'anvill'. Did you mean 'anvil'?"),
        (
            ".. company:timeline:: acme\n   :from: last year",
            "the target must be an EDTF date",
        ),
        (".. company:compare:: acme globx", "'globx'. Did you mean 'globex'? [company.compare]"),
        (
            ".. company:compare:: acme globex\n   :properties: revenu",
            "there is no property 'revenu'. Did you mean 'revenue'",
        ),
        (".. company:section:: acme/peeple", "'peeple'. Did you mean 'people'? [company.section]"),
        (".. company:section:: acme", "such as 'alibaba/finance'"),
        (".. company:sources:: acne", "'acne'. Did you mean 'acme'? [company.sources]"),
        (
            ".. company:sources:: acme\n   :kind: courts",
            "there is no kind of source 'courts'. Did you mean 'court'? [company.sources]",
        ),
        (
            ".. company:list::\n   :companies: acme globx",
            "'globx'. Did you mean 'globex'? [company.list]",
        ),
        (
            ".. company:list::\n   :country: globexlant",
            "company with the country 'globexlant'. Did you mean 'Globexland' or 'globex-land'?",
        ),
        (
            ".. company:list::\n   :sort: statement",
            "there is no order 'statement'. Did you mean 'statements'",
        ),
        (
            ".. company:list::\n   :sort: revenue",
            "the target must be a property whose figures have one unit, not CNY, USD",
        ),
        (".. company:list::\n   :columns: revenu", "there is no property 'revenu'."),
    ],
)
def test_what_cannot_be_shown_is_reported_at_its_place(new_site, directive, message):
    site = new_site()
    site.companies.install("acme", ACME + MORE_OF_ACME)
    site.companies.install("globex", GLOBEX + MORE_OF_GLOBEX)
    site.settings["companyprofiles_pages"] = "none"
    site.write("index.rst", f"Site\n====\n\n{directive}\n")
    site.build("dummy", quiet=False)

    assert "index.rst:4: WARNING: " in site.warnings
    assert message in site.warnings
    assert site.warnings.count("WARNING") == 1


def test_a_list_is_read_again_only_when_another_company_may_fit(new_site):
    site = new_site()
    site.companies.install("globex", GLOBEX + MORE_OF_GLOBEX)
    site.write("list.rst", ":orphan:\n\nList\n====\n\n.. company:list::\n   :states: employees\n")
    site.build()
    data = site.companies.data("globex")
    data.write_text(data.read_text("utf-8").replace('"1234"', '"4321"'), "utf-8")
    site.build()

    assert sorted(site.read) == ["companies/globex", "companies/index"]
    data.write_text(data.read_text("utf-8").replace("[[employees]]", "[[users]]"), "utf-8")
    site.build()

    assert "list" in site.read
    assert "Globex" not in site.tree("list").text
