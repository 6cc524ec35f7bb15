"""What this profile and Alibaba's say of the same companies, parts and rounds.

Alibaba led the round of February 2024 and holds about 36 %, by the accounts that both profiles
cite. So each tells the other's story from its own end, and a reader of both must find one.
"""

import shutil
from importlib import resources
from importlib.metadata import entry_points

import pytest
from click.testing import CliRunner

SECOND, FOURTH = "moonshot-round-2023-06", "moonshot-round-2024-02"

# fmt: off
# Statements that both profiles make, each under the same key in both.
DEALS = (
    (f"{SECOND}-date", "2023-06", {}),
    (f"{SECOND}-target", "moonshot-ai", {}),
    (f"{SECOND}-ant-group", "ant-group", {"role": "lead"}),
    (f"{SECOND}-alibaba-group", "alibaba-group", {"role": "lead"}),
    (f"{SECOND}-meituan", "meituan", {"role": "lead"}),
    (f"{SECOND}-before-valuation", "600E6 USD", {"basis": "pre-money"}),
    (f"{SECOND}-after-valuation", "770E6 USD", {"basis": "post-money"}),
    (f"{FOURTH}-date", "2024-02", {}),
    (f"{FOURTH}-target", "moonshot-ai", {}),
    (f"{FOURTH}-alibaba-group", "alibaba-group", {"role": "lead"}),
    (f"{FOURTH}-raised", "1E9 USD", {}),
    (f"{FOURTH}-alibaba-group-amount", "~8E8 USD", {"participant": "alibaba-group"}),
    (f"{FOURTH}-alibaba-group-exact-amount", "790E6 USD", {"participant": "alibaba-group"}),
    (f"{FOURTH}-about-valuation", "~2.5E9 USD", {}),
    (f"{FOURTH}-valuation", "2.5E9 USD", {"basis": "post-money"}),
    (f"{FOURTH}-lower-valuation", ">2.3E9 USD", {}),
)

# What one end says of the other, with the part and the time.
ENDS = (
    ("holding-moonshot", "owned-by-alibaba", (None, "2024-02/..")),
    ("holding-moonshot-fy2024", "owned-by-alibaba-fy2024", ("~36 %", "2024-03-31")),
)

# How much of Alibaba's sum was cloud credit: claims there, figures here.
CREDITS = (
    ("moonshot-cloud-credits", "moonshot-round-2024-02-cloud-over-40", "drun-moonshot"),
    ("moonshot-cloud-credits-most", "moonshot-round-2024-02-cloud-70-80", "drun-after-kimi"),
    ("moonshot-cloud-credits-800m", "moonshot-round-2024-02-cloud-all", "wallstreetcn-2024-05-13"),
)
# fmt: on

MUCH_LESS = 'party = "moonshot-ai", share = "20 %"'


def check(*companies):
    """Hold profiles to what the profiles of other companies say, as the command does."""
    (command,) = entry_points(group="console_scripts", name="companyprofiles")
    return CliRunner().invoke(command.load(), ["check", "--select", "CP701", *companies])


def alibabas_data(folder, old, new):
    """Return a copy of Alibaba's data in which something that it holds differs."""
    data = shutil.copytree(resources.files("companyprofiles_alibaba") / "data", folder / "data")
    file = data / "holdings.toml"
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    return data


def test_each_company_names_the_profile_of_the_other(moonshot, alibaba):
    assert moonshot.entity(alibaba.subject).profile == "alibaba"
    assert alibaba.entity(moonshot.subject).profile == "moonshot"


def test_who_is_in_both_profiles_is_the_same_in_both(moonshot, alibaba):
    theirs = {entity.id: entity for entity in alibaba.entities}
    shared = [entity for entity in moonshot.entities if entity.id in theirs]

    assert {entity.id for entity in shared} == {
        "alibaba-group",
        "ant-group",
        "hongshan",
        "meituan",
        "moonshot-ai",
        "tencent",
        "tsinghua-university",
        SECOND,
        FOURTH,
    }
    for entity in shared:
        assert entity.kind is theirs[entity.id].kind, entity.id
        assert entity.same_as == theirs[entity.id].same_as, entity.id


def test_nobody_in_both_profiles_has_two_ids(moonshot, alibaba):
    ids = {text: entity.id for entity in alibaba.entities for text in entity.name.values()}
    for entity in moonshot.entities:
        for text in entity.name.values():
            assert ids.get(text, entity.id) == entity.id, text


@pytest.mark.parametrize("key, value, dimensions", DEALS)
def test_both_say_the_same_of_a_round(moonshot, alibaba, key, value, dimensions):
    for profile in (moonshot, alibaba):
        stated = profile.statement(key)

        assert str(stated.value) == value
        assert dict(stated.dimensions) == dimensions
    assert stated.prop.name == moonshot.statement(key).prop.name


def test_nothing_that_alibabas_profile_says_of_a_round_is_missing_here(alibaba):
    said = {s.key for s in alibaba.statements if s.subject in {SECOND, FOURTH}}

    assert said == {key for key, *_ in DEALS} | {theirs for theirs, *_ in CREDITS}


@pytest.mark.parametrize("theirs, ours, value", ENDS)
def test_a_part_is_told_alike_from_both_ends(moonshot, alibaba, theirs, ours, value):
    holding, owned_by = alibaba.statement(theirs), moonshot.statement(ours)

    assert (holding.subject, holding.value.party) == (alibaba.subject, moonshot.subject)
    assert (owned_by.subject, owned_by.value.party) == (moonshot.subject, alibaba.subject)
    assert holding.prop.inverse == owned_by.prop.name
    for stated in (holding, owned_by):
        share = stated.value.share
        assert (share and str(share), stated.valid.text) == value


@pytest.mark.parametrize("theirs, ours, source", CREDITS)
def test_versions_of_the_cloud_credit_rest_on_the_same_pages(
    moonshot, alibaba, theirs, ours, source
):
    for profile, key in ((alibaba, theirs), (moonshot, ours)):
        stated = profile.statement(key)

        assert stated.subject == FOURTH
        assert source in {reference.source for reference in stated.references}


def test_both_take_the_company_to_be_founded_in_march(moonshot, alibaba):
    for profile in (moonshot, alibaba):
        (dispute,) = [
            d
            for d in profile.disputes()
            if (d.statements[0].prop.name, d.statements[0].subject) == ("inception", "moonshot-ai")
        ]

        assert str(dispute.preferred.value) == "2023-03"
        assert {str(s.value) for s in dispute.statements} == {"2023-03", "2023-04"}


def test_a_page_that_both_cite_has_the_same_address(moonshot, alibaba):
    theirs = {source.id: source for source in alibaba.sources}
    shared = [source for source in moonshot.sources if source.id in theirs]

    assert len(shared) == 6
    for source in shared:
        assert source.url == theirs[source.id].url, source.id
        assert source.mirror == theirs[source.id].mirror, source.id


def test_neither_profile_contradicts_the_other(alibaba):
    checked = check("moonshot", "alibaba")

    assert checked.exit_code == 0
    assert checked.output.splitlines() == ["moonshot: no problems.", "alibaba: no problems."]


def test_a_part_told_otherwise_would_be_found(alibaba, tmp_path):
    data = alibabas_data(tmp_path, 'party = "moonshot-ai", share = "~36 %"', MUCH_LESS)
    checked = check(str(data))

    assert "holding" in checked.output
    assert (
        "contradicts the profile of moonshot (owned_by owned-by-alibaba-fy2024)" in checked.output
    )
