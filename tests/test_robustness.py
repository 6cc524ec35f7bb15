"""Whatever is in a folder or in plain data: a profile or an error of ours, and it ends."""

import contextlib
import json
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import strategies as st

import companyprofiles
from companyprofiles import Profile
from companyprofiles._documents import LARGEST_FILE
from companyprofiles._positions import Positions
from companyprofiles.errors import CompanyProfilesError, ProfileDataError
from tests.samples import ACME, FACTS, HEADER, THINGS, write
from tests.strategies import examples, json_data, profiles

ONE_FOLDER = {"suppress_health_check": [HealthCheck.function_scoped_fixture]}
REFERENCES = 'references = [{ source = "report-2024" }]\n'

# Pieces that mean something to TOML or to us, to be put where nobody expects them.
PIECES = (
    *('"', "'", '"""', "'''", "[", "]", "[[", "]]", "{", "}", "=", ".", ",", "#", "\n", "\\"),
    *("\r", "\x00", "\x1b[31m", "\u202e", "\ufeff", "\ud7ff", "é", "🚀", "é" * 100),
    *("0x" + "F" * 5000, "1" * 5000, "1e400", "nan", "-inf", "1979-05-27T07:32:00Z", "true"),
    *("[profile]\n", "[[statements]]\n", "[[coverage]]\n", "[[revenue]]\n", "[a.b.c]\n"),
    *('id = ""\n', "value = []\n", "references = {}\n", "prop = 1\n", "[[properties]]\n"),
    *("a." * 50, "[" * 500, "{a=" * 500, '"x" = 1\n', "key = 5\n", "valid = {}\n"),
)


@st.composite
def mutated(draw: st.DrawFn, text: str = ACME) -> bytes:
    """Draw a good profile with a few things cut out, put in or doubled."""
    content = text.encode()
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = draw(st.integers(start, min(len(content), start + 60)))
        piece = draw(
            st.sampled_from(PIECES).map(str.encode)
            | st.binary(max_size=8)
            | st.just(content[start:end] * 2)
        )
        content = content[:start] + piece + content[end:]
    return content


def load(folder: Path, content: bytes) -> Profile | None:
    """Return the profile of a folder with one file, or nothing if it is refused as it should."""
    folder.mkdir(exist_ok=True)
    (folder / "a.toml").write_bytes(content)
    try:
        return companyprofiles.load(folder)
    except CompanyProfilesError as error:
        assert_printable(error)
        return None


def assert_printable(error: CompanyProfilesError) -> None:
    assert isinstance(error, ProfileDataError)
    assert error.problems
    for problem in error.problems:
        assert problem.message.startswith("must ")
        assert str(problem).isprintable()


@examples(1, **ONE_FOLDER)
@given(content=st.binary(max_size=200))
@example(content=b"")
@example(content=b"\xff\xfe")
@example(content=b"\xef\xbb\xbf")
def test_any_bytes_are_a_profile_or_problems(tmp_path, content):
    load(tmp_path, content)


@examples(1, **ONE_FOLDER)
@given(text=st.text(alphabet=" \n\t[]{}=.,\"'#ab1-:\\", max_size=80))
def test_any_text_is_a_profile_or_problems(tmp_path, text):
    load(tmp_path, text.encode())
    load(tmp_path, f"{HEADER}\n{THINGS}\n[[claim]]\n{text}".encode())


@examples(5, **ONE_FOLDER)
@given(content=mutated())
def test_a_good_file_with_anything_wrong_is_a_profile_or_problems(tmp_path, content):
    load(tmp_path, content)


@examples(1, **ONE_FOLDER)
@given(
    value=st.sampled_from(PIECES), key=st.sampled_from(["value", "valid", "key", "note", "rank"])
)
def test_anything_as_a_field_is_a_profile_or_problems(tmp_path, value, key):
    load(tmp_path, f"{ACME}\n[[claim]]\n{key} = {value}\n{REFERENCES}".encode())
    load(tmp_path, f"{ACME}\n[[alias]]\n{key} = {json.dumps(value)}\n{REFERENCES}".encode())


