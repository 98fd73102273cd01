"""The logit lens: what torch's own modules say, called by hand after each layer."""

from __future__ import annotations

import copy
from itertools import pairwise

import pytest
import torch

from playground.build.modules import build
from playground.check.check import check
from playground.document.library import load
from playground.document.model import Document
from playground.document.ready import bring
from playground.telemetry.probes.base import Bench
from playground.telemetry.probes.logit_lens import LogitLens, stack_of
from playground.telemetry.probes.writing import unpacked


def chain(dataset, experiment, *blocks, **params):
    nodes = [{"id": "x", "block": "input"}]
    nodes += [{"id": id, "block": key, "params": params} for id, key, params in blocks]
    ids = [node["id"] for node in nodes]
    wires = [[f"{a}.out", f"{b}.in"] for a, b in pairwise(ids)]
    return Document.model_validate(
        {
            "data": {"dataset": dataset},
            "nodes": nodes,
            "wires": wires,
            "train": {
                "experiment": experiment,
                "models": {"main": {"input": "x", "output": ids[-1]}},
                "params": params,
                "seed": 2,
            },
        }
    )


WRITER = (
    ("embed", "embedding", {"num_embeddings": 11, "embedding_dim": 6}),
    ("wider", "linear", {"out_features": 12}),
    ("chance", "dropout", {}),
    ("first", "transformer_encoder_layer", {"nhead": 3, "causal": True}),
    ("second", "transformer_encoder_layer", {"nhead": 2, "causal": True}),
    ("norm", "layer_norm", {}),
    ("out", "linear", {"out_features": 11}),
)


def bench_of(document):
    report = check(document)
    field = report.fields["x"]
    generator = torch.Generator().manual_seed(1)
    if field.kind == "token":
        x = torch.randint(11, (4, *field.shape), generator=generator)
    else:
        x = torch.rand(4, *field.shape, generator=generator)
    splits = {"x": x[:2], "y": x[:2]}, {"x": x[2:], "y": x[2:]}
    models = build(document, report)
    return Bench(report.flat, models, report.fields, *splits, step=5, seed=2)


def rows(bench, x, layers, head):
    """Shares after each layer: module by module, with gradients, so that nothing is fused."""
    model = copy.deepcopy(bench.models["main"]).eval()
    found = []
    for layer in layers:
        kept = {}
        hook = model.get_submodule(layer).register_forward_hook(
            lambda _module, _inputs, output, kept=kept: kept.update(out=output)
        )
        model(x)
        hook.remove()
        value = kept["out"]
        for block in head:
            value = model.get_submodule(block)(value)
        found.append(value.softmax(-1)[0].detach())
    return torch.stack(found)


def test_each_row_is_what_the_last_modules_make_of_that_layer():
    bench = bench_of(chain("sort", "language_model", *WRITER))
    found = LogitLens(sample=1, split="test").measure(bench)
    assert unpacked(found["logit_lens/layers"]) == ["wider", "first", "second"]
    assert unpacked(found["logit_lens/left_out"]) == ["embed"]
    assert unpacked(found["logit_lens/head"]) == ["norm", "out"]
    x = bench.test["x"][1:2]
    wanted = rows(bench, x, ["wider", "first", "second"], ["norm", "out"])
    best = wanted.topk(5, -1)
    assert found["logit_lens/shares"] == pytest.approx(best.values.numpy(), abs=1e-5)
    told = torch.from_numpy(found["logit_lens/top"])
    # two that are equal up to rounding may change places
    assert wanted.gather(-1, told).numpy() == pytest.approx(best.values.numpy(), abs=1e-5)
    said = copy.deepcopy(bench.models["main"]).eval()(x).softmax(-1)[0].topk(5, -1)
    assert found["logit_lens/shares"][-1] == pytest.approx(said.values.detach().numpy(), abs=1e-5)
    assert found["logit_lens/tokens"].tolist() == x[0].tolist()
    assert found["logit_lens/at"].tolist() == [5, 1, 1, 1]


def test_a_classifier_with_one_answer_has_one_column():
    vit = (
        ("rows", "reshape", {"shape": [8, 8]}),
        ("first", "transformer_encoder_layer", {"nhead": 2}),
        ("second", "transformer_encoder_layer", {"nhead": 4, "norm_first": False}),
        ("mean", "mean_over_time", {}),
        ("out", "linear", {"out_features": 10}),
    )
    bench = bench_of(chain("digits", "supervised", *vit, loss="cross_entropy"))
    found = LogitLens().measure(bench)
    assert unpacked(found["logit_lens/layers"]) == ["rows", "first", "second"]
    assert found["logit_lens/top"].shape == (3, 1, 5)
    assert "logit_lens/tokens" not in found
    model = copy.deepcopy(bench.models["main"]).eval()
    stream = bench.train["x"][:1].reshape(1, 8, 8)
    for row, layer in enumerate([None, "first", "second"]):
        stream = stream if layer is None else model.get_submodule(layer)(stream)
        shares = model.get_submodule("out")(stream.mean(1)).softmax(-1)[0]
        best = shares.topk(5).values.detach().numpy()
        assert found["logit_lens/shares"][row, 0] == pytest.approx(best, abs=1e-5)


def test_of_a_composite_the_stream_is_read_after_each_addition():
    blocks = (
        ("embed", "embedding", {"num_embeddings": 11, "embedding_dim": 12}),
        ("stack", "composite", {"definition": "transformer", "repeat": 2}),
        ("norm", "layer_norm", {}),
        ("out", "linear", {"out_features": 11}),
    )
    document = chain("sort", "language_model", *blocks)
    document = bring(document, document.node("stack"))
    bench = bench_of(document)
    found = LogitLens().measure(bench)
    layers = unpacked(found["logit_lens/layers"])
    assert layers[0] == "embed"
    assert len(layers) == 5, layers
    assert all(bench.document.by_id[id].block == "add" for id in layers[1:])


@pytest.mark.parametrize("preset", ["xor-mlp", "char-lstm", "gan-ring", "digits-autoencoder"])
def test_without_a_residual_stack_there_is_nothing_to_read(preset):
    assert stack_of(check(load(preset)).flat) is None


def test_a_residual_network_that_predicts_no_classes_has_no_rows():
    blocks = (
        ("first", "transformer_encoder_layer", {"nhead": 1}),
        ("last", "last_step", {}),
        ("out", "linear", {"out_features": 1}),
    )
    bench = bench_of(chain("adding_problem", "supervised", *blocks, loss="mse"))
    assert stack_of(bench.document) is not None
    assert LogitLens().measure(bench) == {}


def test_the_network_and_its_luck_stay_as_they_are():
    bench = bench_of(chain("sort", "language_model", *WRITER))
    model = bench.models["main"]
    before = {name: part.training for name, part in model.named_modules()}
    state = torch.get_rng_state()
    assert LogitLens().measure(bench)
    assert torch.equal(state, torch.get_rng_state())
    assert {name: part.training for name, part in model.named_modules()} == before
    assert LogitLens(sample=99).measure(bench) == {}
