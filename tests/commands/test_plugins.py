"""``plugins`` tells what is installed and what is wrong with it; the broken harm nothing else."""

import json
import sys

import pytest
from pluggy import HookspecMarker

from companyprofiles import hookspecs
from companyprofiles._plugin import HOOKS, State
from companyprofiles.errors import CompanyProfilesDeprecationWarning
from tests.samples import MADE_UP

GOOD, PROBLEMS, WRONG_USAGE, PLUGIN_FAILED = 0, 1, 2, 3

OFFERS = """
from companyprofiles.hookspecs import Check, Exporter, Finding, Section, Vocabulary, hookimpl

def export(profile):
    {body}

@hookimpl
def companyprofiles_exporters():
    {offer}
    return [Exporter("other", summary="Other", media_type="x/y", suffix=".x", export=export)]
"""


def offers(*, body: str = "return ''", offer: str = "pass", api: str = "") -> str:
    return OFFERS.format(body=body, offer=offer) + api


def plugin(code):
    return lambda site: site.plugin("bad", code)


def unreadable(site):
    site.distribution("companyprofiles-bad", b"[companyprofiles.plugins]\n\xff\n")


def of_one_name(site):
    site.plugin("bad", offers())
    site.module("bad_too", offers())
    site.distribution("bad-too", "[companyprofiles.plugins]\nbad = bad_too\n")


def of_one_record(site):
    site.plugin("bad", offers())
    site.plugin("bad-too", offers())


BREAKAGES = {
    "a missing module": (plugin("import no_such_module"), State.FAILED),
    "an error": (plugin("1 / 0"), State.FAILED),
    "an error that has no words": (
        plugin("class E(Exception):\n    def __str__(self): raise self\nraise E"),
        State.FAILED,
    ),
    "an exit": (plugin("raise SystemExit(0)"), State.FAILED),
    "an exception of its own": (plugin("class E(BaseException): pass\nraise E"), State.FAILED),
    "a syntax error": (plugin("def (:"), State.FAILED),
    "bytes that are no text": (plugin("x = '\0'"), State.FAILED),
    "a hook that there is not": (
        plugin(offers().replace("companyprofiles_exporters", "companyprofiles_exporter")),
        State.FAILED,
    ),
    "a wrong argument": (plugin(offers().replace("exporters()", "exporters(x)")), State.FAILED),
    "a hook that wraps others": (
        plugin(offers().replace("@hookimpl", "@hookimpl(wrapper=True)").replace("return", "yield")),
        State.FAILED,
    ),
    "another contract": (plugin(offers(api="COMPANYPROFILES_API = 99\n")), State.INCOMPATIBLE),
    "a contract that is no number": (plugin("COMPANYPROFILES_API = None"), State.FAILED),
    "a hook that fails": (plugin(offers(offer="1 / 0")), State.FAULTY),
    "a hook that exits": (plugin(offers(offer="raise SystemExit(4)")), State.FAULTY),
    "a hook that returns nothing": (plugin(offers(offer="return None")), State.FAULTY),
    "a hook that returns garbage": (plugin(offers(offer="return [1, 'x', None]")), State.FAULTY),
    "a hook that fails late": (plugin(offers(offer="yield 1; 1 / 0")), State.FAULTY),
    "a hook without end": (
        plugin(offers(offer="import itertools; return itertools.repeat(0)")),
        State.FAULTY,
    ),
    "metadata that cannot be read": (unreadable, State.UNREADABLE),
    "the name of another": (of_one_name, State.SHADOWED),
    "a record of another": (of_one_record, State.LOADED),
}
"""What may be wrong with a plugin ``bad``: how to install it so, and its state."""

HARMLESS = [
    ["--help"],
    ["--version"],
    ["list"],
    ["plugins", "list"],
    ["show", "made-up"],
    ["export", "made-up"],
    ["check", "made-up"],
]


@pytest.fixture(params=BREAKAGES.values(), ids=BREAKAGES)
def broken(request, site):
    """Return the state of a plugin ``bad`` that is installed with something wrong."""
    install, state = request.param
    install(site)
    site.company("made-up", MADE_UP)
    return state


