"""A run that is left at any step and taken up elsewhere ends with the same bits."""

from __future__ import annotations

import itertools

import pytest
import torch

from playground.document import edits
from playground.document.library import load
from playground.errors import WeightsError
from playground.train.cadence import StepCadence
from playground.train.optimizers import make_optimizer, state_of
from playground.train.session import LOOK, Session
from playground.train.state import capture, weights_of

KINDS = ("sgd", "adam", "adamw", "rmsprop", "adagrad")


def session_of(document, **given):
    return Session(document, device="cpu", cadence=StepCadence(10), **given)


def go(session, steps):
    """Step 0 is shown first, then `steps` steps are made."""
    list(itertools.islice(session.steps(), steps + 1))
    return session


def same_state(a, b):
    """Every tensor of two states, bit by bit, and all plain values but the time."""
    for first, second in zip(a.tensors(), b.tensors(), strict=True):
        assert torch.equal(first, second)
    assert a.weights.keys() == b.weights.keys()
    for name in ("step", "epoch", "kept", "meters"):
        assert getattr(a, name) == getattr(b, name)


def goes_on_bit_equally(document, first=40, steps=100):
    straight = go(session_of(document), steps).capture()
    state = go(session_of(document), first).capture()
    torch.rand(7)  # somebody else draws in between
    again = session_of(document, state=state)
    assert again.run.step == first
    same_state(state, again.capture())
    same_state(straight, go(again, steps - first).capture())


@pytest.mark.parametrize("optimizer", KINDS)
@pytest.mark.parametrize("momentum", [0.0, 0.9])
def test_every_optimiser_goes_on_to_the_bit(make_document, optimizer, momentum):
    document = make_document(optimizer=optimizer, momentum=momentum, weight_decay=0.01, lr=0.01)
    goes_on_bit_equally(document)


def test_dropout_batch_norm_and_schedules_go_on_to_the_bit(make_document):
    goes_on_bit_equally(make_document("dropout", "norm", schedule="one_cycle", clip_grad_norm=1.0))


@pytest.mark.parametrize("first", [1, 24, 25, 26, 99])
def test_it_may_be_left_at_any_step_of_an_epoch(make_document, first):
    goes_on_bit_equally(make_document("dropout", batch_size=32), first)


def test_early_stopping_ends_at_the_same_step(make_document):
    document = make_document(early_stopping=2, lr=0.3, batch_size=64, data="circle")

    def end(session):
        for _ in session.steps():
            pass
        return session.run.step

    last = end(session_of(document))
    assert last > 20
    for first in range(1, last, 7):
        state = go(session_of(document), first).capture()
        assert end(session_of(document, state=state)) == last


def test_both_players_of_a_gan_go_on_to_the_bit():
    goes_on_bit_equally(load("gan-ring"))


def test_several_batches_a_step_go_on_to_the_bit():
    document = edits.set_train_param(load("gan-ring"), "discriminator_steps", 3)
    goes_on_bit_equally(document, 13, 40)


def test_a_running_session_goes_back_in_place(make_document):
    session = session_of(make_document("dropout", "norm"))
    steps = session.steps()
    list(itertools.islice(steps, 21))
    state = session.capture()
    list(itertools.islice(steps, 30))
    after = session.capture()
    session.restore(state)
    assert steps.send(LOOK).step == 20
    list(itertools.islice(steps, 30))
    same_state(after, session.capture())
    steps.close()


def test_a_state_keeps_its_values_while_the_run_goes_on(make_document):
    session = session_of(make_document("norm", momentum=0.9, optimizer="sgd"))
    steps = session.steps()
    list(itertools.islice(steps, 21))
    state = session.capture()
    before = [tensor.clone() for tensor in state.tensors()]
    list(itertools.islice(steps, 30))
    session.restore(state)
    list(itertools.islice(steps, 30))
    assert all(torch.equal(a, b) for a, b in zip(before, state.tensors(), strict=True))
    steps.close()


