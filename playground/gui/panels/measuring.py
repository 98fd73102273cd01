"""How much time measuring takes, how often views get new numbers, and how much time it may take."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from playground.gui.context import Context
from playground.gui.measuring import SHARES, choose_share, chosen_share
from playground.gui.widgets.numbers import percent, plain
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr
from playground.telemetry.snapshot import Snapshot

PERIOD_MS = 1000  # a rate that is counted over less cannot be read


class MeasuringChip(Retranslating, QToolButton):
    """Shows the share in use and the rate of the views; its menu chooses the share."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("pill")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu, group = QMenu(self), QActionGroup(self)
        for share in SHARES:
            action = group.addAction(menu.addAction("", lambda s=share: self.choose(s)))
            action.setCheckable(True)
            action.setData(share)
        self.setMenu(menu)
        menu.aboutToShow.connect(self._tick)
        self._readings = 0.0  # in this period: parts of all views that got new numbers
        self._period = QTimer(self, interval=PERIOD_MS)
        self._period.timeout.connect(self._show)
        context.run.change(measuring=chosen_share(context.settings))
        context.run.snapshot.connect(self._on_snapshot)
        context.run.state_changed.connect(self._on_state)
        self.retranslate()
        self._on_state(context.run.state)

    def retranslate(self) -> None:
        for action in self.menu().actions():
            action.setText(tr(SHARES[action.data()]))
        tip = tr("How much of the training time views and test metrics may take")
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        if not self._period.isActive():
            self._say_nothing()

    def choose(self, share: float) -> None:
        """Let measuring take this share from now on."""
        choose_share(self.context, share)
        if not self._period.isActive():
            self._say_nothing()

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        self._readings += snapshot.scalars.get("probe_share", 0.0)

    def _on_state(self, state: str) -> None:
        if state == "running":
            self._readings = 0.0
            self._period.start()
        else:
            self._period.stop()
            self._say_nothing()

    def _show(self) -> None:
        newest, readings = self.context.run.newest, self._readings
        self._readings = 0.0
        used = newest.scalars.get("measuring") if newest is not None else None
        if used is None:
            self._say_nothing()
            return
        rate = readings * 1000.0 / PERIOD_MS
        self.setText(
            tr(
                "Measuring {share} · {n} / s",
                share=percent(used),
                n=f"{rate:.0f}" if rate >= 10 else f"{rate:.1f}",
            )
        )

    def _say_nothing(self) -> None:
        share = self.context.run.steering.controls.measuring
        self.setText(tr("Measuring up to {share}", share=f"{plain(100 * share)}%"))

    def _tick(self) -> None:
        for action in self.menu().actions():
            action.setChecked(action.data() == self.context.run.steering.controls.measuring)
