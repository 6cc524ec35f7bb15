"""A statement is a claim with its references; it cannot be made without them."""

import pickle

import attrs
import pytest
from hypothesis import given

from companyprofiles import (
    Absent,
    Dimensions,
    EntityId,
    Modality,
    Money,
    PartialDate,
    Period,
    Rank,
    Reference,
    Source,
    SourceKind,
    Statement,
    Text,
)
from companyprofiles.errors import (
    AbsentValueError,
    InvalidValueError,
    ProfileDataError,
)
from companyprofiles.vocabulary import EMPLOYEES, INCEPTION, ISIN, OFFICIAL_NAME, PARENT, REVENUE
from tests.samples import statement
from tests.strategies import statements

REASON = {"en": "Out of order."}
REPORTED = {"valid": "2023-04-01/2024-03-31"}


def test_strings_become_values_periods_and_references():
    revenue = Statement(
        prop=REVENUE,
        value="941168E6 CNY",
        valid="2023-04-01/2024-03-31",
        dimensions={"segment": "cloud"},
        rank="preferred",
        modality="estimated",
        references=[Reference("report-2024", "p. 88")],
    )

    assert revenue.value == Money(amount="941168E6", unit="CNY")
    assert revenue.valid == Period.parse("2023-04-01/2024-03-31")
    assert revenue.dimensions == Dimensions({"segment": "cloud"})
    assert (revenue.rank, revenue.modality) == (Rank.PREFERRED, Modality.ESTIMATED)
    assert revenue.references == (Reference("report-2024", "p. 88"),)


def test_a_statement_is_asserted_of_normal_rank_and_about_the_profile_s_subject():
    founded = statement(INCEPTION, "1999")

    assert (founded.rank, founded.modality) == (Rank.NORMAL, Modality.ASSERTED)
    assert (founded.subject, founded.key, founded.valid) == ("", None, None)
    assert not founded.is_deprecated


@pytest.mark.parametrize("references", [(), [], ["report"], [None]])
def test_without_a_reference_there_is_no_statement(references):
    with pytest.raises(
        ProfileDataError,
        match=r"references: must be at least one reference\. Name the source that says so\.",
    ):
        statement(INCEPTION, "1999", references=references)


@pytest.mark.parametrize(
    "fields, problem",
    [
        ({}, "value: must be given. Where there is none, say why with 'absent'."),
        (
            {"value": "1999", "absent": "none", "because": REASON},
            "absent: must be left out where there is a value, got 'none'.",
        ),
        ({"absent": "unknown"}, "because: must be given with absent = 'unknown'. Say why, in a s"),
        (
            {"value": "1999", "rank": "deprecated"},
            "because: must be given with rank = 'deprecated'. Say why, in a sentence.",
        ),
        (
            {"value": "1999", "replaced_by": "other"},
            "replaced_by: must be left out unless the rank is 'deprecated', got 'other'.",
        ),
        (
            {"value": "1999", "dimensions": {"segment": "cloud"}},
            "dimensions.segment: must be a dimension of inception: none, got 'segment'.",
        ),
        (
            {"value": "1999", "derived_by": "sum", "derived_from": ("a", "b")},
            "derived_by: must be left out where the value is no number, got 'sum'.",
        ),
        (
            {"value": "1999", "derived_by": "sum"},
            "derived_by: must be left out without 'derived_from', got 'sum'.",
        ),
    ],
)
def test_parts_that_do_not_fit_are_refused(fields, problem):
    with pytest.raises(ProfileDataError) as caught:
        statement(INCEPTION, **fields)

    assert str(caught.value).startswith(problem)


def test_a_dimension_must_be_one_of_the_property():
    with pytest.raises(
        ProfileDataError,
        match=r"must be a dimension of revenue: 'segment', 'region', .*, got 'plan'\.",
    ):
        statement(REVENUE, "5 CNY", valid="2024", dimensions={"plan": "basic"})


