"""Rotary positions: by which angle each pair of features is turned at each place."""

from __future__ import annotations

import numpy as np


def rotary(places: int, features: int, num_heads: int = 1, base: float = 10000.0) -> np.ndarray:
    """Cosine and sine in turn of the angle by which each pair is turned (places, features).

    The product of two rows is the sum of the cosines of how far the pairs are turned against each
    other: it depends on the distance of the places alone.

    Parameters
    ----------
    places : int
        Steps of the sequence.
    features : int
        Of all heads, a multiple of 2 * num_heads.
    num_heads : int
        Each is turned alike.
    base : float
        The longest wave is almost this times as long as the shortest.

    Notes
    -----
    Source: Su et al. 2021, RoFormer, arXiv:2104.09864.
    """
    each = features // num_heads
    angles = np.outer(np.arange(places), base ** (np.arange(each // 2) * 2.0 / -each))
    one = np.stack([np.cos(angles), np.sin(angles)], -1).reshape(places, each)
    return np.tile(one, (1, num_heads))
