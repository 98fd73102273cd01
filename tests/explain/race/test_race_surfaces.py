"""Slopes by hand against autograd; figures of a track."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from playground.explain.race.surfaces import SURFACES
from playground.explain.race.track import Racer, Track, distance, is_gone

near = st.floats(-3, 3, allow_nan=False)


@pytest.mark.parametrize("key", SURFACES)
@given(x=near, y=near)
def test_the_slope_is_the_derivative_of_the_loss(key, x, y):
    surface = SURFACES[key]
    point = torch.tensor([x, y], dtype=torch.float64, requires_grad=True)
    surface.loss(point[0], point[1]).backward()
    assert np.allclose(surface.slope(x, y), point.grad.numpy(), rtol=1e-9, atol=1e-9)


@pytest.mark.parametrize("key", SURFACES)
def test_the_loss_is_0_at_the_minima_and_nowhere_less(key):
    surface = SURFACES[key]
    for x, y in surface.minima:
        assert surface.loss(x, y) == 0
        assert surface.slope(x, y) == (0, 0)
    grid = surface.grid(41)
    assert grid.shape == (41, 41)
    assert (grid >= 0).all()
    x0, _, y0, y1 = surface.extent
    assert grid[0, 0] == pytest.approx(surface.loss(x0, y0))
    assert grid[-1, 0] == pytest.approx(surface.loss(x0, y1))


def test_the_distance_is_that_to_the_nearest_minimum():
    points = np.array([[0.0, 3.0], [0.0, -0.5], [4.0, 1.0]])
    assert np.allclose(SURFACES["saddle"].distance(points), [2.0, 0.5, 4.0])


def test_a_track_says_when_it_arrived_and_where_it_stands_after_its_end():
    points = np.array([[2.0, 0.0], [1.0, 0.0], [0.0, 0.0]])
    losses = (points**2).sum(1)
    track = Track(Racer("sgd", 0.1), points, 2 * points, losses, {}, None)
    assert track.reached() == 2
    assert track.reached(1.0) == 1
    assert Track(Racer("sgd", 0.1), points[:2], points[:2], losses[:2]).reached() is None
    assert (track.at(1), track.at(99)) == (1, 2)
    assert distance(SURFACES["bowl"], track, 1) == 1.0
    gone = Track(track.racer, points, points, losses, {}, 2)
    assert [gone.is_gone(k) for k in (0, 1, 2, 3)] == [False, False, True, True]


@pytest.mark.parametrize(
    ("point", "gone"), [([1.0, 2.0], False), ([1e7, 0], True), ([np.nan, 0], True)]
)
def test_what_counts_as_diverged(point, gone):
    assert is_gone(np.array(point)) is gone
