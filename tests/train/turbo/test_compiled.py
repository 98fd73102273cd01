"""What the C++ compiler makes of a hundred steps is what torch makes of them.

Sums in another order differ in their last place. Where a ReLU or a maximum then decides otherwise,
that grows; noise on the digits leaves no equal numbers in their empty corners. So later steps agree
to 1e-5 or as well as torch agrees with itself after one rounding; `test_exact.py` proves the rest
in float64.
"""

from __future__ import annotations

import shutil
import threading

import pytest
import torch

from benchmarks.loop import tiny
from playground.document import edits
from playground.document.library import load
from playground.train.cadence import StepCadence
from playground.train.turbo import pilot
from playground.train.turbo.session import TurboSession

NETWORKS = {
    "2-8-8-1": tiny,
    "spiral-mlp": lambda: load("spiral-mlp"),
    "digits-cnn": lambda: edits.set_data_param(load("digits-cnn"), "noise", 0.05),
}
FEW, STEPS, NUDGES = 20, 100, 4

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

    def nudge(self, seed):
        """Move each weight by one rounding, up or down: all up would scale what they add up to."""
        dice = torch.Generator().manual_seed(seed)
        with torch.no_grad():
            for weight in self.session.models["main"].parameters():
                way = torch.rand(weight.shape, generator=dice) - 0.5
                weight.copy_(torch.nextafter(weight, way.sign() * torch.inf))

    def wait(self):
        """Until the answer of the process that compiles is there."""
        done, helper = threading.Event(), self.session.pilot._helper
        if helper is None:  # it is there: compiled before
            return
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
    plain, turbo, *nudged = (Training(document) for _ in range(2 + NUDGES))
    turbo.go_on(pilot.SETTLED + 10)
    turbo.wait()
    start = turbo.session.run.step
    while not turbo.flights and turbo.session.run.step < start + STEPS:
        turbo.go_on(turbo.session.run.step + FEW)
    plain.go_on(turbo.session.run.step, room=False)
    assert apart(plain, turbo) < 1e-5
    end = turbo.session.run.step + STEPS
    turbo.go_on(end)
    plain.go_on(end, room=False)
    for seed, training in enumerate(nudged):
        training.go_on(start, room=False)
        training.nudge(seed)
        training.go_on(end, room=False)
    assert turbo.flights > 3
    own = max(apart(plain, training) for training in nudged)
    assert apart(plain, turbo) < max(1e-5, 10.0 * own), own
    for training in (plain, turbo, *nudged):
        training.steps.close()


def apart(one, other):
    """The largest difference between two weights."""
    a, b = (training.session.models["main"].state_dict() for training in (one, other))
    return max(float((a[name] - b[name]).abs().max()) for name in a)
