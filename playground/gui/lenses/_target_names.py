"""What the numbers are called that a network predicts."""

from __future__ import annotations

from collections.abc import Sequence

from playground.gui.context import Context
from playground.gui.lenses._attention_state import SEEN
from playground.registry import experiments


def target_names(context: Context) -> Sequence[str]:
    """Classes, or tokens as they can be seen, of what is predicted; () where it has no names."""
    document, fields = context.document.document, context.document.report.fields
    experiment = experiments.get(document.train.experiment).make(document.train.params)
    target = fields.get(getattr(experiment, "target", ""))
    if target is None:
        return ()
    return target.classes or [SEEN.get(token, token) for token in target.vocabulary]
