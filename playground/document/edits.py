"""Every change a user can make to a document: pure functions Document -> Document.

Each validates its result, so there is never an invalid document, and shares what it leaves alone
with the old one, so a comparison of the two is quick. To undo an edit is to keep the old document.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Literal

from pydantic import TypeAdapter, ValidationError

from playground.document.change import (
    changed,
    fault,
    fresh_id,
    get_node,
    is_within,
    unless_equal,
    without_unused,
)
from playground.document.clipboard import copy_nodes, paste_nodes
from playground.document.model import DataSpec, Document, Group, ModelSpec, Node, Point, Scope, Wire
from playground.errors import EditError, UnknownKeyError
from playground.i18n import tr
from playground.registry import blocks

__all__ = [
    "add_node",
    "connect",
    "copy_nodes",
    "disconnect",
    "fresh_id",
    "insert_on_wire",
    "move_nodes",
    "paste_nodes",
    "remove_and_reconnect",
    "remove_nodes",
    "rename_node",
    "replace_node",
    "set_about",
    "set_data",
    "set_data_param",
    "set_flow",
    "set_frozen",
    "set_lenses",
    "set_muted",
    "set_param",
    "set_pinned",
    "set_title",
    "set_train",
    "set_train_param",
]

_PLACES = TypeAdapter(dict[str, Point])

# --- blocks ---------------------------------------------------------------------------------------


def add_node(doc: Document, node: Node) -> Document:
    """Put one more block on the canvas, unconnected."""
    if node.id in doc.by_id:
        raise EditError(tr('There is a block "{id}" already.', id=node.id), node=node.id)
    return changed(doc, nodes=(*doc.nodes, node))


def replace_node(doc: Document, node: Node) -> Document:
    """Exchange the block that has this node's id; wires stay as they are."""
    get_node(doc, node.id)
    return changed(doc, nodes=tuple(node if n.id == node.id else n for n in doc.nodes))


def remove_nodes(doc: Document, ids: Iterable[str]) -> Document:
    """Delete blocks with their wires, their places in groups, their models and their lenses."""
    gone = _known(doc, ids)
    models = {
        role: model
        for role, model in doc.train.models.items()
        if not any(_lies_in(id, gone) for id in (*model.inputs, model.output))
    }
    wires = tuple(w for w in doc.wires if w.source not in gone and w.target not in gone)
    return _without(doc, gone, wires, models)


def remove_and_reconnect(doc: Document, ids: Iterable[str]) -> Document:
    """Delete blocks and lead what arrived at their first input on to where their outputs went.

    A model whose output block goes ends at the block before it.
    """
    gone = _known(doc, ids)
    first: dict[str, Wire] = {}
    for wire in doc.wires:
        if wire.target in gone:
            first.setdefault(wire.target, wire)

    def feed(id: str) -> Wire | None:
        seen: set[str] = set()
        while id in gone and id in first and id not in seen:
            seen.add(id)
            wire = first[id]
            if wire.source not in gone:
                return wire
            id = wire.source
        return None

    wires: list[Wire] = []
    for wire in doc.wires:
        if wire.target in gone:
            continue
        if wire.source in gone:
            before = feed(wire.source)
            if before is None or before.source == wire.target:
                continue
            wire = wire.with_(source=before.source, source_port=before.source_port)
        wires.append(wire)
    models = {}
    for role, model in doc.train.models.items():
        before = feed(model.output)
        if model.output in gone and before is not None:
            model = model.with_(output=before.source)
        if not any(_lies_in(id, gone) for id in (*model.inputs, model.output)):
            models[role] = model
    return _without(doc, gone, tuple(wires), models)


def _known(doc: Document, ids: Iterable[str]) -> set[str]:
    return {get_node(doc, id).id for id in ids}


def _without(
    doc: Document, gone: set[str], wires: tuple[Wire, ...], models: Mapping[str, ModelSpec]
) -> Document:
    if not gone:
        return doc
    lenses = tuple(lens for lens in doc.view.lenses if not _lies_in(lens.partition("/")[2], gone))
    return without_unused(
        changed(
            doc,
            nodes=tuple(node for node in doc.nodes if node.id not in gone),
            wires=wires,
            groups=_groups(doc, lambda id: None if id in gone else id),
            train=unless_equal(doc.train, models=dict(models)),
            view=unless_equal(doc.view, lenses=lenses),
            **_exposed(doc, lambda id: None if id in gone else id),
        )
    )


def _lies_in(id: str, outer: Collection[str]) -> bool:
    """Whether it is one of these blocks, or inside of one that is a composite."""
    if "." not in id:
        return id in outer
    parts = id.split(".")
    return any(".".join(parts[:n]) in outer for n in range(1, len(parts) + 1))


