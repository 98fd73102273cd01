"""How a run ended, in words, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from playground.check.problems import Fix
from playground.errors import PlaygroundError
from playground.gui.context import Context
from playground.gui.panels.notices import Offer
from playground.i18n import tr
from playground.train.engine.fate import ProcessLost

PLACE = 1  # in the column of the window: below the bar, above everything else


class RunEnd(QObject):
    """Posts a notice when a run ends; asks what shall become of one that failed and can go on.

    The question goes by itself when the run does anything else. Play asks it again.
    """

    def __init__(self, context: Context, column: QVBoxLayout, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self.column = context, column
        self.offer: Offer | None = None
        self._back: QPushButton | None = None  # takes the run back to its last good step
        self._cure: QPushButton | None = None  # so does this, with a repair of the doctor
        self._fix: Fix | None = None
        context.run.ended.connect(self._on_ended)
        context.run.stuck.connect(self._on_stuck)
        context.run.state_changed.connect(self._on_state)
        context.run.past.changed.connect(self._on_past)

    def _on_ended(self, error: Exception | None) -> None:
        if isinstance(error, ProcessLost):
            self._ask_about_process(error)
        elif self.context.run.last_good is not None:
            self._ask()
        if isinstance(error, PlaygroundError):
            self.context.notices.post(str(error), "error")
        elif error is not None:
            raise error  # a bug: the log and one notice, like everywhere
        else:
            done = tr("All steps are done. Play trains on from here.")
            self.context.notices.post(self.context.run.reason or done)

    def _on_stuck(self) -> None:
        if self.offer is None:
            self._ask()
        if self._back is not None:
            self._back.setFocus()

    def _ask(self) -> None:
        """The loss is no number: back to where it was one, with the doctor's repair or without."""
        run, fix = self.context.run, self._repair()
        self._open(
            tr(
                "The numbers of this run have broken. The same settings will break them again. "
                "Earlier steps can still be seen on the timeline."
            )
        )
        self._fix = fix
        if fix is not None:
            self._cure = self._add("", primary=True)
            self._cure.clicked.connect(lambda: self._go_back(fix))
        self._back = self._add("", primary=fix is None)
        self._back.clicked.connect(lambda: self._go_back(None))
        self._add(tr("Start anew")).clicked.connect(run.start_anew)
        self._add(tr("Not now")).clicked.connect(self._forget)
        self._on_past()

    def _repair(self) -> Fix | None:
        """What the doctor would do first about numbers that are none."""
        found = (f for f in self.context.doctor.findings if f.kind == "not_finite" and f.fixes)
        finding = next(found, None)
        return finding.fixes[0] if finding is not None else None

    def _go_back(self, fix: Fix | None) -> None:
        self.context.run.go_back()
        if fix is not None:  # after the step's own document is there again
            self.context.document.push(fix.title, fix.edit)

    def _on_past(self) -> None:
        step = self.context.run.last_good
        if self._back is None or step is None:
            return
        self._back.setText(tr("Go back to step {n} and go on", n=f"{step:,}"))
        if self._cure is not None and self._fix is not None:
            words = tr("{repair}, from step {n} on", repair=self._fix.title, n=f"{step:,}")
            self._cure.setText(words)

    def _ask_about_process(self, error: ProcessLost) -> None:
        kept, run = error.kept, self.context.run
        self._open(error.message)
        if kept is not None:
            again = self._add(tr("Go on from step {n}", n=f"{kept.step:,}"), primary=True)
            again.clicked.connect(lambda: run.go_on(kept))
        self._add(tr("Start anew"), primary=kept is None).clicked.connect(run.start_anew)
        self._add(tr("Not now")).clicked.connect(self._forget)

    def _open(self, text: str) -> None:
        self._close()
        self.offer = Offer(text)
        self.column.insertWidget(PLACE, self.offer)

    def _add(self, title: str, primary: bool = False) -> QPushButton:
        assert self.offer is not None  # it was opened
        return self.offer.add(title, primary=primary)

    def _on_state(self, state: str) -> None:
        if state != "failed":
            self._close()

    def _close(self) -> None:
        if self.offer is not None:
            self.offer.hide()
            self.offer.deleteLater()
            self._forget()

    def _forget(self) -> None:
        self.offer = self._back = self._cure = self._fix = None
