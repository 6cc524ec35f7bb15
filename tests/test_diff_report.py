"""What changed is told to people, to programs and in release notes; nothing is lost or misread."""

import json
import os
import pty
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import attrs
import pytest
from click.testing import CliRunner
from hypothesis import given
from markdown_it import MarkdownIt
from rich.cells import cell_len

from companyprofiles import Profile, Statement, load, vocabulary
from companyprofiles._cli import main
from companyprofiles._diff import diff
from companyprofiles._diff_entries import sections
from companyprofiles._diff_report import as_data, as_markdown
from companyprofiles._difference import Kind
from tests.samples import ACME, build, profile, statement, write
from tests.strategies import MARKUP, examples
from tests.test_diff import SOURCES, WRONG, employees, pairs

CORRECTED = ACME.replace(
    'key = "revenue-2023"',
    'key = "revenue-2023"\nrank = "deprecated"\nreplaced_by = "revenue-2023-exact"\n'
    'because = { en = "The report has the exact figure.", zh = "年报有确切数字。" }',
).replace("2026-11-23", "2027-01-31")
EXACT = """
[[revenue]]
key = "revenue-2023-exact"
value = "868687E6 CNY"
valid = "2022-04-01/2023-03-31"
references = [{ source = "report-2024", locator = "p. 3" }]
"""
REASON, SOURCE = "The report has the exact figure.", "<https://acme.example/report-2024>"


@pytest.fixture
def versions(tmp_path):
    """Return two folders: a profile, and the same with a figure corrected."""
    return (
        str(write(tmp_path / "old")),
        str(write(tmp_path / "new", CORRECTED + EXACT)),
    )


def run(*arguments: str) -> Any:
    return CliRunner().invoke(main, ["diff", *arguments], catch_exceptions=False)


def told(old: list[Statement[Any]], new: list[Statement[Any]], **fields: Any) -> str:
    """Return the Markdown for two lists of statements, without headings."""
    versions = (profile(*statements, sources=SOURCES) for statements in (old, new))
    lines = as_markdown(diff(*versions)).splitlines()
    return "\n".join(line for line in lines if line and not line.startswith("#"))


# For people.


def test_a_correction_tells_old_and_new_value_reason_and_source(versions):
    result = run(*versions)

    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "Acme  (acme)",
        f"old: {versions[0]}, data up to 2026-11-23, 7 statements",
        f"new: {versions[1]}, data up to 2027-01-31, 8 statements",
        "",
        "Profile (1)",
        "  Data cut off: 23 November 2026 → 31 January 2027",
        "",
        "Corrected (1)",
        "  Acme, Revenue, year to 31 March 2023: 868.7 billion CNY → 868,687 million CNY",
        f"    reason: {REASON}",
        f"    source: Annual report 2024, p. 3  {SOURCE}",
        "",
        "1 corrected; 6 statements unchanged.",
    ]


def test_equal_versions_differ_in_nothing(versions):
    result = run(versions[0], versions[0])

    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "Nothing changed."


def test_versions_come_from_wheels_source_distributions_and_exports(tmp_path, versions):
    wheel, sdist = build(tmp_path / "built", version="1.5")
    exported = tmp_path / "new.json"
    CliRunner().invoke(main, ["export", versions[1], "-o", str(exported)])
    expected = run(*versions).stdout.splitlines()[3:]

    for old in (wheel, sdist):
        lines = run(str(old), str(exported)).stdout.splitlines()
        assert lines[1] == f"old: {old}, version 1.5, data up to 2026-11-23, 7 statements"
        assert lines[3:] == expected


def test_an_installed_company_is_compared_as_well():
    assert "Nothing changed." in run("alibaba", "alibaba").stdout