@pytest.mark.parametrize("arguments", HARMLESS, ids=" ".join)
def test_a_broken_plugin_harms_nothing_and_is_a_line_of_warning_at_most(run, broken, arguments):
    result = run(*arguments)
    told = [line for line in result.stderr.splitlines() if "bad" in line]

    assert result.exit_code == GOOD
    assert result.stdout
    assert len(told) <= 1
    assert all(line.startswith("warning: ") for line in told)
    assert told or arguments != ["plugins", "list"]


def test_it_is_a_row_of_the_list_with_the_reason(run, broken):
    rows = json.loads(run("plugins", "list", "--json").stdout)
    states = [row["state"] for row in rows if "bad" in row["name"] and row["reason"]]

    assert str(broken) in states


def test_why_tells_it_whole(run, broken):
    name = "companyprofiles-bad" if broken is State.UNREADABLE else "bad"
    result = run("plugins", "why", name)

    assert result.exit_code == GOOD
    assert f": {broken}. " in result.stdout
    assert len(result.stdout.splitlines()) > 1


def test_check_ends_with_3(run, broken):
    name = "companyprofiles-bad" if broken is State.UNREADABLE else "bad"
    result = run("plugins", "check", name)

    assert result.exit_code == PLUGIN_FAILED
    assert "problem" in result.stdout


def test_strict_ends_at_it(run, broken):
    result = run("--strict", "plugins", "list")

    assert result.exit_code == PLUGIN_FAILED
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1


def test_what_was_raised_is_told_with_its_place(site, run):
    site.plugin("bad", "def fall():\n    1 / 0\n\nfall()\n")
    text = run("plugins", "why", "bad").stdout

    assert text.startswith("bad (companyprofiles-bad 1.0): failed. It could not be loaded")
    assert 'companyprofiles_bad/__init__.py", line 2, in fall' in text
    assert "ZeroDivisionError: division by zero" in text


def test_why_also_uses_what_is_offered(site, run):
    site.plugin("late", offers(body="raise OSError('no disk')"))
    result = run("plugins", "why", "late", "--json")
    (told,) = json.loads(result.stdout)

    assert told["state"] == "faulty"
    assert "failed in the format 'other': OSError: no disk" in told["story"][1]
    assert told["story"][2].startswith("Traceback ")


def test_why_does_not_call_good_what_it_has_something_to_tell_of(site, run):
    of_one_record(site)
    text = run("plugins", "why", "bad").stdout

    assert text.splitlines()[0].endswith(": loaded. It is loaded, but something is wrong with it.")


def test_why_tells_of_a_plugin_that_is_well_too(site, run):
    site.plugin("more", offers())

    assert run("plugins", "why", "companyprofiles-more").stdout == (
        "more (companyprofiles-more 1.0): loaded. It is loaded, and nothing is wrong with it.\n"
    )


@pytest.mark.parametrize("command", ["show", "why", "check"])
def test_an_unknown_name_is_wrong_usage_and_suggests_a_near_one(site, run, command):
    site.plugin("more")
    result = run("plugins", command, "moor")

    assert result.exit_code == WRONG_USAGE
    assert result.stderr == "there is no plugin 'moor'. Did you mean 'more'?\n"


# Asked for by name.


@pytest.mark.parametrize("code", ["1 / 0", "raise SystemExit(5)", "def (:"])
@pytest.mark.parametrize("command", [["show"], ["check"], ["export"], ["timeline"]], ids=" ".join)
def test_a_broken_company_that_is_asked_for_fails_with_its_cause(site, run, code, command):
    site.company("made-up", code=code)
    result = run(*command, "made-up")

    assert result.exit_code == PLUGIN_FAILED
    assert "the plugin made-up (companyprofiles-made-up 1.0) cannot be used: " in result.stderr
    assert result.stderr.endswith("Try: companyprofiles plugins why made-up\n")


def test_a_broken_format_that_is_asked_for_fails_with_its_cause(site, run):
    site.company("made-up", MADE_UP)
    site.plugin("bad", "1 / 0")
    result = run("export", "made-up", "--format", "bad")

    assert result.exit_code == PLUGIN_FAILED
    assert "cannot be used: ZeroDivisionError: division by zero. Try: " in result.stderr


# list, show, check, freeze


def test_list_tells_what_became_of_each(site, run):
    site.company("made-up")
    site.plugin("more", offers())
    rows = {row["name"]: row for row in json.loads(run("plugins", "list", "--json").stdout)}

    assert rows["made-up"] == {
        "name": "made-up",
        "kind": "profile",
        "state": "available",
        "distribution": "companyprofiles-made-up",
        "version": "1.0",
        "offers": [],
        "reason": "",
    }
    assert (rows["more"]["state"], rows["more"]["offers"]) == ("loaded", ["other"])
    assert "loaded" in run("plugins", "list").stdout


