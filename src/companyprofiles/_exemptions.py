"""Where a statement is not held to a check, and why."""

from __future__ import annotations

from companyprofiles._maps import StringMap
from companyprofiles._texts import check_text, matches
from companyprofiles.errors import InvalidValueError

__all__ = ["Exemptions", "check_code"]

CODE = r"[A-Z]{2,8}[0-9]{3}"


def check_code(text: object) -> str:
    """Return *text* if a check can be called so.

    Raises:
        InvalidValueError: It is not two to eight capitals and three digits.
    """
    if not isinstance(text, str) or not matches(CODE, text):
        raise InvalidValueError("a code such as 'CP101'", text)
    return text


class Exemptions(StringMap):
    """Codes of checks that a statement is not held to, each with the reason."""

    __slots__ = ()

    def _check(self, key: object, value: object) -> tuple[str, str]:
        return check_code(key), check_text(value)
