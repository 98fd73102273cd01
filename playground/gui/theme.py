"""Colours and measures of the window. The same thing has the same colour everywhere.

Two palettes of our own on the Fusion style: the system's colour scheme cannot be set off screen,
and classrooms need the light one.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QPalette

Mode = Literal["light", "dark"]

SPACE = 4  # px; every gap is a multiple of it
RADIUS = 10  # px; panels and cards
FIELD_RADIUS = 6  # px; fields and buttons


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one mode, as #rrggbb."""

    page: str
    panel: str
    canvas: str
    line: str
    ink: str
    secondary: str
    accent: str
    field: str  # background of fields and quiet buttons
    hover: str  # background under the pointer
    accent_soft: str  # background of a selected row
    zero: str  # neutral colour of the symmetric scale
    sequential_low: str
    sequential_high: str
    good: str = "#17a34a"
    warning: str = "#d97706"
    bad: str = "#e5484d"
    positive: str = "#0877bd"
    negative: str = "#f59322"


LIGHT = Tokens(
    page="#f4f5f7",
    panel="#ffffff",
    canvas="#fbfbfd",
    line="#dfe3ea",
    ink="#1d2433",
    secondary="#667085",
    accent="#3557d6",
    field="#f4f5f7",
    hover="#eceff4",
    accent_soft="#e8ecfb",
    zero="#eef0f3",
    sequential_low="#ffffff",
    sequential_high="#203660",
)
DARK = Tokens(
    page="#14171d",
    panel="#1b1f27",
    canvas="#171a21",
    line="#2c323d",
    ink="#e7eaf0",
    secondary="#98a2b3",
    accent="#7c93ff",
    field="#242a34",
    hover="#2a303b",
    accent_soft="#262f4d",
    zero="#262b34",
    sequential_low="#14171d",
    sequential_high="#9db7ff",
)

FAMILIES = {
    "Data": "#475467",
    "Core": "#3557d6",
    "Convolution": "#0e9f8e",
    "Pooling": "#7a5af5",
    "Sequence": "#7a5af5",
    "Activation": "#d9a400",
    "Attention": "#c2410c",
    "Normalisation": "#0ea5e9",
    "Shape": "#64748b",
    "Generative": "#d6409f",
}

# Ten classes that stay apart for colour-blind eyes; the first two are the ends of the value scale.
CLASSES = (
    "#f59322",
    "#0877bd",
    "#17a34a",
    "#d6409f",
    "#7a5af5",
    "#8a5a2b",
    "#0ea5e9",
    "#e5484d",
    "#9a9a00",
    "#64748b",
)


def family_colour(group: str) -> str:
    """Hue of a block family as #rrggbb."""
    return FAMILIES.get(group, "#64748b")


def class_colour(index: int) -> str:
    """Colour of a class as #rrggbb; repeats after ten classes."""
    return CLASSES[index % len(CLASSES)]


def run_colour(index: int) -> str:
    """Colour of a run that is over; never the blue and orange of the current run's curves."""
    return CLASSES[2 + index % (len(CLASSES) - 2)]


class Theme(QObject):
    """The current mode; views repaint on `changed`."""

    changed = Signal()

    def __init__(self, mode: Mode = "light", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.mode: Mode = mode

    @property
    def tokens(self) -> Tokens:
        """The colours of the current mode."""
        return LIGHT if self.mode == "light" else DARK

    def set_mode(self, mode: Mode) -> None:
        """Switch and tell everybody."""
        if mode != self.mode:
            self.mode = mode
            self.changed.emit()

    def palette(self) -> QPalette:
        """Qt's palette in our colours, for Fusion."""
        t, palette = self.tokens, QPalette()
        role = QPalette.ColorRole
        for name, colour in {
            role.Window: t.page,
            role.WindowText: t.ink,
            role.Base: t.panel,
            role.AlternateBase: t.field,
            role.Text: t.ink,
            role.Button: t.panel,
            role.ButtonText: t.ink,
            role.BrightText: t.bad,
            role.ToolTipBase: t.panel,
            role.ToolTipText: t.ink,
            role.PlaceholderText: t.secondary,
            role.Highlight: t.accent,
            role.HighlightedText: t.panel,
            role.Link: t.accent,
            role.Mid: t.line,
            role.Midlight: t.line,
            role.Dark: t.line,
            role.Light: t.panel,
            role.Shadow: t.line,
        }.items():
            palette.setColor(name, QColor(colour))
        for name in (role.WindowText, role.Text, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(t.secondary))
        return palette

    def diverging(self, values: np.ndarray, limit: float) -> np.ndarray:
        """Colours of signed values: orange at -limit, neutral at exactly 0, blue at +limit.

        Parameters
        ----------
        values : np.ndarray, any shape
            NaN and infinity become transparent: a lens hatches them, they never get a colour of
            the scale.
        limit : float
            Value of the ends of the scale, > 0; larger values saturate.

        Returns
        -------
        np.ndarray, shape (*values.shape, 4), uint8
            RGBA.
        """
        t = self.tokens
        position = np.minimum(np.maximum(values / max(limit, 1e-12), -1.0), 1.0) * 127 + 127
        return _colours(_ramp((t.negative, t.zero, t.positive), 255), position, np.isfinite(values))

    def sequential(self, values: np.ndarray, limit: float) -> np.ndarray:
        """RGBA of values that cannot be negative: page at 0, navy (light mode) at `limit`."""
        t = self.tokens
        position = np.minimum(np.maximum(values / max(limit, 1e-12), 0.0), 1.0) * 255
        return _colours(
            _ramp((t.sequential_low, t.sequential_high), 256), position, np.isfinite(values)
        )


def _colours(ramp: np.ndarray, position: np.ndarray, finite: np.ndarray) -> np.ndarray:
    """Rows of a ramp; a sheet asks for hundreds of small pieces, so each call counts."""
    missing = None if finite.all() else ~finite
    places = position if missing is None else np.where(missing, 0, position)
    whole = ramp.view(np.uint32).reshape(-1)  # a colour in one piece
    found = np.asarray(whole.take(np.rint(places).astype(np.intp)))
    if missing is not None:
        found[missing] = 0
    rgba: np.ndarray = found.reshape(*position.shape, 1).view(np.uint8)
    return rgba


@cache
def _ramp(stops: tuple[str, ...], count: int) -> np.ndarray:
    """`count` RGBA colours through the stops, linear in sRGB; uint8 (count, 4)."""
    rgb = np.array([[int(s[i : i + 2], 16) for i in (1, 3, 5)] for s in stops], dtype=float)
    at = np.linspace(0, len(stops) - 1, count)
    channels = [np.interp(at, np.arange(len(stops)), rgb[:, c]) for c in range(3)]
    channels.append(np.full(count, 255.0))
    return np.rint(np.stack(channels, axis=1)).astype(np.uint8)
