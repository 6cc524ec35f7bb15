"""Two versions of a profile are compared claim by claim; every statement is accounted for once."""

from collections import Counter
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from companyprofiles import (
    Coverage,
    Entity,
    Profile,
    Property,
    Reference,
    Resolution,
    Source,
    Statement,
    vocabulary,
)
from companyprofiles._diff import BESIDES, CLAIM, diff
from companyprofiles._difference import Changes, Difference, Kind, StatementChange
from companyprofiles._header import Header
from tests.samples import profile, statement
from tests.strategies import examples, language_maps, profiles, references, slugs, statements

EMPLOYEES, REVENUE = vocabulary.EMPLOYEES, vocabulary.REVENUE
SOURCES = tuple(Source(name, title={"en": name}, kind="press") for name in ("report", "filing"))
WRONG = {"en": "The filing gives another figure."}


def employees(value: str = "340 people", **fields: Any) -> Statement[Any]:
    return statement(EMPLOYEES, value, **{"valid": "2024", "key": "employees", **fields})


def compared(old: list[Statement[Any]], new: list[Statement[Any]]) -> Difference:
    return diff(profile(*old, sources=SOURCES), profile(*new, sources=SOURCES))


def only(difference: Difference) -> StatementChange:
    (change,) = difference.statements
    return change


# What becomes of a statement.


def test_equal_profiles_do_not_differ():
    difference = compared([employees()], [employees()])

    assert not difference
    assert difference.statements == ()
    assert [s.key for s in difference.unchanged] == ["employees"]


def test_a_new_claim_is_added():
    change = only(compared([], [employees()]))

    assert (change.kind, change.old, change.statement.key) == (Kind.ADDED, None, "employees")


def test_a_claim_that_is_gone_is_withdrawn_with_its_key():
    change = only(compared([employees()], []))

    assert (change.kind, change.new, change.instead) == (Kind.WITHDRAWN, None, None)
    assert change.statement.key == "employees"


def test_without_a_key_another_value_is_a_withdrawal_and_an_addition():
    difference = compared([employees(key=None)], [employees("345 people", key=None)])

    assert {change.kind for change in difference.statements} == {Kind.ADDED, Kind.WITHDRAWN}


def test_a_key_that_stands_for_another_claim_is_a_correction():
    new = employees("345 people", because={"en": "Counted again."})
    change = only(compared([employees()], [new]))

    assert change.kind is Kind.CORRECTED
    assert (str(change.old.value), str(change.instead.value)) == ("340 people", "345 people")
    assert change.new is change.instead
    assert change.fields == ("value", "because")
    assert str(change.because) == "Counted again."


def test_a_claim_that_is_deprecated_now_is_a_correction_to_what_replaces_it():
    wrong = employees(rank="deprecated", because=WRONG, replaced_by="employees-2")
    right = employees("345 people", key="employees-2")
    difference = compared([employees()], [wrong, right])
    (corrected,), (added,) = difference.of("corrected"), difference.of("added")

    assert corrected.old.id == corrected.new.id
    assert corrected.instead.key == "employees-2"
    assert corrected.because == WRONG
    assert [replaced.key for replaced in added.replaces] == ["employees"]


def test_a_correction_keeps_the_key_and_gives_the_wrong_claim_a_new_one():
    wrong = employees(
        key="employees-wrong", rank="deprecated", because=WRONG, replaced_by="employees"
    )
    difference = compared([employees()], [wrong, employees("345 people")])

    assert [str(c.instead.value) for c in difference.of(Kind.CORRECTED)] == ["345 people"]
    assert [str(c.statement.value) for c in difference.of(Kind.ADDED)] == ["345 people"]
    assert len(difference.statements) == 2


def test_a_claim_may_be_known_to_be_wrong_with_nothing_instead():
    change = only(compared([employees()], [employees(rank="deprecated", because=WRONG)]))

    assert (change.kind, change.instead) == (Kind.CORRECTED, None)


def test_a_correction_that_is_taken_back_reinstates_the_claim():
    change = only(compared([employees(rank="deprecated", because=WRONG)], [employees()]))

    assert change.kind is Kind.REINSTATED


def test_a_key_that_went_to_a_claim_which_was_there_already_tells_of_it():
    other = employees("345 people", key="other")
    difference = compared([employees(), other], [attrs.evolve(other, key="employees")])
    (withdrawn,), (reworded,) = difference.of(Kind.WITHDRAWN), difference.of(Kind.REWORDED)

    assert str(withdrawn.old.value) == "340 people"
    assert str(withdrawn.instead.value) == "345 people"
    assert reworded.fields == ("key",)


