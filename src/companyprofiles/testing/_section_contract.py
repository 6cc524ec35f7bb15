"""What every section of a page keeps to."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from companyprofiles.hookspecs import Section
from companyprofiles.testing._doctree import section_doctree
from companyprofiles.testing._plugin_contract import Contract
from companyprofiles.testing._samples import full_profile, minimal_profile, samples

if TYPE_CHECKING:
    from docutils import nodes

    from companyprofiles._profile import Profile

__all__ = ["SectionContract"]


class SectionContract(Contract):
    """Tests of a section: it shows what there is, nothing where there is nothing, and any profile.

    A subclass names the plugin and the section. Sphinx must be installed.
    """

    name: ClassVar[str]
    """Name of the section."""
    example: ClassVar[str] = ""
    """Data that the section shows, complete or beside that of Acme; by default a company of which
    everything is stated, in the plugin's properties too."""

    @cached_property
    def section(self) -> Section:
        """The section itself."""
        found = {section.name: section for section in self.catalog.host.sections()}
        return found[self.name]

    def show(self, profile: Profile, language: str = "en") -> nodes.document:
        """Return the document that the section makes of a profile."""
        return section_doctree(self.section, profile, language=language)

    def shown(self) -> nodes.document:
        """Return the document that it makes of :attr:`example`."""
        if self.example:
            return self.show(self.catalog.read(self.example))
        return self.show(full_profile(self.catalog))

    def test_it_has_a_heading_in_english(self) -> None:
        """Whatever language a page is in, there is a heading."""
        assert "en" in self.section.title

    def test_it_shows_something(self) -> None:
        """What it is there for."""
        assert self.shown().astext().strip()

    def test_it_is_left_out_where_nothing_is_known(self) -> None:
        """A heading with nothing below it helps nobody."""
        assert self.show(minimal_profile()).children == []

    def test_it_shows_any_profile_and_always_alike(self) -> None:
        """A profile of which little is known, one of which much is, and hostile texts."""
        for name, profile in samples(self.catalog).items():
            shown = [self.show(profile).pformat() for _ in range(2)]

            assert shown[0] == shown[1], name

    def test_it_is_made_in_another_language(self) -> None:
        """Names and labels come in the language of the page."""
        self.show(full_profile(self.catalog), "zh")

    def test_anchors_are_there_once(self) -> None:
        """Links would lead to the first of several places."""
        from docutils import nodes

        counted = Counter(
            name for node in self.shown().findall(nodes.Element) for name in node["ids"]
        )

        assert [name for name, count in counted.items() if count > 1] == []