@examples(1, **ONE_FOLDER)
@given(contents=st.lists(mutated(THINGS) | mutated(FACTS) | mutated(HEADER), max_size=4))
def test_any_files_are_a_profile_or_problems(tmp_path, contents):
    write(tmp_path, HEADER, name="header.toml")
    for number, content in enumerate(contents):
        (tmp_path / f"{number}.toml").write_bytes(content)

    with contextlib.suppress(ProfileDataError):
        companyprofiles.load(tmp_path)


# Plain data.


def from_dict(data: Any) -> None:
    try:
        Profile.from_dict(data)
    except CompanyProfilesError as error:
        assert_printable(error)


@examples(3)
@given(
    json_data | st.dictionaries(st.sampled_from(["profile", "statements", "revenue"]), json_data)
)
def test_any_plain_data_is_a_profile_or_problems(data):
    from_dict(data)


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of everything in plain data."""
    found = [path] if path else []
    if isinstance(data, dict | list):
        for key, value in data.items() if isinstance(data, dict) else enumerate(data):
            found += places(value, (*path, key))
    return found


@examples(1.5)
@given(drawn=profiles(), data=st.data())
def test_plain_data_with_anything_wrong_is_a_profile_or_problems(drawn, data):
    changed = drawn.to_dict()
    *above, last = data.draw(st.sampled_from(places(changed)))
    place = changed
    for key in above:
        place = place[key]
    odd = json_data | st.sampled_from([b"x", (1,), {1}, {1: 2}, 10**5000, object])
    match data.draw(st.sampled_from(["replace", "remove", "rename"])):
        case "replace":
            place[last] = data.draw(odd)
        case "remove":
            del place[last]
        case "rename" if isinstance(place, dict):
            place[data.draw(st.text(max_size=5) | st.integers())] = place.pop(last)

    from_dict(changed)


@pytest.mark.parametrize("wrap", [lambda x: [x], lambda x: {"en": x}], ids=["lists", "tables"])
def test_plain_data_of_any_depth_is_a_problem(wrap):
    deep: Any = "x"
    for _ in range(100_000):
        deep = wrap(deep)
    statement = {"prop": "claim", "value": deep, "note": deep, "references": deep}

    from_dict({"profile": deep, "entities": [deep], "statements": [statement]})


def test_plain_data_that_holds_itself_is_a_problem():
    around: dict[str, Any] = {}
    around["profile"] = around["statements"] = around

    from_dict(around)


# Bounds. None of these takes long or much room; without its bound each would take minutes.


def repeated(line: str, *, size: int = LARGEST_FILE) -> str:
    """Return as many lines as a file may hold, numbered."""
    return "\n".join(line.format(n=n) for n in range(size // (len(line) + 6)))


LARGE = {
    "comments": "#\n" * (LARGEST_FILE // 2),
    "tables": repeated("[t{n}]", size=LARGEST_FILE // 4),
    "lists of tables": repeated("[[t{n}]]", size=LARGEST_FILE // 4),
    "one long list": "[[revenue]]\n" * (LARGEST_FILE // 48),
    "unknown keys": HEADER + repeated("k{n} = 1", size=LARGEST_FILE // 4),
    "a long key": "k" * (LARGEST_FILE - 10) + " = 1",
    "a long string": f'k = "{"x" * (LARGEST_FILE - 10)}"',
    "a long number": "k = 0x" + "F" * (LARGEST_FILE - 10),
    "a long decimal": "k = 1." + "0" * (LARGEST_FILE - 10),
    "blanks": " " * (LARGEST_FILE - 10),
    "brackets": "k = " + "[" * (LARGEST_FILE - 10),
    "closed brackets": "k = " + "[" * (LARGEST_FILE // 3) + "]" * (LARGEST_FILE // 3),
    "quotes": "k = " + '"' * (LARGEST_FILE - 10),
    "escapes": 'k = "' + "\\\\" * (LARGEST_FILE // 2 - 10) + '"',
    "dotted keys": repeated("a{n}." + ".".join("a" * 900) + " = 1"),
    "one dotted key": ".".join("a" * (LARGEST_FILE // 2 - 10)) + " = 1",
    "long headers": f"[{'.'.join(['k' * 9000] * 30)}]\n" + repeated("k{n} = 1", size=700_000),
    "nested tables": "k = " + ("{ " + "k" * 40 + " = ") * 390 + "{" + "a = 1, " * 90_000,
}


@pytest.mark.parametrize("text", LARGE.values(), ids=LARGE)
def test_a_large_file_is_a_profile_or_problems(tmp_path, text):
    assert len(text) <= LARGEST_FILE

    assert load(tmp_path, text.encode()) is None


def claims(line: str, count: int) -> str:
    return "".join(
        f'[[claim]]\nvalue = {{ en = "{number}" }}\n{line.format(n=number)}\n'
        for number in range(count)
    )


def sources(count: int) -> str:
    """Return many sources whose ids are alike."""
    return "".join(
        f'[[sources]]\nid = "{"s" * 60}{n:05}"\ntitle = {{ en = "S" }}\nkind = "press"\n'
        for n in range(count)
    )


COSTLY = {
    "near names of many names": sources(900)
    + claims('references = [{{ source = "' + "s" * 40 + '{n:05}" }}]', 4000),
    "near properties": "".join(f"[[revenu{n}]]\n" for n in range(30_000)),
    "one text in every language": "[[alias]]\nvalue = { "
    + ", ".join(f'l{n} = "x"' for n in range(15_000))
    + " }\nreferences = ["
    + '{ source = "report-2024" }, ' * 15_000
    + "]\n",
    "many dimensions": '[[revenue]]\nvalue = "5 CNY"\nvalid = "2024"\ndimensions = { '
    + ", ".join(f'd{n} = "x"' for n in range(30_000))
    + f" }}\n{REFERENCES}",
    "a long chain": "".join(
        f'[[claim]]\nkey = "k{n}"\nvalue = {{ en = "{n}" }}\nderived_from = ["k{n + 1}"]\n'
        f"{REFERENCES}"
        for n in range(5000)
    ),
    "one claim many times": f'[[claim]]\nvalue = {{ en = "x" }}\n{REFERENCES}' * 5000,
    "one key many times": claims(
        f'key = "k"\n{REFERENCES}'.replace("{", "{{").replace("}", "}}"), 5000
    ),
}


@pytest.mark.parametrize("text", COSTLY.values(), ids=COSTLY)
def test_what_would_be_costly_is_bounded(tmp_path, text):
    assert len(text) <= LARGEST_FILE
    write(tmp_path, f"{HEADER}\n{THINGS}", name="base.toml")

    assert load(tmp_path, text.encode()) is None


def test_what_is_remembered_to_tell_of_problems_is_bounded():
    keys = ", ".join(f"a{n} = 1" for n in range(5000))
    text = "k = " + f"{{ {'k' * 40} = " * 300 + f"{{ {keys} }}" + " }" * 300
    tracemalloc.start()
    try:
        Positions(text)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 100 * len(text)


@pytest.mark.parametrize(
    "change, message",
    [
        (('"941168E6 CNY"', '"1E31 CNY"'), "at most 40 digits and exponent 30"),
        (('"941168E6 CNY"', f'"{"9" * 41} CNY"'), "must be a number such as"),
        (('"2020-06"', '"0000"'), "in the years 0001 to 9999"),
        (('"2020-06"', '"10000"'), "must be an EDTF date"),
        (('"Ann Lee"', f'"{"x" * 10_001}"'), "a text of at most 10000 characters"),
        (('"https://acme.example/report-2024"', f'"https://a.example/{"x" * 2000}"'), "an http or"),
        (('id = "rocket"', f'id = "{"r" * 81}"'), "at most 80 long"),
    ],
)
def test_values_are_bounded(tmp_path, change, message):
    with pytest.raises(ProfileDataError, match=message):
        companyprofiles.load(write(tmp_path, ACME.replace(*change)))
