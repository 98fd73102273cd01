"""The search: what fits first, then what this user does, then what the presets do."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.document import edits
from playground.document.model import Document, Node, Wire
from playground.gui.graph import habits
from playground.gui.graph.habits import Habits, links_of
from playground.gui.graph.ranking import Neighbour, bonus
from playground.gui.widgets import fuzzy
from playground.resources import preset_paths

SHIFT = Qt.KeyboardModifier.ShiftModifier
KEYS = ("add", "conv2d", "dropout", "linear", "relu")
AFTER_CONV = (Neighbour("conv2d", before=True),)


def doc(context) -> Document:
    return context.document.document


def order(text: str, own: Counter, common: Counter, fitting=frozenset(KEYS), near=AFTER_CONV):
    points = bonus(KEYS, frozenset(fitting), near, own, common)
    return fuzzy.best(text, KEYS, lambda key: [key], points.get)


def open_search(view):
    QTest.keyClick(view, Qt.Key.Key_Tab)
    return QApplication.activePopupWidget()


def rows(popup) -> list[str]:
    return [
        popup.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(popup.list.count())
    ]


# -- the order ---------------------------------------------------------------------------------


def test_what_fits_comes_before_what_is_used_most():
    own, common = Counter({("conv2d", "relu"): 900}), Counter({("conv2d", "relu"): 50})
    assert order("", own, common, fitting={"add", "linear"})[:3] == ["add", "linear", "relu"]


def test_one_use_by_the_user_outweighs_all_presets():
    own, common = Counter({("conv2d", "dropout"): 1}), Counter({("conv2d", "relu"): 50})
    assert order("", own, common)[:2] == ["dropout", "relu"]


def test_of_two_habits_the_more_frequent_comes_first():
    own = Counter({("conv2d", "dropout"): 2, ("conv2d", "relu"): 3})
    assert order("", own, Counter())[:2] == ["relu", "dropout"]


def test_habits_belong_to_the_neighbour_and_to_its_side():
    own = Counter({("linear", "relu"): 5, ("dropout", "conv2d"): 5})
    assert order("", own, Counter()) == list(KEYS)
    before = (Neighbour("conv2d", before=False),)
    assert order("", own, Counter(), near=before)[0] == "dropout"
    assert order("", own, Counter(), near=())[-1] == "add"  # the only one that is in no link


def test_what_is_typed_decides_first():
    own = Counter({("conv2d", "dropout"): 999})
    assert order("lin", own, Counter(), fitting={"dropout"})[0] == "linear"
    assert order("d", own, Counter())[0] == "dropout"  # "add" has a d, too


# -- what is counted ---------------------------------------------------------------------------


def test_the_presets_are_counted_link_by_link():
    found = sum((links_of(path) for path in preset_paths().values()), Counter())
    assert found["conv2d", "relu"] > 0
    assert found["linear", "tanh"] > 0
    assert found["relu", "input"] == 0


def test_inside_of_composites_is_counted_and_broken_files_are_not(tmp_path):
    graph = '"nodes": [{"id": "a", "block": "b"}, {"id": "c", "block": "d"}], "wires": [["a.out", '
    path = tmp_path / "x.json"
    path.write_text(f'{{{graph}"c.in"]], "composites": [{{{graph}"c.in"]]}}]}}', encoding="utf-8")
    assert links_of(path) == {("b", "d"): 2}
    for text in (
        "",
        "[]",
        "{",
        '{"nodes": [], "wires": [1]}',
        '{"nodes": {}, "wires": [["a", 1]]}',
    ):
        path.write_text(text, encoding="utf-8")
        assert not links_of(path)
    assert not links_of(tmp_path / "none.json")


def test_habits_are_remembered(context, mlp):
    before = Habits(context.settings)
    before.learn(mlp, (Wire(source="hidden", target="act"),) * 2)
    assert Habits(context.settings).own == {("linear", "tanh"): 2}
    context.settings.setValue("habits", "[[1, 2]]")
    assert not Habits(context.settings).own


def test_what_is_remembered_stays_small(context, mlp, monkeypatch):
    monkeypatch.setattr(habits, "_MOST_PAIRS", 2)
    found = Habits(context.settings)
    found.learn(mlp, (*mlp.wires, *mlp.wires[1:]))
    assert set(found.own) == {("linear", "tanh"), ("tanh", "linear")}


def test_drawing_and_placing_teaches_habits_and_undo_does_not(context, view, hand):
    context.selection.set(("act",))
    view.place_block("dropout")
    own = view.habits.own
    assert own == {("tanh", "dropout"): 1, ("dropout", "linear"): 1}
    context.document.undo_stack.undo()
    context.document.undo_stack.redo()
    assert view.habits.own == {("tanh", "dropout"): 1, ("dropout", "linear"): 1}
    hand.drag(hand.port("x", "out:out"), hand.port("out", "in:in"))
    assert view.habits.own["input", "linear"] == 1


# -- in the window -----------------------------------------------------------------------------


def test_after_a_selected_block_what_follows_it_in_the_presets_comes_first(qtbot, context, view):
    context.selection.set(("hidden",))
    popup = open_search(view)
    qtbot.waitUntil(lambda: bool(view.habits.common), timeout=3000)
    links = {b: n for (a, b), n in view.habits.common.items() if a == "linear"}
    assert rows(popup)[0] == max(links, key=links.get)
    popup.close()


def test_what_does_not_fit_comes_last_and_is_quiet(context, view):
    context.selection.set(("hidden",))
    popup = open_search(view)
    keys = rows(popup)
    assert keys.index("linear") < keys.index("conv2d")
    assert popup.entry("conv2d").quiet
    assert not popup.entry("linear").quiet
    popup.close()


def test_shift_enter_wires_the_block_after_the_selected_one(context, view):
    context.selection.set(("hidden",))
    popup = open_search(view)
    assert "hidden" in popup.foot.text()
    QTest.keyClicks(popup.field, "dropout")
    QTest.keyClick(popup.field, Qt.Key.Key_Return, SHIFT)
    (new,) = context.selection.nodes
    wires = doc(context).wires
    assert Wire(source="hidden", target=new) in wires
    assert Wire(source=new, target="act") in wires


def test_enter_places_without_wires(context, view, mlp):
    context.selection.set(("hidden",))
    popup = open_search(view)
    QTest.keyClicks(popup.field, "dropout")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert doc(context).wires == mlp.wires
    assert len(doc(context).nodes) == 5


def test_with_a_wire_selected_only_what_can_sit_there_is_offered_and_goes_there(context, view):
    wire = Wire(source="hidden", target="act")
    context.selection.set((), (wire,))
    popup = open_search(view)
    keys = rows(popup)
    assert "conv2d" not in keys
    assert "input" not in keys
    QTest.keyClicks(popup.field, "dropout")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    (new,) = context.selection.nodes
    assert wire not in doc(context).wires
    assert Wire(source="hidden", target=new) in doc(context).wires
    assert Wire(source=new, target="act") in doc(context).wires
    assert context.document.undo_stack.count() == 1
    assert not view.canvas.cards[new].scene_card().isEmpty()


def test_an_empty_canvas_offers_inputs_first(make_context, show):
    view = show(make_context(Document()))
    popup = open_search(view)
    assert rows(popup)[0] == "input"
    popup.close()


def test_a_wire_from_an_input_offers_what_the_presets_put_before(qtbot, context, view, hand):
    context.document.push(
        "add", lambda d: edits.add_node(d, Node(id="late", block="tanh", at=(330, 220)))
    )
    hand.drag(hand.port("late", "in:in"), (150, 260))
    popup = QApplication.activePopupWidget()
    qtbot.waitUntil(lambda: bool(view.habits.common), timeout=3000)
    assert rows(popup)[0] == "linear"
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert Wire(source=context.selection.node, target="late") in doc(context).wires


def test_a_choice_in_progress_is_not_ranked_again(context, view):
    popup = open_search(view)
    QTest.keyClick(popup.field, Qt.Key.Key_Down)
    before = rows(popup)
    view.habits.own[before[-1], before[-1]] = 50
    view.habits.read.emit()
    assert rows(popup) == before
    popup.close()


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_a_block_dropped_from_a_wire_lies_where_it_was_dropped(context, view, hand, held):
    place = QPointF(700, 240)
    hand.drag(hand.port("out", "out:out"), place)
    popup = QApplication.activePopupWidget()
    QTest.keyClicks(popup.field, "softmax")
    QTest.keyClick(popup.field, Qt.Key.Key_Return, held)
    assert doc(context).node(context.selection.node).at == pytest.approx((700, 240), abs=2)
