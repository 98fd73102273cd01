"""Which part of a document the canvas shows: pure functions between the document and that view.

The ids of a view are always the paths that the flat network has (`stage.2.conv`), so that cards,
selection, problems, probes and lenses speak of the same thing at every depth.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from playground.document.change import changed, is_within, unless_equal, unused_id
from playground.document.composites import folded, unfolded
from playground.document.composites.paths import OUTSIDE, level, parent, renamed_nodes, walk
from playground.document.composites.paths import with_level as put_level
from playground.document.edits import map_lenses, map_models
from playground.document.model import Document, Scope
from playground.errors import EditError

Rename = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the user is: inside which instance, and which instances there are opened in place."""

    inside: str = ""  # path of the instance, with the copy that is looked at; "" for the network
    opened: tuple[str, ...] = ()  # paths

    def view(self, document: Document) -> Document:
        """What is to be seen of a document here; the document itself where nothing is opened."""
        if not self.inside and not self.opened:
            return document
        inner = level(document, self.inside)
        if self.opened:
            inner = unfolded(inner, self._local())
        return renamed(inner, self._entering) if self.inside else inner

    def edit(self, document: Document, change: Callable[[Document], Document]) -> Document:
        """Change what is to be seen here, and bring the change back to the document."""
        if not self.inside and not self.opened:
            return change(document)
        before = self.view(document)
        after = change(before)
        if after == before:
            return document
        inner = level(document, self.inside)
        if self.inside:
            after = renamed(after, self._leaving(after))
        if self.opened:
            after = folded(inner, after, self._local())
        return put_level(document, self.inside, after)

    def follow(self, old: Document, new: Document) -> Place:
        """The same place after an edit: with new names, without what is gone."""
        inside = self.inside
        if inside:
            inside = _followed(old, new, inside)
            while inside and not _is_there(new, inside):
                inside = parent(inside)
            inside = walk(new, inside)[-1].inside if inside else ""
        opened = dict.fromkeys(_followed(old, new, path) for path in self.opened)
        stays = tuple(
            path
            for path in opened
            if _is_there(new, path) and (not inside or path.startswith(f"{inside}."))
        )
        if inside != self.inside or stays != self.opened:
            return Place(inside, stays)
        return self

    def with_opened(self, inside: str) -> Place:
        """With one more instance opened in place, or another copy of it; the path of its inside."""
        return replace(self, opened=(*self.without(inside).opened, inside))

    def without(self, inside: str) -> Place:
        """With an instance closed, in whichever copy, and those inside of it."""
        head = _instance(inside)
        rest = (p for p in self.opened if _instance(p) != head and not is_within(p, head))
        return replace(self, opened=tuple(rest))

    def _local(self) -> tuple[str, ...]:
        skip = len(self.inside) + 1 if self.inside else 0
        return tuple(path[skip:] for path in self.opened)

    def _entering(self, id: str) -> str:
        return id[1:] if id.startswith(OUTSIDE) else f"{self.inside}.{id}"

    def _leaving(self, view: Document) -> Rename:
        """Ids without the path; new blocks get a name that is free in there."""
        start = f"{self.inside}."
        taken = {n.id.removeprefix(start) for n in view.nodes if n.id.startswith(start)}
        names: dict[str, str] = {}
        for node in view.nodes:
            if not node.id.startswith(start):
                names[node.id] = unused_id(taken, node.id)
                taken.add(names[node.id])

        def name(id: str) -> str:
            if id.startswith(start):
                return id.removeprefix(start)
            return names.get(id, OUTSIDE + id)

        return name


def renamed(view: Document, name: Rename) -> Document:
    """A view with other ids of its blocks, wherever these are named."""
    exposed = {}
    if isinstance(view, Scope):
        exposed["exposed"] = {
            key: tuple(f"{name(end.rpartition('.')[0])}.{end.rpartition('.')[2]}" for end in ends)
            for key, ends in view.exposed.items()
        }
        exposed["shared"] = {name(id): name(other) for id, other in view.shared.items()}
    return changed(
        view,
        nodes=tuple(node.model_copy(update={"id": name(node.id)}) for node in view.nodes),
        wires=tuple(
            wire.model_copy(update={"source": name(wire.source), "target": name(wire.target)})
            for wire in view.wires
        ),
        groups=tuple(
            group.model_copy(
                update={"id": _frame(group.id, name), "nodes": tuple(map(name, group.nodes))}
            )
            for group in view.groups
        ),
        train=unless_equal(view.train, models=map_models(view.train.models, name)),
        view=unless_equal(view.view, lenses=map_lenses(view.view.lenses, name)),
        **exposed,
    )


def _frame(id: str, name: Rename) -> str:
    """The id of a frame: one around an opened instance is called after it."""
    return f"{name(id.removesuffix('/'))}/" if id.endswith("/") else id


def _instance(inside: str) -> str:
    """Path of an instance from that of its inside."""
    head, _, tail = inside.rpartition(".")
    return head if head and tail.isdigit() else inside


def _is_there(document: Document, path: str) -> bool:
    try:
        return walk(document, path)[-1].definition is not None
    except EditError:
        return False


def _followed(old: Document, new: Document, path: str) -> str:
    """The path under the names that its blocks have now."""
    try:
        steps = walk(old, path)
    except EditError:
        return path
    now = ""
    before: Document = old
    for step in steps:
        name = step.node.id
        try:
            after = level(new, now)
            if name not in after.by_id:
                name = renamed_nodes(before, after).get(name, name)
            here = f"{now}.{name}" if now else name
            copied = f"{here}.{step.copy}"
            last = walk(new, copied if _is_there(new, copied) else here)[-1]
            before = level(old, step.inside)
        except EditError:
            return path
        now = last.inside
    return now
