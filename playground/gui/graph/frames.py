"""The frames of a canvas: each lies around its cards, also while these are dragged."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from playground.document.change import is_within
from playground.document.composites import find, read_instance
from playground.document.model import Document, Group
from playground.gui.graph.frame import FrameItem
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.scene import GraphScene

_INSET = 10.0  # px that a frame's cards would lie inside of a frame that it holds


class Frames:
    """Keeps one item a frame; follows document and cards, touches only what changed."""

    def __init__(self, canvas: GraphScene) -> None:
        self._canvas = canvas
        self._groups: tuple[Group, ...] = ()
        self.items: dict[str, FrameItem] = {}

    def show(self, document: Document, moved: Iterable[str]) -> None:
        """Take the frames of a document in which some cards were moved."""
        if document.groups is self._groups or document.groups == self._groups:
            self.follow(moved)
            return
        self._groups = document.groups
        wanted = {group.id: group for group in document.groups if group.nodes}
        for id in self.items.keys() - wanted.keys():
            self._canvas.removeItem(self.items.pop(id))
        for id, group in wanted.items():
            if id not in self.items:
                self.items[id] = FrameItem(group, self._canvas.look)
                self._canvas.addItem(self.items[id])
            self.items[id].set_group(group)
            self.items[id].set_beside(self._beside(self.items[id].opened))
        self._place(self.items.values())

    def follow(self, ids: Iterable[str]) -> None:
        """Cards moved or grew: so do their frames."""
        if not self.items:
            return
        touched = set(ids)
        self._place(i for i in self.items.values() if not touched.isdisjoint(i.group.nodes))

    def relook(self) -> None:
        """Theme, fonts or language changed, so cards have other sizes."""
        for item in self.items.values():
            item.relook()
        self._place(self.items.values())

    def select(self, ids: Iterable[str]) -> None:
        """Select exactly these frames."""
        wanted = set(ids)
        for id, item in self.items.items():
            item.set_selected(id in wanted)

    def selected(self) -> tuple[str, ...]:
        """Ids of the selected frames."""
        return tuple(id for id, item in self.items.items() if item.selected)

    def members(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Ids of the cards in these frames."""
        return tuple(dict.fromkeys(n for id in ids for n in self.items[id].group.nodes))

    def notes_in(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Ids of the notes that lie wholly in one of these frames."""
        rects = [self.items[id].rect() for id in ids]
        return tuple(
            id
            for id, note in self._canvas.notes.items()
            if any(rect.contains(note.rect().translated(note.pos())) for rect in rects)
        )

    def bounds(self) -> QRectF:
        """The rectangle around all frames."""
        whole = QRectF()
        for item in self.items.values():
            whole = whole.united(item.rect())
        return whole

    def _place(self, items: Iterable[FrameItem]) -> None:
        """Lay frames around their cards, and around the smaller frames that they hold."""
        for item in sorted(items, key=lambda item: len(item.group.nodes)):
            rect, mine = self._canvas.around(item.group.nodes), set(item.group.nodes)
            for other in self.items.values() if len(self.items) > 1 else ():
                if other is not item and other.rect().isValid() and _holds(item, mine, other):
                    rect = rect.united(other.rect().adjusted(_INSET, _INSET, -_INSET, -_INSET))
            item.lie_around(rect)

    def _beside(self, opened: str) -> str:
        """Of a repeated composite that is opened in place: how often, and which copy is seen."""
        level = self._canvas.context.level
        copy = next((p for p in level.place.opened if p.rpartition(".")[0] == opened), "")
        number = copy.rpartition(".")[2]
        if not opened or not number.isdigit():
            return ""
        count = read_instance(find(level.base.document, opened)).repeat
        return tr("×{count} · copy {n}", count=count, n=int(number) + 1)


def _holds(item: FrameItem, nodes: set[str], other: FrameItem) -> bool:
    """Whether a frame lies around another one."""
    if not nodes.issuperset(other.group.nodes):
        return False
    return len(nodes) > len(other.group.nodes) or is_within(other.opened, item.opened or "/")
