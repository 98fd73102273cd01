"""Many points at once: the outputs of the usual way, for any block."""

from __future__ import annotations

import pytest
import torch

from playground.document import edits
from playground.document.library import load
from playground.telemetry.probes.forward import Outputs, untouched
from playground.telemetry.probes.lengthwise import Lengthwise
from playground.train.session import Session


@pytest.mark.parametrize("kind", ["tanh", "relu", "batch_norm1d", "softmax", "dropout"])
@pytest.mark.parametrize("bias", [True, False])
def test_outputs_are_those_of_the_usual_way(kind, bias):
    document = edits.set_param(load("xor-mlp"), "hidden", "bias", bias)
    act = document.by_id["act"].model_copy(update={"block": kind, "params": {}})
    document = edits.replace_node(document, act)
    session = Session(document, device="cpu")
    session.run.look()
    model, points = session.models["main"], torch.randn(500, 2)
    with untouched(model):
        usual, ours = Outputs(model).collect(points), Lengthwise(model).collect(points)
    assert usual.keys() == ours.keys()
    for node, output in usual.items():
        assert ours[node].shape == output.shape
        torch.testing.assert_close(ours[node], output, atol=1e-6, rtol=1e-5)


def test_units_lie_side_by_side_behind_an_activation():
    session = Session(load("xor-mlp"), device="cpu")
    session.run.look()
    model = session.models["main"]
    with untouched(model):
        found = Lengthwise(model).collect(torch.randn(500, 2))
    assert found["act"].t().is_contiguous()
