"""An optimiser of the race becomes the one of a network."""

from __future__ import annotations

from playground.check.report import Report
from playground.document import edits
from playground.document.model import Document
from playground.explain.race.track import Racer
from playground.i18n import tr

BUILT_IN = {"momentum": "sgd"}  # torch gives no class of its own to it
DECAYING = ("adamw",)


def why_not(report: Report, racer: Racer) -> str:
    """Why a network cannot train with it; "" if it can."""
    if not hasattr(report.experiment, "optimizer"):
        return tr("The training of this network has no optimiser to choose.")
    if racer.kind == "nesterov":
        return tr("A network trains with sgd and momentum, without Nesterov's look ahead.")
    return ""


def with_optimizer(document: Document, racer: Racer) -> Document:
    """The document with this optimiser and those of its settings that documents have."""
    params = {
        "optimizer": BUILT_IN.get(racer.kind, racer.kind),
        "lr": racer.lr,
        "momentum": racer.momentum,
    }
    if racer.kind in DECAYING:  # others keep the regularisation that the user gave
        params["weight_decay"] = racer.weight_decay
    for name, value in params.items():
        document = edits.set_train_param(document, name, value)
    return document
