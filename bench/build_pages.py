"""Building a site with a page for each of N companies, against the same pages written by hand."""

import pickle
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from _fabricate import company_id, hide_installed, install, rich
from _handwritten import Writer
from _measure import Goal, Run, arguments, finish, run, table

OURS, SAME, LEAN = "companyprofiles", "by hand, same words", "by hand, no back links"
"""The sites: ours; one with all words of our pages; one with docutils' own back links instead."""

CONF = 'project = "Companies"\nhtml_theme = "furo"\n'
CONF_OURS = (
    'extensions = ["companyprofiles.sphinxext"]\ncompanyprofiles_pages = "all"\n'
    # The companies are copies of one and share all sources; the other sites have no such pages.
    'companyprofiles_source_pages = "none"\ncompanyprofiles_comparisons = []\n'
)

HOME = "Companies\n=========\n\nA site of companies.\n\n:doc:`companies/index`\n"
LIST = ":orphan:\n\nAll companies\n=============\n\n"

BUILDS = ("full", "nothing changed", "one changed")


class Site:
    """A site that can be built again and again.

    Args:
        folder: Folder of its own.
        conf: Its configuration.
        ids: Companies that it lists, each a document in ``companies``.
        path: Folders to import from.
    """

    def __init__(self, folder: Path, conf: str, ids: Sequence[str], *path: Path) -> None:
        self.source, self.output, self.ids, self.path = folder / "src", folder / "out", ids, path
        (self.source / "companies").mkdir(parents=True)
        (self.source / "conf.py").write_text(conf, "utf-8")
        (self.source / "index.rst").write_text(HOME, "utf-8")
        # A list of links, not a table of contents, which every page would repeat.
        links = "".join(f"* :doc:`{name}`\n" for name in ids)
        (self.source / "companies/index.rst").write_text(LIST + links, "utf-8")

    def build(self) -> Run:
        """Build what is out of date, every warning an error."""
        command = [sys.executable, "-m", "sphinx", "-j1", "-W", "-b", "html"]
        return run([*command, self.source, self.output], *self.path)

    def build_anew(self) -> Run:
        """Build everything into an empty folder."""
        if self.output.exists():
            shutil.rmtree(self.output)
        return self.build()

    def page(self, name: str) -> Path:
        return self.output / "companies" / f"{name}.html"

    def doctree(self, name: str) -> Any:
        path = self.output / ".doctrees/companies" / f"{name}.doctree"
        return pickle.loads(path.read_bytes())  # noqa: S301, we made it ourselves


def documents_read(done: Run) -> int:
    """Return how many documents a build read."""
    found = re.search(r"(\d+) added, (\d+) changed, \d+ removed", done.output)
    return int(found[1]) + int(found[2]) if found else 0


def documents_written(done: Run) -> int:
    """Return how many documents a build wrote."""
    return len(re.findall(r"writing output\.\.\. \[", done.output))


def sites(root: Path, count: int) -> tuple[dict[str, Site], dict[str, Callable[[int], None]]]:
    """Make the sites of *count* companies, and what changes the first company of each."""
    ids = [company_id(number) for number in range(count)]
    packages = root / "packages"
    hide_installed(packages)
    for name in ids:
        install(packages, name, rich(name))
    ours = Site(root / "ours", CONF + CONF_OURS, ids, packages)
    ours.build()
    made = {OURS: ours}
    changes: dict[str, Callable[[int], None]] = {
        OURS: lambda turn: change_profile(packages, ids[0], turn)
    }
    for kind, lean in ((SAME, False), (LEAN, True)):
        made[kind] = site = Site(root / ("lean" if lean else "same"), CONF, ids)
        for name in ids:
            text = Writer(ours.doctree(name), name, lean=lean).page()
            (site.source / "companies" / f"{name}.rst").write_text(text, "utf-8")
        changes[kind] = lambda turn, site=site: change_text(site, turn)
    return made, changes


def change_profile(packages: Path, name: str, turn: int) -> None:
    """Give a profile another day up to which its sources were read."""
    file = packages / f"companyprofiles_{name}" / "data/profile.toml"
    text = file.read_text("utf-8")
    changed = re.sub(r'data_cut_off = ".*"', f'data_cut_off = "2026-12-{turn + 1:02}"', text)
    if changed == text:
        raise LookupError("nothing was changed")
    file.write_text(changed, "utf-8")


