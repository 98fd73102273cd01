"""Wires never stay hidden behind a card: they are led around it soon after a change."""

from __future__ import annotations

from threading import Event

import pytest

from playground.document import edits
from playground.document.model import Document, Node, Wire
from playground.gui.graph import detours


@pytest.fixture
def mlp() -> Document:
    """Three cards in a row, and a wire from the first to the last that runs through the second."""
    nodes = [Node(id=id, block="relu", at=(260.0 * n, 0.0)) for n, id in enumerate("abc")]
    wires = (Wire(source="a", target="b"), Wire(source="a", target="c"))
    return Document(nodes=tuple(nodes), wires=wires)


def height_of(view, target: str) -> float:
    """How far down or up the wire to a card runs."""
    item = next(item for item in view.canvas.wires() if item.wire.target == target)
    return item.path().boundingRect().height()


def test_a_wire_behind_a_card_is_led_around_it(qtbot, view):
    half = view.canvas.cards["b"].scene_card().height() / 2
    qtbot.waitUntil(lambda: height_of(view, "c") > half, timeout=5000)
    assert height_of(view, "b") < 1  # the others stay


def test_it_runs_straight_again_when_the_card_has_gone(qtbot, view, context):
    qtbot.waitUntil(lambda: height_of(view, "c") > 20, timeout=5000)
    context.document.push("move", lambda d: edits.move_nodes(d, {"c": (520.0, 400.0)}))
    context.document.push("move", lambda d: edits.move_nodes(d, {"b": (260.0, 800.0)}))
    context.document.push("move", lambda d: edits.move_nodes(d, {"c": (530.0, 0.0)}))
    assert height_of(view, "c") < 1


def test_a_card_that_is_put_onto_a_wire_pushes_it_aside(qtbot, view, context):
    context.document.push("move", lambda d: edits.move_nodes(d, {"b": (260.0, 800.0)}))
    context.document.push("move", lambda d: edits.move_nodes(d, {"c": (530.0, 0.0)}))
    assert height_of(view, "c") < 1
    context.document.push("move", lambda d: edits.move_nodes(d, {"b": (265.0, 0.0)}))
    qtbot.waitUntil(lambda: height_of(view, "c") > 20, timeout=5000)


def test_an_answer_that_comes_late_is_forgotten(qtbot, view, context, monkeypatch):
    qtbot.waitUntil(lambda: height_of(view, "c") > 20, timeout=5000)
    asked, may_end, real = [], Event(), detours._find

    def slow(*args):
        asked.append(args)
        assert may_end.wait(10)
        return real(*args)

    monkeypatch.setattr(detours, "_find", slow)
    context.document.push("move", lambda d: edits.move_nodes(d, {"c": (540.0, 0.0)}))
    qtbot.waitUntil(lambda: len(asked) == 1, timeout=5000)
    context.document.push("move", lambda d: edits.move_nodes(d, {"b": (260.0, 800.0)}))
    may_end.set()
    qtbot.waitUntil(lambda: len(asked) == 2, timeout=5000)
    assert height_of(view, "c") < 1  # the way around the card that was there would fit
