"""A command as data, and the Qt actions made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from playground.gui.commands.context_menu import ContextMenu
from playground.i18n import mark, tr

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView
    from playground.gui.main_window import MainWindow

MENUS = (mark("File"), mark("Edit"), mark("View"), mark("Run"), mark("Help"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """Something a user can do: menu entry, shortcut and entry of the command palette in one.

    Parameters
    ----------
    id : str
        Stable name, "file.open"; shortcuts are remembered by it.
    title : str
        English; passed through `tr` where it is shown.
    menu : str
        Title of the menu it stands in, "" for none.
    submenu : str
        Title of the submenu, "" for none.
    run : callable
        Does it; gets the window.
    shortcuts : tuple of str
        Default key sequences in Qt's portable notation, at most two; the first is shown in the
        menu. `Shortcuts` says which keys the user gave it.
    scope : str
        "graph": the canvas answers the keys itself while it has the focus (`gui/graph/keys.py`);
        the menu only shows them. So a single letter that edits never fires from a form.
    canvas : callable, optional
        Does it on a graph view: what the keys of the canvas call.
    enabled, checked : callable, optional
        Whether it can be done now; whether it is on (makes it checkable).
    label : callable, optional
        What the menu says now instead of the title, translated: "Undo: Delete conv1".
    separator : bool
        A line above it.
    """

    id: str
    title: str
    menu: str
    run: Callable[[MainWindow], object]
    submenu: str = ""
    shortcuts: tuple[str, ...] = ()
    scope: Literal["window", "graph"] = "window"
    canvas: Callable[[GraphView], object] | None = None
    enabled: Callable[[MainWindow], bool] | None = None
    checked: Callable[[MainWindow], bool] | None = None
    label: Callable[[MainWindow], str] | None = None
    separator: bool = False
    words: tuple[str, ...] = field(default=())  # other words by which the command palette finds it


class Actions(QObject):
    """One QAction a command; builds the menus and keeps states and texts right."""

    def __init__(self, window: MainWindow, commands: tuple[Command, ...]) -> None:
        super().__init__(window)
        self.window = window
        self.shortcuts = window.context.shortcuts
        self.commands = {command.id: command for command in commands}
        self.actions = {command.id: self._make(command) for command in commands}
        self.menus: dict[tuple[str, str], QMenu] = {}
        self._later = QTimer(self, singleShot=True, interval=0)  # many changes, one refresh
        self._later.timeout.connect(self.refresh)
        context = window.context
        for signal in (
            context.document.changed,
            context.document.undo_stack.indexChanged,
            context.selection.changed,
            context.run.state_changed,
            context.hand.remembered,
        ):
            signal.connect(self._on_change)
        self.shortcuts.changed.connect(self._on_shortcuts)
        self.context_menu = ContextMenu(self)
        self.retranslate()

    def fill(self, bar: QMenuBar) -> None:
        """Build the menus in the order of the commands."""
        for title in MENUS:
            self.menus[title, ""] = bar.addMenu(tr(title))
            self.menus[title, ""].aboutToShow.connect(self.refresh)
        for command in self.commands.values():
            if not command.menu:
                continue
            menu = self._menu(command)
            if command.separator:
                menu.addSeparator()
            menu.addAction(self.actions[command.id])

    def retranslate(self) -> None:
        """Set every text in the current language."""
        for id_, action in self.actions.items():
            action.setText(self._text(self.commands[id_]))
        self.refresh()
        for (title, submenu), menu in self.menus.items():
            menu.setTitle(tr(submenu or title))

    def refresh(self) -> None:
        """Ask every command whether it can be done and whether it is on."""
        for id_, action in self.actions.items():
            command = self.commands[id_]
            if command.enabled is not None:
                action.setEnabled(command.enabled(self.window))
            if command.checked is not None:
                action.setChecked(command.checked(self.window))
            if command.label is not None:
                action.setText(self._text(command))

    def _text(self, command: Command) -> str:
        """What the menu says; keys of the canvas stand in the text, as they are not Qt's."""
        text = command.label(self.window) if command.label else tr(command.title)
        keys = self.shortcuts.native(command.id) if command.scope == "graph" else ""
        return f"{text}\t{keys}" if keys else text

    def _on_shortcuts(self) -> None:
        for id_, action in self.actions.items():
            if self.commands[id_].scope == "window":
                action.setShortcuts([QKeySequence(keys) for keys in self.shortcuts.of(id_)])
        self.retranslate()

    def _on_change(self, *_: object) -> None:
        self._later.start()

    def available(self) -> list[Command]:
        """The commands that can be done now."""
        self.refresh()
        return [c for c in self.commands.values() if self.actions[c.id].isEnabled()]

    def run(self, id: str) -> None:
        """Do a command, unless it cannot be done now."""
        command = self.commands[id]
        if command.enabled is None or command.enabled(self.window):
            command.run(self.window)
        self.refresh()

    def _menu(self, command: Command) -> QMenu:
        key = (command.menu, command.submenu)
        if key not in self.menus:
            self.menus[key] = self.menus[command.menu, ""].addMenu(tr(command.submenu))
        return self.menus[key]

    def _make(self, command: Command) -> QAction:
        action = QAction(self.window)
        action.setObjectName(command.id)
        action.setCheckable(command.checked is not None)
        action.triggered.connect(lambda: self.run(command.id))
        if command.scope == "window":
            action.setShortcuts([QKeySequence(keys) for keys in self.shortcuts.of(command.id)])
            self.window.addAction(action)
        return action


def on_graph(
    id: str, title: str, menu: str, canvas: Callable[[GraphView], object], **fields: Any
) -> Command:
    """A command of the canvas: menu and palette run it on the window's graph."""
    return Command(
        id=id,
        title=title,
        menu=menu,
        run=lambda window: canvas(window.graph),
        canvas=canvas,
        **{"scope": "graph", **fields},
    )
