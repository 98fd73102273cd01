"""The pin at a parameter: whether the composite around the block shows it as its own."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QToolButton, QWidget

from playground.i18n import tr

_SIZE = QSize(18, 18)


class Pin(QToolButton):
    """Drawn, not a letter: no font is sure to have one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFixedSize(_SIZE)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.rename = QAction(self)  # in the menu of a right click or the menu key
        self.rename.setVisible(False)  # until somebody can rename
        self.addAction(self.rename)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def describe(self, title: str, name: str) -> None:
        """Say what a click does with the parameter; `name` is how the composite calls it."""
        self.setChecked(bool(name))
        if name:
            words = tr("The composite shows it as “{name}”. Click to take it back.", name=name)
        else:
            words = tr("Show it on the composite, so that each instance sets its own.")
        self.rename.setText(tr("Rename…"))
        self.setToolTip(words)
        self.setAccessibleName(tr("Expose {title}", title=title))
        self.setAccessibleDescription(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        roles = QPalette.ColorRole
        colour = self.palette().color(
            roles.Highlight if self.isChecked() else roles.PlaceholderText
        )
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(QPointF(self.rect().center()) + QPointF(0.5, 0.5))
        painter.rotate(40)
        painter.setPen(QPen(colour, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(colour if self.isChecked() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(-2.0, -6.0, 4.0, 5.5), 1, 1)
        painter.drawLine(QLineF(-3.6, 0.0, 3.6, 0.0))
        painter.drawLine(QLineF(0, 0.5, 0, 6.0))
