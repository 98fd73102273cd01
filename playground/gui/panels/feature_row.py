"""Which features of the plane the network gets: a switch for each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from playground.blocks.features import FEATURES, Features
from playground.document.features import features_node, set_feature
from playground.document.model import Document
from playground.errors import PlaygroundError
from playground.gui.context import Context
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr

COLUMNS = 4


class FeatureRow(Retranslating, QWidget):
    """Seven buttons; the first that is switched puts a Features block behind the input."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.caption = QLabel()
        self.caption.setObjectName("fieldLabel")
        self.buttons = {feature.name: QToolButton(text=feature.symbol) for feature in FEATURES}
        grid = QGridLayout()
        grid.setSpacing(4)
        for place, (name, button) in enumerate(self.buttons.items()):
            button.setCheckable(True)
            button.setObjectName("toggle")
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda on, n=name: self._switch(n, on))
            grid.addWidget(button, place // COLUMNS, place % COLUMNS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.caption)
        column.addLayout(grid)
        context.document.changed.connect(self.follow)
        self.retranslate()
        self.follow()

    def retranslate(self) -> None:
        self.caption.setText(tr("Input features"))
        self.setToolTip(tr("What the network gets of each point"))
        for info in Features.infos():
            button = self.buttons[info.name]
            button.setToolTip(tr(info.help))
            button.setAccessibleName(tr("Feature {name}", name=info.title))

    @property
    def possible(self) -> bool:
        """Whether there is an input of two coordinates that the row could act on."""
        document, fields = self.context.document.document, self.context.document.report.fields
        there = any(node.block == "input" for node in document.nodes)
        return there and "x" in fields and fields["x"].shape == (2,)

    def follow(self, *_: Document) -> None:
        """Show which features are on."""
        chosen = self._chosen(self.context.document.document)
        for name, button in self.buttons.items():
            button.setChecked(name in chosen)

    def _chosen(self, document: Document) -> set[str]:
        node = features_node(document)
        try:
            block = Features.make(node.params if node is not None else {})
        except PlaygroundError:
            return set()
        return {feature.name for feature in block.chosen()}

    def _switch(self, name: str, on: bool) -> None:
        button = self.buttons[name]
        if not on and len(self._chosen(self.context.document.document)) == 1:
            button.setChecked(True)
            self.context.notices.point(tr("One feature has to stay on."))
            return
        words = tr("Use the feature {name}", name=button.text())
        if not on:
            words = tr("Leave out the feature {name}", name=button.text())
        self.context.document.push(words, lambda document: set_feature(document, name, on))
        self.follow()
