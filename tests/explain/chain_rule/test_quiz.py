"""Predictions are judged fairly."""

from __future__ import annotations

import math

import pytest

from playground.explain.chain_rule.moves import Line, Move, Number
from playground.explain.chain_rule.quiz import asked, is_number_right, is_sign_right


@pytest.mark.parametrize(
    ("text", "value", "right"),
    [
        ("0.39", 0.3906, True),
        ("0.4", 0.3906, True),
        ("−0.39", 0.3906, False),
        ("0.3", 0.3906, False),
        ("1e-3", 0.00102, True),
        ("0,39", 0.3906, True),
        ("120", 118, True),
        ("0.0", 0.02, True),
        ("1", 1.4, False),
        ("much", 0.39, None),
        ("", 0.39, None),
        ("e5", 1.0, None),
        ("1", math.nan, False),
    ],
)
def test_a_number_is_right_as_far_as_it_was_typed(text, value, right):
    assert is_number_right(text, value) is right


def test_signs():
    assert is_sign_right(1, 0.1)
    assert is_sign_right(-1, -1e-9)
    assert is_sign_right(0, 0.0)
    assert not is_sign_right(1, 0.0)
    assert not any(is_sign_right(sign, math.nan) for sign in (1, -1))


def test_of_a_step_the_change_is_asked():
    line = Line("w", "w − lr·g", (), Number(0.8, "w"))
    move = Move("update", "h:0", (line,), step=(Number(1.0, "w"), Number(0.8, "w")))
    assert asked(move) == pytest.approx(-0.2)
    assert asked(Move("forward", "h:0", (line,))) == 0.8
