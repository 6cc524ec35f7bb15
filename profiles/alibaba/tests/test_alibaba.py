"""What the profile answers as a whole; single facts are in test_source_page and test_problems."""

import companyprofiles
from companyprofiles import Modality, Rank
from companyprofiles.testing import ProfileContract
from companyprofiles.vocabulary import (
    CHAIR,
    CHIEF_EXECUTIVE,
    HOLDING,
    INCEPTION,
    INCORPORATION,
    JURISDICTION,
    OFFICIAL_NAME,
    RELEASE,
    REVENUE,
    WEBSITE,
)

FIRST_SOURCE = "drun-en"


def test_m6_never_shrinks_in_the_series_that_counts(alibaba):
    largest_by_month = {}
    for statement in alibaba.of("m6").series("parameters"):
        month = str(statement.valid)[:7]
        size = statement.value.amount or statement.value.lower
        largest_by_month[month] = max(size, largest_by_month.get(month, 0))

    assert list(largest_by_month.values()) == sorted(largest_by_month.values())
    assert len(largest_by_month) == 5


def test_tongyi_qianwen_came_out_in_three_stages(alibaba):
    stages = {
        statement.dimensions["stage"]: str(statement.value)
        for statement in alibaba.of("tongyi-qianwen").all(RELEASE)
    }

    assert stages == {"test": "2023-04-07", "unveiled": "2023-04-11", "public": "2023-09-13"}


def test_version_2_and_qwen2_are_two_things(alibaba):
    assert str(alibaba.entity("tongyi-qianwen-2").name) == "Tongyi Qianwen 2.0"
    assert alibaba.statement("qwen2-72b").subject == "qwen"


def test_megvii_has_two_holders_that_are_not_one(alibaba):
    holders = {
        s.subject: str(s.value.share)
        for s in alibaba.all(HOLDING)
        if s.value.party == "megvii" and s.value.share is not None
    }

    assert holders == {"ant-group": "15.1 %", "taobao-china": "14.3 %"}


def test_a_stake_in_yitu_is_denied_not_merely_missing(alibaba):
    assert alibaba.statement("holding-yitu-denied").modality is Modality.DENIED


def test_the_current_offices_have_one_holder_each(alibaba):
    assert alibaba[CHIEF_EXECUTIVE].value.holder == "eddie-wu"
    assert alibaba[CHAIR].value.holder == "joseph-tsai"
    assert alibaba.of("alibaba-cloud")[CHIEF_EXECUTIVE].value.holder == "eddie-wu"


def test_founding_and_incorporation_are_two_facts(alibaba):
    assert str(alibaba[INCEPTION].value) == "1999"
    assert str(alibaba[INCORPORATION].value) == "1999-06-28"
    assert alibaba[JURISDICTION].value == "cayman-islands"


def test_names_stand_in_english_and_in_both_kinds_of_chinese(alibaba):
    names = {s.value.lang: s.value.text for s in alibaba.of("alibaba-group").all(OFFICIAL_NAME)}

    assert names == {
        "en": "Alibaba Group Holding Limited",
        "zh": "阿里巴巴集团控股有限公司",
        "zh-Hant": "阿里巴巴集團控股有限公司",
    }


def test_the_site_of_the_group_is_not_the_marketplace(alibaba):
    assert alibaba[WEBSITE].value == "https://www.alibabagroup.com/"


def test_revenue_has_every_fiscal_year_from_2014_to_2026(alibaba):
    years = {s.valid.end.latest.year for s in alibaba.series(REVENUE, months=12)}

    assert years == set(range(2014, 2027))
    assert alibaba.latest(REVENUE).value.amount == 1023670 * 10**6


def test_the_quarters_of_2026_add_up_to_the_year(alibaba):
    quarters = [s for s in alibaba.series(REVENUE, months=3) if str(s.valid) >= "2025-04-01"]

    assert len(quarters) == 4
    assert sum(s.value.amount for s in quarters) == 1023670 * 10**6


def test_every_statement_of_the_page_says_which_paragraph(alibaba):
    references = [r for s in alibaba.statements for r in s.references if r.source == FIRST_SOURCE]

    assert len(references) > 87
    for reference in references:
        assert reference.locator == "heading" or "paragraph" in reference.locator


def test_everything_wrong_says_why_in_both_languages(alibaba):
    wrong = alibaba.where(rank=Rank.DEPRECATED)

    assert len(wrong) >= 22
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


def test_no_address_of_a_source_is_a_locator_of_a_stored_file(alibaba):
    for source in alibaba.sources:
        assert source.url is None or source.url.startswith(("http://", "https://")), source.id


def test_every_source_is_used_and_every_statement_has_a_key(alibaba):
    used = {r.source for s in alibaba.statements for r in s.references}

    assert used == {source.id for source in alibaba.sources}
    assert all(statement.key for statement in alibaba.statements)


def test_it_comes_back_from_plain_data_unchanged(alibaba):
    assert companyprofiles.Profile.from_dict(alibaba.to_dict()) == alibaba


def test_every_statement_has_its_anchor_once_on_the_page(alibaba, anchors):
    assert sorted(anchors) == sorted(statement.key for statement in alibaba.statements)


class TestProfile(ProfileContract):
    company = "alibaba"
