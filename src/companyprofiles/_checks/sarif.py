"""Results in the Static Analysis Results Interchange Format (SARIF 2.1.0, OASIS)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from json import dumps
from pathlib import Path
from typing import Any
from urllib.parse import quote

from companyprofiles import __version__
from companyprofiles._checks.reports import UNREADABLE, file_of
from companyprofiles._checks.results import Result
from companyprofiles.hookspecs import Check

__all__ = ["sarif_report"]

VERSION = "2.1.0"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
ROOT = "%SRCROOT%"
"""Name that programs give to the folder of the repository."""


def sarif_report(results: Iterable[Result], checks: Mapping[str, Check]) -> str:
    """Return a SARIF log with one run: its rules are the checks.

    Args:
        results: The results.
        checks: The checks that were run.
    """
    rules = [_rule(check) for _, check in sorted(checks.items())]
    rules.append(
        {"id": UNREADABLE, "shortDescription": {"text": "The data of a profile can be read"}}
    )
    place = {rule["id"]: number for number, rule in enumerate(rules)}
    driver = {"name": "companyprofiles", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(result, place) for result in results],
    }
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return dumps(log, ensure_ascii=False, indent=2)


def _rule(check: Check) -> dict[str, Any]:
    examples = f"Fails:\n\n```toml\n{check.failing}```\n\nPasses:\n\n```toml\n{check.passing}```\n"
    return {
        "id": check.name,
        "shortDescription": {"text": check.summary},
        "fullDescription": {"text": check.explanation},
        "help": {"text": check.explanation, "markdown": f"{check.explanation}\n\n{examples}"},
        "defaultConfiguration": {"level": check.severity.value},
    }


def _result(result: Result, place: Mapping[str, int]) -> dict[str, Any]:
    code = result.code or UNREADABLE
    return {
        "ruleId": code,
        "ruleIndex": place[code],
        "level": result.severity.value,
        "message": {"text": result.problem.message},
        "locations": [_location(result)],
    }


def _location(result: Result) -> dict[str, Any]:
    problem = result.problem
    location: dict[str, Any] = {
        "logicalLocations": [
            {"fullyQualifiedName": ": ".join(t for t in (problem.origin, problem.path) if t)}
        ]
    }
    file = file_of(problem)
    if file:
        artifact = {"uri": quote(file), "uriBaseId": ROOT}
        if Path(file).is_absolute():
            artifact = {"uri": Path(file).as_uri()}
        location["physicalLocation"] = {"artifactLocation": artifact}
        if problem.line:
            location["physicalLocation"]["region"] = {"startLine": problem.line}
    return location
