"""The probe that changes heads of attention: torch says the same where it is told the same."""

from __future__ import annotations

import copy
import math

import numpy as np
import pytest
import torch

from playground.build.modules import build
from playground.check.check import check
from playground.document.library import load
from playground.document.model import Document
from playground.telemetry.probes.attention import Attention
from playground.telemetry.probes.attention_what_if import AttentionWhatIf
from playground.telemetry.probes.base import Bench

BLOCKS = {
    "embed": ("embedding", {"num_embeddings": 12, "embedding_dim": 12}),
    "narrow": ("linear", {"out_features": 8}),
    "att": ("multihead_attention", {"num_heads": 3}),
    "pre": (
        "transformer_encoder_layer",
        {"nhead": 3, "causal": True, "dropout": 0.4, "activation": "gelu"},
    ),
    "off": ("transformer_encoder_layer", {}),
    "post": ("transformer_encoder_layer", {"nhead": 2, "norm_first": False}),
    "dot": ("scaled_dot_product_attention", {"num_heads": 4, "causal": True}),
    "out": ("linear", {"out_features": 11}),
}
WIRES = [
    ("x", "embed.in"), ("embed", "narrow.in"), ("embed", "att.query"), ("narrow", "att.key"),
    ("embed", "att.value"), ("att", "pre.in"), ("pre", "off.in"), ("off", "post.in"),
    ("post", "dot.query"), ("pre", "dot.key"), ("embed", "dot.value"), ("dot", "out.in"),
]  # fmt: skip


def bench_of(document):
    report = check(document)
    field = report.fields["x"]
    generator = torch.Generator().manual_seed(1)
    x = torch.randint(min(len(field.vocabulary), 11), (6, *field.shape), generator=generator)
    return Bench(
        document=report.flat,
        models=build(document, report),
        fields=report.fields,
        train={"x": x[:4], "y": x[:4]},
        test={"x": x[4:], "y": x[4:]},
        step=7,
        seed=2,
    )


@pytest.fixture
def bench():
    nodes = [{"id": "x", "block": "input"}]
    nodes += [
        {"id": id, "block": key, "params": params, "muted": id == "off"}
        for id, (key, params) in BLOCKS.items()
    ]
    return bench_of(
        Document.model_validate(
            {
                "data": {"dataset": "sort"},
                "nodes": nodes,
                "wires": [[f"{a}.out", b] for a, b in WIRES],
                "train": {
                    "models": {"main": {"input": "x", "output": "out"}},
                    "seed": 2,
                },
            }
        )
    )


def scores_of(arrays, node):
    """Before the mask (H, T, S)."""
    q, k = (arrays[f"attention/{node}/{name}"].astype(float) for name in "qk")
    return q @ k.swapaxes(1, 2) / math.sqrt(q.shape[2])


def told_by_torch(bench, x, node, delta=None, muted=None):
    """Shares at all steps, where torch is told to add `delta` to the scores, and a head is cut."""
    model = copy.deepcopy(bench.models["main"]).eval()
    module = model.get_submodule(node)
    inner = getattr(module, "self_attn", module)
    if muted is not None:  # values of zero make a mix of zero
        with torch.no_grad():
            features = inner.embed_dim // inner.num_heads
            rows = slice(muted * features, (muted + 1) * features)
            weight = inner.v_proj_weight
            if weight is None:
                weight = inner.in_proj_weight[2 * inner.embed_dim :]
            weight[rows] = 0.0
            inner.in_proj_bias[2 * inner.embed_dim :][rows] = 0.0
    if delta is not None:

        def add(_module, _args, kwargs):
            mask = kwargs.get("src_mask", kwargs.get("attn_mask"))
            name = "src_mask" if "src_mask" in kwargs or inner is not module else "attn_mask"
            whole = delta.float() if mask is None else delta.float() + mask
            return _args, {**kwargs, name: whole, "is_causal": False}

        module.register_forward_pre_hook(add, with_kwargs=True)
    return model(x).softmax(-1)[0].detach().numpy()  # with gradients: no fused path


@pytest.mark.parametrize("node", ["att", "pre", "post"])
def test_torch_says_the_same_with_another_score(node, bench):
    x = bench.test["x"][1:2]
    arrays = Attention(sample=1, split="test").measure(bench)
    before = scores_of(arrays, node)
    heads, queries, _ = before.shape
    head, query, key, value = heads - 1, queries - 2, 1, 9.25
    probe = AttentionWhatIf(scores=((node, head, query, key, value),), sample=1, split="test")
    found = probe.measure(bench)
    delta = torch.zeros(before.shape, dtype=torch.float64)
    delta[head, query, key] = value - before[head, query, key]
    wanted = told_by_torch(bench, x, node, delta)
    start = "attention_what_if"
    assert found[f"{start}/after"] == pytest.approx(wanted, abs=2e-6)
    assert found[f"{start}/before"] == pytest.approx(told_by_torch(bench, x, node), abs=1e-5)
    assert np.abs(found[f"{start}/after"] - found[f"{start}/before"]).max() > 1e-4
    assert found[f"{start}/shares"] == 1
    assert found[f"{start}/{node}/scores"].tolist() == [[head, query, key, value]]
    row = before[head, query].copy()
    row[key] = value
    if node == "pre":
        row[query + 1 :] = -math.inf
    shares = np.exp(row) / np.exp(row).sum()
    assert found[f"{start}/{node}/weights"][head, query] == pytest.approx(shares, abs=1e-5)


