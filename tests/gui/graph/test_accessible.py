"""What a screen reader finds on the canvas, asked through Qt's own interfaces."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QColor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from playground.document import edits, frames
from playground.document.model import Node, Note
from playground.gui.graph.card import Pulse

TEXT, ROLE = QAccessible.Text, QAccessible.Role
PRESS = QAccessibleActionInterface.pressAction()
FOCUS = QAccessibleActionInterface.setFocusAction()


def walk(face):
    """An interface and all below it; each knows its parent and its place there."""
    yield face
    for number in range(face.childCount()):
        child = face.child(number)
        assert child is not None
        assert face.indexOfChild(child) == number
        assert child.parent().text(TEXT.Name) == face.text(TEXT.Name)
        yield from walk(child)


def face_of(view):
    return QAccessible.queryAccessibleInterface(view)


def find(view, name):
    return next(face for face in walk(face_of(view)) if face.text(TEXT.Name) == name)


@pytest.fixture
def full(view, context):
    """A canvas with a frame, a note and a fault."""

    def add(document):
        document, _ = frames.add_frame(document, ("hidden", "act"), "Body")
        note = Note(id="n", text="# Why\n**Two** layers", at=(0, 200))
        return document.with_(notes=(note,))

    context.document.push("add", add)
    return view


def test_everything_on_the_canvas_has_a_name_a_role_and_a_place(full):
    found = list(walk(face_of(full)))
    assert all(face.text(TEXT.Name).strip() for face in found if isinstance_voice(face))
    roles = [face.role() for face in found if isinstance_voice(face)]
    assert roles.count(ROLE.ListItem) == 4 + 3  # cards and wires
    assert roles.count(ROLE.Button) == 7  # ports
    assert roles.count(ROLE.Note) == 1
    assert roles.count(ROLE.Grouping) == 1
    screen = full.viewport().rect().translated(full.viewport().mapToGlobal(QPoint()))
    for face in filter(isinstance_voice, found):
        assert not face.rect().isEmpty()
        assert screen.contains(face.rect())


def isinstance_voice(face) -> bool:
    return type(face).__name__ == "VoiceInterface"


def test_a_card_tells_shape_parameters_problem_and_health(full, context):
    card = find(full, "Linear (hidden)")
    assert card.text(TEXT.Value) == "Output 4"
    full.canvas.cards["hidden"].set_pulse(Pulse(gradient="|∇| 2e-2", health="bad", reason="NaN!"))
    words = card.text(TEXT.Description)
    for part in ("12 parameters", "From x", "To act", "|∇| 2e-2", "NaN!"):
        assert part in words
    (wire,) = (w for w in context.document.document.wires if w.target == "hidden")
    context.document.push("cut", lambda d: edits.disconnect(d, wire))
    problem = full.canvas.cards["hidden"].facts.problem
    assert problem.message.rstrip(".") in card.text(TEXT.Description)


def test_a_port_a_wire_a_note_and_a_frame_tell_what_they_show(full):
    cards = find(full, "Linear (hidden)")
    into, out = (cards.child(number) for number in range(2))
    assert (into.text(TEXT.Name), into.text(TEXT.Description)) == ("Input in", "From x")
    assert (out.text(TEXT.Name), out.text(TEXT.Value)) == ("Output out", "4")
    wire = find(full, "Wire from x to hidden")
    assert wire.text(TEXT.Value) == "2"
    assert find(full, "Note").text(TEXT.Value).split() == ["Why", "Two", "layers"]
    assert find(full, "Frame Body").text(TEXT.Description) == "Around hidden, act"


def test_selection_and_focus_are_those_of_the_canvas(full, context):
    face = face_of(full)
    card, wire = find(full, "Linear (hidden)"), find(full, "Wire from x to hidden")
    assert not card.state().selected
    context.selection.set(("hidden",))
    assert card.state().selected
    assert card.state().focused
    assert not wire.state().selected
    assert face.focusChild().text(TEXT.Name) == "Linear (hidden)"
    chosen = face.selectionInterface()
    assert chosen.selectedItemCount() == 1
    assert chosen.selectedItem(0).text(TEXT.Name) == "Linear (hidden)"
    assert chosen.select(wire)
    assert context.selection.wires == (wire.object().item.wire,)
    assert context.selection.nodes == ()
    assert chosen.clear()
    assert not chosen.selectedItemCount()
    assert chosen.selectAll()
    assert len(context.selection.nodes) == 4


def test_actions_select_and_open(full, context):
    for name in ("Linear (hidden)", "Wire from x to hidden", "Note", "Frame Body"):
        face = find(full, name)
        actions = face.actionInterface()
        assert [actions.localizedActionName(a) for a in actions.actionNames()] == ["Open", "Select"]
        actions.doAction(FOCUS)
        assert face.state().selected
    find(full, "Note").actionInterface().doAction(PRESS)
    assert full.findChild(QPlainTextEdit).toPlainText().startswith("# Why")
    full.setFocus()
    find(full, "Frame Body").actionInterface().doAction(PRESS)
    assert any(field.text() == "Body" for field in full.findChildren(QLineEdit))
    full.setFocus()


def test_what_lies_under_a_point_is_found(full):
    for name in ("Linear (hidden)", "Note", "Frame Body"):
        face = find(full, name)
        spot = face.rect().center()
        if name.startswith("Frame"):
            spot = face.rect().topLeft() + QPoint(40, 6)
        assert face_of(full).childAt(spot.x(), spot.y()).text(TEXT.Name) == name


def test_what_goes_falls_silent_and_nothing_dangles(full, context, qapp):
    """Interfaces are Qt's and end with their objects, whatever Python still holds."""
    held = list(walk(face_of(full)))
    for _ in range(5):
        context.document.push("cut", lambda d: edits.remove_nodes(d, ("hidden", "act")))
        gc.collect()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        names = [face.text(TEXT.Name) for face in walk(face_of(full))]
        assert "Linear (hidden)" not in names
        assert "Linear (out)" in names
        context.document.undo_stack.undo()
        held += walk(face_of(full))
        assert find(full, "Linear (hidden)").text(TEXT.Value) == "Output 4"
    held.clear()
    gc.collect()
    assert find(full, "Linear (hidden)").parent().text(TEXT.Name) == "Graph of the network"


