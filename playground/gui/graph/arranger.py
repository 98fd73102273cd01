"""Automatic layout of the canvas: worked out on a thread, one undo step, cards glide there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from playground.document import edits
from playground.document.diff import diff
from playground.document.layout import (
    Card,
    Direction,
    Placement,
    Point,
    Rect,
    comfortable_width,
    follow,
    keep_pinned,
    layout,
    layout_part,
)
from playground.document.model import Document
from playground.errors import PlaygroundError
from playground.gui.graph import placing
from playground.gui.graph.card import Card as CardItem
from playground.gui.graph.note import NoteItem
from playground.gui.graph.shell import port_offsets
from playground.gui.graph.style import PADDING, PORT_PITCH
from playground.gui.widgets.background import Background
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage

_SECONDS = 2.0  # a layout may take; longer ones are given up, with a notice


@dataclass(frozen=True, slots=True)
class _Task:
    """What is to be laid out, as plain values: the thread knows nothing of Qt."""

    document: Document
    cards: dict[str, Card]
    notes: dict[str, Rect]  # those that lie among what is laid out
    part: tuple[str, ...]  # () is everything
    direction: Direction
    wrapped: bool  # long chains go on in another row


@dataclass(frozen=True, slots=True)
class _Answer:
    placement: Placement
    notes: dict[str, Point]


class Arranger(QObject):
    """Finds places for the selected cards, or for all, and moves them there."""

    def __init__(self, view: Stage) -> None:
        super().__init__(view)
        self.view = view
        self._asked: _Task | None = None
        self._worker = Background(self)
        self._worker.answered.connect(self._on_answered)
        self._worker.failed.connect(self._on_failed)

    @property
    def gliding(self) -> bool:
        """Whether cards are on their way."""
        return self.view.glide.running

    def arrange(self, direction: Direction | None = None, *, wrapped: bool = True) -> None:
        """Lay out the selected cards, or all unless several are selected.

        Parameters
        ----------
        direction : "right" or "down", optional
            Where the data flows. Another direction than before is one for all cards.
        wrapped : bool
            Whether long chains go on in another row.
        """
        document, canvas = self.view.context.document.document, self.view.canvas
        if not document.nodes:
            return
        flow = direction or document.view.flow
        chosen = self.view.context.selection.nodes
        part = chosen if 1 < len(chosen) < len(document.nodes) else ()
        part = tuple(id for id in part if not document.node(id).pinned)
        part = part if flow == document.view.flow else ()
        cards = {node.id: outline(canvas.cards[node.id], flow == "down") for node in document.nodes}
        notes = {id: _rect(item) for id, item in canvas.notes.items()}
        self._asked = _Task(document, cards, notes, part, flow, wrapped)
        self._worker.ask(partial(_place, self._asked))

    def all_pinned(self) -> bool:
        """Whether blocks are selected and automatic layout leaves all of them alone."""
        context = self.view.context
        by_id = context.document.document.by_id
        chosen = [by_id[id] for id in context.selection.nodes if id in by_id]
        return bool(chosen) and all(node.pinned for node in chosen)

    def toggle_pin(self) -> None:
        """Pin the selected blocks where they are, or let automatic layout move them again."""
        ids, pinned = self.view.context.selection.nodes, not self.all_pinned()
        text = tr("Pin blocks") if pinned else tr("Unpin blocks")
        if ids:
            self.view.context.document.push(text, lambda d: edits.set_pinned(d, ids, pinned))

    def _on_answered(self, answer: _Answer) -> None:
        model, task = self.view.context.document, self._asked
        if self.view.busy or task is None:  # the hand goes first
            return
        changes = diff(task.document, model.document)
        if changes.network or changes.moved or changes.groups or changes.notes:
            # what was laid out is no longer what is there
            self.arrange(task.direction, wrapped=task.wrapped)
            return
        ways = dict(zip(model.document.wires, answer.placement.routes, strict=True))
        if task.part:  # wires among the others stay as they are
            part = set(task.part)
            ways = {w: way for w, way in ways.items() if part & {w.source, w.target}}

        def edit(document: Document) -> Document:
            document = edits.set_flow(document, task.direction)
            document = edits.move_nodes(document, answer.placement.positions)
            for id, at in answer.notes.items():
                document = placing.set_note(document, id, at=at)
            return document

        if task.direction == model.document.view.flow:
            self.view.canvas.lead_along(ways)
        with self.view.glide.motion():
            model.push(tr("Automatic layout"), edit)
        self.view.canvas.lead_along(ways)
        if not task.part:
            self.view.glide.afterwards(self._show_all)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, PlaygroundError):
            raise error
        self.view.context.notices.post(str(error), "warning")

    def _show_all(self) -> None:
        if not self.view.seen().contains(self.view.canvas.contents()):
            self.view.fit_all()


def outline(card: CardItem, down: bool) -> Card:
    """Size and ports of a card, for the layout of a flow to the right or down."""
    rect, facts = card.geometry.card, card.facts
    inputs, outputs = (
        dict(zip((port.name for port in ports), port_offsets(len(ports)), strict=True))
        for ports in (facts.inputs, facts.outputs)
    )
    width = rect.width()
    if down:  # as wide as it will be once its ports lie side by side
        width = max(width, PORT_PITCH * max(len(inputs), len(outputs)) + 2 * PADDING)
    return Card(width, rect.height(), inputs, outputs)


def _place(task: _Task) -> _Answer:
    """Runs on the thread: nothing of Qt in here."""
    document, cards = task.document, task.cards
    positions = {node.id: node.at for node in document.nodes}
    made = _placement(task, positions)
    after = {id: made.positions[id] for id in cards}
    frames = [group.nodes for group in document.groups]
    return _Answer(made, follow(task.notes, cards, positions, after, frames))


def _placement(task: _Task, positions: dict[str, Point]) -> Placement:
    document, cards, wires = task.document, task.cards, task.document.wires
    frames = [group.nodes for group in document.groups]
    laid_out = [cards[id] for id in task.part or cards]
    if task.direction == "down":
        laid_out = [Card(card.height, card.width) for card in laid_out]
    width = comfortable_width(laid_out, task.direction) if task.wrapped else None
    pinned = {node.id: node.at for node in document.nodes if node.pinned}
    options: dict[str, Any] = {"frames": frames, "direction": task.direction, "max_width": width}
    options["seconds"] = _SECONDS
    if task.part:
        return layout_part(cards, wires, positions, task.part, **options)
    if pinned:
        return keep_pinned(cards, wires, pinned, **options)
    made = layout(cards, wires, **options)
    (x, y), (u, v) = _corner(cards, positions), _corner(cards, made.positions)
    return made.moved(round(x - u), round(y - v))


def _rect(note: NoteItem) -> Rect:
    rect = note.rect().translated(note.pos())
    return rect.left(), rect.top(), rect.right(), rect.bottom()


def _corner(cards: dict[str, Card], positions: dict[str, Point]) -> Point:
    """The top left corner of all cards."""
    return (
        min(positions[id][0] - card.width / 2 for id, card in cards.items()),
        min(positions[id][1] - card.height / 2 for id, card in cards.items()),
    )
