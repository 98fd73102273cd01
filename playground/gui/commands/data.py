"""What is trained on: points that are drawn, another draw, a sample of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.gui import draw_data
from playground.gui.commands.base import Command
from playground.gui.lesson import HIDEABLE, Hideable, is_shown, num_hidden, show_all, toggle
from playground.i18n import mark

if TYPE_CHECKING:
    from playground.gui.main_window import MainWindow

_DRAWING = "drawing"
_LESSON = mark("Hide for a lesson")


def _draw_points(window: MainWindow) -> None:
    on = not window.context.brush.active
    if on:
        window.docks.show("lenses")
    draw_data.draw_points(window.context, on)


def _draw_sample(window: MainWindow) -> None:
    if _DRAWING not in window.context.document.document.view.lenses:
        window.docks.show("lenses")
    window.lenses.toggle(_DRAWING)


def _hide(found: Hideable) -> Command:
    return Command(
        id=f"view.hide.{found.key}",
        title=found.title,
        menu="View",
        submenu=_LESSON,
        run=lambda w: toggle(w.context.document, found),
        checked=lambda w: not is_shown(w.context.document.document, found.key),
        words=("hide", "lesson", "teach"),
    )


COMMANDS: tuple[Command, ...] = (
    Command(
        id="edit.draw_points",
        title=mark("Draw points"),
        menu="Edit",
        shortcuts=("Ctrl+Alt+P",),
        run=_draw_points,
        checked=lambda w: w.context.brush.active,
        enabled=lambda w: draw_data.can_draw(w.context),
        separator=True,
        words=("paint", "erase", "data"),
    ),
    Command(
        id="edit.regenerate",
        title=mark("Regenerate the data"),
        menu="Edit",
        run=lambda w: draw_data.regenerate(w.context),
        enabled=lambda w: draw_data.can_regenerate(w.context),
        words=("random", "points", "data"),
    ),
    Command(
        id="view.draw_sample",
        title=mark("Draw a sample"),
        menu="View",
        shortcuts=("Ctrl+Alt+D",),
        run=_draw_sample,
        checked=lambda w: _DRAWING in w.context.document.document.view.lenses,
        words=("digit", "pad", "handwriting"),
    ),
    Command(
        id="view.hide.nothing",
        title=mark("Show all controls"),
        menu="View",
        submenu=_LESSON,
        run=lambda w: show_all(w.context.document),
        enabled=lambda w: num_hidden(w.context.document.document) > 0,
        words=("hide", "lesson"),
    ),
    *map(_hide, HIDEABLE),
)