def test_list_imports_no_profile(site, run):
    site.company("made-up", code="raise SystemExit")

    assert "available" in run("plugins", "list", "--kind", "profile").stdout
    assert "companyprofiles_made_up" not in sys.modules


def test_list_says_when_there_is_none(run, monkeypatch):
    monkeypatch.setattr(sys, "path", [])

    assert run("plugins", "list").stdout == "No plugin is installed.\n"


def test_show_tells_where_a_plugin_comes_from_and_what_it_offers(site, run):
    site.plugin("more", offers())
    (told,) = json.loads(run("plugins", "show", "more", "--json").stdout)
    text = run("plugins", "show", "more").stdout

    assert told["offers"] == {"exporter": {"other": "Other"}}
    assert told["file"] == str(site.folder / "companyprofiles_more" / "__init__.py")
    assert told["api"] == 1
    assert told["import_ms"] >= 0
    assert "  exporter other: Other\n" in text
    assert "  target: companyprofiles_more\n" in text


def test_show_imports_nothing_of_a_profile(site, run):
    site.company("made-up", code="raise SystemExit")

    assert "state: available" in run("plugins", "show", "made-up").stdout


def test_check_reads_a_profile_and_names_every_problem(site, run):
    site.company("made-up", MADE_UP.replace('"868.7E9 CNY"', '"868.7E9 RMB"'))
    result = run("plugins", "check", "made-up")

    assert result.exit_code == PLUGIN_FAILED
    assert "made-up (companyprofiles-made-up 1.0): 1 problem.\n" in result.stdout
    assert "company.toml:" in result.stdout


CHECK = """
from companyprofiles.hookspecs import Check, Finding, hookimpl

def run(profile, context):
    return [Finding("wrong", s) for s in profile.sources if s.id == "wrong"]

@hookimpl
def companyprofiles_checks():
    told = dict(summary="S", explanation="E.", run=run)
    source = '[[sources]]\\nid = "{}"\\ntitle.en = "T"\\nkind = "press"\\n'
    return [Check("XX001", failing=source.format(%r), passing=source.format(%r), **told)]
"""

SECTION = """
from companyprofiles.hookspecs import Section, hookimpl

def render(profile, context):
    {body}

@hookimpl
def companyprofiles_sections():
    return [Section("more", title={{"en": "More"}}, order=1, render=render)]
"""

SIZE = """
from companyprofiles import Property
from companyprofiles.hookspecs import Vocabulary, hookimpl

SIZE = Property("size", "quantity", label={"en": "Size"}, description={"en": "How large."})

@hookimpl
def companyprofiles_vocabulary():
    return [Vocabulary("sizes", summary="How large", properties=(SIZE,))]
"""


@pytest.mark.parametrize(
    "code, problem",
    [
        (offers(body="return 5"), "the format 'other': TypeError: expected str or bytes, got 5"),
        (offers(body="return chr(0xD800)"), "the format 'other': UnicodeEncodeError"),
        (
            offers(
                body="return str(next(NUMBERS))", api="import itertools as i; NUMBERS=i.count()"
            ),
            "the format 'other': InvalidValueError: must be the same whenever",
        ),
        (CHECK % ("right", "right"), "check 'XX001': InvalidValueError: must be data that breaks"),
        (CHECK % ("wrong", "wrong"), "check 'XX001': InvalidValueError: must be data that keeps"),
        (SECTION.format(body="1 / 0"), "the section 'more': ZeroDivisionError"),
        (
            SECTION.format(body="return ['text']"),
            "the section 'more': TypeError: expected document nodes, got 'text'",
        ),
        (
            """
            from companyprofiles.hookspecs import Vocabulary, hookimpl

            @hookimpl
            def companyprofiles_vocabulary():
                return [Vocabulary("more", summary="More", properties="sys:nothing")]
            """,
            "the vocabulary 'more': AttributeError",
        ),
    ],
)
def test_check_uses_what_a_plugin_offers(site, run, code, problem):
    site.plugin("more", code)
    result = run("plugins", "check", "more")

    assert result.exit_code == PLUGIN_FAILED
    assert problem in result.stdout


