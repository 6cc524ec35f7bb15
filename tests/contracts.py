"""What every exporter of this repository keeps to: the contract for anybody's, and any profile.

::

    class TestNames(ExporterContract):
        plugin = "companyprofiles_names"
        name = "names"
"""

from hypothesis import HealthCheck, given

from companyprofiles import testing
from tests.strategies import examples, profiles

__all__ = ["MINIMAL", "ExporterContract"]

MINIMAL = testing.minimal_profile()
"""As little as a profile can be."""


class ExporterContract(testing.ExporterContract):
    """What the exporter :attr:`name` of :attr:`plugin` keeps to."""

    # Inherited by each subclass, so Hypothesis sees one test run by instances of several classes.
    @examples(0.5, suppress_health_check=[HealthCheck.differing_executors])
    @given(profile=profiles())
    def test_it_writes_any_profile(self, profile):
        self.check(profile)
