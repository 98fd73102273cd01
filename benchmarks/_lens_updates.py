"""How long views take to draw an update: what `lenses.py` measures of them."""

from __future__ import annotations

import itertools
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

UPDATE_MS = 6.0
OWN_PACE = ("lens race", "lens backprop")  # they draw when they please, not with each snapshot
OWN_PRESET = "spiral-mlp"  # what these are shown beside
WARM, UPDATES = 5, 40
SIZE = (480, 320)  # px of a lens; twice as wide and high for a block that is open
READY_S = 60.0


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


def updates(
    document: Document, name: str, folder: str, only: tuple[str, ...] = ("",)
) -> Iterator[dict[str, Any]]:
    """A row a view of a document, of those whose names have one of some words in them."""
    desk = Desk(document, folder)
    views = {key: view for key, view in desk.views().items() if any(word in key for word in only)}
    snapshots = desk.record(views)
    for key, view in views.items():
        times = desk.seconds(view, snapshots) if key not in OWN_PACE else []
        if times:
            yield row_of(f"{key}, {name}", times)


def enlarging() -> Document:
    """Digits that an upsampling and a transposed convolution make larger."""
    from playground.document import edits
    from playground.document.library import load

    document = load("digits-cnn")
    for node, block, params in (
        ("pool1", "upsample", {}),
        ("conv2", "conv_transpose2d", {"out_channels": 16, "stride": 2}),
    ):
        changed = document.by_id[node].model_copy(update={"block": block, "params": params})
        document = edits.replace_node(document, changed)
    return document


def races(folder: str) -> Iterator[dict[str, Any]]:
    """A row a surface: all racers go on by so many steps that forty frames see the whole race."""
    from playground.document.library import load
    from playground.explain.race.surfaces import SURFACES
    from playground.gui.lenses._race_bar import STEPS

    desk = Desk(load(OWN_PRESET), folder)
    view: Any = desk.views()["lens race"]
    view.resize(*SIZE)
    view.show()
    for surface in SURFACES:
        view.choose(surface)
        wait(desk.app, lambda: view.complete)
        by, times = STEPS // (WARM + UPDATES), []
        for number in range(WARM + UPDATES):
            with timed(times):
                view.go(by * (number + 1))
                desk.app.processEvents()
        yield row_of(f"lens race, {surface}, a step", times[WARM:])


def chains(folder: str) -> Iterator[dict[str, Any]]:
    """Two rows: the chain rule takes over a reading, and shows one move more."""
    from playground.document.library import load

    desk = Desk(load(OWN_PRESET), folder)
    view: Any = desk.views()["lens backprop"]
    view.resize(*SIZE)
    view.show()
    times: list[Spent] = []
    for snapshot in desk.record({"": view}):
        view._drawn = 0.0  # its pause between two pictures is over
        with timed(times):
            view._on_snapshot(snapshot)
            desk.app.processEvents()
    yield row_of(f"lens backprop, {OWN_PRESET}, following", times[WARM:])
    times.clear()
    view.go(0)
    for _ in range(min(WARM + UPDATES, len(view.moves))):
        with timed(times):
            view.next()
            desk.app.processEvents()
    yield row_of(f"lens backprop, {OWN_PRESET}, a move", times[WARM:])


def wait(app: Any, done: Any) -> None:
    """Run the window until something holds."""
    end = time.monotonic() + READY_S
    while not done():
        if time.monotonic() > end:
            raise RuntimeError("it took too long")
        app.processEvents()
        time.sleep(0.005)
