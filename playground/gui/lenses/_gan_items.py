"""What is painted of a generative game in the plane: a warped grid, and arrows."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

FAINTEST, DENSEST = 0.04, 0.6  # opacity of cells
HEAD = 4.5  # px of the head of an arrow
SHORTEST = 2.0  # px: below that an arrow is a dot, and left out


def densities(manifold: np.ndarray) -> np.ndarray:
    """Samples per area, for the cells of a warped grid that all get equally many.

    Parameters
    ----------
    manifold : np.ndarray, shape (rows, columns, 2)
        Corners of the cells; with one row the cells are the pieces of a line, and their length
        takes the place of an area.

    Returns
    -------
    np.ndarray, shape (rows - 1, columns - 1), or (1, columns - 1) for a line
        1 / area, in units of the plane; inf for a cell that has none. NaN for a cell of which a
        corner is not finite: it cannot be drawn.
    """
    points = np.where(np.isfinite(manifold), manifold, np.nan).astype(np.float64)
    if len(points) == 1:
        size = np.linalg.norm(np.diff(points, axis=1), axis=2)
    else:  # half the cross product of the diagonals
        a = points[1:, 1:] - points[:-1, :-1]
        b = points[1:, :-1] - points[:-1, 1:]
        size = 0.5 * np.abs(a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0])
    with np.errstate(divide="ignore"):
        return np.asarray(1.0 / size)


def opacities(density: np.ndarray) -> np.ndarray:
    """How opaque cells are: in ten steps of the logarithm, from the tenth percentile up.

    A cell without an area is as dense as the densest that has one. NaN, a cell that cannot be
    drawn, stays NaN and does not count among the others.
    """
    whole, sound = ~np.isnan(density), np.isfinite(density)
    if not sound.any():
        return np.where(whole, FAINTEST, np.nan)
    logs = np.log(np.where(sound, density, density[sound].max()))
    low, high = np.quantile(logs[whole], 0.1), logs[whole].max()
    share = np.clip((logs - low) / max(high - low, 1e-9), 0.0, 1.0)
    steps = FAINTEST + (DENSEST - FAINTEST) * np.round(10 * share) / 10
    return np.where(whole, steps, np.nan)


class _Layer(QGraphicsItem):
    """A layer of the plane that does not ask for more room than the picture has."""

    def __init__(self) -> None:
        super().__init__()
        self._bounds = QRectF()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def _cover(self, points: np.ndarray) -> None:
        self.prepareGeometryChange()
        self._bounds = QRectF()
        if len(points):
            (x0, y0), (x1, y1) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
            self._bounds = QRectF(x0, y0, x1 - x0, y1 - y0).adjusted(-1, -1, 1, 1)
        self.update()


class Sheet(_Layer):
    """The warped grid: what becomes of a regular grid of the noise. Opaque where it is dense."""

    def __init__(self) -> None:
        super().__init__()
        self.manifold = np.empty((0, 0, 2))
        self.alphas = np.empty((0, 0))
        self.colour = "#d6409f"
        self._cells: list[tuple[float, list[QPolygonF]]] = []

    def set_manifold(self, manifold: np.ndarray) -> None:
        """Show these corners (rows, columns, 2); cells that are not finite are left out."""
        self.manifold = manifold
        self.alphas = opacities(densities(manifold))
        sound = np.isfinite(manifold).all(axis=2)
        self._cells = []
        flat = len(manifold) == 1
        corners = [(0, 0), (0, 1)] if flat else [(0, 0), (0, 1), (1, 1), (1, 0)]
        for alpha in np.unique(self.alphas[np.isfinite(self.alphas)]):
            places = np.argwhere(self.alphas == alpha)
            shapes = [
                QPolygonF([QPointF(*manifold[r + i, c + j].tolist()) for i, j in corners])
                for r, c in places
            ]
            self._cells.append((float(alpha), shapes))
        self._cover(manifold[sound])

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = len(self.manifold) == 1
        for alpha, shapes in self._cells:
            fill, edge = QColor(self.colour), QColor(self.colour)
            fill.setAlphaF(alpha)
            edge.setAlphaF(min(1.0, 0.2 + alpha))
            painter.setPen(pg.mkPen(edge, width=2.4 if line else 0.8))
            painter.setBrush(Qt.BrushStyle.NoBrush if line else fill)
            for shape in shapes:
                if line:
                    painter.drawPolyline(shape)
                else:
                    painter.drawPolygon(shape)


class Arrows(_Layer):
    """Arrows from points of the plane; their heads keep their size in px."""

    def __init__(self) -> None:
        super().__init__()
        self.starts, self.tips = np.empty((0, 2)), np.empty((0, 2))
        self.colour = "#000000"

    def set_arrows(self, starts: np.ndarray, tips: np.ndarray) -> None:
        """Show arrows between finite points (N, 2)."""
        self.starts, self.tips = starts, tips
        self._cover(np.concatenate([starts, tips]))

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        to_px = painter.worldTransform()
        turn = np.array([[to_px.m11(), to_px.m12()], [to_px.m21(), to_px.m22()]])
        move = (to_px.dx(), to_px.dy())
        a, b = self.starts @ turn + move, self.tips @ turn + move
        length = np.hypot(*(b - a).T)
        long = length >= SHORTEST
        a, b, length = a[long], b[long], length[long]
        along = (b - a) / length[:, None]
        across = along[:, ::-1] * (-1, 1)
        head = np.minimum(HEAD, 0.6 * length)[:, None]
        ends = [b, b - head * (along + 0.5 * across), b - head * (along - 0.5 * across)]
        lines = [(a, ends[0]), (ends[0], ends[1]), (ends[0], ends[2])]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setWorldTransform(QTransform())
        painter.setPen(pg.mkPen(self.colour, width=1.2))
        painter.drawLines(
            [
                QLineF(*p, *q)
                for start, end in lines
                for p, q in zip(start.tolist(), end.tolist(), strict=True)
            ]
        )
        painter.setWorldTransform(to_px)
