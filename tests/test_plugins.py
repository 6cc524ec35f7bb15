"""The host loads each plugin when it is needed, and keeps its failures to itself."""

import sys
import warnings
from collections.abc import Iterator

import pytest

from companyprofiles._discovery import scan
from companyprofiles._plugins import PluginHost, State
from companyprofiles.errors import PluginError, PluginWarning
from companyprofiles.hookspecs import PLUGIN_API
from tests.samples import Site, installed_site

EXPORTER = """
from companyprofiles.hookspecs import Exporter, hookimpl

@hookimpl
def companyprofiles_exporters():
    return [Exporter({name!r}, summary="S", media_type="text/plain", suffix=".txt", export=str)]
"""

BROKEN = {
    "a missing module": ("import nothing_of_that_name", "ModuleNotFoundError: No module named"),
    "a syntax error": ("def (:", "SyntaxError: invalid syntax"),
    "any error": ("1 / 0", "ZeroDivisionError: division by zero"),
    "an exit": ("raise SystemExit(0)", "SystemExit: 0"),
    "deep recursion": ("def f(): f()\nf()", "RecursionError: maximum recursion depth"),
    "a hook that there is not": (
        """
        from companyprofiles.hookspecs import hookimpl

        @hookimpl
        def companyprofiles_exporter():
            return []
        """,
        "LookupError: there is no hook 'companyprofiles_exporter'",
    ),
    "an argument that there is not": (
        """
        from companyprofiles.hookspecs import hookimpl

        @hookimpl
        def companyprofiles_exporters(profile):
            return []
        """,
        "PluginValidationError: .*hook 'companyprofiles_exporters'",
    ),
    "a number of the contract that is none": (
        "COMPANYPROFILES_API = 'one'",
        "TypeError: '<=' not supported",
    ),
}


@pytest.fixture
def site(tmp_path, monkeypatch) -> Iterator[Site]:
    with installed_site(tmp_path, monkeypatch) as made:
        yield made


def host(site: Site) -> PluginHost:
    """Return a host of what is installed in the folder of the test alone."""
    return PluginHost(scan([str(site.folder)])[0])


def states(of: PluginHost) -> dict[str, State]:
    return {plugin.name: plugin.state for plugin in of.plugins}


def test_a_host_knows_what_is_installed_without_importing_it(site):
    site.company("acme", code="1 / 0")
    site.plugin("csv", "1 / 0")
    made = host(site)

    assert list(made.profiles) == ["acme"]
    assert states(made) == {"acme": State.AVAILABLE, "csv": State.AVAILABLE}
    assert "companyprofiles_acme" not in sys.modules


def test_what_the_core_offers_is_there_without_any_plugin(site):
    made = host(site)

    assert list(made.exporters()) == ["json"]
    assert list(made.checks())[:2] == ["CP001", "CP002"]
    assert "names" in made.vocabularies()
    assert made.sections()[0].name == "infobox"


def test_sections_come_in_the_order_of_pages(site):
    site.plugin(
        "more",
        """
        from companyprofiles.hookspecs import Section, hookimpl

        @hookimpl
        def companyprofiles_sections():
            for name, order in (("last", 10_000), ("first", 0), ("same", 0)):
                yield Section(name, title={"en": name}, order=order, render=list)
        """,
    )
    names = [section.name for section in host(site).sections()]

    assert (names[:2], names[-1]) == (["first", "same"], "last")


def test_a_plugin_adds_to_what_the_core_offers(site):
    site.plugin("csv", EXPORTER.format(name="csv"))
    made = host(site)

    assert list(made.exporters()) == ["json", "csv"]
    assert states(made) == {"csv": State.LOADED}


def test_a_plugin_may_be_an_object_of_its_module(site):
    site.module(
        "objects",
        """
        from companyprofiles.hookspecs import Exporter, hookimpl

        class Plugin:
            @hookimpl
            def companyprofiles_exporters(self):
                return [Exporter("obj", summary="S", media_type="x/y", suffix=".x", export=str)]

        PLUGIN = Plugin()
        """,
    )
    site.distribution("objects", "[companyprofiles.plugins]\nobjects = objects:PLUGIN\n")

    assert "obj" in host(site).exporters()


