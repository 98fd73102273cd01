"""The child keeps earlier steps as the thread does, and takes nothing along when it dies."""

from __future__ import annotations

import os
import signal

import numpy as np
import pytest

from playground.telemetry.probes.weights import Weights
from playground.train.cadence import StepCadence
from playground.train.controls import Look, Steering


@pytest.fixture
def looking(begin, make_document):
    """A paused run that looks at an earlier step."""

    def make(engine):
        steering = Steering()
        steering.memory = 64 << 20
        steering.probes = frozenset({Weights(node="hidden")})
        document = make_document(steps=10**9)
        worker, box, _ = begin(engine, document, steering=steering, cadence=StepCadence(1))
        box.wait(lambda posted: any(s.shelf and len(s.shelf.steps.get(1, ())) > 3 for s in posted))
        worker.pause()
        kept = [s.shelf.steps[1] for s in list(box.posted) if s.shelf and s.shelf.steps][-1]
        steering.look = Look(1, 1, kept[2])
        worker.look()
        box.wait(lambda posted: any(s.past is not None for s in posted))
        return worker, box, kept[2]

    return make


def test_the_child_shows_a_step_as_it_was(engine, looking):
    _, box, step = looking(engine)
    past = next(s.past for s in list(box.posted) if s.past is not None)
    live = next(s for s in box.posted if s.step == step)
    assert (past.step, past.wish) == (step, 1)
    np.testing.assert_array_equal(past.arrays["weights/hidden"], live.arrays["weights/hidden"])


@pytest.mark.skipif(os.name == "nt", reason="needs SIGKILL")
def test_a_child_may_die_while_one_looks_back(own_engine, looking):
    own_engine.warm_up()
    worker, _, _ = looking(own_engine)
    os.kill(own_engine.pid, signal.SIGKILL)
    worker.join(30.0)
    assert worker.finished == "error"
