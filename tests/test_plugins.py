"""The host loads each plugin when it is needed, and keeps its failures to itself."""

import re
import sys
import warnings
from collections.abc import Iterator

import pytest
from pluggy import HookspecMarker

from companyprofiles import hookspecs
from companyprofiles._plugin import State
from companyprofiles._plugins import PluginHost
from companyprofiles.errors import (
    CompanyProfilesDeprecationWarning,
    PluginError,
    PluginWarning,
    UnknownNameError,
)
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
        r"UnknownNameError: there is no hook '\w+'\. Did you mean 'companyprofiles_exporters'",
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
        "InvalidValueError: must be the number of a contract as COMPANYPROFILES_API, got 'one'",
    ),
}


@pytest.fixture
def site(tmp_path, monkeypatch) -> Iterator[Site]:
    with installed_site(tmp_path, monkeypatch) as made:
        yield made


def host(site: Site) -> PluginHost:
    """Return a host of what is installed in the folder of the test alone."""
    return PluginHost([site.folder])


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
        PluginWarning,
        match="left out: made for plugin API 2; this companyprofiles serves 1. Upgrade",
    ):
        made.checks()
    assert states(made) == {"new": State.INCOMPATIBLE}


@pytest.mark.parametrize(
    "says, state",
    [
        ("", State.LOADED),
        ("COMPANYPROFILES_API = 4", State.LOADED),
        ("COMPANYPROFILES_API = 5", State.LOADED),
        ("COMPANYPROFILES_API = 3", State.INCOMPATIBLE),
        ("COMPANYPROFILES_API = 6", State.INCOMPATIBLE),
    ],
)
def test_contracts_from_the_floor_to_the_current_one_are_served(site, monkeypatch, says, state):
    monkeypatch.setattr(hookspecs, "PLUGIN_API", 5)
    monkeypatch.setattr(hookspecs, "PLUGIN_API_FLOOR", 4)
    site.plugin("one", says)
    made = host(site)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        made.checks()

    assert states(made) == {"one": state}


def test_a_plugin_for_a_contract_that_is_no_longer_served_is_told_what_to_do(site, monkeypatch):
    monkeypatch.setattr(hookspecs, "PLUGIN_API", 5)
    monkeypatch.setattr(hookspecs, "PLUGIN_API_FLOOR", 4)
    site.plugin("old", "COMPANYPROFILES_API = 3")

    with pytest.warns(
        PluginWarning,
        match=r"made for plugin API 3; this companyprofiles serves 4 to 5\. Upgrade the plugin\.",
    ):
        host(site).checks()


# The way of what is to go: a release says so, plugins go on working, then it is gone.


def going(what: str) -> CompanyProfilesDeprecationWarning:
    return CompanyProfilesDeprecationWarning(what, "0.4", "0.6", "Use sections.")


def test_a_hook_that_is_to_go_still_works_and_says_so(site, monkeypatch):
    @HookspecMarker("companyprofiles")(warn_on_impl=going("the hook 'companyprofiles_charts'"))
    def companyprofiles_charts():
        """Return charts."""

    monkeypatch.setattr(hookspecs, "companyprofiles_charts", companyprofiles_charts, raising=False)
    site.plugin(
        "old",
        """
        from companyprofiles.hookspecs import hookimpl

        @hookimpl
        def companyprofiles_charts():
            return ["a chart"]
        """,
    )
    made = host(site)
    message = (
        "the hook 'companyprofiles_charts' is deprecated since companyprofiles 0.4, and gone in "
        "0.6. Use sections."
    )

    with pytest.warns(CompanyProfilesDeprecationWarning, match=f"^{re.escape(message)}$") as caught:
        made.checks()
    (plugin,) = made.plugins
    assert caught[0].filename == str(site.folder / "companyprofiles_old" / "__init__.py")
    assert (plugin.state, plugin.deprecated) == (State.LOADED, [message])
    assert made.manager.hook.companyprofiles_charts() == [["a chart"]]


