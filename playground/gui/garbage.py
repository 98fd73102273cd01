"""Python's cyclic garbage collection, on the GUI thread only.

A collection may happen wherever Python allocates: on the training thread, where a widget must not
die, or in a handler that Qt calls while it walks over all widgets, where one that dies leaves Qt
with a dangling pointer (seen: a crash in `QApplication.setStyle`). So nothing is collected by
itself; a timer of the GUI thread does it between two events.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 250


class GarbageCollector(QObject):
    """Replaces Python's own collection while it lives. There is one, and it belongs to the window.

    The thresholds are Python's, so that short-lived garbage goes soon and the expensive search
    through everything is rare.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect)
        self._timer.start(INTERVAL_MS)

    def keep(self) -> None:
        """Never search what is there now: once torch is loaded and the window stands.

        That is some hundred thousand objects that stay for good; to walk over them takes longer
        than several frames.
        """
        gc.freeze()

    def stop(self) -> None:
        """Give the collection back to Python."""
        self._timer.stop()
        gc.enable()


def collect() -> None:
    """One collection, of the oldest generation whose turn it is; nothing when none is."""
    counts = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, limit) in enumerate(counts) if count > limit]
    if due and due[0] == 0:  # as Python does it: only new objects ask for a collection
        gc.collect(due[-1])
