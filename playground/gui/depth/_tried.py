"""What a tried window would do: where it stands on the image, and the map that it would give."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from playground.explain.windows import Axis
from playground.gui.depth._claims import Computed
from playground.gui.depth._marks import Drawing, Index, Mark
from playground.gui.depth._slide import Slide
from playground.gui.depth._windows import (
    GAP,
    LINE,
    Spot,
    fitted,
    frame,
    legend,
    plane,
    thinning,
    window,
    words,
)
from playground.gui.graph.style import Look
from playground.gui.lenses._pictures import Scale
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.depth._window_view import WindowView

MOST_PRODUCTS = 4_000_000  # of a map that is calculated for a look at it
_MOST_DRAWN = 2500  # windows
_CELL = 40.0  # px; largest


class Tried(NamedTuple):
    """A map that a tried window would give, and what each of its numbers is."""

    values: np.ndarray
    formula: Callable[[int, int], str]


class TriedPicture(QObject):
    """Draws the image with every window on it, beside the map; one window goes over both."""

    def __init__(self, view: WindowView) -> None:
        super().__init__(view)
        self._view = view
        self.slide = Slide(self)
        self.slide.moved.connect(view.relight)
        self._axes: tuple[Axis, ...] = ()
        self.image, self.target = QRectF(), QRectF()

    def draw(
        self, room: QRectF, axes: tuple[Axis, ...], tried: Tried | None, why: str
    ) -> list[Mark]:
        """At the left where windows stand; at the right the map, or `why` there is none."""
        self._axes = axes
        down, across = axes
        self.slide.set_shape((down.windows, across.windows))
        shows = tried is not None or bool(why)
        below = room.adjusted(4, 2 * LINE + 6, -4, -4)
        left = QRectF(below)
        left.setWidth(below.width() * (0.56 if shows else 1.0) - GAP)
        padded = down.size + 2 * down.padding, across.size + 2 * across.padding
        whole = fitted(left, padded, _CELL)
        inside = tuple((axis.padding, axis.padding + axis.size - 1) for axis in axes)
        self.image = window(whole, padded, inside)
        marks = [*self._image(room, shows), *self._standing(whole)]
        self.target = QRectF()
        if shows:
            right = QRectF(left.right() + 4 * GAP, below.top(), 0, below.height())
            right.setRight(below.right())
            marks += self._map(right, room.top(), tried, why)
        return marks

    def hover(self, spot: Spot | None) -> None:
        """Put the window on what is pointed at, on either side."""
        self.slide.hold(spot is not None)
        if spot is None or not self._axes:
            return
        at = spot.index[-2:]
        if spot.kind == "in":
            found = [axis.windows_on(i) for axis, i in zip(self._axes, at, strict=True)]
            if not all(len(each) for each in found):
                return
            at = tuple(int(each[len(each) // 2]) for each in found)
        self.slide.put(at)  # type: ignore[arg-type]

    def lit(self) -> list[QRectF]:
        """The window that is looked at, and its number."""
        if not self._axes or self.image.isNull():
            return []
        row, column = self.slide.at
        found = [self._rect(row, column)]
        if not self.target.isNull():
            shape = self._axes[0].windows, self._axes[1].windows
            found.append(window(self.target, shape, ((row, row), (column, column))))
        return found

    def _rect(self, row: int, column: int) -> QRectF:
        spans = [a.unclipped(at) for a, at in zip(self._axes, (row, column), strict=True)]
        size = self._axes[0].size, self._axes[1].size
        return window(self.image, size, [(int(s[0]), int(s[-1])) for s in spans])

    def _image(self, room: QRectF, shows: bool) -> list[Mark]:
        """The map that arrives, where windows stand on that."""
        view, channel = self._view, self._view.tried_channel()
        head = QRectF(room.left() + 4, room.top(), room.width() * 0.5, LINE)
        if not shows or view.x.shape[1:] != (self._axes[0].size, self._axes[1].size):
            return [words(head, tr("the output, and where stamps lie on it"))]
        title = tr("channel {n} of {id}", n=channel, id=view.source)
        scale, tensor = view.scale("in/0"), view.full("in/0")
        return [
            *legend(head, title, scale, view.context.theme, below=True),
            plane(self.image, view.x[channel], scale, tensor, (channel,), "in", view.source),
        ]

    def _map(self, room: QRectF, top: float, tried: Tried | None, why: str) -> list[Mark]:
        """The numbers, or empty places for as many."""
        view, unit = self._view, self._view.tried_unit()
        head = QRectF(room.left(), top, room.width(), LINE)
        shape = self._axes[0].windows, self._axes[1].windows
        self.target = fitted(room, shape, _CELL)
        if tried is None:
            return [words(head, why, "ink"), frame(self.target, "secondary", 1)]
        scale = Scale.of(tried.values)
        step = thinning(tried.values.shape, self.target)

        def place(row: int, column: int) -> Index:
            return row * step, column * step

        def spot(row: int, column: int) -> Spot:
            return Spot("out", (unit, row * step, column * step))

        shown, name = tried.values[::step, ::step], tr("output of the tried window")
        cells = Computed(self.target, shown, scale, "", place, name, spot, formula=tried.formula)
        title = tr("output map {n}, if it were so", n=unit)
        found = legend(head, title, scale, view.context.theme, below=True)
        return [*found, cells, frame(self.target, "line", 1)]

    def _standing(self, whole: QRectF) -> list[Mark]:
        """All windows outlined, the first and the last with the places that they read."""
        down, across = self._axes
        last = down.windows - 1, across.windows - 1
        ends = {(0, 0), last}
        many = down.windows * across.windows > _MOST_DRAWN
        every = ends if many else {(i, j) for i in range(last[0] + 1) for j in range(last[1] + 1)}
        image = self.image
        step = image.width() / across.size, image.height() / down.size
        taps = {
            (row, column)
            for i, j in ends
            for row in down.unclipped(i).tolist()
            for column in across.unclipped(j).tolist()
        }

        def draw(painter: QPainter, look: Look) -> None:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(look.tokens.secondary), 0.7))
            for i, j in every:
                painter.drawRect(self._rect(i, j).adjusted(1, 1, -1, -1))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(look.tokens.panel), 1))
            painter.setBrush(QColor(look.tokens.accent))
            for row, column in taps:
                x, y = image.left() + (column + 0.5) * step[0], image.top() + (row + 0.5) * step[1]
                size = min(3.0, 0.2 * min(step))
                painter.drawEllipse(QRectF(x - size, y - size, 2 * size, 2 * size))

        return [
            Drawing(whole.adjusted(-40, -40, 40, 40), draw),
            frame(whole, "secondary", 1, dashed=True),
            frame(image, "ink", 1.5),
        ]
