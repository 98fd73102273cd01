"""Where a run whose numbers broke is taken up again."""

from __future__ import annotations

import math

import numpy as np
import pytest

from playground.telemetry.history import History
from playground.telemetry.last_good import last_good


def curves(losses, name="loss/train", capacity=1024):
    history = History(capacity)
    for step, loss in enumerate(losses, 1):
        history.append(step, {name: loss, "lr": 1e6, "loss/test": 1e9})
    return history


def test_it_is_the_newest_step_whose_weights_gave_a_usual_loss():
    assert last_good(curves([1.0, 0.9, 0.8, 0.7]), (0, 2, 3, 4), broke=5) == 3


def test_weights_that_one_wild_step_left_are_not_gone_back_to():
    history = curves([1.0, 0.9, 0.8, 3e12, 2e30])  # the fourth step was the wild one
    assert last_good(history, (0, 1, 2, 3, 4), broke=6) == 2


def test_a_slow_explosion_after_a_long_training_is_gone_back_behind():
    losses = [*np.geomspace(1.0, 0.01, 500), *(0.01 * 1.3**k for k in range(300))]
    found = last_good(curves(losses), range(0, 800, 10), broke=800)
    assert losses[found] <= 10.0 < losses[found + 10]


def test_rows_that_share_a_bin_are_judged_by_the_largest():
    history = curves([*[1.0] * 60, 1e9, *[1.0] * 3], capacity=8)
    found = last_good(history, range(64), broke=66)
    assert found < 60


def test_a_loss_below_zero_is_judged_by_its_size():
    assert last_good(curves([-1.0, -2.0, -4e9, -1e20]), (0, 1, 2, 3), broke=5) == 1


@pytest.mark.parametrize("losses", [[], [math.nan, math.inf, 1e30]])
def test_without_a_good_one_it_is_the_oldest_that_gave_a_number(losses):
    assert last_good(curves(losses), (0, 1, 5), broke=4) == 0


def test_there_may_be_none():
    assert last_good(curves([1.0]), (4,), broke=5) is None
