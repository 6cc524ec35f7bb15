"""Who has a part in whom."""

from __future__ import annotations

from companyprofiles._property import Property, Topic
from companyprofiles._values import Ownership

__all__ = ["HOLDING", "OWNED_BY", "PROPERTIES"]

HOLDING = Property(
    "holding",
    Ownership,
    label={"en": "Holds", "zh": "持股"},
    description={
        "en": "A part that the subject has in the party; its period is that of the holding.",
        "zh": "主体在另一方中的权益；有效期即持有期。",
    },
    topic=Topic.HOLDINGS,
    inverse="owned_by",
    mappings={"wikidata": "P1830", "ftm": "Ownership:asset", "bods": "relationship"},
)
"""A part that the subject has in the party; its period is that of the holding."""

OWNED_BY = Property(
    "owned_by",
    Ownership,
    label={"en": "Held by", "zh": "股东"},
    description={"en": "A part that the party has in the subject.", "zh": "另一方在主体中的权益。"},
    topic=Topic.HOLDINGS,
    inverse="holding",
    mappings={"wikidata": "P127", "ftm": "Ownership:owner", "bods": "relationship"},
)
"""A part that the party has in the subject."""

PROPERTIES = (
    HOLDING,
    OWNED_BY,
)
"""The properties of this topic, in the order of pages."""
