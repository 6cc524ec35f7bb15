"""Real Sphinx builds of small sites, with companies installed in a temporary folder."""

import io
import re
import shutil
import sys
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from textwrap import dedent
from typing import Self

import pytest
from sphinx.application import Sphinx
from sphinx.locale import translators
from sphinx.util.docutils import docutils_namespace, patch_docutils

from companyprofiles._catalog import installed
from companyprofiles._distributions import forget_modules
from tests.samples import HOSTILE

ANSI = re.compile(r"\x1b\[[0-9;]*m")

ACME = """
[profile]
id = "acme"
subject = "acme"
data_cut_off = "2026-11-01"
licence = "CC-BY-4.0"
languages = ["en", "zh"]
note.en = "Made up for tests."

[[properties]]
name = "parameters"
label = { en = "Parameters", zh = "参数量" }
description.en = "How large it is."
value_type = "quantity"
time = "instant"
unit = "parameters"
topic = "products"

[[entities]]
id = "acme"
kind = "legal_entity"
name = { en = "Acme", zh = "艾克米" }

[[entities]]
id = "anvil"
kind = "product"
name = { en = "Anvil", zh = "铁砧" }

[[entities]]
id = "coy"
kind = "person"
name.en = "Coy Ote"

[[entities]]
id = "globex"
kind = "legal_entity"
name.en = "Globex"
profile = "globex"

[[entities]]
id = "round-a"
kind = "event"
name.en = "Globex: series A"

[[sources]]
id = "annual-report"
title.en = "Annual report"
kind = "self_declaration"
publisher = "Acme Inc."
author = "Jane Doe"
published = "2024-06?"
url = "https://acme.example/report?a=1&b=2"
licence = "CC0-1.0"

[[sources]]
id = "gazette"
title.zh = "公报"
kind = "press"
publisher = "Gazette"
mirror = true

[[sources]]
id = "unused"
title.en = "Read for nothing"
kind = "press"

[[official_name]]
key = "name"
value = { en = "Acme Incorporated", zh = "艾克米股份有限公司" }
references = [{ source = "annual-report", locator = "cover" }]

[[revenue]]
key = "revenue-2023"
value = "941168E6 CNY"
valid = "2023-04-01/2024-03-31"
references = [{ source = "annual-report", locator = "p. 88" }, { source = "gazette" }]

[[revenue]]
key = "revenue-2023-wrong"
value = "717.28E9 CNY"
valid = "2023-04-01/2024-03-31"
rank = "deprecated"
because.en = "Cut off, not rounded."
replaced_by = "revenue-2023"
references = [{ source = "gazette", locator = "page 1", as_printed = "717.28 billion" }]

[[parameters]]
key = "anvil-10t"
subject = "anvil"
value = "10E12"
valid = "2021-10"
references = [{ source = "annual-report" }]

[[parameters]]
key = "anvil-10t-wrong"
subject = "anvil"
value = "10E12"
valid = "2020-10"
rank = "deprecated"
because.en = "Out of order."
replaced_by = "anvil-10t"
references = [{ source = "gazette", locator = "paragraph 5" }]

[[product]]
value = "anvil"
references = [{ source = "annual-report" }]

[[chief_executive]]
key = "ceo"
value = { holder = "coy", role.en = "Chief executive officer" }
valid = "2015-05/.."
references = [{ source = "annual-report" }]

[[holding]]
key = "stake"
value = { party = "globex", share = "~36 %" }
valid = "2024-02"
references = [{ source = "gazette" }]

[[occurred]]
subject = "round-a"
value = "2024-02-19"
references = [{ source = "gazette" }]

[[raised]]
subject = "round-a"
value = ">1E9 USD"
references = [{ source = "gazette" }]

[[claim]]
key = "best"
value.en = "The best of all anvils."
modality = "claimed"
valid = "2024"
references = [{ source = "gazette", locator = "paragraph 7", attributed_to = "coy" }]

[[plan]]
key = "moon"
value.en = "An anvil on the moon."
modality = "planned"
references = [{ source = "gazette", locator = "p. 2", quote = { zh = "月球" } }]

[[employees]]
valid = "2024"
absent = "withheld"
because.en = "The company does not say."
references = [{ source = "annual-report" }]
"""

GLOBEX = """
[profile]
id = "globex"
subject = "globex"
languages = ["en"]

[[entities]]
id = "globex"
kind = "legal_entity"
name.en = "Globex"

[[sources]]
id = "site"
title.en = "Web site"
kind = "self_declaration"

[[inception]]
key = "founded"
value = "1989"
references = [{ source = "site" }]
"""

COMPANIES = {"acme": ACME, "globex": GLOBEX, "hostile": HOSTILE}


VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass
class Element:
    """An element of a page."""

    tag: str
    attributes: dict[str, str | None]
    parent: Self | None = None
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(c if isinstance(c, str) else c.text for c in self.children)

    @property
    def id(self) -> str:
        return self.attributes.get("id") or ""

    @property
    def classes(self) -> list[str]:
        return (self.attributes.get("class") or "").split()

    def walk(self):
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def all(self, tag: str = "", cls: str = "") -> list["Element"]:
        return [
            element
            for element in self.walk()
            if (not tag or element.tag == tag) and (not cls or cls in element.classes)
        ]

    def with_id(self, name: str) -> "Element":
        found = [element for element in self.walk() if element.id == name]
        assert len(found) == 1, f"{len(found)} elements have the id {name!r}"
        return found[0]

    def around(self, *tags: str) -> "Element":
        """Return the nearest element around this one that has one of the tags."""
        element = self.parent
        while element is not None and element.tag not in tags:
            element = element.parent
        assert element is not None
        return element


