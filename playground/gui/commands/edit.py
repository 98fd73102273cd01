"""The Edit menu: what changes the document."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playground.gui.commands.base import Command, on_graph
from playground.gui.commands.wires import later
from playground.gui.graph.align import Side
from playground.i18n import mark, tr

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView
    from playground.gui.main_window import MainWindow

_MENU = "Edit"
STEP = 8.0  # px an arrow key moves a card
NOTE_STEP = 24.0  # px a command changes the size of a note


def _has_nodes(window: MainWindow) -> bool:
    return bool(window.context.selection.nodes)


def _has_blocks(window: object) -> bool:
    return bool(window.context.document.document.nodes)


def _has_copyable(window: MainWindow) -> bool:
    return _has_nodes(window) or _has_note(window)


def _has_any(window: MainWindow) -> bool:
    return window.graph.has_selection()


def _has_several(window: MainWindow) -> bool:
    return len(window.context.selection.nodes) > 1


def _has_frame(window: MainWindow) -> bool:
    return bool(window.graph.frames_meant())


def _has_note(window: MainWindow) -> bool:
    return bool(window.graph.canvas.selected_notes())


def _has_note_or_frame(window: MainWindow) -> bool:
    return _has_note(window) or _has_frame(window)


def _undo(window: MainWindow) -> None:
    """Take back the last thing done: a weight set by hand came after every edit."""
    context = window.context
    if not context.hand.undo_text():
        context.document.undo_stack.undo()
    elif reason := context.hand.undo():
        context.notices.refuse(reason)


def _redo(window: MainWindow) -> None:
    context = window.context
    if not context.hand.redo_text():
        context.document.undo_stack.redo()
    elif reason := context.hand.redo():
        context.notices.refuse(reason)


def _can_undo(window: MainWindow) -> bool:
    return bool(window.context.hand.undo_text()) or window.context.document.undo_stack.canUndo()


def _can_redo(window: MainWindow) -> bool:
    return bool(window.context.hand.redo_text()) or window.context.document.undo_stack.canRedo()


def _undo_label(window: MainWindow) -> str:
    context = window.context
    what = context.hand.undo_text() or context.document.undo_stack.undoText()
    return tr("Undo: {what}", what=what) if what else tr("Undo")


def _redo_label(window: MainWindow) -> str:
    context = window.context
    what = context.hand.redo_text() or context.document.undo_stack.redoText()
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


def _choose(name: str, title: str, canvas: Callable[[GraphView], object], *keys: str) -> Command:
    return on_graph(f"edit.{name}", title, _MENU, canvas, submenu=mark("Select"), shortcuts=keys)


def _move(name: str, title: str, dx: int, dy: int) -> Command:
    nudge = later("by_keys", "nudge", dx * STEP, dy * STEP)
    return on_graph(
        f"edit.move_{name.lower()}", title, _MENU, nudge, submenu=mark("Move"), shortcuts=(name,)
    )


def _resize(name: str, title: str, dx: int, dy: int) -> Command:
    return on_graph(
        f"edit.note.{name}",
        title,
        _MENU,
        later("by_keys", "resize_note", dx * NOTE_STEP, dy * NOTE_STEP),
        submenu=mark("Size of the note"),
        enabled=_has_note,
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
        run=_undo,
        enabled=_can_undo,
        label=_undo_label,
    ),
    Command(
        id="edit.redo",
        title=mark("Redo"),
        menu=_MENU,
        shortcuts=("Ctrl+Shift+Z", "Ctrl+Y"),
        run=_redo,
        enabled=_can_redo,
        label=_redo_label,
    ),
    _command("cut", mark("Cut"), "cut", "Ctrl+X", needs=_has_copyable, line=True),
    _command("copy", mark("Copy"), "copy", "Ctrl+C", needs=_has_copyable),
    _command("paste", mark("Paste"), "paste", "Ctrl+V"),
    _command("duplicate", mark("Duplicate"), "duplicate", "Ctrl+D", needs=_has_copyable),
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
    on_graph(
        "edit.frame.title",
        mark("Write the note or the title of the frame…"),
        _MENU,
        later("by_keys", "write"),
        shortcuts=("F2",),
        enabled=_has_note_or_frame,
        words=("rename", "edit"),
    ),
    _command("frame.colour", mark("Next colour of the frame"), "recolour_frame", needs=_has_frame),
    _command("frame.leave", mark("Take out of the frame"), "take_out", needs=_has_nodes),
    _command(
        "frame.delete", mark("Delete frame"), "remove_frame", "Ctrl+Shift+J", needs=_has_frame
    ),
    _resize("wider", mark("Wider"), 1, 0),
    _resize("narrower", mark("Narrower"), -1, 0),
    _resize("higher", mark("Higher"), 0, 1),
    _resize("lower", mark("Lower"), 0, -1),
    _align("left", mark("Left edges"), "Shift+Left"),
    _align("right", mark("Right edges"), "Shift+Right"),
    _align("top", mark("Upper edges"), "Shift+Up"),
    _align("bottom", mark("Lower edges"), "Shift+Down"),
    _align("middle", mark("In one row")),
    _align("centre", mark("In one column")),
)
