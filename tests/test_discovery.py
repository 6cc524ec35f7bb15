"""What is installed is found by its metadata alone, whatever strangers have left beside it."""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from companyprofiles._discovery import PLUGINS, PROFILES, scan
from tests.samples import Site

ACME = "[companyprofiles.profiles]\nacme = acme_package\n"


@pytest.fixture
def site(tmp_path) -> Site:
    return Site(tmp_path)


def names(*folders):
    """Return group and name of every entry point, checking that nothing is at fault."""
    found = scan(folders)
    assert found.faults == ()
    return [(entry_point.group, entry_point.name) for entry_point in found.entry_points]


def found_in(*folders):
    """Return the entry points in folders, and what could not be read, in lines."""
    found = scan(folders)
    return found.entry_points, tuple(map(str, found.faults))


def test_an_entry_point_tells_what_it_names_and_where_it_comes_from(site):
    metadata = site.distribution(
        "companyprofiles-acme", ACME, version="2026.1", summary="Facts about Acme"
    )
    (found,), faults = found_in(site.folder)

    assert (found.group, found.name, found.target) == (PROFILES, "acme", "acme_package")
    assert str(found) == "companyprofiles-acme 2026.1"
    assert (found.source.folder, found.source.summary) == (str(metadata), "Facts about Acme")
    assert faults == ()


def test_both_groups_are_found_and_sorted(site):
    site.distribution(
        "zeta",
        """
        [console_scripts]
        zeta = zeta:main

        [companyprofiles.profiles]
        zeta = zeta.profile
        beta = zeta.beta

        [companyprofiles.plugins]
        zeta = zeta.plugin
        """,
    )
    site.distribution("acme", ACME)

    assert names(site.folder) == [
        (PLUGINS, "zeta"),
        (PROFILES, "acme"),
        (PROFILES, "beta"),
        (PROFILES, "zeta"),
    ]


def test_spaces_comments_extras_and_objects_are_read_as_installers_write_them(site):
    site.distribution(
        "acme",
        """
        # a comment
        [companyprofiles.plugins]
          acme  =  acme.plugin:PLUGIN [extra]
        ; another comment

        [companyprofiles.plugins.more]
        other = other
        """,
    )
    # Only the exact name of a group is ours.
    (found,), _ = found_in(site.folder)

    assert (found.name, found.target) == ("acme", "acme.plugin:PLUGIN")


def test_the_default_is_sys_path(site, monkeypatch):
    site.distribution("companyprofiles-made-up", ACME.replace("acme =", "made-up ="))
    monkeypatch.setattr(sys, "path", [str(site.folder)])

    assert [entry_point.name for entry_point in scan().entry_points] == ["made-up"]


def test_the_current_folder_on_the_path_is_the_empty_string(site, monkeypatch):
    site.distribution("acme", ACME)
    monkeypatch.chdir(site.folder)

    assert names("") == [(PROFILES, "acme")]


# What strangers leave behind.


@pytest.mark.parametrize(
    "entry_points",
    [
        b"no group at all\n= =\n",
        b"[console_scripts]\nbroken line without sign\n",
        b"[console_scripts]\n\xff\xfe = x\n",
        b"\x00" * 100,
        b"[unclosed\n",
        b"",
    ],
)
def test_malformed_entry_points_of_a_stranger_are_no_concern(site, entry_points):
    site.distribution("stranger", entry_points)
    site.distribution("acme", ACME)

    assert names(site.folder) == [(PROFILES, "acme")]


@pytest.mark.parametrize(
    "entry_points, reason",
    [
        (
            b"[companyprofiles.profiles]\nno sign\n",
            r"expected 'name = module' below \[companyprofiles.profiles\], got 'no sign'",
        ),
        (b"[companyprofiles.plugins]\n= module\n", "expected 'name = module'"),
        (b"[companyprofiles.plugins]\nname =\n", "expected 'name = module'"),
        (b"[companyprofiles.plugins]\n\xff = x\n", "can't decode byte 0xff"),
    ],
)
def test_malformed_entry_points_for_us_are_a_fault_and_leave_the_rest(site, entry_points, reason):
    metadata = site.distribution("broken", entry_points)
    site.distribution("acme", ACME)
    found, (fault,) = found_in(site.folder)

    assert [entry_point.name for entry_point in found] == ["acme"]
    assert fault.startswith(f"{metadata}: the entry points cannot be read: ")
    assert re.search(reason, fault)


def test_leftovers_of_an_interrupted_installation_are_passed_over(site):
    metadata = site.distribution("acme", ACME)
    metadata.rename(metadata.with_name("~cme-1.0.dist-info"))

    assert names(site.folder) == []


def test_a_distribution_further_down_the_path_is_shadowed_as_its_modules_are(tmp_path):
    for folder, version in (("first", "2.0"), ("second", "1.0")):
        Site(tmp_path / folder).distribution("Companyprofiles.Acme", ACME, version=version)
    Site(tmp_path / "second").distribution("companyprofiles_acme", ACME, version="3.0")
    (found,), _ = found_in(tmp_path / "first", tmp_path / "second")

    assert found.version == "2.0"


