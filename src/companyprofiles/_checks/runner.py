"""Holding a profile to checks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from companyprofiles._check_context import CheckContext
from companyprofiles._checks.exemptions import UNUSED
from companyprofiles._checks.results import Result
from companyprofiles._locations import Locations
from companyprofiles._plugin import FATAL, apart
from companyprofiles._profile import Profile
from companyprofiles._statements import Statement
from companyprofiles.errors import CompanyProfilesError, PluginError, ProfileDataError, cause_of
from companyprofiles.hookspecs import Check, Finding, Severity, resolve

__all__ = ["installed_profile", "run_checks"]


def installed_profile(company_id: str) -> Profile | None:
    """Return the profile of an installed company; ``None`` where there is none to be read."""
    from companyprofiles._catalog import installed

    catalog = installed()
    if company_id not in catalog.companies:
        return None
    try:
        return catalog.get(company_id)
    except CompanyProfilesError:
        return None


def run_checks(
    read: Callable[[], Profile],
    checks: Mapping[str, Check],
    *,
    codes: Collection[str] = (),
    other_profile: Callable[[str], Profile | None] = installed_profile,
    on_failure: Callable[[Check, BaseException], None] | None = None,
) -> list[Result]:
    """Read a profile and hold it to checks.

    Args:
        read: Reads the profile.
        checks: The checks to run, by code.
        codes: The codes of all checks that there are; by default of those that are run.
        other_profile: Returns the profile of another company; ``None`` where there is none.
        on_failure: Told of a check that itself failed, which the others go on without; by default
            that is an error.

    Returns:
        Problems of the data where it could not be read, else what the checks found, in the order
        of the files.

    Raises:
        PluginError: A check itself failed, and nobody is to be told.
    """
    try:
        profile = read()
    except ProfileDataError as error:
        return [Result("", Severity.ERROR, problem) for problem in error.problems]
    context = CheckContext(profile, codes=codes or checks, other_profile=other_profile)
    context.ran = frozenset(checks)
    locations = Locations(profile)
    results = []
    # Which exemptions served is known when all others have run.
    for code in sorted(checks, key=lambda code: (code == UNUSED, code)):
        check = checks[code]
        for finding in _findings(check, context, on_failure or _raise):
            about = finding.about
            if isinstance(about, Statement) and code in about.exempt:
                context.exempted.add((about.anchor, code))
                continue
            problem = locations.problem(about, finding.path, finding.message)
            results.append(Result(code, check.severity, problem))
    return sorted(results, key=lambda result: result.place)


def _raise(check: Check, error: BaseException) -> None:
    message = f"the check {check.name} failed: {cause_of(error)}"
    raise PluginError(message) from error


def _findings(
    check: Check, context: CheckContext, on_failure: Callable[[Check, BaseException], None]
) -> list[Finding]:
    found: list[Finding] = []
    try:
        with apart():
            found.extend(map(_checked, resolve(check.run)(context.profile, context)))
    except FATAL:
        raise
    except BaseException as error:  # noqa: BLE001, a check may be anybody's
        on_failure(check, error)
    return found


def _checked(finding: object) -> Finding:
    if not isinstance(finding, Finding):
        message = f"expected Finding records, got {type(finding).__name__}"
        raise TypeError(message)
    return finding
