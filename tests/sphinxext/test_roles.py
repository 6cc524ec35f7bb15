"""Values and citations in pages that people write, and the list of sources that goes with them."""

import re

import pytest

from tests.sphinxext.conftest import ACME

DISPUTED = """
[[parameters]]
key = "anvil-first"
subject = "anvil"
value = "7E12"
valid = "2019"
references = [{ source = "annual-report" }]

[[parameters]]
key = "anvil-second"
subject = "anvil"
value = "9E12"
valid = "2019"
references = [{ source = "gazette" }]

[[revenue]]
key = "revenue-2022-report"
value = "853E9 CNY"
valid = "2022-04-01/2023-03-31"
references = [{ source = "annual-report" }]

[[revenue]]
key = "revenue-2022-gazette"
value = "868E9 CNY"
valid = "2022-04-01/2023-03-31"
references = [{ source = "gazette" }]

[[parameters]]
key = "anvil-2018-wrong"
subject = "anvil"
value = "5E12"
valid = "2018"
rank = "deprecated"
because.en = "A typing mistake."
references = [{ source = "gazette" }]

[[users]]
key = "users-2023"
value = "~45E6 users"
valid = "2023-03"
references = [{ source = "annual-report", locator = "p. 3" }]

[[users]]
key = "users-2024"
value = "50E6 users"
valid = "2024-03"
modality = "claimed"
references = [{ source = "gazette" }]
"""

GUIDE = """
Of :company:value:`acme/revenue`
================================

Company
-------

Now :company:value:`acme/revenue`, then :company:value:`acme/revenue@FY2024`,
exactly :company:value:`acme/revenue@2023-04-01/2024-03-31`,
by key :company:value:`acme/users-2023`, latest :company:value:`acme/users`.

Product
-------

Of another :company:value:`acme/anvil/parameters@2021-10`,
absent :company:value:`acme/employees`,
state :company:value:`acme/chief_executive@2020`,
text :company:value:`{value} in {period} <acme/users@2023>`,
founded :company:value:`globex/inception`.

As told :company:cite:`p. 7 <acme/gazette>`, :company:cite:`acme/unused, globex/site`,
:company:cite:`acme/revenue-2023`.
"""


@pytest.fixture(scope="module")
def site(new_site):
    site = new_site()
    site.companies.install("acme", ACME + DISPUTED)
    site.write("guide.rst", ":orphan:\n" + GUIDE)
    site.write(
        "placed.rst",
        ":orphan:\n\nPlaced\n======\n\n|there|\n\n.. company:sources::\n\n"
        ".. |there| replace:: :company:value:`acme/revenue`\n"
        ".. |never| replace:: :company:value:`acme/users`\n\nEnd\n---\n\n|there|\n",
    )
    site.write(
        "all.rst",
        ":orphan:\n\nAll\n===\n\n.. company:sources:: acme\n   :kind: press\n",
    )
    site.build()
    return site


def paragraph(site, page, start):
    found = [e.text for e in site.tree(page).all("p") if e.text.startswith(start)]
    assert len(found) == 1
    return re.sub(r"\s+", " ", found[0])


def test_a_value_is_printed_with_its_footnotes(site):
    assert paragraph(site, "guide", "Now") == (
        "Now 941,168 million CNY[1][2], then 941,168 million CNY[1][2], "
        "exactly 941,168 million CNY[1][2], by key about 45 million users[1], "
        "latest claimed 50 million users[2]."
    )


def test_values_of_other_entities_times_and_absent_ones_are_printed(site):
    assert paragraph(site, "guide", "Of another") == (
        "Of another 10 trillion parameters[1], absent not disclosed[1], "
        "state Coy Ote, Chief executive officer[1], "
        "text about 45 million users in March 2023[1], founded 1989[3]."
    )


def test_a_source_is_cited_alone_or_with_others_or_by_what_it_states(site):
    assert paragraph(site, "guide", "As told") == "As told [2], [4][3], [1][2]."


def test_a_heading_has_the_value_without_its_footnotes(site):
    headings = [e.text.rstrip("¶") for e in site.tree("guide").all("h1")]

    assert headings == ["Of 941,168 million CNY"]
    assert "[1]" not in site.app.env.titles["guide"].astext()