@pytest.mark.parametrize("code, reason", BROKEN.values(), ids=BROKEN)
def test_a_broken_plugin_is_left_out_with_a_warning(site, code, reason):
    site.plugin("bad", code)
    site.plugin("csv", EXPORTER.format(name="csv"))
    made = host(site)

    with pytest.warns(
        PluginWarning,
        match=rf"the plugin bad \(companyprofiles-bad 1\.0\) is left out: {reason}",
    ):
        assert list(made.exporters()) == ["json", "csv"]
    assert states(made) == {"bad": State.FAILED, "csv": State.LOADED}


@pytest.mark.parametrize("code, reason", BROKEN.values(), ids=BROKEN)
def test_nothing_of_a_broken_plugin_stays_registered(site, code, reason):
    site.plugin("bad", code)
    made = host(site)
    with pytest.warns(PluginWarning, match=reason):
        made.exporters()

    assert not made.manager.has_plugin("companyprofiles.plugins:bad")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert list(made.exporters()) == ["json"]  # and it is not tried again


def test_a_plugin_for_another_contract_is_left_out(site):
    site.plugin("new", f"COMPANYPROFILES_API = {PLUGIN_API + 1}")
    made = host(site)

    with pytest.warns(
        PluginWarning, match="left out: made for plugin API 2; this companyprofiles serves 1 to 1"
    ):
        made.checks()
    assert states(made) == {"new": State.INCOMPATIBLE}


def test_an_optional_hook_of_a_newer_contract_is_passed_over(site):
    site.plugin(
        "new",
        """
        from pluggy import HookimplMarker

        @HookimplMarker("companyprofiles")(optionalhook=True)
        def companyprofiles_hook_of_tomorrow():
            return []
        """,
    )
    made = host(site)

    assert list(made.exporters()) == ["json"]
    assert states(made) == {"new": State.LOADED}


@pytest.mark.parametrize(
    "body, reason, kept",
    [
        ("raise ValueError('no')", "ValueError: no", []),
        ("raise SystemExit('bye')", "SystemExit: bye", []),
        ("return None", "TypeError: 'NoneType' object is not iterable", []),
        ("return ['csv']", "TypeError: expected Exporter records, got 'csv'", []),
        ("yield make('one'); raise OSError('late')", "OSError: late", ["one"]),
        ("yield make('Bad Name')", "InvalidValueError: must be a name in kebab case", []),
        ("yield make('json')", "LookupError: Exporter 'json' is already provided", []),
    ],
)
def test_a_hook_that_fails_is_left_out_also_when_it_fails_late(site, body, reason, kept):
    site.plugin(
        "bad",
        f"""
        from companyprofiles.hookspecs import Exporter, hookimpl

        def make(name):
            return Exporter(name, summary="S", media_type="x/y", suffix=".x", export=str)

        @hookimpl
        def companyprofiles_exporters():
            {body}
        """,
    )
    site.plugin("csv", EXPORTER.format(name="csv"))
    made = host(site)

    with pytest.warns(
        PluginWarning,
        match=rf"the plugin bad \(companyprofiles-bad 1\.0\) failed in hook "
        rf"companyprofiles_exporters: {reason}",
    ):
        assert list(made.exporters()) == ["json", *kept, "csv"]
    assert reason in next(plugin.reason for plugin in made.plugins if plugin.name == "bad")


def test_of_two_providers_of_a_name_the_one_that_is_named_after_it_goes_first(site):
    site.company("acme")
    site.distribution("aaa", "[companyprofiles.profiles]\nacme = aaa\n")
    site.distribution("zzz", "[companyprofiles.profiles]\nacme = zzz\n")
    made = host(site)

    assert made.profiles["acme"].entry_point.distribution == "companyprofiles-acme"
    assert [(p.entry_point.distribution, p.reason) for p in made.plugins if p.reason] == [
        ("aaa", "companyprofiles-acme provides the same name"),
        ("zzz", "companyprofiles-acme provides the same name"),
    ]
    assert {p.state for p in made.plugins if p.reason} == {State.SHADOWED}


