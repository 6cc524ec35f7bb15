"""The hard facts of the profile, typed by hand from their sources.

The paragraphs are those of the page on Alibaba in the documentation of d.run, the first source.
Figures of revenue are typed from the filings, in millions of yuan.
"""

from decimal import Decimal

import pytest

import companyprofiles
from companyprofiles import Modality, Rank
from companyprofiles.vocabulary import (
    CHAIR,
    CHIEF_EXECUTIVE,
    CIK,
    COMPARISON,
    CUSIP,
    HOLDING,
    INCEPTION,
    INCORPORATION,
    ISIN,
    JURISDICTION,
    LEI,
    LISTING,
    OFFICER,
    OFFICIAL_NAME,
    PLAN,
    RELEASE,
    REVENUE,
    SHORT_NAME,
    WEBSITE,
    WIKIDATA_ID,
)

FIRST_SOURCE = "drun-en"


@pytest.fixture(scope="module")
def alibaba():
    return companyprofiles.get("alibaba")


def reference_to_first_source(statement):
    found = [r for r in statement.references if r.source == FIRST_SOURCE]
    assert found, f"{statement.key} does not refer to the page"
    return found[0]


# Paragraph 5: the M6 series.


@pytest.mark.parametrize(
    "valid, count",
    [("2020-06", 300 * 10**6), ("2021-01", 10 * 10**9), ("2021-05", 10**12)],
)
def test_m6_grew_as_the_page_says(alibaba, valid, count):
    steps = [s for s in alibaba.of("m6").all("parameters") if str(s.valid) == valid]

    assert [int(s.value.amount) for s in steps] == [count]
    assert steps[0].rank is Rank.NORMAL
    assert steps[0].modality is Modality.ASSERTED
    assert reference_to_first_source(steps[0]).locator == "paragraph 5"


def test_the_ten_trillion_of_october_2020_is_deprecated_and_replaced(alibaba):
    (wrong,) = [s for s in alibaba.of("m6").all("parameters") if str(s.valid) == "2020-10"]
    right = alibaba.statement(wrong.replaced_by)
    urls = [alibaba.source(r.source).url for r in right.references]

    assert int(wrong.value.amount) == 10 * 10**12
    assert wrong.rank is Rank.DEPRECATED
    assert {"en", "zh"} <= wrong.because.keys()
    assert reference_to_first_source(wrong).locator == "paragraph 5"
    assert int(right.value.amount) == 10 * 10**12
    assert str(right.valid) == "2021-10"
    assert "https://arxiv.org/abs/2110.03888" in urls


def test_the_step_of_100_billion_that_the_page_leaves_out_is_there(alibaba):
    step = alibaba.statement("m6-100b")

    assert int(step.value.amount) == 100 * 10**9
    assert str(step.valid) == "2021-03-01"


def test_m6_never_shrinks_in_the_series_that_counts(alibaba):
    largest_by_month = {}
    for statement in alibaba.of("m6").series("parameters"):
        month = str(statement.valid)[:7]
        size = statement.value.amount
        largest_by_month[month] = max(size, largest_by_month.get(month, 0))

    assert list(largest_by_month.values()) == sorted(largest_by_month.values())


# Paragraph 6: Tongyi Qianwen.


def test_tongyi_qianwen_was_launched_in_april_2023_in_three_stages(alibaba):
    dates = {str(s.value) for s in alibaba.of("tongyi-qianwen").all(RELEASE)}

    assert {"2023-04", "2023-04-07", "2023-04-11", "2023-09-13"} <= dates


def test_zhou_jingren_announced_it_according_to_the_page(alibaba):
    said = alibaba.of("tongyi-qianwen").all("announced_by")
    (by_page,) = [s for s in said if any(r.source == FIRST_SOURCE for r in s.references)]

    assert by_page.value == "zhou-jingren"
    assert reference_to_first_source(by_page).locator == "paragraph 6"
    assert "daniel-zhang" in [s.value for s in said]


@pytest.mark.parametrize(
    "organisation, prop, holder, valid",
    [
        ("alibaba-cloud", OFFICER, "zhou-jingren", "2022-12-29/.."),
        ("alibaba-cloud", CHIEF_EXECUTIVE, "daniel-zhang", "2022-12-29/2023-09-10"),
        ("alibaba-group", CHIEF_EXECUTIVE, "daniel-zhang", "2015-05/2023-09-10"),
        ("alibaba-group", CHAIR, "daniel-zhang", "2019-09-10/2023-09-10"),
        ("alibaba-group", CHIEF_EXECUTIVE, "eddie-wu", "2023-09-10/.."),
        ("alibaba-group", CHAIR, "joseph-tsai", "2023-09-10/.."),
    ],
)
def test_offices_have_their_holders_and_intervals(alibaba, organisation, prop, holder, valid):
    offices = alibaba.of(organisation).all(prop)

    assert (holder, valid) in [(s.value.holder, str(s.valid)) for s in offices]


