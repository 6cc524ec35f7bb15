"""What a page uses of companies: noted for the next build, and what is wrong told in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from sphinx.environment import BuildEnvironment
from sphinx.util import logging

from companyprofiles._catalog import installed
from companyprofiles._profile import Profile
from companyprofiles.errors import (
    CompanyProfilesError,
    InvalidValueError,
    PluginError,
    ProfileNotFoundError,
)
from companyprofiles.sphinxext._stubs import INDEX, shelf_of
from companyprofiles.sphinxext._summary import problems_of, report

if TYPE_CHECKING:
    from companyprofiles.sphinxext._domain import CompanyDomain

__all__ = ["depend_on", "domain_of", "pages_of", "profile_of", "warn", "warn_of_error"]

logger = logging.getLogger(__name__)


def domain_of(env: BuildEnvironment) -> CompanyDomain:
    """Return the domain that notes what is described and shown where."""
    return cast("CompanyDomain", env.get_domain("company"))


def pages_of(env: BuildEnvironment) -> dict[str, dict[str, Any]]:
    """Return what the heads of pages say, by document."""
    return domain_of(env).pages


def depend_on(marker: str, env: BuildEnvironment) -> None:
    """Let Sphinx read the page again when what a marker stands for changes."""
    env.note_dependency(str(shelf_of(env).marker(marker)))
    domain_of(env).note_use(env.docname, marker)


def profile_of(company_id: str, env: BuildEnvironment) -> Profile:
    """Return the profile of a company, and note that the page shows it.

    Raises:
        ProfileNotFoundError: There is no such company.
        PluginError: Its profile cannot be read; why has been reported.
    """
    # An unknown company may be installed by the next build: then the list of all changes.
    depend_on(company_id if company_id in installed().companies else f"_{INDEX}", env)
    try:
        return installed().get(company_id)
    except ProfileNotFoundError:
        raise
    except CompanyProfilesError as error:
        # Read again at each build, so that what is wrong is told until it is right.
        env.note_reread()
        report(company_id, problems_of(company_id, installed(), error))
        raise PluginError(f"the profile {company_id!r} cannot be shown") from error


def warn_of_error(error: CompanyProfilesError, subtype: str, location: str) -> None:
    """Report why a role or a directive cannot show what it names, at its place."""
    is_grammar = isinstance(error, InvalidValueError)
    warn(subtype, f"the target {error}" if is_grammar else str(error), location)


def warn(subtype: str, message: str, location: str) -> None:
    """Report what is wrong with a role or a directive, at its place."""
    logger.warning("%s", message, type="company", subtype=subtype, location=location)
