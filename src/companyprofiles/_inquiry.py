"""What becomes of one source when its address is asked."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Any
from urllib.parse import urljoin

import attrs

from companyprofiles._choices import Choice
from companyprofiles._identifiers import check_url
from companyprofiles._manners import LONGEST_PAUSE, Manners, Turns
from companyprofiles._plain import plain
from companyprofiles._sources import Source
from companyprofiles._web import Fetch, Reply, host_of
from companyprofiles.errors import shown

__all__ = ["Inquiry", "Outcome", "SourceResult"]

MOST_REDIRECTS = 5
GLANCE = 64 * 1024
"""Bytes that are read of a page whose content is not compared."""
LARGEST_DOCUMENT = 64 * 1024 * 1024
"""Bytes that are read of a document whose content is compared."""

SUCCESS = range(200, 300)
REDIRECTS = {301, 302, 303, 307, 308}
PERMANENT_REDIRECTS = {301, 308}
GONE = {404: "Its server has no such page (404).", 410: "It was taken away for good (410)."}
PASSING = {408, 425, 429, 500, 502, 503, 504}
"""Failures that may be over a moment later."""
FAILURES = range(500, 600)
REFUSED_FROM = 400


class Outcome(Choice):
    """What became of a source's address."""

    OK = "ok"
    """It answers."""
    MOVED = "moved"
    """It answers at another address, and the server says that this is for good."""
    CHANGED = "changed"
    """It answers with other bytes than those whose hash the source has."""
    GONE = "gone"
    """Its server says that there is no such page."""
    REFUSED = "refused"
    """Its server answers and does not give the page; a reader with a browser may get it."""
    UNREACHABLE = "unreachable"
    """Nothing came that could be used."""
    SKIPPED = "skipped"
    """It was not asked."""

    @property
    def answers(self) -> bool:
        """Whether a page came."""
        return self in (Outcome.OK, Outcome.MOVED, Outcome.CHANGED)


