"""The top line of an opened card: which block, which unit, how near; and the way out."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from playground.gui.context import Context
from playground.gui.depth_model import Level, Place, view_for
from playground.gui.icons import icon
from playground.gui.widgets.texts import ElidedLabel, Retranslating
from playground.i18n import mark, tr

LEVELS = {
    Level.LAYER: mark("Layer"),
    Level.NEURON: mark("Neuron"),
    Level.ARITHMETIC: mark("Arithmetic"),
}


class Head(Retranslating, QWidget):
    """Says where the user is and goes to another level."""

    wanted = Signal(object)  # Place
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.title = ElidedLabel()
        self.title.setObjectName("depthTitle")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.close_button = QToolButton(autoRaise=True)
        self.close_button.setIconSize(QSize(14, 14))
        self.close_button.clicked.connect(self.closed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self.title, 1)
        self.levels: dict[Level, QPushButton] = {}
        for level in LEVELS:
            button = QPushButton(checkable=True, autoDefault=False)
            button.setObjectName("depthLevel")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on, level=level: self._go(level))
            self.levels[level] = button
            layout.addWidget(button)
        layout.addWidget(self.close_button)
        context.theme.changed.connect(self.retheme)
        self.retheme()
        self.retranslate()

    def refresh(self) -> None:
        """Show where the user is."""
        place = self.context.depth.place
        found = self.context.document.report.blocks.get(place.node)
        if found is None or found.block is None:
            return
        self.title.setText(title_of(place, tr(found.block.title)))
        for level, button in self.levels.items():
            button.setChecked(level is place.level)
            button.setVisible(view_for(found, level) is not None)

    def retheme(self) -> None:
        """Draw the icon in the colours of the theme."""
        self.close_button.setIcon(icon("close", self.context.theme.tokens.secondary))

    def retranslate(self) -> None:
        for level, button in self.levels.items():
            button.setText(tr(LEVELS[level]))
        self.close_button.setToolTip(tr("Back to the overview"))
        self.close_button.setAccessibleName(tr("Back to the overview"))
        self.refresh()

    def _go(self, level: Level) -> None:
        place = self.context.depth.place
        self.levels[level].setChecked(level is place.level)  # until the model says it is so
        self.wanted.emit(Place(place.node, level, place.unit, place.cell))


def title_of(place: Place, kind: str) -> str:
    """What is looked at, in the user's language."""
    if place.level is Level.LAYER:
        return tr("{id}  ·  {kind}", id=place.node, kind=kind)
    index = place.cell if place.level is Level.ARITHMETIC else place.unit
    at = ", ".join(str(i) for i in index)
    return tr("{id}[{index}]  ·  {kind}", id=place.node, index=at, kind=kind)