def test_differences_end_with_1_only_where_that_is_asked_for(versions):
    assert run(*versions).exit_code == 0
    assert run(*versions, "--exit-code").exit_code == 1
    assert run(versions[0], versions[0], "--exit-code").exit_code == 0


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_what_cannot_be_read_is_told_and_nothing_compared(tmp_path, versions, form):
    broken = str(write(tmp_path / "broken", ACME.replace('"868.7E9 CNY"', "5")))
    result = run(versions[0], broken, "--format", form)

    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.endswith("1 problem.\n")


@pytest.mark.parametrize("arguments", [[], ["alibaba"], ["alibaba", "nobody"], ["a.whl", "b.whl"]])
def test_wrong_usage(arguments):
    assert run(*arguments).exit_code == 2


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """Run the command on a terminal of 40 columns, and return what it shows."""
    script = Path(sysconfig.get_path("scripts"), "companyprofiles")
    ours, its = pty.openpty()
    kept = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "FORCE_COLOR")}
    size = {"COLUMNS": "40", "TERM": "xterm-256color", **environment}
    with subprocess.Popen([script, "diff", *arguments], env=kept | size, stdout=its) as process:
        os.close(its)
        shown = b""
        try:
            while block := os.read(ours, 4096):
                shown += block
        except OSError:  # The other end is closed.
            pass
    os.close(ours)

    assert process.returncode == 0
    return shown.decode()


def test_lines_of_chinese_fit_a_terminal(tmp_path, versions):
    chinese = 'value = { en = "Acme Holding Limited", zh = "' + "顶点控股有限公司" * 9 + '" }'
    text = ACME.replace('value = { en = "Acme Holding Limited", zh = "顶点控股有限公司" }', chinese)
    shown = on_a_terminal(versions[0], str(write(tmp_path / "long", text)), NO_COLOR="1")
    lines = re.sub(r"\x1b\[[0-9;]*m", "", shown).replace("\r", "").split("\n")

    assert not re.search(r"\x1b\[[0-9;]*3[0-7]", shown)
    assert max(map(cell_len, lines)) <= 40
    assert "顶点控股有限公司" * 9 in "".join(line.strip() for line in lines)
    assert all(line.startswith("  ") for line in lines if line.strip().startswith("顶点"))


def test_only_a_terminal_gets_colours(versions):
    assert "\x1b[" in on_a_terminal(*versions)
    assert "\x1b[" not in run(*versions).stdout


# For release notes.


def test_release_notes_are_lists_by_kind(versions):
    assert run(*versions, "-f", "markdown").stdout == (
        "### Profile\n"
        "\n"
        "- **Data cut off**: 23 November 2026 → 31 January 2027.\n"
        "\n"
        "### Corrected\n"
        "\n"
        "- **Acme, Revenue, year to 31 March 2023**: "
        "868.7 billion CNY → 868,687 million CNY. "
        f"Reason: {REASON} Source: [Annual report 2024]({SOURCE}), p. 3.\n"
    )


def test_release_notes_say_when_nothing_changed(versions):
    assert run(versions[0], versions[0], "-f", "markdown").stdout == "Nothing changed.\n"


A, B = employees(), employees("345 people")


