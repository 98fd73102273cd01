"""Whether a batch fits the data; what all kinds of training that take batches ask."""

from __future__ import annotations

from collections.abc import Iterator

from playground.check.problems import Fix, Problem
from playground.check.report import Report
from playground.data.prepare import count_train
from playground.document import edits
from playground.document.model import Document
from playground.i18n import tr


def check_batch_size(size: int, report: Report) -> Iterator[Problem]:
    """An error when a batch takes more samples than there are to train on."""
    total = count_train(report.dataset) if report.dataset is not None else None
    if total is not None and size > total:
        yield Problem(
            "batch_too_large",
            tr("A batch takes {b} samples, but there are only {n} to train on.", b=size, n=total),
            hint=tr("Set the batch size to at most {n}.", n=total),
            place="train.params.batch_size",
            fixes=(set_batch_size(total),) if total else (),
        )


def set_batch_size(size: int) -> Fix:
    """The repair that sets the batch size."""

    def edit(document: Document) -> Document:
        return edits.set_train_param(document, "batch_size", size)

    return Fix(tr("Set the batch size to {n}", n=size), edit)
