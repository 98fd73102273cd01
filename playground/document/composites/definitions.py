"""Definitions of composites and their instances: reading, finding, and no circles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from playground.document.change import definition_id
from playground.document.model import (
    COMPOSITE,
    PORT_IN,
    PORT_OUT,
    Composite,
    Document,
    Node,
    port_name,
)
from playground.errors import EditError
from playground.i18n import tr

MAX_REPEAT = 1000


@dataclass(frozen=True, slots=True)
class Instance:
    """What the parameters of an instance say; values of the wrong kind count as not said."""

    definition: str
    repeat: int = 1
    share_weights: bool = False
    values: Mapping[str, Any] = field(default_factory=dict)  # of exposed parameters


def read_instance(node: Node) -> Instance:
    """Read a node that is an instance of a composite."""
    repeat, values = node.params.get("repeat", 1), node.params.get("params")
    whole = isinstance(repeat, int) and not isinstance(repeat, bool)
    return Instance(
        definition_id(node),
        repeat if whole and 1 <= repeat <= MAX_REPEAT else 1,
        node.params.get("share_weights") is True,
        values if isinstance(values, dict) else {},
    )


def is_instance(node: Node) -> bool:
    """Whether a node stands for a composite."""
    return node.block == COMPOSITE


def is_port(node: Node) -> bool:
    """Whether a node inside a composite stands for one of its ports."""
    return node.block in (PORT_IN, PORT_OUT)


def ports(definition: Composite, block: str) -> dict[str, tuple[str, ...]]:
    """Port name -> ids of the nodes inside that stand for it, in the order of the nodes."""
    found: dict[str, tuple[str, ...]] = {}
    for node in definition.nodes:
        if node.block == block:
            found[port_name(node)] = (*found.get(port_name(node), ()), node.id)
    return found


def find_definition(doc: Document, id: str) -> Composite:
    """The definition with that id; `EditError` when there is none."""
    for composite in doc.composites:
        if composite.id == id:
            return composite
    raise EditError(tr('There is no composite "{id}".', id=id[:80]))


def definition_of(doc: Document, node: Node) -> Composite:
    """The definition that a node is an instance of; `EditError` when it is none."""
    if not is_instance(node):
        raise EditError(tr('The block "{id}" is no composite.', id=node.id), node=node.id)
    try:
        return find_definition(doc, definition_id(node))
    except EditError as error:
        raise EditError(error.message, error.hint, node.id) from None


def instances(doc: Document, definition: str) -> Iterator[str]:
    """Paths of all instances of a definition; inside repeated ones only in the first copy."""
    by_id = {composite.id: composite for composite in doc.composites}

    def walk(nodes: Iterable[Node], prefix: str, above: tuple[str, ...]) -> Iterator[str]:
        for node in nodes:
            name = definition_id(node)
            if not name:
                continue
            if name == definition:
                yield prefix + node.id
            if name in by_id and name not in above:
                yield from walk(by_id[name].nodes, f"{inside(prefix, node)}.", (*above, name))

    return walk(doc.nodes, "", ())


def inside(prefix: str, node: Node) -> str:
    """Path of what is inside an instance, for a repeated one of its first copy."""
    return f"{prefix}{node.id}.0" if read_instance(node).repeat > 1 else prefix + node.id


def circle(composites: Iterable[Composite]) -> tuple[str, ...]:
    """Ids of definitions that contain each other in a circle, the first again last; () for none."""
    uses = {
        c.id: dict.fromkeys(name for node in c.nodes if (name := definition_id(node)))
        for c in composites
    }
    done: set[str] = set()
    for start in uses:
        trail: list[str] = []
        todo = [(start, False)]
        while todo:
            name, leaving = todo.pop()
            if leaving:
                trail.pop()
                done.add(name)
            elif name in trail:
                return (*trail[trail.index(name) :], name)
            elif name in uses and name not in done:
                trail.append(name)
                todo.append((name, True))
                todo += [(other, False) for other in uses[name]]
    return ()


def check_no_circle(composites: Iterable[Composite]) -> None:
    """Raise `EditError` when a composite would contain itself."""
    found = circle(composites)
    if found:
        raise EditError(
            tr("A composite cannot contain itself: {names}.", names=" → ".join(found)),
            tr("Detach the inner one, or take it out."),
        )


def chain(definition: Composite) -> dict[str, str] | None:
    """How copies of a composite follow each other: input port -> output port of the copy before.

    An output leads to the input of the same name; a single one to the first input. Inputs that no
    output leads to get in every copy what the first one gets. None when an output leads nowhere.
    """
    inputs, outputs = ports(definition, PORT_IN), ports(definition, PORT_OUT)
    if not inputs or not outputs:
        return None
    if len(outputs) == 1:
        (output,) = outputs
        return {output if output in inputs else next(iter(inputs)): output}
    return {name: name for name in outputs} if outputs.keys() <= inputs.keys() else None
