"""What values, entities and statements can do: be written in the words of a language."""

from __future__ import annotations

__all__ = ["InWords"]


class InWords:
    """Something that ``format`` writes in words, by the tag of a language."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        """Return it in a language, as in ``f"{value:zh}"``; else its text, formatted as a string.

        Raises:
            MissingLibraryError: Babel is not installed, and a language is asked for.
        """
        # Imported late: most programs write no words, and only words need Babel.
        from companyprofiles._texts import LANGUAGE, matches

        if not matches(LANGUAGE, spec):
            return format(str(self), spec)
        from companyprofiles._wording import Wording

        return Wording(spec).value(self)
