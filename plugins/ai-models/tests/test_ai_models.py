"""The properties of AI models, and the section of pages that shows them."""

import re
from decimal import Decimal

import pytest
from companyprofiles_ai_models.properties import (
    BENCHMARK_SCORE,
    CONTEXT_LENGTH,
    PARAMETERS,
    PROPERTIES,
    TOKEN_PRICE,
)
from companyprofiles_ai_models.section import render

import companyprofiles
from companyprofiles import Profile, Time, Topic, vocabulary
from companyprofiles.errors import ProfileDataError
from companyprofiles.sphinxext import PageContext
from companyprofiles.testing import PluginContract, SectionContract, VocabularyContract

DATA = """
[profile]
id = "acme"
subject = "acme"
languages = ["en", "zh"]

[[entities]]
id = "acme"
kind = "legal_entity"
name.en = "Acme"

[[entities]]
id = "anvil"
kind = "product"
name = { en = "Anvil", zh = "铁砧" }

[[entities]]
id = "hammer"
kind = "product"
name.en = "Hammer"

[[sources]]
id = "card"
title.en = "Model card"
kind = "self_declaration"
publisher = "Acme Inc."

[[classification]]
subject = "anvil"
value.en = "Language model"
references = [{ source = "card" }]

[[parameters]]
key = "anvil-2"
subject = "anvil"
value = "7E9"
valid = "2023-08"
references = [{ source = "card", locator = "table 1" }]

[[parameters]]
key = "anvil-3"
subject = "anvil"
value = "235E9"
valid = "2025-04"
references = [{ source = "card", locator = "table 1" }]

[[parameters]]
key = "anvil-3-small"
subject = "anvil"
value = "3E9"
valid = "2025-05"
dimensions = { model = "Anvil 3 Small" }
references = [{ source = "card", locator = "table 1" }]

[[active_parameters]]
subject = "anvil"
value = "22E9"
valid = "2025-04"
references = [{ source = "card" }]

[[training_tokens]]
subject = "anvil"
value = "~36E12"
valid = "2025-04"
dimensions = { stage = "pre-training" }
references = [{ source = "card" }]

[[context_length]]
subject = "hammer"
value = "131072"
references = [{ source = "card" }]

[[input_modality]]
subject = "hammer"
value = { en = "text", zh = "文本" }
references = [{ source = "card" }]

[[output_modality]]
subject = "hammer"
value = { en = "text", zh = "文本" }
references = [{ source = "card" }]

[[architecture]]
subject = "anvil"
value = { en = "Mixture of experts", zh = "混合专家" }
references = [{ source = "card" }]

[[base_model]]
subject = "hammer"
value = "anvil"
references = [{ source = "card" }]

[[weights_licence]]
subject = "hammer"
value = { en = "Apache License 2.0" }
references = [{ source = "card" }]

[[benchmark_score]]
key = "anvil-mmlu"
subject = "anvil"
value = "87.8 %"
valid = "2025-04"
dimensions = { benchmark = "MMLU", metric = "accuracy", setting = "5-shot" }
references = [{ source = "card", locator = "table 4" }]

[[token_price]]
key = "anvil-price"
subject = "anvil"
value = "2 CNY/million tokens"
valid = "2025-04/.."
dimensions = { direction = "input", plan = "batch" }
references = [{ source = "card" }]
"""


@pytest.fixture
def read(tmp_path):
    def read(text: str = DATA) -> Profile:
        (tmp_path / "acme.toml").write_text(text, "utf-8")
        return companyprofiles.load(tmp_path)

    return read


def show(profile: Profile, language: str = "en"):
    context = PageContext(profile=profile, language=language, docname="companies/acme")
    with context.section("models"):
        return context, render(profile, context)


def tables(part) -> dict[str, list[list[str]]]:
    """Return the rows of each table below a node, by its caption."""
    return {
        table.next_node(_is("title")).astext(): [
            [re.sub(r"\s*\[\d+\]", "", entry.astext()) for entry in row.findall(_is("entry"))]
            for row in table.findall(_is("row"))
        ]
        for table in part.findall(_is("table"))
    }


def _is(tag):
    return lambda node: getattr(node, "tagname", "") == tag


