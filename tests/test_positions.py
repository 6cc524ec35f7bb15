"""Every path of a TOML text gets the line where it stands."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import tomli
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles._positions import LONGEST_PATH, Positions, join

MARK = re.compile(r"@(\d+)")


def marked_lines(text: str) -> Iterator[tuple[str, int]]:
    """Yield the path of every string ``@N`` in a TOML text, and N."""

    def walk(value: Any, path: str) -> Iterator[tuple[str, int]]:
        if isinstance(value, dict):
            for key, item in value.items():
                yield from walk(item, join(path, key))
        elif isinstance(value, list):
            for number, item in enumerate(value):
                yield from walk(item, join(path, number))
        elif isinstance(value, str) and (found := MARK.search(value)):
            yield path, int(found[1])

    return walk(tomli.loads(text), "")


TRICKY = {
    "dotted keys": """\
a.b.c = "@1"
a . b . d = "@2"
[x.y]
z.w = "@4"
[x.y.v]
u = "@6"
""",
    "quoted keys": """\
"a b" = "@1"
'c.d' = "@2"
"e\\"f".g = "@3"
"" = "@4"
"[h]" = "@5"
"=" = "@6"
"#" = "@7"
"ü" = "@8"
[q."r.s"]
't"u' = "@10"
["v]w"]
x = "@12"
""",
    "nested arrays of tables": """\
[[a]]
k = "@2"
[[a.b]]
k = "@4"
[[a.b]]
k = "@6"
[a.b.c]
k = "@8"
[[a]]
k = "@10"
[[a.b]]
k = "@12"
[a.d]
k = "@14"
""",
    "strings over several lines": '''\
a = """@1
[[not.a.table]]
b = "not a key" # not a comment
"""
c = \'\'\'@5 [ { """ =
\'\'\'
d = """@7 ""\\""" """"
e = \'\'\'@8 \'\'\'\'\'
f = """@9\\
    continued \\\\"""
g = "@11 \\" ] } # "
h = '@12 \\'
''',
    "comments": """\
# [a]
a = "@2" # b = "@2"
# "unclosed
[t] # [u]
# c = 1
c = [ # ]
  # "
  "@8", # ,
  "@9" # ]
] # }
d = "@11"
""",
    "values over several lines": """\
a = [
  "@2", "@2",
  [
    "@4",
    [ ], [[ "@5" ]],
  ],
  { b = "@7", c.d = "@7", e = [
      "@8", { f = "@8" },
    ] },
]
g = { h = "@11",
  i = "@12", # a comment
  j = {
    k = "@14" },
}
""",
    "other values": """\
a = 1979-05-27T07:32:00Z
b = 1979-05-27 07:32:00
c = [ 1, 2.5, -inf, true, 0xFF, 1e5, 07:32:00, "@3" ]
d = { e = 1, f = false, g = "@4" }
h = [ ]
i = { }
j = [ { }, "@7" ]
k = "@8"
""",
    "no blanks": """\
a="@1"
b=["@2","@2",{c="@2",d=["@2"]}]
[e]
f='@4'
[[g]]
h.i="@6"#
[[g]]
j={k="@8"}
""",
    "many blanks": """\


   \t a\t=\t"@3"\t

\t[ b ]
   c   =   [   "@6"   ,   "@6"   ]
  [[ d . e ]]
