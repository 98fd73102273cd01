"""A picture of the real window, also where there is no display: `playground snapshot`."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QEventLoop, QSettings, QTimer, SignalInstance

from playground.errors import PlaygroundError, SaveError
from playground.gui.app import make_application, make_context
from playground.gui.context import Context
from playground.gui.crash import CrashReporter
from playground.gui.depth_model import Level, Place
from playground.gui.garbage import GarbageCollector
from playground.gui.main_window import MainWindow
from playground.gui.settings import log_dir
from playground.i18n import reason_of, tr

LOAD_MS = 180_000  # torch and a large data set on a slow disk
SETTLE_MS = 400  # longer than any animation, and time for the last picture of each view
LOOK_MS = 20_000  # until the paused run has measured everything the views ask for


def snapshot(
    file: str,
    out: Path,
    *,
    seconds: float = 5.0,
    size: tuple[int, int] = (1600, 1000),
    theme: str = "light",
    lang: str | None = None,
    focus: str | None = None,
    level: str = "overview",
) -> None:
    """Open the window on a file or preset, train for some seconds, save what it shows, leave.

    A document with errors is shown with its problems. The user's own settings are neither read nor
    written, so the same call gives the same layout on every machine.

    Raises
    ------
    PlaygroundError
        No block `focus`, or none with such a level; the network not ready in time, or the picture
        cannot be saved.
    """
    if sys.platform == "linux" and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = make_application()
    with tempfile.TemporaryDirectory() as folder:
        settings = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        context = replace(make_context(), settings=settings)
        garbage = GarbageCollector()
        crash = CrashReporter(context.notices, log_dir())
        crash.install()
        window = MainWindow(context)
        try:
            window.appearance.begin(lang, theme)
            window.files.open_named(file)
            _focus(window, focus)
            window.painted.connect(context.run.begin)
            window.resize(*size)
            window.show()
            _train(context, seconds)
            _go_into(window, level)
            _pause_for(SETTLE_MS)
            _save(window, out)
        finally:
            context.run.close()
            window.close()
            window.deleteLater()
            application.processEvents()
            crash.uninstall()
            garbage.stop()


def _focus(window: MainWindow, node: str | None) -> None:
    if node is None:
        return
    ids = window.context.document.report.nodes
    found = window.context.level.show(node)
    if not found:
        raise PlaygroundError(
            tr('There is no block with the id "{id}".', id=node[:80]),
            hint=tr("There are: {names}.", names=", ".join(list(ids)[:20])),
            node="--focus",
        )
    window.context.selection.set([found])


def _go_into(window: MainWindow, level: str) -> None:
    """Open the selected block at a level, and wait until it shows its numbers."""
    nearness = Level[level.upper()]
    if nearness is Level.OVERVIEW:
        return
    context, node = window.context, window.context.selection.node
    if not context.depth.go(Place(node, nearness)):
        raise PlaygroundError(
            tr('The block "{id}" has no such level: {level}.', id=node, level=level),
            node="--level",
        )
    content = window.graph.opened.content
    assert content is not None  # it has gone there
    _wait(context.run.snapshot, lambda: content.is_filled, LOOK_MS)


def _train(context: Context, seconds: float) -> None:
    """Wait for the network, train, and wait for the full picture of the step it stopped at."""
    run, document = context.run, context.document
    _wait(document.data_read, lambda: not document.reading, LOAD_MS)
    if not context.document.report.ok:
        return  # the picture shows the problems
    if not _wait(run.state_changed, lambda: run.state not in ("broken", "loading"), LOAD_MS):
        raise PlaygroundError(
            tr("The network was not ready after {seconds} s.", seconds=LOAD_MS // 1000)
        )
    if run.state != "ready" or seconds <= 0:
        return
    run.play()
    _wait(run.ended, lambda: run.state in ("ended", "failed"), round(seconds * 1000))
    if run.state == "running":
        last = run.step_count
        run.pause()
        _wait(run.snapshot, lambda: run.step_count > last, LOOK_MS)


def _wait(signal: SignalInstance, done: Callable[[], bool], timeout_ms: int) -> bool:
    """Run the event loop until `done` holds after a `signal`; False when the time is over."""
    if done():
        return True
    loop = QEventLoop()

    def look(*_arguments: object) -> None:
        if done():
            loop.quit()

    signal.connect(look)
    QTimer.singleShot(timeout_ms, loop, loop.quit)
    loop.exec()
    signal.disconnect(look)
    return done()


def _pause_for(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop, loop.quit)
    loop.exec()


def _save(window: MainWindow, out: Path) -> None:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_bytes(bytes(buffer.data().data()))
    except OSError as error:
        raise SaveError(
            tr("{name} could not be saved: {reason}.", name=out, reason=reason_of(error)),
            node="OUT.png",
        ) from None
