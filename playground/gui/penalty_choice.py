"""What a user chooses about the regularisation of blocks: in the inspector, by menu, in a lens."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from playground.check.report import Report
from playground.check.words import penalty_words
from playground.document.composites import find, local
from playground.document.composites.penalty import penalty_around, set_penalty_at
from playground.document.model import Document, Penalty
from playground.errors import EditError
from playground.gui.document_model import DocumentModel
from playground.gui.inspector.submit import train_value
from playground.gui.lesson import is_shown
from playground.i18n import mark, tr

Kind = Literal["training", "none", "l1", "l2"]
KINDS: Final[tuple[Kind, ...]] = ("training", "none", "l1", "l2")
TITLES: Final = {
    "training": mark("As the training"),
    "none": mark("No regularisation"),
    "l1": mark("L1"),
    "l2": mark("L2"),
}
# those of TensorFlow Playground (Smilkov et al. 2017, arXiv:1708.03788)
RATES: Final = (0.0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
HIGHEST: Final = RATES[-1]
_FIRST = 0.001  # where nothing says another one
_OF_TRAINING = {"l1": "l1", "l2": "weight_decay"}


def kind_of(penalty: Penalty | None) -> Kind:
    """Which choice a penalty is."""
    return "training" if penalty is None else penalty.kind


def own_penalty(document: Document, path: str) -> Penalty | None:
    """The block's own one; None where there is none, or no such block."""
    try:
        return find(document, path).penalty
    except EditError:
        return None


def of_kind(document: Document, path: str, kind: Kind) -> Penalty | None:
    """The penalty of a kind for a block, with the rate that it has, or that holds around it."""
    if kind == "training":
        return None
    if kind == "none":
        return Penalty()
    near = (own_penalty(document, path), penalty_around(document, path))
    rates = [penalty.rate for penalty in near if penalty is not None]
    rates.append(_rate_of_training(document, kind))
    return Penalty(kind=kind, rate=next((rate for rate in rates if rate), _FIRST))


def can_have(document: Document, report: Report, path: str) -> bool:
    """Whether there is something to choose: a block that learns, in a lesson that lets it."""
    found = report.nodes.get(path)
    learns = found is not None and found.cost.parameters > 0
    return learns and is_shown(document, "regularisation")


def words_around(document: Document, path: str) -> str:
    """What holds for a block that has no penalty of its own: "As the training: L2 0.01"."""
    try:
        around = penalty_around(document, path)
    except EditError:
        around = None
    if around is not None:
        return tr("As the composite: {cost}", cost=penalty_words(around))
    rates = {kind: _rate_of_training(document, kind) for kind in ("l1", "l2")}
    costs = [f"{kind.upper()} {rate:g}" for kind, rate in rates.items() if rate]
    return tr("As the training: {cost}", cost=", ".join(costs) or tr("none"))


def set_penalty(model: DocumentModel, path: str, penalty: Penalty | None) -> bool:
    """Choose for one block, as a step that can be undone."""
    cost = penalty_words(penalty)
    text = tr("Regularisation of {id}: {cost}", id=local(path), cost=cost)
    return model.push(text, lambda document: set_penalty_at(document, [path], penalty))


def choose(model: DocumentModel, paths: Sequence[str], kind: Kind) -> bool:
    """Choose a kind for some blocks, in one step; each keeps its rate."""
    if len(paths) == 1:
        return set_penalty(model, paths[0], of_kind(model.document, paths[0], kind))
    wanted = {path: of_kind(model.document, path, kind) for path in paths}

    def edit(document: Document) -> Document:
        for path, penalty in wanted.items():
            document = set_penalty_at(document, [path], penalty)
        return document

    title = tr(TITLES[kind])
    return model.push(tr("Regularisation of {n} blocks: {kind}", n=len(paths), kind=title), edit)


def _rate_of_training(document: Document, kind: str) -> float:
    value = train_value(document, _OF_TRAINING[kind])
    return float(value) if isinstance(value, int | float) else 0.0
