"""Samples on the plane, and the plane's grid bent by two neurons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from playground.gui.depth._marks import Mark
from playground.gui.graph.style import Look, mix
from playground.gui.selection import Sample
from playground.gui.theme import Theme
from playground.gui.truth import Reading
from playground.gui.widgets.strokes import pieces

DOT, RING = 5.0, 2.4  # px
NEAR = 8.0  # px from a dot that still mean it
LINES = 24  # of the grid, each way


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of the plane on a rectangle of the sheet."""

    rect: QRectF
    extent: tuple[float, float, float, float]  # left, right, low, high

    def spots(self, places: np.ndarray) -> np.ndarray:
        """Px of places of the plane, (N, 2)."""
        left, right, low, high = self.extent
        r = self.rect
        x = r.left() + (places[..., 0] - left) / (right - left) * r.width()
        y = r.bottom() - (places[..., 1] - low) / (high - low) * r.height()
        return np.stack([x, y], axis=-1)


@dataclass(frozen=True, slots=True, eq=False)
class Points(Mark):
    """Samples of a split as dots; test samples as rings.

    Parameters
    ----------
    frame : Frame
    places : np.ndarray, shape (N, 2)
    colours : sequence of str
        One a sample.
    tensor : str
        Where the places are from.
    split : str
    lit : int or None
        Number of the sample that is pointed at.
    chosen : int or None
        Number of the one that is followed through the network.
    """

    frame: Frame
    places: np.ndarray
    colours: Sequence[str]
    tensor: str
    split: str
    lit: int | None = None
    chosen: int | None = None
    spots: np.ndarray = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "spots", self.frame.spots(self.places.astype(float)))

    @property
    def rect(self) -> QRectF:  # type: ignore[override]
        """Where."""
        return self.frame.rect

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        painter.save()
        painter.setClipRect(self.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shades, ground = np.asarray(self.colours), look.tokens.panel
        ring = self.split == "test"
        sound = np.isfinite(self.spots).all(axis=1)
        for shade in np.unique(shades):
            dots = QPolygonF(
                [QPointF(x, y) for x, y in self.spots[(shades == shade) & sound].tolist()]
            )
            inner = (ground, DOT - RING) if ring else (str(shade), DOT)
            for colour, size in ((str(shade) if ring else ground, DOT + 1.4), inner):
                pen = QPen(QColor(colour), size)
                pen.setCapStyle(Qt.PenCapStyle.RoundCap)
                painter.setPen(pen)
                painter.drawPoints(dots)
        for number, size, width in ((self.lit, 6.0, 2.0), (self.chosen, 5.0, 1.6)):
            if number is not None and number < len(self.spots) and sound[number]:
                painter.setPen(QPen(QColor(look.tokens.ink), width))
                painter.drawEllipse(QPointF(*self.spots[number].tolist()), size, size)
        painter.restore()

    def near(self, at: QPointF) -> tuple[float, Sample] | None:
        """How far in px the nearest sample is, and which one."""
        if not len(self.spots) or not self.rect.contains(at):
            return None
        away = np.nan_to_num(np.hypot(*(self.spots - (at.x(), at.y())).T), nan=np.inf)
        found = int(away.argmin())
        split = "test" if self.split == "test" else "train"
        return (float(away[found]), Sample(split, found)) if away[found] <= NEAR else None

    def readings(self, view: str, theme: Theme, look: Look) -> Iterator[Reading]:
        for number, place in enumerate(self.places):
            for axis, value in enumerate(place):
                yield Reading(
                    view=view,
                    where=number,
                    formula=f't["{self.tensor}"][{number}, {axis}]',
                    value=float(value),
                )


@dataclass(frozen=True, slots=True, eq=False)
class Warp(Mark):
    """The grid of the plane where two neurons send it: lines through real outputs only.

    Parameters
    ----------
    frame : Frame
        The plane of both outputs.
    grid : np.ndarray, shape (2, H, W)
    tensor : str
    """

    frame: Frame
    grid: np.ndarray
    tensor: str

    @property
    def rect(self) -> QRectF:  # type: ignore[override]
        """Where."""
        return self.frame.rect

    def rows(self) -> np.ndarray:
        """Which rows and columns of the grid are drawn."""
        found: np.ndarray = np.unique(np.linspace(0, self.grid.shape[1] - 1, LINES).astype(int))
        return found

    def paint(self, painter: QPainter, look: Look, theme: Theme, clip: QRectF) -> None:
        painter.save()
        painter.setClipRect(self.rect.adjusted(0, 0, 1, 1))
        painter.setPen(QPen(QColor(look.tokens.line), 1))
        painter.drawRect(self.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spots = self.frame.spots(np.moveaxis(self.grid.astype(float), 0, -1))
        rows, size = self.rows(), max(self.grid.shape[1] - 1, 1)
        for upright in (False, True):
            for row in rows:
                line = spots[:, row] if upright else spots[row]
                over = look.tokens.positive if upright else look.tokens.negative
                painter.setPen(QPen(mix(look.tokens.panel, over, 0.35 + 0.4 * row / size), 1.1))
                pieces(line).draw(painter)
        painter.restore()

    def readings(self, view: str, theme: Theme, look: Look) -> Iterator[Reading]:
        """The corners where drawn lines meet."""
        rows = self.rows().tolist()
        for axis in (0, 1):
            for row in rows:
                for column in rows:
                    yield Reading(
                        view=view,
                        where=row * self.grid.shape[2] + column,
                        formula=f't["{self.tensor}"][{axis}, {row}, {column}]',
                        value=float(self.grid[axis, row, column]),
                    )
