"""The reference that is made from the code of the core and of plugins."""

import pytest
from docutils import nodes
from sphinx.addnodes import pending_xref

from companyprofiles._catalog import installed
from companyprofiles._hook_reference import hook_reference
from companyprofiles.hookspecs import Exporter
from companyprofiles.sphinxext import _offers
from companyprofiles.sphinxext._property_entry import property_entry
from companyprofiles.verdicts import RULES
from companyprofiles.vocabulary import REVENUE

GUIDE = """:orphan:

Guide
=====

:company:property:`revenue` :company:property:`parameters` :company:exporter:`json`
:py:data:`companyprofiles.vocabulary.REVENUE`
"""

VOCABULARY = """:orphan:

Vocabulary
==========

.. company:vocabularies::

Finance
-------

.. company:properties:: finance market
"""

MODELS = """---
orphan: true
---

# Models

```{company:properties} ai-models
```
"""

OFFERS = """:orphan:

Offers
======

.. company:hook:: companyprofiles_profile

.. company:hook:: companyprofiles_exporters

.. company:hook:: companyprofiles_checks

.. company:sections::

.. company:rules::

Formats
-------

.. company:exporters::
   :company: acme
   :lines: 3
"""

HOOK_FACTS = (
    "Signature",
    "Arguments",
    "Called",
    "Returns",
    "What becomes of it",
    "Order",
    "When it fails",
    "Since",
    "Implemented by",
)


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    site.settings["extensions"] = ["companyprofiles.sphinxext", "myst_parser"]
    site.write("guide.rst", GUIDE)
    site.write("vocabulary.rst", VOCABULARY)
    site.write("models.md", MODELS)
    site.write("offers.rst", OFFERS)
    site.build()
    return site


def fields(entry):
    lists = entry.all("dl", "cp-fields")
    names = [e.text.rstrip(":") for e in lists[0].all("dt")]
    return dict(zip(names, lists[0].all("dd"), strict=True))


def links(element):
    return [a.attributes["href"] for a in element.all("a", "reference")]


def test_a_property_has_an_entry_with_all_that_its_definition_says(site):
    entry = site.tree("vocabulary").with_id("property-revenue")
    about = fields(entry)

    assert entry.all("h3")[0].text.startswith("Revenue")
    assert entry.all("p", "cp-names")[0].text == "revenue · 收入"
    assert "Revenue over a period, as reported." in entry.text
    assert about["Value"].text.strip().startswith("money – A number and the ISO 4217 code")
    assert about["Time"].text.strip().startswith("duration – It came about over a whole period")
    assert "segment – of which part of the business" in about["Dimensions"].text
    assert "one value at a time for each set of dimensions" in about["Comparison"].text
    assert about["In Python"].text.strip() == "companyprofiles.vocabulary.REVENUE"
    assert links(about["The same elsewhere"])[0] == "https://www.wikidata.org/wiki/Property:P2139"
    assert entry.all("pre")[0].text.startswith('[[revenue]]\nvalue = "')


def test_an_entry_tells_who_states_it_and_leads_there(site):
    stated = fields(site.tree("vocabulary").with_id("property-revenue"))["Stated by"]

    assert stated.text.strip() == "Acme: 2 statements"
    assert links(stated) == [
        "companies/acme.html#company-acme",
        "companies/acme.html#statement-revenue-2023",
    ]
    assert "Stated by" not in fields(site.tree("vocabulary").with_id("property-ebitda"))


def test_one_statement_is_one(site):
    stated = fields(site.tree("vocabulary").with_id("property-employees"))["Stated by"]

    assert stated.text.strip() == "Acme: 1 statement"


def test_a_property_of_a_profile_itself_is_no_other_of_that_name(site):
    # Acme defines parameters of its own.
    assert "Stated by" not in fields(site.tree("models").with_id("property-parameters"))


def test_the_properties_of_a_plugin_are_told_of_alike(site):
    about = fields(site.tree("models").with_id("property-parameters"))

    assert about["In Python"].text.strip() == "companyprofiles_ai_models.properties.PARAMETERS"
    assert about["Unit"].text.strip() == "parameters, whether written or not; no other is read."
    assert "Its figures never become smaller." in about["Comparison"].text
    assert site.tree("models").with_id("property-parameters").all("h2")


def test_roles_and_python_names_lead_to_the_entries(site):
    assert links(site.tree("guide")) == [
        "vocabulary.html#property-revenue",
        "models.html#property-parameters",
        "offers.html#exporter-json",
        "vocabulary.html#property-revenue",
    ]


