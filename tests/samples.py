"""A small company, and distributions made up in a folder, for tests that need something real."""

import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from companyprofiles import Entity, Profile, Property, Reference, Source, Statement
from companyprofiles.testing import EXAMPLES, TemporaryDistributions

HEADER = """\
[profile]
id = "acme"
subject = "acme"
schema_version = 1
data_cut_off = "2026-11-23"
licence = "CC-BY-4.0"
languages = ["en", "zh"]
"""

THINGS = """\
[[entities]]
id = "acme"
kind = "group"
name = { en = "Acme", zh = "顶点" }

[[entities]]
id = "ann-lee"
kind = "person"
name = { en = "Ann Lee", zh = "李安" }

[[entities]]
id = "rocket"
kind = "product"
name = { en = "Rocket", zh = "火箭" }

[[sources]]
id = "report-2024"
title = { en = "Annual report 2024" }
kind = "regulatory_filing"
publisher = "Acme"
published = "2024-05-23"
url = "https://acme.example/report-2024"

[[sources]]
id = "repost"
title = { en = "Annual report, reposted" }
kind = "third_party"
mirror = true
"""

FACTS = """\
[[official_name]]
value = { en = "Acme Holding Limited", zh = "顶点控股有限公司" }
references = [{ source = "report-2024", locator = "cover" }]

[[revenue]]
key = "revenue-2023"
value = "868.7E9 CNY"
valid = "2022-04-01/2023-03-31"
references = [{ source = "report-2024", locator = "income statement" }]

[[revenue]]
key = "revenue-2024"
value = "941168E6 CNY"
valid = "2023-04-01/2024-03-31"
references = [{ source = "report-2024", locator = "income statement", as_printed = "941,168" }]

[[chief_executive]]
value = { holder = "ann-lee", role = { en = "Chief executive officer" } }
valid = "2015-05/.."
references = [{ source = "report-2024" }]

[[product]]
value = "rocket"
references = [{ source = "report-2024" }]

[[release]]
subject = "rocket"
value = "2020-06"
references = [{ source = "report-2024" }, { source = "repost" }]
"""

ACME = f"{HEADER}\n{THINGS}\n{FACTS}"
"""Everything in one file; it has no problem and no finding."""

MADE_UP = ACME.replace('"acme"\nsubject', '"made-up"\nsubject', 1)
"""The same as the profile of a company ``made-up``."""

HOSTILE = (EXAMPLES / "hostile" / "hostile.toml").read_text("utf-8")
"""Texts that mean something to whoever takes them for markup."""

EMPTY = """\
[profile]
id = "blank"
subject = "blank"

[[entities]]
id = "blank"
kind = "legal_entity"
name.en = "Blank"
"""
"""A company of which nothing is stated."""

RIGHT_TO_LEFT = """\
[profile]
id = "jawhara"
subject = "jawhara"
languages = ["ar", "en", "he"]

[[entities]]
id = "jawhara"
kind = "legal_entity"
name = { ar = "شركة الجوهرة (قابضة)", en = "Jawhara (Holding)" }

[[entities]]
id = "pnina"
kind = "legal_entity"
name.he = 'פנינה בע"מ'

[[sources]]
id = "report"
title.ar = "التقرير السنوي 2024 (الطبعة 2)"
publisher = "هيئة السوق"
kind = "regulatory_filing"
url = "https://jawhara.example/report"
published = "2025-03-02"

[[official_name]]
value = { ar = "شركة الجوهرة القابضة", en = "Jawhara Holding" }
references = [{ source = "report", locator = "p. 3", as_printed = "شركة الجوهرة القابضة (ش.م.ع)" }]

[[revenue]]
key = "revenue-2024"
value = "~12.5E6 SAR"
valid = "2024"
note.ar = "قبل المراجعة (2024)."
references = [{ source = "report", locator = "ص 12" }]

[[holding]]
key = "stake"
value = { party = "pnina", share = "40 %" }
valid = "2024-02"
references = [{ source = "report" }]

[[claim]]
key = "first"
value.ar = "الأولى في المنطقة منذ 1999."
modality = "claimed"
references = [{ source = "report", quote.ar = "الأولى في المنطقة" }]
"""
"""A company whose names are written from right to left, with digits and brackets among them."""

IN_CHINESE_ALONE = """\
[profile]
id = "yueliang"
subject = "yueliang"
languages = ["zh"]

[[entities]]
id = "yueliang"
kind = "legal_entity"
name.zh = "月亮"

[[sources]]
id = "nianbao"
title.zh = "年报"
publisher = "月亮"
kind = "self_declaration"

[[official_name]]
value.zh = "月亮股份有限公司"
references = [{ source = "nianbao", quote.zh = "月亮股份有限公司" }]
"""
"""A company whose names and texts are in Chinese, and in no other language."""


def write(folder: Path, text: str = ACME, *, name: str = "acme.toml") -> Path:
    """Write a data file into *folder*, which is made if need be, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def statement(prop: Property[Any], value: Any = None, **fields: Any) -> Statement[Any]:
    """Return a statement about the company itself, with a reference if none is given."""
    fields.setdefault("references", (Reference("report"),))
    return Statement(prop=prop, value=value, **fields)


def profile(*statements: Statement[Any], **fields: Any) -> Profile:
    """Return a profile of ``acme``, which has an entity ``ann-lee`` and a source ``report``."""
    fields.setdefault(
        "entities",
        (
            Entity("acme", "group", name={"en": "Acme"}),
            Entity("ann-lee", "person", name={"en": "Ann Lee"}),
        ),
    )
    fields.setdefault("sources", (Source("report", title={"en": "Report"}, kind="press"),))
    return Profile(id="acme", subject="acme", statements=statements, **fields)


class Site(TemporaryDistributions):
    """A folder on ``sys.path`` into which made-up distributions are installed."""

    def company(
        self, company_id: str, text: str = ACME, code: str = "", *, requires: Iterable[str] = ()
    ) -> None:
        """Install a profile without code."""
        super().company(company_id, text, code, requires=requires)


@contextmanager
def installed_site(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Put *folder* on ``sys.path``; afterwards forget the modules that came from it."""
    with Site(folder) as site:
        yield site


PROJECT = """\
[build-system]
requires = ["uv_build>=0.9,<0.14"]
build-backend = "uv_build"

[project]
name = "companyprofiles-acme"
version = "{version}"
requires-python = ">=3.11"

[project.entry-points."companyprofiles.profiles"]
acme = "companyprofiles_acme"
"""


def build(folder: Path, text: str = ACME, *, version: str = "1.0") -> tuple[Path, Path]:
    """Build a wheel and a source distribution of the company ``acme``, and return their paths.

    Args:
        folder: A folder to make, in which the distribution is written and built.
        text: Its one data file.
        version: Its version.
    """
    package = folder / "src/companyprofiles_acme"
    write(package / "data", text)
    (package / "__init__.py").write_text("raise SystemExit('nobody may run this')")
    (folder / "pyproject.toml").write_text(PROJECT.format(version=version))
    (folder / "dist").mkdir()
    code = "import uv_build; uv_build.build_wheel('dist'); uv_build.build_sdist('dist')"
    subprocess.run([sys.executable, "-c", code], cwd=folder, check=True, capture_output=True)
    (wheel,), (sdist,) = (folder / "dist").glob("*.whl"), (folder / "dist").glob("*.tar.gz")
    return wheel, sdist
