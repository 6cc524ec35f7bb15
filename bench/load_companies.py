"""Loading 1 to 10,000 companies into a fresh process, beside followthemoney with the same facts.

followthemoney needs a C++ compiler and the headers of ICU, so that it is not in the project's lock;
the first run installs it into an environment of its own, ``build/followthemoney``. It has no figure
with a period and a unit, no paragraph of a source and no rank; what it has no property for goes
into its notes. It is measured twice: taking over values as they are, as it does with its own
exports, and checking them, as it does with what others wrote.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from _fabricate import company_id, rich, small
from _measure import Goal, arguments, figures, finish, interleaved, run, table

import companyprofiles

ENVIRONMENT = Path(__file__).parents[1] / "build" / "followthemoney"
PYTHON = ENVIRONMENT / "bin" / "python"
VERSION = "4.11.2"

OURS = """
import sys, time
from pathlib import Path
start = time.process_time()
import companyprofiles, json
companyprofiles.load(Path({first!r}))
ready = time.process_time()
for folder in sorted(Path({folder!r}).iterdir()):
    {action}
print(time.process_time() - ready)
"""
TOML = "companyprofiles.load(folder)"
JSON = "companyprofiles.Profile.from_dict(json.loads((folder / 'profile.json').read_bytes()))"

STATE = """
import json
from pathlib import Path
from followthemoney.dataset import Dataset
from followthemoney.statement import StatementEntity
dataset = Dataset.make({{"name": "made_up", "title": "Made up"}})
for folder in Path({folder!r}).iterdir():
    stated = [
        StatementEntity.from_data(dataset, data, cleaned=False).to_statement_dict()
        for data in json.loads((folder / "entities.json").read_bytes())
    ]
    (folder / "statements.json").write_text(json.dumps(stated), "utf-8")
"""

THEIRS = """
import json, time
from pathlib import Path
from followthemoney.dataset import Dataset
from followthemoney.statement import StatementEntity
dataset = Dataset.make({{"name": "made_up", "title": "Made up"}})
def load(file):
    return [
        StatementEntity.from_data(dataset, data, cleaned={cleaned})
        for data in json.loads(file.read_bytes())
    ]
load(Path({first!r}) / "{name}.json")
ready = time.process_time()
for folder in sorted(Path({folder!r}).iterdir()):
    load(folder / "{name}.json")
print(time.process_time() - ready)
"""


def their_entities(profile: companyprofiles.Profile) -> list[dict[str, Any]]:
    """Return the entities of a profile as followthemoney has them."""
    return [
        {
            "id": f"{profile.id}-{entity.id}",
            "schema": "Person" if entity.kind == "person" else "Company",
            "properties": dict(_properties(profile, entity.id)),
        }
        for entity in profile.entities
    ]


def _properties(profile: companyprofiles.Profile, entity: str) -> Iterator[tuple[str, list[str]]]:
    stated = profile.where(subject=entity)
    yield "name", [*profile.entity(entity).name.values()]
    yield "publisher", sorted({_publisher(profile, s) for s in stated} - {""})
    if entity != profile.subject:
        yield "notes", [_note(s) for s in stated]
        return
    names = {"inception": "incorporationDate", "lei": "leiCode", "isin": "isinCode"}
    for prop, theirs in names.items():
        yield theirs, [_value(s) for s in stated if s.prop.name == prop]
    yield "notes", [_note(s) for s in stated if s.prop.name not in names]


def _publisher(profile: companyprofiles.Profile, statement: Any) -> str:
    return profile.source(statement.references[0].source).publisher or ""


def _value(statement: Any) -> str:
    return str(statement.absent or statement.value).rpartition(":")[2]


def _note(statement: Any) -> str:
    return f"{statement.prop.name} {statement.valid or ''} {statement.absent or statement.value}"


def prepare(root: Path, count: int, *, is_rich: bool) -> tuple[Path, Path, int]:
    """Write companies in every form; return the folder of one, that of all, and the statements."""
    folder = root / "companies"
    for number in range(count):
        company = company_id(number)
        home = folder / company
        home.mkdir(parents=True)
        for file, text in (rich if is_rich else small)(company).items():
            (home / file).write_text(text, "utf-8")
        profile = companyprofiles.load(home)
        (home / "profile.json").write_text(json.dumps(profile.to_dict()), "utf-8")
        theirs = their_entities(profile)
        (home / "entities.json").write_text(json.dumps(theirs), "utf-8")
    return folder / company_id(0), folder, len(profile) * count


def set_up() -> None:
    """Install followthemoney, once."""
    if not PYTHON.exists():
        run(["uv", "venv", "--quiet", "--python", sys.executable, ENVIRONMENT])
    run(["uv", "pip", "install", "-q", "--python", PYTHON, f"followthemoney=={VERSION}"])


def measured(count: int, repetitions: int, *, is_rich: bool) -> dict[str, Any]:
    """Measure the loading of some companies in every way."""
    with tempfile.TemporaryDirectory() as root:
        first, folder, statements = prepare(Path(root), count, is_rich=is_rich)
        paths = {"first": str(first), "folder": str(folder)}
        run([PYTHON, "-c", STATE.format(**paths)])
        codes = {
            "companyprofiles, TOML": OURS.format(action=TOML, **paths),
            "companyprofiles, JSON": OURS.format(action=JSON, **paths),
            "followthemoney, checked": THEIRS.format(cleaned=False, name="entities", **paths),
            "followthemoney, as they are": THEIRS.format(cleaned=True, name="statements", **paths),
        }
        peaks, processes = {}, {}

        def seconds(name: str) -> float:
            own = name.startswith("companyprofiles")
            done = run([sys.executable if own else PYTHON, "-c", codes[name]])
            peaks[name] = round(done.peak)
            processes[name] = min(done.seconds, processes.get(name, done.seconds))
            return float(done.output)

        cases = {name: lambda name=name: seconds(name) for name in codes}
        taken = interleaved(cases, repetitions, warm_up=count == 1)
    return {
        name: {
            **figures(times),
            "us_a_statement": round(min(times) / statements * 1e6, 1),
            "process": round(processes[name] * 1e3),
            "peak_mib": peaks[name],
        }
        for name, times in taken.items()
    }


def main() -> None:
    quick = arguments(__doc__).parse_args().quick
    set_up()
    sizes = (1, 100) if quick else (1, 100, 10_000)
    cases = {f"{n:,} small": (n, False) for n in sizes} | {"1 rich": (1, True)}
    found = {
        what: measured(n, 2 if n > 100 or quick else 9, is_rich=is_rich)
        for what, (n, is_rich) in cases.items()
    }
    for what, rows in found.items():
        header = (f"{what}, CPU ms", "minimum", "median", "µs a statement", "process", "peak MiB")
        table(header, [(name, *row.values()) for name, row in rows.items()])
    many, few = (found[f"{n:,} small"] for n in (sizes[-1], 100))
    name = "companyprofiles, TOML"
    growth = many[name]["us_a_statement"] / few[name]["us_a_statement"]
    goals = [Goal(f"a company among {sizes[-1]:,} / among 100", 1.2, growth)]
    finish("load_companies", {"cpu_ms": found}, goals, kept=not quick)


if __name__ == "__main__":
    main()
