"""Check a whole document: every shape, every cost, every problem. Never raises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial

from playground.check.composed import composed
from playground.check.data import check_data
from playground.check.fixes import remove_wire
from playground.check.memory import check_memory
from playground.check.models import check_models, parts, unused_blocks
from playground.check.problems import Problem
from playground.check.repairs.offer import with_offers
from playground.check.report import Report
from playground.check.roles import infer_models
from playground.check.shapes import infer_shapes
from playground.check.tokens import check_tokens
from playground.check.training import check_experiment, experiment_problems
from playground.document import topology
from playground.document.composites.expand import expansion
from playground.document.model import Document, ModelSpec, Wire
from playground.i18n import tr

MAX_CYCLES = 8  # cycles that are reported at once
# Faults of a block that is just being wired in: while no model depends on it, training can go on.
UNFINISHED = {"missing_wire", "too_many_wires", "wrong_rank", "wrong_shape", "unknown_field"}


def check(document: Document, previous: Report | None = None, *, wait: bool = True) -> Report:
    """Find the shape and the cost of every block, and all that keeps the document from training.

    Parameters
    ----------
    document : Document
        Any document, however wrong.
    previous : Report, optional
        Report of an earlier state: blocks that an edit did not reach are taken from it. Problems
        are always found anew, also because their words depend on the language.
    wait : bool
        False: data that takes long to read is not read, but is a problem of the kind
        "data_unread". A window never waits.

    Returns
    -------
    Report
        Shapes and costs for one sample; problems with errors first, each cause once and without its
        consequences. Wires that a block still lacks are a warning while no model of the document
        depends on it.
    """
    expanded = expansion(document)
    before = None if previous is None else previous.inner or previous
    report, found = _check_flat(expanded.flat, before, wait=wait)
    if expanded.flat is not document:
        report, found = composed(report, found, expanded)
    return with_offers(report, found, partial(check, wait=wait))


def _check_flat(
    document: Document, previous: Report | None, *, wait: bool
) -> tuple[Report, list[Problem]]:
    """The report of a document without composites, and its problems with all likely repairs."""
    order, incoming = _order(document, previous)
    dataset, fields, data_problem = check_data(document, previous, wait=wait)
    unknown = data_problem is not None and not fields
    shapes = None if unknown else {name: field.shape for name, field in fields.items()}
    experiment, roles, experiment_problem = check_experiment(document)
    models: Mapping[str, ModelSpec] = document.train.models
    if not models and roles in ((), ("main",)):
        models = infer_models(document)
    report = Report(
        document,
        infer_shapes(document, order, incoming, shapes, previous),
        dataset=dataset,
        fields=fields,
        experiment=experiment,
        models=models,
        incoming=incoming,
    )
    inside = parts(incoming, models)
    used = set().union(*inside.values())
    chosen = bool(document.train.models) and _all_there(report)
    found = [p for p in (data_problem, experiment_problem) if p is not None]
    found += _node_problems(report, used if chosen else set(document.by_id))
    found += check_tokens(report)
    report = replace(report, problems=tuple(found))
    # a guess at the models is good while nothing is missing that could belong to them
    sure = chosen or (_all_there(report) and not any(problem.node for problem in found))
    found += check_models(report, roles, inside)
    if sure and all(role in models for role in roles):  # else there is nothing it could judge
        found += experiment_problems(replace(report, problems=tuple(found)))
        if not any(problem.severity == "error" for problem in found):
            found += check_memory(report)
        known = all(report.shape(model.output) is not None for model in models.values())
        report = replace(report, judged=known and data_problem is None and experiment is not None)
    if sure:
        found += unused_blocks(replace(report, problems=tuple(found)), used)
    found.sort(key=lambda problem: problem.severity != "error")
    return report, found


def _order(
    document: Document, previous: Report | None
) -> tuple[tuple[str, ...], Mapping[str, tuple[Wire, ...]]]:
    """The ids with inputs first, and the wires that arrive at each; kept while no wire changes."""
    if previous is None or document.wires != previous.document.wires:
        return topology.order(document), topology.incoming(document)
    incoming, ids = previous.incoming, document.by_id.keys()
    if ids == previous.document.by_id.keys():
        return tuple(previous.nodes), incoming
    if not ids > incoming.keys():
        return topology.order(document), topology.incoming(document)
    # Blocks came without a wire. Those that nothing feeds come first, in the order of the file;
    # among the others nothing changes.
    incoming = {id: incoming.get(id, ()) for id in ids}
    first = [id for id, wires in incoming.items() if not wires]
    return (*first, *(id for id in previous.nodes if incoming[id])), incoming


def _all_there(report: Report) -> bool:
    """Whether it is known which blocks are the models."""
    ids = report.document.by_id
    return bool(report.models) and all(
        model.inputs and model.output in ids and all(id in ids for id in model.inputs)
        for model in report.models.values()
    )


def _node_problems(report: Report, used: set[str]) -> Iterator[Problem]:
    """The problems of single blocks, then the cycles."""
    circles = list(_cycles(report))
    closing = {problem.node for problem in circles}
    for id, checked in report.nodes.items():
        problem = checked.problem
        if problem is None or (problem.kind == "too_many_wires" and id in closing):
            continue  # the wire that is one too many is the one that closes the circle
        unfinished = id not in used and problem.kind in UNFINISHED
        yield replace(problem, severity="warning") if unfinished else problem
    yield from circles


def _cycles(report: Report) -> Iterator[Problem]:
    place = {id: number for number, id in enumerate(report.nodes)}
    wires = list(report.document.wires)
    if all(place[wire.source] < place[wire.target] for wire in wires):
        return
    for _ in range(MAX_CYCLES):
        circle = topology.cycle_wires(wires)
        if not circle:
            return
        inside = {id(wire) for wire in circle}  # by identity: comparing thousands takes a second
        last = next(w for w in reversed(wires) if id(w) in inside)  # likely the one not meant
        wires = [wire for wire in wires if wire is not last]
        names = [*(wire.source for wire in circle), circle[0].source]
        yield Problem(
            "cycle",
            tr("These blocks feed each other in a circle: {names}.", names=_path(names)),
            hint=tr("Delete one of the wires: data flows from the input to the output only."),
            node=last.target,
            place=str(last),
            fixes=tuple(remove_wire(wire) for wire in (last, *_others(circle, last))),
        )


def _others(circle: tuple[Wire, ...], last: Wire) -> list[Wire]:
    return [wire for wire in circle if wire is not last][:3]


def _path(names: list[str]) -> str:
    shown = names if len(names) <= 8 else [*names[:4], "…", *names[-3:]]
    return " → ".join(shown)
