"""A profile is made of parts that fit together, answers questions, and is plain data and back."""

import copy
import json
import pickle

import attrs
import pytest
from hypothesis import given

from companyprofiles import (
    Entity,
    LanguageMap,
    Modality,
    Money,
    Origin,
    PartialDate,
    Profile,
    Property,
    Quantity,
    Rank,
    Reference,
    Source,
    Text,
)
from companyprofiles._header import SCHEMA_VERSION
from companyprofiles.errors import (
    InvalidValueError,
    NoStatementError,
    ProfileDataError,
    UndecidedError,
    UnknownNameError,
)
from companyprofiles.vocabulary import (
    CLAIM,
    EMPLOYEES,
    GROWTH,
    INCEPTION,
    LEI,
    OCCURRED,
    OFFICIAL_NAME,
    PARENT,
    RELEASE,
    REVENUE,
)
from tests.samples import profile, statement
from tests.strategies import examples, profiles

REASON = {"en": "Wrong."}
SIZE = Property("size", "quantity", label={"en": "Size"}, description={"en": "How large."})


@pytest.fixture
def acme() -> Profile:
    return profile(
        statement(REVENUE, "868E9 CNY", valid="2022-04-01/2023-03-31", key="revenue-2023"),
        statement(REVENUE, "941E9 CNY", valid="2023-04-01/2024-03-31", key="revenue-2024"),
        statement(REVENUE, "221E9 CNY", valid="2024-01-01/2024-03-31"),
        statement(OFFICIAL_NAME, Text("Acme Limited", "en")),
        statement(OFFICIAL_NAME, Text("顶点公司", "zh")),
        statement(PARENT, "acme", subject="ann-lee", modality="claimed"),
        statement(INCEPTION, "1999", rank="preferred"),
        statement(INCEPTION, "1998", rank="deprecated", because=REASON),
        statement(
            RELEASE, "2020-06", subject="ann-lee", references=(Reference("blog", "paragraph 2"),)
        ),
        sources=(
            Source("report", title={"en": "Report"}, kind="press"),
            Source("blog", title={"en": "Blog"}, kind="self_declaration"),
        ),
        data_cut_off="2026-11-23",
    )


# What it is made of.


def test_statements_are_sorted_by_property_and_keep_their_authors_order(acme):
    assert [s.prop.name for s in acme] == sorted(s.prop.name for s in acme)
    assert [str(s.value) for s in acme.all(REVENUE)] == ["868E9 CNY", "941E9 CNY", "221E9 CNY"]
    assert len(acme) == 9


def test_a_statement_without_a_subject_is_about_the_company(acme):
    assert {s.subject for s in acme.all(REVENUE)} == {"acme"}


def test_a_profile_has_the_name_of_its_subject(acme):
    assert acme.name == LanguageMap({"en": "Acme"})
    assert repr(acme) == "<Profile acme: 9 statements, 2 sources, as of 2026-11-23>"
    assert repr(profile()) == "<Profile acme: 0 statements, 1 source>"


@pytest.mark.parametrize(
    "field, value, message",
    [
        ("id", "Acme", "must be an id of lower-case letters"),
        ("subject", None, "must be an id of lower-case letters"),
        ("schema_version", "1", "must be a whole number such as 1, got '1'"),
        ("schema_version", True, "must be a whole number such as 1, got True"),
        ("schema_version", 0, "must be a whole number such as 1, got 0"),
        ("schema_version", 2, "must be at most 1, got 2. The data is newer than companyprofiles"),
        ("data_cut_off", "today", "must be an EDTF date"),
        ("licence", "", "must be a text that is not empty"),
        ("languages", ["english"], "must be a language tag"),
        ("maintainers", ["\n"], "must be a text that is not empty"),
        ("fiscal_year_end", "03-31", "must be a month and day such as '--03-31', got '03-31'"),
        ("fiscal_year_end", "--13-01", "must be a month and day such as '--03-31'"),
        ("note", "x", "must be a text in at least one language"),
    ],
)
def test_the_table_of_the_profile_is_checked_field_by_field(field, value, message):
    header = {"id": "acme", "subject": "acme"}
    entities = [Entity("acme", "group", name={"en": "Acme"})]

    assert Profile(**header, entities=entities).schema_version == SCHEMA_VERSION
    with pytest.raises(InvalidValueError, match=message):
        Profile(**header | {field: value}, entities=entities)


