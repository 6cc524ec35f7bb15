"""A place names a profile: an installed company, a folder, an archive or a JSON export."""

import json
import os
from pathlib import Path

import pytest

import companyprofiles
from companyprofiles import _places
from companyprofiles._formats.json import export
from companyprofiles._places import profile_at
from companyprofiles.errors import (
    InvalidValueError,
    ProfileDataError,
    ProfileNotFoundError,
    UndecidedError,
    UnknownNameError,
)
from companyprofiles.testing import TemporaryDistributions
from tests.samples import ACME, build, write
from tests.test_archives import CONTENT, ENTRY_POINTS, INFO, make_sdist, make_wheel

BROKEN = ACME.replace('"868.7E9 CNY"', '"868.7E9 RMB"')
SIZE = """
from companyprofiles import Property
from companyprofiles.hookspecs import Vocabulary, hookimpl

LABEL, DESCRIPTION = {{"en": "Size by {name}"}}, {{"en": "How large."}}
SIZE = Property("size", "quantity", label=LABEL, description=DESCRIPTION)

@hookimpl
def companyprofiles_vocabulary():
    return [Vocabulary("sizes", summary="How large", properties=(SIZE,))]
"""
USES_SIZE = '[[size]]\nvalue = "5"\nreferences = [{ source = "report-2024" }]\n'


@pytest.fixture
def acme(tmp_path):
    """Return the profile of ``acme``, read from a folder."""
    return companyprofiles.load(write(tmp_path / "data"))


def test_every_place_gives_the_same_profile(tmp_path, acme):
    wheel, sdist = build(tmp_path / "built")
    exported = tmp_path / "acme.json"
    exported.write_text(export(acme), "utf-8")

    for place in (tmp_path / "data", wheel, sdist, exported):
        assert profile_at(str(place)) == acme


def test_a_profile_tells_where_it_came_from(tmp_path, acme):
    wheel, _ = build(tmp_path / "built", version="2.0")
    exported = tmp_path / "acme.json"
    exported.write_text(export(acme), "utf-8")

    assert str(profile_at(str(wheel)).origin) == "companyprofiles-acme 2.0"
    assert profile_at(str(wheel)).origin.files == (wheel,)
    assert str(profile_at(str(exported)).origin) == str(exported)


def test_an_installed_company_comes_first(tmp_path, monkeypatch, acme):
    monkeypatch.chdir(write(tmp_path / "alibaba").parent)
    write(tmp_path / "other")

    assert profile_at("alibaba") is companyprofiles.get("alibaba")
    assert profile_at("./alibaba") == profile_at("other") == acme


def test_a_wheel_may_have_several_companies(tmp_path, acme):
    other = ACME.replace('id = "acme"\nsubject', 'id = "other"\nsubject', 1)
    content = {
        **CONTENT,
        f"{INFO}/entry_points.txt": f"{ENTRY_POINTS}other = companyprofiles_other\n",
        "companyprofiles_other/data/other.toml": other,
    }
    wheel = make_wheel(tmp_path, content)

    assert profile_at(f"{wheel}#acme") == acme
    assert profile_at(f"{wheel}#other").id == "other"
    with pytest.raises(UndecidedError, match=r"has 2 profiles. Name one of them:\n.*whl#acme\n"):
        profile_at(str(wheel))
    with pytest.raises(UnknownNameError, match=r"there is no profile in .*whl: 'othr'. Did you"):
        profile_at(f"{wheel}#othr")


def test_a_wheel_means_the_properties_of_what_it_requires(tmp_path):
    content = {**CONTENT, "companyprofiles_acme/data/size.toml": USES_SIZE}
    content[f"{INFO}/METADATA"] += "Requires-Dist: companyprofiles-two>=1\n"
    wheel = make_wheel(tmp_path, content)
    with TemporaryDistributions(tmp_path / "installed") as made:
        for name in ("one", "two"):
            made.plugin(name, SIZE.format(name=name))
        (size,) = profile_at(str(wheel)).all("size")

    assert size.prop.label["en"] == "Size by two"


