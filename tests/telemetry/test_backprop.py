"""The probe `backprop` differentiates one sample and leaves nothing behind."""

from __future__ import annotations

import json

import numpy as np
import pytest
import torch

from playground.document import edits
from playground.document.library import load
from playground.telemetry.probes.backprop import Backprop
from playground.train.cadence import StepCadence
from playground.train.session import Session


def train(document, probes, count=6):
    session = Session(document, cadence=StepCadence(1), device="cpu")
    session.steering.probes = frozenset(probes)
    steps = session.steps()
    snapshots = [next(steps) for _ in range(count)]
    steps.close()
    return session, snapshots


@pytest.mark.parametrize("preset", ["xor-mlp", "digits-resnet"])
def test_the_training_goes_on_to_the_bit(preset):
    document = load(preset)
    (one, _), (other, snapshots) = train(document, ()), train(document, [Backprop(sample=1)])
    assert "backprop/graph" in snapshots[-1].arrays
    theirs, ours = one.models["main"].state_dict(), other.models["main"].state_dict()
    assert all(torch.equal(theirs[name], ours[name]) for name in theirs)  # statistics too
    a, b = (dict(s.models["main"].named_parameters()) for s in (one, other))
    assert all(torch.equal(a[name].grad, b[name].grad) for name in a)
    assert all(m.training for m in other.models["main"].modules())


def test_it_sees_what_adam_remembers_at_this_step_and_at_an_earlier_one():
    session = Session(load("xor-mlp"), cadence=StepCadence(1), device="cpu")
    session.steering.probes = frozenset({Backprop()})
    steps = session.steps()
    snapshots = [next(steps) for _ in range(6)]
    arrays, optimizer = snapshots[-1].arrays, session.run.optimizers["main"]
    weight = session.models["main"].get_parameter("hidden.weight")
    for slot in ("exp_avg", "exp_avg_sq", "step"):
        found = arrays[f"backprop/hidden/param/weight/slot/{slot}"]
        np.testing.assert_array_equal(found, optimizer.state[weight][slot].numpy())
    assert not any("/slot/" in name for name in snapshots[0].arrays)
    kept = session.capture()
    steps.close()
    session.restore(kept)
    again = session.run.look().arrays
    assert again.keys() == arrays.keys()
    for name, array in arrays.items():
        np.testing.assert_array_equal(array, again[name], err_msg=name)


def test_a_muted_block_hands_on_and_a_frozen_one_still_has_a_gradient():
    document = edits.set_muted(load("xor-mlp"), ["act"], True)
    document = edits.set_frozen(document, ["hidden"], True)
    _, snapshots = train(document, [Backprop()])
    arrays = snapshots[-1].arrays
    nodes = {node["id"]: node for node in json.loads(bytes(arrays["backprop/graph"]))["nodes"]}
    assert nodes["act"]["block"] == "identity"
    np.testing.assert_array_equal(arrays["backprop/act/out"], arrays["backprop/hidden/out"])
    np.testing.assert_array_equal(arrays["backprop/act/grad"], arrays["backprop/hidden/grad"])
    assert np.abs(arrays["backprop/hidden/param/weight/grad"]).max() > 0


@pytest.mark.parametrize(
    ("preset", "probe"),
    [("gan-ring", Backprop()), ("xor-mlp", Backprop(sample=10**6)), ("xor-mlp", Backprop(-1))],
)
def test_nothing_where_there_is_no_loss_or_no_sample(preset, probe):
    _, snapshots = train(load(preset), [probe], count=2)
    assert not any(name.startswith("backprop") for name in snapshots[-1].arrays)


def test_repeats_that_share_weights_have_one_gradient_each():
    document = load("digits-repeat")
    (instance,) = [n for n in document.nodes if n.block == "composite"]
    shared = edits.set_param(document, instance.id, "share_weights", True)
    _, snapshots = train(shared, [Backprop()], count=2)
    nodes = json.loads(bytes(snapshots[-1].arrays["backprop/graph"]))["nodes"]
    keys = [key for node in nodes for key in node["parameters"].values()]
    assert len(set(keys)) < len(keys)
