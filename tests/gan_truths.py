"""The warped grid of a generator once more, by another formula; see `truths.py`."""

from __future__ import annotations

import numpy as np


def sizes_of(manifold):
    """Areas of all cells by the shoelace formula; lengths where the grid is a line."""
    points = manifold.astype(float)
    if len(points) == 1:
        return np.hypot(*np.moveaxis(points[:, 1:] - points[:, :-1], -1, 0))
    round_ = [points[:-1, :-1], points[:-1, 1:], points[1:, 1:], points[1:, :-1]]
    terms = [
        a[..., 0] * b[..., 1] - b[..., 0] * a[..., 1]
        for a, b in zip(round_, round_[1:] + round_[:1], strict=True)
    ]
    return np.abs(sum(terms)) / 2


def cell_opacity(manifold, row, column):
    """From 0.04 to 0.6 in ten steps of the logarithm of samples per area."""
    sizes = sizes_of(manifold)
    logs = -np.log(np.maximum(sizes, sizes[sizes > 0].min()))
    low, high = np.quantile(logs, 0.1), logs.max()
    share = np.clip((logs[row, column] - low) / max(high - low, 1e-9), 0, 1)
    return 0.04 + 0.56 * np.round(10 * share) / 10


NAMES = {"cell_opacity": cell_opacity}