class Reader(HTMLParser):
    """Makes elements of HTML, and insists that they nest."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.open = Element("#document", {})

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs), self.open)
        self.open.children.append(element)
        if tag not in VOID:
            self.open = element

    def handle_startendtag(self, tag, attrs):
        self.open.children.append(Element(tag, dict(attrs), self.open))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        while self.open.parent is not None and self.open.tag != tag:
            self.open = self.open.parent
        if self.open.parent is not None:
            self.open = self.open.parent

    def handle_data(self, data):
        self.open.children.append(data)


def read_page(html: str) -> Element:
    """Return the main part of a page."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    bodies = [e for e in reader.root.walk() if e.attributes.get("role") == "main"]
    return bodies[0] if bodies else reader.root


class Companies:
    """A folder on the path that companies are installed in."""

    def __init__(self, folder: Path, path: pytest.MonkeyPatch):
        self.folder = folder
        self.path = path
        folder.mkdir(parents=True, exist_ok=True)

    def enter(self) -> None:
        """Make these the companies that are installed, and those of no other site."""
        forget_modules(self.folder.parents[1])
        others = [entry for entry in sys.path if Path(entry).name != self.folder.name]
        self.path.setattr(sys, "path", [str(self.folder), *others])

    def data(self, name: str) -> Path:
        return self.folder / f"companyprofiles_{name}" / "data" / f"{name}.toml"

    def install(self, name: str, text: str, version: str = "1.0") -> None:
        self.data(name).parent.mkdir(parents=True, exist_ok=True)
        (self.data(name).parent.parent / "__init__.py").touch()
        self.data(name).write_text(text, "utf-8")
        metadata = self._metadata(name)
        metadata.mkdir(exist_ok=True)
        distribution = f"companyprofiles-{name}"
        (metadata / "METADATA").write_text(
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n"
        )
        (metadata / "entry_points.txt").write_text(
            f"[companyprofiles.profiles]\n{name} = companyprofiles_{name}\n"
        )

    def install_plugin(self, name: str, code: str) -> None:
        """Install a plugin of one module."""
        (self.folder / f"{name}_plugin.py").write_text(dedent(code))
        metadata = self.folder / f"{name}-1.0.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Name: {name}\nVersion: 1.0\n")
        (metadata / "entry_points.txt").write_text(
            f"[companyprofiles.plugins]\n{name} = {name}_plugin\n"
        )

    def uninstall(self, name: str) -> None:
        shutil.rmtree(self._metadata(name))

    def _metadata(self, name: str) -> Path:
        return self.folder / f"companyprofiles_{name}-1.0.dist-info"


class Site:
    """A site's source folder, and its builds."""

    def __init__(self, folder: Path, companies: Companies):
        self.source = folder / "source"
        self.output = folder / "output"
        self.companies = companies
        self.source.mkdir(parents=True)
        self.settings: dict[str, object] = {
            "extensions": ["companyprofiles.sphinxext"],
            "companyprofiles_pages": ["acme", "globex", "hostile"],
            "companyprofiles_comparisons": [],
            "project": "Site",
            "version": "1",
            "copyright": "nobody",
            "nitpicky": True,
            "man_pages": [("companies/acme", "acme", "Acme", "", 1)],
        }
        self.write("conf.py", "")
        self.write("index.rst", "Site\n====\n\n.. toctree::\n\n   companies/index\n")
        self.status = self.warnings = ""
        self.read: list[str] = []

    def write(self, name: str, text: str) -> None:
        path = self.source / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def build(
        self, builder: str = "html", *, parallel: int = 1, quiet: bool = True, to: str = ""
    ) -> Path:
        """Build the site, and note what was read and what was warned of."""
        self.companies.enter()
        installed.cache_clear()
        # Sphinx keeps the words of an earlier site of another language.
        translators.clear()
        status, warnings, self.read = io.StringIO(), io.StringIO(), []
        output = self.output / (to or builder)
        doctrees = self.output / f"doctrees-{to}"
        with patch_docutils(self.source), docutils_namespace():
            app = Sphinx(
                srcdir=self.source,
                confdir=self.source,
                outdir=output,
                doctreedir=doctrees,
                buildername=builder,
                confoverrides=deepcopy(self.settings),  # intersphinx changes them
                status=status,
                warning=warnings,
                parallel=parallel,
                keep_going=True,
            )
            app.connect("env-before-read-docs", lambda app, env, docs: self.read.extend(docs))
            app.build()
        self.status = ANSI.sub("", status.getvalue())
        self.warnings = ANSI.sub("", warnings.getvalue())
        self.app = app
        if quiet:
            assert self.warnings == ""
        return output

    def page(self, name: str = "companies/acme", builder: str = "html") -> str:
        return (self.output / builder / f"{name}.html").read_text("utf-8")

    def tree(self, name: str = "companies/acme") -> Element:
        return read_page(self.page(name))


@pytest.fixture(scope="module")
def module_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch
    installed.cache_clear()
    forget_modules(tmp_path_factory.getbasetemp())


@pytest.fixture(scope="module")
def new_site(
    tmp_path_factory: pytest.TempPathFactory, module_path: pytest.MonkeyPatch
) -> "type[Site]":
    """Make sites that have the three companies."""

    def make() -> Site:
        folder = tmp_path_factory.mktemp("site")
        companies = Companies(folder / "companies_of_a_test", module_path)
        for name, text in COMPANIES.items():
            companies.install(name, text)
        return Site(folder, companies)

    return make
