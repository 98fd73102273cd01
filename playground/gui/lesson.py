"""Controls that a document can hide, so that a learner sees only what a lesson is about."""

from __future__ import annotations

from dataclasses import dataclass

from playground.document import edits
from playground.document.model import Document
from playground.gui.document_model import DocumentModel
from playground.i18n import mark, tr


@dataclass(frozen=True, slots=True)
class Hideable:
    """One control, or a few that belong together.

    Parameters
    ----------
    key : str
        As it stands in `view.hidden` of the document.
    title : str
        English; pass through tr.
    params : tuple of str
        Parameters of data or training whose fields vanish from every form.
    """

    key: str
    title: str
    params: tuple[str, ...] = ()


HIDEABLE = (
    Hideable("play", mark("Play button")),
    Hideable("step", mark("Button for one step")),
    Hideable("reset", mark("Reset button")),
    Hideable("speed", mark("Speed")),
    Hideable("lr", mark("Learning rate"), ("lr", "lr_generator", "lr_discriminator", "schedule")),
    Hideable("optimizer", mark("Optimizer"), ("optimizer", "momentum")),
    Hideable("batch_size", mark("Batch size"), ("batch_size",)),
    Hideable("layers", mark("Layers and neurons")),
    Hideable("activation", mark("Activation")),
    Hideable("regularisation", mark("Regularisation"), ("l1", "weight_decay", "clip_grad_norm")),
    Hideable("loss", mark("Loss"), ("loss",)),
    Hideable("seed", mark("Seed")),
    Hideable("device", mark("Device")),
    Hideable("experiment", mark("Kind of training")),
    Hideable("dataset", mark("Choice of data")),
    Hideable("noise", mark("Noise"), ("noise", "label_noise")),
    Hideable("test_share", mark("Share of test samples"), ("test_share",)),
    Hideable("num_samples", mark("Number of samples"), ("num_samples", "num_classes", "turns")),
    Hideable("regenerate", mark("Regenerate"), ("draw",)),
    Hideable("features", mark("Input features")),
    Hideable("drawing", mark("Drawing of points")),
    Hideable("test_data", mark("Test data")),
    Hideable("discretise", mark("Discretise")),
)
_KEYS = frozenset(found.key for found in HIDEABLE)


def is_shown(document: Document, key: str) -> bool:
    """Whether the document lets a control be seen."""
    return key not in document.view.hidden


def hidden_params(document: Document) -> frozenset[str]:
    """Names of the parameters whose fields the document hides."""
    return frozenset(
        name for found in HIDEABLE if not is_shown(document, found.key) for name in found.params
    )


def num_hidden(document: Document) -> int:
    """How many controls are hidden; what a newer program may hide does not count."""
    return len(_KEYS & set(document.view.hidden))


def toggle(model: DocumentModel, found: Hideable) -> None:
    """Hide a control, or show it again."""
    hidden, name = model.document.view.hidden, tr(found.title)
    if found.key in hidden:
        wanted = tuple(key for key in hidden if key != found.key)
        model.push(tr("Show {name}", name=name), lambda doc: edits.set_hidden(doc, wanted))
    else:
        wanted = (*hidden, found.key)
        model.push(tr("Hide {name}", name=name), lambda doc: edits.set_hidden(doc, wanted))


def show_all(model: DocumentModel) -> None:
    """Hide nothing any more."""
    model.push(tr("Show all controls"), lambda doc: edits.set_hidden(doc, ()))
