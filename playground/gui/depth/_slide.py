"""The motion of a window over a map: plays, waits while the pointer places it, goes on."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

_WHOLE_MS = 24_000  # for one way over the map, if that is not too fast or too slow
_FASTEST_MS, _SLOWEST_MS = 80, 600


class Slide(QObject):
    """Goes over rows and columns, one cell after the other, and begins anew at the end."""

    moved = Signal()
    toggled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.at = (0, 0)
        self.shape = (1, 1)
        self.playing = False
        self._held = False  # the pointer places the window
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.step)

    def set_shape(self, shape: tuple[int, int]) -> None:
        """The map has this many rows and columns."""
        if shape != self.shape:
            self.shape = shape
            self.at = tuple(min(i, n - 1) for i, n in zip(self.at, shape, strict=True))  # type: ignore[assignment]
            pace = _WHOLE_MS // max(shape[0] * shape[1], 1)
            self._timer.setInterval(min(max(pace, _FASTEST_MS), _SLOWEST_MS))

    def play(self, on: bool) -> None:
        """Move by itself, or stay."""
        if on != self.playing:
            self.playing = on
            self._run()
            self.toggled.emit()

    def hold(self, on: bool) -> None:
        """Stay while the pointer is there."""
        self._held = on
        self._run()

    def show(self, on: bool) -> None:
        """Move only while somebody sees it."""
        self._run(seen=on)

    def put(self, at: tuple[int, int]) -> None:
        """Stand there."""
        inside = tuple(min(max(i, 0), n - 1) for i, n in zip(at, self.shape, strict=True))
        if inside != self.at:
            self.at = inside  # type: ignore[assignment]
            self.moved.emit()

    def step(self) -> None:
        """One cell on."""
        flat = (self.at[0] * self.shape[1] + self.at[1] + 1) % (self.shape[0] * self.shape[1])
        self.put(divmod(flat, self.shape[1]))

    def _run(self, seen: bool = True) -> None:
        if self.playing and not self._held and seen:
            self._timer.start()
        else:
            self._timer.stop()
