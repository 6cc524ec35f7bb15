"""Values and statements in the words of a language."""

import subprocess
import sys

import pytest

from companyprofiles import (
    Address,
    Entity,
    EntityId,
    Identifier,
    LanguageMap,
    Listing,
    Money,
    Ownership,
    PartialDate,
    Period,
    Position,
    Quantity,
    Reference,
    Share,
    Text,
    Url,
)
from companyprofiles._wording import Wording
from companyprofiles.vocabulary import (
    CHIEF_EXECUTIVE,
    CLAIM,
    GROWTH,
    HOLDING,
    INCEPTION,
    ISIN,
    LEI,
    OFFICIAL_NAME,
    OTHER_IDENTIFIER,
    REVENUE,
)
from tests.samples import profile, statement

VALUES = [
    (Text("Acme", "en"), "Acme", "Acme"),
    (Text("顶点", "zh", kind="translation"), "顶点 (translation)", "顶点（翻译）"),
    (LanguageMap({"en": "Chair", "zh": "主席"}), "Chair", "主席"),
    (LanguageMap({"de": "Vorsitz"}), "Vorsitz", "Vorsitz"),
    (PartialDate.parse("2023-04~"), "about April 2023", "约2023年4月"),
    (Period.parse("2015-05/.."), "May 2015 – today", "2015年5月至今"),
    (Money.parse("941168E6 CNY"), "941,168 million CNY", "9,411.68亿元人民币"),
    (Money.parse("59.9 CNY/month"), "59.9 CNY per month", "59.9元人民币/月"),
    (Quantity.parse(">45E6 users"), "more than 45 million users", "超过4,500万名用户"),
    (Quantity.parse("235216 people"), "235,216 people", "235,216人"),
    (Share.parse("~36 %"), "about 36%", "约36%"),
    (Identifier("lei", "5493001NTNQJDH60PM02"), "5493001NTNQJDH60PM02", "5493001NTNQJDH60PM02"),
    (EntityId("ann-lee"), "ann-lee", "ann-lee"),
    (Url("https://acme.example/"), "https://acme.example/", "https://acme.example/"),
    (
        Position(holder="ann-lee", role={"en": "Chair", "zh": "主席"}),
        "ann-lee, Chair",
        "ann-lee，主席",
    ),
    (Position(holder="ann-lee"), "ann-lee", "ann-lee"),
    (
        Ownership(party="rocket", share="36 %", votes="51 %", interest="contract", direct=False),
        "rocket, 36%, 51% of the votes, by contract, held indirectly",
        "rocket，36%，51%的表决权，凭合约，间接持有",
    ),
    (
        Listing(exchange="XNYS", ticker="ACME", kind="ads", currency="USD"),
        "XNYS: ACME (American depositary shares, USD)",
        "XNYS: ACME（美国存托股份，USD）",
    ),
    (
        Address(country="CN", city="Hangzhou", lines=["1 Wen Yi Road"]),
        "1 Wen Yi Road, Hangzhou, China",
        "1 Wen Yi Road, Hangzhou, 中国",
    ),
    (Entity("acme", "group", name={"en": "Acme", "zh": "顶点"}), "Acme", "顶点"),
]

by_type = pytest.mark.parametrize(
    "value, english, chinese",
    VALUES,
    ids=[f"{type(value).__name__}-{number}" for number, (value, *_) in enumerate(VALUES)],
)


@by_type
def test_every_value_is_written_in_both_languages(value, english, chinese):
    assert format(value, "en") == english
    assert format(value, "zh") == chinese
    assert f"{value:zh-CN}" == chinese


@by_type
def test_without_a_language_a_value_is_its_text(value, english, chinese):
    assert format(value) == str(value)
    assert f"{value:>200}" == str(value).rjust(200)


def test_what_is_neither_a_language_nor_a_width_is_an_error():
    with pytest.raises(ValueError, match="Invalid format specifier 'zh_CN'"):
        format(Money.parse("5 CNY"), "zh_CN")


def test_a_statement_is_written_with_what_it_is_of_and_when():
    revenue = statement(REVENUE, "941168E6 CNY", valid="2023-04-01/2024-03-31", subject="acme")

    assert format(revenue, "en") == "acme, Revenue, year to 31 March 2024: 941,168 million CNY"
    assert format(revenue, "zh") == "acme，收入，截至2024年3月31日的一年：9,411.68亿元人民币"
    assert format(revenue) == str(revenue)


def test_a_statement_is_written_with_its_marks_its_dimensions_and_what_is_missing():
    cloud = statement(
        REVENUE,
        "5 CNY",
        valid="2020",
        subject="acme",
        dimensions={"segment": "cloud"},
        rank="preferred",
        modality="estimated",
    )
    unknown = statement(INCEPTION, absent="unknown", because={"en": "Nobody said."}, subject="acme")

    assert f"{cloud:en}" == "acme, Revenue, cloud, 2020: 5 CNY (preferred, estimated)"
    assert f"{unknown:en}".endswith(": not known")
    assert f"{unknown:zh}".endswith("：不详")


def test_a_statement_that_no_source_prints_is_marked_as_computed():
    parts = {"valid": "2020", "subject": "acme", "derived_from": ("a", "b"), "derived_by": "sum"}
    total = statement(REVENUE, "5 CNY", **parts)
    printed = statement(REVENUE, "5 CNY", **parts, references=[Reference("r", as_printed="5")])

    assert f"{total:en}" == "acme, Revenue, 2020: 5 CNY (computed)"
    assert f"{total:zh}" == "acme，收入，2020年：5元人民币（计算所得）"
    assert f"{printed:en}" == "acme, Revenue, 2020: 5 CNY"