def test_an_argument_that_is_to_go_is_told_of_to_those_who_take_it(site, monkeypatch):
    @HookspecMarker("companyprofiles")(
        firstresult=True, warn_on_impl_args={"context": going("the argument 'context'")}
    )
    def companyprofiles_profile(company_id, context):
        """Return the profile."""

    monkeypatch.setattr(hookspecs, "companyprofiles_profile", companyprofiles_profile)
    code = """
    from companyprofiles.hookspecs import hookimpl

    @hookimpl
    def companyprofiles_profile({arguments}):
        return company_id
    """
    site.company("old", code=code.format(arguments="company_id, context"))
    site.company("new", code=code.format(arguments="company_id"))
    made = host(site)

    with pytest.warns(CompanyProfilesDeprecationWarning, match="^the argument 'context' is deprec"):
        assert made.profile("old") == "old"
    assert made.profile("new") == "new"
    assert {plugin.name: len(plugin.deprecated) for plugin in made.plugins} == {"new": 0, "old": 1}


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
        (
            "yield make('one'); yield make('one')",
            "LookupError: more than one format is called 'one'",
            ["one"],
        ),
        (
            "import itertools; return (make(f'x{n}') for n in itertools.count())",
            "ValueError: more than 10000 records",
            [f"x{n}" for n in range(10_000)],
        ),
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

    with pytest.warns(
        PluginWarning,
        match=r"^the profile 'acme' is provided by companyprofiles-acme 1\.0, which is used, and "
        r"by aaa 1\.0 and zzz 1\.0\. Uninstall or switch off",
    ):
        assert made.profiles["acme"].entry_point.distribution == "companyprofiles-acme"
    assert [(p.entry_point.distribution, p.state, p.reason) for p in made.plugins if p.reason] == [
        ("aaa", State.SHADOWED, "companyprofiles-acme 1.0 provides the same name"),
        ("zzz", State.SHADOWED, "companyprofiles-acme 1.0 provides the same name"),
    ]


def test_else_the_alphabet_decides(site):
    for name in ("zzz", "aaa"):
        site.distribution(name, f"[companyprofiles.profiles]\nacme = {name}\n")

    with pytest.warns(PluginWarning, match=r"by aaa 1\.0, which is used, and by zzz 1\.0"):
        assert host(site).profiles["acme"].entry_point.distribution == "aaa"


@pytest.mark.parametrize("options", [{"disable": ["aaa"]}, {"plugins": ["zzz"]}])
def test_whoever_says_which_has_the_last_word(site, options):
    for name in ("zzz", "aaa"):
        site.distribution(name, f"[companyprofiles.profiles]\nacme = {name}\n")
    made = PluginHost([site.folder], **options)

    assert made.profiles["acme"].entry_point.distribution == "zzz"
    assert {p.entry_point.distribution: p.state for p in made.plugins} == {
        "aaa": State.BLOCKED,
        "zzz": State.AVAILABLE,
    }


# Records of one name.


def test_a_name_that_the_core_has_is_the_core_s(site):
    site.plugin("other", EXPORTER.format(name="json"))
    made = host(site)

    with pytest.warns(
        PluginWarning,
        match=r"^the format 'json' of other \(companyprofiles-other 1\.0\) has the name of the "
        r"core's\. Each goes by its full name: 'other:json'$",
    ):
        found = made.exporters()
    assert list(found) == ["json", "other:json"]
    assert made.provider(found["json"]) is None
    assert made.offer("exporter", "other:json").owner == "other (companyprofiles-other 1.0)"


def test_a_name_of_two_plugins_is_that_of_neither(site):
    for name in ("one", "two"):
        site.plugin(name, EXPORTER.format(name="csv"))
    made = host(site)

    with pytest.warns(PluginWarning, match="Each goes by its full name: 'one:csv' and 'two:csv'$"):
        assert list(made.exporters()) == ["json", "one:csv", "two:csv"]
    with pytest.raises(PluginError, match=r"Ask for 'one:csv' or 'two:csv'\.$"):
        made.offer("exporter", "csv")
    assert all("Each goes by its full name" in plugin.reason for plugin in made.plugins)


def test_sections_of_one_name_are_left_out(site):
    section = """
    from companyprofiles.hookspecs import Section, hookimpl

    @hookimpl
    def companyprofiles_sections():
        return [Section("more", title={"en": "More"}, order=1, render=list)]
    """
    for name in ("one", "two"):
        site.plugin(name, section)
    made = host(site)

    with pytest.warns(PluginWarning, match="the section 'more' is offered by .* Pages show none"):
        assert "more" not in {found.name for found in made.sections()}


def test_asking_for_a_name_of_the_core_loads_no_plugin(site):
    site.plugin("bad", "1 / 0")
    made = host(site)

    assert made.offer("exporter", "json").owner == "the core"
    assert states(made) == {"bad": State.AVAILABLE}


