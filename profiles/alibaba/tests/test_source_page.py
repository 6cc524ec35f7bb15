"""The 87 facts of the page that the profile starts from, typed by hand, one row each.

The page is the one on Alibaba in the documentation of d.run, in English and Chinese; paragraphs are
counted from 1 below its heading. Whose words a fact is, and how it is meant, is what the page says;
whether it is right, is told by the rank and by the sources that confirm it.
"""

from dataclasses import dataclass, field

import pytest

from companyprofiles import (
    EntityId,
    LanguageMap,
    Modality,
    Ownership,
    PartialDate,
    Position,
    Quantity,
    Rank,
    Text,
    Url,
)

PAGES = {"en": "drun-en", "zh": "drun-zh"}
"""Sources of the page by language."""
NOT_FOUND = {"en": "No independent source was found", "zh": "未找到独立来源"}


PLANNED, CLAIMED, OPINION = Modality.PLANNED, Modality.CLAIMED, Modality.OPINION

date = PartialDate.parse
count = Quantity.parse


def say(en, zh):
    """Return a text in both languages."""
    return LanguageMap({"en": en, "zh": zh})


@dataclass(frozen=True)
class Fact:
    """A fact of the page, as the profile has to state it."""

    id: str
    key: str
    prop: str
    value: object
    paragraph: int
    subject: str = field(default="alibaba-group", kw_only=True)
    valid: str | None = field(default=None, kw_only=True)
    speaker: str | None = field(default=None, kw_only=True)
    """Who says it on the page; ``None`` where the page says it itself, or names nobody."""
    modality: Modality = field(default=Modality.ASSERTED, kw_only=True)
    right: str | None = field(default=None, kw_only=True)
    """Key of what is right instead; given, it makes the fact a deprecated one."""
    english_only: bool = field(default=False, kw_only=True)
    """Whether the Chinese page says something else."""
    by: str = field(default="", kw_only=True)
    """Sources other than the page that state the very same."""

    @property
    def rank(self):
        return Rank.DEPRECATED if self.right else Rank.NORMAL

    @property
    def languages(self):
        return ["en"] if self.english_only else ["en", "zh"]

    @property
    def confirmed_by(self):
        return set(self.by.split())


