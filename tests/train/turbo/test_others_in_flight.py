"""What watches a training sees the same of it when steps are compiled."""

from __future__ import annotations

import numpy as np
import pytest

from playground.telemetry.snapshot import Snapshot
from playground.train import checkups, time_machine
from playground.train.archive import Archive
from playground.train.cadence import Cadence
from playground.train.controls import Steering
from playground.train.health import PROBES
from playground.train.session import Session
from playground.train.time_machine import TimeMachine
from playground.train.turbo import pilot
from playground.train.turbo.helper import Compiled
from playground.train.turbo.plan import network_of
from playground.train.turbo.program import Program
from playground.train.turbo.session import TurboSession

STEPS = 4


class Eager:
    """The function as it is before it is compiled."""

    def __init__(self, plan):
        self.program = Program(plan, network_of(plan), STEPS)

    def run(self, inputs):
        return [self.program(*inputs).detach()]


class Never(Cadence):
    """Nobody looks on."""

    budgeted = True

    def due(self, step):
        return step % 500 == 0

    def unseen(self, step):
        return 499 - step % 500


@pytest.fixture(autouse=True)
def answers(monkeypatch):
    class Instantly:
        def __init__(self, plan, on_done):
            on_done(Compiled(Eager(plan), STEPS))

        def close(self):
            pass

    monkeypatch.setattr(pilot, "Helper", Instantly)
    monkeypatch.setattr(pilot, "GAIN", 0.0)
    monkeypatch.setattr(checkups, "CREDIT_S", 1e9)


def steering():
    made = Steering()
    made.probes = PROBES
    made.memory = 64 << 20
    return made


def pull(steps, session, count, room):
    """The check-ups until a step, and how many steps were made several at a time."""
    found, flown = list(next(steps).checkups), 0
    while session.run.step < count:
        came = steps.send(count - session.run.step if room else None)
        if isinstance(came, Snapshot):
            found += came.checkups
        elif came is not None:
            flown += came
    steps.close()
    return found, flown


def test_the_doctor_sees_the_same(make_document):
    document = make_document(steps=10**6)
    plain = Session(document, device="cpu", steering=steering(), cadence=Never())
    turbo = TurboSession(document, device="cpu", steering=steering(), cadence=Never())
    wanted, _ = pull(plain.steps(), plain, 1000, room=False)
    found, flown = pull(turbo.steps(), turbo, 1000, room=True)
    assert flown > 500
    assert [one.step for one in found] == [one.step for one in wanted]
    for one, other in zip(found[1:], wanted[1:], strict=True):
        assert one.scalars["loss/train"] == pytest.approx(other.scalars["loss/train"], rel=1e-3)
        for name, array in other.arrays.items():
            np.testing.assert_allclose(one.arrays[name], array, rtol=2e-2, atol=1e-4, err_msg=name)


def test_no_gradient_is_kept_for_a_step_that_left_none(make_document, monkeypatch):
    monkeypatch.setattr(time_machine, "LEAST_S", 0.0)
    monkeypatch.setattr(time_machine, "SHARE", 0.9999)
    session = TurboSession(
        make_document(steps=10**6), device="cpu", steering=steering(), cadence=Never()
    )
    archive = Archive()
    archive.begin(1)
    _, flown = pull(TimeMachine(session, archive).steps(), session, 600, room=True)
    assert flown
    kept = [archive.nearest(1, step) for step in archive.shelf.steps[1]]
    with_gradients = {bool(one.gradients) for one in kept if one.step}
    assert with_gradients == {True, False}
