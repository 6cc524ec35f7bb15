"""What the profile answers as a whole; facts of the pages that it starts from are in test_pages."""

import pytest

import companyprofiles
from companyprofiles import Absent, Modality, Rank
from companyprofiles.testing import ProfileContract
from companyprofiles.vocabulary import (
    CHIEF_EXECUTIVE,
    FOUNDER,
    HEADQUARTERS,
    INCEPTION,
    INCORPORATION,
    OWNED_BY,
    PRODUCT,
    SHORT_NAME,
    WEBSITE,
)


def test_names_stand_in_english_and_chinese(moonshot):
    names = {s.value.lang: s.value.text for s in moonshot.of("moonshot-ai").all(SHORT_NAME)}

    assert names == {"en": "Moonshot AI", "zh": "月之暗面"}


def test_every_entity_is_named_in_both_languages(moonshot):
    for entity in moonshot.entities:
        assert {"en", "zh"} <= entity.name.keys(), entity.id


def test_founding_and_registration_are_facts_of_two_subjects(moonshot):
    assert str(moonshot[INCEPTION].value) == "2023-03"
    assert str(moonshot.of("beijing-moonshot")[INCORPORATION].value) == "2023-04-17"
    assert not moonshot.of("moonshot-ai").all(INCORPORATION)


def test_seat_and_site_are_the_companys_own(moonshot):
    assert moonshot[HEADQUARTERS].value == "beijing"
    assert moonshot[WEBSITE].value == "https://www.moonshot.ai"


def test_the_founders_are_four_by_all_accounts_together(moonshot):
    founders = {s.value for s in moonshot.of("moonshot-ai").all(FOUNDER)}

    assert founders == {"yang-zhilin", "zhou-xinyu", "wu-yuxin", "zhang-yutao"}


def test_the_chief_executive_is_the_founder(moonshot):
    assert moonshot[CHIEF_EXECUTIVE].value.holder == "yang-zhilin"


def test_only_the_size_of_alibabas_part_is_known(moonshot):
    sizes = {
        s.value.party: str(s.value.share)
        for s in moonshot.all(OWNED_BY)
        if s.value.share is not None and not s.is_deprecated
    }

    assert sizes == {"alibaba-group": "~36 %"}
    assert {s.value.party for s in moonshot.all(OWNED_BY)} == {
        "alibaba-group",
        "hongshan",
        "monolith",
        "long-z",
        "tencent",
        "idg-capital",
    }


# fmt: off
# What each round raised and what the company was worth by it, as the press has it.
ROUNDS = (
    ("moonshot-round-2024-02", "2024-02", ">1E9 USD", "~2.5E9 USD"),
    ("moonshot-round-2024-08", "2024-08", ">300E6 USD", "3.3E9 USD"),
    ("moonshot-round-2025-12", "2025-12-31", "500E6 USD", "4.3E9 USD"),
    ("moonshot-round-2026-02", "2026-02", ">700E6 USD", "10E9 USD"),
    ("moonshot-round-2026-05", "2026-05", "~2E9 USD", "~20E9 USD"),
    ("moonshot-talks-2026-06", "2026-06-08", "<=2E9 USD", "~30E9 USD"),
)
# fmt: on


@pytest.mark.parametrize("event, day, raised, valuation", ROUNDS, ids=str)
def test_a_round_has_its_day_its_sum_and_its_valuation(moonshot, event, day, raised, valuation):
    told = {
        name: {str(s.value) for s in moonshot.of(event).all(name) if not s.is_deprecated}
        for name in ("occurred", "raised", "valuation", "target")
    }

    assert day in told["occurred"]
    assert str(companyprofiles.Money.parse(raised)) in told["raised"]
    assert str(companyprofiles.Money.parse(valuation)) in told["valuation"]
    assert told["target"] == {"moonshot-ai"}


def test_what_was_only_sought_is_planned(moonshot):
    planned = {s.key for s in moonshot.where("valuation", modality=Modality.PLANNED)}

    assert planned == {
        "moonshot-round-2024-08-valuation-sought",
        "moonshot-round-2026-02-valuation-sought",
        "moonshot-talks-2026-06-valuation-sought",
    }


