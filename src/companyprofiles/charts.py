"""Figures over time as pictures: what :meth:`Profile.chart <companyprofiles.Profile.chart>` makes.

Drawing needs the extra ``companyprofiles[charts]``; everything else here does without.
"""

from __future__ import annotations

from companyprofiles._chart import Chart, ChartPoint

__all__ = ["Chart", "ChartPoint"]
