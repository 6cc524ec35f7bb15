"""Exemptions name checks that there are, and exempt from something."""

from companyprofiles._check_context import CheckContext
from companyprofiles._checks.exemptions import exempts_nothing, unknown_code
from companyprofiles.testing import run_example
from companyprofiles.vocabulary import CLAIM
from tests.samples import profile, statement

EXEMPT = {"CP101": "Nobody else tells."}
TWO_LANGUAGES = """
[[short_name]]
key = "name"
value = { en = "Acme", zh = "顶点" }
references = [{ source = "repost" }]
exempt = { CP101 = "Nobody else tells." }

[[sources]]
id = "repost"
title.en = "Copied"
kind = "third_party"
mirror = true
"""


def claim(**fields):
    return statement(CLAIM, {"en": "It flies."}, key="claim", **fields)


def context(of, codes=("CP101", "CP102"), ran=("CP101",), exempted=()):
    made = CheckContext(of, codes=codes)
    made.ran, made.exempted = frozenset(ran), set(exempted)
    return made


def messages(check, of, **told):
    return [finding.message for finding in check(of, context(of, **told))]


def test_an_unknown_code_suggests_a_near_one():
    acme = profile(claim(exempt={"CP111": "So."}))

    assert messages(unknown_code, acme) == [
        "must be the code of a check, got 'CP111'. Did you mean 'CP101' or 'CP102'?"
    ]
    assert messages(unknown_code, acme, codes=["XX999"]) == [
        "must be the code of a check, got 'CP111'. Remove it, or install the plugin."
    ]


def test_an_exemption_that_serves_is_good():
    acme = profile(claim(exempt=EXEMPT))

    assert messages(exempts_nothing, acme, exempted=[("claim", "CP101")]) == []
    assert messages(exempts_nothing, acme) == [
        "exempts from nothing: CP101 finds nothing here. Remove it."
    ]


def test_an_exemption_from_a_check_that_did_not_run_may_serve():
    assert messages(exempts_nothing, profile(claim(exempt=EXEMPT)), ran=["CP102"]) == []


def test_a_text_in_two_languages_is_exempt_once():
    good = TWO_LANGUAGES.replace('"repost" }', '"newspaper" }, { source = "repost" }')

    assert run_example(TWO_LANGUAGES) == []
    assert [result.code for result in run_example(good)] == ["CP002"]