def test_a_sign_in_the_name_of_a_file_is_part_of_it(tmp_path, acme):
    write(tmp_path / "data#2")

    assert profile_at(str(tmp_path / "data#2")) == acme


@pytest.mark.parametrize(
    "place", ["./nothing", "nothing/", "nothing.whl", "nothing.tar.gz", "nothing.json", "a.whl#b"]
)
def test_a_path_that_leads_nowhere_is_named(tmp_path, monkeypatch, place):
    monkeypatch.chdir(tmp_path)
    name = place.removesuffix("#b")

    with pytest.raises(UnknownNameError, match=f"there is no file or folder '{name}'"):
        profile_at(place)


@pytest.mark.parametrize("place", ["nothing", "alibaba==2020.1", "nul\0"])
def test_any_other_name_is_an_unknown_company(place):
    with pytest.raises(ProfileNotFoundError, match="no installed plugin provides the company"):
        profile_at(place)


@pytest.mark.parametrize(
    "name, advice",
    [("a.toml", " Name the folder that it is in."), ("a.zip", ""), ("a.json#acme", ""), ("a", "")],
)
def test_other_files_are_refused(tmp_path, monkeypatch, name, advice):
    monkeypatch.chdir(tmp_path)
    found = name.partition("#")[0]
    Path(found).touch()

    with pytest.raises(
        InvalidValueError,
        match=rf"must be a folder, or a file \*.whl, \*.tar.gz or \*.json, got '{found}'.{advice}$",
    ):
        profile_at(f"./{name}")


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "a.json")

    with pytest.raises(InvalidValueError, match="must be a folder, or a file"):
        profile_at(str(tmp_path / "a.json"))


def test_problems_of_the_data_in_an_archive_name_its_distribution(tmp_path):
    place = make_wheel(tmp_path, {**CONTENT, "companyprofiles_acme/data/acme.toml": BROKEN})

    with pytest.raises(
        ProfileDataError, match=r"^companyprofiles-acme 1.0: acme.toml:44: revenue\[0\].value: must"
    ):
        profile_at(str(place))


@pytest.mark.parametrize("make", [make_wheel, make_sdist])
def test_an_archive_without_a_profile_is_a_problem(tmp_path, make):
    place = make(tmp_path, {"no": "profile"})

    with pytest.raises(ProfileDataError, match=f"^{place}: must be an archive with the profile"):
        profile_at(str(place))


@pytest.mark.parametrize(
    "content, message",
    [
        (b"", "must be JSON: Expecting value: line 1 column 1"),
        (b"\xff\xff", "must be JSON: "),
        (b"[" * 100_000, "must be JSON: "),
        (b"1" * 5000, "must be JSON: "),
        (b"[]", r"must be a table, got \[\]"),
        (b"{}", r"must have one \[profile\] table"),
        (b'{"profile": {"id": "acme"}}', "profile.subject: must be given"),
    ],
)
def test_problems_of_an_export_name_the_file(tmp_path, content, message):
    file = tmp_path / "a.json"
    file.write_bytes(content)

    with pytest.raises(ProfileDataError, match=f"^{file}: {message}"):
        profile_at(str(file))


def test_a_claim_that_was_altered_in_an_export_is_a_problem(tmp_path, acme):
    data = acme.to_dict()
    data["statements"][-1]["modality"] = "denied"
    file = tmp_path / "a.json"
    file.write_text(json.dumps(data))

    with pytest.raises(ProfileDataError, match=r"must be the claim's hash .* Leave it out"):
        profile_at(str(file))


def test_a_large_export_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(_places, "LARGEST_EXPORT", 100)
    file = tmp_path / "a.json"
    file.write_bytes(b" " * 101)

    with pytest.raises(ProfileDataError, match="must be a file of at most 100 bytes"):
        profile_at(str(file))
