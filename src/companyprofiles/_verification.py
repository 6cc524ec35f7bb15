"""Asking whether the sources of a profile still answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from queue import Empty, SimpleQueue
from threading import Event, Thread

import attrs

import companyprofiles
from companyprofiles._inquiry import Inquiry, Outcome, SourceResult
from companyprofiles._manners import Manners, StoppedError, Turns
from companyprofiles._profile import Profile
from companyprofiles._sources import Source
from companyprofiles._web import Fetch, Reply, WebFetch, host_of

__all__ = ["Fetch", "Manners", "Outcome", "Reply", "SourceResult", "verify"]

Known = Callable[[Source], SourceResult | None]
Alike = list[Source]
"""Sources with one address and one hash; one of them is asked for all."""


def verify(
    profile: Profile,
    *,
    fetch: Fetch | None = None,
    manners: Manners | None = None,
    most: int | None = None,
    known: Known | None = None,
) -> Iterator[SourceResult]:
    """Ask whether the address of each source of a profile still answers.

    Nothing is asked before the first result is taken, and nothing any more once the iterator is
    closed. The profile stays as it is.

    Args:
        profile: The profile.
        fetch: Sends one request; by default over the web.
        manners: How servers are asked; by default patiently.
        most: Addresses that are asked at most; all by default.
        known: Returns what is known of a source from an earlier time, or ``None``.

    Yields:
        A result for each source, as they come: first those that need not be asked.
    """
    manners = manners or Manners()
    addresses: dict[tuple[str, str | None], list[Source]] = {}
    for source in profile.sources:
        if source.url is None:
            yield _skipped(source, "It has no address.")
            continue
        key = (source.url, source.sha256)
        if found := known and known(source):
            yield attrs.evolve(found, source=source)
        elif key in addresses or most is None or len(addresses) < most:
            addresses.setdefault(key, []).append(source)
        else:
            yield _skipped(source, f"Only {most} addresses were to be asked.")
    if addresses:
        yield from _asked(list(addresses.values()), fetch or _web(manners), manners)


def _web(manners: Manners) -> WebFetch:
    name = f"companyprofiles/{companyprofiles.__version__}"
    return WebFetch(
        timeout=manners.timeout,
        user_agent=f"{name} (asks whether cited sources still answer)",
        private=manners.private,
    )


def _skipped(source: Source, reason: str) -> SourceResult:
    return SourceResult(source=source, outcome=Outcome.SKIPPED, reason=reason)


def _asked(addresses: Sequence[Alike], fetch: Fetch, manners: Manners) -> Iterator[SourceResult]:
    """Ask several hosts at a time, and the addresses of one host one after the other."""
    stop = Event()
    inquiry = Inquiry(fetch, Turns(manners.delay, stop), manners)
    hosts = _by_host(addresses)
    results: SimpleQueue[SourceResult | Exception] = SimpleQueue()

    def work() -> None:
        try:
            while True:
                for source, *others in hosts.get_nowait():
                    result = inquiry.ask(source)
                    for alike in (source, *others):
                        results.put(attrs.evolve(result, source=alike))
        except (Empty, StoppedError):
            pass
        except Exception as error:  # noqa: BLE001, handed over to who waits for the results
            results.put(error)

    try:
        for _ in range(min(manners.jobs, hosts.qsize())):
            # Whoever is interrupted does not wait for the last answers.
            Thread(target=work, daemon=True).start()
        for _ in range(sum(map(len, addresses))):
            result = results.get()
            if isinstance(result, Exception):
                raise result
            yield result
    finally:
        stop.set()


def _by_host(addresses: Iterable[Alike]) -> SimpleQueue[list[Alike]]:
    """Return the addresses of each host, the host that takes longest first."""
    hosts: dict[str, list[Alike]] = {}
    for alike in addresses:
        hosts.setdefault(host_of(alike[0].url or ""), []).append(alike)
    queue: SimpleQueue[list[Alike]] = SimpleQueue()
    for of_host in sorted(hosts.values(), key=len, reverse=True):
        queue.put(of_host)
    return queue
