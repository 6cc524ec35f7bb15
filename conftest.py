"""Runs the examples in documents and docstrings as tests, with Sybil.

A Python example (``>>>`` or a whole block) runs in the namespace of its document. In a block marked
``console``, the lines ``$ companyprofiles …`` really run, and what they print is compared with what
the document shows; ``...`` stands for anything. The examples of a document share a current folder,
empty at the start. ``<!-- skip: next -->`` before an example leaves it out.

A block of TOML, ``py``, ``po`` or ``rst`` whose caption is a path with a folder is written to that
file. In a document that makes a distribution, it is also installed, tested and built as shown,
without the network and away from the environment of the tests; in one that makes a site, that is
built.
"""

import os
import re
import shlex
import subprocess
import sysconfig
import tempfile
from collections.abc import Iterator
from doctest import ELLIPSIS
from doctest import Example as Expectation
from pathlib import Path

from sybil import Document, Example, Region, Sybil
from sybil.evaluators.doctest import DocTestEvaluator, OutputChecker
from sybil.parsers.abstract import DocTestStringParser
from sybil.parsers.myst import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser
from sybil.parsers.rest import SkipParser as RestSkipParser

COMMAND = re.compile(r"\$ (?P<command>(?:.*\\\n> )*.*)\n(?P<output>(?:(?!\$ ).*\n)*)")
OURS = re.compile(r"(\w+=\S* )*companyprofiles\b")
CAPTION = re.compile(r":caption: (\S+/\S+)\n+")
MAKES_A_DISTRIBUTION = ("publish-a-company.md", "write-a-section.md", "write-a-vocabulary.md")
OFFLINE = {
    "pip install -e .": "python -m pip install -qq --no-index --no-deps --no-build-isolation "
    "--target $INSTALLED .",
    "python -m build": "python -m build --no-isolation",
    "pytest": "pytest -p no:cacheprovider",
}
"""Commands of such a document, and what is run in their place."""
MAKES_A_SITE = ("translate-into-a-language.md",)
SITE = re.compile(r"(pybabel|sphinx-build) ")
"""Commands of such a document that are run as they stand."""


def parse_pycon(document: Document) -> Iterator[Region]:
    """Find the examples in blocks marked ``pycon``; Sybil itself looks into ``python`` only."""
    evaluator = DocTestEvaluator(ELLIPSIS)
    for block in CodeBlockParser("pycon", evaluator)(document):
        for region in DocTestStringParser(evaluator)(block.parsed, document.path):
            region.adjust(block, block.parsed)
            yield region


def parse_files(document: Document) -> Iterator[Region]:
    """Find the blocks that show a whole file, by their captions."""
    for language in ("toml", "py", "po", "rst"):
        for block in CodeBlockParser(language, write_file)(document):
            if CAPTION.search(document.text[block.start : block.end]):
                yield block


def write_file(example: Example) -> None:
    """Write the file that a block shows."""
    caption = CAPTION.search(example.document.text[example.start : example.end])
    path = Path(caption[1])
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(example.parsed.lstrip("\n"), encoding="utf-8")


def run_console(example: Example) -> str:
    """Run the commands of one block, and describe the first that does not do what is shown.

    Only ``companyprofiles``, ``cd`` and ``echo $?`` are followed, pip and its like in documents
    that make a distribution, and Sphinx and Babel in those that make a site; make and git are not
    for a test to run. A command under which nothing is shown must succeed.
    """
    checker = OutputChecker()
    status = 0
    offline = OFFLINE if example.path.endswith(MAKES_A_DISTRIBUTION) else {}
    builds = example.path.endswith(MAKES_A_SITE)
    installed = Path(example.namespace["_folder"].name, "installed")
    for match in COMMAND.finditer(example.parsed.rstrip("\n") + "\n"):
        command = match["command"].replace("\\\n> ", "")
        expected = match["output"].rstrip("\n")
        if command.startswith("cd "):
            os.chdir(shlex.split(command)[1])
            continue
        if command == "echo $?":
            printed = str(status)
        elif OURS.match(command) or command in offline or (builds and SITE.match(command)):
            finished = run_command(offline.get(command, command), installed)
            status, printed = finished.returncode, finished.stdout.rstrip()
            if not expected and status:
                return f"$ {command}\nexits with {status}:\n{printed}\n"
        else:
            continue
        if expected and not checker.check_output(expected + "\n", printed + "\n", ELLIPSIS):
            shown = Expectation(command, expected + "\n")
            return f"$ {command}\n{checker.output_difference(shown, printed + chr(10), ELLIPSIS)}"
    return ""


def run_command(command: str, installed: Path) -> subprocess.CompletedProcess[str]:
    """Run *command* in a shell, as a reader would in a terminal of 80 columns without colours.

    Args:
        command: The command.
        installed: Folder of what the document installed, besides the environment of the tests.
    """
    scripts = sysconfig.get_path("scripts")
    environment = os.environ | {
        "COLUMNS": "80",
        "INSTALLED": str(installed),
        "LC_ALL": "C.UTF-8",
        "NO_COLOR": "1",
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "PYTHONIOENCODING": "utf-8",
        **({"PYTHONPATH": str(installed)} if installed.is_dir() else {}),
    }
    return subprocess.run(
        command,
        shell=True,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def enter_folder(namespace: dict[str, object]) -> None:
    """Make an empty folder the current one."""
    namespace["_left"] = Path.cwd()
    namespace["_folder"] = folder = tempfile.TemporaryDirectory()
    os.chdir(folder.name)


def leave_folder(namespace: dict[str, object]) -> None:
    """Go back, and remove the folder."""
    os.chdir(namespace["_left"])
    namespace["_folder"].cleanup()


documents = Sybil(
    parsers=[
        CodeBlockParser("console", run_console),
        parse_files,
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        parse_pycon,
        SkipParser(),
    ],
    patterns=["README.md", "docs/*.md", "docs/*/*.md", "docs/*/*/*.md"],
    setup=enter_folder,
    teardown=leave_folder,
)

docstrings = Sybil(
    parsers=[DocTestParser(ELLIPSIS), RestSkipParser()],
    patterns=["src/*/*.py", "src/*/*/*.py"],
    setup=enter_folder,
    teardown=leave_folder,
)

pytest_collect_file = (documents + docstrings).pytest()
