"""What every part of the window may use: one object handed down, no globals."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QSettings, Signal

from playground.gui.commands import COMMANDS
from playground.gui.commands.shortcuts import Shortcuts
from playground.gui.document_model import DocumentModel
from playground.gui.run_model import RunModel
from playground.gui.selection import Selection
from playground.gui.theme import Theme


class Notices(QObject):
    """Short messages to the user; the window shows them as a strip that never takes the focus."""

    posted = Signal(str, str)  # text, kind: "info", "warning" or "error"

    def post(self, text: str, kind: str = "info") -> None:
        """Show a message."""
        self.posted.emit(text, kind)


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """The models of one window."""

    document: DocumentModel
    run: RunModel
    selection: Selection
    theme: Theme
    settings: QSettings
    notices: Notices = field(default_factory=Notices)
    shortcuts: Shortcuts = field(init=False)  # which key does what, everywhere

    def __post_init__(self) -> None:
        object.__setattr__(self, "shortcuts", Shortcuts(self.settings, COMMANDS))
