"""Do something whenever it is asked for, but not all the time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

NUMBERS_MS = 200  # numbers that change more often than 5 times a second cannot be read


class Paced(QObject):
    """Calls an action at once, or when the pause since the last call is over.

    Wishes during a pause become one call at its end, so that the last one is never left out.

    Parameters
    ----------
    action : callable
        Takes no arguments; those of a wish are dropped, so that any signal can be one.
    pause_ms : int
        From one call to the next, at least.
    parent : QObject
        With it the pause ends.
    """

    def __init__(self, action: Callable[[], object], pause_ms: int, parent: QObject) -> None:
        super().__init__(parent)
        self._action, self._late = action, False
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self._on_over)

    @property
    def waiting(self) -> bool:
        """Whether the pause goes on."""
        return self._pause.isActive()

    def __call__(self, *_news: object) -> None:
        """Act soon."""
        if self.waiting:
            self._late = True
        else:
            self.now()

    def now(self) -> None:
        """Act at once, pause or not."""
        self._late = False
        self._pause.start()
        self._action()

    def again(self) -> None:
        """Act once more after the pause: the action itself asks for it."""
        self._late = True

    def stop(self) -> None:
        """Forget what was asked for."""
        self._late = False
        self._pause.stop()

    def _on_over(self) -> None:
        if self._late:
            self.now()
