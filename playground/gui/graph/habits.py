"""Which block follows which: in the presets, and in what this user has drawn."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QSettings, QTimer, Signal

from playground.document.model import Document, Wire
from playground.resources import preset_paths

_KEY = "habits"
_MOST_PAIRS, _MOST_TIMES = 400, 999  # what is remembered; more says no more

Links = Counter[tuple[str, str]]  # (block, block that it feeds) -> how often


class Habits(QObject):
    """Counts links. The presets are read when somebody asks for them, one a turn of the loop."""

    read = Signal()  # the presets are counted

    def __init__(self, settings: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.own: Links = _decoded(settings.value(_KEY, ""))
        self.common: Links = Counter()  # of the presets, once all of them are read
        self._counted: Links = Counter()
        self._unread: list[Path] | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._read_one)

    def learn(self, document: Document, wires: Iterable[Wire]) -> None:
        """Remember that the user drew these wires."""
        for wire in wires:
            pair = (document.node(wire.source).block, document.node(wire.target).block)
            self.own[pair] = min(self.own[pair] + 1, _MOST_TIMES)
        self.own = Counter(dict(self.own.most_common(_MOST_PAIRS)))
        self._settings.setValue(_KEY, _encoded(self.own))

    def ask_presets(self) -> None:
        """Count the presets unless that was done; `read` tells when."""
        if self._unread is None:
            self._unread = list(preset_paths().values())
            self._turn.start()

    def _read_one(self) -> None:
        if self._unread:
            self._counted += links_of(self._unread.pop())
            return
        self._turn.stop()
        self.common = self._counted
        self.read.emit()


def links_of(path: Path) -> Links:
    """Count the links of a file, also inside its composites; a broken file has none.

    Reads the text alone: a document of fifty blocks takes less than a millisecond.
    """
    found: Links = Counter()
    try:
        file = json.loads(path.read_text(encoding="utf-8"))
        for graph in (file, *file.get("composites", ())):
            found.update(_links(graph))
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Counter()
    return found


def _links(graph: Mapping[str, Any]) -> list[tuple[str, str]]:
    blocks = {node["id"]: node["block"] for node in graph["nodes"]}
    ends = [(a.partition(".")[0], b.partition(".")[0]) for a, b in graph["wires"]]
    return [(blocks[a], blocks[b]) for a, b in ends]


def _encoded(links: Links) -> str:
    return json.dumps([[*pair, times] for pair, times in links.items()])


def _decoded(text: object) -> Links:
    """What an earlier run saved; nothing when somebody wrote something else there."""
    try:
        rows = json.loads(str(text))
        return Counter({(str(a), str(b)): min(int(n), _MOST_TIMES) for a, b, n in rows})
    except (ValueError, TypeError):
        return Counter()
