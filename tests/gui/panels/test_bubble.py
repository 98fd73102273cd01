"""What is refused says why where the pointer is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from playground.errors import EditError


@pytest.fixture
def bubble(window):
    return window.bubble


def test_it_lies_beside_the_pointer_and_in_the_window(window, bubble):
    for corner in (QPoint(300, 300), window.rect().bottomRight(), QPoint(0, 0)):
        window.context.notices.refuse("No. " * 60, window.mapToGlobal(corner))
        assert bubble.isVisible()
        assert window.rect().contains(bubble.geometry())
        assert not bubble.geometry().contains(corner)
        nearest = min(max(corner.x(), bubble.x()), bubble.geometry().right())
        assert abs(nearest - corner.x()) < 40


def test_a_refused_edit_is_told_there_and_in_the_list_of_messages(window, bubble):
    def edit(document):
        raise EditError("There is a block of that name.")

    window.context.document.push("rename", edit)
    assert bubble.text.text() == "There is a block of that name."
    assert "There is a block of that name." in window.log.list.item(0).text()
    assert not window.strip.isVisible()


def test_it_goes_at_the_next_key_or_click(qtbot, window, bubble):
    for act in (
        lambda: QTest.keyClick(window.graph, Qt.Key.Key_Control),
        lambda: QTest.mousePress(window.graph.viewport(), Qt.MouseButton.LeftButton),
    ):
        window.context.notices.refuse("No.")
        qtbot.waitUntil(lambda: bubble._armed, timeout=2000)
        act()
        assert not bubble.isVisible()
    QTest.mouseRelease(window.graph.viewport(), Qt.MouseButton.LeftButton)


def test_the_key_that_caused_it_does_not_take_it_away(window, bubble):
    window.context.notices.refuse("No.")
    QTest.keyClick(window.graph, Qt.Key.Key_Control)
    assert bubble.isVisible()


def test_a_hint_of_a_gesture_is_no_message(window, bubble):
    before = window.log.list.count()
    window.context.notices.point("It does not fit.")
    assert bubble.isVisible()
    window.context.notices.point("")
    assert not bubble.isVisible()
    assert window.log.list.count() == before


def test_words_are_not_cut(window, bubble):
    window.context.notices.refuse("conv2 needs an image (channels, height, width). " * 4)
    assert bubble.text.height() >= bubble.text.heightForWidth(bubble.text.width())