@pytest.mark.parametrize(
    "code", [offers(), CHECK % ("wrong", "right"), SECTION.format(body="return []")]
)
def test_check_finds_nothing_wrong_with_what_is_right(site, run, code):
    site.plugin("more", code)

    assert run("plugins", "check", "more").stdout == "more (companyprofiles-more 1.0): good.\n"


def test_check_blames_no_section_where_sphinx_is_not_installed(site, run, monkeypatch):
    code = SECTION.format(body="return []").replace("render=render", 'render="more_nodes:render"')
    site.module("more_nodes", "import docutils")
    site.plugin("more", code)
    monkeypatch.setitem(sys.modules, "docutils", None)
    monkeypatch.setitem(sys.modules, "companyprofiles.sphinxext", None)

    assert run("plugins", "check", "more").stdout == "more (companyprofiles-more 1.0): good.\n"


def test_check_tells_of_a_property_that_another_plugin_defines_too(site, run):
    for name in ("one", "two"):
        site.plugin(name, SIZE.replace("sizes", name))
    message = "the property 'size' is defined by one (companyprofiles-one 1.0) and two"

    assert message in run("plugins", "check", "one").stdout
    assert message in run("plugins", "why", "two").stdout


def test_check_for_programs(site, run):
    site.plugin("bad", "1 / 0")
    result = run("plugins", "check", "bad", "--json")

    assert json.loads(result.stdout) == [
        {"name": "bad", "problems": ["ZeroDivisionError: division by zero"]}
    ]


@pytest.mark.parametrize(
    "direct_url, line",
    [
        ("", "companyprofiles-more==1.0"),
        ('{"url": "file:///src/more", "dir_info": {"editable": true}}', "-e /src/more"),
        (
            '{"url": "file:///more-1.0.whl", "archive_info": {}}',
            "companyprofiles-more @ file:///more-1.0.whl",
        ),
        (
            '{"url": "https://x.example/more", "vcs_info": {"vcs": "git", "commit_id": "c0ffee"}}',
            "companyprofiles-more @ git+https://x.example/more@c0ffee",
        ),
        ("{", "companyprofiles-more==1.0"),
        ("[]", "companyprofiles-more==1.0"),
    ],
)
def test_freeze_prints_what_installs_the_same_again(site, run, direct_url, line):
    site.plugin("more")
    if direct_url:
        metadata = site.folder / "companyprofiles_more-1.0.dist-info"
        (metadata / "direct_url.json").write_text(direct_url)

    assert line in run("plugins", "freeze").stdout.splitlines()
    assert line in json.loads(run("plugins", "freeze", "--json").stdout)


# Switched off.


@pytest.mark.parametrize(
    "options",
    [
        ["--disable", "more"],
        ["--disable", "x,companyprofiles-more"],
        ["--plugins", "x"],
        ["--safe-mode"],
    ],
    ids=" ".join,
)
def test_what_is_switched_off_is_not_imported_and_shown_as_such(site, run, options):
    site.plugin("more", "raise SystemExit")
    rows = json.loads(run(*options, "plugins", "list", "--json").stdout)

    assert [row["state"] for row in rows if row["name"] == "more"] == ["blocked"]
    assert "companyprofiles_more" not in sys.modules
    assert "It is switched off" in run(*options, "plugins", "why", "more").stdout


def test_options_hold_for_one_command(site, run):
    site.company("made-up")

    assert "made-up" not in run("--safe-mode", "list").stdout
    assert "made-up" in run("list").stdout


def test_a_company_that_is_switched_off_says_so(site, run):
    site.company("made-up")
    result = run("--disable", "made-up", "show", "made-up")

    assert result.exit_code == PLUGIN_FAILED
    assert "cannot be used: it is switched off by the name 'made-up'." in result.stderr


def test_the_environment_may_say_so_too(site, run, monkeypatch):
    site.company("made-up")
    monkeypatch.setenv("COMPANYPROFILES_PLUGINS", "")

    assert run("list").stdout.startswith("No company may be used: ")
    assert "made-up" in run("--plugins", "made-up", "list").stdout


# hooks


def test_hooks_lists_every_hook(run):
    names = [line.split()[0] for line in run("plugins", "hooks").stdout.splitlines()]
    told = json.loads(run("plugins", "hooks", "--json").stdout)

    assert names == ["hook", *HOOKS]
    assert [hook["name"] for hook in told] == [*HOOKS]


