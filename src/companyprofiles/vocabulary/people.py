"""Who leads an organisation, and where people worked and learned.

Of an office the subject is the organisation and the value names the holder; of a career the
subject is the person.
"""

from __future__ import annotations

from companyprofiles._identifiers import EntityId
from companyprofiles._property import Property, Topic
from companyprofiles._values import Position

__all__ = [
    "BOARD_MEMBER",
    "CHAIR",
    "CHIEF_EXECUTIVE",
    "EDUCATED_AT",
    "EMPLOYER",
    "OFFICER",
    "PROPERTIES",
]

CHIEF_EXECUTIVE = Property(
    "chief_executive",
    Position,
    label={"en": "Chief executive", "zh": "首席执行官"},
    description={"en": "Who leads the business.", "zh": "业务的最高负责人。"},
    topic=Topic.PEOPLE,
    single=True,
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
    mappings={"wikidata": "P488", "ftm": "Directorship:role"},
)
"""Who chairs the board."""

BOARD_MEMBER = Property(
    "board_member",
    Position,
    label={"en": "Board member", "zh": "董事"},
    description={"en": "Who sits on the board.", "zh": "董事会成员。"},
    topic=Topic.PEOPLE,
    mappings={"wikidata": "P3320", "schema": "member", "ftm": "Directorship:role"},
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

EMPLOYER = Property(
    "employer",
    EntityId,
    label={"en": "Worked for", "zh": "任职机构"},
    description={
        "en": "Organisation that the person works or worked for, and in which role.",
        "zh": "该人任职或曾任职的机构及职务。",
    },
    topic=Topic.PEOPLE,
    dimensions=("role",),
    mappings={"wikidata": "P108", "schema": "worksFor", "ftm": "Employment:employer"},
)
"""Organisation that the person works or worked for, and in which role."""

EDUCATED_AT = Property(
    "educated_at",
    EntityId,
    label={"en": "Educated at", "zh": "就读机构"},
    description={
        "en": "School or university that the person attended, and with which degree.",
        "zh": "该人就读的学校及所获学位。",
    },
    topic=Topic.PEOPLE,
    dimensions=("degree",),
    mappings={"wikidata": "P69", "schema": "alumniOf"},
)
"""School or university that the person attended, and with which degree."""

PROPERTIES = (
    CHIEF_EXECUTIVE,
    CHAIR,
    BOARD_MEMBER,
    OFFICER,
    EMPLOYER,
    EDUCATED_AT,
)
"""The properties of this topic, in the order of pages."""
