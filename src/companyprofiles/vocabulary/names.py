"""What a company, product or person is called."""

from __future__ import annotations

from companyprofiles._property import Property, Topic
from companyprofiles._texts import Text

__all__ = ["ALIAS", "OFFICIAL_NAME", "PROPERTIES", "SHORT_NAME"]

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
    mappings={"schema": "alternateName", "ftm": "LegalEntity:abbreviation"},
)
"""The name that is commonly used."""

ALIAS = Property(
    "alias",
    Text,
    label={"en": "Other name", "zh": "别名"},
    description={
        "en": "Another name that it goes by, such as a brand abroad or a former spelling.",
        "zh": "其他名称，如海外品牌或旧写法。",
    },
    topic=Topic.NAMES,
    mappings={"schema": "alternateName", "ftm": "Thing:alias"},
)
"""Another name that it goes by, such as a brand abroad or a former spelling."""

PROPERTIES = (
    OFFICIAL_NAME,
    SHORT_NAME,
    ALIAS,
)
"""The properties of this topic, in the order of pages."""