def test_sources_stand_last_in_the_order_in_which_they_are_cited(site):
    page = site.tree("guide")
    sections = [e.id for e in page.all("section")]
    titles = [e.text.partition(".")[0] for e in page.all("ol", "cp-sources")[0].all("li")]

    assert sections[1:] == ["company", "product", "sources"]
    assert titles == ["Annual report", "公报", "Web site", "Read for nothing"]


def test_footnotes_lead_to_the_source_and_back(site):
    page = site.tree("guide")
    listed = page.all("ol", "cp-sources")[0]
    for link in page.with_id("company").all("sup"):
        for number in link.all("a"):
            place = page.with_id(number.attributes["href"][1:])
            back = [e.attributes["href"] for e in place.around("li").all("a", "internal")]

            assert f"#{number.id}" in back
    for back in listed.all("a", "internal"):
        assert page.with_id(back.attributes["href"][1:]).tag == "a"


def test_the_list_says_for_what_a_source_is_cited_and_in_which_part(site):
    entries = [e.text for e in site.tree("guide").all("ol", "cp-sources")[0].all("li")]

    assert "Revenue, year to 31 March 2024 (p. 88)" in entries[0]
    assert "Users, March 2023 (p. 3), Product" in entries[0]
    assert "Product (p. 7)" in entries[1]


def test_a_number_says_its_source_to_those_who_listen(site):
    first = site.tree("guide").with_id("acme-cite-company-revenue-2023")

    assert first.attributes["aria-label"] == "Source 1"
    assert first.attributes["title"] == "Acme Inc., p. 88"


def test_the_page_may_say_where_its_sources_stand(site):
    page = site.tree("placed")

    assert [e.id for e in page.all("section")] == ["placed", "end"]
    assert len(page.all("ol", "cp-sources")) == 1
    assert len(page.all("ol", "cp-sources")[0].all("li")) == 2
    ids = [e.id for e in page.walk() if e.id]
    assert len(ids) == len(set(ids))


def test_the_sources_of_a_company_can_be_listed(site):
    entries = [e.text for e in site.tree("all").all("ul", "cp-sources")[0].all("li")]

    assert [text.partition(".")[0] for text in entries] == ["公报", "Read for nothing"]


def test_values_are_in_the_language_of_the_site(new_site):
    site = new_site()
    site.settings["language"] = "zh_CN"
    site.write("index.rst", "Site\n====\n\n:company:value:`acme/revenue`\n")
    site.build()

    assert "9,411.68亿元人民币[1][2]" in site.tree("index").text


def warnings_of(new_site, text):
    site = new_site()
    site.companies.install("acme", ACME + DISPUTED)
    site.settings["companyprofiles_pages"] = "none"
    site.write("index.rst", f"Site\n====\n\n{text}\n")
    site.build(quiet=False)
    return site


@pytest.mark.parametrize(
    "role, message",
    [
        (
            ":company:value:`acne/revenue`",
            "no installed plugin provides the company 'acne'. Did you mean 'acme'? [company.value]",
        ),
        (
            ":company:value:`acme/revenu`",
            "property or statement in the profile 'acme': 'revenu'. Did you mean 'revenue'",
        ),
        (
            ":company:value:`acme/anvill/parameters`",
            "there is no entity 'anvill'. Did you mean 'anvil'?",
        ),
        (
            ":company:value:`acme/anvil/parameter`",
            "property in the profile 'acme': 'parameter'. Did you mean 'parameters'?",
        ),
        (
            ":company:value:`acme`",
            "the target must be a company and a property, such as 'alibaba/revenue'",
        ),
        (
            ":company:value:`acme/revenue@2019`",
            "nothing is stated for 'acme/revenue@2019'. There is 2022-04-01/2023-03-31, 2023-",
        ),
        (":company:value:`acme/revenue@last`", "the target must be an EDTF date or interval"),
        (
            ":company:value:`acme/users-2023@2023`",
            "the target must be the key of a statement, which has its own time, without '@2023'",
        ),
        (
            ":company:value:`{price} <acme/revenue>`",
            "there is no field 'price'.",
        ),
        (
            ":company:cite:`acme/gazete`",
            "or statement in the profile 'acme': 'gazete'. Did you mean 'gazette'? [company.cite]",
        ),
        (":company:cite:`acme`", "the target must be a company and a source"),
    ],
)
def test_what_cannot_be_shown_is_reported_with_what_was_meant(new_site, role, message):
    site = warnings_of(new_site, role)

    assert "index.rst:4: WARNING: " in site.warnings
    assert message in site.warnings
    assert site.warnings.count("WARNING") == 1


