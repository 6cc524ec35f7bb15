"""Building a site with a page for each of N companies, against the same pages written by hand.

Four sites have the same words: ours, reStructuredText and MyST with the theme furo, and Markdown
with mkdocs-material, which makes HTML alone. A fifth has no links back from the sources. Our first
build also draws charts and writes the downloads, which the others do not have; both are kept, so
that it is reported apart.
"""

import argparse
import re
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from _fabricate import company_id, rich, small
from _measure import Goal, Run, arguments, finish, table
from _sites import (
    LEAN,
    MKDOCS,
    MYST,
    OURS,
    REST,
    OurSite,
    Site,
    change_page,
    change_pictures,
    our_site,
    set_up,
    sites_by_hand,
)

FIRST, FULL, NOTHING, ONE = "first", "full", "nothing changed", "one changed"
DRAWN = "one drawn"
"""Everything at first, all pages again, what changed of one, and of one and its pictures."""
BUILDS = (FIRST, FULL, NOTHING, ONE, DRAWN)
FEW, MANY = 250, 1000
"""Numbers of small companies, to see whether the cost of a page stays the same."""


def documents(done: Run) -> tuple[int, int]:
    """Return how many documents a build of Sphinx read, and how many it wrote."""
    found = re.search(r"(\d+) added, (\d+) changed, \d+ removed", done.output)
    read = int(found[1]) + int(found[2]) if found else 0
    return read, len(re.findall(r"writing output\.\.\. \[", done.output))


def measured_with(count: int, repetitions: int) -> dict[str, Any]:
    """Build the sites of *count* companies in turns, and return every run and the pages' sizes."""
    names = [company_id(number) for number in range(count)]
    with tempfile.TemporaryDirectory() as folder:
        ours = our_site(Path(folder), count, rich)
        ours.build()
        made = {OURS: ours, **sites_by_hand(Path(folder), ours, names)}
        runs: dict[str, dict[str, list[Run]]] = {name: {} for name in made}
        for turn in range(repetitions):
            for name, site in made.items():
                for build, done in _builds(site, names[0], turn):
                    runs[name].setdefault(build, []).append(done)
        return {
            name: {
                "builds": {build: _figures(done) for build, done in runs[name].items()},
                "page_kib": round(site.page(names[0]).stat().st_size / 1024, 1),
                "words": words(site.page(names[0])),
            }
            for name, site in made.items()
        }


def _builds(site: Site, name: str, turn: int) -> list[tuple[str, Run]]:
    if isinstance(site, OurSite):
        done = [(FIRST, site.build_first()), (FULL, site.build_all())]
        change_pictures(site, name, turn)
        done.append((DRAWN, site.build()))
    else:
        done = [(FULL, site.build_first())]
    done.append((NOTHING, site.build()))
    change_page(site, name, turn)
    return [*done, (ONE, site.build())]


def words(page: Path) -> int:
    """Return how many words of text a page has."""
    article = page.read_text("utf-8").partition("<article")[2].partition("</article>")[0]
    return len(re.findall(r"\w+", re.sub(r"<[^>]*>", "", article)))


def _figures(done: Sequence[Run]) -> dict[str, Any]:
    cheapest = min(done, key=lambda one: one.seconds)
    read, written = documents(cheapest)
    return {
        "cpu_s": round(cheapest.seconds, 3),
        "cpu_s_of_each": [round(one.seconds, 3) for one in done],
        "documents_read": read,
        "documents_written": written,
        "peak_mib": round(max(one.peak for one in done), 1),
    }


def a_page(count: int, many: Mapping[str, Any], one: Mapping[str, Any], build: str = FULL) -> float:
    """Return the CPU seconds of a page: what a build takes beyond that of a single page."""
    full, single = (site["builds"][build]["cpu_s"] for site in (many, one))
    return (full - single) / (count - 1)


def memory(count: int, many: Mapping[str, Any], one: Mapping[str, Any]) -> float:
    """Return the GiB of memory that a thousand pages take."""
    full, single = (site["builds"][FULL]["peak_mib"] for site in (many, one))
    return (full - single) / (count - 1) * 1000 / 1024


