"""The probe of gates: what it unrolls is what torch calculates, in every layer and direction."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
import torch

from playground.build.modules import build
from playground.check.check import check
from playground.document.model import Document
from playground.explain.recurrent import unroll_layers
from playground.telemetry.probes.base import Bench
from playground.telemetry.probes.gates import Gates
from playground.telemetry.probes.unrolled import unroll, unrolled_calls

SAMPLE = {"sample": 1, "split": "test"}
BLOCKS = {
    "embed": ("embedding", {"num_embeddings": 12, "embedding_dim": 5}),
    "plain": ("rnn", {"hidden_size": 4, "nonlinearity": "relu"}),
    "two": ("lstm", {"hidden_size": 3, "num_layers": 2, "bidirectional": True}),
    "off": ("gru", {"hidden_size": 6}),
    "last": ("gru", {"hidden_size": 7, "num_layers": 2, "dropout": 0.5}),
    "out": ("linear", {"out_features": 11}),
}


@pytest.fixture
def bench():
    ids = ["x", *BLOCKS]
    nodes = [{"id": "x", "block": "input"}]
    nodes += [
        {"id": id, "block": key, "params": params, "muted": id == "off"}
        for id, (key, params) in BLOCKS.items()
    ]
    document = Document.model_validate(
        {
            "data": {"dataset": "sort"},
            "nodes": nodes,
            "wires": [[f"{a}.out", b + ".in"] for a, b in itertools.pairwise(ids)],
            "train": {"models": {"main": {"input": "x", "output": "out"}}, "seed": 2},
        }
    )
    report = check(document)
    torch.manual_seed(1)
    x = torch.randint(len(report.fields["x"].vocabulary), (6, *report.fields["x"].shape))
    return Bench(
        document=report.flat,
        models=build(document, report),
        fields=report.fields,
        train={"x": x[:4]},
        test={"x": x[4:]},
        step=7,
        seed=2,
    )


def seen_by(model, x, node):
    """What arrives at a module and what it gives, in eval mode."""
    found = []
    module = model.get_submodule(node)
    hook = module.register_forward_hook(lambda _m, xs, out: found.extend((xs[0], out)))
    model.eval()
    with torch.no_grad():
        model(x)
    hook.remove()
    model.train()
    return module, *found


@pytest.mark.parametrize("node", ["plain", "two", "last"])
def test_states_of_the_top_layer_are_what_torch_puts_out(bench, node):
    module, _, (out, _) = seen_by(bench.models["main"], bench.test["x"][1:2], node)
    top, both = module.num_layers - 1, module.bidirectional
    arrays = [
        Gates(node, top, reverse, **SAMPLE).measure(bench)
        for reverse in ((False, True) if both else (False,))
    ]
    found = np.concatenate([one[f"gates/{node}/h"] for one in arrays], axis=1)
    assert found == pytest.approx(out[0].numpy(), abs=1e-5)
    assert arrays[-1][f"gates/{node}/at"].tolist() == [7, 1, 1, top, int(both)]
    assert np.array_equal(arrays[0]["gates/tokens"], bench.test["x"][1].numpy())


def test_gates_of_an_lstm_are_those_of_a_cell_of_torch(bench):
    module, x, _ = seen_by(bench.models["main"], bench.test["x"][1:2], "two")
    arrays = Gates("two", **SAMPLE).measure(bench)
    cell = torch.nn.LSTMCell(module.input_size, module.hidden_size)
    for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"):
        getattr(cell, name).data = getattr(module, f"{name}_l0").data
    h = c = torch.zeros(1, module.hidden_size)
    for t in range(x.shape[1]):
        sums = x[:, t] @ cell.weight_ih.T + cell.bias_ih + h @ cell.weight_hh.T + cell.bias_hh
        i, f, g, o = sums.detach()[0].chunk(4)
        wanted = {"i": i.sigmoid(), "f": f.sigmoid(), "g": g.tanh(), "o": o.sigmoid()}
        h, c = (state.detach() for state in cell(x[:, t], (h, c)))
        for name, value in (wanted | {"c": c[0], "h": h[0]}).items():
            assert arrays[f"gates/two/{name}"][t] == pytest.approx(value.numpy(), abs=1e-5), name


def test_a_layer_above_reads_both_directions_of_the_one_below(bench):
    below = [Gates("two", 0, reverse, **SAMPLE).measure(bench) for reverse in (False, True)]
    above = Gates("two", 1, True, **SAMPLE).measure(bench)
    states = np.concatenate([one["gates/two/h"] for one in below], axis=1)
    assert np.array_equal(above["gates/two/x"], states)


def test_what_is_not_there_gives_nothing_and_measuring_leaves_no_trace(bench):
    model, state = bench.models["main"], torch.get_rng_state()
    before = {name: part.training for name, part in model.named_modules()}
    Gates("last").measure(bench)
    assert torch.equal(state, torch.get_rng_state())
    assert {name: part.training for name, part in model.named_modules()} == before
    for probe in (
        Gates("plain", layer=1),
        Gates("plain", reverse=True),
        Gates("plain", sample=99),
        Gates("off"),
        Gates("embed"),
        Gates("gone"),
    ):
        assert probe.measure(bench) == {}


@pytest.mark.parametrize("kind", ["RNN", "LSTM", "GRU"])
@pytest.mark.parametrize("options", [{}, {"num_layers": 2, "bidirectional": True}, {"bias": False}])
def test_an_unrolled_module_gives_what_it_gives_and_what_the_arithmetic_says(kind, options):
    torch.manual_seed(3)
    module = getattr(torch.nn, kind)(3, 5, batch_first=True, **options)
    x = torch.randn(4, 6, 3)
    with torch.no_grad():
        (out, final), layers = unroll(module, x)
        wanted_out, wanted = module(x)
    assert torch.allclose(out, wanted_out, atol=1e-6)
    pairs = zip(final, wanted, strict=True) if kind == "LSTM" else [(final, wanted)]
    assert all(torch.allclose(a, b, atol=1e-6) for a, b in pairs)
    params = {name: value.detach().numpy() for name, value in module.named_parameters()}
    said = unroll_layers(kind.lower(), x[2].numpy(), params)
    for layer, explained in zip(layers, said, strict=True):
        for one, other in zip(layer, explained, strict=True):
            states = {**one.gates, "h": one.h}
            for name, values in {**other.gates, "h": other.h_th}.items():
                found = torch.stack(states[name], 1)[2].numpy()
                assert found == pytest.approx(values, abs=1e-6), name


def states_by_hand(module, x, held):
    """States and gates of one layer that reads forwards, torch's formulas written out."""
    lstm = isinstance(module, torch.nn.LSTM)
    h = c = torch.zeros(module.hidden_size)
    rows = []
    for step in x:
        a = module.weight_ih_l0 @ step + module.bias_ih_l0
        b = module.weight_hh_l0 @ h + module.bias_hh_l0
        if lstm:
            i, f, g, o = (a + b).chunk(4)
            found = {"i": i.sigmoid(), "f": f.sigmoid(), "g": g.tanh(), "o": o.sigmoid()}
            found |= {name: torch.full_like(h, value) for name, value in held.items()}
            c = found["f"] * c + found["i"] * found["g"]
            h = found["o"] * c.tanh()
        else:
            a, b = a.chunk(3), b.chunk(3)
            found = {"r": (a[0] + b[0]).sigmoid(), "z": (a[1] + b[1]).sigmoid()}
            found |= {name: torch.full_like(h, value) for name, value in held.items()}
            found["n"] = (a[2] + found["r"] * b[2]).tanh()
            h = (1 - found["z"]) * found["n"] + found["z"] * h
        rows.append({**found, "h": h, **({"c": c} if lstm else {})})
    return {name: torch.stack([row[name] for row in rows]).detach() for name in rows[0]}


