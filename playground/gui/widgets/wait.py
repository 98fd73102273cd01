"""Work that stops the window for a moment: said before, so that nobody wonders."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication


@contextmanager
def waiting(say: Callable[[], None]) -> Iterator[None]:
    """Let `say` announce the work and show that, with the wait cursor, before the work begins."""
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        say()
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        yield
    finally:
        QApplication.restoreOverrideCursor()
