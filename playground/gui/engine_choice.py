"""Where the network is trained: chosen in the Run menu, remembered, said in a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from playground.i18n import tr
from playground.train.engine.base import DEFAULT_ENGINE, ENGINES

if TYPE_CHECKING:
    from playground.gui.context import Context

_KEY = "engine"


def chosen_engine(settings: QSettings) -> str:
    """The engine of this user, a key of `ENGINES`."""
    saved = str(settings.value(_KEY, DEFAULT_ENGINE))
    return saved if saved in ENGINES else DEFAULT_ENGINE


def choose_engine(context: Context, name: str) -> None:
    """Train with it from the next reset on, or at once when nothing is trained yet."""
    context.settings.setValue(_KEY, name)
    context.run.set_engine(name)
    if context.run.engine_name != context.run.engine_in_use:
        context.notices.post(
            tr("{engine}: from the next reset on.", engine=tr(ENGINES[name].title))
        )