@pytest.mark.parametrize("product", ["tmall", "dingtalk", "amap", "taobao", "youku", "freshippo"])
def test_each_of_the_six_products_is_named_in_the_plan_by_daniel_zhang(alibaba, product):
    (plan,) = alibaba.of(product).all(PLAN)

    assert plan.modality is Modality.PLANNED
    assert reference_to_first_source(plan).locator == "paragraph 6"
    assert reference_to_first_source(plan).attributed_to == "daniel-zhang"


def test_the_plan_for_all_products_is_a_plan_not_a_fact(alibaba):
    plan = alibaba.statement("plan-all-products")

    assert plan.modality is Modality.PLANNED
    assert str(plan.valid) == "2023-04-11"


# Paragraph 7: version 2.0.


def test_the_mistranslated_billion_is_replaced_by_the_class_of_hundred_billion(alibaba):
    wrong = alibaba.statement("tongyi-qianwen-2-billion")
    right = alibaba.statement(wrong.replaced_by)

    assert wrong.rank is Rank.DEPRECATED
    assert str(wrong.value) == "~1E9 parameters"
    assert "billion" in reference_to_first_source(wrong).as_printed
    assert (right.value.lower, right.value.upper) == (Decimal("100E9"), Decimal("999E9"))
    assert any("千亿级" in (r.as_printed or "") for r in right.references)


def test_version_2_and_qwen2_are_two_things(alibaba):
    names = {entity.id: str(entity.name) for entity in alibaba.entities}

    assert names["tongyi-qianwen-2"] == "Tongyi Qianwen 2.0"
    assert str(alibaba.statement("tongyi-qianwen-2-month").value) == "2023-10"


def test_better_than_gpt_3_5_is_a_claim_of_alibaba_cloud(alibaba):
    claims = alibaba.of("tongyi-qianwen-2").all(COMPARISON)
    (claim,) = [s for s in claims if "GPT-3.5" in s.value["en"]]

    assert claim.modality is Modality.CLAIMED
    assert reference_to_first_source(claim).attributed_to == "alibaba-cloud"
    assert reference_to_first_source(claim).locator == "paragraph 7"


def test_world_leading_is_an_opinion(alibaba):
    assert alibaba.statement("world-leading").modality is Modality.OPINION


# Paragraphs 2 and 4: investments.


@pytest.mark.parametrize(
    "company, wrong, right",
    [
        ("zhipu-ai", "Zhiyu AI", "Zhipu AI"),
        ("moonshot-ai", "The Dark Side of the Moon", "Moonshot AI"),
        ("zero-one-ai", "Zero One Everything", "01.AI"),
        ("minimax", "Minimax", "MiniMax"),
        ("deephi", "Deep Vision Technology", "DeePhi Tech"),
    ],
)
def test_names_that_the_page_gets_wrong_are_deprecated(alibaba, company, wrong, right):
    names = alibaba.of(company).all(SHORT_NAME)
    (deprecated,) = [s for s in names if s.value.text == wrong]

    assert deprecated.rank is Rank.DEPRECATED
    assert alibaba.statement(deprecated.replaced_by).value.text == right
    assert reference_to_first_source(deprecated)


@pytest.mark.parametrize(
    "holder, company, valid, rank",
    [
        ("alibaba-group", "zhipu-ai", "2023/", Rank.NORMAL),
        ("alibaba-group", "baichuan", "2023-10/", Rank.NORMAL),
        ("alibaba-group", "moonshot-ai", "2024-02/..", Rank.NORMAL),
        ("alibaba-cloud", "zero-one-ai", "2023-11/", Rank.NORMAL),
        ("alibaba-group", "minimax", "2024-03/..", Rank.NORMAL),
        ("alibaba-group", "deephi", "2017-10/", Rank.DEPRECATED),
        ("alibaba-group", "cambricon", "2017-08/", Rank.NORMAL),
        ("alibaba-group", "sensetime", "2017-10/2023-07", Rank.NORMAL),
        ("alibaba-group", "megvii", "2018-07/", Rank.NORMAL),
        ("alibaba-group", "yitu", "None", Rank.DEPRECATED),
    ],
)
def test_the_ten_named_investments_are_there(alibaba, holder, company, valid, rank):
    stakes = [s for s in alibaba.of(holder).all(HOLDING) if s.value.party == company]
    (named,) = [s for s in stakes if any(r.source == FIRST_SOURCE for r in s.references)]

    assert str(named.valid) == valid
    assert named.rank is rank
    assert bool(named.because) is (rank is Rank.DEPRECATED)


def test_the_stake_in_yitu_is_denied_by_another_source(alibaba):
    wrong = alibaba.statement("holding-yitu")

    assert alibaba.statement(wrong.replaced_by).modality is Modality.DENIED


def test_megvii_has_two_holders_that_are_not_one(alibaba):
    holders = {
        s.subject: str(s.value.share)
        for s in alibaba.all(HOLDING)
        if s.value.party == "megvii" and s.value.share is not None
    }

    assert "15.1 %" in holders.values()
    assert "14.3 %" in holders.values()
    assert len(holders) >= 2