def test_a_restored_run_shows_what_it_showed(make_document):
    session = session_of(make_document())
    seen = [snapshot for snapshot in itertools.islice(session.steps(), 41) if snapshot][-1]
    again = session_of(make_document(), state=session.capture())
    shown = next(again.steps())
    assert shown.step == seen.step == 40
    names = {"loss/train", "loss/test", "accuracy/test", "lr", "epoch"}
    assert {n: shown.scalars[n] for n in names} == {n: seen.scalars[n] for n in names}
    assert shown.seconds >= seen.seconds


def test_a_state_of_another_network_is_refused_and_changes_nothing(make_document):
    state = go(session_of(make_document("norm")), 5).capture()
    other = go(session_of(make_document()), 3)
    before = other.capture()
    wrong = go(session_of(edits.set_param(make_document(), "hidden", "out_features", 5)), 2)
    with pytest.raises(WeightsError) as error:
        wrong.restore(state)
    assert error.value.node == "hidden"
    other.restore(before)
    same_state(before, other.capture())


def test_bytes_are_those_of_weights_moments_and_random_numbers(make_document):
    state = go(session_of(make_document()), 3).capture()
    weights = sum(t.nbytes for t in weights_of(session_of(make_document()).models).values())
    counts = 4 * len(state.weights)  # Adam's steps
    numbers = sum(t.nbytes for t in state.generators.values())
    assert state.nbytes == 3 * weights + counts + numbers + state.orders["train"].generator.nbytes


def test_others_who_draw_random_numbers_between_two_steps_change_nothing(make_document):
    document = make_document("dropout")
    alone = go(session_of(document), 60).capture()
    session = session_of(document)
    for _ in itertools.islice(session.steps(), 61):
        torch.rand(11)
    same_state(alone, capture(session.run))


@pytest.mark.parametrize("new", KINDS)
@pytest.mark.parametrize("old", KINDS)
def test_another_optimiser_takes_over_and_its_first_steps_are_sound(make_document, old, new):
    """No weight moves further in its first step than the new optimiser moves weights anyway."""
    document = make_document(optimizer=old, momentum=0.9, lr=0.01)
    state = go(session_of(document), 50).capture()
    changed = edits.set_train_param(document, "optimizer", new)
    session = session_of(changed, state=state)
    steps = session.steps()
    next(steps)
    before = {name: t.clone() for name, t in weights_of(session.models).items()}
    next(steps)
    moved = max((t - before[n]).abs().max().item() for n, t in weights_of(session.models).items())
    assert 0.0 < moved < 0.2
    optimizer = session.run.optimizers["main"]
    assert state_of(optimizer, dict(session.models["main"].named_parameters())).kind == new
    steps.close()


def test_momentum_becomes_the_first_moment_of_adam_and_comes_back(make_document):
    document = make_document(optimizer="sgd", momentum=0.9, lr=0.01)
    session = go(session_of(document), 50)
    momentum = session.run.carried["main"].slots["out.weight"]["momentum_buffer"].clone()
    session.run.optimizer("main", "adam", lr=0.01)
    session.run.leave()
    adam = session.run.carried["main"].slots["out.weight"]
    unbiased = adam["exp_avg"] / (1 - 0.9 ** adam["step"])
    torch.testing.assert_close(unbiased, momentum * 0.1)
    session.run.optimizer("main", "sgd", lr=0.01, momentum=0.9)
    session.run.leave()
    back = session.run.carried["main"].slots["out.weight"]["momentum_buffer"]
    torch.testing.assert_close(back, momentum)


def test_rmsprop_may_get_a_momentum_while_it_runs():
    weight = torch.nn.Parameter(torch.ones(3))
    optimizer = make_optimizer("rmsprop", [weight], lr=0.1)
    weight.grad = torch.ones(3)
    optimizer.step()
    from playground.train.optimizers import adopt

    other = make_optimizer("rmsprop", [weight], lr=0.1, momentum=0.9)
    adopt(other, {"w": weight}, state_of(optimizer, {"w": weight}))
    other.step()
    assert torch.isfinite(weight).all()
