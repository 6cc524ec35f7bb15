"""Every error has one base, says what to do, prints on few lines and survives pickle."""

import inspect
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import errors
from companyprofiles.errors import (
    AbsentValueError,
    CompanyProfilesError,
    InvalidValueError,
    MissingLibraryError,
    NoStatementError,
    PluginError,
    PluginWarning,
    Problem,
    ProfileDataError,
    ProfileNotFoundError,
    UndecidedError,
    UnknownNameError,
    near_names,
    shown,
)

PROBLEM = Problem("acme 1.0", "facts.toml", 7, "revenue[0].value", "must be money.")
FIRST_TWENTY = ", ".join(f"z{number:02}" for number in range(20))
EXAMPLES = [
    InvalidValueError("a number", "x", "Quote it."),
    ProfileDataError([PROBLEM]),
    AbsentValueError("no value"),
    ProfileNotFoundError("acne", ["acme"]),
    UnknownNameError("property", "revenu", ["revenue"]),
    NoStatementError("nothing"),
    UndecidedError("two", ["a", "b"]),
    MissingLibraryError("Babel", "writing in a language", "languages"),
    PluginError("failed"),
]


def test_every_error_of_the_module_is_among_the_examples():
    found = {
        error
        for name in errors.__all__
        if isinstance(error := getattr(errors, name), type)
        and issubclass(error, CompanyProfilesError)
    }

    assert found - {CompanyProfilesError} == set(map(type, EXAMPLES))


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_every_error_has_the_base_and_a_standard_one(error):
    assert isinstance(error, CompanyProfilesError)
    assert isinstance(error, ValueError | LookupError | ImportError | RuntimeError)
    assert not isinstance(error, KeyError)


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_every_error_survives_pickle(error):
    again = pickle.loads(pickle.dumps(error))  # noqa: S301

    assert str(again) == str(error) != ""
    assert vars(again) == vars(error)


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_what_an_error_is_made_of_can_be_read_from_it(error):
    names = inspect.signature(type(error)).parameters if "__init__" in vars(type(error)) else ()

    assert [name for name in names if not hasattr(error, name)] == []


def test_a_warning_is_a_warning():
    assert issubclass(PluginWarning, UserWarning)


def test_a_bad_value_says_expected_found_and_advice():
    assert str(InvalidValueError("a number", "x", "Quote it.")) == (
        "must be a number, got 'x'. Quote it."
    )
    assert str(InvalidValueError("a number", 5.5)) == "must be a number, got 5.5."


@pytest.mark.parametrize(
    "problem, line",
    [
        (PROBLEM, "acme 1.0: facts.toml:7: revenue[0].value: must be money."),
        (Problem("acme", "facts.toml", 0, "", "must be."), "acme: facts.toml: must be."),
        (Problem("", "", 0, "revenue[0]", "must be."), "revenue[0]: must be."),
        (Problem("", "", 0, "", "must be."), "must be."),
    ],
)
def test_a_problem_is_a_line_of_place_and_message(problem, line):
    assert str(problem) == line


def test_problems_are_told_together_a_line_each():
    assert str(ProfileDataError([PROBLEM, PROBLEM])) == f"{PROBLEM}\n{PROBLEM}"


@pytest.mark.parametrize(
    "known, message",
    [
        (["acme", "zeta"], "no installed plugin provides the company 'acne'. Did you mean 'acme'?"),
        (["zeta"], "no installed plugin provides the company 'acne'. Installed: zeta."),
        (
            [f"z{n:02}" for n in range(25)],
            f"no installed plugin provides the company 'acne'. Installed: {FIRST_TWENTY}.",
        ),
        ([], "no installed plugin provides the company 'acne'. No company is installed."),
    ],
)
def test_an_unknown_company_suggests_what_there_is(known, message):
    assert str(ProfileNotFoundError("acne", known)) == message


def test_an_unknown_name_suggests_near_ones():
    assert str(UnknownNameError("entity", "alibaba-clod", ["alibaba-cloud", "ant"])) == (
        "there is no entity 'alibaba-clod'. Did you mean 'alibaba-cloud'?"
    )
    assert str(UnknownNameError("entity", "xyz", ["ant"])) == "there is no entity 'xyz'."


def test_candidates_are_told_a_line_each():
    assert str(UndecidedError("2 could be meant:", ["a", "b"])) == "2 could be meant:\n  a\n  b"


@pytest.mark.parametrize(
    "value, text",
    [
        ("x", "'x'"),
        ("阿里", "'阿里'"),
        ("a\nb", r"'a\nb'"),
        ("\u202e\u200b\x1b[31m", r"'\u202e\u200b\x1b[31m'"),
        ("\ud800", r"'\ud800'"),
        (5.0, "5.0"),
        ({"a": [1, 2]}, "{'a': [1, 2]}"),
    ],
)
def test_a_value_is_shown_on_one_printable_line(value, text):
    assert shown(value) == text


def test_a_number_that_python_refuses_to_write_is_shown_all_the_same():
    assert shown(10**5000) == "a number of too many digits"


@given(st.text() | st.binary() | st.lists(st.text()) | st.dictionaries(st.text(), st.integers()))
def test_whatever_is_shown_is_printable_and_short(value):
    text = shown(value)

    assert text.isprintable()
    assert len(text) < 120


def test_a_long_value_is_cut_and_measured():
    assert shown("x" * 500) == f"'{'x' * 79}… (502 characters)"
    assert shown("x" * 79) == f"'{'x' * 79}… (81 characters)"
    assert shown("x" * 78) == repr("x" * 78)


def test_near_names_are_looked_for_among_few():
    assert near_names("Revenu", ["revenue", "net_income"]) == "'revenue'"
    assert near_names("namee", ["name", "names", "x"]) == "'name' or 'names'"
    assert near_names("name", [f"name{number}" for number in range(1000)]).startswith("'name")
    assert near_names("name", [f"name{number}" for number in range(1001)]) == ""
    assert near_names("n" * 80, ["n" * 79]) == repr("n" * 79)
    assert near_names("n" * 81, ["n" * 79]) == ""
    assert near_names("name", ["name1", "name2", "name3", "name4"]).count(" or ") == 2