def change_text(site: Site, turn: int) -> None:
    """Add a line to a page that is written by hand."""
    with (site.source / "companies" / f"{site.ids[0]}.rst").open("a", encoding="utf-8") as file:
        file.write(f"\nAs of {turn + 1} December 2026.\n")


def measured_with(count: int, repetitions: int) -> dict[str, Any]:
    """Build the sites of *count* companies in turns, and return every run and the pages' sizes."""
    with tempfile.TemporaryDirectory() as folder:
        made, changes = sites(Path(folder), count)
        runs: dict[str, dict[str, list[Run]]] = {s: {b: [] for b in BUILDS} for s in made}
        for turn in range(repetitions):
            for name, site in made.items():
                runs[name]["full"].append(site.build_anew())
                runs[name]["nothing changed"].append(site.build())
                changes[name](turn)
                runs[name]["one changed"].append(site.build())
        return {
            name: {
                "builds": {build: _figures(done) for build, done in runs[name].items()},
                "page_kib": round(site.page(company_id(0)).stat().st_size / 1024, 1),
                "words": words(site.page(company_id(0))),
            }
            for name, site in made.items()
        }


def words(page: Path) -> int:
    """Return how many words of text a page has."""
    article = page.read_text("utf-8").partition("<article")[2].partition("</article>")[0]
    return len(re.findall(r"\w+", re.sub(r"<[^>]*>", "", article)))


def _figures(done: Sequence[Run]) -> dict[str, Any]:
    cheapest = min(done, key=lambda one: one.seconds)
    return {
        "cpu_s": round(cheapest.seconds, 3),
        "cpu_s_of_each": [round(one.seconds, 3) for one in done],
        "documents_read": documents_read(cheapest),
        "documents_written": documents_written(cheapest),
        "peak_mib": round(max(one.peak for one in done), 1),
    }


def page_seconds(count: int, many: Mapping[str, Any], one: Mapping[str, Any]) -> float:
    """Return the CPU seconds of a page: what a full build takes beyond that of a single page."""
    full, single = (sites["builds"]["full"]["cpu_s"] for sites in (many, one))
    return (full - single) / (count - 1)


def goals(measured: Mapping[str, Any], a_page: Mapping[str, float]) -> list[Goal]:
    """Compare ours with the pages written by hand."""

    def cost(site: str, build: str) -> float:
        return measured[site]["builds"][build]["cpu_s"]

    found = []
    for site in (SAME, LEAN):
        found += [
            Goal(f"a page / {site}", 0.75, a_page[OURS] / a_page[site]),
            Goal(f"full build / {site}", 0.75, cost(OURS, "full") / cost(site, "full")),
            Goal(
                f"one changed / no change + one page {site}",
                1.2,
                cost(OURS, "one changed") / (cost(site, "nothing changed") + a_page[site]),
            ),
        ]
    return found


def show(count: int, measured: Mapping[str, Any], a_page: Mapping[str, float]) -> None:
    """Print the figures of all sites."""
    print(f"{count} companies, furo, -j1; CPU seconds, documents read / written\n")
    rows = []
    for name, site in measured.items():
        builds = site["builds"].values()
        texts = [
            f"{b['cpu_s']:.2f} ({b['documents_read']}/{b['documents_written']})" for b in builds
        ]
        peak = max(b["peak_mib"] for b in builds)
        rows.append(
            (name, *texts, f"{a_page[name] * 1e3:.0f}", site["page_kib"], site["words"], peak)
        )
    table(("site", *BUILDS, "ms a page", "KiB a page", "words", "peak MiB"), rows)


def main() -> None:
    parser = arguments(__doc__)
    parser.add_argument("--full", action="store_true", help="100 companies instead of 20")
    chosen = parser.parse_args()
    count = 4 if chosen.quick else 100 if chosen.full else 20
    one = measured_with(1, 1 if chosen.quick else 3)
    many = measured_with(count, 1 if chosen.quick else 2 if chosen.full else 3)
    a_page = {name: page_seconds(count, many[name], one[name]) for name in many}
    show(count, many, a_page)
    stored = {
        "companies": count,
        "sites": many,
        "sites_of_one_company": one,
        "cpu_ms_a_page": {name: round(seconds * 1e3, 1) for name, seconds in a_page.items()},
    }
    name = "build_pages_100" if chosen.full else "build_pages"
    finish(name, stored, goals(many, a_page), kept=not chosen.quick)


if __name__ == "__main__":
    main()
