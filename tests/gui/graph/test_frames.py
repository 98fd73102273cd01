"""Frames and the size of notes, by mouse and keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from playground.document import frames
from playground.document.model import Note
from playground.gui.graph.frame_editor import FrameEditor

CONTROL = Qt.KeyboardModifier.ControlModifier
BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier


def doc(context):
    return context.document.document


@pytest.fixture
def frame(context, view):
    """A frame around hidden and act."""

    def edit(document):
        return frames.add_frame(document, ("hidden", "act"), title="Features")[0]

    context.document.push("frame", edit)
    return next(iter(view.canvas.frames.items.values()))


def grip(frame) -> QPointF:
    return frame.bar().center()


def test_framing_the_selection_asks_for_a_title(context, hand, view):
    context.selection.set(("hidden", "act"))
    hand.key(Qt.Key.Key_J, CONTROL)
    field = view.findChild(FrameEditor)
    QTest.keyClicks(field, "Features")
    QTest.keyClick(field, Qt.Key.Key_Return)
    (group,) = doc(context).groups
    assert (group.title, group.nodes) == ("Features", ("hidden", "act"))
    assert view.hasFocus()


def test_escape_leaves_the_title_as_it_was(context, hand, view, frame):
    hand.double_click(grip(frame))
    field = view.findChild(FrameEditor)
    QTest.keyClicks(field, "Other")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert doc(context).groups[0].title == "Features"


def test_a_double_click_on_the_title_bar_writes_the_title(context, hand, view, frame):
    hand.double_click(grip(frame))
    field = view.findChild(FrameEditor)
    QTest.keyClicks(field, "Other")
    view.setFocus()  # a click elsewhere
    assert doc(context).groups[0].title == "Other"


def test_a_frame_lies_behind_its_cards_and_around_them(view, frame):
    cards = view.canvas.cards
    for id in ("hidden", "act"):
        assert frame.rect().contains(cards[id].scene_card())
        assert frame.zValue() < cards[id].zValue()
    assert not frame.rect().intersects(cards["x"].scene_card())
    assert frame.bar().bottom() < cards["hidden"].scene_card().top()


def test_dragging_the_title_bar_moves_the_blocks_and_the_notes_in_it(
    context, hand, view, frame, undo_all
):
    corner = frame.rect().topLeft()
    inside = Note(id="in", text="a", at=(corner.x() + 2, corner.y() + 32), size=(60, 32))
    outside = Note(id="out", text="b", at=(corner.x() + 2, corner.y() + 300), size=(60, 32))
    context.document.push("notes", lambda d: d.with_(notes=(inside, outside)))
    before, steps = doc(context), context.document.undo_stack.count()
    hand.drag(grip(frame), grip(frame) + QPointF(40, 80))
    assert doc(context).node("hidden").at == (260, 80)
    assert doc(context).node("act").at == (480, 80)
    assert doc(context).node("x").at == (0, 0)
    notes = {note.id: note.at for note in doc(context).notes}
    assert notes["in"] == (inside.at[0] + 40, inside.at[1] + 80)
    assert notes["out"] == outside.at
    assert context.document.undo_stack.count() == steps + 1
    context.document.undo_stack.undo()
    assert doc(context) == before


def test_a_frame_follows_a_dragged_card_at_once(hand, view, frame):
    height = frame.rect().height()
    hand.press("act")
    hand.move((460, 60))
    hand.move((440, 120))
    assert frame.rect().height() > height + 60
    hand.key(Qt.Key.Key_Escape)
    assert frame.rect().height() == height


def test_escape_puts_a_dragged_frame_back(context, hand, view, frame):
    before = doc(context)
    hand.press(grip(frame))
    hand.move(grip(frame) + QPointF(30, 50))
    hand.move(grip(frame) + QPointF(30, 50))
    hand.key(Qt.Key.Key_Escape)
    assert doc(context) is before
    assert view.canvas.cards["act"].pos() == QPointF(440, 0)


def test_delete_on_a_selected_frame_keeps_its_blocks(context, hand, view, frame, mlp):
    hand.click(grip(frame))
    assert view.canvas.frames.selected() == (frame.group.id,)
    assert context.selection.nodes == ()
    hand.key(Qt.Key.Key_Delete)
    assert doc(context) == mlp
    assert view.canvas.frames.items == {}


def test_a_click_inside_a_frame_is_one_on_the_canvas(context, hand, view, frame):
    hand.click(grip(frame))
    hand.click((330, 30))
    assert view.canvas.frames.selected() == ()


def test_keys_act_on_the_frame_of_the_selected_block(context, hand, view, frame):
    context.selection.set(("act",))
    hand.key(Qt.Key.Key_F2)
    QTest.keyClick(view.findChild(FrameEditor), Qt.Key.Key_Escape)
    colour = doc(context).groups[0].colour
    view.recolour_frame()
    assert doc(context).groups[0].colour == colour + 1
    view.take_out()
    assert doc(context).groups[0].nodes == ("hidden",)
    context.selection.set(("hidden",))
    hand.key(Qt.Key.Key_J, BOTH)
    assert doc(context).groups == ()


def test_framing_nothing_says_what_to_do(context, view, notices):
    view.frame_selection()
    assert "Select blocks first." in notices[0]


@pytest.fixture
def note(context, view):
    made = Note(id="note", text="word", at=(100, 150), size=(200, 100))
    context.document.push("note", lambda d: d.with_(notes=(made,)))
    return view.canvas.notes["note"]


@pytest.mark.parametrize(
    ("edge", "size"),
    [((298, 200), (240, 100)), ((200, 248), (200, 140)), ((298, 248), (240, 140))],
)
def test_a_note_is_resized_at_its_edges_and_its_corner(context, hand, note, edge, size):
    hand.drag(edge, (edge[0] + 40, edge[1] + 40))
    assert doc(context).notes[0].size == size
    assert doc(context).notes[0].at == (100, 150)
    context.document.undo_stack.undo()
    assert doc(context).notes[0].size == (200, 100)


def test_a_note_has_a_least_size_and_is_never_smaller_than_its_text(context, hand, note):
    hand.drag((298, 248), (-400, -400))
    assert doc(context).notes[0].size == (60, 32)
    assert note.rect().height() >= 32


def test_escape_gives_a_note_its_size_back(context, hand, note):
    hand.press((298, 248))
    hand.move((340, 300))
    hand.move((340, 300))
    assert note.rect().width() > 230
    hand.key(Qt.Key.Key_Escape)
    assert note.rect().width() == 200


def test_the_mouse_shows_where_a_note_can_be_resized(hand, view, note):
    hand.move((298, 248))
    assert view.viewport().cursor().shape() == Qt.CursorShape.SizeFDiagCursor
    hand.move((200, 200))
    assert view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor
