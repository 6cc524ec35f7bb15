"""Every exception and warning of the package.

::

    CompanyProfilesError
    ├── InvalidValueError (ValueError)       one value breaks its grammar or rule
    ├── ProfileDataError (ValueError)        a profile's data: every problem, together
    ├── AbsentValueError (ValueError)        the value of a statement that has none
    ├── ProfileNotFoundError (LookupError)   no installed plugin provides that company
    ├── UnknownNameError (LookupError)       no such property, entity, source, key or exporter
    ├── NoStatementError (LookupError)       the profile says nothing of that property
    ├── UndecidedError (LookupError)         more than one statement could be meant
    ├── MissingLibraryError (ImportError)    an optional library that is needed is not installed
    └── PluginError (RuntimeError)           a plugin that was asked for by name failed

    PluginWarning (UserWarning)              a plugin that nobody asked for failed
    CompanyProfilesDeprecationWarning (DeprecationWarning)
                                             a plugin uses what will go
"""

from __future__ import annotations

import datetime as dt
from os import PathLike, fspath
from reprlib import Repr
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "AbsentValueError",
    "CompanyProfilesDeprecationWarning",
    "CompanyProfilesError",
    "InvalidValueError",
    "MissingLibraryError",
    "NoStatementError",
    "PluginError",
    "PluginWarning",
    "Problem",
    "ProfileDataError",
    "ProfileNotFoundError",
    "UndecidedError",
    "UnknownNameError",
]

SHORT = Repr()
SHORT.maxstring = SHORT.maxother = 80

MOST_COMPARED_NAMES = 1000
"""Known names among which a near miss is looked for; more would take too long."""

LONGEST_SHOWN_VALUE = 80
"""Characters of a bad value that a message repeats."""

LONGEST_SHOWN_CAUSE = 400
"""Characters that a message repeats of what an error of a plugin says."""


class CompanyProfilesError(Exception):
    """Base of every exception that the package raises on purpose."""


class InvalidValueError(CompanyProfilesError, ValueError):
    """A value breaks the grammar or a rule of its type.

    Args:
        expected: What it must be, to be read after "must be".
        found: The value as it was given.
        advice: What to do about it, as a sentence.
    """

    def __init__(self, expected: str, found: object, advice: str = "") -> None:
        super().__init__(expected, found, advice)
        self.expected = expected
        self.found = found
        self.advice = advice

    def __str__(self) -> str:
        return sentence(self.expected, self.found, self.advice)


@attrs.frozen
class Problem:
    """One thing that is wrong in a profile's data, and where."""

    origin: str
    """Distribution that brought the data, or the folder that was read."""
    file: str
    """File name inside the data folder; empty where the data did not come from files."""
    line: int
    """Line in the file, counted from 1; 0 where there is none."""
    path: str
    """Place in the data, as in ``revenue[2].references[0].source``."""
    message: str
    """What must be, what was found and what to do."""
    folder: str = attrs.field(default="", eq=False)
    """Folder that the file is in; empty where the data did not come from a folder."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return ": ".join(part for part in (self.origin, place, self.path, self.message) if part)


class ProfileDataError(CompanyProfilesError, ValueError):
    """A profile's data has problems; all of them are reported together.

    Args:
        problems: At least one problem, in the order of the files.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


class AbsentValueError(CompanyProfilesError, ValueError):
    """A statement says that there is no value, or that it is not known; ``.absent`` says which."""


class ProfileNotFoundError(CompanyProfilesError, LookupError):
    """No installed plugin provides the company that was asked for.

    Args:
        company_id: What was asked for.
        known: The ids that could have been meant.
    """

    def __init__(self, company_id: str, known: Iterable[str] = ()) -> None:
        self.company_id = company_id
        self.known = tuple(known)
        super().__init__(company_id, self.known)

    def __str__(self) -> str:
        message = f"no installed plugin provides the company {shown(self.company_id)}."
        near = near_names(self.company_id, self.known)
        if near:
            return f"{message} Did you mean {near}?"
        if self.known:
            return f"{message} Installed: {', '.join(self.known[:20])}."
        return f"{message} No company is installed."


