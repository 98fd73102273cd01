"""Composites: making them, going into them, what is repeated."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playground.gui.commands.base import Command, on_graph
from playground.i18n import mark

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView
    from playground.gui.main_window import MainWindow

_MENU = "Edit"
_SUBMENU = mark("Composite")


def _has_nodes(window: MainWindow) -> bool:
    return bool(window.context.selection.nodes)


def _has_composite(window: MainWindow) -> bool:
    return bool(window.graph.composite_meant())


def _has_chosen(window: MainWindow) -> bool:
    return bool(window.graph.composites_chosen())


def _is_linked(window: MainWindow) -> bool:
    from playground.gui.graph.composing import is_linked  # the graph knows the commands

    return any(is_linked(window.graph, path) for path in window.graph.composites_meant())


def _open_repeats(view: GraphView) -> None:
    from playground.gui.graph.folding import open_repeats  # the graph knows the commands

    open_repeats(view)


def _is_repeated(window: MainWindow) -> bool:
    place = window.context.level.place
    return any(path.rpartition(".")[2].isdigit() for path in (place.inside, *place.opened))


def _is_inside(window: MainWindow) -> bool:
    return bool(window.context.level.inside)


def _composing(name: str) -> Callable[[GraphView], object]:
    def do(view: GraphView) -> None:
        from playground.gui.graph import composing  # the graph knows the commands

        getattr(composing, name)(view)

    return do


def _command(
    name: str,
    title: str,
    canvas: Callable[[GraphView], object],
    *shortcuts: str,
    needs: Callable[[MainWindow], bool] | None = None,
    line: bool = False,
) -> Command:
    return on_graph(
        f"edit.composite.{name}",
        title,
        _MENU,
        canvas,
        submenu=_SUBMENU,
        shortcuts=shortcuts,
        enabled=needs,
        separator=line,
        words=("composite", "group", "module"),
    )


COMMANDS = (
    _command(
        "group",
        mark("Group into a composite"),
        lambda view: view.group_selection(),
        "Ctrl+G",
        needs=_has_nodes,
    ),
    _command(
        "unpack",
        mark("Unpack the composite"),
        _composing("unpack"),
        "Ctrl+Shift+G",
        needs=_has_composite,
    ),
    _command(
        "open",
        mark("Open the composite"),
        lambda view: view.open_composite(),
        needs=_has_chosen,
        line=True,
    ),
    _command(
        "in_place",
        mark("Open or close in place"),
        lambda view: view.toggle_in_place(),
        "Ctrl+Return",
        "Ctrl+Enter",
        needs=lambda window: window.graph.can_toggle(),
    ),
    _command("up", mark("One level up"), lambda view: view.go_up(), "Alt+Up", needs=_is_inside),
    _command(
        "next", mark("Next copy"), lambda view: view.turn_copy(1), "PgDown", needs=_is_repeated
    ),
    _command(
        "previous",
        mark("Previous copy"),
        lambda view: view.turn_copy(-1),
        "PgUp",
        needs=_is_repeated,
    ),
    _command(
        "rename",
        mark("Rename the composite…"),
        _composing("rename"),
        needs=_has_composite,
        line=True,
    ),
    _command(
        "detach",
        mark("Detach from the linked ones"),
        _composing("detach"),
        needs=_is_linked,
    ),
    _command(
        "fold",
        mark("Find repeats and fold…"),
        _open_repeats,
        "Ctrl+Alt+G",
        needs=lambda window: bool(window.context.document.document.nodes),
        line=True,
    ),
)
