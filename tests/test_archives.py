"""Profiles in wheels and source distributions are unpacked within bounds, and no code is run."""

import gzip
import io
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from companyprofiles import _archives
from companyprofiles._archives import LARGEST_ARCHIVE, unpack
from companyprofiles._documents import LARGEST_FILE, MOST_FILES
from companyprofiles.errors import InvalidValueError
from tests.samples import ACME, PROJECT, build

ENTRY_POINTS = "[companyprofiles.profiles]\nacme = companyprofiles_acme\n"
METADATA = "Metadata-Version: 2.4\nName: companyprofiles-acme\nVersion: 1.0\n"
INFO = "companyprofiles_acme-1.0.dist-info"
CONTENT = {
    f"{INFO}/entry_points.txt": ENTRY_POINTS,
    f"{INFO}/METADATA": METADATA,
    "companyprofiles_acme/__init__.py": "raise SystemExit",
    "companyprofiles_acme/data/acme.toml": ACME,
}


def make_wheel(folder: Path, content: dict[str, str | bytes], compression: int = 8) -> Path:
    """Write an archive as a wheel is one, with whatever content."""
    path = folder / "companyprofiles_acme-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return path


def make_sdist(folder: Path, content: dict[str, str | bytes]) -> Path:
    """Write an archive as a source distribution is one, with whatever content."""
    path = folder / "companyprofiles_acme-1.0.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name, text in content.items():
            data = text if isinstance(text, bytes) else text.encode()
            member = tarfile.TarInfo(f"companyprofiles_acme-1.0/{name}")
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return path


def unpacked(archive: Path, tmp_path: Path) -> dict[str, list[str]]:
    """Unpack an archive, and return the names of the data files of each company."""
    folder = tmp_path / "unpacked"
    folder.mkdir()
    found = unpack(archive, folder)
    return {name: files_below(packed.folder) for name, packed in found.items()}


def files_below(folder: Path) -> list[str]:
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file())


# What is read.


def test_built_distributions_have_their_profile(tmp_path):
    for archive in build(tmp_path / "acme"):
        folder = tmp_path / archive.name
        folder.mkdir()
        (packed,) = unpack(archive, folder).values()

        assert (packed.folder / "acme.toml").read_text("utf-8") == ACME
        assert str(packed.origin) == "companyprofiles-acme 1.0"
        assert packed.origin.files == (archive,)
        assert not list(folder.rglob("*.py"))


def test_a_wheel_may_have_several_profiles(tmp_path):
    content = {
        **CONTENT,
        f"{INFO}/entry_points.txt": f"{ENTRY_POINTS}other-one = companyprofiles_acme.more.other\n",
        "companyprofiles_acme/more/other/data/a.toml": "",
        "companyprofiles_acme/more/other/data/deeper/no.toml": "",
    }

    assert unpacked(make_wheel(tmp_path, content), tmp_path) == {
        "acme": ["acme.toml"],
        "other-one": ["a.toml"],
    }


@pytest.mark.parametrize("layout", ["src/", ""])
def test_a_source_distribution_of_setuptools_keeps_entry_points_in_its_egg_info(tmp_path, layout):
    content = {
        f"{layout}companyprofiles_acme.egg-info/entry_points.txt": ENTRY_POINTS,
        f"{layout}companyprofiles_acme.egg-info/PKG-INFO": METADATA,
        f"{layout}companyprofiles_acme/data/acme.toml": ACME,
        "PKG-INFO": METADATA,
        "setup.py": "raise SystemExit",
    }

    assert unpacked(make_sdist(tmp_path, content), tmp_path) == {"acme": ["acme.toml"]}


def test_names_that_cannot_be_printed_are_escaped(tmp_path):
    metadata = METADATA.replace("Name: c", "Name: \x1b[31mc")
    archive = make_wheel(tmp_path, {**CONTENT, f"{INFO}/METADATA": metadata})
    folder = tmp_path / "unpacked"
    folder.mkdir()

    assert str(unpack(archive, folder)["acme"].origin) == r"\x1b[31mcompanyprofiles-acme 1.0"