@pytest.mark.parametrize(
    "fields, kind",
    [
        ({"rank": "preferred"}, Kind.RERANKED),
        ({"because": WRONG}, Kind.RERANKED),
        ({"references": (Reference("report", "p. 2"),)}, Kind.RESOURCED),
        ({"note": WRONG}, Kind.REWORDED),
        ({"key": "another"}, Kind.REWORDED),
        ({"exempt": {"CP101": "It is the only copy."}}, Kind.REWORDED),
        ({"rank": "preferred", "references": (Reference("filing"),)}, Kind.RERANKED),
        ({"note": WRONG, "references": (Reference("filing"),)}, Kind.RESOURCED),
    ],
)
def test_the_same_claim_may_say_other_things_besides(fields, kind):
    change = only(compared([employees()], [employees(**fields)]))

    assert change.kind is kind
    assert set(change.fields) == set(fields)


def test_the_wording_of_a_reason_is_only_a_wording():
    old = employees(rank="deprecated", because=WRONG)
    change = only(compared([old], [attrs.evolve(old, because={"en": "Wrong."})]))

    assert (change.kind, change.fields) == (Kind.REWORDED, ("because",))


def test_what_replaces_a_claim_may_be_called_otherwise_or_be_another():
    wrong = employees(rank="deprecated", because=WRONG, replaced_by="a")
    a, b = employees("1 people", key="a"), employees("2 people", key="b")
    old = [wrong, a, b]
    renamed = [attrs.evolve(wrong, replaced_by="c"), attrs.evolve(a, key="c"), b]
    another = [attrs.evolve(wrong, replaced_by="b"), a, b]

    assert {change.kind for change in compared(old, renamed).statements} == {Kind.REWORDED}
    assert [change.kind for change in compared(old, another).statements] == [Kind.RERANKED]


@pytest.mark.parametrize(
    "fields",
    [{"derived_from": ("a",)}, {"derived_from": ("b", "a")}, {"derived_by": "sum"}],
)
def test_what_a_claim_is_derived_from_is_where_it_comes_from(fields):
    a, b = employees("1 people", key="a"), employees("2 people", key="b")
    old = employees(derived_from=("a", "b"))
    renamed = [attrs.evolve(a, key="c"), b, attrs.evolve(old, derived_from=("c", "b"))]

    assert only(compared([a, b, old], [a, b, attrs.evolve(old, **fields)])).kind is Kind.RESOURCED
    assert {c.kind for c in compared([a, b, old], renamed).statements} == {Kind.REWORDED}


def test_references_are_paired_by_source_and_place():
    old = employees(
        references=(Reference("report", "p. 1"), Reference("report", "p. 2"), Reference("filing"))
    )
    new = employees(
        references=(
            Reference("filing"),
            Reference("report", "p. 2", as_printed="340"),
            Reference("report", "p. 3"),
            Reference("report", "p. 4"),
        )
    )
    found = only(compared([old], [new])).references

    assert found == Changes(
        added=(Reference("report", "p. 4"),),
        changed=(
            (Reference("report", "p. 2"), Reference("report", "p. 2", as_printed="340")),
            (Reference("report", "p. 1"), Reference("report", "p. 3")),
        ),
    )


def test_statements_about_the_company_come_first_then_by_property_and_period():
    new = [
        employees(subject="ann-lee", key=None),
        employees("1 people", key=None, valid="2025"),
        employees(),
        statement(REVENUE, "1 CNY", valid="2024"),
        statement(vocabulary.CLAIM, {"en": "x"}),
    ]
    changes = compared([], new).statements

    assert [
        (c.statement.subject, c.statement.prop.name, str(c.statement.valid)) for c in changes
    ] == [
        ("acme", "claim", "None"),
        ("acme", "employees", "2024"),
        ("acme", "employees", "2025"),
        ("acme", "revenue", "2024"),
        ("ann-lee", "employees", "2024"),
    ]


def test_no_part_of_a_statement_or_profile_is_left_out():
    compared_fields = {*CLAIM, *BESIDES}
    lists = {field.name for field in attrs.fields(Profile)} - {f.name for f in attrs.fields(Header)}

    assert compared_fields == {field.alias for field in attrs.fields(Statement)}
    assert lists - {"origin"} <= {field.name for field in attrs.fields(Difference)}


# What becomes of the rest.


def test_the_header_is_compared_field_by_field():
    old, new = profile(data_cut_off="2025"), profile(data_cut_off="2026", licence="MIT")
    found = diff(old, new).header

    assert [(change.name, str(change.old), str(change.new)) for change in found] == [
        ("data_cut_off", "2025", "2026"),
        ("licence", "None", "MIT"),
    ]


