"""What it costs to read Alibaba's profile and to write it out, for each statement."""

import json
import time
from collections.abc import Callable
from typing import Any

import tomli
from _measure import ALIBABA, MICRO, arguments, figures, finish, interleaved, table

import companyprofiles
from companyprofiles._formats.json import export


def cpu_seconds(action: Callable[[], Any]) -> Callable[[], float]:
    """Return a function that runs an action once and returns what it cost."""

    def measure() -> float:
        start = time.process_time()
        action()
        return time.process_time() - start

    return measure


def actions() -> tuple[companyprofiles.Profile, dict[str, Callable[[], Any]]]:
    """Return the profile, and what is done with it."""
    files = [path.read_bytes() for path in sorted(ALIBABA.glob("*.toml"))]
    profile = companyprofiles.load(ALIBABA)
    plain = profile.to_dict()
    text = export(profile)
    return profile, {
        "tomli.loads": lambda: [tomli.loads(content.decode()) for content in files],
        "load": lambda: companyprofiles.load(ALIBABA),
        "to_dict": profile.to_dict,
        "from_dict": lambda: companyprofiles.Profile.from_dict(plain),
        "export JSON": lambda: export(profile),
        "json.loads": lambda: json.loads(text),
    }


def main() -> None:
    quick = arguments(__doc__).parse_args().quick
    profile, todo = actions()
    cases = {name: cpu_seconds(action) for name, action in todo.items()}
    taken = interleaved(cases, 3 if quick else 40)
    least = {name: min(seconds) for name, seconds in taken.items()}
    parser = least["tomli.loads"]
    measured = {
        name: {
            **figures(seconds),
            "us_a_statement": round(least[name] / len(profile) * MICRO, 1),
            "x_tomli": round(least[name] / parser, 2),
        }
        for name, seconds in taken.items()
    }
    print(f"{len(profile)} statements, {len(profile.sources)} sources\n")
    table(
        ("CPU ms", "minimum", "median", "µs a statement", "x tomli"),
        [(name, *row.values()) for name, row in measured.items()],
    )
    size = {
        "bytes": sum(path.stat().st_size for path in ALIBABA.glob("*.toml")),
        "sources": len(profile.sources),
        "statements": len(profile),
    }
    finish("read_profile", {"cpu_ms": measured, "profile": size}, [], kept=not quick)


if __name__ == "__main__":
    main()
