"""Any company fits: a made-up one with a statement of each kind, read, shown and written again.

Nothing in the core knows this company or its statements; what a page shows of them comes from the
definitions of their properties and the types of their values.
"""

import json
import shutil
from pathlib import Path

import pytest

import companyprofiles
from companyprofiles import End, Modality, Profile
from companyprofiles._catalog import installed
from companyprofiles._checks.runner import run_checks
from companyprofiles.hookspecs import resolve
from companyprofiles.testing import EXAMPLES
from companyprofiles.vocabulary import (
    CONTRIBUTION,
    EMPLOYER,
    FORMER_NAME,
    MARKET_SHARE,
    NET_INCOME,
    PERFORMANCE,
    SANCTIONED_BY,
    USERS,
    VALUATION,
)
from tests.sphinxext.conftest import Companies, Site

FILES = [
    *sorted((EXAMPLES / "lumora").glob("*.toml")),
    Path(__file__).parent / "data" / "any_company" / "models.toml",
]

# Of each statement: its section, and how the page says it.
SHOWN = {
    "name-zh": ("identity", "流明拉照明有限公司 (1 April 2015 – today)"),
    "first-name": ("identity", "Lamp Shop Limited (2 March 2009 – 30 June 2012)"),
    "second-name": ("identity", "Lamps and Light Limited (1 July 2012 – 31 March 2015)"),
    "word-for-word": ("identity", "Flowing Bright Pull (translation)"),
    "misspelt": ("identity", "Lumorra"),
    "form": ("identity", "company limited by shares"),
    "form-code": ("identity", "OSBR"),
    "register-number": ("identity", "freedonia-register: 000042"),
    "industry-code": ("identity", "isic: 2740"),
    "seat": ("identity", "12 Lantern Street, George Town, KY1-1104, Cayman Islands"),
    "labs": ("identity", "Lumora Labs"),
    "old-listing": (
        "identity",
        "XNYS: LMR (American depositary shares) (8 May 2014 – 31 December 2021)",
    ),
    "new-listing": ("identity", "XHKG: 4321 (shares) (15 June 2021 – today)"),
    "head": ("people", "Chief executive"),
    "career-rival": ("people", "Worked for: Rival (engineer, 2008 – 2015)"),
    "career-labs": ("people", "Worked for: Lumora Labs (head of optics, 2016 – March 2019)"),
    "degree": ("people", "Educated at: University of Lanterns (PhD in optics, 2002 – 2007)"),
    "round-date": ("holdings", "Date: 3 September 2024 (announced)"),
    "round-name": ("holdings", "Round: Series B"),
    "lead": ("holdings", "Participant: Harbour Fund (lead)"),
    "lead-amount": ("holdings", "Put in: 300 million USD (Harbour Fund, lead)"),
    "follower-amount": ("holdings", "Put in: about 50 million USD (Orchard Capital, investor)"),
    "round-raised": ("holdings", "Raised: more than 350 million USD"),
    "round-valuation": ("holdings", "Valuation: 20–90 billion CNY (post-money)"),
    "own-valuation": ("holdings", "Valuation: about 5 billion USD (December 2023)"),
    "no-stake": ("holdings", "denied A part of Lumora"),
    "fine-recorded": ("holdings", "Recorded: 20 January 2024 (orders of the office)"),
    "fine-status": ("holdings", "Status: Under appeal"),
    "fine-authority": ("holdings", "Authority: Office of Fair Lights"),
    "fine-measure": ("holdings", "Measure: Stop hiding the switch."),
    "fine-penalty": ("holdings", "Penalty: 18.2 billion CNY (Lumora)"),
    "sanction": (
        "holdings",
        (
            "Sanctioned by: Office of Fair Lights "
            "(List of Dim Lights, Bright Nights, 15 January 2024 – 31 December 2024)"
        ),
    ),
    "revenue": ("finance", "941 million EUR"),
    "revenue-cloud": ("finance", "205 million EUR (cloud, Asia)"),
    "income": ("finance", "−12 million EUR (IFRS)"),
    "growth": ("finance", "−3.5% (Revenue, 2023)"),
    "debts": ("finance", "800 million EUR"),
    "capital": ("finance", "5 million EUR (registered)"),
    "rate": ("finance", "1.0389 USD per EUR (closing)"),
    "funding": ("finance", "more than 1 billion USD"),
    "share-h1": ("market", "26.1%"),
    "rank-h1": ("market", "1"),
    "users": ("market", "more than 45 million users"),
    "plan-basic": ("market", "59.9 CNY per month"),
    "chip-fp16": ("products", "320 TFLOPS (peak, FP16)"),
    "chip-int8": ("products", "640 TOPS (peak, INT8)"),
    "chip-rival": ("products", "Rival"),
    "score": ("models", "71.4%"),
    "tokens-out": ("models", "8 CNY per million tokens"),
    "rumour": ("claims", "claimed A sale of the shops is being prepared. (September 2024)"),
    "outlook": (
        "claims",
        "estimated Revenue above one billion euros. (the euro stays above parity, 2026)",
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lumora")
    for file in FILES:
        shutil.copy(file, folder)
    return folder


@pytest.fixture(scope="module")
def lumora(folder):
    return companyprofiles.load(folder)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        companies = Companies(folder / "companies_of_a_test", patch)
        text = "\n".join(file.read_text("utf-8") for file in FILES)
        companies.install("lumora", text)
        site = Site(folder, companies)
        site.settings |= {"companyprofiles_pages": ["lumora"], "man_pages": []}
        site.build()
        yield site
    installed.cache_clear()


@pytest.fixture(scope="module")
def page(site):
    return site.tree("companies/lumora")


def text_of(element) -> str:
    """Return the words of an element without the numbers of its sources and the links to it."""
    if isinstance(element, str):
        return element
    if element.tag == "sup" or "headerlink" in element.classes:
        return ""
    return "".join(map(text_of, element.children))


def test_the_box_shows_the_founding_that_was_decided(page):
    rows = page.all(cls="cp-infobox")[0].all("tr")
    (row,) = [row for row in rows if row.text.strip().startswith("Founded")]

    assert "2 March 2009" in row.text
    assert "2010" not in row.text


def test_what_the_page_shows_is_all_that_there_is(lumora, page):
    homes = {e.id.removeprefix("statement-") for e in page.walk() if e.id.startswith("statement-")}

    assert homes == {statement.anchor for statement in lumora.statements}
    assert SHOWN.keys() <= homes


@pytest.mark.parametrize("key", SHOWN)
def test_each_kind_of_statement_is_shown(page, key):
    section, words = SHOWN[key]
    home = page.with_id(f"statement-{key}").around("p")
    around = home.around("section")
    while around.parent is not None and around.id not in {name for name, _words in SHOWN.values()}:
        around = around.around("section")

    assert around.id == section
    assert " ".join(text_of(home).split()) == words


def test_it_comes_back_from_json_unchanged(lumora):
    exported = resolve(installed().host.exporters()["json"].export)(lumora)

    assert Profile.from_dict(json.loads(exported)) == lumora


def test_no_check_objects(folder):
    assert run_checks(lambda: companyprofiles.load(folder), installed().host.checks()) == []


# What was put in comes out in Python too.


def test_a_round_has_the_participants_own_amounts_and_roles(lumora):
    amounts = {s.dimensions["participant"]: s for s in lumora.of("series-b").all(CONTRIBUTION)}

    assert str(amounts["harbour-fund"].value) == "300E6 USD"
    assert amounts["harbour-fund"].dimensions["role"] == "lead"
    assert amounts["orchard-capital"].value.approximate


def test_a_vague_valuation_keeps_its_bounds_and_its_words(lumora):
    valuation = lumora.of("series-b")[VALUATION]

    assert (valuation.value.least, valuation.value.most) == (20 * 10**9, 90 * 10**9)
    assert valuation.references[0].as_printed == "数百亿元"


def test_market_shares_of_two_halves_are_a_series(lumora):
    halves = lumora.series(MARKET_SHARE, months=6)

    assert [str(s.value) for s in halves] == ["26.1 %", "24 %"]
    assert {s.dimensions["provider"] for s in halves} == {"Counters Inc."}


def test_more_than_so_many_users_is_no_number_of_users(lumora):
    users = lumora.latest(USERS).value

    assert users.amount is None
    assert users.lower_exclusive
    assert users.unit == "users"


def test_two_standards_of_one_figure_are_two_figures(lumora):
    assert {s.dimensions["standard"]: str(s.value) for s in lumora.all(NET_INCOME)} == {
        "IFRS": "-12E6 EUR",
        "non-IFRS": "31E6 EUR",
    }


def test_a_career_is_in_the_order_of_time(lumora):
    career = lumora.of("mei-deng").series(EMPLOYER)

    assert [(s.value, s.dimensions["role"]) for s in career] == [
        ("rival", "engineer"),
        ("lumora-labs", "head of optics"),
    ]


def test_what_has_ended_does_not_hold_now(lumora):
    assert lumora.statement("old-listing").valid.end is not End.OPEN
    assert lumora["listing"].value.ticker == "4321"
    assert [str(s.valid) for s in lumora.series(FORMER_NAME)] == [
        "2009-03-02/2012-06-30",
        "2012-07-01/2015-03-31",
    ]
    assert lumora.of("lumora").series(SANCTIONED_BY)[0].dimensions["programme"] == "Bright Nights"


def test_performance_is_told_apart_by_precision(lumora):
    units = {s.dimensions["precision"]: s.value.unit for s in lumora.all(PERFORMANCE)}

    assert units == {"FP16": "TFLOPS", "INT8": "TOPS"}


def test_what_is_denied_is_no_history(lumora):
    assert lumora.statement("no-stake").modality is Modality.DENIED
    assert lumora.series("owned_by") == ()


# What stands beside statements.


def test_a_speaker_without_a_name_is_told_as_such(page):
    said = page.with_id("statement-rumour").around("li").text

    assert (
        "Said by somebody whom the source does not name, reported by "
        "Evening Gazette, paragraph 9." in said
    )


def test_the_speaker_of_a_forecast_is_named(page):
    assert "Said by Mei Deng, reported by Lumora, p. 3." in (
        page.with_id("statement-outlook").around("li").text
    )


def test_the_page_says_how_complete_it_is_and_cites_who_says_so(page):
    head, isin = page.with_id("coverage").all("li")

    assert text_of(head).split("\n")[0] == "Chief executive: complete as of 20 March 2025."
    assert "Acting heads are left out." in head.text
    assert text_of(isin).strip() == "ISIN: looked for and not found."
    assert [a.attributes["href"] for a in isin.all("a")] == ["#source-report", "#source-register"]


def test_sources_lead_back_to_what_they_say_of_completeness(page):
    cited = page.with_id("source-report").around("li")

    assert "Chief executive: how complete" in cited.text


def test_a_decision_stands_beside_the_statements_that_it_names(page):
    (table,) = [t for t in page.with_id("disputes").all("table") if "Decision" in t.text]
    stated, decided = (e for e in table.all("tr")[1].walk() if e.tag in ("th", "td"))

    assert "2 March 2009" in stated.text
    assert "2010" in stated.text
    assert "Taken to be right: 2 March 2009" in decided.text
    assert "Why: The register goes before a newspaper." in decided.text
    assert "Decided: 1 June 2025, The editors." in decided.text
    assert "Undecided" not in page.with_id("disputes").text


def test_a_share_and_a_rank_of_one_market_stand_in_one_row(page):
    row = page.with_id("statement-share-h1").around("tr")

    assert [text_of(cell).strip() for cell in row.all("td")] == [
        "Light clouds, infrastructure, Counters Inc.",
        "26.1%",
        "1",
    ]


def test_a_product_has_links_to_its_prices(page):
    (link,) = [a for a in page.with_id("products").all("a") if a.text == "List price"]

    assert link.attributes["href"] == "#statement-plan-basic"