def test_all_problems_of_a_statement_are_told_together():
    with pytest.raises(ProfileDataError) as caught:
        statement(REVENUE, references=(), dimensions={"plan": "basic"}, replaced_by="other")

    assert [problem.path for problem in caught.value.problems] == [
        "value",
        "references",
        "replaced_by",
        "dimensions.plan",
        "valid",
    ]


@pytest.mark.parametrize(
    "prop, value, valid, message",
    [
        (
            REVENUE,
            "5 CNY",
            None,
            r"valid: must be given\. revenue means nothing without its period",
        ),
        (REVENUE, "5 CNY", "2024/..", "valid: must be a period with both its ends, got '2024/..'"),
        (REVENUE, "5 CNY", "../2024", "valid: must be a period with both its ends"),
        (
            EMPLOYEES,
            "5",
            "2023/2024",
            "valid: must be a single date, since the figure is of one moment, got '2023/2024'",
        ),
    ],
)
def test_the_period_fits_the_kind_of_time(prop, value, valid, message):
    with pytest.raises(ProfileDataError, match=message):
        statement(prop, value, valid=valid)


@pytest.mark.parametrize(
    "prop, value, valid",
    [
        (REVENUE, "5 CNY", "2024"),
        (REVENUE, "5 CNY", "2023-04-01/2024-03-31"),
        (EMPLOYEES, "5", "2024-03-31"),
        (PARENT, "acme", "2015/.."),
        (PARENT, "acme", "2015"),
        (PARENT, "acme", None),
    ],
)
def test_periods_as_the_kind_of_time_has_them(prop, value, valid):
    assert statement(prop, value, valid=valid).valid == (valid and Period.parse(valid))


@pytest.mark.parametrize(
    "fields, message",
    [
        ({"rank": "wrong"}, "must be one of 'preferred', 'normal', 'deprecated', got 'wrong'"),
        ({"modality": "denies"}, "Did you mean 'denied'"),
        ({"absent": "nothing"}, "must be one of 'unknown', 'none', 'withheld'"),
        ({"subject": "Acme"}, "must be an id of lower-case letters"),
        ({"subject": 0}, "must be an id of lower-case letters"),
        ({"subject": None}, "must be an id of lower-case letters"),
        ({"key": "My key"}, "must be an id of lower-case letters"),
        ({"derived_from": ["My key"]}, "must be an id of lower-case letters"),
        ({"derived_by": "addition"}, "must be one of 'sum', 'difference', 'product'"),
        ({"valid": 2024}, r"Write it as a quoted string\."),
        ({"note": "x"}, "must be a text in at least one language"),
        ({"value": 1999}, "must be an EDTF date"),
    ],
)
def test_a_bad_field_is_refused(fields, message):
    with pytest.raises(InvalidValueError, match=message):
        statement(INCEPTION, **{"value": "1999"} | fields)


@pytest.mark.parametrize(
    "fields, is_computed",
    [
        ({}, False),
        ({"derived_from": ("a",)}, True),
        ({"derived_from": ("a", "b"), "derived_by": "sum"}, True),
        ({"references": (Reference("report", as_printed="5"),)}, False),
        ({"derived_from": ("a",), "references": (Reference("report", as_printed="5"),)}, False),
    ],
)
def test_what_no_source_prints_is_computed(fields, is_computed):
    assert statement(REVENUE, "5 CNY", **REPORTED | fields).is_computed is is_computed


def test_the_value_of_an_absent_statement_raises_and_absent_says_why():
    unknown = statement(INCEPTION, absent="unknown", because=REASON, subject="acme")

    assert unknown.absent is Absent.UNKNOWN
    with pytest.raises(AbsentValueError, match="inception of acme has no value: unknown"):
        unknown.value  # noqa: B018


# The id is the claim's.


