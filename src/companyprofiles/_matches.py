"""Finding companies, and what their profiles are about, by name, identifier or ticker."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

import attrs

from companyprofiles._catalog import installed
from companyprofiles._choices import Choice
from companyprofiles._profile import Profile
from companyprofiles.errors import CompanyProfilesError, PluginWarning

__all__ = ["Match", "MatchKind", "search"]


class MatchKind(Choice):
    """How a text fits what was searched for, the best first."""

    EXACT = "exact"
    PREFIX = "prefix"
    """The text begins so."""
    SUBSTRING = "substring"
    """It is somewhere in the text."""
    FUZZY = "fuzzy"
    """The text, or a word of it, is much alike; looked for only where nothing else fits."""


@attrs.frozen(kw_only=True)
class Match:
    """A name, identifier or ticker that fits what was searched for."""

    company: str
    """Id of the company in whose profile it is."""
    entity: str | None
    """Id of the entity that is called so; ``None`` where that is the company itself."""
    text: str
    """What it is called, as the profile has it."""
    lang: str | None
    """BCP 47 tag of the language of the text; ``None`` where it is in none."""
    kind: MatchKind
    """How well it fits."""
    found_in: str
    """In what it was found, the name of a property, or ``name``, ``id`` or ``same_as``."""
    statement: str | None = None
    """Key or id of the statement it was found in; ``None`` where that is none."""
    former: bool = False
    """Whether it was called so once, and no longer."""
    deprecated: bool = False
    """Whether it is known to be wrong that it is called so."""


def search(text: str) -> tuple[Match, ...]:
    """Find companies and entities in all installed profiles.

    Upper and lower case, and full-width and half-width letters, are the same. A profile that
    cannot be read is left out with a :class:`~companyprofiles.errors.PluginWarning`.

    Args:
        text: A name in any language, an identifier, a ticker symbol or an id, or a part of one.

    Returns:
        What fits, the best first; where nothing does, what is spelt much alike.

    Raises:
        InvalidValueError: There is no text to search for.
    """
    # What compares names is imported by those who search.
    from companyprofiles._search import search_profiles

    return search_profiles(text, _readable())


def _readable() -> Iterator[Profile]:
    catalog = installed()
    for company in catalog.companies:
        try:
            yield catalog.get(company)
        except CompanyProfilesError as error:
            message = f"the company {company!r} is not searched: {error}"
            warnings.warn(message, PluginWarning, stacklevel=2)
