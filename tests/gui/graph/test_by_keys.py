"""What the mouse does with notes, frames, loose blocks and the view also goes without it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from playground.document import edits, frames
from playground.document.model import Node, Note, Wire
from playground.gui.graph.note_editor import NoteEditor
from playground.gui.widgets.choice_popup import ChoicePopup

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT_SHIFT = Qt.KeyboardModifier.AltModifier | SHIFT
RIGHT = Qt.MouseButton.RightButton


def doc(window):
    return window.context.document.document


def key(window, key, held=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(window.graph, key, held)


@pytest.fixture
def noted(window):
    """A window with a note and a frame around "act", which holds the note."""

    def edit(document):
        document = frames.add_frame(document, ("act",))[0]
        return document.with_(notes=(Note(id="n", text="a", at=(380, -20), size=(60, 32)),))

    window.context.document.push("note", edit)
    return window


def test_arrow_keys_move_a_note_and_a_held_key_is_one_step(noted):
    noted.graph.canvas.select_notes(("n",))
    steps = noted.context.document.undo_stack.count()
    for _ in range(3):
        QTest.keyPress(noted.graph, Qt.Key.Key_Right)
    QTest.keyRelease(noted.graph, Qt.Key.Key_Right)
    assert doc(noted).notes[0].at == (404, -20)
    assert noted.context.document.undo_stack.count() == steps + 1


def test_arrow_keys_move_a_frame_with_all_that_lies_in_it(noted):
    (frame,) = noted.graph.canvas.frames.items
    noted.graph.canvas.frames.items[frame].lie_around(
        noted.graph.canvas.cards["act"].scene_card().adjusted(-60, -60, 60, 60)
    )
    noted.graph.canvas.frames.select((frame,))
    key(noted, Qt.Key.Key_Down)
    assert doc(noted).node("act").at == (440, 8)
    assert doc(noted).notes[0].at == (380, -12)
    assert doc(noted).node("out").at == (660, 0)


def test_f2_writes_the_selected_note(noted):
    noted.graph.canvas.select_notes(("n",))
    key(noted, Qt.Key.Key_F2)
    editor = noted.graph.findChild(NoteEditor)
    QTest.keyClicks(editor, "# Why")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert doc(noted).notes[0].text == "# Why"


@pytest.mark.parametrize(
    ("command", "grows"),
    [("wider", (24, 0)), ("narrower", (-24, 0)), ("higher", (0, 24)), ("lower", (0, -24))],
)
def test_the_size_of_a_note_is_changed_by_commands(noted, command, grows):
    def edit(document):
        return document.with_(notes=(Note(id="n", text="a", at=(0, 200), size=(200, 120)),))

    noted.context.document.push("size", edit)
    noted.graph.canvas.select_notes(("n",))
    noted.actions_model.run(f"edit.note.{command}")
    assert doc(noted).notes[0].size == (200 + grows[0], 120 + grows[1])


def test_a_loose_block_goes_into_a_chosen_wire(window):
    node = Node(id="loose", block="relu", at=(330, 200))
    window.context.document.push("add", lambda d: edits.add_node(d, node))
    window.context.selection.set(("loose",))
    key(window, Qt.Key.Key_I)
    popup = window.graph.findChildren(ChoicePopup)[-1]
    assert popup.list.item(0).text() == "hidden → act"  # the nearest
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    ends = {(w.source, w.target) for w in doc(window).wires}
    assert {("hidden", "loose"), ("loose", "act")} <= ends


def test_without_a_wire_that_fits_it_says_so(qtbot, window):
    node = Node(id="conv", block="conv2d", at=(330, 200))
    window.context.document.push("add", lambda d: edits.add_node(d, node))
    window.context.selection.set(("conv",))
    with qtbot.waitSignal(window.context.notices.posted) as told:
        key(window, Qt.Key.Key_I)
    assert told.args[0] == "There is no wire that can take conv."


def test_blocks_leave_their_chain_by_a_key(window):
    window.context.selection.set(("hidden", "act"))
    key(window, Qt.Key.Key_X, SHIFT)
    wires = set(doc(window).wires)
    assert wires == {Wire(source="x", target="out"), Wire(source="hidden", target="act")}
    assert len(doc(window).nodes) == 4


@pytest.mark.parametrize(
    ("arrow", "dx", "dy"),
    [
        (Qt.Key.Key_Left, -1, 0),
        (Qt.Key.Key_Right, 1, 0),
        (Qt.Key.Key_Up, 0, -1),
        (Qt.Key.Key_Down, 0, 1),
    ],
)
def test_keys_shift_the_view(window, arrow, dx, dy):
    before = window.graph.seen()
    key(window, arrow, ALT_SHIFT)
    after = window.graph.seen()
    assert after.center().x() - before.center().x() == pytest.approx(dx * before.width() / 4, abs=3)
    assert after.center().y() - before.center().y() == pytest.approx(
        dy * before.height() / 4, abs=3
    )


def test_the_menu_switches_snapping_and_remembers_it(window):
    window.actions_model.run("view.snap")
    window.actions_model.run("view.snap_grid")
    assert not window.preferences.snap
    assert window.preferences.snap_grid
    assert not window.actions_model.actions["view.snap"].isChecked()


def test_space_that_is_released_elsewhere_does_not_leave_the_hand(window):
    QTest.keyPress(window.graph, Qt.Key.Key_Space)
    window.blocks.search.setFocus()
    assert not window.graph.space_held


# -- the menu at the pointer --------------------------------------------------------------------


def menu_at(window, place) -> list[str]:
    """The commands that a right click offers."""
    spot = window.graph.mapFromScene(place)
    QTest.mouseClick(window.graph.viewport(), RIGHT, pos=spot)
    return shown_menu()


def shown_menu() -> list[str]:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    ids = [action.objectName() for action in menu.actions() if not action.isSeparator()]
    menu.close()
    return ids


def test_a_right_click_on_a_block_selects_it_and_offers_what_can_be_done(window):
    ids = menu_at(window, window.graph.canvas.cards["act"].pos())
    assert window.context.selection.nodes == ("act",)
    assert {"edit.copy", "edit.mute", "help.block"} <= set(ids)


def test_a_right_click_keeps_a_selection_it_lies_in(window):
    window.context.selection.set(("hidden", "act"))
    menu_at(window, window.graph.canvas.cards["act"].pos())
    assert window.context.selection.nodes == ("hidden", "act")


def test_a_right_click_on_a_wire_and_on_the_ground_offers_other_things(window):
    item = next(w for w in window.graph.canvas.wires() if w.wire.source == "hidden")
    assert menu_at(window, item.path().pointAtPercent(0.5)) == ["edit.insert", "edit.delete"]
    assert window.context.selection.wires == (item.wire,)
    ground = window.graph.to_scene(window.graph.viewport().rect().bottomLeft() + QPoint(40, -40))
    assert "edit.paste" in menu_at(window, ground)
    assert window.context.selection.wires == ()


def test_the_menu_key_offers_the_same(window):
    window.context.selection.set(("act",))
    middle = window.graph.rect().center()
    reason = QContextMenuEvent.Reason.Keyboard
    event = QContextMenuEvent(reason, middle, window.graph.mapToGlobal(middle))
    QApplication.sendEvent(window.graph.viewport(), event)
    assert "edit.mute" in shown_menu()


def test_a_right_drag_is_no_click(window):
    card = window.graph.canvas.cards["act"].pos()
    spot = window.graph.mapFromScene(card)
    ground = window.graph.viewport()
    QTest.mousePress(ground, RIGHT, pos=spot)
    QTest.mouseMove(ground, spot + QPoint(60, 60))
    QTest.mouseRelease(ground, RIGHT, pos=spot + QPoint(60, 60))
    assert QApplication.activePopupWidget() is None
