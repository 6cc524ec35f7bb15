"""What every exporter keeps to, as a class of tests for a subclass to name its exporter in.

::

    class TestNames(ExporterContract):
        name = "names"

        def read(self, content: bytes) -> None:
            content.decode()
"""

import os
import re
import subprocess
import sys
from copy import deepcopy
from functools import cached_property
from typing import Any, ClassVar

from hypothesis import HealthCheck, given

import companyprofiles
from companyprofiles import Entity, Profile, Source
from companyprofiles._catalog import installed
from companyprofiles.hookspecs import Exporter, resolve
from tests.samples import ACME, HOSTILE, write
from tests.strategies import examples, profiles

MEDIA_TYPE = r"[a-z]+/[a-z0-9][a-z0-9.+-]*(; ?[a-z]+=\S+)*"

IN_A_PROCESS_OF_ITS_OWN = """
import sys
import companyprofiles
from companyprofiles._catalog import installed
from companyprofiles.hookspecs import resolve
exporter = installed().host.exporters()[sys.argv[1]]
content = resolve(exporter.export)(companyprofiles.load(sys.argv[2]))
sys.stdout.buffer.write(content if isinstance(content, bytes) else content.encode())
"""

MINIMAL = Profile(
    id="acme", subject="acme", entities=(Entity("acme", "legal_entity", name={"zh": "顶点"}),)
)
"""As little as a profile can be."""

UNUSED = Source("report", title={"zh": "年报"}, kind="press")
"""A source with nothing but what it must have."""


class ExporterContract:
    """What the exporter :attr:`name`, which is installed, keeps to."""

    name: ClassVar[str]
    """Name of the exporter."""

    def read(self, content: bytes) -> None:
        """Read what was written with a program that knows the format; by default as UTF-8."""
        content.decode()

    @cached_property
    def exporter(self) -> Exporter:
        """The exporter itself."""
        return installed().host.exporters()[self.name]

    def write(self, profile: Profile) -> bytes:
        """Return *profile* in the format."""
        content: Any = resolve(self.exporter.export)(profile)
        return content if isinstance(content, bytes) else content.encode()

    def check(self, profile: Profile) -> bytes:
        """Write *profile*, read it, and see that it is written alike the next time."""
        content = self.write(profile)
        self.read(content)

        assert self.write(deepcopy(profile)) == content
        return content

    def test_it_is_described(self):
        exporter = self.exporter

        assert exporter.summary.strip()
        assert "\n" not in exporter.summary
        assert re.fullmatch(MEDIA_TYPE, exporter.media_type)
        assert re.fullmatch(r"\.[a-z0-9.-]+", exporter.suffix)
        assert callable(resolve(exporter.export))

    def test_it_writes_a_profile_of_which_little_is_known(self):
        self.check(MINIMAL)
        self.check(Profile(id="a", subject="acme", entities=MINIMAL.entities, sources=(UNUSED,)))

    def test_it_writes_a_small_company(self, tmp_path):
        self.check(companyprofiles.load(write(tmp_path, ACME)))

    def test_it_writes_hostile_texts(self, tmp_path):
        self.check(companyprofiles.load(write(tmp_path, HOSTILE)))

    # Inherited by each subclass, so Hypothesis sees one test run by instances of several classes.
    @examples(0.5, suppress_health_check=[HealthCheck.differing_executors])
    @given(profile=profiles())
    def test_it_writes_any_profile(self, profile):
        before = profile.to_dict()
        self.check(profile)

        assert profile.to_dict() == before

    def test_another_process_writes_the_same_bytes(self, tmp_path):
        folder = write(tmp_path, ACME)
        command = [sys.executable, "-c", IN_A_PROCESS_OF_ITS_OWN, self.name, str(folder)]
        written = {
            subprocess.run(
                command, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
            ).stdout
            for seed in ("1", "2")
        }

        assert len(written) == 1
        assert written.pop()
