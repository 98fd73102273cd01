"""How quick views draw and open: `playground bench lenses --json`.

Every registered lens and every depth view is given the snapshots of a real training of a preset,
one step after the other; "p95_ms" is how long an update takes from the snapshot to the painted
pixels, wanted up to 6 ms. A lens is measured on each preset that fills it. "open" is a level of a
block of `digits-cnn` in the real window, off screen and without animation, from the gesture to its
painted numbers, wanted within 100 ms; of a convolution with 512 channels "ms" is the longest time
that the window hears nothing meanwhile, wanted within 100 ms too.

"neurons" is the lens of that name on six layers of eight neurons, maps of 100x100, in the real
window beside a training in a process of its own: "updates_per_second" of different steps that are
painted, wanted 20, for each share of the time that measuring may be allowed.

"ratio" is the figure against its limit (of these updates: the limit against it), so up to 1.0 is
good. Software painter, one process a case.
"""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playground.document.model import Document
    from playground.gui.lenses.base import Lens
    from playground.telemetry.snapshot import Snapshot

PRESETS = ("spiral-mlp", "digits-cnn", "diabetes-regression", "gan-ring")
UPDATE_MS, OPEN_MS = 6.0, 100.0
WARM, UPDATES = 5, 40
SIZE = (480, 320)  # px of a lens; twice as wide and high for a block that is open
READY_S = 60.0
CHANNELS = 512
LAYERS, WIDTH = 6, 8
REFRESH, SETTLE_S, WATCHED_S = 20.0, 2.5, 6.0


def cases() -> Iterator[dict[str, Any]]:
    """About a minute."""
    for case in (*PRESETS, "open", "512", "neurons"):
        yield from measure(case)


def measure(case: str) -> Iterator[dict[str, Any]]:
    """The rows of one case, from a process of its own."""
    program = [sys.executable, str(Path(__file__).resolve()), case]
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(program, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    for line in done.stdout.splitlines():
        if line.startswith('{"bench"'):
            yield json.loads(line)


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds of an update: on the clock, and of this thread's work alone."""

    whole: float
    work: float


@contextmanager
def timed(times: list[Spent]) -> Iterator[None]:
    """Note how long what is done inside takes."""
    start, worked = time.perf_counter(), time.thread_time()
    yield
    times.append(Spent(time.perf_counter() - start, time.thread_time() - worked))


def row_of(case: str, times: list[Spent]) -> dict[str, Any]:
    """A row of updates; "work" leaves out what other programs took of the machine."""
    whole, work = sorted(t.whole for t in times), sorted(t.work for t in times)
    late, middle = int(0.95 * len(times)), len(times) // 2
    return {
        "case": case,
        "p95_ms": round(1000 * whole[late], 2),
        "median_ms": round(1000 * whole[middle], 2),
        "least_ms": round(1000 * whole[0], 2),
        "work_p95_ms": round(1000 * work[late], 2),
        "work_median_ms": round(1000 * work[middle], 2),
        "ratio": round(1000 * whole[late] / UPDATE_MS, 3),
        "limit_ms": UPDATE_MS,
    }


# -- an update of each view ------------------------------------------------------------------------


class Desk:
    """All views of a preset, and snapshots of its training to draw."""

    def __init__(self, document: Document, folder: str) -> None:
        from PySide6.QtCore import QSettings

        from playground.gui.app import make_application, make_context
        from playground.train.cadence import StepCadence
        from playground.train.controls import Steering
        from playground.train.session import Session

        self.app = make_application()
        settings = QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat)
        self.context = make_context(settings)
        self.context.doctor.set_enabled(False)
        self.context.document.load(document)
        wait(self.app, lambda: self.context.document.report.ok)
        self.steering = Steering()
        document = self.context.document.document
        self.steps = Session(
            document, device="cpu", steering=self.steering, cadence=StepCadence(1)
        ).steps()
        list(itertools.islice(self.steps, 30))
        self.rows = 0  # of the curves, told so far

    def views(self) -> dict[str, Lens]:
        """Every lens, and every depth view that is the best one for some block of the preset."""
        from playground.gui.depth_model import Level, Place, view_for
        from playground.registry import lenses

        found: dict[str, Lens] = {f"lens {key}": cls(self.context) for key, cls in lenses.items()}
        for node, report in self.context.document.report.blocks.items():
            for level in (Level.LAYER, Level.NEURON, Level.ARITHMETIC):
                cls = view_for(report, level)
                name = f"level {cls.key}" if cls is not None else ""
                if cls is not None and name not in found:
                    cell = (0,) * len(report.output or ())
                    found[name] = cls(self.context, Place(node, level, cell[:1], cell))
        return found

    def record(self, views: dict[str, Lens]) -> list[Snapshot]:
        """A snapshot of each of the next steps, with everything that the views ask for."""
        from playground.telemetry.probes.landscape import DONE
        from playground.train.session import LOOK

        probes = {probe for view in views.values() for probe in view.probes()}
        self.steering.probes = frozenset(probes)
        end = time.monotonic() + READY_S
        while True:  # some is worked out by a thread
            state = self.steps.send(LOOK).arrays.get("landscape/state")
            if state is None or state[0] == DONE or time.monotonic() > end:
                break
        found = []
        for _ in range(WARM + UPDATES):
            next(self.steps)
            found.append(self.steps.send(LOOK))
        return found

    def seconds(self, view: Lens, snapshots: list[Snapshot]) -> list[Spent]:
        """How long each update took to be seen; nothing for a view that has nothing to show."""
        run, times = self.context.run, []
        double = 2 if hasattr(view, "place") else 1
        view.resize(double * SIZE[0], double * SIZE[1])
        view.show()
        wait(self.app, view.isVisible)
        for snapshot in snapshots:
            run.past.shown = snapshot  # like one that is looked back at: drawn at once
            self.rows += 1
            row = (self.rows, dict(snapshot.scalars))
            run.history.extend([row])
            with timed(times):
                view._on_rows([row])
                view._on_snapshot(snapshot)
                self.app.processEvents()
        filled = view.is_filled
        view.hide()
        return times[WARM:] if filled else []


