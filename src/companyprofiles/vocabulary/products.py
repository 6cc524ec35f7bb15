"""What a company makes and offers, and how its products relate."""

from __future__ import annotations

from companyprofiles._dates import PartialDate
from companyprofiles._identifiers import EntityId
from companyprofiles._numbers import Quantity
from companyprofiles._property import Property, Topic
from companyprofiles._texts import LanguageMap

__all__ = [
    "ANNOUNCED_BY",
    "APPLICATION_AREA",
    "BASED_ON",
    "CAPABILITY",
    "CLASSIFICATION",
    "COMPETITOR",
    "DEVELOPER",
    "PART_OF",
    "PERFORMANCE",
    "PRODUCT",
    "PROPERTIES",
    "RELEASE",
    "SUCCEEDED_BY",
    "USES",
]

PRODUCT = Property(
    "product",
    EntityId,
    label={"en": "Product", "zh": "产品"},
    description={"en": "A product or service of the subject.", "zh": "主体的产品或服务。"},
    topic=Topic.PRODUCTS,
    mappings={"wikidata": "P1056", "schema": "makesOffer"},
)
"""A product or service of the subject."""

DEVELOPER = Property(
    "developer",
    EntityId,
    label={"en": "Developed by", "zh": "开发者"},
    description={"en": "Who develops the product.", "zh": "产品的开发者。"},
    topic=Topic.PRODUCTS,
    mappings={"wikidata": "P178", "schema": "creator"},
)
"""Who develops the product."""

RELEASE = Property(
    "release",
    PartialDate,
    label={"en": "Released", "zh": "发布"},
    description={"en": "When it was released, at which stage.", "zh": "发布时间及阶段。"},
    topic=Topic.PRODUCTS,
    single=True,
    dimensions=("stage",),
    mappings={"wikidata": "P577", "schema": "releaseDate"},
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

PART_OF = Property(
    "part_of",
    EntityId,
    label={"en": "Belongs to", "zh": "所属系列"},
    description={
        "en": "Larger product, system or series that it is a part of.",
        "zh": "其所属的更大的产品、系统或系列。",
    },
    topic=Topic.PRODUCTS,
    mappings={"wikidata": "P361", "schema": "isPartOf"},
)
"""Larger product, system or series that it is a part of."""

BASED_ON = Property(
    "based_on",
    EntityId,
    label={"en": "Based on", "zh": "基于"},
    description={"en": "Product that it is built from.", "zh": "其所基于的产品。"},
    topic=Topic.PRODUCTS,
    mappings={"wikidata": "P144", "schema": "isBasedOn"},
)
"""Product that it is built from."""

USES = Property(
    "uses",
    EntityId,
    label={"en": "Uses", "zh": "使用"},
    description={
        "en": "Product, component or service that it works with.",
        "zh": "其所使用的产品、部件或服务。",
    },
    topic=Topic.PRODUCTS,
    mappings={"wikidata": "P2283"},
)
"""Product, component or service that it works with."""

SUCCEEDED_BY = Property(
    "succeeded_by",
    EntityId,
    label={"en": "Succeeded by", "zh": "后继产品"},
    description={"en": "Product that took its place.", "zh": "取代它的产品。"},
    topic=Topic.PRODUCTS,
    mappings={"wikidata": "P156", "schema": "predecessorOf"},
)
"""Product that took its place."""

COMPETITOR = Property(
    "competitor",
    EntityId,
    label={"en": "Competes with", "zh": "竞争对手"},
    description={"en": "Product or company that it competes with.", "zh": "与其竞争的产品或公司。"},
    topic=Topic.PRODUCTS,
    inverse="competitor",
)
"""Product or company that it competes with."""

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

PERFORMANCE = Property(
    "performance",
    Quantity,
    label={"en": "Performance", "zh": "性能"},
    description={
        "en": "How much it does, by which measure and at which precision, in a unit of its own.",
        "zh": "某项指标在某一精度下的性能，单位见数值。",
    },
    topic=Topic.PRODUCTS,
    single=True,
    dimensions=("metric", "precision", "configuration"),
)
"""How much it does, by which measure and at which precision, in a unit of its own."""

APPLICATION_AREA = Property(
    "application_area",
    LanguageMap,
    label={"en": "Application area", "zh": "应用领域"},
    description={"en": "Where it is used.", "zh": "应用的领域。"},
    topic=Topic.PRODUCTS,
    mappings={"wikidata": "P366"},
)
"""Where it is used."""

PROPERTIES = (
    PRODUCT,
    DEVELOPER,
    RELEASE,
    ANNOUNCED_BY,
    PART_OF,
    BASED_ON,
    USES,
    SUCCEEDED_BY,
    COMPETITOR,
    CLASSIFICATION,
    CAPABILITY,
    PERFORMANCE,
    APPLICATION_AREA,
)
"""The properties of this topic, in the order of pages."""
