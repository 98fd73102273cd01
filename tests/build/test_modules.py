"""Documents become plain torch modules."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise, permutations

import pytest
import torch
from torch import nn

from playground.build.modules import block_seed, build
from playground.document import edits
from playground.document.model import Document, Node
from playground.errors import BuildError

_BUILTINS = ("input", "print", "sum")


def document(nodes, wires, data="digits", **train) -> Document:
    train.setdefault("models", {"main": {"input": "x", "output": nodes[-1]["id"]}})
    return Document.model_validate(
        {"data": {"dataset": data}, "nodes": nodes, "wires": wires, "train": train}
    )


def mlp(**train) -> Document:
    nodes = [
        {"id": "x", "block": "input"},
        {"id": "flat", "block": "flatten"},
        {"id": "hidden", "block": "linear", "params": {"out_features": 16}},
        {"id": "act", "block": "tanh"},
        {"id": "out", "block": "linear", "params": {"out_features": 10}},
    ]
    return document(nodes, chain("x", "flat", "hidden", "act", "out"), **train)


def chain(*ids):
    return [[f"{a}.out", f"{b}.in"] for a, b in pairwise(ids)]


def resnet() -> Document:
    nodes = [
        {"id": "x", "block": "input"},
        {"id": "conv", "block": "conv2d", "params": {"out_channels": 4, "padding": 1}},
        {"id": "norm", "block": "batch_norm2d"},
        {"id": "act", "block": "relu"},
        {"id": "inner", "block": "conv2d", "params": {"out_channels": 4, "padding": 1}},
        {"id": "total", "block": "add"},
        {"id": "both", "block": "concat"},
        {"id": "flat", "block": "flatten"},
        {"id": "out", "block": "linear", "params": {"out_features": 10}},
    ]
    wires = [
        *chain("x", "conv", "norm", "act", "inner", "total"),
        ["act.out", "total.in"],
        ["total.out", "both.in"],
        ["x.out", "both.in"],
        *chain("both", "flat", "out"),
    ]
    return document(nodes, wires)


def test_a_network_computes_what_the_same_layers_compute_by_hand():
    model = build(resnet())["main"].eval()
    x = torch.randn(3, 1, 8, 8)
    a = torch.relu(model.norm(model.conv(x)))
    both = torch.cat([a + model.inner(a), x], dim=1)
    assert torch.equal(model(x), model.out(both.flatten(1)))


def test_submodules_and_operations_bear_the_ids_of_their_blocks():
    model = build(resnet())["main"]
    assert {name for name, _ in model.named_children()} == {
        *("conv", "norm", "act", "inner", "flat", "out")
    }
    assert model.meta["outputs"] == {
        id: id for id in ("x", "conv", "norm", "act", "inner", "total", "both", "flat", "out")
    }
    assert {node.name for node in model.graph.nodes} >= set(model.meta["outputs"].values())


def test_every_declared_shape_and_the_declared_number_of_parameters_are_those_of_torch():
    from playground.check.check import check

    report = check(resnet())
    model = build(resnet(), report)["main"].eval()
    values = {}

    class Recorder(torch.fx.Interpreter):
        def run_node(self, n):
            values[n.name] = super().run_node(n)
            return values[n.name]

    Recorder(model).run(torch.randn(2, 1, 8, 8))
    for id, name in model.meta["outputs"].items():
        assert tuple(values[name].shape[1:]) == report.shape(id)
    assert sum(p.numel() for p in model.parameters()) == report.cost.parameters


def test_the_same_seed_gives_the_same_weights_and_another_seed_others():
    first, second = build(mlp(seed=3))["main"], build(mlp(seed=3))["main"]
    other = build(mlp(seed=4))["main"]
    assert all(
        torch.equal(a, b) for a, b in zip(first.parameters(), second.parameters(), strict=False)
    )
    assert not torch.equal(first.hidden.weight, other.hidden.weight)


def test_weights_start_as_torch_starts_them():
    model = build(mlp(seed=3))["main"]
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(block_seed(3, "hidden"))
        expected = nn.Linear(64, 16)
    assert torch.equal(model.hidden.weight, expected.weight)
    assert torch.equal(model.hidden.bias, expected.bias)


def test_another_block_in_the_network_leaves_the_first_weights_of_the_others():
    before = build(mlp())["main"]
    wire = next(w for w in mlp().wires if w.target == "out")
    more = Node(id="more", block="linear", params={"out_features": 16})
    after = build(edits.insert_on_wire(mlp(), wire, more))["main"]
    assert torch.equal(before.hidden.weight, after.hidden.weight)
    assert torch.equal(before.out.weight, after.out.weight)


def test_building_leaves_the_random_numbers_of_the_program_alone():
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    build(mlp())
    assert torch.equal(torch.rand(3), expected)


def test_nothing_of_this_project_is_in_a_built_network():
    model = build(resnet())["main"]
    assert all(type(m).__module__.startswith("torch.") for m in model.modules())


def test_a_built_network_runs_where_this_project_is_not_installed(tmp_path):
    model = build(resnet())["main"].eval()
    x = torch.randn(2, 1, 8, 8)
    torch.export.save(torch.export.export(model, (x,)), tmp_path / "network.pt2")
    torch.save({"x": x, "y": model(x).detach()}, tmp_path / "io.pt")
    program = """
