"""The Help menu."""

from __future__ import annotations

from playground.gui.commands.base import Command
from playground.i18n import mark

_MENU = "Help"

COMMANDS = (
    Command(
        id="help.block",
        title=mark("Help on the selected block"),
        menu=_MENU,
        shortcuts=("F1",),
        run=lambda w: w.docks.show("inspector"),
        enabled=lambda w: bool(w.context.selection.nodes),
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
