"""Commands as data: menus, buttons, shortcuts and the command palette derive from one list."""

from __future__ import annotations

from playground.gui.commands import (
    canvas,
    chain_rule,
    composites,
    data,
    depth,
    edit,
    file,
    help,
    layout,
    penalty,
    race,
    run,
    view,
    wires,
)
from playground.gui.commands.base import Actions, Command

COMMANDS: tuple[Command, ...] = (
    *file.COMMANDS,
    *edit.COMMANDS,
    *penalty.COMMANDS,
    *layout.COMMANDS,
    *wires.COMMANDS,
    *composites.COMMANDS,
    *data.COMMANDS,
    *view.COMMANDS,
    *depth.COMMANDS,
    *chain_rule.COMMANDS,
    *race.COMMANDS,
    *canvas.COMMANDS,
    *run.COMMANDS,
    *help.COMMANDS,
)

__all__ = ["COMMANDS", "Actions", "Command"]
