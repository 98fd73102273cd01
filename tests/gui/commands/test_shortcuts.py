"""One table says which key does what; the user may change it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTreeWidget

from playground.gui.commands import COMMANDS
from playground.gui.commands.shortcuts import MAX_KEYS, Shortcuts, normal
from playground.gui.panels.shortcuts import ShortcutsDialog


@pytest.fixture
def settings(tmp_path):
    return QSettings(str(tmp_path / "keys.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def shortcuts(settings):
    return Shortcuts(settings, COMMANDS)


@pytest.fixture
def dialog(window, qtbot):
    window.actions_model.run("help.shortcuts")
    found = window.findChild(ShortcutsDialog)
    qtbot.waitExposed(found)
    yield found
    found.close()


def choose(dialog: ShortcutsDialog, id: str) -> None:
    tree: QTreeWidget = dialog.list
    rows = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    tree.setCurrentItem(next(row for row in rows if row.data(0, Qt.ItemDataRole.UserRole) == id))


def keys_shown(window, id: str) -> str:
    action = window.actions_model.actions[id]
    _, _, written = action.text().partition("\t")
    return written or action.shortcut().toString(QKeySequence.SequenceFormat.PortableText)


def test_no_two_commands_have_the_same_default():
    keys = [text for command in COMMANDS for text in normal(command.shortcuts)]
    assert len(keys) == len(set(keys))
    assert all(len(normal(c.shortcuts)) == len(c.shortcuts) <= MAX_KEYS for c in COMMANDS)


def test_changed_keys_are_remembered(shortcuts, settings):
    shortcuts.set("edit.mute", ("Ctrl+M",))
    again = Shortcuts(settings, COMMANDS)
    assert again.of("edit.mute") == ("Ctrl+M",)
    assert again.command_of("M") is None
    again.reset("edit.mute")
    assert Shortcuts(settings, COMMANDS).of("edit.mute") == ("M",)
    assert not [key for key in settings.allKeys() if key.startswith("shortcuts")]


def test_a_command_can_lose_all_its_keys(shortcuts, settings):
    shortcuts.set("edit.mute", ())
    assert Shortcuts(settings, COMMANDS).of("edit.mute") == ()


def test_a_key_has_one_owner(shortcuts):
    assert [owner.id for _, owner in shortcuts.clashes("edit.mute", ("P",))] == ["run.play"]
    shortcuts.set("edit.mute", ("P",))
    assert shortcuts.of("run.play") == ()
    assert shortcuts.command_of("P").id == "edit.mute"
    shortcuts.reset("run.play")
    assert shortcuts.of("edit.mute") == ()
    shortcuts.reset_all()
    assert shortcuts.of("edit.mute") == ("M",)
    assert not any(shortcuts.is_own(command.id) for command in COMMANDS)


@pytest.mark.parametrize("nonsense", ["{", "3", '["\\u0000"]', "[1]", '{"a": 1}', "@Invalid()"])
def test_settings_nobody_can_read_count_as_not_set(settings, nonsense):
    settings.setValue("shortcuts/edit.mute", nonsense)
    assert Shortcuts(settings, COMMANDS).of("edit.mute") == ("M",)


def test_what_the_user_chose_beats_a_default(settings):
    settings.setValue("shortcuts/edit.mute", '["P"]')
    shortcuts = Shortcuts(settings, COMMANDS)
    assert shortcuts.command_of("P").id == "edit.mute"
    assert shortcuts.of("run.play") == ()


def test_a_changed_key_works_on_the_canvas_and_shows_in_the_menu(window, qtbot):
    window.context.selection.set(("hidden",))
    window.context.shortcuts.set("edit.mute", ("Ctrl+M",))
    assert keys_shown(window, "edit.mute") == "Ctrl+M"
    QTest.keyClick(window.graph, Qt.Key.Key_M)
    assert not window.context.document.document.node("hidden").muted
    QTest.keyClick(window.graph, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert window.context.document.document.node("hidden").muted


def test_the_key_of_the_search_can_be_given_away(window, qtbot):
    window.context.selection.set(("hidden",))
    window.context.shortcuts.set("edit.mute", ("Space",))
    QTest.keyClick(window.graph, Qt.Key.Key_Space)
    assert window.context.document.document.node("hidden").muted


def test_a_changed_key_of_the_window_works_at_once(window, qtbot, monkeypatch):
    played = []
    monkeypatch.setattr(window.context.run, "toggle", lambda: played.append("toggle"))
    window.context.run.begin()
    qtbot.waitUntil(lambda: window.actions_model.actions["run.play"].isEnabled(), timeout=5000)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.graph.setFocus()
    window.context.shortcuts.set("run.play", ("F9",))
    assert keys_shown(window, "run.play") == "F9"
    QTest.keyClick(window.graph, Qt.Key.Key_P)
    assert played == []
    QTest.keyClick(window.graph, Qt.Key.Key_F9)
    assert played == ["toggle"]


def test_the_palette_shows_the_changed_key(window):
    window.context.shortcuts.set("view.zoom_in", ("F8",))
    window.palette_popup.open()
    window.palette_popup.field.setText("Zoom in")
    assert "(F8)" in window.palette_popup.list.item(0).text()


def test_the_dialog_lists_every_command(dialog):
    assert dialog.list.topLevelItemCount() == len(COMMANDS)


def test_the_dialog_searches_titles_and_keys(dialog):
    dialog.search.setText("freez")
    assert dialog.command.id == "edit.freeze"
    dialog.search.setText("Ctrl+K")
    assert dialog.command.id == "view.palette"
    dialog.search.setText("zzzzzz")
    assert dialog.command is None
    assert not dialog.fields[0].isEnabled()


def test_keys_pressed_in_the_dialog_hold_at_once(dialog, window):
    choose(dialog, "edit.mute")
    dialog.fields[0].setFocus()
    QTest.keyClick(dialog.fields[0], Qt.Key.Key_J)
    assert window.context.shortcuts.of("edit.mute") == ("J",)
    assert keys_shown(window, "edit.mute") == "J"
    assert dialog.list.currentItem().text(1) == "J"
    dialog.remove.click()
    assert window.context.shortcuts.of("edit.mute") == ()
    dialog.reset.click()
    assert window.context.shortcuts.of("edit.mute") == ("M",)


def test_the_dialog_says_whose_a_key_is_and_takes_it_only_when_told(dialog, window):
    choose(dialog, "edit.mute")
    QTest.keyClick(dialog.fields[0], Qt.Key.Key_P)
    assert dialog.clash.text() == "P already does “Run › Play or pause”."
    assert window.context.shortcuts.of("edit.mute") == ("M",)
    dialog.take.click()
    assert window.context.shortcuts.of("edit.mute") == ("P",)
    assert window.context.shortcuts.of("run.play") == ()
    assert dialog.clash.text() == ""
    dialog.reset_all.click()
    assert window.context.shortcuts.of("run.play") == ("P",)


def test_leaving_a_clash_changes_nothing(dialog, window):
    choose(dialog, "edit.mute")
    QTest.keyClick(dialog.fields[0], Qt.Key.Key_P)
    choose(dialog, "edit.freeze")
    assert dialog.clash.text() == ""
    assert not dialog.take.isEnabled()
    choose(dialog, "edit.mute")
    assert dialog.fields[0].keySequence() == QKeySequence("M")
