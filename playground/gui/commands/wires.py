"""Wires, in the Edit menu: what the mouse draws, drops and cuts, for the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from playground.gui.commands.base import Command, on_graph
from playground.i18n import mark

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView
    from playground.gui.main_window import MainWindow

_MENU = "Edit"


def later(module: str, name: str, *args: object) -> Callable[[GraphView], object]:
    """A function of the canvas that is imported when it is used: the graph knows the commands."""

    def run(view: GraphView) -> object:
        return getattr(import_module(f"playground.gui.graph.{module}"), name)(view, *args)

    return run


def _has_nodes(window: MainWindow) -> bool:
    return bool(window.context.selection.nodes)


def _command(
    name: str,
    title: str,
    canvas: Callable[[GraphView], object],
    *shortcuts: str,
    line: bool = False,
) -> Command:
    return on_graph(
        f"edit.{name}",
        title,
        _MENU,
        canvas,
        submenu=mark("Wires"),
        shortcuts=shortcuts,
        enabled=_has_nodes,
        separator=line,
        words=("wire", "link", "edge"),
    )


COMMANDS = (
    _command("connect", mark("Connect…"), later("wiring", "open_connect"), "C"),
    _command("disconnect", mark("Cut a wire…"), later("wiring", "open_disconnect"), "Shift+C"),
    _command(
        "put_into_wire",
        mark("Put the block into a wire…"),
        later("by_keys", "open_put_into_wire"),
        "I",
        line=True,
    ),
    _command(
        "lift_out",
        mark("Take out of the chain"),
        lambda view: view.editor.lift_out(),
        "Shift+X",
    ),
)
