"""What a composite shows to the outside: repeats, exposed parameters, names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from playground.document.change import changed, definition_id, unless_equal
from playground.document.composites.definitions import (
    MAX_REPEAT,
    chain,
    definition_of,
    find_definition,
    is_instance,
    is_port,
    read_instance,
)
from playground.document.composites.flatten import OWN_PARAMS
from playground.document.composites.paths import (
    edit_at,
    find,
    local,
    parent,
    walk,
    with_definition,
)
from playground.document.edits import map_lenses, map_models, replace_node
from playground.document.model import PORT_IN, Composite, Document, Node
from playground.errors import EditError
from playground.i18n import tr
from playground.parameters import ParamInfo
from playground.registry import blocks


@dataclass(frozen=True, slots=True)
class Exposed:
    """A parameter that an instance shows as its own.

    Parameters
    ----------
    name : str
    ends : tuple of str
        Whose parameters it sets: "conv.out_channels".
    value : object
        What holds for this instance.
    own : bool
        The instance has a value of its own; otherwise it is that of the definition.
    info : ParamInfo, optional
        Kind, range and help, of the first end; None when it leads nowhere.
    """

    name: str
    ends: tuple[str, ...]
    value: Any
    own: bool
    info: ParamInfo | None


def exposed_of(doc: Document, path: str) -> tuple[Exposed, ...]:
    """The parameters that the instance at a path shows as its own."""
    node = find(doc, path)
    definition, values = definition_of(doc, node), read_instance(node).values
    found = []
    for name, ends in definition.params.items():
        info, value = _leads_to(doc, definition, ends)
        own = name in values
        found.append(Exposed(name, ends, values[name] if own else value, own, info))
    return tuple(found)


def _leads_to(
    doc: Document, definition: Composite, ends: tuple[str, ...], depth: int = 0
) -> tuple[ParamInfo | None, Any]:
    """The parameter behind the first end, through composites, and its value in the definition."""
    id, _, param = ends[0].rpartition(".") if ends else ("", "", "")
    node = definition.by_id.get(id)
    if node is None or node.block not in blocks:
        return None, None
    if is_instance(node) and param not in OWN_PARAMS:
        inner = next((c for c in doc.composites if c.id == definition_id(node)), None)
        if inner is None or param not in inner.params or depth > len(doc.composites):
            return None, None
        info, value = _leads_to(doc, inner, inner.params[param], depth + 1)
        return info, read_instance(node).values.get(param, value)
    info = next((i for i in blocks.get(node.block).infos() if i.name == param), None)
    return info, None if info is None else node.params.get(param, info.default)


def leads_nowhere(doc: Document, definition: Composite, end: str) -> bool:
    """Whether an end of an exposed parameter is the parameter of no block."""
    return _leads_to(doc, definition, (end,))[0] is None


def set_exposed(doc: Document, path: str, name: str, value: Any) -> Document:
    """Set an exposed parameter for one instance; None: that of the definition holds again."""

    def edit(inner: Document, node: Node) -> Document:
        definition_of(doc, node)
        values = {k: v for k, v in read_instance(node).values.items() if k != name}
        if value is not None:
            values[name] = list(value) if isinstance(value, tuple) else value
        params = {k: v for k, v in node.params.items() if k != "params"}
        params |= {"params": values} if values else {}
        return replace_node(inner, changed(node, params=params))

    return _edit_node(doc, path, edit)


def expose(doc: Document, path: str, param: str, name: str = "") -> Document:
    """Let the composite around a block show one of the block's parameters as its own.

    Parameters
    ----------
    path : str
        The block, inside of a composite.
    name : str
        What the composite calls it: the parameter's name unless given. One that exists already
        sets this parameter, too.
    """
    definition = _around(doc, path)
    node, end = find(doc, path), f"{local(path)}.{param}"
    if is_port(node) or leads_nowhere(doc, definition, end):
        raise EditError(
            tr('{id} has no parameter "{name}".', id=node.id, name=param[:60]), node=path
        )
    if any(end in ends for ends in definition.params.values()):
        raise EditError(tr('"{name}" is exposed already.', name=param), node=path)
    if not name:
        name = param if param not in definition.params else f"{node.id}_{param}"
    if name in OWN_PARAMS:
        name = f"{node.id}_{name}"
    params = {**definition.params, name: (*definition.params.get(name, ()), end)}
    return with_definition(doc, changed(definition, params=params))


def conceal(doc: Document, path: str, param: str) -> Document:
    """Take an exposed parameter back inside: the value of the definition holds for all instances.

    Parameters
    ----------
    path : str
        The block whose parameter it is.
    """
    definition, end = _around(doc, path), f"{local(path)}.{param}"
    params = {}
    for name, ends in definition.params.items():
        rest = tuple(other for other in ends if other != end)
        if rest:
            params[name] = rest
    return _with_params(doc, definition, params)


def conceal_name(doc: Document, definition: str, name: str) -> Document:
    """Take an exposed parameter back, wherever it leads."""
    found = find_definition(doc, definition)
    params = {other: ends for other, ends in found.params.items() if other != name}
    return _with_params(doc, found, params)


def exposed_name(doc: Document, path: str, param: str) -> str:
    """What the composite around a block calls this parameter; "" when it does not show it."""
    if not parent(path):
        return ""
    end = f"{local(path)}.{param}"
    return next((n for n, ends in _around(doc, path).params.items() if end in ends), "")


def _with_params(
    doc: Document, definition: Composite, params: Mapping[str, tuple[str, ...]]
) -> Document:
    """Exchange what a definition exposes; instances forget the values of what is gone."""
    doc = with_definition(doc, unless_equal(definition, params=dict(params)))
    gone = definition.params.keys() - params.keys()

    def forget(node: Node) -> Node:
        values = read_instance(node).values
        if definition_id(node) != definition.id or gone.isdisjoint(values):
            return node
        rest = {name: value for name, value in values.items() if name not in gone}
        kept = {k: v for k, v in node.params.items() if k != "params"}
        return changed(node, params=kept | ({"params": rest} if rest else {}))

    return _each_node(doc, forget)


def _each_node(doc: Document, edit: Callable[[Node], Node]) -> Document:
    """Change nodes wherever they are."""
    return unless_equal(
        doc,
        nodes=tuple(map(edit, doc.nodes)),
        composites=tuple(unless_equal(c, nodes=tuple(map(edit, c.nodes))) for c in doc.composites),
    )


def _around(doc: Document, path: str) -> Composite:
    if not parent(path):
        raise EditError(tr("{id} lies in no composite.", id=path), node=path)
    return definition_of(doc, walk(doc, parent(path))[-1].node)


# --- repeats --------------------------------------------------------------------------------------


def set_repeat(doc: Document, path: str, n: int, *, share_weights: bool | None = None) -> Document:
    """Let a composite follow itself n times, with weights of their own or shared ones.

    Raises
    ------
    EditError
        Its outputs lead to none of its inputs, or n is out of range.
    """
    if isinstance(n, bool) or not isinstance(n, int) or not 1 <= n <= MAX_REPEAT:
        raise EditError(
            tr("repeat is {value}; it must be from 1 to {most}.", value=n, most=MAX_REPEAT),
            node=path,
        )
    old = walk(doc, path)[-1]
    if n > 1 and chain(definition_of(doc, old.node)) is None:
        raise EditError(
            tr("{id} cannot be repeated: its outputs lead to none of its inputs.", id=path),
            node=path,
        )

    def edit(inner: Document, node: Node) -> Document:
        params = {k: v for k, v in node.params.items() if k != "repeat"}
        params |= {"repeat": n} if n > 1 else {}
        if share_weights is not None:
            params.pop("share_weights", None)
            params |= {"share_weights": True} if share_weights else {}
        return inner if params == node.params else replace_node(inner, changed(node, params=params))

    doc = _edit_node(doc, path, edit)
    was, name = read_instance(old.node).repeat, old.path
    if (was > 1) == (n > 1):
        return doc

    def follow(id: str) -> str:
        start = f"{name}.0." if was > 1 else f"{name}."
        end = f"{name}.0." if n > 1 else f"{name}."
        return end + id[len(start) :] if id.startswith(start) else id

    return unless_equal(
        doc,
        train=unless_equal(doc.train, models=map_models(doc.train.models, follow)),
        view=unless_equal(doc.view, lenses=map_lenses(doc.view.lenses, follow)),
    )


def _edit_node(doc: Document, path: str, edit: Callable[[Document, Node], Document]) -> Document:
    if path in doc.by_id:
        return edit(doc, doc.by_id[path])
    return edit_at(doc, parent(path), lambda inner: edit(inner, inner.by_id[local(path)]))


# --- names ----------------------------------------------------------------------------------------


def rename_definition(doc: Document, id: str, new_id: str) -> Document:
    """Give a definition another id; all its instances follow."""
    definition = find_definition(doc, id)
    if new_id == id:
        return doc
    if any(composite.id == new_id for composite in doc.composites):
        raise EditError(tr('There is a composite "{id}" already.', id=new_id[:80]))
    renamed = changed(definition, id=new_id)
    doc = changed(doc, composites=tuple(renamed if c.id == id else c for c in doc.composites))

    def follow(node: Node) -> Node:
        if definition_id(node) != id:
            return node
        return changed(node, params={**node.params, "definition": new_id})

    return _each_node(doc, follow)


def set_definition_title(doc: Document, id: str, title: str) -> Document:
    """Set the title that all instances show which have none of their own."""
    return with_definition(doc, changed(find_definition(doc, id), title=title))


def rename_exposed(doc: Document, definition: str, name: str, new_name: str) -> Document:
    """Give an exposed parameter another name: values of instances and composites around follow.

    Raises
    ------
    EditError
        There is no such parameter, the name is taken or no word.
    """
    found = find_definition(doc, definition)
    if name not in found.params:
        raise EditError(tr('The composite shows no parameter "{name}".', name=name[:60]))
    if new_name == name:
        return doc
    if new_name in found.params or new_name in OWN_PARAMS:
        raise EditError(tr('There is a parameter "{name}" already.', name=new_name[:60]))
    params = {new_name if key == name else key: ends for key, ends in found.params.items()}
    doc = with_definition(doc, changed(found, params=params))

    def follow(node: Node) -> Node:
        values = read_instance(node).values if is_instance(node) else {}
        if definition_id(node) != definition or name not in values:
            return node
        values = {new_name if key == name else key: value for key, value in values.items()}
        return changed(node, params={**node.params, "params": values})

    def around(composite: Composite) -> Composite:
        ids = {node.id for node in composite.nodes if definition_id(node) == definition}
        ends = {f"{id}.{name}": f"{id}.{new_name}" for id in ids}
        outer = {k: tuple(ends.get(end, end) for end in v) for k, v in composite.params.items()}
        return unless_equal(composite, params=outer)

    doc = _each_node(doc, follow)
    return unless_equal(doc, composites=tuple(map(around, doc.composites)))


def rename_port(doc: Document, definition: str, port: str, name: str) -> Document:
    """Give a port another name, by the id of its node inside; the wires at all instances follow."""
    found = find_definition(doc, definition)
    node = found.by_id.get(port)
    if node is None or not is_port(node):
        raise EditError(tr('There is no port "{id}".', id=port[:80]), node=port)
    names = found.inputs if node.block == PORT_IN else found.outputs
    renamed = changed(node, params={**node.params, "port": name})
    if name in names:
        raise EditError(tr('There is a port "{name}" already.', name=name[:60]), node=port)
    nodes = tuple(renamed if n.id == port else n for n in found.nodes)
    return with_definition(doc, changed(found, nodes=nodes))
