"""The step that is shown is the one that torch's optimiser makes."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from playground.explain.chain_rule import Number
from playground.explain.chain_rule.update import Rule, step_lines

OPTIMIZERS = {
    "sgd": torch.optim.SGD,
    "adam": torch.optim.Adam,
    "adamw": torch.optim.AdamW,
    "rmsprop": torch.optim.RMSprop,
    "adagrad": torch.optim.Adagrad,
}


@pytest.mark.parametrize("momentum", [0.0, 0.9])
@pytest.mark.parametrize("decay", [0.0, 0.1])
@pytest.mark.parametrize("steps", [0, 1, 7], ids=lambda n: f"after {n}")
@pytest.mark.parametrize("name", OPTIMIZERS)
def test_a_step_is_that_of_torch(name, steps, decay, momentum):
    weight = torch.tensor([0.7], dtype=torch.float64, requires_grad=True)
    options = {"lr": 0.05, "weight_decay": decay}
    if name in ("sgd", "rmsprop"):
        options["momentum"] = momentum
    optimizer = OPTIMIZERS[name]([weight], **options)
    gradients = np.random.default_rng(steps).normal(size=steps + 1)
    for gradient in gradients[:-1]:
        weight.grad = torch.tensor([gradient], dtype=torch.float64)
        optimizer.step()
    state = {k: v.item() for k, v in optimizer.state.get(weight, {}).items() if v is not None}

    def slot(name):
        return Number(state[name], f"state[{name!r}]") if name in state else None

    before, gradient = Number(weight.item(), "w"), Number(float(gradients[-1]), "g")
    lines = step_lines(Rule(name, 0.05, momentum, decay), "w", before, gradient, slot)
    space = {"np": np, "state": state, "w": before.value, "g": gradient.value}
    weight.grad = torch.tensor([gradient.value], dtype=torch.float64)
    optimizer.step()
    assert lines[-1].result.value == pytest.approx(weight.item(), rel=1e-9)
    for line in lines:
        assert eval(line.result.ref, space) == pytest.approx(line.result.value, rel=1e-9)
        assert line.tokens


def test_plain_gradient_descent_is_one_line():
    (line,) = step_lines(Rule("sgd", 0.1), "w", Number(1.0, "w"), Number(2.0, "g"), lambda _: None)
    assert line.symbols == "w − lr·g"
    assert line.result.value == pytest.approx(0.8)
