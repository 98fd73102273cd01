"""Which dot of a plot the pointer means."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF

from playground.gui.widgets.plot import Plot

NEAR = 8.0  # px from a dot that still mean it


def nearest(plot: Plot, at: QPointF, x: np.ndarray, y: np.ndarray) -> int | None:
    """Number of the dot nearest to a place of the scene; None when none is near."""
    view = plot.getViewBox()
    if not len(x) or not view.sceneBoundingRect().contains(at):
        return None
    place, (wide, high) = view.mapSceneToView(at), view.viewPixelSize()
    away = np.hypot((x - place.x()) / wide, (y - place.y()) / high)
    found = int(np.nan_to_num(away, nan=np.inf).argmin())
    return found if away[found] <= NEAR else None


def halo() -> pg.ScatterPlotItem:
    """Rings around the dots that are lit, above them."""
    item = pg.ScatterPlotItem(size=11, pxMode=True)
    item.setZValue(10)
    item.setBrush(pg.mkBrush(None))
    return item
