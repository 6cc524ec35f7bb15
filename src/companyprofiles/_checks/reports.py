"""How results are written: a line each for people, and formats that programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from companyprofiles._checks.results import Result
from companyprofiles.errors import Problem
from companyprofiles.hookspecs import Check

__all__ = ["REPORTS", "file_of", "github_report", "json_report", "text_report"]

TITLE = "companyprofiles"
UNREADABLE = "data"
"""What a problem of data that could not be read is called where a code is needed."""


def text_report(results: Iterable[Result], checks: Mapping[str, Check]) -> str:
    """Return a line for each result."""
    return "\n".join(result.line for result in results)


def json_report(results: Iterable[Result], checks: Mapping[str, Check]) -> str:
    """Return a JSON list with an object for each result."""
    from json import dumps

    return dumps([result.to_dict() for result in results], ensure_ascii=False, indent=2)


def github_report(results: Iterable[Result], checks: Mapping[str, Check]) -> str:
    """Return workflow commands by which GitHub shows each result beside its line."""
    return "\n".join(map(_command, results))


def _command(result: Result) -> str:
    problem = result.problem
    file = file_of(problem)
    properties = {
        "file": file,
        "line": str(problem.line) if file and problem.line else "",
        "title": f"{TITLE} {result.code}".strip(),
    }
    given = ",".join(f"{name}={_property(text)}" for name, text in properties.items() if text)
    where = problem.path if file else ": ".join(t for t in (problem.origin, problem.path) if t)
    message = f"{where}: {problem.message}" if where else problem.message
    return f"::{result.severity.value} {given}::{_data(message)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def file_of(problem: Problem) -> str:
    """Return the path of the file of a problem, from the current folder where it is below it.

    Empty where there is no such file, as with a profile that is read from an archive.
    """
    file = Path(problem.folder, problem.file).resolve()
    if not problem.folder or not problem.file or not file.is_file():
        return ""
    here = Path.cwd()
    return (file.relative_to(here) if file.is_relative_to(here) else file).as_posix()


def _sarif(results: Sequence[Result], checks: Mapping[str, Check]) -> str:
    from companyprofiles._checks.sarif import sarif_report

    return sarif_report(results, checks)


Report = Callable[[Sequence[Result], Mapping[str, Check]], str]

REPORTS: dict[str, Report] = {
    "text": text_report,
    "json": json_report,
    "sarif": _sarif,
    "github": github_report,
}
"""What writes results, by the name of the format."""