@pytest.mark.parametrize("name", HOOKS)
def test_hooks_explains_one_with_an_example_and_who_implements_it(run, name):
    text = run("plugins", "hooks", name.removeprefix("companyprofiles_")).stdout
    told = json.loads(run("plugins", "hooks", name, "--json").stdout)

    assert text.startswith(f"{name}(")
    for label in ("called", "returns", "host", "order", "errors", "since", "implemented by"):
        assert f"  {label}: " in text
    assert text.endswith(told["example"])


def test_hooks_names_the_plugins_that_implement_it(site, run):
    site.plugin("more", offers())
    site.company("made-up", code="raise SystemExit")
    found = json.loads(run("plugins", "hooks", "exporters", "--json").stdout)["implemented_by"]
    profiles = json.loads(run("plugins", "hooks", "profile", "--json").stdout)["implemented_by"]

    assert "more (companyprofiles-more 1.0)" in found
    assert "made-up (companyprofiles-made-up 1.0)" in profiles


def test_hooks_suggests_a_near_one(run):
    result = run("plugins", "hooks", "exporter")

    assert result.exit_code == WRONG_USAGE
    assert "Did you mean 'companyprofiles_exporters'" in result.stderr


@pytest.mark.filterwarnings("ignore::companyprofiles.errors.CompanyProfilesDeprecationWarning")
def test_what_is_to_go_is_a_problem_of_check_and_told_by_why(site, run, monkeypatch):
    going = CompanyProfilesDeprecationWarning("the hook 'x'", "0.4", "0.6", "Use sections.")

    @HookspecMarker("companyprofiles")(warn_on_impl=going)
    def companyprofiles_charts():
        """Return charts."""

    monkeypatch.setattr(hookspecs, "companyprofiles_charts", companyprofiles_charts, raising=False)
    site.plugin("old", offers().replace("exporters()", "charts()"))
    checked = run("plugins", "check", "old")
    told = run("plugins", "why", "old").stdout

    assert checked.exit_code == PLUGIN_FAILED
    assert f"1 problem.\n  {going}\n" in checked.stdout
    assert str(going) in told
    assert "state: loaded" in run("plugins", "show", "old").stdout


# What plugins do besides.


def test_what_a_plugin_prints_does_not_get_into_what_is_printed(site, run):
    site.plugin("loud", "print('loud')\n" + offers(body="print('loud')", offer="print('loud')"))
    site.company("made-up", MADE_UP, code="print('loud')")
    site.plugin("checks", CHECK.replace("return [F", "print('loud'); return [F") % ("wrong", "x"))

    assert json.loads(run("plugins", "list", "--json").stdout)
    assert json.loads(run("export", "made-up").stdout)["profile"]["id"] == "made-up"
    assert json.loads(run("check", "made-up", "--json").stdout) == []
    assert "loud" not in run("export", "made-up", "-f", "loud:other").stdout


def test_how_a_plugin_wants_warnings_to_be_treated_is_its_own_concern(site, run):
    site.plugin("a-strict-one", "import warnings; warnings.simplefilter('error')")
    site.plugin("bad", "1 / 0")
    result = run("plugins", "list")

    assert result.exit_code == GOOD
    assert result.stderr.startswith("warning: the plugin bad ")


@pytest.mark.parametrize("name", ["Bad Name", "../bad", "bad_name", "ä"])
def test_a_company_whose_id_is_none_is_left_out(site, run, name):
    site.distribution("odd", f"[companyprofiles.profiles]\n{name} = odd\n")
    site.company("made-up")
    listed = run("list")
    result = run("show", name) if "/" not in name else run("plugins", "check", name)

    assert "made-up" in listed.stdout
    assert name not in listed.stdout
    assert listed.stderr.startswith("warning: odd 1.0: entry points of the group companyprofiles.p")
    assert "must be an id of lower-case letters" in listed.stderr
    assert result.exit_code == PLUGIN_FAILED


def test_whoever_makes_errors_of_warnings_is_told_the_cause(site, run, monkeypatch):
    monkeypatch.setattr(sys, "warnoptions", ["error"])
    site.plugin("bad", "1 / 0")
    result = run("plugins", "list")

    assert result.exit_code == PLUGIN_FAILED
    assert result.stderr.startswith("the plugin bad (companyprofiles-bad 1.0) is left out: Zero")
