"""The race of optimisers: open it, and drive it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playground.gui.commands.base import Command
from playground.i18n import mark

if TYPE_CHECKING:
    from playground.gui.lenses.race import RaceLens
    from playground.gui.main_window import MainWindow

_LENS = "race"
_SUBMENU = mark("Optimiser race")
_WORDS = ("gradient descent", "sgd", "momentum", "adam", "rmsprop", "learning rate")


def _found(window: MainWindow) -> RaceLens | None:
    frame = window.lenses.frames.get(_LENS)
    return frame.lens if frame is not None else None  # type: ignore[return-value]


def _toggle(window: MainWindow) -> None:
    opens = not _is_shown(window)
    if opens:
        window.docks.show("lenses")
    window.lenses.toggle(_LENS)
    lens = _found(window)
    if opens and lens is not None:
        lens.setFocus()


def _is_shown(window: MainWindow) -> bool:
    return _LENS in window.context.document.document.view.lenses


def _drive(
    name: str, title: str, keys: str, do: Callable[[RaceLens], None], line: bool = False
) -> Command:
    def run(window: MainWindow) -> None:
        lens = _found(window)
        if lens is not None:
            do(lens)

    return Command(
        id=f"view.race.{name}",
        title=title,
        menu="View",
        submenu=_SUBMENU,
        shortcuts=(keys,),
        run=run,
        enabled=lambda w: _found(w) is not None,
        separator=line,
        words=_WORDS,
    )


COMMANDS: tuple[Command, ...] = (
    Command(
        id="view.race",
        title=mark("Race of optimisers"),
        menu="View",
        submenu=_SUBMENU,
        shortcuts=("Ctrl+Shift+R",),
        run=_toggle,
        checked=_is_shown,
        words=_WORDS,
    ),
    _drive("play", mark("Start or pause the race"), "Ctrl+Alt+R", lambda r: r.toggle_play(), True),
    _drive("next", mark("Race: one step"), "Ctrl+Alt+N", lambda r: r.go(r.step + 1)),
    _drive("back", mark("Race: one step back"), "Ctrl+Alt+B", lambda r: r.go(r.step - 1)),
    _drive("restart", mark("Race: back to the start"), "Ctrl+Alt+0", lambda r: r.go(0)),
    _drive("surface", mark("Next surface"), "Ctrl+Alt+S", lambda r: r.choose_next()),
    _drive("use", mark("Use this optimiser in the network"), "Ctrl+Alt+U", lambda r: r.use()),
)
