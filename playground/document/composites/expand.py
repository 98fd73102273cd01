"""The flat network behind a document: what is checked, built and trained."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from playground.document.change import is_within, unless_equal
from playground.document.composites.definitions import is_instance, read_instance
from playground.document.composites.flatten import (
    End,
    Flattener,
    Opened,
    Part,
    Sources,
    drawn,
)
from playground.document.model import Composite, Document, ModelSpec, Node, Penalty, Scope, Wire
from playground.registry import blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAX_KEPT = 4096  # insides that are kept from one expansion to the next


@dataclass(frozen=True, slots=True)
class Expansion:
    """A flat network, and how it came from its document.

    Parameters
    ----------
    document : Document
        With composites.
    flat : Document
        Without instances: ids are paths, such as `block3.conv` or `block3.0.conv`. Instances that
        cannot be opened are still there, see `closed`.
    opened : mapping
        Path -> instance that was opened.
    closed : mapping
        Path -> kind of the problem that keeps an instance, or a part of it, from being opened.
    ports : mapping
        Path of a node that stands for a port -> the ends that its tensor comes from.
    """

    document: Document
    flat: Document
    opened: Mapping[str, Opened] = field(default_factory=dict)
    closed: Mapping[str, str] = field(default_factory=dict)
    ports: Mapping[str, tuple[End, ...]] = field(default_factory=dict)


def expand(doc: Document) -> Document:
    """The flat document without instances, whose ids are paths; `doc` itself when it has none.

    Repeats are strung together, muted composites let their input through, and in frozen ones all
    is frozen. Models that begin or end at an instance do so at the block inside.
    """
    return expansion(doc).flat


def expansion(doc: Document) -> Expansion:
    """The flat document, and what it was made from. Quick where little changed since the last."""
    if not any(map(is_instance, doc.nodes)):
        return Expansion(doc, doc)
    flattener = _Keeping(doc, _all_copies)
    part = flattener.run()
    sources = Sources(part)
    ends = {id: sources.of(id) for id in part.ports}
    wires = _kept_wires(drawn(part, sources))
    # put together from valid parts, and made at every edit: no validation
    flat = Scope.model_construct(
        title=doc.title,
        about=doc.about,
        data=doc.data,
        nodes=tuple(part.nodes),
        wires=wires,
        composites=doc.composites,
        train=doc.train,
        view=doc.view,
        shared=_resolved(part.shared),
    )
    models = {role: _model(model, flat, part, sources) for role, model in doc.train.models.items()}
    train = unless_equal(doc.train, models=models)
    if train is not doc.train:
        flat = flat.model_copy(update={"train": train})
    return Expansion(doc, flat, part.opened, part.closed, ends)


def _all_copies(_path: str, node: Node) -> Sequence[int]:
    return range(read_instance(node).repeat)


def _resolved(shared: Mapping[str, str]) -> dict[str, str]:
    """Each block with the block that has the weights, where one leads to another."""
    found = {}
    for id, first in shared.items():
        while first in shared:
            first = shared[first]
        found[id] = first
    return found


def _model(model: ModelSpec, flat: Document, part: Part, sources: Sources) -> ModelSpec:
    output = model.output
    if output in part.opened:
        outputs = part.opened[output].outputs
        ends = sources.of(output, next(iter(outputs))) if outputs else ()
        output = ends[0][0] if ends else output
    inputs = tuple(id for given in model.inputs for id in _inputs(given, flat, part))
    if inputs == model.inputs:
        return unless_equal(model, output=output)
    return ModelSpec(input=inputs[0] if len(inputs) == 1 else inputs, output=output)


def _inputs(id: str, flat: Document, part: Part) -> tuple[str, ...]:
    """A block, or the blocks in an instance through which data comes in."""
    if id not in part.opened:
        return (id,)
    return tuple(n.id for n in flat.nodes if is_within(n.id, id) and _is_source(n.block)) or (id,)


def _is_source(key: str) -> bool:
    return key in blocks and not blocks.get(key).inputs


# --- what is kept from one expansion to the next: the same nodes, for a quick comparison ----------


@dataclass(frozen=True, slots=True)
class _Kept:
    key: tuple[str, bool, Penalty | None]
    definitions: tuple[Composite, ...]
    part: Part


_insides: dict[str, _Kept] = {}
_wires: dict[tuple[str, str, str, str], Wire] = {}


class _Keeping(Flattener):
    """Takes the inside of an instance from the last time where nothing in it changed."""

    def copy(self, node: Node, definition: Composite, path: str) -> Part:
        key = (repr(read_instance(node).values), node.frozen, node.penalty)
        definitions = self.closure(definition.id)
        kept = _insides.get(path)
        if (
            kept is not None
            and kept.key == key
            and len(kept.definitions) == len(definitions)
            and all(a is b for a, b in zip(kept.definitions, definitions, strict=True))
        ):
            return kept.part
        part = super().copy(node, definition, path)
        if len(_insides) >= _MAX_KEPT:
            _insides.clear()
        _insides[path] = _Kept(key, definitions, part)
        return part


def _kept_wires(wires: list[Wire]) -> tuple[Wire, ...]:
    """The same wires, as the objects that they were the last time."""
    if len(_wires) > 16 * _MAX_KEPT:
        _wires.clear()
    return tuple(
        _wires.setdefault((w.source, w.source_port, w.target, w.target_port), w) for w in wires
    )