def test_the_overview_leads_to_the_entries_that_there_are(site):
    tables = {t.all("caption")[0].text: t for t in site.tree("vocabulary").all("table")}
    names = [caption.partition(":")[0] for caption in tables]
    finance = tables["Finance: Figures from accounts and reports"]
    people = tables["People: Who leads an organisation"]

    assert names == [
        "Names",
        "Organisation",
        "Identifiers",
        "People",
        "Finance",
        "Market",
        "Holdings",
        "Events",
        "Products",
        "Claims",
        "Ai-models",
    ]
    assert "#property-revenue" in links(finance)
    # There is no page for people on this site.
    assert "chair" in people.text
    assert links(people) == []


def test_a_hook_tells_how_it_is_called_and_who_implements_it(site):
    profile, exporters, checks = (
        dict(
            zip(
                (e.text.rstrip(":") for e in found.all("dt")),
                (" ".join(e.text.split()) for e in found.all("dd")),
                strict=True,
            )
        )
        for found in site.tree("offers").all("dl", "cp-fields")[:3]
    )

    assert profile["Signature"] == (
        "companyprofiles_profile(company_id: str, context: LoadContext) -> Profile | Path | None"
    )
    assert profile["Arguments"].startswith("company_id: Id of the company")
    assert profile["When it fails"].startswith("PluginError with the cause")
    assert "companyprofiles-acme 1.0: Acme" in profile["Implemented by"]
    assert exporters["Arguments"] == "none"
    assert exporters["Implemented by"].startswith("companyprofiles 0.1.0: json")
    assert "CP101" in checks["Implemented by"]
    assert list(profile) == list(checks) == list(HOOK_FACTS)
    assert all(profile.values())


def test_a_hook_is_shown_with_a_whole_plugin_as_example(site):
    shown = [block.text for block in site.tree("offers").all("pre")]

    for name in ("profile", "exporters", "checks"):
        assert hook_reference(f"companyprofiles_{name}").example in shown


def test_an_exporter_is_shown_with_the_beginning_of_what_it_writes(site):
    entry = site.tree("offers").with_id("exporter-json")

    assert fields(entry)["Media type"].text.strip() == "application/json"
    assert fields(entry)["From"].text.strip() == "companyprofiles 0.1.0"
    assert entry.all("pre")[0].text.rstrip("\n") == '{\n  "profile": {\n    "id": "acme",'
    assert "And so on, " in entry.text


def test_sections_stand_in_the_order_of_pages(site):
    table = next(t for t in site.tree("offers").all("table") if "Sections" in t.text)
    names = [row.all("th")[0].text for row in table.all("tbody")[0].all("tr")]

    assert names == [section.name for section in installed().host.sections()]
    assert "companyprofiles-ai-models" in table.text


def test_every_rule_is_told(site):
    names = [e.text for e in site.tree("offers").all("code")]

    assert set(RULES) <= set(names)
    assert "One is of A, the other of B." in site.tree("offers").text


def test_nothing_is_read_again_where_nothing_changed(site):
    site.build()

    assert site.read == []


def test_a_corrected_value_leaves_the_reference_alone(site):
    data = site.companies.data("acme")
    data.write_text(data.read_text("utf-8").replace("Cut off, not", "Cut short, not"), "utf-8")
    site.build()

    # The exporter's page shows what Acme exports.
    assert sorted(site.read) == ["companies/acme", "offers"]


def test_another_statement_reads_the_page_of_its_topic_again(site):
    data = site.companies.data("globex")
    more = '[[revenue]]\nvalue = "1E6 USD"\nvalid = "2023"\nreferences = [{ source = "site" }]\n'
    data.write_text(f"{data.read_text('utf-8')}\n{more}", "utf-8")
    site.build()

    # The index counts statements too.
    assert sorted(site.read) == ["companies/globex", "companies/index", "vocabulary"]
    stated = fields(site.tree("vocabulary").with_id("property-revenue"))["Stated by"]
    assert stated.text.strip() == "Acme: 2 statements; Globex: 1 statement"


def test_another_builder_on_the_same_doctrees_shows_it_too(site):
    data = site.companies.data("globex")
    data.write_text(data.read_text("utf-8").replace("1E6 USD", "2E6 USD", 1), "utf-8")
    site.companies.uninstall("globex")
    site.settings["companyprofiles_pages"] = "all"
    site.build("text")
    site.build("html")

    stated = fields(site.tree("vocabulary").with_id("property-revenue"))["Stated by"]
    assert "Globex" not in stated.text
    site.build()
    assert site.read == []