def test_contradicting_values_are_all_shown_and_reported(new_site):
    site = warnings_of(new_site, "It has :company:value:`acme/anvil/parameters@2019`.")

    assert "2 statements could be meant by 'acme/anvil/parameters@2019'" in site.warnings
    assert "7 trillion parameters (2019)[1]; 9 trillion parameters (2019)[2]" in (
        site.tree("index").text
    )


def test_a_value_that_others_contradict_is_marked(new_site):
    site = warnings_of(new_site, "It has :company:value:`acme/revenue-2022-report`.")

    assert site.warnings == ""
    assert "It has disputed 853 billion CNY[1]." in site.tree("index").text


def test_a_value_that_is_known_to_be_wrong_is_struck_and_reported(new_site):
    site = warnings_of(
        new_site,
        ":company:value:`acme/revenue-2023-wrong` :company:value:`acme/anvil/parameters@2018`",
    )

    assert (
        "'revenue-2023-wrong' is known to be wrong. Name 'revenue-2023' instead. "
        "[company.deprecated]"
    ) in site.warnings
    assert "'anvil-2018-wrong' is known to be wrong. [company.deprecated]" in site.warnings
    assert [e.text for e in site.tree("index").all("span", "cp-struck")] == [
        "717.28 billion CNY",
        "5 trillion parameters",
    ]


def test_a_profile_that_cannot_be_read_is_reported_where_it_is_used(new_site):
    site = new_site()
    site.settings["companyprofiles_pages"] = "none"
    data = site.companies.data("globex")
    data.write_text(data.read_text("utf-8").replace('"1989"', '"19899"'), "utf-8")
    site.write("index.rst", "Site\n====\n\n:company:value:`globex/inception`\n")
    for _ in range(2):
        site.build(quiet=False)

        assert "globex.toml" in site.warnings
        assert "index.rst:4: WARNING: the profile 'globex' cannot be shown" in site.warnings


def test_a_second_list_of_sources_is_reported(new_site):
    site = warnings_of(new_site, ".. company:sources::\n\n.. company:sources::")

    assert "index.rst:6: WARNING: the page has its list of sources already." in site.warnings
    assert "No source is cited on this page." in site.tree("index").text


def test_a_translated_paragraph_has_its_footnotes(new_site):
    site = new_site()
    site.settings |= {"language": "zh_CN", "locale_dirs": ["locale"], "gettext_compact": False}
    site.write(
        "index.rst",
        "Site\n====\n\nEarned :company:value:`acme/revenue`.\n\nSee :company:cite:`acme/unused`.\n",
    )
    site.write(
        "locale/zh_CN/LC_MESSAGES/index.po",
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        'msgid "Earned :company:value:`acme/revenue`."\n'
        'msgstr "收入 :company:value:`acme/revenue`。"\n',
    )
    site.build()
    page = site.tree("index")

    assert [e.text for e in page.all("p")][:2] == ["收入 9,411.68亿元人民币[1][2]。", "See [3]."]
    assert len(page.all("ol", "cp-sources")[0].all("li")) == 3


EMPTY = """
[profile]
id = "empty"
subject = "empty"
languages = ["ar"]

[[entities]]
id = "empty"
kind = "legal_entity"
name.ar = "شركة"
"""


@pytest.mark.parametrize("name", ["hostile", "empty"])
def test_no_company_is_too_odd_to_be_shown(new_site, name):
    site = new_site()
    site.companies.install("empty", EMPTY)
    site.settings["companyprofiles_pages"] = "none"
    site.write(
        "index.rst",
        f"Site\n====\n\n:company:cite:`acme/gazette`\n\n.. company:timeline:: {name} acme\n\n"
        f".. company:compare:: {name} acme\n   :properties: revenue employees official_name\n\n"
        f".. company:list::\n   :companies: {name} acme\n   :columns: employees\n\n"
        f".. company:section:: {name}/identity\n\n.. company:section:: {name}/finance\n\n"
        f".. company:sources:: {name}\n\n.. company:profile:: {name}\n   :sections: people\n",
    )
    for builder in ("html", "text", "latex"):
        site.build(builder, to=builder)

    assert "<script>alert" not in site.page("index")
