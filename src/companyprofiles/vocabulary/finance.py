"""Figures from accounts and reports."""

from __future__ import annotations

from companyprofiles._numbers import Money, Quantity
from companyprofiles._property import Property, Time, Topic

__all__ = [
    "CAPITAL_EXPENDITURE",
    "EBITDA",
    "EMPLOYEES",
    "EQUITY",
    "EXCHANGE_RATE",
    "FUNDING_TOTAL",
    "GROSS_PROFIT",
    "GROWTH",
    "MARKET_CAP",
    "NET_INCOME",
    "OPERATING_INCOME",
    "PROPERTIES",
    "RESEARCH_AND_DEVELOPMENT",
    "REVENUE",
    "SHARES_OUTSTANDING",
    "SHARE_CAPITAL",
    "TOTAL_ASSETS",
    "TOTAL_LIABILITIES",
]

OF_ACCOUNTS = ("segment", "region", "standard", "scenario")
"""What a figure of accounts may be of: a part of the business, a standard such as ``GAAP``,
``non-GAAP`` or ``IFRS``, and the condition of a forecast."""

REVENUE = Property(
    "revenue",
    Money,
    label={"en": "Revenue", "zh": "收入"},
    description={"en": "Revenue over a period, as reported.", "zh": "报告期内的收入。"},
    topic=Topic.FINANCE,
    time=Time.DURATION,
    single=True,
    requires_valid=True,
    dimensions=OF_ACCOUNTS,
    mappings={"wikidata": "P2139", "xbrl": "us-gaap:Revenues"},
)
"""Revenue over a period, as reported."""

GROSS_PROFIT = Property(
    "gross_profit",
    Money,
    label={"en": "Gross profit", "zh": "毛利"},
    description={
        "en": "Revenue less the cost of what was sold, over a period.",
        "zh": "报告期内收入减去销售成本。",
    },
    topic=Topic.FINANCE,
    time=Time.DURATION,
    single=True,
    requires_valid=True,
    dimensions=OF_ACCOUNTS,
    mappings={"xbrl": "us-gaap:GrossProfit"},
)
"""Revenue less the cost of what was sold, over a period."""

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
    dimensions=OF_ACCOUNTS,
    mappings={"wikidata": "P3362", "xbrl": "us-gaap:OperatingIncomeLoss"},
)
"""Income from operations over a period, as reported; negative for a loss."""

EBITDA = Property(
    "ebitda",
    Money,
    label={"en": "EBITDA", "zh": "EBITDA"},
    description={
        "en": "Earnings before interest, taxes, depreciation and amortisation, by its own count.",
        "zh": "息税折旧摊销前利润，口径以公司定义为准。",
    },
    topic=Topic.FINANCE,
    time=Time.DURATION,
    single=True,
    requires_valid=True,
    dimensions=OF_ACCOUNTS,
    mappings={"wikidata": "P12642"},
)
"""Earnings before interest, taxes, depreciation and amortisation, by its own count."""

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
    dimensions=(*OF_ACCOUNTS, "attributable_to"),
    mappings={"wikidata": "P2295", "xbrl": "us-gaap:NetIncomeLoss"},
)
"""Net income over a period, as reported; negative for a loss."""

RESEARCH_AND_DEVELOPMENT = Property(
    "research_and_development",
    Money,
    label={"en": "Research and development", "zh": "研发费用"},
    description={
        "en": "Expense for research and development over a period.",
        "zh": "报告期内的研发费用。",
    },
    topic=Topic.FINANCE,
    time=Time.DURATION,
    single=True,
    requires_valid=True,
    dimensions=OF_ACCOUNTS,
    mappings={"xbrl": "us-gaap:ResearchAndDevelopmentExpense"},
)
"""Expense for research and development over a period."""

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
    single=True,
    dimensions=(*OF_ACCOUNTS, "purpose"),
)
"""Money spent, or to be spent, on lasting assets over a period."""

GROWTH = Property(
    "growth",
    Quantity,
    label={"en": "Growth", "zh": "增长率"},
    description={
        "en": "How much a figure grew against an earlier period, in percent; negative for a fall.",
        "zh": "某项数字较前期的增幅（百分比），下降为负。",
    },
    topic=Topic.FINANCE,
    time=Time.DURATION,
    single=True,
    requires_valid=True,
    unit="%",
    dimensions=(*OF_ACCOUNTS, "of", "against"),
)
"""How much a figure grew against an earlier period, in percent; negative for a fall."""

