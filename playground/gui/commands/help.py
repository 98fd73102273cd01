"""The Help menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.gui.commands.base import Command
from playground.i18n import mark

if TYPE_CHECKING:
    from playground.gui.main_window import MainWindow

_MENU = "Help"


def _explain(window: MainWindow) -> None:
    from playground.gui.panels.block_help import BlockHelp  # panels know the commands

    node = window.context.level.document.node(window.context.selection.node)
    BlockHelp(window.context, node.block, window).open()


def _shortcuts(window: MainWindow) -> None:
    from playground.gui.panels.shortcuts import ShortcutsDialog

    ShortcutsDialog(window.context.shortcuts, window).open()


COMMANDS = (
    Command(
        id="help.block",
        title=mark("Help on the selected block"),
        menu=_MENU,
        shortcuts=("F1",),
        run=_explain,
        enabled=lambda w: bool(w.context.selection.nodes),
        words=("formula", "source", "explain"),
    ),
    Command(
        id="help.shortcuts",
        title=mark("Keyboard shortcuts…"),
        menu=_MENU,
        run=_shortcuts,
        words=("keys", "hotkeys", "bindings"),
    ),
    Command(
        id="help.logs",
        title=mark("Open the folder of log files"),
        menu=_MENU,
        run=lambda w: w.files.open_logs(),
    ),
    Command(
        id="help.about",
        title=mark("About Neural Playground"),
        menu=_MENU,
        separator=True,
        run=lambda w: w.files.about(),
    ),
)