def measured_growth() -> dict[str, Any]:
    """Build sites of many small companies, with and without anything new to be done."""
    found = {}
    for count in (1, FEW, MANY):
        with tempfile.TemporaryDirectory() as folder:
            site = our_site(Path(folder), count, small)
            done = [(FIRST, site.build_first()), (FULL, site.build_all()), (NOTHING, site.build())]
            found[str(count)] = {"builds": {build: _figures([one]) for build, one in done}}
    return found


def goals(measured: Mapping[str, Any], pages: Mapping[str, float], growth: float) -> list[Goal]:
    """Compare ours with the pages written by hand."""

    def cost(site: str, build: str) -> float:
        return measured[site]["builds"][build]["cpu_s"]

    def size(site: str) -> float:
        return measured[site]["page_kib"]

    found = []
    for site in (REST, MYST, LEAN):
        updated = cost(OURS, ONE) / (cost(site, NOTHING) + pages[site])
        found += [
            Goal(f"a page / {site}", 0.75, pages[OURS] / pages[site]),
            Goal(f"one changed / nothing changed + one page, {site}", 1.2, updated),
        ]
    found.append(Goal(f"size of a page / {REST}", 1.25, size(OURS) / size(REST)))
    found.append(Goal(f"a page of {MANY} small ones / of {FEW}", 1.2, growth))
    return found


def show(count: int, measured: Mapping[str, Any], columns: Mapping[str, Mapping[str, Any]]) -> None:
    """Print the figures of all sites."""
    print(f"{count} companies, -j1; CPU seconds, documents read / written\n")
    rows = []
    for name, site in measured.items():
        texts = [
            f"{b['cpu_s']:.2f} ({b['documents_read']}/{b['documents_written']})" if b else "-"
            for b in (site["builds"].get(build) for build in BUILDS)
        ]
        more = [column[name] for column in columns.values()]
        rows.append((name, *texts, *more, site["page_kib"], site["words"]))
    table(("site", *BUILDS, *columns, "KiB a page", "words"), rows)


def show_growth(measured: Mapping[str, Any]) -> None:
    """Print the figures of our sites of small companies."""
    one = measured["1"]
    table(
        ("small companies", "first, s", "full, s", "ms a page", "nothing changed, s", "peak MiB"),
        [
            (
                count,
                *(site["builds"][build]["cpu_s"] for build in (FIRST, FULL)),
                "-" if count == "1" else f"{a_page(int(count), site, one) * 1e3:.1f}",
                site["builds"][NOTHING]["cpu_s"],
                site["builds"][FULL]["peak_mib"],
            )
            for count, site in measured.items()
        ],
    )


def chosen() -> argparse.Namespace:
    """Return what was chosen in the command line."""
    parser = arguments(__doc__)
    parser.add_argument("--full", action="store_true", help="100 companies instead of 10")
    return parser.parse_args()


def main() -> None:
    options = chosen()
    count = 3 if options.quick else 100 if options.full else 10
    repetitions = 1 if options.quick or options.full else 3
    set_up()
    one = measured_with(1, 1 if options.quick else 3)
    many = measured_with(count, repetitions)
    pages = {name: a_page(count, many[name], one[name]) for name in many}
    first = {OURS: a_page(count, many[OURS], one[OURS], FIRST)}
    gib = {name: memory(count, many[name], one[name]) for name in many}
    columns = {
        "ms a page": {name: f"{seconds * 1e3:.0f}" for name, seconds in pages.items()},
        "GiB a 1,000": gib,
    }
    show(count, many, columns)
    print(f"{OURS}: {first[OURS] * 1e3:.0f} ms a page at first, with drawing and downloads\n")
    few = measured_growth()
    show_growth(few)
    growth = a_page(MANY, few[str(MANY)], few["1"]) / a_page(FEW, few[str(FEW)], few["1"])
    stored = {
        "companies": count,
        "sites": many,
        "sites_of_one_company": one,
        "sites_of_small_companies": few,
        "cpu_ms_a_page": {name: round(seconds * 1e3, 1) for name, seconds in pages.items()},
        "cpu_ms_a_page_first": {name: round(seconds * 1e3, 1) for name, seconds in first.items()},
        "gib_a_thousand_pages": {name: round(size, 2) for name, size in gib.items()},
        "ratio_to_mkdocs_material": round(pages[OURS] / pages[MKDOCS], 2),
    }
    name = "build_pages_100" if options.full else "build_pages"
    finish(name, stored, goals(many, pages, growth), kept=not options.quick)


if __name__ == "__main__":
    main()
