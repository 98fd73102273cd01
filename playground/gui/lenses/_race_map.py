"""The surface of a race with the ways of all racers over it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.explain.race.surfaces import Surface
from playground.explain.race.track import RACERS, Track
from playground.gui.lenses._race_way import Way
from playground.gui.theme import Theme, Tokens, class_colour
from playground.gui.widgets.contour_map import ContourMap

SIZE = 161  # grid points a side
LOWEST = -3.0  # log10 of the loss where the colours begin
BANDS = 2  # a decade: an edge between two colours is a contour
NEAR = 9.0  # px from a way that still mean it
NUDGE = 80  # the arrow keys move the start by this part of the picture
KINDS = [racer.kind for racer in RACERS]


def colour_of_kind(kind: str) -> str:
    """The colour of a racer, everywhere."""
    return class_colour(KINDS.index(kind))


class RaceMap(ContourMap):
    """Press or drag anywhere: the racers start there. The arrow keys move the start, too.

    Colours are bands of the logarithm of the loss, half a decade each.
    """

    placed = Signal(float, float)  # where the race is to start
    pointed_at = Signal(str)  # kind of the racer under the pointer, "" for none

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.surface: Surface | None = None
        self.start = (0.0, 0.0)
        self.tracks: Sequence[Track] = ()
        self.step = 0
        self.lit = ""  # kind of the racer that stands out
        self.highest = 1.0  # log10 of the loss where the colours end
        self._ways: dict[str, Way] = {}  # by kind of racer
        self._frame: tuple[float, ...] = ()  # px of (0, 0) and (1, 1), for which they hold
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMinimumSize(180, 150)
        self.pointed.connect(self._on_pointed)

    def set_surface(self, surface: Surface) -> None:
        """Paint this one."""
        self.surface = surface
        losses = surface.grid(SIZE)
        self.highest = float(np.ceil(BANDS * np.log10(losses.max())) / BANDS)
        self.set_grid(self.colours(losses), surface.extent)

    def colours(self, losses: np.ndarray) -> np.ndarray:
        """Each loss in the colour of the lower edge of its band."""
        logs = np.log10(np.maximum(losses, 10.0**LOWEST))
        bands = np.floor(BANDS * logs + 1e-9) / BANDS
        return self.theme.sequential((bands - LOWEST) / (self.highest - LOWEST), 1.0)

    def show_race(self, tracks: Sequence[Track], step: int, lit: str) -> None:
        """Draw the ways up to a step."""
        self.tracks, self.step, self.lit = tracks, step, lit
        self.update()

    def visible_points(self, track: Track) -> np.ndarray:
        """The way up to the step; a point that is no finite number is left out."""
        points = track.points[: track.at(self.step) + 1]
        return points[np.isfinite(points).all(1)]

    # -- painting -------------------------------------------------------------------------------

    def _paint_path(self, painter: QPainter, tokens: Tokens) -> None:
        self._paint_minima(painter, tokens)
        for track in sorted(self.tracks, key=lambda track: track.racer.kind == self.lit):
            self._paint_track(painter, tokens, track)
        painter.setPen(QPen(QColor(tokens.ink), 1.6))
        painter.setBrush(QColor(tokens.panel))
        painter.drawEllipse(self.place(*self.start), 5.5, 5.5)

    def _paint_minima(self, painter: QPainter, tokens: Tokens) -> None:
        assert self.surface is not None  # the grid is there
        for x, y in self.surface.minima:
            at = self.place(x, y)
            for colour, width in ((tokens.panel, 4.0), (tokens.ink, 1.6)):
                painter.setPen(QPen(QColor(colour), width))
                painter.drawLine(at + QPointF(-4, -4), at + QPointF(4, 4))
                painter.drawLine(at + QPointF(-4, 4), at + QPointF(4, -4))

    def _paint_track(self, painter: QPainter, tokens: Tokens, track: Track) -> None:
        way = self._way(track)
        whole, rest = way.until(self.step)
        lit = track.racer.kind == self.lit
        colour = QColor(colour_of_kind(track.racer.kind))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ink, width in (
            (QColor(tokens.panel), 4.6 if lit else 3.0),
            (colour, 2.8 if lit else 1.6),
        ):
            painter.setPen(QPen(ink, width, c=Qt.PenCapStyle.SquareCap))  # see `strokes`
            way.lines.draw(painter, whole)
            painter.drawLine(rest)
        painter.setPen(QPen(QColor(tokens.panel), 1.4))
        painter.setBrush(colour)
        painter.drawEllipse(rest.p2(), 6.0 if lit else 4.5, 6.0 if lit else 4.5)

    def _way(self, track: Track) -> Way:
        """Its way in px, kept while neither race nor picture is another."""
        origin, one = self.place(0.0, 0.0), self.place(1.0, 1.0)
        frame = (*origin.toTuple(), *one.toTuple())
        if frame != self._frame:
            self._frame, self._ways = frame, {}
        way = self._ways.get(track.racer.kind)
        if way is None or way.track is not track:
            unit = one - origin
            way = Way(track, np.array(origin.toTuple()), np.array(unit.toTuple()))
            self._ways[track.racer.kind] = way
        return way

    # -- pointer and keys -----------------------------------------------------------------------

    def _on_pointed(self, at: QPointF | None) -> None:
        self.pointed_at.emit("" if at is None else self._kind_at(at))

    def _kind_at(self, at: QPointF) -> str:
        best, kind = NEAR, ""
        for track in self.tracks:
            away = _distance(self._way(track).points(self.step), np.array(at.toTuple()))
            if away < best:
                best, kind = away, track.racer.kind
        return kind

    def _place_start(self, at: QPointF) -> None:
        x, y = self.coordinates(at)
        x0, x1, y0, y1 = self.extent
        self.placed.emit(min(max(x, x0), x1), min(max(y, y0), y1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.area().contains(event.position()):
            self._place_start(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._place_start(event.position())
        else:
            super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is None:
            super().keyPressEvent(event)
            return
        x0, x1, y0, y1 = self.extent
        x = self.start[0] + way[0] * (x1 - x0) / NUDGE
        y = self.start[1] + way[1] * (y1 - y0) / NUDGE
        self.placed.emit(min(max(x, x0), x1), min(max(y, y0), y1))


def _distance(way: np.ndarray, at: np.ndarray) -> float:
    """From a point to the nearest place of a way, px."""
    if len(way) < 2:
        return float(np.linalg.norm(way - at, axis=1).min(initial=np.inf))
    a, along = way[:-1], np.diff(way, axis=0)
    length = np.maximum((along**2).sum(1), 1e-12)
    share = np.clip(((at - a) * along).sum(1) / length, 0.0, 1.0)
    return float(np.linalg.norm(a + share[:, None] * along - at, axis=1).min())
