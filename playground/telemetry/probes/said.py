"""What the raw outputs of a network say: shares of classes or tokens where it predicts some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from playground.telemetry.probes.base import Bench

if TYPE_CHECKING:
    import torch

PREDICTING = ("supervised", "language_model", "masked_language_model")


def are_shares(bench: Bench, role: str) -> bool:
    """Whether `said` gives shares for this model, and not the outputs themselves."""
    from playground.telemetry.probes import forward

    document = bench.document
    if role != "main" or document.train.experiment not in PREDICTING:
        return False
    return _predicts_tokens(bench) or forward.loss_of(document) in (
        "cross_entropy",
        "bce_with_logits",
    )


def said(bench: Bench, role: str, outputs: torch.Tensor) -> torch.Tensor:
    """Outputs (N, C) or (N, T, C) as shares along the last axis; as they are if they are none."""
    from playground.telemetry.probes import forward

    if not are_shares(bench, role):
        return outputs
    loss = forward.loss_of(bench.document)
    if loss == "cross_entropy" or _predicts_tokens(bench):
        return outputs.softmax(-1)
    return forward.meaning(outputs, loss) if outputs.ndim == 2 else outputs.sigmoid()


def _predicts_tokens(bench: Bench) -> bool:
    from playground.telemetry.probes import forward

    target = bench.fields.get(forward.target_of(bench.document))
    return target is not None and target.kind == "token"