@pytest.mark.parametrize(
    "fields",
    [
        {"references": (Reference("other"),)},
        {"rank": "preferred"},
        {"rank": "deprecated", "because": REASON},
        {"note": REASON},
        {"key": "revenue-2024"},
        {"derived_from": ("other",)},
        {"derived_from": ("other", "another"), "derived_by": "sum"},
    ],
)
def test_a_claim_that_is_resourced_or_judged_keeps_its_id(fields):
    plain = statement(REVENUE, "5 CNY", **REPORTED)

    assert statement(REVENUE, "5 CNY", **REPORTED | fields).id == plain.id


@pytest.mark.parametrize(
    "fields",
    [
        {"value": "6 CNY"},
        {"value": "5.0 CNY"},
        {"value": "~5 CNY"},
        {"value": None, "absent": "none", "because": REASON},
        {"valid": "2024"},
        {"subject": "cloud"},
        {"modality": "claimed"},
        {"dimensions": {"segment": "cloud"}},
    ],
)
def test_another_claim_has_another_id(fields):
    plain = statement(REVENUE, "5 CNY", **REPORTED)

    assert statement(REVENUE, **{"value": "5 CNY"} | REPORTED | fields).id != plain.id


def test_the_id_never_changes_between_releases():
    claims = [
        statement(REVENUE, "941168E6 CNY", **REPORTED, subject="acme"),
        statement(OFFICIAL_NAME, Text("顶点", "zh"), subject="acme"),
        statement(ISIN, "US01609W1027", dimensions={"security": "ads"}, subject="acme"),
    ]

    assert [claim.id for claim in claims] == [
        "9fed80e6df40425f",
        "40caf89c67c2ab0c",
        "8e424712ecbc1d21",
    ]


@given(statements())
def test_an_id_is_sixteen_hexadecimal_digits(drawn):
    assert len(drawn.id) == 16
    assert int(drawn.id, 16) >= 0
    assert drawn.anchor == (drawn.key or drawn.id)


@given(statements())
def test_statements_are_values(drawn):
    again = pickle.loads(pickle.dumps(drawn))  # noqa: S301

    assert again == drawn
    assert hash(again) == hash(drawn)
    assert again.id == drawn.id


@given(statements())
def test_every_statement_reads_as_a_line(drawn):
    assert str(drawn).startswith(f"{drawn.prop} of {drawn.subject}")


def test_a_line_tells_property_subject_period_value_and_sources():
    revenue = statement(REVENUE, "5 CNY", valid="2024", subject="acme")
    unknown = statement(INCEPTION, absent="unknown", because=REASON, subject="acme")

    assert str(revenue) == "revenue of acme [2024]: 5 CNY (report)"
    assert str(unknown) == "inception of acme: (unknown) (report)"


@pytest.mark.parametrize(
    "drawn, date",
    [
        (statement(INCEPTION, "1999~"), "1999~"),
        (statement(INCEPTION, "1999", valid="2020"), "1999"),
        (statement(REVENUE, "5 CNY", valid="2023-04/2024-03"), "2023-04"),
        (statement(PARENT, "acme", valid="../2024"), "2024"),
        (statement(PARENT, "acme", valid="2015/.."), "2015"),
        (statement(PARENT, "acme"), None),
        (statement(INCEPTION, absent="unknown", because=REASON), None),
    ],
)
def test_the_date_is_the_value_or_when_it_began(drawn, date):
    assert drawn.date == (date and PartialDate.parse(date))


def test_plain_data_leaves_out_what_says_nothing():
    revenue = statement(REVENUE, "5 CNY", valid="2024", subject="acme")

    assert revenue.to_dict() == {
        "id": revenue.id,
        "prop": "revenue",
        "value": "5 CNY",
        "subject": "acme",
        "valid": "2024",
        "references": [{"source": "report"}],
    }


def test_a_statement_cannot_be_changed():
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        statement(INCEPTION, "1999").rank = Rank.PREFERRED


