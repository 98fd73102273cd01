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
    return _sentences(card_name(card), card_value(card), card_details(card, document))


def card_name(card: Card) -> str:
    """Title and id: titles repeat, ids do not."""
    return f"{card.facts.title} ({card.facts.id})"


def card_value(card: Card) -> str:
    """The shape of the output, "" while it is not known."""
    shape = card.facts.shape
    return tr("Output {shape}", shape=format_shape(shape)) if shape is not None else ""


def card_details(card: Card, document: Document) -> str:
    """What else a card shows: problem, settings, parameters, neighbours, health."""
    facts = card.facts
    problem = facts.problem
    words = [problem.message, problem.hint] if problem is not None else []
    words.append(facts.settings)
    if facts.stack is not None:
        words.append(tr("A composite: it can be opened"))
        if facts.stack.linked:
            words.append(tr("Linked: others follow every change inside"))
    if facts.parameters:
        words.append(tr("{n:,} parameters", n=facts.parameters))
    before = ", ".join(wire.source for wire in topology.incoming(document)[facts.id])
    after = ", ".join(wire.target for wire in topology.outgoing(document)[facts.id])
    words.append(tr("From {blocks}", blocks=before) if before else "")
    words.append(tr("To {blocks}", blocks=after) if after else "")
    words += [*facts.states, card.pulse.gradient, card.pulse.reason]
    return _sentences(*words)


def port_words(document: Document, node: str, side: str, port: str) -> str:
    """What a port ("in" or "out", name) is wired to."""
    if side == "in":
        wires = topology.incoming(document)[node]
        ends = ", ".join(wire.source for wire in wires if wire.target_port == port)
        return tr("From {blocks}", blocks=ends) if ends else tr("Not connected")
    wires = topology.outgoing(document)[node]
    ends = ", ".join(wire.target for wire in wires if wire.source_port == port)
    return tr("To {blocks}", blocks=ends) if ends else tr("Not connected")


def _sentences(*words: str) -> str:
    return ". ".join(word.rstrip(".") for word in words if word)


def say(view: GraphView, text: str) -> None:
    """Let a running screen reader say it now: the focus stays on the canvas, so it would not."""
    if view.hasFocus() and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, text))
