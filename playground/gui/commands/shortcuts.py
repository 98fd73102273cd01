"""Which keys do what: the defaults of the commands, and what the user made of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QKeySequence

from playground.gui.commands.base import Command

MAX_KEYS = 2  # shortcuts of one command
_GROUP = "shortcuts"


class Shortcuts(QObject):
    """The one answer to "which command is this key?" for menus, palette and canvas.

    Key sequences are texts in Qt's portable notation, "Ctrl+Shift+Z". Only what differs from the
    defaults is saved. A key belongs to one command at a time: what the user chose for one command
    is taken from the defaults of every other.
    """

    changed = Signal()

    def __init__(
        self, settings: QSettings, commands: Iterable[Command], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self.commands = {command.id: command for command in commands}
        self._own = {id: keys for id in self.commands if (keys := self._saved(id)) is not None}
        self._index()

    def of(self, id: str) -> tuple[str, ...]:
        """The key sequences of a command, the one that menus show first."""
        return self._keys[id]

    def default(self, id: str) -> tuple[str, ...]:
        """The key sequences a command has when nobody changed them."""
        return normal(self.commands[id].shortcuts)

    def is_own(self, id: str) -> bool:
        """Whether the user changed the keys of a command."""
        return id in self._own

    def native(self, id: str) -> str:
        """The first key sequence of a command as this system writes it, "" without one."""
        return native(self.of(id)[0]) if self.of(id) else ""

    def command_of(self, keys: str) -> Command | None:
        """The command that a key sequence does, None when it is free."""
        return self.commands.get(self._owner.get(keys, ""))

    def clashes(self, id: str, keys: Iterable[str]) -> list[tuple[str, Command]]:
        """Which of these keys do something else already, and what."""
        owners = [(text, self.command_of(text)) for text in normal(keys)]
        return [(text, owner) for text, owner in owners if owner is not None and owner.id != id]

    def set(self, id: str, keys: Sequence[str]) -> None:
        """Give a command these keys and no others; whoever had one of them loses it."""
        keys = normal(keys)
        for text, owner in self.clashes(id, keys):
            self._give(owner.id, tuple(other for other in self.of(owner.id) if other != text))
            self._index()
        self._give(id, keys)
        self._finish()

    def reset(self, id: str) -> None:
        """Give a command its default keys again; whoever had one of them loses it."""
        self.set(id, self.default(id))

    def reset_all(self) -> None:
        """Give every command its default keys again."""
        for id in tuple(self._own):
            self._give(id, self.default(id))
        self._finish()

    def _give(self, id: str, keys: tuple[str, ...]) -> None:
        if keys == self.default(id):
            self._own.pop(id, None)
            self._settings.remove(f"{_GROUP}/{id}")
        else:
            self._own[id] = keys
            self._settings.setValue(f"{_GROUP}/{id}", json.dumps(keys))

    def _finish(self) -> None:
        self._index()
        self.changed.emit()

    def _index(self) -> None:
        self._keys: dict[str, tuple[str, ...]] = {}
        self._owner: dict[str, str] = {}
        # what the user chose comes first: a default must not take it away
        for id in sorted(self.commands, key=lambda id: id not in self._own):
            wanted = self._own.get(id, self.default(id))
            self._keys[id] = tuple(text for text in wanted if text not in self._owner)
            self._owner |= dict.fromkeys(self._keys[id], id)

    def _saved(self, id: str) -> tuple[str, ...] | None:
        """The user's keys of a command; None when there are none, or nobody can read them."""
        try:
            keys = json.loads(str(self._settings.value(f"{_GROUP}/{id}", "")))
        except ValueError:
            return None
        if not isinstance(keys, list) or not all(isinstance(text, str) for text in keys):
            return None
        found = normal(keys)
        return found if found or not keys else None


def normal(keys: Iterable[str]) -> tuple[str, ...]:
    """Key sequences as Qt writes them, each once, without those that it cannot read."""
    portable = QKeySequence.SequenceFormat.PortableText
    texts = (QKeySequence(text, portable).toString(portable) for text in keys)
    return tuple(dict.fromkeys(text for text in texts if text))[:MAX_KEYS]


def native(keys: str) -> str:
    """A key sequence as this system writes it."""
    portable = QKeySequence.SequenceFormat.PortableText
    return QKeySequence(keys, portable).toString(QKeySequence.SequenceFormat.NativeText)
