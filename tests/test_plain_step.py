"""Optimisers without torch's compiler: the same numbers, a faster first step."""

from __future__ import annotations

import copy
import subprocess
import sys

import pytest
import torch
from torch import nn

from playground.plain_step import plain

KINDS = [
    (torch.optim.SGD, {"momentum": 0.9, "fused": True}),
    (torch.optim.SGD, {}),
    (torch.optim.Adam, {"weight_decay": 0.01}),
    (torch.optim.Adam, {"fused": True}),
    (torch.optim.AdamW, {"fused": True}),
    (torch.optim.RMSprop, {"momentum": 0.5}),
    (torch.optim.Adagrad, {"fused": True}),
]


def trained(optimizer: torch.optim.Optimizer, model: nn.Module) -> list[torch.Tensor]:
    generator = torch.Generator().manual_seed(1)
    for step in range(30):
        x = torch.randn(16, 3, generator=generator)
        optimizer.zero_grad(set_to_none=True)
        (model(x) - x.sum(1, keepdim=True)).square().mean().backward()
        if step == 15:
            optimizer.param_groups[0]["lr"] *= 0.5
        optimizer.step()
    return [parameter.detach() for parameter in model.parameters()]


@pytest.mark.parametrize(("kind", "options"), KINDS)
def test_every_weight_is_the_same_to_the_last_bit(kind, options):
    torch.manual_seed(0)
    ours = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1))
    theirs = copy.deepcopy(ours)
    a = trained(plain(kind)(ours.parameters(), lr=0.05, **options), ours)
    b = trained(kind(theirs.parameters(), lr=0.05, **options), theirs)
    assert all(torch.equal(x, y) for x, y in zip(a, b, strict=True))


def test_it_is_still_the_optimiser_it_was():
    model = nn.Linear(2, 1)
    optimizer = plain(torch.optim.Adam)(model.parameters(), lr=0.1)
    assert isinstance(optimizer, torch.optim.Adam)
    assert repr(optimizer).startswith("Adam (")
    assert plain(torch.optim.Adam) is type(optimizer)
    model(torch.ones(1, 2)).sum().backward()
    optimizer.step()
    assert not any(parameter.grad_fn for parameter in model.parameters())  # no graph grows
    again = plain(torch.optim.Adam)(model.parameters(), lr=0.5)
    again.load_state_dict(optimizer.state_dict())
    assert again.param_groups[0]["lr"] == 0.1
    optimizer.zero_grad()
    assert model.weight.grad is None
    optimizer.add_param_group({"params": [nn.Parameter(torch.zeros(1))]})
    assert len(optimizer.param_groups) == 2


def test_a_training_does_not_load_the_compiler():
    code = """
import sys
import playground
for name in ("xor-mlp", "gan-ring"):
    playground.train(playground.load(name), steps=2)
assert "torch._dynamo" not in sys.modules and "sympy" not in sys.modules
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