def _exposed(doc: Document, new_id: Callable[[str], str | None]) -> dict[str, Any]:
    """The exposed parameters with the new ids of the blocks whose parameters they are."""
    if not isinstance(doc, Scope) or not doc.exposed:
        return {}
    found = {}
    for name, ends in doc.exposed.items():
        pairs = [(new_id(end.rpartition(".")[0]), end.rpartition(".")[2]) for end in ends]
        kept = tuple(f"{id}.{param}" for id, param in pairs if id is not None)
        if kept or not ends:
            found[name] = kept
    return {"exposed": found}


def _groups(doc: Document, new_id: Callable[[str], str | None]) -> tuple[Group, ...]:
    """The groups with their members' new ids; a group that loses its last member goes."""
    found = []
    for group in doc.groups:
        members = tuple(new for new in map(new_id, group.nodes) if new is not None)
        if members or not group.nodes:
            found.append(unless_equal(group, nodes=members))
    return tuple(found)


def move_nodes(doc: Document, places: Mapping[str, tuple[float, float]]) -> Document:
    """Put blocks at new places; `places` maps ids to (x, y) in pixels of the canvas at zoom 1."""
    _known(doc, places)
    try:
        points = _PLACES.validate_python(dict(places))
    except ValidationError as error:
        raise fault(error) from None
    # a drag moves many blocks many times a second: copy them, only the places are new and checked
    nodes = (n.model_copy(update={"at": points[n.id]}) if n.id in points else n for n in doc.nodes)
    return changed(doc, nodes=tuple(nodes))


def rename_node(doc: Document, id: str, new_id: str) -> Document:
    """Give a block another id; wires, groups, models and lenses follow.

    In a view with paths, `new_id` is the last part of the path: a block stays where it is.
    """
    node = get_node(doc, id)
    if "." in id and "." not in new_id:
        new_id = f"{id.rpartition('.')[0]}.{new_id}"
    if new_id == id:
        return doc
    if new_id in doc.by_id:
        raise EditError(tr('There is a block "{id}" already.', id=new_id), node=id)
    renamed = changed(node, id=new_id)

    def name(old: str) -> str:
        return new_id + old[len(id) :] if is_within(old, id) else old

    wires = (
        w.with_(source=name(w.source), target=name(w.target)) if id in (w.source, w.target) else w
        for w in doc.wires
    )
    return changed(
        doc,
        nodes=tuple(renamed if n.id == id else n for n in doc.nodes),
        wires=tuple(wires),
        groups=_groups(doc, name),
        train=unless_equal(doc.train, models=map_models(doc.train.models, name)),
        view=unless_equal(doc.view, lenses=map_lenses(doc.view.lenses, name)),
        **_exposed(doc, name),
    )


def map_models(models: Mapping[str, ModelSpec], name: Callable[[str], str]) -> dict[str, ModelSpec]:
    """Models with the new names of the blocks where they begin and end."""
    found = {}
    for role, model in models.items():
        inputs = tuple(map(name, model.inputs))
        input = inputs[0] if isinstance(model.input, str) else inputs
        found[role] = unless_equal(model, input=input, output=name(model.output))
    return found


def map_lenses(lenses: Iterable[str], name: Callable[[str], str]) -> tuple[str, ...]:
    """Lenses with the new names of the blocks that they show."""
    parts = (lens.partition("/") for lens in lenses)
    return tuple(f"{kind}/{name(id)}" if slash else kind for kind, slash, id in parts)


def set_param(doc: Document, id: str, name: str, value: Any) -> Document:
    """Set a block's parameter. None or the default removes the entry: the file holds no defaults.

    Whether the block accepts the value is for the check to say: a user may pass a wrong value on
    the way to a right one.
    """
    node = get_node(doc, id)
    params = _with_entry(node.params, name, value, _default(node.block, name))
    return doc if params is None else replace_node(doc, changed(node, params=params))


def _default(block: str, name: str) -> Any:
    try:
        field = blocks.get(block).model_fields.get(name)
    except UnknownKeyError:
        return None
    return None if field is None else field.default


def _with_entry(
    params: Mapping[str, Any], name: str, value: Any, default: Any = None
) -> dict[str, Any] | None:
    """Parameters with one entry set or removed, the others in order; None: nothing changes."""
    value = list(value) if isinstance(value, tuple) else value
    default = list(default) if isinstance(default, tuple) else default
    if value is None or (type(value) is type(default) and value == default):
        return {k: v for k, v in params.items() if k != name} if name in params else None
    if name in params and type(params[name]) is type(value) and params[name] == value:
        return None
    return {**params, name: value}


def set_muted(doc: Document, ids: Iterable[str], muted: bool = True) -> Document:
    """Let blocks pass their input through unchanged, or work again."""
    wanted = _known(doc, ids)
    return _flagged(doc, wanted, muted=bool(muted))


