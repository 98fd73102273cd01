"""What the C++ compiler makes of a hundred steps is what torch makes of them."""

from __future__ import annotations

import shutil
import threading

import pytest

from benchmarks.loop import tiny
from playground.document import edits
from playground.document.library import load
from playground.train.cadence import StepCadence
from playground.train.turbo import pilot
from playground.train.turbo.session import TurboSession

NETWORKS = {
    "2-8-8-1": tiny,
    "spiral-mlp": lambda: load("spiral-mlp"),
    "digits-cnn": lambda: load("digits-cnn"),
}
STEPS = 100

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(600),
    pytest.mark.skipif(shutil.which("g++") is None, reason="no C++ compiler"),
]


class Training:
    """A session that makes single steps, or several at once as soon as they are compiled."""

    def __init__(self, document):
        self.session = TurboSession(document, cadence=StepCadence(10**9), device="cpu")
        self.steps, self.flights = self.session.steps(), 0
        next(self.steps)

    def go_on(self, until, room=True):
        run = self.session.run
        while run.step < until:
            came = self.steps.send(until - run.step if room else None)
            self.flights += isinstance(came, int)

    def wait(self):
        """Until the answer of the process that compiles is there."""
        done, helper = threading.Event(), self.session.pilot._helper
        original = helper._on_done

        def on_done(found):
            original(found)
            done.set()

        helper._on_done = on_done
        assert done.wait(500)


@pytest.mark.parametrize("name", ["sgd", "adam", "adamw"])
@pytest.mark.parametrize("network", NETWORKS)
def test_a_hundred_compiled_steps_are_those_of_torch(network, name, monkeypatch):
    monkeypatch.setattr(pilot, "GAIN", 0.0)  # the numbers count here, whatever the speed
    document = edits.set_train(NETWORKS[network](), steps=10**6)
    document = edits.set_train_param(document, "optimizer", name)
    document = edits.set_train_param(document, "momentum", 0.9 if name == "sgd" else 0.0)
    plain, turbo = Training(document), Training(document)
    turbo.go_on(pilot.SETTLED + 10)
    turbo.wait()
    start = turbo.session.run.step
    turbo.go_on(start + STEPS + 10)
    plain.go_on(start + STEPS + 10, room=False)
    assert turbo.flights > 3
    a, b = (training.session.models["main"].state_dict() for training in (plain, turbo))
    assert max(float((a[n] - b[n]).abs().max()) for n in a) < 1e-5
    for training in (plain, turbo):
        training.steps.close()
