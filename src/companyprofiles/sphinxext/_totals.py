"""What a build made of companies, told at its end in a line."""

from __future__ import annotations

from time import perf_counter

from sphinx.application import Sphinx
from sphinx.util import logging

from companyprofiles.errors import count
from companyprofiles.sphinxext._stubs import shelf_of
from companyprofiles.sphinxext._uses import pages_of

__all__ = ["tell_totals"]

logger = logging.getLogger(__name__)


def tell_totals(start: float, app: Sphinx, exception: Exception | None) -> None:
    """Tell how many companies have a page, what stands there, and how long the build took.

    Args:
        start: When the build began.
        app: The build.
        exception: Why it failed; then nothing is told.
    """
    shown = {name for page in pages_of(app.env).values() for name in page["companies"]}
    if exception is not None or not shown:
        return
    known = shelf_of(app.env).summaries()
    summaries = [known[name] for name in shown if name in known]
    logger.info(
        "companies: %s, %s, %s, %s, %.1f seconds",
        count(len(summaries), "company", "companies"),
        count(sum(s.statements for s in summaries), "statement"),
        count(sum(s.disputes for s in summaries), "dispute"),
        count(app._warncount, "warning"),
        perf_counter() - start,
    )
