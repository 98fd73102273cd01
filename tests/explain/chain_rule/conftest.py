"""Readings of the probe on small and large networks of every shape, with random weights."""

from __future__ import annotations

from itertools import pairwise

import pytest

from playground.document.model import Document
from playground.explain.chain_rule import Record
from playground.telemetry.probes.backprop import Backprop
from playground.train.cadence import StepCadence
from playground.train.session import Session


def chain(*blocks, dataset="moons", wires=(), **params):
    """A document: blocks in a row, and further wires."""
    nodes = [{"id": "x", "block": "input"}]
    nodes += [{"id": id, "block": block, "params": values} for id, block, values in blocks]
    row = [(f"{a['id']}.out", f"{b['id']}.in") for a, b in pairwise(nodes)]
    return Document.model_validate(
        {
            "data": {"dataset": dataset},
            "nodes": nodes,
            "wires": [*row, *wires],
            "train": {
                "models": {"main": {"input": "x", "output": nodes[-1]["id"]}},
                "params": {"batch_size": 8, **params},
                "steps": 100,
                "seed": 5,
            },
        }
    )


LINEAR = "linear"
BCE = {"loss": "bce_with_logits"}
NETWORKS = {
    "tanh": chain(
        ("h", LINEAR, {"out_features": 3}), ("a", "tanh", {}), ("out", LINEAR, {"out_features": 2})
    ),
    "relu, one output": chain(
        ("h", LINEAR, {"out_features": 4}), ("a", "relu", {}), ("out", LINEAR, {"out_features": 1}),
        **BCE,
    ),
    "mse": chain(
        ("h", LINEAR, {"out_features": 3}), ("a", "sigmoid", {}),
        ("out", LINEAR, {"out_features": 1}), dataset="diabetes", loss="mse",
    ),
    "squares of classes": chain(
        ("h", LINEAR, {"out_features": 3}), ("a", "silu", {}), ("out", LINEAR, {"out_features": 2}),
        loss="mse",
    ),
    "branches": chain(
        ("h", LINEAR, {"out_features": 3}), ("a", "tanh", {}), ("b", LINEAR, {"out_features": 3}),
        ("sum", "add", {}), ("both", "concat", {}), ("out", LINEAR, {"out_features": 1}),
        wires=[("a.out", "sum.in"), ("h.out", "both.in")], **BCE,
    ),
    "norm": chain(
        ("h", LINEAR, {"out_features": 3}), ("n", "batch_norm1d", {}), ("a", "gelu", {}),
        ("ln", "layer_norm", {}), ("out", LINEAR, {"out_features": 2}),
    ),
    "softmax inside": chain(
        ("h", LINEAR, {"out_features": 3}), ("a", "softmax", {}),
        ("out", LINEAR, {"out_features": 1, "bias": False}), loss="smooth_l1",
    ),
    "wide": chain(
        ("h", LINEAR, {"out_features": 50}), ("a", "leaky_relu", {}),
        ("out", LINEAR, {"out_features": 2}), loss="l1",
    ),
    "pictures": chain(
        ("conv", "conv2d", {"out_channels": 4, "kernel_size": 3}),
        ("norm", "batch_norm2d", {}), ("act", "relu", {}), ("pool", "max_pool2d", {}),
        ("conv2", "conv2d", {"out_channels": 4, "padding": 1}), ("sum", "add", {}),
        ("mean", "avg_pool2d", {}), ("flat", "flatten", {}),
        ("out", LINEAR, {"out_features": 10}), dataset="digits",
        wires=[("pool.out", "sum.in")],
    ),
}  # fmt: skip


class Reading:
    """A reading together with the network that it was taken from."""

    def __init__(self, document, steps=3, sample=2):
        self.session = Session(document, cadence=StepCadence(10**9), device="cpu")
        driver = self.session.steps()
        for _ in range(steps + 1):
            next(driver)
        self.session.steering.probes = frozenset({Backprop(sample=sample)})
        self.arrays = self.session.run.look().arrays
        self.record = Record.read(self.arrays)
        self.model, self.sample = self.session.models["main"], sample
        driver.close()


@pytest.fixture(params=NETWORKS)
def reading(request):
    return Reading(NETWORKS[request.param])


@pytest.fixture
def read():
    """Read one of the networks by its name."""
    return lambda name: Reading(NETWORKS[name])
