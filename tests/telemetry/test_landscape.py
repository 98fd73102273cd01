"""The loss landscape: planes, losses and path against the definition, and without a trace."""

from __future__ import annotations

import time
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F

from playground.telemetry import landscape
from playground.telemetry.landscape import Slice, flat, path_plane, random_plane
from playground.telemetry.probes.landscape import (
    CANCELLED,
    CHECKPOINTS,
    DONE,
    OLD,
    Landscape,
)


def finished(bench, probe):
    """What the probe says when its thread has ended."""
    probe.measure(bench)
    bench.memory[OLD].found.thread.join(timeout=60)
    return probe.measure(bench)


@pytest.fixture(autouse=True)
def no_rest(monkeypatch):
    monkeypatch.setattr(landscape, "REST", 0.0)


def test_directions_are_as_long_as_each_filter_and_leave_biases_alone():
    torch.manual_seed(0)
    weights = [nn.Parameter(torch.randn(4, 3, 3, 3)), nn.Parameter(torch.randn(4))]
    plane = random_plane(weights, seed=1)
    for direction in (plane.first, plane.second):
        filters = direction[: weights[0].numel()].reshape(4, -1)
        assert torch.allclose(filters.norm(dim=1), weights[0].flatten(1).norm(dim=1), rtol=1e-5)
        assert not direction[weights[0].numel() :].any()
    assert torch.equal(plane.first, random_plane(weights, seed=1).first)
    assert not torch.equal(plane.first, random_plane(weights, seed=2).first)


def test_projection_finds_the_coordinates_and_the_distance():
    torch.manual_seed(0)
    plane = random_plane([torch.randn(5, 4)], seed=3)
    aside = torch.randn(20)
    for direction in (plane.first, plane.second):  # nearly at right angles in few dimensions
        aside -= aside @ direction / (direction @ direction) * direction
    a, b, away = plane.project(plane.at(0.3, -0.7))
    assert (a, b, away) == pytest.approx((0.3, -0.7, 0.0), abs=1e-5)
    assert plane.project(plane.centre + aside)[2] <= float(aside.norm()) + 1e-5


def test_the_plane_of_a_path_holds_a_path_that_lies_in_a_plane():
    torch.manual_seed(0)
    axes = torch.linalg.qr(torch.randn(30, 2)).Q.T
    path = [a * axes[0] + a**2 * axes[1] for a in torch.linspace(0, 2, 60)]
    plane = path_plane(path[-1], path)
    a0, a1, b0, b1 = plane.extent
    for point in path:
        a, b, away = plane.project(point)
        assert away < 1e-4
        assert a0 < a < a1
        assert b0 < b < b1
    assert path_plane(path[0], [path[0], path[0]]) is None


def test_each_cell_is_the_loss_of_the_network_with_those_weights(classify):
    model = classify.models["main"]
    arrays = finished(classify, Landscape(ticket=4))
    assert arrays["landscape/state"][:2].tolist() == [DONE, 1.0]
    a0, a1, b0, b1 = arrays["landscape/extent"]
    plane = classify.memory[OLD].found.plane
    losses = arrays["landscape/loss"]
    for row, column in ((0, 0), (12, 12), (3, 20)):
        a, b = a0 + (a1 - a0) * column / 24, b0 + (b1 - b0) * row / 24
        values, at = {}, 0
        point = plane.at(a, b)
        for name, parameter in model.named_parameters():
            values[name] = point[at : at + parameter.numel()].reshape(parameter.shape)
            at += parameter.numel()
        outputs = torch.func.functional_call(model.eval(), values, (classify.train["x"],))
        expected = F.cross_entropy(outputs, classify.train["y"])
        assert losses[row, column] == pytest.approx(float(expected), rel=1e-5)


def test_nothing_of_the_run_is_touched(classify):
    model = classify.models["main"].train()
    for p in model.parameters():
        p.grad = torch.ones_like(p)
    before = {n: t.clone() for n, t in model.state_dict().items()}
    random = torch.random.get_rng_state()
    finished(classify, Landscape())
    assert torch.equal(random, torch.random.get_rng_state())
    assert all(torch.equal(t, before[n]) for n, t in model.state_dict().items())
    assert all(p.requires_grad and bool((p.grad == 1).all()) for p in model.parameters())
    assert model.training


def test_the_path_is_that_of_the_checkpoints_and_goes_on(classify):
    model = classify.models["main"]
    names = [n for n, _ in model.named_parameters()]
    torch.manual_seed(1)
    checkpoints = []
    for step in range(5):
        weights = {
            n: t + 0.1 * step * torch.randn_like(t.float()) for n, t in model.state_dict().items()
        }
        checkpoints.append((step, weights))
    classify.memory[CHECKPOINTS] = lambda: tuple(checkpoints)
    bench = replace(classify, step=9)
    arrays = finished(bench, Landscape(plane="path"))
    plane, path = bench.memory[OLD].found.plane, arrays["landscape/path"]
    assert path[:, 0].tolist() == [0, 1, 2, 3, 4, 9]
    for (_, weights), row in zip(checkpoints, path, strict=False):
        assert row[1:] == pytest.approx(plane.project(flat(weights, names)))
    assert path[-1, 1:] == pytest.approx([0, 0, 0], abs=1e-5)
    with torch.no_grad():
        next(model.parameters()).add_(0.5)
    later = Landscape(plane="path").measure(replace(bench, step=12))["landscape/path"]
    assert later[-1, 0] == 12
    assert np.abs(later[-1, 1:]).max() > 0


def test_it_can_be_cancelled_and_begun_anew(classify):
    probe = Landscape()
    slow = Slice.work

    def patient(self):
        self.stop.wait(10)
        slow(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Slice, "work", patient)
        probe.measure(classify)
        first = classify.memory[OLD].found
        arrays = replace(probe, going=False).measure(classify)
        assert arrays["landscape/state"][0] == CANCELLED
        first.thread.join(timeout=20)
        assert not first.thread.is_alive()
        assert first.done == 0
    assert finished(classify, Landscape(ticket=1))["landscape/state"][0] == DONE


def test_a_forgotten_slice_ends(classify):
    begun = time.monotonic()
    Landscape().measure(classify)
    found = classify.memory[OLD].found
    classify.memory.clear()
    found.thread.join(timeout=30)
    assert found.stop.is_set()
    assert time.monotonic() - begun < 30


def test_other_networks_have_no_landscape(forge):
    assert Landscape().measure(forge) == {}


def test_a_network_that_was_edited_shows_nothing_old(classify):
    finished(classify, Landscape())
    classify.models["main"].hidden = nn.Linear(2, 6)
    assert Landscape().measure(classify) == {}
