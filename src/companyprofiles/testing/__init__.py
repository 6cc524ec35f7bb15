"""What the tests of plugins need: contracts, samples, and plugins that are there for a test only.

A *contract* is a class of tests that every exporter, check, section, vocabulary or profile
passes. A subclass of three lines holds one of them to it::

    from companyprofiles.testing import ExporterContract

    class TestNames(ExporterContract):
        plugin = "companyprofiles_names"
        name = "names"

pytest collects the subclass; importing this package needs neither pytest nor Sphinx.
"""

from __future__ import annotations

from companyprofiles._checks.results import Result
from companyprofiles.testing import _assertions  # noqa: F401, before any contract
from companyprofiles.testing._check_contract import CheckContract
from companyprofiles.testing._distributions import TemporaryDistributions
from companyprofiles.testing._doctree import section_doctree
from companyprofiles.testing._examples import EXAMPLES, run_example
from companyprofiles.testing._exporter_contract import ExporterContract
from companyprofiles.testing._isolation import IsolatedCatalog
from companyprofiles.testing._plugin_contract import PluginContract
from companyprofiles.testing._profile_contract import ProfileContract
from companyprofiles.testing._samples import (
    full_profile,
    hostile_profile,
    minimal_profile,
    small_profile,
)
from companyprofiles.testing._section_contract import SectionContract
from companyprofiles.testing._vocabulary_contract import VocabularyContract

__all__ = [
    "EXAMPLES",
    "CheckContract",
    "ExporterContract",
    "IsolatedCatalog",
    "PluginContract",
    "ProfileContract",
    "Result",
    "SectionContract",
    "TemporaryDistributions",
    "VocabularyContract",
    "full_profile",
    "hostile_profile",
    "minimal_profile",
    "run_example",
    "section_doctree",
    "small_profile",
]