@attrs.frozen(kw_only=True)
class SourceResult:
    """What became of one source."""

    source: Source
    """The source, as the profile has it."""
    outcome: Outcome = attrs.field(converter=Outcome)
    """What became of its address."""
    reason: str
    """Why, in a sentence or two."""
    status: int = 0
    """The last status code of HTTP; 0 where there was no answer."""
    moved_to: str | None = None
    """Where the page is for good, if not at its address."""
    asked: datetime | None = None
    """When it was asked; ``None`` where it was not."""

    @property
    def is_dead(self) -> bool:
        """Whether it was asked and no page came."""
        return not self.outcome.answers and self.outcome is not Outcome.SKIPPED

    @property
    def archived_copy(self) -> str | None:
        """Address of the archived copy, where the source's own is dead."""
        return self.source.archive_url if self.is_dead else None

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data, with the id of the source."""
        own = {field.name: getattr(self, field.name) for field in attrs.fields(SourceResult)[1:]}
        own["asked"] = self.asked and self.asked.isoformat(timespec="seconds")
        source = self.source
        return {
            "source": source.id,
            "url": source.url,
            "sha256": source.sha256,
            "archive_url": source.archive_url,
            **{name: plain(value) for name, value in own.items()},
        }

    def __str__(self) -> str:
        address = f"{self.source.id}: {self.source.url}" if self.source.url else self.source.id
        text = f"{self.outcome}: {address}: {self.reason}"
        if self.moved_to:
            text += f" Now at {self.moved_to}"
        if self.is_dead:
            copy = self.archived_copy
            text += f" Archived copy: {copy}" if copy else " No archived copy is listed."
        return text


@attrs.frozen
class Inquiry:
    """Asks the address of a source, follows where it leads, and judges what comes."""

    fetch: Fetch
    """Sends one request."""
    turns: Turns
    """Says when a host may be asked."""
    manners: Manners
    """How often and with which pauses."""

    def ask(self, source: Source) -> SourceResult:
        """Ask the address of a source, which must have one.

        Raises:
            StoppedError: Nothing is to be asked any more.
        """
        url, moved_to, for_good = str(source.url), None, True
        seen = {_page(url)}
        while True:
            reply = self._reply(url, to_compare=source.sha256 is not None)
            if reply is None:
                reason = f"Its server asks for a pause of more than {LONGEST_PAUSE} seconds."
                return SourceResult(source=source, outcome=Outcome.SKIPPED, reason=reason)
            if reply.status not in REDIRECTS or reply.location is None:
                return _result(source, reply, moved_to)
            url, problem = _target(url, reply.location, seen)
            if problem:
                return _result(source, attrs.evolve(reply, problem=problem), None)
            for_good = for_good and reply.status in PERMANENT_REDIRECTS
            if for_good:
                moved_to = url

    def _reply(self, url: str, *, to_compare: bool) -> Reply | None:
        """Ask one address, again where that may help; ``None`` where its host may not be asked."""
        host = host_of(url)
        most = LARGEST_DOCUMENT if to_compare else GLANCE
        # Many servers answer HEAD wrongly or not at all: when it fails, only GET is believed.
        methods = [*([] if to_compare else ["HEAD"]), *["GET"] * (self.manners.retries + 1)]
        last = None
        for number, method in enumerate(methods):
            reply = self.turns.take(host, partial(self.fetch, method, url, most=most))
            if reply is None:
                break
            last = reply
            may_pass = reply.status in PASSING or (reply.problem and not reply.lasting)
            if may_pass:
                again = number + 1 < len(methods)
                backoff = min(self.manners.delay * 2**number, LONGEST_PAUSE) if again else 0
                self.turns.pause(host, backoff if reply.retry_after is None else reply.retry_after)
            elif method == "GET" or reply.lasting or reply.status in SUCCESS or reply.location:
                break
        return last


def _page(url: str) -> str:
    return url.partition("#")[0]


def _target(url: str, location: str, seen: set[str]) -> tuple[str, str]:
    """Return where a redirect leads, or why it is not followed; what is followed is *seen*."""
    try:
        target = check_url(urljoin(url, location))
    except ValueError:
        return "", f"It redirects to {shown(location)}, which is no web address."
    page = _page(target)
    if page in seen:
        return "", "It redirects in a circle."
    if len(seen) > MOST_REDIRECTS:
        return "", f"It redirects more than {MOST_REDIRECTS} times."
    seen.add(page)
    return target, ""


def _result(source: Source, reply: Reply, moved_to: str | None) -> SourceResult:
    outcome, reason = _judged(source, reply, is_moved=moved_to is not None)
    return SourceResult(
        source=source,
        outcome=outcome,
        reason=reason,
        status=reply.status,
        moved_to=moved_to if outcome.answers else None,
        asked=datetime.now(UTC).replace(microsecond=0),
    )


def _judged(source: Source, reply: Reply, *, is_moved: bool) -> tuple[Outcome, str]:
    if reply.problem:
        return Outcome.UNREACHABLE, reply.problem
    if reply.status in SUCCESS:
        return _compared(source, reply, is_moved=is_moved)
    if reply.status in GONE:
        return Outcome.GONE, GONE[reply.status]
    pause = (
        f" It asks for a pause of more than {LONGEST_PAUSE} seconds."
        if reply.retry_after is not None and reply.retry_after > LONGEST_PAUSE
        else ""
    )
    if reply.status in FAILURES:
        return Outcome.UNREACHABLE, f"Its server fails ({reply.status}).{pause}"
    if reply.status < REFUSED_FROM:
        return Outcome.UNREACHABLE, f"Its server answers {reply.status}, which brings no page."
    return Outcome.REFUSED, f"Its server does not give it to this program ({reply.status}).{pause}"


def _compared(source: Source, reply: Reply, *, is_moved: bool) -> tuple[Outcome, str]:
    outcome = Outcome.MOVED if is_moved else Outcome.OK
    if source.sha256 is None:
        return outcome, "It answers."
    if reply.sha256 is None:
        return outcome, f"It answers. {reply.note}"
    if reply.sha256 == source.sha256:
        return outcome, "It answers with the copy that was read."
    return Outcome.CHANGED, "It answers with other bytes than the copy that was read."
