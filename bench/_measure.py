"""Measuring side by side: CPU seconds of child processes, tables, results as JSON.

The machine may be shared, so wall time says little. What is compared is run in turns within one
run, in CPU seconds, and the minimum of the repetitions counts; medians are kept beside it.
"""

import argparse
import datetime as dt
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"
ALIBABA = Path(__file__).parents[1] / "profiles/alibaba/src/companyprofiles_alibaba/data"

MILLI, MICRO = 1e3, 1e6


@dataclass(frozen=True)
class Run:
    """What one child process cost."""

    seconds: float
    """CPU seconds, of user and system together."""
    peak: float
    """Most memory that it held, in MiB."""
    output: str


@dataclass(frozen=True)
class Goal:
    """A promise of the project, and what was measured."""

    what: str
    limit: float
    measured: float

    @property
    def verdict(self) -> str:
        return "met" if self.measured <= self.limit else "MISSED"


def arguments(description: str) -> argparse.ArgumentParser:
    """Return a parser that knows ``--quick``."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--quick", action="store_true", help="few repetitions of small cases")
    return parser


def environment(*path: Path) -> dict[str, str]:
    """Return the environment of a child process, with folders to import from first.

    What changes how Python starts or how many threads run is left out.
    """
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "OPENBLAS_", "COMPANYPROFILES_"))
    }
    return {**kept, "PYTHONPATH": os.pathsep.join(map(str, path)), "PYTHONHASHSEED": "0"}


def run(command: Sequence[str | Path], *path: Path) -> Run:
    """Run a command to its end, and end the program where it fails."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            command, env=environment(*path), stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    if process.returncode:
        sys.exit(f"{text}\n{' '.join(map(str, command))}: exit code {process.returncode}")
    return Run(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text)


def python(code: str, *path: Path) -> Run:
    """Run code in a fresh interpreter."""
    return run([sys.executable, "-c", code], *path)


def interleaved(
    cases: Mapping[str, Callable[[], float]], repetitions: int, *, warm_up: bool = True
) -> dict[str, list[float]]:
    """Run every case in turn, again and again, after one round that does not count."""
    if warm_up:
        for measure in cases.values():
            measure()
    taken: dict[str, list[float]] = {name: [] for name in cases}
    for _ in range(repetitions):
        for name, measure in cases.items():
            taken[name].append(measure())
    return taken


def figures(seconds: Iterable[float], unit: float = MILLI) -> dict[str, float]:
    """Return minimum and median in thousandths (or whatever *unit* makes) of a second."""
    values = list(seconds)
    return {
        "minimum": round(min(values) * unit, 2),
        "median": round(statistics.median(values) * unit, 2),
    }


def table(header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Print a table, numbers to the right."""
    texts = [list(header), *([_shown(cell) for cell in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
    for number, row in enumerate(texts):
        first, *rest = zip(row, widths, strict=True)
        cells = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]
        print("  ".join(cells).rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))
    print()


def _shown(cell: Any) -> str:
    return f"{cell:.2f}" if isinstance(cell, float) else str(cell)


def finish(
    name: str, measured: Mapping[str, Any], goals: Sequence[Goal], *, kept: bool = True
) -> None:
    """Print the goals, and write everything to ``results/<name>.json``.

    Args:
        name: Name of the script.
        measured: Its figures, for the file.
        goals: What was promised.
        kept: Whether to write the file; a quick run leaves it alone.
    """
    if goals:
        rows = [(goal.what, goal.limit, goal.measured, goal.verdict) for goal in goals]
        table(("ratio", "at most", "measured", ""), rows)
    if not kept:
        return
    stored = {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "machine": {"cores": os.cpu_count(), "python": platform.python_version()},
        "versions": _versions(),
        "measured": measured,
        "goals": [
            {"what": g.what, "at_most": g.limit, "measured": round(g.measured, 3)} for g in goals
        ],
    }
    RESULTS.mkdir(exist_ok=True)
    text = json.dumps(stored, ensure_ascii=False, indent=2, sort_keys=True)
    (RESULTS / f"{name}.json").write_text(text + "\n", "utf-8")


def _versions() -> dict[str, str]:
    names = ("attrs", "cattrs", "companyprofiles", "docutils", "furo", "pluggy", "sphinx")
    names += ("stevedore", "tomli")
    installed = {name.lower() for d in metadata.distributions() if (name := d.metadata["Name"])}
    return {name: metadata.version(name) for name in names if name in installed}
