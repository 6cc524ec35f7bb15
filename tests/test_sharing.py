"""Profiles go unharmed between threads, between processes, into pickles and copies."""

import copy
import pickle
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from operator import methodcaller
from pathlib import Path
from threading import Barrier, Event, Thread

import attrs
import pytest
from hypothesis import given

import companyprofiles
from companyprofiles import Property, _catalog
from companyprofiles._catalog import Catalog
from companyprofiles._plugin import State
from companyprofiles._plugins import PluginHost
from companyprofiles.vocabulary import CLAIM
from tests.samples import MADE_UP, Site, installed_site, profile, statement
from tests.strategies import examples, profiles

THREADS = 12
MANY_THREADS_FORK = pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
SLOW_TO_LOAD = "import time\ntime.sleep(0.05)\n"


@pytest.fixture
def site(tmp_path, monkeypatch) -> Iterator[Site]:
    with installed_site(tmp_path, monkeypatch) as made:
        made.company("made-up", MADE_UP, code=SLOW_TO_LOAD)
        _catalog.installed.cache_clear()
        yield made
        _catalog.installed.cache_clear()


def at_once(function, *arguments) -> list[object]:
    """Call a function in many threads that start together; return what each call gave."""
    start = Barrier(THREADS)

    def call(_number: int) -> object:
        start.wait()
        return function(*arguments)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(call, range(THREADS)))


# Values.


@given(drawn=profiles())
@examples(0.25)
def test_pickles_and_copies_are_equal_and_hash_alike(drawn):
    again = pickle.loads(pickle.dumps(drawn))  # noqa: S301
    for other in (again, copy.copy(drawn), copy.deepcopy(drawn), attrs.evolve(drawn)):
        assert other == drawn
        assert hash(other) == hash(drawn)
        assert other.to_dict() == drawn.to_dict()


def test_profiles_that_define_a_property_differently_differ():
    def made(label: str):
        prop = Property("size", "quantity", label={"en": label}, description={"en": "How large."})
        return profile(properties=(prop,))

    assert made("Size") == made("Size")
    assert made("Size") != made("Extent")
    assert len({made("Size"), made("Size"), made("Extent")}) == 2


def test_views_and_statements_are_values_too():
    made = profile(statement(CLAIM, {"en": "x"}))

    assert made.of("acme") == pickle.loads(pickle.dumps(made)).of("acme")  # noqa: S301
    assert len({*made, *copy.deepcopy(made)}) == 1


@pytest.mark.parametrize(
    "part",
    [lambda p: p, lambda p: p.of("acme"), lambda p: p.statements[0]],
    ids=["profile", "view", "statement"],
)
def test_nothing_of_it_can_be_changed(part):
    found = part(profile(statement(CLAIM, {"en": "x"})))
    name = attrs.fields(type(found))[0].name
    for change in (lambda: setattr(found, name, None), lambda: delattr(found, name)):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            change()


# Threads.


def test_threads_that_ask_together_get_one_profile(site):
    catalog = Catalog()
    found = at_once(catalog.get, "made-up")

    assert len({id(made) for made in found}) == 1
    assert found[0] == companyprofiles.load(site.folder / "companyprofiles_made_up" / "data")


def test_threads_may_start_with_the_first_question_to_the_package(site):
    found = at_once(companyprofiles.get, "made-up")

    assert all(made == found[0] for made in found)
    assert {plugin.state for plugin in _catalog.installed().host.profiles.values()} == {
        State.LOADED,
        State.AVAILABLE,
    }


def test_threads_that_load_a_plugin_together_load_it_once(site):
    host = PluginHost([site.folder])
    at_once(host.profile, "made-up")

    assert host.profiles["made-up"].state is State.LOADED
    assert host.manager.has_plugin("companyprofiles.profiles:made-up")


def test_threads_may_ask_one_profile_anything(site):
    made = companyprofiles.get("made-up")

    def ask() -> tuple[object, ...]:
        return (
            made.latest("revenue"),
            made.series("revenue"),
            made.timeline(),
            made.disputes(),
            made.to_dict(),
            made.at("2023"),
            hash(made),
            [f"{said:zh} {said:en}" for said in made],
            companyprofiles.search("rocket"),
        )

    first, *others = at_once(ask)

    assert all(other == first for other in others)


# Processes.


@MANY_THREADS_FORK
@pytest.mark.parametrize("method", ["fork", "spawn", "forkserver"])
def test_profiles_travel_to_other_processes_and_back(site, method):
    made = companyprofiles.get("made-up")
    with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        asked = [
            pool.submit(methodcaller("latest", "revenue"), made),
            pool.submit(methodcaller("to_dict"), made),
            pool.submit(copy.copy, made),
        ]
        latest, plain, back = (question.result(60) for question in asked)

    assert latest == made.latest("revenue")
    assert plain == made.to_dict()
    assert back == made
    assert hash(back) == hash(made)


@MANY_THREADS_FORK
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_other_processes_read_profiles_themselves(site, method):
    with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        found = [pool.submit(companyprofiles.get, "made-up") for _ in range(4)]

        assert {question.result(60) for question in found} == {companyprofiles.get("made-up")}


@MANY_THREADS_FORK
def test_a_process_may_be_forked_while_a_thread_loads_a_plugin(site, tmp_path):
    loading, done = Event(), Event()
    catalog = _catalog.installed()

    def load() -> None:
        with catalog.host.lock:
            loading.set()
            done.wait(60)

    thread = Thread(target=load)
    thread.start()
    loading.wait(60)
    answer = tmp_path / "answer"
    process = get_context("fork").Process(target=write_name_of, args=("made-up", answer))
    process.start()
    process.join(60)
    alive = process.is_alive()
    process.kill()
    done.set()
    thread.join()

    assert not alive
    assert answer.read_text() == "Acme"


def write_name_of(company: str, file: Path) -> None:
    file.write_text(str(companyprofiles.get(company).name))
