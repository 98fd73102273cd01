"""`--set PATH=VALUE`: one setting of a document, changed for one run."""

from __future__ import annotations

import difflib
import json
from collections.abc import Callable, Iterable
from typing import Any

from pydantic import ValidationError

from playground.document.edits import replace_node, set_data, set_param, set_train
from playground.document.faults import describe
from playground.document.model import Document
from playground.errors import EditError, ParameterError
from playground.i18n import tr
from playground.parameters import Parametric
from playground.registry import blocks, datasets, experiments

FORMS = (
    "train.params.NAME",
    "train.steps",
    "train.seed",
    "train.experiment",
    "data.params.NAME",
    "data.dataset",
    "nodes.ID.params.NAME",
    "nodes.ID.muted",
    "nodes.ID.frozen",
    "nodes.ID.penalty",
)


def apply_settings(document: Document, settings: Iterable[str]) -> Document:
    """The document with every ``PATH=VALUE`` applied, in order.

    Raises
    ------
    ParameterError, UnknownKeyError
        A path that leads nowhere or a value that does not fit; the place is the path.
    """
    for setting in settings:
        path, equals, value = setting.partition("=")
        if not equals or not path:
            raise ParameterError(
                tr('"{setting}" is not a setting.', setting=setting[:80]),
                hint=tr("Write PATH=VALUE, such as train.params.lr=0.01."),
                node="--set",
            )
        document = _apply(document, path.strip(), value.strip())
    return document


def _apply(document: Document, path: str, text: str) -> Document:
    match path.split("."):
        case ["train", "params", name]:
            kind = experiments.get(document.train.experiment)
            params = _with(kind, document.train.params, name, text, path)
            return set_train(document, params=params)
        case ["data", "params", name]:
            kind = datasets.get(document.data.dataset)
            params = _with(kind, document.data.params, name, text, path)
            return set_data(document, document.data.dataset, params)
        case ["nodes", node, "params", name]:
            _known_node(document, node, path)
            kind = blocks.get(document.node(node).block)
            params = _with(kind, document.node(node).params, name, text, path)
            return set_param(document, node, name, params[name])
        case ["nodes", node, ("muted" | "frozen" | "penalty") as flag]:
            _known_node(document, node, path)
            value = _json(text)
            return _checked(
                lambda: replace_node(document, document.node(node).with_(**{flag: value})), path
            )
        case ["data", "dataset"]:
            datasets.get(text)  # names near misses
            return set_data(document, text)
        case ["train", "experiment"]:
            experiments.get(text)
            return set_train(document, experiment=text, params={})
        case ["train", ("steps" | "seed") as field]:
            number = _json(text)
            return _checked(lambda: set_train(document, **{field: number}), path)
    raise ParameterError(
        tr("There is no setting {path}.", path=path[:80]),
        hint=tr("The settings are: {forms}.", forms=", ".join(FORMS)),
        node="--set",
    )


def _with(
    kind: type[Parametric], params: dict[str, Any], name: str, text: str, path: str
) -> dict[str, Any]:
    """`params` with one more value, validated by the catalogue entry that declares it."""
    infos = {info.name: info for info in kind.infos()}
    if name not in infos:
        near = difflib.get_close_matches(name, infos, n=3)
        raise ParameterError(
            tr('{title} has no parameter "{name}".', title=tr(kind.title), name=name[:80]),
            hint=tr("Did you mean {names}?", names=", ".join(near))
            if near
            else tr("There are: {names}.", names=", ".join(infos)),
            node=path,
        )
    # "1" may well be the text a column is called
    value = text if infos[name].kind == "str" and text != "null" else _json(text)
    made = kind.make({**params, name: value}, place=path)
    return {**params, name: made.model_dump(mode="json")[name]}


def _known_node(document: Document, node: str, path: str) -> None:
    if node in document.by_id:
        return
    near = difflib.get_close_matches(node, document.by_id, n=3)
    raise ParameterError(
        tr('There is no block with the id "{id}".', id=node[:80]),
        hint=tr("Did you mean {names}?", names=", ".join(near))
        if near
        else tr("There are: {names}.", names=", ".join(list(document.by_id)[:20])),
        node=path,
    )


def _checked(edit: Callable[[], Document], path: str) -> Document:
    try:
        return edit()
    except ValidationError as error:
        raise ParameterError(describe(error)[1], node=path) from None
    except EditError as error:
        raise ParameterError(error.message, hint=error.hint, node=path) from None


def _json(text: str) -> Any:
    """The JSON value a text stands for; the text itself when it is none: `adam`, `relu`."""
    try:
        return json.loads(text)
    except ValueError:
        return text
