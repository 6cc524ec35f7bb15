"""Profiles of made-up companies: one of which nothing is known, small, full, and hostile."""

from __future__ import annotations

from shutil import copytree
from tempfile import TemporaryDirectory

from companyprofiles._entities import Entity
from companyprofiles._header import Origin
from companyprofiles._profile import Profile
from companyprofiles._property_example import THINGS, example
from companyprofiles.testing._examples import EXAMPLES, read_example
from companyprofiles.testing._isolation import IsolatedCatalog

__all__ = ["full_profile", "hostile_profile", "minimal_profile", "samples", "small_profile"]


def minimal_profile() -> Profile:
    """Return a profile with as little as one can have: a company with a name in Chinese alone."""
    entity = Entity("acme", "legal_entity", name={"zh": "顶点"})
    return Profile(id="acme", subject="acme", entities=(entity,))


def small_profile(catalog: IsolatedCatalog | None = None) -> Profile:
    """Return the profile of Acme: three entities, two sources, three statements.

    Args:
        catalog: Where properties come from; by default the core alone.
    """
    return read_example("", catalog or IsolatedCatalog())


def full_profile(catalog: IsolatedCatalog | None = None) -> Profile:
    """Return the profile of Lumora, which says something of everything.

    It has every kind of entity, source, value, period, rank, modality and absence, statements that
    contradict each other, computed ones, decisions, and a statement of every property.

    Args:
        catalog: Where properties come from; by default the core alone. Each of its properties has
            a statement.
    """
    catalog = catalog or IsolatedCatalog()
    with TemporaryDirectory() as folder:
        data = copytree(EXAMPLES / "lumora", folder, dirs_exist_ok=True)
        read = catalog.read_folder(data, Origin(folder))
        stated = {statement.prop.name for statement in read}
        missing = [prop for name, prop in catalog.vocabulary.items() if name not in stated]
        with open(f"{folder}/more.toml", "w", encoding="utf-8") as file:  # noqa: PTH123
            file.write("\n\n".join([THINGS, *map(example, missing)]))
        return catalog.read_folder(data, Origin("companyprofiles-lumora"))


def hostile_profile() -> Profile:
    """Return a profile whose texts mean something to whoever takes them for markup."""
    return IsolatedCatalog().read_folder(EXAMPLES / "hostile", Origin("companyprofiles-hostile"))


def samples(catalog: IsolatedCatalog) -> dict[str, Profile]:
    """Return all of them by name."""
    return {
        "minimal": minimal_profile(),
        "small": small_profile(catalog),
        "full": full_profile(catalog),
        "hostile": hostile_profile(),
    }