# fmt: off
# A table is read along its rows.
FACTS = (
    Fact("S01", "among-largest-e-commerce", "claim",
         say("One of the largest e-commerce companies in the world.",
             "全球最大的电子商务企业之一。"),
         1, modality=OPINION, by="nippon-2023-06-20 cgtn-2021-05-13"),
    Fact("S02", "website-marketplace", "website", Url("https://www.alibaba.com/"), 1,
         right="website"),
    Fact("S03", "among-largest-ai-investors", "claim",
         say("One of the largest investors in artificial intelligence in China.",
             "中国人工智能领域最大的投资者之一。"),
         1, modality=OPINION, english_only=True,
         by="wallstreetcn-2024-05-13 ft-copy-2024-05 caijing-copy-2024-03-11"),
    Fact("S04", "progress-machine-learning", "claim",
         say("Has made progress in machine learning.", "在机器学习领域取得进展。"), 1,
         modality=OPINION, by="synced-2017-04-19"),
    Fact("S05", "progress-computer-vision", "claim",
         say("Has made progress in computer vision.", "在计算机视觉领域取得进展。"), 1,
         modality=OPINION, by="interbert-paper"),
    Fact("S06", "progress-language", "claim",
         say("Has made progress in natural language processing.",
             "在自然语言处理领域取得进展。"),
         1, modality=OPINION, by="qwen-report"),
    Fact("S07", "world-leading", "claim",
         say("Its technology is among the world's leading.", "拥有世界领先的技术实力。"), 1,
         modality=OPINION),
    Fact("S08", "area-finance", "application_area", say("Smart finance", "智慧金融"), 1,
         modality=OPINION),
    Fact("S09", "area-logistics", "application_area", say("Smart logistics", "智慧物流"), 1,
         modality=OPINION),
    Fact("S10", "area-cities", "application_area", say("Smart cities", "智慧城市"), 1,
         modality=OPINION, by="mydrivers-2022-05-22"),
    Fact("S11", "develops-own-models", "claim",
         say("Develops large models of its own.", "自行开发大模型。"), 2, by="qwen-readme"),
    Fact("S12", "tongyi-qianwen-developer-group", "developer", EntityId("alibaba-group"), 2,
         subject="tongyi-qianwen", by="aliyun-summit-interview"),
    Fact("S13", "invests-and-acquires", "claim",
         say("Keeps investing in and acquiring leading start-ups for large models.",
             "不断投资并收购大模型领域头部创业公司。"),
         2, right="invests-in-start-ups", english_only=True),
    Fact("S14", "holding-zhipu", "holding", Ownership(party="zhipu-ai"), 2, valid="2023/",
         by="scmp-zhipu-2023-10 caijing-copy-2024-03-11"),
    Fact("S15", "name-zhipu-misspelt", "short_name",
         Text("Zhiyu AI", lang="en", kind="transliteration"), 2, subject="zhipu-ai",
         right="name-zhipu-en", english_only=True),
    Fact("S16", "holding-baichuan", "holding", Ownership(party="baichuan"), 2, valid="2023-10/",
         by="ticker-2023-10-17 tipranks-baichuan"),
    Fact("S17", "holding-moonshot", "holding", Ownership(party="moonshot-ai"), 2,
         valid="2024-02/..",
         by="benzinga-moonshot creati-moonshot-2026-02-17 bloomberg-moonshot-copy drun-bytedance"),
    Fact("S18", "name-moonshot-literal", "short_name",
         Text("The Dark Side of the Moon", lang="en", kind="translation"), 2, subject="moonshot-ai",
         right="name-moonshot-en", english_only=True),
    Fact("S19", "holding-zero-one", "holding", Ownership(party="zero-one-ai"), 2,
         subject="alibaba-cloud", valid="2023-11/",
         by="chinamoney-2023-11-07 caijing-copy-2024-03-11"),
    Fact("S20", "name-zero-one-literal", "short_name",
         Text("Zero One Everything", lang="en", kind="translation"), 2, subject="zero-one-ai",
         right="name-zero-one-en", english_only=True),
    Fact("S21", "holding-minimax", "holding", Ownership(party="minimax"), 2, valid="2024-03/..",
         by="businesstimes-2024-03-05 thestar-2026-01-12"),
    Fact("S22", "five-unicorns", "claim",
         say("The five companies are leading unicorns in large models.",
             "五家公司为大模型领域头部独角兽。"),
         2, valid="2024-03", by="caijing-copy-2024-03-11"),
    Fact("S23", "five-investees", "claim",
         say("Five large-model companies are named as investments.",
             "所列大模型被投企业为五家。"),
         2, valid="2024-03", by="ofweek-etf-2024-03"),
    Fact("S24", "cloud-ai-products-2015", "claim",
         say("Alibaba Cloud has offered products of artificial intelligence since 2015.",
             "阿里云自2015年起推出AI产品。"),
         3, subject="alibaba-cloud", valid="2015/..", by="synced-2017-04-19"),
    Fact("S25", "area-speech", "application_area", say("Speech recognition", "语音识别"), 3,
         subject="alibaba-cloud", valid="2015/.."),
    Fact("S26", "area-image", "application_area", say("Image recognition", "图像识别"), 3,
         subject="alibaba-cloud", valid="2015/.."),
    Fact("S27", "area-visual", "application_area", say("Visual recognition", "视觉识别"), 3,
         subject="alibaba-cloud", valid="2015/.."),
    Fact("S28", "investments-after-2015", "claim",
         say("The named investments in AI companies came after the first AI products of 2015.",
             "所列AI投资晚于2015年首批AI产品。"),
         4, valid="2015/..", by="ggv-cambricon-2018-06 hstong-aispeech-2022-11-12"),
    Fact("S29", "holding-deephi", "holding", Ownership(party="deephi"), 4, valid="2017-10/",
         right="holding-deephi-ant"),
    Fact("S30", "name-deephi-literal", "short_name",
         Text("Deep Vision Technology", lang="en", kind="translation"), 4, subject="deephi",
         right="name-deephi-en", english_only=True),
    Fact("S31", "holding-cambricon", "holding", Ownership(party="cambricon"), 4, valid="2017-08/",
         by="ggv-cambricon-2018-06 nikkei-cambricon-2018 globaltimes-2018-06-21"),
    Fact("S32", "holding-sensetime", "holding", Ownership(party="sensetime"), 4,
         valid="2017-10/2023-07",
         by="reuters-sensetime-2018-04-09 yicai-sensetime-2023-07 tmtpost-copy-2018-08-01 "
            "bloomberg-sensetime-2017-11"),
    Fact("S33", "holding-megvii", "holding", Ownership(party="megvii"), 4, valid="2018-07/",
         by="scmp-megvii-2018-07 reuters-megvii-2019-05"),
    Fact("S34", "holding-yitu", "holding", Ownership(party="yitu"), 4, right="holding-yitu-denied"),
    Fact("S35", "invests-took-stakes", "claim",
         say("Took minority stakes in a number of AI companies.",
             "投资入股多家AI公司，均为少数股权。"),
         4, by="reuters-sensetime-2018-04-09 yicai-megvii-2023-07"),
    Fact("S36", "purpose-core-technology", "claim",
         say("The investments were to lead into more central fields of technology.",
             "投资旨在涉足更核心的技术领域。"),
         4, modality=OPINION),
    Fact("S37", "purpose-visual-recognition", "claim",
         say("The investments were to make up for Alibaba's weakness in visual recognition.",
             "投资旨在弥补阿里在AI视觉识别方面的不足。"),
         4, modality=OPINION),
    Fact("S38", "m6-developer-damo", "developer", EntityId("damo-academy"), 5, subject="m6",
         by="army-technology-m6"),
    Fact("S39", "m6-inception", "inception", date("[2020-01..2020-04]"), 5, subject="m6"),
    Fact("S40", "m6-classification", "classification",
         say("Multimodal pre-training model for Chinese", "中文多模态预训练模型"), 5, subject="m6",
         by="m6-paper"),
    Fact("S41", "m6-base-release", "release", date("2020-06"), 5, subject="m6"),
    Fact("S42", "m6-300m", "parameters", count("300E6 parameters"), 5, subject="m6",
         valid="2020-06"),
    Fact("S43", "m6-10b", "parameters", count("10E9 parameters"), 5, subject="m6", valid="2021-01"),
    Fact("S44", "m6-largest-chinese", "claim",
         say("M6 with ten billion parameters was the largest Chinese-language multimodal model"
             " in the world.",
             "百亿参数的M6是当时世界最大的中文多模态模型。"),
         5, subject="m6", valid="2021-01", modality=CLAIMED),
    Fact("S45", "m6-1t", "parameters", count("1E12 parameters"), 5, subject="m6", valid="2021-05",
         by="m6-t-paper researchtrend-m6-t ithome-copy-2021-11"),
    Fact("S46", "m6-in-use", "release", date("2021-05"), 5, subject="m6"),
    Fact("S47", "m6-google", "comparison",
         say("With the trillion-parameter M6 Alibaba kept up with Google.",
             "凭万亿参数的M6，阿里巴巴追上了谷歌。"),
         5, subject="m6", valid="2021-05", modality=OPINION),
    Fact("S48", "m6-10t-misdated", "parameters", count("10E12 parameters"), 5, subject="m6",
         valid="2020-10", right="m6-10t"),
    Fact("S49", "m6-size-largest", "parameters", count("10E12 parameters"), 5, subject="m6",
         by="m6-10t-paper researchtrend-m6-10t epl-readme"),
    Fact("S50", "m6-largest-world", "claim",
         say("M6 with ten trillion parameters was the largest AI pre-training model in the world.",
             "十万亿参数的M6是当时全球最大的AI预训练模型。"),
         5, subject="m6", valid="2021-11", modality=CLAIMED, by="army-technology-m6"),
    Fact("S51", "m6-order-misdated", "claim",
         say("M6 grew in four steps: 300 million in June 2020, ten billion in January 2021, "
             "one trillion in May 2021, ten trillion in October 2020.",
             "M6分四步增长：2020年6月3亿，2021年1月百亿，2021年5月万亿，2020年10月10万亿。"),
         5, subject="m6", right="m6-order"),
    Fact("S52", "tongyi-qianwen-unveiled-month", "release", date("2023-04"), 6,
         subject="tongyi-qianwen",
         by="aljazeera-2023-04-11 reuters-qianwen-copy-2023-04-11 bbt-qianwen-copy-2023-04"),
    Fact("S53", "tongyi-qianwen-announced-by-zhou", "announced_by", EntityId("zhou-jingren"), 6,
         subject="tongyi-qianwen", valid="2023-04", by="aliyun-summit-interview"),
    Fact("S54", "cloud-cto-zhou", "officer",
         Position(holder="zhou-jingren", role=say("Chief technology officer", "首席技术官")), 6,
         subject="alibaba-cloud", valid="2022-12-29/..", by="pingwest-2022-12-30 hk01-2026-03-10"),
    Fact("S55", "tongyi-qianwen-size-word", "classification",
         say("Ultra-large-scale AI model", "超大规模AI大模型"), 6, subject="tongyi-qianwen",
         valid="2023-04", modality=CLAIMED),
    Fact("S56", "tongyi-qianwen-conversation", "capability",
         say("Conversation over several turns", "多轮对话"), 6, subject="tongyi-qianwen",
         valid="2023-04", modality=CLAIMED),
    Fact("S57", "tongyi-qianwen-writing", "capability", say("Writing of texts", "文案创作"), 6,
         subject="tongyi-qianwen", valid="2023-04", modality=CLAIMED,
         by="reuters-qianwen-copy-2023-04-11 aljazeera-2023-04-11"),
    Fact("S58", "tongyi-qianwen-reasoning", "capability", say("Logical reasoning", "逻辑推理"), 6,
         subject="tongyi-qianwen", valid="2023-04", modality=CLAIMED),
    Fact("S59", "tongyi-qianwen-multimodal", "capability",
         say("Understanding of several modalities", "多模态理解"), 6, subject="tongyi-qianwen",
         valid="2023-04", modality=CLAIMED, right="tongyi-qianwen-multimodal-plan"),
    Fact("S60", "tongyi-qianwen-multilingual", "capability",
         say("Support of several languages", "多语言支持"), 6, subject="tongyi-qianwen",
         valid="2023-04", modality=CLAIMED, by="qwen-readme savemyleads-qianwen"),
    Fact("S61", "cloud-ceo-zhang", "chief_executive",
         Position(holder="daniel-zhang", role=say("Chief executive officer", "首席执行官")), 6,
         subject="alibaba-cloud", valid="2022-12-29/2023-09-10",
         by="the-decoder-2023-04 alizila-2022-12-29 scmp-zhang-2023-09-11"),
    Fact("S62", "plan-all-products", "plan",
         say("All products of Alibaba are to be connected to Tongyi Qianwen.",
             "阿里巴巴所有产品未来将接入通义千问大模型。"),
         6, valid="2023-04-11", speaker="daniel-zhang", modality=PLANNED,
         by="aliyun-summit-interview laitimes-2023-04 reuters-qianwen-copy-2023-04-11 "
            "aljazeera-2023-04-11"),
    Fact("S63", "plan-transformation", "plan",
         say("The products are to be reworked throughout.", "产品将进行全面改造。"), 6,
         valid="2023-04-11", speaker="daniel-zhang", modality=PLANNED,
         by="aliyun-summit-interview laitimes-2023-04"),
    Fact("S64", "plan-tmall", "plan",
         say("Tmall is to be connected to Tongyi Qianwen.", "天猫将接入通义千问。"), 6,
         subject="tmall", valid="2023-04-11", speaker="daniel-zhang", modality=PLANNED,
         by="laitimes-2023-04"),
    Fact("S65", "plan-dingtalk", "plan",
         say("DingTalk is to be connected to Tongyi Qianwen.", "钉钉将接入通义千问。"), 6,
         subject="dingtalk", valid="2023-04-11", speaker="daniel-zhang", modality=PLANNED,
         by="laitimes-2023-04 aliyun-summit-interview reuters-qianwen-copy-2023-04-11 "
            "aljazeera-2023-04-11"),
    Fact("S66", "plan-amap", "plan",
         say("Amap is to be connected to Tongyi Qianwen.", "高德地图将接入通义千问。"), 6,
         subject="amap", valid="2023-04-11", speaker="daniel-zhang", modality=PLANNED,
         by="laitimes-2023-04"),
    Fact("S67", "plan-taobao", "plan",
         say("Taobao is to be connected to Tongyi Qianwen.", "淘宝将接入通义千问。"), 6,
         subject="taobao", valid="2023-04-11", speaker="daniel-zhang", modality=PLANNED,
         by="laitimes-2023-04"),
    Fact("S68", "plan-youku", "plan",
         say("Youku is to be connected to Tongyi Qianwen.", "优酷将接入通义千问。"), 6,
         subject="youku", valid="2023-04-11", speaker="daniel-zhang", modality=PLANNED,
         by="laitimes-2023-04"),
    Fact("S69", "plan-freshippo", "plan",
         say("Freshippo is to be connected to Tongyi Qianwen.", "盒马将接入通义千问。"), 6,
         subject="freshippo", valid="2023-04-11", speaker="daniel-zhang", modality=PLANNED,
         by="laitimes-2023-04"),
    Fact("S70", "alias-hema", "alias", Text("Hema", lang="en", kind="transliteration"), 6,
         subject="freshippo", english_only=True, by="scmp-hema-2023-01-03"),
    Fact("S71", "tongyi-qianwen-2-month", "release", date("2023-10"), 7, subject="tongyi-qianwen-2",
         by="alibabacloud-qianwen-2 spri-brief-2023-12 release-table-2026"),
    Fact("S72", "tongyi-qianwen-2-billion", "parameters", count("~1E9 parameters"), 7,
         subject="tongyi-qianwen-2", valid="2023-10", modality=CLAIMED,
         right="tongyi-qianwen-2-size", english_only=True),
    Fact("S73", "industry-models-eight", "claim",
         say("Eight models for single industries came out together with Tongyi Qianwen 2.0.",
             "与通义千问2.0一同发布的行业模型有8个。"),
         7, subject="alibaba-cloud", valid="2023-10", by="release-table-2026"),
    Fact("S74", "industry-models-based-on", "based_on", EntityId("tongyi-models"), 7,
         subject="tongyi-industry-models", valid="2023-10"),
    Fact("S75", "bailian-release", "release", date("2023-10"), 7, subject="bailian",
         by="release-table-2026"),
    Fact("S76", "pai-release-misdated", "release", date("2023-10"), 7, subject="pai",
         right="pai-release"),
    Fact("S77", "cloud-products-with-models", "claim",
         say("More than 30 products of Alibaba Cloud had functions of large models.",
             "阿里云上超过30款云产品已接入大模型能力。"),
         7, subject="alibaba-cloud", valid="2023-10", modality=CLAIMED),
    Fact("S78", "tongyi-qianwen-2-gpt-3-5", "comparison",
         say("Better overall than GPT-3.5", "综合性能超过GPT-3.5"), 7, subject="tongyi-qianwen-2",
         valid="2023-10", speaker="alibaba-cloud", modality=CLAIMED),
    Fact("S79", "tongyi-qianwen-2-gpt-4", "comparison",
         say("Catching up with GPT-4 at a growing pace", "正加速追赶GPT-4"), 7,
         subject="tongyi-qianwen-2", valid="2023-10", speaker="alibaba-cloud", modality=CLAIMED),
    Fact("S80", "cloud-and-ai-base", "claim",
         say("Cloud and AI together are the base of innovation.",
             "“云+AI”是支撑创新发展的底座。"),
         8, modality=OPINION, by="release-fy2025"),
    Fact("S81", "plan-national-strategy", "plan",
         say("To follow the national technology strategy.", "将围绕国家科技战略。"), 8,
         modality=PLANNED),
    Fact("S82", "plan-more-input", "plan",
         say("To put in more technology, people and money.", "加大技术、人才、资金等投入。"), 8,
         modality=PLANNED, by="xinhua-2025-02-24"),
    Fact("S83", "plan-base-services", "plan",
         say("To strengthen the system of base services for AI.",
             "持续增强AI的基础服务体系能力。"),
         8, modality=PLANNED),
    Fact("S84", "plan-open-source", "plan",
         say("To widen open source and openness.", "不断拓展开源开放边界。"), 8, modality=PLANNED,
         by="qwen3-readme"),
    Fact("S85", "raising-ai-investment", "claim",
         say("Alibaba Group is putting more into artificial intelligence.",
             "阿里集团正加大对AI领域的投入。"),
         9, by="xinhua-2025-02-24"),
    Fact("S86", "continued-investment", "claim",
         say("Alibaba will keep investing in generative AI in China.",
             "将持续投资中国生成式AI领域。"),
         9, speaker="alibaba-group", modality=CLAIMED),
    Fact("S87", "plan-leading-position", "plan",
         say("To reach a leading position in generative AI in China.",
             "在中国生成式AI领域取得领先地位。"),
         9, speaker="alibaba-group", modality=PLANNED),
)
# fmt: on


