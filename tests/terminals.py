"""Running a program with a terminal as its output."""

import fcntl
import os
import pty
import struct
import subprocess
import termios
from collections.abc import Mapping, Sequence

UNSET = frozenset(
    {"COLUMNS", "FORCE_COLOR", "LANG", "LC_ALL", "LC_MESSAGES", "LINES", "NO_COLOR", "TERM"}
)
"""Variables that would say something else of the terminal, or of its language."""


def shown_on_terminal(command: Sequence[str], columns: int, variables: Mapping[str, str]) -> str:
    """Run a command on a terminal of some columns, and return what it shows there."""
    plain = {name: value for name, value in os.environ.items() if name not in UNSET}
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        command,
        env=plain | {"PYTHONIOENCODING": "utf-8", "TERM": "xterm"} | variables,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    shown = b""
    try:
        while part := os.read(ours, 4096):
            shown += part
    except OSError:
        pass  # the other end is closed
    os.close(ours)
    process.wait()
    return shown.decode().replace("\r\n", "\n")
