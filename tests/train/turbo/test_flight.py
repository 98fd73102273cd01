"""Several steps at once change a session exactly as the ordinary steps would."""

from __future__ import annotations

import pytest
import torch

from playground.document import edits
from playground.document.library import load
from playground.document.model import Penalty
from playground.document.penalties import set_penalty
from playground.train.cadence import StepCadence
from playground.train.diagnose import NonFiniteError
from playground.train.session import Session
from playground.train.turbo.flight import Flight
from playground.train.turbo.helper import Compiled
from playground.train.turbo.plan import Refused, make_plan, network_of
from playground.train.turbo.program import Program

STEPS = 4


class Eager:
    """The function as it is before it is compiled."""

    def __init__(self, plan):
        self.program = Program(plan, network_of(plan), STEPS)

    def run(self, inputs):
        return [self.program(*inputs).detach()]


def begin(document):
    session = Session(document, cadence=StepCadence(10**9))
    steps = session.steps()
    for _ in range(3):  # step 0, then two steps
        next(steps)
    return session, steps


def take_off(session):
    plan = make_plan(session)
    assert Flight.possible(session, plan)
    return Flight(session, plan, Compiled(Eager(plan), STEPS))


def train(document, count, flying):
    session, steps = begin(document)
    flight, flights = take_off(session) if flying else None, 0
    while session.run.step < count:
        room = count - session.run.step
        if flight is not None and room >= STEPS and flight.go():
            flights += 1
        else:
            next(steps)
    steps.close()
    assert not flying or flights > count // STEPS // 2
    return session


def difference(one, other):
    a, b = (session.models["main"].state_dict() for session in (one, other))
    return max(float((a[name].double() - b[name].double()).abs().max()) for name in a)


@pytest.mark.parametrize("name", ["adam", "adamw", "sgd", "rmsprop", "adagrad"])
@pytest.mark.parametrize("decay", [0.0, 0.01])
def test_a_hundred_steps_are_those_of_torch(make_document, name, decay):
    momentum = 0.9 if name in ("sgd", "rmsprop") else 0.0
    document = make_document(
        optimizer=name, momentum=momentum, weight_decay=decay, lr=0.01, steps=1000
    )
    theirs, ours = (train(document, 100, flying) for flying in (False, True))
    assert difference(theirs, ours) < 1e-5
    assert (theirs.run.step, theirs.run.epoch) == (ours.run.step, ours.run.epoch)
    (mine, count), (its, same) = (s.run.meters.capture()["loss/train"] for s in (ours, theirs))
    assert count == same == 99  # those since the first snapshot
    assert mine == pytest.approx(its, rel=1e-5)


@pytest.mark.parametrize(
    "settings",
    [
        {"l1": 1e-3},
        {"clip_grad_norm": 0.1},
        {"schedule": "one_cycle"},
        {"batch_size": 33},  # does not divide the samples: the last batch is smaller
        {"loss": "mse"},
    ],
    ids=lambda settings: next(iter(settings)),
)
def test_every_setting_of_the_training_counts(make_document, settings):
    document = make_document(steps=200, **settings)
    assert difference(*(train(document, 100, flying) for flying in (False, True))) < 1e-5


def test_a_block_with_a_penalty_of_its_own(make_document):
    document = make_document(steps=200, weight_decay=0.01, l1=1e-3)
    document = set_penalty(document, ["hidden"], Penalty(kind="l1", rate=0.02))
    document = set_penalty(document, ["out"], Penalty(kind="l2", rate=0.3))
    assert difference(*(train(document, 100, flying) for flying in (False, True))) < 1e-5


def test_statistics_of_batch_norm_move_along(make_document):
    document = make_document("norm", optimizer="sgd", steps=200)
    theirs, ours = (train(document, 60, flying) for flying in (False, True))
    assert difference(theirs, ours) < 1e-5


def test_a_convolutional_network(make_document):
    document = load("digits-cnn")
    assert difference(*(train(document, 30, flying) for flying in (False, True))) < 1e-5


def test_frozen_blocks_stay_and_make_another_plan(make_document):
    document = make_document(steps=200)
    frozen = edits.set_frozen(document, ["hidden"], True)
    theirs, ours = (train(frozen, 50, flying) for flying in (False, True))
    assert difference(theirs, ours) < 1e-5
    keys = set()
    for one in (document, frozen):
        session, _steps = begin(one)
        keys.add(make_plan(session).key)
    assert len(keys) == 2


def test_the_key_knows_what_is_compiled_and_nothing_else(make_document):
    def key(document):
        session, _steps = begin(document)
        return make_plan(session).key

    document = make_document(steps=200)
    first = key(document)
    same = [
        edits.move_nodes(document, {"hidden": (5.0, 5.0)}),
        edits.set_train(document, seed=99, steps=7),
        edits.set_train_param(document, "lr", 0.5),
        edits.set_train_param(document, "schedule", "cosine"),
    ]
    others = [
        edits.set_param(document, "hidden", "out_features", 9),
        edits.set_train_param(document, "batch_size", 16),
        edits.set_train_param(document, "optimizer", "adamw"),
        edits.set_train_param(document, "l1", 0.1),
    ]
    assert {key(d) for d in same} == {first}
    assert len({first, *(key(d) for d in others)}) == 5


def test_a_loss_that_is_no_number_is_told_with_its_step(make_document):
    document = make_document(steps=200)
    session, _steps = begin(document)
    flight = take_off(session)
    with torch.no_grad():
        session.models["main"].get_parameter("hidden.weight").fill_(torch.nan)
    with pytest.raises(NonFiniteError) as error:
        flight.go()
    assert error.value.step == 3
    assert error.value.node == "hidden"


@pytest.mark.parametrize(
    ("name", "words"),
    [("gan-ring", "kind of training"), ("overfit-demo", None)],
)
def test_what_it_does_not_know_is_refused_in_one_line(name, words):
    session, _steps = begin(load(name))
    if words is None:
        make_plan(session)
        return
    with pytest.raises(Refused, match=words):
        make_plan(session)


def test_early_stopping_is_refused(make_document):
    session, _steps = begin(make_document(steps=200, early_stopping=3))
    with pytest.raises(Refused, match="early stopping"):
        make_plan(session)
