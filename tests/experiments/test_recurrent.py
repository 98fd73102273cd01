"""Recurrent networks in training: live edits, slow motion, engines, views of the chain rule."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import torch
from live_run import Live

from playground.document import edits
from playground.document.model import Document
from playground.telemetry.probes.backprop import Backprop
from playground.telemetry.probes.silent import Silent
from playground.telemetry.probes.targets import Targets
from playground.train.controls import Controls, Steering
from playground.train.engine.whole import train_in_process
from playground.train.result import train
from playground.train.session import LOOK, Session
from playground.train.state import weights_of
from playground.train.turbo.plan import Refused, make_plan


def document(data, blocks, loss, **params) -> Document:
    nodes = [{"id": "x", "block": "input"}]
    nodes += [{"id": id, "block": key, "params": given} for id, key, given in blocks]
    ids = [node["id"] for node in nodes]
    return Document.model_validate(
        {
            "data": {"dataset": data[0], "params": data[1]},
            "nodes": nodes,
            "wires": [[f"{a}.out", f"{b}.in"] for a, b in itertools.pairwise(ids)],
            "train": {"params": {"loss": loss, "batch_size": 20, **params}, "steps": 40, "seed": 1},
        }
    )


def adding(kind="lstm", length=8, **params) -> Document:
    return document(
        ("adding_problem", {"length": length, "num_samples": 400}),
        [
            ("memory", kind, {"hidden_size": 8, "output": "last"}),
            ("out", "linear", {"out_features": 1}),
        ],
        "mse",
        **{"lr": 0.02, "clip_grad_norm": 1.0, **params},
    )


def copying() -> Document:
    return document(
        ("copy_memory", {"lag": 2, "symbols": 2, "alphabet": 3, "num_samples": 400}),
        [
            ("embed", "embedding", {"num_embeddings": 5, "embedding_dim": 6}),
            ("memory", "gru", {"hidden_size": 24}),
            ("out", "linear", {"out_features": 5}),
        ],
        "cross_entropy",
        lr=0.02,
    )


def test_an_lstm_learns_a_short_adding_problem():
    metrics = train(adding(), steps=400, device="cpu").metrics
    assert metrics["loss/test"] < 0.05 < 1 / 6


def test_a_gru_copies_what_it_saw():
    metrics = train(copying(), steps=300, device="cpu").metrics
    assert metrics["exact/test"] > 0.9


@pytest.mark.parametrize("length", [1, 2])
def test_the_shortest_sequences_train(length):
    metrics = train(adding(length=length), steps=3, device="cpu").metrics
    assert all(math.isfinite(value) for value in metrics.values())


@pytest.mark.parametrize("kind", ["rnn", "lstm", "gru"])
def test_a_layer_that_grows_in_training_keeps_its_function(kind):
    live = Live(adding(kind), steps=20)
    x = live.session.run.test["x"][:8]
    before = live.session.models["main"](x)
    event = live.edit(edits.set_param(live.session.document, "memory", "hidden_size", 12))
    assert event.kind == "edited"
    assert live.session.models["main"].memory.hidden_size == 12
    torch.testing.assert_close(live.session.models["main"](x), before, atol=1e-5, rtol=0)
    live.go(5)
    narrower = live.edit(edits.set_param(live.session.document, "memory", "hidden_size", 5))
    assert narrower.kind == "edited"
    live.go(5)


def test_a_step_operation_by_operation_is_the_same_step():
    plain = Session(adding(), device="cpu")
    for _ in itertools.islice(plain.steps(), 4):
        pass
    slow = Session(adding(), device="cpu", steering=Steering(Controls(slow=True)))
    generator, told = slow.steps(), []
    next(generator)
    while slow.run.step < 3 or slow.midway:
        told.append(next(generator).operation)
    assert {"x", "memory", "out"} >= {op.node for op in told if op.kind == "forward"}
    assert "memory" in {op.node for op in told if op.kind == "backward"}
    for name, weight in weights_of(plain.models).items():
        assert torch.equal(weight, weights_of(slow.models)[name]), name


def test_turbo_refuses_in_words():
    live = Live(adding(), steps=2)
    with pytest.raises(Refused, match="recurrent"):
        make_plan(live.session)


def test_a_process_trains_the_same_numbers():
    here = train(adding(), steps=5, device="cpu").metrics
    there = train_in_process(
        edits.set_train(adding(), steps=5),
        device="cpu",
        cores=1,
        on_row=lambda _: None,
        on_finding=lambda _: None,
        should_stop=lambda: False,
    ).metrics
    assert here["loss/test"] == there["loss/test"]


def test_a_run_goes_back_to_the_bit():
    live = Live(adding(), steps=3)
    state = live.session.capture()
    live.go(3)
    after = live.weights
    live.session.restore(state)
    live.go(3)
    assert all(torch.equal(weight, after[name]) for name, weight in live.weights.items())


def look(doc: Document, probe) -> dict[str, np.ndarray]:
    live = Live(doc, steps=3)
    live.steering.probes = frozenset({probe})
    return dict(live.generator.send(LOOK).arrays)


def test_the_chain_rule_goes_through_an_lstm():
    live = Live(adding(), steps=3)
    live.steering.probes = frozenset({Backprop(sample=2, split="train")})
    arrays = live.generator.send(LOOK).arrays
    model, run = live.session.models["main"], live.session.run
    x, y = run.train["x"][2:3], run.train["y"][2:3]
    model.zero_grad()
    torch.nn.functional.mse_loss(model(x), y).backward()
    for name, parameter in model.memory.named_parameters():
        found = arrays[f"backprop/memory/param/{name}/grad"]
        assert np.allclose(found, parameter.grad.numpy(), atol=1e-6), name
        assert np.abs(found).max() > 0


def test_the_chain_rule_has_no_loss_of_a_sample_where_each_step_has_one():
    arrays = look(copying(), Backprop())
    assert not [name for name in arrays if name.startswith("backprop/")]


def test_silent_units_of_a_sequence_are_its_features():
    rectified = document(
        ("delayed_recall", {"lag": 4, "num_samples": 100}),
        [
            ("wide", "linear", {"out_features": 7}),
            ("act", "relu", {}),
            ("mean", "mean_over_time", {}),
            ("out", "linear", {"out_features": 4}),
        ],
        "cross_entropy",
    )
    assert look(rectified, Silent())["silent/act"].shape == (7,)


def test_the_baseline_of_tokens_is_how_frequent_they_are():
    arrays = look(copying(), Targets())
    live = Live(copying(), steps=1)
    shares = live.session.run.train["y"].flatten().bincount(minlength=5).double()
    shares = shares / shares.sum()
    expected = -(shares * shares.clamp(min=1e-12).log()).sum().item()
    assert arrays["targets/baseline"][0] == pytest.approx(expected)
    assert "targets/range" not in arrays