def small(kind, loss="mse", experiment="supervised", dataset="adding_problem"):
    tokens = dataset == "sort"
    chain = [("x", "input", {})]
    chain += [("embed", "embedding", {"num_embeddings": 12})] if tokens else []
    chain += [("memory", kind, {"hidden_size": 5, "output": "sequence" if tokens else "last"})]
    chain += [("out", "linear", {"out_features": 11 if tokens else 1})]
    ids = [id for id, _, _ in chain]
    document = Document.model_validate(
        {
            "data": {"dataset": dataset},
            "nodes": [{"id": id, "block": key, "params": params} for id, key, params in chain],
            "wires": [[f"{a}.out", b + ".in"] for a, b in itertools.pairwise(ids)],
            "train": {
                "experiment": experiment,
                "models": {"main": {"input": "x", "output": "out"}},
                "params": {} if tokens else {"loss": loss},
            },
        }
    )
    report = check(document)
    torch.manual_seed(4)
    field = report.fields["x"]
    x = torch.randint(11, (3, *field.shape)) if tokens else torch.randn(3, *field.shape)
    return Bench(
        document=report.flat,
        models=build(document, report),
        fields=report.fields,
        train={"x": x},
        test={"x": x},
        step=7,
        seed=2,
    )


@pytest.mark.parametrize(
    ("kind", "held"),
    [
        ("lstm", {"f": 1.0}),
        ("lstm", {"i": 0.0}),
        ("lstm", {"o": 1.0}),
        ("lstm", {"i": 1.0, "f": 0.0}),
        ("gru", {"z": 1.0}),
        ("gru", {"r": 0.0, "z": 0.0}),
    ],
)
def test_with_gates_held_states_and_answer_are_calculated_again(kind, held):
    bench = small(kind)
    model, node = bench.models["main"], "gates/memory"
    module, x, _ = seen_by(model, bench.test["x"][1:2], "memory")
    arrays = Gates("memory", **SAMPLE, held=tuple(held.items())).measure(bench)
    for start, values in (("", {}), ("held/", held)):
        wanted = states_by_hand(module, x[0], values)
        for name, value in wanted.items():
            assert arrays[f"{node}/{start}{name}"] == pytest.approx(value.numpy(), abs=1e-5), name
        said = model.get_submodule("out")(wanted["h"][-1]).detach().numpy()
        assert arrays[f"{node}/{start}answer"] == pytest.approx(said, abs=1e-5)
    names = "ifo" if kind == "lstm" else "rz"
    wanted = [held.get(name, np.nan) for name in names]
    assert np.array_equal(arrays[f"{node}/held"], np.float32(wanted), equal_nan=True)


