"""What is asked for often is done seldom, and the last wish is never lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Signal

from playground.gui.paced import Paced

PAUSE_MS = 40


class Asker(QObject):
    asked = Signal(int)


@pytest.fixture
def done():
    return []


@pytest.fixture
def asker(qapp, done):
    made = Asker()
    made.paced = Paced(lambda: done.append("done"), PAUSE_MS, made)
    made.asked.connect(made.paced)
    yield made
    made.paced.stop()


def test_the_first_wish_is_granted_at_once(asker, done):
    asker.asked.emit(1)
    assert len(done) == 1


def test_wishes_in_the_pause_become_one_call_at_its_end(asker, done, qtbot):
    for number in range(10):
        asker.asked.emit(number)
    assert len(done) == 1
    qtbot.waitUntil(lambda: len(done) == 2)
    qtbot.waitUntil(lambda: not asker.paced.waiting)
    assert len(done) == 2


def test_an_action_may_ask_to_be_called_again(qtbot, qapp):
    owner, calls = QObject(), []

    def act():
        calls.append(1)
        if len(calls) < 3:
            paced.again()

    paced = Paced(act, PAUSE_MS, owner)
    paced()
    qtbot.waitUntil(lambda: len(calls) == 3)
    qtbot.waitUntil(lambda: not paced.waiting)
    assert len(calls) == 3


def test_stopping_forgets_the_wish(asker, done):
    asker.asked.emit(1)
    asker.asked.emit(2)
    asker.paced.stop()
    assert not asker.paced.waiting
    assert len(done) == 1
