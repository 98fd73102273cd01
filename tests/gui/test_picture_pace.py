"""Costly pictures are drawn less often, so that a training beside them gets its time."""

from __future__ import annotations

import pytest

from playground.gui.picture_pace import LONGEST_S, SHARE, PicturePace

TICK_S = 1 / 30


class Window:
    """Ticks and works as it is told to."""

    def __init__(self, picture_s: float, tick_s: float) -> None:
        self.now = self.worked = 0.0
        self.picture_s, self.tick_s = picture_s, tick_s
        self.pace = PicturePace(lambda: self.now, lambda: self.worked)

    def run(self, seconds: float) -> float:
        """Pictures a second."""
        drawn, worked = 0, self.worked
        for _ in range(round(seconds / TICK_S)):
            self.now += TICK_S
            self.worked += self.tick_s
            if self.pace.due():
                drawn += 1
                self.worked += self.picture_s
        self.share = (self.worked - worked) / seconds
        return drawn / seconds


def test_cheap_pictures_are_drawn_at_every_tick():
    assert Window(0.001, 0.0005).run(10.0) == pytest.approx(30.0)


@pytest.mark.parametrize("picture_ms", [3, 6, 9])
def test_costlier_pictures_are_drawn_less_often_and_stay_within_the_share(picture_ms):
    window = Window(picture_ms / 1e3, 0.001)
    rate = window.run(10.0)
    assert 1 / LONGEST_S - 0.1 <= rate < 30.0
    assert window.share <= SHARE * 1.05


def test_pictures_stay_live_however_costly_they_are():
    assert Window(0.15, 0.01).run(20.0) == pytest.approx(1 / LONGEST_S, rel=0.2)
