"""One output map of a convolution or pooling: a window slides over input and output together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from playground.gui.context import Context
from playground.gui.cursor import Unit
from playground.gui.depth._marks import Mark, Words
from playground.gui.depth._slide import Slide
from playground.gui.depth._window_view import WindowView
from playground.gui.depth._windows import Spot, frame, line, window
from playground.gui.depth.base import Level, Place
from playground.gui.settings import Preferences
from playground.i18n import tr


class SlidingView(WindowView):
    """Abstract: `at` is the output cell that is looked at; it moves unless told not to."""

    def __init__(self, context: Context, place: Place, parent: QWidget | None = None) -> None:
        self.slide = Slide(context.run)
        super().__init__(context, place, parent)
        self.slide.setParent(self)
        self.play = QPushButton(checkable=True, autoDefault=False)
        self.play.setObjectName("depthLevel")
        self.play.clicked.connect(self.slide.play)
        cast(QHBoxLayout, self.bar.layout()).insertWidget(0, self.play)
        self.bar.show()
        self.slide.toggled.connect(self._label_play)
        self.slide.moved.connect(self._on_moved)
        self._place()
        self._label_play()
        if self.place.level is Level.NEURON:
            self.slide.play(not Preferences(context.settings).reduced_motion)
        else:
            self.play.hide()

    @property
    def unit(self) -> int:
        """The output map that is looked at."""
        return self.place.unit[0] if self.place.unit else 0

    @property
    def at(self) -> tuple[int, int]:
        """Row and column of the output cell."""
        return self.slide.at

    def _place(self) -> None:
        shape = self.shape
        if len(shape) == 3:
            self.slide.set_shape((shape[1], shape[2]))
        if len(self.place.cell) == 3:
            self.slide.put((self.place.cell[1], self.place.cell[2]))

    def on_mode(self) -> None:
        super().on_mode()
        if self.mode == "field":
            self.slide.play(False)  # each place is measured anew, which takes a moment

    def _on_moved(self) -> None:
        if self.mode == "field":
            self.look_from(self.cell_index())
        else:
            self.redraw()

    def cell_index(self) -> tuple[int, int, int]:
        return (self.unit, *self.at)

    def on_place(self) -> None:
        self._place()
        super().on_place()

    def redraw(self) -> None:
        if self.values:
            self.slide.set_shape(self.ground())
        super().redraw()

    def ground(self) -> tuple[int, int]:
        """Rows and columns of the map that is gone through: the output."""
        return self.y.shape[1], self.y.shape[2]

    def at_of(self, spot: Spot) -> tuple[int, int] | None:
        """Where to go for what is pointed at; None: it stays."""
        if spot.kind == "out":
            return spot.index[1], spot.index[2]
        spans = self.seen_by(spot.index[1], spot.index[2]) if spot.kind == "in" else None
        return middle(spans) if spans is not None else None

    def on_spot(self) -> None:
        """Hover either side to place the window."""
        spot = self.spot
        self.slide.hold(spot is not None)
        super().on_spot()
        if self.mode == "field" or spot is None or self.place.level is not Level.NEURON:
            return
        at = self.at_of(spot)
        if at is not None:
            self.slide.put(at)

    def _on_hovered(self, spot: Any) -> None:
        super()._on_hovered(spot)
        if isinstance(spot, Unit):  # of a layer before: the field stays that of the same cell
            self.slide.hold(True)

    def _on_clicked(self, spot: Any) -> None:
        """A click takes the cell in one's hand: its arithmetic."""
        if not isinstance(spot, Unit):
            self._on_chosen(spot)

    def _on_chosen(self, spot: Any) -> None:
        if isinstance(spot, Unit):
            super()._on_chosen(spot)
            return
        if spot.kind == "weight" and self.place.level is Level.NEURON:
            return  # a weight is dragged
        if self.place.level is Level.NEURON:
            self._go(Level.ARITHMETIC, self.cell_index())

    def lines(self, source: Any, target: Any) -> list[Mark]:
        """From the window to the output cell; painted first they go behind what is between."""
        on_map, cell = self._ends(source, target)[1:]
        if on_map.isNull():
            return []
        return [
            line(on_map.topRight(), cell.topLeft(), "accent", 0.7),
            line(on_map.bottomRight(), cell.bottomLeft(), "accent", 0.7),
        ]

    def _ends(self, source: Any, target: Any) -> tuple[QRectF, QRectF, QRectF]:
        """The window with and without its padding, and the output cell."""
        looked = window(source.rect, self.x.shape[1:], self.looks_at(*self.at))
        cell = window(target.rect, self.y.shape[1:], tuple((i, i) for i in self.at))
        return looked, looked.intersected(source.rect), cell

    def tied(self, source: Any, target: Any) -> list[Mark]:
        """Frames of the window and of the output cell."""
        looked, on_map, cell = self._ends(source, target)
        marks: list[Mark] = []
        if looked != on_map:
            marks.append(frame(looked, "secondary", 1.0, dashed=True))  # in the padding
        return [*marks, frame(on_map, "accent", 2.0), frame(cell, "accent", 2.0)]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.slide.show(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.slide.show(False)

    def retranslate(self) -> None:
        super().retranslate()
        self._label_play()

    def _label_play(self) -> None:
        self.play.setChecked(self.slide.playing)
        self.play.setText(tr("Slide"))
        self.play.setToolTip(tr("Move the window over the maps by itself; the pointer stops it"))


def middle(spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Row and column in the middle of some."""
    (top, bottom), (left, right) = spans
    return (top + bottom) // 2, (left + right) // 2


def sign(rect: Any, text: str) -> Words:
    """A times, a plus, an equals between two pictures."""
    return Words(rect, text, ink="secondary", font="title", align=Qt.AlignmentFlag.AlignHCenter)


__all__ = ["SlidingView", "Spot", "middle", "sign"]