def test_what_does_not_fit_together_is_told_all_at_once():
    origin = Origin("companyprofiles-acme", "1.0")
    with pytest.raises(ProfileDataError) as caught:
        profile(
            statement(PARENT, "nobody"),
            statement(INCEPTION, "1999", references=(Reference("nothing"),)),
            origin=origin,
        )

    source = "must be the id of a source of this profile, got 'nothing'."
    entity = "must be the id of an entity of this profile, got 'nobody'."
    assert str(caught.value).splitlines() == [
        f"companyprofiles-acme 1.0: statements[0].references[0].source: {source}",
        f"companyprofiles-acme 1.0: statements[1].value: {entity}",
    ]


def test_the_origin_is_no_part_of_what_a_profile_says(acme):
    elsewhere = attrs.evolve(acme, origin=Origin("companyprofiles-acme", "1.0"))

    assert elsewhere == acme
    assert str(elsewhere.origin) == "companyprofiles-acme 1.0"


def test_a_profile_cannot_be_changed(acme):
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        acme.id = "other"


# Things by their names.


def test_entities_sources_and_statements_have_names(acme):
    assert acme.entity("ann-lee").kind == "person"
    assert acme.source("blog").kind == "self_declaration"
    assert acme.statement("revenue-2024").value == Money(amount="941E9", unit="CNY")
    assert acme.statement(acme[INCEPTION].id) is acme[INCEPTION]


@pytest.mark.parametrize(
    "ask, name, message",
    [
        ("entity", "an-lee", "there is no entity 'an-lee'. Did you mean 'ann-lee'?"),
        ("source", "blogs", "there is no source 'blogs'. Did you mean 'blog'?"),
        ("statement", "revenue-24", "there is no statement 'revenue-24'. Did you mean 'revenue-2"),
        ("of", "acmes", "there is no entity 'acmes'. Did you mean 'acme'?"),
        ("all", "revenu", "there is no property in this profile 'revenu'. Did you mean 'revenue'?"),
        ("series", "revenu", "there is no property in this profile 'revenu'."),
        ("latest", "employees", "there is no property in this profile 'employees'."),
        ("__getitem__", "revenu", "there is no property in this profile 'revenu'."),
    ],
)
def test_an_unknown_name_suggests_a_near_one(acme, ask, name, message):
    with pytest.raises(UnknownNameError) as caught:
        getattr(acme, ask)(name)

    assert str(caught.value).startswith(message)


# Questions.


def test_where_without_a_condition_is_everything(acme):
    assert acme.where() == acme.statements == tuple(acme)


@pytest.mark.parametrize(
    "conditions, count",
    [
        ({"prop": REVENUE}, 3),
        ({"prop": "revenue"}, 3),
        ({"subject": "ann-lee"}, 2),
        ({"rank": "deprecated"}, 1),
        ({"rank": Rank.PREFERRED}, 1),
        ({"modality": "claimed"}, 1),
        ({"modality": Modality.PLANNED}, 0),
        ({"source": "blog"}, 1),
        ({"lang": "zh"}, 1),
        ({"prop": INCEPTION, "rank": "normal"}, 0),
        ({"prop": OFFICIAL_NAME, "subject": "acme", "lang": "en", "source": "report"}, 1),
        ({"prop": EMPLOYEES}, 0),
    ],
)
def test_where_fulfils_every_condition(acme, conditions, count):
    assert len(acme.where(**conditions)) == count


def test_where_takes_entities_and_sources_themselves(acme):
    assert acme.where(subject=acme.entity("ann-lee")) == acme.where(subject="ann-lee")
    assert acme.where(source=acme.source("blog")) == acme.where(source="blog")


@pytest.mark.parametrize(
    "conditions, error, message",
    [
        ({"prop": "revenu"}, UnknownNameError, "there is no property in this profile 'revenu'"),
        ({"subject": "acne"}, UnknownNameError, "there is no entity 'acne'. Did you mean 'acme'"),
        ({"source": "bolg"}, UnknownNameError, "there is no source 'bolg'. Did you mean 'blog'"),
        ({"rank": "prefer"}, InvalidValueError, "Did you mean 'preferred'"),
        ({"modality": "claim"}, InvalidValueError, "Did you mean 'claimed'"),
    ],
)
def test_a_condition_that_nothing_can_fulfil_is_an_error(acme, conditions, error, message):
    with pytest.raises(error, match=message):
        acme.where(**conditions)


