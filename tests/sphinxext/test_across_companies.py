"""The pages that are about several companies: overview, comparison, sources they share."""

import json

import pytest

SHARED = """
[[sources]]
id = "SOURCE"
title.en = "The same report"
kind = "press"
publisher = "Times"
url = "https://times.example/report?a=1&b=2"

[[headquarters]]
key = "hq"
value = "acme-town"
references = [{ source = "SOURCE", locator = "p. 4", as_printed = "TOWN" }]

[[revenue]]
value = "AMOUNT"
valid = "2022"
references = [{ source = "SOURCE" }]

[[entities]]
id = "acme-town"
kind = "place"
name.en = "Springfield"
"""


def shared(source, town, amount):
    text = SHARED.replace("SOURCE", source).replace("AMOUNT", amount)
    return text.replace("Springfield", town)


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    for name, source, town, amount in (
        ("acme", "times", "Springfield", "1E9 CNY"),
        ("globex", "report", "Cypress Creek", "3E9 CNY"),
    ):
        data = site.companies.data(name)
        data.write_text(data.read_text("utf-8") + shared(source, town, amount), "utf-8")
    site.settings |= {
        "companyprofiles_pages": ["acme", "globex"],
        "companyprofiles_comparisons": "auto",
        "companyprofiles_llms_txt": True,
        "html_baseurl": "https://site.example/",
    }
    site.build()
    return site


def source_page(site):
    folder = site.output / "html" / "companies" / "sources"
    pages = [path.stem for path in folder.glob("*.html") if path.stem != "index"]
    assert len(pages) == 1
    return f"companies/sources/{pages[0]}"


def rows(element):
    return [[cell.text.strip() for cell in row.children[1::2]] for row in element.all("tr")]


def texts(element, tag):
    return [e.text.strip() for e in element.all(tag)]


def test_the_overview_has_what_readers_compare_companies_by(site):
    table = site.tree("companies/index").all("div", "cp-index")[0]
    acme, globex = table.all("tbody")[0].all("tr")

    assert texts(table.all("thead")[0], "th") == [
        "Company",
        "Headquarters",
        "Founded",
        "Revenue",
        "Data",
    ]
    assert "Acme" in acme.text
    assert "Springfield" in acme.text
    assert "941,168 million CNY" in acme.text
    assert "1989" in globex.text


def test_the_overview_groups_companies_without_a_script(site):
    groups = site.tree("companies/index").all("dl", "cp-group")[0]
    places = dict(zip(texts(groups, "dt"), texts(groups, "dd"), strict=True))

    assert places == {"Cypress Creek:": "Globex", "Springfield:": "Acme"}
    assert [e.attributes["href"] for e in groups.all("a")] == [
        "globex.html#company-globex",
        "acme.html#company-acme",
    ]


def test_the_script_is_on_the_overview_alone_and_loads_nothing(site):
    script = (site.output / "html" / "_static" / "companyprofiles.js").read_text("utf-8")

    assert "companyprofiles.js" in site.page("companies/index")
    assert "companyprofiles.js" not in site.page()
    for word in ("http", "fetch", "import(", "innerHTML"):
        assert word not in script


def test_many_companies_have_letters_that_lead_into_the_table(new_site):
    site = new_site()
    names = [f"{letter}{number}" for number in range(10) for letter in "xyz"]
    text = "\n".join('[[sources]]\nid = "s"\ntitle.en = "S"\nkind = "press"' for _ in "1")
    for name in names:
        site.companies.install(
            name,
            f'[profile]\nid = "{name}"\nsubject = "{name}"\n\n[[entities]]\nid = "{name}"\n'
            f'kind = "group"\nname.en = "{name.upper()}"\n\n{text}\n\n[[inception]]\n'
            'value = "1999"\nreferences = [{ source = "s" }]\n',
        )
    site.settings |= {"companyprofiles_pages": names, "companyprofiles_comparisons": "auto"}
    site.build()
    page = site.tree("companies/index")
    letters = page.all("p", "cp-letters")[0]

    assert letters.text == "X Y Z"
    for link in letters.all("a"):
        assert page.with_id(link.attributes["href"][1:]).around("tr").text.count(link.text)
    assert not (site.output / "html" / "companies" / "compare").exists()


