"""Python's garbage collection on the GUI thread only."""

from __future__ import annotations

import gc
import threading
import weakref

import pytest

from playground.gui.garbage import GarbageCollector, collect


class Loop:
    """Something that only a garbage collection frees."""

    def __init__(self, where: list[str]) -> None:
        self.me = self
        weakref.finalize(self, lambda: where.append(threading.current_thread().name))


def make_garbage(where: list[str]) -> None:
    Loop(where)
    keep = [[] for _ in range(gc.get_threshold()[0] + 100)]  # enough new objects to ask for one
    assert keep


@pytest.fixture
def collector(qtbot):
    collector = GarbageCollector()
    yield collector
    collector.stop()
    gc.disable()  # as the tests of the window have it
    gc.unfreeze()


def test_a_thread_that_allocates_collects_nothing_but_the_timer_does(collector, qtbot):
    where: list[str] = []
    thread = threading.Thread(target=make_garbage, args=(where,), name="train")
    thread.start()
    thread.join()
    assert where == []
    stay = [[] for _ in range(gc.get_threshold()[0] + 100)]
    qtbot.waitUntil(lambda: where == [threading.main_thread().name], timeout=5_000)
    assert stay


def test_few_new_objects_ask_for_no_collection(collector):
    gc.collect()
    where: list[str] = []
    Loop(where)
    collect()
    assert where == []
    gc.collect()
    assert where


def test_what_is_kept_is_never_searched(collector):
    gc.collect()
    before = gc.get_freeze_count()
    collector.keep()
    assert gc.get_freeze_count() > before


def test_stop_gives_the_collection_back_to_python(qtbot):
    collector = GarbageCollector()
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    gc.disable()
