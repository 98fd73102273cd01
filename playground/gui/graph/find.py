"""Find a block of this graph: by its id, its title, its kind or its frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.gui.context import Context
from playground.gui.graph.popup import Entry, Popup
from playground.i18n import tr
from playground.registry import blocks

if TYPE_CHECKING:
    from playground.gui.graph.desk import Desk


class FindPopup(Popup):
    """Offers the blocks of the document, inputs first; `chosen` gives a block's id."""

    def __init__(self, context: Context, parent: Desk) -> None:
        super().__init__(context, tr("Find a block"), tr("No block matches."), parent)
        self._cards = parent.canvas.cards
        self._frames: dict[str, list[str]] = {}
        for group in context.document.document.groups:
            for id in group.nodes:
                self._frames.setdefault(id, []).append(group.title)

    def open_over(self, view: Desk) -> None:
        """Show all blocks at the top of the canvas."""
        top = view.viewport().rect().center()
        top.setY(view.viewport().rect().top() + 48)
        top.setX(top.x() - self.width() // 2)
        ids = [id for id in self.context.document.report.nodes if id in self._cards]
        self.open_at(view.viewport().mapToGlobal(top), ids)

    def entry(self, key: str) -> Entry:
        """Title and id."""
        facts = self._cards[key].facts
        about = facts.problem.message if facts.problem is not None else ""
        return Entry(facts.title, key, facts.family, about)

    def words(self, key: str) -> tuple[str, ...]:
        """Its id, its title, its kind in both languages, and the titles of its frames."""
        facts = self._cards[key].facts
        kind = self.context.document.document.node(key).block
        cls = blocks.get(kind) if kind in blocks else None
        kinds = (tr(cls.title), cls.title) if cls is not None else ()
        return (key, facts.title, kind.replace("_", " "), *kinds, *self._frames.get(key, ()))
