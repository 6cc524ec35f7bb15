"""The core's own properties, by topic.

Each is defined once; data files use its name, Python its constant.
"""

from __future__ import annotations

from companyprofiles.vocabulary.claims import CLAIM, COMPARISON, PLAN
from companyprofiles.vocabulary.events import (
    CONTRIBUTION,
    OCCURRED,
    OUTCOME,
    PARTICIPANT,
    PRICE,
    RAISED,
    ROUND,
    TARGET,
    VALUATION,
)
from companyprofiles.vocabulary.finance import (
    CAPITAL_EXPENDITURE,
    EMPLOYEES,
    MARKET_CAP,
    NET_INCOME,
    OPERATING_INCOME,
    REVENUE,
    TOTAL_ASSETS,
)
from companyprofiles.vocabulary.holdings import HOLDING, OWNED_BY
from companyprofiles.vocabulary.identifiers import CIK, CUSIP, ISIN, LEI, LISTING, USCC, WIKIDATA_ID
from companyprofiles.vocabulary.names import ALIAS, OFFICIAL_NAME, SHORT_NAME
from companyprofiles.vocabulary.organisation import (
    BUSINESS_ADDRESS,
    DESCRIPTION,
    DISSOLUTION,
    FOUNDER,
    HEADQUARTERS,
    INCEPTION,
    INCORPORATION,
    JURISDICTION,
    PARENT,
    REGISTERED_ADDRESS,
    WEBSITE,
)
from companyprofiles.vocabulary.people import BOARD_MEMBER, CHAIR, CHIEF_EXECUTIVE, OFFICER
from companyprofiles.vocabulary.products import (
    ANNOUNCED_BY,
    APPLICATION_AREA,
    BASED_ON,
    CAPABILITY,
    CLASSIFICATION,
    DEVELOPER,
    PRODUCT,
    RELEASE,
)

__all__ = [
    "ALIAS",
    "ANNOUNCED_BY",
    "APPLICATION_AREA",
    "BASED_ON",
    "BOARD_MEMBER",
    "BUSINESS_ADDRESS",
    "CAPABILITY",
    "CAPITAL_EXPENDITURE",
    "CHAIR",
    "CHIEF_EXECUTIVE",
    "CIK",
    "CLAIM",
    "CLASSIFICATION",
    "COMPARISON",
    "CONTRIBUTION",
    "CUSIP",
    "DESCRIPTION",
    "DEVELOPER",
    "DISSOLUTION",
    "EMPLOYEES",
    "FOUNDER",
    "HEADQUARTERS",
    "HOLDING",
    "INCEPTION",
    "INCORPORATION",
    "ISIN",
    "JURISDICTION",
    "LEI",
    "LISTING",
    "MARKET_CAP",
    "NET_INCOME",
    "OCCURRED",
    "OFFICER",
    "OFFICIAL_NAME",
    "OPERATING_INCOME",
    "OUTCOME",
    "OWNED_BY",
    "PARENT",
    "PARTICIPANT",
    "PLAN",
    "PRICE",
    "PRODUCT",
    "RAISED",
    "REGISTERED_ADDRESS",
    "RELEASE",
    "REVENUE",
    "ROUND",
    "SHORT_NAME",
    "TARGET",
    "TOTAL_ASSETS",
    "USCC",
    "VALUATION",
    "WEBSITE",
    "WIKIDATA_ID",
]