class UnknownNameError(CompanyProfilesError, LookupError):
    """A name stands for nothing here.

    Args:
        kind: What kind of name it is, such as "property".
        name: The name.
        known: The names that exist.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str] = ()) -> None:
        self.kind = kind
        self.name = name
        self.known = tuple(known)
        super().__init__(kind, name, self.known)

    def __str__(self) -> str:
        message = f"there is no {self.kind} {shown(self.name)}."
        near = near_names(self.name, self.known)
        return f"{message} Did you mean {near}?" if near else message


class NoStatementError(CompanyProfilesError, LookupError):
    """Nothing is stated that would answer the question."""


class UndecidedError(CompanyProfilesError, LookupError):
    """More than one statement answers, and nothing prefers one of them.

    Args:
        message: What was asked, and how to ask more narrowly.
        candidates: One line for each statement that could be meant.
    """

    def __init__(self, message: str, candidates: Iterable[str] = ()) -> None:
        self.message = message
        self.candidates = tuple(candidates)
        super().__init__(message, self.candidates)

    def __str__(self) -> str:
        return "\n".join([self.message, *(f"  {line}" for line in self.candidates)])


class MissingLibraryError(CompanyProfilesError, ImportError):
    """An optional library is needed for what was asked, and it is not installed.

    Args:
        library: What it is called.
        purpose: What needs it, to be read after "for".
        extra: The extra that brings it.
        distribution: The distribution that has the extra.
    """

    def __init__(
        self, library: str, purpose: str, extra: str, distribution: str = "companyprofiles"
    ) -> None:
        super().__init__(library, purpose, extra, distribution)
        self.library = library
        self.purpose = purpose
        self.extra = extra
        self.distribution = distribution

    def __str__(self) -> str:
        return (
            f"{self.library} is needed for {self.purpose}, and is not installed. "
            f"Install {self.library}, or {self.distribution} with its extra '{self.extra}'."
        )


class PluginError(CompanyProfilesError, RuntimeError):
    """A plugin that was asked for by name could not do its part; the cause is chained."""


class PluginWarning(UserWarning):
    """A plugin failed that nobody asked for by name; the rest goes on without it."""


class CompanyProfilesDeprecationWarning(DeprecationWarning):
    """A plugin uses a part of the contract that will go.

    Args:
        what: What it uses, such as "the argument 'name' of the hook companyprofiles_profile".
        since: Version of companyprofiles that said so first.
        removal: Version in which it will be gone.
        replacement: What to do instead, as a sentence.
    """

    def __init__(self, what: str, since: str, removal: str, replacement: str) -> None:
        super().__init__(what, since, removal, replacement)
        self.what = what
        self.since = since
        self.removal = removal
        self.replacement = replacement

    def __str__(self) -> str:
        return (
            f"{self.what} is deprecated since companyprofiles {self.since}, "
            f"and gone in {self.removal}. {self.replacement}"
        )


def cause_of(error: BaseException) -> str:
    """Return what an error of anybody's code is and says, on one printable line."""
    name = type(error).__name__
    try:
        text = " ".join(str(error).split())
    except Exception:  # noqa: BLE001, the text is made by anybody's code too
        return f"{name}, which cannot say why"
    if not text.isprintable():
        text = ascii(text)[1:-1]
    if len(text) > LONGEST_SHOWN_CAUSE:
        text = f"{text[:LONGEST_SHOWN_CAUSE]}…"
    return f"{name}: {text}" if text else name


def count(number: int, noun: str, plural: str = "") -> str:
    """Return a number with its noun, for messages that are in English alone.

    Args:
        number: The number.
        noun: What is counted.
        plural: What several of them are called; by default with an s.
    """
    return f"{number} {noun if number == 1 else plural or f'{noun}s'}"


def shown(value: object) -> str:
    """Return *value* as a message repeats it: on one line, printable and short.

    A path is shown in full, or else nobody finds it.
    """
    if isinstance(value, PathLike):
        path = fspath(value)
        return repr(path) if path.isprintable() else ascii(path)
    if isinstance(value, str):
        text = repr(value) if value.isprintable() else ascii(value)
    elif isinstance(value, dt.date | dt.time):
        text = value.isoformat()  # as TOML writes it
    else:
        try:
            text = SHORT.repr(value)
        except ValueError:  # Python refuses to write an integer of more than 4300 digits.
            text = "a number of too many digits"
    if len(text) > LONGEST_SHOWN_VALUE:
        text = f"{text[:LONGEST_SHOWN_VALUE]}… ({len(text)} characters)"
    return text


def sentence(expected: str, found: object, advice: str = "") -> str:
    """Return the one wording of a bad value: expected, found, what to do."""
    message = f"must be {expected}, got {shown(found)}."
    return f"{message} {advice}" if advice else message


def near_names(name: str, known: Iterable[str]) -> str:
    """Return the known names nearest to *name*, quoted, or an empty string."""
    names = sorted(known)
    if len(names) > MOST_COMPARED_NAMES or len(name) > LONGEST_SHOWN_VALUE:
        return ""
    from difflib import get_close_matches

    by_folded = {known_name.lower(): known_name for known_name in names}
    near = get_close_matches(name.lower(), by_folded, n=3, cutoff=0.6)
    return " or ".join(repr(by_folded[folded]) for folded in near)
