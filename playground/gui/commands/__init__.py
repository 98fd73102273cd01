"""Commands as data: menus, buttons, shortcuts and the command palette derive from one list."""

from __future__ import annotations

from playground.gui.commands import (
    canvas,
    chain_rule,
    composites,
    depth,
    edit,
    file,
    help,
    layout,
    run,
    view,
    wires,
)
from playground.gui.commands.base import Actions, Command

COMMANDS: tuple[Command, ...] = (
    *file.COMMANDS,
    *edit.COMMANDS,
    *layout.COMMANDS,
    *wires.COMMANDS,
    *composites.COMMANDS,
    *view.COMMANDS,
    *depth.COMMANDS,
    *chain_rule.COMMANDS,
    *canvas.COMMANDS,
    *run.COMMANDS,
    *help.COMMANDS,
)

__all__ = ["COMMANDS", "Actions", "Command"]