def test_a_version_without_our_entry_points_shadows_one_that_has_them(tmp_path):
    Site(tmp_path / "first").distribution("acme", "[console_scripts]\nacme = acme:main\n")
    Site(tmp_path / "second").distribution("acme", ACME)

    assert names(tmp_path / "first", tmp_path / "second") == []


def test_a_folder_that_is_twice_on_the_path_is_read_once(site):
    site.distribution("acme", ACME)

    assert names(site.folder, site.folder) == [(PROFILES, "acme")]


def test_metadata_may_be_missing(site):
    (site.distribution("acme_x", ACME) / "METADATA").unlink()
    (found,), _ = found_in(site.folder)

    assert (found.distribution, found.version, found.source.summary) == ("acme_x", "", "")


def test_metadata_may_be_in_the_old_form(site):
    metadata = site.distribution("acme", ACME, version="3.1", summary="Old")
    (metadata / "METADATA").rename(metadata / "PKG-INFO")
    metadata.rename(metadata.with_name("acme-3.1.egg-info"))
    (found,), _ = found_in(site.folder)

    assert (found.distribution, found.version, found.source.summary) == ("acme", "3.1", "Old")


@pytest.mark.parametrize(
    "metadata, version",
    [
        (b"Name: acme\nVersion: \xff\n", "\ufffd"),
        (b"Name: acme\nSummary: x\n\nVersion: 9\n", ""),
        (b"name: acme\nversion:5\n", "5"),
        (b"Name: acme\r\nVersion: 6\r\n\r\nText", "6"),
        (b"", ""),
    ],
)
def test_metadata_of_any_bytes_is_read(site, metadata, version):
    (site.distribution("acme", ACME) / "METADATA").write_bytes(metadata)
    (found,), _ = found_in(site.folder)

    assert (found.distribution, found.version) == ("acme", version)


def test_folders_and_files_where_the_other_is_expected_do_no_harm(site):
    (site.folder / "file-1.0.dist-info").write_text("x")
    (site.folder / "empty-1.0.dist-info").mkdir()
    (site.folder / "odd-1.0.dist-info" / "METADATA").mkdir(parents=True)
    (site.folder / "odd-1.0.dist-info" / "entry_points.txt").write_text(ACME)
    (found,), faults = found_in(site.folder)

    assert (found.distribution, found.version) == ("odd", "")
    assert faults == ()


def test_entry_points_that_are_a_folder_are_a_fault(site):
    (site.folder / "odd-1.0.dist-info" / "entry_points.txt").mkdir(parents=True)
    found, (fault,) = found_in(site.folder)

    assert found == ()
    assert "the entry points cannot be read: [Errno" in fault


def test_what_is_no_folder_on_the_path_is_passed_over(tmp_path):
    site = Site(tmp_path / "site")
    site.distribution("acme", ACME)
    (tmp_path / "file").write_text("x")
    path = [tmp_path / "file", tmp_path / "missing", "nul\0", site.folder]

    assert names(*path) == [(PROFILES, "acme")]


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_names_that_are_no_unicode_do_no_harm(site):
    os.mkdir(os.fsencode(site.folder) + b"/\xff-1.0.dist-info")  # noqa: PTH102
    site.distribution("acme", ACME)

    assert names(site.folder) == [(PROFILES, "acme")]


# Versions, zip files and editable installations.


def test_what_another_version_stands_before_is_told(tmp_path):
    for folder, version in (("first", "2.0"), ("second", "1.0")):
        Site(tmp_path / folder).distribution("acme", ACME, version=version)
    (hidden,) = scan([tmp_path / "first", tmp_path / "second"]).hidden

    assert str(hidden.entry_point) == "acme 1.0"
    assert str(hidden.first) == "acme 2.0"
    assert hidden.first.folder == str(tmp_path / "first" / "acme-2.0.dist-info")


def test_a_distribution_that_is_described_twice_stands_before_nothing(tmp_path):
    # As one installed in editable form may be, beside its sources and where it is installed.
    for folder in ("sources", "installed"):
        Site(tmp_path / folder).distribution("acme", ACME)

    assert scan([tmp_path / "sources", tmp_path / "installed"]).hidden == ()


def test_a_zip_file_on_the_path_is_read_as_a_folder(site, tmp_path):
    site.distribution("acme", ACME, version="2.5", summary="Zipped")
    site.distribution("stranger", b"\xff")
    archive = shutil.make_archive(str(tmp_path / "packages"), "zip", site.folder)
    (found,), faults = found_in(archive)

    assert (found.name, found.version, found.source.summary) == ("acme", "2.5", "Zipped")
    assert faults == ()


def test_a_damaged_zip_file_is_passed_over(site, tmp_path):
    site.distribution("acme", ACME)
    archive = Path(shutil.make_archive(str(tmp_path / "packages"), "zip", site.folder))
    archive.write_bytes(archive.read_bytes()[:-30])

    assert names(archive, site.folder) == [(PROFILES, "acme")]
