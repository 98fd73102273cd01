"""Tells what became of edits while a network trains."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from playground.gui.context import Context
from playground.i18n import tr
from playground.telemetry.snapshot import Event

QUIET_MS = 400  # a slider that moves all the time is told once it rests


class EditNotices(QObject):
    """Tells the user what a run made of an edit, once it has come to rest."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._notices = context.notices
        self._event: Event | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(QUIET_MS)
        self._rest.timeout.connect(self._tell)
        context.run.happened.connect(self._on_event)

    def _on_event(self, event: Event) -> None:
        if event.kind in ("saved", "failed"):
            return  # whoever asked for the file tells it
        if event.kind == "refused":
            self._event = None
            self._notices.post(event.text, "warning")
            return
        self._event = event
        self._rest.start()

    def _tell(self) -> None:
        event, self._event = self._event, None
        if event is None:
            return
        if event.kind == "note":
            self._notices.post(event.text)
        elif event.text:
            words = tr("From step {step} on: {changes}", step=f"{event.step:,}", changes=event.text)
            self._notices.post(words)
