"""The weights of the selected block, live: the lens of that name, inside the inspector."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from playground.gui.context import Context
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr
from playground.registry import lenses

_LENS = "weights"
HEIGHT = 170  # px


class LiveWeights(Retranslating, QWidget):
    """One lens at a time, on the block that is shown; nothing for a block that learns nothing."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.node = ""
        self.lens: QWidget | None = None
        self._awake = False
        self.title = QLabel()
        self.title.setObjectName("sectionTitle")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.title)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.title.setText(tr("Weights"))

    def wake(self) -> None:
        """Make lenses from now on: after the first paint, for they import the plotting library."""
        self._awake = True
        node, self.node = self.node, ""
        self.show_node(node)

    def show_node(self, node: str) -> None:
        """Watch the weights of a block, "" for none."""
        if node == self.node:
            return
        self.node = node
        if self.lens is not None:
            self.column.removeWidget(self.lens)
            self.lens.hide()
            self.lens.deleteLater()
            self.lens = None
        shown = bool(node) and self._awake and _LENS in lenses
        if shown:
            self.lens = lenses.get(_LENS)(self.context, node)
            self.lens.setFixedHeight(HEIGHT)
            self.lens.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self.column.addWidget(self.lens)
        self.setVisible(shown)
