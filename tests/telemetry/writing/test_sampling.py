"""Chances of tokens: temperature, then the likeliest k, then those that make up p."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from playground.telemetry.writing.sampling import Choice, chances, draw

SCORES = np.array([1.0, 3.0, 2.0, -1.0], dtype=np.float32)


def test_temperature_divides_the_scores():
    for temperature in (0.5, 1.0, 3.0):
        expected = torch.softmax(torch.tensor(SCORES) / temperature, 0).numpy()
        np.testing.assert_allclose(chances(SCORES, Choice(temperature)), expected, rtol=1e-6)
    assert chances(SCORES, Choice(0.0)).tolist() == [0, 1, 0, 0]


def test_only_the_likeliest_can_be_drawn():
    found = chances(SCORES, Choice(top_k=2))
    assert found[[0, 3]].tolist() == [0, 0]
    assert found[1] / found[2] == pytest.approx(np.e)
    assert chances(SCORES, Choice(top_k=99)).all()
    assert chances(np.zeros(3), Choice(top_k=1)).tolist() == [1, 0, 0], "of equals the first"


def test_a_nucleus_is_the_fewest_that_make_up_its_share():
    plain = chances(SCORES, Choice())
    assert plain[1] < 0.7 < plain[1] + plain[2]
    assert (chances(SCORES, Choice(top_p=0.7)) > 0).tolist() == [False, True, True, False]
    assert (chances(SCORES, Choice(top_p=1e-9)) > 0).tolist() == [False, True, False, False]
    both = chances(SCORES, Choice(top_k=2, top_p=0.7))
    assert (both > 0).sum() == 1, "of the two likeliest the first makes up 73 %"


def test_hot_cold_and_infinite_scores_stay_numbers():
    for scores in (SCORES * 1e30, np.array([0.0, -np.inf])):
        for choice in (Choice(1e-3), Choice(1e3, 1, 0.5)):
            assert chances(scores, choice).sum() == pytest.approx(1.0)


def test_draws_follow_the_chances_and_repeat_with_the_seed():
    choice = Choice(1.3, 3, 0.95)
    rng = np.random.default_rng(0)
    counts = np.bincount([draw(SCORES, choice, rng) for _ in range(20000)], minlength=4)
    np.testing.assert_allclose(counts / 20000, chances(SCORES, choice), atol=0.01)
    again = [draw(SCORES, choice, np.random.default_rng(4)) for _ in range(2)]
    assert again[0] == again[1]


@pytest.mark.parametrize("wrong", [(-1.0, 0, 1.0), (1.0, -1, 1.0), (1.0, 0, 0.0), (1.0, 0, 1.1)])
def test_what_is_no_choice_is_refused(wrong):
    with pytest.raises(ValueError, match="temperature"):
        Choice(*wrong)
