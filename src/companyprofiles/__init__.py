"""Company facts that can be checked, as typed Python data.

Importing this package discovers and reads nothing; :func:`get` does.
"""

from __future__ import annotations

from companyprofiles._catalog import Catalog, Company, companies, get, load
from companyprofiles._coverage import Coverage
from companyprofiles._dates import PartialDate, Precision
from companyprofiles._derivation import Derivation
from companyprofiles._entities import Entity, EntityKind
from companyprofiles._exemptions import Exemptions
from companyprofiles._header import Origin
from companyprofiles._identifiers import EntityId, Identifier, IdentifierScheme, Url
from companyprofiles._maps import StringMap
from companyprofiles._matches import Match, MatchKind, search
from companyprofiles._numbers import Money, Number, Quantity, Share
from companyprofiles._periods import End, Period
from companyprofiles._profile import Profile
from companyprofiles._property import Property, Time, Topic
from companyprofiles._resolutions import Resolution
from companyprofiles._sources import Reference, Source, SourceKind
from companyprofiles._statements import Absent, Dimensions, Modality, Rank, Statement
from companyprofiles._texts import LanguageMap, Text, TextKind
from companyprofiles._values import (
    Address,
    AddressKind,
    Interest,
    Listing,
    Ownership,
    Position,
    SecurityKind,
)
from companyprofiles._views import EntityView

__all__ = [
    "Absent",
    "Address",
    "AddressKind",
    "Catalog",
    "Company",
    "Coverage",
    "Derivation",
    "Dimensions",
    "End",
    "Entity",
    "EntityId",
    "EntityKind",
    "EntityView",
    "Exemptions",
    "Identifier",
    "IdentifierScheme",
    "Interest",
    "LanguageMap",
    "Listing",
    "Match",
    "MatchKind",
    "Modality",
    "Money",
    "Number",
    "Origin",
    "Ownership",
    "PartialDate",
    "Period",
    "Position",
    "Precision",
    "Profile",
    "Property",
    "Quantity",
    "Rank",
    "Reference",
    "Resolution",
    "SecurityKind",
    "Share",
    "Source",
    "SourceKind",
    "Statement",
    "StringMap",
    "Text",
    "TextKind",
    "Time",
    "Topic",
    "Url",
    "companies",
    "get",
    "load",
    "search",
]


def __getattr__(name: str) -> str:
    """Return ``__version__``, read from the distribution's metadata when it is asked for."""
    if name == "__version__":
        from importlib.metadata import version

        return version("companyprofiles")
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
