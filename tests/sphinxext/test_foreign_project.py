"""Somebody else's project: in Markdown, with another theme, and links to a site of companies."""

import re

import pytest

from companyprofiles.sphinxext._domain import CompanyDomain
from tests.sphinxext.everything import EVERYTHING

PAGE = """
# Page {number}

{{company:value}}`acme/revenue`, {{company:entity}}`globex/globex`

```{{company:table}} globex/inception
```
"""


@pytest.fixture(scope="module")
def facts(new_site):
    """The inventory of a site that has a page for each company, and a reference."""
    site = new_site()
    site.settings["companyprofiles_pages"] = ["acme", "globex"]
    site.write(
        "reference.rst",
        "Reference\n=========\n\n.. company:properties::\n\n.. company:checks::\n\n"
        ".. company:exporters::\n",
    )
    site.write("index.rst", "Site\n====\n\n.. toctree::\n\n   companies/index\n   reference\n")
    site.build()
    return site.output / "html" / "objects.inv"


@pytest.fixture(scope="module")
def site(new_site, facts):
    site = new_site()
    site.settings |= {
        "extensions": ["companyprofiles.sphinxext", "myst_parser", "sphinx.ext.intersphinx"],
        "intersphinx_mapping": {"facts": ("https://facts.example/", str(facts))},
        "companyprofiles_pages": "none",
        "html_theme": "alabaster",
        "nitpicky": True,
        "man_pages": [("everything", "everything", "Everything", "", 1)],
    }
    (site.source / "index.rst").unlink()
    names = [f"page{number}" for number in range(8)]
    toctree = "\n".join(["everything", *names])
    site.write("index.md", f"# Mine\n\n```{{toctree}}\n{toctree}\n```\n")
    site.write("everything.md", EVERYTHING)
    for number, name in enumerate(names):
        site.write(f"{name}.md", PAGE.format(number=number))
    site.build()
    return site


@pytest.mark.parametrize("kind", ["roles", "directives"])
def test_the_page_uses_whatever_there_is(kind):
    names = {f"company:{name}" for name in getattr(CompanyDomain, kind)}

    assert names <= set(re.findall(r"\{([a-z]+:[a-z]+)\}", EVERYTHING))


def test_links_lead_to_the_site_of_companies(site):
    links = {e.attributes["href"] for e in site.tree("everything").all("a", "external")}

    assert {
        "https://facts.example/companies/acme.html#company-acme",
        "https://facts.example/companies/acme.html#entity-anvil",
        "https://facts.example/companies/acme.html#statement-anvil-10t",
        "https://facts.example/companies/acme.html#source-gazette",
        "https://facts.example/reference.html#property-revenue",
        "https://facts.example/reference.html#check-cp101",
        "https://facts.example/reference.html#exporter-json",
    } <= links


def test_values_and_tables_are_made_here(site):
    text = re.sub(r"\s+", " ", site.tree("everything").text)

    assert "It earned 941,168 million CNY[1][2] [2], and 10 trillion parameters in October" in text
    assert "Year to 31 March 2024" in text


def test_every_link_within_the_page_has_its_target(site):
    page = site.tree("everything")
    ids = [e.id for e in page.walk() if e.id]
    links = [e.attributes["href"] for e in page.all("a") if e.attributes.get("href")]

    assert len(ids) == len(set(ids))
    assert {link[1:] for link in links if link.startswith("#") and link != "#"} <= set(ids)


@pytest.mark.parametrize("builder", ["text", "latex", "epub", "man", "dirhtml", "singlehtml"])
def test_every_builder_writes_it(site, builder):
    site.build(builder, to=builder)


def test_links_of_latex_have_targets(site):
    output = site.build("latex", to="latex")
    text = "".join(path.read_text("utf-8") for path in output.glob("*.tex"))
    links = set(re.findall(r"\\hyperref\[\\detokenize\{([^}]*)\}", text))

    assert any("source-annual-report" in link for link in links)
    assert links <= set(re.findall(r"\\label\{\\detokenize\{([^}]*)\}", text))


def test_a_second_build_reads_nothing(site):
    site.build()

    assert site.read == []


def test_two_processes_write_the_same_bytes(site):
    one, two = site.build(to="one"), site.build(to="two", parallel=2)
    names = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())

    assert names == sorted(path.relative_to(two) for path in two.rglob("*") if path.is_file())
    for name in names:
        assert (one / name).read_bytes() == (two / name).read_bytes(), name


def test_changed_data_reads_only_the_pages_that_show_it(site):
    site.write("alone.md", "---\norphan: true\n---\n\n# Alone\n\n{company:value}`acme/revenue`\n")
    site.build()
    data = site.companies.data("globex")
    data.write_text(data.read_text("utf-8").replace('"1989"', '"1990"'), "utf-8")
    site.build()

    assert sorted(site.read) == ["everything", *(f"page{number}" for number in range(8))]
    assert "1990" in site.tree("page3").text


def test_what_no_site_has_is_reported_with_the_nearest_name_of_any(new_site, facts):
    site = new_site()
    site.settings |= {
        "extensions": ["companyprofiles.sphinxext", "sphinx.ext.intersphinx"],
        "intersphinx_mapping": {"facts": ("https://facts.example/", str(facts))},
        "companyprofiles_pages": "none",
    }
    site.write("index.rst", "Site\n====\n\n:company:entity:`acme/anvill`\n")
    site.build("dummy", quiet=False)

    assert (
        "index.rst:4: WARNING: there is no entity 'acme/anvill' on this site or those in "
        "intersphinx_mapping. Did you mean 'acme/anvil'? [ref.entity]"
    ) in site.warnings
