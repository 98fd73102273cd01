"""Into a block and out again: layer, neuron, arithmetic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.gui.commands.base import Command, on_graph
from playground.i18n import mark

if TYPE_CHECKING:
    from playground.gui.main_window import MainWindow

_SUBMENU = mark("Into the block")
_WORDS = ("depth", "layer", "neuron", "arithmetic", "open")


def _can_open(window: MainWindow) -> bool:
    depth, id = window.context.depth, window.context.selection.node
    return bool(depth.place.node or depth.can_open(id) or window.graph.composites_chosen())


def _is_open(window: MainWindow) -> bool:
    return bool(window.context.depth.place.node)


COMMANDS: tuple[Command, ...] = (
    on_graph(
        "view.depth.deeper",
        mark("Open the block, or go deeper"),
        "View",
        lambda view: view.opened.deeper(),
        submenu=_SUBMENU,
        shortcuts=("Return", "Enter"),
        enabled=_can_open,
        words=_WORDS,
    ),
    on_graph(
        "view.depth.up",
        mark("One level up, out of the block"),
        "View",
        lambda view: view.context.depth.up(),
        submenu=_SUBMENU,
        shortcuts=("Shift+Return", "Shift+Enter"),
        enabled=_is_open,
        words=_WORDS,
    ),
    on_graph(
        "view.depth.close",
        mark("Back to the overview"),
        "View",
        lambda view: view.context.depth.close(),
        submenu=_SUBMENU,
        enabled=_is_open,
        words=_WORDS,
    ),
)
