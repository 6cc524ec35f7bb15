"""What an organisation is, where it sits and when it began."""

from __future__ import annotations

from companyprofiles._dates import PartialDate
from companyprofiles._identifiers import EntityId, Identifier, Url
from companyprofiles._property import Property, Topic
from companyprofiles._texts import LanguageMap, Text
from companyprofiles._values import Address

__all__ = [
    "BRAND",
    "BUSINESS_ADDRESS",
    "DESCRIPTION",
    "DISSOLUTION",
    "FOUNDER",
    "HEADQUARTERS",
    "INCEPTION",
    "INCORPORATION",
    "INDUSTRY",
    "INDUSTRY_CODE",
    "JURISDICTION",
    "LEGAL_FORM",
    "LEGAL_FORM_CODE",
    "PARENT",
    "PREDECESSOR",
    "PROPERTIES",
    "REGISTERED_ADDRESS",
    "SUBSIDIARY",
    "SUCCESSOR",
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

LEGAL_FORM = Property(
    "legal_form",
    Text,
    label={"en": "Legal form", "zh": "法律形式"},
    description={
        "en": "Form of company that it has in law, as its register words it.",
        "zh": "登记机关所用措辞的法律组织形式。",
    },
    topic=Topic.ORGANISATION,
    single=True,
    mappings={"wikidata": "P1454", "ftm": "LegalEntity:legalForm"},
)
"""Form of company that it has in law, as its register words it."""

LEGAL_FORM_CODE = Property(
    "legal_form_code",
    Identifier,
    label={"en": "Code of the legal form", "zh": "法律形式代码"},
    description={
        "en": "Code of its legal form in the list of entity legal forms (ISO 20275).",
        "zh": "实体法律形式清单（ISO 20275）中的代码。",
    },
    topic=Topic.ORGANISATION,
    scheme="elf",
    single=True,
    mappings={"gleif": "EntityLegalFormCode"},
)
"""Code of its legal form in the list of entity legal forms (ISO 20275)."""

DISSOLUTION = Property(
    "dissolution",
    PartialDate,
    label={"en": "Dissolved", "zh": "解散"},
    description={"en": "When it ceased to exist.", "zh": "不复存在的时间。"},
    topic=Topic.ORGANISATION,
    single=True,
    mappings={
        "wikidata": "P576",
        "schema": "dissolutionDate",
        "ftm": "LegalEntity:dissolutionDate",
    },
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
    mappings={
        "wikidata": "P1001",
        "ftm": "LegalEntity:jurisdiction",
        "gleif": "LegalJurisdiction",
    },
)
"""Country or territory under whose law it exists."""

HEADQUARTERS = Property(
    "headquarters",
    EntityId,
    label={"en": "Headquarters", "zh": "总部"},
    description={"en": "Place of its principal offices.", "zh": "主要办公所在地。"},
    topic=Topic.ORGANISATION,
    single=True,
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
    mappings={"schema": "legalAddress", "ftm": "Thing:addressEntity", "gleif": "LegalAddress"},
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

INDUSTRY = Property(
    "industry",
    LanguageMap,
    label={"en": "Industry", "zh": "行业"},
    description={"en": "Branch of business that it is in.", "zh": "所处行业。"},
    topic=Topic.ORGANISATION,
    mappings={"wikidata": "P452", "ftm": "LegalEntity:sector"},
)
"""Branch of business that it is in."""

INDUSTRY_CODE = Property(
    "industry_code",
    Identifier,
    label={"en": "Code of the industry", "zh": "行业代码"},
    description={
        "en": "Code of its industry in a classification, which the value names.",
        "zh": "行业分类中的代码，分类见值。",
    },
    topic=Topic.ORGANISATION,
)
"""Code of its industry in a classification, which the value names."""

FOUNDER = Property(
    "founder",
    EntityId,
    label={"en": "Founder", "zh": "创始人"},
    description={"en": "Who founded it.", "zh": "创立者。"},
    topic=Topic.ORGANISATION,
    mappings={"wikidata": "P112", "schema": "founder"},
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
    single=True,
    inverse="subsidiary",
    mappings={"wikidata": "P749", "schema": "parentOrganization", "ftm": "Ownership:owner"},
)
"""Organisation that it is a part of or controlled by."""

SUBSIDIARY = Property(
    "subsidiary",
    EntityId,
    label={"en": "Subsidiary", "zh": "下属组织"},
    description={
        "en": "Organisation that is a part of it or controlled by it.",
        "zh": "隶属于它或受其控制的组织。",
    },
    topic=Topic.ORGANISATION,
    inverse="parent",
    mappings={"wikidata": "P355", "schema": "subOrganization", "ftm": "Ownership:asset"},
)
"""Organisation that is a part of it or controlled by it."""

BRAND = Property(
    "brand",
    EntityId,
    label={"en": "Brand", "zh": "品牌"},
    description={"en": "Brand under which it sells.", "zh": "其经营所用的品牌。"},
    topic=Topic.ORGANISATION,
    mappings={"wikidata": "P1716", "schema": "brand"},
)
"""Brand under which it sells."""

PREDECESSOR = Property(
    "predecessor",
    EntityId,
    label={"en": "Predecessor", "zh": "前身"},
    description={
        "en": "Organisation whose business or legal standing it took over.",
        "zh": "其业务或法律地位所承继的组织。",
    },
    topic=Topic.ORGANISATION,
    inverse="successor",
    mappings={"wikidata": "P1365", "ftm": "Succession:predecessor"},
)
"""Organisation whose business or legal standing it took over."""

SUCCESSOR = Property(
    "successor",
    EntityId,
    label={"en": "Successor", "zh": "继任组织"},
    description={
        "en": "Organisation that took over its business or legal standing.",
        "zh": "承继其业务或法律地位的组织。",
    },
    topic=Topic.ORGANISATION,
    inverse="predecessor",
    mappings={"wikidata": "P1366", "ftm": "Succession:successor", "gleif": "SuccessorEntity"},
)
"""Organisation that took over its business or legal standing."""

PROPERTIES = (
    DESCRIPTION,
    INCEPTION,
    INCORPORATION,
    DISSOLUTION,
    LEGAL_FORM,
    LEGAL_FORM_CODE,
    JURISDICTION,
    HEADQUARTERS,
    REGISTERED_ADDRESS,
    BUSINESS_ADDRESS,
    WEBSITE,
    INDUSTRY,
    INDUSTRY_CODE,
    FOUNDER,
    PARENT,
    SUBSIDIARY,
    BRAND,
    PREDECESSOR,
    SUCCESSOR,
)
"""The properties of this topic, in the order of pages."""