def test_companies_are_compared_property_by_property(site):
    page = site.tree("companies/compare/all")
    table = page.all("div", "cp-comparison")[0]
    row = {texts(r, "th")[0]: texts(r, "td") for r in table.all("tbody")[0].all("tr")}

    assert texts(table.all("thead")[0], "th") == ["Property", "Acme", "Globex"]
    assert row["Headquarters"] == ["Springfield[1]", "Cypress Creek[2]"]
    assert "941,168 million CNY" in row["Revenue"][0]
    assert "3 billion CNY" in row["Revenue"][1]


def test_figures_are_drawn_over_one_another(site):
    figures = site.tree("companies/compare/all").all("figure")

    assert len(figures) == 1
    assert "Revenue" in figures[0].text


def test_the_page_of_a_company_leads_to_its_comparison(site):
    links = [e.attributes["href"] for e in site.tree().all("div", "cp-tools")[0].all("a")]

    assert "compare/all.html" in links


def test_a_site_chooses_its_comparisons(new_site):
    site = new_site()
    site.settings["companyprofiles_comparisons"] = [["globex", "acme"], ["acme", "nobody"]]
    site.build(quiet=False)
    compare = site.output / "html" / "companies" / "compare"

    assert [path.name for path in compare.iterdir()] == ["globex-acme.html"]
    assert "companyprofiles_comparisons names 'nobody'" in site.warnings
    assert "No property is stated by two of them." in site.page("companies/compare/globex-acme")


def test_a_source_that_several_rely_on_has_a_page(site):
    page = site.tree(source_page(site))

    assert texts(page, "h1")[0].startswith("The same report")
    assert page.all("a", "external")[0].attributes["href"].endswith("a=1&b=2")
    assert "Who relies on it: Acme, Globex" in page.text
    acme = page.with_id("acme").all("tbody")[0].all("tr")
    assert acme[0].all("th")[0].text.strip() == "Headquarters"
    assert [e.text.strip() for e in acme[0].all("td")] == ["Springfield", "p. 4: “TOWN”"]
    assert acme[0].all("a")[0].attributes["href"] == "../acme.html#statement-hq"


def test_the_list_of_sources_says_who_relies_on_them(site):
    row = site.tree("companies/sources/index").all("tbody")[0].all("tr")[0]

    assert "The same report" in row.text
    assert "Acme, Globex" in row.text


def test_the_page_of_a_company_says_where_others_rely_on_a_source(site):
    entry = site.tree().with_id("source-times").around("li")
    others = site.tree().with_id("source-gazette").around("li")

    assert "Who else relies on it" in entry.text
    assert "Who else" not in others.text


@pytest.mark.parametrize("value, count", [("none", 0), ("all", 2)])
def test_a_site_chooses_which_sources_have_a_page(new_site, value, count):
    site = new_site()
    site.settings |= {
        "companyprofiles_source_pages": value,
        "companyprofiles_pages": ["acme"],
    }
    site.build()

    assert len(list((site.output / "html").glob("companies/sources/*.html"))) == count


def test_a_company_changes_only_the_pages_that_show_it(site):
    data = site.companies.data("acme")
    data.write_text(data.read_text("utf-8").replace("Out of order.", "Odd."), "utf-8")
    site.build()

    assert sorted(site.read) == ["companies/acme", "companies/compare/all", source_page(site)]


def test_a_second_build_reads_nothing(site):
    site.build()

    assert site.read == []


def test_llms_txt_lists_the_site_with_addresses(site):
    text = (site.output / "html" / "llms.txt").read_text("utf-8")

    assert text.startswith("# Site\n\n> ")
    assert "- [Acme](https://site.example/companies/acme.html): " in text
    assert "(https://site.example/companies/compare/all.html)" in text
    assert "(https://site.example/index.html)" in text
    assert source_page(site) not in text


def test_there_is_no_llms_txt_unless_asked_for(new_site):
    site = new_site()
    site.build()

    assert not (site.output / "html" / "llms.txt").exists()


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "gettext"])
def test_every_builder_takes_the_pages(site, builder):
    site.build(builder, to=builder)


def test_the_search_finds_the_pages(site):
    index = (site.output / "html" / "searchindex.js").read_text("utf-8")
    titles = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))["titles"]

    assert "Compared: Acme, Globex" in titles
