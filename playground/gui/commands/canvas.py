"""The canvas, in the View menu: shifting what is seen, and what dragged things snap to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.gui.commands.base import Command, on_graph
from playground.gui.commands.wires import later
from playground.i18n import mark

if TYPE_CHECKING:
    from playground.gui.main_window import MainWindow

_MENU = "View"


def _pan(name: str, title: str, dx: int, dy: int) -> Command:
    return on_graph(
        f"view.pan_{name.lower()}",
        title,
        _MENU,
        later("by_keys", "pan", dx, dy),
        submenu=mark("Shift the view"),
        shortcuts=(f"Alt+Shift+{name}",),
        words=("pan", "scroll"),
    )


def _switch(name: str, title: str, *shortcuts: str, line: bool = False) -> Command:
    def toggle(window: MainWindow) -> None:
        setattr(window.preferences, name, not getattr(window.preferences, name))

    return Command(
        id=f"view.{name}",
        title=title,
        menu=_MENU,
        run=toggle,
        shortcuts=shortcuts,
        checked=lambda window: getattr(window.preferences, name),
        separator=line,
        words=("guides", "alignment", "snap"),
    )


COMMANDS = (
    _pan("Left", mark("View to the left"), -1, 0),
    _pan("Right", mark("View to the right"), 1, 0),
    _pan("Up", mark("View up"), 0, -1),
    _pan("Down", mark("View down"), 0, 1),
    _switch("snap", mark("Snap to other cards"), "Ctrl+;", line=True),
    _switch("snap_grid", mark("Snap to the grid"), "Ctrl+'"),
)
