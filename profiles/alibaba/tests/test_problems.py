"""What is wrong on the page, B01 to B34, and what other sources add: X01 to X26 and T01 to T53.

A problem is visible where a statement is deprecated with the reason and the right one beside it,
where a note tells of it, where other sources add what is missing, where an editor has decided
between two statements, or where it is said that sources were searched in vain.
"""

from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from companyprofiles import (
    EntityId,
    Identifier,
    LanguageMap,
    Listing,
    Modality,
    Money,
    Ownership,
    PartialDate,
    Position,
    Quantity,
    Rank,
    Text,
)

FIRST_SOURCE = {"drun-en", "drun-zh"}
SAME_SITE = "drun-"
"""What the ids of the first source and of other pages of its site begin with."""

date = PartialDate.parse
count = Quantity.parse
money = Money.parse


def say(en, zh):
    """Return a text in both languages."""
    return LanguageMap({"en": en, "zh": zh})


def holds(holder, en, zh):
    """Return an office and who holds it."""
    return Position(holder=holder, role={"en": en, "zh": zh})


# Problems of the page.


@dataclass(frozen=True)
class Problem:
    """A problem of the page, and every way in which the profile shows it."""

    id: str
    wrong: dict = field(default_factory=dict)
    """Keys of deprecated statements, each with the key of what is right."""
    told: dict = field(default_factory=dict)
    """Keys of statements, each with words of its note or of its reason."""
    added: str = ""
    """Keys of statements that other sources make."""
    resolved: dict = field(default_factory=dict)
    """Keys of statements that contradict each other, with the preferred one or ``None``."""
    searched: dict = field(default_factory=dict)
    """Properties that sources were searched for in vain, each with its subject."""