def set_frozen(doc: Document, ids: Iterable[str], frozen: bool = True) -> Document:
    """Keep the weights of blocks as they are in training, or let them learn again."""
    wanted = _known(doc, ids)
    return _flagged(doc, wanted, frozen=bool(frozen))


def set_pinned(doc: Document, ids: Iterable[str], pinned: bool = True) -> Document:
    """Let automatic layout leave blocks where they are, or move them again."""
    wanted = _known(doc, ids)
    return _flagged(doc, wanted, pinned=bool(pinned))


def _flagged(doc: Document, ids: set[str], **flag: bool) -> Document:
    (name, value) = next(iter(flag.items()))
    nodes = (
        n.model_copy(update=flag) if n.id in ids and getattr(n, name) is not value else n
        for n in doc.nodes
    )
    return changed(doc, nodes=tuple(nodes))


# --- wires ----------------------------------------------------------------------------------------


def connect(doc: Document, wire: Wire) -> Document:
    """Draw a wire. It comes last: blocks that take many wires see them in the order of drawing."""
    get_node(doc, wire.source), get_node(doc, wire.target)
    if wire.source == wire.target:
        raise EditError(tr("A block cannot feed itself."), node=wire.source)
    return changed(doc, wires=(*doc.wires, wire))


def disconnect(doc: Document, wire: Wire) -> Document:
    """Delete a wire; of several equal ones the last."""
    place = _place(doc, wire)
    return changed(doc, wires=doc.wires[:place] + doc.wires[place + 1 :])


def _place(doc: Document, wire: Wire) -> int:
    for place in reversed(range(len(doc.wires))):
        other = doc.wires[place]
        if other is wire or (other.target == wire.target and other == wire):
            return place
    raise EditError(tr("There is no wire {wire}.", wire=wire), node=wire.target)


def insert_on_wire(
    doc: Document, wire: Wire, node: Node, in_port: str = "in", out_port: str = "out"
) -> Document:
    """Put a block in the middle of a wire. Adds the node, unless the document has it already."""
    if doc.by_id.get(node.id) is not node:
        doc = add_node(doc, node)
    place = _place(doc, wire)
    if node.id in (wire.source, wire.target):
        raise EditError(tr("A block cannot feed itself."), node=node.id)
    # the new wire takes the old one's place: the order of wires has a meaning (concat)
    try:
        pair = (
            wire.with_(target=node.id, target_port=in_port),
            wire.with_(source=node.id, source_port=out_port),
        )
    except ValidationError as error:
        raise fault(error) from None
    return changed(doc, wires=doc.wires[:place] + pair + doc.wires[place + 1 :])


# --- data, training, texts, view ------------------------------------------------------------------


def set_data(doc: Document, dataset: str, params: Mapping[str, Any] | None = None) -> Document:
    """Choose the dataset, with its parameters."""
    try:
        data = DataSpec(dataset=dataset, params=dict(params or {}))
    except ValidationError as error:
        raise fault(error) from None
    return doc if data == doc.data else changed(doc, data=data)


def set_data_param(doc: Document, name: str, value: Any) -> Document:
    """Set a parameter of the dataset; None removes the entry, so that the default holds."""
    params = _with_entry(doc.data.params, name, value)
    return doc if params is None else changed(doc, data=changed(doc.data, params=params))


def set_train_param(doc: Document, name: str, value: Any) -> Document:
    """Set a parameter of the training; None removes the entry, so that the default holds."""
    params = _with_entry(doc.train.params, name, value)
    return doc if params is None else changed(doc, train=changed(doc.train, params=params))


def set_train(doc: Document, **fields: Any) -> Document:
    """Set fields of the training: experiment, models, params, steps, seed."""
    return changed(doc, train=changed(doc.train, **fields))


def set_title(doc: Document, text: str) -> Document:
    """Set the title of the document."""
    return changed(doc, title=text)


def set_about(doc: Document, text: str) -> Document:
    """Set the text about the document."""
    return changed(doc, about=text)


def set_lenses(doc: Document, lenses: Iterable[str]) -> Document:
    """Set the open lenses, in their order."""
    return changed(doc, view=changed(doc.view, lenses=tuple(lenses)))


def set_flow(doc: Document, flow: Literal["right", "down"]) -> Document:
    """Choose where the wires lead: ports lie left and right, or at the top and at the bottom."""
    return doc if flow == doc.view.flow else changed(doc, view=changed(doc.view, flow=flow))


def set_hidden(doc: Document, keys: Iterable[str]) -> Document:
    """Choose which controls the window does not show."""
    return changed(doc, view=changed(doc.view, hidden=tuple(keys)))
