"""Contradictions want a decision, and decisions want a contradiction."""

from companyprofiles import Resolution, Text
from companyprofiles._check_context import CheckContext, called
from companyprofiles._checks.disputes import (
    conflict_unresolved,
    resolution_idle,
    resolution_stale,
)
from companyprofiles.vocabulary import EMPLOYEES, INCEPTION, SHORT_NAME
from tests.samples import profile, statement

WRONG = {"rank": "deprecated", "because": {"en": "Wrong."}}


def founded(year, **fields):
    return statement(INCEPTION, year, key=f"in-{year}", **fields)


def decided(*years):
    keys = [f"in-{year}" for year in years]
    return Resolution(statements=keys, because={"en": "Unclear."}, on="2026-01-01")


def found(check, *statements, resolutions=()):
    acme = profile(*statements, resolutions=resolutions)
    return [(f.about, f.path, f.message) for f in check(acme, CheckContext(acme))]


def test_a_conflict_is_told_once_whatever_the_number_of_statements():
    ((about, path, message),) = found(
        conflict_unresolved,
        founded("1999"),
        founded("2001"),
        founded("2003"),
        founded("1990", **WRONG),
    )

    assert (about.key, path) == ("in-1999", "")
    assert message.startswith("contradicts in-2001, in-2003: One says 1999, the other 2001.")
    assert message.endswith("Deprecate what is wrong, or decide under [[resolutions]].")
    assert "1990" not in message


def test_a_statement_without_a_key_is_called_by_its_value_and_its_period():
    people = [
        statement(EMPLOYEES, value, valid="2024-03-31") for value in ("100 people", "200 people")
    ]
    ((_about, _path, message),) = found(conflict_unresolved, *people)

    assert message.startswith("contradicts 200 people [2024-03-31]: ")
    assert message.endswith("A decision names keys: give each of them one.")


def test_a_long_value_is_shortened():
    taken = called(statement(INCEPTION, "1999"))
    long = called(statement(SHORT_NAME, Text("A name " * 30, "en")))

    assert taken == "1999"
    assert long.endswith("…")
    assert len(long) < 70


def test_any_statement_of_a_conflict_may_be_exempt():
    exempt = founded("2001", exempt={"CP201": "Both are said."})
    ((about, *_),) = found(conflict_unresolved, founded("1999"), exempt)

    assert about.key == "in-2001"


def test_what_is_deprecated_or_decided_needs_nothing_more():
    assert found(conflict_unresolved, founded("1999"), founded("2001", **WRONG)) == []
    assert (
        found(
            conflict_unresolved,
            founded("1999"),
            founded("2001"),
            resolutions=[decided("1999", "2001")],
        )
        == []
    )


def test_a_decision_is_stale_where_another_statement_joined():
    resolution = decided("1999", "2001")
    three = [founded("1999"), founded("2001"), founded("2003")]

    assert found(resolution_stale, *three, resolutions=[resolution]) == [
        (
            resolution,
            "statements",
            "must name in-2003 too, which joined the dispute. Decide anew.",
        )
    ]
    assert found(resolution_stale, *three[:2], resolutions=[resolution]) == []


def test_a_decision_of_nothing_is_found():
    resolution = decided("1999", "1999-04")
    agreeing = [founded("1999"), founded("1999-04")]

    assert found(resolution_idle, *agreeing, resolutions=[resolution]) == [
        (
            resolution,
            "statements",
            "decides about in-1999, in-1999-04, which nothing contradicts. Remove the resolution.",
        )
    ]


def test_a_key_too_many_in_a_decision_is_found():
    resolution = decided("1999", "2001", "1988")
    others = [founded("1999"), founded("2001"), founded("1988", subject="ann-lee")]
    ((_, _, message),) = found(resolution_idle, *others, resolutions=[resolution])

    assert message == "decides about in-1988, which nothing contradicts. Remove the key."
