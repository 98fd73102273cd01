"""How a run ended, in words, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout

from playground.errors import PlaygroundError
from playground.gui.context import Context
from playground.gui.panels.notices import Offer
from playground.i18n import tr
from playground.train.engine.fate import ProcessLost

PLACE = 1  # in the column of the window: below the bar, above everything else


class RunEnd(QObject):
    """Posts a notice when a run ends; asks what shall become of one whose process is gone.

    The question goes by itself when the run does anything else.
    """

    def __init__(self, context: Context, column: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.column = context, column
        self.offer: Offer | None = None
        context.run.ended.connect(self._on_ended)
        context.run.state_changed.connect(self._on_state)

    def _on_ended(self, error: Exception | None) -> None:
        if isinstance(error, ProcessLost):
            self._ask(error)
        if isinstance(error, PlaygroundError):
            self.context.notices.post(str(error), "error")
        elif error is not None:
            raise error  # a bug: the log and one notice, like everywhere
        else:
            done = tr("All steps are done. Play trains on from here.")
            self.context.notices.post(self.context.run.reason or done)

    def _ask(self, error: ProcessLost) -> None:
        offer = self.offer = Offer(error.message)
        kept, run = error.kept, self.context.run
        if kept is not None:
            again = offer.add(tr("Go on from step {n}", n=f"{kept.step:,}"), primary=True)
            again.clicked.connect(lambda: run.go_on(kept))
        offer.add(tr("Start anew"), primary=kept is None).clicked.connect(run.play)
        offer.add(tr("Not now")).clicked.connect(self._forget)
        self.column.insertWidget(PLACE, offer)

    def _on_state(self, state: str) -> None:
        if self.offer is not None and state != "failed":
            self.offer.hide()
            self.offer.deleteLater()
            self._forget()

    def _forget(self) -> None:
        self.offer = None
