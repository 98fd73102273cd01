"""Automatic layout: by key and by menu, on a thread, one undo step, with notice and motion."""

from __future__ import annotations

import itertools
from threading import Event

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPathStroker

from playground.document import edits
from playground.document.layout import LayoutTooLargeError
from playground.document.model import Document, Node, Wire
from playground.gui.graph import arranger
from playground.gui.settings import Preferences


@pytest.fixture
def mlp() -> Document:
    """A residual network whose cards lie on one heap; one card has no wires."""
    ids = ("x", "first", "act", "second", "sum", "out")
    blocks = ("input", "linear", "tanh", "linear", "add", "linear")
    nodes = [Node(id=id, block=block) for id, block in zip(ids, blocks, strict=True)]
    wires = [Wire(source=a, target=b) for a, b in itertools.pairwise(ids)]
    wires.append(Wire(source="x", target="sum"))
    return Document(nodes=(*nodes, Node(id="lonely", block="relu")), wires=tuple(wires))


@pytest.fixture
def calm(context):
    Preferences(context.settings).reduced_motion = True


def places(context) -> dict[str, tuple[float, float]]:
    return {node.id: node.at for node in context.document.document.nodes}


def shown(view) -> dict[str, tuple[float, float]]:
    return {id: (card.pos().x(), card.pos().y()) for id, card in view.canvas.cards.items()}


def wait_for_layout(qtbot, context) -> None:
    with qtbot.waitSignal(context.document.changed, timeout=5000):
        pass


def through_cards(view) -> list[str]:
    """Wires whose line, as it is drawn, enters a card of somebody else."""
    found = []
    for item in view.canvas.wires():
        line = QPainterPathStroker().createStroke(item.path())
        for id, card in view.canvas.cards.items():
            inner = card.scene_card().adjusted(1, 1, -1, -1)
            if id not in (item.wire.source, item.wire.target) and line.intersects(inner):
                found.append(f"{item.wire} through {id}")
    return found


@pytest.mark.usefixtures("calm")
def test_l_lays_out_everything_in_one_undo_step(qtbot, view, hand, context):
    before = places(context)
    hand.key(Qt.Key.Key_L)
    wait_for_layout(qtbot, context)
    after = places(context)
    assert after == shown(view)
    order = ("x", "first", "act", "second", "sum", "out")
    assert [after[id][0] for id in order] == sorted({after[id][0] for id in order})
    assert context.document.undo_stack.count() == 1
    assert through_cards(view) == []
    assert view.seen().contains(view.canvas.contents())
    context.document.undo_stack.undo()
    assert places(context) == shown(view) == before
    context.document.undo_stack.redo()
    assert places(context) == shown(view) == after
    assert through_cards(view) == []


@pytest.mark.usefixtures("calm")
def test_several_selected_cards_are_laid_out_among_the_others(qtbot, view, hand, context):
    hand.key(Qt.Key.Key_L)
    wait_for_layout(qtbot, context)
    heap = {"first": (600.0, 500.0), "act": (600.0, 500.0), "second": (600.0, 500.0)}
    context.document.push("heap", lambda d: edits.move_nodes(d, heap))
    before = places(context)
    context.selection.set(tuple(heap))
    hand.key(Qt.Key.Key_L)
    wait_for_layout(qtbot, context)
    after = places(context)
    assert {id for id in after if after[id] != before[id]} <= set(heap)
    rects = [card.scene_card() for card in view.canvas.cards.values()]
    assert not any(a.intersects(b) for n, a in enumerate(rects) for b in rects[n + 1 :])
    assert through_cards(view) == []


def test_cards_glide_and_wires_follow(qtbot, view, hand, context):
    hand.key(Qt.Key.Key_L)
    wait_for_layout(qtbot, context)
    assert view.arranger.gliding
    assert shown(view) != places(context)
    qtbot.waitUntil(lambda: not view.arranger.gliding, timeout=3000)
    assert shown(view) == places(context)
    assert through_cards(view) == []


def test_what_was_measured_during_the_motion_is_forgotten(qtbot, view, hand, context):
    hand.key(Qt.Key.Key_L)
    wait_for_layout(qtbot, context)
    assert view.glide.running
    early = view.canvas.contents()
    qtbot.waitUntil(lambda: not view.glide.running)
    cards = view.canvas.around(view.canvas.cards)
    assert not early.contains(cards)
    assert view.canvas.contents().contains(cards)


def test_a_press_ends_the_motion(qtbot, view, hand, context):
    hand.key(Qt.Key.Key_L)
    wait_for_layout(qtbot, context)
    hand.press(view.to_scene(QPointF(5, view.viewport().height() - 5)))
    qtbot.waitUntil(lambda: not view.arranger.gliding, timeout=3000)
    assert shown(view) == places(context)
    view.cancel_gesture()


def test_undo_during_the_motion_wins(qtbot, view, hand, context):
    before = places(context)
    hand.key(Qt.Key.Key_L)
    wait_for_layout(qtbot, context)
    context.document.undo_stack.undo()
    assert not view.arranger.gliding
    assert shown(view) == places(context) == before


@pytest.mark.usefixtures("calm")
def test_the_window_works_on_while_a_layout_is_made(qtbot, view, hand, context, monkeypatch):
    may_end, real = Event(), arranger._place

    def slow(*args):
        assert may_end.wait(10)
        return real(*args)

    monkeypatch.setattr(arranger, "_place", slow)
    hand.key(Qt.Key.Key_L)
    hand.key(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(context.selection.nodes) == 7  # the canvas answers
    context.document.push("delete", lambda d: edits.remove_nodes(d, ["lonely"]))
    may_end.set()
    wait_for_layout(qtbot, context)  # of the graph as it is now
    assert "lonely" not in places(context)
    assert len(set(places(context).values())) == 6


def test_a_layout_that_takes_too_long_leaves_a_notice(qtbot, view, hand, context, monkeypatch):
    def refuse(*args, **options):
        raise LayoutTooLargeError("Too much.", hint="The old layout was kept.")

    monkeypatch.setattr(arranger, "layout", refuse)
    before = places(context)
    with qtbot.waitSignal(context.notices.posted, timeout=5000) as posted:
        hand.key(Qt.Key.Key_L)
    assert posted.args == ["Too much. The old layout was kept.", "warning"]
    assert places(context) == before
    assert not context.document.undo_stack.count()


@pytest.mark.usefixtures("calm")
def test_a_card_that_is_moved_away_takes_its_wires_off_their_ways(qtbot, view, hand, context):
    hand.key(Qt.Key.Key_L)
    wait_for_layout(qtbot, context)
    x, y = places(context)["sum"]
    context.document.push("move", lambda d: edits.move_nodes(d, {"sum": (x + 40, y + 300)}))
    item = next(w for w in view.canvas.wires() if w.wire.source == "x" and w.wire.target == "sum")
    end = view.canvas.cards["sum"].port_place("in:in")
    assert (item.path().currentPosition() - end).manhattanLength() < 1


def test_the_menu_offers_it_when_there_is_a_block(qtbot, make_window, mlp):
    window = make_window(mlp)
    with qtbot.waitSignal(window.context.document.changed, timeout=5000):
        window.actions_model.run("edit.arrange")
    assert window.context.document.undo_stack.undoText() == "Automatic layout"
    window.context.document.load(Document())
    assert "edit.arrange" not in {command.id for command in window.actions_model.available()}
