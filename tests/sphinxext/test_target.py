"""What roles and directives name, and which statement answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import (
    Entity,
    Position,
    Profile,
    Property,
    Reference,
    Source,
    Statement,
    Text,
)
from companyprofiles.errors import InvalidValueError, NoStatementError, UnknownNameError
from companyprofiles.sphinxext._target import Target
from companyprofiles.vocabulary import CHIEF_EXECUTIVE, EMPLOYEES, OFFICIAL_NAME, REVENUE

SOURCE = Source("report", title={"en": "Report"}, kind="press")
HERE = (Reference("report"),)


def stated(prop: Property, key: str, value: object, valid: str | None = None, **more: object):
    return Statement(prop=prop, key=key, value=value, valid=valid, references=HERE, **more)


PROFILE = Profile(
    id="acme",
    subject="acme",
    entities=(
        Entity("acme", "legal_entity", name={"en": "Acme"}),
        Entity("coy", "person", name={"en": "Coy"}),
        Entity("fay", "person", name={"en": "Fay"}),
    ),
    sources=(SOURCE,),
    statements=(
        stated(REVENUE, "r-2022", "8E9 CNY", "2022-04-01/2023-03-31"),
        stated(REVENUE, "r-2023", "9E9 CNY", "2023-04-01/2024-03-31"),
        stated(REVENUE, "r-quarter", "3E9 CNY", "2024-01-01/2024-03-31"),
        stated(REVENUE, "r-calendar", "7E9 CNY", "2021"),
        stated(
            REVENUE,
            "r-wrong",
            "6E9 CNY",
            "2020",
            rank="deprecated",
            because={"en": "A typing mistake."},
        ),
        stated(EMPLOYEES, "e-spring", "100", "2023-03-31"),
        stated(EMPLOYEES, "e-autumn", "120", "2023-09"),
        stated(CHIEF_EXECUTIVE, "ceo-coy", Position(holder="coy"), "2015-05/2023-09-10"),
        stated(CHIEF_EXECUTIVE, "ceo-fay", Position(holder="fay"), "2023-09-10/.."),
        stated(EMPLOYEES, "planned", "900", "2030", modality="planned"),
    ),
)


@pytest.mark.parametrize(
    "target, keys",
    [
        ("acme/revenue", ["r-2023"]),
        ("acme/revenue@FY2024", ["r-2023"]),
        ("acme/revenue@FY2021", ["r-calendar"]),
        ("acme/revenue@2021", ["r-calendar"]),
        ("acme/revenue@2021-01-01/2021-12-31", ["r-calendar"]),
        ("acme/revenue@2024-01/2024-03", ["r-quarter"]),
        ("acme/revenue@2020", ["r-wrong"]),
        ("acme/acme/revenue", ["r-2023"]),
        ("acme/employees", ["e-autumn"]),
        ("acme/employees@2023-03", ["e-spring"]),
        ("acme/employees@2023", ["e-spring", "e-autumn"]),
        ("acme/chief_executive", ["ceo-fay"]),
        ("acme/chief_executive@2020", ["ceo-coy"]),
        ("acme/chief_executive@2015-06/2016", ["ceo-coy"]),
        ("acme/r-quarter", ["r-quarter"]),
        ("acme/r-wrong", ["r-wrong"]),
    ],
)
def test_the_statement_of_the_time_answers_or_the_present_one(target, keys):
    assert [s.key for s in Target.parse(target).answers(PROFILE)] == keys


@pytest.mark.parametrize(
    "target, error, message",
    [
        ("acme", InvalidValueError, "a company and a property"),
        ("acme/", InvalidValueError, "a company and a property"),
        ("acme/a/b/c", InvalidValueError, "a company and a property"),
        ("acme/revenue@", InvalidValueError, "a company and a property"),
        ("acme/revenue@FY24", InvalidValueError, "EDTF"),
        ("acme/revenue@2022", NoStatementError, "There is 2021, 2022-04-01/2023-03-31, "),
        ("acme/chief_executive@2015", NoStatementError, "nothing is stated"),
        ("acme/revenue-2022", UnknownNameError, "property or statement in the profile 'acme'"),
        ("acme/coy/revenue", NoStatementError, "nothing is stated for 'acme/coy/revenue'."),
        ("acme/cloud/revenue", UnknownNameError, "no entity 'cloud'"),
        ("acme/coy/r-2022", UnknownNameError, "property in the profile 'acme'"),
    ],
)
def test_what_cannot_be_meant_is_refused(target, error, message):
    with pytest.raises(error, match=message):
        Target.parse(target).answers(PROFILE)


def test_the_latest_times_are_named_where_there_are_many():
    many = tuple(stated(REVENUE, f"r-{year}", "1E9 CNY", f"{year}") for year in range(1990, 2020))
    profile = Profile(
        id="acme",
        subject="acme",
        entities=PROFILE.entities,
        sources=(SOURCE,),
        statements=many,
    )

    with pytest.raises(NoStatementError, match=r"There is 2008, .*, 2019 and 18 before"):
        Target.parse("acme/revenue@1950").answers(profile)


NAMES = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)


@given(NAMES, st.one_of(st.just(""), NAMES), NAMES, st.sampled_from(["", "2024", "FY2024"]))
def test_what_is_written_is_what_is_read(company, entity, name, when):
    target = Target(company, entity, name, when)

    assert Target.parse(str(target)) == target


@pytest.mark.parametrize(
    "language, keys",
    [
        ("", ["name-en", "name-zh"]),
        ("zh-CN", ["name-zh"]),
        ("en-GB", ["name-en"]),
        ("fr", ["name-en"]),
    ],
)
def test_a_name_that_there_is_in_several_languages_is_that_of_the_reader(language, keys):
    names = tuple(
        stated(OFFICIAL_NAME, f"name-{lang}", Text(text, lang))
        for lang, text in {"en": "Acme Incorporated", "zh": "艾克米股份有限公司"}.items()
    )
    profile = Profile(
        id="acme", subject="acme", entities=PROFILE.entities, sources=(SOURCE,), statements=names
    )

    found = Target.parse("acme/official_name").answers(profile, language)

    assert [s.key for s in found] == keys
