"""Everything on the canvas as screen readers meet it: what it is called, says, covers and does.

A graphics item is no QObject and Qt tells screen readers nothing about it. A voice is the QObject
that stands for one item there; `accessible.py` makes Qt's interfaces from it. Voices are made when
somebody asks: without a screen reader there are none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleEvent

from playground.blocks.base import format_shape
from playground.gui.graph import speech
from playground.gui.graph.card import Card
from playground.gui.graph.frame import FrameItem
from playground.gui.graph.note import NoteItem
from playground.gui.graph.style import PORT_REACH
from playground.gui.graph.wire import WireItem
from playground.gui.graph.wiring import open_connect
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

Item = Card | WireItem | NoteItem | FrameItem

_MANY = 50  # of more items that come and go at once, a screen reader is told the new order alone


class Voice(QObject):
    """Abstract: one thing on the canvas."""

    role = QAccessible.Role.ListItem

    def __init__(self, view: GraphView, item: Item) -> None:
        super().__init__(view)
        self.view = view
        self.item = item

    @property
    def above(self) -> QObject:
        """The voice or the canvas that this one is a part of."""
        return self.view

    @property
    def parts(self) -> Sequence[Voice]:
        """The voices of what belongs to it."""
        return ()

    def name(self) -> str:
        """What it is called."""
        raise NotImplementedError

    def value(self) -> str:
        """The most important thing to know about it, "" for nothing."""
        return ""

    def description(self) -> str:
        """All else that it shows."""
        return ""

    def place(self) -> QRectF:
        """What it covers of the scene."""
        return self.item.sceneBoundingRect()

    def selected(self) -> bool:
        """Whether it is selected."""
        return self.item.selected

    def focused(self) -> bool:
        """Whether the keyboard acts on it."""
        return self.selected()

    def select(self) -> None:
        """Select it alone and bring it into view."""
        raise NotImplementedError

    def press(self) -> None:
        """What a double-click does; selecting where that does nothing."""
        self.select()

    def rect(self) -> QRect:
        """The same on the screen, cut where the canvas ends."""
        ground = self.view.viewport()
        seen = self.view.mapFromScene(self.place()).boundingRect() & ground.rect()
        return QRect(ground.mapToGlobal(seen.topLeft()), seen.size())

    def seen(self) -> bool:
        """Whether any of it can be seen."""
        return self.view.seen().intersects(self.place())

    def _show(self, pos: QPointF) -> None:
        self.view.setFocus()
        self.view.canvas.show_focus(True)
        if not self.seen():
            self.view.look_at(pos)


class CardVoice(Voice):
    """A card; its ports are its parts."""

    item: Card

    def __init__(self, view: GraphView, item: Card) -> None:
        super().__init__(view, item)
        self._ports: dict[str, PortVoice] = {}

    @property
    def parts(self) -> Sequence[Voice]:
        names = [name for name, _ in self.item.ports()]
        for name in names:
            if name not in self._ports:
                self._ports[name] = PortVoice(self, name)
        for name in self._ports.keys() - names:  # another block stands here now
            self._ports.pop(name).deleteLater()
        return [self._ports[name] for name in names]

    def name(self) -> str:
        return speech.card_name(self.item)

    def value(self) -> str:
        return speech.card_value(self.item)

    def description(self) -> str:
        return speech.card_details(self.item, self.view.context.document.document)

    def place(self) -> QRectF:
        return self.item.scene_card()

    def focused(self) -> bool:
        return self.view.context.selection.node == self.item.facts.id

    def select(self) -> None:
        self.view.focus_node(self.item.facts.id)
        self.view.canvas.show_focus(True)


class PortVoice(Voice):
    """A port of a card: pressing it offers the wires that can be drawn from there."""

    role = QAccessible.Role.Button
    item: Card

    def __init__(self, card: CardVoice, port: str) -> None:
        super().__init__(card.view, card.item)
        self._card, self.port = card, port

    @property
    def above(self) -> QObject:
        return self._card

    def name(self) -> str:
        side, _, port = self.port.partition(":")
        return tr("Input {port}", port=port) if side == "in" else tr("Output {port}", port=port)

    def value(self) -> str:
        shape = self.item.facts.shape
        known = self.port.startswith("out:") and shape is not None
        return format_shape(shape) if known and shape is not None else ""

    def description(self) -> str:
        side, _, port = self.port.partition(":")
        model, id = self.view.context.document, self.item.facts.id
        return speech.port_words(model.document, id, side, port)

    def place(self) -> QRectF:
        middle = self.item.port_place(self.port)
        corner = QPointF(PORT_REACH, PORT_REACH)
        return QRectF(middle - corner, middle + corner)

    def selected(self) -> bool:
        return False

    def select(self) -> None:
        self._card.select()

    def press(self) -> None:
        self.select()
        open_connect(self.view)


class WireVoice(Voice):
    """A wire."""

    item: WireItem

    def name(self) -> str:
        wire = self.item.wire
        return tr("Wire from {source} to {target}", source=wire.source, target=wire.target)

    def value(self) -> str:
        return format_shape(self.item.tensor) if self.item.tensor is not None else ""

    def description(self) -> str:
        wrong = tr("The block it leads to cannot take what arrives.") if self.item.faulty else ""
        return ". ".join(word for word in (str(self.item.wire), wrong.rstrip(".")) if word)

    def select(self) -> None:
        self.view.canvas.select_notes(())
        self.view.context.selection.set((), (self.item.wire,))
        self._show(self.item.path().pointAtPercent(0.5))


class NoteVoice(Voice):
    """A note: pressing it opens its text."""

    role = QAccessible.Role.Note
    item: NoteItem

    def name(self) -> str:
        return tr("Note")

    def value(self) -> str:
        return self.item.plain_text()

    def place(self) -> QRectF:
        return self.item.rect().translated(self.item.pos())

    def select(self) -> None:
        self.view.context.selection.set()
        self.view.canvas.select_notes((self.item.note.id,))
        self._show(self.place().center())

    def press(self) -> None:
        self.select()
        self.view.edit_note(self.item.note.id)


class FrameVoice(Voice):
    """A frame: pressing it opens its title."""

    role = QAccessible.Role.Grouping
    item: FrameItem

    def name(self) -> str:
        title = " ".join(self.item.group.title.split())
        return tr("Frame {title}", title=title) if title else tr("Frame")

    def description(self) -> str:
        return tr("Around {blocks}", blocks=", ".join(self.item.group.nodes))

    def place(self) -> QRectF:
        return self.item.rect()

    def select(self) -> None:
        self.view.context.selection.set()
        self.view.canvas.select_notes(())
        self.view.canvas.frames.select((self.item.group.id,))
        self._show(self.item.bar().center())

    def press(self) -> None:
        self.select()
        self.view.edit_frame(self.item.group.id)


class Voices(QObject):
    """The voices of one canvas, in the order of reading: frames, cards as data flows, the rest."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self._view = view
        self._made: dict[Item, Voice] = {}
        self._items: list[Item] | None = None
        self._told: Voice | None = None  # what a screen reader was led to last
        model = view.context.document
        model.changed.connect(self._forget)
        model.report_changed.connect(self._forget)

    def __len__(self) -> int:
        return len(self._order())

    def at(self, number: int) -> Voice | None:
        """The voice with a number, None when there are not so many."""
        items = self._order()
        return self.of(items[number]) if 0 <= number < len(items) else None

    def of(self, item: Item) -> Voice:
        """The voice of an item; made when nobody has asked for it yet."""
        if item not in self._made:
            self._made[item] = _KINDS[type(item)](self._view, item)
        return self._made[item]

    def number(self, voice: QObject | None) -> int:
        """The place of a voice in the order, -1 when it is not of this canvas."""
        item = voice.item if isinstance(voice, Voice) else None
        return self._order().index(item) if item in self._order() else -1

    def selected(self) -> list[Voice]:
        """The voices of all that is selected."""
        return [self.of(item) for item in self._order() if item.selected]

    def focused(self) -> Voice | None:
        """The voice of what the keyboard acts on."""
        canvas, selection = self._view.canvas, self._view.context.selection
        if selection.node in canvas.cards:
            return self.of(canvas.cards[selection.node])
        chosen = self.selected()
        return chosen[0] if len(chosen) == 1 else None

    def step(self, steps: int) -> None:
        """Select the wire, note or frame that many places later: what is no card."""
        things = [item for item in self._order() if not isinstance(item, Card)]
        if not things:
            return
        at = next((n for n, item in enumerate(things) if item.selected), None)
        number = (-1 if steps > 0 else 0) if at is None else at
        self.of(things[(number + steps) % len(things)]).select()
        self.tell_focus()

    def tell_focus(self, *, again: bool = False) -> bool:
        """Lead a running screen reader to what the keyboard acts on now.

        False when there is none, or nothing else than before (unless `again`).
        """
        if not (QAccessible.isActive() and self._view.hasFocus()):
            return False
        voice = self.focused()
        if voice is None or (voice is self._told and not again):
            return False
        self._told = voice
        QAccessible.updateAccessibility(QAccessibleEvent(voice, QAccessible.Event.Focus))
        return True

    def _order(self) -> list[Item]:
        if self._items is None:
            canvas = self._view.canvas
            ids = dict.fromkeys((*self._view.context.document.report.nodes, *canvas.cards))
            self._items = [
                *canvas.frames.items.values(),
                *(canvas.cards[id] for id in ids if id in canvas.cards),
                *canvas.wires(),
                *canvas.notes.values(),
            ]
        return self._items

    def _forget(self, *_: object) -> None:
        """Items came or went: silence those that are gone, and tell a running screen reader."""
        before, self._items = self._items, None
        listening = QAccessible.isActive()
        if not (self._made or listening):
            return
        left = set(self._order())
        gone = [item for item in self._made if item not in left]
        known = set(before or ())
        if listening and before is not None and (gone or self._items != before):
            self._tell_changes([item for item in self._order() if item not in known], gone)
        for item in gone:
            voice = self._made.pop(item)
            self._told = None if voice is self._told else self._told
            voice.deleteLater()

    def _tell_changes(self, came: Sequence[Item], gone: Sequence[Item]) -> None:
        """What appeared and vanished, one by one unless there are many; then the new order."""
        events = QAccessible.Event
        if len(came) + len(gone) <= _MANY:
            for items, kind in ((gone, events.ObjectDestroyed), (came, events.ObjectCreated)):
                for item in items:
                    QAccessible.updateAccessibility(QAccessibleEvent(self.of(item), kind))
        event = QAccessibleEvent(self._view, events.ObjectReorder)
        QAccessible.updateAccessibility(event)


_KINDS: dict[type, type[Voice]] = {
    Card: CardVoice,
    WireItem: WireVoice,
    NoteItem: NoteVoice,
    FrameItem: FrameVoice,
}