f = "@8"
""",
}


@pytest.mark.parametrize("text", TRICKY.values(), ids=TRICKY)
@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_every_path_has_the_line_where_it_stands(text, newline):
    text = text.replace("\n", newline)
    positions = Positions(text.replace("\r\n", "\n"))
    marked = list(marked_lines(text))

    assert len(marked) == len(MARK.findall(text)) - text.count('# b = "@2"')
    assert [(path, positions.line(path)) for path, _ in marked] == marked


def test_tables_and_arrays_have_the_line_of_their_header():
    positions = Positions(TRICKY["nested arrays of tables"])
    lines = {"a": 1, "a[0]": 1, "a[0].b": 3, "a[0].b[0]": 3, "a[0].b[1]": 5, "a[0].b[1].c": 7}

    assert {path: positions.line(path) for path in lines} == lines
    assert positions.line("a[1]") == 9
    assert positions.line("a[1].b[0]") == 11


@pytest.mark.parametrize(
    "path, line",
    [
        ("a[0].b[1].missing", 5),
        ("a[0].b[1].c.missing[3].deep", 7),
        ("a[0].b[7]", 3),
        ("a[9]", 1),
        ("missing", 1),
        ("", 1),
    ],
)
def test_what_is_not_there_has_the_line_of_what_is_above_it(path, line):
    assert Positions(TRICKY["nested arrays of tables"]).line(path) == line


@pytest.mark.parametrize(
    "path, key, joined",
    [
        ("", "revenue", "revenue"),
        ("revenue", 2, "revenue[2]"),
        ("revenue[2]", "valid", "revenue[2].valid"),
        ("a", "b c", "a.'b c'"),
        ("a", "b.c", "a.'b.c'"),
        ("a", "", "a.''"),
        ("a", "\u202e", "a.'\\u202e'"),
        ("a", "\n", "a.'\\n'"),
    ],
)
def test_paths_are_written_on_one_printable_line(path, key, joined):
    assert join(path, key) == joined


def test_a_long_key_is_cut():
    assert len(join("a", "x" * 100_000)) < 150


def test_what_is_very_deep_has_the_line_of_what_is_above_it():
    key = "k" * 60
    text = f"{key} = {{\n" * 30 + 'x = "y"\n' + "}\n" * 30
    positions = Positions(text)
    deepest = LONGEST_PATH // (len(key) + 1)

    assert positions.line(".".join([key] * deepest)) == deepest
    assert positions.line(".".join([key] * 30 + ["x"])) == deepest


# Texts of any form.

keys = st.sampled_from(["a", "b-1", '"c d"', "'e.f'", '"g\\"h"', '"[i]"', "'#'"])
strings = st.sampled_from(
    ['"x"', "'y'", '"""\nx = [\n"""', "'''\n[[t]]\n'''", '"\\" # ]"', "'}'", '"""a"b""c"""', '""']
)


def lists_of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    gaps = st.sampled_from(["", " ", "\n", " # ]\n\t"])
    return st.builds(
        lambda items, gap: f"[{gap}{f',{gap}'.join(items)}{gap}]",
        st.lists(inner, max_size=3),
        gaps,
    )


def tables_of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    gaps = st.sampled_from(["", " ", "\n", " # }\n"])
    pairs = st.lists(st.tuples(keys, inner), max_size=3, unique_by=lambda pair: pair[0])
    return st.builds(
        lambda items, gap: "{" + gap + f",{gap}".join(f"{k} = {v}" for k, v in items) + gap + "}",
        pairs,
        gaps,
    )


toml_values = st.recursive(
    strings | st.sampled_from(["1", "true", "1979-05-27"]),
    lambda inner: lists_of(inner) | tables_of(inner),
    max_leaves=8,
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[str, dict[str, int]]:
    """Draw a TOML text with the line of each key that it was written with."""
    lines: list[str] = []
    expected: dict[str, int] = {}
    count = draw(st.integers(1, 4))
    for number in range(count):
        lines += draw(st.sampled_from([[], [""], ["# [x]", ""]]))
        lines.append("[[t]]")
        expected[f"t[{number}]"] = len(lines)
        pairs = draw(st.lists(st.tuples(keys, toml_values), max_size=4, unique_by=lambda p: p[0]))
        for key, value in pairs:
            (name,) = tomli.loads(f"{key} = 1")
            expected[join(f"t[{number}]", name)] = len(lines) + 1
            lines += f"{key} = {value}".split("\n")
    return "\n".join(lines), expected


@given(documents())
def test_every_key_has_its_line_whatever_the_values(document):
    text, expected = document
    positions = Positions(text)

    assert {path: positions.line(path) for path in expected} == expected


@given(st.text(alphabet=" \n\r\t[]{}=.,\"'#ab1\\", max_size=40))
def test_any_text_has_positions_even_if_it_is_no_toml(text):
    assert Positions(text).line("a.b[0]") >= 1
