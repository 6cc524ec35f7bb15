"""``schema`` prints the JSON Schema of data files, with what plugins add."""

import json

import pytest
from jsonschema import Draft202012Validator

from companyprofiles.vocabulary import __all__ as core

VOCABULARY = """
from companyprofiles import Property
from companyprofiles.hookspecs import Vocabulary, hookimpl

PROPERTIES = (
    Property(
        "altitude",
        "quantity",
        label={"en": "Altitude", "zh": "高度"},
        description={"en": "How high its rockets fly."},
        unit="km",
        dimensions=("stage",),
    ),
)

@hookimpl
def companyprofiles_vocabulary():
    return [Vocabulary("rockets", summary="Rockets", properties=PROPERTIES)]
"""


def flight(value, **dimensions):
    """Return a data file with a statement of the plugin's property."""
    references = [{"source": "report"}]
    return {"altitude": [{"value": value, "dimensions": dimensions, "references": references}]}


def test_schema_prints_every_property_of_the_core(run):
    result = run("schema")

    assert result.exit_code == 0
    assert {name.lower() for name in core} <= set(json.loads(result.stdout)["properties"])


def test_schema_prints_the_properties_of_plugins_too(site, run):
    site.plugin("rockets", VOCABULARY)
    schema = json.loads(run("schema").stdout)
    validator = Draft202012Validator(schema)

    assert schema["properties"]["altitude"]["title"] == "Altitude"
    assert validator.is_valid(flight("100", stage="second"))
    assert not validator.is_valid(flight("100 m", stage="second"))
    assert not validator.is_valid(flight("100", planet="Mars"))


def test_a_property_of_no_plugin_is_taken_for_the_profile_s_own(run):
    validator = Draft202012Validator(json.loads(run("schema").stdout))

    assert validator.is_valid(flight("100 m", planet="Mars"))


def test_schema_writes_a_file(run, tmp_path):
    file = tmp_path / "profile.schema.json"
    result = run("schema", "--output", str(file))

    assert result.stdout == ""
    assert file.read_text(encoding="utf-8") == run("schema").stdout


@pytest.mark.parametrize("name", ["no/such/folder.json", "."])
def test_schema_tells_what_it_cannot_write(run, tmp_path, monkeypatch, name):
    monkeypatch.chdir(tmp_path)
    result = run("schema", "--output", name)

    assert result.exit_code == 2
    assert "--output" in result.stderr
