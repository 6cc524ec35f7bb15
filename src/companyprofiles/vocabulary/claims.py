"""What somebody says; the modality tells in what way."""

from __future__ import annotations

from companyprofiles._property import Property, Topic
from companyprofiles._texts import LanguageMap

__all__ = ["CLAIM", "COMPARISON", "FORECAST", "PLAN", "PROPERTIES"]

CLAIM = Property(
    "claim",
    LanguageMap,
    label={"en": "Claim", "zh": "说法"},
    description={
        "en": "Something that is said of the subject and has no better home.",
        "zh": "关于主体、无更合适归类的说法。",
    },
    topic=Topic.CLAIMS,
)
"""Something that is said of the subject and has no better home."""

COMPARISON = Property(
    "comparison",
    LanguageMap,
    label={"en": "Comparison", "zh": "比较"},
    description={"en": "A comparison with something else.", "zh": "与其他事物的比较。"},
    topic=Topic.CLAIMS,
)
"""A comparison with something else."""

PLAN = Property(
    "plan",
    LanguageMap,
    label={"en": "Plan", "zh": "计划"},
    description={"en": "What is said to be going to happen.", "zh": "据称将要发生的事。"},
    topic=Topic.CLAIMS,
)
"""What is said to be going to happen."""

FORECAST = Property(
    "forecast",
    LanguageMap,
    label={"en": "Forecast", "zh": "预测"},
    description={
        "en": "What somebody expects, and on which condition; the period says for when.",
        "zh": "有关方面的预期及其条件；有效期即所预期的时间。",
    },
    topic=Topic.CLAIMS,
    dimensions=("condition",),
)
"""What somebody expects, and on which condition; the period says for when."""

PROPERTIES = (
    CLAIM,
    COMPARISON,
    PLAN,
    FORECAST,
)
"""The properties of this topic, in the order of pages."""