@pytest.mark.parametrize("node", ["att", "pre", "post"])
def test_torch_says_the_same_without_a_head(node, bench):
    found = AttentionWhatIf(muted=((node, 1),), sample=1, split="test").measure(bench)
    wanted = told_by_torch(bench, bench.test["x"][1:2], node, muted=1)
    assert found["attention_what_if/after"] == pytest.approx(wanted, abs=2e-6)
    assert np.abs(found["attention_what_if/after"] - found["attention_what_if/before"]).max() > 1e-4
    assert found[f"attention_what_if/{node}/muted"].tolist() == [1]
    plain = Attention(sample=1, split="test").measure(bench)
    same = found[f"attention_what_if/{node}/weights"], plain[f"attention/{node}/weights"]
    assert same[0] == pytest.approx(same[1], abs=1e-6)  # what it would have looked at


def test_heads_without_weights_of_their_own_are_mixed_anew(bench):
    place = ("dot", 2, 5, 3)
    found = AttentionWhatIf(scores=((*place, 2.0),), muted=(("dot", 0),)).measure(bench)
    arrays = Attention().measure(bench)
    scores = scores_of(arrays, "dot")
    scores[2, 5, 3] = 2.0
    scores[:, *np.triu_indices(scores.shape[1], 1)] = -math.inf
    weights = np.exp(scores) / np.exp(scores).sum(-1, keepdims=True)
    assert found["attention_what_if/dot/weights"] == pytest.approx(weights, abs=1e-5)
    weights[0] = 0.0
    mixed = (weights @ arrays["attention/dot/v"]).swapaxes(0, 1).reshape(scores.shape[1], -1)
    out = bench.models["main"].get_submodule("out")
    logits = mixed @ out.weight.detach().numpy().T + out.bias.detach().numpy()
    wanted = np.exp(logits) / np.exp(logits).sum(-1, keepdims=True)
    assert found["attention_what_if/after"] == pytest.approx(wanted, abs=2e-6)


def test_a_head_that_was_drawn_is_changed_in_its_softmax():
    bench = bench_of(load("attention-step-by-step"))
    found = AttentionWhatIf(scores=(("shares", 0, 3, 1, 4.0),)).measure(bench)
    plain = Attention().measure(bench)
    scores = scores_of(plain, "shares")[0]
    scores[np.triu_indices(len(scores), 1)] = -math.inf
    scores[3, 1] = 4.0
    weights = np.exp(scores) / np.exp(scores).sum(-1, keepdims=True)
    assert found["attention_what_if/shares/weights"][0] == pytest.approx(weights, abs=1e-5)
    mixed = weights @ plain["attention/shares/v"][0]
    out = bench.models["main"].get_submodule("out")
    logits = mixed @ out.weight.detach().numpy().T + out.bias.detach().numpy()
    wanted = np.exp(logits) / np.exp(logits).sum(-1, keepdims=True)
    assert found["attention_what_if/after"] == pytest.approx(wanted, abs=2e-6)
    silent = AttentionWhatIf(muted=(("shares", 0),)).measure(bench)
    alone = np.exp(out.bias.detach().numpy())
    assert silent["attention_what_if/after"][2] == pytest.approx(alone / alone.sum(), abs=1e-5)


def test_nothing_changed_says_what_the_network_says(bench):
    hidden, absent = ("pre", 0, 1, 4, 9.0), ("pre", 7, 99, 0, 1.0)
    found = AttentionWhatIf(scores=(hidden, absent), muted=(("gone", 0), ("pre", 9))).measure(bench)
    assert np.array_equal(found["attention_what_if/before"], found["attention_what_if/after"])
    assert found["attention_what_if/pre/scores"].shape == (0, 4)
    plain = Attention().measure(bench)
    for name, array in plain.items():
        if name.endswith(("/weights", "/q", "/k", "/v")):
            again = found[name.replace("attention/", "attention_what_if/")]
            assert again == pytest.approx(array, abs=1e-6), name


def test_the_network_and_its_luck_stay_as_they_are(bench):
    model = bench.models["main"]
    before = {name: part.training for name, part in model.named_modules()}
    weights = {name: value.clone() for name, value in model.state_dict().items()}
    state = torch.get_rng_state()
    AttentionWhatIf(muted=(("pre", 0),)).measure(bench)
    assert torch.equal(state, torch.get_rng_state())
    assert {name: part.training for name, part in model.named_modules()} == before
    assert all(torch.equal(weights[name], value) for name, value in model.state_dict().items())
    assert AttentionWhatIf(sample=99).measure(bench) == {}
