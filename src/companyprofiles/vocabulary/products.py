"""What a company makes and offers, and how its products relate."""

from __future__ import annotations

from companyprofiles._dates import PartialDate
from companyprofiles._identifiers import EntityId
from companyprofiles._property import Property, Topic
from companyprofiles._texts import LanguageMap

__all__ = [
    "ANNOUNCED_BY",
    "APPLICATION_AREA",
    "BASED_ON",
    "CAPABILITY",
    "CLASSIFICATION",
    "DEVELOPER",
    "PRODUCT",
    "PROPERTIES",
    "RELEASE",
]

PRODUCT = Property(
    "product",
    EntityId,
    label={"en": "Product", "zh": "产品"},
    description={"en": "A product or service of the subject.", "zh": "主体的产品或服务。"},
    topic=Topic.PRODUCTS,
    mappings={"schema": "makesOffer"},
)
"""A product or service of the subject."""

DEVELOPER = Property(
    "developer",
    EntityId,
    label={"en": "Developed by", "zh": "开发者"},
    description={"en": "Who develops the product.", "zh": "产品的开发者。"},
    topic=Topic.PRODUCTS,
    mappings={"schema": "creator"},
)
"""Who develops the product."""

RELEASE = Property(
    "release",
    PartialDate,
    label={"en": "Released", "zh": "发布"},
    description={"en": "When it was released, at which stage.", "zh": "发布时间及阶段。"},
    topic=Topic.PRODUCTS,
    dimensions=("stage",),
    mappings={"schema": "releaseDate"},
)
"""When it was released, at which stage."""

ANNOUNCED_BY = Property(
    "announced_by",
    EntityId,
    label={"en": "Announced by", "zh": "宣布者"},
    description={"en": "Who announced it.", "zh": "宣布者。"},
    topic=Topic.PRODUCTS,
)
"""Who announced it."""

BASED_ON = Property(
    "based_on",
    EntityId,
    label={"en": "Based on", "zh": "基于"},
    description={"en": "Product that it is built from.", "zh": "其所基于的产品。"},
    topic=Topic.PRODUCTS,
    mappings={"schema": "isBasedOn"},
)
"""Product that it is built from."""

CLASSIFICATION = Property(
    "classification",
    LanguageMap,
    label={"en": "Kind", "zh": "类别"},
    description={"en": "What kind of product it is.", "zh": "产品类别。"},
    topic=Topic.PRODUCTS,
)
"""What kind of product it is."""

CAPABILITY = Property(
    "capability",
    LanguageMap,
    label={"en": "Capability", "zh": "能力"},
    description={"en": "What it is said to be able to do.", "zh": "据称具备的能力。"},
    topic=Topic.PRODUCTS,
)
"""What it is said to be able to do."""

APPLICATION_AREA = Property(
    "application_area",
    LanguageMap,
    label={"en": "Application area", "zh": "应用领域"},
    description={"en": "Where it is used.", "zh": "应用的领域。"},
    topic=Topic.PRODUCTS,
)
"""Where it is used."""

PROPERTIES = (
    PRODUCT,
    DEVELOPER,
    RELEASE,
    ANNOUNCED_BY,
    BASED_ON,
    CLASSIFICATION,
    CAPABILITY,
    APPLICATION_AREA,
)
"""The properties of this topic, in the order of pages."""
