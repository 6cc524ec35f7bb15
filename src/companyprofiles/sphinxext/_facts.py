"""What lists of companies are filtered and sorted by, kept so that no profile is read for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from companyprofiles._format import territory
from companyprofiles._identifiers import EntityId, Identifier
from companyprofiles._profile import Profile
from companyprofiles._texts import LanguageMap
from companyprofiles._values import Address
from companyprofiles._views import counts

__all__ = ["list_facts"]

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
