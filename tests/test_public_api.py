"""The public names, and what importing them costs."""

import importlib.metadata
import importlib.resources
import subprocess
import sys

import pytest

import companyprofiles
from companyprofiles import charts, errors, hookspecs, verdicts, vocabulary

PUBLIC = """
    Absent Address AddressKind Catalog Company Coverage Derivation Dimensions End Entity EntityId
    EntityKind EntityView Exemptions Identifier IdentifierScheme Interest LanguageMap Listing Match
    MatchKind Modality Money Number Origin Ownership PartialDate Period Position Precision Profile
    Property Quantity Rank Reference Resolution SecurityKind Share Source SourceKind Statement
    StringMap Text TextKind Time Topic Url
    companies get load search
""".split()  # noqa: SIM905, shorter

PUBLIC_ERRORS = """
    AbsentValueError CompanyProfilesDeprecationWarning CompanyProfilesError InvalidValueError
    MissingLibraryError NoStatementError PluginError PluginWarning Problem ProfileDataError
    ProfileNotFoundError UndecidedError UnknownNameError
""".split()  # noqa: SIM905

PUBLIC_HOOKSPECS = """
    PLUGIN_API PLUGIN_API_FLOOR Check CheckContext Exporter Finding LoadContext Section Severity
    Vocabulary companyprofiles_checks companyprofiles_exporters companyprofiles_profile
    companyprofiles_sections companyprofiles_vocabulary hookimpl
""".split()  # noqa: SIM905

PUBLIC_CHARTS = ["Chart", "ChartPoint"]

PUBLIC_VERDICTS = """
    RULES Comparison Dispute DisputeStatus Reason Verdict compare find_disputes
""".split()  # noqa: SIM905

NOT_AT_IMPORT = """
    cattrs click companyprofiles._builtin companyprofiles._chart companyprofiles._chart_lines
    companyprofiles._plugins companyprofiles._reader
    companyprofiles._recomputation companyprofiles._search companyprofiles._verdicts
    companyprofiles.hookspecs
    companyprofiles.vocabulary docutils importlib.metadata pluggy rich sphinx tomli
""".split()  # noqa: SIM905


def loaded_after(code: str) -> set[str]:
    """Return the names of the modules that a fresh process has after running *code*."""
    program = f"{code}\nimport sys\nprint('\\n'.join(sys.modules))"
    finished = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True
    )
    return set(finished.stdout.split())


@pytest.mark.parametrize(
    "module, names",
    [
        (companyprofiles, PUBLIC),
        (errors, PUBLIC_ERRORS),
        (hookspecs, PUBLIC_HOOKSPECS),
        (charts, PUBLIC_CHARTS),
        (verdicts, PUBLIC_VERDICTS),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_public_names(module, names):
    assert module.__all__ == names
    assert set(names) <= set(dir(module))


@pytest.mark.parametrize("module", [companyprofiles, errors, hookspecs, verdicts, vocabulary])
def test_public_names_are_there_once_and_documented(module):
    assert len(module.__all__) == len(set(module.__all__))
    for name in module.__all__:
        value = getattr(module, name)
        assert isinstance(value, int) or getattr(value, "__doc__", None)


def test_public_errors_are_told_of_in_the_tree():
    for name in set(PUBLIC_ERRORS) - {"Problem"}:
        assert name in (errors.__doc__ or "")


def test_the_version_is_that_of_the_distribution():
    assert companyprofiles.__version__ == importlib.metadata.version("companyprofiles")


def test_other_names_are_not_there():
    with pytest.raises(AttributeError, match="module 'companyprofiles' has no attribute 'gett'"):
        companyprofiles.gett  # noqa: B018


def test_the_package_says_that_it_is_typed():
    assert (importlib.resources.files("companyprofiles") / "py.typed").is_file()


def test_importing_the_package_imports_neither_what_reads_nor_what_shows():
    loaded = loaded_after("import companyprofiles")

    assert "companyprofiles._profile" in loaded
    assert loaded & set(NOT_AT_IMPORT) == set()
    assert not [name for name in loaded if name.startswith("companyprofiles.vocabulary")]


def test_making_a_profile_in_python_imports_no_parser_either():
    loaded = loaded_after(
        "from companyprofiles import Entity, Profile\n"
        "entity = Entity('acme', 'group', name={'en': 'Acme'})\n"
        "Profile(id='acme', subject='acme', entities=(entity,)).timeline()"
    )

    assert loaded & {"cattrs", "tomli", "pluggy", "sphinx"} == set()


def test_listing_the_companies_reads_none():
    loaded = loaded_after("import companyprofiles\ncompanyprofiles.companies()")

    assert "pluggy" in loaded
    assert loaded & {"cattrs", "tomli", "click", "rich", "sphinx", "importlib.metadata"} == set()
    assert not [name for name in loaded if name.startswith("companyprofiles_")]


def test_the_help_of_the_command_line_reads_and_draws_nothing():
    loaded = loaded_after(
        "from companyprofiles._cli import main\nmain(['--help'], standalone_mode=False)"
    )

    assert "companyprofiles._commands.show" in loaded
    assert loaded & {"cattrs", "tomli", "rich", "sphinx", "importlib.metadata"} == set()


def test_a_command_imports_no_other():
    loaded = loaded_after(
        "from companyprofiles._cli import main\nmain(['list'], standalone_mode=False)"
    )

    assert [name for name in loaded if name.startswith("companyprofiles._commands.")] == [
        "companyprofiles._commands.list"
    ]