import sys, torch
sys.modules["playground"] = None  # importing it would fail
model = torch.export.load("network.pt2").module()
io = torch.load("io.pt", weights_only=True)
torch.testing.assert_close(model(io["x"]), io["y"])
"""
    done = subprocess.run(
        [sys.executable, "-I", "-W", "ignore", "-c", program],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_muted_block_hands_its_input_on():
    muted = edits.set_muted(mlp(), ["act"])
    model = build(muted)["main"]
    x = torch.randn(2, 1, 8, 8)
    assert torch.equal(model(x), model.out(model.hidden(x.flatten(1))))
    assert model.meta["outputs"]["act"] == "hidden"


def test_a_frozen_block_needs_no_gradient():
    model = build(edits.set_frozen(mlp(), ["hidden"]))["main"]
    assert not model.hidden.weight.requires_grad
    assert model.out.weight.requires_grad


def test_two_models_in_one_document_are_built_apart_and_share_a_common_block():
    nodes = [
        {"id": "x", "block": "input"},
        {"id": "flat", "block": "flatten"},
        {"id": "middle", "block": "linear", "params": {"out_features": 4}},
        {"id": "out", "block": "linear", "params": {"out_features": 10}},
    ]
    models = {
        "main": {"input": "x", "output": "out"},
        "encoder": {"input": "x", "output": "middle"},
    }
    found = build(document(nodes, chain("x", "flat", "middle", "out"), models=models))
    assert found["main"].get_submodule("flat") is found["encoder"].get_submodule("flat")
    assert {n for n, _ in found["encoder"].named_children()} == {"flat", "middle"}


@pytest.mark.parametrize("ids", [*list(permutations(["self", "torch", "nan"])), _BUILTINS])
def test_ids_that_mean_something_to_python_or_torch_are_still_found(ids):
    first, second, third = ids
    doc = document(
        [
            {"id": first, "block": "input"},
            {"id": second, "block": "concat"},
            {"id": "flat", "block": "flatten"},
            {"id": third, "block": "linear", "params": {"out_features": 10}},
        ],
        [*chain(first, second, "flat", third), [f"{first}.out", f"{second}.in"]],
        models={"main": {"input": first, "output": third}},
    )
    model = build(doc)["main"]
    names = {node.name for node in model.graph.nodes}
    assert set(model.meta["outputs"]) == {*ids, "flat"}
    assert set(model.meta["outputs"].values()) <= names
    assert model(torch.randn(2, 1, 8, 8)).shape == (2, 10)


def test_a_document_with_an_error_is_refused_with_the_words_of_the_check():
    broken = edits.disconnect(mlp(), mlp().wires[1])
    with pytest.raises(BuildError) as error:
        build(broken)
    assert error.value.node == "hidden"
    assert "connected" in error.value.message
