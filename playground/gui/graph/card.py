"""A card: one block on the canvas, one graphics item."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QStaticText
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from playground.gui.graph import card_paint, sums
from playground.gui.graph.card_layout import measure
from playground.gui.graph.facts import Facts
from playground.gui.graph.pictures import Bar
from playground.gui.graph.shell import port_offsets
from playground.gui.graph.style import (
    FULL_DETAIL,
    PADDING,
    PORT_REACH,
    TILE_DETAIL,
    Look,
    hue,
    ink_on,
)
from playground.i18n import tr

_MARGIN = 12.0  # px around the card for ports, shadow and badge


@dataclass(frozen=True, slots=True)
class Picture:
    """What the body of a card shows: images, bars or words, and which scale each uses."""

    images: tuple[QImage, ...] = ()  # one a map, or one of all cells
    kernels: tuple[QImage, ...] = ()
    bars: tuple[Bar, ...] = ()
    words: tuple[str, ...] = ()  # one a token
    values: bool = False  # write each number beside its bar
    target: int = -1  # number of the right bar, -1 where there is none
    choice: int = -1  # number of the bar the network chose
    about: str = ""


@dataclass(frozen=True, slots=True)
class Pulse:
    """Live numbers of a card: its gradient and whether that is healthy."""

    foot: str = ""  # words for the left of the foot instead of the static ones
    gradient: str = ""
    health: str = ""  # "good", "warning", "bad" or "" for not known
    reason: str = ""


class Card(QGraphicsRectItem):
    """Draws facts, picture and live numbers of one block. It never changes the document.

    The rectangle is what it draws in: Qt asks for that four times an item and repaint, and here
    needs no Python for the answer.
    """

    def __init__(self, facts: Facts, look: Look) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)  # what is exposed
        self.setPen(Qt.PenStyle.NoPen)  # or it would count as a part of the rectangle
        self.look = look
        self.picture = Picture()
        self.pulse = Pulse()
        self.selected = False
        self.focused = False  # the keyboard acts on this card
        self.pinned = False  # automatic layout leaves it where it is
        self.tint = ""  # #rrggbb of a number the card is coloured by, "" for its family's hue
        self.hovered_port = ""  # "in:name" or "out:name"
        self.lit_ports: frozenset[str] | None = None  # while wiring: the ports that fit
        self.setZValue(1)
        self.set_facts(facts)

    def set_facts(self, facts: Facts) -> None:
        """Show other facts; the card takes the size they need."""
        if getattr(self, "facts", None) is not None and self.facts.shape != facts.shape:
            self.picture = Picture()  # a tensor of another shape: the old picture says nothing
        self.facts = facts
        self.geometry = measure(facts, self.look)
        self.setRect(self.geometry.card.adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        self._place = self.geometry.card.translated(self.pos())
        self.hue = hue(self.look.tokens, facts.family)
        self.title = self._static(self._elided(), self.look.title)
        self.settings = self._static(facts.settings, self.look.number)
        self._headline: tuple[QFont, QStaticText] | None = None
        self._set_foot()
        self._set_tooltip()
        self.update()

    def lie_at(self, at: tuple[float, float], pinned: bool) -> None:
        """Take a place of the scene, pinned there or not."""
        self.setPos(*at)
        if pinned != self.pinned:
            self.pinned = pinned
            self._set_tooltip()
            self.update()

    def set_tint(self, colour: str) -> None:
        """Colour the card by a number (#rrggbb), or by its family again ("")."""
        if colour != self.tint:
            self.tint = colour
            self.update()

    @property
    def ink(self) -> str:
        """The colour of the title: one that can be read on the header."""
        return ink_on(self.tint) if self.tint else self.look.tokens.ink

    @property
    def headline(self) -> tuple[QFont, QStaticText]:
        """The title as it is read from half way: as large as the header has room for it."""
        if self._headline is None:
            font, room = QFont(self.look.brief), self.geometry.header.width() - 16
            share = room / max(1.0, self.look.width(font, self.facts.title))
            font.setPixelSize(max(13, min(font.pixelSize(), int(font.pixelSize() * share))))
            right = Qt.TextElideMode.ElideRight
            words = QFontMetricsF(font).elidedText(self.facts.title, right, room + 1)
            self._headline = font, self._static(words, font)
        return self._headline

    def set_picture(self, picture: Picture) -> None:
        """Show another picture of the output."""
        self.picture = picture
        self._set_tooltip()
        self.update(self.geometry.body)

    def set_pulse(self, pulse: Pulse) -> None:
        """Show other live numbers."""
        if pulse != self.pulse:
            self.pulse = pulse
            self._set_foot()
            self._set_tooltip()
            self.update(self.geometry.foot)

    def set_selected(self, selected: bool, focused: bool) -> None:
        """Draw the outline of a selected card, and the ring of the one the keyboard acts on."""
        if (selected, focused) != (self.selected, self.focused):
            self.selected, self.focused = selected, focused
            self.setZValue(2 if selected else 1)
            self.update()

    def hover(self, port: str) -> None:
        """Enlarge a port."""
        if port != self.hovered_port:
            self.hovered_port = port
            self.update()

    def light(self, ports: frozenset[str] | None) -> None:
        """While a wire is drawn: light up these ports and dim the others; None ends it."""
        if ports != self.lit_ports:
            self.lit_ports = ports
            self.update()

    def relook(self) -> None:
        """Theme, fonts or language changed: measure and draw again."""
        self.set_facts(self.facts)

    def ports(self) -> list[tuple[str, QPointF]]:
        """Names ("in:name", "out:name") and places in the card's coordinates."""
        found = []
        for side, names in (("in", self.facts.inputs), ("out", self.facts.outputs)):
            for port, along in zip(names, port_offsets(len(names)), strict=True):
                found.append((f"{side}:{port.name}", self._on_edge(side, along)))
        return found

    def port_place(self, port: str) -> QPointF:
        """Place of a port in the scene; the middle of its side for a port the block lacks."""
        local = dict(self.ports()).get(port, self._on_edge(port.partition(":")[0], 0.0))
        return self.pos() + local

    def port_at(self, scene_pos: QPointF, reach: float = PORT_REACH) -> str:
        """The port within reach of a point of the scene, "" for none."""
        local = scene_pos - self.pos()
        near = [((place - local).manhattanLength(), name) for name, place in self.ports()]
        distance, name = min(near, default=(reach + 1, ""))
        return name if distance <= reach else ""

    def setPos(self, x: float, y: float) -> None:
        """Move the centre to a place of the scene."""
        super().setPos(x, y)
        self._place = self.geometry.card.translated(x, y)

    def scene_card(self) -> QRectF:
        """The card's rectangle in the scene, without ports and shadow; not to be changed."""
        return self._place

    @property
    def tile(self) -> tuple[str, str, bool]:
        """How it looks from afar: family, tint, and whether it has an error."""
        problem = self.facts.problem
        return self.facts.family, self.tint, problem is not None and problem.severity == "error"

    def shape(self) -> QPainterPath:
        return self.geometry.outline

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        if detail >= FULL_DETAIL:
            card_paint.full(painter, self, option.exposedRect)
        elif detail >= TILE_DETAIL:
            card_paint.brief(painter, self, detail)
        # from farther away `far.paint` draws all cards at once

    def _on_edge(self, side: str, along: float) -> QPointF:
        """`along` px from the middle of the side where data arrives ("in") or leaves."""
        card = self.geometry.card
        if self.look.down:
            return QPointF(along, card.top() if side == "in" else card.bottom())
        return QPointF(card.left() if side == "in" else card.right(), along)

    def _elided(self) -> str:
        room = self.geometry.card.width() - 26 - PADDING
        if self.facts.settings:
            room -= 14 + self.look.width(self.look.number, self.facts.settings)
        metrics = QFontMetricsF(self.look.title)
        return metrics.elidedText(self.facts.title, Qt.TextElideMode.ElideRight, room + 1)

    def _set_foot(self) -> None:
        words = [self.pulse.foot or self.facts.foot, self.pulse.gradient]
        self.foot = self._static("  ".join(w for w in words if w), self.look.small_number)

    def _set_tooltip(self) -> None:
        facts = self.facts
        lines = [f"{facts.title} ({facts.id})"]
        lines.append(sums.of_one(facts.parameters, facts.flops, facts.activations))
        if facts.problem is not None:
            lines += [facts.problem.message, facts.problem.hint]
        lines += facts.states
        if self.pinned:
            lines.append(tr("Pinned: automatic layout leaves it where it is."))
        lines += [self.picture.about, self.pulse.reason]
        self.setToolTip("\n".join(line for line in lines if line))

    def _static(self, text: str, font) -> QStaticText:
        static = QStaticText(text)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.prepare(font=font)
        return static
