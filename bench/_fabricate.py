"""Company profiles made up for measuring, in folders that look like those of installed packages."""

from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from _measure import ALIBABA

GROUP, CAPABILITIES = "companyprofiles.profiles", "companyprofiles.plugins"

INIT = '"""The data of one company, made up."""\n'
METADATA = """\
Metadata-Version: 2.4
Name: {name}
Version: 1.0
Summary: Facts about {company}, made up
License-Expression: MIT AND CC-BY-4.0
Requires-Dist: companyprofiles>=0.1,<0.2
Requires-Dist: companyprofiles-ai-models>=0.1,<0.2
Requires-Python: >=3.11
Description-Content-Type: text/markdown

"""

CAPABILITY = '''\
"""A format, made up."""

from companyprofiles.hookspecs import Exporter, hookimpl


@hookimpl
def companyprofiles_exporters():
    return [
        Exporter("{name}", summary="Made up", media_type="x/y", suffix=".x", export="x:export")
    ]
'''

SMALL = """\
[profile]
id = "{company}"
subject = "company"
schema_version = 1
data_cut_off = "2026-01-31"
licence = "CC-BY-4.0"
languages = ["en"]

[[entities]]
id = "company"
kind = "legal_entity"
name = {{ en = "Company {company}" }}

[[entities]]
id = "founder"
kind = "person"
name = {{ en = "Founder of {company}" }}

[[sources]]
id = "report"
title = {{ en = "Annual report" }}
publisher = "Company {company}"
published = "2025-05-15"
url = "https://example.org/{company}/report"
kind = "self_declaration"

[[official_name]]
value = {{ en = "Company {company} Limited" }}
references = [{{ source = "report", locator = "cover" }}]

[[inception]]
value = "2001-02-03"
references = [{{ source = "report", locator = "page 3" }}]

[[founder]]
value = "founder"
references = [{{ source = "report", locator = "page 3" }}]

[[revenue]]
value = "12E6 USD"
valid = "2023"
references = [{{ source = "report", locator = "page 9" }}]

[[revenue]]
value = "15E6 USD"
valid = "2024"
references = [{{ source = "report", locator = "page 9" }}]

[[employees]]
value = "340 people"
valid = "2024-12-31"
references = [{{ source = "report", locator = "page 12" }}]
"""


def company_id(number: int) -> str:
    """Return the id of the company with that number: ``c0000`` and so on."""
    return f"c{number:04}"


def small(company: str) -> dict[str, str]:
    """Return the one data file of a small profile."""
    return {"profile.toml": SMALL.format(company=company)}


def rich(company: str) -> dict[str, str]:
    """Return Alibaba's data files under another id."""
    files = {path.name: path.read_text("utf-8") for path in sorted(ALIBABA.glob("*.toml"))}
    old = files["profile.toml"]
    files["profile.toml"] = old.replace('\nid = "alibaba"\n', f'\nid = "{company}"\n', 1)
    if files["profile.toml"] == old:
        raise LookupError("the id of the profile was not found")
    return files


def install(folder: Path, company: str, files: Mapping[str, str]) -> None:
    """Write a distribution with the profile of one company into a folder of packages."""
    name = f"companyprofiles-{company}"
    package = name.replace("-", "_")
    data = folder / package / "data"
    data.mkdir(parents=True)
    (data.parent / "__init__.py").write_text(INIT, "utf-8")
    for file, text in files.items():
        (data / file).write_text(text, "utf-8")
    readme = (ALIBABA.parents[2] / "README.md").read_text("utf-8")
    described = METADATA.format(name=name, company=company) + readme
    _write_info(folder / f"{package}-1.0.dist-info", described, f"{company} = {package}")


def install_capability(folder: Path, number: int) -> None:
    """Write a distribution with a plugin that offers a format into a folder of packages."""
    name = f"format-{number:04}"
    package = f"companyprofiles_{name}".replace("-", "_")
    (folder / package).mkdir(parents=True)
    (folder / package / "__init__.py").write_text(CAPABILITY.format(name=name), "utf-8")
    described = METADATA.format(name=f"companyprofiles-{name}", company=name)
    entry_point = f"{name} = {package}"
    _write_info(folder / f"{package}-1.0.dist-info", described, entry_point, CAPABILITIES)


def hide_installed(folder: Path) -> None:
    """Shadow the profiles that are really installed, so that only made-up ones are found."""
    for entry_point in metadata.entry_points(group=GROUP):
        name = entry_point.dist.name if entry_point.dist else entry_point.name
        described = METADATA.format(name=name, company="nobody")
        _write_info(folder / f"{name.replace('-', '_')}-0.dist-info", described, "")


def _write_info(info: Path, described: str, entry_point: str, group: str = GROUP) -> None:
    info.mkdir(parents=True, exist_ok=True)
    (info / "METADATA").write_text(described, "utf-8")
    text = f"[{group}]\n{entry_point}\n" if entry_point else ""
    (info / "entry_points.txt").write_text(text, "utf-8")
