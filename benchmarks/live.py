"""What the window costs a training: `playground bench live --json`.

The real window, off screen, with loss, decision surface, weights and activations visible, at 30 Hz.
The same worker trains with the window and without it in turns, within one process, so that a busy
machine slows both; "ratio" is the speed with the window against that without it, the median of the
quietest turns: those in which other programs of the machine took least ("others", in cores; with
two cores and one of them taken, no engine can do what it could). Wanted: 0.60 for the tiny network
and 0.90 for `digits-cnn` on the thread of the window, 0.93 for both in a process of its own.
"frame_p99_ms" is the interval between two paintings of the loss curve, wanted up to 40 ms.

Each case runs in a process of its own: the window ends with it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playground.document.model import Document

ENGINES = ("thread", "process")
CASES = ("2-8-8-1 tanh, batch 10", "digits-cnn")
WANTED = {
    ("thread", CASES[0]): 0.60,
    ("thread", CASES[1]): 0.90,
    ("process", CASES[0]): 0.93,
    ("process", CASES[1]): 0.93,
}
PHASE_S, TURNS, QUIETEST = 2.0, 9, 3
SETTLE_S = 0.7  # until views are open and the worker is at full speed again
BLOCKS = {CASES[0]: "linear_2", CASES[1]: "conv1"}  # whose weights are watched


def cases() -> Iterator[dict[str, Any]]:
    """About half a minute a case."""
    for engine in ENGINES:
        for case in CASES:
            yield measure(engine, case)


def measure(engine: str, case: str) -> dict[str, Any]:
    """One window in a process of its own."""
    return in_a_process(__file__, engine, case)


def in_a_process(file: str, *words: str) -> dict[str, Any]:
    """Run a benchmark file as a program; its last line is what it found."""
    program = [sys.executable, str(Path(file).resolve()), *words]
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(program, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@dataclass(frozen=True)
class Pair:
    """Steps a second with the window and without it, and what else the machine did."""

    seen: float
    alone: float
    others_s: float  # CPU seconds
    intervals: list[float]  # between frames, seconds


def staged(case: str) -> Document:
    """The network of a case with the views that stand open."""
    from benchmarks.loop import digits_cnn, tiny
    from playground.document import edits

    document = tiny() if case == CASES[0] else digits_cnn()
    views = ("loss", "surface", f"weights/{BLOCKS[case]}", f"activations/{BLOCKS[case]}")
    return edits.set_lenses(document, views)


def _quantile_ms(ordered: list[float], share: float) -> float | None:
    """None where no plot of the loss was seen."""
    return round(1e3 * ordered[int(share * len(ordered))], 1) if ordered else None


class Watch:
    """Drives the window and counts steps."""

    def __init__(self, engine: str, document: Document, folder: str, turns: int = TURNS) -> None:
        from PySide6.QtCore import QSettings
        from PySide6.QtWidgets import QApplication

        from playground.document import edits
        from playground.gui.app import make_application, make_context
        from playground.gui.main_window import MainWindow

        self.app: QApplication = make_application()
        settings = QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat)
        self.context = make_context(settings=settings, engine=engine)
        self.window = MainWindow(self.context)
        self.window.appearance.begin("en", "light")
        self.turns, lenses = turns, document.view.lenses
        self.context.document.load(edits.set_train(document, steps=10**9))
        self.window.painted.connect(self.context.run.begin)
        self.window.resize(1600, 1000)
        self.paints: list[float] = []
        self.window.show()
        run = self.context.run
        self.spin(lambda: run.state == "ready" and len(self.window.lenses.frames) == len(lenses))
        self.window.start.close_page()
        self._count_paints()
        run.play()
        self.spin(lambda: run.step_count > 0)

    def _count_paints(self) -> None:
        from PySide6.QtCore import QEvent, QObject

        class Filter(QObject):
            def eventFilter(filter, _watched: QObject, event: QEvent) -> bool:
                if event.type() == QEvent.Type.Paint:
                    self.paints.append(time.perf_counter())
                return False

        self.filter = Filter()
        loss = self.window.lenses.frames.get("loss")
        if loss is not None:
            loss.lens.plot.viewport().installEventFilter(self.filter)

    def spin(self, until: Any, seconds: float = 60.0) -> None:
        """Let the window live until a condition holds."""
        from PySide6.QtCore import QEventLoop, QTimer

        loop, end = QEventLoop(), time.perf_counter() + seconds
        timer = QTimer(interval=20)
        timer.timeout.connect(lambda: (until() or time.perf_counter() > end) and loop.quit())
        timer.start()
        loop.exec()
        timer.stop()

    def with_window(self) -> float:
        """Steps a second while the window is looked at; notes the intervals between frames."""
        self.window.show()
        self.spin(lambda: False, SETTLE_S)
        self.paints.clear()
        start, step = self._stamp()
        self.spin(lambda: False, PHASE_S)
        end, last = self._stamp()
        self.intervals += [b - a for a, b in zip(self.paints, self.paints[1:], strict=False)]
        return (last - step) / (end - start)

    def without(self) -> float:
        """Steps a second while there is no window: no view measures, no event is handled."""
        self.window.hide()
        self.spin(lambda: False, SETTLE_S)
        start, step = self._stamp()
        time.sleep(PHASE_S)
        end, last = self._stamp()
        return (last - step) / (end - start)

    def _stamp(self) -> tuple[float, int]:
        """When the worker's count of steps changes, and to what."""
        worker = self.context.run._worker
        before = worker.step
        while worker.step == before:
            time.sleep(0.0005)
        return time.perf_counter(), worker.step

    def run(self) -> dict[str, float | None]:
        """Take turns, and judge by the quietest."""
        self.intervals: list[float] = []
        self.spin(lambda: False, 2.0)
        pairs = []
        for turn in range(self.turns):
            before = self._others()
            if turn % 2:
                alone, seen = self.without(), self.with_window()
            else:
                seen, alone = self.with_window(), self.without()
            pairs.append(Pair(seen, alone, self._others() - before, self.intervals))
            self.intervals = []
        quiet = sorted(pairs, key=lambda pair: pair.others_s)[:QUIETEST]
        ordered = sorted(t for pair in quiet for t in pair.intervals)
        length = 2 * (PHASE_S + SETTLE_S)
        return {
            "ratio": round(median(pair.seen / pair.alone for pair in quiet), 3),
            "steps_per_second": round(median(pair.seen for pair in quiet), 1),
            "alone_steps_per_second": round(median(pair.alone for pair in quiet), 1),
            "others": round(max(pair.others_s for pair in quiet) / length, 2),
            "frames": len(ordered),
            "frame_median_ms": _quantile_ms(ordered, 0.5),
            "frame_p99_ms": _quantile_ms(ordered, 0.99),
        }

    def _others(self) -> float:
        """CPU seconds that all other processes have used."""
        import psutil

        me = psutil.Process()
        own = sum(sum(p.cpu_times()[:2]) for p in (me, *me.children(recursive=True)))
        total = psutil.cpu_times()
        return total.user + total.system + total.nice - own

    def close(self) -> None:
        """End run and window."""
        self.window.hide()
        self.context.run.close(5.0)
        self.app.processEvents()


def watched(engine: str, document: Document, turns: int = TURNS) -> dict[str, float | None]:
    """What a window of this process found, with folders of its own; nothing else can follow."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("STATE", "CONFIG", "CACHE", "DATA"):
            os.environ[f"XDG_{name}_HOME"] = folder
        watch = Watch(engine, document, folder, turns)
        found = watch.run()
        watch.close()
    return found


def main(engine: str, case: str) -> None:
    """Measure one case, print one line."""
    load = os.getloadavg()[0]
    found = watched(engine, staged(case))
    row = {"bench": "live", "case": f"{engine}, {case}", **found, "wanted": WANTED[engine, case]}
    row |= {"cores": os.cpu_count(), "load_before": round(load, 2)}
    print(json.dumps(row), flush=True)
    os._exit(0)  # Qt, torch and threads in any order: the measurement is over


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    main(*sys.argv[1:])
