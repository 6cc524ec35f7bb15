"""What importing each library costs that the core may import, alone in a fresh interpreter."""

from _measure import arguments, figures, finish, interleaved, python, table

LIBRARIES = {
    "attrs": "import attrs",
    "pluggy": "import pluggy",
    "tomli": "import tomli",
    "cattrs": "import cattrs",
    "click": "import click",
    "rich": "import rich.console, rich.table",
    "Babel": "import babel.dates, babel.numbers",
    "Sphinx": "import sphinx.application",
    "watchfiles": "import watchfiles",
}
"""What the core imports of each library."""


def main() -> None:
    quick = arguments(__doc__).parse_args().quick
    cases = {"python": "pass", **LIBRARIES}
    taken = interleaved(
        {name: lambda code=code: python(code).seconds for name, code in cases.items()},
        5 if quick else 40,
    )
    start = min(taken["python"])
    measured = {
        name: {**figures(seconds), "above_python": round((min(seconds) - start) * 1e3, 2)}
        for name, seconds in taken.items()
    }
    table(
        ("import, CPU ms", "process", "median", "above python"),
        [(name, *row.values()) for name, row in measured.items()],
    )
    finish("import_libraries", {"cpu_ms": measured}, [], kept=not quick)


if __name__ == "__main__":
    main()
