"""What the plane of a generative game says in words, and what its colours span."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np

from playground.gui.context import Context
from playground.gui.widgets.scale_bar import short
from playground.i18n import tr
from playground.registry import datasets

METRICS = ("modes", "high_quality", "distance/test")

Arrays = Mapping[str, np.ndarray]


def loss_of(context: Context) -> str:
    """The rule of the game; "" while there is none."""
    return str(getattr(context.document.report.experiment, "loss", ""))


def verdict(context: Context) -> str:
    """What the colours of the surface measure."""
    return {
        "least_squares": tr("verdict (1: real)"),
        "wgan_gp": tr("score (high: real)"),
    }.get(loss_of(context), tr("P(real)"))


def ends(context: Context, values: np.ndarray) -> tuple[float, float]:
    """Verdicts at the ends of the colour scale.

    Scores have no zero of their own: there the middle of what is in the picture is neutral.
    """
    if loss_of(context) != "wgan_gp":
        return 0.0, 1.0
    sound = values[np.isfinite(values)]
    if not len(sound) or sound.min() == sound.max():
        return -1.0, 1.0
    return float(sound.min()), float(sound.max())


def classes(context: Context) -> list[str]:
    """Names of the classes that both players are told; none where they are told none."""
    report = context.document.report
    for id in report.models["generator"].inputs if "generator" in report.models else ():
        found = report.nodes.get(id)
        field = report.fields.get(getattr(found.block, "field", "")) if found else None
        if field is not None and field.classes:
            return [tr(name) for name in field.classes]
    return []


def places(arrays: Arrays, number: int) -> np.ndarray:
    """Where a training sample is (1, 2), as far as this view knows it; else (0, 2)."""
    for numbers, points in (("rows", "real"), ("neighbour", "beside")):
        at = np.flatnonzero(arrays[f"gan_plane/{numbers}"] == number)[:1]
        if len(at):
            return np.asarray(arrays[f"gan_plane/{points}"][at])
    return np.empty((0, 2))


def facts(context: Context, arrays: Arrays, scalars: Mapping[str, float], at: int) -> str:
    """How good the generator is, in numbers; of one sample while it is pointed at."""
    unit = _unit(context)
    if at >= 0:
        away = float(arrays["gan_plane/nearest"][at])
        number = int(arrays["gan_plane/neighbour"][at])
        return tr(
            "generated sample {i}: {away} from training sample {n}",
            i=at,
            away=short(away) + unit,
            n=number,
        )
    said = []
    found, share, distance = (scalars.get(name) for name in METRICS)
    if found is not None and share is not None:
        said.append(tr("{found} of {total} clouds", found=round(found), total=_clouds(context)))
        said.append(tr("{share} % within 3 σ", share=round(100 * share)))
    if distance is not None:
        said.append(tr("energy distance {d}", d=short(distance, 2) + unit))
    away = arrays["gan_plane/nearest"]
    away = away[np.isfinite(away)]
    if len(away):
        middle = short(float(np.median(away)), 2) + unit
        said.append(tr("nearest training sample {d} (median)", d=middle))
    lost = int((~np.isfinite(arrays["gan_plane/fake"]).all(axis=1)).sum())
    if lost:
        said.append(tr("{n} answers are NaN", n=lost))
    outside = _outside(arrays)
    if outside:
        said.append(tr("{n} outside the picture", n=outside))
    return "\n".join(said)


def legend(context: Context, arrays: Arrays, shown: Collection[str], limit: float) -> str:
    """What the layers mean."""
    varies, total = (int(n) for n in arrays["gan_plane/latent"])
    said = []
    if "gan_plane/surface" not in arrays:
        said.append(tr("no verdict: this discriminator compares the samples of a batch"))
    elif "arrows" in shown:
        said.append(tr("longest arrow: the loss falls by {n} per unit of x", n=short(limit)))
    if "manifold" in shown:
        said.append(
            tr("grid: {n} of {total} noise numbers, the others 0", n=varies, total=total)
            if total > varies
            else tr("grid: cells with equally many samples")
        )
    return "\n".join(said)


def _unit(context: Context) -> str:
    field = context.document.report.fields.get("x")
    return f" {field.unit}" if field is not None and field.unit else ""


def _clouds(context: Context) -> int:
    spec = context.document.document.data
    if spec.dataset not in datasets:
        return 0
    centres = getattr(datasets.get(spec.dataset).make(spec.params), "centres", None)
    return len(centres()) if centres is not None else 0


def _outside(arrays: Arrays) -> int:
    x0, x1, y0, y1 = arrays["gan_plane/extent"]
    fake = arrays["gan_plane/fake"]
    fake = fake[np.isfinite(fake).all(axis=1)]
    inside = (fake[:, 0] >= x0) & (fake[:, 0] <= x1) & (fake[:, 1] >= y0) & (fake[:, 1] <= y1)
    return int((~inside).sum())