# The company itself.


def test_founding_and_incorporation_are_two_facts(alibaba):
    assert str(alibaba[INCEPTION].value) == "1999"
    assert str(alibaba[INCORPORATION].value) == "1999-06-28"
    assert alibaba[JURISDICTION].value == "cayman-islands"


def test_names_stand_in_english_and_chinese(alibaba):
    names = {s.value.lang: s.value.text for s in alibaba.of("alibaba-group").all(OFFICIAL_NAME)}

    assert names["en"] == "Alibaba Group Holding Limited"
    assert names["zh-Hant"] == "阿里巴巴集團控股有限公司"
    assert names["zh"] == "阿里巴巴集团控股有限公司"


@pytest.mark.parametrize(
    "prop, identifier",
    [(LEI, "5493001NTNQJDH60PM02"), (CIK, "0001577552"), (WIKIDATA_ID, "Q1359568")],
)
def test_identifiers(alibaba, prop, identifier):
    assert alibaba[prop].value.id == identifier


def test_identifiers_of_securities(alibaba):
    assert {s.value.id for s in alibaba.all(ISIN)} >= {"US01609W1027", "KYG017191142"}
    assert {s.value.id for s in alibaba.all(CUSIP)} == {"01609W102"}


def test_listings(alibaba):
    listings = {(s.value.exchange, s.value.ticker): str(s.valid) for s in alibaba.all(LISTING)}

    assert listings["XNYS", "BABA"] == "2014-09-19/.."
    assert ("XHKG", "9988") in listings
    assert ("XHKG", "89988") in listings


def test_the_site_of_the_group_is_not_the_marketplace(alibaba):
    addresses = {s.value: s.rank for s in alibaba.of("alibaba-group").all(WEBSITE)}

    assert alibaba[WEBSITE].value == "https://www.alibabagroup.com/"
    assert addresses["https://www.alibaba.com/"] is Rank.DEPRECATED


REVENUE_IN_MILLIONS = {
    2014: 52504,
    2015: 76204,
    2016: 101143,
    2017: 158273,
    2018: 250266,
    2019: 376844,
    2021: 717289,
    2022: 853062,
    2023: 868687,
    2024: 941168,
    2025: 996347,
    2026: 1023670,
}


@pytest.mark.parametrize("year", REVENUE_IN_MILLIONS)
def test_revenue_of_the_fiscal_year(alibaba, year):
    (found,) = [
        s
        for s in alibaba.series(REVENUE, months=12)
        if str(s.valid) == f"{year - 1}-04-01/{year}-03-31"
    ]

    assert found.value.currency == "CNY"
    assert found.value.amount == REVENUE_IN_MILLIONS[year] * 10**6


def test_revenue_of_2020_is_only_bounded(alibaba):
    (found,) = [
        s for s in alibaba.series(REVENUE, months=12) if str(s.valid) == "2019-04-01/2020-03-31"
    ]

    assert str(found.value) == ">500E9 CNY"


def test_the_quarters_of_2026_add_up_to_the_year(alibaba):
    quarters = [s for s in alibaba.series(REVENUE, months=3) if str(s.valid) >= "2025-04-01"]

    assert len(quarters) == 4
    assert sum(s.value.amount for s in quarters) == 1023670 * 10**6


def test_derived_figures_are_the_sum_of_their_parts(alibaba):
    derived = [s for s in alibaba.all(REVENUE) if s.derived_from]

    assert len(derived) >= 2
    for statement in derived:
        parts = [alibaba.statement(key).value.amount for key in statement.derived_from]
        assert sum(parts) == statement.value.amount


# The whole.


def test_every_statement_of_the_page_says_which_paragraph(alibaba):
    references = [r for s in alibaba.statements for r in s.references if r.source == FIRST_SOURCE]

    assert len(references) > 87
    for reference in references:
        assert reference.locator == "heading" or "paragraph" in reference.locator


def test_everything_wrong_says_why_in_both_languages(alibaba):
    wrong = alibaba.where(rank="deprecated")

    assert len(wrong) >= 19
    for statement in wrong:
        assert {"en", "zh"} <= statement.because.keys(), statement.key


def test_no_statement_that_counts_rests_on_copies_alone(alibaba):
    mirrors = {source.id for source in alibaba.sources if source.mirror}
    alone = [
        s.key
        for s in alibaba.statements
        if not s.is_deprecated and {r.source for r in s.references} <= mirrors
    ]

    assert mirrors
    assert not alone


def test_every_source_is_used_and_every_statement_has_a_key(alibaba):
    used = {r.source for s in alibaba.statements for r in s.references}

    assert used == {source.id for source in alibaba.sources}
    assert all(statement.key for statement in alibaba.statements)


def test_it_comes_back_from_plain_data_unchanged(alibaba):
    assert companyprofiles.Profile.from_dict(alibaba.to_dict()) == alibaba
