"""Measures, fonts and mixed colours that cards, wires and overlays share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication

from playground.gui.stylesheet import MONO
from playground.gui.theme import RADIUS, Tokens

GRID = 24  # scene px between two dots of the canvas
CARD_RADIUS = RADIUS
HEADER = 30  # px; height of a card's header
FOOT = 24  # px; height of a card's foot
PADDING = 12  # px; from a card's edge to its contents
PORT_RADIUS = 5.0
PORT_REACH = 12.0  # px around a port's centre that count as a hit
PORT_PITCH = 22.0  # px between two ports on one side
MAX_WIDTH = 320  # px; a card elides its title beyond

FULL_DETAIL = 0.5  # zoom below which a card is title and picture
TILE_DETAIL = 0.25  # zoom below which a card is a coloured tile


def mix(base: str, over: str, share: float) -> QColor:
    """A colour between two: `share` 0 is `base`, 1 is `over`."""
    a, b = QColor(base), QColor(over)
    return QColor.fromRgbF(
        a.redF() + (b.redF() - a.redF()) * share,
        a.greenF() + (b.greenF() - a.greenF()) * share,
        a.blueF() + (b.blueF() - a.blueF()) * share,
    )


@dataclass(frozen=True, slots=True)
class Hue:
    """The colours of one block family in one theme."""

    solid: QColor
    header: QColor
    tile: QColor


@lru_cache(maxsize=64)
def hue(tokens: Tokens, family: str) -> Hue:
    """Colours of a family hue (#rrggbb) on a theme."""
    dark = QColor(tokens.panel).lightnessF() < 0.5
    solid = mix(family, "#ffffff", 0.22) if dark else QColor(family)
    return Hue(
        solid=solid,
        header=mix(tokens.panel, family, 0.28 if dark else 0.13),
        tile=mix(tokens.panel, family, 0.55 if dark else 0.42),
    )


def ink_on(ground: str) -> str:
    """The colour of letters that can be read on a ground, both as #rrggbb."""
    colour = QColor(ground)
    light = 0.299 * colour.redF() + 0.587 * colour.greenF() + 0.114 * colour.blueF()
    return "#1d2433" if light > 0.5 else "#ffffff"


class Look:
    """Theme colours and fonts of all items of one canvas; replaced in place on a switch.

    `down` says that data flows from top to bottom, so ports lie at the top and at the bottom.
    """

    def __init__(self, tokens: Tokens, *, down: bool = False) -> None:
        self.down = down
        self.refresh(tokens)

    def refresh(self, tokens: Tokens) -> None:
        """Take the fonts of the application and the colours of a theme."""
        self.tokens = tokens
        self.wire = mix(tokens.canvas, tokens.accent, 0.45)
        self.bad, self.accent = QColor(tokens.bad), QColor(tokens.accent)
        self.title = _sized(QGuiApplication.font(), 13, QFont.Weight.DemiBold)
        self.text = _sized(QGuiApplication.font(), 12)
        self.small = _sized(QGuiApplication.font(), 10)
        self.brief = _sized(QGuiApplication.font(), 22, QFont.Weight.DemiBold)
        mono = QFont([name.strip(' "') for name in MONO.split(",")])
        self.number = _sized(mono, 11)
        self.small_number = _sized(mono, 10)
        self.bold_number = _sized(mono, 11, QFont.Weight.Bold)

    def width(self, font: QFont, text: str) -> float:
        """Width in px of a text in a font."""
        return QFontMetricsF(font).horizontalAdvance(text)


def _sized(font: QFont, px: int, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    sized = QFont(font)
    sized.setPixelSize(px)
    sized.setWeight(weight)
    return sized
