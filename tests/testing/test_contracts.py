"""Contracts let pass what is right, and notice each fault that an author may make."""

import pytest

from companyprofiles import testing
from companyprofiles.errors import PluginError, ProfileDataError
from companyprofiles.testing import (
    CheckContract,
    ExporterContract,
    PluginContract,
    ProfileContract,
    SectionContract,
    TemporaryDistributions,
    VocabularyContract,
)

HOOKS = "from companyprofiles.hookspecs import *\n"

EXPORTER = (
    '"""A format."""\n'
    + HOOKS
    + """
LIBRARY = None

def export(profile):
    return "".join(f"{entity.id}\\n" for entity in profile.entities)

@hookimpl
def companyprofiles_exporters():
    told = dict(summary="Ids", media_type="text/plain", suffix=".txt")
    return [Exporter("faulty", export=export, **told)]
"""
)

CHECK = (
    HOOKS
    + '''
from companyprofiles.vocabulary import EMPLOYEES

def find(profile, context):
    for statement in profile.all(EMPLOYEES):
        if statement.valid is None or statement.references[0].locator is None:
            yield Finding("must have a locator. Add one.", statement)

FAILING = """
[[employees]]
value = "250"
valid = "2024-03-31"
references = [{ source = "annual-report" }]
"""

@hookimpl
def companyprofiles_checks():
    return [
        Check(
            "FA101",
            summary="A figure has a place",
            explanation="Readers look it up.",
            failing=FAILING,
            passing=FAILING.replace(" }]", ', locator = "p. 1" }]'),
            run=find,
        )
    ]
'''
)

SECTION = (
    HOOKS
    + """

from docutils import nodes

def render(profile, context):
    shown = [nodes.paragraph("", source.id, ids=[source.id]) for source in profile.sources]
    return shown

@hookimpl
def companyprofiles_sections():
    return [Section("faulty", title={"en": "Faulty"}, order=1, render=render)]
"""
)

VOCABULARY = (
    HOOKS
    + """
from companyprofiles import Property, Quantity

STORES = Property(
    "stores",
    Quantity,
    label={"en": "Stores"},
    description={"en": "Number of stores."},
    unit="stores",
)

@hookimpl
def companyprofiles_vocabulary():
    return [Vocabulary("faulty", summary="Stores", properties=(STORES,))]
"""
)

ALWAYS = 'return [nodes.paragraph("", "Nothing.")]'
ENGLISH_ALONE = 'return {"en": shown}[context.language]'

GOOD = {
    ExporterContract: EXPORTER,
    CheckContract: CHECK,
    SectionContract: SECTION,
    VocabularyContract: VOCABULARY,
}


@pytest.fixture
def made(tmp_path):
    with TemporaryDistributions(tmp_path / "installed") as made:
        yield made


def contract_of(base, name="faulty", **more):
    """Return the tests of the plugin ``faulty``, as pytest makes them of a subclass."""
    fields = {"plugin": "companyprofiles_faulty", "name": name, "company": "faulty", **more}
    return type("TestFaulty", (base,), fields)()


def run(contract, *names):
    """Run tests of a contract; by default all."""
    for name in names or (name for name in dir(contract) if name.startswith("test_")):
        getattr(contract, name)()


@pytest.mark.parametrize("base", [PluginContract, *GOOD], ids=lambda base: base.__name__)
def test_what_is_right_passes(made, base):
    made.plugin("faulty", GOOD.get(base, EXPORTER))

    run(contract_of(base, "FA101" if base is CheckContract else "faulty"))


