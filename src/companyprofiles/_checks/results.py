"""The core's own checks: rules that a readable profile may still break."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from companyprofiles._profile import Profile
from companyprofiles._statements import Statement
from companyprofiles._texts import LanguageMap
from companyprofiles.errors import PluginError, Problem, ProfileDataError
from companyprofiles.hookspecs import Check, Finding, Severity, resolve

__all__ = ["Result", "mirror_alone", "run_checks", "translation_missing"]


@attrs.frozen
class Result:
    """One problem or finding of a profile, from the reader or from a check."""

    code: str
    """Code of the check; empty where the data could not be read."""
    severity: Severity
    """How bad it is."""
    origin: str
    """Distribution or folder of the data."""
    file: str
    """File name; empty where none is known."""
    line_number: int
    """Line in the file, counted from 1; 0 where none is known."""
    path: str
    """Place in the data."""
    message: str
    """What was found and what to do."""

    @property
    def is_error(self) -> bool:
        """Whether it makes the check fail."""
        return self.severity is Severity.ERROR

    @property
    def line(self) -> str:
        """The result on one line, as every error of the package is written."""
        message = f"{self.message} [{self.code}]" if self.code else self.message
        text = str(Problem(self.origin, self.file, self.line_number, self.path, message))
        return text if self.is_error else f"warning: {text}"


def run_checks(read: Callable[[], Profile], checks: Mapping[str, Check]) -> list[Result]:
    """Read a profile and hold it to every check.

    Args:
        read: Reads the profile.
        checks: The checks by code.

    Returns:
        Problems of the data where it could not be read, else what the checks found.

    Raises:
        PluginError: A check itself failed.
    """
    try:
        profile = read()
    except ProfileDataError as error:
        return [
            Result("", Severity.ERROR, p.origin, p.file, p.line, p.path, p.message)
            for p in error.problems
        ]
    results = []
    for code, check in sorted(checks.items()):
        try:
            results += [
                Result(code, check.severity, str(profile.origin), "", 0, f.path, f.message)
                for f in resolve(check.run)(profile)
            ]
        except (Exception, SystemExit) as error:  # a check may be anybody's
            message = f"the check {code} failed: {type(error).__name__}: {error}"
            raise PluginError(message) from error
    return results


def mirror_alone(profile: Profile) -> Iterator[Finding]:
    """Find statements that count and rest on copies of other publications alone (CP101)."""
    mirrors = {source.id for source in profile.sources if source.mirror}
    for statement in profile.statements:
        if not statement.is_deprecated and all(r.source in mirrors for r in statement.references):
            names = ", ".join(reference.source for reference in statement.references)
            message = f"rests on mirrors alone ({names}). Name the original, or another source."
            yield Finding(message, _path(statement))


def translation_missing(profile: Profile) -> Iterator[Finding]:
    """Find names and reasons that lack one of the profile's languages (CP102)."""
    for entity in profile.entities:
        yield from _missing(profile, entity.name, f"entities.{entity.id}.name")
    for statement in profile.statements:
        for field in ("because", "note"):
            text = getattr(statement, field)
            if text is not None:
                yield from _missing(profile, text, f"{_path(statement)}.{field}")


def _missing(profile: Profile, text: LanguageMap, path: str) -> Iterator[Finding]:
    missing = [lang for lang in profile.languages if lang not in text]
    if missing:
        yield Finding(f"is not given in {', '.join(missing)}. Add the translation.", path)


def _path(statement: Statement[Any]) -> str:
    return f"statements.{statement.anchor}"