# fmt: off
# A table is read along its rows.
PROBLEMS = (
    Problem("B01", wrong={"m6-10t-misdated": "m6-10t", "m6-order-misdated": "m6-order"},
            told={"m6-10t-misdated": "The year is wrong in both languages"}),
    Problem("B02", wrong={"m6-10t-misdated": "m6-10t"},
            told={"m6-10t-misdated": "cannot come before the ten billion of January 2021"}),
    Problem("B03", told={"m6-100b": "The page leaves this step out",
                         "m6-order-misdated": "the step of 100 billion is missing"},
            added="m6-100b"),
    Problem("B04", wrong={"tongyi-qianwen-2-billion": "tongyi-qianwen-2-size"}),
    Problem("B05", told={"tongyi-qianwen-2-billion": "rightly on its pages about SenseTime"}),
    Problem("B06", wrong={"name-zhipu-misspelt": "name-zhipu-en"}),
    Problem("B07", wrong={"name-moonshot-literal": "name-moonshot-en"},
            told={"name-moonshot-literal": "have four forms"}),
    Problem("B08", wrong={"name-zero-one-literal": "name-zero-one-en"}),
    Problem("B09", wrong={"name-deephi-literal": "name-deephi-en"},
            told={"name-deephi-literal": "another company has a similar name"}),
    Problem("B10", wrong={"name-minimax-lower-case": "name-minimax",
                          "name-damo-academy-lower-case": "name-damo-academy"},
            told={"alias-hema": "the English brand is Freshippo"}, added="name-freshippo"),
    Problem("B11", wrong={"invests-and-acquires": "invests-in-start-ups"},
            told={"invests-and-acquires": "Nothing was acquired"}),
    Problem("B12", told={"invests-took-stakes": "two acts of the one Chinese verb"}),
    Problem("B13", told={"among-largest-ai-investors": "The Chinese text says something else",
                         "among-largest-ai-spenders": "What the page means"}),
    Problem("B14", told={"m6-google": "caught up, the English keeping pace"},
            added="m6-google-switch"),
    Problem("B15", wrong={"holding-deephi": "holding-deephi-ant",
                          "holding-yitu": "holding-yitu-denied"},
            told={"holding-megvii": "their parts are not one"},
            added="holding-megvii-ant holding-megvii-taobao holding-yitu-yunfeng",
            searched={"holding": "alibaba-group"}),
    Problem("B16", told={"holding-sensetime": "ended before the page was written"},
            added="sensetime-exit-2023-07-date"),
    Problem("B17", told={"purpose-visual-recognition": "cannot explain Cambricon"},
            added="description-cambricon description-deephi"),
    Problem("B18", told={"cloud-ceo-zhang": "chairman and chief executive of the group as well",
                         "alias-daniel-zhang": "Not Jeff Zhang"},
            added="group-ceo-zhang group-chair-zhang cloud-president-jeff-zhang "
                  "leadership-change-2023-date"),
    Problem("B19", told={"cloud-cto-zhou": "names Alibaba Cloud Intelligence"},
            resolved={("zhou-joined-2015", "zhou-joined-2016"): None}),
    Problem("B20", wrong={"tongyi-qianwen-multimodal": "tongyi-qianwen-multimodal-plan"}),
    Problem("B21", told={"tongyi-qianwen-writing": "narrower than the English: copywriting"}),
    Problem("B22", told={"cloud-products-with-models": "the English leaves the speaker out"}),
    Problem("B23", wrong={"pai-release-misdated": "pai-release"},
            told={"bailian-release": "they are one"}),
    Problem("B24", wrong={"pai-release-misdated": "pai-release"},
            told={"pai-release-misdated": "the page itself gives for the first AI products"}),
    Problem("B25", told={"area-visual": "The same field as image recognition"},
            searched={"application_area": "alibaba-cloud"}),
    Problem("B26", told={"holding-aispeech": "The page leaves it out",
                         "investments-after-2015": "is left out"},
            added="holding-aispeech-2016 aispeech-investment-2015-11-date"),
    Problem("B27", told={"continued-investment": "latest article, which was not identified"}),
    Problem("B28", told={"plan-base-services": "drops the word system",
                         "plan-open-source": "open-source collaboration"}),
    Problem("B29", told={"develops-own-models": "a replacement of words across the site",
                         "tongyi-qianwen-developer-group": "large models, which is wider",
                         "tongyi-qianwen-conversation": "made it chat",
                         "industry-models-based-on": "says LLM since a replacement of words"}),
    Problem("B30", told={"m6-largest-chinese": "can be read of language or of origin",
                         "m6-largest-chinese-paper": "of language and not of modality"},
            added="m6-largest-chinese-paper"),
    Problem("B31", wrong={"website-marketplace": "website"}),
    Problem("B32", told={"among-largest-e-commerce": "The Chinese text is of 2024-04-09",
                         "five-unicorns": "gives no date of its own",
                         "raising-ai-investment": "Said without a date"}),
    Problem("B33", told={"tongyi-qianwen-2-release": "Not to be confused with the open model Qwen2",
                         "qwen2-72b": "Another model than Tongyi Qianwen 2.0"}, added="qwen2-72b"),
    Problem("B34", told={"among-largest-e-commerce": "No rank, measure or year is given",
                         "progress-machine-learning": "how significant the progress is",
                         "world-leading": "No benchmark or date is given",
                         "area-finance": "Widely has no figure",
                         "cloud-ai-products-2015": "as early as leaves the month open",
                         "five-unicorns": "Bound to its time",
                         "tongyi-qianwen-size-word": "The size was never published",
                         "tongyi-qianwen-2-gpt-4": "It cannot be measured",
                         "continued-investment": "the English says recently only"}),
)
# fmt: on


@pytest.fixture(params=PROBLEMS, ids=lambda problem: problem.id)
def problem(request):
    return request.param


def test_the_problems_are_counted_from_1_to_34():
    assert [problem.id for problem in PROBLEMS] == [f"B{number:02}" for number in range(1, 35)]


def test_each_problem_is_shown_in_some_way():
    for problem in PROBLEMS:
        assert problem.wrong or problem.told or problem.added or problem.resolved, problem.id


def test_what_is_wrong_is_deprecated_with_the_reason_and_what_is_right(alibaba, problem):
    for wrong, right in problem.wrong.items():
        stated = alibaba.statement(wrong)

        assert stated.rank is Rank.DEPRECATED
        assert {"en", "zh"} <= stated.because.keys()
        assert stated.replaced_by == right
        assert {r.source for r in stated.references} & FIRST_SOURCE


def test_what_is_right_instead_has_another_source(alibaba, problem):
    for right in problem.wrong.values():
        stated = alibaba.statement(right)

        assert stated.rank is not Rank.DEPRECATED
        assert {r.source for r in stated.references} - {"drun-en"}


def test_a_note_or_a_reason_tells_of_it(alibaba, problem):
    for key, words in problem.told.items():
        stated = alibaba.statement(key)
        texts = [text for text in (stated.note, stated.because) if text]
        (telling,) = [text for text in texts if words in text["en"]]

        assert telling["zh"]


