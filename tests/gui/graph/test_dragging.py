"""Dragging cards: they snap to others, go into wires, and leave their chain."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from playground.document import edits, frames
from playground.document.model import Node, Note, Wire
from playground.gui.graph.room import GAP
from playground.gui.settings import Preferences

ALT = Qt.KeyboardModifier.AltModifier


def doc(context):
    return context.document.document


def ends(document) -> set[tuple[str, str]]:
    return {(wire.source, wire.target) for wire in document.wires}


def add(context, *nodes: Node) -> None:
    for node in nodes:
        assert context.document.push("add", lambda d, node=node: edits.add_node(d, node))


def drag_on(hand, place, held) -> None:
    """Go on with a drag while a key is held: QTest cannot send that."""
    spot = QPointF(hand.spot(place))
    there = QPointF(hand.ground.mapToGlobal(spot.toPoint()))
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(QEvent.Type.MouseMove, spot, there, Qt.MouseButton.NoButton, left, held)
    QApplication.sendEvent(hand.ground, event)


def overlaps(view) -> list[tuple[str, str]]:
    cards = [(id, card.scene_card()) for id, card in view.canvas.cards.items()]
    return [(a, b) for n, (a, r) in enumerate(cards) for b, s in cards[n + 1 :] if r.intersects(s)]


def accent_at(view, place: QPointF) -> bool:
    """Whether the accent colour is painted at a place of the scene."""
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.render(painter)
    painter.end()
    spot = view.mapFromScene(place)
    accent = view.context.theme.tokens.accent
    return any(
        image.pixelColor(spot.x() + dx, spot.y() + dy).name() == accent
        for dx in (-1, 0, 1)
        for dy in (-1, 0, 1)
    )


# -- guides and snapping ---------------------------------------------------------------------


def test_a_dragged_card_snaps_to_the_line_of_another_and_shows_why(context, hand, view):
    add(context, Node(id="loose", block="relu", at=(330, 220)))
    hand.press("loose")
    hand.move((300, 200))
    hand.move((223, 220))
    assert view.canvas.cards["loose"].pos().x() == 220  # below "hidden"
    middle = (view.canvas.cards["hidden"].scene_card().bottom() + 180) / 2
    assert accent_at(view, QPointF(220, middle))
    hand.release((223, 220))
    assert doc(context).node("loose").at[0] == 220
    assert not accent_at(view, QPointF(220, middle))


def test_alt_held_during_the_drag_keeps_it_from_snapping(context, hand, view):
    add(context, Node(id="loose", block="relu", at=(330, 220)))
    hand.press("loose")
    hand.move((300, 200))
    drag_on(hand, (223, 221), ALT)
    assert view.canvas.cards["loose"].pos() == QPointF(223, 221)
    hand.key(Qt.Key.Key_Escape)


def test_snapping_can_be_switched_off_and_the_grid_on(context, hand, view):
    settings = Preferences(context.settings)
    settings.snap = False
    add(context, Node(id="loose", block="relu", at=(330, 220)))
    hand.drag("loose", (217, 219))
    assert doc(context).node("loose").at == (216, 220)  # whole steps of 4 px, no line
    settings.snap_grid = True
    hand.drag("loose", (301, 190))
    assert doc(context).node("loose").at == (312, 192)


def test_notes_snap_to_cards(context, hand, view):
    left = view.canvas.cards["hidden"].scene_card().left()
    note = Note(id="n", text="a", at=(left - 60, 150), size=(120, 60))
    context.document.push("note", lambda d: d.with_(notes=(note,)))
    hand.drag((left - 20, 180), (left + 43, 200))
    assert doc(context).notes[0].at[0] == left


def test_frames_snap_to_cards_outside(context, hand, view):
    def edit(document):
        document = edits.move_nodes(document, {"act": (440, 260)})
        return frames.add_frame(document, ("act",))[0]

    context.document.push("frame", edit)
    view.fit_all()
    (frame,) = view.canvas.frames.items.values()
    grip = frame.bar().center()
    card = view.canvas.cards["out"].scene_card()
    way = card.left() - frame.rect().left()
    hand.drag(grip, grip + QPointF(way + 3, 30))
    assert frame.rect().left() == card.left()


def test_a_card_does_not_snap_to_its_own_frame(context, hand, view):
    def edit(document):
        document = edits.move_nodes(document, {"out": (660, 300)})
        return frames.add_frame(document, ("act", "out"))[0]

    context.document.push("frame", edit)
    view.fit_all()
    (frame,) = view.canvas.frames.items.values()
    centre = frame.rect().center().x()
    hand.drag("out", (centre + 4, 340))
    assert doc(context).node("out").at[0] != centre


def test_arrow_keys_move_exactly(context, hand):
    add(context, Node(id="loose", block="relu", at=(227, 220)))
    context.selection.set(("loose",))
    hand.key(Qt.Key.Key_Right)
    assert doc(context).node("loose").at == (235, 220)


# -- into wires, and out of them --------------------------------------------------------------


def test_a_card_dropped_on_a_wire_pushes_the_neighbours_aside_in_one_step(
    qtbot, context, hand, view
):
    add(context, Node(id="loose", block="relu", at=(330, 200)))
    before = doc(context)
    steps = context.document.undo_stack.count()
    hand.drag("loose", (335, 8))
    assert {("hidden", "loose"), ("loose", "act")} <= ends(doc(context))
    assert context.document.undo_stack.count() == steps + 1
    assert view.glide.running
    qtbot.waitUntil(lambda: not view.glide.running, timeout=3000)
    assert overlaps(view) == []
    cards = view.canvas.cards
    gap = cards["act"].scene_card().left() - cards["loose"].scene_card().right()
    assert gap >= GAP
    assert doc(context).node("loose").at[1] == 0  # on the level of the wire
    assert doc(context).node("hidden").at == before.node("hidden").at
    context.document.undo_stack.undo()
    assert doc(context) == before
    context.document.undo_stack.redo()
    assert {("hidden", "loose"), ("loose", "act")} <= ends(doc(context))


def test_the_wire_under_a_card_lights_up_also_beside_the_mouse(context, hand, view):
    add(context, Node(id="loose", block="relu", at=(330, 200)))
    grip = view.canvas.cards["loose"].scene_card().topLeft() + QPointF(20, 6)
    item = next(w for w in view.canvas.wires() if w.wire.source == "hidden")
    hand.press(grip)
    hand.move(grip - QPointF(0, 100))
    hand.move(grip - QPointF(0, 200))
    assert item.marked
    hand.release(grip - QPointF(0, 200))
    assert ("hidden", "loose") in ends(doc(context))


def test_a_card_that_does_not_fit_is_not_put_into_a_wire(context, hand, view):
    add(context, Node(id="conv", block="conv2d", at=(330, 200)))
    hand.drag("conv", (330, 0))
    assert not any("conv" in pair for pair in ends(doc(context)))


def test_alt_drag_takes_a_card_out_and_closes_the_gap(context, hand, view, mlp):
    hand.press("act", ALT)
    drag_on(hand, (440, 100), ALT)
    drag_on(hand, (440, 200), ALT)
    going = [w for w in view.canvas.wires() if "act" in (w.wire.source, w.wire.target)]
    assert {w.opacity() for w in going} == {0.25}
    assert accent_at(view, QPointF(440, 0))  # the wire that closes the gap
    assert doc(context) == mlp
    hand.release((440, 200), ALT)
    assert ends(doc(context)) == {("x", "hidden"), ("hidden", "out")}
    assert doc(context).node("act").at == (440, 200)
    assert doc(context).train.models == mlp.train.models
    assert context.document.undo_stack.count() == 1
    context.document.undo_stack.undo()
    assert doc(context) == mlp
    assert all(w.opacity() == 1 for w in view.canvas.wires())


def test_alt_drag_of_the_last_card_ends_the_model_before_it(context, hand, view, mlp):
    hand.press("out", ALT)
    drag_on(hand, (660, 100), ALT)
    hand.release((660, 200), ALT)
    assert doc(context).train.models["main"].output == "act"


def test_a_card_taken_out_can_be_dropped_on_another_wire(context, hand, view):
    hand.press("act", ALT)
    drag_on(hand, (300, 60), ALT)
    drag_on(hand, (110, 0), ALT)
    hand.release((110, 0), ALT)
    assert ends(doc(context)) == {("x", "act"), ("act", "hidden"), ("hidden", "out")}
    assert context.document.undo_stack.count() == 1


def test_escape_brings_a_card_back_that_was_taken_out(context, hand, view, mlp):
    hand.press("act", ALT)
    drag_on(hand, (440, 100), ALT)
    hand.key(Qt.Key.Key_Escape)
    hand.release((440, 100), ALT)
    assert doc(context) == mlp
    assert all(w.opacity() == 1 for w in view.canvas.wires())
    assert view.canvas.cards["act"].pos() == QPointF(440, 0)


@pytest.mark.parametrize("key", ["linear", "tanh", "dropout"])
def test_blocks_placed_again_and_again_never_lie_on_each_other(qtbot, context, view, key):
    Preferences(context.settings).reduced_motion = True
    context.selection.set(("x",))
    for _ in range(5):
        view.place_block(key)
    assert overlaps(view) == []
    context.selection.set(())
    for _ in range(3):
        view.place_block(key)
    assert overlaps(view) == []


# -- what comes in between --------------------------------------------------------------------


def test_undo_in_the_middle_of_a_drag_ends_the_drag(context, hand, view, mlp):
    add(context, Node(id="loose", block="relu", at=(330, 200)))
    hand.press("loose")
    hand.move((330, 150))
    hand.move((330, 100))
    context.document.undo_stack.undo()
    assert not view.busy
    hand.release((330, 100))
    assert doc(context) == mlp
    assert set(view.canvas.cards) == set(mlp.by_id)


def test_a_release_that_was_lost_ends_the_gesture(context, hand, view, mlp):
    hand.press("act")
    hand.move((460, 60))
    hand.move((480, 120))
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(300, 300),
        QPointF(hand.ground.mapToGlobal(QPointF(300, 300).toPoint())),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(hand.ground, event)
    assert not view.busy
    assert view.canvas.cards["act"].pos() == QPointF(440, 0)
    assert doc(context) == mlp


def test_letting_go_outside_of_the_window_ends_the_drag_there(context, hand, view):
    hand.press("act")
    hand.move((460, 60))
    hand.move((5000, 60))
    hand.release((5000, 60))
    assert not view.busy
    assert doc(context).node("act").at == pytest.approx((5000, 60), abs=4)


def test_a_wire_let_go_outside_of_the_window_searches_at_its_edge(context, hand, view, mlp):
    hand.press(hand.port("out", "out:out"))
    hand.move((900, 100))
    hand.release((4000, 100))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    room = view.screen().availableGeometry().adjusted(0, 0, 2, 2)  # off screen: a frame of 2 px
    assert room.contains(popup.geometry())
    popup.close()
    assert doc(context) == mlp


def test_wires_to_a_removed_neighbour_do_not_disturb_a_rubber_band(context, hand, view):
    context.selection.set(("act",))
    hand.press((150, -150))
    hand.move((460, 150))
    context.document.push("gone", lambda d: edits.remove_nodes(d, ["act"]))
    assert not view.busy
    assert "act" not in context.selection.nodes
    assert Wire(source="x", target="hidden") in doc(context).wires
    hand.release((460, 150))


def test_a_dragged_card_leaves_no_trail(qtbot, context, hand, view):
    """What is on the screen, not what a fresh picture of the canvas would be."""

    def on_screen() -> np.ndarray:
        QApplication.processEvents()
        image = view.screen().grabWindow(view.winId()).toImage()
        return np.frombuffer(image.constBits(), np.uint32).copy()

    add(context, Node(id="loose", block="relu", at=(330, 220)))
    hand.press("loose")
    for step in range(1, 7):
        hand.move((330 - 18 * step, 220 - 12 * step))  # along the guides of "hidden"
        on_screen()
    seen = on_screen()
    view.viewport().repaint()
    assert (seen != on_screen()).sum() < 300  # soft edges differ; an outline has more
    hand.key(Qt.Key.Key_Escape)
