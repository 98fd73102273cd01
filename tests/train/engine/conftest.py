"""A child process that the tests of a file share, and a mailbox that a test can wait for."""

from __future__ import annotations

import threading

import pytest

from playground.telemetry.mailbox import Mailbox
from playground.train.controls import Steering
from playground.train.engine.process import EngineProcess

WAIT = 60.0


class Box(Mailbox):
    """Keeps everything that is posted."""

    def __init__(self):
        super().__init__()
        self.posted = []
        self.changed = threading.Condition()

    def post(self, snapshot):
        with self.changed:
            self.posted.append(snapshot)
            self.changed.notify_all()

    def wait(self, condition):
        with self.changed:
            assert self.changed.wait_for(lambda: condition(self.posted), WAIT)

    @property
    def steps(self):
        return [snapshot.step for snapshot in self.posted]


@pytest.fixture(scope="module")
def shared_engine():
    engine = EngineProcess()
    yield engine
    assert engine.close(10.0)


@pytest.fixture
def engine(shared_engine):
    """Begins with a living child, whatever the test before did to it."""
    shared_engine.warm_up()
    return shared_engine


@pytest.fixture
def own_engine():
    engine = EngineProcess()
    yield engine
    assert engine.close(10.0)


@pytest.fixture
def begin():
    """Begin a session of a document in an engine: its worker, its mailbox, its steering."""
    made = []

    def make(engine, document, *, paused=False, steering=None, **options):
        names = ("max_steps", "done")
        of_worker = {name: options.pop(name) for name in names if name in options}
        steering = steering or Steering()
        steps = engine.make_steps(document, steering, 1, **options)
        box = Box()
        worker = engine.make_worker(steps, box, steering=steering, **of_worker)
        made.append(worker)
        if paused:
            worker.pause()
        worker.start()
        return worker, box, steering

    yield make
    for worker in made:
        assert worker.stop(WAIT)
