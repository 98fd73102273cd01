"""The dialog of all shortcuts: search, change, reset."""

from __future__ import annotations

from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from playground.gui.commands.base import Command
from playground.gui.commands.shortcuts import MAX_KEYS, Shortcuts, native, normal
from playground.gui.widgets import fuzzy
from playground.i18n import tr

_ID = Qt.ItemDataRole.UserRole


class ShortcutsDialog(QDialog):
    """Every command with its keys. What is changed holds at once and is remembered."""

    def __init__(self, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.resize(600, 560)
        self.shortcuts = shortcuts
        self.search = QLineEdit(placeholderText=tr("Search commands or keys"))
        self.search.setAccessibleName(tr("Search commands or keys"))
        self.search.setClearButtonEnabled(True)
        self.list = _make_list()
        self.title, self.clash = QLabel(), QLabel(wordWrap=True)
        self.title.setObjectName("sectionTitle")
        self.clash.setObjectName("reason")
        self.fields = [_make_field() for _ in range(MAX_KEYS)]
        self.remove = QPushButton(tr("Remove"))
        self.remove.setToolTip(tr("Leave this command without a shortcut"))
        self.reset = QPushButton(tr("Reset"))
        self.reset.setToolTip(tr("Give this command its first shortcut back"))
        self.take = QPushButton(tr("Use it here instead"))
        self.reset_all = QPushButton(tr("Reset all"))
        self.close_button = QPushButton(tr("Close"))
        for button in (self.remove, self.reset, self.take, self.reset_all, self.close_button):
            button.setAutoDefault(False)  # Enter belongs to the field that records keys
        self._wanted: tuple[str, ...] | None = None  # keys that belong to another command yet
        self._lay_out()
        self._connect()
        self._fill()
        self.search.setFocus()

    @property
    def command(self) -> Command | None:
        """The command that is edited."""
        item = self.list.currentItem()
        return self.shortcuts.commands[item.data(0, _ID)] if item is not None else None

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.title)
        row = QHBoxLayout()
        names = (tr("Shortcut"), tr("Alternative"))
        for name, field in zip(names, self.fields, strict=True):
            label = QLabel(name)
            label.setObjectName("fieldLabel")
            label.setBuddy(field)
            field.setAccessibleName(name)
            row.addWidget(label)
            row.addWidget(field, 1)
        row.addWidget(self.remove)
        row.addWidget(self.reset)
        column.addLayout(row)
        warning = QHBoxLayout()
        warning.addWidget(self.clash, 1)
        warning.addWidget(self.take)
        column.addLayout(warning)
        foot = QHBoxLayout()
        foot.addWidget(self.reset_all)
        foot.addStretch()
        foot.addWidget(self.close_button)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._fill)
        self.list.currentItemChanged.connect(lambda *_: self._show())
        for field in self.fields:
            field.editingFinished.connect(self._on_keys)
        self.remove.clicked.connect(lambda: self._propose(()))
        self.reset.clicked.connect(self._on_reset)
        self.take.clicked.connect(self._on_take)
        self.reset_all.clicked.connect(self.shortcuts.reset_all)
        self.close_button.clicked.connect(self.close)
        self.shortcuts.changed.connect(self._on_changed)

    def _fill(self) -> None:
        """List the commands that the search finds; keep the chosen one where it is among them."""
        kept = self.command.id if self.command is not None else ""
        found = fuzzy.best(self.search.text(), self.shortcuts.commands.values(), self._words)
        self.list.clear()
        for command in found:
            item = QTreeWidgetItem([path_of(command), ""])
            item.setData(0, _ID, command.id)
            self.list.addTopLevelItem(item)
        ids = [command.id for command in found]
        self._show_keys()
        if ids:
            self.list.setCurrentItem(self.list.topLevelItem(ids.index(kept) if kept in ids else 0))
        self._show()

    def _words(self, command: Command) -> tuple[str, ...]:
        keys = self.shortcuts.of(command.id)
        return (tr(command.title), command.title, *keys, *command.words, tr(command.menu))

    def _show_keys(self) -> None:
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            id = item.data(0, _ID)
            item.setText(1, ", ".join(native(keys) for keys in self.shortcuts.of(id)))
            font = item.font(1)
            font.setBold(self.shortcuts.is_own(id))
            item.setFont(1, font)
            item.setToolTip(1, tr("Changed by you") if self.shortcuts.is_own(id) else "")

    def _show(self) -> None:
        """Put the chosen command into the fields."""
        command = self.command
        keys = self.shortcuts.of(command.id) if command is not None else ()
        self.title.setText(path_of(command) if command is not None else tr("No command matches."))
        for number, field in enumerate(self.fields):
            field.setEnabled(command is not None)
            field.setKeySequence(QKeySequence(keys[number] if number < len(keys) else ""))
        self.remove.setEnabled(bool(keys))
        self.reset.setEnabled(command is not None and self.shortcuts.is_own(command.id))
        self._warn(None)

    def _on_keys(self) -> None:
        """A field has recorded a key, or was left; an empty one keeps what it had."""
        portable = QKeySequence.SequenceFormat.PortableText
        had = self.shortcuts.of(self.command.id) if self.command is not None else ()
        keys = [field.keySequence().toString(portable) for field in self.fields]
        keys = [new or old for new, old in zip_longest(keys, had, fillvalue="")]
        if normal(keys) != had:
            self._propose(normal(keys))

    def _on_reset(self) -> None:
        if self.command is not None:
            self._propose(self.shortcuts.default(self.command.id))

    def _propose(self, keys: tuple[str, ...]) -> None:
        """Take new keys, or say whose they are."""
        if self.command is None:
            return
        if self.shortcuts.clashes(self.command.id, keys):
            self._warn(keys)
        else:
            self.shortcuts.set(self.command.id, keys)

    def _on_take(self) -> None:
        if self.command is not None and self._wanted is not None:
            self.shortcuts.set(self.command.id, self._wanted)

    def _warn(self, wanted: tuple[str, ...] | None) -> None:
        self._wanted = wanted
        lines = []
        if self.command is not None and wanted is not None:
            lines = [
                tr("{keys} already does “{command}”.", keys=native(keys), command=path_of(owner))
                for keys, owner in self.shortcuts.clashes(self.command.id, wanted)
            ]
        self.clash.setText("\n".join(lines))
        self.take.setEnabled(bool(lines))

    def _on_changed(self) -> None:
        self._show_keys()
        self._show()


def path_of(command: Command) -> str:
    """Menu, submenu and title of a command."""
    parts = (command.menu, command.submenu, command.title)
    return " › ".join(tr(part) for part in parts if part)


def _make_list() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setObjectName("shortcuts")
    tree.setHeaderLabels([tr("Command"), tr("Shortcut")])
    tree.setAccessibleName(tr("Commands"))
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setColumnWidth(0, 380)
    return tree


def _make_field() -> QKeySequenceEdit:
    field = QKeySequenceEdit()
    field.setMaximumSequenceLength(1)
    return field
