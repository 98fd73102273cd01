"""Pictures of a training that is looked back at, of three runs, and of a finding with its repairs.

    python benchmarks/_pictures.py FOLDER

The real window, off screen, in both themes and both languages: twelve files, `timeline-dark-zh.png`
and so on. Each picture is cut to the part that it is about.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QRect, QSettings, Qt
from PySide6.QtWidgets import QWidget

from playground.document import edits
from playground.document.library import load
from playground.document.model import Document
from playground.gui.app import make_application, make_context
from playground.gui.main_window import MainWindow

SIZE = (1600, 1000)
WAIT_S = 120.0


def main(folder: Path) -> None:
    """Make all of them."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application()
    folder.mkdir(parents=True, exist_ok=True)
    for theme in ("light", "dark"):
        for lang in ("en", "zh"):
            for name, take in PICTURES.items():
                with a_window(theme, lang) as window:
                    take(window, folder / f"{name}-{theme}-{lang}.png")


@contextmanager
def a_window(theme: str, lang: str) -> Iterator[MainWindow]:
    """A window with settings of its own."""
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        window = MainWindow(make_context(settings))
        window.files.ask = lambda: "discard"
        window.appearance.begin(lang, theme)
        window.resize(*SIZE)
        window.show()
        try:
            yield window
        finally:
            window.context.run.close(10.0)
            window.close()
            window.deleteLater()
            turn(0.1)


def timeline(window: MainWindow, out: Path) -> None:
    """A branch whose parent is on the timeline, at a step of its own."""
    run = window.context.run
    begin(window, "spiral-mlp", steps=10**6)
    train(window, 900)
    width = lambda d: edits.set_param(d, "hidden1", "out_features", 12)  # noqa: E731 - an edit
    window.context.document.push("12", width)
    train(window, 1800)
    parent = run.past.chosen
    run.past.look(700)
    turn(0.5)
    window.timeline.go_on_from_here()
    wait(lambda: run.newest is not None)
    train(window, 1500)
    window.timeline.choose_run(parent)
    turn(0.3)
    window.timeline.bar.chosen.emit(1300)
    settle(window)
    save(window, foot_of(window), out)


def runs(window: MainWindow, out: Path) -> None:
    """Three runs with three learning rates."""
    run = window.context.run
    begin(window, "circle-mlp", steps=10**6)
    for rate in (0.003, 0.03, 0.3):
        slower = lambda d, lr=rate: edits.set_train_param(d, "lr", lr)  # noqa: E731 - an edit
        window.context.document.push(str(rate), slower)
        run.reset()
        wait(lambda: run.state == "ready")
        train(window, 600)
    window.docks.show("runs")
    settle(window)
    window.runs.table.selectAll()
    window.workspace.resizeDocks(
        [window.docks["lenses"], window.docks["runs"]], [700, 640], Qt.Orientation.Horizontal
    )
    turn(0.5)
    save(window, foot_of(window), out)


def doctor(window: MainWindow, out: Path) -> None:
    """Learning by heart, with the buttons that help."""
    begin(window, "overfit-demo", steps=10**6)
    train(window, 1500)
    window.docks.show("problems")
    window.docks["inspector"].close()
    settle(window)
    panel = window.docks["problems"]
    left = panel.mapTo(window, panel.rect().topLeft()).x()
    save(window, window.rect().adjusted(left - 620, 0, 0, 0), out)


PICTURES: dict[str, Callable[[MainWindow, Path], None]] = {
    "timeline": timeline,
    "runs": runs,
    "doctor": doctor,
}


def begin(window: MainWindow, preset: str | Document, steps: int) -> None:
    """Open a preset or a document, and wait for its network."""
    run = window.context.run
    document = load(preset) if isinstance(preset, str) else preset
    window.context.document.load(edits.set_train(document, steps=steps))
    run.begin()
    wait(lambda: run.state == "ready")
    window.graph.fit_all()


def train(window: MainWindow, steps: int) -> None:
    """Train until there are so many steps, then stand."""
    run = window.context.run
    run.play()
    wait(lambda: run.step_count >= steps)
    run.pause()
    turn(0.3)


def foot_of(window: MainWindow) -> QRect:
    """The views and all that stands below their upper edge."""
    views = window.docks["lenses"]
    top = views.mapTo(window, views.rect().topLeft()).y() - 8
    return window.rect().adjusted(0, top, 0, 0)


def settle(window: MainWindow) -> None:
    """Until notices have gone and every view has drawn."""
    turn(0.8)
    window.strip.hide()


def save(window: QWidget, part: QRect, out: Path) -> None:
    """Write a part of the window, in as many colours as it takes."""
    window.grab(part).save(str(out), "PNG", 0)
    print(out, out.stat().st_size // 1024, "kB", flush=True)


def wait(done: Callable[[], bool]) -> None:
    """Run the window until something holds."""
    end = time.monotonic() + WAIT_S
    while not done():
        assert time.monotonic() < end, "it took too long"
        turn(0.02)


def turn(seconds: float) -> None:
    """Run the window for a moment."""
    application = make_application()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(0.005)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
