"""The difference of two documents in words: "lr 0.03 → 0.01", "+ relu2"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from playground.document import topology
from playground.document.diff import diff
from playground.document.model import Document, Node, Penalty
from playground.errors import UnknownKeyError
from playground.i18n import tr
from playground.registry import Registry, blocks, datasets, experiments

_ABSENT = object()
_LONG = 60  # letters of a value that are told


def difference(old: Document, new: Document) -> tuple[str, ...]:
    """What makes the training of `new` another one than that of `old`, most telling first.

    Places, titles, notes and views do not count. A parameter that is not written has its default.

    Returns
    -------
    tuple of str
        One short phrase a change, in the user's language; empty for the same training.
    """
    return (
        *_training(old, new),
        *_network(old, new),
        *_data(old, new),
    )


def _training(old: Document, new: Document) -> Iterator[str]:
    a, b = old.train, new.train
    if a.experiment != b.experiment:
        yield _step(tr("experiment"), a.experiment, b.experiment)
    yield from _params(experiments, b.experiment, a.params, b.params)
    if a.steps != b.steps:
        yield _step(tr("steps"), a.steps, b.steps)
    if a.seed != b.seed:
        yield _step(tr("seed"), a.seed, b.seed)
    if a.models != b.models:
        yield tr("other models")


def _network(old: Document, new: Document) -> Iterator[str]:
    changes = diff(old, new)
    for node in new.nodes:
        if node.id in changes.added:
            yield tr("+ {block}", block=_named(node))
    for node in old.nodes:
        if node.id in changes.removed:
            yield tr("− {block}", block=_named(node))
    for node in new.nodes:
        if node.id in changes.changed:
            yield from _node(old.node(node.id), node)
    stay = {node.id for node in new.nodes} - changes.added
    if (changes.wires_added or changes.wires_removed) and _links(old, stay) != _links(new, stay):
        yield tr("rewired")


def _links(doc: Document, stay: set[str]) -> set[tuple[str, str]]:
    """Which of the blocks that stay feed which others, directly or through those that do not."""
    after = topology.outgoing(doc)
    links = set()
    for source in stay:
        ahead, seen = [source], {source}
        while ahead:
            for wire in after.get(ahead.pop(), ()):
                if wire.target in stay:
                    links.add((source, wire.target))
                elif wire.target not in seen:
                    seen.add(wire.target)
                    ahead.append(wire.target)
    return links


def _node(a: Node, b: Node) -> Iterator[str]:
    if a.block != b.block:
        yield _step(b.id, a.block, b.block)
    else:
        for words in _params(blocks, b.block, a.params, b.params):
            yield f"{b.id}.{words}"
    for before, after, on, off in (
        (a.muted, b.muted, tr("{id} muted", id=b.id), tr("{id} heard again", id=b.id)),
        (a.frozen, b.frozen, tr("{id} frozen", id=b.id), tr("{id} thawed", id=b.id)),
    ):
        if before != after:
            yield on if after else off
    if a.penalty != b.penalty:
        name = tr("{id} regularisation", id=b.id)
        old, new = penalty_words(a.penalty), penalty_words(b.penalty)
        yield tr("{name} {old} → {new}", name=name, old=old, new=new)


def penalty_words(penalty: Penalty | None) -> str:
    """The regularisation of a block in a few characters: "L1 0.01"."""
    if penalty is None:
        return tr("as the training")
    return tr("none") if penalty.kind == "none" else f"{penalty.kind.upper()} {penalty.rate:g}"


def _data(old: Document, new: Document) -> Iterator[str]:
    if old.data.dataset != new.data.dataset:
        yield _step(tr("data"), old.data.dataset, new.data.dataset)
    else:
        yield from _params(datasets, new.data.dataset, old.data.params, new.data.params)


def _params(
    registry: Registry[Any], key: str, old: Mapping[str, Any], new: Mapping[str, Any]
) -> Iterator[str]:
    defaults = _defaults(registry, key)
    for name in dict.fromkeys([*defaults, *old, *new]):
        default = defaults.get(name, _ABSENT)
        a, b = old.get(name, default), new.get(name, default)
        if a != b:
            long = any(isinstance(value, str) and len(value) > _LONG for value in (a, b))
            yield tr("other {name}", name=name) if long else _step(name, a, b)


def _defaults(registry: Registry[Any], key: str) -> dict[str, Any]:
    try:
        return {info.name: info.default for info in registry.get(key).infos()}
    except UnknownKeyError:  # a placeholder for what is not installed
        return {}


def _step(name: str, a: Any, b: Any) -> str:
    return tr("{name} {old} → {new}", name=name, old=_short(a), new=_short(b))


def _short(value: Any) -> str:
    if value is _ABSENT or value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:g}"
    return str(value)[:_LONG]


def _named(node: Node) -> str:
    return node.id if node.id.rstrip("0123456789_") == node.block else f"{node.id} ({node.block})"
