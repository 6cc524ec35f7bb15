"""What a new distribution consists of, that it is good at once, and that its own tests pass."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

import companyprofiles
from companyprofiles._cli import main
from companyprofiles._scaffold import Kind, Scaffold, find_workspace
from companyprofiles.errors import InvalidValueError
from companyprofiles.testing import TemporaryDistributions

REPOSITORY = Path(__file__).parent.parent
NAME = "made-up-thing"
each_kind = pytest.mark.parametrize("kind", Kind, ids=str)

WRITTEN = {
    ".github/workflows/test.yml",
    ".gitignore",
    "LICENSE",
    "README.md",
    "docs/index.md",
    "pyproject.toml",
    "src/companyprofiles_made_up_thing/__init__.py",
    "src/companyprofiles_made_up_thing/py.typed",
    "tests/test_made_up_thing.py",
}
MORE = {
    Kind.PROFILE: {
        "LICENSE-DATA",
        "src/companyprofiles_made_up_thing/data/facts.toml",
        "src/companyprofiles_made_up_thing/data/profile.toml",
        "src/companyprofiles_made_up_thing/data/sources.toml",
    },
    Kind.EXPORTER: {"src/companyprofiles_made_up_thing/document.py"},
    Kind.CHECK: {"src/companyprofiles_made_up_thing/rule.py"},
    Kind.SECTION: {"src/companyprofiles_made_up_thing/section.py"},
    Kind.VOCABULARY: {"src/companyprofiles_made_up_thing/properties.py"},
}


PLUGIN_KINDS = tuple(kind for kind in Kind if kind is not Kind.PROFILE)


def scaffold(kinds, folder, name=NAME, workspace=None):
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return Scaffold(kinds=kinds, name=name, folder=folder, workspace=workspace)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """Write a distribution of each kind, and one of all, by the longest name; return the folder."""
    folder = tmp_path_factory.mktemp("written")
    for kind in Kind:
        scaffold(kind, folder / kind, f"{kind}-{'abcdefgh-' * 4}"[:39] + "z").write()
    scaffold(PLUGIN_KINDS, folder / "all", f"all-{'abcdefgh-' * 4}"[:39] + "z").write()
    return folder


def project_in(folder):
    return tomllib.loads((folder / "pyproject.toml").read_text("utf-8"))


@each_kind
def test_a_distribution_is_complete(kind, tmp_path):
    scaffold(kind, tmp_path / "new").write()
    files = {
        path.relative_to(tmp_path / "new").as_posix()
        for path in (tmp_path / "new").rglob("*")
        if path.is_file()
    }

    assert files == WRITTEN | MORE[kind]


def test_a_plugin_may_bring_several_things(tmp_path):
    files = set(scaffold(["section", "check", "section"], tmp_path / "new").files())

    assert files == (WRITTEN | MORE[Kind.SECTION] | MORE[Kind.CHECK]) - {
        "tests/test_made_up_thing.py"
    } | {"tests/test_made_up_thing_check.py", "tests/test_made_up_thing_section.py"}


def test_what_a_plugin_brings_is_told(tmp_path):
    several = scaffold(PLUGIN_KINDS, tmp_path / "new")
    readme = several.files()["README.md"]

    assert several.summary == (
        "Made up thing: a check, a format, a section of pages and properties, for companyprofiles"
    )
    assert several.records == ("MADEUPTH101", NAME, NAME, NAME)
    assert [line for line in readme.splitlines() if line.startswith("#")] == [
        f"# companyprofiles-{NAME}",
        "## Install",
        "## Licence",
    ]


@each_kind
def test_backend_and_host_are_bounded_as_those_of_the_repository(kind, tmp_path):
    scaffold(kind, tmp_path / "new").write()
    project, ours = project_in(tmp_path / "new"), project_in(REPOSITORY)
    major, minor, _patch = companyprofiles.__version__.split(".")

    assert project["build-system"] == ours["build-system"]
    assert project["project"]["dependencies"] == [
        f"companyprofiles>={major}.{minor},<{major}.{int(minor) + 1}"
    ]
    assert project["project"]["requires-python"] == ours["project"]["requires-python"]


@each_kind
def test_no_placeholder_is_left(kind, tmp_path):
    for path, text in scaffold(kind, tmp_path / "new").files().items():
        assert not {"PACKAGE", "MODULE"} & set(Path(path).parts)
        assert "${" not in text.replace("${{ matrix", ""), path
        assert text == "" or text.endswith("\n"), path


def test_the_workspace_has_its_own_configuration(tmp_path):
    inside = scaffold(Kind.CHECK, tmp_path / "plugins" / NAME, workspace=tmp_path)
    files = inside.files()

    assert set(files) == (WRITTEN | MORE[Kind.CHECK]) - {
        ".github/workflows/test.yml",
        ".gitignore",
    }
    assert "[tool." not in files["pyproject.toml"]
    assert f"pip install --no-deps --no-build-isolation -e plugins/{NAME}" in files["README.md"]


@pytest.mark.parametrize(
    "name, code",
    [
        ("places", "PLACES101"),
        ("market-shares", "MARKETSH101"),
        ("cpu-prices", "XCPUPRIC101"),
        ("a1", "XA101"),
    ],
)
def test_a_check_has_a_code_of_letters_of_its_name(name, code, tmp_path):
    assert scaffold(Kind.CHECK, tmp_path, name).code == code


def test_a_folder_with_something_in_it_is_left_as_it_is(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(InvalidValueError, match="must be a folder that does not exist or is empty"):
        scaffold(Kind.CHECK, tmp_path).write()
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_the_workspace_is_found_from_within(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "something-else"\n')

    assert find_workspace(Path(__file__).parent / "sphinxext") == REPOSITORY
    assert find_workspace(tmp_path) is None


@pytest.mark.parametrize("command", [["check"], ["format", "--check", "--diff"]], ids=str)
def test_what_is_written_passes_its_own_linter(written, command):
    folders = sorted(written.iterdir())
    finished = subprocess.run(
        ["ruff", *command, "--no-cache", *folders], capture_output=True, text=True, check=False
    )

    assert finished.returncode == 0, finished.stdout


@pytest.mark.parametrize("kind", [*Kind, "all"], ids=str)
def test_what_is_written_passes_the_linter_of_the_repository(kind, written):
    config = REPOSITORY / "pyproject.toml"
    code = sorted((written / kind / "src").rglob("*.py"))
    finished = subprocess.run(
        ["ruff", "check", "--no-cache", "--config", config, *code],
        capture_output=True,
        text=True,
        check=False,
    )

    assert finished.returncode == 0, finished.stdout


def install(folders, site):
    """Install distributions as pip does with ``--editable``: metadata, and their folders."""
    made = TemporaryDistributions(site)
    for folder in folders:
        project = project_in(folder)["project"]
        ((group, points),) = project["entry-points"].items()
        lines = "\n".join(f"{name} = {target}" for name, target in points.items())
        made.distribution(project["name"], f"[{group}]\n{lines}\n", summary=project["description"])
    return os.pathsep.join(map(str, [site, *(folder / "src" for folder in folders)]))


@pytest.mark.slow
def test_what_is_written_passes_its_own_tests(written, tmp_path):
    folders = sorted(written.iterdir())
    environment = os.environ | {"PYTHONPATH": install(folders, tmp_path / "site")}
    finished = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"),
            *("-c", written / "profile" / "pyproject.toml", "--rootdir", written),
            *(folder / "tests" for folder in folders),
        ],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert finished.returncode == 0, finished.stdout
    assert " passed" in finished.stdout


def test_the_data_of_a_new_profile_has_no_problem(written):
    (data,) = (written / "profile").glob("src/*/data")
    result = CliRunner().invoke(main, ["check", str(data)])

    assert result.output == f"{data}: no problems.\n"
