"""Brings the frames and notes of an edited view back to the composites that they lie in."""

from __future__ import annotations

from playground.document.change import changed, unused_id
from playground.document.composites.definitions import is_port
from playground.document.composites.draft import Draft
from playground.document.composites.grouping import COLUMN, ROW
from playground.document.composites.paths import local
from playground.document.composites.unfold import frame_id
from playground.document.model import PORT_IN, Group, Node, Note


class Canvas:
    """The frames and notes of a view."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft

    def frames(self, renamed: dict[str, str]) -> None:
        """Frames that are new, changed or gone; `renamed` leads from old ids of blocks to new."""
        old = {g.id: regrouped(g, renamed) for g in self._draft.before.view.groups}
        new = {g.id: g for g in self._draft.view.groups}
        around = {frame_id(path): inside for inside, path in self._draft.before.insides.items()}
        for id, frame in new.items():
            if old.get(id) == frame:
                continue
            if id in around:
                if id in old and frame.title != old[id].title:
                    self._title(around[id], frame.title)
                continue
            inside = self._draft.before.inside_of(id) if id in old else self._common(frame.nodes)
            self._set_frame(inside, frame, id in old)
        for id in old.keys() - new.keys() - around.keys():
            sheet = self._draft.sheet(self._draft.before.inside_of(id))
            sheet.groups = [g for g in sheet.groups if g.id != local(id)]

    def _title(self, inside: str, title: str) -> None:
        sheet, id = self._draft.sheet(self._draft.above(inside)), self._draft.instance(inside)
        sheet.nodes[id] = changed(sheet.nodes[id], title=title)

    def _set_frame(self, inside: str, frame: Group, known: bool) -> None:
        sheet = self._draft.sheet(inside)
        members = tuple(dict.fromkeys(filter(None, (self._seen(inside, i) for i in frame.nodes))))
        members = tuple(id for id in members if id in sheet.nodes)
        if known:
            name = local(frame.id)
        else:
            name = unused_id({g.id for g in sheet.groups}, local(frame.id))
        made = changed(frame, id=name, nodes=members)
        if known and any(g.id == name for g in sheet.groups):
            sheet.groups = [made if g.id == name else g for g in sheet.groups]
        else:
            sheet.groups.append(made)

    def _seen(self, inside: str, id: str) -> str:
        """A block as one sees it from an inside: itself, or the instance that it lies in."""
        path = self._draft.names.get(id, id)
        while self._draft.before.inside_of(path) != inside:
            above = self._draft.before.inside_of(path)
            if not above:
                return ""
            path = self._draft.before.insides[above]
        return local(path)

    def _common(self, ids: tuple[str, ...]) -> str:
        """The innermost inside that all these blocks lie in."""
        ways = [self._draft.way(self._draft.inside_of(id)) for id in ids]
        common = [inside for inside in (ways[0] if ways else []) if all(inside in w for w in ways)]
        return common[0] if common else ""

    def ports(self) -> None:
        """Ports are not seen in place: where blocks have moved over them, they move out again."""
        for inside, path in self._draft.before.insides.items():
            sheet, old = self._draft.sheet(inside), self._draft.before.opened[path].definition.by_id
            blocks = {id: node.at for id, node in sheet.nodes.items() if not is_port(node)}
            if any(id not in old or old[id].at != at for id, at in blocks.items()):
                axis = int(self._draft.view.view.flow == "down")
                along = [at[axis] for at in blocks.values()]
                for id, node in sheet.nodes.items():
                    if is_port(node):
                        sheet.nodes[id] = _beside(node, min(along), max(along), axis)

    def notes(self) -> None:
        """Notes that are new, changed or gone."""
        old = {note.id: note for note in self._draft.before.view.notes}
        new = {note.id: note for note in self._draft.view.notes}
        for id, note in new.items():
            if id in old:
                if old[id] != note:
                    self._change_note(self._draft.before.inside_of(id), old[id], note)
                continue
            inside = self._draft.inside_at(note.at)
            sheet = self._draft.sheet(inside)
            name = unused_id({n.id for n in sheet.notes}, local(id))
            sheet.notes.append(changed(note, id=name, at=self._draft.shifted(note.at, inside)))
        for id in old.keys() - new.keys():
            sheet = self._draft.sheet(self._draft.before.inside_of(id))
            sheet.notes = [n for n in sheet.notes if n.id != local(id)]

    def _change_note(self, inside: str, old: Note, new: Note) -> None:
        sheet = self._draft.sheet(inside)
        own = next(n for n in sheet.notes if n.id == local(old.id))
        at = tuple(o + b - a for o, b, a in zip(own.at, new.at, old.at, strict=True))
        made = changed(new, id=own.id, at=at)
        sheet.notes = [made if n.id == own.id else n for n in sheet.notes]


def _beside(port: Node, low: float, high: float, axis: int) -> Node:
    """A port before the first block, or behind the last one, on the axis of the flow."""
    gap = (COLUMN, ROW)[axis]
    first = port.block == PORT_IN
    place = min(port.at[axis], low - gap) if first else max(port.at[axis], high + gap)
    at = (port.at[0], place) if axis else (place, port.at[1])
    return port if at == port.at else port.model_copy(update={"at": at})


def regrouped(frame: Group, names: dict[str, str]) -> Group:
    """A frame with the new ids of its blocks."""
    if names.keys().isdisjoint(frame.nodes):
        return frame
    return frame.model_copy(update={"nodes": tuple(names.get(id, id) for id in frame.nodes)})
