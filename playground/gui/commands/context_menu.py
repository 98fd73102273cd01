"""The menu at the pointer: those of the commands that concern what was clicked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.commands.base import Actions

_LINE = ""
_PENALTY = "edit.penalty."  # all of them, as a menu of their own
_BLOCK = (
    "view.depth.deeper",
    _LINE,
    "edit.cut",
    "edit.copy",
    "edit.duplicate",
    "edit.delete",
    "edit.delete_reconnect",
    _LINE,
    "edit.connect",
    "edit.put_into_wire",
    "edit.lift_out",
    _LINE,
    "edit.mute",
    "edit.freeze",
    _PENALTY,
    "edit.frame",
    _LINE,
    "edit.composite.open",
    "edit.composite.in_place",
    "edit.composite.rename",
    "edit.composite.detach",
    "edit.composite.group",
    "edit.composite.unpack",
    _LINE,
    "edit.arrange",
    "view.fit_selection",
    "help.block",
)
_WIRE = ("edit.insert", "edit.delete")
_NOTE = ("edit.composite.in_place", "edit.frame.title", "edit.frame.colour", "edit.delete")
_CANVAS = (
    "edit.insert",
    "edit.note",
    "edit.paste",
    _LINE,
    "edit.select_all",
    "edit.arrange",
    "edit.composite.up",
    "edit.composite.fold",
    "view.fit_all",
)
PARTS = {"block": _BLOCK, "wire": _WIRE, "note": _NOTE, "canvas": _CANVAS}


class ContextMenu(QObject):
    """Opens when the canvas asks for it: a right click without a drag, or the menu key."""

    def __init__(self, actions: Actions) -> None:
        super().__init__(actions)
        self.actions = actions
        actions.window.graph.menu_requested.connect(self.open)

    def open(self, part: str, place: QPoint) -> None:
        """Show the commands for a part of the canvas at a place of the screen."""
        self.actions.refresh()
        menu = QMenu(self.actions.window)
        for id in PARTS[part]:
            if id == _LINE:
                menu.addSeparator()
            elif id.endswith("."):
                self._add_submenu(menu, id)
            elif id in self.actions.actions and self.actions.actions[id].isEnabled():
                menu.addAction(self.actions.actions[id])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _add_submenu(self, menu: QMenu, start: str) -> None:
        """The menu of those commands whose ids begin so, when any can be done."""
        ids = [id for id in self.actions.actions if id.startswith(start)]
        if any(self.actions.actions[id].isEnabled() for id in ids):
            inner = menu.addMenu(tr(self.actions.commands[ids[0]].submenu))
            inner.addActions([self.actions.actions[id] for id in ids])
