"""How statements compare, and where they contradict each other.

:meth:`Profile.compare <companyprofiles.Profile.compare>` and :meth:`Profile.disputes
<companyprofiles.Profile.disputes>` ask for a profile; the functions here take statements from
anywhere.
"""

from __future__ import annotations

from companyprofiles._disputes import Dispute, DisputeStatus, find_disputes
from companyprofiles._reasons import RULES, Reason, Verdict
from companyprofiles._verdicts import Comparison, compare

__all__ = [
    "RULES",
    "Comparison",
    "Dispute",
    "DisputeStatus",
    "Reason",
    "Verdict",
    "compare",
    "find_disputes",
]
