"""A folder of data files becomes a profile, or every problem of it, each with file and line."""

import pytest

import companyprofiles
from companyprofiles import Origin, PartialDate, Profile, Property, Quantity, Text, TextKind
from companyprofiles._reader import read_document, read_folder
from companyprofiles.errors import ProfileDataError
from companyprofiles.vocabulary import OFFICIAL_NAME, REVENUE
from tests.samples import ACME, FACTS, HEADER, THINGS, profile, write
from tests.strategies import VOCABULARY

KNOWN = {prop.name: prop for prop in VOCABULARY}
AFTER_ACME = ACME.count("\n")
"""Lines of the good profile, to which tests append what is wrong."""
SIZE = """
[[properties]]
name = "size"
value_type = "quantity"
time = "instant"
unit = "parameters"
topic = "products"
label = { en = "Size", zh = "规模" }
description = { en = "How large it is." }
"""
REFERENCES = 'references = [{ source = "report-2024" }]\n'


def read(folder):
    return read_folder(folder, KNOWN, Origin("here"))


def problems(folder):
    """Return the lines of all problems, without the folder."""
    with pytest.raises(ProfileDataError) as caught:
        read(folder)
    return [str(problem).removeprefix("here: ") for problem in caught.value.problems]


def test_a_folder_becomes_a_profile(tmp_path):
    acme = read(write(tmp_path))

    assert acme.id == "acme"
    assert acme.data_cut_off == PartialDate.parse("2026-11-23")
    assert acme.languages == ("en", "zh")
    assert acme.latest(REVENUE).references[0].as_printed == "941,168"
    assert acme.of("rocket")["release"].value == PartialDate.parse("2020-06")
    assert acme.origin == Origin("here", files=(tmp_path / "acme.toml",))


def test_the_author_splits_the_files_as_he_likes(tmp_path):
    write(tmp_path / "many", FACTS, name="a.toml")
    write(tmp_path / "many", THINGS, name="b.toml")
    write(tmp_path / "many", HEADER, name="c.toml")

    assert read(tmp_path / "many") == read(write(tmp_path / "one"))


def test_a_text_in_two_languages_is_two_statements(tmp_path):
    acme = read(write(tmp_path))

    assert [s.value for s in acme.all(OFFICIAL_NAME)] == [
        Text("Acme Holding Limited", "en"),
        Text("顶点控股有限公司", "zh"),
    ]


def test_the_key_of_a_text_in_two_languages_gets_the_language(tmp_path):
    facts = f"""
[[alias]]
key = "brand"
value = {{ en = "Zenith", zh-Hans = "顶峰" }}
{REFERENCES}
[[alias]]
key = "one"
value = {{ en = "One" }}
{REFERENCES}
[[alias]]
key = "long"
value = {{ text = "Gipfel", lang = "de", kind = "translation" }}
{REFERENCES}"""
    acme = read(write(tmp_path, ACME + facts))

    assert [s.key for s in acme.all("alias")] == ["brand-en", "brand-zh-hans", "one", "long"]
    assert acme.statement("long").value == Text("Gipfel", "de", kind=TextKind.TRANSLATION)


def test_a_language_map_is_one_statement(tmp_path):
    claim = f'[[claim]]\nvalue = {{ en = "It flies.", zh = "会飞。" }}\n{REFERENCES}'

    assert len(read(write(tmp_path, ACME + claim)).all("claim")) == 1


def test_a_profile_may_have_properties_of_its_own(tmp_path):
    acme = read(write(tmp_path, f'{ACME}{SIZE}[[size]]\nvalue = "10E9"\n{REFERENCES}'))

    assert acme["size"].value == Quantity(amount="10E9", unit="parameters")
    assert [prop.name for prop in acme.properties] == ["size"]


def test_a_property_may_be_defined_after_its_use_and_in_another_file(tmp_path):
    write(tmp_path, f'{ACME}[[size]]\nvalue = "10E9"\n{REFERENCES}')
    write(tmp_path, SIZE, name="properties.toml")

    assert len(read(tmp_path).all("size")) == 1


def test_what_is_read_is_what_plain_data_says(tmp_path):
    acme = read(write(tmp_path, f'{ACME}{SIZE}[[size]]\nvalue = "10E9"\n{REFERENCES}'))

    assert read_document(acme.to_dict(), KNOWN) == acme == Profile.from_dict(acme.to_dict())


