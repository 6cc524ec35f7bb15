"""Companies that are installed, each read when it is asked for; a broken one harms no other."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import companyprofiles
from companyprofiles import Origin, _catalog
from companyprofiles._catalog import Catalog, Company
from companyprofiles._distributions import forget_modules
from companyprofiles.errors import (
    InvalidValueError,
    PluginError,
    PluginWarning,
    ProfileDataError,
    ProfileNotFoundError,
)
from tests.samples import ACME, FACTS, HEADER, Site, installed_site, write

RETURNS = """
from companyprofiles.hookspecs import hookimpl

@hookimpl
def companyprofiles_profile(company_id, context):
    {body}
"""
ZETA = ACME.replace('id = "acme"\nsubject', 'id = "zeta"\nsubject', 1)
SIZES = """
from companyprofiles.hookspecs import Vocabulary, hookimpl

@hookimpl
def companyprofiles_vocabulary():
    return [Vocabulary("sizes", summary="How large.", properties={properties})]
"""
SIZE = """
from companyprofiles import Property

SIZE = Property("size", "quantity", label={"en": "Size"}, description={"en": "How large."})
PROPERTIES = (SIZE,)
"""
FAILED = r"the plugin sizes \(companyprofiles-sizes 1\.0\) failed in "
EARLY, LATE = f"{FAILED}hook companyprofiles_vocabulary: ", f"{FAILED}the vocabulary 'sizes': "
USES_SIZE = """
[[size]]
value = "5"
references = [{ source = "report-2024" }]
"""


@pytest.fixture
def site(tmp_path, monkeypatch) -> Iterator[Site]:
    with installed_site(tmp_path, monkeypatch) as made:
        yield made


def catalog(site: Site) -> Catalog:
    """Return the catalog of what is installed in the folder of the test alone."""
    return Catalog(path=[site.folder])


@pytest.fixture
def installed(site, monkeypatch) -> Iterator[Site]:
    """Make the public functions look into the folder of the test too."""
    _catalog.installed.cache_clear()
    yield site
    _catalog.installed.cache_clear()


def test_companies_are_listed_by_id_without_reading_them(site):
    site.company("zeta", "not toml")
    site.company("acme", code="1 / 0")
    companies = catalog(site).companies

    assert list(companies) == ["acme", "zeta"]
    assert companies["acme"] == Company("acme", "companyprofiles-acme", "1.0", "Facts about acme")


def test_a_profile_without_code_is_read_from_its_folder_of_data(site):
    site.company("acme")
    acme = catalog(site).get("acme")

    assert acme.latest("revenue").key == "revenue-2024"
    assert str(acme.origin) == "companyprofiles-acme 1.0"
    assert acme.origin.files == (site.folder / "companyprofiles_acme" / "data" / "company.toml",)


def test_a_profile_is_read_once(site):
    site.company("acme")
    made = catalog(site)

    assert made.get("acme") is made.get("acme")


@pytest.mark.parametrize("wrap", ["str", "Path"])
def test_a_plugin_may_return_a_folder(site, wrap):
    elsewhere = write(site.folder / "elsewhere")
    body = f"from pathlib import Path; return {wrap}({str(elsewhere)!r})"
    site.company("acme", "", code=RETURNS.format(body=body))

    assert len(catalog(site).get("acme")) == 7


def test_a_plugin_may_return_a_profile(site):
    elsewhere = write(site.folder / "elsewhere")
    body = f"import companyprofiles; return companyprofiles.load({str(elsewhere)!r})"
    site.company("acme", "", code=RETURNS.format(body=body))
    made = catalog(site)

    assert str(made.get("acme").origin) == "companyprofiles-acme 1.0"
    assert made.files("acme") is None


def test_the_files_of_a_company_are_told_without_reading_them(site):
    site.company("acme", "not toml")
    data = site.folder / "companyprofiles_acme" / "data"
    write(data, "nor this", name="another.toml")

    assert catalog(site).files("acme") == (data / "another.toml", data / "company.toml")


def test_an_unknown_company_suggests_a_near_one(site):
    site.company("acme")
    made = catalog(site)

    for ask in (made.get, made.files):
        with pytest.raises(
            ProfileNotFoundError,
            match=r"^no installed plugin provides the company 'acne'\. Did you mean 'acme'\?$",
        ):
            ask("acne")


def test_without_any_company_that_is_told(site):
    with pytest.raises(ProfileNotFoundError, match=r"'acme'\. No company is installed\.$"):
        catalog(site).get("acme")


def test_problems_are_told_with_distribution_file_and_line(site):
    site.company("acme", ACME.replace('"868.7E9 CNY"', '"868.7E9 RMB"'))

    with pytest.raises(ProfileDataError) as caught:
        catalog(site).get("acme")
    assert str(caught.value) == (
        "companyprofiles-acme 1.0: company.toml:44: revenue[0].value: "
        "must be an ISO 4217 currency code, got 'RMB'. Use 'CNY' for renminbi."
    )


def test_the_id_of_a_profile_is_that_of_its_entry_point(site):
    site.company("acme", ZETA)

    with pytest.raises(
        PluginError,
        match=r"^the id of the profile of acme \(companyprofiles-acme 1\.0\) must be that of its "
        r"entry point, 'acme', got 'zeta'\. Try: companyprofiles plugins why acme$",
    ):
        catalog(site).get("acme")


@pytest.mark.parametrize("value", ["5", "['x']", "{'profile': {}}", "object()", "True"])
def test_a_plugin_that_returns_something_else_is_told_of(site, value):
    site.company("acme", code=RETURNS.format(body=f"return {value}"))

    with pytest.raises(PluginError, match=r"must return a Profile or a folder, got"):
        catalog(site).get("acme")


def test_a_hook_that_returns_nothing_leaves_the_folder_of_data(site):
    site.company("acme", code=RETURNS.format(body="return None"))

    assert catalog(site).get("acme").id == "acme"


@pytest.mark.parametrize("target", ["bare:PLUGIN", "sys", "namespace"])
def test_a_plugin_with_neither_hook_nor_folder_is_told_of(site, target):
    site.module("bare", "PLUGIN = object()")
    (site.folder / "namespace").mkdir()
    site.distribution("acme", f"[companyprofiles.profiles]\nacme = {target}\n")

    with pytest.raises(
        (PluginError, ProfileDataError),
        match=r"has neither a hook companyprofiles_profile nor a folder|must be a folder that can",
    ):
        catalog(site).get("acme")


def test_a_profile_without_data_files_is_a_problem(site):
    site.company("acme")
    (site.folder / "companyprofiles_acme" / "data" / "company.toml").unlink()
    made = catalog(site)

    with pytest.raises(ProfileDataError, match=r"acme 1\.0: must be a folder with \*\.toml files"):
        made.get("acme")
    with pytest.raises(InvalidValueError, match=r"must be a folder with \*\.toml files"):
        made.files("acme")


def test_a_broken_profile_never_concerns_another(site):
    site.company("acme")
    site.company("zeta", code="1 / 0")
    made = catalog(site)

    with pytest.raises(PluginError, match="ZeroDivisionError"):
        made.get("zeta")
    assert made.get("acme").id == "acme"
    assert list(made.companies) == ["acme", "zeta"]


# What plugins add to the vocabulary.


def test_a_plugin_s_properties_may_be_used_in_any_profile(site):
    site.plugin("sizes", SIZE + SIZES.format(properties="PROPERTIES"))
    site.company("acme", ACME + USES_SIZE)

    assert str(catalog(site).get("acme")["size"].value) == "5"


def test_they_may_be_named_by_a_string(site):
    site.module("sizes_of_all", SIZE)
    site.plugin("sizes", SIZES.format(properties='"sizes_of_all:PROPERTIES"'))
    site.company("acme", ACME + USES_SIZE)

    assert catalog(site).get("acme").all("size")


def test_capability_plugins_are_imported_only_for_a_name_that_the_core_lacks(site):
    site.plugin("sizes", SIZE + SIZES.format(properties="PROPERTIES"))
    site.company("acme")
    site.company("zeta", ZETA + USES_SIZE)
    made = catalog(site)

    made.get("acme")
    assert "companyprofiles_sizes" not in sys.modules
    made.get("zeta")
    assert "companyprofiles_sizes" in sys.modules


def test_the_core_s_own_names_stay_what_they_are(site):
    other = SIZE.replace('"size"', '"revenue"')
    site.plugin("sizes", other + SIZES.format(properties="PROPERTIES"))
    vocabulary = catalog(site).vocabulary

    with pytest.warns(
        PluginWarning,
        match=r"^the vocabulary 'sizes' of sizes \(companyprofiles-sizes 1\.0\) defines what the "
        r"core does, which stays: revenue$",
    ):
        assert list(vocabulary).count("revenue") == 1
    assert len(vocabulary) == len(set(vocabulary))
    assert vocabulary["revenue"].value_type is companyprofiles.Money


@pytest.mark.parametrize(
    "properties, reason",
    [
        ('"nothing_of_that_name:PROPERTIES"', f"{LATE}ModuleNotFoundError: No module named"),
        ('"sys:PROPERTIES"', f"{LATE}AttributeError: module 'sys' has no attribute"),
        ('"sys:path"', f"{LATE}InvalidValueError: must be properties, got '"),
        ('"sys"', f"{EARLY}InvalidValueError: must be a function, or a string 'package.module:na"),
        ("(1, 2)", f"{EARLY}InvalidValueError: must be properties, got 1"),
        ("None", f"{EARLY}TypeError: 'NoneType' object is not iterable"),
    ],
)
def test_a_broken_vocabulary_never_concerns_another_profile(site, properties, reason):
    site.plugin("sizes", SIZES.format(properties=properties))
    site.company("acme", ACME + USES_SIZE)

    with (
        pytest.warns(PluginWarning, match=reason),
        pytest.raises(ProfileDataError, match=r"size\[0\]: must be a known property, got 'size'"),
    ):
        catalog(site).get("acme")


def test_a_broken_plugin_never_concerns_a_profile(site):
    site.plugin("bad", "raise SystemExit(1)")
    site.company("acme", ACME + USES_SIZE)

    with (
        pytest.warns(PluginWarning, match="the plugin bad .* is left out: SystemExit: 1"),
        pytest.raises(ProfileDataError, match="must be a known property, got 'size'"),
    ):
        catalog(site).get("acme")


# The public functions, over everything that is on the path.


def test_get_and_companies_find_what_is_on_the_path(installed):
    installed.company("made-up", ACME.replace('"acme"\nsubject', '"made-up"\nsubject', 1))

    assert companyprofiles.companies()["made-up"].version == "1.0"
    assert companyprofiles.get("made-up").id == "made-up"
    assert companyprofiles.get("made-up") is companyprofiles.get("made-up")


def test_get_suggests_what_is_on_the_path(installed):
    installed.company("made-up")

    with pytest.raises(ProfileNotFoundError, match=r"'maid-up'\. Did you mean 'made-up'\?"):
        companyprofiles.get("maid-up")


def test_load_reads_any_folder(tmp_path):
    acme = companyprofiles.load(write(tmp_path))

    assert acme.origin == Origin(str(tmp_path), files=(tmp_path / "acme.toml",))


@pytest.mark.parametrize("folder", ["missing", "nul\0", "acme.toml"])
def test_load_of_what_is_no_folder_is_a_problem(tmp_path, folder):
    write(tmp_path)

    with pytest.raises(ProfileDataError, match="must be a folder that can be read"):
        companyprofiles.load(Path(tmp_path) / folder)


def test_a_file_alone_may_hold_a_profile_s_parts_in_any_order(tmp_path):
    text = ACME.replace(FACTS, "")
    reordered = FACTS + text.replace(HEADER, "") + HEADER

    assert companyprofiles.load(write(tmp_path / "a", reordered)) == companyprofiles.load(
        write(tmp_path / "b")
    )


# Catalogs of one's own.


def test_a_company_may_be_imported_from_a_zip_file(tmp_path, monkeypatch):
    made = Site(tmp_path / "made")
    made.folder.mkdir()
    made.company("acme")
    archive = shutil.make_archive(str(tmp_path / "packages"), "zip", made.folder)
    monkeypatch.syspath_prepend(archive)
    zipped = Catalog(path=[archive])

    assert zipped.get("acme").name["en"] == "Acme"
    assert zipped.files("acme") == (Path(archive),)
    forget_modules(Path(archive))


def test_problems_in_a_zip_file_are_told_with_its_name(tmp_path, monkeypatch):
    made = Site(tmp_path / "made")
    made.folder.mkdir()
    made.company("acme", ACME.replace('"868.7E9 CNY"', '"868.7E9 RMB"'))
    archive = shutil.make_archive(str(tmp_path / "packages"), "zip", made.folder)
    monkeypatch.syspath_prepend(archive)

    with pytest.raises(ProfileDataError, match=r"^companyprofiles-acme 1\.0: company\.toml:\d+: "):
        Catalog(path=[archive]).get("acme")
    forget_modules(Path(archive))


def test_catalogs_have_what_their_arguments_say(site):
    site.company("acme")
    site.company("zeta", ZETA)

    assert list(Catalog(path=[site.folder], plugins=["acme"]).companies) == ["acme"]
    assert list(Catalog(path=[site.folder], disable=["companyprofiles-acme"]).companies) == ["zeta"]
    assert list(Catalog(path=[site.folder], plugins=[]).companies) == []
    assert list(Catalog(path=[]).companies) == []


@pytest.mark.parametrize("requirement", ["companyprofiles-two", "CompanyProfiles_Two>=1; x == 'y'"])
def test_a_profile_means_the_property_of_what_it_requires(site, requirement):
    for name in ("one", "two"):
        text = SIZE.replace('"Size"', f'"Size by {name}"')
        site.plugin(name, text + SIZES.format(properties="PROPERTIES"))
    site.company("acme", ACME + USES_SIZE, requires=[requirement])
    acme = catalog(site).get("acme")

    assert acme.all("size")[0].prop.label["en"] == "Size by two"
    assert "companyprofiles_one" not in sys.modules


def test_what_a_profile_requires_has_not_all_that_it_may_use(site):
    site.plugin("sizes", SIZE + SIZES.format(properties="PROPERTIES"))
    other = SIZE.replace('"size"', '"weight"') + SIZES.format(properties="PROPERTIES")
    site.plugin("weights", other.replace('"sizes"', '"weights"'))
    site.company("acme", ACME + USES_SIZE + USES_SIZE.replace("size", "weight"), requires=["a", ""])
    site.company(
        "zeta", ZETA + USES_SIZE.replace("size", "sizes"), requires=["companyprofiles-sizes"]
    )
    made = catalog(site)

    assert [len(made.get("acme").all(name)) for name in ("size", "weight")] == [1, 1]
    with pytest.raises(ProfileDataError, match=r"got 'sizes'. Did you mean 'size' or"):
        made.get("zeta")


def test_two_things_that_a_profile_requires_may_not_define_one_property(site):
    for name in ("one", "two"):
        site.plugin(name, SIZE + SIZES.format(properties="PROPERTIES"))
    requires = ["companyprofiles-one", "companyprofiles-two"]
    site.company("acme", ACME + USES_SIZE, requires=requires)

    with pytest.raises(PluginError, match=r"the property 'size' is defined by one \(.*\) and two"):
        catalog(site).get("acme")


def test_a_vocabulary_that_fails_is_complained_of_once(site):
    site.plugin("sizes", SIZES.format(properties='"sys:path"'))
    site.company("acme", ACME + USES_SIZE, requires=["companyprofiles-sizes"])

    with (
        pytest.warns(PluginWarning, match=LATE) as complaints,
        pytest.raises(ProfileDataError, match="must be a known property, got 'size'"),
    ):
        catalog(site).get("acme")
    assert len(complaints) == 1


def test_a_strict_catalog_ends_at_any_failure(site):
    site.plugin("bad", "1 / 0")
    site.company("acme", ACME + USES_SIZE)

    with pytest.raises(PluginError, match="ZeroDivisionError"):
        Catalog(path=[site.folder], strict=True).get("acme")


def test_a_property_that_two_plugins_define_is_told_of_to_who_uses_it(site):
    for name in ("one", "two"):
        site.plugin(name, SIZE + SIZES.format(properties="PROPERTIES"))
    site.company("acme", ACME + USES_SIZE)
    site.company("zeta", ZETA)
    made = catalog(site)

    with pytest.raises(
        PluginError, match=r"the property 'size' is defined by one \(.*\) and two \(.*\)\. Switch"
    ):
        made.get("acme")
    assert made.get("zeta").id == "zeta"
    assert made.vocabulary.get("revenue") is not None
