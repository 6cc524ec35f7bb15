"""The first `get()` of a process, and the list of companies, with 1 to 1,000 plugins installed.

They are companies, or in the last rows formats. Beside the rich profile, which uses properties of
the plugin that it requires, there are as many of either. The ways of pluggy and stevedore to load
plugins are measured in the same run; stevedore keeps a cache on disk, which is warm here.
"""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from _fabricate import company_id, hide_installed, install, install_capability, rich, small
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
    "stevedore, name": (
        "import companyprofiles\n"
        "from stevedore.driver import DriverManager\n"
        "DriverManager('companyprofiles.profiles', 'c0000')"
    ),
    "stevedore, all": (
        "import companyprofiles\n"
        "from stevedore.extension import ExtensionManager\n"
        "ExtensionManager('companyprofiles.profiles')"
    ),
    "companies()": (
        "import companyprofiles, sys\n"
        "companies = list(companyprofiles.companies().values())\n"
        "assert companies and not any(n.startswith('companyprofiles_') for n in sys.modules)"
    ),
    "entry_points(), ids and versions": (
        "import companyprofiles\n"
        "from importlib.metadata import entry_points\n"
        "[(e.name, e.dist.name, e.dist.version)"
        " for e in entry_points(group='companyprofiles.profiles')]"
    ),
    "formats": (
        "import companyprofiles\n"
        "from companyprofiles._catalog import installed\ninstalled().host.exporters()"
    ),
    "formats, pluggy": (
        "import companyprofiles, pluggy\n"
        "from companyprofiles import hookspecs\n"
        "manager = pluggy.PluginManager('companyprofiles')\n"
        "manager.add_hookspecs(hookspecs)\n"
        "manager.load_setuptools_entrypoints('companyprofiles.plugins')\n"
        "manager.hook.companyprofiles_exporters()"
    ),
    "formats, stevedore": (
        "import companyprofiles\n"
        "from stevedore.extension import ExtensionManager\n"
        "for found in ExtensionManager('companyprofiles.plugins'):\n"
        "    getattr(found.plugin, 'companyprofiles_exporters', list)()"
    ),
}
"""What a fresh process does, by name; the libraries' own ways read no data."""

RICH = "get, rich profile"
GOALS = {"get, small profile": 1.5, "get, rich profile": 1.5, "import companyprofiles": 1.1}
"""How much longer each may take with all plugins installed than with the first alone."""


def folders(root: Path, count: int) -> dict[str, tuple[Path, ...]]:
    """Install *count* profiles, the first small in one folder and rich in another, and formats.

    Returns:
        The folders to look in for the small profile, the rich one, and formats.
    """
    others = root / "others"
    others.mkdir()
    hide_installed(others)
    for number in range(1, count):
        install(others, company_id(number), small(company_id(number)))
    for number in range(count):
        install_capability(root / "formats", number)
    for kind in (small, rich):
        install(root / kind.__name__, FIRST, kind(FIRST))
    formats = root / "formats"
    return {
        "small": (root / "small", others),
        "rich": (root / "rich", others, formats),
        "formats": (formats,),
    }


def measured_with(count: int, repetitions: int) -> dict[str, list[float]]:
    """Measure every way with *count* plugins installed."""
    with tempfile.TemporaryDirectory() as folder:
        paths = folders(Path(folder), count)
        os.environ["XDG_CACHE_HOME"] = folder  # where stevedore remembers what it found
        cases = {name: _case(code, paths[_installed_for(name)]) for name, code in CODE.items()}
        return interleaved(cases, repetitions)


def _case(code: str, path: tuple[Path, ...]) -> Callable[[], float]:
    return lambda: python(code, *path).seconds


def _installed_for(name: str) -> str:
    if name.startswith("formats"):
        return "formats"
    return "rich" if name == RICH else "small"


def main() -> None:
    quick = arguments(__doc__).parse_args().quick
    counts = (1, 100) if quick else (1, 10, 100, 1000)
    taken = {count: measured_with(count, 3 if quick else 25) for count in counts}
    first, last = counts[0], counts[-1]
    least = {n: {name: min(t) for name, t in cases.items()} for n, cases in taken.items()}
    ratios = {name: least[last][name] / least[first][name] for name in CODE}
    header = ("whole process, CPU ms; plugins:", *map(str, counts), f"x {last} / {first}")
    rows = [(name, *(least[n][name] * 1e3 for n in counts), ratios[name]) for name in CODE]
    table(header, rows)
    goals = [
        Goal(f"{name}: {last} installed / {first}", limit, ratios[name])
        for name, limit in GOALS.items()
    ]
    cpu_ms = {
        name: {str(n): figures(taken[n][name]) for n in counts}
        | {"ratio_of_last_to_first": round(ratios[name], 2)}
        for name in CODE
    }
    finish("get_company", {"cpu_ms": cpu_ms}, goals, kept=not quick)


if __name__ == "__main__":
    main()