@pytest.mark.parametrize(
    "how, english, chinese",
    [
        (None, "Computed from 5 CNY; 3 CNY; 2 CNY", "计算依据：5元人民币；3元人民币；2元人民币"),
        ("sum", "Sum of 5 CNY; 3 CNY; 2 CNY", "合计：5元人民币；3元人民币；2元人民币"),
        ("difference", "5 CNY less 3 CNY; 2 CNY", "5元人民币减去3元人民币；2元人民币"),
        ("product", "Product of 5 CNY; 3 CNY; 2 CNY", "乘积：5元人民币；3元人民币；2元人民币"),
        ("average", "Average of 5 CNY; 3 CNY; 2 CNY", "平均：5元人民币；3元人民币；2元人民币"),
        ("quotient", "5 CNY divided by 3 CNY", "5元人民币除以3元人民币"),
        ("growth", "Growth from 5 CNY to 3 CNY", "由5元人民币到3元人民币的增幅"),
        ("share", "5 CNY as a part of 3 CNY", "5元人民币占3元人民币的比例"),
        ("conversion", "5 CNY converted at 3 CNY", "5元人民币按3元人民币折算"),
    ],
)
def test_how_a_value_is_computed_is_said(how, english, chinese):
    count = 2 if how in ("quotient", "growth", "share", "conversion") else 3
    inputs = [statement(REVENUE, f"{n} CNY", valid="2020") for n in (5, 3, 2)][:count]
    keys = [f"k{n}" for n in range(count)]
    prop, value = (GROWTH, "1 %") if how in ("growth", "share") else (REVENUE, "1 CNY")
    total = statement(prop, value, valid="2020", derived_from=keys, derived_by=how)

    assert Wording("en").computation(total, inputs) == english
    assert Wording("zh").computation(total, inputs) == chinese


def test_a_name_with_the_value_is_given_where_the_value_is_not_in_the_name():
    revenue = statement(REVENUE, "5 CNY", valid="2020")
    lei = statement(LEI, "5493001NTNQJDH60PM02")
    wording = Wording.of(profile(revenue, lei), "en")
    named = [wording.named(found) for found in profile(revenue, lei)]

    assert named == ["LEI: 5493001NTNQJDH60PM02", "Revenue, 2020: 5 CNY"]


def test_in_a_profile_s_wording_entities_have_their_names():
    chief = statement(CHIEF_EXECUTIVE, Position(holder="ann-lee"))
    wording = Wording.of(profile(chief), "en")

    assert wording.value_of(chief) == "Ann Lee"
    assert Wording.of(profile(chief), "").value_of(chief) == "ann-lee"


def test_an_identifier_of_no_fixed_scheme_says_in_which_it_is():
    number = statement(OTHER_IDENTIFIER, "GB-COH:01234567")

    assert Wording("en").value_of(number) == "GB-COH: 01234567"
    assert Wording("").value_of(number) == "GB-COH:01234567"
    assert Wording("en").value_of(statement(LEI, "5493001NTNQJDH60PM02")) == "5493001NTNQJDH60PM02"


def test_a_dimension_is_an_entity_by_its_name_a_property_or_a_kind_of_security():
    growth = statement(GROWTH, "5 %", valid="2020", dimensions={"of": "growth"})
    wording = Wording.of(profile(growth), "zh")

    assert wording.dimension("of", "growth") == "增长率"
    assert wording.dimension("of", "margin") == "margin"
    assert wording.dimension("segment", "growth") == "growth"
    assert wording.dimension("segment", "ann-lee") == "Ann Lee"
    assert wording.dimension("segment", "cloud") == "cloud"
    assert wording.dimension("security", "ads") == "美国存托股份"
    assert wording.dimension("kind", "monthly active") == "月活跃"


def test_a_dimension_that_nobody_translated_tells_its_language():
    chinese, english = Wording("zh"), Wording("en")
    said = [chinese.dimension_text("stage", stage) for stage in ("paper", "second draft", "二稿")]

    assert said == [Text("论文"), Text("second draft", "en"), Text("二稿")]
    assert english.dimension_text("stage", "paper") == Text("paper", "en")


@pytest.mark.parametrize(
    "made, label",
    [
        (statement(REVENUE, "5 CNY", valid="2020"), "Revenue, 2020"),
        (statement(CHIEF_EXECUTIVE, Position(holder="ann-lee")), "Chief executive: Ann Lee"),
        (statement(HOLDING, Ownership(party="ann-lee", share="5 %")), "Holds: Ann Lee"),
        (statement(OFFICIAL_NAME, "Ann", subject="ann-lee"), "Ann Lee: Official name Ann"),
        (
            statement(OFFICIAL_NAME, "Acm", rank="deprecated", because={"en": "Misprint."}),
            "Official name: Acm (deprecated)",
        ),
        (statement(ISIN, "US01609W1027"), "ISIN: US01609W1027"),
        (
            statement(CLAIM, LanguageMap({"en": "one two " * 20})),
            "Claim: one two one two one two one two one two one two one two one …",
        ),
    ],
    ids=str,
)
def test_a_label_tells_a_statement_from_others(made, label):
    (kept,) = profile(made)

    assert Wording.of(profile(made), "en").label(kept) == label


def test_without_babel_only_words_are_missing():
    program = (
        "import sys; sys.modules['babel'] = None\n"
        "from companyprofiles import PartialDate\n"
        "from companyprofiles.errors import MissingLibraryError\n"
        "date = PartialDate.parse('2023-04')\n"
        "print(f'{date}')\n"
        "try:\n"
        "    print(f'{date:zh}')\n"
        "except MissingLibraryError as error:\n"
        "    print(error)\n"
    )
    finished = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert finished.stdout == (
        "2023-04\n"
        "Babel is needed for writing values in a language, and is not installed. "
        "Install Babel, or companyprofiles with its extra 'languages'.\n"
    )
