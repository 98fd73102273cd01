"""How quick views draw and open: `playground bench lenses --json`.

Every registered lens and every depth view is given the snapshots of a real training of a preset,
one step after the other; "p95_ms" is how long an update takes from the snapshot to the painted
pixels, wanted up to 6 ms; "work" is the time of the window's thread alone, which counts where
others use the machine as well. A lens is measured on each preset that fills it. The optimiser race
and the chain rule draw at a pace of their own: of them a step with everything that it changes, and
what the chain rule takes over from a training that it follows.

"open" is a level of a block of `digits-cnn` in the real window, off screen and without animation,
from the gesture to its painted numbers, wanted within 100 ms; of a convolution with 512 channels
"ms" is the longest time that the window hears nothing meanwhile, wanted within 100 ms too.

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
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playground.document.model import Document
    from playground.telemetry.snapshot import Snapshot

PRESETS = ("spiral-mlp", "digits-cnn", "diabetes-regression", "gan-ring")
OPEN_MS = 100.0
WARM = 5  # pictures of neurons, before they are counted
READY_S = 60.0
CHANNELS = 512
LAYERS, WIDTH = 6, 8
REFRESH, SETTLE_S, WATCHED_S = 20.0, 2.5, 6.0


def cases() -> Iterator[dict[str, Any]]:
    """About a minute."""
    for case in (*PRESETS, "enlarging", "race", "chain", "open", "512", "neurons"):
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


# -- opening a level -------------------------------------------------------------------------------


def openings(document: Document, nodes: tuple[str, ...], kind: str) -> Iterator[dict[str, Any]]:
    """A row a level of some blocks, in the real window."""
    from benchmarks._lens_updates import wait
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

    from benchmarks._lens_updates import wait
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


def main(case: str) -> None:
    """Measure one case, print its rows."""
    from benchmarks._lens_updates import chains, enlarging, races, updates
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
        elif case == "enlarging":
            rows = updates(enlarging(), case, folder, ("level transposed", "level upsample"))
        elif case == "race":
            rows = races(folder)
        elif case == "chain":
            rows = chains(folder)
        else:
            rows = updates(load(case), case, folder)
        for row in rows:
            print(json.dumps({"bench": "lenses", **row}), flush=True)
    sys.stdout.flush()
    os._exit(0)  # Qt, torch and threads in any order: the measurement is over


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    main(sys.argv[1])
