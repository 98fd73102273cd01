"""What the plane of a generative game claims to show; see `gui/truth.py`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from playground.gui.lenses import _gan_words as words
from playground.gui.lenses._pictures import Scale
from playground.gui.lenses._readings import colour_of, of_points
from playground.gui.truth import Reading

if TYPE_CHECKING:
    from playground.gui.lenses.gan_plane import GanPlaneLens


def readings_of(view: GanPlaneLens) -> list[Reading]:
    """Colours row by row from the lowest y, then the points, the arrows and the warped grid."""
    if not view.arrays:
        return []
    found = list(_surface(view))
    t = 't["gan_plane/{name}"][{{i}}, {axis}]'
    for layer, dots, rows in (
        ("real", view.real, None),
        ("fake", view.fake, view.sound),
    ):
        if view.bar.shows(layer):
            formulas = (t.format(name=layer, axis=0), t.format(name=layer, axis=1))
            found += of_points(view.key, *dots.getData(), formulas, rows)
    if view.bar.shows("arrows"):
        found += _arrows(view)
    if view.bar.shows("manifold"):
        found += _manifold(view)
    away = view.arrays["gan_plane/nearest"]
    away = away[np.isfinite(away)]
    if not len(away):
        return found  # nor do the words say a median
    near = 't["gan_plane/nearest"]'
    formula = f"np.median({near}[np.isfinite({near})])"
    return [*found, Reading(view=view.key, where=0, formula=formula, value=float(np.median(away)))]


def _surface(view: GanPlaneLens) -> Iterator[Reading]:
    rgba = view.image.image
    values = view.arrays.get("gan_plane/surface")
    if rgba is None or values is None or not view.bar.shows("surface"):
        return
    low, high = words.ends(view.context, values)
    for row in range(rgba.shape[0]):
        for column in range(rgba.shape[1]):
            value = f't["gan_plane/surface"][{row}, {column}]'
            yield Reading(
                view=view.key,
                where=row * rgba.shape[1] + column,
                formula=f"0.45 * (2 * ({value} - {low!r}) / {high - low!r} - 1)",
                colour=colour_of(rgba[row, column]),
                scale=Scale(-1.0, 1.0),
            )


def _arrows(view: GanPlaneLens) -> list[Reading]:
    rows, by = view.pulled, view.stretch
    start, pull = 't["gan_plane/fake"][{i}, ', 't["gan_plane/arrows"][{i}, '
    starts = (start + "0]", start + "1]")
    tips = tuple(f"{start}{axis}] + {by!r} * {pull}{axis}]" for axis in (0, 1))
    return [
        *of_points(view.key, *view.arrows.starts.T, starts, rows),
        *of_points(view.key, *view.arrows.tips.T, (tips[0], tips[1]), rows),
    ]


def _manifold(view: GanPlaneLens) -> Iterator[Reading]:
    manifold, alphas = view.sheet.manifold, view.sheet.alphas
    columns = manifold.shape[1]
    for place, point in enumerate(manifold.reshape(-1, 2)):
        for axis in (0, 1) if np.isfinite(point).all() else ():
            index = (*divmod(place, columns), axis)
            yield Reading(
                view=view.key,
                where=place,
                tensor="gan_plane/manifold",
                index=index,
                value=float(point[axis]),
            )
    for place, alpha in enumerate(alphas.ravel()):
        if np.isnan(alpha):
            continue  # left out: a corner is not finite
        row, column = divmod(place, alphas.shape[1])
        yield Reading(
            view=view.key,
            where=place,
            formula=f'cell_opacity(t["gan_plane/manifold"], {row}, {column})',
            value=float(alpha),
        )
