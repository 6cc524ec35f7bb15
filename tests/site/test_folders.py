"""Companies of a folder are found, whatever kind of folder it is, and are installed for a while."""

import pytest

import companyprofiles
from companyprofiles._catalog import installed
from companyprofiles._distributions import MadeUpDistributions
from companyprofiles._scaffold import Scaffold
from companyprofiles._site.folders import companies_in, install
from companyprofiles.errors import InvalidValueError
from companyprofiles.testing import EXAMPLES, TemporaryDistributions
from tests.samples import ACME, write


@pytest.fixture
def distribution(tmp_path):
    """Write a distribution with the profile of ``made-up``, and return its folder."""
    Scaffold(kinds=["profile"], name="made-up", folder=tmp_path / "made-up").write()
    return tmp_path / "made-up"


def found(folder):
    return [(c.id, c.data.relative_to(folder).as_posix()) for c in companies_in(folder)]


def test_a_folder_of_data_files_is_one_company(tmp_path):
    assert found(write(tmp_path, ACME)) == [("acme", ".")]


def test_a_distribution_brings_the_company_that_its_metadata_names(distribution):
    (company,) = companies_in(distribution)

    assert company.id == "made-up"
    assert company.data == distribution / "src/companyprofiles_made_up/data"
    assert company.distribution == "companyprofiles-made-up"
    assert company.version


def test_a_distribution_requires_there_what_it_requires(distribution, tmp_path):
    project = distribution / "pyproject.toml"
    text = project.read_text("utf-8")
    project.write_text(text.replace("dependencies = [", 'dependencies = ["companyprofiles-ai",'))
    made = MadeUpDistributions(tmp_path / "site")
    install(companies_in(distribution), made)
    with made:
        plugin = installed().host.profiles["made-up"]

        assert {"companyprofiles", "companyprofiles-ai"} < plugin.entry_point.source.needed


def test_a_folder_of_data_folders_has_several():
    assert [name for name, _data in found(EXAMPLES)] == ["acme", "beta", "hostile", "lumora"]


def test_a_repository_has_those_of_its_distributions_alone(tmp_path):
    for name in ("beta", "alpha"):
        Scaffold(kinds=["profile"], name=name, folder=tmp_path / "profiles" / name).write()
    Scaffold(kinds=["check"], name="gamma", folder=tmp_path / "plugins" / "gamma").write()
    write(tmp_path / "tests" / "data", ACME)

    assert found(tmp_path) == [
        ("alpha", "profiles/alpha/src/companyprofiles_alpha/data"),
        ("beta", "profiles/beta/src/companyprofiles_beta/data"),
    ]


def test_a_company_is_known_by_its_id_while_the_file_is_broken(tmp_path):
    broken = ACME.replace("schema_version = 1", "schema_version = = 1")

    assert found(write(tmp_path, broken)) == [("acme", ".")]


@pytest.mark.parametrize("text", ["", "[[entities]]\nid = 'acme'\n", "[profile]\nid = 'A b'\n"])
def test_a_folder_without_a_company_is_refused(tmp_path, text):
    with pytest.raises(InvalidValueError, match="must be a folder of data files, of a distrib"):
        companies_in(write(tmp_path, text))


def test_a_project_of_another_kind_is_refused(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "other"\nversion = 1\n')

    with pytest.raises(InvalidValueError, match="must be a folder of data files"):
        companies_in(tmp_path)


def test_it_is_installed_for_a_while_in_place_of_what_is(tmp_path, distribution):
    companies = companies_in(distribution)
    with TemporaryDistributions(tmp_path / "before") as before:
        before.company("made-up")
        made = MadeUpDistributions(tmp_path / "made")
        install(companies, made)
        with made:
            profile = companyprofiles.get("made-up")

            assert profile.entity("made-up").name["en"] == "Made Up"
            assert profile.origin.version == companies[0].version
        assert companyprofiles.get("made-up").origin.version == "1.0"
