"""Any exception anywhere becomes one notice and a log file, and the window lives on."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import QTimer, qWarning

from playground.errors import PlaygroundError
from playground.gui.crash import CrashReporter


@pytest.fixture
def crash(qtbot, window, tmp_path):
    reporter = CrashReporter(window.context.notices, tmp_path)
    reporter.install()
    yield reporter
    reporter.uninstall()


@pytest.fixture
def told(window):
    seen = []
    window.context.notices.posted.connect(lambda text, kind: seen.append((kind, text)))
    return seen


def broken():
    raise ZeroDivisionError("a bug in a slot")


def test_a_bug_in_a_slot_is_told_once_and_the_window_lives_on(qtbot, window, crash, told):
    timer = QTimer()
    timer.timeout.connect(broken)
    count = []
    timer.timeout.connect(lambda: count.append(1))
    timer.start(1)
    qtbot.waitUntil(lambda: len(count) > 20, timeout=5000)
    timer.stop()
    assert len(told) == 1
    assert told[0][0] == "error"
    assert "a bug in a slot" in told[0][1]
    assert window.strip.isVisible()
    window.context.document.push("go on", lambda document: document.with_(title="Alive"))
    assert window.context.document.document.title == "Alive"
    assert "ZeroDivisionError" in crash.log_file.read_text()


def test_a_bug_on_another_thread_is_told_on_the_windows_thread(qtbot, crash, told):
    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(told) == 1, timeout=5000)
    assert "a bug in a slot" in told[0][1]


def test_a_mistake_a_user_can_mend_is_no_bug(qtbot, crash, told):
    error = PlaygroundError("This is too large.", hint="Make it smaller.")
    crash.report(type(error), error, None)
    qtbot.waitUntil(lambda: told == [("warning", "This is too large. Make it smaller.")])


def test_messages_of_qt_go_to_the_log(crash):
    qWarning("a word from Qt")
    assert "a word from Qt" in crash.log_file.read_text()


def test_uninstalling_puts_the_hooks_back(qtbot, window, tmp_path):
    before = sys.excepthook, threading.excepthook
    reporter = CrashReporter(window.context.notices, tmp_path)
    reporter.install()
    reporter.uninstall()
    assert (sys.excepthook, threading.excepthook) == before