def test_other_sources_add_what_is_missing(alibaba, problem):
    for key in problem.added.split():
        stated = alibaba.statement(key)

        assert stated.rank is not Rank.DEPRECATED
        assert not {r.source for r in stated.references} & FIRST_SOURCE


def test_an_editor_has_decided_between_contradictions(alibaba, problem):
    decisions = {resolution.statements: resolution for resolution in alibaba.resolutions}
    for keys, preferred in problem.resolved.items():
        decision = decisions[keys]

        assert decision.preferred == preferred
        assert {"en", "zh"} <= decision.because.keys()
        assert decision.on
        assert decision.by


def test_the_profile_says_where_it_looked_in_vain(alibaba, problem):
    looked = {(coverage.prop, coverage.subject): coverage for coverage in alibaba.coverage}
    for prop, subject in problem.searched.items():
        assert looked[prop, subject].looked_in


def test_unmeasured_words_are_no_assertions(alibaba):
    for key in (
        "among-largest-e-commerce",
        "among-largest-ai-investors",
        "world-leading",
        "area-finance",
        "tongyi-qianwen-size-word",
        "tongyi-qianwen-2-gpt-4",
        "continued-investment",
    ):
        assert alibaba.statement(key).modality in {Modality.OPINION, Modality.CLAIMED}


def test_the_profile_says_of_what_day_the_page_is(alibaba):
    assert "2024-04-09" in alibaba.note["en"]
    assert "2024-04-09" in alibaba.note["zh"]


def test_where_a_source_was_searched_in_vain_no_statement_cites_it(alibaba):
    for coverage in alibaba.coverage:
        cited = {
            reference.source
            for statement in alibaba.of(coverage.subject)
            if statement.prop.name == coverage.prop
            for reference in statement.references
        }

        assert not cited & set(coverage.looked_in), str(coverage)


# Further facts.


def row(number, key, value, source, valid=None):
    return pytest.param(key, value, valid, source, id=number)


