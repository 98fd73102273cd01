"""Search for a block to place: type a few letters, Enter places the best."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from playground.gui.context import Context
from playground.gui.graph.popup import Entry, Popup
from playground.gui.theme import family_colour
from playground.i18n import tr
from playground.registry import blocks


class SearchPopup(Popup):
    """Offers kinds of blocks; `chosen` gives a block's key."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, tr("Search for a block"), tr("No block matches."), parent)

    def entry(self, key: str) -> Entry:
        """Title and family."""
        cls = blocks.get(key)
        return Entry(tr(cls.title), tr(cls.group), family_colour(cls.group), tr(cls.summary()))

    def words(self, key: str) -> tuple[str, ...]:
        """Its title in the user's language and in English, its key."""
        cls = blocks.get(key)
        return (tr(cls.title), cls.title, key.replace("_", " "), key.replace("_", ""))
