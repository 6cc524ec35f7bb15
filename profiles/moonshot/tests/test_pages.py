"""What pages of d.run say of the company, typed by hand: D01 to D06, D12 and D17.

D07 to D11 and D13 to D16 are of other companies. The sums and dates are those of the pages, and of
the newspapers and agencies that they were compared with.
"""

from dataclasses import dataclass, field

import pytest

from companyprofiles import EntityId, Modality, Money, Ownership, PartialDate, Quantity, Rank, Share

RISE, RISE_ZH = "drun-moonshot", "drun-moonshot-zh"
AFTER_KIMI, AFTER_KIMI_ZH = "drun-after-kimi", "drun-after-kimi-zh"
BYTEDANCE = "drun-bytedance"

date = PartialDate.parse
money = Money.parse
share = Share.parse
users = Quantity.parse


@dataclass(frozen=True)
class Fact:
    """A fact of a page, as the profile has to state it."""

    id: str
    key: str
    prop: str
    value: object
    printed: dict
    """Sources, each with words that it prints; ``None`` where it has the fact in other words."""
    subject: str = field(default="moonshot-ai", kw_only=True)
    valid: str | None = field(default=None, kw_only=True)
    dimensions: dict = field(default_factory=dict, kw_only=True)
    by: str = field(default="", kw_only=True)
    """Sources other than pages of d.run that state the very same."""


SECOND, FOURTH = "moonshot-round-2023-06", "moonshot-round-2024-02"
LEAD = {"role": "lead"}
LED_EN, LED_ZH = "led by Ant, Alibaba, and Meituan", "由蚂蚁、阿里、美团领投"
OF_ALIBABA = {"participant": "alibaba-group"}
DAILY = {"kind": "daily active"}

# fmt: off
FACTS = (
    Fact("D01-date", f"{SECOND}-date", "occurred", date("2023-06"),
         {RISE: "In June 2023", RISE_ZH: "2023 年 6 月"}, subject=SECOND),
    Fact("D01-target", f"{SECOND}-target", "target", EntityId("moonshot-ai"),
         {RISE: None, RISE_ZH: None}, subject=SECOND),
    Fact("D01-ant", f"{SECOND}-ant-group", "participant", EntityId("ant-group"),
         {RISE: LED_EN, RISE_ZH: LED_ZH}, subject=SECOND, dimensions=LEAD),
    Fact("D01-alibaba", f"{SECOND}-alibaba-group", "participant", EntityId("alibaba-group"),
         {RISE: LED_EN, RISE_ZH: LED_ZH}, subject=SECOND, dimensions=LEAD),
    Fact("D01-meituan", f"{SECOND}-meituan", "participant", EntityId("meituan"),
         {RISE: LED_EN, RISE_ZH: LED_ZH}, subject=SECOND, dimensions=LEAD),
    Fact("D01-before", f"{SECOND}-before-valuation", "valuation", money("600E6 USD"),
         {RISE: "600 million dollars", RISE_ZH: "6 亿美元"},
         subject=SECOND, dimensions={"basis": "pre-money"}),
    Fact("D01-after", f"{SECOND}-after-valuation", "valuation", money("770E6 USD"),
         {RISE: "770 million dollars", RISE_ZH: "7.7 亿美元"},
         subject=SECOND, dimensions={"basis": "post-money"}),
    Fact("D02-lead", f"{FOURTH}-alibaba-group", "participant", EntityId("alibaba-group"),
         {RISE: "Alibaba invested 800 million dollars", RISE_ZH: "这一轮阿里投资了 8 亿美元"},
         subject=FOURTH, dimensions=LEAD, by="bloomberg-2024-02-27 scmp-2024-02"),
    Fact("D02-rounded", f"{FOURTH}-alibaba-group-amount", "contribution", money("~0.8E9 USD"),
         {}, subject=FOURTH, dimensions=OF_ALIBABA, by="scmp-2024-05 dealstreetasia-copy-2024-05"),
    Fact("D02-exact", f"{FOURTH}-alibaba-group-exact-amount", "contribution", money("790E6 USD"),
         {RISE: "790 million dollars", RISE_ZH: "7.9 亿美元"},
         subject=FOURTH, dimensions=OF_ALIBABA),
    Fact("D03", f"{FOURTH}-cloud-over-40", "paid_in_services", share(">40 %"),
         {RISE: "over 40% of the amount", RISE_ZH: "超过 40% 的金额"},
         subject=FOURTH, dimensions=OF_ALIBABA),
    Fact("D04", f"{FOURTH}-cloud-70-80", "paid_in_services", share("70..80 %"),
         {AFTER_KIMI: "70-80%", AFTER_KIMI_ZH: "百分之七八十"},
         subject=FOURTH, dimensions=OF_ALIBABA),
    Fact("D05", f"{FOURTH}-valuation", "valuation", money("2.5E9 USD"),
         {RISE: "2.5 billion dollars", RISE_ZH: "25亿美元"},
         subject=FOURTH, dimensions={"basis": "post-money"}),
    Fact("D05-about", f"{FOURTH}-about-valuation", "valuation", money("~2.5E9 USD"), {},
         subject=FOURTH,
         by="bloomberg-2024-02-27 scmp-2024-02 benzinga-2024-02 wallstreetcn-2024-05-13"),
    Fact("D05-lower", f"{FOURTH}-lower-valuation", "valuation", money(">2.3E9 USD"), {},
         subject=FOURTH, by="ofweek-2024-03"),
    Fact("D06", "inception-april", "inception", date("2023-04"),
         {RISE: "April 2023", RISE_ZH: "2023 年 4 月"}, by="itiger-2026-01-08"),
    Fact("D06-agencies", "inception-march", "inception", date("2023-03"), {},
         by="bloomberg-2024-02-27 benzinga-2024-02 verdict-2024-08 turing-post "
            "xinhua-copy-2025-08-06"),
    Fact("D12", "owned-by-alibaba", "owned_by", Ownership(party="alibaba-group"),
         {BYTEDANCE: "Alibaba's recent significant investment in the dark side of the moon"},
         valid="2024-02/..",
         by="bloomberg-2024-02-27 scmp-2024-02 thestar-2026-01-05 creati-2026-02-17 "
            "bloomberg-copy-2026-02-17"),
    Fact("D17-before", "kimi-daily-2024-03-10", "users", users(">1.2E6 users"),
         {AFTER_KIMI: None, AFTER_KIMI_ZH: "突破 120 万人"},
         subject="kimi", valid="2024-03-10", dimensions=DAILY),
    Fact("D17-all", "kimi-daily-2024-03-25", "users", users(">2.25E6 users"),
         {AFTER_KIMI: "exceeds 2.25 million", AFTER_KIMI_ZH: "大于 225 万"},
         subject="kimi", valid="2024-03-25", dimensions=DAILY),
    Fact("D17-web", "kimi-web-2024-03-25", "users", users("790E3 users"),
         {AFTER_KIMI: "790,000", AFTER_KIMI_ZH: "79 万"},
         subject="kimi", valid="2024-03-25", dimensions={**DAILY, "product": "website"}),
    Fact("D17-app", "kimi-app-2024-03-25", "users", users("540E3 users"),
         {AFTER_KIMI: "540,000", AFTER_KIMI_ZH: "54 万"},
         subject="kimi", valid="2024-03-25", dimensions={**DAILY, "product": "app"}),
)
# fmt: on


