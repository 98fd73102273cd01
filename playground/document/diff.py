"""What an edit changed: all that a view or a running training has to touch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from playground.document.model import Document, Node, Wire


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference between two documents. True when there is any.

    Parameters
    ----------
    added, removed : frozenset of str
        Ids of nodes that only the new or only the old document has.
    changed : frozenset of str
        Ids of nodes in both whose block, parameters, title, muted, frozen or penalty differ.
    moved : frozenset of str
        Ids of nodes in both whose place differs, or whether they are pinned there.
    wires_added, wires_removed : tuple of Wire
        In the order of the documents. Wires into a block that only changed their order are in both.
    data, train, view : bool
        Whether that section differs.
    text : bool
        Whether the title or the text about the document differs.
    groups, notes : bool
        Whether the frames or the notes on the canvas differ.
    composites : frozenset of str
        Ids of definitions that are new, gone or different.
    """

    added: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()
    moved: frozenset[str] = frozenset()
    wires_added: tuple[Wire, ...] = ()
    wires_removed: tuple[Wire, ...] = ()
    data: bool = False
    train: bool = False
    view: bool = False
    text: bool = False
    groups: bool = False
    notes: bool = False
    composites: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))

    @property
    def network(self) -> bool:
        """Whether the network itself differs: its blocks or its wires, not only their places."""
        return bool(
            self.added
            or self.removed
            or self.changed
            or self.wires_added
            or self.wires_removed
            or self.composites
        )


def diff(old: Document, new: Document) -> Changes:
    """Compare two documents; fast when they share most nodes, as before and after an edit."""
    if old is new:
        return Changes()
    before, after = old.by_id, new.by_id
    both = [
        (before[node.id], node)
        for node in new.nodes
        if node.id in before and before[node.id] is not node
    ]
    wires_removed, wires_added = wire_changes(old.wires, new.wires)
    return Changes(
        added=frozenset(id for id in after if id not in before),
        removed=frozenset(id for id in before if id not in after),
        changed=frozenset(b.id for a, b in both if _kind_of(a) != _kind_of(b)),
        moved=frozenset(b.id for a, b in both if (a.at, a.pinned) != (b.at, b.pinned)),
        wires_added=wires_added,
        wires_removed=wires_removed,
        data=old.data != new.data,
        train=old.train != new.train,
        view=old.view != new.view,
        text=(old.title, old.about) != (new.title, new.about),
        groups=old.groups != new.groups,
        notes=old.notes != new.notes,
        composites=_definitions(old, new),
    )


def _definitions(old: Document, new: Document) -> frozenset[str]:
    if old.composites is new.composites:
        return frozenset()
    before, after = ({c.id: c for c in doc.composites} for doc in (old, new))
    ids = before.keys() | after.keys()
    return frozenset(
        id for id in ids if before.get(id) is not after.get(id) and before.get(id) != after.get(id)
    )


def _kind_of(node: Node) -> tuple[object, ...]:
    # repr, because 1 == True == 1.0 in Python while a block may tell them apart
    return (node.block, repr(node.params), node.title, node.muted, node.frozen, node.penalty)


def wire_changes(
    old: tuple[Wire, ...], new: tuple[Wire, ...]
) -> tuple[tuple[Wire, ...], tuple[Wire, ...]]:
    """Wires that only the first or only the second has, in their order; see `Changes`."""
    if old == new:  # compares by identity first, so this is quick for shared wires
        return (), ()
    before, after = _by_target(old), _by_target(new)
    differ = {
        target
        for target in before.keys() | after.keys()
        if before.get(target, []) != after.get(target, [])
    }
    removed, added = list[Wire](), list[Wire]()
    # Where one list is the other with wires left out, only those differ. Otherwise the order does.
    kept: dict[str, list[Wire]] = {}
    for target in differ:
        a, b = before.get(target, []), after.get(target, [])
        short, long = (a, b) if len(a) < len(b) else (b, a)
        rest = iter(long)
        kept[target] = short if all(wire in rest for wire in short) else _common_start(a, b)
    removed = _without(old, differ, kept)
    added = _without(new, differ, kept)
    return tuple(removed), tuple(added)


def _by_target(wires: Iterable[Wire]) -> dict[str, list[Wire]]:
    found: dict[str, list[Wire]] = {}
    for wire in wires:
        found.setdefault(wire.target, []).append(wire)
    return found


def _common_start(a: list[Wire], b: list[Wire]) -> list[Wire]:
    count = 0
    while count < min(len(a), len(b)) and a[count] == b[count]:
        count += 1
    return a[:count]


def _without(wires: tuple[Wire, ...], targets: set[str], kept: dict[str, list[Wire]]) -> list[Wire]:
    """The wires into `targets` that are not among the kept ones; each kept wire counts once."""
    left = {target: list(wires) for target, wires in kept.items()}
    found = []
    for wire in wires:
        if wire.target in targets:
            if wire in left[wire.target]:
                left[wire.target].remove(wire)
            else:
                found.append(wire)
    return found
