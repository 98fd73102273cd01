"""The program as a process: it starts, learns, and leaves."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from playground.document.format import read
from playground.gui.settings import state_dir

START = "import sys; from playground.gui.app import main; sys.exit(main('xor-mlp', lang='en'))"


def test_the_start_paints_then_trains_then_ends():
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", START],
        env={**os.environ, "PLAYGROUND_STARTUP_PROBE": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert [event["event"] for event in events] == ["painted", "first_step"]
    assert 0 < events[0]["seconds"] < events[1]["seconds"]
    assert "Traceback" not in done.stderr


def test_the_window_can_be_imported_without_what_is_slow():
    code = (
        "import sys, playground.gui.app; "
        "slow = {'torch', 'sklearn', 'scipy', 'pyqtgraph', 'typer', 'ziamath', 'networkx'}; "
        "print(sorted(slow & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True
    )
    assert done.stdout.strip() == "[]"


INTERRUPTED = """
import os, signal, sys, threading
from playground.gui import app

def change_and_interrupt(window):
    window.context.document.push("change", lambda d: d.with_(title="Unsaved"))
    interrupt = lambda: os.kill(os.getpid(), signal.SIGINT)
    interrupt() if "early" in sys.argv else threading.Timer(0.5, interrupt).start()

ready = app.keep_interruptible
app.keep_interruptible = lambda a, w: (ready(a, w), change_and_interrupt(w))
sys.exit(app.main("xor-mlp", lang="en"))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends Ctrl+C to whole consoles only")
@pytest.mark.parametrize("moment", ["early", "running"])
def test_ctrl_c_in_the_terminal_ends_it_and_keeps_unsaved_work(moment):
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, moment],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 130, done.stderr
    assert "Traceback" not in done.stderr
    (kept,) = (state_dir() / "unsaved").glob("*/document.json")
    assert read(kept).title == "Unsaved"


CLOSED = """
import sys
from playground.gui import app

def close_when_painted(window):
    from PySide6.QtCore import QTimer
    window.painted.connect(lambda: QTimer.singleShot(0, window.close))

ready = app.keep_interruptible
app.keep_interruptible = lambda a, w: (ready(a, w), close_when_painted(w))
sys.exit(app.main("digits-cnn", lang="en"))
"""


def test_the_window_closes_while_torch_is_still_being_loaded():
    done = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", CLOSED],
        env=dict(os.environ),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    noise = "This plugin does not support propagateSizeHints()"
    assert [line for line in done.stderr.splitlines() if line != noise] == []