@pytest.fixture(params=FACTS, ids=lambda fact: fact.id)
def fact(request):
    return request.param


def to_page(statement, lang):
    return [r for r in statement.references if r.source == PAGES[lang]]


def test_the_facts_are_counted_from_1_to_87():
    assert [fact.id for fact in FACTS] == [f"S{number:02}" for number in range(1, 88)]
    assert len({fact.key for fact in FACTS}) == len(FACTS)


def test_it_is_stated_as_the_page_has_it(alibaba, fact):
    stated = alibaba.statement(fact.key)

    assert stated.prop.name == fact.prop
    assert stated.subject == fact.subject
    assert stated.value == fact.value
    assert fact.valid == (stated.valid and stated.valid.text)
    assert stated.modality is fact.modality
    assert stated.rank is fact.rank


def test_it_refers_to_the_page_in_its_languages(alibaba, fact):
    stated = alibaba.statement(fact.key)

    assert [lang for lang in PAGES if to_page(stated, lang)] == fact.languages
    for lang in fact.languages:
        (reference,) = to_page(stated, lang)
        assert reference.locator.endswith(f"paragraph {fact.paragraph}")
        assert reference.as_printed or reference.locator.startswith("link")
        assert reference.retrieved


def test_it_has_the_speaker_whom_the_page_names(alibaba, fact):
    stated = alibaba.statement(fact.key)
    speakers = {lang: to_page(stated, lang)[0].attributed_to for lang in fact.languages}

    assert speakers["en"] == fact.speaker
    assert set(speakers.values()) == {fact.speaker} or fact.id == "S77"


