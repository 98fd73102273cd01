"""Earlier steps are shown as they were, to the bit, and the run does not notice."""

from __future__ import annotations

import itertools
import random

import numpy as np
import pytest
import torch

from playground.document import edits
from playground.document.library import load
from playground.errors import TrainError
from playground.telemetry.probes.activations import Activations
from playground.telemetry.probes.gradients import Gradients
from playground.telemetry.probes.weights import Weights
from playground.train import looker, time_machine
from playground.train.archive import Archive
from playground.train.cadence import StepCadence
from playground.train.controls import Branch, Look, Steering
from playground.train.engine.thread import session_steps
from playground.train.session import LOOK, Session
from playground.train.state import weights_of
from playground.train.time_machine import TimeMachine

MEMORY = 64 << 20


@pytest.fixture(autouse=True)
def every_step(monkeypatch):
    """Keep every step: which ones there is time for depends on the machine."""
    monkeypatch.setattr(time_machine, "LEAST_S", 0.0)
    monkeypatch.setattr(time_machine, "SHARE", 0.9999)


class Recorded:
    """A remembered run and everything that was seen of it while it was live."""

    def __init__(self, document, memory=MEMORY, probes=None, archive=None, branch=None, number=1):
        self.steering = Steering()
        self.steering.memory = memory
        self.steering.probes = frozenset(
            probes or [Activations(sample=0, split="test"), Gradients(), Weights("hidden")]
        )
        self.archive = archive or Archive()
        self.number = number if branch is None else branch.run + 1
        self.steps = session_steps(
            document,
            self.steering,
            self.number,
            archive=self.archive,
            branch=branch,
            device="cpu",
            cadence=StepCadence(1),
        )
        self.live, self.past, self.kept, self.wish = {}, None, (), 0

    def go(self, steps):
        for snapshot in itertools.islice(self.steps, steps):
            self._see(snapshot)
        return self

    def _see(self, snapshot):
        self.live[snapshot.step] = snapshot
        if snapshot.shelf is not None:
            self.kept = snapshot.shelf.steps.get(self.number, ())
        if snapshot.past is not None:
            self.past = snapshot.past

    def stand(self):
        self._see(self.steps.send(LOOK))

    def look(self, step, run=None):
        """Look at a step while the run stands still."""
        self.wish += 1
        self.steering.look = Look(self.wish, run or self.number, step)
        self.stand()
        assert self.past.wish == self.wish
        return self.past


@pytest.fixture
def recorded():
    made = []

    def make(*args, **options):
        made.append(Recorded(*args, **options))
        return made[-1]

    yield make
    for one in made:
        one.steps.close()


def same(past, live):
    assert past.step == live.step
    assert past.arrays.keys() == live.arrays.keys()
    for name, array in live.arrays.items():
        np.testing.assert_array_equal(past.arrays[name], array, err_msg=name)
    for name in ("loss/train", "loss/test"):
        assert past.scalars[name] == live.scalars[name]


def test_a_step_looks_as_it_did_when_it_was_live(recorded, make_document):
    run = recorded(make_document("dropout", "norm"))
    run.go(40)
    for step in (30, 1, 17, 39):
        same(run.look(step), run.live[step])


@pytest.mark.parametrize("preset", ["gan-ring", "digits-repeat"])
def test_presets_look_as_they_did(recorded, preset):
    run = recorded(load(preset), probes=[Activations(sample=0, split="test"), Gradients()])
    run.go(6)
    for step in (2, 5):
        past, live = run.look(step), run.live[step]
        assert past.step == step
        for name, array in live.arrays.items():
            np.testing.assert_array_equal(past.arrays[name], array, err_msg=name)


def test_also_across_an_edit(recorded, make_document):
    document = make_document()
    run = recorded(document)
    run.go(20)
    wider = edits.set_param(document, "hidden", "out_features", 13)
    run.steering.go_on_with(wider)
    run.stand()
    run.go(20)
    for step in (5, 30, 12, 38):
        same(run.look(step), run.live[step])
    assert run.look(5).arrays["weights/hidden"].shape[0] != 13


def test_a_step_of_other_data_is_measured_on_those(recorded, make_document):
    document = make_document()
    run = recorded(document)
    run.go(15)
    other = edits.set_data_param(document, "noise", 0.4)
    run.steering.go_on_with(other)
    run.stand()
    run.go(15)
    same(run.look(8), run.live[8])


def test_looking_back_changes_nothing(make_document, recorded):
    document = make_document("dropout", "norm", momentum=0.9, optimizer="sgd")

    def weights(run):
        found = run.steps.gi_frame.f_locals["session"].run
        return {name: t.clone() for name, t in weights_of(found.models).items()}

    plain = recorded(document).go(80)
    scrubbed = recorded(document)
    dice = random.Random(4)
    for _ in range(80):
        scrubbed.go(1)
        kept = scrubbed.kept or (0,)
        scrubbed.wish += 1
        wish = Look(scrubbed.wish, 1, dice.choice(kept))
        scrubbed.steering.look = wish if dice.random() < 0.8 else None
        if dice.random() < 0.2:
            torch.rand(3)
    assert scrubbed.past is not None
    for (name, a), b in zip(weights(plain).items(), weights(scrubbed).values(), strict=True):
        assert torch.equal(a, b), name
    for step, live in plain.live.items():
        assert live.scalars.get("loss/train") == scrubbed.live[step].scalars.get("loss/train")


def test_the_same_wish_measures_again_for_a_view_that_opens(recorded, make_document):
    run = recorded(make_document(), probes=[Gradients()])
    run.go(20)
    assert "weights/hidden" not in run.look(7).arrays
    run.steering.probes = frozenset({Gradients(), Weights("hidden")})
    run.stand()
    assert run.past.step == 7
    assert "weights/hidden" in run.past.arrays