def test_else_the_alphabet_decides(site):
    for name in ("zzz", "aaa"):
        site.distribution(name, f"[companyprofiles.profiles]\nacme = {name}\n")

    assert host(site).profiles["acme"].entry_point.distribution == "aaa"


def test_a_name_may_be_in_both_groups(site):
    site.company("acme")
    site.module("acme_plugin", EXPORTER.format(name="acme"))
    site.distribution("acme-plugin", "[companyprofiles.plugins]\nacme = acme_plugin\n")
    made = host(site)

    assert made.profile("acme") is None
    assert "acme" in made.exporters()


# Profiles.


def test_one_company_is_loaded_at_a_time(site):
    for name in ("acme", "zeta"):
        site.company(name)
    made = host(site)
    made.profile("acme")

    assert states(made) == {"acme": State.LOADED, "zeta": State.AVAILABLE}
    assert "companyprofiles_acme" in sys.modules
    assert "companyprofiles_zeta" not in sys.modules


def test_only_the_plugin_of_the_company_is_asked(site):
    code = """
    from companyprofiles.hookspecs import hookimpl

    @hookimpl
    def companyprofiles_profile(company_id, context):
        return (__name__, company_id, context.module, context.distribution, context.version)
    """
    for name in ("acme", "zeta"):
        site.company(name, code=code)
    made = host(site)

    for name in ("zeta", "acme"):
        module = f"companyprofiles_{name}"
        assert made.profile(name) == (module, name, module, f"companyprofiles-{name}", "1.0")


def test_a_hook_may_ask_for_less(site):
    site.company(
        "acme",
        code="""
        from companyprofiles.hookspecs import hookimpl

        @hookimpl
        def companyprofiles_profile(company_id):
            return company_id
        """,
    )

    assert host(site).profile("acme") == "acme"


@pytest.mark.parametrize("code, reason", BROKEN.values(), ids=BROKEN)
def test_a_broken_profile_raises_for_who_asked_for_it(site, code, reason):
    site.company("bad", code=code)
    made = host(site)

    with pytest.raises(
        PluginError,
        match=rf"the plugin bad \(companyprofiles-bad 1\.0\) cannot be used: {reason}",
    ) as caught:
        made.profile("bad")
    assert caught.value.__cause__ is not None
    with pytest.raises(PluginError, match=reason):
        made.profile("bad")


@pytest.mark.parametrize("code", [code for code, _ in BROKEN.values()], ids=BROKEN)
def test_a_broken_profile_never_concerns_another(site, code):
    site.company("bad", code=code)
    site.company("acme")
    made = host(site)

    with pytest.raises(PluginError, match="the plugin bad"):
        made.profile("bad")
    assert made.profile("acme") is None
    assert list(made.exporters()) == ["json"]


@pytest.mark.parametrize("body", ["1 / 0", "raise SystemExit", "raise KeyError('x')"])
def test_a_hook_that_fails_raises_for_who_asked_for_it(site, body):
    site.company(
        "bad",
        code=f"""
        from companyprofiles.hookspecs import hookimpl

        @hookimpl
        def companyprofiles_profile(company_id, context):
            {body}
        """,
    )

    with pytest.raises(
        PluginError,
        match=r"the plugin bad \(companyprofiles-bad 1\.0\) failed in hook companyprofiles_profile",
    ):
        host(site).profile("bad")


def test_whoever_interrupts_is_obeyed(site):
    site.company("acme", code="raise KeyboardInterrupt")

    with pytest.raises(KeyboardInterrupt):
        host(site).profile("acme")


def test_what_is_installed_here_is_found_by_default():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)

        assert PluginHost().exporters()["json"].suffix == ".json"
