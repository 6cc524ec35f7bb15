"""What every vocabulary keeps to."""

from __future__ import annotations

from functools import cached_property
from typing import Any, ClassVar

from companyprofiles._profile import Profile
from companyprofiles._property import Property
from companyprofiles.hookspecs import resolve
from companyprofiles.testing._isolation import IsolatedCatalog
from companyprofiles.testing._plugin_contract import Contract
from companyprofiles.testing._samples import full_profile

__all__ = ["VocabularyContract"]


class VocabularyContract(Contract):
    """Tests of a vocabulary: its properties are described, new, and can be stated.

    A subclass names the plugin and the vocabulary, and perhaps the languages.
    """

    name: ClassVar[str]
    """Name of the vocabulary."""
    languages: ClassVar[tuple[str, ...]] = ("en",)
    """Languages in which every property is called and described."""

    @cached_property
    def properties(self) -> tuple[Property[Any], ...]:
        """The properties themselves."""
        record = self.catalog.host.vocabularies()[self.name]
        return tuple(resolve(record.properties))

    def test_it_has_properties(self) -> None:
        """Each of them once."""
        names = [prop.name for prop in self.properties]

        assert names
        assert len(names) == len(set(names))

    def test_no_property_has_a_name_of_the_core(self) -> None:
        """The core's property would be taken instead."""
        core = IsolatedCatalog().vocabulary

        assert [prop.name for prop in self.properties if prop.name in core] == []

    def test_no_property_is_called_like_another(self) -> None:
        """A reader could not tell them apart."""
        core = IsolatedCatalog().vocabulary.values()
        labels = {str(prop.label) for prop in core}

        assert [str(prop.label) for prop in self.properties if str(prop.label) in labels] == []

    def test_every_property_is_described_in_each_language(self) -> None:
        """What it is called, and what it means, in a sentence."""
        for prop in self.properties:
            for language in self.languages:
                assert prop.label.get(language), f"{prop}: no label in {language}"
                assert prop.description.get(language), f"{prop}: no description in {language}"
            assert prop.description["en"].endswith("."), prop.description["en"]

    def test_every_property_can_be_stated(self) -> None:
        """A profile with a statement of each is read, and comes back from plain data unchanged."""
        profile = full_profile(self.catalog)

        assert {statement.prop for statement in profile} >= set(self.properties)
        assert Profile.from_dict(profile.to_dict()) == profile
