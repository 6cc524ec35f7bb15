"""Where the sources contradict each other, and what the profile makes of it."""

import pytest

from companyprofiles import Rank

OPEN = None

# fmt: off
# What their keys begin with, how the keys of statements that contradict each other end, and which
# of them is taken to be right.
DECISIONS = (
    ("inception", "march april", "march"),
    ("moonshot-round-2023-first-date", "april june ", ""),
    ("moonshot-round-2023-first-raised", "200m 60m", OPEN),
    ("moonshot-round-2023-06", "date date-july month-july", OPEN),
    ("moonshot-round-2024-02-raised", "more 800m", "more"),
    ("moonshot-round-2024-02-cloud", "over-40 70-80 under-half all", "under-half"),
)

# What is wrong, what is right instead, and words of the reason.
WRONG = (
    ("ceo-zhang-yutong", "president-zhang-yutong", "Others call her the president"),
    ("owned-by-alibaba-2024-05", "owned-by-alibaba-fy2024", "Rounded up at best"),
    ("moonshot-round-2024-02-cloud-300m", None, "Seen only in copies"),
    ("moonshot-round-2024-02-capital-today", "moonshot-round-2024-02-monolith",
     "mistaken for each other"),
    ("moonshot-round-2025-12-raised-5bn", "moonshot-round-2025-12-raised", "Ten times too much"),
    ("moonshot-round-2026-02-raised-7bn", "moonshot-round-2026-02-raised", "Ten times too much"),
    ("moonshot-round-2026-05-alibaba-group", "moonshot-round-2026-05-long-z",
     "Every other report names"),
    ("moonshot-round-2026-05-tencent", "moonshot-round-2026-05-long-z",
     "Every other report names"),
)
# fmt: on


def key(start, end):
    """Return a key of its two parts, of which the second may be empty."""
    return f"{start}-{end}".rstrip("-")


@pytest.mark.parametrize("start, ends, preferred", DECISIONS)
def test_an_editor_has_decided_or_says_that_it_stays_open(moonshot, start, ends, preferred):
    keys = tuple(key(start, end) for end in ends.split(" "))
    (decision,) = [d for d in moonshot.resolutions if d.statements == keys]

    assert decision.preferred == (preferred if preferred is OPEN else key(start, preferred))
    assert {"en", "zh"} <= decision.because.keys()
    assert ("stays open" in decision.because["en"]) is (preferred is OPEN)
    assert decision.on.text == "2026-11-24"
    assert decision.by


def test_no_decision_is_missing_here(moonshot):
    assert len(moonshot.resolutions) == len(DECISIONS)


@pytest.mark.parametrize("wrong, right, reason", WRONG, ids=str)
def test_what_is_wrong_is_kept_with_the_reason(moonshot, wrong, right, reason):
    stated = moonshot.statement(wrong)

    assert stated.rank is Rank.DEPRECATED
    assert stated.replaced_by == right
    assert reason in stated.because["en"]
    assert right is None or not moonshot.statement(right).is_deprecated


def test_no_contradiction_is_left_undecided(moonshot):
    states = {
        (d.statements[0].prop.name, d.statements[0].subject): d.status.value
        for d in moonshot.disputes()
    }

    assert states == {
        ("chief_executive", "moonshot-ai"): "ranked",
        ("inception", "moonshot-ai"): "resolved",
        ("occurred", "moonshot-round-2023-first"): "resolved",
        ("occurred", "moonshot-round-2023-06"): "open",
        ("paid_in_services", "moonshot-round-2024-02"): "resolved",
        ("raised", "moonshot-round-2023-first"): "open",
        ("raised", "moonshot-round-2024-02"): "resolved",
        ("raised", "moonshot-round-2025-12"): "ranked",
        ("raised", "moonshot-round-2026-02"): "ranked",
    }


def test_the_five_versions_of_the_cloud_credit_stand_side_by_side(moonshot):
    versions = {str(s.value) for s in moonshot.of("moonshot-round-2024-02").all("paid_in_services")}

    assert versions == {">40 %", "70..80 %", "<50 %", "~100 %", "37.5 %"}


def test_bounds_that_go_together_are_no_contradiction(moonshot):
    over, under = (
        moonshot.statement(f"moonshot-round-2024-02-cloud-{version}")
        for version in ("over-40", "under-half")
    )

    assert moonshot.compare(over, under).verdict.value != "conflicts"
