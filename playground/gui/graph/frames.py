"""The frames of a canvas: each lies around its cards, also while these are dragged."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from playground.document.model import Document, Group
from playground.gui.graph.frame import FrameItem

if TYPE_CHECKING:
    from playground.gui.graph.scene import GraphScene


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
            self._place(self.items[id])

    def follow(self, ids: Iterable[str]) -> None:
        """Cards moved or grew: so do their frames."""
        if not self.items:
            return
        touched = set(ids)
        for item in self.items.values():
            if not touched.isdisjoint(item.group.nodes):
                self._place(item)

    def relook(self) -> None:
        """Theme, fonts or language changed, so cards have other sizes."""
        for item in self.items.values():
            item.relook()
            self._place(item)

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

    def _place(self, item: FrameItem) -> None:
        item.lie_around(self._canvas.around(item.group.nodes))