def test_a_statement_without_a_value_is_in_no_language():
    unknown = profile(statement(OFFICIAL_NAME, absent="unknown", because=REASON))

    assert unknown.where(lang="en") == ()


def test_the_current_value_is_the_preferred_one_that_is_not_deprecated(acme):
    assert acme[INCEPTION].value == PartialDate.parse("1999")
    assert acme["inception"] is acme[INCEPTION]


def test_undecided_names_the_candidates(acme):
    with pytest.raises(UndecidedError) as caught:
        acme[OFFICIAL_NAME]

    assert str(caught.value) == (
        "2 statements of official_name about 'acme' could be meant; "
        "ask for .latest, .series, .all or .where:\n"
        "  official_name of acme: Acme Limited (report)\n"
        "  official_name of acme: 顶点公司 (report)"
    )


def test_nothing_stated_is_an_error(acme):
    with pytest.raises(NoStatementError, match=r"^nothing is stated of lei about 'acme'\.$"):
        acme[LEI]
    with pytest.raises(NoStatementError, match="no statement of official_name about 'acme' is the"):
        acme.latest(OFFICIAL_NAME)


def test_a_year_is_later_than_its_last_quarter(acme):
    assert acme.latest(REVENUE).key == "revenue-2024"


def test_a_series_goes_from_the_earliest_to_the_latest(acme):
    assert [str(s.valid) for s in acme.series(REVENUE)] == [
        "2022-04-01/2023-03-31",
        "2023-04-01/2024-03-31",
        "2024-01-01/2024-03-31",
    ]
    assert [s.key for s in acme.series(REVENUE, months=12)] == ["revenue-2023", "revenue-2024"]
    assert len(acme.series("revenue", months=3)) == 1


def test_another_entity_is_asked_like_the_company(acme):
    ann = acme.of("ann-lee")

    assert ann[PARENT].value == "acme"
    assert ann.all(REVENUE) == ()
    assert acme.of(acme.entity("ann-lee")) == ann


def test_all_is_about_whatever_entity(acme):
    assert acme.all(PARENT) == acme.where(PARENT, subject="ann-lee")


def test_the_timeline_is_every_dated_statement_that_is_not_deprecated(acme):
    assert [(s.prop.name, str(s.date)) for s in acme.timeline()] == [
        ("inception", "1999"),
        ("release", "2020-06"),
        ("revenue", "2022-04-01"),
        ("revenue", "2023-04-01"),
        ("revenue", "2024-01-01"),
    ]


def test_plans_are_on_the_timeline_and_denials_are_not():
    planned = statement(OCCURRED, "2030", modality="planned")
    denied = statement(OCCURRED, "2020", modality="denied")

    assert [s.modality for s in profile(planned, denied).timeline()] == [Modality.PLANNED]


@examples(0.6)
@given(profiles())
def test_every_question_is_answered_from_the_statements(drawn):
    for entity in drawn.entities:
        assert list(drawn.of(entity)) == list(drawn.where(subject=entity))
    assert set(drawn.timeline()) <= set(drawn)
    assert sum(len(drawn.of(entity)) for entity in drawn.entities) == len(drawn)
    for s in drawn:
        assert s in drawn.all(s.prop)
        assert drawn.statement(s.anchor) == s
        assert {r.source for r in s.references} <= {source.id for source in drawn.sources}


def test_a_computed_value_is_computed_again_from_what_it_names(acme):
    growth = statement(
        GROWTH,
        "8.3 %",
        valid="2023-04-01/2024-03-31",
        derived_from=("revenue-2023", "revenue-2024"),
        derived_by="growth",
    )

    assert acme.recompute(growth) == Quantity.parse("8 %")
    assert acme.recompute(acme.statement("revenue-2024")) is None
    with pytest.raises(UnknownNameError, match="no statement 'revenue-1999'"):
        acme.recompute(attrs.evolve(growth, derived_from=("revenue-1999", "revenue-2024")))


# Plain data and back.


@examples(0.6)
@given(profiles())
def test_nothing_is_lost_on_the_way_to_json_and_back(drawn):
    text = json.dumps(drawn.to_dict())
    again = Profile.from_dict(json.loads(text))

    assert again == drawn
    assert json.dumps(again.to_dict()) == text


