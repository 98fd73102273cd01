"""Too many, too long, too fast: the canvas stays alive and says the truth."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from playground.document import edits
from playground.document.model import Document, Node, Wire
from playground.gui.graph.camera import Camera
from playground.gui.graph.style import MAX_WIDTH

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
MANY = 20_000


def turn(view, across: int, down: int, px=(0, 0), held=NONE) -> None:
    spot = QPoint(400, 300)
    event = QWheelEvent(
        QPointF(spot),
        QPointF(view.viewport().mapToGlobal(spot)),
        QPoint(*px),
        QPoint(across, down),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


@pytest.fixture
def rest(qtbot, view):
    """Wait until every turn of the wheel is shown."""
    return lambda: qtbot.waitUntil(lambda: not view._wheel_pause.isActive(), timeout=2000)


def test_thousands_of_turns_are_shown_in_few_steps_and_none_is_lost(view, rest, monkeypatch):
    steps = []
    real = Camera.zoom_by
    monkeypatch.setattr(Camera, "zoom_by", lambda *args: (steps.append(1), real(*args)))
    view.reset_zoom()
    steps.clear()
    for _ in range(3000):  # no event loop runs between them, as when the window is busy
        turn(view, 0, 1)
        turn(view, 0, -1)
    for _ in range(400):
        turn(view, 0, 1)
    rest()
    assert len(steps) <= 3
    assert view.zoom == pytest.approx(1.0015**400, rel=1e-6)


@pytest.mark.parametrize(("down", "limit"), [(2**30, 4.0), (-(2**30), 0.05)])
def test_a_mad_turn_ends_at_the_limit_of_the_zoom(view, rest, down, limit):
    view.look_at(QPointF(0, 5000))  # no card under the pointer that would open when it comes near
    turn(view, 0, down)
    rest()
    assert view.zoom == pytest.approx(limit)
    turn(view, 0, down)
    rest()
    assert view.zoom == pytest.approx(limit)


def test_a_turn_to_the_side_shifts_what_is_seen(view, rest):
    before, zoom = view.seen().center(), view.zoom
    turn(view, -240, 12)
    rest()
    shift = view.seen().center() - before
    assert shift.x() * view.zoom == pytest.approx(120, abs=2)
    assert abs(shift.y()) * view.zoom < 2
    assert view.zoom == zoom


@pytest.mark.parametrize(
    "how", [{"down": 120}, {"down": 120, "held": CTRL}, {"down": 0, "px": (0, 40)}]
)
def test_wheel_pinch_and_a_touchpad_that_tells_only_px_zoom(view, rest, how):
    before = view.zoom
    turn(view, 0, **how)
    rest()
    assert view.zoom == pytest.approx(before * 1.0015**120)


def test_a_turn_that_was_not_shown_yet_does_not_spoil_a_fit(view, rest):
    turn(view, 0, 120)
    turn(view, 0, 600)
    view.fit_all()
    zoom = view.zoom
    rest()
    assert view.zoom == zoom


def test_twenty_thousand_blocks_open_and_can_be_edited(view, context, undo_all):
    """Also where every one of them has a problem: nothing looks at all for each."""
    nodes = tuple(
        Node(id=f"n{n}", block="relu", at=(220.0 * (n % 140), 120.0 * (n // 140)))
        for n in range(MANY)
    )
    document = Document(nodes=nodes)
    context.document.load(document)
    assert len(view.canvas.cards) == MANY
    assert all(card.facts.problem is not None for card in view.canvas.cards.values())
    assert view.zoom >= 0.05
    view.grab()
    context.document.push("wire", lambda d: edits.connect(d, Wire(source="n0", target="n1")))
    assert len(list(view.canvas.wires())) == 1
    undo_all()
    assert context.document.document == document


def test_five_hundred_wires_into_one_block_follow_it(view, context, hand):
    sources = [Node(id=f"s{n}", block="input", at=(0.0, 90.0 * n)) for n in range(500)]
    wires = tuple(Wire(source=node.id, target="sum") for node in sources)
    add = Node(id="sum", block="add", at=(600.0, 200.0))
    context.document.load(Document(nodes=(*sources, add), wires=wires))
    view.look_at(QPointF(600, 200))
    view.reset_zoom()
    hand.drag("sum", (700, 260))
    port = view.canvas.cards["sum"].port_place("in:in")
    assert view.canvas.cards["sum"].pos().x() > 650
    items = list(view.canvas.wires())
    assert len(items) == 500
    assert all((item.path().currentPosition() - port).manhattanLength() < 1 for item in items)
    context.document.undo_stack.undo()
    assert view.canvas.cards["sum"].pos() == QPointF(600, 200)


def test_five_hundred_equal_wires_lie_side_by_side_and_go_one_by_one(view, context):
    nodes = (Node(id="x", block="input"), Node(id="sum", block="add", at=(300.0, 0.0)))
    wire = Wire(source="x", target="sum")
    context.document.load(Document(nodes=nodes, wires=(wire,) * 500))
    assert len(list(view.canvas.wires())) == 500
    context.document.push("cut", lambda d: edits.disconnect(d, wire))
    assert len(list(view.canvas.wires())) == len(context.document.document.wires)


@pytest.mark.parametrize("title", ["W" * 200, "两" * 200, "a\nb\t" * 50, "\u202e" + "x" * 100])
def test_long_titles_are_elided_on_card_and_header(view, context, title):
    long = Node(id="long", block="relu", title=title, at=(0.0, 300.0))
    context.document.push("long", lambda d: edits.add_node(d, long))
    context.document.push("title", lambda d: edits.set_title(d, title * 20))
    assert view.canvas.cards["long"].geometry.card.width() <= MAX_WIDTH
    assert view.header.width() <= view.width()
    for zoom in (1.0, 0.4, 0.1):
        view.zoom_by(zoom / view.zoom)
        view.grab()


def test_a_window_that_closes_during_a_motion_leaves_nothing_running(qtbot, view, context):
    view.arrange()
    with qtbot.waitSignal(context.document.changed, timeout=5000):
        pass
    assert view.glide._time.state() == view.glide._time.State.Running
    view.flow._time.start()
    view.close()
    for clock in (view.glide._time, view.flow._time):
        qtbot.waitUntil(lambda clock=clock: clock.state() == clock.State.Stopped, timeout=3000)
    wanted = {node.id: node.at for node in context.document.document.nodes}
    assert {id: card.pos().toTuple() for id, card in view.canvas.cards.items()} == wanted


def test_undo_during_a_motion_puts_every_card_where_it_was(qtbot, view, context, mlp):
    heap = {node.id: (0.0, 40.0 * n) for n, node in enumerate(mlp.nodes)}
    context.document.push("heap", lambda d: edits.move_nodes(d, heap))
    view.arrange()
    with qtbot.waitSignal(context.document.changed, timeout=5000):
        pass
    context.document.undo_stack.undo()
    assert {id: card.pos().toTuple() for id, card in view.canvas.cards.items()} == heap


def test_a_window_that_loses_the_focus_during_a_drag_keeps_nothing_stuck(view, hand, context):
    before = context.document.document
    hand.press("hidden")
    hand.move((260, 90))
    assert view.busy
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusOut))
    hand.release((260, 90))  # arrives nonetheless, or the next move ends it: both must do
    hand.move((300, 120))
    assert not view.busy
    context.document.undo_stack.setIndex(0)
    assert context.document.document == before
    at = before.node("hidden").at
    assert view.canvas.cards["hidden"].pos().toTuple() == at


def test_fifty_documents_in_one_window_leave_only_the_last(view, context, mlp):
    gone = [weakref.ref(card) for card in view.canvas.cards.values()]
    count = len(view.canvas.items())
    for number in range(50):  # other ids: a card of the same id is used again
        new = mlp
        for id in mlp.by_id:
            new = edits.rename_node(new, id, f"{id}_{number}")
        context.document.load(new)
        view.grab()
        assert len(view.canvas.items()) == count
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert not [ref for ref in gone if ref() is not None]
