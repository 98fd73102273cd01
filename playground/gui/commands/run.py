"""The Run menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.gui.commands.base import Command
from playground.gui.engine_choice import choose_engine
from playground.gui.measuring import SHARES
from playground.gui.past_memory import MEMORIES, choose_memory
from playground.i18n import mark
from playground.train.engine.base import ENGINES

if TYPE_CHECKING:
    from playground.gui.main_window import MainWindow

_MENU = "Run"


def _can_run(window: MainWindow) -> bool:
    return window.context.run.state != "broken"


def _change_speed(window: MainWindow, stops: int) -> None:
    slider = window.transport.speed.slider
    slider.setValue(slider.value() + stops)


def _engine(name: str, title: str) -> Command:
    return Command(
        id=f"run.engine.{name}",
        title=title,
        menu=_MENU,
        submenu=mark("Engine"),
        run=lambda w: choose_engine(w.context, name),
        checked=lambda w: w.context.run.engine_name == name,
        words=("engine", "process", "thread", "turbo"),
    )


def _measuring(share: float, title: str) -> Command:
    return Command(
        id=f"run.measuring.{100 * share:g}",
        title=title,
        menu=_MENU,
        submenu=mark("Measuring"),
        run=lambda w: w.measuring.choose(share),
        checked=lambda w: w.context.run.steering.controls.measuring == share,
        words=("views", "probes", "budget", "rate", "overhead"),
    )


def _memory(megabytes: int, title: str) -> Command:
    return Command(
        id=f"run.memory.{megabytes}",
        title=title,
        menu=_MENU,
        submenu=mark("Memory for earlier steps"),
        run=lambda w: choose_memory(w.context, megabytes),
        checked=lambda w: w.context.run.memory == megabytes << 20,
        words=("rewind", "past", "timeline", "time machine", "budget", "checkpoints"),
    )


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
        id="run.slow",
        title=mark("Slow motion: one operation at a time"),
        menu=_MENU,
        shortcuts=("Shift+S",),
        run=lambda w: w.transport.toggle_slow(),
        checked=lambda w: w.context.run.steering.controls.slow,
        words=("operation", "forward", "backward", "gradient", "update", "halt", "debug"),
    ),
    Command(
        id="run.identity",
        title=mark("New layers start as identity"),
        menu=_MENU,
        separator=True,
        run=lambda w: w.context.run.edits.toggle_identity(),
        checked=lambda w: w.context.run.edits.identity,
        words=("insert", "residual", "while it trains", "edit"),
    ),
    Command(
        id="run.seed",
        title=mark("Another seed"),
        menu=_MENU,
        separator=True,
        run=lambda w: w.next_seed(),
        words=("random",),
    ),
    Command(
        id="run.back",
        title=mark("One kept step back"),
        menu=_MENU,
        shortcuts=("Alt+,",),
        separator=True,
        run=lambda w: w.timeline.bar.go(-1),
        enabled=lambda w: w.timeline.can_look,
        words=("rewind", "past", "timeline", "scrub", "history", "time machine"),
    ),
    Command(
        id="run.forth",
        title=mark("One kept step forth"),
        menu=_MENU,
        shortcuts=("Alt+.",),
        run=lambda w: w.timeline.bar.go(1),
        enabled=lambda w: w.timeline.can_look,
        words=("rewind", "past", "timeline", "scrub", "time machine"),
    ),
    Command(
        id="run.now",
        title=mark("Back to now"),
        menu=_MENU,
        shortcuts=("Alt+N",),
        run=lambda w: w.timeline.go_to_now(),
        enabled=lambda w: w.timeline.bar.past,
        words=("present", "live", "timeline"),
    ),
    Command(
        id="run.branch",
        title=mark("Continue from here"),
        menu=_MENU,
        shortcuts=("Alt+B",),
        run=lambda w: w.timeline.go_on_from_here(),
        enabled=lambda w: w.timeline.bar.past,
        words=("branch", "fork", "rewind", "timeline", "time machine"),
    ),
    Command(
        id="run.doctor",
        title=mark("Training doctor"),
        menu=_MENU,
        separator=True,
        run=lambda w: w.context.doctor.set_enabled(not w.context.doctor.enabled),
        checked=lambda w: w.context.doctor.enabled,
        words=("health", "NaN", "gradient", "overfitting", "diagnose"),
    ),
    Command(
        id="run.export_curves",
        title=mark("Export the curves…"),
        menu=_MENU,
        separator=True,
        run=lambda w: w.runs.ask_export(),
        enabled=lambda w: bool(w.context.runs.comparable()),
        words=("CSV", "JSON", "table", "runs"),
    ),
    Command(
        id="run.keep",
        title=mark("Keep the runs with the document"),
        menu=_MENU,
        run=lambda w: w.runs.keep.toggle(),
        checked=lambda w: w.context.runs.kept,
    ),
    Command(
        id="run.forget",
        title=mark("Forget all but the current run"),
        menu=_MENU,
        run=lambda w: w.context.runs.clear(),
        enabled=lambda w: bool(w.context.runs.others),
    ),
    *(_engine(name, info.title) for name, info in ENGINES.items()),
    *(_measuring(share, title) for share, title in SHARES.items()),
    *(_memory(megabytes, title) for megabytes, title in MEMORIES.items()),
)
