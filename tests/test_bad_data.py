"""One broken file for each rule, with the message that its author gets.

A file of ``bad_data`` is read beside ``base.toml``, which is good; a folder is read alone. The
comments at the start of the (first) file are the messages: all of them, with file, line and path.
"""

from pathlib import Path

import pytest

import companyprofiles
from companyprofiles.errors import ProfileDataError

BAD_DATA = Path(__file__).parent / "bad_data"
BASE = BAD_DATA / "base.toml"
CASES = sorted(path for path in BAD_DATA.iterdir() if path != BASE)
EXPECT = "# expect: "


def expected(case: Path) -> list[str]:
    """Return the messages that a case tells of."""
    first = min(case.glob("*.toml")) if case.is_dir() else case
    lines = first.read_bytes().decode("utf-8", "replace").splitlines()
    return [line.removeprefix(EXPECT) for line in lines if line.startswith(EXPECT)]


def problems(folder: Path) -> list[str]:
    """Return the problems of a folder, a line each, without the name of the folder."""
    with pytest.raises(ProfileDataError) as caught:
        companyprofiles.load(folder)
    return [str(problem).removeprefix(f"{folder}: ") for problem in caught.value.problems]


def copied(case: Path, folder: Path, *, newline: bytes = b"\n", start: bytes = b"") -> Path:
    """Copy the files of a case, with other line ends and something before the first."""
    for file in case.glob("*.toml") if case.is_dir() else (BASE, case):
        content = file.read_bytes().replace(b"\n", newline)
        (folder / file.name).write_bytes(start + content)
    return folder


def test_the_base_is_good(tmp_path):
    (tmp_path / BASE.name).write_bytes(BASE.read_bytes())

    assert len(companyprofiles.load(tmp_path)) == 1


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_broken_rule_is_told_with_file_line_and_path(case, tmp_path):
    assert expected(case) != []
    assert problems(copied(case, tmp_path)) == expected(case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_line_ends_and_a_byte_order_mark_change_no_message(case, tmp_path):
    folder = copied(case, tmp_path, newline=b"\r\n", start=b"\xef\xbb\xbf")

    assert problems(folder) == expected(case)


def test_every_message_is_one_printable_line():
    for case in CASES:
        assert all(message.isprintable() for message in expected(case))
