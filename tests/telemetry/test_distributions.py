"""Histograms, gradients, updates and silent units are those of the tensors."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import torch
from torch import nn

from playground.telemetry.probes.distributions import Distributions, histogram
from playground.telemetry.probes.flow import BlockFlow, Flow
from playground.telemetry.probes.silent import Silent
from playground.telemetry.ridges import Histogram, Ridges, num_bins
from tests.telemetry.conftest import chain


def one_step(bench):
    model = bench.models["main"]
    model.zero_grad()
    nn.functional.cross_entropy(model(bench.train["x"]), bench.train["y"]).backward()
    return model


def test_a_histogram_counts_every_finite_number_once():
    values = torch.tensor([[0.0, 1.0, float("nan")], [2.0, -1.0, float("inf")]])
    found = Histogram.from_array(histogram(values, 7).to_array())
    assert (found.step, found.low, found.high) == (7, -1.0, 2.0)
    assert (found.counted, found.missing, found.total) == (4, 2, 6)
    assert [found.bin_of(v) for v in (-1.0, 2.0, 2.1)] == [0, num_bins(4) - 1, None]


@pytest.mark.parametrize("values", [torch.zeros(5), torch.full((3,), -2.5)])
def test_a_tensor_of_one_value_has_one_bin(values):
    found = histogram(values, 0)
    assert found.low == found.high == float(values[0])
    assert found.counts[0] == found.counted == len(values)


def test_a_tensor_without_finite_numbers_has_no_counts():
    found = histogram(torch.full((4,), float("nan")), 0)
    assert (found.counted, found.missing) == (0, 4)
    assert not found.heights().any()


def test_distributions_are_those_of_weights_gradients_and_outputs(classify):
    model = one_step(classify)
    found = Distributions(samples=20).measure(classify)
    weight = model.hidden.weight.detach()
    expected = {
        "weights/hidden": weight,
        "gradients/hidden": model.hidden.weight.grad,
        "outputs/hidden": model.hidden(classify.train["x"]).detach(),
    }
    for name, tensor in expected.items():
        read = Histogram.from_array(found[f"distributions/{name}"])
        assert (read.low, read.high) == (float(tensor.min()), float(tensor.max()))
        counts = torch.histc(
            tensor, num_bins(tensor.numel()), float(tensor.min()), float(tensor.max())
        )
        assert np.array_equal(read.counts, counts.numpy())
    assert "distributions/weights/act" not in found
    assert "distributions/outputs/act" in found


def test_ridges_stay_few_evenly_spread_and_keep_both_ends():
    ridges = Ridges(capacity=10)
    for step in range(0, 1000, 5):
        assert ridges.add(Histogram(step, 0.0, step + 1.0, np.ones(3)))
    steps = [h.step for h in ridges.kept]
    assert len(steps) == 10
    assert (steps[0], steps[-1]) == (0, 995)
    assert max(np.diff(steps)) <= 6 * min(np.diff(steps))
    assert not ridges.add(Histogram(995, 0.0, 1.0, np.ones(3)))
    assert ridges.range() == (0.0, 996.0)
    ridges.until(500)
    assert ridges.kept[-1].step <= 500


def test_an_earlier_step_takes_its_place_between_the_others():
    ridges = Ridges()
    for step in (0, 20, 10):
        ridges.add(Histogram(step, 0.0, 1.0, np.ones(3)))
    assert [h.step for h in ridges.kept] == [0, 10, 20]


def test_flow_is_the_gradient_and_the_update_of_the_step_after(classify):
    model, probe = one_step(classify), Flow()
    first = BlockFlow.from_array(probe.measure(classify)["flow/hidden"])
    own = list(model.hidden.parameters())
    gradients = torch.cat([p.grad.flatten() for p in own])
    assert first.gradient == pytest.approx(float(gradients.square().mean().sqrt()), rel=1e-5)
    assert np.isnan(first.update)
    before = torch.cat([p.detach().flatten().clone() for p in own])
    with torch.no_grad():
        for p in own:
            p -= 0.1 * p.grad
    for call in classify.next_step:
        call()
    with torch.no_grad():
        own[0] += 5.0  # a later step
    later = replace(classify, step=9, next_step=[])
    second = BlockFlow.from_array(probe.measure(later)["flow/hidden"])
    expected = 0.1 * gradients.norm() / before.norm()
    assert second.update == pytest.approx(float(expected), rel=1e-5)
    assert (second.step, second.moved) == (9, 2)
    again = BlockFlow.from_array(probe.measure(later)["flow/hidden"])
    assert (again.update, again.moved) == (second.update, 2)  # nothing has moved since
    assert len(later.next_step) == 1
    places = {n: BlockFlow.from_array(a).place for n, a in probe.measure(later).items()}
    assert places == {"flow/hidden": 0, "flow/norm": 1, "flow/out": 2}


def test_silent_units_are_those_that_are_0(classify):
    torch.manual_seed(1)
    model = chain("x", OrderedDict(hidden=nn.Linear(2, 6), act=nn.ReLU()))
    with torch.no_grad():
        model.hidden.bias[2] = -100.0
    document = classify.document.model_copy(
        update={
            "nodes": tuple(
                n.model_copy(update={"block": "relu"}) if n.id == "act" else n
                for n in classify.document.nodes
            )
        }
    )
    bench = replace(classify, models={"main": model}, document=document, memory={})
    share = Silent(samples=20).measure(bench)["silent/act"]
    outputs = model(classify.train["x"]).detach().numpy()
    assert np.allclose(share, (outputs == 0).mean(0))
    assert share[2] == 1.0


def test_the_embedding_is_what_the_last_block_with_weights_takes(classify):
    from playground.document.model import Wire
    from playground.telemetry.probes.embedding import Embedding, components

    ids = ("x", "hidden", "norm", "act", "drop", "out")
    wires = tuple(Wire(source=a, target=b) for a, b in pairwise(ids))
    bench = replace(classify, document=classify.document.model_copy(update={"wires": wires}))
    found = Embedding(limit=8).measure(bench)
    model = bench.models["main"].eval()
    with torch.no_grad():
        taken = model.act(model.norm(model.hidden(bench.test["x"][:8])))
    expected, share = components(taken.double().numpy())
    assert np.allclose(found["embedding/vectors/drop"], expected, atol=1e-5)
    assert np.allclose(found["embedding/share"], share, atol=1e-6)
    assert np.array_equal(found["embedding/targets"], bench.test["y"][:8].numpy())
    assert int(found["embedding/split"]) == 1
