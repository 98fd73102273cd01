"""The engine process does what the thread does, to the bit, and tells what becomes of its child."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

import numpy as np
import pytest

from playground import i18n
from playground.document.model import Penalty
from playground.document.penalties import set_penalty
from playground.errors import TrainError, WeightsError
from playground.telemetry.probes.base import Probe
from playground.telemetry.probes.data_points import DataPoints
from playground.telemetry.probes.weights import Weights
from playground.train.cadence import StepCadence
from playground.train.controls import Controls, Steering
from playground.train.engine.thread import ThreadEngine

WAIT = 60.0


@pytest.fixture
def document(make_document):
    return make_document("dropout", "norm", steps=10**9)


def looking_at(document):
    steering = Steering()
    steering.probes = frozenset(Weights(node=node.id) for node in document.nodes)
    return steering


def test_thread_and_process_give_the_same_rows_and_weights_to_the_bit(engine, begin, document):
    def trained(engine):
        worker, box, _ = begin(
            engine,
            document,
            steering=looking_at(document),
            cadence=StepCadence(10),
            max_steps=120,
        )
        worker.join(WAIT)
        assert (worker.finished, worker.step) == ("steps", 120)
        return box.posted

    ours, theirs = trained(engine), trained(ThreadEngine())
    timing = {"rate"}
    for a, b in zip(ours, theirs, strict=True):
        assert a.step == b.step
        assert {k: v for k, v in a.scalars.items() if k not in timing} == {
            k: v for k, v in b.scalars.items() if k not in timing
        }
        assert set(a.arrays) == set(b.arrays)
        assert all(np.array_equal(a.arrays[name], b.arrays[name]) for name in a.arrays)
    assert len(ours[-1].arrays) >= 4


def test_penalties_of_single_blocks_count_in_the_process_too(engine, begin, document):
    document = set_penalty(document, ["hidden"], Penalty(kind="l1", rate=0.5))
    document = set_penalty(document, ["out"], Penalty(kind="l2", rate=0.5))

    def weights(engine, document):
        steering = looking_at(document)
        worker, box, _ = begin(
            engine, document, steering=steering, cadence=StepCadence(10), max_steps=40
        )
        worker.join(WAIT)
        return box.posted[-1].arrays

    ours, theirs = (weights(one, document) for one in (engine, ThreadEngine()))
    without = weights(engine, set_penalty(document, ["hidden", "out"], None))
    assert all(np.array_equal(ours[name], theirs[name]) for name in theirs)
    assert any(not np.array_equal(ours[name], without[name]) for name in without)


def test_no_row_is_lost(engine, begin, document):
    worker, box, _ = begin(engine, document, cadence=StepCadence(1), max_steps=1500)
    worker.join(WAIT)
    assert box.steps == list(range(1501))


def test_it_pauses_steps_looks_and_goes_on(engine, begin, document):
    worker, box, steering = begin(engine, document, paused=True)
    box.wait(lambda posted: posted)
    worker.step_once()
    box.wait(lambda posted: posted[-1].step == 1 and posted[-1].complete)
    steering.probes = frozenset({Weights(node="hidden")})
    worker.look()
    box.wait(lambda posted: set(posted[-1].arrays) == {"weights/hidden", "bias/hidden"})
    assert set(box.steps) == {0, 1}
    assert worker.paused
    worker.resume()
    box.wait(lambda posted: posted[-1].step > 50)
    assert not worker.paused
    assert worker.is_alive()
    assert worker.stop(WAIT)
    assert worker.finished == "stopped"


def test_more_steps_go_on_where_the_last_worker_ended(engine, begin, document):
    first, box, _ = begin(engine, document, cadence=StepCadence(1), max_steps=10)
    first.join(WAIT)
    second = engine.make_worker(first._steps, box, max_steps=20, done=first.step)
    second.start()
    second.join(WAIT)
    assert second.finished == "steps"
    assert box.steps == list(range(21))


def test_two_sessions_live_side_by_side(engine, begin, document):
    one, box, _ = begin(engine, document)
    two, other, _ = begin(engine, document)
    box.wait(lambda posted: posted and posted[-1].step > 5)
    other.wait(lambda posted: posted and posted[-1].step > 5)
    assert one.stop(WAIT)
    seen = other.posted[-1].step
    other.wait(lambda posted: posted[-1].step > seen)
    assert two.is_alive()


def test_controls_reach_the_child(engine, begin, document):
    _, box, steering = begin(engine, document, steering=Steering(Controls(lr=0.02)))
    box.wait(lambda posted: posted and posted[-1].scalars.get("lr") == 0.02)
    steering.change(lr=0.125)
    box.wait(lambda posted: posted[-1].scalars.get("lr") == 0.125)


def test_a_failing_run_ends_with_the_same_error(engine, begin, make_document):
    document = make_document(loss="mse", optimizer="sgd", lr=100.0, steps=10**9)

    def failed(engine):
        worker, _, _ = begin(engine, document, cadence=StepCadence(1))
        worker.join(WAIT)
        assert worker.finished == "error"
        return worker.error

    ours, theirs = failed(engine), failed(ThreadEngine())
    assert isinstance(ours, TrainError)
    assert type(ours) is type(theirs)
    assert (ours.message, ours.hint, ours.node) == (theirs.message, theirs.hint, theirs.node)
    assert ours.hint


def test_errors_come_in_the_language_of_the_window(engine, begin, document, tmp_path):
    i18n.set_language("zh")
    worker, _, _ = begin(engine, document, weights=tmp_path / "none.safetensors")
    worker.join(WAIT)
    assert isinstance(worker.error, WeightsError)
    assert "没有" in worker.error.message


def test_an_array_that_did_not_change_stays_the_same_object(engine, begin, document):
    steering = Steering()
    steering.probes = frozenset({DataPoints(), Weights(node="hidden")})
    _, box, _ = begin(engine, document, steering=steering)
    box.wait(lambda posted: len([s for s in posted if "data/train_x" in s.arrays]) > 3)
    points = [s.arrays["data/train_x"] for s in box.posted if "data/train_x" in s.arrays]
    weights = [s.arrays["weights/hidden"] for s in box.posted if "weights/hidden" in s.arrays]
    assert all(array is points[0] for array in points)
    assert weights[0] is not weights[-1]


class Local(Probe):
    """A probe that the child cannot import: this file is no module to it."""

    @property
    def name(self):
        return "local"


def test_a_probe_that_cannot_travel_is_told_to_the_log_and_nothing_else(
    engine, begin, document, caplog
):
    steering = Steering()
    with caplog.at_level(logging.WARNING):
        _, box, _ = begin(engine, document, steering=steering)
        steering.probes = frozenset({Local()})
        steering.change(lr=0.25)
        box.wait(lambda posted: posted and posted[-1].scalars.get("lr") == 0.25)
    assert any("probes" in record.getMessage() for record in caplog.records)


def test_arrays_are_copies_that_nobody_writes_to_any_more(engine, begin, document):
    _, box, _ = begin(engine, document, steering=looking_at(document))
    box.wait(lambda posted: posted and posted[-1].arrays)
    first = box.posted[0].arrays["weights/hidden"]
    kept, count = first.copy(), len(box.posted)
    box.wait(lambda posted: len(posted) > count + 8)
    assert np.array_equal(first, kept)
    assert not np.array_equal(first, box.posted[-1].arrays.get("weights/hidden"))


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_the_child_loads_no_qt_and_leaves_no_shared_memory(own_engine, begin, document):
    before = set(Path("/dev/shm").iterdir())
    _, box, _ = begin(own_engine, document, steering=looking_at(document))
    box.wait(lambda posted: len(posted) > 3)
    maps = Path(f"/proc/{own_engine.pid}/maps").read_text()
    assert "torch" in maps
    assert "Qt6" not in maps
    assert set(Path("/dev/shm").iterdir()) <= before
