"""A profile as it was true on a day, and as it was known on a day."""

import pytest
from hypothesis import given

from companyprofiles import Coverage, Position, Reference, Resolution, Source
from companyprofiles.vocabulary import (
    CHIEF_EXECUTIVE,
    EMPLOYEES,
    INCEPTION,
    JURISDICTION,
    RELEASE,
    REVENUE,
)
from tests.samples import profile, statement
from tests.strategies import dates, profiles

BECAUSE = {"en": "Seen."}


def head(valid):
    return statement(CHIEF_EXECUTIVE, Position(holder="ann-lee"), valid=valid)


@pytest.mark.parametrize(
    "stated, date, answer",
    [
        # A state must hold on the whole of the day, month or year.
        (head("2015-05/2023-09-10"), "2021-06", True),
        (head("2015-05/2023-09-10"), "2023-09-10", True),
        (head("2015-05/2023-09-10"), "2023-09-11", False),
        (head("2015-05/2023-09-10"), "2023-09", None),
        (head("2015-05/2023-09-10"), "2015-05-20", None),
        (head("2015-05/2023-09-10"), "2015-04-30", False),
        (head("2015-05/.."), "2026", True),
        (head("2015-05/"), "2021", None),
        (head("2015~/2020"), "2015-03", None),
        (head(None), "2021", None),
        # What had happened stays true.
        (statement(REVENUE, "5 CNY", valid="2022-04-01/2023-03-31"), "2023-03-31", True),
        (statement(REVENUE, "5 CNY", valid="2022-04-01/2023-03-31"), "2023-03-30", False),
        (statement(REVENUE, "5 CNY", valid="2022-04-01/2023-03-31"), "2024", True),
        (statement(EMPLOYEES, "5", valid="2021-05"), "2021-06", True),
        (statement(EMPLOYEES, "5", valid="2021-05"), "2021-05-20", None),
        (statement(EMPLOYEES, "5", valid="2021-05"), "2021-04", False),
        # An event is true from its day on.
        (statement(RELEASE, "2023-04-11"), "2023-04-11", True),
        (statement(RELEASE, "2023-04-11"), "2023-04-10", False),
        (statement(RELEASE, "2023-04-11"), "2023-04", None),
        (statement(INCEPTION, "1999~"), "1999", None),
    ],
)
def test_what_was_true_on_a_day(stated, date, answer):
    made = profile(stated)

    assert len(made.at(date)) == (answer is not False)
    assert len(made.at(date, certain=True)) == (answer is True)


SOURCES = (
    Source("early", title={"en": "Early"}, kind="press", published="2020-03"),
    Source("late", title={"en": "Late"}, kind="press", published="2022-06-01"),
    Source("undated", title={"en": "Undated"}, kind="press"),
)


@pytest.mark.parametrize(
    "references, date, certain, possible",
    [
        ([Reference("early")], "2020-04-01", ["early"], ["early"]),
        ([Reference("early")], "2020-03-10", [], ["early"]),
        ([Reference("early")], "2020-02", [], []),
        ([Reference("early"), Reference("late")], "2021", ["early"], ["early"]),
        (
            [Reference("early"), Reference("late")],
            "2022-06-01",
            ["early", "late"],
            ["early", "late"],
        ),
        ([Reference("undated")], "2021", [], ["undated"]),
        # What somebody read on a day had been published by then.
        ([Reference("undated", retrieved="2021-05-01")], "2021-05-01", ["undated"], ["undated"]),
        ([Reference("undated", retrieved="2021-05-01")], "2021-04-30", [], ["undated"]),
    ],
)
def test_what_was_known_on_a_day(references, date, certain, possible):
    made = profile(statement(JURISDICTION, "acme", references=references), sources=SOURCES)

    def told(known):
        return [r.source for s in known for r in s.references]

    assert told(made.known(date, certain=True)) == certain
    assert told(made.known(date)) == possible


def test_both_questions_chain():
    made = profile(
        statement(REVENUE, "1 CNY", valid="2019", references=[Reference("early")], key="a"),
        statement(REVENUE, "2 CNY", valid="2019", references=[Reference("late")], key="b"),
        statement(REVENUE, "3 CNY", valid="2021", references=[Reference("late")], key="c"),
        sources=SOURCES,
    )

    assert [s.key for s in made.at("2020").known("2021")] == ["a"]
    assert made.known("2021").at("2020") == made.at("2020").known("2021")
    assert [s.key for s in made.at("2020")] == ["a", "b"]


def test_nothing_is_left_that_speaks_of_what_is_gone():
    made = profile(
        statement(
            REVENUE,
            "1 CNY",
            valid="2019",
            key="a",
            rank="deprecated",
            because=BECAUSE,
            replaced_by="c",
        ),
        statement(
            REVENUE, "4 CNY", valid="2019", key="b", derived_from=["a", "c"], derived_by="sum"
        ),
        statement(REVENUE, "3 CNY", valid="2021", key="c"),
        resolutions=(
            Resolution(statements=("a", "b", "c"), preferred="b", because=BECAUSE, on="2026"),
            Resolution(statements=("b", "c"), preferred="b", because=BECAUSE, on="2026"),
        ),
        coverage=(Coverage(prop="revenue", looked_in=("report",)),),
    )
    then = made.at("2020")

    assert then.statement("a").replaced_by is None
    assert then.statement("b").derived_from == ("a",)
    assert then.statement("b").derived_by is None
    assert [r.statements for r in then.resolutions] == [("a", "b")]
    assert then.coverage == ()


@given(profiles(), dates)
def test_what_is_certain_is_possible(one, date):
    for ask in (one.at, one.known):
        certain, possible = ask(date, certain=True), ask(date)

        assert {s.id for s in certain} <= {s.id for s in possible} <= {s.id for s in one}
        assert ask(date).to_dict() == possible.to_dict()


@given(profiles(), dates)
def test_asking_twice_changes_nothing(one, date):
    assert one.at(date).at(date) == one.at(date)
    assert one.known(date).known(date) == one.known(date)


def test_what_was_known_has_the_sources_that_had_been_published():
    shown = profile(
        statement(REVENUE, "5 CNY", valid="2022", references=(Reference("old"), Reference("new"))),
        sources=(
            Source("old", title={"en": "Old"}, kind="press", published="2023-01"),
            Source("new", title={"en": "New"}, kind="press", published="2024-01"),
        ),
    )

    assert [source.id for source in shown.known("2023-06").sources] == ["old"]
