"""Plugins that are there for a test only, and none that is installed."""

import importlib
import sys

import pytest

import companyprofiles
from companyprofiles._catalog import installed
from companyprofiles.errors import PluginError, ProfileDataError
from companyprofiles.testing import IsolatedCatalog, TemporaryDistributions

VOCABULARY = """
from companyprofiles import Property, Quantity
from companyprofiles.hookspecs import Vocabulary, hookimpl

STORES = Property("stores", Quantity, label={"en": "Stores"}, description={"en": "Shops."})

@hookimpl
def companyprofiles_vocabulary():
    return [Vocabulary("retail", summary="Stores", properties=(STORES,))]
"""
DATA = '[[stores]]\nvalue = "5"\nreferences = [{ source = "newspaper" }]\n'


def test_nothing_that_is_installed_is_looked_for(tmp_path):
    with TemporaryDistributions(tmp_path) as made:
        made.company("beta-motors")
        made.plugin("retail", VOCABULARY)
        catalog = IsolatedCatalog()

        assert "beta-motors" not in catalog.companies
        assert "stores" not in catalog.vocabulary
        assert catalog.host.plugins == ()


@pytest.mark.parametrize("by_name", [True, False])
def test_the_plugins_that_are_named_are_there(tmp_path, by_name):
    with TemporaryDistributions(tmp_path) as made:
        made.module("retail_facts", VOCABULARY)
        import retail_facts

        catalog = IsolatedCatalog("retail_facts" if by_name else retail_facts)
        profile = catalog.read(DATA)

        assert "retail" in catalog.host.vocabularies()
        assert profile.all("stores")[0].prop is retail_facts.STORES


def test_what_they_do_not_know_is_a_problem():
    with pytest.raises(ProfileDataError, match="must be a known property, got 'stores'"):
        IsolatedCatalog().read(DATA)


@pytest.mark.parametrize("code", ["raise SystemExit", "def (", "import no_such_module"])
def test_a_plugin_that_cannot_be_used_is_an_error(tmp_path, code):
    with TemporaryDistributions(tmp_path) as made:
        made.module("retail_facts", code)

        with pytest.raises(PluginError, match=r"the plugin retail-facts .* cannot be used"):
            IsolatedCatalog("retail_facts")


def test_distributions_are_installed_as_long_as_a_test_runs(tmp_path):
    with TemporaryDistributions(tmp_path / "made") as made:
        made.company("beta-motors", code="HERE = True")
        profile = companyprofiles.get("beta-motors")
        plugin = installed().host.profiles["beta-motors"]

        assert profile.origin.distribution == "companyprofiles-beta-motors"
        assert plugin.module.HERE
    assert "beta-motors" not in companyprofiles.companies()
    assert "companyprofiles_beta_motors" not in sys.modules
    assert str(tmp_path / "made") not in sys.path


class Stranger:
    """What a package may put in the place of its module."""

    def __getattr__(self, name):
        raise RuntimeError(name)


def test_a_module_that_raises_whatever_it_is_asked_for_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "stranger", Stranger())
    with TemporaryDistributions(tmp_path) as made:
        made.module("passing_module")
        importlib.import_module("passing_module")

    assert "passing_module" not in sys.modules
    assert "stranger" in sys.modules
