"""Cards in words: what a screen reader says about them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from playground.blocks.base import format_shape
from playground.document import topology
from playground.document.model import Document
from playground.gui.graph.card import Card
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView


def describe(view: GraphView) -> str:
    """The canvas in words: the selected card, or how many are selected, or all of it."""
    document = view.context.document.document
    cards = [
        view.canvas.cards[id] for id in view.context.selection.nodes if id in view.canvas.cards
    ]
    if len(cards) == 1:
        return card_words(cards[0], document)
    if cards:
        names = ", ".join(card.facts.title for card in cards)
        return tr("Selected: {names}", names=names)
    count = len(document.nodes)
    return tr("{n} block", n=count) if count == 1 else tr("{n} blocks", n=count)


def card_words(card: Card, document: Document) -> str:
    """Everything a card shows, in one line: name, shape, numbers, neighbours, health, problem."""
    facts = card.facts
    words = [f"{facts.title} ({facts.id})", facts.settings]
    if facts.shape is not None:
        words.append(tr("Output {shape}", shape=format_shape(facts.shape)))
    if facts.parameters:
        words.append(tr("{n:,} parameters", n=facts.parameters))
    before = ", ".join(wire.source for wire in topology.incoming(document)[facts.id])
    after = ", ".join(wire.target for wire in topology.outgoing(document)[facts.id])
    words.append(tr("From {blocks}", blocks=before) if before else "")
    words.append(tr("To {blocks}", blocks=after) if after else "")
    if facts.muted:
        words.append(tr("Muted: it passes its input through unchanged."))
    if facts.frozen:
        words.append(tr("Frozen: its weights are not trained."))
    words += [card.pulse.gradient, card.pulse.reason]
    if facts.problem is not None:
        words += [facts.problem.message, facts.problem.hint]
    return ". ".join(word.rstrip(".") for word in words if word)


def say(view: GraphView, text: str) -> None:
    """Let a running screen reader say it now: the focus stays on the canvas, so it would not."""
    if view.hasFocus() and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, text))
