"""How long until the window is painted, and until the first training step.

"ratio" is that time against a bare `import torch`; "limit" is what it must not exceed.

The runs alternate, so that a busy moment of the machine hits all of them; figures are medians. All
of them find their modules compiled, as every start but the first one does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from playground.cli.system import has_display

ROUNDS = 5  # of each; one more round before them fills the file cache of the system
LIMITS = {"painted": 1.0, "first_step": 2.5}
PRESET = "digits-cnn"
TIMEOUT_S = 120.0
IMPORT = "import json, torch; print(json.dumps({'event': 'imported'}), flush=True)"


def cases() -> Iterator[dict[str, Any]]:
    """Start both, in turn, and compare the medians."""
    seconds: dict[str, list[float]] = {"imported": [], **{event: [] for event in LIMITS}}
    with tempfile.TemporaryDirectory() as home:  # nobody's own settings, nothing to recover
        for number in range(ROUNDS + 1):
            for command in (["-c", IMPORT], ["-m", "playground", PRESET]):
                for event, taken in events(command, home).items():
                    if number > 0:
                        seconds[event].append(taken)
    reference = median(seconds["imported"])
    for event, limit in LIMITS.items():
        yield {
            "case": event,
            "ratio": median(seconds[event]) / reference,
            "limit": limit,
            "seconds": median(seconds[event]),
            "import_torch_seconds": reference,
        }


def events(arguments: list[str], home: str) -> dict[str, float]:
    """Start Python; event -> seconds from the start of the process until its line arrived."""
    folders = ("CONFIG", "DATA", "STATE", "CACHE")
    environ = {
        **os.environ,
        **{f"XDG_{name}_HOME": str(Path(home) / name) for name in folders},
        "PLAYGROUND_STARTUP_PROBE": "1",
        "PYTHONPYCACHEPREFIX": str(Path(home) / "compiled"),
    }
    # compiled once by the uncounted round, as on any machine where Python may keep what it compiled
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    if not has_display(os.environ, sys.platform):
        environ["QT_QPA_PLATFORM"] = "offscreen"
    start, found = perf_counter(), {}
    with subprocess.Popen([sys.executable, *arguments], env=environ, stdout=subprocess.PIPE) as run:
        assert run.stdout is not None  # asked for just above
        for line in run.stdout:
            found[json.loads(line)["event"]] = perf_counter() - start
        status = run.wait(TIMEOUT_S)
    if status != 0:
        raise RuntimeError(f"{arguments} ended with exit status {status}")
    return found
