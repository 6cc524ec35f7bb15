"""Refuse characters that make a text read differently from what it says.

Control characters, and those that turn the direction of writing or cannot be seen. Looks at the
files given, or at every file that git knows.
"""

import re
import subprocess
import sys
from pathlib import Path

UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)


def files() -> list[str]:
    """Name every file of the repository; none outside a repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, text=True, check=False)
    return [name for name in listed.stdout.split("\0") if name]


def main(names: list[str]) -> int:
    """Print each place with such a character; return 1 if there is one."""
    found = 0
    for name in names or files():
        try:
            lines = Path(name).read_text(encoding="utf-8").split("\n")
        except (FileNotFoundError, UnicodeDecodeError):  # deleted but not committed, or a picture
            continue
        for number, line in enumerate(lines, start=1):
            for match in UNSEEN.finditer(line):
                found = 1
                print(f"{name}:{number}:{match.start() + 1}: U+{ord(match[0]):04X}")
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
