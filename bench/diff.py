"""What it costs to compare two versions of a profile, beside reading both of them."""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from _measure import MICRO, Goal, arguments, figures, finish, interleaved, table

import companyprofiles
from companyprofiles._diff import diff
from companyprofiles._diff_report import as_data, as_markdown
from companyprofiles._difference import Difference

SIZES = (2_000, 20_000)
EVERY = 10
"""Of so many statements one changes: it is corrected, re-sourced, withdrawn or reworded in turn."""
IN_A_FILE = 2_000

HEADER = """\
[profile]
id = "acme"
subject = "acme"
schema_version = 1
data_cut_off = "2026-01-31"

[[entities]]
id = "acme"
kind = "group"
name = { en = "Acme", zh = "顶点" }

[[sources]]
id = "report"
title = { en = "Annual report" }
url = "https://acme.example/report"
kind = "regulatory_filing"

"""
STATEMENT = """\
[[revenue]]
key = "{key}"
value = "{amount}E6 CNY"
valid = "{year}"
dimensions = {{ segment = "segment {segment}" }}
references = [{{ source = "report", locator = "{locator}" }}]
note = {{ en = "{note}" }}
"""
WRONG = 'rank = "deprecated"\nreplaced_by = "{key}-2"\nbecause = {{ en = "Restated." }}\n'


def statements(size: int, *, is_new: bool) -> list[str]:
    """Return the tables of a version with about so many statements."""
    tables = []
    for number in range(size):
        fields: dict[str, Any] = {
            "key": f"revenue-{number}",
            "amount": 1000 + number,
            "year": 1990 + number % 35,
            "segment": number // 35,
            "locator": f"p. {number}",
            "note": f"Note {number}.",
        }
        text = ""
        fate = number // EVERY % 4 if is_new and number % EVERY == 0 else None
        if fate == 0:
            right = {**fields, "amount": number + 2000, "key": f"{fields['key']}-2"}
            text = WRONG.format(**fields)
            tables.append(STATEMENT.format(**right))
        elif fate == 1:
            fields["locator"] += ", note 3"
        elif fate == 2:
            continue
        elif fate == 3:
            fields["note"] = "Another note."
        tables.append(STATEMENT.format(**fields) + text)
    return tables


def write_version(folder: Path, size: int, *, is_new: bool) -> Path:
    """Write a version, and return its folder."""
    folder.mkdir()
    (folder / "profile.toml").write_text(HEADER, "utf-8")
    tables = statements(size, is_new=is_new)
    for start in range(0, len(tables), IN_A_FILE):
        text = "\n".join(tables[start : start + IN_A_FILE])
        (folder / f"finance-{start:06}.toml").write_text(text, "utf-8")
    return folder


def cpu_seconds(action: Callable[[], Any]) -> Callable[[], float]:
    """Return a function that runs an action once and returns what it cost."""

    def measure() -> float:
        start = time.process_time()
        action()
        return time.process_time() - start

    return measure


def measured(size: int, repetitions: int) -> tuple[dict[str, list[float]], Difference]:
    """Return the CPU seconds of each action, and what was found."""
    with tempfile.TemporaryDirectory() as parent:
        folders = [
            write_version(Path(parent, name), size, is_new=name == "new") for name in ("old", "new")
        ]
        old, new = map(companyprofiles.load, folders)
        found = diff(old, new)
        actions = {
            "read both": lambda: [companyprofiles.load(folder) for folder in folders],
            "diff": lambda: diff(old, new),
            "diff of equal ones": lambda: diff(old, old),
            "as Markdown": lambda: as_markdown(found),
            "as JSON": lambda: as_data(found),
        }
        cases = {name: cpu_seconds(action) for name, action in actions.items()}
        return interleaved(cases, repetitions), found


def main() -> None:
    quick = arguments(__doc__).parse_args().quick
    results: dict[str, Any] = {}
    goals = []
    for size in SIZES[:1] if quick else SIZES:
        taken, found = measured(size, 2 if quick else 10 if size == SIZES[0] else 3)
        least = {name: min(seconds) for name, seconds in taken.items()}
        rows = {
            name: {
                **figures(seconds),
                "us_a_statement": round(least[name] / size * MICRO, 1),
                "x_reading": round(least[name] / least["read both"], 3),
            }
            for name, seconds in taken.items()
        }
        print(f"{size} statements, of which {len(found.statements)} changed\n")
        table(
            ("CPU ms", "minimum", "median", "µs a statement", "x reading"),
            [(name, *row.values()) for name, row in rows.items()],
        )
        results[str(size)] = {"changes": len(found.statements), "cpu_ms": rows}
        ratio = least["diff"] / least["read both"]
        goals.append(Goal(f"diff / reading both, {size} statements", 0.2, ratio))
    finish("diff", results, goals, kept=not quick)


if __name__ == "__main__":
    main()
