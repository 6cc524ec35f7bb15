"""Files are found, bounded, decoded and parsed; a bad one is a problem and leaves the rest."""

import os
import sys

import pytest

from companyprofiles._documents import (
    LARGEST_FILE,
    MOST_FILES,
    MOST_KEY_PARTS,
    Document,
    data_files,
    read_documents,
)
from companyprofiles.errors import InvalidValueError
from tests.samples import write


def problems(folder, content, name="a.toml"):
    """Return the lines of the problems of a folder with one file of these bytes."""
    (folder / name).write_bytes(content)
    return [str(problem) for problem in read_documents(folder, "here")[1]]


def test_toml_files_are_read_in_the_order_of_their_names(tmp_path):
    for name in ("b.toml", "a.toml", "B.toml", "10.toml", "9.toml"):
        write(tmp_path, f'name = "{name}"', name=name)
    write(tmp_path, "not toml", name="README.md")
    write(tmp_path, "not toml", name=".toml")
    write(tmp_path / "deeper", "not toml", name="c.toml")
    documents, found = read_documents(tmp_path, "here")

    assert found == []
    assert [d.name for d in documents] == ["10.toml", "9.toml", "B.toml", "a.toml", "b.toml"]
    assert all(d.data == {"name": d.name} for d in documents)


@pytest.mark.parametrize(
    "folder, message",
    [
        (
            "missing",
            (
                "must be a folder that can be read, got '.*missing'. No such file or directory. "
                r"Put the \*.toml files of a profile there; if it is installed,"
            ),
        ),
        (
            "a.toml",
            "must be a folder that can be read, got '.*a.toml'. Not a directory. Name the folder",
        ),
        ("nul\0", "must be a folder that can be read, got .*embedded null byte"),
        ("empty", r"must be a folder with \*.toml files, got '.*empty'. It has none. Put the"),
    ],
)
def test_what_is_no_folder_of_data_files_is_refused(tmp_path, folder, message):
    write(tmp_path)
    (tmp_path / "a.toml").touch()
    (tmp_path / "empty").mkdir()

    with pytest.raises(InvalidValueError, match=message):
        data_files(tmp_path / folder)
    assert read_documents(tmp_path / folder, "here")[0] == []


def test_the_number_of_files_is_bounded(tmp_path):
    for number in range(MOST_FILES):
        (tmp_path / f"{number}.toml").touch()
    assert len(data_files(tmp_path)) == MOST_FILES

    (tmp_path / "more.toml").touch()
    with pytest.raises(InvalidValueError, match="must be a folder of at most 2000 files"):
        data_files(tmp_path)


def test_the_size_of_a_file_is_bounded(tmp_path):
    assert problems(tmp_path, b"#" * LARGEST_FILE) == []
    (line,) = problems(tmp_path, b"#" * (LARGEST_FILE + 1))
    assert line.startswith("here: a.toml:1: must be a file of at most 1048576 bytes, got 'a.toml'.")


def test_a_byte_order_mark_and_crlf_do_no_harm(tmp_path):
    assert problems(tmp_path, b"\xef\xbb\xbfa = 1\r\nb = '''x\r\ny'''\r\n") == []

    ((document,), _) = read_documents(tmp_path, "here")
    assert document.data == {"a": 1, "b": "x\ny"}
    assert document.line("b") == 2


@pytest.mark.parametrize(
    "content, message",
    [
        (b"# ok\n# \xff\xfe", r"a.toml:2: must be UTF-8, got b'\xff\xfe'."),
        (
            b"\xef\xbb\xbf#\n\n\xff",
            r"a.toml:3: must be UTF-8, got b'\xff'.",
        ),
        ("a = 1".encode("utf-16"), r"a.toml:1: must be UTF-8, got b'\xff\xfea\x00'."),
        (b"# \xed\xa0\x80", r"a.toml:1: must be UTF-8, got b'\xed\xa0\x80'."),
        (b"a = 1\nb = ", "a.toml:2: must be TOML: Invalid value (column 5)."),
        (b"a = 1\n\x00", "a.toml:2: must be TOML: Invalid statement (column 1)."),
        (b"a = 1\na = 2", "a.toml:2: must be TOML: Cannot overwrite a value (column 6)."),
        (b"[" * 5000, "a.toml:1: must be TOML: "),
        (b"a = " + b"[" * 100_000, "a.toml:1: must be less deeply nested: TOML inline arrays"),
        (b"a = " + b"{a=" * 100_000, "a.toml:1: must be less deeply nested: TOML inline"),
        (
            b".".join([b"a"] * 1000) + b" = 1",
            "a.toml:1: must be keys of at most 40 parts, got 'a.a",
        ),
        (b"[" + b" . ".join([b"'a'"] * 1000) + b"]", "a.toml:1: must be keys of at most 40 parts"),
        (b"a = 1" + b"0" * 5000, "a.toml:1: must be TOML: a number has too many digits. Quote it."),
    ],
)
def test_a_file_that_cannot_be_parsed_is_one_problem_with_its_line(tmp_path, content, message):
    (line,) = problems(tmp_path, content)

    assert line.startswith(f"here: {message}")


def test_keys_may_have_many_parts(tmp_path):
    key = ".".join("k" * MOST_KEY_PARTS)

    assert problems(tmp_path, f'{key} = "x"\n["a b".{key}]'.encode()[: len(key) + 7]) == []
    assert problems(tmp_path, f"x.{key} = 1".encode())


def test_sentences_with_many_points_are_no_keys(tmp_path):
    prose = "One. Two three... Four (five). " * 50

    assert problems(tmp_path, f'a = "{prose}"\n# {prose}'.encode()) == []


def test_a_bad_file_leaves_the_rest(tmp_path):
    write(tmp_path, "a = ", name="a.toml")
    write(tmp_path, "b = 1", name="b.toml")
    documents, found = read_documents(tmp_path, "here")

    assert [d.name for d in documents] == ["b.toml"]
    assert [p.file for p in found] == ["a.toml"]


def test_what_is_no_file_is_a_problem(tmp_path):
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "nowhere.toml").symlink_to("missing")

    assert [str(problem) for problem in read_documents(tmp_path, "here")[1]] == [
        "here: folder.toml:1: must be a file that can be read, got 'folder.toml'. It is no file.",
        "here: nowhere.toml:1: must be a file that can be read, got 'nowhere.toml'. It is no file.",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_keeps_nobody_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe.toml")

    ((problem,)) = read_documents(tmp_path, "here")[1]
    assert str(problem).endswith("got 'pipe.toml'. It is no file.")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_that_may_not_be_read_is_a_problem(tmp_path):
    (write(tmp_path) / "acme.toml").chmod(0)

    ((problem,)) = read_documents(tmp_path, "here")[1]
    assert str(problem).endswith("got 'acme.toml'. Permission denied.")


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux only")
def test_a_file_with_an_unprintable_name_is_shown_harmlessly(tmp_path):
    (line,) = problems(tmp_path, b"a", name="\x1b[31m\udcff.toml")

    assert line.startswith(r"here: '\x1b[31m\udcff.toml':1: must be TOML")


def test_plain_data_has_no_lines():
    document = Document("", {"a": 1})

    assert document.is_plain_data
    assert document.line("a") == 0
