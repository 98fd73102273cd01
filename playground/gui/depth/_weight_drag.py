"""Kernels in the user's hand: press on a cell and drag up or down, and see the map move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QToolTip

from playground.gui.truth import written
from playground.gui.weight_hand import Place

if TYPE_CHECKING:
    from playground.gui.depth.conv_layer import ConvView

_FAR = 100  # px of a drag for the largest weight of the block
_SLACK = 3  # px; less is a click
_FINE = 0.1  # with Shift


class WeightDrag(QObject):
    """Watches the sheet of a view of a convolution."""

    def __init__(self, view: ConvView) -> None:
        super().__init__(view)
        self._view, self._hand = view, view.context.hand
        self._pressed: tuple[Place, QPointF] | None = None
        self._whole = 1.0  # what a drag over `_FAR` is worth
        view.sheet.installEventFilter(self)

    @property
    def holds(self) -> bool:
        """Whether a weight is held right now."""
        return self._pressed is not None and self._hand.place == self._pressed[0]

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Hide and self.holds:
            self._pressed = None
            self._hand.give_back()
        if not isinstance(event, QMouseEvent):
            return False
        left = event.button() == Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseButtonPress and left:
            return self._press(event)
        if kind == QEvent.Type.MouseMove and self._pressed is not None:
            return self._drag(event)
        if kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._hand.let_go()
            self._pressed = None
            return True
        return False

    def _press(self, event: QMouseEvent) -> bool:
        spot: Any = self._view.sheet._hit(event.position())
        if spot is None or spot.kind != "weight":
            return False
        index = (*self._view.tap_of(*spot.index[:2]), *spot.index[2:])
        self._pressed = Place(self._view.node, "weight", index), event.position()
        return True

    def _drag(self, event: QMouseEvent) -> bool:
        assert self._pressed is not None  # who calls has looked
        place, before = self._pressed
        up = before.y() - event.position().y()
        if not self.holds:
            if abs(up) < _SLACK:
                return True
            weight = self._view.values["param/weight"]
            self._whole = self._view.scale("param/weight").high
            reason = self._hand.take(place, float(weight[place.index]))
            if reason:
                self._pressed = None
                self._view.context.notices.refuse(reason, event.globalPosition().toPoint())
                return True
        fine = _FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        self._pressed = place, event.position()
        self._hand.move(self._hand.value + up / _FAR * fine * self._whole)
        told = f"{place} = {written(self._hand.value, 3)}"
        QToolTip.showText(event.globalPosition().toPoint(), told, self._view.sheet)
        return True
