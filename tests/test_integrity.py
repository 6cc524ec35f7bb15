"""What must fit together in a profile, each rule by the place and message of its flaw."""

import pytest

from companyprofiles import Entity, Ownership, Position, Reference, Source
from companyprofiles._integrity import flaws, names_in
from companyprofiles.vocabulary import CHIEF_EXECUTIVE, CLAIM, HOLDING, INCEPTION, PARENT, REVENUE
from tests.samples import statement

ENTITIES = [
    Entity("acme", "group", name={"en": "Acme"}),
    Entity("ann-lee", "person", name={"en": "Ann Lee"}),
]
SOURCES = [Source("report", title={"en": "Report"}, kind="press")]
REASON = {"en": "Wrong."}
ADVICE = "Rename or remove one of them."


def about(prop, value, **fields):
    return statement(prop, value, subject=fields.pop("subject", "acme"), **fields)


def found(*statements, entities=ENTITIES, sources=SOURCES, subject="acme", **more):
    return list(flaws(subject, entities, sources, statements, **more))


def claim(text, key=None, **fields):
    return about(CLAIM, {"en": text}, key=key, **fields)


def wrong(text, key, replaced_by):
    return claim(text, key, rank="deprecated", because=REASON, replaced_by=replaced_by)


def holder_of(name):
    return Position(holder=name)


def part_of(name):
    return Ownership(party=name)


def test_what_fits_has_no_flaw():
    assert (
        found(
            about(CHIEF_EXECUTIVE, holder_of("ann-lee"), key="ceo"),
            about(PARENT, "acme", subject="ann-lee"),
            wrong("a", "a", replaced_by="b"),
            wrong("b", "b", replaced_by="c"),
            claim("c", "c", derived_from=("a", "b")),
        )
        == []
    )


@pytest.mark.parametrize(
    "statements, flaw",
    [
        (
            [about(INCEPTION, "1999", subject="acmee")],
            (
                0,
                "subject",
                "must be the id of an entity of this profile, got 'acmee'. Did you mean",
            ),
        ),
        (
            [about(PARENT, "anne-lee")],
            (
                0,
                "value",
                "must be the id of an entity of this profile, got 'anne-lee'. Did you mean",
            ),
        ),
        (
            [about(CHIEF_EXECUTIVE, holder_of("nobody"))],
            (0, "value.holder", "must be the id of an entity of this profile, got 'nobody'."),
        ),
        (
            [about(HOLDING, part_of("nobody"))],
            (0, "value.party", "must be the id of an entity of this profile, got 'nobody'."),
        ),
        (
            [claim("a", "a"), wrong("b", "b", replaced_by="c")],
            (1, "replaced_by", "must be the key of a statement of this profile, got 'c'."),
        ),
        (
            [claim("a", "a"), claim("b", derived_from=("a", "b"))],
            (1, "derived_from[1]", "must be the key of a statement of this profile, got 'b'."),
        ),
        (
            [wrong("a", "a", replaced_by="a")],
            (0, "replaced_by", "must be the key of another statement, got 'a'."),
        ),
        (
            [claim("a", "a"), claim("b", "a")],
            (1, "key", "must be a key that occurs once, got 'a'. Rename or remove one of them."),
        ),
        (
            [claim("a", "a"), claim("a")],
            (1, "", "must be a claim of its own, got the same claim as the statement 'a'. Merge"),
        ),
        (
            [claim("a"), claim("a")],
            (1, "", "must be a claim of its own, got the same claim as another statement. Merge"),
        ),
    ],
)
def test_a_flaw_is_told_with_its_place(statements, flaw):
    ((collection, index, path, message),) = found(*statements)

    assert (collection, index, path) == ("statements", *flaw[:2])
    assert message.startswith(flaw[2])


def test_sources_and_speakers_are_looked_up():
    references = (Reference("report"), Reference("reprt", attributed_to="an-lee"))

    assert found(about(INCEPTION, "1999", references=references)) == [
        (
            "statements",
            0,
            "references[1].source",
            "must be the id of a source of this profile, got 'reprt'. Did you mean 'report'?",
        ),
        (
            "statements",
            0,
            "references[1].attributed_to",
            "must be the id of an entity of this profile, got 'an-lee'. Did you mean 'ann-lee'?",
        ),
    ]


