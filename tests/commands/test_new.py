"""``companyprofiles new`` writes a distribution where it belongs, under a name that is free."""

from pathlib import Path

import pytest

GOOD, WRONG_USAGE = 0, 2
REPOSITORY = Path(__file__).parents[2]
KINDS = ["exporter", "check", "section", "vocabulary"]


@pytest.fixture
def here(tmp_path, monkeypatch):
    """Make an empty folder the current one."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def workspace(here):
    """Make the current folder a copy of the repository, as far as it can be told from outside."""
    (here / "pyproject.toml").write_text('[project]\nname = "companyprofiles"\n')
    return here


def test_a_profile_is_written_and_the_next_commands_are_told(run, here):
    result = run("new", "profile", "tencent")

    assert result.exit_code == GOOD
    assert result.stdout == (
        "companyprofiles-tencent: 13 files. Go on with:\n"
        "  pip install -e companyprofiles-tencent\n"
        "  companyprofiles check tencent\n"
    )
    assert (here / "companyprofiles-tencent/src/companyprofiles_tencent/data/facts.toml").exists()


@pytest.mark.parametrize("kind", KINDS)
def test_a_plugin_is_written_and_the_next_commands_are_told(run, here, kind):
    result = run("new", "plugin", "made-up", "--kind", kind)

    assert result.exit_code == GOOD
    assert result.stdout.splitlines()[1:] == [
        "  pip install -e companyprofiles-made-up",
        "  pytest companyprofiles-made-up",
    ]
    assert (here / "companyprofiles-made-up/src/companyprofiles_made_up/__init__.py").exists()


def test_a_plugin_of_several_kinds_is_written_at_once(run, here):
    result = run("new", "plugin", "made-up", "--kind", "vocabulary", "--kind", "section")
    package = here / "companyprofiles-made-up/src/companyprofiles_made_up"

    assert result.stdout.splitlines()[0] == "companyprofiles-made-up: 12 files. Go on with:"
    assert (package / "properties.py").exists()
    assert (package / "section.py").exists()


def test_a_name_that_any_of_the_kinds_has_is_refused(run, here):
    result = run("new", "plugin", "timeline", "--kind", "exporter", "--kind", "section")

    assert result.exit_code == WRONG_USAGE
    assert "'timeline' is taken by what is installed of the kind section" in result.stderr


def test_in_the_repository_a_profile_goes_to_the_others(run, workspace, monkeypatch):
    (workspace / "docs").mkdir()
    monkeypatch.chdir(workspace / "docs")
    result = run("new", "profile", "tencent")

    assert (workspace / "profiles/tencent/pyproject.toml").exists()
    assert "  pip install --no-deps --no-build-isolation -e profiles/tencent\n" in result.stdout


def test_in_the_repository_a_plugin_goes_to_the_others(run, workspace):
    run("new", "plugin", "made-up", "--kind", "check")

    assert (workspace / "plugins/made-up/pyproject.toml").exists()


def test_a_folder_among_the_others_is_of_the_repository(run, workspace):
    result = run("new", "profile", "tencent", "--folder", "profiles/tc")

    assert "  pip install --no-deps --no-build-isolation -e profiles/tc\n" in result.stdout
    assert not (workspace / "profiles/tc/.github").exists()


def test_a_folder_elsewhere_in_the_repository_stands_alone(run, workspace):
    result = run("new", "profile", "tencent", "--folder", "else where")

    assert "  pip install -e 'else where'\n" in result.stdout
    assert (workspace / "else where/.github").exists()


def test_the_current_folder_may_become_the_distribution(run, here):
    result = run("new", "profile", "tencent", "--folder", ".")

    assert result.exit_code == GOOD
    assert (here / "pyproject.toml").exists()


def test_a_folder_that_exists_is_left_alone(run, here):
    (here / "mine").mkdir()
    (here / "mine" / "file").touch()
    result = run("new", "profile", "tencent", "--folder", "mine")

    assert result.exit_code == WRONG_USAGE
    assert "must be a folder that does not exist or is empty, got" in result.stderr
    assert [path.name for path in (here / "mine").iterdir()] == ["file"]


def test_a_folder_that_cannot_be_made_is_named(run, here):
    (here / "file").touch()
    result = run("new", "profile", "tencent", "--folder", "file/new")

    assert result.exit_code == WRONG_USAGE
    assert "file/new" in result.stderr


@pytest.mark.parametrize(
    "name, advice",
    [
        ("TenCent Holdings", "Did you mean 'ten-cent-holdings'?"),
        ("companyprofiles-tencent", "Did you mean 'tencent'?"),
        ("ten_cent", "Did you mean 'ten-cent'?"),
        ("ten--cent", "Did you mean 'ten-cent'?"),
        ("../tencent", "Did you mean 'tencent'?"),
        ("a" * 41, ""),
        ("腾讯", ""),
        ("", ""),
    ],
)
def test_a_name_of_another_form_is_refused(run, here, name, advice):
    result = run("new", "profile", name)

    assert result.exit_code == WRONG_USAGE
    assert "must be a name of lower-case letters, digits and single hyphens" in result.stderr
    assert advice in result.stderr
    assert list(here.iterdir()) == []


def test_a_company_may_begin_with_a_digit_and_a_plugin_may_not(run, here):
    assert run("new", "profile", "3m").exit_code == GOOD

    result = run("new", "plugin", "3m-names", "--kind", "exporter")

    assert result.exit_code == WRONG_USAGE
    assert "a letter first" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("profile", "made-up"),
        ("plugin", "made-up", "--kind", "exporter"),
        ("plugin", "json", "--kind", "exporter"),
        ("plugin", "timeline", "--kind", "section"),
    ],
    ids=" ".join,
)
def test_a_name_that_is_taken_is_refused(site, run, here, arguments):
    site.company("made-up")
    result = run("new", *arguments)

    assert result.exit_code == WRONG_USAGE
    assert "is taken by" in result.stderr
    assert "Take another name." in result.stderr
    assert list(here.iterdir()) == []


def test_a_name_that_is_taken_in_the_repository_is_refused(run, workspace):
    (workspace / "plugins/tencent").mkdir(parents=True)
    (workspace / "plugins/tencent/pyproject.toml").touch()
    result = run("new", "profile", "tencent")

    assert result.exit_code == WRONG_USAGE
    assert "'tencent' is taken by the folder" in result.stderr


def test_a_name_much_alike_is_told_of(site, run, here):
    site.company("made-up")
    result = run("new", "profile", "madeup")

    assert result.exit_code == GOOD
    assert "note: much alike and taken: 'made-up'." in result.stderr


def test_a_plugin_needs_a_kind(run, here):
    result = run("new", "plugin", "made-up")

    assert result.exit_code == WRONG_USAGE
    assert "Missing option '--kind'" in result.stderr
