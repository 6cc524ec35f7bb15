"""Figures from accounts and reports."""

from __future__ import annotations

from companyprofiles._numbers import Money, Quantity
from companyprofiles._property import Property, Time, Topic

__all__ = [
    "CAPITAL_EXPENDITURE",
    "EMPLOYEES",
    "MARKET_CAP",
    "NET_INCOME",
    "OPERATING_INCOME",
    "PROPERTIES",
    "REVENUE",
    "TOTAL_ASSETS",
]

REVENUE = Property(
    "revenue",
    Money,
    label={"en": "Revenue", "zh": "收入"},
    description={"en": "Revenue over a period, as reported.", "zh": "报告期内的收入。"},
    topic=Topic.FINANCE,
    time=Time.DURATION,
    single=True,
    requires_valid=True,
    dimensions=("segment",),
    mappings={"wikidata": "P2139", "xbrl": "us-gaap:Revenues"},
)
"""Revenue over a period, as reported."""

OPERATING_INCOME = Property(
    "operating_income",
    Money,
    label={"en": "Income from operations", "zh": "经营利润"},
    description={
        "en": "Income from operations over a period, as reported; negative for a loss.",
        "zh": "报告期内的经营利润，亏损为负。",
    },
    topic=Topic.FINANCE,
    time=Time.DURATION,
    single=True,
    requires_valid=True,
    dimensions=("segment",),
    mappings={"wikidata": "P3362", "xbrl": "us-gaap:OperatingIncomeLoss"},
)
"""Income from operations over a period, as reported; negative for a loss."""

NET_INCOME = Property(
    "net_income",
    Money,
    label={"en": "Net income", "zh": "净利润"},
    description={
        "en": "Net income over a period, as reported; negative for a loss.",
        "zh": "报告期内的净利润，亏损为负。",
    },
    topic=Topic.FINANCE,
    time=Time.DURATION,
    single=True,
    requires_valid=True,
    mappings={"xbrl": "us-gaap:NetIncomeLoss"},
)
"""Net income over a period, as reported; negative for a loss."""

TOTAL_ASSETS = Property(
    "total_assets",
    Money,
    label={"en": "Total assets", "zh": "总资产"},
    description={"en": "Total assets on a day.", "zh": "某日的总资产。"},
    topic=Topic.FINANCE,
    time=Time.INSTANT,
    single=True,
    requires_valid=True,
    mappings={"xbrl": "us-gaap:Assets"},
)
"""Total assets on a day."""

MARKET_CAP = Property(
    "market_cap",
    Money,
    label={"en": "Market capitalisation", "zh": "市值"},
    description={"en": "Market value of all shares on a day.", "zh": "某日全部股份的市值。"},
    topic=Topic.FINANCE,
    time=Time.INSTANT,
    single=True,
    requires_valid=True,
    mappings={"wikidata": "P2226"},
)
"""Market value of all shares on a day."""

CAPITAL_EXPENDITURE = Property(
    "capital_expenditure",
    Money,
    label={"en": "Capital expenditure", "zh": "资本开支"},
    description={
        "en": "Money spent, or to be spent, on lasting assets over a period.",
        "zh": "一段时期内用于长期资产的支出或计划支出。",
    },
    topic=Topic.FINANCE,
    time=Time.DURATION,
    dimensions=("purpose",),
)
"""Money spent, or to be spent, on lasting assets over a period."""

EMPLOYEES = Property(
    "employees",
    Quantity,
    label={"en": "Employees", "zh": "员工人数"},
    description={"en": "Number of people employed on a day.", "zh": "某日的员工人数。"},
    topic=Topic.FINANCE,
    time=Time.INSTANT,
    single=True,
    requires_valid=True,
    unit="people",
    dimensions=("segment",),
    mappings={"wikidata": "P1128", "schema": "numberOfEmployees"},
)
"""Number of people employed on a day."""

PROPERTIES = (
    REVENUE,
    OPERATING_INCOME,
    NET_INCOME,
    TOTAL_ASSETS,
    MARKET_CAP,
    CAPITAL_EXPENDITURE,
    EMPLOYEES,
)
"""The properties of this topic, in the order of pages."""
