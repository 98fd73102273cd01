"""The worker: pause, step, stop, speed and ends, seen from another thread."""

from __future__ import annotations

import itertools
import threading
import time

import pytest
import torch

from playground.errors import PlaygroundError
from playground.telemetry.mailbox import Mailbox
from playground.telemetry.snapshot import Event, Snapshot
from playground.train.cadence import StepCadence
from playground.train.controls import Controls, Steering
from playground.train.session import Session
from playground.train.worker import TrainWorker

WAIT = 20.0


def endless(log=None):
    """A session without torch that can be looked at like a real one."""
    try:
        for step in itertools.count(0):
            while (yield Snapshot(run=1, step=step, seconds=0.0, scalars={"step": float(step)})):
                pass
    finally:
        if log is not None:
            log.append("closed")


class Box(Mailbox):
    """A mailbox that a test can wait for."""

    def __init__(self):
        super().__init__()
        self.posted = []
        self.changed = threading.Condition()

    def post(self, snapshot):
        super().post(snapshot)
        with self.changed:
            self.posted.append(snapshot)
            self.changed.notify_all()

    def wait(self, condition):
        with self.changed:
            assert self.changed.wait_for(lambda: condition(self.posted), WAIT)


@pytest.fixture
def make_worker():
    made = []

    def make(steps, box=None, **options):
        worker = TrainWorker(steps, box or Box(), **options)
        made.append(worker)
        return worker

    yield make
    for worker in made:
        assert worker.stop(WAIT)


def steps_of(box):
    return [s.step for s in box.posted]


def test_it_ends_by_itself_after_its_last_step(make_worker):
    box = Box()
    worker = make_worker(endless(), box, max_steps=100)
    worker.start()
    worker.join(WAIT)
    assert worker.finished == "steps"
    assert worker.step == 100
    assert steps_of(box) == list(range(101))


def test_more_steps_go_on_where_the_last_worker_ended(make_worker):
    box, steps = Box(), endless()
    first = make_worker(steps, box, max_steps=10)
    first.start()
    first.join(WAIT)
    second = make_worker(steps, box, max_steps=20, done=first.step)
    second.start()
    second.join(WAIT)
    assert second.finished == "steps"
    assert steps_of(box) == list(range(21))


def test_a_paused_worker_shows_step_0_and_waits(make_worker):
    box = Box()
    worker = make_worker(endless(), box)
    worker.pause()
    worker.start()
    box.wait(lambda posted: len(posted) == 1)
    worker.step_once()
    box.wait(lambda posted: len(posted) == 2)
    worker.step_once()
    worker.step_once()
    box.wait(lambda posted: len(posted) == 4)
    assert steps_of(box) == [0, 1, 2, 3]
    assert worker.paused
    worker.resume()
    box.wait(lambda posted: len(posted) > 50)
    assert not worker.paused


def test_stopping_a_paused_worker_closes_its_session(make_worker):
    log, box = [], Box()
    worker = make_worker(endless(log), box)
    worker.pause()
    worker.start()
    box.wait(lambda posted: len(posted) == 1)
    assert worker.stop(WAIT)
    assert worker.finished == "stopped"
    assert log == ["closed"]


def test_stopping_after_the_last_step_closes_the_session_too(make_worker):
    log = []
    worker = make_worker(endless(log), max_steps=5)
    worker.start()
    worker.join(WAIT)
    assert log == []
    worker.stop()
    assert log == ["closed"]


def test_stopping_a_worker_that_never_started_is_fine():
    log = []
    steps = endless(log)
    assert TrainWorker(steps, Mailbox()).stop(timeout=1.0)


def test_a_step_that_lasts_is_reported_as_still_busy(make_worker):
    may_end, entered = threading.Event(), threading.Event()

    def slow():
        entered.set()
        may_end.wait(WAIT)
        yield None

    worker = make_worker(slow())
    worker.start()
    assert entered.wait(WAIT)
    assert not worker.stop(timeout=0)
    may_end.set()
    assert worker.stop(WAIT)


def test_no_row_is_lost_and_a_failing_step_is_reported(make_worker):
    def fails_late():
        yield from itertools.islice(endless(), 2000)
        raise PlaygroundError("The loss became NaN.", hint="Lower the learning rate.")

    box = Box()
    worker = make_worker(fails_late(), box)
    worker.start()
    worker.join(WAIT)
    assert worker.finished == "error"
    assert worker.error.hint == "Lower the learning rate."
    rows, _ = box.take()
    assert [step for step, _ in rows] == list(range(2000))


