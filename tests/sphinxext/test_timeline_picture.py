"""The picture of a timeline: what is in it, where it stands, and where it leads."""

import datetime as dt

import pytest

from companyprofiles import Entity, Position
from companyprofiles._vega_lite import WIDTH
from companyprofiles.sphinxext import PageContext
from companyprofiles.sphinxext._timeline_picture import rows_of, timeline_specification
from companyprofiles.vocabulary import CHIEF_EXECUTIVE, CLAIM, EMPLOYEES, INCEPTION, RELEASE
from tests.samples import profile, statement

TODAY = dt.date(2024, 12, 31)

ANN = Position(holder="ann-lee")

THINGS = (
    Entity("acme", "group", name={"en": "Acme"}),
    Entity("ann-lee", "person", name={"en": "Ann Lee"}),
    Entity("rocket", "product", name={"en": "Rocket"}),
)


def rows(*stated):
    found = profile(*stated, entities=THINGS)
    context = PageContext(profile=found, language="en", docname="page")
    return rows_of([(s, context) for s in found.timeline()])


def layers(*stated, until=TODAY):
    drawn = timeline_specification(rows(*stated), until)
    return {layer["name"]: layer["data"]["values"] for layer in drawn["layer"]}


def released(date):
    return statement(RELEASE, date, subject="rocket")


def test_dates_offices_and_the_like_are_rows_and_figures_and_claims_are_not():
    found = rows(
        statement(INCEPTION, "1999"),
        statement(CHIEF_EXECUTIVE, ANN, valid="2015/.."),
        statement(EMPLOYEES, "5 people", valid="2020"),
        statement(CLAIM, {"en": "The best."}, valid="2021"),
        statement(CHIEF_EXECUTIVE, ANN, valid="2030/..", modality="planned"),
    )

    assert [row.name for row in found] == ["Founded", "Chief executive: Ann Lee"]
    assert [row.kind for row in found] == ["Organisation", "People"]


def test_what_has_one_name_shares_a_row():
    (row,) = rows(released("2020"), released("2021-05"))

    assert row.name == "Rocket: Released"
    assert len(row.statements) == 2


@pytest.mark.parametrize(
    "valid, end",
    [
        ("2015/2020", ["2020-12-31"]),
        ("2015/..", ["2024-12-31"]),
        ("2015/", []),  # nobody knows until when
        ("2015", []),
    ],
)
def test_what_lasted_is_a_bar_to_its_end(valid, end):
    drawn = layers(statement(CHIEF_EXECUTIVE, ANN, valid=valid), statement(INCEPTION, "1999"))

    assert [bar["end"] for bar in drawn.get("bars", [])] == end
    assert drawn["points"][1]["label"].startswith("Chief executive: Ann Lee, ")


def test_names_stand_on_the_side_that_has_room_and_never_on_each_other():
    stated = [statement(INCEPTION, "1999"), *(released(f"{year}") for year in (2023, 2024))]
    drawn = layers(*stated, statement(INCEPTION, "2000", subject="rocket"))
    left, right = drawn["names_left"], drawn["names_right"]
    shown = {name["name"]: (name["align"], name["row"]) for name in left}

    assert left == right  # each layer shows those of its side
    assert shown["Founded"] == ("left", 0)
    assert shown["Rocket: Founded"] == ("left", 1)
    assert shown["Rocket: Released"] == ("right", 0)


def test_long_names_are_shortened_on_the_picture_alone():
    thing = Entity("rocket", "product", name={"en": "A rocket " * 9 + "!"})
    found = profile(statement(INCEPTION, "2001", subject="rocket"), entities=(*THINGS[:2], thing))
    context = PageContext(profile=found, language="en", docname="page")
    drawn = timeline_specification(rows_of([(found.statements[0], context)]), TODAY)
    layer = {layer["name"]: layer["data"]["values"] for layer in drawn["layer"]}

    assert layer["names_left"][0]["name"].endswith("…")
    assert "!: Founded" in layer["points"][0]["label"]
    assert drawn["width"] + drawn["padding"]["left"] + drawn["padding"]["right"] == WIDTH
