"""Links to companies and what belongs to them, from pages and from other projects."""

import zlib

import pytest

GUIDE = """
Guide
=====

:company:company:`acme`, :company:company:`the anvil people <acme>`, :company:entity:`acme/anvil`,
:company:statement:`acme/anvil-10t`, :company:source:`acme/gazette`, :company:property:`revenue`,
:company:check:`CP101`,
:any:`acme/coy`, :ref:`by label <company-acme>`, :ref:`company-globex`

.. toctree::
   :hidden:

   vocabulary
   checks
"""


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    site.write("guide.rst", ":orphan:\n" + GUIDE)
    site.write("vocabulary.rst", "Vocabulary\n==========\n\n.. company:properties::\n")
    site.write("checks.rst", "Checks\n======\n\n.. company:checks::\n")
    site.build()
    return site


def links(site, page):
    return {e.text: e.attributes["href"] for e in site.tree(page).all("a", "internal")}


def test_roles_link_by_the_names_that_pages_use(site):
    assert links(site, "guide") == {
        "Acme": "companies/acme.html#company-acme",
        "the anvil people": "companies/acme.html#company-acme",
        "Anvil": "companies/acme.html#entity-anvil",
        "Acme: Anvil: Parameters, October 2021": "companies/acme.html#statement-anvil-10t",
        "公报": "companies/acme.html#source-gazette",
        "Revenue": "vocabulary.html#property-revenue",
        "CP101": "checks.html#check-cp101",
        "Coy Ote": "companies/acme.html#entity-coy",
        "by label": "companies/acme.html#company-acme",
        "Globex": "companies/globex.html#company-globex",
    }


@pytest.fixture(scope="module")
def inventory(site):
    """Addresses of the objects that other projects can link to, by type and name."""
    content = (site.output / "html" / "objects.inv").read_bytes()
    lines = zlib.decompress(content.split(b"\n", 4)[4]).decode().splitlines()
    found = {}
    for line in lines:
        name, kind, _priority, address, _shown = line.split(" ", 4)
        found.setdefault(kind, {})[name] = address.replace("$", name)
    return found


def test_every_target_of_the_inventory_is_there(site, inventory):
    ours = {kind: objects for kind, objects in inventory.items() if kind.startswith("company:")}

    assert sorted(ours) == [
        "company:check",
        "company:company",
        "company:entity",
        "company:property",
        "company:source",
        "company:statement",
    ]
    for objects in ours.values():
        for address in objects.values():
            page, _, anchor = address.partition("#")
            site.tree(page.removesuffix(".html")).with_id(anchor)


def test_the_inventory_has_a_label_for_projects_without_the_extension(inventory):
    assert inventory["std:label"]["company-acme"] == "companies/acme.html#company-acme"


def test_an_unknown_target_is_reported_with_the_nearest_name(new_site):
    site = new_site()
    site.write("guide.rst", ":orphan:\n\nGuide\n=====\n\n:company:entity:`acme/anvill`\n")
    site.build(quiet=False)

    assert (
        "guide.rst:6: WARNING: there is no entity 'acme/anvill' on this site. "
        "Did you mean 'acme/anvil'? [ref.entity]"
    ) in site.warnings


def test_another_project_can_link_to_a_company(site, new_site):
    other = new_site()
    other.settings |= {
        "extensions": ["companyprofiles.sphinxext", "sphinx.ext.intersphinx"],
        "intersphinx_mapping": {
            "facts": ("https://facts.example/", str(site.output / "html" / "objects.inv"))
        },
        "companyprofiles_pages": "none",
    }
    other.write(
        "index.rst",
        "Other\n=====\n\n:company:entity:`acme/anvil` :external+facts:ref:`company-acme`\n",
    )
    other.build()

    page = other.page("index")
    assert 'href="https://facts.example/companies/acme.html#entity-anvil"' in page
    assert 'href="https://facts.example/companies/acme.html#company-acme"' in page