OWN = Property("own", "text", label={"en": "Own"}, description={"en": "Own."})
ENTITIES = (
    Entity("acme", "group", name={"en": "Acme"}),
    Entity("ann-lee", "person", name={"en": "Ann Lee"}),
)
KEYED = tuple(employees(f"{n} people", key=f"k{n}") for n in range(3))


@pytest.mark.parametrize(
    "field, old, new",
    [
        ("entities", ENTITIES[1], Entity("ann-lee", "person", name={"en": "Ann B. Lee"})),
        ("sources", SOURCES[1], Source("filing", title={"en": "Filing"}, kind="court")),
        (
            "coverage",
            Coverage(prop="employees", subject="acme", looked_in=("report",)),
            Coverage(prop="employees", subject="acme", looked_in=("report",), note={"en": "x"}),
        ),
        (
            "resolutions",
            Resolution(statements=("k0", "k1"), because={"en": "x"}, on="2025"),
            Resolution(statements=("k1", "k0"), because={"en": "x"}, on="2026"),
        ),
        ("properties", OWN, attrs.evolve(OWN, single=True)),
    ],
)
def test_other_records_are_added_removed_or_changed(field, old, new):
    base = {"entities": ENTITIES[:1], "sources": SOURCES[:1]}
    with_none, with_old, with_new = (
        profile(*KEYED, **{**base, field: (*base.get(field, ()), *records)})
        for records in ((), (old,), (new,))
    )

    assert getattr(diff(with_none, with_old), field) == Changes(added=(old,))
    assert getattr(diff(with_old, with_none), field) == Changes(removed=(old,))
    assert getattr(diff(with_old, with_new), field).changed == ((old, new),)
    assert diff(with_old, with_new)
    assert diff(with_old, with_new).statements == ()


# Laws.


@st.composite
def revisions(draw: st.DrawFn, old: Profile) -> Profile:
    """Draw a later version of a profile: statements come, go, and say other things."""
    source_ids = tuple(source.id for source in old.sources)
    entity_ids = tuple(entity.id for entity in old.entities)
    kept: dict[str, Statement[Any]] = {}
    for one in old.statements:
        new = draw(revised(one, source_ids, entity_ids))
        if new is not None:
            kept.setdefault(new.id, new)
    for one in draw(st.lists(statements(source_ids=source_ids, entity_ids=entity_ids), max_size=3)):
        new = attrs.evolve(one, subject=one.subject or old.subject)
        kept.setdefault(new.id, new)
    keys = Counter(one.key for one in kept.values() if one.key)
    found = [one if keys[one.key] == 1 else attrs.evolve(one, key=None) for one in kept.values()]
    right = sorted(one.key for one in found if one.key and not one.is_deprecated)
    if right:
        wanted = st.none() | st.sampled_from(right)
        found = [
            attrs.evolve(one, replaced_by=draw(wanted)) if one.is_deprecated else one
            for one in found
        ]
    left = {one.key for one in found}
    found = [
        one
        if left.issuperset(one.derived_from)
        else attrs.evolve(one, derived_from=(), derived_by=None)
        for one in found
    ]
    return attrs.evolve(
        old,
        statements=tuple(draw(st.permutations(found))),
        resolutions=tuple(r for r in old.resolutions if left.issuperset(r.statements)),
        licence=draw(st.sampled_from([old.licence, "MIT"])),
    )


FATES = ("keep", "drop", "source", "rank", "wrong", "note", "key", "claim", "swap")


@st.composite
def revised(
    draw: st.DrawFn, one: Statement[Any], source_ids: tuple[str, ...], entity_ids: tuple[str, ...]
) -> Statement[Any] | None:
    """Draw what becomes of a statement."""
    what = draw(st.sampled_from(FATES))
    if what == "drop":
        return None
    change: dict[str, Any] = {}
    if what == "source":
        change = {"references": draw(references(source_ids, entity_ids))}
    elif what == "rank" and not one.is_deprecated:
        change = {"rank": draw(st.sampled_from(["preferred", "normal"]))}
    elif what == "wrong":
        change = {"rank": "deprecated", "because": draw(language_maps)}
    elif what == "note":
        change = {"note": draw(st.none() | language_maps)}
    elif what == "key":
        change = {"key": draw(st.none() | slugs)}
    elif what == "claim":
        change = {"modality": draw(st.sampled_from(["asserted", "claimed", "denied"]))}
    elif what == "swap":
        change = {"references": tuple(reversed(one.references))}
    return attrs.evolve(one, **change)


