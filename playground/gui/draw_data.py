"""What the user does with the data as a whole: draw it, or have other random points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.document import edits
from playground.gui.lesson import is_shown
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.context import Context

SURFACE = "surface"


def can_regenerate(context: Context) -> bool:
    """Whether the data are random points, of which there can be another draw."""
    return hasattr(context.document.report.dataset, "draw")


def regenerate(context: Context) -> None:
    """Another random draw of the same data; a run goes on with it."""
    if can_regenerate(context):
        draw = (context.document.report.dataset.draw + 1) % 1_000_000
        context.document.push(
            tr("Regenerate the data"), lambda doc: edits.set_data_param(doc, "draw", draw)
        )


def can_draw(context: Context) -> bool:
    """Whether points can be drawn, and no lesson hides that."""
    return context.brush.possible and is_shown(context.document.document, "drawing")


def draw_points(context: Context, on: bool) -> None:
    """Switch the brush on or off; the decision surface opens, if it is closed."""
    shown = context.document.document.view.lenses
    if on and SURFACE not in shown:
        context.document.push(
            tr("Open the view {title}", title=tr("Decision surface")),
            lambda doc: edits.set_lenses(doc, (*shown, SURFACE)),
        )
    context.brush.set(active=on)
