"""Where the parts of a card lie: measured from its texts and from the shape of its output."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainterPath

from playground.gui.graph.facts import Facts
from playground.gui.graph.style import (
    CARD_RADIUS,
    FOOT,
    HEADER,
    MAX_WIDTH,
    PADDING,
    PORT_PITCH,
    Look,
)
from playground.i18n import tr

_GRADIENT_SPACE = "  |∇| 0e-00"  # room is kept, so a card does not change its size in training
PENALTY_SIGN = 20.0  # px in the foot
_STRIP_LABEL = 16.0  # px above the kernels, for their name
_STRIP_PADDING = 6.0
_LONGEST_LABEL = 110.0  # px; longer names of bars are elided


@dataclass(frozen=True, slots=True)
class Geometry:
    """Rectangles of a card in its own coordinates; (0, 0) is the card's centre."""

    card: QRectF
    header: QRectF
    body: QRectF  # between header and foot
    picture: QRectF
    strip: QRectF  # the panel of the kernels, empty without them
    kernels: QRectF  # inside the strip
    foot: QRectF
    labels: float  # width left of the bars for their names
    outline: QPainterPath


def measure(facts: Facts, look: Look) -> Geometry:
    """Lay a card out; it grows with its texts, so that none is cut."""
    if facts.port:
        return _port_card(facts, look)
    names = _port_names(facts, look)
    labels, numbers = _bar_margins(facts, look)
    picture, kernels = facts.plan.size, facts.kernels.size
    strip = (kernels[0] + 2 * _STRIP_PADDING, kernels[1] + _STRIP_LABEL + _STRIP_PADDING)
    strip = strip if facts.kernels.shown else (0.0, 0.0)
    inside = max(picture[0] + labels + numbers, strip[0]) + sum(names)
    width = max(100.0, _header_width(facts, look), _foot_width(facts, look))
    width = max(min(width, MAX_WIDTH), inside + 2 * PADDING)
    ports = max(len(facts.inputs), len(facts.outputs), 1)
    width = max(width, ports * PORT_PITCH + 2 * PADDING) if look.down else width
    width = 2.0 * math.ceil(width / 2)
    height = picture[1] + 16.0 if picture[1] else 26.0
    height += strip[1] + 8 if strip[1] else 0.0
    height = 2.0 * math.ceil((HEADER + FOOT + max(height, ports * PORT_PITCH)) / 2)

    card = QRectF(-width / 2, -height / 2, width, height)
    header = QRectF(card.left(), card.top(), width, HEADER)
    foot = QRectF(card.left(), card.bottom() - FOOT, width, FOOT)
    body = QRectF(header.bottomLeft(), foot.topRight())
    free = body.adjusted(PADDING + names[0], 8, -PADDING - names[1], -8)
    strip_rect = QRectF(free.left(), free.bottom() - strip[1], free.width(), strip[1])
    if facts.plan.kind == "bars":  # they take the whole width
        place = free.adjusted(labels, 0, -numbers, 0)
    else:
        place = QRectF(free.center().x() - picture[0] / 2, 0, picture[0], 0)
    middle = (free.top() + (strip_rect.top() - 8 if strip[1] else free.bottom())) / 2
    place.setTop(middle - picture[1] / 2)
    place.setHeight(picture[1])
    kernel_rect = QRectF(0, strip_rect.top() + _STRIP_LABEL, *kernels)
    kernel_rect.moveLeft(strip_rect.left() + _STRIP_PADDING)
    outline = QPainterPath()
    outline.addRoundedRect(card, CARD_RADIUS, CARD_RADIUS)
    return Geometry(
        card=card,
        header=header,
        body=body,
        picture=place,
        strip=strip_rect if facts.kernels.shown else QRectF(),
        kernels=kernel_rect,
        foot=foot,
        labels=labels,
        outline=outline,
    )


def _port_card(facts: Facts, look: Look) -> Geometry:
    """Of a port of the composite that is shown: only a header, with the name and the shape."""
    width = 2.0 * math.ceil(max(64.0, _header_width(facts, look)) / 2)
    card = QRectF(-width / 2, -HEADER / 2, width, HEADER)
    nothing, outline = QRectF(), QPainterPath()
    outline.addRoundedRect(card, CARD_RADIUS, CARD_RADIUS)
    return Geometry(card, card, nothing, nothing, nothing, nothing, nothing, 0.0, outline)


def _port_names(facts: Facts, look: Look) -> tuple[float, float]:
    """Room at the left and the right for the names of a composite's ports."""
    if facts.stack is None:
        return 0.0, 0.0
    left, right = (
        max((look.width(look.small, port.name) + 10 for port in ports), default=0.0)
        if len(ports) > 1
        else 0.0
        for ports in (facts.inputs, facts.outputs)
    )
    return left, right


def _header_width(facts: Facts, look: Look) -> float:
    width = 26 + look.width(look.title, facts.title) + PADDING
    return width + (14 + look.width(look.number, facts.settings) if facts.settings else 0.0)


def _foot_width(facts: Facts, look: Look) -> float:
    texts = [facts.foot + (_GRADIENT_SPACE if facts.parameters else "")]
    if facts.reads:
        texts.append(tr("class {name}", name="00"))
    if facts.unknown:
        texts.append(tr("unknown block"))
    widest = max(look.width(look.small_number, text) for text in texts)
    linked = 20 if facts.stack is not None and facts.stack.linked else 0
    penalty = PENALTY_SIGN if facts.penalty is not None else 0
    return 2 * PADDING + widest + (34 if facts.frozen else 20) + linked + penalty


def _bar_margins(facts: Facts, look: Look) -> tuple[float, float]:
    """Room left of the bars for names and right of them for numbers."""
    if facts.plan.kind != "bars":
        return 0.0, 0.0
    longest = max((look.width(look.bold_number, name) for name in facts.labels), default=0.0)
    numbers = 0.0
    if facts.plan.total <= 4 and not facts.loss:
        numbers = look.width(look.small_number, "+0.00") + 6
    return (min(longest, _LONGEST_LABEL) + 10 if longest else 0.0), numbers
