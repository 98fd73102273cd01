"""Cards glide to new places: what is seen follows the document a moment later."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from playground.document.model import Document
from playground.gui.settings import Preferences

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage

_MS = 250
_MOST = 300  # cards; more do not glide smoothly

Places = Mapping[str, tuple[float, float]]


class Glide(QObject):
    """One motion at a time. The document has its new state at once; anything else ends it."""

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self.view = view
        self._from: Places = {}
        self._then: Callable[[], object] | None = None
        self._mine = False  # the change of the document is the one that is shown as a motion
        self._time = QVariantAnimation(self)
        self._time.setStartValue(0.0)
        self._time.setEndValue(1.0)
        self._time.setDuration(_MS)
        self._time.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._time.valueChanged.connect(self._show)
        self._time.finished.connect(self._arrive)
        view.context.document.changed.connect(self._on_changed)

    @property
    def running(self) -> bool:
        """Whether cards are on their way."""
        return self._time.state() == QVariantAnimation.State.Running

    @contextmanager
    def motion(self) -> Iterator[None]:
        """Show as a motion where the edit that is done in here moves cards to."""
        self.stop()
        before = {node.id: node.at for node in self.view.context.document.document.nodes}
        self._mine = True
        try:
            yield
        finally:
            self._mine = False
        by_id = self.view.context.document.document.by_id
        self._from = {id: at for id, at in before.items() if id in by_id and by_id[id].at != at}
        calm = Preferences(self.view.context.settings).reduced_motion
        if self._from and len(self._from) <= _MOST and self.view.isVisible() and not calm:
            self._show(0.0)
            self._time.start()
        else:
            self._arrive()

    def afterwards(self, then: Callable[[], object]) -> None:
        """Call it when cards have arrived, now when none is on its way; never after a `stop`."""
        if self.running:
            self._then = then
        else:
            then()

    def stop(self) -> None:
        """Put the cards where the document says they are."""
        if self.running:
            self._time.stop()
            self.view.canvas.settle(self._from)
            self._then = None

    def _show(self, share: float) -> None:
        if self.view.busy:
            self.stop()
            return
        by_id = self.view.context.document.document.by_id
        places = {}
        for id, (x, y) in self._from.items():
            u, v = by_id[id].at
            places[id] = (x + (u - x) * share, y + (v - y) * share)
        self.view.canvas.drag(places)

    def _arrive(self) -> None:
        self.view.canvas.settle(self._from)
        self.view.canvas.reshaped.emit()
        then, self._then = self._then, None
        if then is not None:
            then()

    def _on_changed(self, old: Document, new: Document) -> None:
        if not self._mine:
            self.stop()