@pytest.mark.parametrize(
    "old, new, line",
    [
        ([], [A], "- **Acme, Employees, 2024**: 340 people. Source: report."),
        (
            [],
            [attrs.evolve(A, rank="deprecated", because=WRONG)],
            (
                "- **Acme, Employees, 2024, deprecated**: 340 people. "
                "Reason: The filing gives another figure. Source: report."
            ),
        ),
        ([A], [], "- **Acme, Employees, 2024**: 340 people. Source: report."),
        (
            [A],
            [attrs.evolve(B, valid="2024-12-31", modality="estimated")],
            (
                "- **Acme, Employees**: 340 people (2024) → "
                "345 people (31 December 2024, estimated). Source: report."
            ),
        ),
        (
            [A],
            [attrs.evolve(A, rank="deprecated", because=WRONG, note={"en": "Again."})],
            (
                "- **Acme, Employees, 2024, deprecated**: 340 people. "
                "Reason: The filing gives another figure. Note: none → Again. Source: report."
            ),
        ),
        (
            [attrs.evolve(A, rank="deprecated", because=WRONG)],
            [A],
            (
                "- **Acme, Employees, 2024**: 340 people. Rank: deprecated → normal. "
                "Because: The filing gives another figure. → none. Source: report."
            ),
        ),
        (
            [A],
            [attrs.evolve(A, rank="preferred", because={"en": "Counted."})],
            (
                "- **Acme, Employees, 2024**: 340 people. Reason: Counted. "
                "Rank: normal → preferred. Source: report."
            ),
        ),
        (
            [A],
            [attrs.evolve(A, note={"en": "x", "zh": "y"})],
            "- **Acme, Employees, 2024**: 340 people. Note: none → x. Source: report.",
        ),
        (
            [attrs.evolve(A, note={"en": "x", "zh": "y"})],
            [attrs.evolve(A, note={"en": "x", "zh": "z"})],
            "- **Acme, Employees, 2024**: 340 people. Note: zh: y → zh: z. Source: report.",
        ),
        (
            [A, attrs.evolve(B, key="b")],
            [attrs.evolve(B, key="employees")],
            (
                "- **Acme, Employees, 2024**: 340 people. Source: report. "
                "The key employees is now of: Acme, Employees, 2024: 345 people.\n"
                "- **Acme, Employees, 2024**: 345 people. Key: b → employees. Source: report."
            ),
        ),
        (
            [A],
            [attrs.evolve(A, value=None, absent="withheld", because=WRONG)],
            (
                "- **Acme, Employees, 2024**: 340 people → not disclosed. "
                "Reason: The filing gives another figure. Source: report."
            ),
        ),
    ],
)
def test_each_line_says_what_changed(old, new, line):
    assert told(old, new) == line


def test_a_source_is_added_removed_or_changed():
    reference = A.references[0]
    new = [attrs.evolve(reference, locator="p. 2"), attrs.evolve(reference, source="filing")]

    assert told([A], [attrs.evolve(A, references=new)]) == (
        "- **Acme, Employees, 2024**: 340 people. Source added: filing. "
        "Source changed: report, p. 2 (locator: none → p. 2)."
    )
    assert told([attrs.evolve(A, references=new)], [A]).count("Source removed: filing.") == 1


def test_values_that_read_alike_are_told_in_full():
    old = statement(vocabulary.CLAIM, {"en": "x", "zh": "y"}, key="k")
    new = attrs.evolve(old, value={"en": "x", "zh": "z"})

    assert told([old], [new]) == "- **Acme, Claim**: zh: y → zh: z. Source: report."


def test_a_key_that_went_to_something_else_altogether_is_still_told():
    new = statement(vocabulary.FOUNDER, "acme", key="employees", subject="ann-lee")

    assert told([A], [new]) == (
        "- **key employees**: 340 people (Acme, Employees, 2024) → Acme (Ann Lee, Founder). "
        "Source: report."
    )


def test_entities_are_called_by_their_names():
    holds = {"party": "ann-lee", "share": "36 %"}
    value = vocabulary.OWNED_BY.value_type(**holds)

    assert told([], [statement(vocabulary.OWNED_BY, value)]) == (
        f"- **Acme, {vocabulary.OWNED_BY.label}**: Ann Lee, 36%. Source: report."
    )


def test_a_company_without_babel_is_told_in_the_notation_of_data_files(versions):
    code = """
import sys
sys.modules["babel"] = None
from companyprofiles._cli import main
main()
"""
    finished = subprocess.run(
        [sys.executable, "-c", code, "diff", *versions], capture_output=True, text=True, check=False
    )

    assert finished.stderr == ""
    assert "Revenue, 2022-04-01/2023-03-31: 868.7E9 CNY → 868687E6 CNY" in finished.stdout


