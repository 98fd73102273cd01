"""How much of the training time measuring may take: chosen by the user, remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings

from playground.i18n import mark
from playground.train.controls import MEASURING

if TYPE_CHECKING:
    from playground.gui.context import Context

SHARES = {  # part of the training time -> what the menus say
    0.01: mark("1% of the time"),
    0.02: mark("2% of the time"),
    0.05: mark("5% of the time"),
    0.1: mark("10% of the time"),
    0.25: mark("25% of the time"),
    0.5: mark("50% of the time"),
}
_KEY = "measuring"


def chosen_share(settings: QSettings) -> float:
    """The share that this user allows, one of `SHARES`."""
    try:
        saved = float(str(settings.value(_KEY, MEASURING)))
    except ValueError:
        return MEASURING
    return saved if saved in SHARES else MEASURING


def choose_share(context: Context, share: float) -> None:
    """Let measuring take this share of the time, from now on and at the next start."""
    context.settings.setValue(_KEY, share)
    context.run.change(measuring=share)
