"""Sections of plugins, and what becomes of one that fails."""

import pytest
from docutils import nodes

from companyprofiles import LanguageMap
from companyprofiles._plugins import PluginHost
from companyprofiles.hookspecs import Section
from companyprofiles.sphinxext import PageContext
from companyprofiles.testing import section_doctree
from companyprofiles.vocabulary import USERS
from tests import samples


def own_words(profile, context: PageContext):
    statement = profile.statement("revenue-2023")
    return [nodes.paragraph("", "", nodes.Text("Ours: "), *context.mention(statement))]


def failing(profile, context: PageContext):
    for statement in profile:
        context.fact(statement)
    message = "no luck"
    raise RuntimeError(message)


@pytest.fixture
def with_section(monkeypatch):
    def add(name, render):
        builtin = PluginHost.sections
        section = Section(name, title=LanguageMap({"en": "Ours"}), order=1, render=render)
        monkeypatch.setattr(PluginHost, "sections", lambda host: [section, *builtin(host)])

    return add


def test_a_plugin_s_section_is_on_the_page_with_footnotes_that_lead_back(new_site, with_section):
    with_section("ours", own_words)
    site = new_site()
    site.settings["companyprofiles_pages"] = ["acme"]
    site.build()

    section = site.tree().with_id("ours")
    assert section.all("h2")[0].text.startswith("Ours")
    assert "Ours: 941,168 million CNY[1][2]" in section.text
    assert "#cite-ours-revenue-2023" in [e.attributes["href"] for e in site.tree().all("a")]


def test_a_section_that_fails_costs_nothing_but_itself(new_site, with_section):
    with_section("ours", failing)
    site = new_site()
    site.settings["companyprofiles_pages"] = ["acme"]
    site.build(quiet=False)

    assert site.warnings.count("WARNING") == 1
    assert (
        "the section 'ours' of the company acme could not be made: RuntimeError: no luck "
        "[company.section]"
    ) in site.warnings
    page = site.tree()
    assert "This section could not be made." in page.with_id("ours").text
    assert page.with_id("statement-revenue-2023").around("section").id == "finance"
    assert not [e for e in page.walk() if e.id.startswith("cite-ours")]


@pytest.fixture
def chinese_market():
    """The section on markets in Chinese, of figures of two kinds."""
    kinds = ("monthly active", "in the trial")
    users = [
        samples.statement(
            USERS, "5E6 users", valid="2024-03", subject="acme", dimensions={"kind": kind}
        )
        for kind in kinds
    ]
    (section,) = [s for s in PluginHost().sections() if s.name == "market"]
    return section_doctree(section, samples.profile(*users), language="zh")


def test_common_values_of_dimensions_are_in_the_language_of_the_page(chinese_market):
    assert "月活跃" in chinese_market.astext()
    assert "monthly active" not in chinese_market.astext().lower()


def test_a_dimension_that_nobody_translated_is_marked_as_english(chinese_market):
    marked = [e for e in chinese_market.findall(nodes.inline) if "language-en" in e["classes"]]

    assert "in the trial" in [node.astext() for node in marked]