@pytest.mark.parametrize(
    "event, participant, amount",
    [
        ("moonshot-round-2024-02", "monolith", "10E6 USD"),
        ("moonshot-round-2025-12", "idg-capital", "150E6 USD"),
        ("moonshot-round-2026-05", "long-z", ">200E6 USD"),
    ],
)
def test_who_gave_a_sum_took_part(moonshot, event, participant, amount):
    (given,) = [
        s
        for s in moonshot.of(event).all("contribution")
        if s.dimensions["participant"] == participant
    ]

    assert given.value == companyprofiles.Money.parse(amount)
    assert participant in {s.value for s in moonshot.of(event).all("participant")}


def test_a_date_that_a_page_leaves_out_is_unknown_and_not_guessed(moonshot):
    assert moonshot.statement("moonshot-round-third-date").absent is Absent.UNKNOWN
    assert moonshot.statement("k1-5-parameters").absent is Absent.WITHHELD


def test_the_largest_model_grows(moonshot):
    sizes = [
        moonshot.statement(key).value
        for key in ("moonlight-parameters", "k2-parameters", "k3-parameters")
    ]

    assert [str(size) for size in sizes] == [
        "16E9 parameters",
        "1E12 parameters",
        "2.8E12 parameters",
    ]
    assert [size.amount for size in sizes] == sorted(size.amount for size in sizes)


def test_every_model_with_figures_is_a_product_or_a_version_of_one(moonshot):
    products = {s.value for s in moonshot.all(PRODUCT)}
    versions = {s.subject for s in moonshot.statements if s.prop.name == "part_of"}
    models = {s.subject for s in moonshot.statements if s.prop.name == "parameters"}

    assert models <= products | versions


def test_everything_wrong_says_why_in_both_languages(moonshot):
    wrong = moonshot.where(rank=Rank.DEPRECATED)

    assert len(wrong) == 8
    for statement in wrong:
        assert {"en", "zh"} <= statement.because.keys(), statement.key


def test_texts_for_readers_are_in_both_languages(moonshot):
    for statement in moonshot.statements:
        for text in (statement.note, statement.because):
            assert text is None or {"en", "zh"} <= text.keys(), statement.key
    for decision in (*moonshot.resolutions, *moonshot.coverage):
        text = getattr(decision, "because", None) or decision.note
        assert {"en", "zh"} <= text.keys(), str(decision)


def test_no_statement_that_counts_rests_on_copies_alone(moonshot):
    mirrors = {source.id for source in moonshot.sources if source.mirror}
    alone = [
        s.key
        for s in moonshot.statements
        if not s.is_deprecated and {r.source for r in s.references} <= mirrors
    ]

    assert mirrors
    assert not alone


def test_every_source_has_a_public_address(moonshot):
    for source in moonshot.sources:
        assert source.url.startswith(("http://", "https://")), source.id


def test_every_source_is_used_and_every_statement_has_a_key(moonshot):
    used = {r.source for s in moonshot.statements for r in s.references}

    assert used == {source.id for source in moonshot.sources}
    assert all(statement.key for statement in moonshot.statements)


def test_no_source_was_read_after_the_data_were_cut_off(moonshot):
    days = {r.retrieved for s in moonshot.statements for r in s.references}

    assert max(day.latest for day in days) == moonshot.data_cut_off.latest


def test_a_search_in_vain_says_for_what_and_in_which_sources(moonshot):
    for coverage in moonshot.coverage:
        assert set(coverage.looked_in) <= {source.id for source in moonshot.sources}
        assert coverage.note["en"].startswith(("Searched for", "No "))


def test_it_comes_back_from_plain_data_unchanged(moonshot):
    assert companyprofiles.Profile.from_dict(moonshot.to_dict()) == moonshot


def test_every_statement_has_its_anchor_once_on_the_page(moonshot, anchors):
    assert sorted(anchors) == sorted(statement.key for statement in moonshot.statements)


class TestProfile(ProfileContract):
    company = "moonshot"