def test_the_keyboard_goes_through_wires_notes_and_frames(full, hand, context):
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    reached = set()
    for _ in range(5):
        hand.key(Qt.Key.Key_Right, held)
        (voice,) = full.voices.selected()
        reached.add(voice.name())
        assert not context.selection.nodes
    wires = {f"Wire from {a} to {b}" for a, b in (("x", "hidden"), ("hidden", "act"))}
    assert reached == {"Frame Body", "Note", "Wire from act to out"} | wires
    hand.key(Qt.Key.Key_Left, held)
    assert full.voices.focused().name() != voice.name()


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("zoom", [1.0, 0.4, 0.2])
def test_the_card_the_keyboard_acts_on_can_be_seen(view, hand, context, mode, zoom):
    """The ring or the outline of the accent differs enough from what it lies on (WCAG 1.4.11)."""
    context.theme.set_mode(mode)
    view.zoom_by(zoom / view.zoom)
    view.look_at(view.canvas.cards["act"].pos())
    before = view.grab().toImage()
    context.selection.set(("act",))
    hand.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert context.selection.node == "out"
    hand.key(Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier)
    assert context.selection.node == "act"
    after = view.grab().toImage()
    accent = QColor(context.theme.tokens.accent)
    rect = view.mapFromScene(view.canvas.cards["act"].scene_card()).boundingRect()
    changed = [
        after.pixelColor(x, y)
        for x in range(rect.left() - 6, rect.right() + 7)
        for y in range(rect.top() - 6, rect.bottom() + 7)
        if after.pixelColor(x, y) != before.pixelColor(x, y)
    ]
    ring = [colour for colour in changed if contrast(colour, accent) < 1.3]
    assert len(ring) > 2 * rect.width()
    assert contrast(accent, QColor(context.theme.tokens.canvas)) >= 3
    assert contrast(accent, QColor(context.theme.tokens.panel)) >= 3


def contrast(one: QColor, two: QColor) -> float:
    """Ratio of two relative luminances, as WCAG 2.2 defines it."""
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_screen_reader_is_told_what_comes_and_goes(full, context, monkeypatch):
    told = []
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        QAccessible,
        "updateAccessibility",
        lambda event: told.append((event.type(), event.object())),
    )
    events, voices = QAccessible.Event, full.voices
    assert len(voices) > 0  # read once: only then is there something that changes
    act = voices.of(full.canvas.cards["act"])
    context.document.push("add", lambda d: edits.add_node(d, Node(id="new", block="relu")))
    new = voices.of(full.canvas.cards["new"])
    assert (events.ObjectCreated, new) in told
    assert (events.ObjectReorder, full) in told
    told.clear()
    context.document.push("remove", lambda d: edits.remove_nodes(d, ["act"]))
    assert (events.ObjectDestroyed, act) in told
    told.clear()
    context.document.push("title", lambda d: edits.set_title(d, "same blocks"))
    assert [kind for kind, _ in told if kind == events.ObjectReorder] == []
