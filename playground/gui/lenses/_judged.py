"""What the lenses on a classifier's answers share: who was taken for what, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from playground.data.base import Field
from playground.gui.context import Context
from playground.gui.lenses.base import Lens, Probe, Snapshot
from playground.i18n import tr
from playground.telemetry.probes.predictions import Predictions


@dataclass(frozen=True, slots=True, eq=False)
class Judgement:
    """A classifier's answers for test samples; those that are no finite numbers are left out.

    Parameters
    ----------
    rows : np.ndarray, shape (N,)
        Number of each sample in the test split.
    probabilities : np.ndarray, shape (N, C)
    targets, predicted : np.ndarray, shape (N,)
        Class labels.
    classes : tuple of str
        Names; may be fewer than C.
    missing : int
        Samples left out.
    """

    rows: np.ndarray
    probabilities: np.ndarray
    targets: np.ndarray
    predicted: np.ndarray
    classes: tuple[str, ...]
    missing: int

    @property
    def count(self) -> int:
        """How many classes there are."""
        return max(self.probabilities.shape[1], len(self.classes))

    def name(self, label: int) -> str:
        """Name of a class, in the user's language."""
        return tr(self.classes[label]) if label < len(self.classes) else str(label)


def target_field(context: Context) -> Field | None:
    """Description of what the network has to predict; None where it predicts nothing."""
    report = context.document.report
    return report.fields.get(str(getattr(report.experiment, "target", "")))


def judgement(context: Context, snapshot: Snapshot) -> Judgement | None:
    """What a snapshot says; None without a classifier or without test samples."""
    probabilities = snapshot.arrays.get("predictions/probabilities")
    targets = snapshot.arrays.get("predictions/targets")
    if probabilities is None or targets is None or not len(targets):
        return None
    if targets.ndim > 1:  # one-hot
        targets = targets.argmax(1)
    sound = np.isfinite(probabilities).all(1)
    rows = np.flatnonzero(sound)
    field = target_field(context)
    answers = probabilities[sound]
    return Judgement(
        rows,
        answers,
        targets[sound],
        answers.argmax(1),
        field.classes if field else (),
        len(targets) - len(rows),
    )


def of_tokens() -> str:
    """Why a view shows nothing of a network that answers a token at each step."""
    return tr("This network answers a token at each step; this view needs one answer a sample.")


def lacks_test(context: Context) -> bool:
    """Whether no samples are kept aside to test on."""
    dataset = context.document.report.dataset
    return dataset is not None and not getattr(dataset, "test_share", 1.0)


class Judged(Lens):
    """A lens on the answers of a classifier."""

    def probes(self) -> tuple[Probe, ...]:
        return (Predictions(),)

    def waits_for(self) -> str:
        field = target_field(self.context)
        if field is None:
            return tr("This view needs a classifier: this network has no classes to predict.")
        if field.kind == "token":
            return of_tokens()
        if not field.classes:
            return tr("This view needs a classifier; the view Residuals fits numbers.")
        if lacks_test(self.context):
            return tr("This view needs test samples: give the data a test share above 0.")
        return tr("Press Play: this view fills while the network trains.")

    def on_snapshot(self, snapshot: Snapshot) -> bool:
        found = judgement(self.context, snapshot)
        if found is None:
            return False
        if not len(found.rows):
            self.say(tr("All {n} answers of the network are NaN.", n=found.missing))
            return False
        return self.judge(found)

    def judge(self, found: Judgement) -> bool:
        """Draw the answers."""
        raise NotImplementedError

    def left_out(self, found: Judgement) -> str:
        """Words about the answers that are no numbers; "" without any."""
        return tr("{n} answers are NaN", n=found.missing) if found.missing else ""
