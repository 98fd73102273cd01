"""The angles of rotary positions are those by which the block turns."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from playground.blocks.positional_encoding import PositionalEncoding
from playground.explain.positions import rotary


@pytest.mark.parametrize(
    ("places", "features", "heads", "base"), [(1, 2, 1, 10000.0), (9, 12, 3, 100.0)]
)
def test_pairs_that_point_right_are_turned_by_the_angles(places, features, heads, base):
    block = PositionalEncoding(kind="rotary", num_heads=heads, base=base)
    right = torch.tensor([1.0, 0.0]).repeat(features // 2).expand(1, places, features)
    turned = block.apply(right)[0].numpy()
    assert rotary(places, features, heads, base) == pytest.approx(turned, abs=1e-5)


def test_products_depend_on_the_distance_alone():
    rows = rotary(8, 16)
    products = rows @ rows.T
    for distance in range(8):
        diagonal = np.diagonal(products, distance)
        assert diagonal == pytest.approx(np.full(len(diagonal), diagonal[0]))
    assert products[0, 0] == pytest.approx(8.0)