TOTAL_ASSETS = Property(
    "total_assets",
    Money,
    label={"en": "Total assets", "zh": "总资产"},
    description={"en": "Total assets on a day.", "zh": "某日的总资产。"},
    topic=Topic.FINANCE,
    time=Time.INSTANT,
    single=True,
    requires_valid=True,
    dimensions=OF_ACCOUNTS,
    mappings={"wikidata": "P2403", "xbrl": "us-gaap:Assets"},
)
"""Total assets on a day."""

TOTAL_LIABILITIES = Property(
    "total_liabilities",
    Money,
    label={"en": "Total liabilities", "zh": "总负债"},
    description={"en": "Total liabilities on a day.", "zh": "某日的总负债。"},
    topic=Topic.FINANCE,
    time=Time.INSTANT,
    single=True,
    requires_valid=True,
    dimensions=OF_ACCOUNTS,
    mappings={"wikidata": "P2138", "xbrl": "us-gaap:Liabilities"},
)
"""Total liabilities on a day."""

EQUITY = Property(
    "equity",
    Money,
    label={"en": "Equity", "zh": "股东权益"},
    description={
        "en": "Assets less liabilities on a day; negative where debts are larger.",
        "zh": "某日资产减去负债，资不抵债时为负。",
    },
    topic=Topic.FINANCE,
    time=Time.INSTANT,
    single=True,
    requires_valid=True,
    dimensions=(*OF_ACCOUNTS, "attributable_to"),
    mappings={"wikidata": "P2137", "xbrl": "us-gaap:StockholdersEquity"},
)
"""Assets less liabilities on a day; negative where debts are larger."""

SHARE_CAPITAL = Property(
    "share_capital",
    Money,
    label={"en": "Share capital", "zh": "股本"},
    description={
        "en": "Capital in shares, such as registered, issued or paid in.",
        "zh": "股份资本，如注册、已发行或实缴资本。",
    },
    topic=Topic.FINANCE,
    single=True,
    dimensions=("kind",),
    mappings={"ftm": "Company:capital"},
)
"""Capital in shares, such as registered, issued or paid in."""

SHARES_OUTSTANDING = Property(
    "shares_outstanding",
    Quantity,
    label={"en": "Shares outstanding", "zh": "流通在外股份"},
    description={
        "en": "Number of shares that holders have on a day.",
        "zh": "某日流通在外的股份数。",
    },
    topic=Topic.FINANCE,
    time=Time.INSTANT,
    single=True,
    requires_valid=True,
    unit="shares",
    dimensions=("class",),
    mappings={"xbrl": "dei:EntityCommonStockSharesOutstanding"},
)
"""Number of shares that holders have on a day."""

MARKET_CAP = Property(
    "market_cap",
    Money,
    label={"en": "Market capitalisation", "zh": "市值"},
    description={"en": "Market value of all shares on a day.", "zh": "某日全部股份的市值。"},
    topic=Topic.FINANCE,
    time=Time.INSTANT,
    single=True,
    requires_valid=True,
    tolerance="0.02",
    mappings={"wikidata": "P2226"},
)
"""Market value of all shares on a day."""

FUNDING_TOTAL = Property(
    "funding_total",
    Money,
    label={"en": "Raised in all", "zh": "累计融资额"},
    description={
        "en": "All the money that it had raised from investors by a day.",
        "zh": "截至某日的累计融资额。",
    },
    topic=Topic.FINANCE,
    time=Time.INSTANT,
    single=True,
    requires_valid=True,
    rising=True,
)
"""All the money that it had raised from investors by a day."""

EXCHANGE_RATE = Property(
    "exchange_rate",
    Quantity,
    label={"en": "Exchange rate", "zh": "汇率"},
    description={
        "en": "Rate at which amounts were converted, on a day or on average over a period.",
        "zh": "折算所用的汇率，某日或一段时期的平均。",
    },
    topic=Topic.FINANCE,
    time=Time.DURATION,
    single=True,
    requires_valid=True,
    tolerance="0.01",
    dimensions=("kind",),
    mappings={"schema": "currentExchangeRate"},
)
"""Rate at which amounts were converted, on a day or on average over a period."""

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
    dimensions=("segment", "region", "kind"),
    mappings={"wikidata": "P1128", "schema": "numberOfEmployees"},
)
"""Number of people employed on a day."""

PROPERTIES = (
    REVENUE,
    GROSS_PROFIT,
    OPERATING_INCOME,
    EBITDA,
    NET_INCOME,
    RESEARCH_AND_DEVELOPMENT,
    CAPITAL_EXPENDITURE,
    GROWTH,
    TOTAL_ASSETS,
    TOTAL_LIABILITIES,
    EQUITY,
    SHARE_CAPITAL,
    SHARES_OUTSTANDING,
    MARKET_CAP,
    FUNDING_TOTAL,
    EXCHANGE_RATE,
    EMPLOYEES,
)
"""The properties of this topic, in the order of pages."""
