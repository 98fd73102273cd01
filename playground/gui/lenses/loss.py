"""Lens: the loss over the steps of the run."""

from __future__ import annotations

from playground.gui.lenses._curves import CurvesLens
from playground.gui.lenses.base import lens
from playground.i18n import mark


@lens("loss", title=mark("Loss"))
class LossLens(CurvesLens):
    """What training makes smaller: on the samples it learns from, and on those it never saw."""

    quantities = ("loss",)
