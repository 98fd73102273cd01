"""The scene: items that follow the document. It never writes the document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from playground.check.problems import Problem
from playground.check.report import NodeReport, Report
from playground.document.diff import Changes, diff
from playground.document.layout.base import Route
from playground.document.model import Document, Wire
from playground.gui.context import Context
from playground.gui.graph.card import Card
from playground.gui.graph.extent import Extent, united
from playground.gui.graph.facts import facts_of
from playground.gui.graph.frame import FrameItem
from playground.gui.graph.frames import Frames
from playground.gui.graph.note import NoteItem
from playground.gui.graph.style import Look
from playground.gui.graph.wire import WireItem


class GraphScene(QGraphicsScene):
    """Cards, wires and notes of the document, kept up to date by touching only what changed."""

    reshaped = Signal()  # cards came, went, moved or grew

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.look = Look(context.theme.tokens)  # _apply() says where the flow goes
        self.cards: dict[str, Card] = {}
        self.notes: dict[str, NoteItem] = {}
        self.frames = Frames(self)
        self._wires: dict[Wire, list[WireItem]] = {}  # equal wires may lie side by side
        self._wires_of: dict[str, set[WireItem]] = {}  # node id -> the wires at its ports
        self.routes: dict[Wire, Route] = {}  # ways along which wires are led
        self._report: Report | None = None
        self._hovered: Card | None = None
        self._keyboard = False
        self._chosen: set[str] = set()  # what is drawn as selected
        self._chosen_wires: set[Wire] = set()
        self._extent = Extent(self)
        self._made: tuple[Report | None, frozenset[str]] = (None, frozenset())
        self._apply(Document(), context.document.document)
        context.document.changed.connect(self._apply)
        context.document.report_changed.connect(self._on_report)
        context.selection.changed.connect(self.show_selection)
        context.theme.changed.connect(self.relook)

    def wires(self) -> Iterable[WireItem]:
        """All wires."""
        return (item for items in self._wires.values() for item in items)

    def card_at(self, pos: QPointF) -> Card | None:
        """The topmost card under a point, its ports included."""
        near = QRectF(pos.x() - 12, pos.y() - 12, 24, 24)
        cards = [item for item in self.items(near) if isinstance(item, Card)]
        inside = next((card for card in cards if card.scene_card().contains(pos)), None)
        port = next((card for card in cards if card.port_at(pos)), None)
        return port or inside

    def wire_at(self, pos: QPointF) -> WireItem | None:
        """The topmost wire under a point."""
        return next((item for item in self.items(pos) if isinstance(item, WireItem)), None)

    def wires_in(self, rect: QRectF) -> list[WireItem]:
        """The wires that run through a rectangle, topmost first."""
        return [item for item in self.items(rect) if isinstance(item, WireItem)]

    def note_at(self, pos: QPointF) -> NoteItem | None:
        """The topmost note under a point."""
        return next((item for item in self.items(pos) if isinstance(item, NoteItem)), None)

    def frame_at(self, pos: QPointF) -> FrameItem | None:
        """The topmost frame whose title bar is under a point."""
        return next((item for item in self.items(pos) if isinstance(item, FrameItem)), None)

    def around(self, ids: Iterable[str]) -> QRectF:
        """The rectangle around some cards."""
        return united(self.cards[id].scene_card() for id in ids if id in self.cards)

    def contents(self) -> QRectF:
        """The rectangle around everything."""
        return self._extent.whole()

    def drag(self, places: dict[str, tuple[float, float]]) -> None:
        """Show cards at other places while a gesture lasts; the document stays as it is."""
        for id, place in places.items():
            if id in self.cards:
                self.cards[id].setPos(*place)
        self._route(places)
        self.frames.follow(places)

    def settle(self, ids: Iterable[str]) -> None:
        """Put cards back where the document says they are."""
        document = self.context.document.document
        self.drag({id: document.node(id).at for id in ids if id in document.by_id})
        self._extent.forget()  # it may have been measured on the way

    def lead_along(self, routes: Mapping[Wire, Route]) -> None:
        """Lead wires along these ways, for as long as both of their ends lie on them."""
        self.routes |= routes
        self._route({end for wire in routes for end in (wire.source, wire.target)})
        self._reshape()

    def select_notes(self, ids: Iterable[str]) -> None:
        """Select exactly these notes, and no frame."""
        wanted = set(ids)
        self.frames.select(())
        for id, item in self.notes.items():
            item.set_selected(id in wanted)

    def selected_notes(self) -> tuple[str, ...]:
        """Ids of the selected notes."""
        return tuple(id for id, item in self.notes.items() if item.selected)

    def hover(self, pos: QPointF) -> bool:
        """Enlarge the port under the mouse; True when there is one."""
        card = self.card_at(pos)
        port = card.port_at(pos) if card is not None else ""
        if self._hovered is not None and self._hovered is not card:
            self._hovered.hover("")
        if card is not None:
            card.hover(port)
        if card is not self._hovered:
            self._hovered = card
            self.context.selection.hovered.emit(card.facts.id if card is not None else "")
        return bool(port)

    @property
    def hovered_card(self) -> Card | None:
        """The card under the mouse."""
        return self._hovered

    def show_focus(self, keyboard: bool) -> None:
        """Ring the card the keyboard acts on, or not: after a click nobody needs it."""
        if keyboard != self._keyboard:
            self._keyboard = keyboard
            self.show_selection()

    def show_selection(self) -> None:
        """Draw what is selected; touches only what was or is."""
        selection = self.context.selection
        chosen, wires = set(selection.nodes), set(selection.wires)
        for id in (self._chosen | chosen) & self.cards.keys():
            focused = self._keyboard and id == selection.node
            self.cards[id].set_selected(id in chosen, focused)
        for wire in self._chosen_wires | wires:
            for item in self._wires.get(wire, ()):
                if item.selected != (wire in wires):
                    item.set_state(selected=wire in wires)
        self._chosen, self._chosen_wires = chosen, wires

    def relook(self) -> None:
        """Theme, fonts or language changed: every item measures and draws itself again."""
        self.look.refresh(self.context.theme.tokens)
        self._refresh_facts(self.cards)
        for card in self.cards.values():
            card.relook()
        for item in (*self.wires(), *self.notes.values()):
            item.relook()
        self._route(self.cards)
        self.frames.relook()
        self._reshape()
        self.invalidate()

    def _apply(self, old: Document, new: Document) -> None:
        changes = diff(old, new)
        turned = (new.view.flow == "down") is not self.look.down
        self.look.down = new.view.flow == "down"
        for wire in changes.wires_removed:
            self._remove_wire(wire)
        for id in changes.removed:
            card = self.cards.pop(id)
            self._hovered = None if self._hovered is card else self._hovered
            self.removeItem(card)
            self._wires_of.pop(id, None)
        report = self.context.document.report
        for id in (node.id for node in new.nodes if node.id in changes.added):
            card = Card(facts_of(new.node(id), new, report), self.look)
            card.lie_at(new.node(id).at, new.node(id).pinned)
            self.cards[id] = card
            self.addItem(card)
        for wire in changes.wires_added:
            self._add_wire(wire)
        for id in changes.moved:
            self.cards[id].lie_at(new.node(id).at, new.node(id).pinned)
        self._made = report, changes.added
        touched = _touched(self.cards, self._report, changes, new) - changes.added
        self._refresh_facts(touched)
        self._route(changes.moved)
        if changes.notes:
            _set_notes(self, new)
        self.frames.show(new, changes.moved)
        if turned:
            self.relook()
        came = [self.cards[id].scene_card() for id in changes.added]
        came += [item.rect() for wire in changes.wires_added for item in self._wires[wire]]
        self._extent.follow(changes, came)
        self.reshaped.emit()
        self.context.selection.keep(new)
        self.show_selection()

    def _on_report(self, report: Report) -> None:
        differ = _differ(self.cards, self._report, report)
        if self._made[0] is report:
            differ -= self._made[1]  # made from this very report
        self._report = report
        self._refresh_facts(differ)

    def _refresh_facts(self, ids: Iterable[str]) -> None:
        model = self.context.document
        resized = []
        for id in ids:
            card = self.cards[id]
            facts = facts_of(model.document.node(id), model.document, model.report)
            if facts != card.facts:
                size = card.geometry.card
                card.set_facts(facts)
                if size != card.geometry.card:
                    resized.append(id)
            for item in self._wires_of.get(id, ()):
                self._show_tensor(item)
        if resized:
            self._route(resized)
            self.frames.follow(resized)
            self._reshape()

    def _add_wire(self, wire: Wire) -> None:
        item = WireItem(wire, self.look)
        self._wires.setdefault(wire, []).append(item)
        self._wires_of.setdefault(wire.source, set()).add(item)
        self._wires_of.setdefault(wire.target, set()).add(item)
        self._show_tensor(item)
        self._lead(item)
        self.addItem(item)

    def _remove_wire(self, wire: Wire) -> None:
        items = self._wires[wire]
        item = items.pop()
        if not items:
            del self._wires[wire]
        for end in (wire.source, wire.target):
            self._wires_of.get(end, set()).discard(item)
        self.removeItem(item)

    def _show_tensor(self, item: WireItem) -> None:
        report, wire = self.context.document.report, item.wire
        target = report.nodes.get(wire.target)
        problem = target.problem if target is not None else None
        shape = report.port_shape(wire.source, wire.source_port)
        item.set_tensor(shape, problem is not None and _blames(problem, wire))

    def _route(self, ids: Iterable[str]) -> None:
        """Lead the wires of cards that moved or grew to their new places."""
        for item in {item for id in ids for item in self._wires_of.get(id, ())}:
            self._lead(item)

    def _reshape(self) -> None:
        """Tell that the whole is different; not during a drag, where nobody needs to know."""
        self._extent.forget()
        self.reshaped.emit()

    def _lead(self, item: WireItem) -> None:
        wire = item.wire
        source, target = self.cards[wire.source], self.cards[wire.target]
        start = source.port_place(f"out:{wire.source_port}")
        end = target.port_place(f"in:{wire.target_port}")
        level = _level(source.scene_card(), target.scene_card(), down=self.look.down)
        item.set_ends(start, end, level, self.routes.get(wire, ()))


def _set_notes(canvas: GraphScene, document: Document) -> None:
    """Show the notes of a document."""
    wanted = {note.id: note for note in document.notes}
    for id in canvas.notes.keys() - wanted.keys():
        canvas.removeItem(canvas.notes.pop(id))
    for id, note in wanted.items():
        if id not in canvas.notes:
            canvas.notes[id] = NoteItem(note, canvas.look)
            canvas.addItem(canvas.notes[id])
        elif canvas.notes[id].note is not note:
            canvas.notes[id].set_note(note)


def _touched(
    cards: dict[str, Card], report: Report | None, changes: Changes, new: Document
) -> set[str]:
    """Cards whose facts may differ although their check does not: names, labels, ports."""
    touched = set(changes.changed)
    touched |= {end for w in changes.wires_added for end in (w.source, w.target)}
    touched |= {end for w in changes.wires_removed for end in (w.source, w.target)}
    if changes.data or changes.train:
        touched |= _ends(report)
        touched |= {id for id, card in cards.items() if card.facts.reads}
        touched |= {id for id, card in cards.items() if card.facts.loss}
    return touched & cards.keys()


def _differ(cards: dict[str, Card], old: Report | None, new: Report) -> set[str]:
    """Cards whose facts may differ because their check does."""
    before = old.nodes if old is not None else {}
    differ = {
        id
        for id in cards
        if before.get(id) is not new.nodes.get(id)
        and not _says_the_same(before.get(id), new.nodes.get(id))
    }
    differ |= _ends(old) ^ _ends(new)  # they speak of classes, or no longer
    faulty = {problem.node for problem in new.problems}
    differ |= {id for id, card in cards.items() if card.facts.problem is not None} ^ faulty
    return differ & cards.keys()


def _says_the_same(old: NodeReport | None, new: NodeReport | None) -> bool:
    """Whether two checks of a block, made one after the other, have a card show the same."""
    if old is None or new is None or old.node is not new.node or old.block is not new.block:
        return False
    one, other = old.problem, new.problem
    if one is None or other is None or (old.inputs, old.output) != (new.inputs, new.output):
        return False
    return replace(one, fixes=()) == replace(other, fixes=())  # the panel shows the repairs


def _level(source: QRectF, target: QRectF, *, down: bool) -> float:
    """The height between two cards, or below both, at which a wire can pass.

    Where data flows `down`: the place left to right between them, or right of both.
    """
    if down:
        source, target = (QRectF(r.y(), r.x(), r.height(), r.width()) for r in (source, target))
    if source.bottom() < target.top():
        return (source.bottom() + target.top()) / 2
    if target.bottom() < source.top():
        return (target.bottom() + source.top()) / 2
    return max(source.bottom(), target.bottom()) + 30.0


def _blames(problem: Problem, wire: Wire) -> bool:
    """Whether a problem of a block comes from this wire that arrives there."""
    if problem.severity != "error":
        return False
    if problem.kind == "too_many_wires":
        return problem.place == wire.target_port
    return problem.place == str(wire) or problem.kind in ("wrong_shape", "cycle")


def _ends(report: Report | None) -> set[str]:
    """The last block of every model."""
    return {spec.output for spec in report.models.values()} if report is not None else set()
