"""The mean loss between two looks, without a read-back a step."""

from __future__ import annotations

import math

import pytest
import torch

from playground.train.meter import FOLD, Meter


class OnDevice(torch.Tensor):
    """A tensor that says it is on a GPU."""

    is_cpu = False


def on_cpu(value: float) -> torch.Tensor:
    return torch.tensor(value)


def on_device(value: float) -> torch.Tensor:
    return torch.tensor(value).as_subclass(OnDevice)


@pytest.fixture(params=[on_cpu, on_device])
def tensor(request):
    return request.param


def test_reading_gives_the_mean_since_the_last_reading(tensor):
    meter = Meter()
    for value in (1.0, 2.0, 6.0):
        meter.add(tensor(value))
    assert meter.pending == 3
    assert meter.read() == 3.0
    assert meter.pending == 0
    meter.add(tensor(5.0))
    assert meter.read() == 5.0
    assert math.isnan(meter.read())


def test_a_long_wait_does_not_fill_the_memory():
    meter = Meter()
    for number in range(10 * FOLD):
        if meter.add(on_device(float(number))):
            meter.fold()
        assert len(meter.waiting) < FOLD
    assert meter.read() == pytest.approx((10 * FOLD - 1) / 2)


def test_the_first_value_that_is_not_finite_is_found(tensor):
    meter = Meter()
    values = [1.0, 2.0, math.nan, 3.0, math.inf]
    asked = [meter.add(tensor(value)) for value in values]
    assert not meter.fold()
    assert meter.bad == 2
    assert tensor is on_device or asked[2]


def test_nothing_keeps_the_graph_of_a_loss_alive():
    meter = Meter()
    weight = torch.ones(1, requires_grad=True)
    meter.add((weight * 2).sum().as_subclass(OnDevice))
    assert not meter.waiting[0].requires_grad