def test_the_subject_of_the_profile_is_an_entity():
    assert found(subject="acne") == [
        (
            "profile",
            0,
            "subject",
            "must be the id of an entity of this profile, got 'acne'. Did you mean 'acme'?",
        )
    ]


def test_ids_occur_once():
    twice = found(entities=[*ENTITIES, ENTITIES[0]], sources=[*SOURCES, *SOURCES])

    assert twice == [
        (
            "entities",
            2,
            "id",
            "must be an id that occurs once, got 'acme'. Rename or remove one of them.",
        ),
        (
            "sources",
            1,
            "id",
            "must be an id that occurs once, got 'report'. Rename or remove one of them.",
        ),
    ]


@pytest.mark.parametrize("length", [2, 3, 50])
def test_a_chain_of_replacements_ends(length):
    keys = [f"k{number}" for number in range(length)]
    circle = [wrong(key, key, keys[(n + 1) % length]) for n, key in enumerate(keys)]

    ((collection, index, path, message),) = found(*circle)
    assert (collection, index, path) == ("statements", 0, "replaced_by")
    assert message.startswith("must be a chain that ends, got 'k0 > k1 > ")
    assert message.endswith("It leads back to itself.")
    assert found(*circle[:-1], claim("last", keys[-1])) == []


def test_a_value_is_not_derived_from_itself_in_the_end():
    ((_, _, path, message),) = found(
        claim("a", "a", derived_from=("b",)), claim("b", "b", derived_from=("a",))
    )

    assert path == "derived_from"
    assert message.startswith("must be a chain that ends")


YEAR = {"valid": "2024"}


def computed(value, how, keys, prop=REVENUE, **fields):
    return about(prop, value, key="whole", derived_by=how, derived_from=keys, **YEAR, **fields)


@pytest.mark.parametrize(
    "others, flaws_of_whole",
    [
        ([], [("derived_from", "must be numbers in CNY, as the value is, got 'CNY, USD'.")]),
        (
            [claim("b", "b")],
            [
                (
                    "derived_from[1]",
                    "must be the key of a number where derived_by = 'sum', got 'b'.",
                )
            ],
        ),
    ],
)
def test_a_value_is_computed_from_numbers_whose_units_fit(others, flaws_of_whole):
    stated = [
        about(REVENUE, "1 CNY", key="a", valid="2023"),
        *(others or [about(REVENUE, "2 USD", key="b", valid="2023")]),
        computed("3 CNY", "sum", ("a", "b")),
    ]

    assert found(*stated) == [("statements", 2, *flaw) for flaw in flaws_of_whole]


def test_inputs_without_a_value_or_with_problems_of_their_own_are_no_flaw_of_units():
    stated = [
        about(REVENUE, "1 CNY", key="a", valid="2023"),
        about(REVENUE, None, key="b", valid="2023", absent="withheld", because=REASON),
        computed("3 CNY", "sum", ("a", "b")),
    ]

    assert found(*stated) == []
    assert found(stated[0], stated[2], spared={"b"}) == []


def test_names_that_lead_to_broken_records_are_no_further_problem():
    broken = wrong("a", "a", replaced_by="b")

    assert found(broken, about(PARENT, "zeta"), spared={"b", "zeta"}) == []


def test_near_names_are_looked_for_with_bounded_effort():
    entities = [
        *ENTITIES,
        *(Entity(f"person-{number}", "person", name={"en": "P"}) for number in range(500)),
    ]
    many = [about(PARENT, f"ann-le{number}") for number in range(500)]
    messages = [message for _, _, _, message in found(*many, entities=entities)]
    near = ["Did you mean 'ann-lee'" in message for message in messages]

    assert len(messages) == len(many)
    assert near == sorted(near, reverse=True)
    assert 50 < sum(near) < 200


@pytest.mark.parametrize(
    "raw, names",
    [
        ({"subject": "acme"}, [("subject", "the id of an entity", "acme")]),
        (
            {"references": [{"source": "report", "attributed_to": "ann-lee"}]},
            [
                ("references[0].source", "the id of a source", "report"),
                ("references[0].attributed_to", "the id of an entity", "ann-lee"),
            ],
        ),
        ({"subject": 5, "references": [5, {"source": ["x"]}, {"source": "No Slug"}]}, []),
        ({"references": "report"}, []),
        ("text", []),
        (None, []),
    ],
)
def test_what_broken_data_refers_to_can_still_be_looked_up(raw, names):
    assert list(names_in(raw)) == names
