"""The doctor sees the same of a run on every machine, however often others look."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
from hypothesis import given, strategies

from playground.document import edits
from playground.document.library import load
from playground.telemetry.mailbox import Mailbox
from playground.telemetry.probes.weights import Weights
from playground.telemetry.snapshot import Snapshot
from playground.train import checkups
from playground.train.cadence import Cadence
from playground.train.checkups import FIRST, PART, WIDEST, step_after
from playground.train.controls import Steering
from playground.train.health import PROBES, Doctor
from playground.train.session import LOOK, Session


class Chance(Cadence):
    """Snapshots now and then, as on a busy machine."""

    budgeted = True

    def __init__(self, seed, mean):
        self._dice, self._mean = random.Random(seed), mean

    def due(self, step):
        return self._dice.random() < 1 / self._mean


@pytest.fixture(autouse=True)
def time_enough(monkeypatch):
    monkeypatch.setattr(checkups, "CREDIT_S", 1e9)


def checked(document, steps, cadence, probes=PROBES, looks=0):
    """All check-ups of a run."""
    steering = Steering()
    steering.probes = frozenset(probes)
    session = Session(document, device="cpu", steering=steering, cadence=cadence)
    found, run = [], session.steps()
    snapshot = next(run)
    while True:
        if isinstance(snapshot, Snapshot):
            found += snapshot.checkups
            if snapshot.step >= steps:
                break
        if looks and session.run.step and session.run.step % looks == 0:
            found += run.send(LOOK).checkups
        snapshot = next(run)
    run.close()
    return [one for one in found if one.step <= steps]


@given(strategies.integers(0, 10**7))
def test_the_next_step_depends_on_the_step_alone_and_comes_in_time(step):
    ahead = step_after(step) - step
    assert 1 <= ahead <= max(FIRST, min(step // PART, WIDEST))
    assert all(
        step_after(s) == step_after(step) for s in (step, step + ahead // 2, step + ahead - 1)
    )


def test_how_often_and_by_whom_it_is_looked_at_changes_nothing(make_document):
    document = make_document("dropout", "norm")
    first = checked(document, 700, Chance(1, 3), looks=7)
    second = checked(document, 700, Chance(2, 90), probes=[*PROBES, Weights("hidden")])
    assert [one.step for one in first] == [one.step for one in second]
    assert [one.step for one in first][:5] == [0, 20, 40, 60, 80]
    for a, b in zip(first, second, strict=True):
        assert a.arrays.keys() == b.arrays.keys()
        for name, array in a.arrays.items():
            np.testing.assert_array_equal(array, b.arrays[name], err_msg=name)
        assert a.scalars == pytest.approx(b.scalars, rel=1e-9)


def test_a_loss_is_the_mean_of_all_steps_since_the_last(make_document):
    document = make_document()
    every = {}
    plain = Session(document, device="cpu", cadence=Chance(0, 1))
    for snapshot in itertools.islice(plain.steps(), 61):
        every[snapshot.step] = snapshot.scalars.get("loss/train")
    third = checked(document, 60, Chance(3, 7))[3]
    assert third.step == 60
    mean = np.mean([every[step] for step in range(41, 61)])
    assert third.scalars["loss/train"] == pytest.approx(mean, rel=1e-6)


def test_the_same_illness_is_found_at_the_same_step_whoever_looks():
    found = []
    for cadence in (Chance(1, 4), Chance(2, 130)):
        document = load("overfit-demo")
        doctor, told = Doctor(document), []
        for one in checked(document, 1200, cadence):
            if doctor.read(one):
                doctor.row(one.step, one.scalars)
                told.append(tuple((f.kind, f.step, f.rewind_step) for f in doctor.examine()))
        found.append(told)
    assert found[0] == found[1]
    assert [finding[0] for finding in found[0][-1]] == ["overfitting"]
    first = next(index for index, told in enumerate(found[0]) if told)
    assert all(found[0][first:])  # once it is told it is not taken back


def test_nobody_measures_for_nobody(make_document):
    assert checked(make_document(), 100, Chance(1, 5), probes=[Weights("hidden")]) == []


def test_where_it_would_take_too_long_one_is_left_out(make_document, monkeypatch):
    monkeypatch.setattr(checkups, "CREDIT_S", 0.0)
    monkeypatch.setattr(checkups, "SHARE", 0.0)
    assert [one.step for one in checked(make_document(), 100, Chance(1, 5))] == [0]


def test_an_edit_begins_a_new_mean(make_document):
    document = make_document()
    steering = Steering()
    steering.probes = PROBES
    session = Session(document, device="cpu", steering=steering, cadence=Chance(0, 1))
    run = session.steps()
    seen = [next(run) for _ in range(31)]
    steering.go_on_with(edits.set_data_param(document, "noise", 0.4))
    run.send(LOOK)
    seen = [next(run) for _ in range(10)]
    run.close()
    (one,) = [one for snapshot in seen for one in snapshot.checkups]
    losses = [snapshot.scalars["loss/train"] for snapshot in seen]
    assert one.step == 40
    assert one.scalars["loss/train"] == pytest.approx(np.mean(losses[:10]), rel=1e-6)


def test_a_slow_reader_misses_none():
    box = Mailbox()
    for step in range(5):
        one = Snapshot(1, step, 0.0, {}, {"vitals/a": np.zeros(1)})
        box.post(Snapshot(1, step, 0.0, {}, checkups=(one,)))
    _, newest = box.take()
    assert [one.step for one in newest.checkups] == [0, 1, 2, 3, 4]
