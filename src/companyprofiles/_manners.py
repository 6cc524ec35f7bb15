"""How servers are asked: one request at a time, with pauses, and never without end."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock
from time import monotonic
from typing import Any, TypeVar

import attrs

from companyprofiles.errors import InvalidValueError

__all__ = ["LONGEST_PAUSE", "Manners", "StoppedError", "Turns"]

LONGEST_PAUSE = 120
"""Seconds that a host is waited for; one that asks for more is left alone for the rest of a run."""

T = TypeVar("T")


def _within(lowest: float, highest: float, *, whole: bool = False) -> Any:
    """Return a validator for numbers within bounds, which NaN never is."""

    def check(_: object, field: attrs.Attribute[Any], value: object) -> None:
        kind = int if whole else int | float
        if not isinstance(value, kind) or not lowest <= value <= highest:
            what = "a whole number" if whole else "a number"
            expected = f"{what} from {lowest:g} to {highest:g}"
            raise InvalidValueError(expected, value, f"Correct {field.name!r}.")

    return check


@attrs.frozen(kw_only=True)
class Manners:
    """How servers are asked.

    Raises:
        InvalidValueError: A number is out of bounds.
    """

    timeout: float = attrs.field(default=30, validator=_within(0.01, 600))
    """Seconds that one request may take, from the connection to the last byte."""
    delay: float = attrs.field(default=1, validator=_within(0, LONGEST_PAUSE))
    """Seconds between the end of a request and the next one to the same host."""
    jobs: int = attrs.field(default=8, validator=_within(1, 64, whole=True))
    """Hosts that are asked at the same time."""
    retries: int = attrs.field(default=1, validator=_within(0, 10, whole=True))
    """How often an address is asked again where the failure may pass."""
    private: bool = False
    """Whether addresses are asked that are not public, such as those of a local network."""


class StoppedError(Exception):
    """Nobody waits for the answers any more."""


@attrs.define
class _Turn:
    lock: Lock = attrs.field(factory=Lock)
    earliest: float = 0
    """When the host may be asked again, on the monotonic clock."""


class Turns:
    """Lets one request at a time go to a host, and none before its pause is over.

    Args:
        delay: Seconds between the end of a request and the next one to the same host.
        stop: Set when nothing is to be asked any more.
    """

    def __init__(self, delay: float, stop: Event) -> None:
        self._delay = delay
        self._stop = stop
        self._lock = Lock()
        self._turns: dict[str, _Turn] = {}

    def take(self, host: str, ask: Callable[[], T]) -> T | None:
        """Wait for the turn of a host and ask.

        Returns:
            What *ask* returns; ``None`` where the host wants a longer pause than is waited.

        Raises:
            StoppedError: Nothing is to be asked any more.
        """
        turn = self._of(host)
        with turn.lock:
            pause = turn.earliest - monotonic()
            if pause > LONGEST_PAUSE:
                return None
            if self._stop.wait(max(0.0, pause)):
                raise StoppedError
            try:
                return ask()
            finally:
                turn.earliest = max(turn.earliest, monotonic() + self._delay)

    def pause(self, host: str, seconds: float) -> None:
        """Leave a host alone for some time."""
        turn = self._of(host)
        turn.earliest = max(turn.earliest, monotonic() + seconds)

    def _of(self, host: str) -> _Turn:
        with self._lock:
            return self._turns.setdefault(host, _Turn())