# fmt: off
FURTHER = (
    row("X01-en", "official-name-en", Text("Alibaba Group Holding Limited", lang="en"),
        "sec-results-fy2025"),
    row("X01-zh", "official-name-zh-hant", Text("阿里巴巴集團控股有限公司", lang="zh-Hant"),
        "sec-results-fy2025"),
    row("X02", "jurisdiction", EntityId("cayman-islands"), "sec-20f-a-fy2023"),
    row("X03", "incorporation", date("1999-06-28"), "sec-organization-2021"),
    row("X04", "cik", Identifier("cik", "0001577552"), "sec-20f-a-fy2023"),
    row("X05", "listing-new-york",
        Listing(exchange="XNYS", ticker="BABA", kind="ads", currency="USD"),
        "sec-20f-a-fy2023", "2014-09-19/.."),
    row("X06-hkd", "listing-hong-kong",
        Listing(exchange="XHKG", ticker="9988", kind="share", currency="HKD"),
        "sec-results-fy2025", "2019-11-26/.."),
    row("X06-rmb", "listing-hong-kong-rmb",
        Listing(exchange="XHKG", ticker="89988", kind="share", currency="CNY"),
        "sec-results-fy2025", "2023-06-19/.."),
    row("X06-dual", "dual-primary-listing-2024-date", date("2024-08-28"), "ecns-2024-08-23"),
    row("X07-isin", "isin-ads", Identifier("isin", "US01609W1027"), "isin-test-data"),
    row("X07-cusip", "cusip-ads", Identifier("cusip", "01609W102"), "softbank-13g-2022"),
    row("X08", "isin-share", Identifier("isin", "KYG017191142"), "hkex-list-fixture"),
    row("X09", "lei", Identifier("lei", "5493001NTNQJDH60PM02"), "gleif-lookup-note"),
    row("X10", "wikidata-id", Identifier("wikidata", "Q1359568"), "wikidata-settings"),
    row("X11-main", "headquarters-hangzhou", EntityId("hangzhou"), "alibaba-faqs"),
    row("X11-filed", "headquarters-hong-kong", EntityId("hong-kong"), "sec-20f-a-fy2023"),
    row("X12", "founders-eighteen",
        say("Eighteen people founded Alibaba, led by Jack Ma, who is one of them.",
            "阿里巴巴由马云率领的18人创立，马云在其中。"), "alibaba-faqs", "1999"),
    row("X13", "damo-inception", date("2017-10-11"), "technode-2017-10-11"),
    row("X14-cto", "cloud-cto-zhou",
        holds("zhou-jingren", "Chief technology officer", "首席技术官"),
        "pingwest-2022-12-30", "2022-12-29/.."),
    row("X14-2017", "cloud-chief-scientist-zhou",
        holds("zhou-jingren", "Chief science officer", "首席科学家"),
        "synced-2017-04-19", "2017-03-29"),
    row("X14-lab", "tongyi-lab-head-zhou", holds("zhou-jingren", "Head", "负责人"),
        "hk01-2026-03-10", "2022-12/.."),
    row("X15-group", "group-ceo-zhang",
        holds("daniel-zhang", "Chief executive officer", "首席执行官"),
        "yahoo-succession-2023-06-20", "2015-05/2023-09-10"),
    row("X15-chair", "group-chair-zhang", holds("daniel-zhang", "Chairman", "董事会主席"),
        "yahoo-succession-2023-06-20", "2019-09-10/2023-09-10"),
    row("X15-cloud", "cloud-ceo-zhang",
        holds("daniel-zhang", "Chief executive officer", "首席执行官"),
        "alizila-2022-12-29", "2022-12-29/2023-09-10"),
    row("X16-group", "group-ceo-wu", holds("eddie-wu", "Chief executive officer", "首席执行官"),
        "scmp-zhang-2023-09-11", "2023-09-10/.."),
    row("X16-cloud", "cloud-ceo-wu", holds("eddie-wu", "Chief executive officer", "首席执行官"),
        "scmp-zhang-2023-09-11", "2023-09-10/.."),
    row("X17", "group-chair-tsai", holds("joseph-tsai", "Chairman", "董事会主席"),
        "scmp-zhang-2023-09-11", "2023-09-10/.."),
    row("X18-damo", "damo-head-jeff-zhang", holds("jeff-zhang", "Head", "院长"),
        "technode-2017-10-11", "2017-10/"),
    row("X18-cloud", "cloud-president-jeff-zhang", holds("jeff-zhang", "President", "总裁"),
        "alizila-2022-12-29", "2018~/2022-12-29"),
    row("X19-agreed", "autonavi-acquisition-2014-date", date("2014-04-11"),
        "taipeitimes-autonavi-2014-04-14"),
    row("X19-value", "autonavi-acquisition-2014-valuation", money("~1.5E9 USD"),
        "taipeitimes-autonavi-2014-04-14"),
    row("X19-before", "holding-autonavi-2013", Ownership(party="autonavi", share="28 %"),
        "taipeitimes-autonavi-2014-04-14", "2013-05/2014-04-11"),
    row("X20-done", "youku-acquisition-2016-date", date("2016-04"), "entgroup-youku-2016-04"),
    row("X20-value", "youku-acquisition-2016-valuation", money("4.2E9 USD"),
        "entgroup-youku-2016-04"),
    row("X21", "freshippo-inception", date("2016-01"), "yicai-hema-2020-04"),
    row("X22-taobao", "taobao-inception", date("2003-05"), "fortune-scm-history"),
    row("X22-cloud", "cloud-inception", date("2009"), "fortune-scm-history"),
    row("X22-tmall", "name-tmall", Text("Tmall", lang="en"), "fortune-scm-history", "2012-01/.."),
    row("X23", "pai-release", date("2015"), "synced-2017-04-19"),
    row("X23-2.0", "pai-2-0-release", date("2017-03-29"), "synced-2017-04-19"),
    row("X24-name", "bailian-model-studio", Text("Model Studio", lang="en"), "aliyun-model-studio"),
    row("X24-fate", "bailian-brand-merged",
        say("The names Bailian, Model Studio and DashScope have gone over into QwenCloud"
            " and Qianwen AI Platform.",
            "百炼、Model Studio与DashScope等品牌已并入QwenCloud与千问AI平台。"),
        "litellm-qwencloud", "2026-10/.."),
    row("X25", "capex-plan-2025", money(">380E9 CNY"), "xinhua-2025-02-24", "2025-02-24/2028~"),
    row("X26-zhipu", "zhipu-ipo-2026-01-date", date("2026-01-08"), "ginlix-2026-01"),
    row("X26-minimax", "minimax-ipo-2026-01-date", date("2026-01-09"), "ginlix-2026-01"),
    row("T20", "interbert-release", date("2020-03-30"), "interbert-paper"),
    row("T21", "m6-10b-paper", count("10E9 parameters"), "m6-paper", "2021-03-01"),
    row("T22", "m6-100b", count("100E9 parameters"), "m6-paper", "2021-03-01"),
    row("T23", "m6-1t", count("1E12 parameters"), "m6-t-paper", "2021-05"),
    row("T23-day", "m6-1t-paper", date("2021-05-31"), "m6-t-paper"),
    row("T24", "m6-10t", count("10E12 parameters"), "m6-10t-paper", "2021-10"),
    row("T24-day", "m6-10t-paper", date("2021-10-08"), "m6-10t-paper"),
    row("T30", "qwen-7b", count("7E9 parameters"), "qwen-readme", "2023-08-03"),
    row("T31", "qwen-14b", count("14E9 parameters"), "qwen-readme", "2023-09-25"),
    row("T32", "tongyi-qianwen-2-size", count("100E9..999E9 parameters"), "release-table-2026",
        "2023-10"),
    row("T33", "qwen-72b", count("72E9 parameters"), "qwen-readme", "2023-11-30"),
    row("T34", "qwen1-5-72b", count("72E9 parameters"), "qwen3-readme", "2024-02-05"),
    row("T35", "qwen1-5-moe", count("14E9 parameters"), "qwen3-readme", "2024-03-28"),
    row("T36", "qwen1-5-110b", count("110E9 parameters"), "qwen15-collection", "2024-04"),
    row("T37", "qwen2-72b", count("72E9 parameters"), "qwen3-readme", "2024-06-06"),
    row("T38", "qwen2-5-72b", count("72E9 parameters"), "qwen3-readme", "2024-09-19"),
    row("T39", "qwen3-235b", count("235E9 parameters"), "qwen3-readme", "2025-04-29"),
    row("T40", "qwen3-coder-480b", count("480E9 parameters"), "release-table-2026", "2025-07-22"),
    row("T41", "qwen3-max-preview", count(">1E12 parameters"), "release-table-2026", "2025-09-05"),
    row("T42", "qwen3-5-397b", count("397E9 parameters"), "besthub-qwen35", "2026-02-16"),
    row("T43", "qwen3-8-max-preview", count("2.4E12 parameters"), "release-table-2026",
        "2026-07-19"),
    row("T44", "qwen3-8-27b", count("27E9 parameters"), "qwen38-27b-page", "2026-08-14"),
)
# fmt: on


