"""What lists of companies are filtered and sorted by, kept so that no profile is read for it."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any

from companyprofiles._format import territory
from companyprofiles._identifiers import EntityId, Identifier
from companyprofiles._numbers import Number
from companyprofiles._profile import Profile
from companyprofiles._texts import LanguageMap
from companyprofiles._values import Address
from companyprofiles._views import counts
from companyprofiles._wording import Wording
from companyprofiles.errors import CompanyProfilesError
from companyprofiles.sphinxext._target import Target

__all__ = ["OVERVIEW", "addresses", "list_facts", "overview"]

OVERVIEW = ("description", "industry", "headquarters", "inception", "employees", "revenue")
"""Properties that the overview of companies shows."""

PROPERTIES = {
    "country": ("jurisdiction", "headquarters", "registered_address", "business_address"),
    "industry": ("industry", "industry_code"),
    "inception": ("inception",),
}
"""Properties that a list is filtered or sorted by, under the name of the option."""


def list_facts(profile: Profile) -> dict[str, list[str]]:
    """Return what is stated of the company itself, by the name of the option, in all its names."""
    own = [s for s in profile.of(profile.subject) if counts(s) and not s.absent]
    return {
        option: list(
            dict.fromkeys(
                text
                for statement in own
                if statement.prop.name in names
                for text in _texts(statement.value, profile)
            )
        )
        for option, names in PROPERTIES.items()
    }


def _texts(value: Any, profile: Profile) -> Iterator[str]:
    """Yield what a value may be called by somebody who looks for it."""
    if isinstance(value, EntityId):
        yield str(value)
        yield from profile.entity(value).name.values()
    elif isinstance(value, Address):
        yield value.country
        for language in profile.languages:
            yield territory(value.country, language)
    elif isinstance(value, LanguageMap):
        yield from value.values()
    elif isinstance(value, Identifier):
        yield value.id
    else:
        yield str(value)


def overview(profile: Profile, language: str) -> dict[str, list[str]]:
    """Return what the overview shows of a company, in words: a value, and the time that it is of.

    What is not stated, or not settled, is left out.

    Args:
        profile: The profile of the company.
        language: BCP 47 tag of the site's language.
    """
    wording = Wording.of(profile, language)
    found = {}
    for name in OVERVIEW:
        try:
            statements = Target(profile.id, "", name).answers(profile, language)
        except CompanyProfilesError:
            continue
        if len(statements) == 1 and not statements[0].absent:
            statement = statements[0]
            is_figure = isinstance(statement.value, Number)
            time = wording.period(statement) if is_figure else ""
            found[name] = [wording.value_of(statement), time]
    return found


def addresses(profile: Profile) -> dict[str, str]:
    """Return the id of each source that has a web address, by a digest of the address."""
    return {
        blake2b(source.url.encode(), digest_size=6).hexdigest(): source.id
        for source in profile.sources
        if source.url
    }