def test_two_processes_give_the_same_pages(new_site):
    pages = []
    for parallel in (1, 2):
        site = new_site()
        for number in range(6):
            site.write(f"page{number}.rst", f":orphan:\n\nPage {number}\n======\n")
        site.write("guide.rst", GUIDE)
        site.write("vocabulary.rst", VOCABULARY)
        site.write("models.rst", ":orphan:\n\nM\n=\n\n.. company:properties:: ai-models\n")
        site.write("offers.rst", OFFERS)
        site.build(parallel=parallel)
        pages.append([site.page(name) for name in ("guide", "vocabulary", "models", "offers")])

    assert pages[0] == pages[1]


def test_words_and_labels_are_in_the_language_of_the_site(new_site):
    site = new_site()
    site.settings["language"] = "zh_CN"
    site.write("vocabulary.rst", VOCABULARY)
    site.build()
    entry = site.tree("vocabulary").with_id("property-revenue")

    assert entry.all("p", "cp-names")[0].text == "revenue · Revenue"
    assert "同一主体在每组维度下" in fields(entry)["比较"].text


def test_message_catalogs_of_a_site_have_nothing_of_the_reference(new_site):
    site = new_site()
    site.write("vocabulary.rst", VOCABULARY)
    site.write("offers.rst", OFFERS)
    folder = site.build("gettext")
    words = "".join(path.read_text("utf-8") for path in folder.glob("*.pot"))

    assert 'msgid "Formats"' in words
    for word in ("Comparison", "Revenue", "Media type", "Called", "Rule"):
        assert f'"{word}"' not in words


@pytest.mark.parametrize(
    "directive, message",
    [
        (
            "company:properties:: finanse",
            "there is no vocabulary 'finanse'. Did you mean 'finance'? [company.vocabulary]",
        ),
        (
            "company:hook:: companyprofiles_check",
            "there is no hook 'companyprofiles_check'. Did you mean 'companyprofiles_checks'",
        ),
        (
            "company:exporters::\n   :company: acne",
            "no installed plugin provides the company 'acne'. Did you mean 'acme'?",
        ),
    ],
)
def test_what_is_not_there_is_reported_with_the_nearest_name(new_site, directive, message):
    site = new_site()
    site.write("guide.rst", f":orphan:\n\nGuide\n=====\n\n.. {directive}\n")
    site.build("dummy", quiet=False)

    assert f"guide.rst:6: WARNING: {message}" in site.warnings


def test_entries_that_are_not_to_be_found_register_nothing(new_site):
    site = new_site()
    site.write(
        "guide.rst",
        ":orphan:\n\nGuide\n=====\n\n"
        ".. company:properties:: names\n   :no-index:\n\n"
        ".. company:exporters::\n   :no-index:\n",
    )
    site.build("dummy")
    kinds = {kind for kind, _name in site.app.env.get_domain("company").objects}

    assert kinds & {"property", "exporter"} == set()
    assert "companyprofiles.vocabulary.ALIAS" not in site.app.env.domains.python_domain.objects


def exporter(export, suffix=".txt"):
    return Exporter("made", summary="Made up", media_type="x/y", suffix=suffix, export=export)


def test_of_many_companies_those_are_named_that_state_it_most_often():
    stated = {f"company-{number:02}": (number + 1, "first") for number in range(25)}
    entry = property_entry(REVENUE, language="en", docname="page", python="", stated=stated)
    named = [
        node["reftarget"] for node in entry.findall(pending_xref) if node["reftype"] == "company"
    ]

    assert named == [f"company-{number:02}" for number in range(24, 4, -1)]
    assert "5" in list(entry.findall(nodes.field_body))[-1].astext().rpartition("; ")[2]


def test_what_is_no_text_is_measured():
    (shown,) = _offers.beginning(exporter(lambda _profile: b"\xff\xfe"), None, 5)

    # In the language of whatever site was built last.
    assert shown.astext().startswith("2")


def test_bytes_that_are_text_are_shown_and_long_lines_cut():
    (shown,) = _offers.beginning(exporter(lambda _profile: b"x" * 200), None, 5)

    assert shown.astext() == "x" * 99 + "…"


@pytest.mark.parametrize(
    "suffix, language", [(".json", "json"), (".toml", "toml"), (".xyz", "text"), (".ttl", "turtle")]
)
def test_a_format_is_coloured_by_its_suffix(suffix, language):
    (shown,) = _offers.beginning(exporter(lambda _profile: "x", suffix), None, 5)

    assert shown["language"] == language
