"""From the check of the flat network to that of a document with composites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from playground.blocks.base import Cost, Shape, format_shape
from playground.blocks.composite import block_of
from playground.check import parameters
from playground.check.instances import instance_problems
from playground.check.problems import Problem
from playground.check.repeated import repeat_mismatch, shared_statistics
from playground.check.report import NO_COST, NodeReport, Report
from playground.document.change import outwards
from playground.document.composites.definitions import is_port
from playground.document.composites.expand import Expansion
from playground.document.composites.flatten import Opened
from playground.document.composites.paths import local, parent
from playground.document.model import PORT_OUT, Node, Scope, Wire
from playground.i18n import tr
from playground.registry import blocks

_BATCH_NORMS = ("batch_norm1d", "batch_norm2d")


def composed(
    inner: Report, found: Iterable[Problem], expanded: Expansion
) -> tuple[Report, list[Problem]]:
    """The report of a document, and its problems, from those of the flat network behind it.

    Composites and their ports get entries; what is wrong for the same reason in every instance of
    a definition, or in every repeat, is said once.
    """
    work = _Composing(inner, expanded)
    problems = work.problems(found)
    report = replace(
        inner,
        document=expanded.document,
        nodes=work.nodes(),
        problems=tuple(problems),
        expansion=expanded,
        inner=inner,
        worst_inside=work.worst(problems),
        twins=work.twins,
    )
    return report, problems


class _Composing:
    def __init__(self, inner: Report, expanded: Expansion) -> None:
        self.inner, self.expanded = inner, expanded
        self.instances = {
            inside: path for path, one in expanded.opened.items() for inside in one.copies
        }
        self.twins: dict[str, Problem] = {}  # blocks whose problem is said at another instance

    # -- problems ------------------------------------------------------------------------------

    def problems(self, found: Iterable[Problem]) -> list[Problem]:
        """Errors first; each cause once, at the composite where it is one of the composite."""
        kept: list[Problem] = [*instance_problems(self.expanded), *self._shared()]
        seen: set[tuple[str, ...]] = set()
        repeats = {problem.node for problem in kept if problem.kind == "repeat_mismatch"}
        closed = self.expanded.closed
        found = list(found)
        faulty = {problem.node for problem in found if problem.severity == "error"}
        for problem in found:
            if problem.node in closed or self._is_fed(problem):
                continue  # said of the instance already
            copy = self._later_copy(problem.node)
            if copy is not None:
                path, number = copy
                first = f"{path}.0{problem.node[len(f'{path}.{number}') :]}"
                if problem.severity == "error" and path not in repeats and first not in faulty:
                    repeats.add(path)
                    kept.append(self._mismatch(path, number, problem.message, shared=False))
                continue
            key = self._key(problem)
            if key in seen:
                self.twins[problem.node] = problem
                continue
            seen.add(key)
            kept.append(problem)
        kept.sort(key=lambda problem: problem.severity != "error")
        return kept

    def _is_fed(self, problem: Problem) -> bool:
        """Whether a wire is there, and what is missing is missing where that comes from."""
        if problem.kind != "missing_wire":
            return False
        wires = self._around(problem.node)
        end = (local(problem.node), problem.place)
        return any((wire.target, wire.target_port) == end for wire in wires)

    def _around(self, id: str) -> Iterable[Wire]:
        instance = self.instances.get(parent(id))
        if instance is None:
            return self.expanded.document.wires
        return self.expanded.opened[instance].definition.wires

    def _later_copy(self, id: str) -> tuple[str, int] | None:
        """The outermost repeated composite around a block that is not in its first copy."""
        for path in reversed(outwards(id)):
            number = local(path)
            if number.isdigit() and number != "0" and path in self.instances:
                return parent(path), int(number)
        return None

    def _mismatch(self, path: str, copies: int, message: str, *, shared: bool) -> Problem:
        opened = self.expanded.opened[path]
        gives = self._port_shape(opened, copies - 1, outputs=True)
        takes = self._port_shape(opened, 0, outputs=False)
        words = ["?" if shape is None else format_shape(shape) for shape in (gives, takes)]
        return repeat_mismatch(path, copies, words[0], words[1], message, shared)

    def _port_shape(self, opened: Opened, copy: int, *, outputs: bool) -> Shape | None:
        names = opened.outputs if outputs else opened.inputs
        for ids in names.values():
            for id in ids[:1]:
                return self._arrives(f"{opened.copies[copy]}.{local(id)}")
        return None

    def _arrives(self, port: str) -> Shape | None:
        """Shape of the tensor that runs through a port."""
        ends = self.expanded.ports.get(port, ())
        return self.inner.shape(ends[0][0]) if ends else None

    def _shared(self) -> Iterator[Problem]:
        """Repeats that share weights although they get tensors of different shapes."""
        flat, done, mixed = self.expanded.flat, set(), set()
        for id, first in flat.shared.items() if isinstance(flat, Scope) else ():
            a, b = self.inner.nodes.get(first), self.inner.nodes.get(id)
            copy = self._later_copy(id)
            if a is None or b is None or copy is None or copy[0] in done:
                continue
            if a.node.block in _BATCH_NORMS and not a.node.muted and copy[0] not in mixed:
                mixed.add(copy[0])
                yield shared_statistics(copy[0], first)
            if b.output is not None and b.cost.parameters and a.inputs != b.inputs:
                done.add(copy[0])
                message = tr(
                    "the weights of {id} are shared, but {shape} arrives at another repeat.",
                    id=first,
                    shape=", ".join(format_shape(s) for s in b.inputs if s is not None),
                )
                yield self._mismatch(*copy, message, shared=True)

    def _key(self, problem: Problem) -> tuple[str, ...]:
        """What is the same for one cause that shows in several instances of a definition."""
        inside = parent(problem.node)
        instance = self.instances.get(inside)
        if instance is None:
            return (problem.kind, problem.node, problem.place, problem.message)
        name = self.expanded.opened[instance].definition.id
        parts = (problem.node, problem.place, problem.message)
        return (problem.kind, name, *(part.replace(f"{inside}.", "/") for part in parts))

    # -- blocks --------------------------------------------------------------------------------

    def nodes(self) -> dict[str, NodeReport]:
        """All blocks, and before the first block of a composite the composite and its ports."""
        flat = self.expanded.flat
        shared = flat.shared if isinstance(flat, Scope) else {}
        costs: dict[str, list[Cost]] = {path: [] for path in self.expanded.opened}
        entries: dict[str, NodeReport] = {}
        for id, checked in self.inner.nodes.items():
            for instance in reversed(self._instances_around(id)):
                entries.setdefault(instance, checked)  # its place; filled in below
            if id in shared and checked.cost.parameters:
                checked = replace(checked, cost=replace(checked.cost, parameters=0))
            entries[id] = checked
            for instance in self._instances_around(id):
                costs[instance].append(checked.cost)
        for path, opened in self.expanded.opened.items():
            entries[path] = self._instance(path, opened, costs[path])
        for inside, path in self.instances.items():
            for node in self.expanded.opened[path].definition.nodes:
                if is_port(node):
                    entries[f"{inside}.{node.id}"] = self._port(f"{inside}.{node.id}", node)
        return entries

    def _instances_around(self, id: str) -> list[str]:
        """The composites that a block lies in, the innermost first."""
        return [self.instances[path] for path in outwards(id)[1:] if path in self.instances]

    def _instance(self, path: str, opened: Opened, costs: list[Cost]) -> NodeReport:
        block, _ = parameters.make(block_of(opened.definition), opened.node.params)
        node = self.expanded.document.by_id.get(path, opened.node)
        inputs = tuple(self._arrives(ids[0]) for ids in opened.inputs.values() if ids)
        outputs = [self._arrives(ids[0]) for ids in opened.outputs.values() if ids]
        cost = Cost(
            parameters=sum(c.parameters for c in costs),
            flops=sum(c.flops for c in costs),
            activations=sum(c.activations for c in costs),
        )
        return NodeReport(node, block, inputs, outputs[0] if outputs else None, cost)

    def _port(self, id: str, node: Node) -> NodeReport:
        shape = self._arrives(id)
        arrived = (shape,) if node.block == PORT_OUT else ()
        return NodeReport(node, blocks.get(node.block)(), arrived, shape, NO_COST)

    def worst(self, problems: Iterable[Problem]) -> dict[str, Problem]:
        """Composite -> the worst problem inside."""
        found: dict[str, Problem] = {}
        places = [(problem.node, problem) for problem in problems]
        for id, problem in (*places, *self.twins.items()):
            for path in outwards(id)[1:]:
                instance = self.instances.get(path)
                if instance is None:
                    continue
                old = found.get(instance)
                if old is None or (old.severity != "error" and problem.severity == "error"):
                    found[instance] = problem
        return found
