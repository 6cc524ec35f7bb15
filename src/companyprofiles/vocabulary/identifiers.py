"""How registers and exchanges name it."""

from __future__ import annotations

from companyprofiles._identifiers import Identifier
from companyprofiles._property import Property, Topic
from companyprofiles._values import Listing

__all__ = [
    "CIK",
    "CUSIP",
    "ISIN",
    "LEI",
    "LISTING",
    "OPENCORPORATES_ID",
    "OTHER_IDENTIFIER",
    "PROPERTIES",
    "USCC",
    "WIKIDATA_ID",
]

LEI = Property(
    "lei",
    Identifier,
    label={"en": "LEI", "zh": "法人识别编码"},
    description={
        "en": "Legal entity identifier (ISO 17442).",
        "zh": "法人机构识别编码（ISO 17442）。",
    },
    topic=Topic.IDENTIFIERS,
    scheme="lei",
    single=True,
    mappings={"wikidata": "P1278", "schema": "leiCode", "ftm": "LegalEntity:leiCode"},
)
"""Legal entity identifier (ISO 17442)."""

ISIN = Property(
    "isin",
    Identifier,
    label={"en": "ISIN", "zh": "ISIN"},
    description={
        "en": "International securities identification number (ISO 6166) of one of its securities.",
        "zh": "其某一证券的国际证券识别码（ISO 6166）。",
    },
    topic=Topic.IDENTIFIERS,
    scheme="isin",
    dimensions=("security",),
    mappings={"wikidata": "P946", "ftm": "Security:isin"},
)
"""International securities identification number (ISO 6166) of one of its securities."""

CUSIP = Property(
    "cusip",
    Identifier,
    label={"en": "CUSIP", "zh": "CUSIP"},
    description={
        "en": "North American number of one of its securities.",
        "zh": "其某一证券的北美证券编号。",
    },
    topic=Topic.IDENTIFIERS,
    scheme="cusip",
    dimensions=("security",),
)
"""North American number of one of its securities."""

CIK = Property(
    "cik",
    Identifier,
    label={"en": "CIK", "zh": "CIK"},
    description={
        "en": "Central index key of the US Securities and Exchange Commission.",
        "zh": "美国证券交易委员会中央索引键。",
    },
    topic=Topic.IDENTIFIERS,
    scheme="cik",
    single=True,
    mappings={"wikidata": "P5531", "ftm": "Company:cikCode"},
)
"""Central index key of the US Securities and Exchange Commission."""

USCC = Property(
    "uscc",
    Identifier,
    label={"en": "Unified social credit code", "zh": "统一社会信用代码"},
    description={
        "en": "Code of a legal entity in mainland China (GB 32100-2015).",
        "zh": "中国大陆法人的统一社会信用代码（GB 32100-2015）。",
    },
    topic=Topic.IDENTIFIERS,
    scheme="uscc",
    single=True,
    mappings={"wikidata": "P6795", "schema": "taxID", "ftm": "LegalEntity:uscCode"},
)
"""Code of a legal entity in mainland China (GB 32100-2015)."""

WIKIDATA_ID = Property(
    "wikidata_id",
    Identifier,
    label={"en": "Wikidata", "zh": "维基数据"},
    description={"en": "Item of Wikidata about the same thing.", "zh": "同一事物的维基数据条目。"},
    topic=Topic.IDENTIFIERS,
    scheme="wikidata",
    single=True,
    mappings={"schema": "sameAs", "ftm": "Thing:wikidataId"},
)
"""Item of Wikidata about the same thing."""

OPENCORPORATES_ID = Property(
    "opencorporates_id",
    Identifier,
    label={"en": "OpenCorporates", "zh": "OpenCorporates 编号"},
    description={
        "en": "Company of OpenCorporates that is the same, by its jurisdiction and number.",
        "zh": "OpenCorporates 中同一公司的司法辖区与编号。",
    },
    topic=Topic.IDENTIFIERS,
    scheme="opencorporates",
    mappings={"wikidata": "P1320", "schema": "sameAs", "ftm": "LegalEntity:opencorporatesUrl"},
)
"""Company of OpenCorporates that is the same, by its jurisdiction and number."""

OTHER_IDENTIFIER = Property(
    "other_identifier",
    Identifier,
    label={"en": "Other identifier", "zh": "其他标识"},
    description={
        "en": "Identifier in another scheme, which the value names by its org-id.guide code.",
        "zh": "其他体系中的标识，体系以 org-id.guide 代码见值。",
    },
    topic=Topic.IDENTIFIERS,
    mappings={"schema": "identifier"},
)
"""Identifier in another scheme, which the value names by its org-id.guide code."""

LISTING = Property(
    "listing",
    Listing,
    label={"en": "Listed on", "zh": "上市"},
    description={
        "en": "Exchange on which one of its securities is traded, and the ticker symbol.",
        "zh": "其证券交易的交易所和代码。",
    },
    topic=Topic.IDENTIFIERS,
    dimensions=("status",),
    mappings={"wikidata": "P414", "schema": "tickerSymbol", "ftm": "Security:ticker"},
)
"""Exchange on which one of its securities is traded, and the ticker symbol."""

PROPERTIES = (
    LEI,
    ISIN,
    CUSIP,
    CIK,
    USCC,
    WIKIDATA_ID,
    OPENCORPORATES_ID,
    OTHER_IDENTIFIER,
    LISTING,
)
"""The properties of this topic, in the order of pages."""
