"""Who uses and buys it, at which price, and how it stands against others."""

from __future__ import annotations

from companyprofiles._numbers import Money, Quantity, Share
from companyprofiles._property import Property, Time, Topic

__all__ = [
    "CUSTOMERS",
    "GROSS_MERCHANDISE_VOLUME",
    "LIST_PRICE",
    "MARKET_RANK",
    "MARKET_SHARE",
    "ORDERS",
    "PROPERTIES",
    "USERS",
]

OF_A_MARKET = ("market", "segment", "region", "metric", "provider")
"""What a place in a market is of, by which measure, and who counted."""

USERS = Property(
    "users",
    Quantity,
    label={"en": "Users", "zh": "用户数"},
    description={
        "en": "Number of users at a moment; the kind says which, such as monthly active ones.",
        "zh": "某一时点的用户数；类别注明口径，如月活跃用户。",
    },
    topic=Topic.MARKET,
    time=Time.INSTANT,
    single=True,
    requires_valid=True,
    unit="users",
    dimensions=("kind", "product", "region", "scenario"),
)
"""Number of users at a moment; the kind says which, such as monthly active ones."""

CUSTOMERS = Property(
    "customers",
    Quantity,
    label={"en": "Customers", "zh": "客户数"},
    description={
        "en": "Number of customers at a moment; the kind says which, such as paying ones.",
        "zh": "某一时点的客户数；类别注明口径，如付费客户。",
    },
    topic=Topic.MARKET,
    time=Time.INSTANT,
    single=True,
    requires_valid=True,
    unit="customers",
    dimensions=("kind", "product", "region", "scenario"),
)
"""Number of customers at a moment; the kind says which, such as paying ones."""

MARKET_SHARE = Property(
    "market_share",
    Share,
    label={"en": "Market share", "zh": "市场份额"},
    description={
        "en": "Part of a market that it has over a period, as its provider counts.",
        "zh": "一段时期内在某市场所占份额，口径以数据提供方为准。",
    },
    topic=Topic.MARKET,
    time=Time.DURATION,
    single=True,
    requires_valid=True,
    dimensions=OF_A_MARKET,
)
"""Part of a market that it has over a period, as its provider counts."""

MARKET_RANK = Property(
    "market_rank",
    Quantity,
    label={"en": "Market rank", "zh": "市场排名"},
    description={
        "en": "Place in a market over a period, first is 1, as its provider counts.",
        "zh": "一段时期内在某市场的名次，口径以数据提供方为准。",
    },
    topic=Topic.MARKET,
    time=Time.DURATION,
    single=True,
    requires_valid=True,
    dimensions=OF_A_MARKET,
)
"""Place in a market over a period, first is 1, as its provider counts."""

ORDERS = Property(
    "orders",
    Quantity,
    label={"en": "Orders", "zh": "订单量"},
    description={"en": "Number of orders over a period.", "zh": "一段时期内的订单数量。"},
    topic=Topic.MARKET,
    time=Time.DURATION,
    single=True,
    requires_valid=True,
    unit="orders",
    dimensions=("kind", "segment", "region"),
)
"""Number of orders over a period."""

GROSS_MERCHANDISE_VOLUME = Property(
    "gross_merchandise_volume",
    Money,
    label={"en": "Gross merchandise volume", "zh": "商品交易总额"},
    description={
        "en": "Value of all that was sold through it over a period.",
        "zh": "一段时期内经其成交的商品总额。",
    },
    topic=Topic.MARKET,
    time=Time.DURATION,
    single=True,
    requires_valid=True,
    dimensions=("kind", "segment", "region"),
)
"""Value of all that was sold through it over a period."""

LIST_PRICE = Property(
    "list_price",
    Money,
    label={"en": "List price", "zh": "标价"},
    description={
        "en": "Price at which it is offered, per whatever the unit says.",
        "zh": "对外标价，计价单位见数值单位。",
    },
    topic=Topic.MARKET,
    single=True,
    dimensions=("plan", "region", "direction"),
    mappings={"schema": "price"},
)
"""Price at which it is offered, per whatever the unit says."""

PROPERTIES = (
    USERS,
    CUSTOMERS,
    MARKET_SHARE,
    MARKET_RANK,
    ORDERS,
    GROSS_MERCHANDISE_VOLUME,
    LIST_PRICE,
)
"""The properties of this topic, in the order of pages."""
