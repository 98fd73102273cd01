"""Why something was not done, said where the pointer is."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCursor
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from playground.gui.context import Notices

WIDTH = 300  # px; longer texts wrap
_BESIDE = QPoint(14, 18)  # px from the tip of the pointer, so that it does not lie on the text
_SHOWN_MS, _LETTER_MS = 2500, 50  # how long, and how much longer for every letter
_ENDS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class Bubble(QFrame):
    """Lies over its window, never takes mouse or focus, and goes at the next key or click."""

    def __init__(self, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bubble")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = QLabel(wordWrap=True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        box = QVBoxLayout(self)
        box.setContentsMargins(10, 7, 10, 7)
        box.addWidget(self.text)
        self._armed = False  # the key press that made it say something may still be on its way
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.leave)
        notices.pointed.connect(self.say)
        self.hide()

    def say(self, text: str, place: QPoint | None = None) -> None:
        """Show a text beside a place of the screen, by default the pointer; "" takes it away."""
        if not text:
            self.leave()
            return
        if text != self.text.text():
            self._announce(text)
        self.text.setText(text)
        self._place(self.parentWidget().mapFromGlobal(self._default() if place is None else place))
        if self.isHidden():
            QApplication.instance().installEventFilter(self)
        self._armed = False
        QTimer.singleShot(0, self, self._arm)
        self.show()
        self.raise_()
        self._timer.start(_SHOWN_MS + _LETTER_MS * len(text))

    def leave(self) -> None:
        """Go away."""
        if not self.isHidden():
            QApplication.instance().removeEventFilter(self)
            self._timer.stop()
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._armed and event.type() in _ENDS and isinstance(watched, QWidget):
            self.leave()
        return False

    def _arm(self) -> None:
        self._armed = True

    def _default(self) -> QPoint:
        """The pointer, where it is in the window; else what has the focus."""
        window, pointer = self.parentWidget(), QCursor.pos()
        if window.rect().contains(window.mapFromGlobal(pointer)):
            return pointer
        focus = window.focusWidget() or window
        return focus.mapToGlobal(focus.rect().center())

    def _place(self, spot: QPoint) -> None:
        self.text.setFixedWidth(
            min(self.text.fontMetrics().horizontalAdvance(self.text.text()) + 4, WIDTH)
        )
        self.text.setFixedHeight(self.text.heightForWidth(self.text.width()))
        self.adjustSize()
        room, size, corner = self.parentWidget().rect(), self.size(), spot + _BESIDE
        if corner.y() + size.height() > room.bottom():
            corner.setY(spot.y() - size.height() - 8)
        corner.setX(max(room.left() + 4, min(corner.x(), room.right() - size.width() - 4)))
        self.move(corner.x(), max(room.top() + 4, corner.y()))

    def _announce(self, text: str) -> None:
        focus = self.parentWidget().focusWidget()
        if focus is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(focus, text))
