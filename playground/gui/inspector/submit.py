"""Turns what a form wants into edits of the document, refusing what the declaration forbids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from playground.document import edits
from playground.document.model import Document, Node
from playground.errors import PlaygroundError
from playground.gui.document_model import DocumentModel
from playground.i18n import tr
from playground.parameters import Parametric
from playground.registry import blocks, datasets, experiments


def refusal(cls: type[Parametric], params: Mapping[str, Any], name: str, value: Any) -> str:
    """Why `cls` does not take this value for the parameter `name`; "" when it does.

    Only this value is judged: another parameter that is wrong already must not block it.
    """
    try:
        cls.make({name: value})
    except PlaygroundError as alone:
        try:
            cls.make({**params, name: value})
        except PlaygroundError:
            return alone.message
    return ""


def set_block_param(model: DocumentModel, node: Node, name: str, value: Any, dragging: bool) -> str:
    """Change a parameter of a block; the reason when it is refused."""
    reason = refusal(blocks.get(node.block), node.params, name, value)
    if reason:
        return reason
    model.push(
        tr("Change {name} of {id}", name=name, id=node.id),
        lambda document: edits.set_param(document, node.id, name, value),
        merge=f"{node.id}.{name}" if dragging else None,
    )
    return ""


def set_data_param(model: DocumentModel, name: str, value: Any, dragging: bool) -> str:
    """Change a parameter of the dataset; the reason when it is refused."""
    spec = model.document.data
    reason = refusal(datasets.get(spec.dataset), spec.params, name, value)
    if reason:
        return reason
    model.push(
        tr("Change {name} of the data", name=name),
        lambda document: edits.set_data_param(document, name, value),
        merge=f"data.{name}" if dragging else None,
    )
    return ""


def set_train_param(model: DocumentModel, name: str, value: Any, dragging: bool) -> str:
    """Change a parameter of the training; the reason when it is refused."""
    spec = model.document.train
    reason = refusal(experiments.get(spec.experiment), spec.params, name, value)
    if reason:
        return reason
    model.push(
        tr("Change {name} of the training", name=name),
        lambda document: edits.set_train_param(document, name, value),
        merge=f"train.{name}" if dragging else None,
    )
    return ""


def train_value(document: Document, name: str) -> Any:
    """A training parameter: the document's value, else its default; None if nobody knows it."""
    if document.train.experiment not in experiments:
        return None
    field = experiments.get(document.train.experiment).model_fields.get(name)
    if field is None:
        return None
    return document.train.params.get(name, field.default)
