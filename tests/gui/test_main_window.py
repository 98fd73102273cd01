"""The window as a whole: languages, themes, layout, shortcuts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QToolButton,
    QWidget,
)

import playground.gui.main_window as module
from playground import i18n
from playground.document import edits
from playground.gui.theme import DARK, LIGHT


class Pretend(dict):
    """A language that puts a sign before every text."""

    def get(self, text, default=None):
        return f"¤{text}"


@pytest.fixture
def pretend_chinese(monkeypatch):
    real = i18n.catalogue
    monkeypatch.setattr(i18n, "catalogue", lambda code: Pretend() if code == "zh" else real(code))


def texts(window):
    """Every text that a user can see in the window, with where it stands."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible():
            continue
        place = f"{type(widget).__name__} {widget.objectName()}"
        if isinstance(widget, QLabel):
            text = widget.full_text() if hasattr(widget, "full_text") else widget.text()
            yield place, text
        if isinstance(widget, QAbstractButton):
            yield place, widget.text()
            yield place, widget.toolTip()
        if isinstance(widget, QLineEdit):
            yield place, widget.placeholderText()
        if isinstance(widget, QDockWidget):
            yield place, widget.windowTitle()
        if isinstance(widget, QComboBox) and widget.objectName() == "quiet":
            yield place, widget.currentText()
    for menu in window.actions_model.menus.values():
        yield "menu", menu.title()
    for action in window.actions_model.actions.values():
        yield "action", action.text()


# what is the same in every language: numbers, signs, ids, names of files, torch's words
SAME = re.compile(
    r"[\W\d_kMGTx]*|Two moons|.*Neural Playground|English|简体中文|CPU|hidden|Tanh|PyTorch"
    r"|(sin )?x[₁₂].*"
)


def test_a_switch_of_the_language_reaches_every_visible_text(qtbot, window, pretend_chinese):
    window.context.selection.set(["hidden"])
    window.appearance.set_language("zh")
    qtbot.waitUntil(lambda: window.docks["data"].windowTitle().startswith("¤"))
    left = [
        (place, text)
        for place, text in texts(window)
        if "¤" not in text and not SAME.fullmatch(text)
    ]
    assert left == []
    window.appearance.set_language("en")
    qtbot.waitUntil(lambda: window.docks["data"].windowTitle() == "Data")
    assert [text for _, text in texts(window) if "¤" in text] == []


def test_problems_are_told_in_the_new_language(qtbot, window, pretend_chinese):
    window.context.document.push("cut", lambda d: edits.disconnect(d, d.wires[0]))
    window.docks.show("problems")
    window.appearance.set_language("zh")
    qtbot.waitUntil(lambda: "¤" in window.problems.list.cards[0].problem.message)
    assert all("¤" in button.text() for button in window.problems.list.cards[0].buttons)


def test_the_language_is_remembered(window):
    window.appearance.set_language("zh")
    assert window.preferences.language == "zh"
    assert i18n.language() == "zh"


def test_both_themes_paint_the_window_at_once(qtbot, window):
    for name, tokens in (("dark", DARK), ("light", LIGHT)):
        window.appearance.set_theme(name)
        assert window.palette().window().color().name() == tokens.page
        picture = window.transport.grab().toImage()
        corner = picture.pixelColor(picture.width() - 3, 4).name()
        assert corner == tokens.panel
        assert window.preferences.theme == name


def test_closed_panels_come_back_with_the_layout(qtbot, window):
    window.docks.toggle("data")
    assert not window.docks.is_open("data")
    assert "view.data" in window.actions_model.actions
    window.actions_model.run("view.reset_layout")
    assert window.docks.is_open("data")
    assert not window.docks.is_open("problems")


def test_the_layout_is_remembered(qtbot, make_window, mlp):
    first = make_window(mlp)
    first.docks.toggle("lenses")
    first.close()
    second = make_window(mlp)
    assert not second.docks.is_open("lenses")
    assert second.docks.is_open("inspector")


def test_a_single_letter_is_typed_in_a_field_and_does_not_play(qtbot, window):
    played = []
    window.context.run.state_changed.connect(played.append)
    window.context.run.toggle = lambda: played.append("toggle")
    for field in (window.blocks.search, window.inspector.document_page.title):
        field.setFocus()
        field.clear()
        qtbot.keyClicks(field, "pspr")
        assert field.text() == "pspr"
    assert "toggle" not in played


def test_the_letter_plays_when_no_field_has_the_focus(qtbot, window, monkeypatch):
    played = []
    monkeypatch.setattr(window.context.run, "toggle", lambda: played.append("toggle"))
    window.context.run.begin()
    qtbot.waitUntil(lambda: window.actions_model.actions["run.play"].isEnabled(), timeout=5000)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.graph.setFocus()
    qtbot.keyClick(window.graph, Qt.Key.Key_P)
    assert played == ["toggle"]


def test_building_and_using_the_window_opens_no_other_window(qtbot, make_window, mlp):
    shown = []

    class Watcher(QObject):
        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
                shown.extend([watched] if watched.isWindow() else [])
            return False

    watcher = Watcher()
    QApplication.instance().installEventFilter(watcher)
    window = make_window(edits.remove_nodes(mlp, ["act"]))
    window.context.selection.set(["hidden"])
    window.blocks.search.setText("conv")
    QApplication.instance().removeEventFilter(watcher)
    assert shown == [window]