def test_public_load_reads_a_folder(tmp_path):
    acme = companyprofiles.load(write(tmp_path))

    assert acme == companyprofiles.load(str(tmp_path)) == read(tmp_path)
    assert str(acme.origin) == str(tmp_path)


def test_problems_of_all_files_are_told_together_in_the_order_of_files_and_lines(tmp_path):
    write(tmp_path, ACME.replace('"report-2024"\ntitle', '"report-2025"\ntitle'), name="b.toml")
    write(tmp_path, '[[revenu]]\nvalue = 5\n[[entities]]\nid = "x"\n', name="a.toml")
    write(tmp_path, "[[claim]]\nvalue = 5\n[[claim]]\n", name="c.toml")
    found = problems(tmp_path)
    lines = ACME.splitlines()
    referring = [n for n, line in enumerate(lines, 1) if line.startswith("references")]

    assert [line.split(": ")[0] for line in found] == [
        *("a.toml:1", "a.toml:3", "a.toml:3"),
        *(f"b.toml:{number}" for number in referring),
        *("c.toml:1", "c.toml:2", "c.toml:3"),
    ]


def test_a_problem_that_two_languages_share_is_told_once(tmp_path):
    names = '[[alias]]\nvalue = { en = "A", zh = "B", de = "C" }\nkolour = 1\n'

    assert [line.split(": ")[1] for line in problems(write(tmp_path, ACME + names))] == [
        "alias[0].references",
        "alias[0].kolour",
    ]


def test_every_language_is_checked(tmp_path):
    names = f'[[alias]]\nvalue = {{ en = "", english = "B", zh = "C" }}\n{REFERENCES}'
    first, second = problems(write(tmp_path, ACME + names))

    assert "must be a text that is not empty" in first
    assert "must be a language tag" in second


def test_a_key_that_is_no_string_is_told_also_with_two_languages(tmp_path):
    names = f'[[alias]]\nkey = 5\nvalue = {{ en = "A", zh = "B" }}\n{REFERENCES}'

    (line,) = problems(write(tmp_path, ACME + names))

    assert line.startswith(f"acme.toml:{AFTER_ACME + 2}: alias[0].key: must be an id of lower-case")


def test_what_refers_to_a_broken_record_is_no_further_problem(tmp_path):
    text = ACME.replace('kind = "product"', 'kind = "productt"')
    (line,) = problems(write(tmp_path, text))

    assert "entities[2].kind: must be one of" in line


def test_a_key_in_two_languages_that_is_broken_is_no_further_problem(tmp_path):
    facts = f"""
[[alias]]
key = "brand"
value = {{ en = "A", zh = "" }}
{REFERENCES}
[[claim]]
value = {{ en = "Both." }}
derived_from = ["brand-en", "brand-zh"]
{REFERENCES}"""
    (line,) = problems(write(tmp_path, ACME + facts))

    assert "alias[0].value: must be a text that is not empty" in line


def test_what_a_broken_statement_refers_to_is_looked_up_too(tmp_path):
    facts = """
[[claim]]
value = 5
subject = "acmee"
references = [{ source = "report-2025", attributed_to = "ann-le" }]
"""
    found = problems(write(tmp_path, ACME + facts))

    assert [line.split(": ")[1] for line in found] == [
        "claim[0].value",
        "claim[0].subject",
        "claim[0].references[0].source",
        "claim[0].references[0].attributed_to",
    ]


@pytest.mark.parametrize("unread", ["THINGS", "HEADER", "SIZE"])
def test_what_a_file_that_cannot_be_parsed_would_have_said_is_no_further_problem(tmp_path, unread):
    parts = {
        "HEADER": HEADER,
        "THINGS": THINGS,
        "SIZE": SIZE,
        "FACTS": f'{FACTS}[[size]]\nvalue = "5"\n{REFERENCES}',
    }
    for name, text in parts.items():
        write(tmp_path, text + ("x = \n" if name == unread else ""), name=f"{name}.toml")
    (line,) = problems(tmp_path)

    assert line.startswith(f"{unread}.toml:")
    assert "must be TOML: Invalid value" in line