@pytest.mark.parametrize("key, value, valid, source", FURTHER)
def test_other_sources_state_it(alibaba, key, value, valid, source):
    stated = alibaba.statement(key)

    assert stated.value == value
    assert valid == (stated.valid and stated.valid.text)
    assert stated.rank is not Rank.DEPRECATED
    assert source in {r.source for r in stated.references}


@pytest.mark.parametrize(
    "wrong, right",
    [
        ("inception-day-unsourced", "inception"),
        ("founders-nineteen", "founders-eighteen"),
        ("hong-kong-listing-2019-late-date", "hong-kong-listing-2019-date"),
        ("tongyi-qianwen-10t-rumour", None),
        ("baichuan-round-2023-10-baidu", None),
        ("baichuan-round-2023-10-guess", "baichuan-round-2023-10-valuation"),
        ("revenue-fy2021-rounded", "revenue-fy2021"),
    ],
)
def test_what_other_sources_have_wrong_is_deprecated_too(alibaba, wrong, right):
    stated = alibaba.statement(wrong)

    assert stated.rank is Rank.DEPRECATED
    assert stated.replaced_by == right
    assert {"en", "zh"} <= stated.because.keys()


# Revenue, in millions of renminbi.


# fmt: off
REVENUE = (
    ("T01", "fy2014", 52504, "2013-04-01/2014-03-31", "sec-revenue-note-fy2016", "52,504"),
    ("T02", "fy2015", 76204, "2014-04-01/2015-03-31", "sec-revenue-note-fy2016", "76,204"),
    ("T03", "fy2016", 101143, "2015-04-01/2016-03-31", "ir-income-fy2018", "101,143"),
    ("T04", "fy2017", 158273, "2016-04-01/2017-03-31", "sec-income-fy2019", "158,273"),
    ("T05", "fy2018", 250266, "2017-04-01/2018-03-31", "sec-income-fy2019", "250,266"),
    ("T06", "fy2019", 376844, "2018-04-01/2019-03-31", "sec-income-fy2019", "376,844"),
    ("T07", "fy2020-rounded", 509710, "2019-04-01/2020-03-31", "wwd-2020-05-22", "509.71 billion"),
    ("T08", "fy2021", 717289, "2020-04-01/2021-03-31", "sec-segments-fy2023", "717,289,000,000"),
    ("T09", "fy2022", 853062, "2021-04-01/2022-03-31", "pitchsend-fy2023", "853,062"),
    ("T10", "fy2023", 868687, "2022-04-01/2023-03-31", "pitchsend-fy2023", "868,687"),
    ("T11", "fy2024", 941168, "2023-04-01/2024-03-31", "release-fy2024", "RMB941,168 million"),
    ("T12", "fy2025", 996347, "2024-04-01/2025-03-31", "sec-income-fy2026", "996,347"),
    ("T12-9m", "fy2025-9m", 759893, "2024-04-01/2024-12-31", "ir-income-december-2025", "759,893"),
    ("T12-q4", "fy2025-q4", 236454, "2025-01-01/2025-03-31", "release-fy2025",
     "RMB236,454 million"),
    ("T13", "fy2026", 1023670, "2025-04-01/2026-03-31", "sec-income-fy2026", "1,023,670"),
    ("T13-9m", "fy2026-9m", 780290, "2025-04-01/2025-12-31", "ir-income-december-2025", "780,290"),
    ("T50", "fy2026-q1", 247652, "2025-04-01/2025-06-30", "release-june-2025",
     "RMB247,652 million"),
    ("T51", "fy2026-q2", 247795, "2025-07-01/2025-09-30", "release-september-2025",
     "RMB247,795 million"),
    ("T52", "fy2026-q3", 284843, "2025-10-01/2025-12-31", "ir-income-december-2025", "284,843"),
    ("T53", "fy2026-q4", 243380, "2026-01-01/2026-03-31", "release-fy2026", "RMB243,380 million"),
)
# fmt: on


