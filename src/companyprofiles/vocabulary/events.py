"""What happened: the subject is an entity of the kind event."""

from __future__ import annotations

from companyprofiles._dates import PartialDate
from companyprofiles._identifiers import EntityId
from companyprofiles._numbers import Money
from companyprofiles._property import Property, Time, Topic
from companyprofiles._texts import LanguageMap

__all__ = [
    "CONTRIBUTION",
    "OCCURRED",
    "OUTCOME",
    "PARTICIPANT",
    "PRICE",
    "PROPERTIES",
    "RAISED",
    "ROUND",
    "TARGET",
    "VALUATION",
]

OCCURRED = Property(
    "occurred",
    PartialDate,
    label={"en": "Date", "zh": "日期"},
    description={
        "en": "When it happened, was announced or closed.",
        "zh": "发生、宣布或完成的时间。",
    },
    topic=Topic.EVENTS,
    dimensions=("stage",),
    mappings={"schema": "startDate", "ftm": "Interval:date"},
)
"""When it happened, was announced or closed."""

TARGET = Property(
    "target",
    EntityId,
    label={"en": "Company", "zh": "标的公司"},
    description={
        "en": "Company that money was put into or that was bought.",
        "zh": "获得投资或被收购的公司。",
    },
    topic=Topic.EVENTS,
)
"""Company that money was put into or that was bought."""

PARTICIPANT = Property(
    "participant",
    EntityId,
    label={"en": "Participant", "zh": "参与方"},
    description={"en": "Who took part, and in which role.", "zh": "参与者及其角色。"},
    topic=Topic.EVENTS,
    dimensions=("role",),
    mappings={"schema": "participant"},
)
"""Who took part, and in which role."""

CONTRIBUTION = Property(
    "contribution",
    Money,
    label={"en": "Put in", "zh": "出资"},
    description={"en": "What one participant put in.", "zh": "某一参与方的出资额。"},
    topic=Topic.EVENTS,
    time=Time.INSTANT,
    dimensions=("participant",),
)
"""What one participant put in."""

RAISED = Property(
    "raised",
    Money,
    label={"en": "Raised", "zh": "融资额"},
    description={"en": "What the round raised in all.", "zh": "该轮融资总额。"},
    topic=Topic.EVENTS,
    time=Time.INSTANT,
)
"""What the round raised in all."""

VALUATION = Property(
    "valuation",
    Money,
    label={"en": "Valuation", "zh": "估值"},
    description={"en": "Value of the company in the deal.", "zh": "交易中的公司估值。"},
    topic=Topic.EVENTS,
    time=Time.INSTANT,
    dimensions=("basis",),
)
"""Value of the company in the deal."""

PRICE = Property(
    "price",
    Money,
    label={"en": "Price", "zh": "对价"},
    description={"en": "What was paid or agreed for the whole.", "zh": "支付或约定的总价。"},
    topic=Topic.EVENTS,
    time=Time.INSTANT,
)
"""What was paid or agreed for the whole."""

ROUND = Property(
    "round",
    LanguageMap,
    label={"en": "Round", "zh": "轮次"},
    description={
        "en": "What the parties or the press call the round.",
        "zh": "各方或媒体对该轮的称呼。",
    },
    topic=Topic.EVENTS,
)
"""What the parties or the press call the round."""

OUTCOME = Property(
    "outcome",
    LanguageMap,
    label={"en": "Outcome", "zh": "结果"},
    description={"en": "How it ended.", "zh": "结果如何。"},
    topic=Topic.EVENTS,
)
"""How it ended."""

PROPERTIES = (
    OCCURRED,
    TARGET,
    PARTICIPANT,
    CONTRIBUTION,
    RAISED,
    VALUATION,
    PRICE,
    ROUND,
    OUTCOME,
)
"""The properties of this topic, in the order of pages."""
