"""Find repeats and fold: what is there several times is listed, shown on the canvas, folded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from playground.document.composites import edit_at, find_repeats, fold, level
from playground.document.composites.repeats import Repeat
from playground.document.model import Document
from playground.gui.graph.kinds import kind_of
from playground.gui.widgets.choice_popup import ChoicePopup
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.levels import Levels

_NAMED = 5  # kinds of blocks that a line names


def open_repeats(view: Levels) -> None:
    """Look for patterns on the level that is shown, off the window's thread, and offer them."""
    document, inside = view.level.base.document, view.level.inside
    view.repeats.ask(partial(_search, document, inside))


def _search(document: Document, inside: str) -> tuple[Document, str, list[Repeat]]:
    return document, inside, find_repeats(level(document, inside))


def offer_repeats(view: Levels, answer: tuple[Document, str, list[Repeat]]) -> None:
    """List what was found; the pattern that is pointed at is selected meanwhile."""
    document, inside, found = answer
    if document is not view.level.base.document or inside != view.level.inside:
        return  # edited or left meanwhile: the answer is to another question
    if not found:
        view.context.notices.refuse(tr("Nothing is there several times on this level."))
        return
    inner = level(document, inside)
    before = view.context.selection.nodes
    start = f"{inside}." if inside else ""

    def show(repeat: Repeat | None) -> None:
        ids = [start + id for piece in repeat.pieces for id in piece] if repeat else before
        view.context.selection.set(id for id in ids if id in view.canvas.cards)

    def do(repeat: Repeat) -> None:
        fold_it(view, inside, repeat)

    lines = [(words(inner, repeat), repeat) for repeat in found]
    popup = ChoicePopup(tr("Fold what is repeated"), lines, view)
    popup.chosen.connect(do)
    popup.pointed.connect(show)
    popup.closed.connect(lambda: show(None))
    popup.open_at(view.viewport().mapToGlobal(QPoint(16, view.header.geometry().bottom() + 8)))
    show(found[0])


def fold_it(view: Levels, inside: str, repeat: Repeat) -> None:
    """Fold one pattern of a level, select what came of it, and start writing its name."""
    known, model, key = set(view.level.document.by_id), view.level.base, f"fold {repeat.pieces}"

    def edit(document: Document) -> Document:
        return edit_at(document, inside, lambda inner: fold(inner, repeat)[0])

    model.end_merge()
    if model.push(tr("Fold what is repeated"), edit, merge=key):
        made = [id for id in view.level.document.by_id if id not in known]
        view.context.selection.set(made)
        for id in made[:1]:
            view.name_composite(id, key)


def words(document: Document, repeat: Repeat) -> str:
    """A pattern in words: its blocks, how often, and what folding saves."""
    names = []
    for id in repeat.pieces[0][:_NAMED]:
        kind = kind_of(document, document.node(id))
        names.append(document.node(id).title or (tr(kind.title) if kind is not None else id))
    if len(repeat.pieces[0]) > _NAMED:
        names.append("…")
    facts = {"blocks": " → ".join(names), "times": len(repeat.pieces), "saves": repeat.saving}
    if repeat.consecutive:
        return tr("{blocks}: {times} times in a row, saves {saves} cards", **facts)
    return tr("{blocks}: {times} times, linked, saves {saves} cards", **facts)
