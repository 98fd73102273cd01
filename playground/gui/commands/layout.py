"""Edit > Layout: where automatic layout lets the data flow, and what it leaves alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.document.layout import Direction
from playground.gui.commands.base import Command, on_graph
from playground.i18n import mark

if TYPE_CHECKING:
    from playground.gui.main_window import MainWindow

_WORDS = ("layout", "arrange", "tidy")


def _layout(
    name: str, title: str, direction: Direction | None, *keys: str, wrapped: bool = True
) -> Command:
    return on_graph(
        f"edit.arrange.{name}",
        title,
        "Edit",
        lambda view: view.arranger.arrange(direction, wrapped=wrapped),
        submenu=mark("Layout"),
        shortcuts=keys,
        enabled=lambda w: bool(w.graph.context.document.document.nodes),
        words=_WORDS,
    )


def _is_pinned(window: MainWindow) -> bool:
    return window.graph.arranger.all_pinned()


COMMANDS = (
    _layout("right", mark("From left to right"), "right"),
    _layout("down", mark("From top to bottom"), "down", "Shift+L"),
    _layout("line", mark("Without rows"), None, wrapped=False),
    on_graph(
        "edit.pin",
        mark("Pin in place"),
        "Edit",
        lambda view: view.arranger.toggle_pin(),
        submenu=mark("Layout"),
        shortcuts=("N",),
        enabled=lambda w: bool(w.graph.context.selection.nodes),
        checked=_is_pinned,
        separator=True,
        words=_WORDS,
    ),
)
