"""Praise wants a measure or a name."""

import pytest

from companyprofiles import Reference
from companyprofiles._check_context import CheckContext
from companyprofiles._checks.wording import superlative
from companyprofiles.vocabulary import CLAIM, OFFICIAL_NAME
from tests.samples import profile, statement

ADVICE = "Give the measure, say who says so (attributed_to), or call it a claim."


def found(value, prop=CLAIM, **fields):
    acme = profile(statement(prop, value, **fields))
    return [f.message for f in superlative(acme, CheckContext(acme))]


@pytest.mark.parametrize(
    "lang, text, words",
    [
        ("en", "The leading maker of rockets.", "'leading'"),
        ("en-GB", "It is LEADING, and world-class.", "'LEADING', 'world-class'"),
        (
            "en",
            "One of the largest, with state-of-the-art plants.",
            "'largest', 'state-of-the-art'",
        ),
        ("en", "The most advanced rocket.", "'most advanced'"),
        ("zh", "全球领先的一流企业。", "'领先', '一流'"),
        ("zh-Hant", "最大的公司之一。", "'最大'"),
        ("zh", "领先，仍然领先。", "'领先'"),
    ],
)
def test_praise_is_found(lang, text, words):
    assert found({lang: text}) == [f"praises without a measure: {words}. {ADVICE}"]


@pytest.mark.parametrize(
    "lang, text",
    [
        ("en", "A fault leading to a loss."),
        ("en", "It misleads, bestows and enlarges."),
        ("en", "The best of three."),
        ("en", "It has large plants and 领先 in its slogan."),
        ("zh", "公司制造火箭。"),
        ("de", "Der führende Hersteller, leading."),
    ],
)
def test_other_words_are_not(lang, text):
    assert found({lang: text}) == []


@pytest.mark.parametrize(
    "fields",
    [
        {"modality": "claimed"},
        {"modality": "opinion"},
        {"modality": "planned"},
        {"rank": "deprecated", "because": {"en": "Wrong."}},
        {"references": (Reference("report"), Reference("report", attributed_to="ann-lee"))},
    ],
)
def test_praise_that_somebody_answers_for_is_good(fields):
    assert found({"en": "The leading maker."}, **fields) == []


def test_names_and_absent_values_are_no_praise():
    assert found("Leading Edge Limited", OFFICIAL_NAME) == []
    assert found(None, absent="unknown", because={"en": "Best not told."}) == []
