"""File > Open recent: the files opened lately, newest first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from playground.gui.files import Files
from playground.gui.settings import Preferences
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr


class RecentMenu(Retranslating, QMenu):
    """A submenu that is filled when it opens."""

    def __init__(self, files: Files, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.files, self.preferences = files, preferences
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        self.retranslate()
        self.fill()

    def stand_before(self, menu: QMenu, id: str) -> None:
        """Take the place in front of a command of another menu."""
        next_one = next(action for action in menu.actions() if action.objectName() == id)
        menu.insertMenu(next_one, self)
        menu.aboutToShow.connect(self.fill)

    def retranslate(self) -> None:
        self.setTitle(tr("Open recent"))

    def fill(self) -> None:
        """List the files that are still there."""
        self.clear()
        for number, path in enumerate(p for p in self.preferences.recent if p.is_file()):
            sign = f"&{number + 1}  " if number < 9 else ""
            action = self.addAction(f"{sign}{_short(path)}", lambda p=path: self.files.open(p))
            action.setToolTip(str(path))
        self.setEnabled(not self.isEmpty())


def _short(path: Path) -> str:
    """Name and folder, as long as a menu may be; & is no shortcut here."""
    return f"{path.name[:60]}  –  {path.parent.name[:30]}".replace("&", "&&")
