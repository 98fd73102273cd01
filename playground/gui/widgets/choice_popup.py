"""Choose one of many things from the keyboard: a field that filters over a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from playground.gui.widgets import fuzzy

_WIDTH, _ROWS, _ROW = 380, 9, 30  # px, rows, px


class ChoicePopup(QFrame):
    """Type a few letters, arrows choose, Enter takes, Esc closes.

    Parameters
    ----------
    title : str
        What is chosen, translated: placeholder, and name for screen readers.
    choices : sequence of (str, object)
        The line that is shown, and what `chosen` tells when it is taken; best first.
    """

    chosen = Signal(object)
    pointed = Signal(object)  # Enter would take this one
    closed = Signal()  # nothing was chosen

    def __init__(self, title: str, choices: Sequence[tuple[str, Any]], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("popup")
        self.setAccessibleName(title)
        self.choices = choices
        self._taken = False
        self.field, self.list = QLineEdit(), QListWidget()
        self.field.setPlaceholderText(title)
        for widget in (self.field, self.list):
            widget.setAccessibleName(title)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # arrows work from the field
        box = QVBoxLayout(self)
        box.setContentsMargins(8, 8, 8, 8)
        box.addWidget(self.field)
        box.addWidget(self.list)
        self.setFixedWidth(_WIDTH)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._take())
        self.list.currentItemChanged.connect(lambda *_: self._tell())
        self._fill("")

    def open_at(self, place: QPoint) -> None:
        """Show it at a place of the screen, moved to where it fits."""
        room = self.screen().availableGeometry()
        at = QRect(place, QSize(_WIDTH, self.sizeHint().height()))
        at.moveRight(min(at.right(), room.right()))
        at.moveBottom(min(at.bottom(), room.bottom()))
        self.move(at.topLeft())
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and self._on_key(event):
            return True
        return super().eventFilter(watched, event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if not self._taken:
            self.closed.emit()

    def _on_key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps and self.list.count():
            row = (self.list.currentRow() + steps[key]) % self.list.count()
            self.list.setCurrentRow(row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Escape:
            self.close()
        else:
            return False
        return True

    def _fill(self, text: str) -> None:
        self.list.clear()
        for line, value in fuzzy.best(text, self.choices, lambda choice: choice[:1]):
            item = QListWidgetItem(line)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setToolTip(line)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(min(max(self.list.count(), 1), _ROWS) * _ROW + 2)
        self.adjustSize()

    def _tell(self) -> None:
        """The focus stays in the field, so the field tells a screen reader what Enter takes."""
        item = self.list.currentItem()
        self.field.setAccessibleDescription(item.text() if item is not None else "")
        if item is not None and self.isVisible():
            self.pointed.emit(item.data(Qt.ItemDataRole.UserRole))

    def _take(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._taken = True
            self.close()
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
