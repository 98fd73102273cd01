"""Lines through points of which some are no number."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg

from playground.gui.widgets.plot_items import Line


def draw_line(
    line: pg.PlotDataItem, x: np.ndarray, y: np.ndarray, joined: np.ndarray | None = None
) -> None:
    """Go through the points whose y is finite; others leave a gap, and one alone is a dot.

    A line without any finite point is empty: what pyqtgraph makes of nothing but NaN has bounds
    that are none, and Qt dies of a dot there.

    Parameters
    ----------
    x, y : np.ndarray, shape (N,)
        Points; each x is finite.
    joined : np.ndarray of int, shape (N,), optional
        1 where a point may be joined with the next one, 0 where not; by default all may.
    """
    good = np.isfinite(y)
    if good.sum() < 2:
        alone = "o" if good.any() else None
        line.setData(x[good], y[good], connect="finite", symbol=alone)
        return
    connect: str | np.ndarray = "finite"
    if joined is not None:
        connect = (joined * (good & np.append(good[1:], False))).astype(np.int32)
    line.setData(x, np.where(good, y, np.nan), connect=connect, symbol=None, skipFiniteCheck=False)


def points_of(line: pg.PlotDataItem | Line) -> tuple[np.ndarray, np.ndarray]:
    """Finite points that `draw_line`, or a `Line`, draws: x and y, empty where there are none."""
    x, y = line.getData()
    if x is None or y is None:
        return np.empty(0), np.empty(0)
    good = np.isfinite(y)
    return x[good], y[good]
