"""Which blocks are probably the models, and the repairs that say so."""

from __future__ import annotations

from playground.blocks.base import numel
from playground.check.fixes import Layer, insert_after, words
from playground.check.problems import Fix
from playground.check.report import Report
from playground.document import edits, topology
from playground.document.model import Document, ModelSpec, Node
from playground.i18n import tr
from playground.registry import blocks


def infer_models(document: Document) -> dict[str, ModelSpec]:
    """The obvious model "main": from the input blocks to the one block that feeds no other.

    Empty when there is no input block, or when several blocks could be the output.
    """
    sources = _sources(document)
    ends = possible_outputs(document)
    if len(ends) != 1:
        return {}
    needed = topology.ancestors(document, ends[0])
    inputs = tuple(id for id in sources if id in needed)
    return {"main": ModelSpec(input=inputs[0] if len(inputs) == 1 else inputs, output=ends[0])}


def guess_models(report: Report) -> dict[str, ModelSpec]:
    """The likely models of a document by role, for repairs.

    A chain that starts at noise is a "generator", also where it is told a label besides, or a
    "decoder"; one that starts at data a "discriminator", rather the one that ends in a single
    number, or an "encoder"; a lone chain is "main".
    """
    document = report.document
    found = infer_models(document)
    by_noise: list[ModelSpec] = []
    by_both: list[ModelSpec] = []
    by_data: list[ModelSpec] = []
    for output in possible_outputs(document):
        needed = topology.ancestors(document, output)
        sources = [id for id in _sources(document) if id in needed]
        reading = [getattr(report.nodes[id].block, "reads", None) for id in sources]
        model = ModelSpec(input=sources[0] if len(sources) == 1 else tuple(sources), output=output)
        if not any(reading):
            by_noise.append(model)
        elif all(reading):
            by_data.append(model)
        else:
            by_both.append(model)
    one_number = [model for model in by_data if report.shape(model.output) == (1,)]
    if len(by_noise or by_both) == 1:
        found["generator"] = found["decoder"] = (by_noise or by_both)[0]
    if len(one_number or by_data) == 1:
        found["discriminator"] = (one_number or by_data)[0]
    if len(by_data) == 1:
        found["encoder"] = by_data[0]
    return found


def possible_outputs(document: Document) -> tuple[str, ...]:
    """Blocks that depend on an input block and feed no other block."""
    sources = _sources(document)
    leaving = topology.outgoing(document)
    steps = {id: [wire.target for wire in wires] for id, wires in leaving.items()}
    reached = {id for source in sources for id in topology.reach(steps, source)}
    return tuple(n.id for n in document.nodes if n.id in reached and not leaving[n.id])


def _sources(document: Document) -> tuple[str, ...]:
    """Blocks through which data or noise comes in."""
    return tuple(node.id for node in document.nodes if _is_source(node.block))


def _is_source(key: str) -> bool:
    try:
        return not blocks.get(key).inputs
    except Exception:  # noqa: BLE001 - unknown, or a plug-in's class that is no block
        return False


# --- repairs -----------------------------------------------------------------------------------


def use_output(output: str) -> Fix:
    """Make the network end at this block."""

    def edit(doc: Document) -> Document:
        needed = topology.ancestors(doc, output)
        inputs = tuple(id for id in _sources(doc) if id in needed)
        model = ModelSpec(input=inputs[0] if len(inputs) == 1 else inputs, output=output)
        return edits.set_train(doc, models={**doc.train.models, "main": model})

    return Fix(tr("Use {id} as the output", id=output), edit)


def set_model(role: str, model: ModelSpec, title: str) -> Fix:
    """Choose where a model begins and ends."""
    return Fix(title, lambda doc: edits.set_train(doc, models={**doc.train.models, role: model}))


def remove_role(role: str) -> Fix:
    """Forget a model; its blocks stay."""

    def edit(doc: Document) -> Document:
        models = {name: model for name, model in doc.train.models.items() if name != role}
        return edits.set_train(doc, models=models)

    return Fix(tr("Remove the model {role}", role=role), edit)


def rename_role(role: str, new: str) -> Fix:
    """Give a model another role."""

    def edit(doc: Document) -> Document:
        names = {role: new}
        models = {names.get(name, name): model for name, model in doc.train.models.items()}
        return edits.set_train(doc, models=models)

    return Fix(tr("Call the model {role} {new}", role=role, new=new), edit)


def name_models(report: Report, roles: tuple[str, ...]) -> tuple[Fix, ...]:
    """The repair that names the likely models for these roles, where there are such."""
    guess = guess_models(report)
    if not all(role in guess for role in roles):
        return ()
    chosen = {role: guess[role] for role in roles}
    if len(chosen) == 1:
        ((role, model),) = chosen.items()
        title = tr(
            "Use {inputs} as input and {output} as output",
            inputs=", ".join(model.inputs)[:100],
            output=model.output,
        )
        return (set_model(role, model, title),)
    ways = (f"{role} {', '.join(m.inputs)[:60]} → {m.output}" for role, m in chosen.items())
    return (
        Fix(
            tr("Use {models}", models="; ".join(ways)),
            lambda doc: edits.set_train(doc, models={**doc.train.models, **chosen}),
        ),
    )


def grow(report: Report, input: str = "") -> Fix:
    """Begin a network: an Input block, unless there is one, and a layer with the right outputs."""
    shape = report.shape(input) if input else None
    if shape is None:
        shape = next((field.shape for field in report.fields.values()), (1,))
    target = report.fields.get("y")
    outputs = (len(target.classes) or numel(target.shape)) if target is not None else None
    layers: list[Layer] = [("linear", {"out_features": outputs} if outputs else {})]
    if len(shape) > 1:
        layers.insert(0, ("flatten", {}))

    def edit(doc: Document) -> Document:
        if input:
            return insert_after(doc, input, layers)
        new = Node(id=edits.fresh_id(doc, "x"), block="input")
        return insert_after(edits.add_node(doc, new), new.id, layers)

    if input:
        return Fix(tr("Insert {blocks} after {id}", blocks=words(layers), id=input), edit)
    return Fix(tr("Insert {blocks}", blocks=words([("input", {}), *layers])), edit)
