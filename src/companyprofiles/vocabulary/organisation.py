"""What an organisation is, where it sits and when it began."""

from __future__ import annotations

from companyprofiles._dates import PartialDate
from companyprofiles._identifiers import EntityId, Url
from companyprofiles._property import Property, Topic
from companyprofiles._texts import LanguageMap
from companyprofiles._values import Address

__all__ = [
    "BUSINESS_ADDRESS",
    "DESCRIPTION",
    "DISSOLUTION",
    "FOUNDER",
    "HEADQUARTERS",
    "INCEPTION",
    "INCORPORATION",
    "JURISDICTION",
    "PARENT",
    "PROPERTIES",
    "REGISTERED_ADDRESS",
    "WEBSITE",
]

DESCRIPTION = Property(
    "description",
    LanguageMap,
    label={"en": "Description", "zh": "简介"},
    description={"en": "What it is, in a sentence.", "zh": "一句话说明它是什么。"},
    topic=Topic.ORGANISATION,
    mappings={"schema": "description", "ftm": "Thing:summary"},
)
"""What it is, in a sentence."""

INCEPTION = Property(
    "inception",
    PartialDate,
    label={"en": "Founded", "zh": "创立"},
    description={
        "en": "When it was founded or begun; not when it was registered.",
        "zh": "创立或开始的时间，而非注册时间。",
    },
    topic=Topic.ORGANISATION,
    single=True,
    mappings={"wikidata": "P571", "schema": "foundingDate"},
)
"""When it was founded or begun; not when it was registered."""

INCORPORATION = Property(
    "incorporation",
    PartialDate,
    label={"en": "Incorporated", "zh": "注册成立"},
    description={"en": "When the legal entity was registered.", "zh": "法律实体注册成立的时间。"},
    topic=Topic.ORGANISATION,
    single=True,
    mappings={"ftm": "LegalEntity:incorporationDate", "gleif": "EntityCreationDate"},
)
"""When the legal entity was registered."""

DISSOLUTION = Property(
    "dissolution",
    PartialDate,
    label={"en": "Dissolved", "zh": "解散"},
    description={"en": "When it ceased to exist.", "zh": "不复存在的时间。"},
    topic=Topic.ORGANISATION,
    single=True,
    mappings={"schema": "dissolutionDate", "ftm": "LegalEntity:dissolutionDate"},
)
"""When it ceased to exist."""

JURISDICTION = Property(
    "jurisdiction",
    EntityId,
    label={"en": "Jurisdiction", "zh": "注册地"},
    description={
        "en": "Country or territory under whose law it exists.",
        "zh": "其所依据法律的国家或地区。",
    },
    topic=Topic.ORGANISATION,
    single=True,
    mappings={"ftm": "LegalEntity:jurisdiction", "gleif": "LegalJurisdiction"},
)
"""Country or territory under whose law it exists."""

HEADQUARTERS = Property(
    "headquarters",
    EntityId,
    label={"en": "Headquarters", "zh": "总部"},
    description={"en": "Place of its principal offices.", "zh": "主要办公所在地。"},
    topic=Topic.ORGANISATION,
    mappings={"wikidata": "P159", "schema": "location", "ftm": "Thing:address"},
)
"""Place of its principal offices."""

REGISTERED_ADDRESS = Property(
    "registered_address",
    Address,
    label={"en": "Registered address", "zh": "注册地址"},
    description={"en": "Address of its seat in the register.", "zh": "登记的住所地址。"},
    topic=Topic.ORGANISATION,
    single=True,
    mappings={"schema": "address", "ftm": "Thing:addressEntity", "gleif": "LegalAddress"},
)
"""Address of its seat in the register."""

BUSINESS_ADDRESS = Property(
    "business_address",
    Address,
    label={"en": "Business address", "zh": "办公地址"},
    description={
        "en": "Address of an office, such as the principal one.",
        "zh": "办公地址，如主要办公地。",
    },
    topic=Topic.ORGANISATION,
    mappings={"schema": "address", "ftm": "Thing:addressEntity", "gleif": "HeadquartersAddress"},
)
"""Address of an office, such as the principal one."""

WEBSITE = Property(
    "website",
    Url,
    label={"en": "Website", "zh": "网站"},
    description={"en": "Address of its own site.", "zh": "官方网站地址。"},
    topic=Topic.ORGANISATION,
    mappings={"wikidata": "P856", "schema": "url", "ftm": "LegalEntity:website"},
)
"""Address of its own site."""

FOUNDER = Property(
    "founder",
    EntityId,
    label={"en": "Founder", "zh": "创始人"},
    description={"en": "Who founded it.", "zh": "创立者。"},
    topic=Topic.ORGANISATION,
    mappings={"schema": "founder"},
)
"""Who founded it."""

PARENT = Property(
    "parent",
    EntityId,
    label={"en": "Part of", "zh": "隶属"},
    description={
        "en": "Organisation that it is a part of or controlled by.",
        "zh": "其所属或受其控制的组织。",
    },
    topic=Topic.ORGANISATION,
    mappings={"schema": "parentOrganization"},
)
"""Organisation that it is a part of or controlled by."""

PROPERTIES = (
    DESCRIPTION,
    INCEPTION,
    INCORPORATION,
    DISSOLUTION,
    JURISDICTION,
    HEADQUARTERS,
    REGISTERED_ADDRESS,
    BUSINESS_ADDRESS,
    WEBSITE,
    FOUNDER,
    PARENT,
)
"""The properties of this topic, in the order of pages."""