versions = profiles().flatmap(lambda old: st.tuples(st.just(old), revisions(old)))
pairs = versions | st.tuples(profiles(), profiles())


@examples(1 / 2)
@given(profiles())
def test_a_profile_does_not_differ_from_itself(one):
    assert not diff(one, one)
    assert diff(one, one).unchanged == one.statements


@examples(1 / 2)
@given(pairs)
def test_every_statement_is_accounted_for_exactly_once(pair):
    old, new = pair
    found = diff(old, new)
    same = [one.id for one in found.unchanged]

    assert Counter([c.old.id for c in found.statements if c.old] + same) == Counter(
        one.id for one in old
    )
    assert Counter([c.new.id for c in found.statements if c.new] + same) == Counter(
        one.id for one in new
    )


MIRRORED = {
    Kind.ADDED: Kind.WITHDRAWN,
    Kind.WITHDRAWN: Kind.ADDED,
    Kind.REINSTATED: Kind.CORRECTED,
}


def content(change: StatementChange) -> tuple[Any, ...]:
    """Return what a change says of the two statements."""
    ids = [one.id if one else None for one in (change.old, change.new)]
    return (change.kind, *ids, change.fields, *records(change.references))


def mirrored(change: StatementChange) -> StatementChange:
    kind = MIRRORED.get(change.kind, change.kind)
    if change.kind is Kind.CORRECTED and change.old.id == change.new.id:
        kind = Kind.REINSTATED
    return attrs.evolve(
        change, kind=kind, old=change.new, new=change.old, references=turned(change.references)
    )


def turned(changes: Changes[Any]) -> Changes[Any]:
    back = tuple((new, old) for old, new in changes.changed)
    return Changes(added=changes.removed, removed=changes.added, changed=back)


def records(changes: Changes[Any]) -> tuple[frozenset[Any], ...]:
    return tuple(
        frozenset(Counter(map(repr, found)).items())
        for found in (changes.added, changes.removed, changes.changed)
    )


@examples(1 / 2)
@given(pairs)
def test_the_way_back_mirrors_the_way_there(pair):
    there, back = diff(*pair), diff(*reversed(pair))

    assert Counter(map(content, map(mirrored, there.statements))) == Counter(
        map(content, back.statements)
    )
    for field in ("entities", "sources", "coverage", "resolutions", "properties"):
        assert records(turned(getattr(there, field))) == records(getattr(back, field))
    assert [(c.name, c.new, c.old) for c in there.header] == [
        (c.name, c.old, c.new) for c in back.header
    ]
    assert bool(there) == bool(back)


@examples(1 / 2)
@given(st.data())
def test_other_references_alone_are_other_sources_alone(data):
    old = data.draw(profiles())
    ids = tuple(s.id for s in old.sources), tuple(e.id for e in old.entities)
    new = attrs.evolve(
        old,
        statements=tuple(
            attrs.evolve(one, references=data.draw(references(*ids))) for one in old.statements
        ),
    )
    found = diff(old, new)

    assert {change.kind for change in found.statements} <= {Kind.RESOURCED}
    assert {change.fields for change in found.statements} <= {("references",)}
    assert attrs.evolve(found, statements=(), new=old).unchanged == found.unchanged
    assert bool(found) == bool(found.statements)


@examples(1 / 2)
@given(st.data())
def test_the_order_of_things_says_nothing(data):
    old = data.draw(profiles())
    new = attrs.evolve(
        old,
        **{
            field: tuple(data.draw(st.permutations(getattr(old, field))))
            for field in ("statements", "entities", "sources", "coverage", "properties")
        },
    )

    assert not diff(old, new)


@examples(1 / 2)
@given(st.data())
def test_the_order_of_changes_does_not_depend_on_that_of_statements(data):
    old, new = data.draw(versions)
    shuffled = attrs.evolve(new, statements=tuple(data.draw(st.permutations(new.statements))))

    assert [content(c) for c in diff(old, shuffled).statements] == [
        content(c) for c in diff(old, new).statements
    ]


@examples(1 / 2)
@given(versions)
def test_a_correction_names_what_the_new_version_has_instead(pair):
    found = diff(*pair)
    named = {one.id for change in found.of(Kind.ADDED) for one in change.replaces}

    for change in found.of(Kind.CORRECTED):
        if change.instead is not None and change.instead is not change.new:
            assert change.instead.key == change.new.replaced_by
            assert change.instead in pair[1].statements
    assert named <= {change.old.id for change in found.of(Kind.CORRECTED)}
