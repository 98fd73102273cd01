"""The chain rule on one sample: open it, and go through it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from playground.gui.commands.base import Command
from playground.i18n import mark

if TYPE_CHECKING:
    from playground.gui.lenses.backprop import BackpropLens
    from playground.gui.main_window import MainWindow

_LENS = "backprop"
_SUBMENU = mark("Chain rule")
_WORDS = ("backpropagation", "gradient", "derivative", "autograd")


def _found(window: MainWindow) -> BackpropLens | None:
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


def _step(
    name: str, title: str, keys: str, do: Callable[[BackpropLens], None], line: bool = False
) -> Command:
    def run(window: MainWindow) -> None:
        lens = _found(window)
        if lens is not None:
            do(lens)

    return Command(
        id=f"view.chain_rule.{name}",
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
        id="view.chain_rule",
        title=mark("Chain rule on one sample"),
        menu="View",
        submenu=_SUBMENU,
        shortcuts=("Ctrl+Shift+B",),
        run=_toggle,
        checked=_is_shown,
        words=_WORDS,
    ),
    _step("next", mark("Next operation"), "Ctrl+Alt+Right", lambda lens: lens.next(), line=True),
    _step("back", mark("Previous operation"), "Ctrl+Alt+Left", lambda lens: lens.back()),
    _step("block", mark("Next block"), "Ctrl+Alt+Down", lambda lens: lens.next_block()),
    _step("follow", mark("Follow the training"), "Ctrl+Alt+Up", lambda lens: lens.follow()),
)
