"""Regularisation of the selected blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.gui.commands.base import Command
from playground.gui.penalty_choice import (
    KINDS,
    TITLES,
    Kind,
    can_have,
    choose,
    kind_of,
    own_penalty,
)
from playground.i18n import mark

if TYPE_CHECKING:
    from playground.gui.main_window import MainWindow

SUBMENU = mark("Regularisation")


def _meant(window: MainWindow) -> tuple[str, ...]:
    """The selected blocks that have something to choose."""
    document, level = window.context.document.document, window.context.level
    chosen = window.context.selection.nodes
    return tuple(path for path in chosen if can_have(document, level.report, path))


def _choose(window: MainWindow, kind: Kind) -> None:
    if paths := _meant(window):
        choose(window.context.document, paths, kind)


def _holds(window: MainWindow, kind: Kind) -> bool:
    document, paths = window.context.document.document, _meant(window)
    kinds = {kind_of(own_penalty(document, path)) for path in paths}
    return kinds == {kind}


def _command(kind: Kind) -> Command:
    return Command(
        id=f"edit.penalty.{kind}",
        title=TITLES[kind],
        menu="Edit",
        submenu=SUBMENU,
        run=lambda window: _choose(window, kind),
        enabled=lambda window: bool(_meant(window)),
        checked=lambda window: _holds(window, kind),
        words=("penalty", "weight decay", "lasso", "ridge", "regularization"),
    )


COMMANDS = tuple(map(_command, KINDS))
