"""Changes the weight under the pointer: press on its cell and drag up or down, or use the keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget
from shiboken6 import isValid

from playground.gui.context import Context
from playground.gui.weight_hand import Place
from playground.gui.widgets.number_field import NumberField
from playground.gui.widgets.numbers import plain
from playground.gui.widgets.tiles import Tiles
from playground.i18n import tr

FAR = 100  # px of a drag, or key presses times ten, for the largest weight in the picture
FINE = 0.1  # of that with Shift
REST_MS = 1500  # keys that are pressed no longer: the change is done
SLACK = 3  # px; less is a click

Cell = tuple[int, int, int]  # tile, row, column
PlaceOf = Callable[[int, int, int], Place | None]

_STEPS = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Underscore: -1,
}
_WAYS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class Grasp(QObject):
    """Gives tiles of weights a cell cursor and hands what is done with it to the run.

    Parameters
    ----------
    tiles : Tiles
    place_of : callable
        Tile, row, column -> which weight is drawn there, None for none.
    context : Context
    """

    def __init__(self, tiles: Tiles, place_of: PlaceOf, context: Context) -> None:
        super().__init__(tiles)
        self.tiles, self.context, self.hand = tiles, context, context.hand
        self.cell: Cell | None = None  # where the cursor stands
        self.field: NumberField | None = None  # a number that is being typed
        self._place_of = place_of
        self._from: QPointF | None = None  # where the mouse was last, while it is pressed
        self._moved = False
        self._unit: float | None = None  # what a whole drag is worth, once it has begun
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.hand.let_go)
        self.layer = _Layer(self)
        tiles.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        tiles.installEventFilter(self)
        self.hand.changed.connect(self._show)
        self.relabel()

    def relabel(self) -> None:
        """The language changed."""
        self.tiles.setAccessibleName(tr("Weights, one cell a number"))
        self._show()

    def value(self) -> float | None:
        """The number under the cursor: the one in the hand, or the one in the picture."""
        if self.cell is None or self.cell[0] >= len(self.tiles.tiles):
            return None
        if self.held:
            return self.hand.value
        tile, row, column = self.cell
        values = self.tiles.tiles[tile].values
        inside = row < values.shape[0] and column < values.shape[1]
        return float(values[row, column]) if inside else None

    @property
    def place(self) -> Place | None:
        """The weight under the cursor."""
        return self._place_of(*self.cell) if self.cell is not None else None

    @property
    def held(self) -> bool:
        """Whether the hand holds the weight under the cursor."""
        return self.hand.place is not None and self.hand.place == self.place

    def words(self) -> str:
        """Which weight it is and what it is."""
        value, place = self.value(), self.place
        if value is None or place is None:
            return tr("Arrow keys choose a weight; Enter types a number, + and − change it.")
        return f"{place} = {value:.4g}"

    def rect(self) -> QRectF | None:
        """Where the cell under the cursor is painted."""
        rectangles = self.tiles.rectangles()
        if self.value() is None or self.cell is None or self.cell[0] >= len(rectangles):
            return None
        tile, row, column = self.cell
        whole, (rows, columns) = rectangles[tile], self.tiles.tiles[tile].values.shape[:2]
        width, height = whole.width() / columns, whole.height() / rows
        return QRectF(whole.left() + column * width, whole.top() + row * height, width, height)

    # -- what comes in ---------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent):
            return self._on_mouse(event)
        if isinstance(event, QKeyEvent) and watched is self.tiles:
            if kind == QEvent.Type.ShortcutOverride:
                event.setAccepted(self._means(event))  # + and - are shortcuts of the window
                return event.isAccepted()
            return kind == QEvent.Type.KeyPress and self._on_key(event)
        if kind == QEvent.Type.Resize:
            self.layer.setGeometry(self.tiles.rect())
        elif kind == QEvent.Type.FocusIn and self.cell is None and self.tiles.tiles:
            self._point_at((0, 0, 0))
        elif kind == QEvent.Type.FocusOut:
            self._rest.stop()
            self.hand.let_go()
            self._show()
        elif kind == QEvent.Type.Hide:
            self.hand.give_back() if self._from is not None else self.hand.let_go()
            self._from = None
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        kind, left = event.type(), event.button() == Qt.MouseButton.LeftButton
        if kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick) and left:
            cell = self.tiles.find(event.position())
            if cell[0] >= 0:
                self._point_at(cell)
                self._from, self._moved = event.position(), False
            if kind == QEvent.Type.MouseButtonDblClick and cell[0] >= 0:
                self._from = None
                self._type()
        elif kind == QEvent.Type.MouseMove and self._from is not None:
            self._drag(event)
            return True
        elif kind == QEvent.Type.MouseButtonRelease and left and self._from is not None:
            self._from = None
            self.hand.let_go()
        return False

    def _drag(self, event: QMouseEvent) -> None:
        assert self._from is not None  # it is pressed
        up = self._from.y() - event.position().y()
        if not self._moved:
            if abs(up) < SLACK:
                return
            self._moved = True
            QToolTip.hideText()
            if not self._take():
                self._from = None
                return
        self._from = event.position()
        self._change(up / FAR, event)

    def _means(self, event: QKeyEvent) -> bool:
        key = event.key()
        undo = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if undo:
            return False
        typed = event.text()[:1]
        return (
            key in _STEPS
            or key in _WAYS
            or key in _ENTER
            or (typed.isdigit() or typed in tuple(".,"))
            or (key == Qt.Key.Key_Escape and self.hand.place is not None)
        )

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if not self._means(event):
            return False
        if key == Qt.Key.Key_Escape:
            self._from = None
            self._rest.stop()
            self.hand.give_back()
        elif key in _WAYS:
            self._walk(*_WAYS[Qt.Key(key)])
        elif key in _STEPS:
            if self.held or self._take():
                self._change(_STEPS[Qt.Key(key)] / 10, event)
                self._rest.start()
        else:
            self._type("" if key in _ENTER else event.text())
        return True

    # -- what is done ------------------------------------------------------------------------------

    def _point_at(self, cell: Cell) -> None:
        if cell != self.cell:
            self._rest.stop()
            self.hand.let_go()
        self.cell = cell
        self._show()

    def _walk(self, down: int, right: int) -> None:
        """To the next cell; over the edge of a picture into the next one."""
        if self.value() is None or self.cell is None:
            self._point_at((0, 0, 0))
            return
        tile, row, column = self.cell
        rows, columns = self.tiles.tiles[tile].values.shape[:2]
        row, column = row + down, column + right
        if not (0 <= row < rows and 0 <= column < columns):
            other = tile + (1 if down + right > 0 else -1)
            if not 0 <= other < len(self.tiles.rectangles()):
                return
            rows, columns = self.tiles.tiles[other].values.shape[:2]
            tile, row, column = other, row % rows, column % columns
        self._point_at((tile, row, column))

    def _take(self) -> bool:
        place, value = self.place, self.value()
        if place is None or value is None:
            return False
        reason = self.hand.take(place, value)
        if reason:
            self.context.notices.refuse(reason, self._below())
        return not reason

    def _change(self, share: float, event: QMouseEvent | QKeyEvent) -> None:
        fine = FINE if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
        peak = max((float(abs(t.values).max()) for t in self.tiles.tiles), default=0.0)
        unit = peak if 0.0 < peak < float("inf") else 1.0
        if self._unit is None:
            self._unit = unit  # of the whole gesture: the picture's scale grows with the weight
        self.hand.move(self.hand.value + share * fine * self._unit)

    def _type(self, text: str = "") -> None:
        """Have a number typed over the cell."""
        rect, value = self.rect(), self.value()
        if rect is None or value is None or self.field is not None:
            return
        reason = self.hand.why_not()
        if reason:
            self.context.notices.refuse(reason, self._below())
            return
        self._rest.stop()
        self.hand.let_go()
        self.field = field = _Field(whole=False, parent=self.tiles)
        field.setAccessibleName(str(self.place))
        field.set_value(float(f"{value:.6g}"))
        field.resize(96, field.sizeHint().height())
        room = self.tiles.rect()
        x = min(max(int(rect.center().x()) - 48, 0), max(room.width() - 96, 0))
        y = min(max(int(rect.center().y()) - 12, 0), max(room.height() - field.height(), 0))
        field.move(x, y)
        field.show()
        field.setFocus()
        if text:
            field.lineEdit().setText(text)
        field.edited.connect(self._on_typed)
        field.left.connect(self._end_typing)

    def _on_typed(self, number: object) -> None:
        place, before = self.place, self.value()
        if self.field is None or place is None or before is None:
            return  # it is closing, and tells its last words again
        if not isinstance(number, int | float) or abs(number) == float("inf") or number != number:
            self.context.notices.refuse(tr("A weight is a number, such as 0.25."), self._below())
            return
        reason = self.hand.set(place, before, float(number))
        if reason:
            self.context.notices.refuse(reason, self._below())

    def _end_typing(self) -> None:
        field, self.field = self.field, None
        if field is not None:
            had_focus = field.hasFocus()
            field.hide()
            field.deleteLater()
            if had_focus:
                self.tiles.setFocus()

    def _below(self) -> QPoint | None:
        rect = self.rect()
        return None if rect is None else self.tiles.mapToGlobal(rect.bottomLeft().toPoint())

    def _show(self) -> None:
        self._unit = None if self.hand.place is None else self._unit
        if not isValid(self.tiles):
            return  # they die while they have the focus: Qt tells that it goes when they are gone
        words = self.words()
        if self.tiles.accessibleDescription() != words:
            self.tiles.setAccessibleDescription(words)
        self.layer.update()


class _Field(NumberField):
    """Goes with Enter, Escape or the focus."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.accept()
            self.left.emit()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class _Layer(QWidget):
    """Lies over the tiles: the frame of the cell and, while it is held, its number."""

    def __init__(self, grasp: Grasp) -> None:
        super().__init__(grasp.tiles)
        self._grasp = grasp
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(grasp.tiles.rect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        grasp = self._grasp
        rect = grasp.rect()
        if rect is None or not (grasp.tiles.hasFocus() or grasp.held):
            return
        tokens = grasp.context.theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.panel), 3))
        painter.drawRect(rect)
        painter.setPen(QPen(QColor(tokens.accent), 1.5))
        painter.drawRect(rect)
        self._paint_number(painter, rect)

    def _paint_number(self, painter: QPainter, cell: QRectF) -> None:
        grasp = self._grasp
        tokens, value = grasp.context.theme.tokens, grasp.value()
        if value is None:
            return
        text = f"{plain(float(f'{value:.4g}'))}"
        metrics = painter.fontMetrics()
        pill = QRectF(0, 0, metrics.horizontalAdvance(text) + 12, metrics.height() + 6)
        above = cell.top() - pill.height() - 4
        pill.moveTopLeft(QPointF(cell.center().x() - pill.width() / 2, above))
        if above < 0:
            pill.moveTop(cell.bottom() + 4)
        if pill.bottom() > self.height():
            pill.moveTop(max(0.0, self.height() - pill.height()))
        pill.moveLeft(min(max(pill.left(), 0.0), max(self.width() - pill.width(), 0.0)))
        painter.setPen(QPen(QColor(tokens.accent if grasp.held else tokens.line), 1))
        painter.setBrush(QColor(tokens.panel))
        painter.drawRoundedRect(pill, 6, 6)
        painter.setPen(QColor(tokens.ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
