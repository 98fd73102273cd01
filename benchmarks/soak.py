"""Whether the window lasts: `playground bench soak --json`, `SOAK_MINUTES=30` for the long one.

The real window, off screen, trains while somebody edits, pauses, scrubs, undoes and switches themes
at random. "ratio" is the memory at the end against that after the first quarter, wanted up to 1.05;
"frame_max_ms" the longest time in which the window could not answer, wanted up to 250 ms; "left"
counts processes and training threads that outlive the window, wanted 0.

Each engine has a process of its own: the window ends with it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ENGINES = ("thread", "process")
MINUTES = 1.0  # unless SOAK_MINUTES says otherwise, for both engines together
ACTION_MS, BEAT_MS = 150, 5
WANTED = {"ratio": 1.05, "frame_max_ms": 250, "left": 0}


def cases() -> Iterator[dict[str, Any]]:
    """One window an engine, each for half of the time."""
    seconds = 60.0 * float(os.environ.get("SOAK_MINUTES", MINUTES)) / len(ENGINES)
    for engine in ENGINES:
        yield measure(engine, seconds)


def measure(engine: str, seconds: float) -> dict[str, Any]:
    """One window in a process of its own."""
    program = [sys.executable, str(Path(__file__).resolve()), engine, str(seconds)]
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(program, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


class Soak:
    """A window, somebody who plays with it, and a clock that notices when it does not answer."""

    def __init__(self, engine: str, folder: str) -> None:
        from PySide6.QtCore import QSettings

        from benchmarks._monkey import Monkey
        from playground.document import edits
        from playground.document.library import load
        from playground.gui.app import make_application, make_context
        from playground.gui.garbage import GarbageCollector
        from playground.gui.main_window import MainWindow

        self.app = make_application()
        settings = QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat)
        self.context = make_context(settings, engine)
        self.garbage = GarbageCollector()
        self.window = MainWindow(self.context)
        self.window.files.ask = lambda: "discard"
        self.window.appearance.begin("en", "light")
        self.context.document.load(edits.set_train(load("spiral-mlp"), steps=10**9))
        self.window.painted.connect(self.context.run.begin)
        self.window.resize(1600, 1000)
        self.window.show()
        run = self.context.run
        self.spin(lambda: run.state == "ready")
        run.play()
        self.spin(lambda: run.step_count > 100)
        self.monkey = Monkey(self.window, seed=1, calm=True)
        self.longest: dict[str, float] = {}  # action -> how long the window did not answer after it
        self.slow = 0  # how often that was too long
        self.memory: list[int] = []

    def spin(self, until: Any, seconds: float = 60.0) -> None:
        """Let the window live until a condition holds."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop, end = QEventLoop(), time.perf_counter() + seconds
        timer = QTimer(interval=20)
        timer.timeout.connect(lambda: (until() or time.perf_counter() > end) and loop.quit())
        timer.start()
        loop.exec()
        timer.stop()

    def run(self, seconds: float) -> dict[str, Any]:
        """Play for so long."""
        from PySide6.QtCore import Qt, QTimer

        self._last, self._doing = time.perf_counter(), ""
        beat = QTimer(interval=BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        beat.timeout.connect(self._on_beat)
        player = QTimer(interval=ACTION_MS)
        player.timeout.connect(self._on_action)
        meter = QTimer(interval=500)
        meter.timeout.connect(lambda: self.memory.append(self._resident()))
        for timer in (beat, player, meter):
            timer.start()
        self.spin(lambda: False, seconds)
        for timer in (beat, player, meter):
            timer.stop()
        steps = self.context.run.step_count
        quarter = max(1, len(self.memory) // 4)
        early = sorted(self.memory[quarter : 2 * quarter])[quarter // 2]
        late = sorted(self.memory[-quarter:])[quarter // 2]
        worst = sorted(self.longest.items(), key=lambda item: -item[1])
        return {
            "ratio": round(late / early, 4),
            "mib_early": round(early / 2**20, 1),
            "mib_late": round(late / 2**20, 1),
            "frame_max_ms": round(1e3 * worst[0][1], 1),
            "longest_after": {name: round(1e3 * length) for name, length in worst[:5]},
            "frames_too_long": self.slow,
            "actions": sum(self.monkey.done.values()),
            "steps": steps,
            "document_right": self.context.document.document == self.monkey.document,
        }

    def close(self) -> dict[str, Any]:
        """End run and window as a user does; counts what outlives them."""
        import psutil

        start = time.perf_counter()
        self.window.close()
        ended = self.context.run.close(2.0)
        self.app.processEvents()
        seconds = time.perf_counter() - start
        threads = sum(t.name == "train" for t in threading.enumerate())
        gone, alive = psutil.wait_procs(psutil.Process().children(recursive=True), timeout=1.0)
        del gone
        return {"left": threads + len(alive) + (not ended), "close_s": round(seconds, 2)}

    def _on_beat(self) -> None:
        now = time.perf_counter()
        length, self._last = now - self._last, now
        self.slow += length > WANTED["frame_max_ms"] / 1e3
        self.longest[self._doing] = max(self.longest.get(self._doing, 0.0), length)

    def _on_action(self) -> None:
        self._doing = self.monkey.act()
        if self.context.run.state == "failed":
            self.context.run.play()

    def _resident(self) -> int:
        import psutil

        me = psutil.Process()
        total = 0
        for process in (me, *me.children(recursive=True)):
            try:
                total += process.memory_info().rss
            except psutil.NoSuchProcess:
                continue
        return total


def main(engine: str, seconds: float) -> None:
    """Soak one window, print one line."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("STATE", "CONFIG", "CACHE", "DATA"):
            os.environ[f"XDG_{name}_HOME"] = folder
        soak = Soak(engine, folder)
        found = {**soak.run(seconds), **soak.close()}
    row = {"bench": "soak", "case": f"{engine}, {seconds:.0f} s", **found, "wanted": WANTED}
    row |= {"cores": os.cpu_count(), "load": round(os.getloadavg()[0], 2)}
    print(json.dumps(row), flush=True)
    os._exit(0)  # Qt, torch and threads in any order: the measurement is over


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    main(sys.argv[1], float(sys.argv[2]))
