"""The first `get()` of a process, and the list of companies, with 1 to 1,000 profiles installed."""

import tempfile
from collections.abc import Callable
from pathlib import Path

from _fabricate import company_id, hide_installed, install, rich, small
from _measure import Goal, arguments, figures, finish, interleaved, python, table

FIRST = company_id(0)

GET = "import companyprofiles\ncompanyprofiles.get('c0000')"
CODE = {
    "python": "pass",
    "import companyprofiles": "import companyprofiles",
    "get, small profile": GET,
    "get, rich profile": GET,
    "find and import only": (
        "from companyprofiles._catalog import installed\ninstalled().files('c0000')"
    ),
    "entry_points(name=), load": (
        "import companyprofiles, pluggy\n"
        "from importlib.metadata import entry_points\n"
        "[e.load() for e in entry_points(group='companyprofiles.profiles', name='c0000')]"
    ),
    "pluggy, name=": (
        "import companyprofiles, pluggy\n"
        "pluggy.PluginManager('companyprofiles')"
        ".load_setuptools_entrypoints('companyprofiles.profiles', name='c0000')"
    ),
    "pluggy, all": (
        "import companyprofiles, pluggy\n"
        "pluggy.PluginManager('companyprofiles')"
        ".load_setuptools_entrypoints('companyprofiles.profiles')"
    ),
    "companies()": "import companyprofiles\nlist(companyprofiles.companies().values())",
    "entry_points(), ids and versions": (
        "import companyprofiles\n"
        "from importlib.metadata import entry_points\n"
        "[(e.name, e.dist.name, e.dist.version)"
        " for e in entry_points(group='companyprofiles.profiles')]"
    ),
}
"""What a fresh process does, by name; the libraries' own ways read no data."""

RICH = "get, rich profile"
GOAL = 1.5


def folders(root: Path, count: int) -> dict[str, tuple[Path, ...]]:
    """Install *count* profiles, the first of them small in one folder and rich in another."""
    others = root / "others"
    others.mkdir()
    hide_installed(others)
    for number in range(1, count):
        install(others, company_id(number), small(company_id(number)))
    for kind in (small, rich):
        install(root / kind.__name__, FIRST, kind(FIRST))
    return {kind.__name__: (root / kind.__name__, others) for kind in (small, rich)}


def measured_with(count: int, repetitions: int) -> dict[str, list[float]]:
    """Measure every way with *count* profiles installed."""
    with tempfile.TemporaryDirectory() as folder:
        paths = folders(Path(folder), count)
        cases: dict[str, Callable[[], float]] = {
            name: lambda code=code, path=paths["rich" if name == RICH else "small"]: (
                python(code, *path).seconds
            )
            for name, code in CODE.items()
        }
        return interleaved(cases, repetitions)


def main() -> None:
    quick = arguments(__doc__).parse_args().quick
    counts = (1, 100) if quick else (1, 10, 100, 1000)
    taken = {count: measured_with(count, 3 if quick else 25) for count in counts}
    first, last = counts[0], counts[-1]
    least = {n: {name: min(t) for name, t in cases.items()} for n, cases in taken.items()}
    ratios = {name: least[last][name] / least[first][name] for name in CODE}
    header = ("whole process, CPU ms; profiles:", *map(str, counts), f"x {last} / {first}")
    rows = [(name, *(least[n][name] * 1e3 for n in counts), ratios[name]) for name in CODE]
    table(header, rows)
    goals = [
        Goal(f"{name}: {last} installed / {first}", GOAL, ratios[name])
        for name in CODE
        if name.startswith("get")
    ]
    cpu_ms = {
        name: {str(n): figures(taken[n][name]) for n in counts}
        | {"ratio_of_last_to_first": round(ratios[name], 2)}
        for name in CODE
    }
    finish("get_company", {"cpu_ms": cpu_ms}, goals, kept=not quick)


if __name__ == "__main__":
    main()