def test_icon_buttons_have_names_for_screen_readers(window):
    for button in window.findChildren(QToolButton):
        if button.isVisible() and not any(c.isalpha() for c in button.text()):
            assert button.accessibleName() or button.toolTip(), button.objectName()


def test_the_window_only_assembles():
    assert len(Path(module.__file__).read_text().splitlines()) <= 200


def test_the_menu_says_what_undo_takes_back(window):
    window.context.document.push("Delete act", lambda d: edits.remove_nodes(d, ["act"]))
    window.actions_model.refresh()
    assert window.actions_model.actions["edit.undo"].text() == "Undo: Delete act"
    window.actions_model.run("edit.undo")
    assert window.actions_model.actions["edit.undo"].text() == "Undo"
    assert window.actions_model.actions["edit.redo"].text() == "Redo: Delete act"


def test_every_command_has_its_own_id_and_shortcut(window):
    commands = list(window.actions_model.commands.values())
    shortcuts = [keys for command in commands for keys in command.shortcuts]
    assert len({command.id for command in commands}) == len(commands)
    assert len(set(shortcuts)) == len(shortcuts)


def has_the_sizes_of_the_design(window):
    docks, width = window.docks, window.pages.width()
    return (
        docks["inspector"].width() >= 0.2 * width and docks["lenses"].height() >= 0.28 * width / 1.6
    )


def test_a_network_chosen_on_the_start_page_finds_the_layout_of_the_design(
    qtbot, make_context, mlp
):
    window = module.MainWindow(make_context())
    qtbot.addWidget(window)
    window.appearance.begin("en", "light")
    window.resize(1600, 1000)
    window.start.open(closable=False)
    window.show()
    qtbot.waitExposed(window)
    window.context.document.load(mlp)
    window.start.close_page()
    qtbot.waitUntil(lambda: has_the_sizes_of_the_design(window), timeout=5000)


def test_the_sizes_of_the_design_follow_the_window_until_a_border_is_moved(qtbot, window):
    window.resize(1600, 1000)
    qtbot.waitUntil(lambda: window.docks["inspector"].width() == round(1600 * 0.225))
    window.resize(1200, 800)
    qtbot.waitUntil(lambda: window.docks["inspector"].width() == round(1200 * 0.225))
    dock = window.docks["inspector"]
    border = dock.geometry().left() - 4, dock.geometry().center().y()
    qtbot.mousePress(window.workspace, Qt.MouseButton.LeftButton, pos=QPoint(*border))
    qtbot.mouseRelease(window.workspace, Qt.MouseButton.LeftButton, pos=QPoint(*border))
    window.resize(1600, 1000)
    qtbot.wait(1)
    assert dock.width() != round(1600 * 0.225)
    window.actions_model.run("view.reset_layout")
    qtbot.waitUntil(lambda: dock.width() == round(1600 * 0.225))


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_window_may_be_resized_before_it_is_shown(qtbot, make_context, mlp, theme):
    window = module.MainWindow(make_context(mlp))
    qtbot.addWidget(window)
    window.appearance.begin("zh", theme)
    for width, height in ((1600, 1000), (1, 1), (1366, 768)):
        window.resize(width, height)
    window.show()
    qtbot.waitExposed(window)
    assert window.width() == 1366
    window.appearance.begin("en", "light")


def test_a_fitted_graph_stays_fitted_until_the_user_zooms(qtbot, window):
    graph = window.graph
    graph.fit_all()
    window.resize(1000, 700)
    qtbot.waitUntil(lambda: graph.seen().contains(graph.canvas.contents()), timeout=5000)
    graph.zoom_in()
    zoom = graph.zoom
    window.resize(1300, 800)
    qtbot.waitUntil(lambda: window.width() == 1300)
    assert graph.zoom == zoom


def test_recent_files_stand_in_the_menu_of_files(qtbot, window, tmp_path):
    window.recent.fill()
    assert not window.recent.isEnabled()
    path = tmp_path / "mine & yours.json"
    window.files.save_to(path)
    window.preferences.add_recent(tmp_path / "gone.json")
    window.context.document.load(window.context.document.document)
    menu = window.actions_model.menus["File", ""]
    menu.aboutToShow.emit()
    assert window.recent.menuAction() in menu.actions()
    assert window.recent.isEnabled()
    assert [action.toolTip() for action in window.recent.actions()] == [str(path)]
    window.recent.actions()[0].trigger()
    assert window.context.document.path == path


def test_the_history_panel_goes_back_to_any_change(window):
    model = window.context.document
    assert not window.docks.is_open("history")
    window.actions_model.run("view.history")
    assert window.docks.is_open("history")
    before = model.document
    for id in ("act", "hidden"):
        model.push(f"Delete {id}", lambda d, i=id: edits.remove_nodes(d, [i]))
    panel = window.history.model()
    assert [panel.index(row, 0).data() for row in range(3)] == [
        "As it was opened",
        "Delete act",
        "Delete hidden",
    ]
    window.history.setCurrentIndex(panel.index(0, 0))
    assert model.document == before
