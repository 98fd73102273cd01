"""Edits of a network with attention: what fits stays to the bit, and the rest says so."""

from __future__ import annotations

import pytest
import torch
from surgery import learned, moments

from playground.build.code import export_code
from playground.build.modules import build
from playground.build.transplant import reusable, transplant
from playground.build.units import Network
from playground.check.check import check
from playground.document.model import Document

WIRES = [
    ["rows.out", "place.in"],
    ["place.out", "wide.in"],
    ["wide.out", "norm.in"],
    *(["norm.out", f"att.{port}"] for port in ("query", "key", "value")),
    ["att.out", "sum.in"],
    ["wide.out", "sum.in"],
    ["sum.out", "ff.in"],
    ["ff.out", "layer.in"],
    ["layer.out", "flat.in"],
    ["flat.out", "out.in"],
]


def transformer(**params: dict) -> Document:
    """Digits row by row: eight steps of eight features."""
    blocks = {
        "rows": ("reshape", {"shape": [8, 8]}),
        "place": ("positional_encoding", {"kind": "learned"}),
        "wide": ("linear", {"out_features": 12}),
        "norm": ("rms_norm", {}),
        "att": ("multihead_attention", {"num_heads": 2, "causal": True}),
        "sum": ("add", {}),
        "ff": ("feed_forward", {"hidden_features": 9}),
        "layer": ("transformer_encoder_layer", {"nhead": 2, "dim_feedforward": 6, "dropout": 0.0}),
        "flat": ("flatten", {}),
        "out": ("linear", {"out_features": 10}),
    }
    nodes = [
        {"id": id, "block": block, "params": {**given, **params.get(id, {})}}
        for id, (block, given) in blocks.items()
    ]
    return Document.model_validate(
        {
            "data": {"dataset": "digits"},
            "nodes": [{"id": "x", "block": "input"}, *nodes],
            "wires": [["x.out", "rows.in"], *WIRES],
            "train": {"models": {"main": {"input": "x", "output": "out"}}, "seed": 3},
        }
    )


def edited(document: Document):
    """The network before and after an edit, trained before, and what became of each block."""
    old = learned(transformer())
    report = check(document)
    assert report.ok, report.problems
    new = Network.of(report, build(document, report, reusable(old, report)))
    done = transplant(old, new, moments(old))
    done.apply(new)
    return old, new, done


@pytest.mark.parametrize(
    ("id", "params"),
    [
        ("att", {"num_heads": 3}),
        ("att", {"causal": False}),
        ("att", {"dropout": 0.5}),
        ("layer", {"nhead": 4}),
        ("layer", {"causal": True}),
        ("layer", {"activation": "gelu"}),
        ("ff", {"activation": "silu"}),
        ("ff", {"dropout": 0.5}),
        ("norm", {"eps": 0.1}),
        ("wide", {}),
    ],
)
def test_weights_stay_where_only_what_is_done_with_them_changes(id, params):
    old, new, done = edited(transformer(**{id: params}))
    assert id in done.kept
    before, after = old.models["main"].state_dict(), new.models["main"].state_dict()
    assert before.keys() == after.keys()
    assert all(torch.equal(before[name], after[name]) for name in before)


@pytest.mark.parametrize(
    ("id", "params", "afresh"),
    [
        ("wide", {"out_features": 16}, {"att", "ff", "layer"}),
        ("wide", {"out_features": 6}, {"att", "ff", "layer"}),
        ("ff", {"hidden_features": 20}, {"ff"}),
        ("ff", {"hidden_features": 3}, {"ff"}),
        ("layer", {"dim_feedforward": 9}, {"layer"}),
        ("att", {"bias": False}, set()),
        ("rows", {"shape": [4, 16]}, set()),  # the first places stay
        ("rows", {"shape": [16, 4]}, {"place"}),
        ("place", {"kind": "sine"}, set()),
        ("place", {"kind": "rotary", "num_heads": 2}, set()),
    ],
)
def test_attention_of_another_width_starts_afresh_and_says_so(id, params, afresh):
    _, new, done = edited(transformer(**{id: params}))
    assert afresh <= set(done.new)
    assert all(any(name in reason for reason in done.reasons) for name in afresh), done.reasons
    x = torch.randn(3, 1, 8, 8, generator=torch.Generator().manual_seed(0))
    y = new.models["main"](x)
    assert y.shape == (3, 10)
    assert y.isfinite().all()


@pytest.mark.parametrize("steps", [4, 16])
def test_a_longer_or_shorter_sequence_keeps_what_does_the_same_with_each_step(steps):
    old, new, done = edited(transformer(rows={"shape": [steps, 64 // steps]}))
    assert {"norm", "att", "ff", "layer"} <= set(done.kept)
    before, after = old.models["main"].state_dict(), new.models["main"].state_dict()
    for name in after:
        if name.split(".")[0] in {"att", "ff", "layer", "norm"}:
            assert torch.equal(before[name], after[name]), name


@pytest.mark.parametrize(
    "place", [{"kind": "sine"}, {"kind": "learned"}, {"kind": "rotary", "num_heads": 2}]
)
def test_the_exported_program_computes_the_same(place):
    document = transformer(place=place)
    scope: dict = {}
    exec(export_code(document), scope)
    model = build(document)["main"]
    scope["model"].load_state_dict(model.state_dict())
    x = torch.randn(3, 1, 8, 8, generator=torch.Generator().manual_seed(0))
    assert torch.allclose(scope["model"](x), model(x), atol=1e-6)
