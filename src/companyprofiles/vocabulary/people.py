"""Who leads an organisation; the subject is the organisation, the value the holder."""

from __future__ import annotations

from companyprofiles._property import Course, Property, Topic
from companyprofiles._values import Position

__all__ = ["BOARD_MEMBER", "CHAIR", "CHIEF_EXECUTIVE", "OFFICER", "PROPERTIES"]

CHIEF_EXECUTIVE = Property(
    "chief_executive",
    Position,
    label={"en": "Chief executive", "zh": "首席执行官"},
    description={"en": "Who leads the business.", "zh": "业务的最高负责人。"},
    topic=Topic.PEOPLE,
    single=True,
    course=Course.EXCLUSIVE,
    mappings={"wikidata": "P169", "ftm": "Directorship:role"},
)
"""Who leads the business."""

CHAIR = Property(
    "chair",
    Position,
    label={"en": "Chair", "zh": "董事长"},
    description={"en": "Who chairs the board.", "zh": "董事会主席。"},
    topic=Topic.PEOPLE,
    single=True,
    course=Course.EXCLUSIVE,
    mappings={"ftm": "Directorship:role"},
)
"""Who chairs the board."""

BOARD_MEMBER = Property(
    "board_member",
    Position,
    label={"en": "Board member", "zh": "董事"},
    description={"en": "Who sits on the board.", "zh": "董事会成员。"},
    topic=Topic.PEOPLE,
    mappings={"schema": "member", "ftm": "Directorship:role"},
)
"""Who sits on the board."""

OFFICER = Property(
    "officer",
    Position,
    label={"en": "Officer", "zh": "高管"},
    description={
        "en": "Who holds another office; the value names it.",
        "zh": "担任其他职务者，职务见值。",
    },
    topic=Topic.PEOPLE,
    mappings={"schema": "employee", "ftm": "Directorship:role"},
)
"""Who holds another office; the value names it."""

PROPERTIES = (
    CHIEF_EXECUTIVE,
    CHAIR,
    BOARD_MEMBER,
    OFFICER,
)
"""The properties of this topic, in the order of pages."""
