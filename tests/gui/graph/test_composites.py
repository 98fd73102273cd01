"""Composites on the canvas: made, opened, changed and taken apart with real keys and clicks."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from playground.document import edits
from playground.document.composites import find, group
from playground.document.format import writes
from playground.document.model import Document
from playground.gui.depth_model import Level, Place
from playground.gui.graph import fitting, stack_paint
from playground.gui.graph.frame_editor import FrameEditor

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
G, RETURN, ESCAPE = Qt.Key.Key_G, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def packed(mlp):
    """x -> part (hidden, act) -> out."""
    return group(mlp, ["hidden", "act"], "Part")[0]


@pytest.fixture
def inner(make_context, show, packed):
    """A canvas on it."""
    return show(make_context(packed))


@pytest.fixture
def touch(inner, hand_on):
    """A hand on that canvas."""
    return hand_on(inner)


@pytest.fixture
def undo_all_of():
    """Undo everything that was done to a document."""
    return lambda model: model.undo_stack.setIndex(0)


def editor_of(view) -> FrameEditor:
    return next(e for e in view.findChildren(FrameEditor) if not e.isHidden())


def test_ctrl_g_makes_a_composite_with_a_name_in_one_step(context, view, hand, undo_all):
    before = writes(context.document.document)
    context.selection.set(("hidden", "act"))
    hand.key(G, CONTROL)
    editor = editor_of(view)
    QTest.keyClicks(editor, "Stem")
    QTest.keyClick(editor, RETURN)
    document = context.document.document
    assert [c.title for c in document.composites] == ["Stem"]
    (made,) = (n.id for n in document.nodes if n.block == "composite")
    assert context.selection.nodes == (made,)
    assert view.canvas.cards[made].facts.title == "Stem"
    assert context.document.undo_stack.count() == 1
    undo_all()
    assert writes(context.document.document) == before


def test_grouping_nothing_and_what_has_others_between_says_why(context, view, hand, notices):
    hand.key(G, CONTROL)
    assert "Select the blocks" in notices[-1]
    context.selection.set(("x", "act"))
    hand.key(G, CONTROL)
    assert "hidden" in notices[-1]
    assert not context.document.document.composites


def test_a_double_click_goes_in_and_escape_comes_out(inner, touch):
    touch.double_click("part")
    assert inner.level.inside == "part"
    assert set(inner.canvas.cards) == {"part.input", "part.output", "part.hidden", "part.act"}
    assert inner.canvas.cards["part.input"].facts.port
    assert inner.header.crumbs.isVisible()
    touch.key(ESCAPE)
    assert inner.level.inside == ""
    assert inner.context.selection.nodes == ("part",)
    assert not inner.header.crumbs.isVisible()


def test_return_goes_in_and_backspace_comes_out_without_deleting(inner, touch):
    before = writes(inner.level.base.document)
    inner.context.selection.set(("part",))
    touch.key(RETURN)
    assert inner.level.inside == "part"
    touch.key(Qt.Key.Key_Backspace)
    assert inner.level.inside == ""
    assert writes(inner.level.base.document) == before


def test_return_on_an_ordinary_block_opens_its_layer(inner, touch):
    inner.context.selection.set(("out",))
    touch.key(RETURN)
    assert inner.level.inside == ""
    assert inner.context.depth.place == Place("out", Level.LAYER)


def test_ctrl_return_opens_in_place_and_closes_again(inner, touch):
    inner.context.selection.set(("part",))
    touch.key(RETURN, CONTROL)
    assert inner.level.inside == ""
    assert {"x", "part.hidden", "part.act", "out"} == set(inner.canvas.cards)
    assert inner.canvas.frames.items["part/"].opened == "part"
    inner.context.selection.set(("part.act",))
    touch.key(RETURN, CONTROL)
    assert set(inner.canvas.cards) == {"x", "part", "out"}


def test_a_click_on_the_plus_opens_in_place_and_on_the_minus_closes(inner, touch):
    card = inner.canvas.cards["part"]
    touch.click(stack_paint.sign_of(card.geometry.card).translated(card.pos()).center())
    assert "part.act" in inner.canvas.cards
    touch.click(inner.canvas.frames.items["part/"].sign().center())
    assert "part" in inner.canvas.cards


@pytest.mark.parametrize("in_place", [False, True])
def test_everything_inside_is_edited_as_outside(inner, touch, undo_all_of, in_place):
    model, before = inner.level.base, writes(inner.level.base.document)
    inner.toggle("part") if in_place else inner.enter("part")
    context = inner.context
    context.selection.set(("part.act",))
    touch.key(Qt.Key.Key_M)
    assert find(model.document, "part.act").muted
    touch.key(Qt.Key.Key_D, CONTROL)
    assert context.selection.nodes == ("part.act2",)
    assert find(model.document, "part.act2").block == "tanh"
    touch.key(Qt.Key.Key_Delete)
    assert "part.act2" not in inner.canvas.cards
    context.selection.set(("part.hidden",))
    inner.place_block("relu")
    assert context.selection.nodes == ("part.relu",)
    assert [w.target for w in context.document.document.wires if w.source == "part.relu"] == [
        "part.act"
    ]
    context.selection.set(("part.relu",))
    touch.key(Qt.Key.Key_Delete, CONTROL)
    at = find(model.document, "part.hidden").at
    context.selection.set(("part.hidden",))
    touch.key(Qt.Key.Key_Down)
    assert find(model.document, "part.hidden").at == (at[0], at[1] + 8)
    undo_all_of(model)
    assert writes(model.document) == before


def test_copies_go_in_and_out_of_composites(inner, touch):
    context, document = inner.context, lambda: inner.level.base.document
    inner.enter("part")
    context.selection.set(("part.hidden", "part.act"))
    touch.key(Qt.Key.Key_C, CONTROL)
    inner.enter("")
    touch.key(Qt.Key.Key_V, CONTROL)
    assert context.selection.nodes == ("hidden", "act")
    touch.key(Qt.Key.Key_C, CONTROL)
    inner.enter("part")
    touch.key(Qt.Key.Key_V, CONTROL)
    assert context.selection.nodes == ("part.hidden2", "part.act2")
    assert find(document(), "part.act2").block == "tanh"


def test_a_pasted_composite_is_linked_and_cannot_go_into_itself(inner, touch):
    told = []
    inner.level.refused.connect(lambda error: told.append(str(error)))
    context = inner.context
    context.selection.set(("part",))
    touch.key(Qt.Key.Key_C, CONTROL)
    touch.key(Qt.Key.Key_V, CONTROL)
    assert context.selection.nodes == ("part2",)
    assert inner.canvas.cards["part"].facts.stack.linked
    inner.level.push("", lambda d: edits.set_param(d, "part2", "repeat", 1))
    inner.enter("part2")
    touch.key(Qt.Key.Key_V, CONTROL)
    assert "cannot contain itself" in told[-1]
    inner.level.push("", lambda d: edits.set_param(d, "part2.hidden", "out_features", 9))
    assert find(inner.level.base.document, "part.hidden").params["out_features"] == 9


def test_detach_leaves_the_others_alone(inner, touch):
    context = inner.context
    context.selection.set(("part",))
    touch.key(Qt.Key.Key_D, CONTROL)
    inner.enter("part2")
    (pill,) = (b for b in inner.header.crumbs.findChildren(QToolButton) if "linked" in b.text())
    pill.click()
    assert inner.level.inside == "part2"
    inner.level.push("", lambda d: edits.set_param(d, "part2.hidden", "out_features", 9))
    assert find(inner.level.base.document, "part.hidden").params["out_features"] == 4


def test_ctrl_shift_g_takes_it_apart(inner, touch, undo_all_of):
    model, before = inner.level.base, writes(inner.level.base.document)
    inner.context.selection.set(("part",))
    touch.key(G, CONTROL | SHIFT)
    assert set(model.document.by_id) == {"x", "hidden", "act", "out"}
    assert set(inner.context.selection.nodes) == {"hidden", "act"}
    assert not model.document.composites
    undo_all_of(model)
    assert writes(model.document) == before


def test_repeats_with_shared_weights_are_not_unpacked(inner, touch):
    told = []
    inner.level.refused.connect(lambda error: told.append(str(error)))
    params = {"repeat": 3, "share_weights": True}
    for name, value in params.items():
        inner.level.push("", lambda d, n=name, v=value: edits.set_param(d, "part", n, v))
    assert inner.canvas.cards["part"].facts.stack.badge == "×3 ="
    inner.context.selection.set(("part",))
    touch.key(G, CONTROL | SHIFT)
    assert "share their weights" in told[-1]
    assert "part" in inner.canvas.cards


def test_page_keys_turn_to_other_copies(inner, touch):
    inner.level.push("", lambda d: edits.set_param(d, "part", "repeat", 3))
    inner.enter("part")
    assert inner.level.inside == "part.0"
    touch.key(Qt.Key.Key_PageUp)
    assert inner.level.inside == "part.2"
    assert "part.2.act" in inner.canvas.cards
    touch.key(Qt.Key.Key_PageDown)
    assert inner.level.inside == "part.0"


def test_deleting_the_frame_of_an_opened_composite_deletes_the_composite(inner, touch):
    inner.toggle("part")
    inner.canvas.frames.select(("part/",))
    touch.key(Qt.Key.Key_Delete)
    assert set(inner.level.base.document.by_id) == {"x", "out"}


def test_undo_shows_the_level_where_the_change_was_made(inner, touch):
    inner.enter("part")
    inner.context.selection.set(("part.act",))
    touch.key(Qt.Key.Key_M)
    inner.enter("")
    inner.level.base.undo_stack.undo()
    assert inner.level.inside == "part"
    assert not inner.canvas.cards["part.act"].facts.muted


def test_moving_the_frame_of_an_opened_composite_moves_the_composite(inner, touch):
    inner.toggle("part")
    frame, at = inner.canvas.frames.items["part/"], inner.level.base.document.node("part").at
    definition = inner.level.base.document.composites
    start = frame.bar().center()
    x, y = start.x(), start.y()
    touch.drag((x, y), (x + 80, y + 40))
    inner.toggle("part")
    assert inner.level.base.document.composites == definition
    moved = inner.level.base.document.node("part").at
    assert (moved[0] - at[0], moved[1] - at[1]) == pytest.approx((80, 40), abs=8)


def test_the_search_offers_the_composites_of_the_document(inner):
    inner.open_search()
    popup = QApplication.activePopupWidget()
    QTest.keyClicks(popup.field, "part")
    QTest.keyClick(popup.field, RETURN)
    assert inner.context.selection.nodes == ("part2",)
    assert inner.canvas.cards["part2"].facts.stack.linked


def test_renaming_inside_renames_the_definition(inner):
    inner.enter("part")
    inner.header.edit_title()
    inner.header.field.setText("Stem")
    QTest.keyClick(inner.header.field, RETURN)
    assert inner.level.base.document.composites[0].title == "Stem"
    inner.enter("")
    assert inner.canvas.cards["part"].facts.title == "Stem"


@pytest.fixture
def deep():
    """A chain of three pairs of the same blocks."""
    nodes = [{"id": "x", "block": "input"}]
    for number in range(3):
        at = [220 * (2 * number + 1), 0]
        linear = {"id": f"lin{number}", "block": "linear", "params": {"out_features": 4}, "at": at}
        nodes += [linear, {"id": f"act{number}", "block": "tanh", "at": [at[0] + 220, 0]}]
    ids = [node["id"] for node in nodes]
    wires = [[f"{a}.out", f"{b}.in"] for a, b in itertools.pairwise(ids)]
    return Document(data={"dataset": "moons"}, nodes=nodes, wires=wires)


def repeats_of(view, hand, qtbot):
    """The list of what is there several times, once it has been looked for."""
    with qtbot.waitSignal(view.repeats.answered, timeout=20_000):
        hand.key(G, CONTROL | Qt.KeyboardModifier.AltModifier)
    return QApplication.activePopupWidget()


def test_repeats_are_listed_shown_and_folded(make_context, show, hand_on, deep, qtbot):
    view = show(make_context(deep))
    before = writes(view.level.base.document)
    popup = repeats_of(view, hand_on(view), qtbot)
    assert "times in a row" in popup.list.item(0).text()
    assert len(view.context.selection.nodes) > 2  # what would be folded
    QTest.keyClick(popup.field, ESCAPE)
    assert view.context.selection.nodes == ()
    assert writes(view.level.base.document) == before
    QTest.keyClick(repeats_of(view, hand_on(view), qtbot).field, RETURN)
    (made,) = view.context.selection.nodes
    assert view.canvas.cards[made].facts.stack.repeat > 1
    view.level.base.undo_stack.undo()
    assert writes(view.level.base.document) == before


def test_an_answer_about_a_document_that_was_edited_meanwhile_is_dropped(
    make_context, show, hand_on, deep, qtbot
):
    view = show(make_context(deep))
    with qtbot.waitSignal(view.repeats.answered, timeout=20_000):
        hand_on(view).key(G, CONTROL | Qt.KeyboardModifier.AltModifier)
        view.level.base.push("", lambda d: edits.remove_nodes(d, ["act2"]))
    assert QApplication.activePopupWidget() is None


def test_where_nothing_is_repeated_it_says_so(hand, notices, qtbot):
    hand.key(G, CONTROL | Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(notices), timeout=20_000)
    assert notices == ["Nothing is there several times on this level."]


def test_a_port_is_added_inside_named_and_wired(inner, hand_on):
    assert "composite_input" not in fitting.keys(inner.context.document.document)
    inner.enter("part")
    inner.fit_all()
    hand = hand_on(inner)
    inner.editor.place_freely("composite_output", inner.seen().center())
    (port,) = inner.context.selection.nodes
    assert inner.canvas.cards[port].facts.title == "out2"
    hand.drag(hand.port("part.hidden", "out:out"), hand.port(port, "in:in"))
    inner.level.push("", lambda d: edits.set_param(d, port, "port", "middle"))
    inner.enter("")
    card = inner.canvas.cards["part"]
    assert [name for name, _ in card.ports()] == ["in:in", "out:out", "out:middle"]
    inner.level.base.undo_stack.setIndex(0)
    inner.enter("")
    assert [name for name, _ in inner.canvas.cards["part"].ports()] == ["in:in", "out:out"]


def test_a_problem_inside_shows_outside_and_a_click_goes_there(inner):
    inner.level.push("", lambda d: edits.set_param(d, "part", "repeat", 1))
    inner.enter("part")
    inner.level.push("", lambda d: edits.set_param(d, "part.hidden", "out_features", -3))
    inner.enter("")
    card = inner.canvas.cards["part"]
    assert card.facts.problem is not None
    assert card.facts.problem.node == "part.hidden"
    inner.focus_node(card.facts.problem.node)
    assert inner.level.inside == "part"
    assert inner.context.selection.nodes == ("part.hidden",)
    assert inner.canvas.cards["part.hidden"].facts.problem is not None


def test_find_goes_to_blocks_of_other_levels(inner):
    inner.open_find()
    popup = QApplication.activePopupWidget()
    QTest.keyClicks(popup.field, "tanh")
    QTest.keyClick(popup.field, RETURN)
    assert inner.level.inside == "part"
    assert inner.context.selection.nodes == ("part.act",)


def test_cards_of_repeats_are_drawn_at_every_distance_and_on_paper(inner):
    inner.level.push("", lambda d: edits.set_param(d, "part", "repeat", 4))
    card = inner.canvas.cards["part"]
    assert (card.facts.stack.badge, card.facts.stack.sheets) == ("×4", 2)
    pictures = []
    for zoom in (1.0, 0.4, 0.15):
        inner.zoom_by(zoom / inner.zoom)
        inner.look_at(card.pos())
        pictures.append(inner.viewport().grab().toImage())
    assert len({(p.width(), bytes(p.constBits())) for p in pictures}) == 3
