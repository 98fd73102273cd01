"""Which gates are held, chosen by hand: a choice a gate, and one button that lets all go."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from playground.gui.inspector.fields import QuietCombo
from playground.gui.lenses._gates_state import NAMES
from playground.i18n import tr

VALUES = (0.0, 1.0)


class HeldBar(QWidget):
    """One choice for each gate that is a share: free, 0 or 1."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.combos: dict[str, QuietCombo] = {}
        self.words, self.reset = QLabel(), QPushButton()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self.words)
        self._row.addWidget(self.reset)
        self._row.addStretch(1)
        self.reset.clicked.connect(self.let_go)
        self.retranslate()
        self.set_gates(())

    @property
    def held(self) -> tuple[tuple[str, float], ...]:
        """Gate and what it is held at, in torch's order."""
        chosen = ((gate, combo.currentData()) for gate, combo in self.combos.items())
        return tuple((gate, value) for gate, value in chosen if value is not None)

    def set_gates(self, gates: tuple[str, ...]) -> None:
        """Offer these; other ones than before are all free."""
        if tuple(self.combos) != gates:
            for combo in self.combos.values():
                self._row.removeWidget(combo)
                combo.deleteLater()
            self.combos = {gate: self._combo() for gate in gates}
            self.retranslate()
        self.setVisible(bool(gates))
        self._show_reset()

    def let_go(self) -> None:
        """All gates free again."""
        was = self.held
        for combo in self.combos.values():
            combo.setCurrentIndex(0)
        self._show_reset()
        if was:
            self.changed.emit()

    def _combo(self) -> QuietCombo:
        combo = QuietCombo(self)
        for value in (None, *VALUES):
            combo.addItem("", value)
        combo.setMinimumContentsLength(6)
        self._row.insertWidget(self._row.count() - 2, combo)
        combo.activated.connect(self._on_chosen)
        return combo

    def _on_chosen(self, _index: int) -> None:
        self._show_reset()
        self.changed.emit()

    def _show_reset(self) -> None:
        # off instead of gone: the row does not jump under the pointer
        self.reset.setEnabled(bool(self.held))

    def retranslate(self) -> None:
        """Set every text in the current language."""
        self.words.setText(tr("What if"))
        self.reset.setText(tr("Let all go"))
        self.reset.setToolTip(tr("Calculate with all gates as the network has them."))
        told = tr(
            "Calculates the states and the answer of this sample again with the gate held, in all "
            "units and at all steps. A view only: the network and its training stay as they are."
        )
        self.words.setToolTip(told)
        for gate, combo in self.combos.items():
            combo.setItemText(0, tr("{gate} free", gate=gate))
            for place, value in enumerate(VALUES, 1):
                combo.setItemText(place, f"{gate} = {value:.0f}")
            combo.setAccessibleName(tr("Hold the {name}", name=tr(NAMES[gate])))
            combo.setToolTip(told)
