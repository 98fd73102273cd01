"""Find a block of this graph: by its id, its title, its kind or its frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.document.composites import is_port
from playground.document.model import Node
from playground.gui.context import Context
from playground.gui.graph.facts import Facts, facts_of
from playground.gui.graph.popup import Entry, Popup
from playground.i18n import tr
from playground.registry import blocks

if TYPE_CHECKING:
    from playground.gui.graph.desk import Desk


class FindPopup(Popup):
    """Offers the blocks of all levels, those that are shown first; `chosen` gives a block's id."""

    def __init__(self, context: Context, parent: Desk) -> None:
        super().__init__(context, tr("Find a block"), tr("No block matches."), parent)
        self._facts = {id: card.facts for id, card in parent.canvas.cards.items()}
        self._frames: dict[str, list[str]] = {}
        for group in context.document.document.groups:
            for id in group.nodes:
                self._frames.setdefault(id, []).append(group.title)

    def open_over(self, view: Desk) -> None:
        """Show all blocks at the top of the canvas."""
        top = view.viewport().rect().center()
        top.setY(view.viewport().rect().top() + 48)
        top.setX(top.x() - self.width() // 2)
        nodes = self.context.document.report.nodes
        shown = [id for id in nodes if id in self._facts]
        inside = [
            id for id, found in nodes.items() if id not in self._facts and _is_first(id, found.node)
        ]
        self.open_at(view.viewport().mapToGlobal(top), [*shown, *inside])

    def entry(self, key: str) -> Entry:
        """Title and id."""
        facts = self._facts_of(key)
        about = facts.problem.message if facts.problem is not None else ""
        return Entry(facts.title, key, facts.family, about)

    def words(self, key: str) -> tuple[str, ...]:
        """Its id, its title, its kind in both languages, and the titles of its frames."""
        facts = self._facts_of(key)
        kind = self._node(key).block
        cls = blocks.get(kind) if kind in blocks else None
        kinds = (tr(cls.title), cls.title) if cls is not None else ()
        return (key, facts.title, kind.replace("_", " "), *kinds, *self._frames.get(key, ()))

    def _node(self, key: str) -> Node:
        return self.context.document.report.nodes[key].node

    def _facts_of(self, key: str) -> Facts:
        """What the card of a block shows; of one at another level, what it would show."""
        if key not in self._facts:
            report = self.context.document.report
            self._facts[key] = facts_of(self._node(key), report.document, report)
        return self._facts[key]


def _is_first(path: str, node: Node) -> bool:
    """Whether a block lies in the first copy of all that is repeated; ports are no blocks."""
    return not is_port(node) and not any(part.isdigit() and part != "0" for part in path.split("."))
