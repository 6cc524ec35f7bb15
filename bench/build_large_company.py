"""What the page of a company costs that has very many statements: time and memory."""

import tempfile
from pathlib import Path

from _measure import Goal, arguments, finish, python, table

BUILD = """
from pathlib import Path
from companyprofiles._distributions import MadeUpDistributions
from companyprofiles._site.build import SiteBuilder
from companyprofiles._site.folders import companies_in, install

with MadeUpDistributions(Path({folder!r}) / "installed") as site:
    install(companies_in(Path({folder!r}) / "data"), site)
    report = SiteBuilder(output=Path({folder!r}) / "site", companies=["large"]).build()
assert report.statements == {count}, report
assert not report.problems, report
"""

HEADER = """
[profile]
id = "large"
subject = "large"
languages = ["en"]

[[entities]]
id = "large"
kind = "legal_entity"
name.en = "Large"
"""

THING = """
[[entities]]
id = "product-{number}"
kind = "product"
name.en = "Product {number}"

[[sources]]
id = "source-{number}"
title.en = "Report {number}"
publisher = "Press"
kind = "press"
"""

STATEMENT = """
[[users]]
subject = "product-{thing}"
value = "{number}E3 users"
valid = "{year}"
references = [{{ source = "source-{thing}", locator = "p. {number}" }}]
"""

A_THING, A_FILE = 10, 2500
"""Statements about one thing, and in one file."""


def fabricate(folder: Path, count: int) -> None:
    """Write the data of a company with as many statements, about a tenth as many things."""
    folder.mkdir()
    things = "".join(THING.format(number=number) for number in range(count // A_THING))
    (folder / "large.toml").write_text(HEADER + things)
    statements = [
        STATEMENT.format(number=number, thing=number // A_THING, year=2010 + number % A_THING)
        for number in range(count)
    ]
    for start in range(0, count, A_FILE):
        text = "".join(statements[start : start + A_FILE])
        (folder / f"statements-{start}.toml").write_text(text)


def main() -> None:
    quick = arguments(__doc__).parse_args().quick
    measured = {}
    for count in (500, 1000) if quick else (2000, 20_000):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            fabricate(folder / "data", count)
            run = python(BUILD.format(folder=name, count=count))
            size = (folder / "site" / "large.html").stat().st_size
        measured[count] = {
            "cpu_s": round(run.seconds, 1),
            "peak_mib": round(run.peak),
            "page_mib": round(size / 2**20, 1),
        }
    rows = [(count, *row.values()) for count, row in measured.items()]
    table(("statements", "CPU s", "MiB at most", "page MiB"), rows)
    (few, some), (many, all_) = measured.items()
    growth = (all_["cpu_s"] / many) / (some["cpu_s"] / few)
    goals = [Goal(f"CPU a statement, {many} against {few}", 1.25, growth)]
    finish("build_large_company", {"by_statements": measured}, goals, kept=not quick)


if __name__ == "__main__":
    main()
