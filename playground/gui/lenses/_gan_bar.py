"""Which layers of the plane are shown, and who is trained."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QWidget

from playground.i18n import mark, tr
from playground.train.controls import PLAYERS

LAYERS = {
    "surface": (mark("Verdict"), mark("What the discriminator says of each point")),
    "manifold": (
        mark("Grid"),
        mark("What the generator makes of a regular grid of the noise"),
    ),
    "real": (mark("Real"), mark("Training samples")),
    "fake": (mark("Fake"), mark("Samples from fixed noise")),
    "arrows": (mark("Arrows"), mark("Where each generated sample should go to fool better")),
}
TITLES = {
    "both": mark("Both learn"),
    "generator": mark("Generator"),
    "discriminator": mark("Discriminator"),
}


class GanBar(QWidget):
    """A switch a layer, and a choice of the players that learn; it changes nothing itself."""

    layers_changed = Signal()
    players_chosen = Signal(str)
    label_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {layer: QToolButton() for layer in LAYERS}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in self.buttons.values():
            button.setObjectName("toggle")
            button.setCheckable(True)
            button.setChecked(True)
            button.toggled.connect(lambda _on: self.layers_changed.emit())
            row.addWidget(button)
        row.addStretch(1)
        self.labels, self.players = QComboBox(), QComboBox()
        for box in (self.labels, self.players):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMinimumContentsLength(1)
            row.addWidget(box)
        self.labels.hide()
        for key in PLAYERS:
            self.players.addItem(key, key)
        self.labels.activated.connect(self.label_chosen)
        self.players.activated.connect(lambda i: self.players_chosen.emit(PLAYERS[i]))
        self.retranslate()

    def shows(self, layer: str) -> bool:
        """Whether a layer is switched on."""
        return self.buttons[layer].isChecked()

    def show_players(self, players: str) -> None:
        """Show who is trained."""
        self.players.setCurrentIndex(self.players.findData(players))

    def show_labels(self, names: list[str], label: int) -> None:
        """Offer the classes of the data; without any there is no choice."""
        if [self.labels.itemText(i) for i in range(self.labels.count())] != names:
            self.labels.clear()
            self.labels.addItems(names)
        self.labels.setCurrentIndex(label)
        self.labels.setVisible(bool(names))

    def retranslate(self) -> None:
        """Set every text again."""
        for layer, (title, help_) in LAYERS.items():
            self.buttons[layer].setText(tr(title))
            self.buttons[layer].setToolTip(tr(help_))
        for index, key in enumerate(PLAYERS):
            self.players.setItemText(index, tr(TITLES[key]))
        self.players.setToolTip(tr("Who learns in each step; the other one waits"))
        self.players.setAccessibleName(tr("Who is trained"))
        self.labels.setToolTip(tr("The class that is forged and judged here"))
        self.labels.setAccessibleName(self.labels.toolTip())