@examples(0.6)
@given(profiles())
def test_profiles_are_values(drawn):
    again = pickle.loads(pickle.dumps(drawn))  # noqa: S301

    assert again == drawn == copy.deepcopy(drawn)
    assert hash(again) == hash(drawn)


def test_plain_data_has_every_list(acme):
    data = acme.to_dict()

    assert list(data) == [
        "profile",
        "properties",
        "entities",
        "sources",
        "statements",
        "coverage",
        "resolutions",
    ]
    assert data["profile"] == {
        "id": "acme",
        "subject": "acme",
        "data_cut_off": "2026-11-23",
        "schema_version": 1,
    }
    assert data["sources"][1] == {
        "id": "blog",
        "title": {"en": "Blog"},
        "kind": "self_declaration",
    }
    assert data["statements"][-1]["prop"] == "revenue"


def test_properties_of_a_profile_s_own_travel_with_it():
    own = profile(statement(SIZE, "5E9"), properties=(SIZE,))
    again = Profile.from_dict(own.to_dict())

    assert again == own
    assert again["size"].prop.to_dict() == SIZE.to_dict()


def test_statements_of_a_property_that_nobody_defines_are_refused():
    with pytest.raises(
        ProfileDataError, match=r"statements\[0\]: must be a known property, got 'si"
    ):
        Profile.from_dict(profile(statement(SIZE, "5E9")).to_dict())


@pytest.fixture
def data() -> dict:
    return profile(statement(CLAIM, {"en": "It flies."}, key="flies")).to_dict()


@pytest.mark.parametrize("claim", ["0" * 16, "", 5])
def test_an_id_that_is_not_the_claim_s_is_refused(data, claim):
    right = data["statements"][0]["id"]
    data["statements"][0]["id"] = claim

    with pytest.raises(ProfileDataError) as caught:
        Profile.from_dict(data)
    assert str(caught.value) == (
        f"statements[0].id: must be the claim's hash {right}, got {claim!r}. "
        "Leave it out; it is computed."
    )


def test_an_id_is_compared_also_where_the_subject_is_left_out(data):
    del data["statements"][0]["subject"]
    assert Profile.from_dict(data)

    data["statements"][0]["id"] = "0" * 16
    with pytest.raises(ProfileDataError, match=r"statements\[0\]\.id: must be the claim's hash"):
        Profile.from_dict(data)


def test_an_id_may_be_left_out(data):
    del data["statements"][0]["id"]

    assert Profile.from_dict(data).statement("flies")


@pytest.mark.parametrize(
    "change, message",
    [
        ({"profile": None}, r"^profile: must be a table, got None\. Write it as in"),
        ({"statements": None}, r"^statements: must be a list of tables, got None\.$"),
        ({"statements": {"prop": "claim"}}, r"^statements: must be a list of tables"),
        ({"statements": ["x"]}, r"^statements\[0\]: must be a table with the name of its property"),
        ({"statements": [{}]}, r"^statements\[0\]: must be a table with the name of its property"),
        (
            {"statements": [{"prop": "sources", "id": "x"}]},
            r"^statements\[0\]: must be a table with",
        ),
        (
            {"entities": {}},
            r"^entities: must be a list of tables, got \{\}\. Write \[\[entities\]\]",
        ),
        ({"revenue": 5}, r"^revenue: must be a list of tables, got 5\."),
        ({5: []}, r"^must be a string as key, got 5\.$"),
        ({"coverage": {}}, r"^coverage: must be a list of tables, got \{\}\."),
    ],
)
def test_plain_data_of_another_form_is_refused(data, change, message):
    with pytest.raises(ProfileDataError, match=message):
        Profile.from_dict(data | change)


@pytest.mark.parametrize("value", [None, [], "x", 5])
def test_plain_data_is_a_table(value):
    with pytest.raises(ProfileDataError, match=r"^must be a table, got"):
        Profile.from_dict(value)


def test_data_of_a_newer_version_is_refused(data):
    data["profile"]["schema_version"] = 2

    with pytest.raises(
        ProfileDataError,
        match=r"^profile\.schema_version: must be at most 1, got 2\. The data is newer than",
    ):
        Profile.from_dict(data)
