"""What a company, product or person is called."""

from __future__ import annotations

from companyprofiles._property import Property, Topic
from companyprofiles._texts import Text

__all__ = [
    "ALIAS",
    "FORMER_NAME",
    "LITERAL_TRANSLATION",
    "MISSPELLING",
    "OFFICIAL_NAME",
    "PROPERTIES",
    "SHORT_NAME",
    "TRADING_NAME",
]

OFFICIAL_NAME = Property(
    "official_name",
    Text,
    label={"en": "Official name", "zh": "正式名称"},
    description={
        "en": "The name in a register, a charter or on the cover of a report.",
        "zh": "登记、章程或报告封面上的名称。",
    },
    topic=Topic.NAMES,
    single=True,
    mappings={
        "wikidata": "P1448",
        "schema": "legalName",
        "ftm": "Thing:name",
        "gleif": "LegalName",
    },
)
"""The name in a register, a charter or on the cover of a report."""

SHORT_NAME = Property(
    "short_name",
    Text,
    label={"en": "Short name", "zh": "简称"},
    description={"en": "The name that is commonly used.", "zh": "通常使用的名称。"},
    topic=Topic.NAMES,
    mappings={
        "wikidata": "P1813",
        "schema": "alternateName",
        "ftm": "LegalEntity:abbreviation",
    },
)
"""The name that is commonly used."""

TRADING_NAME = Property(
    "trading_name",
    Text,
    label={"en": "Trading name", "zh": "商号"},
    description={
        "en": "A name under which it does business besides the official one.",
        "zh": "正式名称之外用于经营的名称。",
    },
    topic=Topic.NAMES,
    mappings={"schema": "alternateName", "ftm": "Thing:alias", "gleif": "OtherEntityNames"},
)
"""A name under which it does business besides the official one."""

FORMER_NAME = Property(
    "former_name",
    Text,
    label={"en": "Former name", "zh": "曾用名"},
    description={
        "en": "A name that it has given up; the period says when it bore it.",
        "zh": "已不再使用的名称；有效期即使用期。",
    },
    topic=Topic.NAMES,
    mappings={
        "schema": "alternateName",
        "ftm": "Thing:previousName",
        "gleif": "OtherEntityNames",
    },
)
"""A name that it has given up; the period says when it bore it."""

ALIAS = Property(
    "alias",
    Text,
    label={"en": "Other name", "zh": "别名"},
    description={
        "en": "Another name that it goes by, such as a brand abroad.",
        "zh": "其他名称，如海外品牌。",
    },
    topic=Topic.NAMES,
    mappings={"schema": "alternateName", "ftm": "Thing:alias"},
)
"""Another name that it goes by, such as a brand abroad."""

LITERAL_TRANSLATION = Property(
    "literal_translation",
    Text,
    label={"en": "Literal translation", "zh": "直译名"},
    description={
        "en": "Its name put into another language word for word; not what it calls itself.",
        "zh": "名称的逐字翻译，并非其自用名称。",
    },
    topic=Topic.NAMES,
    mappings={"ftm": "Thing:weakAlias"},
)
"""Its name put into another language word for word; not what it calls itself."""

MISSPELLING = Property(
    "misspelling",
    Text,
    label={"en": "Misspelling", "zh": "误写"},
    description={
        "en": "A wrong spelling of its name that sources have.",
        "zh": "见于来源的名称误写。",
    },
    topic=Topic.NAMES,
    mappings={"ftm": "Thing:weakAlias"},
)
"""A wrong spelling of its name that sources have."""

PROPERTIES = (
    OFFICIAL_NAME,
    SHORT_NAME,
    TRADING_NAME,
    FORMER_NAME,
    ALIAS,
    LITERAL_TRANSLATION,
    MISSPELLING,
)
"""The properties of this topic, in the order of pages."""
