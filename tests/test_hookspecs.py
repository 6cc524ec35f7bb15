"""Every hook is documented and exercised; the records that hooks return check themselves."""

import inspect

import attrs
import pluggy
import pytest

from companyprofiles import _builtin, hookspecs
from companyprofiles._plugins import PluginHost
from companyprofiles.errors import InvalidValueError
from companyprofiles.hookspecs import (
    PLUGIN_API,
    PLUGIN_API_FLOOR,
    Check,
    Exporter,
    Finding,
    LoadContext,
    Section,
    Severity,
    Vocabulary,
    hookimpl,
    resolve,
)
from tests.samples import profile

HOOKS = [name for name in hookspecs.__all__ if name.startswith("companyprofiles_")]
TOLD = {"summary": "S", "explanation": "E.", "failing": "", "passing": ""}
RECORDS = [Check, Exporter, Finding, LoadContext, Section, Vocabulary]


def test_these_are_the_hooks():
    assert HOOKS == [
        "companyprofiles_checks",
        "companyprofiles_exporters",
        "companyprofiles_profile",
        "companyprofiles_sections",
        "companyprofiles_vocabulary",
    ]


def test_every_hook_that_pluggy_knows_is_public():
    manager = pluggy.PluginManager(hookspecs.NAMESPACE)
    manager.add_hookspecs(hookspecs)

    assert sorted(vars(manager.hook).keys() - {"_registry"}) == HOOKS


@pytest.mark.parametrize("name", HOOKS)
def test_arguments_are_positional_since_pluggy_cannot_pass_others(name):
    parameters = inspect.signature(getattr(hookspecs, name)).parameters.values()

    assert {p.kind for p in parameters} <= {inspect.Parameter.POSITIONAL_OR_KEYWORD}


@pytest.mark.parametrize("name", sorted(set(HOOKS) - {"companyprofiles_profile"}))
def test_the_core_itself_uses_every_list_hook(name):
    assert getattr(_builtin, name)()


@pytest.mark.parametrize(
    "offer", [PluginHost.checks, PluginHost.exporters, PluginHost.vocabularies]
)
def test_every_callable_that_the_core_names_can_be_imported(offer):
    for record in offer(PluginHost([])).values():
        fields = (getattr(record, name, None) for name in ("run", "export", "properties"))
        assert [resolve(target) for target in fields if target]


def test_the_core_s_checks_have_its_prefix():
    assert all(name.startswith("CP") for name in PluginHost([]).checks())


def test_the_json_exporter_always_writes_the_same():
    exporter = PluginHost([]).exporters()["json"]
    export = resolve(exporter.export)

    assert export(profile()) == export(profile())
    assert export(profile()).endswith("}\n")


@pytest.mark.parametrize("record", RECORDS)
def test_records_are_frozen_and_every_field_is_documented(record):
    source = inspect.getsource(record)

    assert (record.__doc__ or "").endswith(".")
    for field in attrs.fields(record):
        assert f"    {field.name}: " in source
    assert source.count('    """') == len(attrs.fields(record)) + 1


def test_the_contract_has_a_number_and_a_floor():
    assert 1 <= PLUGIN_API_FLOOR <= PLUGIN_API


def test_the_mark_leaves_a_function_as_it_is():
    def companyprofiles_checks():
        return []

    assert hookimpl(companyprofiles_checks) is companyprofiles_checks


@pytest.mark.parametrize(
    "name", ["Json", "json_lines", "-json", "json-", "2json", "", None, "j--j"]
)
def test_names_of_records_are_in_kebab_case(name):
    with pytest.raises(InvalidValueError, match="must be a name in kebab case, got"):
        Exporter(name, summary="S", media_type="x/y", suffix=".x", export=str)
    with pytest.raises(InvalidValueError, match="must be a name in kebab case, got"):
        Vocabulary(name, summary="S", properties=())
    with pytest.raises(InvalidValueError, match="must be a name in kebab case, got"):
        Section(name, title={"en": "T"}, order=1, render=list)


@pytest.mark.parametrize("name", ["CP1", "cp101", "101", "CP1011", "TOOLONGCODE101", None])
def test_names_of_checks_are_codes(name):
    with pytest.raises(InvalidValueError, match="must be a code such as 'CP101', got"):
        Check(name, run=list, **TOLD)


def test_a_check_is_an_error_unless_it_says_otherwise():
    assert Check("XX001", run=list, **TOLD).severity is Severity.ERROR
    with pytest.raises(InvalidValueError, match="must be one of 'error', 'warning', got 'warn'"):
        Check("XX001", run=list, severity="warn", **TOLD)


def test_a_callable_is_itself_or_what_a_string_names():
    assert resolve(len) is len
    assert resolve("builtins:len") is len
