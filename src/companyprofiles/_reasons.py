"""Why two statements agree or not: a rule, and the parts that make a sentence of it."""

from __future__ import annotations

from typing import Any

import attrs

from companyprofiles._choices import Choice

__all__ = ["N_", "RULES", "Reason", "Verdict"]


class Verdict(Choice):
    """How two statements of one property stand to each other."""

    AGREES = "agrees"
    """They say the same."""
    REFINES = "refines"
    """They say the same, one of them more precisely."""
    INCOMPARABLE = "incomparable"
    """Neither bears on the other."""
    RESTATES = "restates"
    """A later document of the same publisher says otherwise; the later one counts."""
    CONFLICTS = "conflicts"
    """At most one of them is right."""


N_ = str
"""Marks a sentence for the message catalog."""

RULES: dict[str, tuple[Verdict, str]] = {
    "same": (Verdict.AGREES, N_("Both say {0}.")),
    "within-tolerance": (Verdict.AGREES, N_("{0} and {1} differ by no more than sources may.")),
    "both-absent": (Verdict.AGREES, N_("Both say that there is no value: {0}.")),
    "wording": (Verdict.REFINES, N_("{0} and {1} differ in letter case, spaces or signs alone.")),
    "abbreviated": (Verdict.REFINES, N_("{0} and {1} differ in abbreviations alone.")),
    "finer-date": (Verdict.REFINES, N_("{0} and {1} can be the same date, one more finely known.")),
    "rounded": (Verdict.REFINES, N_("{0} and {1} are the same figure, rounded differently.")),
    "within-bounds": (
        Verdict.REFINES,
        N_("Of {0} and {1}, one lies within what the other allows."),
    ),
    "more-parts": (Verdict.REFINES, N_("Both say the same of {0}; one says more.")),
    "finer-period": (
        Verdict.REFINES,
        N_("Both say {0}; of its time, one says more than the other."),
    ),
    "value-known": (
        Verdict.REFINES,
        N_("One says {0}, the other knows that there is a value."),
    ),
    "other-subject": (Verdict.INCOMPARABLE, N_("One is about {0}, the other about {1}.")),
    "other-dimensions": (Verdict.INCOMPARABLE, N_("One is of {0}, the other of {1}.")),
    "other-modality": (Verdict.INCOMPARABLE, N_("One is {0}, the other {1}.")),
    "other-language": (Verdict.INCOMPARABLE, N_("One is in the language {0}, the other in {1}.")),
    "other-unit": (Verdict.INCOMPARABLE, N_("One is in {0}, the other in {1}.")),
    "other-scheme": (Verdict.INCOMPARABLE, N_("One is of the scheme {0}, the other of {1}.")),
    "other-time": (Verdict.INCOMPARABLE, N_("One is of {0}, the other of {1}.")),
    "time-not-known": (Verdict.INCOMPARABLE, N_("It cannot be said that both are of one time.")),
    "derived": (Verdict.INCOMPARABLE, N_("One is computed from the other.")),
    "several": (Verdict.INCOMPARABLE, N_("There may be several such values: {0} and {1}.")),
    "free-wording": (Verdict.INCOMPARABLE, N_("Their wordings differ, which says nothing.")),
    "partly": (Verdict.INCOMPARABLE, N_("{0} and {1} may both be true.")),
    "denies-another": (Verdict.INCOMPARABLE, N_("One denies {0}, the other says {1}.")),
    "later-document": (
        Verdict.RESTATES,
        N_("{0} says {1} in a later document than the one in which it says {2}."),
    ),
    "other-value": (Verdict.CONFLICTS, N_("One says {0}, the other {1}.")),
    "other-part": (Verdict.CONFLICTS, N_("For the {0} of {1}, one says {2}, the other {3}.")),
    "none-against-value": (
        Verdict.CONFLICTS,
        N_("One says that there is none, the other says {0}."),
    ),
    "denied": (Verdict.CONFLICTS, N_("One says {0}, the other denies it.")),
    "outlived": (Verdict.CONFLICTS, N_("Both say {0}, but one until {1}, the other still on {2}.")),
    "other-end": (Verdict.CONFLICTS, N_("Both say {0}, but one until {1}, the other until {2}.")),
    "other-start": (Verdict.CONFLICTS, N_("Both say {0}, but one from {1}, the other from {2}.")),
    "falls": (Verdict.CONFLICTS, N_("It cannot fall: {0} ({1}) is followed by {2} ({3}).")),
}
"""The rules by name: the verdict that each leads to, and its sentence."""


@attrs.frozen
class Reason:
    """The rule that decided a comparison, and what it was about."""

    rule: str
    """Name of the rule, one of :data:`~companyprofiles.verdicts.RULES`."""
    parts: tuple[Any, ...] = ()
    """What stands in the rule's sentence: values, periods and words."""

    @property
    def verdict(self) -> Verdict:
        """The verdict that the rule leads to."""
        return RULES[self.rule][0]

    def __str__(self) -> str:
        return RULES[self.rule][1].format(*self.parts)
