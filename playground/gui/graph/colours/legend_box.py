"""Over the canvas, at the lower left: the choice of colours, and what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from playground.gui.graph.colours import legend
from playground.gui.graph.colours.measures import MEASURES
from playground.gui.inspector.fields import QuietCombo
from playground.gui.theme import FIELD_RADIUS
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView


class _Drawing(QWidget):
    """The legend itself."""

    def __init__(self, view: GraphView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        caption = self._view.colouring.caption(self._view.context.theme)
        if caption is None:
            return QSize(0, 0)
        return legend.size_of(caption, self._view.canvas.look).toSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        caption = self._view.colouring.caption(self._view.context.theme)
        if caption is not None:
            painter = QPainter(self)
            legend.paint(painter, QPointF(), caption, self._view.canvas.look)
            painter.end()


class LegendBox(Retranslating, QWidget):
    """A choice among the measures, and beside it the legend of the chosen one."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self._view = view
        self._taken = QRect()  # by an open block
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.label, self.choice = QLabel(), QuietCombo()
        self.choice.setObjectName("quiet")
        for key in MEASURES:  # retranslate() gives them their words
            self.choice.addItem("", key)
        self.choice.activated.connect(lambda _: view.colouring.choose(self.choice.currentData()))
        self.drawing = _Drawing(view, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 1, 6, 1)
        row.setSpacing(2)
        row.addWidget(self.label)
        row.addWidget(self.choice)
        row.addWidget(self.drawing)
        view.colouring.changed.connect(self.refresh)
        view.context.theme.changed.connect(self.retheme)
        view.context.document.changed.connect(lambda old, new: self.refresh())
        self.retranslate()
        self.retheme()

    def make_room(self, taken: QRect) -> None:
        """Something lies over this part of the view: it is not covered."""
        before = self._taken.intersects(self.geometry())
        self._taken = taken
        if before != taken.intersects(self.geometry()):
            self.refresh()

    def refresh(self) -> None:
        """Show the legend of now, in the room it needs."""
        view, key = self._view, self._view.colouring.key
        self.choice.setCurrentIndex(self.choice.findData(key))
        self.choice.setToolTip(tr(MEASURES[key].help))
        covered = self._taken.intersects(self.geometry())
        self.setVisible(bool(view.context.document.document.nodes) and not covered)
        caption = view.colouring.caption(view.context.theme)
        self.drawing.setVisible(caption is not None)
        self.drawing.setFixedSize(self.drawing.sizeHint())
        words = caption.words() if caption is not None else ""
        self.choice.setAccessibleDescription(words)
        self.drawing.setAccessibleName(words)
        self.drawing.update()
        self.place()

    def place(self) -> None:
        """Stand at the lower left corner, as wide as what it says."""
        self.choice.ensurePolished()
        words = self.choice.fontMetrics().horizontalAdvance(self.choice.currentText())
        self.choice.setFixedWidth(words + 34)
        self.adjustSize()
        ground = self._view.viewport().rect()
        self.move(10, ground.bottom() - 3 - self.height())

    def retheme(self) -> None:
        """Take the theme's colours."""
        tokens = self._view.context.theme.tokens
        red, green, blue, _ = QColor(tokens.canvas).getRgb()
        self.setStyleSheet(
            f"LegendBox {{ background: rgba({red}, {green}, {blue}, 215);"
            f" border-radius: {FIELD_RADIUS}px; }}"
        )
        font = QFont(self.font())
        font.setPixelSize(11)
        self.label.setFont(font)
        self.label.setStyleSheet(f"color: {tokens.secondary}; background: transparent;")
        self.refresh()

    def retranslate(self) -> None:
        self.label.setText(tr("Colours"))
        self.choice.setAccessibleName(tr("Colour the blocks by"))
        for number, measure in enumerate(MEASURES.values()):
            self.choice.setItemText(number, tr(measure.title))
        self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.ignore()
