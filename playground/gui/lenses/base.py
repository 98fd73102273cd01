"""What a lens is: a live view of a run that asks for measurements only while it can be seen."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from playground.gui.context import Context
from playground.gui.truth import Reading
from playground.i18n import tr
from playground.registry import lenses
from playground.telemetry.probes.base import Probe
from playground.telemetry.snapshot import Snapshot

__all__ = ["Lens", "Probe", "Snapshot", "lens"]


class Lens(QWidget):
    """A live view. A subclass builds its widgets into `self.body` and overrides the methods below.

    The base subscribes the probes while the lens is visible, skips snapshots nobody sees, and
    turns an exception of a subclass into a message inside the lens.
    """

    key: ClassVar[str] = ""
    title: ClassVar[str] = ""  # English; pass through tr
    needs_node: ClassVar[bool] = False  # a lens on one block, "weights/conv1"
    needs_run: ClassVar[bool] = True  # False: it has something to show without a training

    def __init__(self, context: Context, node: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context, self.node = context, node
        self.body = QWidget()
        self._message = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._message.setObjectName("lensMessage")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._message)
        self._stack.addWidget(self.body)
        context.run.snapshot.connect(self._on_snapshot)
        context.run.rows.connect(self._on_rows)
        context.run.restarted.connect(self._on_restarted)
        context.theme.changed.connect(self._on_theme)
        self._waiting = self.needs_run
        self._stack.setCurrentWidget(self._message if self.needs_run else self.body)
        self._seen: dict[str, Any] = {}  # arrays drawn last
        self._failed = ""  # the exception told last

    def probes(self) -> Iterable[Probe]:
        """What the worker should measure while this lens is visible; may be empty."""
        return ()

    def waits_for(self) -> str:
        """What an empty lens says, in the user's language."""
        return tr("Press Play: this view fills while the network trains.")

    def _wait(self) -> None:
        if not self.needs_run:
            return
        broken = not self.context.document.report.ok
        repair = tr("Repair the network first: then this view has something to show.")
        self.say(repair if broken else self.waits_for())

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        """Draw the newest snapshot; False when it held nothing for this lens."""
        return False

    def on_rows(self, rows: list[Any]) -> bool:
        """Draw new scalar rows (see `context.run.history`); False when none were of interest."""
        return False

    def on_restarted(self) -> None:
        """A new run begins: forget the old one's curves."""

    def readings(self) -> list[Reading]:
        """Everything that is shown now and what it claims to be; a test compares both."""
        raise NotImplementedError(f"{type(self).__name__} does not say what it shows")

    def retheme(self) -> None:
        """The colours changed: repaint what does not come from Qt's palette."""

    def retranslate(self) -> None:
        """The language changed: set every text again."""

    @property
    def is_filled(self) -> bool:
        """Whether there is something to see."""
        return not self._waiting

    def refresh_probes(self) -> None:
        """Call it when what `probes` returns has changed."""
        if self.isVisible():
            self.context.run.watch(self, self.probes())

    def say(self, text: str) -> None:
        """Show a message instead of the picture."""
        self._waiting = True
        self._seen = {}
        self._message.setText(text)
        self._stack.setCurrentWidget(self._message)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.context.run.watch(self, self.probes())
        if self._waiting:
            self._wait()
        if self.context.run.shown is not None:
            self._on_rows([])
            self._on_snapshot(self.context.run.shown)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.underMouse():  # nobody tells a hidden view that the pointer left it
            self.context.cursor.clear()
        self.context.run.unwatch(self)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DeferredDelete:
            self.hide()  # while it can still let go of what it points at and measures
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._guard(self.retranslate)
            if self._waiting:
                self._wait()

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if self.isVisible() and self._is_news(snapshot):
            self._draw(lambda: self.on_snapshot(snapshot))

    def _is_news(self, snapshot: Snapshot) -> bool:
        """Whether an array of this lens's probes is another than last time."""
        names = {probe.name for probe in self.probes()}
        arrays = {n: a for n, a in snapshot.arrays.items() if n.partition("/")[0] in names}
        seen, self._seen = self._seen, arrays
        return not arrays or any(array is not seen.get(name) for name, array in arrays.items())

    def _on_rows(self, rows: list[Any]) -> None:
        if self.isVisible():
            self._draw(lambda: self.on_rows(rows))

    def _on_restarted(self, _run: int) -> None:
        self._guard(self.on_restarted)
        self._wait()

    def _on_theme(self) -> None:
        self._guard(self.retheme)

    def _draw(self, draw: Callable[[], bool]) -> None:
        if self._guard(draw):
            self._waiting = False
            self._stack.setCurrentWidget(self.body)

    def _guard(self, action: Callable[[], Any]) -> Any:
        try:
            return action()
        except Exception as error:  # one broken lens must not take the window with it
            if repr(error) != self._failed:  # once, not thirty times a second
                self._failed = repr(error)
                logging.getLogger(__name__).exception("lens %s", self.key)
            self.say(tr("This view cannot be drawn: {error}", error=error))
            return None


L = TypeVar("L", bound=type[Lens])


def lens(key: str, *, title: str) -> Callable[[L], L]:
    """Register a lens class under `key`."""

    def register(cls: L) -> L:
        cls.key, cls.title = key, title
        lenses.add(key, cls)
        return cls

    return register
