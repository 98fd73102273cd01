"""What the raw outputs of a network say: shares of classes or tokens where it predicts some."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from playground.registry import experiments
from playground.telemetry.probes.base import Bench

if TYPE_CHECKING:
    import torch

    from playground.data.base import Field
    from playground.document.model import Document

PREDICTING = ("supervised", "language_model", "masked_language_model")


def predicts_shares(document: Document, fields: Mapping[str, Field]) -> bool:
    """Whether the model "main" predicts classes or tokens; asks no torch."""
    if document.train.experiment not in PREDICTING:
        return False
    losses = ("cross_entropy", "bce_with_logits")
    return _predicts_tokens(document, fields) or _experiment(document).loss in losses


def are_shares(bench: Bench, role: str) -> bool:
    """Whether `said` gives shares for this model, and not the outputs themselves."""
    return role == "main" and predicts_shares(bench.document, bench.fields)


def said(bench: Bench, role: str, outputs: torch.Tensor) -> torch.Tensor:
    """Outputs (N, C) or (N, T, C) as shares along the last axis; as they are if they are none."""
    from playground.telemetry.probes import forward

    if not are_shares(bench, role):
        return outputs
    loss = forward.loss_of(bench.document)
    if loss == "cross_entropy" or _predicts_tokens(bench.document, bench.fields):
        return outputs.softmax(-1)
    return forward.meaning(outputs, loss) if outputs.ndim == 2 else outputs.sigmoid()


def _predicts_tokens(document: Document, fields: Mapping[str, Field]) -> bool:
    target = fields.get(_experiment(document).target)
    return target is not None and target.kind == "token"


def _experiment(document: Document) -> Any:
    return experiments.get(document.train.experiment).make(document.train.params)
