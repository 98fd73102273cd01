"""The probes of memory: lengths of gradients are those of autograd with cells written by hand."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F

from playground.build.modules import build
from playground.check.check import check
from playground.document.model import Document
from playground.telemetry.probes.arcs import Arcs
from playground.telemetry.probes.base import Bench
from playground.telemetry.probes.memory import Memory

CELLS = {"rnn": nn.RNNCell, "lstm": nn.LSTMCell, "gru": nn.GRUCell}


def bench_of(dataset, blocks, train=None, **data):
    ids = ["x", *blocks]
    nodes = [{"id": "x", "block": "input"}]
    nodes += [{"id": id, "block": key, "params": params} for id, (key, params) in blocks.items()]
    document = Document.model_validate(
        {
            "data": {"dataset": dataset, "params": data},
            "nodes": nodes,
            "wires": [[f"{a}.out", f"{b}.in"] for a, b in itertools.pairwise(ids)],
            "train": {
                "models": {"main": {"input": "x", "output": ids[-1]}},
                "seed": 2,
                **(train or {"params": {"loss": "mse"}}),
            },
        }
    )
    report = check(document)
    torch.manual_seed(1)
    samples = {
        name: torch.randint(len(field.vocabulary), (20, *field.shape))
        if field.kind == "token"
        else torch.rand(20, *field.shape)
        for name, field in report.fields.items()
    }
    if "counts" in samples:
        samples["counts"] = torch.zeros(20, samples["x"].shape[1])
        samples["counts"][:, 3:6] = 1.0
        samples["counts"][2, 5] = 0.0
    return Bench(
        document=report.flat,
        models=build(document, report),
        fields=report.fields,
        train=samples,
        test=samples,
        step=9,
        seed=2,
    )


def by_hand(module, kind, x):
    """States of a module of one layer and direction, by torch's own cell; all in one graph."""
    cell = CELLS[kind](module.input_size, module.hidden_size)
    for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"):
        getattr(cell, name).data = getattr(module, f"{name}_l0").data
    h = torch.zeros(len(x), module.hidden_size)
    state, hs, cs = (h, h) if kind == "lstm" else h, [], []
    for t in range(x.shape[1]):
        state = cell(x[:, t], state)
        hs.append(state[0] if kind == "lstm" else state)
        cs += [state[1]] if kind == "lstm" else []
        if kind == "lstm":
            state = (hs[-1], cs[-1])
    return hs, cs


@pytest.mark.parametrize("kind", CELLS)
def test_lengths_are_those_of_autograd(kind):
    memory = (kind, {"hidden_size": 5, "output": "last"})
    out = ("linear", {"out_features": 1})
    bench = bench_of("adding_problem", {"memory": memory, "out": out}, length=8)
    arrays = Memory(limit=6).measure(bench)
    model = bench.models["main"]
    for n in range(6):  # sample by sample: the mean of lengths is no length of a mean
        hs, cs = by_hand(model.get_submodule("memory"), kind, bench.test["x"][n : n + 1])
        loss = F.mse_loss(model.get_submodule("out")(hs[-1]), bench.test["y"][n : n + 1])
        for name, states in (("h", hs), ("c", cs)):
            if states:
                pulls = torch.autograd.grad(loss, states, retain_graph=True)
                arrays[f"memory/memory/{name}"][0, 0] -= [float(p.norm()) / 6 for p in pulls]
    assert arrays["memory/memory/h"] == pytest.approx(0.0, abs=1e-6)
    assert ("memory/memory/c" in arrays) == (kind == "lstm")
    assert arrays.get("memory/memory/c", 0.0) == pytest.approx(0.0, abs=1e-6)
    assert arrays["memory/memory/at"].tolist() == [9, 7, 0, 6]
    assert arrays["memory/answer"].tolist() == [-1, 0]


def test_lengths_are_not_all_zero_and_layers_and_directions_have_their_own():
    options = {"hidden_size": 4, "num_layers": 2, "bidirectional": True, "dropout": 0.5}
    blocks = {
        "memory": ("gru", options),
        "above": ("rnn", {"hidden_size": 3, "output": "last"}),
        "out": ("linear", {"out_features": 1}),
    }
    arrays = Memory().measure(bench_of("adding_problem", blocks, length=5))
    assert arrays["memory/memory/h"].shape == (2, 2, 5)
    assert arrays["memory/above/h"].shape == (1, 1, 5)
    assert (arrays["memory/memory/h"] > 0).all()
    assert arrays["memory/memory/at"].tolist() == [9, 4, 4, 16]


LANGUAGE = {
    "embed": ("embedding", {"num_embeddings": 12, "embedding_dim": 3}),
    "memory": ("lstm", {"hidden_size": 4}),
    "out": ("linear", {"out_features": 11}),
}