def updates(preset: str, folder: str) -> Iterator[dict[str, Any]]:
    """A row a view of a preset."""
    from playground.document.library import load

    desk = Desk(load(preset), folder)
    views = desk.views()
    snapshots = desk.record(views)
    for name, view in views.items():
        times = desk.seconds(view, snapshots)
        if times:
            yield row_of(f"{name}, {preset}", times)


# -- opening a level -------------------------------------------------------------------------------


def openings(document: Document, nodes: tuple[str, ...], kind: str) -> Iterator[dict[str, Any]]:
    """A row a level of some blocks, in the real window."""
    from benchmarks._pictures import a_window, turn
    from playground.gui.depth_model import Level, Place, view_for
    from playground.gui.settings import Preferences

    app = application()
    with a_window("light", "en") as window:
        context = window.context
        Preferences(context.settings).reduced_motion = True
        context.document.load(document)
        context.run.begin()
        wait(app, lambda: context.run.state == "ready")
        context.run.step()
        wait(app, lambda: context.run.step_count > 0)
        for node in nodes:
            for level in (Level.LAYER, Level.NEURON, Level.ARITHMETIC):
                if view_for(context.document.report.blocks[node], level) is None:
                    continue
                turn(0.5)
                whole, longest = opening(window, Place(node, level))
                ms = 1000 * (longest if kind == "pause of" else whole)
                yield {
                    "case": f"{kind} {node}, {level.name.lower()}",
                    "ms": round(ms, 1),
                    "ratio": round(ms / OPEN_MS, 3),
                    "limit_ms": OPEN_MS,
                    "filled_ms": round(1000 * whole, 1),
                    "pause_ms": round(1000 * longest, 1),
                }
            context.depth.close()


def opening(window: Any, place: Any) -> tuple[float, float]:
    """Seconds until the numbers of a level are seen, and the longest of them without an event."""
    app = application()
    start = time.perf_counter()
    assert window.context.depth.go(place)
    longest = time.perf_counter() - start
    content = window.graph.opened.content
    end = start + READY_S
    while time.perf_counter() < end:
        filled = content.is_filled
        before = time.perf_counter()
        app.processEvents()
        longest = max(longest, time.perf_counter() - before)
        if filled:  # and painted, by the events above
            break
        time.sleep(0.0005)
    return time.perf_counter() - start, longest


