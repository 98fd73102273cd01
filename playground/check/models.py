"""Which blocks are the models that are trained, and what is wrong with that choice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from playground.check.fixes import remove_wire
from playground.check.problems import Fix, Problem
from playground.check.report import Report
from playground.check.roles import (
    grow,
    name_models,
    possible_outputs,
    remove_role,
    rename_role,
    set_model,
    use_output,
)
from playground.document import edits, topology
from playground.document.model import ModelSpec, Wire
from playground.i18n import tr

Models = Mapping[str, ModelSpec]
Incoming = Mapping[str, tuple[Wire, ...]]


def parts(incoming: Incoming, models: Models) -> dict[str, set[str]]:
    """Role -> ids of the blocks that the model's output depends on, back to its inputs."""
    return {role: _part(incoming, model) for role, model in models.items()}


def _part(incoming: Incoming, model: ModelSpec) -> set[str]:
    found = {model.output}
    todo = [model.output]
    inputs = set(model.inputs)
    while todo:
        id = todo.pop()
        if id not in inputs:  # what feeds an input is not part of the model
            for wire in incoming.get(id, ()):
                if wire.source not in found:
                    found.add(wire.source)
                    todo.append(wire.source)
    return found


def check_models(
    report: Report, roles: tuple[str, ...], found: Mapping[str, set[str]]
) -> Iterator[Problem]:
    """What is wrong with the models, given the checked blocks.

    Parameters
    ----------
    report : Report
        With `models`, and with the problems of the blocks: what follows from one of those is not
        reported again.
    roles : tuple of str
        Models that the kind of training needs; empty when it is unknown.
    found : mapping
        `parts` of these models.
    """
    document = report.document
    if not document.nodes:
        hint = tr("Drag blocks from the palette, or start from a preset.")
        yield Problem(
            "no_model", tr("The canvas is empty."), hint, place="nodes", fixes=(grow(report),)
        )
        return
    if not report.models:
        if roles and not report.problems:
            yield _no_model(report, roles)
        return
    for role, model in report.models.items():
        yield from _check_model(report, role, model, found[role])
    for role in roles:
        if role not in report.models:
            yield _missing_role(report, role, roles)
    for role in report.models:
        if roles and role not in roles:
            yield Problem(
                "unknown_role",
                tr(
                    'The model "{role}" is not trained; this kind of training knows: {roles}.',
                    role=role,
                    roles=", ".join(roles),
                ),
                hint=tr("Give it one of these names, or remove it."),
                place=f"train.models.{role}",
                severity="warning",
                fixes=(
                    *(rename_role(role, new) for new in roles if new not in report.models),
                    remove_role(role),
                ),
            )


def _no_model(report: Report, roles: tuple[str, ...]) -> Problem:
    ends = possible_outputs(report.document)
    if roles != ("main",):
        return Problem(
            "no_model",
            tr(
                "The document does not say which blocks are the models {names}.",
                names=", ".join(roles),
            ),
            hint=tr("Name the input and the output block of each."),
            place="train.models",
            fixes=name_models(report, roles),
        )
    if not ends:
        inputs = [n.id for n in report.document.nodes if n.block == "input"]
        return Problem(
            "no_model",
            tr("No block depends on an Input block, so there is nothing to train."),
            hint=tr("Connect an Input block with the first layer."),
            place="train.models",
            fixes=tuple(grow(report, id) for id in inputs),
        )
    return Problem(
        "no_model",
        tr(
            "Several blocks could be the output of the network: {names}.",
            names=", ".join(ends)[:200],
        ),
        hint=tr("Choose one, or delete what is not needed."),
        place="train.models",
        fixes=tuple(map(use_output, ends)),
    )


def _missing_role(report: Report, role: str, roles: tuple[str, ...]) -> Problem:
    strangers = [name for name in report.models if name not in roles]
    return Problem(
        "missing_role",
        tr('This kind of training needs a model "{role}".', role=role),
        hint=tr("Name its input and its output block."),
        place=f"train.models.{role}",
        fixes=(*name_models(report, (role,)), *(rename_role(name, role) for name in strangers)),
    )