@pytest.mark.parametrize("prop", PROPERTIES, ids=str)
def test_a_property_is_told_in_two_languages_and_has_a_name_of_its_own(prop):
    core = {getattr(vocabulary, name) for name in vocabulary.__all__}

    assert list(prop.label) == list(prop.description) == ["en", "zh"]
    assert re.fullmatch(r"[A-Z].*\.", prop.description["en"])
    assert prop.description["zh"].endswith("。")
    assert prop not in core
    assert prop.label["en"] not in {other.label["en"] for other in core}
    assert prop.topic is Topic.PRODUCTS


def test_a_series_only_grows_and_a_model_has_one_size_at_a_time():
    assert PARAMETERS.rising
    assert PARAMETERS.single
    assert PARAMETERS.time is Time.INSTANT


def test_the_core_finds_the_properties_of_the_plugin(read):
    profile = read()

    assert profile.statement("anvil-2").prop is PARAMETERS
    assert profile.of("hammer")[CONTEXT_LENGTH].value.unit == "tokens"
    assert [s.value.amount for s in profile.of("anvil").series(PARAMETERS)] == [
        Decimal("7E9"),
        Decimal("235E9"),
        Decimal("3E9"),
    ]
    assert profile.of("anvil")[TOKEN_PRICE].value.unit == "CNY/million tokens"
    assert profile.of("anvil")[BENCHMARK_SCORE].dimensions["benchmark"] == "MMLU"


def test_it_comes_back_from_plain_data_unchanged(read):
    profile = read()

    assert Profile.from_dict(profile.to_dict()) == profile


def test_a_size_in_tokens_is_refused(read):
    with pytest.raises(ProfileDataError, match="must be a number of parameters, got '7E9 tokens'"):
        read(DATA.replace('"7E9"', '"7E9 tokens"'))


def test_each_model_has_a_part_with_its_sizes_scores_and_prices(read):
    _context, (anvil, hammer) = show(read())

    assert [part.next_node(_is("title")).astext() for part in (anvil, hammer)] == [
        "Anvil",
        "Hammer",
    ]
    assert tables(anvil) == {
        "Anvil": [["Architecture", "Mixture of experts"]],
        "Anvil: Parameters, Active parameters, Training tokens": [
            ["When", "Of what", "Parameters", "Active parameters", "Training tokens"],
            ["August 2023", "", "7 billion parameters", "", ""],
            ["April 2025", "", "235 billion parameters", "22 billion parameters", ""],
            ["April 2025", "Pre-training", "", "", "about 36 trillion tokens"],
            ["May 2025", "Anvil 3 Small", "3 billion parameters", "", ""],
        ],
        "Anvil: Benchmark score": [
            ["When", "Of what", "Benchmark score"],
            ["April 2025", "MMLU, accuracy, 5-shot", "87.8%"],
        ],
        "Anvil: Token price": [
            ["When", "Of what", "Token price"],
            ["April 2025 – today", "Input, batch", "2 CNY per million tokens"],
        ],
    }
    assert tables(hammer)["Hammer: Context length"] == [
        ["When", "Context length"],
        ["No date", "131,072 tokens"],
    ]


def test_the_part_is_the_home_of_its_statements(read):
    context, _parts = show(read())

    assert context.has_home(context.profile.statement("anvil-mmlu"))
    assert not context.has_home(context.profile.all("classification")[0])


def test_links_lead_to_the_part_of_a_model_of_which_nothing_else_is_stated(read):
    _context, (anvil, hammer) = show(read())

    assert anvil["ids"] == ["model-anvil"]
    assert hammer["ids"] == ["model-hammer", "entity-hammer"]


def test_a_page_in_chinese_has_chinese_labels(read):
    _context, (anvil, _hammer) = show(read(), "zh")

    assert "铁砧: 词元价格" in tables(anvil)


def test_without_models_there_is_no_section(read):
    assert show(read(DATA[: DATA.index("[[parameters]]")]))[1] == []


def test_a_profile_s_own_property_of_the_same_name_is_another_one(read):
    start = DATA.index("[[parameters]]")
    own = '[[properties]]\nname = "parameters"\nvalue_type = "text"\n'
    words = 'label.en = "Parameters"\ndescription.en = "Settings."\n'
    used = '[[parameters]]\nvalue.en = "None."\nreferences = [{ source = "card" }]\n'

    assert show(read(f"{DATA[:start]}{own}{words}{used}"))[1] == []


class TestPlugin(PluginContract):
    plugin = "companyprofiles_ai_models"


class TestSection(SectionContract):
    plugin = "companyprofiles_ai_models"
    name = "models"


class TestVocabulary(VocabularyContract):
    plugin = "companyprofiles_ai_models"
    name = "ai-models"
    languages = ("en", "zh")
