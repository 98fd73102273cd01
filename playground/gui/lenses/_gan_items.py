"""What is painted of a generative game in the plane: a warped grid, and arrows."""

from __future__ import annotations

import numpy as np
from pyqtgraph.functions import create_qpolygonf, ndarray_from_qpolygonf
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from playground.gui.widgets.strokes import Pieces, in_px

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
        self._shapes: list[QPolygonF] = []  # of all cells, row by row
        self._corners: list[np.ndarray] = []  # (corners, 2), the numbers in each of them
        self._order: list[tuple[float, list[int]]] = []  # opacity, and the cells that have it

    def set_manifold(self, manifold: np.ndarray) -> None:
        """Show these corners (rows, columns, 2); cells that are not finite are left out."""
        self.manifold = manifold
        self.alphas = opacities(densities(manifold))
        sound = np.isfinite(manifold).all(axis=2)
        self._order = [
            (float(alpha), np.flatnonzero(self.alphas == alpha).tolist())
            for alpha in np.unique(self.alphas[np.isfinite(self.alphas)])
        ]
        self._fill(manifold)
        self._cover(manifold[sound])

    def _fill(self, manifold: np.ndarray) -> None:
        """Put the corners into the cells, which stay: making them takes a third of a picture."""
        if len(manifold) == 1:
            cells = np.stack([manifold[0, :-1], manifold[0, 1:]], axis=1)
        else:
            left, right = manifold[:, :-1], manifold[:, 1:]
            around = left[:-1], right[:-1], right[1:], left[1:]
            cells = np.stack(around, axis=2).reshape(-1, 4, 2)
        if len(cells) != len(self._shapes) or cells.shape[1:] != self._corners[0].shape:
            self._shapes = [create_qpolygonf(cells.shape[1]) for _ in cells]
            self._corners = [ndarray_from_qpolygonf(shape) for shape in self._shapes]
        for corners, cell in zip(self._corners, cells, strict=True):
            corners[:] = cell

    def paint(
        self, painter: QPainter, _option: QStyleOptionGraphicsItem, _widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = len(self.manifold) == 1
        shapes = self._shapes
        for alpha, cells in self._order:
            fill, edge = QColor(self.colour), QColor(self.colour)
            fill.setAlphaF(alpha)
            edge.setAlphaF(min(1.0, 0.2 + alpha))
            painter.setPen(_pen(edge, 2.4 if line else 0.8))
            painter.setBrush(Qt.BrushStyle.NoBrush if line else fill)
            draw = painter.drawPolyline if line else painter.drawPolygon
            for cell in cells:
                draw(shapes[cell])


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
        a, b = in_px(self.starts, to_px), in_px(self.tips, to_px)
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
        painter.setPen(_pen(QColor(self.colour), 1.2))
        Pieces(np.concatenate([np.concatenate(line, axis=1) for line in lines])).draw(painter)
        painter.setWorldTransform(to_px)


def _pen(colour: QColor, width: float) -> QPen:
    """In px, however the plane is scaled."""
    pen = QPen(colour, width)
    pen.setCosmetic(True)
    return pen