def wide_convolutions() -> Document:
    """Two convolutions with 512 channels: 2.4 million weights in the second."""
    from playground.document import edits
    from playground.document.library import load

    document = load("digits-cnn")
    for node in ("conv1", "conv2"):
        document = edits.set_param(document, node, "out_channels", CHANNELS)
    return document


# -- the network as neurons ------------------------------------------------------------------------


def refresh(folder: str) -> Iterator[dict[str, Any]]:
    """How often the lens shows another step while the process engine trains; by what is allowed."""
    from PySide6.QtCore import QSettings

    from playground.gui.app import make_context
    from playground.gui.main_window import MainWindow
    from playground.gui.measuring import SHARES, choose_share

    app = application()
    settings = QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat)
    window = MainWindow(make_context(settings, engine="process"))
    window.appearance.begin("en", "light")
    run = window.context.run
    window.context.document.load(deep_network())
    window.resize(1600, 1000)
    window.show()
    run.begin()
    wait(app, lambda: run.state == "ready" and "neurons" in window.lenses.frames)
    window.start.close_page()
    lens = window.lenses.frames["neurons"].lens
    steps: list[int] = []
    draw = lens.on_snapshot

    def counted(snapshot: Snapshot) -> bool:
        steps.append(snapshot.step)
        return draw(snapshot)

    lens.on_snapshot = counted
    run.play()
    wait(app, lambda: len(steps) > WARM)
    for share in sorted(SHARES):
        choose_share(window.context, share)
        spend(app, SETTLE_S)
        steps.clear()
        first = run.step_count
        spend(app, WATCHED_S)
        rate = len(set(steps)) / WATCHED_S
        yield {
            "case": f"neurons, {LAYERS} layers of {WIDTH}, process, measuring {share:.0%}",
            "updates_per_second": round(rate, 1),
            "ratio": round(REFRESH / max(rate, 1e-9), 3),
            "wanted_per_second": REFRESH,
            "steps_per_second": round((run.step_count - first) / WATCHED_S, 1),
        }
    run.close(5.0)


def deep_network() -> Document:
    """Points of a circle through six hidden layers of eight."""
    from playground.document.model import Document

    nodes: list[dict[str, Any]] = [{"id": "x", "block": "input", "at": [0, 0]}]
    for number in range(LAYERS):
        layer = {"id": f"hidden{number}", "block": "linear", "params": {"out_features": WIDTH}}
        nodes += [layer | {"at": [0, 0]}, {"id": f"act{number}", "block": "tanh", "at": [0, 0]}]
    out = {"id": "out", "block": "linear", "params": {"out_features": 1}, "at": [0, 0]}
    nodes.append(out)
    ids = [node["id"] for node in nodes]
    return Document(
        data={"dataset": "circle"},
        nodes=nodes,
        wires=[[f"{a}.out", f"{b}.in"] for a, b in itertools.pairwise(ids)],
        train={
            "models": {"main": {"input": "x", "output": "out"}},
            "params": {"loss": "bce_with_logits"},
            "steps": 10**9,
        },
        view={"lenses": ["neurons"]},
    )


def application() -> Any:
    """The one of this process."""
    from playground.gui.app import make_application

    return make_application()


def spend(app: Any, seconds: float) -> None:
    """Run the window for some time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        app.processEvents()
        time.sleep(0.001)


def wait(app: Any, done: Any) -> None:
    """Run the window until something holds."""
    end = time.monotonic() + READY_S
    while not done():
        if time.monotonic() > end:
            raise RuntimeError("it took too long")
        app.processEvents()
        time.sleep(0.005)


def main(case: str) -> None:
    """Measure one case, print its rows."""
    from playground.document.library import load

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("STATE", "CONFIG", "CACHE", "DATA"):
            os.environ[f"XDG_{name}_HOME"] = folder
        if case == "open":
            rows = openings(load("digits-cnn"), ("conv2", "pool1", "out"), "open")
        elif case == "neurons":
            rows = refresh(folder)
        elif case == "512":
            rows = openings(wide_convolutions(), ("conv2",), "pause of")
        else:
            rows = updates(case, folder)
        for row in rows:
            print(json.dumps({"bench": "lenses", **row}), flush=True)
    sys.stdout.flush()
    os._exit(0)  # Qt, torch and threads in any order: the measurement is over


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    main(sys.argv[1])