@pytest.mark.parametrize(
    "text, message",
    [
        ("", "a.toml:1: must have one [profile] table."),
        (THINGS, "a.toml:1: must have one [profile] table."),
        ("profile = 5", "a.toml:1: profile: must be a table, got 5."),
        ("[[profile]]", "a.toml:1: profile: must be a table, got [{}]."),
        (HEADER + "[revenue]", "a.toml:8: revenue: must be a list of tables, got {}. Write [[rev"),
        (HEADER + "revenue = 5", "a.toml:8: profile.revenue: must be one of the keys id, subject,"),
        (
            "revenue = 5\n" + HEADER,
            "a.toml:1: revenue: must be a list of tables, got 5. Write [[re",
        ),
        ("claim = [5]\n" + HEADER, "a.toml:1: claim[0]: must be a table, got 5."),
        ("entities = [5]\n" + HEADER, "a.toml:1: entities[0]: must be a table, got 5."),
        (
            HEADER + "[[statements]]",
            "a.toml:8: statements: must be left out: a table is named",
        ),
        (
            HEADER + "[coverage]",
            "a.toml:8: coverage: must be a list of tables, got {}. Write",
        ),
        (
            HEADER + "[[Revenue]]",
            "a.toml:8: Revenue[0]: must be a known property, got 'Revenue'. Did",
        ),
        (HEADER + '[["a b"]]', "a.toml:8: 'a b'[0]: must be a known property, got 'a b'. Define"),
    ],
)
def test_a_text_of_another_form_is_refused(tmp_path, text, message):
    found = problems(write(tmp_path, text, name="a.toml"))

    assert any(line.startswith(message) for line in found), found


@pytest.mark.parametrize(
    "key, message",
    [
        ('id = "0000000000000000"', "claim[0].id: must be one of the keys value, absent, subject"),
        ('prop = "claim"', "claim[0].prop: must be left out: the table is named after the prop"),
    ],
)
def test_what_follows_from_the_rest_is_not_the_author_s_to_write(tmp_path, key, message):
    facts = f'[[claim]]\n{key}\nvalue = {{ en = "It flies." }}\n{REFERENCES}'
    (line,) = problems(write(tmp_path, ACME + facts))

    assert line.startswith(f"acme.toml:{AFTER_ACME + 2}: {message}")


def test_a_second_profile_table_is_told_with_the_place_of_the_first(tmp_path):
    write(tmp_path, ACME, name="a.toml")
    write(tmp_path, HEADER, name="b.toml")

    assert problems(tmp_path) == [
        "b.toml:1: profile: must be given once, got a second [profile] table besides a.toml:1."
    ]


def test_a_property_is_defined_once(tmp_path):
    text = ACME + SIZE + SIZE + SIZE.replace('"size"', '"parent"')

    assert [line.partition(": ")[2] for line in problems(write(tmp_path, text))] == [
        "properties[1].name: must be a name that no other property has, got 'size'. Rename it.",
        "properties[2].name: must be a name that no other property has, got 'parent'. Rename it.",
    ]


def test_a_profile_s_own_property_goes_before_one_of_a_plugin(tmp_path):
    plugins = Property("size", "text", label={"en": "Garment size"}, description={"en": "A size."})
    folder = write(tmp_path, f'{ACME}{SIZE}[[size]]\nvalue = "10E9"\n{REFERENCES}')
    acme = read_folder(folder, {**KNOWN, "size": plugins}, Origin("here"))

    assert acme["size"].prop.unit == "parameters"
    assert acme["size"].value == Quantity(amount="10E9", unit="parameters")


def test_near_names_are_looked_for_with_bounded_effort(tmp_path):
    text = HEADER + THINGS + "".join(f"[[revenu{number}]]\n" for number in range(2000))
    found = problems(write(tmp_path, text))

    assert len(found) == 2000
    assert 500 < sum("Did you mean 'revenue'?" in line for line in found) < 1500


def test_an_empty_folder_is_a_problem(tmp_path):
    assert problems(tmp_path) == [
        (
            f"must be a folder with *.toml files, got '{tmp_path}'. It has none. "
            "Put the *.toml files of a profile there; "
            "if it is installed, its distribution lacks them."
        )
    ]


def test_a_profile_needs_no_statement(tmp_path):
    assert len(read(write(tmp_path, HEADER + THINGS))) == 0
    assert profile().statements == ()
