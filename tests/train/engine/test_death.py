"""A child that dies, at any moment and of anything, takes nothing with it but the training."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import psutil
import pytest

from playground.telemetry.probes.weights import Weights
from playground.train.cadence import StepCadence
from playground.train.controls import Controls, Steering
from playground.train.engine.fate import ProcessLost
from playground.train.engine.process import EngineProcess
from playground.train.engine.thread import ThreadEngine

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs signals")
WAIT = 60.0
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def document(make_document):
    return make_document("dropout", steps=10**9)


def kill(engine, number=signal.SIGKILL):
    process = psutil.Process(engine.pid)
    process.send_signal(number)
    return process


def wait_for_pid(engine):
    engine.warm_up()
    while engine.pid is None:
        pass


@pytest.mark.parametrize(
    ("number", "words"),
    [(signal.SIGKILL, "SIGKILL"), (signal.SIGSEGV, "native code"), (signal.SIGTERM, "told to end")],
)
def test_a_killed_child_ends_its_workers_with_the_reason(
    own_engine, begin, document, number, words
):
    worker, box, _ = begin(own_engine, document)
    box.wait(lambda posted: posted and posted[-1].step > 10)
    kill(own_engine, number)
    worker.join(WAIT)
    assert worker.finished == "error"
    assert isinstance(worker.error, ProcessLost)
    assert words in worker.error.message


def test_after_two_deaths_in_a_row_the_next_session_trains(own_engine, begin, document):
    for _ in range(2):
        worker, box, _ = begin(own_engine, document)
        box.wait(lambda posted: posted)
        kill(own_engine)
        worker.join(WAIT)
        assert isinstance(worker.error, ProcessLost)
    _, box, _ = begin(own_engine, document)
    box.wait(lambda posted: posted and posted[-1].step > 10)


def test_a_child_that_dies_while_it_starts_is_told(own_engine, begin, document):
    wait_for_pid(own_engine)
    kill(own_engine)
    worker, box, _ = begin(own_engine, document)
    while worker.is_alive() and not box.posted:
        worker.join(0.05)
    # either the death was seen in time and there is a new child, or it is told
    assert box.posted or isinstance(worker.error, ProcessLost)


def test_a_child_that_dies_among_large_snapshots_breaks_nothing(own_engine, begin, make_document):
    document = make_document(steps=10**9)
    steering = Steering()
    steering.probes = frozenset(Weights(node=node.id) for node in document.nodes)
    worker, box, _ = begin(own_engine, document, steering=steering, cadence=StepCadence(1))
    box.wait(lambda posted: len(posted) > 200)  # it does little else than sending now
    kill(own_engine)
    worker.join(WAIT)
    assert isinstance(worker.error, ProcessLost)
    assert box.steps == list(range(len(box.posted)))


def test_a_run_goes_on_from_the_state_that_was_kept_to_the_bit(own_engine, begin, document):
    steering = Steering(Controls(speed=100.0))
    worker, box, _ = begin(own_engine, document, steering=steering)
    box.wait(lambda posted: worker.kept is not None)
    kill(own_engine)
    worker.join(WAIT)
    kept = worker.error.kept
    assert 0 < kept.step <= box.posted[-1].step

    def weights_at(engine, step, **options):
        steering = Steering()
        steering.probes = frozenset(Weights(node=node.id) for node in document.nodes)
        worker, box, _ = begin(engine, document, steering=steering, max_steps=step, **options)
        worker.join(WAIT)
        assert worker.finished == "steps"
        return box.posted

    goal = kept.step + 25
    resumed = weights_at(own_engine, goal, state=kept.state, done=0)
    straight = weights_at(ThreadEngine(), goal)
    assert resumed[0].step == kept.step
    arrays = straight[-1].arrays
    assert all(np.array_equal(resumed[-1].arrays[name], arrays[name]) for name in arrays)


def test_closing_ends_the_child_whatever_it_is_doing(begin, document):
    engine = EngineProcess()
    worker, box, _ = begin(engine, document)
    box.wait(lambda posted: posted)
    process = psutil.Process(engine.pid)
    assert engine.close(10.0)
    assert not process.is_running()
    assert worker.finished == "stopped"
    assert worker.error is None


def test_closing_while_it_starts_leaves_no_child():
    engine = EngineProcess()
    wait_for_pid(engine)
    process = psutil.Process(engine.pid)
    assert engine.close(10.0)
    assert not process.is_running()


PARENT = """
import sys, time
from playground.train.engine.process import EngineProcess
engine = EngineProcess()
engine.warm_up()
while engine.pid is None or ("ready" in sys.argv and not engine.ready):
    time.sleep(0.01)
print(engine.pid, flush=True)
time.sleep(600)
"""


@pytest.mark.parametrize("when", ["ready", "starting"])
def test_the_child_ends_when_its_parent_is_killed(when):
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, when], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with parent:
        child = psutil.Process(int(parent.stdout.readline()))
        parent.kill()
    child.wait(WAIT)
