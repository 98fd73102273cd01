"""What is wrong with the data."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

from playground.check import parameters
from playground.check.fixes import nearest
from playground.check.problems import Fix, Problem
from playground.check.report import Report
from playground.data.base import Dataset, Field
from playground.document import edits
from playground.document.model import Document
from playground.errors import PlaygroundError, UnknownKeyError
from playground.i18n import tr
from playground.registry import datasets

UNREAD = "data_unread"  # kind of the problem that passes by itself

Checked = tuple[Dataset | None, dict[str, Field], Problem | None]


def check_data(doc: Document, previous: Report | None = None, *, wait: bool = True) -> Checked:
    """The dataset, its fields and what is wrong with it. Never raises."""
    known = _unchanged(doc, previous)
    if known is not None:
        return known
    try:
        return _check_data(doc, wait)
    except Exception as error:
        logging.getLogger(__name__).warning("dataset %s", doc.data.dataset, exc_info=True)
        message = tr(
            'The dataset "{key}" failed in its own code: {error}.',
            key=doc.data.dataset,
            error=f"{type(error).__name__}: {str(error)[:200]}".removesuffix("."),
        )
        hint = tr("Report this to whoever wrote the dataset; the log has the details.")
        return None, {}, Problem("bad_data", message, hint, place="data")


def _unchanged(doc: Document, previous: Report | None) -> Checked | None:
    """The earlier result, unless it was a fault or comes from a file, which may change any time."""
    if previous is None or previous.dataset is None or not previous.fields:
        return None
    if doc.data is not previous.document.data and doc.data != previous.document.data:
        return None
    if any(info.path for info in type(previous.dataset).infos()):
        return None
    if any(problem.kind == "bad_data" for problem in previous.problems):
        return None
    return previous.dataset, dict(previous.fields), None


def _check_data(doc: Document, wait: bool) -> Checked:
    key = doc.data.dataset
    try:
        cls = datasets.get(key)
    except UnknownKeyError as error:
        likely = dict.fromkeys([*nearest(key, datasets), *datasets])
        fixes = tuple(map(_use, likely))
        problem = Problem("unknown_dataset", error.message, error.hint, place="data", fixes=fixes)
        return None, {}, problem
    dataset, message = parameters.make(cls, doc.data.params)
    if dataset is None:
        problem = parameters.bad_parameter(
            cls, doc.data.params, edits.set_data_param, message, section="data.params"
        )
        return None, {}, problem
    try:
        if not wait and not dataset.is_ready():
            return dataset, {}, Problem(UNREAD, tr("The data is being read."), place="data")
        fields = _fields(dataset.fields())
    except PlaygroundError as error:
        return dataset, {}, _bad(error)
    try:
        dataset.check()
    except PlaygroundError as error:  # the network is checked all the same
        return dataset, fields, _bad(error)
    return dataset, fields, None


def _bad(error: PlaygroundError) -> Problem:
    place = error.node if error.node.startswith("data") else "data"
    return Problem("bad_data", error.message, error.hint, place=place)


def _use(name: str) -> Fix:
    """Take another dataset; of the parameters stay those that it takes."""

    def edit(doc: Document) -> Document:
        cls = datasets.get(name)
        params = {k: v for k, v in doc.data.params.items() if parameters.accepts(cls, k, v)}
        return edits.set_data(doc, name, params)

    return Fix(tr("Use {name}", name=name), edit)


def _fields(found: Mapping[str, Any]) -> dict[str, Field]:
    fields = dict(found)
    if not all(isinstance(field, Field) for field in fields.values()):
        raise TypeError("fields() gives something that is no Field")
    return fields
