"""The program as a process: it starts, learns, and leaves."""

from __future__ import annotations

import json
import os
import subprocess
import sys

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
