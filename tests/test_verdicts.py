"""How two statements compare: one row a rule, and the laws that hold for all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import Address, Ownership, Position, Property, Reference, Source, Text
from companyprofiles.errors import InvalidValueError
from companyprofiles.verdicts import RULES, Verdict, compare
from companyprofiles.vocabulary import (
    CHIEF_EXECUTIVE,
    CLAIM,
    EMPLOYEES,
    HOLDING,
    INCEPTION,
    LEI,
    LIST_PRICE,
    OFFICER,
    OFFICIAL_NAME,
    PERFORMANCE,
    PRODUCT,
    REGISTERED_ADDRESS,
    REVENUE,
    SHORT_NAME,
    USERS,
    WEBSITE,
)
from tests.samples import statement
from tests.strategies import VOCABULARY, statements

FY2023, FY2024 = "2022-04-01/2023-03-31", "2023-04-01/2024-03-31"
WORDS = {"label": {"en": "Value"}, "description": {"en": "What it is worth."}}
ESTIMATE = Property("worth", "money", **WORDS, single=True, time="instant", tolerance="0.02")


def revenue(value, valid=FY2024, **fields):
    return statement(REVENUE, value, valid=valid, **fields)


def users(value):
    return statement(USERS, value, valid="2024-03")


def price(value):
    return statement(LIST_PRICE, value)


def speed(value):
    return statement(PERFORMANCE, value)


def head(holder, valid=None, **fields):
    role = fields.pop("role", None)
    return statement(CHIEF_EXECUTIVE, Position(holder=holder, role=role), valid=valid, **fields)


def stake(party, share, valid=None, **fields):
    return statement(HOLDING, Ownership(party=party, share=share), valid=valid, **fields)


def founded(value, **fields):
    return statement(INCEPTION, value, **fields)


def name(text, lang="en", valid=None):
    return statement(OFFICIAL_NAME, Text(text, lang), valid=valid)


def seat(**parts):
    return statement(REGISTERED_ADDRESS, Address(country="CN", **parts))


@pytest.mark.parametrize(
    "a, b, verdict, why",
    [
        # Dates compare by what they allow.
        (founded("1999"), founded("1999"), "agrees", "Both say 1999."),
        (founded("1999"), founded("1999-04-04"), "refines", "1999 and 1999-04-04 can be the same"),
        (founded("1999-06-28"), founded("1999-04-04"), "conflicts", "One says 1999-04-04, the oth"),
        (founded("1999~"), founded("2000-02"), "refines", "1999~ and 2000-02 can be the same date"),
        (founded("1999"), founded("2001"), "conflicts", "One says 1999, the other 2001."),
        (founded("[1998..2000]"), founded("1999-05"), "refines", "can be the same date"),
        (founded("[1998..2000]"), founded("[1999..2003]"), "incomparable", "may both be true"),
        # Figures compare by the digits that their sources wrote.
        (revenue("941168E6 CNY"), revenue("941168E6 CNY"), "agrees", "Both say 941168E6 CNY."),
        (revenue("941168E6 CNY"), revenue("941.2E9 CNY"), "refines", "the same figure, rounded"),
        (revenue("941168E6 CNY"), revenue("943.0E9 CNY"), "conflicts", "One says 941168E6 CNY, th"),
        (revenue("1E9 CNY"), revenue("1000E6 CNY"), "refines", "the same figure, rounded"),
        (revenue("941168E6 CNY"), revenue("130E9 USD"), "incomparable", "One is in USD, the other"),
        (revenue(">900E9 CNY"), revenue("941168E6 CNY"), "refines", "lies within what the other"),
        (revenue(">900E9 CNY"), revenue("880E9 CNY"), "conflicts", "One says 880E9 CNY"),
        (revenue(">900E9 CNY"), revenue("<950E9 CNY"), "incomparable", "may both be true"),
        (revenue("~900E9 CNY"), revenue("941168E6 CNY"), "refines", "lies within"),
        (revenue("~900E9 CNY"), revenue("1100E9 CNY"), "conflicts", "One says"),
        (revenue("20E9..90E9 USD"), revenue("30E9..40E9 USD"), "refines", "lies within"),
        (revenue("20E9..90E9 USD"), revenue("95E9..99E9 USD"), "conflicts", "One says"),
        # A bound that stands alone speaks of its own order of magnitude.
        (users(">45E6"), users(">450E6"), "conflicts", "One says >450E6 users, the other >45E6"),
        (users(">45E6"), users("450E6"), "conflicts", "One says 450E6 users, the other >45E6"),
        (users(">45E6"), users(">60E6"), "refines", "lies within what the other allows"),
        (users("<3E6"), users("<30E6"), "conflicts", "One says <30E6 users, the other <3E6"),
        (users("<3E6"), users("20E3"), "refines", "lies within what the other allows"),
        (users(">45E6"), users("2E6..<10E9"), "incomparable", "may both be true"),
        (stake("zeta", ">5 %"), stake("zeta", "51 %"), "refines", "Both say the same of zeta"),
        # A unit may be a multiple of another.
        (
            price("8 CNY/million tokens"),
            price("0.008 CNY/thousand tokens"),
            "refines",
            "are the same figure, rounded differently",
        ),
        (
            price("8 CNY/million tokens"),
            price("0.08 CNY/thousand tokens"),
            "conflicts",
            "One says 0.08 CNY/thousand tokens, the other 8 CNY/million tokens.",
        ),
        (price("8 CNY/million tokens"), price("8 CNY/month"), "incomparable", "One is in CNY/m"),
        (speed("1.2 PFLOPS"), speed("1200 TFLOPS"), "refines", "the same figure, rounded"),
        (speed("1.2 PFLOPS"), speed("120 TFLOPS"), "conflicts", "One says 1.2 PFLOPS, the other"),
        (speed("1200 TOPS"), speed("1200 TFLOPS"), "incomparable", "One is in TFLOPS, the other"),
        # Periods compare by their dates.
        (
            revenue("1E9 CNY", FY2023),
            revenue("2E9 CNY"),
            "incomparable",
            f"One is of {FY2023}, the",
        ),
        (revenue("1E9 CNY", "2023"), revenue("2E9 CNY"), "incomparable", "One is of 2023, the oth"),
        (revenue("1E9 CNY", "2023-04/2024-03"), revenue("2E9 CNY"), "conflicts", "One says"),
        (
            statement(EMPLOYEES, "200000", valid="2024"),
            statement(EMPLOYEES, "204891", valid="2024-03-31"),
            "incomparable",
            "It cannot be said that both are of one time.",
        ),
        (
            statement(EMPLOYEES, "204891", valid="2024"),
            statement(EMPLOYEES, "204891", valid="2024-03-31"),
            "refines",
            "of its time, one says more",
        ),
        (
            statement(EMPLOYEES, "200000", valid="2024-03-31"),
            statement(EMPLOYEES, "204891", valid="2024-03-31"),
            "conflicts",
            "One says 200000 people",
        ),
        # States conflict where they overlap for certain.
        (head("ann", "2015/2020"), head("bob", "2018/.."), "conflicts", "One says ann, the other"),
        (head("ann", "2015/2020"), head("bob", "2020/.."), "incomparable", "One is of 2015/2020"),
        (head("ann", "2015/2020-03"), head("bob", "2020/.."), "incomparable", "It cannot be said"),
        (head("ann", "2015/2017"), head("bob", "2018/.."), "incomparable", "One is of 2015/2017"),
        (
            head("ann", "2015-05/2023-09-10"),
            head("bob", "2023-09-10/.."),
            "incomparable",
            "One is of 2015-05/2023-09-10, the other of 2023-09-10/..",
        ),
        (head("ann", "2015/"), head("bob", "2018/.."), "incomparable", "It cannot be said"),
        (head("ann", "2015/2020"), head("ann", "2015-05/2020-03"), "refines", "of its time, one"),
        (
            head("ann", "2015/2020"),
            head("ann", "2015/2019"),
            "conflicts",
            "one until 2019, the other ",
        ),
        (
            head("ann", "2014/2020"),
            head("ann", "2015/2020"),
            "conflicts",
            "one from 2014, the other ",
        ),
        (head("ann", role={"en": "CEO"}), head("ann"), "refines", "Both say the same of ann; one"),
        # What differs in kind does not bear on each other.
        (name("Alibaba"), name("阿里巴巴", "zh"), "incomparable", "One is in the language en, the"),
        (name("Acme Ltd."), name("ACME Ltd"), "refines", "differ in letter case, spaces or signs"),
        (name("Acme Co., Ltd."), name("Acme Company Limited"), "refines", "in abbreviations alone"),
        (name("Acme St Ltd"), name("Acme Street Ltd"), "refines", "differ in abbreviations alone"),
        (name("Acme I Ltd"), name("Acme II Ltd"), "conflicts", "One says Acme I Ltd, the other"),
        (name("Acme Ltd"), name("Acme Land Ltd"), "conflicts", "One says Acme Land Ltd, the oth"),
        (name("Acme Ltd."), name("Zeta Ltd."), "conflicts", "One says Acme Ltd., the other Zeta"),
        (
            revenue("1E9 CNY", dimensions={"segment": "cloud"}),
            revenue("2E9 CNY"),
            "incomparable",
            "One is of segment cloud, the other of the whole.",
        ),
        (
            revenue("1E9 CNY", modality="planned"),
            revenue("2E9 CNY"),
            "incomparable",
            "One is planned, the other asserted.",
        ),
        (founded("1999", subject="acme"), founded("2001", subject="zeta"), "incomparable", "about"),
        # Where there may be several, only what is the same can contradict.
        (
            statement(SHORT_NAME, Text("Acme", "en")),
            statement(SHORT_NAME, Text("Zeta", "en")),
            "incomparable",
            "There may be several such values: Acme and Zeta.",
        ),
        (stake("zeta", "36 %"), stake("omega", "20 %"), "incomparable", "There may be several"),
        (
            stake("zeta", "36 %"),
            stake("zeta", "20 %"),
            "conflicts",
            "For the share of zeta, one says",
        ),
        (stake("zeta", "36 %"), stake("zeta", "36.4 %"), "refines", "Both say the same of zeta"),
        (stake("zeta", None), stake("zeta", "36 %"), "refines", "Both say the same of zeta; one"),
        (
            statement(OFFICER, Position(holder="ann", role={"en": "CTO"})),
            statement(OFFICER, Position(holder="ann", role={"en": "Head of research"})),
            "refines",
            "Both say the same of ann",
        ),
        # None, unknown and denied.
        (
            statement(LEI, absent="none", because={"en": "Never asked for."}),
            statement(LEI, "5493001NTNQJDH60PM02"),
            "conflicts",
            "One says that there is none, the other says lei:5493001NTNQJDH60PM02.",
        ),
        (
            statement(LEI, absent="unknown", because={"en": "Not seen."}),
            statement(LEI, "5493001NTNQJDH60PM02"),
            "refines",
            "the other knows that there is a value",
        ),
        (
            statement(LEI, absent="none", because={"en": "a"}),
            statement(LEI, absent="none", because={"en": "b"}),
            "agrees",
            "Both say that there is no value: none.",
        ),
        (
            stake("zeta", None),
            stake("zeta", None, modality="denied"),
            "conflicts",
            "One says zeta, the other denies it.",
        ),
        (
            stake("zeta", "36 %"),
            stake("zeta", None, modality="denied"),
            "conflicts",
            "One says zeta, the other denies it.",
        ),
        (
            stake("zeta", None),
            stake("zeta", "36 %", modality="denied"),
            "incomparable",
            "One denies zeta, 36 %, the other says zeta.",
        ),
        (founded("1999-04"), founded("1999", modality="denied"), "conflicts", "denies it"),
        (founded("1999"), founded("1999-04", modality="denied"), "incomparable", "One denies"),
        (revenue("1.2E9 CNY"), revenue(">1E9 CNY", modality="denied"), "conflicts", "denies it"),
        (stake("zeta", None), stake("omega", None, modality="denied"), "incomparable", "several"),
        # The rest.
        (
            statement(ESTIMATE, "100E6 USD", valid="2024"),
            statement(ESTIMATE, "101E6 USD", valid="2024"),
            "agrees",
            "differ by no more than sources may",
        ),
        (
            statement(ESTIMATE, "100E6 USD", valid="2024"),
            statement(ESTIMATE, "103E6 USD", valid="2024"),
            "conflicts",
            "One says 100E6 USD, the other 103E6 USD.",
        ),
        (
            statement(WEBSITE, "https://acme.example"),
            statement(WEBSITE, "http://www.acme.example/"),
            "refines",
            "differ in letter case",
        ),
        (
            statement(PRODUCT, "acme"),
            statement(PRODUCT, "zeta"),
            "incomparable",
            "There may be several",
        ),
        (seat(city="Hangzhou"), seat(city="HANGZHOU"), "refines", "Both say the same of"),
        (
            seat(city="Hangzhou"),
            seat(city="Beijing"),
            "conflicts",
            "For the city of the address, one",
        ),
        (seat(lines=["1 Road"]), seat(lines=["No. 1, The Road"]), "incomparable", "may both be"),
        (
            statement(CLAIM, {"en": "The largest of all."}),
            statement(CLAIM, {"en": "The second largest."}),
            "incomparable",
            "Their wordings differ, which says nothing.",
        ),
        (
            revenue("1E9 CNY", key="sum", derived_from=["part"]),
            revenue("2E9 CNY", key="part"),
            "incomparable",
            "One is computed from the other.",
        ),
    ],
)
def test_two_statements_get_a_verdict_and_a_reason(a, b, verdict, why):
    comparison = compare(a, b)

    assert comparison.verdict is Verdict(verdict)
    assert why in str(comparison.reason)
    assert compare(b, a) == comparison


def test_statements_of_different_properties_are_not_compared():
    with pytest.raises(InvalidValueError, match=r"must be a statement of revenue, got 'inception'"):
        compare(revenue("1E9 CNY"), founded("1999"))


# The sources' publishers and dates.

REPORT = {"title": {"en": "Report"}, "kind": "regulatory_filing", "publisher": "Acme"}
SOURCES = {
    source.id: source
    for source in (
        Source("report-2023", **REPORT, published="2023-07-21"),
        Source("report-2024", **REPORT, published="2024-05-23"),
        Source("undated", **REPORT),
        Source("paper", title={"en": "Paper"}, kind="press", publisher="Paper", published="2024"),
    )
}


def by(*sources):
    return {"references": tuple(map(Reference, sources))}


@pytest.mark.parametrize(
    "first, second, verdict",
    [
        ("report-2023", "report-2024", "restates"),
        ("report-2023", "report-2023", "conflicts"),
        ("report-2023", "undated", "conflicts"),
        ("report-2023", "paper", "conflicts"),
        (["report-2023", "paper"], "report-2024", "restates"),
        ("report-2023", ["report-2024", "paper"], "restates"),
        (["report-2023", "report-2024"], "report-2024", "conflicts"),
    ],
)
def test_a_later_document_of_one_publisher_restates(first, second, verdict):
    earlier, later = ([x] if isinstance(x, str) else x for x in (first, second))
    a, b = revenue("1E9 CNY", **by(*earlier)), revenue("2E9 CNY", **by(*later))
    comparison = compare(a, b, SOURCES)

    assert comparison.verdict is Verdict(verdict)
    assert compare(b, a, SOURCES) == comparison


def test_a_restatement_tells_which_document_is_the_later():
    a, b = revenue("2E9 CNY", **by("report-2023")), revenue("1E9 CNY", **by("report-2024"))

    assert str(compare(a, b, SOURCES).reason) == (
        "Acme says 1E9 CNY in a later document than the one in which it says 2E9 CNY."
    )


@pytest.mark.parametrize(
    "a, b, verdict",
    [
        # What is undated holds for the day on which it was said.
        (head("ann", **by("report-2023")), head("bob", "2022/..", **by("paper")), "conflicts"),
        (head("ann", **by("report-2023")), head("bob", "2024/..", **by("paper")), "incomparable"),
        (head("ann", **by("undated")), head("bob", "2024/..", **by("paper")), "incomparable"),
        (head("ann", **by("report-2023")), head("bob", **by("paper")), "conflicts"),
        # "Still so" was true when it was said.
        (
            head("ann", "2015/..", **by("report-2023")),
            head("ann", "2015/2023-09-10", **by("paper")),
            "refines",
        ),
        (
            head("ann", "2015/..", **by("report-2024")),
            head("ann", "2015/2023-09-10", **by("paper")),
            "conflicts",
        ),
    ],
)
def test_the_date_of_a_document_tells_when_it_was_so(a, b, verdict):
    comparison = compare(a, b, SOURCES)

    assert comparison.verdict is Verdict(verdict)
    assert compare(b, a, SOURCES) == comparison


# Laws.


@given(st.data())
def test_any_two_statements_of_a_property_compare_and_in_any_order_alike(data):
    prop = data.draw(st.sampled_from(VOCABULARY))
    a, b = data.draw(statements((prop,))), data.draw(statements((prop,)))
    comparison = compare(a, b)

    assert isinstance(comparison.verdict, Verdict)
    assert compare(b, a).reason == comparison.reason


@given(statements())
def test_a_statement_agrees_with_itself(one):
    assert compare(one, one).verdict is Verdict.AGREES


@pytest.mark.parametrize("rule", RULES)
def test_the_sentence_of_a_rule_is_a_sentence(rule):
    verdict, text = RULES[rule]

    assert isinstance(verdict, Verdict)
    assert text[0] == "{" or text[0].isupper()
    assert text.endswith(".")


def test_a_denial_that_nothing_is_known_denies_no_stake():
    stated = statement(HOLDING, Ownership(party="zeta"))
    denied = statement(HOLDING, absent="unknown", because={"en": "Asked."}, modality="denied")

    assert compare(stated, denied).verdict is Verdict.INCOMPARABLE
    assert compare(denied, stated).reason.rule == compare(stated, denied).reason.rule