def read_back(markdown: str) -> tuple[list[str], list[str]]:
    """Return the text of each list item as a reader sees it, and the addresses of links."""
    tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(markdown)
    inline = [token for token in tokens if token.type == "inline"]
    seen, links = [], []
    for token in inline:
        parts = token.children or []
        assert {part.type for part in parts} <= {
            "text", "strong_open", "strong_close", "link_open", "link_close"
        }  # fmt: skip
        seen.append("".join(part.content for part in parts))
        links += [str(part.attrs["href"]) for part in parts if part.type == "link_open"]
    return seen, links


@pytest.mark.parametrize(
    "text", [*MARKUP, "1. <https://x.example> ~~a~~ $b$ |c| &copy; a_b_c", " *a "]
)
def test_markup_in_data_stays_text(text):
    claim = statement(vocabulary.CLAIM, {"en": text})
    (_, line), _ = read_back(as_markdown(diff(profile(), profile(claim))))

    assert line == f"Acme, Claim: {' '.join(text.split())}. Source: Report."


def test_addresses_are_linked_as_they_are():
    url = "https://acme.example/a(b)?x=1&copy=2&copy;*_~[y]"
    source = attrs.evolve(SOURCES[0], url=url)
    versions = profile(sources=()), profile(sources=(source,))
    _, links = read_back(as_markdown(diff(*versions)))

    assert links == [url.replace("[", "%5B").replace("]", "%5D")]


@examples(1 / 2)
@given(pairs)
def test_whatever_changed_can_be_told_in_each_form(pair):
    found = diff(*pair)
    data = json.loads(json.dumps(as_data(found)))
    seen, _ = read_back(as_markdown(found))
    entries = [entry for section in sections(found) for entry in section.entries]

    assert len(data["statements"]) == len(found.statements)
    if found:
        assert len(seen) == len(entries) + len(sections(found))
    for entry in entries:
        assert entry.title.strip()
        assert " ".join(f"{entry.title}: {entry.text}".split()) in "\n".join(seen)


# For programs.


@pytest.mark.parametrize("options", [["--format", "json"], ["--json"]])
def test_json_tells_every_change_with_both_statements(versions, options):
    data = json.loads(run(*versions, *options).stdout)
    old, new = map(load, versions)
    corrected, added = sorted(data["statements"], key=lambda change: change["kind"], reverse=True)

    assert data["old"] == {
        "id": "acme",
        "origin": versions[0],
        "data_cut_off": "2026-11-23",
        "statements": 7,
    }
    assert data["profile"] == [{"name": "data_cut_off", "old": "2026-11-23", "new": "2027-01-31"}]
    assert corrected == {
        "kind": "corrected",
        "old": old.statement("revenue-2023").to_dict(),
        "new": new.statement("revenue-2023").to_dict(),
        "instead": new.statement("revenue-2023-exact").to_dict(),
        "fields": ["rank", "because", "replaced_by"],
        "because": {"en": REASON, "zh": "年报有确切数字。"},
    }
    assert added == {
        "kind": "added",
        "new": new.statement("revenue-2023-exact").to_dict(),
        "replaces": [old.statement("revenue-2023").id],
    }
    assert data["unchanged"] == 6
    assert data["sources"] == {"added": [], "removed": [], "changed": []}


def test_json_tells_records_as_the_export_does():
    old = load_with(employees())
    new = attrs.evolve(old, sources=(attrs.evolve(SOURCES[0], kind="court"), SOURCES[1]))
    data = as_data(diff(old, new))

    assert data["sources"]["changed"] == [
        {"old": old.to_dict()["sources"][0], "new": new.to_dict()["sources"][0]}
    ]


def load_with(*statements: Statement[Any]) -> Profile:
    return profile(*statements, sources=SOURCES)


def test_sections_come_in_one_order(versions):
    found = diff(load_with(A), load_with(attrs.evolve(B, key=None)))

    assert [section.title for section in sections(found)] == ["Added", "Withdrawn"]
    assert [kind.value for kind in Kind] == [
        "added",
        "corrected",
        "reinstated",
        "withdrawn",
        "re-ranked",
        "re-sourced",
        "reworded",
    ]
