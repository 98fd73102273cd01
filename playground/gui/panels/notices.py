"""The strip that tells a user something without taking the focus, and the list of all it told."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from playground.gui.context import Notices
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr

SHOWN_MS = {"info": 5000, "warning": 9000}  # errors stay until they are closed
KEPT = 200  # notices in the list


class Strip(Retranslating, QFrame):
    """Floats over the foot of its parent; the newest notice replaces the older one.

    Parameters
    ----------
    notices : Notices
    parent : QWidget
    above : QWidget, optional
        A part at the foot of the parent that it does not cover.
    """

    action = Signal()

    def __init__(self, notices: Notices, parent: QWidget, above: QWidget | None = None) -> None:
        super().__init__(parent)
        self._above = above
        self.setObjectName("strip")
        self.text = QLabel(
            wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.close_button = QToolButton(text="✕")
        self.close_button.setObjectName("closeButton")
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.addWidget(self.text, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.hide)
        notices.posted.connect(self.show_notice)
        parent.installEventFilter(self)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.close_button.setToolTip(tr("Close"))
        self.close_button.setAccessibleName(tr("Close"))

    def show_notice(self, text: str, kind: str) -> None:
        """Show a notice: "info", "warning" or "error"; what was "refused" is said elsewhere."""
        if self.isVisible() and self.property("kind") == "error" and kind == "info":
            return  # an error stays readable until the user closes it
        if kind == "refused":
            return  # said at the pointer
        self.text.setText(text)
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self._place()
        self.show()
        self.raise_()
        self._timer.stop()
        if kind in SHOWN_MS:
            self._timer.start(SHOWN_MS[kind])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        area = self.parentWidget().rect()
        longest = max(map(self.fontMetrics().horizontalAdvance, self.text.text().split("\n")))
        width = max(min(longest + 70, 620, area.width() - 40), 160)
        height = max(self.layout().heightForWidth(width), 38)
        self.setFixedSize(width, height)
        foot = area.height() - 8
        if self._above is not None and self._above.isVisible():
            foot = self._above.mapTo(self.parentWidget(), QPoint(0, 0)).y()
        self.move((area.width() - width) // 2, foot - height - 10)


class Offer(QFrame):
    """A question that can wait, above the window's content: a sentence and some buttons."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 6, 8, 6)
        self.row.addWidget(QLabel(text, wordWrap=True), 1)

    def add(self, title: str, primary: bool = False) -> QPushButton:
        """Add a button; any of them closes the question."""
        button = QPushButton(title)
        button.setObjectName("primary" if primary else "")
        button.clicked.connect(self.deleteLater)
        button.clicked.connect(self.hide)
        self.row.addWidget(button)
        return button


class LogPanel(Retranslating, QWidget):
    """All notices of this session, newest last."""

    def __init__(self, notices: Notices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 8, 0)
        layout.addWidget(self.list)
        notices.posted.connect(self._add)
        self.retranslate()

    def retranslate(self) -> None:
        self.list.setAccessibleName(tr("Messages"))

    def _add(self, text: str, _kind: str) -> None:
        self.list.addItem(QListWidgetItem(f"{datetime.now():%H:%M:%S}   {text}"))
        while self.list.count() > KEPT:
            self.list.takeItem(0)
        self.list.scrollToBottom()
