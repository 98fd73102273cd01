"""Finding the same piece of network several times, and folding it into one composite.

A piece begins at a block and follows the order of the network for some blocks. Two pieces are the
same when their blocks are, one after the other, and are wired alike: an isomorphism that is read
off the order, not searched for. Source of the idea: common subexpressions, Aho et al. 2006,
Compilers, section 8.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from playground.document import topology
from playground.document.change import changed, without_unused
from playground.document.composites.definitions import is_port, read_instance
from playground.document.composites.grouping import group
from playground.document.composites.interface import set_repeat
from playground.document.edits import map_lenses, map_models
from playground.document.model import Composite, Document, Node, Wire
from playground.errors import EditError
from playground.i18n import tr

MAX_LENGTH = 40  # blocks in one piece
MAX_BLOCKS = 2000  # in larger graphs nothing is looked for


@dataclass(frozen=True, slots=True)
class Repeat:
    """The same piece of network several times.

    Parameters
    ----------
    pieces : tuple of tuple of str
        Ids of the blocks of each piece, in the same order.
    consecutive : bool
        Each piece feeds the next, and nothing else does: one instance, repeated, says it all.
    """

    pieces: tuple[tuple[str, ...], ...]
    consecutive: bool

    @property
    def saving(self) -> int:
        """How many cards less there are when it is folded."""
        cards = 1 if self.consecutive else len(self.pieces)
        return sum(map(len, self.pieces)) - cards


def find_repeats(doc: Document) -> tuple[Repeat, ...]:
    """The pieces that are there several times on the outermost level, the biggest saving first."""
    if len(doc.nodes) > MAX_BLOCKS:
        return ()
    order = [id for id in topology.order(doc) if not is_port(doc.by_id[id])]
    sequences = _lines(doc, order)
    arriving, leaving = topology.incoming(doc), topology.outgoing(doc)
    found: dict[tuple[tuple[str, ...], ...], Repeat] = {}
    for line in sequences:
        for length in range(1, min(MAX_LENGTH, len(line) // 2) + 1):
            for pieces in _same(doc, line, length, arriving):
                repeat = _repeat(doc, pieces, arriving, leaving)
                if repeat is not None and repeat.saving > 0:
                    found[repeat.pieces] = repeat
    best = sorted(found.values(), key=lambda r: (-r.saving, -len(r.pieces), r.pieces))
    return tuple(_disjoint(best))


def _lines(doc: Document, order: Sequence[str]) -> list[list[str]]:
    """The order of the network, also depth first: pieces beside each other lie apart in the one."""
    place = {id: number for number, id in enumerate(order)}
    targets: dict[str, list[str]] = {id: [] for id in order}
    waiting = dict.fromkeys(order, 0)
    for wire in doc.wires:
        if wire.source in place and wire.target in place:
            targets[wire.source].append(wire.target)
            waiting[wire.target] += 1
    deep: list[str] = []
    todo = [id for id in reversed(order) if not waiting[id]]
    while todo:
        id = todo.pop()
        deep.append(id)
        for target in reversed(targets[id]):
            waiting[target] -= 1
            if not waiting[target]:
                todo.append(target)
    return [list(order)] if deep == list(order) else [deep, list(order)]


def _word(node: Node) -> str:
    """What makes two blocks the same."""
    flags = f"{node.muted} {node.frozen} {node.penalty!r}"
    return f"{node.block} {sorted(node.params.items())!r} {flags}"


def _same(
    doc: Document, line: list[str], length: int, arriving: Mapping[str, tuple[Wire, ...]]
) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Pieces of that many blocks in a row that are the same, none overlapping another."""
    words = [_word(doc.by_id[id]) for id in line]
    starts: dict[tuple[object, ...], list[int]] = {}
    for start in range(len(line) - length + 1):
        part = line[start : start + length]
        key = (tuple(words[start : start + length]), _wiring(part, arriving))
        places = starts.setdefault(key, [])
        if not places or places[-1] + length <= start:
            places.append(start)
    for places in starts.values():
        if len(places) > 1:
            yield tuple(tuple(line[start : start + length]) for start in places)


def _wiring(part: list[str], arriving: Mapping[str, tuple[Wire, ...]]) -> tuple[object, ...]:
    """How the blocks of a piece are wired: among each other by number, outside ends by name."""
    number = {id: n for n, id in enumerate(part)}
    outside: dict[tuple[str, str], int] = {}
    found: list[object] = []
    for id in part:
        for wire in arriving[id]:
            end = (wire.source, wire.source_port)
            if wire.source in number:
                start: object = (number[wire.source], wire.source_port)
            else:
                start = outside.setdefault(end, len(outside))
            found.append((number[id], wire.target_port, start))
    return tuple(found)


def _repeat(
    doc: Document,
    pieces: tuple[tuple[str, ...], ...],
    arriving: Mapping[str, tuple[Wire, ...]],
    leaving: Mapping[str, tuple[Wire, ...]],
) -> Repeat | None:
    """The longest run of pieces that feed each other, or all of them; None if it saves no card."""
    if not any(arriving[id] for id in pieces[0]):
        return None  # Input blocks: each is an argument of its own
    ends = {end for model in doc.train.models.values() for end in (*model.inputs, model.output)}
    runs: list[list[tuple[str, ...]]] = [[pieces[0]]]
    for before, after in pairwise(pieces):
        if _feeds(before, after, arriving, leaving) and ends.isdisjoint(before):
            runs[-1].append(after)
        else:
            runs.append([after])
    longest = max(runs, key=len)
    if len(longest) > 1 and len(longest) * 2 > len(pieces):
        return Repeat(tuple(longest), True)
    if len(pieces[0]) < 2 or not _alike_outside(pieces, leaving):
        return None  # linked instances of single blocks save no card
    return Repeat(pieces, False)


