"""Everything can be reached by the keyboard, and a screen reader knows what it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QGraphicsView,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from playground.document import edits
from playground.gui.graph.voices import CardVoice, WireVoice
from playground.gui.panels.block_help import BlockHelp
from playground.registry import blocks

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QGraphicsView,
    QHeaderView,
    QKeySequenceEdit,
    QLineEdit,
    QPlainTextEdit,
)


def interactive(root: QWidget) -> list[QWidget]:
    """What a user can operate, without the parts that Qt builds into its own widgets."""
    found = []
    for widget in root.findChildren(QWidget):
        parent = widget.parentWidget()
        built_in = widget.objectName().startswith("qt_") or isinstance(
            widget, QScrollBar | QHeaderView
        )
        inner = isinstance(parent, QAbstractSpinBox | QLineEdit | QKeySequenceEdit)
        inner = inner or any(isinstance(other, QComboBox) for other in above(widget))
        if isinstance(widget, INTERACTIVE) and not (built_in or inner):
            found.append(widget)
    return found


def above(widget: QWidget) -> list[QWidget]:
    found = []
    while (widget := widget.parentWidget()) is not None:
        found.append(widget)
    return found


def name_of(widget: QWidget) -> str:
    """What a screen reader says."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name)


def path_of(widget: QWidget) -> str:
    places = (widget, *above(widget)[:3])
    return " < ".join(f"{type(place).__name__}#{place.objectName()}" for place in places)


def nameless(root: QWidget) -> list[str]:
    return [path_of(w) for w in interactive(root) if not name_of(w).strip(" ✕●+–−…⋯")]


def unreachable(root: QWidget) -> list[str]:
    return [
        path_of(widget)
        for widget in interactive(root)
        if widget.isVisible()
        and widget.isEnabled()
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


@pytest.fixture
def full_window(window):
    """The window with every panel open and a block selected."""
    for key in window.docks.docks:
        window.docks.show(key)
    window.context.selection.set(("hidden",))
    window.graph.header.edit_title()
    window.lenses.wake()
    window.inspector.wake()
    return window


def test_every_control_of_the_window_has_a_name(full_window):
    faults = nameless(full_window)
    assert not faults, "\n".join(faults)


def test_every_control_of_the_window_can_get_the_focus(full_window):
    faults = unreachable(full_window)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("command", ["help.shortcuts", "help.block"])
def test_every_control_of_a_dialog_has_a_name_and_can_get_the_focus(window, command):
    window.context.selection.set(("hidden",))
    window.actions_model.run(command)
    dialog = window.findChildren(QDialog)[-1]
    assert interactive(dialog)
    assert nameless(dialog) + unreachable(dialog) == []
    dialog.close()


def test_names_are_in_the_language_of_the_window(full_window, qtbot):
    graph = full_window.graph
    full_window.appearance.set_language("zh")
    qtbot.waitUntil(lambda: name_of(graph) != "Graph of the network")
    assert nameless(full_window) == []
    assert not name_of(graph).isascii()


def test_f6_goes_round_all_panels(full_window, qtbot):
    full_window.activateWindow()
    qtbot.waitUntil(full_window.isActiveWindow)
    full_window.graph.setFocus()
    stops = []
    panels = {key: full_window.docks[key] for key in full_window.docks.docks}
    panels |= {key: getattr(full_window, key) for key in ("graph", "transport", "timeline")}
    for _ in panels:
        full_window.actions_model.run("view.next_panel")
        focus = full_window.focusWidget()
        stops += [k for k, p in panels.items() if p is focus or p.isAncestorOf(focus)]
    assert sorted(stops) == sorted(panels)
    assert stops[-1] == "graph"
    full_window.actions_model.run("view.previous_panel")
    assert full_window.focusWidget() is not full_window.graph


def test_tab_reaches_every_panel(full_window, qtbot):
    """The canvas keeps Tab for the search; F6 leaves it, and here the order itself is followed."""
    full_window.activateWindow()
    qtbot.waitUntil(full_window.isActiveWindow)
    full_window.graph.header.field.clearFocus()
    full_window.transport.setFocus()
    reached = []
    for _ in interactive(full_window):
        full_window.focusNextChild()
        reached.append(full_window.focusWidget())
    for panel in (*full_window.docks.docks.values(), full_window.transport):
        assert any(panel.isAncestorOf(widget) for widget in reached), panel
    assert full_window.graph in reached


def differs(widget: QWidget) -> bool:
    """Whether a control looks another way while it has the focus."""
    widget.window().activateWindow()
    widget.clearFocus()
    QApplication.processEvents()
    before = widget.grab().toImage()
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return widget.grab().toImage() != before


def test_the_focus_can_be_seen(full_window, qtbot):
    full_window.graph.header.field.clearFocus()
    full_window.activateWindow()
    qtbot.waitUntil(full_window.isActiveWindow)
    kinds = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QAbstractSlider)
    faults = [
        path_of(widget)
        for widget in interactive(full_window)
        if isinstance(widget, kinds)
        and widget.isEnabled()
        and not widget.visibleRegion().isEmpty()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not differs(widget)
    ]
    assert not faults, "\n".join(faults)