# Sources and references.


def test_a_source_is_listed_once_with_what_is_known_of_it():
    source = Source(
        "report",
        title={"en": "Annual report"},
        kind="regulatory_filing",
        publisher="Acme",
        published="2024-05?",
        url="https://acme.example/r",
        sha256="0123456789abcdef" * 4,
    )

    assert source.kind is SourceKind.REGULATORY_FILING
    assert source.published is not None
    assert source.published.uncertain
    assert str(source) == "Annual report. Acme. 2024-05?. https://acme.example/r"
    assert str(Source("x", title={"en": "X"}, kind="press")) == "X"


@pytest.mark.parametrize(
    "fields, message",
    [
        ({"id": "Report"}, "must be an id of lower-case letters"),
        ({"title": "Report"}, "must be a text in at least one language"),
        ({"kind": "newspaper"}, "must be one of 'self_declaration', 'official_register'"),
        ({"publisher": ""}, "must be a text that is not empty"),
        ({"author": "a\u202eb"}, r"Remove U\+202E\."),
        ({"published": "May 2024"}, "must be an EDTF date"),
        ({"url": "javascript:alert(1)"}, "must be an http or https address"),
        ({"archive_url": "ftp://x.example/"}, "must be an http or https address"),
        ({"lang": "english"}, "must be a language tag"),
        ({"sha256": "ABC"}, "must be a SHA-256 of 64 lower-case hexadecimal digits"),
        ({"sha256": None, "licence": 5}, "must be a string"),
    ],
)
def test_a_bad_source_is_refused(fields, message):
    with pytest.raises(InvalidValueError, match=message):
        Source(**{"id": "report", "title": {"en": "Report"}, "kind": "press"} | fields)


@pytest.mark.parametrize(
    "fields, message",
    [
        ({"source": "The report"}, "must be an id of lower-case letters"),
        ({"locator": 88}, r"must be a string, got 88\. Quote it\."),
        ({"as_printed": " "}, "must be a text that is not empty"),
        ({"retrieved": "yesterday"}, "must be an EDTF date"),
        ({"attributed_to": "Ann Lee"}, "must be an id of lower-case letters"),
    ],
)
def test_a_bad_reference_is_refused(fields, message):
    with pytest.raises(InvalidValueError, match=message):
        Reference(**{"source": "report"} | fields)


def test_a_reference_reads_as_source_and_place():
    assert str(Reference("report", "p. 88")) == "report, p. 88"
    assert str(Reference("report")) == "report"


def test_an_entity_as_value_is_an_id():
    assert type(statement(PARENT, "acme").value) is EntityId


@given(statements())
def test_a_statement_has_a_value_or_says_why_not(drawn):
    if drawn.absent:
        with pytest.raises(AbsentValueError, match=f"has no value: {drawn.absent}"):
            drawn.value  # noqa: B018
    else:
        assert drawn.value == drawn.prop.convert(drawn.value)


def test_an_exemption_is_no_part_of_the_claim():
    exempt = statement(INCEPTION, "1999", exempt={"CP501": "The source itself says so."})

    assert exempt.id == statement(INCEPTION, "1999").id
    assert exempt.to_dict()["exempt"] == {"CP501": "The source itself says so."}
    assert "exempt" not in statement(INCEPTION, "1999").to_dict()


@pytest.mark.parametrize("code", ["CP1", "cp101", "mirror-alone", "", 5])
def test_an_exemption_names_a_check_by_its_code(code):
    with pytest.raises(InvalidValueError, match="must be a code such as 'CP101', got"):
        statement(INCEPTION, "1999", exempt={code: "Because."})


@pytest.mark.parametrize("reason", ["", " ", None, "a\nb"])
def test_an_exemption_has_a_reason(reason):
    with pytest.raises(InvalidValueError, match=r"must be a (string|text)"):
        statement(INCEPTION, "1999", exempt={"CP101": reason})
