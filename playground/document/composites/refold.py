"""Brings an edited view with opened composites back into the document and its definitions.

The view is compared with the one that the document gives; what differs is done to the documents'
own blocks and wires. So whatever was left alone stays as it is, to the bit.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from playground.document.change import (
    changed,
    is_within,
    needed,
    unless_equal,
    unused_id,
)
from playground.document.composites.definitions import check_no_circle
from playground.document.composites.draft import Draft, Sheet
from playground.document.composites.paths import local, parent, renamed_nodes
from playground.document.composites.refold_canvas import Canvas, regrouped
from playground.document.composites.routing import Router
from playground.document.composites.unfold import unfolding
from playground.document.diff import wire_changes
from playground.document.edits import map_lenses, map_models
from playground.document.model import (
    Composite,
    Document,
    Group,
    Node,
    Scope,
    Wire,
)


def folded(doc: Document, view: Document, opened: Collection[str]) -> Document:
    """Bring a view that `unfolded(doc, opened)` gave, and that was edited, back to the document.

    A new block goes into the composite that its wires lead to, or, without wires, in whose frame it
    lies. A wire across a border goes through a port that is there or gets a new one. All instances
    of a definition follow; a parameter that an instance exposes is set for that instance alone.

    Raises
    ------
    EditError
        A composite would contain itself.
    """
    if not opened:
        return view
    before = unfolding(doc, opened)
    if view == before.view:
        return doc
    return _Refolding(Draft(doc, before, view)).run()


_PLAIN = tuple(name for name in Node.model_fields if name not in ("id", "at", "params"))


class _Refolding:
    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    def run(self) -> Document:
        """The document with what the view changed."""
        old, new = self.draft.before.view, self.draft.view
        renamed = renamed_nodes(old, new)
        self._rename(renamed)
        self._put_new(set(renamed.values()))
        self._change_nodes(renamed)
        old_wires = [_led(w, renamed) for w in old.wires]
        removed, added = wire_changes(tuple(old_wires), new.wires)
        gone = {n.id for n in old.nodes} - {n.id for n in new.nodes} - set(renamed)
        router = Router(self.draft)
        for wire in removed:
            if wire.source not in gone and wire.target not in gone:
                router.remove(wire)
        self._remove_nodes(gone)
        for wire in added:
            router.add(wire)
        self.draft.drop_ports()
        Canvas(self.draft).frames(renamed)
        Canvas(self.draft).notes()
        Canvas(self.draft).ports()
        return self._document()

    def _rename(self, renamed: dict[str, str]) -> None:
        for old, new in renamed.items():
            inside = self.draft.before.inside_of(old)
            sheet = self.draft.sheet(inside)
            taken = sheet.nodes.keys() - {local(old)}
            name = unused_id(taken, local(new))
            self.draft.names[new] = f"{inside}.{name}" if inside else name
            sheet.nodes = {
                (name if id == local(old) else id): (
                    node.model_copy(update={"id": name}) if id == local(old) else node
                )
                for id, node in sheet.nodes.items()
            }
            sheet.wires = [_led(wire, {local(old): name}) for wire in sheet.wires]
            sheet.groups = [regrouped(g, {local(old): name}) for g in sheet.groups]

    def _put_new(self, renamed: set[str]) -> None:
        """New blocks, each in the inside that its wires or its place say."""
        known = self.draft.before.view.by_id
        fresh = [n for n in self.draft.view.nodes if n.id not in known and n.id not in renamed]
        for node, inside in zip(fresh, _homes(self.draft, fresh), strict=True):
            sheet = self.draft.sheet(inside)
            name = unused_id(sheet.nodes, local(node.id))
            at = self.draft.shifted(node.at, inside)
            sheet.nodes[name] = node.model_copy(update={"id": name, "at": at})
            self.draft.names[node.id] = f"{inside}.{name}" if inside else name

    def _change_nodes(self, renamed: dict[str, str]) -> None:
        for old in self.draft.before.view.nodes:
            new = self.draft.view.by_id.get(renamed.get(old.id, old.id))
            if new is None or new is old:
                continue
            inside = self.draft.before.inside_of(old.id)
            name = local(self.draft.names.get(new.id, old.id))
            sheet = self.draft.sheet(inside)
            node = sheet.nodes.get(name)
            if node is None:  # deleted in another instance of the same definition
                continue
            fields = {
                key: getattr(new, key) for key in _PLAIN if getattr(new, key) != getattr(old, key)
            }
            if new.at != old.at:
                moved = zip(node.at, new.at, old.at, strict=True)
                fields["at"] = tuple(own + after - before for own, after, before in moved)
            if repr(new.params) != repr(old.params):
                fields["params"] = self._params(inside, name, node, old.params, new.params)
            sheet.nodes[name] = changed(node, **fields) if fields else node

    def _params(
        self, inside: str, name: str, node: Node, old: dict[str, Any], new: dict[str, Any]
    ) -> dict[str, Any]:
        """A block's own parameters after an edit; those that its instance gave go to the instance.

        The order of the parameters is that of the block, new ones come last.
        """
        given = self._given(inside, name)
        params = dict(node.params)
        for key in {**old, **new}:
            if key in old and key in new and repr(old[key]) == repr(new[key]):
                continue
            if key in given and key in new:
                self._give(inside, given[key], new[key])
            elif key in new:
                params[key] = new[key]
            else:
                params.pop(key, None)
        return params

    def _given(self, inside: str, name: str) -> dict[str, str]:
        """Parameter of a block -> the exposed parameter by which its instance sets it."""
        if not inside:
            return {}
        one = self.draft.before.opened[self.draft.before.insides[inside]]
        values = one.node.params.get("params", {})
        return {
            end.rpartition(".")[2]: exposed
            for exposed, ends in one.definition.params.items()
            for end in ends
            if exposed in values and end.rpartition(".")[0] == name
        }

    def _give(self, inside: str, exposed: str, value: Any) -> None:
        sheet, id = self.draft.sheet(self.draft.above(inside)), self.draft.instance(inside)
        node = sheet.nodes[id]
        values = {**node.params.get("params", {}), exposed: value}
        sheet.nodes[id] = changed(node, params={**node.params, "params": values})

    def _remove_nodes(self, gone: set[str]) -> None:
        for id in gone:
            sheet, name = self.draft.sheet(self.draft.before.inside_of(id)), local(id)
            sheet.nodes.pop(name, None)
            inside = self.draft.before.inside_of(id)
            for wire in sheet.wires:
                for end in (wire.source, wire.target):
                    if name in (wire.source, wire.target) and end in sheet.nodes:
                        self.draft.lost(inside, end)
            sheet.wires = [w for w in sheet.wires if name not in (w.source, w.target)]
            sheet.groups = [g for g in (_without(g, name) for g in sheet.groups) if g is not None]

    # -- all together --------------------------------------------------------------------------

    def _document(self) -> Document:
        composites = tuple(self._definition(c) for c in self.draft.view.composites)
        check_no_circle(composites)

        def name(id: str) -> str:
            for new, path in self.draft.names.items():
                if is_within(id, new):
                    return path + id[len(new) :]
            return id

        train, view = self.draft.view.train, self.draft.view.view
        top = self.draft.sheets[""]
        fields: dict[str, Any] = {}
        if isinstance(self.draft.doc, Scope) and isinstance(self.draft.view, Scope):
            fields["exposed"] = self.draft.view.exposed
        result = changed(
            self.draft.doc,
            title=self.draft.view.title,
            about=self.draft.view.about,
            data=self.draft.view.data,
            nodes=tuple(top.nodes.values()),
            wires=tuple(top.wires),
            groups=tuple(top.groups),
            notes=tuple(top.notes),
            composites=composites,
            train=unless_equal(train, models=map_models(train.models, name)),
            view=unless_equal(view, lenses=map_lenses(view.lenses, name)),
            **fields,
        )
        if isinstance(result, Scope):
            return result
        return unless_equal(result, composites=needed(result.composites, result.nodes))

    def _definition(self, composite: Composite) -> Composite:
        sheet = self.draft.sheets.get(composite.id)
        if sheet is None:
            return composite
        params = {}
        for name, ends in composite.params.items():
            kept = tuple(filter(None, (self._end(composite, sheet, end) for end in ends)))
            if kept:
                params[name] = kept
        return unless_equal(
            composite,
            nodes=tuple(sheet.nodes.values()),
            wires=tuple(sheet.wires),
            groups=tuple(sheet.groups),
            notes=tuple(sheet.notes),
            params=params,
        )

    def _end(self, composite: Composite, sheet: Sheet, end: str) -> str:
        """Where an exposed parameter leads now; "" when its block is gone."""
        id, _, param = end.rpartition(".")
        if id in sheet.nodes or id not in composite.by_id:
            return end
        new = renamed_nodes(composite, _as_composite(composite, sheet)).get(id)
        return f"{new}.{param}" if new else ""


def _as_composite(composite: Composite, sheet: Sheet) -> Composite:
    return Composite.model_construct(id=composite.id, nodes=tuple(sheet.nodes.values()))


def _led(wire: Wire, names: dict[str, str]) -> Wire:
    if wire.source not in names and wire.target not in names:
        return wire
    source, target = names.get(wire.source, wire.source), names.get(wire.target, wire.target)
    return wire.model_copy(update={"source": source, "target": target})


def _without(frame: Group, id: str) -> Group | None:
    if id not in frame.nodes:
        return frame
    rest = tuple(other for other in frame.nodes if other != id)
    return frame.model_copy(update={"nodes": rest}) if rest else None


# --- where new blocks go --------------------------------------------------------------------------


def _homes(draft: Draft, fresh: list[Node]) -> list[str]:
    """The inside that each new block goes to; blocks that are wired together go together."""
    new = {node.id for node in fresh}
    root = {id: id for id in new}

    def find(id: str) -> str:
        while root[id] != id:
            id = root[id]
        return id

    for wire in draft.view.wires:
        if wire.source in new and wire.target in new:
            root[find(wire.source)] = find(wire.target)
    around: dict[str, set[str]] = {}
    for wire in draft.view.wires:
        for one, other in ((wire.source, wire.target), (wire.target, wire.source)):
            if one in new and other not in new:
                around.setdefault(find(one), set()).add(draft.inside_of(other))
    homes = []
    for node in fresh:
        if "." in node.id and parent(node.id) in draft.before.insides:
            homes.append(parent(node.id))
            continue
        near = around.get(find(node.id), set())
        homes.append(near.copy().pop() if len(near) == 1 else draft.inside_at(node.at))
    return homes
