"""What happened.

The subject is an entity of the kind event; of a valuation and a sanction it may be the company.
"""

from __future__ import annotations

from companyprofiles._dates import PartialDate
from companyprofiles._identifiers import EntityId
from companyprofiles._numbers import Money
from companyprofiles._property import Property, Time, Topic
from companyprofiles._texts import LanguageMap

__all__ = [
    "AUTHORITY",
    "CONTRIBUTION",
    "KIND_OF_EVENT",
    "MEASURE",
    "OCCURRED",
    "OUTCOME",
    "PARTICIPANT",
    "PENALTY",
    "PRICE",
    "PROPERTIES",
    "RAISED",
    "RECORDED",
    "ROUND",
    "SANCTIONED_BY",
    "STATUS",
    "TARGET",
    "VALUATION",
]

KIND_OF_EVENT = Property(
    "kind_of_event",
    LanguageMap,
    label={"en": "Kind of event", "zh": "事件类型"},
    description={
        "en": "What kind of event it is, such as a merger, a fine or a change of name.",
        "zh": "事件的类型，如合并、罚款或更名。",
    },
    topic=Topic.EVENTS,
    mappings={"gleif": "LegalEntityEventType"},
)
"""What kind of event it is, such as a merger, a fine or a change of name."""

OCCURRED = Property(
    "occurred",
    PartialDate,
    label={"en": "Date", "zh": "日期"},
    description={
        "en": "When it happened, was announced or closed.",
        "zh": "发生、宣布或完成的时间。",
    },
    topic=Topic.EVENTS,
    single=True,
    dimensions=("stage",),
    mappings={
        "wikidata": "P585",
        "schema": "startDate",
        "ftm": "Interval:date",
        "gleif": "LegalEntityEventEffectiveDate",
    },
)
"""When it happened, was announced or closed."""

RECORDED = Property(
    "recorded",
    PartialDate,
    label={"en": "Recorded", "zh": "登记日期"},
    description={
        "en": "When it was filed or entered in a register, which may be after it took effect.",
        "zh": "申报或登记的时间，可能晚于生效时间。",
    },
    topic=Topic.EVENTS,
    single=True,
    dimensions=("register",),
    mappings={"gleif": "LegalEntityEventRecordedDate"},
)
"""When it was filed or entered in a register, which may be after it took effect."""

STATUS = Property(
    "status",
    LanguageMap,
    label={"en": "Status", "zh": "状态"},
    description={
        "en": "How far it has come, such as announced, in progress, completed or withdrawn.",
        "zh": "进展情况，如已宣布、进行中、已完成或已撤回。",
    },
    topic=Topic.EVENTS,
    single=True,
)
"""How far it has come, such as announced, in progress, completed or withdrawn."""

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
    description={
        "en": "Who took part, and in which role, such as lead.",
        "zh": "参与者及其角色，如领投方。",
    },
    topic=Topic.EVENTS,
    dimensions=("role",),
    mappings={"wikidata": "P710", "schema": "participant"},
)
"""Who took part, and in which role, such as lead."""

CONTRIBUTION = Property(
    "contribution",
    Money,
    label={"en": "Put in", "zh": "出资"},
    description={"en": "What one participant put in.", "zh": "某一参与方的出资额。"},
    topic=Topic.EVENTS,
    time=Time.INSTANT,
    single=True,
    dimensions=("participant", "role"),
)
"""What one participant put in."""

RAISED = Property(
    "raised",
    Money,
    label={"en": "Raised", "zh": "融资额"},
    description={"en": "What the round raised in all.", "zh": "该轮融资总额。"},
    topic=Topic.EVENTS,
    time=Time.INSTANT,
    single=True,
)
"""What the round raised in all."""

VALUATION = Property(
    "valuation",
    Money,
    label={"en": "Valuation", "zh": "估值"},
    description={
        "en": "Value of the company in the deal, before or after the new money.",
        "zh": "交易中的公司估值，投前或投后。",
    },
    topic=Topic.EVENTS,
    time=Time.INSTANT,
    single=True,
    dimensions=("basis",),
)
"""Value of the company in the deal, before or after the new money."""

PRICE = Property(
    "price",
    Money,
    label={"en": "Price", "zh": "对价"},
    description={"en": "What was paid or agreed for the whole.", "zh": "支付或约定的总价。"},
    topic=Topic.EVENTS,
    time=Time.INSTANT,
    single=True,
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

AUTHORITY = Property(
    "authority",
    EntityId,
    label={"en": "Authority", "zh": "主管机关"},
    description={
        "en": "Court, regulator or other authority that acted or decided.",
        "zh": "采取行动或作出决定的法院、监管机构或其他机关。",
    },
    topic=Topic.EVENTS,
    mappings={"ftm": "Sanction:authority"},
)
"""Court, regulator or other authority that acted or decided."""

MEASURE = Property(
    "measure",
    LanguageMap,
    label={"en": "Measure", "zh": "措施"},
    description={
        "en": "What the authority ordered, forbade or took.",
        "zh": "该机关命令、禁止或采取的措施。",
    },
    topic=Topic.EVENTS,
    mappings={"ftm": "Sanction:provisions"},
)
"""What the authority ordered, forbade or took."""

PENALTY = Property(
    "penalty",
    Money,
    label={"en": "Penalty", "zh": "罚款"},
    description={
        "en": "Fine or other sum that was imposed on a party.",
        "zh": "对某一方处以的罚款或其他金额。",
    },
    topic=Topic.EVENTS,
    time=Time.INSTANT,
    single=True,
    dimensions=("party",),
)
"""Fine or other sum that was imposed on a party."""

SANCTIONED_BY = Property(
    "sanctioned_by",
    EntityId,
    label={"en": "Sanctioned by", "zh": "制裁机关"},
    description={
        "en": "Authority that has put it on a list of sanctions; the period says for how long.",
        "zh": "将其列入制裁清单的机关；有效期即列入期间。",
    },
    topic=Topic.EVENTS,
    dimensions=("list", "programme"),
    mappings={"ftm": "Sanction:authority"},
)
"""Authority that has put it on a list of sanctions; the period says for how long."""

OUTCOME = Property(
    "outcome",
    LanguageMap,
    label={"en": "Outcome", "zh": "结果"},
    description={"en": "How it ended.", "zh": "结果如何。"},
    topic=Topic.EVENTS,
)
"""How it ended."""

PROPERTIES = (
    KIND_OF_EVENT,
    OCCURRED,
    RECORDED,
    STATUS,
    TARGET,
    PARTICIPANT,
    CONTRIBUTION,
    RAISED,
    VALUATION,
    PRICE,
    ROUND,
    AUTHORITY,
    MEASURE,
    PENALTY,
    SANCTIONED_BY,
    OUTCOME,
)
"""The properties of this topic, in the order of pages."""
