"""Edits that change how many classes drawn points have."""

from __future__ import annotations

from playground.check.report import Report
from playground.data._cloud import MOST_CLASSES
from playground.data.drawn import Drawn
from playground.document import edits
from playground.document.model import Document


def can_add_class(report: Report) -> bool:
    """Whether the data is drawn, has classes, and there is a colour left for one more."""
    data = report.dataset
    return isinstance(data, Drawn) and data.targets == "classes" and data.num_classes < MOST_CLASSES


def add_class(report: Report) -> Document:
    """One more class; where a linear layer gives one output a class, it gets one more, too.

    A single output that told two classes apart becomes one a class.
    """
    document, data = report.document, report.dataset
    assert isinstance(data, Drawn)  # `can_add_class`
    count = data.num_classes
    more = edits.set_data_param(document, "num_classes", count + 1)
    for spec in report.models.values():
        last = more.by_id.get(spec.output)
        if (
            last is not None
            and last.block == "linear"
            and report.shape(last.id)
            in (
                (count,),
                (1,),
            )
        ):
            more = edits.set_param(more, last.id, "out_features", count + 1)
    return more
