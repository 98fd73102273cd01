"""The probe of states: those that torch's own module puts out, for the sample and for others."""

from __future__ import annotations

import itertools

import pytest
import torch

from playground.build.modules import build
from playground.check.check import check
from playground.document.model import Document
from playground.telemetry.probes.base import Bench
from playground.telemetry.probes.states import States

BLOCKS = {
    "soft": ("tanh", {}),
    "two": ("lstm", {"hidden_size": 3, "num_layers": 2, "bidirectional": True}),
    "last": ("gru", {"hidden_size": 7, "output": "last"}),
    "out": ("linear", {"out_features": 4}),
}


@pytest.fixture
def bench():
    ids = ["x", *BLOCKS]
    nodes = [{"id": "x", "block": "input"}]
    nodes += [{"id": id, "block": key, "params": p} for id, (key, p) in BLOCKS.items()]
    document = Document.model_validate(
        {
            "data": {"dataset": "delayed_recall", "params": {"lag": 5}},
            "nodes": nodes,
            "wires": [[f"{a}.out", b + ".in"] for a, b in itertools.pairwise(ids)],
            "train": {"models": {"main": {"input": "x", "output": "out"}}},
        }
    )
    report = check(document)
    torch.manual_seed(1)
    x = torch.randn(9, *report.fields["x"].shape)
    return Bench(
        document=report.flat,
        models=build(document, report),
        fields=report.fields,
        train={"x": x[:3]},
        test={"x": x[3:]},
        step=7,
        seed=2,
    )


@pytest.mark.parametrize("node", ["two", "last"])
def test_they_are_the_outputs_of_torchs_module(bench, node):
    model = bench.models["main"].eval()
    found = []
    model.get_submodule(node).register_forward_hook(lambda _m, _x, out: found.append(out[0]))
    with torch.no_grad():
        model(bench.train["x"][2:3])
        model(bench.test["x"][:4])
    arrays = States(node, sample=2, split="train", limit=4).measure(bench)
    assert arrays[f"states/{node}/h"] == pytest.approx(found[0][0].numpy(), abs=1e-5)
    assert arrays[f"states/{node}/others"] == pytest.approx(found[1].numpy(), abs=1e-5)
    assert arrays[f"states/{node}/at"].tolist() == [7, 0, 2]
    assert "states/tokens" not in arrays


def test_what_is_not_there_gives_nothing_and_measuring_leaves_no_trace(bench):
    state = torch.get_rng_state()
    assert States("last").measure(bench)
    assert torch.equal(state, torch.get_rng_state())
    assert all(part.training for part in bench.models["main"].modules())
    for probe in (States("soft"), States("gone"), States("last", sample=99)):
        assert probe.measure(bench) == {}