def test_an_experiment_that_finds_an_end_says_why(make_worker):
    def ends():
        yield from itertools.islice(endless(), 3)
        return "It is good enough."

    worker = make_worker(ends())
    worker.start()
    worker.join(WAIT)
    assert (worker.finished, worker.reason) == ("ended", "It is good enough.")


def test_a_look_shows_a_paused_run_again_without_a_step(make_worker):
    box = Box()
    worker = make_worker(endless(), box)
    worker.pause()
    worker.start()
    box.wait(lambda posted: len(posted) == 1)
    worker.look()
    box.wait(lambda posted: len(posted) == 2)
    assert steps_of(box) == [0, 0]


def test_the_speed_limit_holds_and_can_be_lifted(make_worker):
    box, steering = Box(), Steering(Controls(speed=50.0))
    worker = make_worker(endless(), box, steering=steering)
    start = time.perf_counter()
    worker.start()
    box.wait(lambda posted: len(posted) >= 11)
    assert time.perf_counter() - start >= 9 / 50
    steering.change(speed=None)
    box.wait(lambda posted: len(posted) >= 2000)


def test_a_slow_speed_does_not_keep_a_run_from_stopping_or_pausing(make_worker):
    box = Box()
    worker = make_worker(endless(), box, steering=Steering(Controls(speed=0.001)))
    worker.start()
    box.wait(lambda posted: len(posted) >= 1)
    worker.step_once()
    box.wait(lambda posted: len(posted) >= 2)
    start = time.perf_counter()
    assert worker.stop(WAIT)
    assert time.perf_counter() - start < WAIT / 2


def test_a_real_run_ends_with_a_full_snapshot_of_its_last_step(make_worker, make_document):
    box = Box()
    session = Session(make_document(steps=57), cadence=StepCadence(1000))
    worker = make_worker(session.steps(), box, max_steps=session.max_steps)
    worker.start()
    worker.join(WAIT)
    assert steps_of(box) == [0, 1, 57]
    assert box.posted[-1].complete
    assert "accuracy/test" in box.posted[-1].scalars


def test_pausing_shows_the_step_it_stopped_at(make_worker, make_document):
    class PauseAt20(StepCadence):
        def due(self, step):
            if step == 20:
                worker.pause()
            return super().due(step)

    box = Box()
    worker = make_worker(Session(make_document(), cadence=PauseAt20(10**9)).steps(), box)
    worker.start()
    box.wait(lambda posted: len(posted) == 3)
    assert steps_of(box) == [0, 1, 20]
    assert box.posted[-1].complete


def test_pauses_and_single_steps_do_not_change_the_weights(make_worker, make_document):
    document = make_document("dropout", "norm", steps=60)

    def trained(drive):
        session, box = Session(document), Box()
        worker = make_worker(session.steps(), box, max_steps=60)
        drive(worker, box)
        worker.join(WAIT)
        assert worker.finished == "steps"
        return session.models["main"].state_dict()

    def stepwise(worker, box):
        worker.pause()
        worker.start()
        for step in range(1, 6):
            worker.step_once()
            box.wait(lambda posted, step=step: posted and posted[-1].step == step)
            worker.look()
        worker.resume()

    straight = trained(lambda worker, box: worker.start())
    halting = trained(stepwise)
    assert all(torch.equal(straight[name], halting[name]) for name in straight)


def test_the_thread_computes_on_the_cores_it_was_given(make_worker):
    found = []

    def steps():
        found.append(torch.get_num_threads())
        yield None

    worker = make_worker(steps(), cores=2)  # not as many as tests have anyway
    worker.start()
    worker.join(WAIT)
    assert found == [2]


def test_what_happened_at_a_pause_is_told_also_where_the_step_has_told_all(make_worker):
    """A look makes the wishes of the user true: their events come with it, and get lost with it."""
    event = Event("failed", 3, "The disk is full.")

    def session():
        for step in itertools.count(0):
            looked = yield Snapshot(1, step, 0.0, {}, complete=True)
            while looked:
                looked = yield Snapshot(1, step, 0.0, {}, complete=True, events=(event,))

    box = Box()
    worker = make_worker(session(), box)
    worker.pause()
    worker.start()
    box.wait(lambda posted: any(snapshot.events for snapshot in posted))
    assert worker.stop()
