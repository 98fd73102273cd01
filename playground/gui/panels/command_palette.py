"""The command palette: type a few letters of what you want to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from playground.gui.commands.base import Actions, Command
from playground.gui.widgets import fuzzy
from playground.gui.widgets.texts import Retranslating
from playground.i18n import tr

WIDTH, HEIGHT = 460, 340


class CommandPalette(Retranslating, QFrame):
    """A field over a list; Enter does the first, Esc closes, arrows choose."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.actions_model = actions
        self.setObjectName("popup")
        self.setFixedSize(WIDTH, HEIGHT)
        self.field, self.list = QLineEdit(), QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._do())
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self.field.setPlaceholderText(tr("Search commands"))
        self.field.setAccessibleName(tr("Search commands"))
        self.list.setAccessibleName(tr("Commands"))
        self._fill()

    def open(self) -> None:
        """Show all commands and take the keyboard."""
        area = self.parentWidget().rect()
        self.move((area.width() - WIDTH) // 2, max(min(90, area.height() - HEIGHT), 0))
        self.field.clear()
        self._fill()
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.hide()
        if event.type() == QEvent.Type.KeyPress and self._on_key(event):
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.list.currentRow()
        if key == Qt.Key.Key_Escape:
            self.hide()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._do()
        elif key == Qt.Key.Key_Down:
            self.list.setCurrentRow(min(row + 1, self.list.count() - 1))
        elif key == Qt.Key.Key_Up:
            self.list.setCurrentRow(max(row - 1, 0))
        else:
            return False
        return True

    def _fill(self) -> None:
        self.list.clear()
        found = fuzzy.best(self.field.text(), self.actions_model.available(), _words)
        for command in found:
            item = QListWidgetItem(self._line(command))
            item.setData(Qt.ItemDataRole.UserRole, command.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _line(self, command: Command) -> str:
        """Menu, title and shortcut of a command in one line."""
        path = [tr(part) for part in (command.menu, command.submenu) if part]
        text = "  ›  ".join([*path, tr(command.title)])
        keys = self.actions_model.shortcuts.native(command.id)
        return f"{text}    ({keys})" if keys else text

    def _do(self) -> None:
        item = self.list.currentItem()
        self.hide()
        if item is not None:
            self.actions_model.run(item.data(Qt.ItemDataRole.UserRole))


def _words(command: Command) -> tuple[str, ...]:
    return (tr(command.title), command.title, *command.words)