def test_the_english_page_loses_who_spoke_of_30_products(alibaba):
    stated = alibaba.statement("cloud-products-with-models")
    ((english,), (chinese,)) = to_page(stated, "en"), to_page(stated, "zh")

    assert english.anonymous
    assert english.attributed_to is None
    assert chinese.attributed_to == "alibaba-cloud"


def test_its_key_is_an_anchor_of_the_built_page(anchors, fact):
    assert anchors.count(fact.key) == 1


def test_it_is_confirmed_by_these_sources_and_no_others(alibaba, fact):
    stated = alibaba.statement(fact.key)
    others = {r.source for r in stated.references} - set(PAGES.values())

    assert others == fact.confirmed_by


def test_what_is_wrong_says_why_and_what_is_right(alibaba, fact):
    stated = alibaba.statement(fact.key)

    assert stated.replaced_by == fact.right
    if fact.right:
        assert {"en", "zh"} <= stated.because.keys()
        others = {r.source for r in alibaba.statement(fact.right).references}
        assert others - {"drun-en"}


def test_what_nobody_confirms_says_so(alibaba, fact):
    stated = alibaba.statement(fact.key)
    unconfirmed = fact.rank is Rank.NORMAL and not fact.confirmed_by and fact.id not in CONSISTENT

    for lang, words in NOT_FOUND.items():
        assert (words in (stated.note or {}).get(lang, "")) is unconfirmed


CONSISTENT = {"S39"}
"""Facts that other sources agree with and do not prove; their notes say how."""


def test_a_date_that_agrees_without_proof_says_so(alibaba):
    note = alibaba.statement("m6-inception").note

    assert "does not prove" in note["en"]
    assert "不能证明" in note["zh"]


def test_49_facts_are_confirmed_13_are_wrong_and_25_are_not_found(alibaba):
    wrong = [fact for fact in FACTS if fact.rank is Rank.DEPRECATED]
    confirmed = [fact for fact in FACTS if fact.confirmed_by or fact.id in CONSISTENT]

    assert len(wrong) == 13
    assert len(confirmed) == 49
    assert len(FACTS) - len(wrong) - len(confirmed) == 25