def test_the_present_has_no_past(recorded, make_document):
    run = recorded(make_document())
    run.go(10)
    run.look(3)
    run.past = None
    run.steering.look = None
    run.stand()
    run.go(3)
    assert run.past is None


def test_nothing_is_kept_without_memory(recorded, make_document):
    run = recorded(make_document(), memory=0)
    run.go(20)
    assert run.archive.nbytes == 0
    assert run.kept == ()


def test_memory_may_change_while_it_trains(recorded, make_document):
    run = recorded(make_document())
    run.go(60)
    before = len(run.kept)
    run.steering.memory = run.archive.nbytes // 3
    run.stand()
    assert 2 < len(run.kept) < before
    assert run.archive.nbytes <= run.steering.memory


def test_a_branch_goes_on_to_the_bit(recorded, make_document):
    first = recorded(make_document("dropout", "norm"))
    first.go(60)
    branch = recorded(None, archive=first.archive, branch=Branch(1, 25))
    branch.go(36)
    assert min(branch.live) == 25
    for step in range(26, 60):
        for name, array in first.live[step].arrays.items():
            np.testing.assert_array_equal(branch.live[step].arrays[name], array, err_msg=name)
    assert set(range(26)) <= set(branch.kept)
    same(branch.look(12), first.live[12])  # what was before it belongs to the branch, too


def test_a_branch_of_an_edited_run_takes_the_document_of_its_step(recorded, make_document):
    document = make_document()
    first = recorded(document)
    first.go(20)
    wider = edits.set_param(document, "hidden", "out_features", 13)
    first.steering.go_on_with(wider)
    first.stand()
    first.go(20)
    branch = recorded(None, archive=first.archive, branch=Branch(1, 10))
    branch.go(5)
    assert branch.live[10].arrays["weights/hidden"].shape[0] != 13


def test_a_failed_session_leaves_its_past(recorded, make_document):
    first = recorded(make_document(optimizer="sgd", lr=0.05))
    first.go(20)
    first.steering.set_weight("hidden", "weight", (0, 0), float("nan"))
    with pytest.raises(TrainError):
        first.go(5)
    branch = recorded(None, archive=first.archive, branch=Branch(1, 12))
    branch.go(5)
    assert max(branch.live) == 16


@pytest.mark.parametrize("branch", [Branch(7, 3), Branch(1, 10, since=11)])
def test_what_is_not_kept_cannot_be_gone_back_to(recorded, make_document, branch):
    first = recorded(make_document())
    first.go(20)
    with pytest.raises(TrainError, match="not kept"):
        recorded(None, archive=first.archive, branch=branch).go(1)


def test_a_step_that_cannot_be_measured_shows_its_numbers(recorded, make_document, monkeypatch):
    run = recorded(make_document())
    run.go(10)
    monkeypatch.setattr(looker, "build", lambda *_: 1 / 0)
    assert run.look(4).arrays == {}
    run.go(5)
    assert max(run.live) == 14


def test_keeping_takes_its_share_at_most(make_document, monkeypatch):
    monkeypatch.undo()
    steering = Steering()
    steering.memory = MEMORY
    session = Session(make_document(), device="cpu", steering=steering)
    archive = Archive(MEMORY)
    archive.begin(1)
    machine = TimeMachine(session, archive)
    now = itertools.count()
    monkeypatch.setattr(time_machine.time, "perf_counter", lambda: next(now) * 0.001)
    with np.errstate(all="ignore"):
        list(itertools.islice(machine.steps(), 200))
    # a state takes 1 ms of this clock, which every look at it moves on by 1 ms
    assert len(archive.shelf.steps[1]) <= 6


def test_an_older_run_can_still_be_seen(recorded, make_document):
    first = recorded(make_document("dropout"))
    first.go(60)
    branch = recorded(None, archive=first.archive, branch=Branch(1, 25))
    branch.go(10)
    past = branch.look(50, run=1)
    assert past.run == 1
    same(past, first.live[50])
    other = recorded(make_document(data="moons"), archive=first.archive, number=3)
    other.go(5)
    same(other.look(31, run=1), first.live[31])


def visits(run, **options):
    """The steps of one who looks at what a run has left, and a way to look."""
    steps = session_steps(
        None, run.steering, run.number, archive=run.archive, visits=True, **options
    )
    next(steps)

    def look(step, number=1):
        run.wish += 1
        run.steering.look = Look(run.wish, number, step)
        return steps.send(LOOK)

    return look


def test_a_run_that_failed_can_still_be_seen(recorded, make_document):
    run = recorded(make_document(optimizer="sgd", lr=0.05))
    run.go(20)
    run.steering.set_weight("hidden", "weight", (0, 0), float("nan"))
    with pytest.raises(TrainError):
        run.go(5)
    look = visits(run)
    for step in (3, 18, 3):
        same(look(step).past, run.live[step])
    run.steering.memory = 0
    assert look(3).shelf.steps == {}


def test_nobody_measures_beside_a_new_session(recorded, make_document):
    run = recorded(make_document())
    run.go(20)
    look = visits(run)
    assert look(4).past is not None
    recorded(make_document(), archive=run.archive).archive.begin(2)
    assert look(5).past is None


def test_what_was_saved_is_measured_with_its_data_made_anew(recorded, make_document):
    run = recorded(make_document("norm"), probes=[Activations(sample=0, split="test")])
    run.go(20)
    saved = run.archive.nearest(1, 12).state
    run.archive = Archive(MEMORY)
    run.archive.adopt(1, [saved])
    same(visits(run, device="cpu")(12).past, run.live[12])
