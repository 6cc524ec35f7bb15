"""Problems and findings, told alike whoever found them."""

from __future__ import annotations

from typing import Any

import attrs

from companyprofiles.errors import Problem
from companyprofiles.hookspecs import Severity

__all__ = ["Result"]


@attrs.frozen
class Result:
    """One problem or finding of a profile, from the reader or from a check."""

    code: str
    """Code of the check; empty where the data could not be read."""
    severity: Severity
    """How bad it is."""
    problem: Problem
    """What was found, and where."""

    @property
    def is_error(self) -> bool:
        """Whether it makes the check fail."""
        return self.severity is Severity.ERROR

    @property
    def line(self) -> str:
        """The result on one line, as every error of the package is written."""
        code = f" [{self.code}]" if self.code else ""
        text = f"{self.problem}{code}"
        return text if self.is_error else f"warning: {text}"

    @property
    def place(self) -> tuple[str, int, str, str]:
        """File, line, code and path, by which results are ordered."""
        return (self.problem.file, self.problem.line, self.code, self.problem.path)

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {"code": self.code, "severity": self.severity.value, **attrs.asdict(self.problem)}