def test_the_loss_of_one_step_reaches_no_later_state_and_only_steps_that_count():
    bench = bench_of("sort", LANGUAGE, {"experiment": "language_model"})
    assert "counts" in bench.test
    arrays = Memory(step=4).measure(bench)
    assert arrays["memory/answer"].tolist() == [4, bench.test["x"].shape[1]]
    sizes = arrays["memory/memory/h"][0, 0]
    assert (sizes[:5] > 0).all()
    assert (sizes[5:] == 0).all()
    last = Memory().measure(bench)
    assert last["memory/answer"][0] == 5
    assert last["memory/memory/at"].tolist() == [9, 5, 5, 15]  # one of 16 does not count there
    model = bench.models["main"]
    rows = [n for n in range(16) if n != 2]
    x = model.get_submodule("embed")(bench.test["x"][rows])
    hs, _ = by_hand(model.get_submodule("memory"), "lstm", x)
    scores = model.get_submodule("out")(hs[5])
    total = F.cross_entropy(scores, bench.test["y"][rows, 5], reduction="sum")
    pulls = torch.autograd.grad(total, hs[:6])
    wanted = [float(pull.norm(dim=1).mean()) for pull in pulls]
    assert last["memory/memory/h"][0, 0, :6] == pytest.approx(wanted, abs=1e-6)


def test_measuring_leaves_no_trace_and_without_memory_there_is_nothing():
    out = ("linear", {"out_features": 1})
    bench = bench_of("adding_problem", {"memory": ("rnn", {"output": "last"}), "out": out})
    model, state = bench.models["main"], torch.get_rng_state()
    Memory().measure(bench)
    assert torch.equal(state, torch.get_rng_state())
    assert all(part.training for part in model.modules())
    assert all(parameter.grad is None for parameter in model.parameters())
    flat = bench_of("adding_problem", {"flat": ("flatten", {}), "out": out}, length=5)
    assert Memory().measure(flat) == {}


def test_frozen_weights_hide_no_gradient_of_a_state():
    out = ("linear", {"out_features": 1})
    bench = bench_of("adding_problem", {"memory": ("gru", {"output": "last"}), "out": out})
    wanted = Memory().measure(bench)
    for parameter in bench.models["main"].parameters():
        parameter.requires_grad_(False)
    found = Memory().measure(bench)
    assert found["memory/memory/h"] == pytest.approx(wanted["memory/memory/h"])
    assert (found["memory/memory/h"] > 0).all()


def test_a_gradient_whose_square_is_too_small_for_a_float_is_not_called_zero():
    out = ("linear", {"out_features": 1})
    memory = ("rnn", {"hidden_size": 3, "output": "last"})
    bench = bench_of("adding_problem", {"memory": memory, "out": out}, length=40)
    module = bench.models["main"].get_submodule("memory")
    with torch.no_grad():
        module.weight_hh_l0.copy_(0.15 * torch.eye(3))
    sizes = Memory().measure(bench)["memory/memory/h"][0, 0]
    assert 0 < sizes[0] < 1e-25


@pytest.mark.parametrize("step", [3, 5])
def test_arcs_are_those_of_autograd_for_this_sample_and_this_step(step):
    bench = bench_of("sort", LANGUAGE, {"experiment": "language_model"})
    arrays = Arcs(step=step, sample=7).measure(bench)
    model = bench.models["main"]
    x = model.get_submodule("embed")(bench.test["x"][7:8])
    hs, _ = by_hand(model.get_submodule("memory"), "lstm", x)
    scores = model.get_submodule("out")(hs[step])
    pulls = torch.autograd.grad(F.cross_entropy(scores, bench.test["y"][7:8, step]), hs[: step + 1])
    sizes = arrays["arcs/memory/h"][0, 0]
    assert sizes[: step + 1] == pytest.approx([float(p.norm()) for p in pulls], abs=1e-6)
    assert (sizes[step + 1 :] == 0).all()
    assert arrays["arcs/memory/at"].tolist() == [9, step, step, 1]
    assert arrays["arcs/sample"].tolist() == [1, 7]
    assert np.array_equal(arrays["arcs/tokens"], bench.test["x"][7].numpy())


def test_the_mean_of_arcs_over_samples_is_what_the_memory_is():
    out = ("linear", {"out_features": 1})
    memory = ("gru", {"hidden_size": 5, "output": "last"})
    bench = bench_of("adding_problem", {"memory": memory, "out": out}, length=8)
    each = [Arcs(sample=n).measure(bench) for n in range(6)]
    mean = np.mean([one["arcs/memory/h"] for one in each], axis=0)
    assert mean == pytest.approx(Memory(limit=6).measure(bench)["memory/memory/h"], rel=1e-4)
    assert np.array_equal(each[3]["arcs/x"], bench.test["x"][3].numpy())
    assert each[0]["arcs/answer"].tolist() == [-1, 0]


def test_without_the_sample_or_its_answer_there_are_no_arcs():
    out = ("linear", {"out_features": 1})
    bench = bench_of("adding_problem", {"memory": ("rnn", {"output": "last"}), "out": out})
    assert Arcs(sample=99).measure(bench) == {}
    unknown = {"x": bench.test["x"]}
    assert Arcs().measure(dataclasses.replace(bench, test=unknown)) == {}
