"""Writing a note: a text field over it; a click elsewhere or Esc ends it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from playground.i18n import tr


class NoteEditor(QPlainTextEdit):
    """Edits the Markdown of one note."""

    finished = Signal(str, str)  # id of the note, text

    def __init__(self, note: str, text: str, place: QRect, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._note, self._open = note, True
        self.setAccessibleName(tr("Text of the note (Markdown)"))
        self.setPlaceholderText(tr("Markdown: # title, **bold**, - list"))
        self.setGeometry(place)
        self.show()
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        with_control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (enter and with_control):
            self._finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._finish()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # letters are text here, not commands of the window
            return True
        return super().event(event)

    def _finish(self) -> None:
        if self._open:
            self._open = False
            self.finished.emit(self._note, self.toPlainText())
            self.hide()
            self.deleteLater()
