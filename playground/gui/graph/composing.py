"""Commands on composites that are there: take apart, detach, rename, fold what is repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.document import composites
from playground.document.model import Document
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.levels import Levels


def unpack(view: Levels) -> None:
    """Put the blocks of the selected composites in their places, and select these."""
    chosen = view.composites_meant()
    if not chosen:
        view.context.notices.refuse(tr("Select a composite to unpack it."))
        return
    before = set(view.level.document.by_id)

    def edit(document: Document) -> Document:
        for path in sorted(chosen, key=len, reverse=True):  # those inside of others first
            document = composites.unpack(document, path)
        return document

    if view.level.base.push(tr("Unpack the composite"), edit):
        view.context.selection.set(id for id in view.level.document.by_id if id not in before)


def detach(view: Levels) -> None:
    """Give the selected composites definitions of their own."""
    chosen = [id for id in view.composites_meant() if is_linked(view, id)]
    if not chosen:
        view.context.notices.refuse(tr("No other composite is linked to this one."))
        return

    def edit(document: Document) -> Document:
        for path in chosen:
            document = composites.detach(document, path)
        return document

    view.level.base.push(tr("Detach the composite"), edit)


def is_linked(view: Levels, path: str) -> bool:
    """Whether a composite has others that follow every change inside of it."""
    definition = view.definition_of(path)
    document = view.level.base.document
    return definition is not None and composites.is_linked(document, definition.id)


def rename(view: Levels) -> None:
    """Write the name of the composite that is meant, where it can be seen."""
    path = view.composite_meant()
    if not path:
        view.context.notices.refuse(tr("Select a composite to rename it."))
    elif path in view.level.document.by_id or f"{path}/" in view.canvas.frames.items:
        view.name_composite(path)
    else:
        view.header.edit_title()  # the composite that is shown
