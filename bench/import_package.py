"""What `import companyprofiles` costs beside importing attrs and pluggy alone."""

from importlib.util import find_spec

from _measure import Goal, arguments, figures, finish, interleaved, python, table

STATEMENTS = {
    "python": "pass",
    "attrs": "import attrs",
    "pluggy": "import pluggy",
    "attrs, pluggy": "import attrs, pluggy",
    "companyprofiles": "import companyprofiles",
}
OTHERS = ("followthemoney",)

UNWANTED = {"argparse", "click", "docutils", "importlib.metadata", "rich", "sphinx"}
"""Modules that nobody may pay for who only imports the package."""


def imported(statement: str) -> set[str]:
    """Return the names of the modules that are loaded after a statement."""
    return set(python(f"{statement}\nimport sys\nprint(*sys.modules)").output.split())


def main() -> None:
    quick = arguments(__doc__).parse_args().quick
    statements = {
        **STATEMENTS,
        **{name: f"import {name}" for name in OTHERS if find_spec(name)},
    }
    cases = {name: lambda code=code: python(code).seconds for name, code in statements.items()}
    taken = interleaved(cases, 5 if quick else 60)
    least = {name: min(seconds) for name, seconds in taken.items()}
    start = least["python"]
    base = least["attrs, pluggy"]
    measured = {
        name: {
            **figures(seconds),
            "above_python": round((least[name] - start) * 1e3, 2),
            "ratio_of_processes": round(least[name] / base, 2),
            "ratio_of_imports": round((least[name] - start) / (base - start), 2),
        }
        for name, seconds in taken.items()
    }
    table(
        ("import, CPU ms", "process", "median", "above python", "x processes", "x imports"),
        [(name, *row.values()) for name, row in measured.items()],
    )
    ours = imported(STATEMENTS["companyprofiles"])
    more = ours - imported(STATEMENTS["attrs, pluggy"])
    own = sorted(name for name in more if name.partition(".")[0] == "companyprofiles")
    others = sorted(more - set(own))
    unwanted = sorted(ours & UNWANTED)
    print(f"modules of our own: {len(own)}")
    print(f"other modules that attrs and pluggy do not import: {len(others)}: {', '.join(others)}")
    print(f"unwanted modules: {', '.join(unwanted) or 'none'}\n")
    goal = Goal(
        "import companyprofiles / import attrs, pluggy",
        1.8,
        (least["companyprofiles"] - start) / (base - start),
    )
    modules = {"own": len(own), "others": others, "unwanted": unwanted}
    finish(
        "import_package",
        {"cpu_ms": measured, "modules_beyond_attrs_and_pluggy": modules},
        [goal],
        kept=not quick,
    )


if __name__ == "__main__":
    main()
