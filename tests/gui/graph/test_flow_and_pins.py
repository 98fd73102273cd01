"""Layout from top to bottom, with pins, frames and notes, in one undo step."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPathStroker

from playground.document import edits, frames
from playground.document.model import Document, Node, Note, Wire
from playground.gui.settings import Preferences

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def mlp() -> Document:
    """A residual network on one heap, with a frame, and a note upon it."""
    ids = ("x", "first", "act", "second", "sum", "out")
    blocks = ("input", "linear", "tanh", "linear", "add", "linear")
    nodes = tuple(Node(id=id, block=block) for id, block in zip(ids, blocks, strict=True))
    wires = [Wire(source=a, target=b) for a, b in itertools.pairwise(ids)]
    wires.append(Wire(source="x", target="sum"))
    document = Document(
        nodes=nodes, wires=tuple(wires), notes=(Note(id="n", text="Why?", at=(-40, -20)),)
    )
    return frames.add_frame(document, ("first", "act"))[0]


@pytest.fixture(autouse=True)
def calm(context):
    Preferences(context.settings).reduced_motion = True


def lay_out(qtbot, context, hand, key=Qt.Key.Key_L, held=Qt.KeyboardModifier.NoModifier):
    with qtbot.waitSignal(context.document.changed, timeout=5000):
        hand.key(key, held)


def overlapping(view) -> list[tuple[str, str]]:
    rects = {id: card.scene_card() for id, card in view.canvas.cards.items()}
    rects |= {id: note.rect().translated(note.pos()) for id, note in view.canvas.notes.items()}
    return [(a, b) for a, b in itertools.combinations(rects, 2) if rects[a].intersects(rects[b])]


def through_cards(view) -> list[str]:
    found = []
    for item in view.canvas.wires():
        line = QPainterPathStroker().createStroke(item.path())
        for id, card in view.canvas.cards.items():
            inner = card.scene_card().adjusted(1, 1, -1, -1)
            if id not in (item.wire.source, item.wire.target) and line.intersects(inner):
                found.append(f"{item.wire} through {id}")
    return found


def test_shift_l_lets_everything_flow_down_and_ports_follow(qtbot, view, hand, context):
    before = context.document.document
    lay_out(qtbot, context, hand, held=SHIFT)
    document = context.document.document
    order = ("x", "first", "act", "second", "sum", "out")
    heights = [document.node(id).at[1] for id in order]
    assert heights == sorted(set(heights))
    assert document.view.flow == "down"
    for card in view.canvas.cards.values():
        rect = card.geometry.card
        for name, place in card.ports():
            assert place.y() == (rect.top() if name.startswith("in:") else rect.bottom())
    for item in view.canvas.wires():
        start = view.canvas.cards[item.wire.source].port_place("out:out")
        end = view.canvas.cards[item.wire.target].port_place("in:in")
        assert (item.path().pointAtPercent(0) - start).manhattanLength() < 1
        assert (item.path().pointAtPercent(1) - end).manhattanLength() < 1
    assert not overlapping(view)
    assert not through_cards(view)
    assert context.document.undo_stack.count() == 1
    context.document.undo_stack.undo()
    assert context.document.document == before
    assert not view.canvas.look.down
    context.document.undo_stack.redo()
    assert context.document.document == document
    heap = {"first": (900.0, 0.0), "act": (900.0, 0.0)}
    context.document.push("heap", lambda d: edits.move_nodes(d, heap))
    lay_out(qtbot, context, hand)  # L keeps the direction
    assert context.document.document.view.flow == "down"


def test_a_wire_that_is_drawn_leaves_downwards(qtbot, view, hand, context):
    context.document.push("down", lambda d: edits.set_flow(d, "down"))
    context.document.push("cut", lambda d: edits.disconnect(d, d.wires[-1]))
    context.document.push(
        "spread",
        lambda d: edits.move_nodes(d, {n.id: (0, 260 * k) for k, n in enumerate(d.nodes)}),
    )
    view.fit_all()
    count = len(context.document.document.wires)
    hand.drag(hand.port("x", "out:out"), hand.port("sum", "in:in"))
    assert len(context.document.document.wires) == count + 1


def test_the_frame_keeps_foreign_cards_out_and_the_note_lies_on_nothing(qtbot, view, hand, context):
    lay_out(qtbot, context, hand)
    (frame,) = view.canvas.frames.items.values()
    inside = {id for id, c in view.canvas.cards.items() if frame.rect().intersects(c.scene_card())}
    assert inside == {"first", "act"}
    assert not overlapping(view)
    assert context.document.document.notes[0].at != (-40, -20)
    assert context.document.undo_stack.count() == 1


def test_a_pinned_block_stays_and_shows_its_pin(qtbot, view, hand, context):
    context.document.push("move", lambda d: edits.move_nodes(d, {"act": (-500, 700)}))
    context.selection.set(("act",))
    view.fit_all()
    plain = view.grab().toImage()
    hand.key(Qt.Key.Key_N)
    assert context.document.document.node("act").pinned
    assert view.canvas.cards["act"].pinned
    assert "Pinned" in view.canvas.cards["act"].toolTip()
    assert view.grab().toImage() != plain
    context.selection.set()
    lay_out(qtbot, context, hand)
    assert context.document.document.node("act").at == (-500, 700)
    assert not overlapping(view)
    context.selection.set(("act",))
    hand.key(Qt.Key.Key_N)
    assert not context.document.document.node("act").pinned
    context.selection.set()
    context.document.push("move", lambda d: edits.move_nodes(d, {"act": (900, 900)}))
    lay_out(qtbot, context, hand)
    assert context.document.document.node("act").at != (900, 900)


def test_the_menu_has_every_way(qtbot, make_window, mlp):
    window = make_window(mlp)
    model = window.context.document
    for name, flow in (("down", "down"), ("right", "right"), ("line", "right")):
        heap = {"first": (900.0, 0.0), "act": (900.0, 0.0)}
        model.push("heap", lambda d, heap=heap: edits.move_nodes(d, heap))
        with qtbot.waitSignal(model.changed, timeout=5000):
            window.actions_model.run(f"edit.arrange.{name}")
        assert model.document.view.flow == flow
    window.context.selection.set(("act",))
    window.actions_model.run("edit.pin")
    assert window.actions_model.actions["edit.pin"].isChecked()
