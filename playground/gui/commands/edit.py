"""The Edit menu: what changes the document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playground.gui.commands.base import Command
from playground.i18n import mark, tr

if TYPE_CHECKING:
    from playground.gui.main_window import MainWindow

_MENU = "Edit"


def _on_graph(method: str) -> Callable[..., object]:
    return lambda window: getattr(window.graph, method)()


def _has_nodes(window: MainWindow) -> bool:
    return bool(window.context.selection.nodes)


def _has_blocks(window: object) -> bool:
    return bool(window.context.document.document.nodes)


def _has_any(window: MainWindow) -> bool:
    return bool(window.context.selection.nodes or window.context.selection.wires)


def _undo(window: MainWindow) -> str:
    what = window.context.document.undo_stack.undoText()
    return tr("Undo: {what}", what=what) if what else tr("Undo")


def _redo(window: MainWindow) -> str:
    what = window.context.document.undo_stack.redoText()
    return tr("Redo: {what}", what=what) if what else tr("Redo")


def _command(
    name: str, title: str, method: str, *shortcuts: str, needs: object = None, line: bool = False
) -> Command:
    return Command(
        id=f"edit.{name}",
        title=title,
        menu=_MENU,
        shortcuts=shortcuts,
        scope="graph",
        run=_on_graph(method),
        enabled=needs,
        separator=line,
    )


COMMANDS = (
    Command(
        id="edit.undo",
        title=mark("Undo"),
        menu=_MENU,
        shortcuts=("Ctrl+Z",),
        run=lambda w: w.context.document.undo_stack.undo(),
        enabled=lambda w: w.context.document.undo_stack.canUndo(),
        label=_undo,
    ),
    Command(
        id="edit.redo",
        title=mark("Redo"),
        menu=_MENU,
        shortcuts=("Ctrl+Shift+Z", "Ctrl+Y"),
        run=lambda w: w.context.document.undo_stack.redo(),
        enabled=lambda w: w.context.document.undo_stack.canRedo(),
        label=_redo,
    ),
    _command("cut", mark("Cut"), "cut", "Ctrl+X", needs=_has_nodes, line=True),
    _command("copy", mark("Copy"), "copy", "Ctrl+C", needs=_has_nodes),
    _command("paste", mark("Paste"), "paste", "Ctrl+V"),
    _command("duplicate", mark("Duplicate"), "duplicate", "Ctrl+D", needs=_has_nodes),
    _command(
        "delete", mark("Delete"), "delete_selected", "Del", "Backspace", needs=_has_any, line=True
    ),
    _command(
        "delete_reconnect",
        mark("Delete and reconnect"),
        "delete_and_reconnect",
        "X",
        "Ctrl+Del",
        needs=_has_nodes,
    ),
    _command("select_all", mark("Select all"), "select_all", "Ctrl+A"),
    _command("insert", mark("Insert block…"), "open_search", "Space", "Tab", line=True),
    _command("note", mark("Add note"), "add_note", "Shift+A"),
    _command("mute", mark("Mute"), "toggle_mute", "M", needs=_has_nodes, line=True),
    _command("freeze", mark("Freeze weights"), "toggle_freeze", "F", needs=_has_nodes),
    _command("arrange", mark("Automatic layout"), "arrange", "L", needs=_has_blocks, line=True),
)
