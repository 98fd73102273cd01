"""What the optimiser race claims to show; see `gui/truth.py`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import astuple
from typing import TYPE_CHECKING

import numpy as np

from playground.gui.lenses import _race_table, _race_words
from playground.gui.lenses._pictures import Scale
from playground.gui.lenses._race_map import SIZE
from playground.gui.lenses._readings import colour_of
from playground.gui.truth import Reading

if TYPE_CHECKING:
    from playground.explain.race.track import Track
    from playground.gui.lenses.race import RaceLens

EVERY = 4  # of the points of the surface, along both axes: they are one formula


def of_race(view: RaceLens) -> list[Reading]:
    """Formulas name functions of the race itself: a test has its own of them."""
    found = list(_of_map(view))
    for track in view.tracks:
        found += _of_track(view, track)
    if view.words.track is not None:
        found += _of_words(view, view.words.track)
    return found


def _of_map(view: RaceLens) -> Iterator[Reading]:
    x0, x1, y0, y1 = view.surface.extent
    xs, ys = np.linspace(x0, x1, SIZE).tolist(), np.linspace(y0, y1, SIZE).tolist()
    for row, column in np.ndindex(SIZE, SIZE):
        if row % EVERY or column % EVERY:
            continue
        place = f"{xs[column]!r}, {ys[row]!r}"
        yield Reading(
            view=view.key,
            where=row * SIZE + column,
            formula=f"race_band({view.surface.key!r}, {place}, {view.map.highest!r})",
            colour=colour_of(view.map.rgba[row, column]),
            scale=Scale(0.0, 1.0),
        )


def _run(view: RaceLens, track: Track) -> str:
    settings = astuple(track.racer)[:-1]  # all but whether it takes part
    start = tuple(float(x) for x in track.points[0])
    return f"race_run({view.surface.key!r}, {start!r}, {settings!r})"


def _of_track(view: RaceLens, track: Track) -> Iterator[Reading]:
    """Each point of the way as it is drawn, then the figures of the table."""
    run, at, kind = _run(view, track), track.at(view.step), track.racer.kind
    for k, point in enumerate(view.map.visible_points(track)):
        for axis in (0, 1):
            formula = f"{run}['points'][{k}, {axis}]"
            yield Reading(view=view.key, where=k, formula=formula, value=float(point[axis]))
    if track.is_gone(view.step):
        words = f"str(race_gone({run}))"
        yield Reading(view=view.key, where=0, formula=words, words=str(track.diverged))
        return
    key = repr(view.surface.key)
    for name, formula in (
        ("loss", f"{run}['losses'][{at}]"),
        ("distance", f"race_distance({key}, {run}['points'][{at}])"),
    ):
        text = view.table.figures[kind, name].text()
        digits = _race_table.DIGITS
        yield Reading(view=view.key, where=at, formula=formula, text=text, digits=digits)
    words = view.table.figures[kind, "arrived"].text()
    formula = f"race_arrived({run}, {track.steps})"
    yield Reading(view=view.key, where=at, formula=formula, words=words)


def _of_words(view: RaceLens, track: Track) -> Iterator[Reading]:
    run = _run(view, track)
    for number, shown in enumerate(view.words.shown):
        formula = f"race_number({run}, {view.words.step}, {shown.axis}, {shown.name!r})"
        if shown.name in _race_words.SETTINGS:
            words = f"setting({formula})"
            yield Reading(view=view.key, where=number, formula=words, words=shown.text)
            continue
        yield Reading(
            view=view.key,
            where=number,
            formula=formula,
            text=shown.text,
            digits=_race_words.DIGITS,
        )
