"""The probe of attention: its heads are those that torch calculates."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from playground.build.modules import build
from playground.check.check import check
from playground.document.model import Document
from playground.document.ready import bring
from playground.telemetry.probes.attention import Attention
from playground.telemetry.probes.base import Bench

BLOCKS = {
    "embed": ("embedding", {"num_embeddings": 12, "embedding_dim": 12}),
    "narrow": ("linear", {"out_features": 8}),
    "att": ("multihead_attention", {"num_heads": 3}),
    "stack": (
        "composite",
        {"definition": "transformer", "repeat": 2, "params": {"num_heads": 2}},
    ),
    "pre": ("transformer_encoder_layer", {"nhead": 3, "causal": True, "dropout": 0.4}),
    "post": ("transformer_encoder_layer", {"nhead": 2, "norm_first": False, "dropout": 0.0}),
    "dot": ("scaled_dot_product_attention", {"num_heads": 4, "causal": True}),
    "off": ("transformer_encoder_layer", {}),
    "out": ("linear", {"out_features": 11}),
}
WIRES = [
    ("x", "embed.in"), ("embed", "narrow.in"), ("embed", "att.query"), ("narrow", "att.key"),
    ("embed", "att.value"), ("att", "stack.in"), ("stack", "pre.in"), ("pre", "post.in"),
    ("post", "dot.query"), ("pre", "dot.key"), ("embed", "dot.value"), ("dot", "off.in"),
    ("off", "out.in"),
]  # fmt: skip
ALL = {
    "att": 3, "stack.0.attention": 2, "stack.1.attention": 2, "pre": 3, "post": 2, "dot": 4,
}  # fmt: skip


@pytest.fixture
def bench():
    nodes = [{"id": "x", "block": "input"}]
    nodes += [
        {"id": id, "block": key, "params": params, "muted": id == "off"}
        for id, (key, params) in BLOCKS.items()
    ]
    document = Document.model_validate(
        {
            "data": {"dataset": "sort"},
            "nodes": nodes,
            "wires": [[f"{a}.out", b] for a, b in WIRES],
            "train": {"models": {"main": {"input": "x", "output": "out"}}, "seed": 2},
        }
    )
    document = bring(document, document.node("stack"))
    report = check(document)
    rows = len(report.fields["x"].vocabulary)
    assert rows <= 12, "the embedding has a row for each"
    x = torch.randint(rows, (6, *report.fields["x"].shape))
    return Bench(
        document=report.flat,
        models=build(document, report),
        fields=report.fields,
        train={"x": x[:4], "y": x[:4]},
        test={"x": x[4:], "y": x[4:]},
        step=7,
        seed=2,
    )


def seen_by(model, x):
    """Module name -> what arrives at it, in eval mode."""
    found, hooks = {}, []
    for name, module in model.named_modules():
        hooks.append(module.register_forward_pre_hook(_keeper(found, name)))
    model.eval()
    model(x)  # with gradients: torch's fused path calls no inner module
    for hook in hooks:
        hook.remove()
    model.train()
    return found


def _keeper(found, name):
    def keep(_module, xs):
        found[name] = xs

    return keep


def test_every_head_is_that_of_torch(bench):
    model = bench.models["main"]
    arrays = Attention(sample=1, split="test").measure(bench)
    arrived = seen_by(model, bench.test["x"][1:2])
    assert {name.split("/")[1] for name in arrays} == {*ALL, "tokens"}
    assert np.array_equal(arrays["attention/tokens"], bench.test["x"][1].numpy())
    for node, heads in ALL.items():
        if node == "dot":
            continue
        module = model.get_submodule(node)
        causal = node.startswith("stack") or node == "pre"
        xs = arrived[node]
        if node in ("pre", "post"):
            xs = [module.norm1(xs[0]) if node == "pre" else xs[0]] * 3
            module = module.self_attn
        steps = xs[0].shape[1]
        mask = torch.ones(steps, steps).triu(1).bool() if causal else None
        module.eval()
        _, weights = module(*xs, attn_mask=mask, need_weights=True, average_attn_weights=False)
        found = arrays[f"attention/{node}/weights"]
        assert found.shape == (heads, steps, steps)
        assert found == pytest.approx(weights[0].detach().numpy(), abs=1e-5), node
        assert arrays[f"attention/{node}/causal"] == causal
        assert arrays[f"attention/{node}/at"] == 7


def test_mixing_the_values_makes_what_the_block_without_weights_puts_out(bench):
    from playground.telemetry.probes import forward

    arrays = Attention().measure(bench)
    model = bench.models["main"]
    with forward.untouched(model):
        outputs = forward.Outputs(model).collect(bench.train["x"][:1])
    weights, v = arrays["attention/dot/weights"], arrays["attention/dot/v"]
    mixed = (weights @ v).swapaxes(0, 1).reshape(weights.shape[1], -1)
    assert mixed == pytest.approx(outputs["dot"][0].numpy(), abs=1e-5)


def test_entropy_is_the_mean_over_the_queries(bench):
    from playground.explain.attention import entropy

    arrays = Attention().measure(bench)
    for node in ALL:
        wanted = entropy(arrays[f"attention/{node}/weights"]).mean(-1)
        assert arrays[f"attention/{node}/entropy"] == pytest.approx(wanted, abs=1e-5)


def test_measuring_leaves_no_trace_and_a_sample_that_is_not_there_gives_nothing(bench):
    model = bench.models["main"]
    before = {name: part.training for name, part in model.named_modules()}
    state = torch.get_rng_state()
    Attention().measure(bench)
    assert torch.equal(state, torch.get_rng_state())
    assert {name: part.training for name, part in model.named_modules()} == before
    assert Attention(sample=99).measure(bench) == {}
