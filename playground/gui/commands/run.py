"""The Run menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.gui.commands.base import Command
from playground.i18n import mark

if TYPE_CHECKING:
    from playground.gui.main_window import MainWindow

_MENU = "Run"


def _can_run(window: MainWindow) -> bool:
    return window.context.run.state != "broken"


def _change_speed(window: MainWindow, stops: int) -> None:
    slider = window.transport.speed.slider
    slider.setValue(slider.value() + stops)


COMMANDS = (
    Command(
        id="run.play",
        title=mark("Play or pause"),
        menu=_MENU,
        shortcuts=("P",),
        run=lambda w: w.context.run.toggle(),
        enabled=_can_run,
        words=("train", "start", "stop"),
    ),
    Command(
        id="run.step",
        title=mark("One step"),
        menu=_MENU,
        shortcuts=("S",),
        run=lambda w: w.context.run.step(),
        enabled=_can_run,
    ),
    Command(
        id="run.reset",
        title=mark("Reset"),
        menu=_MENU,
        shortcuts=("R",),
        run=lambda w: w.context.run.reset(),
        enabled=lambda w: w.context.document.report.ok,
        words=("restart",),
    ),
    Command(
        id="run.faster",
        title=mark("Faster"),
        menu=_MENU,
        shortcuts=("+", "="),
        separator=True,
        run=lambda w: _change_speed(w, 1),
    ),
    Command(
        id="run.slower",
        title=mark("Slower"),
        menu=_MENU,
        shortcuts=("-",),
        run=lambda w: _change_speed(w, -1),
    ),
    Command(
        id="run.seed",
        title=mark("Another seed"),
        menu=_MENU,
        separator=True,
        run=lambda w: w.next_seed(),
        words=("random",),
    ),
)
