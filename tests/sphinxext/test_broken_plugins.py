"""What is wrong with plugins costs a site nothing but what they would have brought."""

import pytest

SECTIONS = """
from companyprofiles.hookspecs import Section, hookimpl

from docutils.nodes import Element

class Unknown(Element):
    pass

class Odd:
    def __reduce__(self):
        raise TypeError("not for the cache")

def nodes_of(make):
    def render(profile, context):
        from docutils import nodes
        return make(nodes)
    return render

def leave(nodes):
    raise SystemExit(3)

def odd(nodes):
    node = nodes.paragraph("", "odd")
    node["odd"] = Odd()
    return [node]

def unknown(nodes):
    return [nodes.paragraph("", "", Unknown())]

WRONG = {"leaves": leave, "texts": lambda _: ["text"], "none": lambda _: None, "odd": odd}
WRONG["unknown"] = unknown

@hookimpl
def companyprofiles_sections():
    for name, make in WRONG.items():
        yield Section(name, title={"en": name}, order=1, render=nodes_of(make))
    yield 5
"""
REFERENCE = (
    "company:vocabularies::",
    "company:properties::",
    "company:sections::",
    "company:exporters::",
    "company:checks::",
    "company:hook:: companyprofiles_sections",
)
VOCABULARY = """
from companyprofiles import Property
from companyprofiles.hookspecs import Vocabulary, hookimpl

SIZE = Property("size", "quantity", label={"en": "Size"}, description={"en": "How large."})

@hookimpl
def companyprofiles_vocabulary():
    yield Vocabulary("NAME", summary="S", properties=(SIZE,))
    yield Vocabulary("bad-NAME", summary="S", properties="no_such_module:X")
"""


@pytest.fixture
def site(new_site, tmp_path, monkeypatch):
    site = new_site()
    folder = site.companies.folder
    plugins = {
        "broken": "1 / 0",
        "leaving": "raise SystemExit",
        "sections": SECTIONS,
        "one": VOCABULARY.replace("NAME", "one"),
        "two": VOCABULARY.replace("NAME", "two"),
    }
    for name, code in plugins.items():
        site.companies.install_plugin(name, code)
    (folder / "companyprofiles_globex" / "__init__.py").write_text("raise SystemExit(1)")
    return site


def test_all_that_may_be_wrong_is_a_warning_each_and_the_page_is_there(site):
    site.settings["companyprofiles_pages"] = "all"
    site.write("all.rst", ":orphan:\n\n" + "".join(f".. {name}\n\n" for name in REFERENCE))
    site.build(quiet=False)
    told = {
        line.partition("WARNING: ")[2] for line in site.warnings.splitlines() if "WARNING" in line
    }

    assert "This section could not be made." in site.tree().with_id("leaves").text
    assert site.tree().with_id("statement-revenue-2023")
    for part in (
        "the plugin broken (broken 1.0) is left out: ZeroDivisionError: division by zero.",
        "the plugin leaving (leaving 1.0) is left out: SystemExit.",
        "the plugin sections (sections 1.0) failed in hook companyprofiles_sections: TypeError",
        "the plugin one (one 1.0) failed in the vocabulary 'bad-one': ModuleNotFoundError",
        "the section 'unknown' of the company acme could not be made: TypeError: no builder knows",
        "the section 'leaves' of the company acme could not be made: SystemExit: 3",
        "the section 'texts' of the company acme could not be made: TypeError: expected document",
        "the section 'none' of the company acme could not be made: TypeError",
        "the section 'odd' of the company acme could not be made: TypeError: not for the cache",
        "globex",
    ):
        assert [line for line in told if part in line], part