def _feeds(
    before: tuple[str, ...],
    after: tuple[str, ...],
    arriving: Mapping[str, tuple[Wire, ...]],
    leaving: Mapping[str, tuple[Wire, ...]],
) -> bool:
    """Whether one end of a piece feeds the next piece, and nothing else."""
    inside, target = set(before), set(after)
    out = [w for id in before for w in leaving[id] if w.target not in inside]
    into = [w for id in after for w in arriving[id] if w.source not in target]
    return (
        bool(out)
        and len({(w.source, w.source_port) for w in out}) == 1
        and all(w.target in target for w in out)
        and all(w.source in inside for w in into)
    )


def _alike_outside(
    pieces: tuple[tuple[str, ...], ...], leaving: Mapping[str, tuple[Wire, ...]]
) -> bool:
    """Whether the same blocks of each piece feed blocks outside of it."""

    def outputs(piece: tuple[str, ...]) -> list[tuple[int, str]]:
        number = {id: n for n, id in enumerate(piece)}
        ends = {
            (number[id], w.source_port)
            for id in piece
            for w in leaving[id]
            if w.target not in number
        }
        return sorted(ends)

    first = outputs(pieces[0])
    return bool(first) and all(outputs(piece) == first for piece in pieces)


def _disjoint(repeats: Sequence[Repeat]) -> Iterator[Repeat]:
    """Without those that only say a part of a better one."""
    taken: set[str] = set()
    for repeat in repeats:
        blocks = {id for piece in repeat.pieces for id in piece}
        if taken.isdisjoint(blocks):
            taken |= blocks
            yield repeat


def fold(doc: Document, repeat: Repeat, title: str = "") -> tuple[Document, tuple[str, ...]]:
    """Turn a repeat into one composite: an instance repeated N times, or N linked instances.

    Returns
    -------
    The document and the ids of the instances.

    Raises
    ------
    EditError
        The document has changed since the repeat was found, or blocks lie between.
    """
    if any(id not in doc.by_id for piece in repeat.pieces for id in piece):
        raise EditError(tr("These blocks are not there any more."), tr("Look for repeats again."))
    before = doc
    made: list[str] = []
    for piece in repeat.pieces:
        doc, id = group(doc, piece, title)
        made.append(id)
    first = read_instance(doc.by_id[made[0]]).definition
    doc = _linked(before, doc, repeat, made, first)
    if not repeat.consecutive:
        return without_unused(doc), tuple(made)
    return _strung(doc, repeat, made), (made[0],)


def _linked(
    before: Document, doc: Document, repeat: Repeat, made: Sequence[str], first: str
) -> Document:
    """All instances of the first one's definition; models and lenses follow."""
    definitions = {c.id: c for c in doc.composites}
    names: dict[str, str] = {}
    nodes = {node.id: node for node in doc.nodes}
    for piece, id in zip(repeat.pieces, made, strict=True):
        own = definitions[read_instance(nodes[id]).definition]
        if _shape(own, piece) != _shape(definitions[first], repeat.pieces[0]):
            raise EditError(
                tr("These pieces are not wired alike."), tr("Look for repeats again."), piece[0]
            )
        nodes[id] = changed(nodes[id], params={"definition": first})
        for theirs, ours in zip(piece, repeat.pieces[0], strict=True):
            names[f"{id}.{theirs}"] = f"{id}.{ours}"

    def name(id: str) -> str:
        return names.get(id, id)

    return changed(
        doc,
        nodes=tuple(nodes.values()),
        train=doc.train.with_(models=map_models(doc.train.models, name)),
        view=doc.view.with_(lenses=map_lenses(doc.view.lenses, name)),
    )


def _shape(definition: Composite, piece: Sequence[str]) -> tuple[object, ...]:
    """A definition with numbers for the ids of its blocks: the same for the same network."""
    number: dict[str, object] = {id: n for n, id in enumerate(piece)}
    number |= {node.id: node.id for node in definition.nodes if node.id not in number}
    wires = sorted(
        str((number[w.target], w.target_port, number[w.source], w.source_port))
        for w in definition.wires
    )
    words = {str(number[node.id]): _word(node) for node in definition.nodes}
    return words, wires


def _strung(doc: Document, repeat: Repeat, made: Sequence[str]) -> Document:
    """One instance that is repeated, in the place of a row of them."""
    first, last, rest = made[0], made[-1], set(made[1:])
    wires: list[Wire] = []
    for wire in doc.wires:
        if wire.target in rest or (wire.source in made and wire.source != last):
            if not (wire.target in rest and wire.source in made):
                raise EditError(tr("Other blocks lie between the repeats."), node=wire.target)
            continue
        wires.append(wire.with_(source=first) if wire.source == last else wire)
    wires = [wire for wire in wires if wire.source not in rest and wire.target not in rest]
    groups = (changed(g, nodes=tuple(id for id in g.nodes if id not in rest)) for g in doc.groups)
    copies = {id: f"{first}.{n}" for n, id in enumerate(made)}

    def name(id: str) -> str:
        head, dot, tail = id.partition(".")
        return f"{copies[head]}.{tail}" if dot and head in copies else id

    train, view = doc.train, doc.view
    doc = changed(
        doc,
        nodes=tuple(node for node in doc.nodes if node.id not in rest),
        wires=tuple(wires),
        groups=tuple(group for group in groups if group.nodes),
    )
    doc = set_repeat(without_unused(doc), first, len(repeat.pieces))
    return changed(
        doc,
        train=train.with_(models=map_models(train.models, name)),
        view=view.with_(lenses=map_lenses(view.lenses, name)),
    )
