"""Build every distribution, and test what a user would install.

The wheels go into an empty environment far from the sources: first alone, to see that they bring
all they need, then with the test tools, to run the tests against them. Only this shows that a file
is missing from a wheel. A distribution of every kind that `companyprofiles new` begins goes the
same way.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
import zipfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
DIST = REPOSITORY / "build" / "dist"
LOCK = REPOSITORY / "requirements-dev.txt"
TESTED = [
    "pyproject.toml",
    "conftest.py",
    "README.md",
    "docs",
    "src/companyprofiles/_examples",  # shown in the documentation
    "tests",
    "profiles/*/README.md",
    "profiles/*/tests",
    "plugins/*/README.md",
    "plugins/*/tests",
]

KINDS = ["exporter", "check", "section", "vocabulary"]
SCAFFOLDS = {"profile": [], **{kind: [kind] for kind in KINDS}, "all": KINDS}
"""Distributions to begin, and the kinds of what each brings; a profile has none."""
TESTS = ["pytest", "-n", "auto", "--dist", "loadfile"]
OF_A_SCAFFOLD = [["pytest", "-q"], ["mypy"], ["ruff", "check"], ["ruff", "format", "--check"]]
"""What a distribution that was begun with `companyprofiles new` passes at once."""


def run(*command: str | Path, cwd: Path = REPOSITORY, env: dict[str, str] | None = None) -> None:
    """Run *command*; end the program where it fails."""
    finished = subprocess.run(command, cwd=cwd, env=env, check=False)
    if finished.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit code {finished.returncode}")


def build(project: Path) -> Path:
    """Build the source distribution of *project*, the wheel from it, and return the wheel."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", DIST, project)
    with (project / "pyproject.toml").open("rb") as file:
        name = tomllib.load(file)["project"]["name"].replace("-", "_")
    (wheel,) = DIST.glob(f"{name}-*.whl")
    compare(wheel, project / "src")
    return wheel


def compare(wheel: Path, src: Path) -> None:
    """End the program where *wheel* holds other files than *src*, or says nothing of its types."""
    expected = {
        path.relative_to(src).as_posix()
        for path in src.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if not name.endswith("/")}
    packed = {name for name in packed if ".dist-info/" not in name}
    if packed != expected:
        sys.exit(f"{wheel.name} differs from {src} in: {', '.join(sorted(packed ^ expected))}")
    if not any(re.fullmatch(r"\w+/py\.typed", name) for name in packed):
        sys.exit(f"{wheel.name}: py.typed is missing")


def constraints() -> str:
    """Return the versions of the lock, without hashes: pip wants a hash of ours too otherwise."""
    return re.sub(r" \\(\n +--hash=\S+| \\)*", "", LOCK.read_text(encoding="utf-8"))


def copy_tests(target: Path) -> None:
    """Copy all that the tests need, and no source."""
    for pattern in TESTED:
        for path in REPOSITORY.glob(pattern):
            copy = target / path.relative_to(REPOSITORY)
            copy.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                shutil.copytree(path, copy, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(path, copy)


def check_scaffolds(folder: Path, scripts: Path, env: dict[str, str]) -> None:
    """Begin a distribution of every kind, and hold its wheel to all that it promises."""
    folder.mkdir()
    for title, kinds in SCAFFOLDS.items():
        name = f"made-up-{title}"
        options = [option for kind in kinds for option in ("--kind", kind)]
        which = ["plugin" if kinds else "profile", name, *options]
        run(scripts / "companyprofiles", "new", *which, cwd=folder, env=env)
        new = folder / f"companyprofiles-{name}"
        run(scripts / "python", "-m", "build", "--no-isolation", cwd=new, env=env)
        (wheel,) = (new / "dist").glob("*.whl")
        compare(wheel, new / "src")
        run(scripts / "python", "-m", "pip", "install", "-qq", "--no-deps", wheel, env=env)
        for command in OF_A_SCAFFOLD:
            run(scripts / command[0], *command[1:], cwd=new, env=env)
    run(scripts / "companyprofiles", "check", "made-up-profile", cwd=folder, env=env)


def main(projects: list[str]) -> None:
    """Build and test the distributions in the folders *projects*."""
    shutil.rmtree(DIST, ignore_errors=True)
    wheels = [build(REPOSITORY / project) for project in projects]

    with tempfile.TemporaryDirectory(prefix="companyprofiles-wheels-") as name:
        folder = Path(name)
        venv.create(folder / "venv", with_pip=True)
        scripts = folder / "venv" / "bin"
        env = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        env["PATH"] = f"{scripts}{os.pathsep}{env['PATH']}"
        shared = REPOSITORY.parent / "shared" / "data"
        if shared.is_dir():
            env.setdefault("COMPANYPROFILES_SHARED_DATA", str(shared))

        (folder / "constraints.txt").write_text(constraints(), encoding="utf-8")
        pip = [scripts / "python", "-m", "pip", "install", "-qq"]
        run(*pip, "-c", folder / "constraints.txt", *wheels, cwd=folder, env=env)
        show = "import companyprofiles as c; print(*map(c.get, c.companies()))"
        run(scripts / "python", "-c", show, cwd=folder, env=env)
        run(scripts / "companyprofiles", "list", cwd=folder, env=env)

        run(*pip, "--require-hashes", "-r", LOCK, cwd=folder, env=env)
        copy_tests(folder / "copy")
        run(scripts / "python", "-m", *TESTS, cwd=folder / "copy", env=env)
        check_scaffolds(folder / "new", scripts, env)  # the last, since it installs more
    print(*(path.relative_to(REPOSITORY) for path in sorted(DIST.iterdir())), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
