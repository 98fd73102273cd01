"""What is drawn of a generator once more, by other formulas; see `truths.py`."""

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
    """From 0.04 to 0.6 in ten steps of the logarithm of samples per area, among finite areas.

    Cells that are not finite are no part of the picture: nothing may be said of them.
    """
    sizes = sizes_of(manifold)
    assert np.isfinite(sizes[row, column])
    others = sizes[np.isfinite(sizes)]
    if not others.any():
        return 0.04
    smallest = others[others > 0].min()
    logs, own = -np.log(np.maximum(others, smallest)), -np.log(max(sizes[row, column], smallest))
    low, high = np.quantile(logs, 0.1), logs.max()
    share = np.clip((own - low) / max(high - low, 1e-9), 0, 1)
    return 0.04 + 0.56 * np.round(10 * share) / 10


def cell_counts(points, edge, cells):
    """Points of each cell of a square around 0, the highest row first, counted one by one."""
    found = np.zeros((cells, cells))
    for x, y in points[:, :2].astype(float).tolist():
        if abs(x) <= edge and abs(y) <= edge:
            column, row = (int((v + edge) / (2 * edge / cells)) for v in (x, y))
            found[cells - 1 - min(row, cells - 1), min(column, cells - 1)] += 1
    return found


NAMES = {"cell_opacity": cell_opacity, "cell_counts": cell_counts}