def test_a_full_name_loads_its_plugin_alone(site):
    site.plugin("bad", "1 / 0")
    site.plugin("csv", EXPORTER.format(name="csv"))
    made = host(site)

    assert made.offer("exporter", "companyprofiles-csv:csv").name == "csv"
    assert states(made) == {"bad": State.AVAILABLE, "csv": State.LOADED}


def test_an_unknown_name_suggests_a_near_one(site):
    site.plugin("csv", EXPORTER.format(name="csv"))

    with pytest.raises(UnknownNameError, match=r"there is no format 'cvs'\. Did you mean 'csv'"):
        host(site).offer("exporter", "cvs")


@pytest.mark.parametrize("name", ["bad", "bad:csv", "companyprofiles-bad:csv"])
def test_a_broken_plugin_that_is_asked_for_tells_its_cause(site, name):
    site.plugin("bad", "1 / 0")

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", PluginWarning)
        with pytest.raises(PluginError, match="cannot be used: ZeroDivisionError") as caught:
            host(site).offer("exporter", name)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


# Switched off.


@pytest.mark.parametrize("name", ["bad", "Bad", "companyprofiles-bad", "Companyprofiles_Bad"])
@pytest.mark.parametrize("kind", ["plugin", "company"])
def test_what_is_switched_off_is_never_imported(site, name, kind):
    getattr(site, kind)("bad", code="raise SystemExit")
    made = PluginHost([site.folder], disable=[name])

    assert list(made.exporters()) == ["json"]
    assert list(made.profiles) == []
    assert states(made) == {"bad": State.BLOCKED}
    assert "companyprofiles_bad" not in sys.modules


def test_the_environment_says_what_is_switched_off(site, monkeypatch):
    for name in ("one", "two", "three"):
        site.plugin(name, EXPORTER.format(name=name))
    monkeypatch.setenv("COMPANYPROFILES_PLUGINS", "one, companyprofiles-two")
    monkeypatch.setenv("COMPANYPROFILES_DISABLE", "two")

    assert list(host(site).exporters()) == ["json", "one"]
    assert list(PluginHost([site.folder], disable=[]).exporters()) == ["json", "one", "two"]


def test_an_empty_list_of_plugins_is_none_of_them(site, monkeypatch):
    site.company("acme")
    monkeypatch.setenv("COMPANYPROFILES_PLUGINS", "")
    made = host(site)

    assert list(made.profiles) == []
    with pytest.raises(PluginError, match=r"acme .* cannot be used: all plugins are switched off"):
        raise made.no_profile("acme")


def test_a_plugin_that_is_not_among_those_to_have_is_told_of(site):
    site.company("acme")
    made = PluginHost([site.folder], plugins=["zeta"])

    with pytest.raises(PluginError, match="it is not among the plugins to have: zeta"):
        raise made.no_profile("acme")


# Strict.


@pytest.mark.parametrize("code, reason", BROKEN.values(), ids=BROKEN)
def test_a_strict_host_ends_at_the_first_failure(site, code, reason):
    site.plugin("bad", code)

    with pytest.raises(PluginError, match=reason):
        PluginHost([site.folder], strict=True).checks()


@pytest.mark.parametrize(
    "make",
    [
        lambda site: site.distribution("broken", b"[companyprofiles.plugins]\nno sign\n"),
        lambda site: [
            site.distribution(name, "[companyprofiles.plugins]\nx = x\n") for name in ("a", "b")
        ],
        lambda site: [site.plugin(name, EXPORTER.format(name="csv")) for name in ("one", "two")],
        lambda site: site.plugin("late", EXPORTER.format(name="csv").replace("]", ", 5]")),
    ],
    ids=["metadata", "one name twice", "one record twice", "a record that is none"],
)
def test_a_strict_host_takes_nothing_lightly(site, make):
    make(site)

    with pytest.raises(PluginError):
        PluginHost([site.folder], strict=True).exporters()


# What cannot be read.


def test_a_distribution_that_cannot_be_read_is_a_plugin_that_cannot_be_used(site):
    site.distribution("companyprofiles-broken", b"[companyprofiles.profiles]\nno sign\n")
    site.company("acme")
    made = host(site)

    with pytest.warns(
        PluginWarning,
        match=r"entry points cannot be read: .* Try: companyprofiles plugins why companyprofiles-b",
    ):
        assert list(made.profiles) == ["acme"]
    assert states(made)["companyprofiles-broken"] is State.UNREADABLE
    with pytest.raises(PluginError, match=r"cannot be used: .*entry points cannot be read"):
        raise made.no_profile("broken")


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