@pytest.mark.parametrize(
    "base, test, old, new",
    [
        # A format.
        (ExporterContract, "it_is_described", '"Ids"', '" "'),
        (ExporterContract, "it_is_described", '"text/plain"', '"text"'),
        (ExporterContract, "it_is_described", '".txt"', '"txt"'),
        (ExporterContract, "it_writes_a_small_company", '"".join', "list"),
        (ExporterContract, "it_writes_a_small_company", "return ", "return repr(object()) + "),
        (ExporterContract, "it_writes_a_small_company", "return ", "return b'\\xff' or "),
        (
            ExporterContract,
            "it_writes_a_profile_of_which_little_is_known",
            "entity.id",
            "entity.name['en']",
        ),
        (
            ExporterContract,
            "another_process_writes_the_same_bytes",
            "in profile.entities",
            "in {e.id: e for e in set(profile.entities)}.values()",
        ),
        # A check.
        (CheckContract, "its_code_is_not_of_the_core", "FA101", "CPX101"),
        (CheckContract, "it_is_told_in_full_sentences", "A figure has a place", "a figure"),
        (CheckContract, "it_is_told_in_full_sentences", "A figure has a place", "A place."),
        (CheckContract, "it_is_told_in_full_sentences", "Readers look it up.", "Readers look"),
        (CheckContract, "it_is_told_in_full_sentences", "Readers", "`Readers"),
        (CheckContract, "the_failing_example_breaks_that_rule_alone", "is None", "is False"),
        (CheckContract, "the_failing_example_breaks_that_rule_alone", '"250"', '"dozens"'),
        (CheckContract, "the_passing_example_breaks_no_rule", "is None", "or True"),
        (CheckContract, "a_finding_says_what_to_do", " Add one.", " add one"),
        (CheckContract, "it_stands_any_profile", "profile.all(EMPLOYEES)", "[profile[0]]"),
        # A section.
        (SectionContract, "it_has_a_heading_in_english", '"en": ', '"zh": '),
        (SectionContract, "it_shows_something", "in profile.sources", "in ()"),
        (SectionContract, "it_shows_any_profile_and_always_alike", "source.id,", "str(object()),"),
        (SectionContract, "it_shows_any_profile_and_always_alike", "return shown", "return 'x'"),
        (
            SectionContract,
            "it_is_left_out_where_nothing_is_known",
            "return shown",
            ALWAYS,
        ),
        (
            SectionContract,
            "it_is_made_in_another_language",
            "return shown",
            ENGLISH_ALONE,
        ),
        (SectionContract, "anchors_are_there_once", "ids=[source.id]", "ids=['source']"),
        # A vocabulary.
        (VocabularyContract, "it_has_properties", "(STORES,)", "()"),
        (VocabularyContract, "it_has_properties", "(STORES,)", "(STORES, STORES)"),
        (VocabularyContract, "no_property_has_a_name_of_the_core", '"stores",', '"employees",'),
        (VocabularyContract, "no_property_is_called_like_another", '"Stores"}', '"Employees"}'),
        (VocabularyContract, "every_property_is_described_in_each_language", "stores.", "stores"),
        (
            VocabularyContract,
            "every_property_is_described_in_each_language",
            '"en": "S',
            '"de": "S',
        ),
        (
            VocabularyContract,
            "every_property_can_be_stated",
            "    Quantity,",
            '    "money",',
        ),
        # A plugin as such.
        (PluginContract, "it_says_what_it_offers", '"""A format."""', ""),
        (PluginContract, "importing_it_imports_no_library", "LIBRARY = None", "import docutils"),
        (
            PluginContract,
            "it_is_loaded_and_its_hooks_are_known",
            "hookimpl\ndef ",
            "hookimpl\ndef un",
        ),
    ],
)
def test_a_fault_is_noticed(made, base, test, old, new):
    code = GOOD.get(base, EXPORTER)
    assert old in code
    faulty = code.replace(old, new)
    made.plugin("faulty", faulty)
    name = "faulty" if base is not CheckContract else "CPX101" if "CPX101" in faulty else "FA101"

    with pytest.raises(Exception) as caught:  # noqa: PT011, whatever it is, the test fails
        run(contract_of(base, name), f"test_{test}")
    assert not isinstance(caught.value, NameError | SyntaxError)


def test_a_plugin_that_is_not_installed_is_noticed(made):
    made.module("companyprofiles_faulty", EXPORTER)

    with pytest.raises(AssertionError, match=r"no installed entry point .* names companyprofiles_"):
        run(contract_of(PluginContract), "test_an_entry_point_names_it")


def test_a_section_may_bring_its_own_example(made):
    made.plugin("faulty", SECTION)
    contract = contract_of(
        SectionContract, example='[[sources]]\nid = "mine"\ntitle.en = "T"\nkind = "press"\n'
    )

    assert "mine" in contract.shown().astext()


PROFILE = (testing.EXAMPLES / "acme" / "acme.toml").read_text("utf-8")
PROFILE = PROFILE.replace('id = "acme"', 'id = "faulty"', 1)


def test_a_profile_that_is_right_passes(made):
    made.company("faulty", PROFILE)

    run(contract_of(ProfileContract))


@pytest.mark.parametrize(
    "test, old, new",
    [
        ("no_check_finds_an_error", 'id = "faulty"', 'id = "acme"'),
        ("no_check_finds_an_error", "2020-01-01/..", "2020-13/.."),
        ("it_says_what_one_may_do_with_it_and_how_recent_it_is", 'licence = "CC0-1.0"', ""),
        ("it_says_what_one_may_do_with_it_and_how_recent_it_is", "data_cut_off", "# cut_off"),
        ("every_name_is_in_one_of_its_languages", 'languages = ["en"]', 'languages = ["zh"]'),
        ("every_name_is_in_one_of_its_languages", 'languages = ["en"]', ""),
    ],
)
def test_a_fault_of_a_profile_is_noticed(made, test, old, new):
    assert old in PROFILE
    made.company("faulty", PROFILE.replace(old, new))

    with pytest.raises((AssertionError, ProfileDataError, PluginError)):
        run(contract_of(ProfileContract), f"test_{test}")


def test_a_profile_that_is_not_installed_is_noticed(made):
    with pytest.raises(AssertionError, match="no installed entry point is called 'faulty'"):
        run(contract_of(ProfileContract), "test_it_is_installed")


def test_what_a_contract_misses_is_told_as_by_the_asserts_of_a_test_file(made):
    made.plugin("faulty", EXPORTER.replace('".txt"', '"txt"'))

    with pytest.raises(AssertionError, match=r"where None = .*'txt'"):
        run(contract_of(ExporterContract), "test_it_is_described")


def test_the_problems_of_a_profile_are_told_as_check_tells_them(made):
    made.company("faulty", PROFILE.replace("2020-01-01/..", "2020-13/.."))

    with pytest.raises(AssertionError, match=r"\n.*\.toml:\d+: .* must be .*2020-13"):
        run(contract_of(ProfileContract), "test_no_check_finds_an_error")