@pytest.mark.parametrize("figure", REVENUE, ids=lambda figure: figure[0])
def test_revenue_is_what_the_source_prints(alibaba, figure):
    _, key, millions, valid, source, printed = figure
    stated = alibaba.statement(f"revenue-{key}")
    (reference,) = [r for r in stated.references if r.source == source]

    assert stated.prop.name == "revenue"
    assert stated.value.currency == "CNY"
    assert stated.value.amount == millions * 10**6
    assert stated.valid.text == valid
    assert printed in reference.as_printed


@pytest.mark.parametrize(
    "year, parts",
    [
        ("revenue-fy2025", ("revenue-fy2025-9m", "revenue-fy2025-q4")),
        ("revenue-fy2026", ("revenue-fy2026-9m", "revenue-fy2026-q4")),
    ],
)
def test_two_years_are_computed_of_nine_months_and_a_quarter(alibaba, year, parts):
    stated = alibaba.statement(year)

    assert stated.derived_from == parts
    assert stated.derived_by.value == "sum"
    assert not stated.is_computed
    assert sum(alibaba.statement(key).value.amount for key in parts) == stated.value.amount


@pytest.mark.parametrize(
    "year, before, after",
    [("fy2025", 941168, 996347), ("fy2026", 996347, 1023670)],
)
def test_growth_of_revenue_is_computed_of_what_the_annual_report_prints(
    alibaba, year, before, after
):
    stated = alibaba.statement(f"revenue-growth-{year}")

    assert stated.is_computed
    assert stated.valid == alibaba.statement(f"revenue-{year}").valid
    assert stated.value.amount == round(Decimal(100 * (after - before)) / before, 2)


def test_revenue_of_2020_is_bounded_by_the_company_and_rounded_by_a_newspaper(alibaba):
    bound = alibaba.statement("revenue-fy2020")

    assert str(bound.value) == ">500E9 CNY"
    assert [r.as_printed for r in bound.references] == ["over RMB500 billion"]
    assert str(alibaba.statement("revenue-fy2020-rounded").value) == "509.71E9 CNY"


def test_every_figure_of_revenue_and_income_is_given_as_printed(alibaba):
    for name in ("revenue", "operating_income", "net_income"):
        for statement in alibaba.all(name):
            assert any(r.as_printed for r in statement.references), statement.key


def test_other_pages_of_the_site_never_confirm_the_page(alibaba):
    pages = {source.id for source in alibaba.sources if source.id.startswith(SAME_SITE)}

    assert {alibaba.source(page).kind.value for page in pages} == {"third_party"}
    assert len(pages - FIRST_SOURCE) == 7
