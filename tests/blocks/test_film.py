"""FiLM: scales and shifts arrive at their channels."""

from __future__ import annotations

import pytest
import torch

from playground.blocks.film import Film
from playground.errors import ShapeError


def test_each_channel_has_its_scale_and_its_shift():
    x = torch.arange(24.0).reshape(1, 2, 3, 4)
    condition = torch.tensor([[0.5, -1.0, 10.0, 20.0]])
    y = Film().apply(x, condition)
    assert torch.equal(y[0, 0], 1.5 * x[0, 0] + 10)
    assert torch.equal(y[0, 1], torch.full((3, 4), 20.0))


def test_a_condition_of_zeros_changes_nothing():
    x = torch.randn(3, 5, 2, 2)
    assert torch.equal(Film().apply(x, torch.zeros(3, 10)), x)


@pytest.mark.parametrize("count", [1, 2, 4, 5, 12])
def test_another_number_of_conditions_is_refused_with_the_number_that_fits(count):
    with pytest.raises(ShapeError, match=f"6 numbers, but {count} arrive") as error:
        Film().infer({"in": [(3, 8, 8)], "condition": [(count,)]})
    assert "6 outputs" in error.value.hint
