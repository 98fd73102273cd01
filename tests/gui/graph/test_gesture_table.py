"""Every row of the table of gestures, with real mouse and key events on the real window.

`TABLE` is the table of the design. A row without a check fails, a check without a row fails, and
so does a row whose gesture has no menu entry with a shortcut that can be changed.
"""

from __future__ import annotations

import pytest

from playground.gui.settings import Preferences
from tests.gui.graph import rows_around, rows_editing
from tests.gui.graph.gestures_of_table import CHECKS, TABLE, WITHOUT_KEY, Case


@pytest.fixture
def view(window, qtbot):
    Preferences(window.context.settings).reduced_motion = True
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    window.graph.setFocus()
    return window.graph


@pytest.mark.parametrize("name", TABLE)
def test_row(name, window, view, hand, qtbot, make_window):
    assert CHECKS.get(name), f"nothing checks the row {name!r}"
    for check in CHECKS[name]:
        window.context.document.undo_stack.setIndex(0)
        window.context.selection.set()
        view.setFocus()
        check(Case(window, view, hand, qtbot, make_window))


@pytest.mark.parametrize("name", TABLE)
def test_row_has_menu_entries_and_shortcuts_that_can_be_changed(name, window):
    in_menus = {
        a.objectName() for menu in window.actions_model.menus.values() for a in menu.actions()
    }
    shortcuts = window.context.shortcuts
    for id in TABLE[name]:
        assert id in in_menus, f"{id} is in no menu"
        assert shortcuts.of(id) or id in WITHOUT_KEY, f"{id} has no key"
        shortcuts.set(id, ("Ctrl+Alt+Shift+F9",))
        assert shortcuts.command_of("Ctrl+Alt+Shift+F9").id == id
        shortcuts.reset(id)


def test_all_checks_are_collected():
    modules = (rows_around, rows_editing)
    names = {check.__module__ for checks in CHECKS.values() for check in checks}
    assert names == {module.__name__ for module in modules}
