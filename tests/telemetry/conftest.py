"""Small models for probes, built by hand so that these tests need no document compiler."""

from __future__ import annotations

from collections import OrderedDict

import pytest
import torch
from torch import fx, nn

from playground.data.base import Field
from playground.document.model import Document
from playground.telemetry.probes.base import Bench


def chain(source: str, modules: OrderedDict[str, nn.Module]) -> fx.GraphModule:
    """A model that is a line of named modules, with the record of outputs that `build` leaves."""
    graph = fx.Graph()
    value = graph.placeholder(source)
    outputs = {source: value.name}
    for name in modules:
        value = graph.call_module(name, (value,))
        outputs[name] = value.name
    graph.output(value)
    model = fx.GraphModule(nn.ModuleDict(modules), graph)
    model.meta["outputs"] = outputs
    return model


def supervised(loss: str, num_outputs: int, y: torch.Tensor, field: Field) -> Bench:
    torch.manual_seed(3)
    model = chain(
        "x",
        OrderedDict(
            hidden=nn.Linear(2, 5),
            norm=nn.BatchNorm1d(5),
            act=nn.Tanh(),
            drop=nn.Dropout(0.5),
            out=nn.Linear(5, num_outputs),
        ),
    )
    document = Document(
        nodes=[
            {"id": "x", "block": "input"},
            {"id": "hidden", "block": "linear", "params": {"out_features": 5}},
            {"id": "norm", "block": "batch_norm1d"},
            {"id": "act", "block": "tanh"},
            {"id": "drop", "block": "dropout"},
            {"id": "out", "block": "linear", "params": {"out_features": num_outputs}},
        ],
        train={"models": {"main": {"input": "x", "output": "out"}}, "params": {"loss": loss}},
    )
    x = torch.randn(len(y), 2) * torch.tensor([1.0, 3.0])
    return Bench(
        document=document,
        models={"main": model},
        fields={"x": Field((2,)), "y": field},
        train={"x": x[:20], "y": y[:20]},
        test={"x": x[20:], "y": y[20:]},
        step=1,
        seed=document.train.seed,
    )


@pytest.fixture
def classify() -> Bench:
    """Three classes, cross-entropy."""
    y = torch.arange(30) % 3
    return supervised("cross_entropy", 3, y, Field((), "class", ("a", "b", "c")))


@pytest.fixture
def decide() -> Bench:
    """Two classes, one logit."""
    y = torch.arange(30) % 2
    return supervised("bce_with_logits", 1, y, Field((), "class", ("no", "yes")))


@pytest.fixture
def estimate() -> Bench:
    """One value, mean squared error."""
    return supervised("mse", 1, torch.linspace(-1, 1, 30)[:, None], Field((1,)))


@pytest.fixture
def forge() -> Bench:
    """A generator (4,) -> (2,) and a discriminator (2,) -> (1,)."""
    torch.manual_seed(5)
    document = Document(
        nodes=[
            {"id": "z", "block": "noise", "params": {"features": 4}},
            {"id": "paint", "block": "linear", "params": {"out_features": 2}},
            {"id": "x", "block": "input"},
            {"id": "judge", "block": "linear", "params": {"out_features": 1}},
        ],
        train={
            "experiment": "gan",
            "models": {
                "generator": {"input": "z", "output": "paint"},
                "discriminator": {"input": "x", "output": "judge"},
            },
            "seed": 11,
        },
    )
    return Bench(
        document=document,
        models={
            "generator": chain("z", OrderedDict(paint=nn.Linear(4, 2))),
            "discriminator": chain("x", OrderedDict(judge=nn.Linear(2, 1))),
        },
        fields={"x": Field((2,))},
        train={"x": torch.randn(12, 2)},
        test={"x": torch.randn(0, 2)},
        step=0,
        seed=11,
    )
