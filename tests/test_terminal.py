"""Tables and lines fit what they are printed on, and are plain off a terminal."""

import re
import sys

import pytest
from rich.cells import cell_len

from companyprofiles._terminal import Line, print_lines, print_table
from tests.terminals import shown_on_terminal

STYLED = re.compile(r"\x1b\[([0-9;]*)m")
ROWS = [("阿里巴巴", "公司"), ("Qwen", "a model"), ("通义千问（Tongyi）", "産品")]
PROGRAM = "from companyprofiles._terminal import *\n"


def on_terminal(program: str, columns: int = 80, **variables: str) -> str:
    return shown_on_terminal([sys.executable, "-c", PROGRAM + program], columns, variables)


def test_columns_are_aligned_by_what_characters_take_on_the_screen(capsys):
    print_table(("name", "what"), ROWS)
    lines = capsys.readouterr().out.splitlines()
    starts = {
        cell_len(line[: line.index(what)]) for line, (_, what) in zip(lines[1:], ROWS, strict=True)
    }

    assert len(starts) == 1


def test_lines_off_a_terminal_are_whole_and_without_blanks_at_their_ends(capsys):
    print_table(("a", "b"), [("x" * 300, "y"), ("z", "y" * 300)])
    print_lines([Line("w" * 3000, "bold red", indent=2), Line()])
    lines = capsys.readouterr().out.splitlines()

    assert [lines[1], *lines[3:]] == ["x" * 300 + "  y", "  " + "w" * 3000, ""]
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("columns", [20, 33, 80])
def test_lines_fit_a_terminal_in_whatever_script(columns):
    shown = on_terminal("print_lines([Line('千问 ' * 40), Line('千' * 100, indent=6)])", columns)

    assert shown.count("千") == 140
    assert max(cell_len(line) for line in shown.splitlines()) <= columns


def test_a_terminal_narrower_than_the_indent_still_shows_everything():
    assert on_terminal("print_lines([Line('abc', indent=8)])", 4).split() == ["a", "b", "c"]


@pytest.mark.parametrize(
    "variables, codes",
    [({}, {"1;31", "0"}), ({"NO_COLOR": "1"}, {"1", "0"}), ({"TERM": "dumb"}, set())],
)
def test_colours_are_for_terminals_that_have_them_and_users_who_want_them(variables, codes):
    shown = on_terminal("print_lines([Line('x', 'bold red')])", **variables)

    assert set(STYLED.findall(shown)) == codes


def test_there_are_no_colours_off_a_terminal(capsys):
    print_lines([Line("x", "bold red")])

    assert capsys.readouterr().out == "x\n"
