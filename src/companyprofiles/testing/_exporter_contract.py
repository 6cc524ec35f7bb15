"""What every exporter keeps to."""

from __future__ import annotations

import re
from copy import deepcopy
from functools import cached_property
from typing import Any, ClassVar

from companyprofiles._profile import Profile
from companyprofiles._sources import Source
from companyprofiles.hookspecs import Exporter, resolve
from companyprofiles.testing._plugin_contract import Contract, in_a_process_of_its_own
from companyprofiles.testing._samples import (
    full_profile,
    hostile_profile,
    minimal_profile,
    small_profile,
)

__all__ = ["ExporterContract"]

MEDIA_TYPE = r"[a-z]+/[a-z0-9][a-z0-9.+-]*(; ?[a-z]+=\S+)*"

WRITES = """
import sys
from companyprofiles.hookspecs import resolve
from companyprofiles.testing import IsolatedCatalog, full_profile
catalog = IsolatedCatalog(*sys.argv[2:])
content = resolve(catalog.host.exporters()[sys.argv[1]].export)(full_profile(catalog))
sys.stdout.buffer.write(content if isinstance(content, bytes) else content.encode())
"""

UNUSED = Source("report", title={"zh": "年报"}, kind="press")
"""A source with nothing but what it must have."""


class ExporterContract(Contract):
    """Tests of an exporter: it writes any profile, and the same profile always alike.

    A subclass names the plugin and the exporter; :meth:`read` may read what was written with a
    program that knows the format.
    """

    name: ClassVar[str]
    """Name of the exporter."""

    def read(self, content: bytes) -> None:
        """Read what was written, and raise where it is not right; by default as UTF-8."""
        content.decode()

    @cached_property
    def exporter(self) -> Exporter:
        """The exporter itself."""
        return self.catalog.host.exporters()[self.name]

    def write(self, profile: Profile) -> bytes:
        """Return a profile in the format."""
        content: Any = resolve(self.exporter.export)(profile)
        assert isinstance(content, str | bytes), f"must return str or bytes, got {content!r}."
        return content if isinstance(content, bytes) else content.encode()

    def check(self, profile: Profile) -> bytes:
        """Write a profile, read it, and see that it is written alike the next time."""
        before = profile.to_dict()
        content = self.write(profile)
        self.read(content)

        assert self.write(deepcopy(profile)) == content
        assert profile.to_dict() == before
        return content

    def test_it_is_described(self) -> None:
        """Its name, summary, media type and suffix can be shown and used."""
        exporter = self.exporter

        assert exporter.summary.strip()
        assert "\n" not in exporter.summary
        assert re.fullmatch(MEDIA_TYPE, exporter.media_type), exporter.media_type
        assert re.fullmatch(r"\.[a-z0-9.-]+", exporter.suffix), exporter.suffix
        assert callable(resolve(exporter.export))

    def test_it_writes_a_profile_of_which_little_is_known(self) -> None:
        """What may be absent is."""
        minimal = minimal_profile()
        self.check(minimal)
        self.check(Profile(id="a", subject="acme", entities=minimal.entities, sources=(UNUSED,)))

    def test_it_writes_a_small_company(self) -> None:
        """The usual case."""
        self.check(small_profile(self.catalog))

    def test_it_writes_everything_that_may_be_stated(self) -> None:
        """Every kind of value, period, rank, modality and absence."""
        self.check(full_profile(self.catalog))

    def test_it_writes_hostile_texts(self) -> None:
        """Nothing that a text says is taken for markup."""
        self.check(hostile_profile())

    def test_another_process_writes_the_same_bytes(self) -> None:
        """What is written does not depend on the order of sets."""
        plugins = [self.module] if self.module else []
        written = {
            in_a_process_of_its_own(WRITES, self.name, *plugins, PYTHONHASHSEED=seed)
            for seed in ("1", "2")
        }

        assert len(written) == 1
