"""Checks hold a readable profile to rules; problems and findings are told alike."""

import pytest

from companyprofiles import Entity, Origin, Property, Reference, Source
from companyprofiles._checks import Result, mirror_alone, run_checks, translation_missing
from companyprofiles.errors import PluginError, Problem, ProfileDataError
from companyprofiles.hookspecs import Check, Finding, Severity
from companyprofiles.vocabulary import CLAIM, INCEPTION
from tests.samples import profile, statement

MIRROR = Source("repost", title={"en": "Repost"}, kind="third_party", mirror=True)
ORIGINAL = Source("report", title={"en": "Report"}, kind="press")
REASON = {"en": "Wrong.", "zh": "有误。"}


def founded(*sources, **fields):
    references = tuple(Reference(source) for source in sources)
    return statement(INCEPTION, "1999", references=references, key="founded", **fields)


def findings(check, *statements, **fields):
    return list(check(profile(*statements, sources=(MIRROR, ORIGINAL), **fields)))


def check(run, name="XX001", **fields):
    return Check(name, summary="A rule.", run=run, **fields)


@pytest.mark.parametrize("sources", [["report"], ["repost", "report"]])
def test_a_statement_with_an_original_source_is_good(sources):
    assert findings(mirror_alone, founded(*sources)) == []


def test_a_mirror_alone_is_found():
    assert findings(mirror_alone, founded("repost", "repost")) == [
        Finding(
            "rests on mirrors alone (repost, repost). Name the original, or another source.",
            "statements.founded",
        )
    ]


def test_a_deprecated_statement_may_rest_on_a_mirror():
    assert findings(mirror_alone, founded("repost", rank="deprecated", because=REASON)) == []


def test_a_statement_without_a_key_is_named_by_its_id():
    stated = statement(CLAIM, {"en": "It flies."}, references=(Reference("repost"),))
    acme = profile(stated, sources=(MIRROR,))
    ((finding),) = mirror_alone(acme)

    assert finding.path == f"statements.{acme.statements[0].id}"


def test_a_missing_translation_is_found():
    found = findings(
        translation_missing,
        founded("report", rank="deprecated", because={"en": "Wrong."}, note={"zh": "注"}),
        languages=("en", "zh"),
        entities=(
            Entity("acme", "group", name={"en": "Acme", "zh": "顶点"}),
            Entity("ann-lee", "person", name={"de": "Ann Lee"}),
        ),
    )

    assert found == [
        Finding("is not given in en, zh. Add the translation.", "entities.ann-lee.name"),
        Finding("is not given in zh. Add the translation.", "statements.founded.because"),
        Finding("is not given in en. Add the translation.", "statements.founded.note"),
    ]


def test_what_is_given_in_every_language_or_not_at_all_misses_none():
    told = founded("report", note={"en": "Note.", "zh": "注"})
    untold = statement(CLAIM, {"en": "It flies."})
    names = {"en": "Acme", "zh": "顶点"}
    entities = (Entity("acme", "group", name=names),)

    assert (
        findings(translation_missing, told, untold, languages=("en", "zh"), entities=entities) == []
    )


def test_a_profile_that_says_no_languages_misses_none():
    assert findings(translation_missing, founded("report", note={"zh": "注"})) == []


def test_checks_run_in_the_order_of_their_codes():
    acme = profile(founded("report"), origin=Origin("companyprofiles-acme", "1.0"))
    checks = {
        "XX002": check(lambda _: [Finding("two")], "XX002", severity="warning"),
        "XX001": check(lambda _: iter([Finding("one", "statements.founded")]), "XX001"),
        "XX003": check(lambda _: (), "XX003"),
    }
    results = run_checks(lambda: acme, checks)

    assert [result.line for result in results] == [
        "companyprofiles-acme 1.0: statements.founded: one [XX001]",
        "warning: companyprofiles-acme 1.0: two [XX002]",
    ]
    assert [result.is_error for result in results] == [True, False]


def test_problems_of_the_data_are_results_and_nothing_is_checked():
    problem = Problem("acme 1.0", "facts.toml", 7, "revenue[0]", "must be given.")

    def read():
        raise ProfileDataError([problem])

    assert run_checks(read, {"XX001": check(lambda _: 1 / 0)}) == [
        Result("", Severity.ERROR, "acme 1.0", "facts.toml", 7, "revenue[0]", "must be given.")
    ]


def test_a_check_may_be_named_by_a_string():
    named = check("companyprofiles._checks:mirror_alone")
    acme = profile(founded("repost"), sources=(MIRROR,))

    assert len(run_checks(lambda: acme, {"XX001": named})) == 1


def leave(_):
    raise SystemExit(0)


def late(_):
    yield Finding("one")
    raise OSError("late")


@pytest.mark.parametrize(
    "run, reason",
    [
        (lambda _: 1 / 0, "ZeroDivisionError: division by zero"),
        (leave, "SystemExit: 0"),
        (late, "OSError: late"),
        (lambda _: None, "TypeError: 'NoneType' object is not iterable"),
        (lambda _: ["a finding"], "AttributeError"),
        ("nothing_of_that_name:run", "ModuleNotFoundError"),
        ("companyprofiles._checks:nothing", "AttributeError"),
    ],
)
def test_a_check_that_fails_is_a_plugin_that_fails(run, reason):
    with pytest.raises(PluginError, match=f"^the check XX001 failed: {reason}"):
        run_checks(profile, {"XX001": check(run)})


def test_properties_of_a_profile_s_own_are_checked_too():
    size = Property("size", "quantity", label={"en": "Size"}, description={"en": "How large."})
    stated = statement(size, "5", references=(Reference("repost"),), key="size")

    assert [f.path for f in findings(mirror_alone, stated, properties=(size,))] == [
        "statements.size"
    ]