def test_a_screen_reader_hears_what_the_selected_card_shows(window):
    graph, selection = window.graph, window.context.selection
    assert name_of(graph) == "Graph of the network"
    assert graph.accessibleDescription() == "4 blocks"
    selection.set(("hidden",))
    words = graph.accessibleDescription()
    for part in ("(hidden)", "Output 4", "12 parameters", "From x", "To act"):
        assert part in words
    selection.set(("hidden", "act"))
    assert graph.accessibleDescription().startswith("Selected: ")


def test_every_card_can_be_reached_and_is_spoken(window):
    heard = set()
    for _ in window.graph.canvas.cards:
        QTest.keyClick(window.graph, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
        heard.add(window.graph.accessibleDescription())
        assert window.graph.canvas.cards[window.context.selection.node].focused
    assert len(heard) == len(window.graph.canvas.cards)


def test_the_problem_of_a_card_is_spoken(window):
    window.context.selection.set(("act",))
    wire = window.context.document.document.wires[0]
    window.context.document.push("cut", lambda d: edits.disconnect(d, wire))
    window.context.selection.set(("hidden",))
    problem = window.graph.canvas.cards["hidden"].facts.problem
    assert problem is not None
    assert problem.message.rstrip(".") in window.graph.accessibleDescription()


def test_f1_explains_the_selected_block(window, qtbot):
    window.context.selection.set(("hidden",))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.graph.setFocus()
    qtbot.waitUntil(window.actions_model.actions["help.block"].isEnabled)
    QTest.keyClick(window.graph, Qt.Key.Key_F1)
    shown = window.findChild(BlockHelp)
    linear = blocks.get("linear")
    assert shown.windowTitle() == linear.title
    assert shown.box.text.text() == linear.summary()
    assert shown.box.formula.latex == linear.formula
    assert linear.infos()[0].help in shown.details.text()
    assert shown.box.text.focusPolicy() & Qt.FocusPolicy.TabFocus
    shown.close()


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_screen_reader_finds_every_card_wire_and_port_of_the_window(window, language):
    window.appearance.set_language(language)
    graph = window.graph
    face = QAccessible.queryAccessibleInterface(graph)
    found = [face.child(number) for number in range(face.childCount())]
    cards = {f.object().item: f for f in found if isinstance(f.object(), CardVoice)}
    assert set(cards) == set(graph.canvas.cards.values())
    assert len([f for f in found if isinstance(f.object(), WireVoice)]) == 3
    for card, of_card in cards.items():
        assert card.facts.title in of_card.text(QAccessible.Text.Name)
        assert of_card.text(QAccessible.Text.Description)
        assert of_card.childCount() == len(card.ports())
        ports = [of_card.child(number) for number in range(of_card.childCount())]
        assert all(port.text(QAccessible.Text.Name) for port in ports)
