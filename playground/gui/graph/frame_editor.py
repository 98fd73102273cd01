"""Writing the title of a frame in place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from playground.i18n import tr


class FrameEditor(QLineEdit):
    """A field over the title bar: Enter or a click elsewhere keeps the title, Esc drops it."""

    finished = Signal(str, str)  # id of the frame, title

    def __init__(
        self, frame: str, title: str, place: QRect, parent: QWidget, label: str = ""
    ) -> None:
        super().__init__(title, parent)
        self._frame, self._title, self._open = frame, title, True
        self.setMaxLength(200)
        self.setAccessibleName(label or tr("Title of the frame"))
        self.setPlaceholderText(label or tr("Title of the frame"))
        self.setGeometry(place)
        self.show()
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self._finish(self._title)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finish(self.text().strip())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # letters are text here, not commands of the window
            return True
        return super().event(event)

    def _finish(self, title: str) -> None:
        if self._open:
            self._open = False
            self.finished.emit(self._frame, title)
            parent = self.parentWidget()
            self.hide()
            parent.setFocus()
            self.deleteLater()
