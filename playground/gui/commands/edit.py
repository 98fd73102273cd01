"""The Edit menu: what changes the document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playground.gui.commands.base import Command, on_graph
from playground.gui.graph.align import Side
from playground.i18n import mark, tr

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView
    from playground.gui.main_window import MainWindow

_MENU = "Edit"
STEP = 8.0  # px an arrow key moves a card


def _has_nodes(window: MainWindow) -> bool:
    return bool(window.context.selection.nodes)


def _has_blocks(window: object) -> bool:
    return bool(window.context.document.document.nodes)


def _has_any(window: MainWindow) -> bool:
    return window.graph.has_selection()


def _has_several(window: MainWindow) -> bool:
    return len(window.context.selection.nodes) > 1


def _has_frame(window: MainWindow) -> bool:
    return bool(window.graph.frames_meant())


def _undo(window: MainWindow) -> str:
    what = window.context.document.undo_stack.undoText()
    return tr("Undo: {what}", what=what) if what else tr("Undo")


def _redo(window: MainWindow) -> str:
    what = window.context.document.undo_stack.redoText()
    return tr("Redo: {what}", what=what) if what else tr("Redo")


def _command(
    name: str, title: str, method: str, *shortcuts: str, needs: object = None, line: bool = False
) -> Command:
    return on_graph(
        f"edit.{name}",
        title,
        _MENU,
        lambda view: getattr(view, method)(),
        shortcuts=shortcuts,
        enabled=needs,
        separator=line,
    )


def _connect(view: GraphView) -> None:
    from playground.gui.graph.wiring import open_connect  # the graph knows the commands

    open_connect(view)


def _disconnect(view: GraphView) -> None:
    from playground.gui.graph.wiring import open_disconnect

    open_disconnect(view)


def _choose(name: str, title: str, canvas: Callable[[GraphView], object], *keys: str) -> Command:
    return on_graph(f"edit.{name}", title, _MENU, canvas, submenu=mark("Select"), shortcuts=keys)


def _move(name: str, title: str, dx: int, dy: int) -> Command:
    def nudge(view: GraphView) -> None:
        if view.context.selection.nodes:
            view.editor.nudge(dx * STEP, dy * STEP)
        else:
            view.select_next(0)  # something to move next time

    return on_graph(
        f"edit.move_{name.lower()}", title, _MENU, nudge, submenu=mark("Move"), shortcuts=(name,)
    )


def _align(side: Side, title: str, *shortcuts: str) -> Command:
    return on_graph(
        f"edit.align.{side}",
        title,
        _MENU,
        lambda view: view.align(side),
        submenu=mark("Align"),
        shortcuts=shortcuts,
        enabled=_has_several,
        words=("align",),
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
    _command("insert", mark("Insert block…"), "open_search", "Space", "Tab", line=True),
    on_graph(
        "edit.connect", mark("Connect…"), _MENU, _connect, shortcuts=("C",), enabled=_has_nodes
    ),
    on_graph(
        "edit.disconnect",
        mark("Cut a wire…"),
        _MENU,
        _disconnect,
        shortcuts=("Shift+C",),
        enabled=_has_nodes,
    ),
    _command("note", mark("Add note"), "add_note", "Shift+A"),
    _command("mute", mark("Mute"), "toggle_mute", "M", needs=_has_nodes, line=True),
    _command("freeze", mark("Freeze weights"), "toggle_freeze", "F", needs=_has_nodes),
    _command("arrange", mark("Automatic layout"), "arrange", "L", needs=_has_blocks, line=True),
    _choose("select_all", mark("Select all"), lambda view: view.select_all(), "Ctrl+A"),
    _choose("select_none", mark("Select nothing"), lambda view: view.leave(), "Esc"),
    _choose(
        "select_next",
        mark("Next block"),
        lambda view: view.select_next(1),
        "Ctrl+Right",
        "Ctrl+Down",
    ),
    _choose(
        "select_previous",
        mark("Previous block"),
        lambda view: view.select_next(-1),
        "Ctrl+Left",
        "Ctrl+Up",
    ),
    _choose(
        "select_next_other",
        mark("Next wire, note or frame"),
        lambda view: view.voices.step(1),
        "Ctrl+Shift+Right",
        "Ctrl+Shift+Down",
    ),
    _choose(
        "select_previous_other",
        mark("Previous wire, note or frame"),
        lambda view: view.voices.step(-1),
        "Ctrl+Shift+Left",
        "Ctrl+Shift+Up",
    ),
    _move("Left", mark("Move left"), -1, 0),
    _move("Right", mark("Move right"), 1, 0),
    _move("Up", mark("Move up"), 0, -1),
    _move("Down", mark("Move down"), 0, 1),
    _command(
        "frame", mark("Frame blocks"), "frame_selection", "Ctrl+J", needs=_has_nodes, line=True
    ),
    _command("frame.title", mark("Rename frame…"), "rename_frame", "F2", needs=_has_frame),
    _command("frame.colour", mark("Next colour of the frame"), "recolour_frame", needs=_has_frame),
    _command("frame.leave", mark("Take out of the frame"), "take_out", needs=_has_nodes),
    _command(
        "frame.delete", mark("Delete frame"), "remove_frame", "Ctrl+Shift+J", needs=_has_frame
    ),
    _align("left", mark("Left edges"), "Shift+Left"),
    _align("right", mark("Right edges"), "Shift+Right"),
    _align("top", mark("Upper edges"), "Shift+Up"),
    _align("bottom", mark("Lower edges"), "Shift+Down"),
    _align("middle", mark("In one row")),
    _align("centre", mark("In one column")),
)