def test_without_a_held_gate_nothing_is_calculated_twice_and_the_unrolled_network_is_torchs():
    bench = small("gru")
    arrays = Gates("memory", **SAMPLE).measure(bench)
    assert np.isnan(arrays["gates/memory/held"]).all()
    assert not [n for n in arrays if n.startswith("gates/memory/held/") or n.endswith("answer")]
    model = bench.models["main"].eval()
    with torch.no_grad():
        _, output = unrolled_calls(model, [bench.test["x"]], {"memory": {(0, False): {}}})
        assert torch.allclose(output, model(bench.test["x"]), atol=1e-6)


def test_the_answer_to_tokens_is_shares_at_each_step():
    bench = small("lstm", experiment="language_model", dataset="sort")
    model = bench.models["main"].eval()
    arrays = Gates("memory", **SAMPLE, held=(("o", 0.0),)).measure(bench)
    with torch.no_grad():
        wanted = model(bench.test["x"][1:2])[0].softmax(-1).numpy()
        bias = model.get_submodule("out").bias.softmax(0).numpy()
    assert arrays["gates/memory/answer"] == pytest.approx(wanted, abs=1e-6)
    assert arrays["gates/memory/held/answer"] == pytest.approx(np.tile(bias, (len(wanted), 1)))


def test_a_gate_held_below_changes_what_arrives_above_and_only_in_its_direction(bench):
    free = [Gates("two", 0, reverse, **SAMPLE).measure(bench) for reverse in (False, True)]
    held = Gates("two", 0, True, **SAMPLE, held=(("f", 1.0),)).measure(bench)
    assert np.array_equal(held["gates/two/h"], free[1]["gates/two/h"])
    assert np.abs(held["gates/two/held/h"] - free[1]["gates/two/h"]).max() > 1e-3
    above = Gates("two", 1, False, **SAMPLE, held=(("f", 1.0),)).measure(bench)
    assert above["gates/two/held/x"] == pytest.approx(above["gates/two/x"], abs=1e-6)
