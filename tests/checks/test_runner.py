"""Checks hold a readable profile to rules; problems and findings are told alike."""

import pytest

import companyprofiles
from companyprofiles import Origin, PartialDate
from companyprofiles._checks.results import Result
from companyprofiles._checks.runner import installed_profile, run_checks
from companyprofiles.errors import PluginError, Problem, ProfileDataError
from companyprofiles.hookspecs import Check, Finding, Severity
from companyprofiles.vocabulary import CLAIM, INCEPTION
from tests.samples import profile, statement, write


def check(run, name="XX001", **fields):
    told = {"summary": "A rule.", "explanation": "Why.", "failing": "a = 1", "passing": ""}
    return Check(name, run=run, **{**told, **fields})


def lines(of, *checks, **arguments):
    results = run_checks(lambda: of, {one.name: one for one in checks}, **arguments)
    return [result.line for result in results]


def test_checks_run_in_the_order_of_their_codes_where_there_are_no_lines():
    acme = profile(statement(INCEPTION, "1999", key="founded"), origin=Origin("acme", "1.0"))
    two = check(lambda *_: [Finding("two")], "XX002", severity="warning")
    one = check(lambda p, _: iter([Finding("one", p.statements[0])]), "XX001")

    assert lines(acme, two, one, check(lambda *_: (), "XX003")) == [
        "acme 1.0: statements.founded: one [XX001]",
        "warning: acme 1.0: profile: two [XX002]",
    ]


def test_findings_come_in_the_order_of_the_file_with_line_and_path(tmp_path):
    acme = companyprofiles.load(write(tmp_path))
    revenue = acme.statement("revenue-2024")

    def run(profile, _):
        yield Finding("three", revenue, path="references[0].as_printed")
        yield Finding("two", profile.source("repost"), path="mirror")
        yield Finding("one", path="languages")

    assert lines(acme, check(run)) == [
        f"{tmp_path}: acme.toml:7: profile.languages: one [XX001]",
        f"{tmp_path}: acme.toml:36: sources[1].mirror: two [XX001]",
        f"{tmp_path}: acme.toml:52: revenue[1].references[0].as_printed: three [XX001]",
    ]


def test_errors_and_warnings_are_told_apart():
    results = run_checks(
        profile,
        {
            "XX001": check(lambda *_: [Finding("bad")]),
            "XX002": check(lambda *_: [Finding("odd")], severity=Severity.WARNING),
        },
    )

    assert [result.is_error for result in results] == [True, False]


def test_problems_of_the_data_are_results_and_nothing_is_checked():
    problem = Problem("acme 1.0", "facts.toml", 7, "revenue[0]", "must be given.")

    def read():
        raise ProfileDataError([problem])

    assert run_checks(read, {"XX001": check(lambda *_: 1 / 0)}) == [
        Result("", Severity.ERROR, problem)
    ]


def test_a_check_may_be_named_by_a_string():
    named = check("companyprofiles._checks.sources:mirror_alone")

    assert lines(profile(), named) == []


def leave(*_):
    raise SystemExit(0)


def late(*_):
    yield Finding("one")
    raise OSError("late")


@pytest.mark.parametrize(
    "run, reason",
    [
        (lambda *_: 1 / 0, "ZeroDivisionError: division by zero"),
        (leave, "SystemExit: 0"),
        (late, "OSError: late"),
        (lambda *_: None, "TypeError: 'NoneType' object is not iterable"),
        (lambda *_: ["a finding"], "TypeError: expected Finding records, got str"),
        (lambda *_: [Finding("one", "statements.x")], "TypeError: .*'about' must be"),
        ("nothing_of_that_name:run", "ModuleNotFoundError"),
        ("companyprofiles._checks.sources:nothing", "AttributeError"),
    ],
)
def test_a_check_that_fails_is_a_plugin_that_fails(run, reason):
    with pytest.raises(PluginError, match=f"^the check XX001 failed: {reason}"):
        run_checks(profile, {"XX001": check(run)})


def test_a_statement_is_exempt_from_the_checks_that_it_names():
    exempt = {"XX001": "It is right so."}
    acme = profile(
        statement(INCEPTION, "1999", key="founded", exempt=exempt),
        statement(CLAIM, {"en": "It flies."}, key="claim"),
    )

    def run(profile, _):
        return [Finding("found", s, path="value") for s in profile.statements]

    assert lines(acme, check(run), check(run, "XX002")) == [
        "acme: statements.claim.value: found [XX001]",
        "acme: statements.claim.value: found [XX002]",
        "acme: statements.founded.value: found [XX002]",
    ]


def test_a_check_is_told_which_codes_there_are_and_asks_for_other_profiles():
    told = {}

    def run(_, context):
        told.update(codes=context.codes, ran=context.ran, other=context.other_profile("beta"))
        return ()

    run_checks(
        profile,
        {"XX001": check(run)},
        codes=["XX001", "XX002"],
        other_profile=lambda company: profile() if company == "beta" else None,
    )

    assert told == {"codes": {"XX001", "XX002"}, "ran": {"XX001"}, "other": profile()}


def test_what_several_checks_ask_for_is_found_out_once():
    disputes = []

    def run(_, context):
        disputes.append(context.disputes())
        return ()

    run_checks(profile, {"XX001": check(run), "XX002": check(run)})

    assert disputes == [(), ()]
    assert disputes[0] is disputes[1]


def test_other_companies_are_those_that_are_installed():
    alibaba = installed_profile("alibaba")

    assert alibaba is not None
    assert alibaba.id == "alibaba"
    assert installed_profile("no-such-company") is None


def test_a_finding_may_be_about_any_part_of_a_profile(tmp_path):
    more = """
[[properties]]
name = "size"
value_type = "quantity"
label = { en = "Size" }
description = { en = "How large." }

[[coverage]]
prop = "size"
looked_in = ["repost"]

[[resolutions]]
statements = ["revenue-2023", "revenue-2024"]
because = { en = "Nobody knows." }
on = "2026-01-01"
"""
    folder = write(tmp_path)
    write(folder, more, name="more.toml")

    def run(profile, _):
        yield Finding("a", profile.properties[0], path="name")
        yield Finding("b", profile.coverage[0], path="looked_in[0]")
        yield Finding("c", profile.resolutions[0], path="on")
        yield Finding("d", profile.entity("ann-lee"))

    assert [
        line.removeprefix(f"{folder}: ") for line in lines(companyprofiles.load(folder), check(run))
    ] == [
        "acme.toml:14: entities[1]: d [XX001]",
        "more.toml:3: properties[0].name: a [XX001]",
        "more.toml:10: coverage[0].looked_in[0]: b [XX001]",
        "more.toml:15: resolutions[0].on: c [XX001]",
    ]


def test_places_without_files_are_named_by_ids_and_keys(tmp_path):
    made = companyprofiles.Profile.from_dict(companyprofiles.load(write(tmp_path)).to_dict())
    founded = statement(INCEPTION, PartialDate.parse("1999"), subject="acme")

    def run(profile, _):
        yield Finding("a", profile.source("repost"))
        yield Finding("b", profile.statement("revenue-2024"), path="valid")
        yield Finding("c", founded)

    assert lines(made, check(run)) == [
        "acme: sources.repost: a [XX001]",
        f"acme: statements.{founded.id}: c [XX001]",
        "acme: statements.revenue-2024.valid: b [XX001]",
    ]
