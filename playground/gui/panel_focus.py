"""F6: from panel to panel with the keyboard, as the canvas keeps Tab for the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from playground.gui.main_window import MainWindow

_ORDER = ("blocks", "data", "inspector", "problems", "history", "lenses", "runs", "log")


def go_on(window: MainWindow, steps: int) -> None:
    """Give the focus to the panel that many places after the one that has it."""
    stops = [(panel, first) for panel in _panels(window) if (first := _first(panel)) is not None]
    if not stops:
        return
    focus = window.focusWidget()
    at = next(
        (n for n, (panel, _) in enumerate(stops) if focus and _holds(panel, focus)),
        -1 if steps > 0 else 0,
    )
    _, first = stops[(at + steps) % len(stops)]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    window.graph.canvas.show_focus(first is window.graph)


def _panels(window: MainWindow) -> list[QWidget]:
    """What can be gone to now, in the order of the window: bar, left, middle, right, foot."""
    if window.pages.currentWidget() is window.start:
        return [window.transport, window.start]
    docks = [window.docks[key] for key in _ORDER]
    panels = [window.transport, *docks[:2], window.graph, *docks[2:], window.timeline]
    return [panel for panel in panels if panel.isVisible()]


def _first(panel: QWidget) -> QWidget | None:
    """The control of a panel that is reached first; its close button only where it has no other."""
    if panel.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return panel
    found = [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.isVisibleTo(panel)
        and widget.focusProxy() is None
    ]

    def place(widget: QWidget) -> tuple[bool, int, int]:
        spot = widget.mapTo(panel, QPoint(0, 0))
        return widget.objectName() == "closeButton", spot.y(), spot.x()

    return min(found, key=place, default=None)


def _holds(panel: QWidget, widget: QWidget) -> bool:
    return panel is widget or panel.isAncestorOf(widget)
