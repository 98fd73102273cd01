"""A head drawn from single blocks is read as one, and only where it is one."""

from __future__ import annotations

import pytest
import torch

import playground
from playground.build.modules import build
from playground.check.check import check
from playground.document import edits
from playground.explain.attention import entropy
from playground.telemetry.probes.attention import Attention, attends
from playground.telemetry.probes.base import Bench
from playground.telemetry.probes.drawn_attention import Drawn, drawn_head


@pytest.fixture
def document():
    return playground.load("attention-step-by-step")


def bench_of(document) -> Bench:
    report = check(document)
    rows = len(report.fields["x"].vocabulary)
    x = torch.randint(rows, (3, *report.fields["x"].shape))
    models = build(document, report)
    return Bench(document, models, report.fields, {"x": x, "y": x}, {}, step=0, seed=1)


def test_queries_keys_values_and_mask_are_found(document):
    assert drawn_head(document, "shares") == Drawn("query", "key", "value", causal=True)
    without = edits.set_muted(document, ["mask"])
    assert drawn_head(without, "shares") is None, "a block that does nothing hides what it is"


@pytest.mark.parametrize(
    ("node", "param", "value"),
    [
        ("scores", "scale", False),
        ("scores", "transpose_other", False),
        ("mix", "scale", True),
        ("mask", "diagonal", 1),
        ("shares", "dim", 1),
        ("shares", "dim", "nonsense"),
    ],
)
def test_what_is_another_calculation_is_no_head(document, node, param, value):
    """The view shows products divided by the root of the width, hidden above the diagonal."""
    other = edits.set_param(document, node, param, value)
    assert drawn_head(other, "shares") is None
    assert not attends(other, "shares")


def test_its_shares_are_those_of_torch(document):
    bench = bench_of(document)
    arrays = Attention(sample=2).measure(bench)
    model = bench.models["main"]
    with torch.no_grad():
        x = model.place(torch.arange(6)) + model.embed(bench.train["x"][2])
        q, k, v = model.query(x), model.key(x), model.value(x)
        scores = (q @ k.T / 2.0).masked_fill(torch.ones(6, 6).triu(1).bool(), -torch.inf)
    found = {part: arrays[f"attention/shares/{part}"] for part in ("weights", "q", "k", "v")}
    for part, wanted in {"weights": scores.softmax(1), "q": q, "k": k, "v": v}.items():
        assert found[part] == pytest.approx(wanted[None].numpy(), abs=1e-5), part
    assert arrays["attention/shares/causal"] == 1
    bits = entropy(found["weights"]).mean(-1)
    assert arrays["attention/shares/entropy"] == pytest.approx(bits, abs=1e-5)