@pytest.fixture(params=FACTS, ids=lambda fact: fact.id)
def fact(request):
    return request.param


def test_every_fact_of_the_pages_about_the_company_has_a_row():
    assert {fact.id[:3] for fact in FACTS} == {
        "D01",
        "D02",
        "D03",
        "D04",
        "D05",
        "D06",
        "D12",
        "D17",
    }
    assert len({fact.key for fact in FACTS}) == len(FACTS)


def test_it_is_stated_as_the_page_has_it(moonshot, fact):
    stated = moonshot.statement(fact.key)

    assert stated.prop.name == fact.prop
    assert stated.subject == fact.subject
    assert stated.value == fact.value
    assert fact.valid == (stated.valid and stated.valid.text)
    assert dict(stated.dimensions) == fact.dimensions
    assert stated.modality is Modality.ASSERTED
    assert stated.rank is Rank.NORMAL


def test_it_refers_to_the_page_and_to_what_it_prints(moonshot, fact):
    stated = moonshot.statement(fact.key)
    for source, printed in fact.printed.items():
        (reference,) = [r for r in stated.references if r.source == source]

        assert printed is None or reference.as_printed == printed
        assert reference.locator or source != RISE
        assert reference.retrieved


def test_it_is_confirmed_by_these_sources_and_no_others(moonshot, fact):
    stated = moonshot.statement(fact.key)
    others = {r.source for r in stated.references if not r.source.startswith("drun-")}

    assert others == set(fact.by.split())


def test_what_no_other_source_says_is_marked_so_or_disputed(moonshot, fact):
    stated = moonshot.statement(fact.key)
    note = stated.note["en"] if stated.note else ""
    searched = {(coverage.prop, coverage.subject) for coverage in moonshot.coverage}
    disputed = {key for decision in moonshot.resolutions for key in decision.statements}

    assert (
        fact.by
        or "Only th" in note
        or (fact.prop, fact.subject) in searched
        or fact.key in disputed
        or fact.id in {"D01-target", "D05"}  # Others have both, in other words.
    )


def test_who_speaks_on_the_page_is_not_named(moonshot):
    (reference,) = [
        r for r in moonshot.statement("owned-by-alibaba").references if r.source == BYTEDANCE
    ]

    assert reference.anonymous
    assert reference.attributed_to is None


def test_facts_of_other_companies_are_not_here(moonshot):
    entities = {entity.id for entity in moonshot.entities}

    assert not entities & {
        "aispeech",
        "baichuan",
        "baidu",
        "iflytek",
        "megvii",
        "sensetime",
        "tongyi-qianwen",
    }


def test_every_page_of_the_site_says_where_or_what(moonshot):
    references = [
        r for s in moonshot.statements for r in s.references if r.source.startswith("drun-")
    ]

    assert len(references) > len(FACTS)
    for reference in references:
        assert reference.locator or reference.as_printed or reference.quote, str(reference)


@pytest.mark.parametrize(
    "key, source",
    [
        ("name-literal", "drun-alibaba"),
        ("name-moonlight", AFTER_KIMI),
        ("name-lisi", RISE),
        ("name-yunjiu", RISE_ZH),
        ("name-wuyuan", RISE),
    ],
)
def test_a_name_that_pages_render_otherwise_is_no_name_of_the_company(moonshot, key, source):
    stated = moonshot.statement(key)

    assert stated.prop.name in {"literal_translation", "misspelling"}
    assert source in {r.source for r in stated.references}