def _check_model(report: Report, role: str, model: ModelSpec, found: set[str]) -> Iterator[Problem]:
    document, place = report.document, f"train.models.{role}"
    missing = [id for id in (*model.inputs, model.output) if id not in document.by_id]
    if missing or not model.inputs:
        fixes = name_models(report, (role,))
        yield Problem(
            "missing_endpoint",
            tr(
                'The model "{role}" begins or ends at "{id}", but no block has that id.',
                role=role,
                id=missing[0][:80],
            )
            if missing
            else tr('The model "{role}" names no input block.', role=role),
            hint=tr("Choose its input and its output block."),
            place=place,
            fixes=(*fixes, remove_role(role)),
        )
        return
    if any(problem.node in found for problem in report.problems):
        return  # what is missing between input and output is reported there
    yield from _connections(report, role, model, found)


def _connections(report: Report, role: str, model: ModelSpec, found: set[str]) -> Iterator[Problem]:
    place = f"train.models.{role}"
    lost = [id for id in model.inputs if id not in found]
    if lost:
        yield Problem(
            "no_path",
            tr(
                'In the model "{role}" no wires lead from {input} to {output}.',
                role=role,
                input=lost[0],
                output=model.output,
            ),
            hint=tr("Connect them, or choose another input or output."),
            place=place,
            fixes=name_models(report, (role,)),
        )
    strangers = [
        id
        for id, checked in report.nodes.items()
        if checked.block is not None
        and not checked.block.inputs
        and id in found
        and id not in model.inputs
    ]
    if strangers and not lost:
        wider = ModelSpec(input=(*model.inputs, *strangers), output=model.output)
        title = tr("Make {names} an input of the model", names=", ".join(strangers)[:100])
        yield Problem(
            "missing_input",
            tr(
                'The model "{role}" depends on {id}, which is not one of its inputs.',
                role=role,
                id=strangers[0],
            ),
            hint=tr("Make it an input of the model, or delete its wire."),
            node=strangers[0],
            place=place,
            fixes=(
                set_model(role, wider, title),
                *(remove_wire(wire) for wire in report.document.wires if wire.source in strangers),
            ),
        )


def unused_blocks(report: Report, used: set[str]) -> Iterator[Problem]:
    """A warning for each block that no model depends on.

    None while a block of a model has an error: a missing wire makes all that lies before it unused.
    """
    faulty = {problem.node for problem in report.problems}
    if any(p.severity == "error" and (p.node in used or not p.node) for p in report.problems):
        return
    unused = [n.id for n in report.document.nodes if n.id not in used and n.id not in faulty]
    if not unused:
        return
    later = _after_output(report)
    for id in unused:
        fixes = (_make_output(report, id),) if id in later else ()
        yield Problem(
            "unused_block",
            tr("{id} is not part of a model: it is neither trained nor used.", id=id),
            hint=tr("Connect it, make it the output, or delete it."),
            node=id,
            severity="warning",
            fixes=(
                *fixes,
                Fix(
                    tr("Delete {id}", id=id),
                    lambda doc, id=id: edits.remove_nodes(doc, [id]),  # type: ignore[misc]
                ),
            ),
        )


def _after_output(report: Report) -> frozenset[str]:
    """Blocks behind the output of the only model that feed no other block."""
    if len(report.models) != 1:
        return frozenset()
    model = next(iter(report.models.values()))
    leaving = {wire.source for wire in report.document.wires}
    later = topology.descendants(report.document, model.output)
    return frozenset(id for id in later - leaving if report.shape(id) is not None)


def _make_output(report: Report, id: str) -> Fix:
    role, model = next(iter(report.models.items()))
    return set_model(role, model.with_(output=id), tr("Make {id} the output", id=id))
