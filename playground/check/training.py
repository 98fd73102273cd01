"""What is wrong with the training: its kind, its parameters, and what it needs of the graph."""

from __future__ import annotations

import logging

from playground.check import parameters
from playground.check.fixes import nearest
from playground.check.problems import Fix, Problem
from playground.check.report import Report
from playground.document import edits
from playground.document.model import Document
from playground.errors import UnknownKeyError
from playground.i18n import tr
from playground.parameters import Parametric
from playground.registry import experiments


def check_experiment(doc: Document) -> tuple[Parametric | None, tuple[str, ...], Problem | None]:
    """The experiment, the roles of its models, and what is wrong with it. Never raises."""
    try:
        return _check_experiment(doc)
    except Exception as error:  # noqa: BLE001 - a plug-in's experiment may raise anything
        return None, (), _failed(doc, error)


def _check_experiment(doc: Document) -> tuple[Parametric | None, tuple[str, ...], Problem | None]:
    key = doc.train.experiment
    try:
        cls = experiments.get(key)
    except UnknownKeyError as error:
        fixes = tuple(map(_use, dict.fromkeys([*nearest(key, experiments), *experiments])))
        problem = Problem(
            "unknown_experiment", error.message, error.hint, place="train.experiment", fixes=fixes
        )
        return None, (), problem
    roles = tuple(cls.roles)
    found, message = parameters.make(cls, doc.train.params)
    if found is None:
        problem = parameters.bad_parameter(
            cls, doc.train.params, edits.set_train_param, message, section="train.params"
        )
        return None, roles, problem
    return found, roles, None


def _use(name: str) -> Fix:
    """Take another kind of training; of the parameters stay those that it takes."""

    def edit(doc: Document) -> Document:
        cls = experiments.get(name)
        params = {k: v for k, v in doc.train.params.items() if parameters.accepts(cls, k, v)}
        return edits.set_train(doc, experiment=name, params=params)

    return Fix(tr("Use {name}", name=name), edit)


def experiment_problems(report: Report) -> tuple[Problem, ...]:
    """What the experiment itself finds wrong. Never raises."""
    if report.experiment is None:
        return ()
    try:
        found = tuple(report.experiment.problems(report))  # type: ignore[attr-defined]
        if not all(isinstance(problem, Problem) for problem in found):
            raise TypeError("problems() gives something that is no Problem")
        return found
    except Exception as error:  # noqa: BLE001 - a plug-in's experiment may raise anything
        return (_failed(report.document, error),)


def _failed(doc: Document, error: Exception) -> Problem:
    logging.getLogger(__name__).warning("experiment %s", doc.train.experiment, exc_info=error)
    return Problem(
        "experiment_failed",
        tr(
            'The kind of training "{key}" failed in its own code: {error}.',
            key=doc.train.experiment,
            error=f"{type(error).__name__}: {str(error)[:200]}".removesuffix("."),
        ),
        hint=tr("Report this to whoever wrote it; the log has the details."),
        place="train.experiment",
    )
