"""What is said of a profile as a whole: the ``[profile]`` table, and where it came from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
from attrs.converters import optional

from companyprofiles._dates import PartialDate, as_partial_date
from companyprofiles._identifiers import check_slug
from companyprofiles._texts import LanguageMap, check_language, check_text, matches
from companyprofiles.errors import InvalidValueError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["SCHEMA_VERSION", "SUFFIX", "Header", "Origin"]

SCHEMA_VERSION = 1
"""Version of the data format that this release reads and writes."""

SUFFIX = ".toml"
"""How the names of data files end."""

UPGRADE = "The data is newer than companyprofiles; upgrade it."
"""Advice where the data is of a later version."""

MONTH_DAY = r"--(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"


def _month_day(text: str) -> str:
    if not matches(MONTH_DAY, text):
        raise InvalidValueError("a month and day such as '--03-31'", text)
    return text


def _schema_version(number: int) -> int:
    if type(number) is not int or number < 1:
        raise InvalidValueError(f"a whole number such as {SCHEMA_VERSION}", number)
    if number > SCHEMA_VERSION:
        raise InvalidValueError(f"at most {SCHEMA_VERSION}", number, UPGRADE)
    return number


@attrs.frozen
class Origin:
    """Where a profile came from; no part of what it says."""

    distribution: str = ""
    """Name of the distribution, or the folder that was read."""
    version: str = ""
    """Version of the distribution; empty for a folder."""
    files: tuple[Path, ...] = ()
    """The files that were read."""

    @property
    def folder(self) -> Path | None:
        """The folder of the data files; ``None`` where the profile was not read from a folder."""
        return self.files[0].parent if self.files and self.files[0].suffix == SUFFIX else None

    def __str__(self) -> str:
        return f"{self.distribution} {self.version}".strip()


@attrs.frozen(kw_only=True)
class Header:
    """The ``[profile]`` table of a company's data."""

    id: str = attrs.field(converter=check_slug)
    """Id of the company, as :func:`companyprofiles.get` takes it."""
    subject: str = attrs.field(converter=check_slug)
    """Id of the entity that the profile is about."""
    schema_version: int = attrs.field(default=SCHEMA_VERSION, converter=_schema_version)
    """Version of the data format."""
    data_cut_off: PartialDate | None = attrs.field(
        default=None, converter=optional(as_partial_date)
    )
    """Day up to which sources were read."""
    licence: str | None = attrs.field(default=None, converter=optional(check_text))
    """Licence of the data, as an SPDX expression."""
    languages: tuple[str, ...] = ()
    """BCP 47 tags of the languages that the profile is written in."""
    maintainers: tuple[str, ...] = ()
    """Who answers for the data."""
    fiscal_year_end: str | None = attrs.field(default=None, converter=optional(_month_day))
    """Last day of the company's fiscal year, such as ``--03-31``."""
    note: LanguageMap | None = attrs.field(default=None, converter=optional(LanguageMap))
    """What a reader has to know about the whole."""

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "languages", tuple(map(check_language, self.languages)))
        object.__setattr__(self, "maintainers", tuple(map(check_text, self.maintainers)))
