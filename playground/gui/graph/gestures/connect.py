"""Left drag from a port: draw a wire. Ports that fit light up, the others dim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from playground.document import edits
from playground.document.model import Wire
from playground.gui.graph import fitting
from playground.gui.graph.card import Card
from playground.gui.graph.gestures.base import Gesture, Mouse
from playground.gui.graph.wire import curve
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage


_DIMMED = 0.45  # opacity of a card that no end of the wire fits


class Connect(Gesture):
    """From an output to an input or back; from a wired input it takes the wire's end along."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, view: Stage, mouse: Mouse, card: Card, port: str) -> None:
        super().__init__(view, mouse)
        self._taken = self._wire_at(card.facts.id, port)
        self._node, self._port = card.facts.id, port
        if self._taken is not None:
            self._node, self._port = self._taken.source, f"out:{self._taken.source_port}"
        model = view.context.document
        self._fitting = fitting.Fitting(model.document, model.report, self._node, self.forward)
        self._start = view.canvas.cards[self._node].port_place(self._port)
        self._tip = mouse.pos
        self._target: tuple[str, str] | None = None  # node and port that the wire snaps to
        self._why = ""  # it cannot be drawn where the mouse is
        self._light()

    @classmethod
    def begin(cls, view: Stage, mouse: Mouse) -> Self | None:
        if mouse.button != Qt.MouseButton.LeftButton:
            return None
        card = view.canvas.card_at(mouse.pos)
        port = card.port_at(mouse.pos) if card is not None else ""
        return cls(view, mouse, card, port) if card is not None and port else None

    @property
    def forward(self) -> bool:
        """Drawn from an output."""
        return self._port.startswith("out:")

    def move(self, mouse: Mouse) -> None:
        old = self._tip
        self._target, self._why = self._target_at(mouse.pos)
        self._tip = mouse.pos
        if self._target is not None and not self._why:
            node, port = self._target
            self._tip = self.view.canvas.cards[node].port_place(port)
        self.view.say(self._why, mouse.spot)
        changed = self._lead(self._start, old).boundingRect().united(self._curve().boundingRect())
        self.view.redraw(changed)

    def end(self, mouse: Mouse) -> None:
        self.move(mouse)
        self._unlight()
        if self._why:
            self.view.refuse(self._why, mouse.spot)
        elif self._target is not None:
            self._join(self._target)
        elif self.view.canvas.card_at(mouse.pos) is not None:
            return  # back on its own card: the user changed their mind
        elif self._taken is not None:
            taken = self._taken
            self._push(tr("Disconnect {id}", id=taken.target), lambda d: edits.disconnect(d, taken))
        elif (mouse.spot - self.first.spot).manhattanLength() > 20:
            self._search(mouse.pos)

    def cancel(self) -> None:
        self._unlight()

    def paint(self, painter: QPainter) -> None:
        tokens = self.view.context.theme.tokens
        pen = QPen(QColor(tokens.bad if self._why else tokens.accent), 3)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._curve())

    def _wire_at(self, node: str, port: str) -> Wire | None:
        """The last wire at an input, whose end this drag takes along."""
        if port.startswith("out:"):
            return None
        wires = self.view.context.document.document.wires
        name = port.removeprefix("in:")
        return next((w for w in reversed(wires) if (w.target, w.target_port) == (node, name)), None)

    def _target_at(self, pos: QPointF) -> tuple[tuple[str, str] | None, str]:
        """The port under the mouse or the first that fits of the card there, and why not."""
        card = self.view.canvas.card_at(pos)
        if card is None:
            return None, ""
        wanted, id = "in:" if self.forward else "out:", card.facts.id
        port = card.port_at(pos, reach=20.0)
        if id == self._node:
            own = port.startswith(wanted)
            return None, tr("A block cannot feed itself.") if own else ""
        if port.startswith(wanted):
            return (id, port), self._refusal((id, port))
        reasons = {
            name: self._refusal((id, name)) for name, _ in card.ports() if name.startswith(wanted)
        }
        if not reasons:
            nothing = tr("{id} takes no input.", id=id), tr("{id} gives no output.", id=id)
            return None, nothing[0] if self.forward else nothing[1]
        best = next((name for name, why in reasons.items() if not why), next(iter(reasons)))
        return (id, best), reasons[best]

    def _wire(self, target: tuple[str, str]) -> Wire:
        ends = [(self._node, self._port), target]
        (source, source_port), (node, port) = ends if self.forward else reversed(ends)
        return Wire(
            source=source,
            source_port=source_port.removeprefix("out:"),
            target=node,
            target_port=port.removeprefix("in:"),
        )

    def _refusal(self, target: tuple[str, str]) -> str:
        wire = self._wire(target)
        return "" if wire == self._taken else self._fitting.refusal(wire)

    def _join(self, target: tuple[str, str]) -> None:
        wire = self._wire(target)
        if wire != self._taken:
            self.view.editor.connect(wire, instead_of=self._taken)

    def _push(self, text: str, edit) -> None:
        self.view.context.document.push(text, edit)

    def _search(self, pos: QPointF) -> None:
        """Dropped on empty canvas: offer the blocks that fit."""
        model = self.view.context.document
        if self.forward:
            keys = fitting.blocks_after(model.document, model.report.shape(self._node))
        else:
            keys = fitting.blocks_before(model.document)
        seen = self.view.seen()  # let go outside of the window, it is placed at the edge
        pos = QPointF(
            min(max(pos.x(), seen.left()), seen.right()),
            min(max(pos.y(), seen.top()), seen.bottom()),
        )
        self.view.open_search(pos, keys=keys, wired_to=(self._node, self._port))

    def _light(self) -> None:
        wanted = "in:" if self.forward else "out:"
        for id, card in self.view.canvas.cards.items():
            names = [name for name, _ in card.ports() if name.startswith(wanted)]
            fits = {name for name in names if not self._refusal((id, name))}
            card.light(frozenset(fits | ({self._port} if id == self._node else set())))
            card.setOpacity(1.0 if fits or id == self._node else _DIMMED)

    def _unlight(self) -> None:
        for card in self.view.canvas.cards.values():
            card.light(None)
            card.setOpacity(1.0)
        self.view.say("", self.first.spot)
        self.view.redraw(self._curve().boundingRect())

    def _curve(self) -> QPainterPath:
        return self._lead(self._start, self._tip)

    def _lead(self, fixed: QPointF, tip: QPointF) -> QPainterPath:
        start, end = (fixed, tip) if self.forward else (tip, fixed)
        return curve(start, end, down=self.view.canvas.look.down)
