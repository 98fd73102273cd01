"""What the doctor prescribes: each repair is one undoable edit of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from playground.check import fixes
from playground.check.parameters import accepts
from playground.check.problems import Fix
from playground.check.report import NodeReport
from playground.document import edits
from playground.document.change import get_node
from playground.document.composites.paths import edit_at, local, parent
from playground.document.model import Document
from playground.i18n import tr
from playground.registry import blocks, datasets
from playground.train.health.chart import NORMALISATION, Chart
from playground.train.health.words import number

Edit = Callable[[Document, str], Document]


def on_block(node: str, edit: Edit) -> Callable[[Document], Document]:
    """An edit of one block, wherever it is: inside of a composite it is known by another id."""
    if "." not in node:
        return lambda document: edit(document, node)
    return lambda document: edit_at(document, parent(node), lambda inner: edit(inner, local(node)))


def on_blocks(nodes: Iterable[str], edit: Edit) -> Callable[[Document], Document]:
    """The same edit of several blocks, as one."""

    def all_of_them(document: Document) -> Document:
        for node in nodes:
            document = on_block(node, edit)(document)
        return document

    return all_of_them


def both(first: Fix, second: Fix) -> Fix:
    """Two repairs as one: each alone would not do."""
    title = tr("{first}, then: {second}", first=first.title, second=second.title)
    return Fix(title, lambda document: second.edit(first.edit(document)))


# --- settings of the training ---------------------------------------------------------------------


USUAL = {"sgd": 0.05, "adagrad": 0.01}  # learning rates that small networks take; others: 0.001


def usual_rate(chart: Chart) -> float:
    """A learning rate that goes with the optimiser."""
    return USUAL.get(getattr(chart.report.experiment, "optimizer", ""), 0.001)


def is_wild(chart: Chart) -> bool:
    """Whether the learning rate is so far off that no other repair can work."""
    return chart.setting("lr") > 20 * usual_rate(chart)


def calm(chart: Chart) -> Iterator[Fix]:
    """A usual learning rate, or a tenth of one that is not far off."""
    rate = chart.setting("lr")
    yield from learning_rate(chart, usual_rate(chart) / rate if is_wild(chart) else 0.1)


def learning_rate(chart: Chart, factor: float) -> Iterator[Fix]:
    """Multiply the learning rate, or all of them where there are several."""
    experiment = chart.report.experiment
    fields = type(experiment).model_fields if experiment is not None else {}
    names = [name for name in fields if name.partition("_")[0] == "lr"]
    if names:
        yield _times(chart, names[0], names, factor)


def rate_of(chart: Chart, name: str, factor: float) -> Iterator[Fix]:
    """Multiply one learning rate of several."""
    if chart.setting(name) > 0:
        yield _times(chart, name, [name], factor)


def two_rates(chart: Chart) -> Iterator[Fix]:
    """Let the discriminator learn twice as fast as a generator that is in no hurry.

    Source: Heusel et al. 2017, two time-scale update rule, arXiv:1706.08500.
    """
    slow = min(chart.setting("lr_generator"), 5e-4)
    if not slow > 0:
        return

    def edit(document: Document) -> Document:
        document = edits.set_train_param(document, "lr_generator", slow)
        return edits.set_train_param(document, "lr_discriminator", 2 * slow)

    title = tr(
        "Set lr_generator to {slow} and lr_discriminator to {fast}",
        slow=number(slow),
        fast=number(2 * slow),
    )
    yield Fix(title, edit)


def _times(chart: Chart, shown: str, names: list[str], factor: float) -> Fix:
    values = {name: float(f"{chart.setting(name) * factor:.2g}") for name in names}

    def edit(document: Document) -> Document:
        for name, value in values.items():
            document = edits.set_train_param(document, name, value)
        return document

    title = (
        tr("Lower {name} to {value}", name=shown, value=number(values[shown]))
        if factor < 1
        else tr("Raise {name} to {value}", name=shown, value=number(values[shown]))
    )
    return Fix(title, edit)


def setting(chart: Chart, title: str, name: str, value: Any) -> Iterator[Fix]:
    """Set a parameter of the training, where it has such a one and another value."""
    experiment = chart.report.experiment
    if experiment is not None and getattr(experiment, name, value) != value:
        yield Fix(title, lambda document: edits.set_train_param(document, name, value))


def clip_gradients(chart: Chart) -> Iterator[Fix]:
    """Shorten long gradients; 1 is long for a network of this size. Vain with large steps."""
    if chart.setting("clip_grad_norm") == 0 and not is_wild(chart):
        title = tr("Clip gradients at length {value}", value=1)
        yield from setting(chart, title, "clip_grad_norm", 1.0)


def weight_decay(chart: Chart) -> Iterator[Fix]:
    """Pull the weights towards zero, ten times as much as before."""
    decay = chart.setting("weight_decay")
    if decay == decay:
        # adamw multiplies the pull by the learning rate, so it needs more for as much
        start = 1.0 if getattr(chart.report.experiment, "optimizer", "") == "adamw" else 0.03
        value = min(max(float(f"{10 * decay:.2g}"), start), 10.0)
        title = tr("Set the weight decay to {value}", value=number(value))
        yield from setting(chart, title, "weight_decay", value)


def more_samples(chart: Chart, factor: int = 5) -> Iterator[Fix]:
    """Draw more data, where it is made and not measured."""
    data = chart.report.document.data
    if data.dataset not in datasets or "num_samples" not in datasets.get(data.dataset).model_fields:
        return
    count = factor * datasets.get(data.dataset).make(data.params).num_samples
    yield Fix(
        tr("Use {n} samples", n=count),
        lambda document: edits.set_data_param(document, "num_samples", count),
    )


def standardise(chart: Chart) -> Iterator[Fix]:
    """Bring each column of the data to mean 0 and spread 1, where that is switched off."""
    if chart.report.document.data.params.get("standardise") is False:
        yield Fix(
            tr("Standardise the data"),
            lambda document: edits.set_data_param(document, "standardise", None),
        )


def stop_early(chart: Chart) -> Iterator[Fix]:
    """End the training when the test loss has stopped falling."""
    if chart.setting("early_stopping") == 0:
        title = tr("Stop after {n} epochs without a better test loss", n=20)
        yield from setting(chart, title, "early_stopping", 20)


# --- blocks ---------------------------------------------------------------------------------------


def replace(nodes: list[str], block: str, became: str) -> Iterator[Fix]:
    """Make blocks of one kind blocks of another."""
    if not nodes:
        return
    kind = tr(blocks.get(became).title)
    title = (
        tr("Change {id} to {block}", id=nodes[0], block=kind)
        if len(nodes) == 1
        else tr(
            "Change all {n} {old} blocks to {block}",
            n=len(nodes),
            old=tr(blocks.get(block).title),
            block=kind,
        )
    )
    yield Fix(title, on_blocks(nodes, lambda document, id: _became(document, id, became)))


def _became(document: Document, id: str, block: str) -> Document:
    node = get_node(document, id)
    cls = blocks.get(block)
    kept = {name: value for name, value in node.params.items() if accepts(cls, name, value)}
    return edits.replace_node(document, node.with_(block=block, params=kept))


def all_of(chart: Chart, node: str, *keys: str) -> list[str]:
    """All blocks of these kinds in the model of a block, but the one at which it ends."""
    for chain in chart.chains.values():
        if node in chain:
            return [
                id
                for id in chain
                if chart.report.nodes[id].node.block in keys and id not in chart.outputs
            ]
    return []


def normalise(chart: Chart, nodes: list[str]) -> Iterator[Fix]:
    """Batch normalisation behind blocks, as their outputs have axes; not where there is one."""
    leaving = {wire.source: wire.target for wire in chart.report.document.wires}
    chosen: list[tuple[str, str]] = []
    for id in nodes:
        rank = len(chart.report.shape(id) or ())
        after = chart.report.nodes.get(leaving.get(id, ""))
        pair = (chart.report.nodes[id], after)
        done = any(found is not None and found.node.block in NORMALISATION for found in pair)
        if rank in (1, 3) and id not in chart.outputs and not done:
            chosen.append((id, "batch_norm1d" if rank == 1 else "batch_norm2d"))
    if not chosen:
        return
    kinds = dict(chosen)

    def edit(document: Document) -> Document:
        for node, key in kinds.items():
            document = on_block(node, partial(_insert_after, layer=(key, {})))(document)
        return document

    title = (
        tr("Insert {blocks} after {id}", blocks=fixes.words([(chosen[0][1], {})]), id=chosen[0][0])
        if len(chosen) == 1
        else tr("Insert batch normalisation after {n} layers", n=len(chosen))
    )
    yield Fix(title, edit)


def _insert_after(document: Document, id: str, layer: fixes.Layer) -> Document:
    return fixes.insert_after(document, id, [layer])


def drop_out(chart: Chart, p: float = 0.5) -> Iterator[Fix]:
    """Dropout behind every activation.

    On overfit-demo it brings the last test loss from 6.4 to 2.7, but only weight decay (0.51), an
    early end (0.50) or more samples (0.57) to where the best one was (0.47): so it comes last.
    """
    (chain,) = chart.chains.values() if len(chart.chains) == 1 else ((),)
    if any(chart.report.nodes[id].node.block == "dropout" for id in chain):
        return
    nodes = [
        id
        for id in chain
        if id not in chart.outputs
        and chart.report.nodes[id].node.block in blocks
        and blocks.get(chart.report.nodes[id].node.block).group == "Activation"
    ]
    if nodes:
        insert = partial(_insert_after, layer=("dropout", {"p": p}))
        yield Fix(
            tr("Insert dropout of {p} after {n} activations", p=p, n=len(nodes))
            if len(nodes) > 1
            else tr("Insert dropout of {p} after {id}", p=p, id=nodes[0]),
            on_blocks(nodes, insert),
        )


def gated(checked: NodeReport) -> Fix:
    """A plain recurrent layer as an LSTM, which has a memory."""
    title = fixes.exchange(checked, "lstm").title
    edit = on_block(checked.node.id, lambda doc, id: fixes.became(doc, id, "lstm"))
    return Fix(title, edit)


def hidden_layer(chart: Chart, output: str, width: int = 16) -> Iterator[Fix]:
    """A layer with a bend before the last one, so that more than straight borders can be drawn."""
    wires = chart.report.incoming.get(output, ())
    if len(wires) != 1 or len(chart.report.shape(wires[0].source) or ()) != 1:
        return
    layers: list[fixes.Layer] = [("linear", {"out_features": width}), ("relu", {})]
    source = wires[0].source
    if "." in source or "." in output:
        return
    yield Fix(
        tr("Insert {blocks} before {id}", blocks=fixes.words(layers), id=output),
        lambda document: fixes.insert_after(document, source, layers),
    )


def delete(node: str) -> Iterator[Fix]:
    """Take a block away and lead what it received on."""
    title = tr("Delete {id}", id=node)
    yield Fix(title, on_block(node, lambda doc, id: edits.remove_and_reconnect(doc, [id])))
