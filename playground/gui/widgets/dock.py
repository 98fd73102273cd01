"""A dock that looks like a quiet panel: rounded, with a small header that can be dragged."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

RADIUS = 10


def paint_panel(widget: QWidget, radius: float = RADIUS) -> None:
    """Fill a widget with the panel's colour, rounded, with a hairline around it."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(widget.palette().color(QPalette.ColorRole.Mid), 1))
    painter.setBrush(widget.palette().color(QPalette.ColorRole.Base))
    rect = QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(rect, radius, radius)


class PanelHeader(QWidget):
    """Title left, the panel's own controls right, and a close button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setObjectName("panelTitle")
        self.close_button = QToolButton(text="✕")
        self.close_button.setObjectName("closeButton")
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 8, 6, 4)
        self.row.setSpacing(6)
        self.row.addWidget(self.title)
        self.row.addStretch()
        self.row.addWidget(self.close_button)

    def add(self, widget: QWidget) -> None:
        """Put a control between the title and the close button."""
        self.row.insertWidget(self.row.count() - 1, widget)

    def replace_title(self, widget: QWidget) -> None:
        """Put a widget in the place of the title: the panel says itself what it shows."""
        self.title.hide()
        self.row.insertWidget(0, widget, 1)
        self.row.removeItem(self.row.itemAt(2))  # the stretch: the widget takes the room


class PanelDock(QDockWidget):
    """A movable, closable panel. `key` is its name in the saved layout."""

    def __init__(self, key: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(key)
        self.header = PanelHeader()
        self.header.close_button.clicked.connect(self.close)
        self.setTitleBarWidget(self.header)
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(1, 0, 1, 8)
        column.addWidget(content)
        self.setWidget(frame)
        self.content = content

    def set_title(self, title: str, close: str) -> None:
        """Set the panel's title and what its close button is called."""
        self.setWindowTitle(title)
        self.header.title.setText(title)
        self.header.close_button.setToolTip(close)
        self.header.close_button.setAccessibleName(close)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_panel(self, 0 if self.isFloating() else RADIUS)


class Panel(QWidget):
    """A plain rounded panel around one widget, for the centre of the window."""

    def __init__(self, content: QWidget, margin: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.addWidget(content)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_panel(self)