# What is refused.


def refuse(archive: Path, tmp_path: Path, message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        unpacked(archive, tmp_path)


def test_no_member_leaves_the_folder(tmp_path):
    absolute = str(tmp_path / "elsewhere/data/a.toml")
    outside = ("../data/a.toml", "x/../../data/a.toml", absolute, "x\\data/a.toml")
    content = {**CONTENT, **dict.fromkeys(outside, "x = 1")}
    archives = (
        make_wheel(tmp_path, content),
        make_sdist(tmp_path, {"pyproject.toml": PROJECT, **content}),
    )
    for archive in archives:
        folder = tmp_path / archive.suffix / "unpacked"
        folder.mkdir(parents=True)
        unpack(archive, folder)

        assert files_below(tmp_path / archive.suffix) == [
            f"unpacked/{name}" for name in files_below(folder)
        ]
        assert [name for name in files_below(folder) if name.endswith("a.toml")] == []
    assert not Path(absolute).exists()


@pytest.mark.parametrize("target", ["../../etc", "/etc", "a..b", "", "a/b", "a b"])
def test_an_entry_point_names_a_package_of_the_archive(tmp_path, target):
    text = f"[companyprofiles.profiles]\nacme = {target}\n"
    archive = make_wheel(tmp_path, {**CONTENT, f"{INFO}/entry_points.txt": text})

    refuse(archive, tmp_path, "must be the name of a package|expected 'name = module'")


@pytest.mark.parametrize(
    "content, message",
    [
        ({}, r"profile of a company, got .* It has no entry point companyprofiles\.profiles\."),
        ({f"{INFO}/entry_points.txt": "[console_scripts]\na = b"}, "It has no entry point"),
        ({f"{INFO}/entry_points.txt": "[companyprofiles.profiles]\nacme"}, "cannot be read: exp"),
        ({f"{INFO}/entry_points.txt": ENTRY_POINTS}, "a package with a folder 'data', got 'comp"),
        (
            {**CONTENT, f"{INFO}/entry_points.txt": ENTRY_POINTS.replace("acme =", "Acme =")},
            "must be an id of lower-case letters",
        ),
        (
            {**CONTENT, f"{INFO}/entry_points.txt": ENTRY_POINTS.replace("acme =", "\x1b =")},
            r"expected 'name = module' below .*, got '\\x1b = companyprofiles_acme'",
        ),
    ],
)
def test_an_archive_without_a_profile_is_refused(tmp_path, content, message):
    refuse(make_wheel(tmp_path, content), tmp_path, message)


def test_a_source_distribution_without_a_profile_is_refused(tmp_path):
    refuse(make_sdist(tmp_path, {"setup.py": ""}), tmp_path, "It has no entry point")


@pytest.mark.parametrize(
    "project",
    ["not toml", "[other]", 'project = "x"', "project.entry-points = 1", "\xff".encode("latin-1")],
)
def test_a_project_that_cannot_be_read_is_refused(tmp_path, project):
    archive = make_sdist(tmp_path, {"pyproject.toml": project})

    refuse(archive, tmp_path, "must be an archive that can be read, got 'companyprofiles_acme")


@pytest.mark.parametrize("name", ["a.whl", "a.tar.gz"])
@pytest.mark.parametrize("content", [b"", b"PK\x05\x06", b"\x1f\x8b\x08\x00", b"no archive" * 99])
def test_what_is_no_archive_is_refused(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)

    refuse(tmp_path / name, tmp_path, f"must be an archive .*, got '{name}'")


def test_a_missing_archive_is_refused(tmp_path):
    refuse(tmp_path / "a.whl", tmp_path, "got 'a.whl'. No such file or directory.")


def test_an_encrypted_or_oddly_packed_member_is_refused(tmp_path):
    archive = make_wheel(tmp_path, CONTENT, zipfile.ZIP_LZMA)

    refuse(archive, tmp_path, "must be stored or deflated, as in any wheel, got 'companyp")


def test_a_damaged_archive_is_refused(tmp_path):
    for archive in build(tmp_path / "acme"):
        content = bytearray(archive.read_bytes())
        middle = len(content) // 3
        content[middle : middle + 40] = bytes(40)
        archive.write_bytes(content)
        folder = tmp_path / archive.name
        folder.mkdir()

        with pytest.raises(InvalidValueError, match="must be an archive"):
            unpack(archive, folder)


# Bounds.


def test_a_large_archive_is_refused(tmp_path):
    path = tmp_path / "a.whl"
    with path.open("wb") as stream:
        stream.truncate(LARGEST_ARCHIVE + 1)

    refuse(path, tmp_path, f"an archive of at most {LARGEST_ARCHIVE} bytes, got 'a.whl'")


def test_a_large_file_is_cut_for_the_reader_to_refuse(tmp_path):
    large = b" " * (50 * LARGEST_FILE)
    archive = make_wheel(tmp_path, {**CONTENT, "companyprofiles_acme/data/b.toml": large})
    folder = tmp_path / "unpacked"
    folder.mkdir()
    packed = unpack(archive, folder)["acme"]

    assert archive.stat().st_size < LARGEST_FILE
    assert (packed.folder / "b.toml").stat().st_size == LARGEST_FILE + 1


def test_many_files_are_refused(tmp_path):
    many = {f"companyprofiles_acme/data/{n}.toml": "" for n in range(MOST_FILES)}

    refuse(make_wheel(tmp_path, {**CONTENT, **many}), tmp_path, f"at most {MOST_FILES} data files")


@pytest.mark.parametrize("make", [make_wheel, make_sdist])
def test_small_archives_do_not_become_large_folders(tmp_path, monkeypatch, make):
    monkeypatch.setattr(_archives, "LARGEST_CONTENT", 3 * LARGEST_FILE)
    bomb = {f"companyprofiles_acme/data/{n}.toml": b" " * LARGEST_FILE for n in range(4)}
    archive = make(tmp_path, bomb)

    assert archive.stat().st_size < LARGEST_FILE
    refuse(archive, tmp_path, f"an archive of at most {3 * LARGEST_FILE} bytes unpacked")
    assert sum(p.stat().st_size for p in tmp_path.rglob("*.toml")) <= 3 * LARGEST_FILE


def test_what_a_source_distribution_has_besides_counts_as_well(tmp_path, monkeypatch):
    monkeypatch.setattr(_archives, "LARGEST_CONTENT", LARGEST_FILE)
    path = tmp_path / "a.tar.gz"
    with gzip.open(path, "wb") as stream:
        stream.write(make_tar("a/no.bin", b"\0" * (2 * LARGEST_FILE)))

    refuse(path, tmp_path, "bytes unpacked, got 'a.tar.gz'")


def make_tar(name: str, data: bytes) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(data)
        archive.addfile(member, io.BytesIO(data))
    return stream.getvalue()


def test_links_and_pipes_in_a_source_distribution_are_left_alone(tmp_path):
    path = make_sdist(
        tmp_path, {"pyproject.toml": PROJECT, "src/companyprofiles_acme/data/a.toml": ACME}
    )
    with tarfile.open(path) as archive:
        members = [(m, archive.extractfile(m).read()) for m in archive]
    with tarfile.open(path, "w:gz") as archive:
        for member, data in members:
            archive.addfile(member, io.BytesIO(data))
        for number, kind in enumerate((tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE)):
            link = tarfile.TarInfo(f"a/src/companyprofiles_acme/data/{number}.toml")
            link.type, link.linkname = kind, "/etc/passwd"
            archive.addfile(link)

    assert unpacked(path, tmp_path) == {"acme": ["a.toml"]}


def test_unpacking_imports_nothing_of_the_archive(tmp_path):
    wheel, _ = build(tmp_path / "acme")
    code = f"""
import sys
from companyprofiles._places import profile_at
print(profile_at({str(wheel)!r}).id, [n for n in sys.modules if "companyprofiles_acme" in n])
"""
    finished = subprocess.run(
        [sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True
    )

    assert finished.stdout == "acme []\n"
