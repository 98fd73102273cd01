"""The exported program is one that a student could have written, and it runs."""

from __future__ import annotations

import itertools

import pytest
import torch
from torch import nn

from playground.build.code import export_code
from playground.build.modules import build
from playground.document.model import Document
from playground.errors import BuildError


def run(code: str) -> dict:
    names: dict = {}
    exec(compile(code, "exported.py", "exec"), names)
    return names


def chain(*ids):
    return [[f"{a}.out", f"{b}.in"] for a, b in itertools.pairwise(ids)]


def xor(**params) -> Document:
    settings = {"loss": "bce_with_logits", "optimizer": "adam", "lr": 0.05, **params}
    return Document.model_validate(
        {
            "title": "XOR needs a hidden layer",
            "data": {"dataset": "xor"},
            "nodes": [
                {"id": "x", "block": "input"},
                {"id": "hidden", "block": "linear", "params": {"out_features": 8}},
                {"id": "act", "block": "tanh"},
                {"id": "out", "block": "linear", "params": {"out_features": 1}},
            ],
            "wires": chain("x", "hidden", "act", "out"),
            "train": {
                "models": {"main": {"input": "x", "output": "out"}},
                "params": settings,
                "steps": 400,
                "seed": 7,
            },
        }
    )


def branched() -> Document:
    return Document.model_validate(
        {
            "data": {"dataset": "digits"},
            "nodes": [
                {"id": "torch", "block": "input"},
                {"id": "conv", "block": "conv2d", "params": {"out_channels": 1, "padding": 1}},
                {"id": "sum", "block": "add"},
                {"id": "both", "block": "concat"},
                {"id": "flat", "block": "flatten"},
                {"id": "out", "block": "linear", "params": {"out_features": 10}},
            ],
            "wires": [
                *chain("torch", "conv", "sum", "both"),
                ["torch.out", "sum.in"],
                ["torch.out", "both.in"],
                *chain("both", "flat", "out"),
            ],
            "train": {"models": {"main": {"input": "torch", "output": "out"}}},
        }
    )


def xor_points(n: int = 200):
    generator = torch.Generator().manual_seed(0)
    x = torch.rand(n, 2, generator=generator) * 2 - 1
    return x, (x[:, 0] * x[:, 1] < 0).long()


def test_a_chain_becomes_a_sequential_without_a_word_of_this_project():
    code = export_code(xor())
    assert "nn.Sequential(\n    OrderedDict(\n        hidden=nn.Linear(2, 8),\n" in code
    assert "playground" not in code
    assert "class" not in code
    assert isinstance(run(code)["model"], nn.Sequential)


def test_a_chain_takes_the_weights_by_their_names():
    ours, theirs = build(xor())["main"], run(export_code(xor()))["model"]
    theirs.load_state_dict(ours.state_dict())
    x = torch.randn(5, 2)
    assert torch.equal(theirs(x), ours(x))


def test_the_exported_program_learns():
    names = run(export_code(xor()))
    x, y = xor_points()
    first = nn.functional.binary_cross_entropy_with_logits(
        names["model"](x), y.float().unsqueeze(1)
    ).item()
    assert names["train"](names["model"], x, y) < first / 3
    assert ((names["model"](x)[:, 0] > 0).long() == y).float().mean() > 0.95


def test_branches_become_a_class_that_computes_the_same():
    names = run(export_code(branched()))
    ours = build(branched())["main"]
    theirs = names["Model"]()
    theirs.load_state_dict(ours.state_dict())
    x = torch.randn(3, 1, 8, 8)
    torch.testing.assert_close(theirs(x), ours(x))


@pytest.mark.parametrize(
    "params",
    [
        {"optimizer": "sgd", "momentum": 0.9, "weight_decay": 0.01},
        {"optimizer": "adamw"},
        {"optimizer": "rmsprop", "l1": 0.001},
        {"optimizer": "adagrad", "clip_grad_norm": 1.0},
        {"schedule": "step"},
        {"schedule": "cosine"},
        {"schedule": "one_cycle"},
        {"schedule": "warmup"},
        {"schedule": "warmup_cosine", "warmup_steps": 20},
        {"loss": "mse"},
    ],
)
def test_every_setting_of_the_training_is_in_the_program_and_it_runs(params):
    names = run(export_code(xor(**params)))
    x, y = xor_points(40)
    assert names["train"](names["model"], x, y, steps=5) > 0


def test_regression_and_classes_of_one_output_each_run_too():
    regression = xor(loss="mse")
    data = {"dataset": "plane"}
    document = Document.model_validate({**regression.model_dump(mode="json"), "data": data})
    names = run(export_code(document))
    x, _ = xor_points(30)
    assert names["train"](names["model"], x, x.sum(1, keepdim=True), steps=3) > 0


def test_a_title_cannot_break_out_of_its_docstring():
    document = xor().with_(title='a """ b \\')
    assert "model" in run(export_code(document))


def test_a_broken_document_is_refused():
    document = xor()
    broken = document.with_(wires=document.wires[1:])
    with pytest.raises(BuildError):
        export_code(broken)
