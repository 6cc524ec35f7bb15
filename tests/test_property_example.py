"""Every example of the reference is a statement that reads."""

import pytest

import companyprofiles
from companyprofiles import Property
from companyprofiles._catalog import installed
from companyprofiles._property import VALUE_TYPES
from companyprofiles._property_example import THINGS, example

BASE = f"""
[profile]
id = "acme"
subject = "acme"

[[entities]]
id = "acme"
kind = "legal_entity"
name.en = "Acme"

{THINGS}
"""


def read(text, folder):
    (folder / "acme.toml").write_text(BASE + text, "utf-8")
    return companyprofiles.load(folder)


@pytest.mark.parametrize("prop", installed().vocabulary.values(), ids=str)
def test_the_example_of_a_property_is_read_as_one_of_its_statements(prop, tmp_path):
    statements = list(read(example(prop), tmp_path))

    assert {statement.prop for statement in statements} == {prop}
    assert all(isinstance(statement.value, prop.value_type) for statement in statements)
    assert all(statement.valid for statement in statements) or not prop.requires_valid


@pytest.mark.parametrize("kind", VALUE_TYPES)
def test_there_is_an_example_of_every_type(kind, tmp_path):
    definition = f"""
[[properties]]
name = "thing"
value_type = "{kind}"
label.en = "Thing"
description.en = "A thing."
"""
    prop = Property("thing", kind, label={"en": "Thing"}, description={"en": "A thing."})
    (statement, *_others) = read(definition + example(prop), tmp_path)

    assert isinstance(statement.value, VALUE_TYPES[kind])
