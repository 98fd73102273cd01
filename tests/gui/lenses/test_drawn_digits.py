"""Digits as a person draws them, in lines, are read by the preset that is there to read digits."""

import numpy as np
import pytest
import torch
from live_run import Live

from playground.data._ink import PEN, fitted, rasterise
from playground.document.library import load


def arc(x, y, rx, ry, start, end):
    angle = np.radians(np.linspace(start, end, 24))
    return [(x + rx * np.cos(a), y + ry * np.sin(a)) for a in angle]


pytestmark = pytest.mark.slow  # it trains a network

DIGITS = {
    0: [arc(0.5, 0.5, 0.22, 0.35, 0, 360)],
    1: [[(0.38, 0.28), (0.52, 0.15), (0.52, 0.85)]],
    2: [[*arc(0.5, 0.32, 0.2, 0.18, 180, 370), (0.3, 0.85), (0.72, 0.85)]],
    3: [arc(0.48, 0.32, 0.18, 0.17, 200, 440) + arc(0.48, 0.67, 0.2, 0.18, -80, 160)],
    4: [[(0.6, 0.85), (0.6, 0.15), (0.28, 0.62), (0.75, 0.62)]],
    5: [[(0.7, 0.15), (0.36, 0.15), (0.33, 0.48), *arc(0.48, 0.64, 0.2, 0.2, -120, 150)]],
    6: [[(0.62, 0.15), (0.42, 0.35), *arc(0.5, 0.65, 0.19, 0.2, 200, 560)]],
    7: [[(0.28, 0.17), (0.72, 0.17), (0.45, 0.85)]],
    8: [arc(0.5, 0.32, 0.17, 0.17, 90, 450) + arc(0.5, 0.67, 0.19, 0.18, -90, 270)],
    9: [[*arc(0.5, 0.35, 0.18, 0.19, 0, 360), (0.68, 0.35), (0.62, 0.85)]],
}


@pytest.fixture(scope="module")
def reader():
    live = Live(load("digits-cnn"), steps=400)
    return live.session.models["main"].eval()


def answers(reader, size=1.0, shift=0.0):
    said = []
    for strokes in DIGITS.values():
        moved = [[(size * x + shift, size * y + shift) for x, y in s] for s in strokes]
        ink = rasterise(fitted(moved, 1.0, PEN), 8, 8, PEN, 16)
        with torch.no_grad():
            said.append(int(reader(torch.from_numpy(ink)[None, None]).argmax()))
    return said


def test_at_least_eight_of_ten_are_read(reader):
    said = answers(reader)
    assert sum(digit == answer for digit, answer in zip(DIGITS, said, strict=True)) >= 8, said


def test_where_and_how_large_they_are_drawn_does_not_matter(reader):
    assert answers(reader, 0.5, 0.4) == answers(reader, 0.7, 0.1) == answers(reader)
