"""Shells are drawn once and kept, and look the same as drawn stroke by stroke."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from playground.gui.graph import shell
from playground.gui.graph.picture_out import GraphPicture
from playground.gui.theme import DARK, LIGHT

PLAIN = shell.Shell(
    width=160.0,  # its corner lies on a whole pixel at each of the ratios below
    height=112.0,
    family="#3557d6",
    tint="",
    full=True,
    selected=False,
    focused=False,
    unknown=False,
    muted=False,
    down=False,
    ports=(1, 2),
    blank=None,
    troughs=((-50.0, -10.0, 100.0, 8.0), 12.0, 3),
    strip=None,
)
STATES = (
    {},
    {"selected": True, "focused": True},
    {"muted": True},
    {"unknown": True, "ports": (0, 0)},
    {"full": False, "blank": (-40.0, -10.0, 80.0, 30.0), "troughs": None},
    {"strip": (-60.0, 10.0, 120.0, 20.0)},
)


@pytest.fixture
def kept(monkeypatch):
    """An empty store."""
    store = shell._Kept()
    monkeypatch.setattr(shell, "_kept", store)
    return store


@pytest.fixture
def strokes(monkeypatch):
    """The shells that were really drawn."""
    found = []
    real = shell.paint

    def counted(painter, one, tokens):
        found.append(one)
        real(painter, one, tokens)

    monkeypatch.setattr(shell, "paint", counted)
    return found


def paper(ratio: float = 1.0) -> QImage:
    image = QImage(round(420 * ratio), round(300 * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#808080"))
    return image


def drawn(draw, one, tokens, ratio=1.0, zoom=1.0, at=(200.0, 140.0)) -> QImage:
    image = paper(ratio)
    painter = QPainter(image)
    painter.translate(*at)
    painter.scale(zoom, zoom)
    draw(painter, one, tokens)
    painter.end()
    return image


def differences(one: QImage, other: QImage) -> int:
    """Pixels that can be told apart."""
    assert one.size() == other.size()
    a, b = (bytes(image.constBits()) for image in (one, other))
    return sum(abs(x - y) > 3 for x, y in zip(a, b, strict=True))


@pytest.mark.parametrize("changes", STATES)
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_kept_shell_looks_as_if_it_were_drawn_there(kept, changes, tokens, ratio):
    one = PLAIN._replace(**changes)
    for _ in range(2):  # made, and taken from the store
        kept_one = drawn(shell.draw, one, tokens, ratio)
        assert differences(kept_one, drawn(shell.paint, one, tokens, ratio)) == 0


def test_equal_shells_are_drawn_once_for_each_zoom_and_theme(kept, strokes):
    for _ in range(3):
        drawn(shell.draw, PLAIN, LIGHT, at=(100.0, 80.0))
        drawn(shell.draw, PLAIN, LIGHT, at=(130.3, 90.7))
    assert len(strokes) == 1
    drawn(shell.draw, PLAIN, DARK)
    drawn(shell.draw, PLAIN, LIGHT, zoom=0.7)
    drawn(shell.draw, PLAIN, LIGHT, ratio=2.0)
    assert len(strokes) == 4


def test_the_store_is_bounded_and_keeps_what_was_used_last(kept, strokes, monkeypatch):
    monkeypatch.setattr(shell, "_KEPT_BYTES", 1_000_000)
    for number in range(100):
        drawn(shell.draw, PLAIN._replace(width=100.0 + number), LIGHT)
        assert sum(image.sizeInBytes() for image in kept._images.values()) <= 1_000_000
    strokes.clear()
    drawn(shell.draw, PLAIN._replace(width=199.0), LIGHT)
    assert strokes == []


def test_a_shell_that_fills_the_screen_is_not_kept(kept):
    drawn(shell.draw, PLAIN._replace(width=4000.0, height=3000.0), LIGHT)
    assert not kept._images


def test_a_card_without_picture_is_all_curves_on_paper(view, kept):
    with GraphPicture(view) as picture:
        for card in picture._canvas.cards.values():
            card.picture = replace(card.picture, images=())
        svg = picture.svg().decode()
        picture.image(2.0)
    assert "<image" not in svg
    assert not kept._images  # a PNG is drawn itself too


def test_lit_ports_are_drawn_by_the_card_and_not_twice(view):
    card = view.canvas.cards["hidden"]
    assert shell.shell_of(card, full=True).ports == (1, 1)
    card.light(frozenset({"in:in"}))
    assert shell.shell_of(card, full=True).ports == (0, 0)
    card.light(None)
    card.hover("out:out")
    assert shell.shell_of(card, full=True).ports == (0, 0)
    place = view.mapFromScene(card.port_place("out:out"))
    spot = view.grab(QRect(place.x(), place.y(), 1, 1)).toImage().pixelColor(0, 0)
    assert spot.name() == view.context.theme.tokens.panel
