"""Optimisers are those of torch, and can be steered."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from playground.errors import TrainError
from playground.train.optimizers import make_optimizer, set_lr

CLASSES = {
    "sgd": torch.optim.SGD,
    "adam": torch.optim.Adam,
    "adamw": torch.optim.AdamW,
    "rmsprop": torch.optim.RMSprop,
    "adagrad": torch.optim.Adagrad,
}


def descend(optimizer, weight, steps=20):
    for _ in range(steps):
        optimizer.zero_grad()
        ((weight - 3.0) ** 2).sum().backward()
        optimizer.step()
    return weight.detach().clone()


def start():
    return nn.Parameter(torch.tensor([0.5, -1.0, 2.0]))


@pytest.mark.parametrize("name", CLASSES)
@pytest.mark.parametrize("momentum", [0.0, 0.9])
def test_an_optimiser_makes_the_steps_of_its_class_in_torch(name, momentum):
    ours, theirs = start(), start()
    options = {"momentum": momentum} if name in {"sgd", "rmsprop"} else {}
    expected = CLASSES[name]([theirs], lr=0.05, weight_decay=0.01, **options)
    made = make_optimizer(name, [ours], lr=0.05, momentum=momentum, weight_decay=0.01)
    assert isinstance(made, CLASSES[name])
    torch.testing.assert_close(descend(made, ours), descend(expected, theirs))


@pytest.mark.parametrize("name", CLASSES)
def test_a_step_of_an_optimiser_is_the_same_to_the_bit_each_time(name):
    first, second = start(), start()
    a = descend(make_optimizer(name, [first], lr=0.05), first)
    b = descend(make_optimizer(name, [second], lr=0.05), second)
    assert torch.equal(a, b)


def test_weight_decay_adds_the_weight_to_the_gradient():
    weight = nn.Parameter(torch.tensor([2.0]))
    optimizer = make_optimizer("sgd", [weight], lr=0.1, weight_decay=0.5)
    (3.0 * weight).sum().backward()  # gradient 3
    optimizer.step()
    assert weight.item() == pytest.approx(2.0 - 0.1 * (3.0 + 0.5 * 2.0))


def test_another_learning_rate_keeps_the_momentum():
    weight = nn.Parameter(torch.tensor([0.0]))
    optimizer = make_optimizer("sgd", [weight], lr=0.1, momentum=0.5)
    weight.grad = torch.tensor([1.0])
    optimizer.step()  # velocity 1, weight -0.1
    set_lr(optimizer, 1.0)
    weight.grad = torch.tensor([0.0])
    optimizer.step()  # velocity 0.5
    assert weight.item() == pytest.approx(-0.1 - 0.5)


def test_a_parameter_without_gradient_is_left_alone():
    frozen, free = start(), start()
    optimizer = make_optimizer("adam", [frozen, free], lr=0.05, weight_decay=0.1)
    before = frozen.detach().clone()
    descend(optimizer, free, steps=3)
    assert torch.equal(frozen.detach(), before)


def test_an_optimizer_without_weights_says_so_in_words():
    with pytest.raises(TrainError, match="no weights") as error:
        make_optimizer("sgd", [], lr=0.1)
    assert "linear" in error.value.hint
