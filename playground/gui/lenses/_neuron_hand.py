"""The pointer and the keys on the picture of a network: weights are dragged, samples chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip
from shiboken6 import isValid

from playground.gui.lenses._neuron_head import Heading
from playground.gui.lenses._neuron_marks import BiasDot, Edges, Weight
from playground.gui.lenses._neuron_net import Button
from playground.gui.lenses._neuron_points import Points
from playground.gui.selection import Sample
from playground.gui.truth import written
from playground.gui.weight_hand import Place
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.lenses.neurons import NeuronsLens

FAR = 100  # px of a drag for the largest weight of the layer
SLACK = 3  # px; less is a click
FINE = 0.1  # with Shift

_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class NeuronHand(QObject):
    """Watches the sheet of the lens.

    A line or the square of a bias is dragged up and down; a dot is clicked, so that every neuron
    shows what it makes of it; the wheel scrolls a column; arrows choose a neuron, Enter opens it.
    """

    def __init__(self, lens: NeuronsLens) -> None:
        super().__init__(lens)
        self._lens, self._hand = lens, lens.context.hand
        self._pressed: tuple[Place, QPointF, float] | None = None  # where, from where, its value
        self._whole = 1.0
        lens.sheet.installEventFilter(self)
        lens.sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def holds(self) -> bool:
        """Whether a weight is held right now."""
        return self._pressed is not None and self._hand.place == self._pressed[0]

    def eventFilter(self, watched: Any, event: QEvent) -> bool:
        if getattr(self, "_lens", None) is None or not isValid(self._lens.sheet):
            return False  # both are being taken apart
        kind = event.type()
        if kind == QEvent.Type.Hide and self.holds:
            self._pressed = None
            self._hand.give_back()
        elif kind == QEvent.Type.Leave:
            self._lens.context.cursor.set_sample(None)
        elif isinstance(event, QMouseEvent):
            return self._on_mouse(event)
        elif isinstance(event, QWheelEvent):
            return self._lens.scroll(event.position(), -1 if event.angleDelta().y() > 0 else 1)
        elif isinstance(event, QContextMenuEvent):
            return self._on_menu(event)
        elif isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress:
            return self._on_key(event)
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        kind, left = event.type(), event.button() == Qt.MouseButton.LeftButton
        if kind == QEvent.Type.MouseMove:
            if self._pressed is not None:
                return self._drag(event)
            self._lens.context.cursor.set_sample(self._sample(event.position()))
        elif kind == QEvent.Type.MouseButtonPress and left:
            return self._press(event)
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            self._hand.let_go()
            self._pressed = None
            return True
        return False

    def _press(self, event: QMouseEvent) -> bool:
        at = event.position()
        for mark in reversed(self._lens.sheet.marks):
            if isinstance(mark, Button | Heading) and mark.rect.contains(at):
                mark.act()
                return True
        sample = self._sample(at)
        if sample is not None:
            self._lens.context.selection.follow(sample)
            return True
        found = self._weight(at)
        if found is None:
            return False
        self._pressed = Place(found.node, found.name, found.index), at, found.value
        return True

    def _drag(self, event: QMouseEvent) -> bool:
        assert self._pressed is not None  # who calls has looked
        place, before, value = self._pressed
        up = before.y() - event.position().y()
        spot = event.globalPosition().toPoint()
        if not self.holds:
            if abs(up) < SLACK:
                return True
            self._whole = self._lens.shown.weights_scale(place.node).high
            reason = self._hand.take(place, value)
            if reason:
                self._pressed = None
                self._lens.context.notices.refuse(reason, spot)
                return True
        fine = FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        self._pressed = place, event.position(), value
        self._hand.move(self._hand.value + up / FAR * fine * self._whole)
        QToolTip.showText(spot, f"{place} = {written(self._hand.value, 3)}", self._lens.sheet)
        return True

    def _on_key(self, event: QKeyEvent) -> bool:
        way = _WAYS.get(Qt.Key(event.key()))
        if way is not None:
            self._lens.walk(*way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._lens.open_chosen()
        elif event.key() == Qt.Key.Key_Escape and self.holds:
            self._pressed = None
            self._hand.give_back()
        else:
            return False
        return True

    def _on_menu(self, event: QContextMenuEvent) -> bool:
        """A right click on a column, or the menu key for the one that is looked at."""
        lens, number = self._lens, None
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            number = lens.gaze.at[0] if lens.columns else None
        else:
            at = QPointF(event.pos())
            rooms = (s.head().united(s.tiles[-1]) for s in lens.standings)
            number = next((i for i, room in enumerate(rooms) if room.contains(at)), None)
        if number is not None:
            lens.layers.open_menu(number)
        return number is not None

    def _weight(self, at: QPointF) -> Weight | None:
        """The bias or the line under a point; neurons lie over lines."""
        marks = self._lens.sheet.marks
        dots = (m.near(at) for m in marks if isinstance(m, BiasDot))
        found = next((w for w in dots if w is not None), None)
        if found is not None or self._lens.sheet._hit(at) is not None:
            return found
        lines = (m.near(at) for m in marks if isinstance(m, Edges))
        return next((w for w in lines if w is not None), None)

    def _sample(self, at: QPointF) -> Sample | None:
        """The dot under a point, of the nearest split."""
        clouds = (m.near(at) for m in self._lens.sheet.marks if isinstance(m, Points))
        return min((c for c in clouds if c is not None), default=(0.0, None), key=lambda c: c[0])[1]


def how_to() -> str:
    """What can be done, for the tooltip of the lens."""
    return tr(
        "Drag a line up or down to change its weight, the small square for the bias. "
        "Click a neuron to see it large, a dot to follow that sample. Double-click opens a neuron. "
        "Click the name of a layer to change its activation or regularisation."
    )
