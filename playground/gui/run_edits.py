"""Hands edits of the document to the run, and says what became of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping

from PySide6.QtCore import QObject

from playground.data.base import Field
from playground.document.model import Document
from playground.gui.document_model import DocumentModel
from playground.telemetry.snapshot import Event
from playground.train.controls import Steering
from playground.train.restart import why_restart

REMEMBERED = 256  # documents of a run that an undo may come back to


class RunEdits(QObject):
    """Which document the run should go on with, and why it cannot, if it cannot.

    Attributes
    ----------
    identity : bool
        New layers start by handing on what they take, where their shapes allow that.
    reason : str
        What needs a reset, in the user's language; "" when nothing does.
    broken : bool
        The document has errors, so the run goes on with its last good one.
    """

    def __init__(self, model: DocumentModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.identity, self.reason, self.broken = False, "", False
        self._model = model
        self._wanted: Document | None = None  # the newest that was handed over
        self._fields: Mapping[str, Field] = {}  # of the data in training
        self._asked: dict[int, tuple[Document, Mapping[str, Field]]] = {}  # without an answer yet
        self._known: deque[Document] = deque(maxlen=REMEMBERED)

    def toggle_identity(self) -> None:
        """Whether layers that are put in while it trains start by handing on what they take."""
        self.identity = not self.identity

    def begin(self) -> None:
        """A new run of the document as it is."""
        self._wanted, self._fields = self._model.document, self._model.report.fields
        self._asked.clear()
        self._known.clear()
        self._known.append(self._wanted)
        self.reason, self.broken = "", False

    def offer(self, steering: Steering, trained: Document) -> None:
        """Have the run go on with the document, when it is another one and can be trained."""
        document, report = self._model.document, self._model.report
        self.broken = not report.ok and not self._model.reading
        if not report.ok:
            return
        self.reason = why_restart(trained, document, self._fields, report.fields)
        wanted = self._wanted
        if self.reason or (wanted and training_part(wanted) == training_part(document)):
            return
        back = any(document is known for known in self._known)
        number = steering.go_on_with(document, back=back, identity=self.identity)
        self._wanted = document
        self._asked[number] = document, report.fields
        self._known.append(document)

    def answer(self, event: Event) -> Document | None:
        """What an event means: the document that is trained from now on, or None."""
        asked = self._asked.pop(event.number, None)
        for number in [number for number in self._asked if number < event.number]:
            del self._asked[number]  # a newer one took its place
        if event.kind == "refused" and not self._asked:
            self.reason = event.text
        if event.kind != "edited" or asked is None:
            return None
        self.reason = ""
        document, self._fields = asked
        return document


def training_part(document: Document) -> tuple[object, ...]:
    """What a network and its training are made from: not positions, titles, notes or the view."""
    nodes = tuple((n.id, n.block, n.params, n.muted, n.frozen, n.penalty) for n in document.nodes)
    return nodes, document.wires, document.composites, document.data, document.train
