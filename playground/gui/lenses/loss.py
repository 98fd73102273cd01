"""Lens: the loss over the steps of the run."""

from __future__ import annotations

from playground.gui.lenses._curves import CurvesLens
from playground.gui.lenses.base import lens
from playground.i18n import mark, tr

MEASURES = {
    "cross_entropy": mark("cross-entropy (nats)"),
    "bce_with_logits": mark("cross-entropy (nats)"),
    "mse": mark("mean squared error"),
    "l1": mark("mean absolute error"),
    "smooth_l1": mark("smooth absolute error"),
    "non_saturating": mark("cross-entropy (nats)"),
    "least_squares": mark("half a squared error"),
    "wgan_gp": mark("gap of the scores"),
}


@lens("loss", title=mark("Loss"))
class LossLens(CurvesLens):
    """What training makes smaller: on the samples it learns from, and on those it never saw."""

    quantities = ("loss",)

    def measure(self) -> str:
        experiment = self.context.document.report.experiment
        words = getattr(experiment, "measure", "") or MEASURES.get(
            str(getattr(experiment, "loss", "")), ""
        )
        return tr(words) if words else ""
