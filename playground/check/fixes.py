"""Repairs: what a button beside a problem does, each one pure edit.

The checks and the experiments put repairs together from these. None of them promises to mend
anything: whether it does is tried before it is offered, see `playground.check.repairs.offer`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from playground.blocks.base import Shape, format_shape, numel
from playground.check.problems import Fix
from playground.check.report import NodeReport, Report
from playground.document import edits, topology
from playground.document.change import changed, get_node
from playground.document.model import Document, Node, Point, Wire
from playground.i18n import tr
from playground.registry import blocks

MAX_FIXES = 3
SPACING = 220.0  # canvas pixels from one card to the next
CARD = (190.0, 130.0)  # canvas pixels that a card needs at least
EDGE = 1e7  # the canvas ends here

Layer = tuple[str, Mapping[str, Any]]  # key of a block and its parameters


def nearest(key: str, names: Iterable[str]) -> list[str]:
    """The names that look like the key, likeliest first; at most three."""
    plain = {_plain(name): name for name in names}
    close = difflib.get_close_matches(_plain(key[:100]), plain, n=MAX_FIXES, cutoff=0.5)
    return [plain[name] for name in close]


def _plain(name: str) -> str:
    """`BatchNorm2d` and `batch_norm2d` are the same word."""
    return name.replace("_", "").replace("-", "").lower()


# --- one block ------------------------------------------------------------------------------------


def delete(node: str) -> Fix:
    """Delete a block and lead what it received on."""
    return Fix(tr("Delete {id}", id=node), lambda doc: edits.remove_and_reconnect(doc, [node]))


def set_value(node: str, name: str, value: object) -> Fix:
    """Set a parameter of a block."""
    shown = format_shape(value) if isinstance(value, tuple) else value
    return Fix(
        tr("Set {name} of {id} to {value}", name=name, id=node, value=shown),
        lambda doc: edits.set_param(doc, node, name, value),
    )


def exchange(checked: NodeReport, key: str) -> Fix:
    """Make a block another kind of block; it keeps the parameters that the new kind takes."""
    id = checked.node.id
    if checked.block is None:
        return Fix(tr("Use {name}", name=key), lambda doc: became(doc, id, key))
    title = tr("Change {id} to {block}", id=id, block=tr(blocks.get(key).title))
    return Fix(title, lambda doc: became(doc, id, key))


def became(doc: Document, id: str, key: str) -> Document:
    """A block made another kind of block; it keeps the parameters that the new kind takes."""
    node, cls, params = get_node(doc, id), blocks.get(key), {}
    for name, value in node.params.items():
        try:
            cls.make({name: value})
        except Exception:  # noqa: BLE001 - a plug-in's validator may raise anything
            continue
        params[name] = value
    return edits.replace_node(doc, node.with_(block=key, params=params))


def set_outputs(report: Report, node: str, n: int) -> Fix | None:
    """Let a block give `n` numbers or channels, by a parameter of it or of the last layer before.

    Looks back through blocks that keep them (activations, dropout, pooling); None when the width
    of the output does not come from one number of neurons or kernels.
    """
    seen: set[str] = set()
    while node in report.nodes and node not in seen:
        seen.add(node)
        checked = report.nodes[node]
        if checked.block is None:
            return None
        for name in ("out_features", "out_channels", "features", "hidden_size", "embedding_dim"):
            if name in type(checked.block).model_fields and not checked.node.muted:
                return set_value(node, name, n)
        wires, output = report.incoming.get(node, ()), checked.output
        if len(wires) != 1 or output is None or len(checked.inputs) != 1:
            return None
        arrived = checked.inputs[0]
        if arrived is None or len(arrived) != len(output) or _width(arrived) != _width(output):
            return None
        node = wires[0].source
    return None


def _width(shape: Shape) -> int:
    """How many features or channels a tensor has: the first axis, of a sequence the last one."""
    return shape[-1 if len(shape) == 2 else 0] if shape else 0


def _rest(shape: Shape) -> Shape:
    """The other axes."""
    return shape[:-1] if len(shape) == 2 else shape[1:]


# --- wires ----------------------------------------------------------------------------------------


def replace_wire(doc: Document, old: Wire, new: Wire) -> Document:
    """Let a wire lead elsewhere; it keeps its place in the order, and its doubles go."""
    if old not in doc.wires:
        return edits.connect(edits.disconnect(doc, old), new)  # says that there is no such wire
    first = doc.wires.index(old)
    wires = (new if n == first else w for n, w in enumerate(doc.wires) if n == first or w != old)
    return changed(doc, wires=tuple(wires))


def without_wire(doc: Document, wire: Wire) -> Document:
    """Delete a wire, and all that are equal to it."""
    doc = edits.disconnect(doc, wire)
    while wire in doc.wires:
        doc = edits.disconnect(doc, wire)
    return doc


def remove_wire(wire: Wire) -> Fix:
    """Delete a wire, and all that are equal to it."""
    return Fix(tr("Delete the wire {wire}", wire=wire), lambda doc: without_wire(doc, wire))


# --- new blocks -----------------------------------------------------------------------------------


def insert_before(
    doc: Document, wire: Wire, block: str, params: Mapping[str, Any] | None = None
) -> Document:
    """Put a new block on a wire and make room for it on the canvas."""
    at = get_node(doc, wire.target).at
    later = {wire.target, *topology.descendants(doc, wire.target)} - {wire.source}
    doc = make_room(doc, later)
    node = Node(
        id=edits.fresh_id(doc, block),
        block=block,
        params=dict(params or {}),
        at=free_place(doc, *at),
    )
    return _join_groups(edits.insert_on_wire(doc, wire, node), node.id, wire.source, wire.target)


def insert_after(doc: Document, id: str, layers: Sequence[Layer]) -> Document:
    """Put new blocks behind a block; a model that ended there ends at the last of them."""
    for block, params in layers:
        before = get_node(doc, id)
        doc = make_room(doc, topology.descendants(doc, id) - {id})
        new = Node(
            id=edits.fresh_id(doc, block),
            block=block,
            params=dict(params),
            at=free_place(doc, *_along(doc, before.at)),
        )
        doc = edits.add_node(doc, new)
        led_on = {"source": new.id, "source_port": "out"}
        wires = [w.with_(**led_on) if w.source == id else w for w in doc.wires]
        doc = changed(doc, wires=(*wires, Wire(source=id, target=new.id)))
        models = {
            role: model.with_(output=new.id) if model.output == id else model
            for role, model in doc.train.models.items()
        }
        doc = _join_groups(edits.set_train(doc, models=models), new.id, id)
        id = new.id
    return doc


def _join_groups(doc: Document, id: str, *neighbours: str) -> Document:
    """Take a new block into the frames around all its neighbours."""
    if not any(group.nodes for group in doc.groups):
        return doc
    groups = (
        group.with_(nodes=(*group.nodes, id)) if set(neighbours) <= set(group.nodes) else group
        for group in doc.groups
    )
    return changed(doc, groups=tuple(groups))


def make_room(doc: Document, ids: Iterable[str]) -> Document:
    """Move blocks one card on, the way the data flow."""
    moving = set(ids)
    return edits.move_nodes(doc, {n.id: _along(doc, n.at) for n in doc.nodes if n.id in moving})


def _along(doc: Document, at: Point) -> Point:
    """One card on from a place."""
    x, y = at
    return (x, min(y + SPACING, EDGE)) if doc.view.flow == "down" else (min(x + SPACING, EDGE), y)


def free_place(doc: Document, x: float, y: float) -> tuple[float, float]:
    """The nearest place at or below this one where a new card covers no other."""
    x = max(-EDGE, min(x, EDGE))
    beside = sorted(n.at[1] for n in doc.nodes if abs(n.at[0] - x) < CARD[0])
    for other in beside:
        if abs(other - y) < CARD[1]:
            y = other + CARD[1]
    return x, min(y, EDGE)


def layers_to(shape: Shape, wanted: Shape) -> list[list[Layer]]:
    """Ways to turn a tensor of one shape into one of another by new blocks, the plainest first."""
    found: list[list[Layer]] = []
    if len(shape) == len(wanted) == 3:
        found.append(_image_to_image(shape, wanted))
    elif numel(shape) == numel(wanted):
        reshape: Layer = ("reshape", {"shape": list(wanted)})
        found.append([("flatten", {}) if len(wanted) == 1 else reshape])
    if len(wanted) == 1:
        linear: Layer = ("linear", {"out_features": wanted[0]})
        found.append([linear] if len(shape) == 1 else [("flatten", {}), linear])
    elif len(shape) == len(wanted) == 2 and shape[0] == wanted[0]:  # each step by itself
        found.append([("linear", {"out_features": wanted[1]})])
    elif len(wanted) == 3 and len(shape) == 1 and numel(shape) != numel(wanted):
        wide: Layer = ("linear", {"out_features": numel(wanted)})
        found.append([wide, ("reshape", {"shape": list(wanted)})])
    return [layers for layers in found if layers and all(key in blocks for key, _ in layers)]


def _image_to_image(shape: Shape, wanted: Shape) -> list[Layer]:
    """A 1x1 convolution with stride, or after copying pixels; none where the sizes do not fit.

    Source: He et al. 2015, arXiv:1512.03385, section 3.3, option B.
    """
    (_, high, wide), (channels, *size) = shape, wanted
    conv = {"out_channels": channels, "kernel_size": 1, "padding": 0}
    stride, factor = -(-high // size[0]), size[0] // high
    if [(n - 1) // stride + 1 for n in (high, wide)] == size:
        return [("conv2d", conv if stride == 1 else {**conv, "stride": stride})]
    if [factor * high, factor * wide] == size:
        grow: Layer = ("upsample", {"scale_factor": factor})
        return [grow] if channels == shape[0] else [grow, ("conv2d", conv)]
    return []


def words(layers: Iterable[Layer]) -> str:
    """New blocks as a title names them: `Flatten, Linear (10)`."""
    return ", ".join(_layer_words(key, params) for key, params in layers)


def _layer_words(key: str, params: Mapping[str, Any]) -> str:
    title = tr(blocks.get(key).title)
    if "out_channels" in params:
        side = params.get("kernel_size", 3)
        return f"{title} ({side}×{side} × {params['out_channels']})"
    if "shape" in params:
        return f"{title} ({format_shape(tuple(params['shape']))})"
    return f"{title} ({params['out_features']})" if "out_features" in params else title


def give_shape(report: Report, node: str, wanted: Shape) -> Iterator[Fix]:
    """Let a block give a tensor of this shape: by a parameter, or else by new blocks behind it."""
    shape = report.shape(node)
    if shape is None or not wanted or not shape:
        return
    if len(shape) == len(wanted) and _rest(shape) == _rest(wanted):
        wider = set_outputs(report, node, _width(wanted))
        if wider is not None:
            yield wider
            return
    for layers in layers_to(shape, wanted):
        title = tr("Insert {blocks} after {id}", blocks=words(layers), id=node)
        yield Fix(title, lambda doc, layers=layers: insert_after(doc, node, layers))  # type: ignore[misc]
